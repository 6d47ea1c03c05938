/* Papers of a case file that look like the one that speaks for it, each with one that does speak. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "linefacts.h"

static void is_kind(const char *lines, const char *kind)
{
    FileFacts *facts = linefacts_read("x/document.docx", lines);
    const Document *document = facts->documents->pdata[0];
    if (strcmp(document->type, kind) != 0)
        fail_msg("%s\nis %s, not %s", lines, document->type, kind);
    record_free(&file_facts_type, facts);
}

#define SIGNED "\n沅陵县环境保护局\n2016年9月29日"
#define LETTER "\n沅环函字〔2016〕9号\n"

/* What goes with a transfer or follows it is no second transfer. */
static void letters_about_a_transfer(void **state)
{
    (void)state;
    is_kind("^关于补充移送材料的函" LETTER "沅陵县公安局：\n现补充移送暗管走向勘验图一份。" SIGNED, "other");
    is_kind("^关于再次移送某厂案的函" LETTER "沅陵县公安局：\n现补充证据后再次移送。" SIGNED, "other");
    is_kind("^关于抄送涉嫌犯罪案件移送书的函" LETTER "沅陵县人民检察院：\n现将移送书抄送你院。" SIGNED, "other");
    is_kind("^关于移送某厂案的函" LETTER "沅陵县公安局：\n现将该厂涉嫌污染环境罪一案移送你局。\n抄送：沅陵县人民检察院" SIGNED,
            "crime-transfer");
    is_kind("^关于移送某厂涉嫌污染环境罪一案的函" LETTER "沅陵县人民检察院：\n现将有关情况通报你院。" SIGNED, "other");
    is_kind("^关于建议对某厂污染环境案进行立案监督的函" LETTER "沅陵县人民检察院：\n请依法监督。" SIGNED, "other");
    is_kind("^沅陵县人民检察院通知立案书\n沅陵县公安局：请立案侦查。\n沅陵县人民检察院\n2016年10月14日", "other");
}

/* A paper without a known title in the folder of a transfer is taken for it, unless it is one that follows it. */
static void in_the_folder_of_a_transfer(const char *lines, const char *named, const char *kind)
{
    FileFacts *facts = linefacts_read_named("x/document.docx", named, lines);
    const Document *document = facts->documents->pdata[0];
    if (strcmp(document->type, kind) != 0)
        fail_msg("%s\nis %s, not %s", lines, document->type, kind);
    record_free(&file_facts_type, facts);
}

static void receipts_and_letters_in_a_folder(void **state)
{
    (void)state;
#define SENT "\n|送件单位|沅陵县环境保护局\n|文件|沅环刑移〔2016〕1号《涉嫌环境犯罪案件移送书》抄送件\n|签收日期|2016年9月29日"
    in_the_folder_of_a_transfer("沅陵县人民检察院\n送 件 签 收 单" SENT, "crime-transfer", "other");
    in_the_folder_of_a_transfer("沅陵县人民检察院回执" SENT, "crime-transfer", "other");
    in_the_folder_of_a_transfer("沅陵县人民检察院\n现将该案移送你院" SENT, "crime-transfer", "crime-transfer");
#define MORE "\n沅环函〔2016〕90号\n沅陵县公安局：\n现将某公司关于张某任职的证明补充移送你局。" SIGNED
    in_the_folder_of_a_transfer("沅陵县环境保护局关于补充案件材料的函" MORE, "detention-transfer", "other");
    in_the_folder_of_a_transfer("关于某厂案件补充材料的复函" MORE, "detention-transfer", "other");
    in_the_folder_of_a_transfer("沅陵县环境保护局关于某厂案件材料的函" MORE, "detention-transfer", "detention-transfer");
    is_kind("^关于移送某厂涉嫌污染环境犯罪案件及补充材料的函" LETTER "沅陵县公安局：\n现移送你局。" SIGNED, "crime-transfer");
}

/* Another authority hands the case to the bureau. */
static void a_transfer_to_the_bureau(void **state)
{
    (void)state;
#define HANDED "沅陵县国土资源局\n^案件移送函\n沅国土资函〔2016〕33号\n"
    is_kind(HANDED "沅陵县环境保护局：\n现将有关线索移送你局处理。\n沅陵县国土资源局\n2016年9月5日", "other");
    is_kind(HANDED "沅陵县公安局：\n现将有关线索移送你局处理。\n沅陵县国土资源局\n2016年9月5日", "crime-transfer");
    is_kind("^案件移送书\n沅环刑移〔2016〕1号\n沅陵县公安局：\n现将某厂涉嫌污染环境罪一案移送你局。\n沅陵县环境保护局\n2016年9月5日\n"
            "以下为接收单位填写\n经办人\n电话\n沅陵县环境保护局：\n材料收悉。",
            "crime-transfer"); /* the addressee of what is to be filled in below */
}

/* What a bureau decides on top of a penalty, or about one. */
static void decisions_about_a_penalty(void **state)
{
    (void)state;
    is_kind("^加处罚款决定书\n沅环加罚字〔2016〕1号\n某公司：\n加处罚款8400元。" SIGNED, "other");
    is_kind("^撤销行政处罚决定书的决定\n沅环撤字〔2016〕1号\n某公司：\n决定予以撤销。" SIGNED, "other");
    is_kind("^关于某公司环境违法案件的处罚决定\n沅环罚字〔2016〕1号\n某公司：\n罚款8400元。" SIGNED, "penalty-decision");
}

