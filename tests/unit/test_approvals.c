/* What the head wrote into a form of approval, in the layouts that offices use: opinion and the days that come with it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "linefacts.h"

#define FILING "^立案审批表\n|案由|涉嫌超标排放|案件来源|日常检查\n"
#define CLOSING "^行政处罚案件结案审批表\n|当事人|沅陵县某某机械有限公司\n"
#define HANDLER "|承办人意见|建议立案。向例明、石例学　2016年9月8日\n"
#define SECTION "|承办机构意见|同意，报局领导审批。负责人签名：周例　2016年9月9日\n"
#define BLANK "/absent"

static void reads_field(const char *lines, const char *field, const char *expected)
{
    FileFacts *facts = linefacts_read("x/document.docx", lines);
    assert_true(facts->documents->len > 0);
    g_autofree char *values = linefacts_values(facts, field);
    if (strcmp(values, expected) != 0)
        print_message("%s\n", lines);
    assert_string_equal(values, expected);
    record_free(&file_facts_type, facts);
}

/* OPINION is what is read of the head's, DAY when the case was filed. */
static void reads(const char *lines, const char *opinion, const char *day)
{
    reads_field(lines, "opinion", opinion);
    reads_field(lines, "filing-date", day);
}

static void the_signature_of_another_row_is_none_of_the_heads(void **state)
{
    (void)state;
    reads(FILING HANDLER SECTION "|单位负责人审批意见|\n|备注|无\n", BLANK, "");
    reads(FILING HANDLER SECTION "|单位负责人审批意见|　　　　签名：　　　年　月　日\n", BLANK, "");
    reads(FILING HANDLER SECTION "|单位负责人审批意见|同意立案。林例　2016年9月10日\n", "同意立案。林例　2016年9月10日", "2016-09-10");
    /* whoever only drafted the form leaves all of it to be signed on paper */
    reads(FILING "|承办人意见|建议立案。\n|承办机构意见|\n|单位负责人审批意见|\n", "", "");
    /* one of two heads is enough */
    reads(FILING HANDLER "|分管领导意见|同意。林例　2016年9月10日\n|局长意见|\n", "同意。林例　2016年9月10日", "2016-09-10");
}

static void a_signature_may_have_rows_of_its_own(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "|单位负责人审批意见|同意立案。\n|签名|林例|日期|2016年9月10日\n",
        "|⇓单位负责人审批意见|同意立案。\n|⇓|签名：林例\n|⇓|2016年9月10日\n",
        "|⇓单位负责人审批意见|意见|同意立案。\n|⇓|签名|林例\n|⇓|日期|2016年9月10日\n",
        "|单位负责人审批意见|同意立案。|签名|林例|日期|2016年9月10日\n",
        "|单位负责人审批意见：⏎同意立案。⏎签名：林例⏎2016年9月10日\n",
        "|单⏎位⏎负⏎责⏎人⏎审⏎批⏎意⏎见|同意立案。⏎签名：林例⏎2016年9月10日\n",
    };
    static const char *const blanks[] = {
        "|单位负责人审批意见|\n|签名||日期|\n",
        "|⇓单位负责人审批意见|\n|⇓|签名：\n|⇓|年　月　日\n",
        "|⇓单位负责人审批意见|意见|\n|⇓|签名|\n|⇓|日期|\n",
        "|单位负责人审批意见||签名||日期|\n",
        "|单位负责人审批意见：⏎　　⏎签名：⏎年　月　日\n",
        "|单⏎位⏎负⏎责⏎人⏎审⏎批⏎意⏎见|签名：⏎年　月　日\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *filled = g_strconcat(FILING HANDLER, rows[i], "|备注|无\n", NULL),
                        *blank = g_strconcat(FILING HANDLER, blanks[i], "|备注|无\n", NULL);
        reads_field(filled, "filing-date", "2016-09-10");
        reads(blank, BLANK, "");
    }
    reads_field(FILING HANDLER "|单位负责人审批意见|同意立案。\n|备注|2016年9月10日另案\n", "filing-date", "");
}

static void opinions_may_stand_side_by_side(void **state)
{
    (void)state;
#define SIDE "|承办人意见|负责人审批意见\n|建议立案。向例明⏎2016年9月8日|"
    reads(FILING SIDE "同意。林例⏎2016年9月10日\n", "同意。林例\n2016年9月10日", "2016-09-10");
    reads(FILING SIDE "\n", BLANK, "");
#define BESIDE "|承办人意见|建议立案。向例明⏎2016年9月8日|负责人审批意见|"
    reads(FILING BESIDE "同意。林例⏎2016年9月10日\n", "同意。林例\n2016年9月10日", "2016-09-10");
    reads(FILING BESIDE "签名：\n", BLANK, "");
#define TITLES "|审批环节|意见|签名|日期\n|承办人|建议结案|向例明|2016年9月8日\n|负责人|"
    reads_field(CLOSING TITLES "同意结案|林例|2016年9月10日\n", "closing-date", "2016-09-10");
    reads_field(CLOSING TITLES "同意结案|林例|2016年9月10日\n", "legal-rep", "");
    reads_field(CLOSING TITLES "||\n", "opinion", BLANK);
#define GROUP "|⇓审批意见|承办人|建议立案。向例明 2016年9月8日\n|⇓|局领导|"
    reads(FILING GROUP "同意。林例 2016年9月10日\n", "同意。林例 2016年9月10日", "2016-09-10");
    reads(FILING GROUP "\n", BLANK, "");
}

static void when_it_was_proposed_and_approved(void **state)
{
    (void)state;
#define APPROVED "|单位负责人审批意见|同意立案。林例　2016年9月10日\n"
    reads_field(FILING HANDLER SECTION APPROVED, "proposed-on", "2016-09-09");
    reads_field(FILING HANDLER SECTION APPROVED, "head-signed-on", "2016-09-10");
    reads_field(FILING HANDLER SECTION APPROVED, "opinion-on", "2016-09-08");
    reads_field(FILING HANDLER APPROVED, "opinion-on", "");
    /* a day that is told in the opinion is not that on which it was signed */
    reads_field(FILING "|承办人意见|建议2016年10月20日前办结\n" APPROVED, "proposed-on", "");
    reads_field(FILING HANDLER "|承办机构意见|请于2016年9月30日前查完。周例　2016年9月9日（章）\n" APPROVED, "proposed-on", "2016-09-09");
    /* what stands below the head's opinion comes after it, and what another head says is no proposal */
    reads_field(FILING HANDLER APPROVED "|承办机构意见|已办。周例　2016年9月19日\n", "proposed-on", "2016-09-08");
    reads_field(FILING HANDLER "|分管领导意见|同意。林例　2016年9月12日\n" APPROVED, "proposed-on", "2016-09-08");
    reads_field(FILING HANDLER "|单位负责人审批意见|同意立案。林例\n", "proposed-on", "");
}

static void a_picture_may_be_an_opinion(void **state)
{
    (void)state;
#define HEAD "|负责人审批意见|"
    reads_field(FILING HANDLER HEAD "▣\n", "opinion", "");
    reads_field(FILING "|承办人意见|建议立案。签名：▣　2016年9月8日\n" HEAD "签名：\n", "opinion", BLANK);
    reads_field(FILING "|承办人意见|建议立案。签名：◪　2016年9月8日\n" HEAD "签名：\n", "opinion", "");
}