static void notices_of_an_audit(void **state)
{
    (void)state;
    is_kind("^环境监察稽查通知书\n沅环稽通〔2016〕1号\n某大队：\n定于10月11日起开展稽查。" SIGNED, "other");
    is_kind("^环境监察稽查意见书\n沅环稽意〔2016〕1号\n某大队：\n提出以下意见。" SIGNED, "audit-opinion");
}

/* ---- papers of a title that nobody knows, between others in one file ---- */

static void are_kinds(const char *lines, const char *kinds, const char *field, const char *expected)
{
    FileFacts *facts = linefacts_read("x/催告和申请执行.docx", lines);
    g_autoptr(GString) read = g_string_new(NULL);
    for (guint i = 0; i < facts->documents->len; i++)
        g_string_append_printf(read, "%s%s", i ? " " : "", ((const Document *)facts->documents->pdata[i])->type);
    const Field *first = document_field(facts->documents->pdata[0], field);
    if (strcmp(read->str, kinds) != 0 || !first || strcmp(first->value, expected) != 0)
        fail_msg("%s\nare %s, and %s is %s", lines, read->str, field, first ? first->value : "not there");
    record_free(&file_facts_type, facts);
}

#define OFFICE "\n沅陵县环境保护局\n"
#define HEAD "\n^沅陵县环境保护局\n"
#define DEMAND "^督促履行义务催告书\n沅环催字〔2016〕4号\n某公司：\n现催告你公司自收到本催告书之日起十日内缴纳罚款。" OFFICE "2016年9月6日"
#define APPLIED HEAD "^行政处罚强制执行申请书\n沅环执申字〔2016〕4号\n申请人：沅陵县环境保护局\n特申请强制执行。" OFFICE "2016年9月27日"

static void a_paper_of_an_unknown_title_is_one(void **state)
{
    (void)state;
    are_kinds(DEMAND HEAD "^当事人意见及催告情况说明\n某公司未提交书面意见。" OFFICE "2016年9月26日" APPLIED,
              "demand other enforcement-application", "demand-date", "2016-09-06");
    are_kinds(DEMAND HEAD "^关于某公司未履行处罚决定的情况汇报\n某公司仍未缴款。" OFFICE "2016年9月26日" APPLIED,
              "demand other enforcement-application", "demand-date", "2016-09-06");
    are_kinds("^行政处罚事先告知书\n沅环罚告字〔2016〕4号\n某公司：\n我局拟罚款二万元。" OFFICE "2016年9月6日\n联系人：张三" HEAD
              "^当事人电话记录\n该公司来电称没有意见。" OFFICE "2016年9月20日",
              "penalty-notice other", "notice-date", "2016-09-06");
    are_kinds(DEMAND HEAD "^沅陵县某矿业有限公司\n签收栏" APPLIED, "demand enforcement-application", "demand-date", "2016-09-06");
    are_kinds(DEMAND "\n附：1.加处罚款计算说明" HEAD "^加处罚款计算说明\n自2月14日起算。" OFFICE "2016年9月26日", "demand",
              "demand-date", "2016-09-06");
    are_kinds("^行政处罚决定书\n沅环罚字〔2016〕4号\n某公司：\n^沅陵县环境保护局\n^违法事实说明\n超标。\n决定罚款二万元。" OFFICE "2016年9月6日",
              "penalty-decision", "decision-date", "2016-09-06");
}

static void says(const char *lines, const char *field, const char *expected)
{
    FileFacts *facts = linefacts_read("x/document.docx", lines);
    const Document *document = facts->documents->pdata[0];
    const char *value = "";
    for (guint i = 0; i < document->fields->len; i++)
        if (strcmp(((const Field *)document->fields->pdata[i])->id, field) == 0)
            value = ((const Field *)document->fields->pdata[i])->value;
    if (strcmp(value, expected) != 0)
        fail_msg("%s\n%s is %s, not %s", lines, field, value, expected);
    record_free(&file_facts_type, facts);
}

/* A clerk draws up the list of what somebody else did; forms ask in many words for what he did. */
static void papers_of_candidates(void **state)
{
    (void)state;
    says("^案件清单\n填表人：夏例填　审核：夏例审", "name", "");
    says("^案件清单\n姓名：向例明", "name", "向例明");
    says("^先进个人推荐表\n填表人：向例明", "name", "向例明");
    says("^先进个人推荐表\n|姓名|向例明\n|填表人|夏例填", "name", "向例明");
#define FORM(label) "^先进个人推荐表\n|姓名|向例明\n|" label "|系该案主办人"
    says(FORM("案件调查中发挥的作用"), "role-played", "系该案主办人");
    says(FORM("推荐案卷及本人作用"), "role-played", "系该案主办人");
    says(FORM("在案件调查过程中的作用"), "role-played", "系该案主办人");
    says(FORM("案件调查中的困难"), "role-played", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_about_a_transfer),
        cmocka_unit_test(receipts_and_letters_in_a_folder),
        cmocka_unit_test(a_transfer_to_the_bureau),
        cmocka_unit_test(decisions_about_a_penalty),
        cmocka_unit_test(notices_of_an_audit),
        cmocka_unit_test(a_paper_of_an_unknown_title_is_one),
        cmocka_unit_test(papers_of_candidates),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