static void who_signed_for_the_head(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "|单位负责人审批意见|同意立案。林例　2016年9月10日\n",       "|单位负责人审批意见|同意。签名：林例　2016年9月10日\n",
        "|单位负责人审批意见|同意。⏎局长（签字）：林 例⏎2016年9月10日\n", "|单位负责人审批意见|同意按向例明的意见办理。林例\n",
        "|单位负责人审批意见|同意。\n|签名|林例|日期|2016年9月10日\n",  "|⇓单位负责人审批意见|同意。\n|⇓|签名：林例⏎2016年9月10日\n",
        "|单位负责人审批意见|同意。|签名|林例|日期|2016年9月10日\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *lines = g_strconcat(FILING HANDLER, rows[i], NULL);
        reads_field(lines, "approved-by", "林例");
    }
    static const char *const nobody[] = {
        "|单位负责人审批意见|同意立案。2016年9月10日\n", "|单位负责人审批意见|同意 2016年9月10日\n",
        "|单位负责人审批意见|同意按承办人向例明的意见办理。签名：　2016年9月10日\n", "|单位负责人审批意见|同意。签名：▣\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(nobody); i++) {
        g_autofree char *lines = g_strconcat(FILING HANDLER, nobody[i], NULL);
        reads_field(lines, "approved-by", "");
    }
}

static void a_day_that_others_have_is_missed(void **state)
{
    (void)state;
    static const struct { const char *row, *undated; } rows[] = {
        {"|负责人审批意见|同意立案。签名：林例　　年　月　日\n", "负责人审批意见"},
        {"|负责人审批意见|同意立案。签名：林例　2016年　月　日\n", "负责人审批意见"},
        {"|负责人审批意见|同意立案。\n|签名|林例|日期|\n", "负责人审批意见"},
        {"|负责人审批意见|同意立案。\n|签名|林例|日期|2016.9.10\n", ""},
        {"|负责人审批意见|同意立案。签名：林例\n", ""},
        {"|负责人审批意见|同意立案。签名：林例　2016年9月10日（盖章）　年　月　日\n", ""},
        {"|负责人审批意见|同意立案。签名：▣　　年　月　日\n", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *lines = g_strconcat(FILING HANDLER, rows[i].row, NULL);
        reads_field(lines, "approval-undated", rows[i].undated);
    }
    reads_field(FILING "|承办人意见|建议立案。向例明　年　月　日\n" "|负责人审批意见|同意。林例　年　月　日\n", "approval-undated", "");
    reads_field(CLOSING TITLES "同意结案|林例|\n", "approval-undated", "负责人");
    reads_field(CLOSING TITLES "同意结案|林例|2016年9月10日\n", "approval-undated", "");
}

static void the_head_goes_by_many_names(void **state)
{
    (void)state;
    static const char *const heads[] = {"局意见", "审批", "领导批示", "环境保护行政主管部门负责人审批意见", "负责人审批意见（签名）"},
                      *const others[] = {"环境监察大队意见", "部门负责人意见", "法制机构负责人审核意见", "备注", "同意"};
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
        g_autofree char *lines = g_strconcat(FILING HANDLER "|", heads[i], "|签名：\n", NULL);
        reads_field(lines, "opinion", BLANK);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *lines = g_strconcat(FILING HANDLER "|", others[i], "|签名：\n", NULL);
        reads_field(lines, "opinion", "");
    }
}

static void the_form_of_handling_is_one(void **state)
{
    (void)state;
#define HANDLING "^案件处理内部审批表\n" HANDLER "|局负责人审批意见|"
    reads_field(HANDLING "\n", "opinion", BLANK);
    reads_field(HANDLING "同意。林例　2016年9月10日\n", "approved-on", "2016-09-10");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_signature_of_another_row_is_none_of_the_heads),
        cmocka_unit_test(a_signature_may_have_rows_of_its_own),
        cmocka_unit_test(opinions_may_stand_side_by_side),
        cmocka_unit_test(a_day_that_others_have_is_missed),
        cmocka_unit_test(the_head_goes_by_many_names),
        cmocka_unit_test(when_it_was_proposed_and_approved),
        cmocka_unit_test(a_picture_may_be_an_opinion),
        cmocka_unit_test(who_signed_for_the_head),
        cmocka_unit_test(the_form_of_handling_is_one),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
