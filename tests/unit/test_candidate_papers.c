/* What is read of candidates' papers to be held against one another: what a certificate says against its subject, the unit's
 * opinion in a form, roles that a proof states and whom it is about, names of a list, contacts without a telephone, and whether two texts are one. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#include <string.h>

/* The values of FIELD in the first document of LINES, joined by blanks; "-" for one that is absent. */
static void check(const char *lines, const char *field, const char *expected)
{
    FileFacts *facts = linefacts_read("先进个人/某甲/文件.docx", lines);
    assert_true(facts->documents->len > 0);
    const Document *document = facts->documents->pdata[0];
    g_autoptr(GString) values = g_string_new(NULL);
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *one = document->fields->pdata[i];
        if (strcmp(one->id, field) == 0)
            g_string_append_printf(values, "%s%s", values->len ? " " : "", one->status == VALUE_ABSENT ? "-" : one->value);
    }
    for (guint i = 0; strcmp(field, "claims") == 0 && i < document->claims->len; i++) {
        const Claim *one = document->claims->pdata[i];
        g_string_append_printf(values, "%s%s=%s@%s", values->len ? " " : "", one->key, role_ids[one->role], one->place);
    }
    if (strcmp(values->str, expected) != 0)
        fail_msg("%s\n%s is %s, not %s", lines, field, values->str, expected);
    record_free(&file_facts_type, facts);
}

#define CERTIFICATE "^廉洁执法证明\n兹证明我局舒例川同志严格遵守廉洁纪律，"
#define SIGNED "\n特此证明。\n沅陵县环境保护局\n2016年11月21日"

static void a_form_may_tell_the_term_of_a_certificate(void **state)
{
    (void)state;
    check("^先进个人推荐表\n|姓名|张三|执法证有效期|2014年1月至2016年6月", "certificate-valid", "2014年1月至2016年6月");
    check("^先进个人推荐表\n|姓名|张三|执法证号|18120404（有效期至2016年6月30日）", "certificate-valid", "至2016年6月30日");
    check("^先进个人推荐表\n姓名：张三\n执法证号：18120404（有效期至2016年6月30日）", "certificate-valid", "至2016年6月30日");
    check("^先进个人推荐表\n姓名：张三\n该同志持有有效的执法证。", "certificate-valid", "");
}

#define PAIRS "^先进个人推荐表\n|姓名：张三|性别：男\n|工作单位：沅陵县环境监察大队|职务：大队长\n"

/* In a form that has the values behind the labels, the next cell's is no value of a label with none. */
static void the_pair_beside_is_no_value(void **state G_GNUC_UNUSED)
{
    check(PAIRS "|执法证号：|从事执法工作年限：12年\n|参与办案情况：办案12件。", "certificate-number", "");
    check(PAIRS "|执法证号：|岗位编码：431209\n|参与办案情况：办案12件。", "certificate-number", "");
    check(PAIRS "|执法证号：|编号：18120404\n|参与办案情况：办案12件。", "certificate-number", "18120404");
    check(PAIRS "|执法证号：18120404|从事执法工作年限：12年", "certificate-number", "18120404");
    check("^先进个人推荐表\n|姓名：|张三\n|执法证号：|岗位号：18120404\n|性别：|男", "certificate-number", "岗位号：18120404");
    check("^先进个人推荐表\n|姓名|张三\n|执法证号|12年", "certificate-number", "");
}

#define ROLE "^案件调查情况说明\n"

/* Whoever wrote no number behind the label left it blank. */
static void a_number_may_be_left_blank(void **state G_GNUC_UNUSED)
{
    static const struct { const char *lines, *blank, *number; } papers[] = {
        {ROLE "沅环罚字〔2016〕34号案由我局查处，张三（执法证号：）系该案主办。", "执法证号", ""},
        {ROLE "沅环罚字〔2016〕34号案由我局查处，张三（执法证号：18120404）系该案主办。", "", "18120404"},
        {ROLE "姓名：张三　　执法证号：\n系该案主办。", "执法证号", ""},
        {ROLE "姓名：张三　　执法证号：18120404\n系该案主办。", "", "18120404"},
        {ROLE "|姓名|张三|执法证号|\n|案件|沅环罚字〔2016〕34号|作用|主办", "执法证号", ""},
        {ROLE "|姓名|张三|执法证号|18120404\n|案件|沅环罚字〔2016〕34号|作用|主办", "", ""},
        {ROLE "|姓名：|张三\n|执法证号：|18120404\n|作用：|主办", "", ""},
        {PAIRS "|执法证号：|从事执法工作年限：12年", "", ""},
        {"^先进个人推荐表\n|姓名|张三\n|执法证号|", "执法证号", ""},
        {"^廉洁执法证明\n兹证明张三同志（执法证号：____）廉洁自律，未受过处分。\n特此证明。", "执法证号", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        check(papers[i].lines, "certificate-blank", papers[i].blank);
        check(papers[i].lines, "certificate-number", papers[i].number);
    }
}

#define LISTED "^先进个人候选名单\n|序号|姓名|单位|执法证号|推荐类别\n"

static void a_list_may_leave_a_number_empty(void **state G_GNUC_UNUSED)
{
    check(LISTED "|1|张三|某大队||执法先进个人\n|2|李四|某大队|18120404|执法先进个人", "listed-certificate", "- 李四|18120404");
    check("^先进个人候选名单\n|序号|姓名|单位|推荐类别\n|1|张三|某大队|执法先进个人", "listed-certificate", "");
}

static void a_certificate_may_say_something_against(void **state G_GNUC_UNUSED)
{
    check(CERTIFICATE "2015年受过党内警告处分，表现良好。" SIGNED, "misconduct", "2015年受过党内警告处分");
    check(CERTIFICATE "目前正在接受纪检部门调查。" SIGNED, "misconduct", "目前正在接受纪检部门调查");
    check(CERTIFICATE "未受过党纪政纪处分，也无正在调查处理的信访举报。" SIGNED, "misconduct", "");
    check(CERTIFICATE "没有因违纪违法受到过处分，没有正在接受组织调查的情形。" SIGNED, "misconduct", "");
    check(CERTIFICATE "正在调查处理的环境违法案件均依法办理。" SIGNED, "misconduct", "");
}

#define FORM "^怀化市环境执法大练兵先进个人推荐表\n|姓名|舒例川\n|单位名称|沅陵县环境保护局\n"

#define FILED "^环境违法行为立案审批表\n|案由|涉嫌未批先建\n|承办人意见|建议立案。舒例川　2016年9月6日\n"

/* A form that is blank throughout was filled in on paper; one that others signed was not. */
static void the_heads_opinion_may_be_blank(void **state G_GNUC_UNUSED)
{
    check(FILED "|局领导审批意见|", "opinion", "-");
    check(FILED "|局领导审批意见|签名：　　　年　月　日", "opinion", "-");
    check(FILED "|分管领导意见|同意立案。\n|局长审批意见|", "opinion", "同意立案");
    check(FILED "|局领导审批意见|同意立案。黄某　2016年9月7日", "opinion", "同意立案。黄某　2016年9月7日");
    check("^环境违法行为立案审批表\n|案由|涉嫌未批先建\n|承办人意见|\n|局领导审批意见|", "opinion", "");
    check(FILED "|备注|", "opinion", "");
}

static void an_opinion_is_given_or_left_blank(void **state G_GNUC_UNUSED)
{
    check(FORM "|所在单位意见|同意推荐。⏎（盖章）⏎2016年11月21日", "unit-opinion", "同意推荐。\n（盖章）\n2016年11月21日");
    check(FORM "|所在单位意见|⏎（盖章）⏎　　年　月　日", "unit-opinion", "-");
    check(FORM "|推荐单位意见|负责人签字：　　　2016年11月21日", "unit-opinion", "-");
    check(FORM "|市局评审意见|（盖章）", "unit-opinion", "");
    check(FORM "|所在单位纪检部门意见|（盖章）", "unit-opinion", "");
    check(FORM, "unit-opinion", "");
}

#define PROOF "^参与办案证明\n兹证明舒例川同志办理了下列案件：\n"

static void a_proof_states_roles(void **state G_GNUC_UNUSED)
{
    check(PROOF "1.沅环罚字〔2016〕34号（行政处罚，当事人：某厂）：主办；\n2.沅环拘移字〔2016〕1号（移送行政拘留）：参与。" SIGNED,
          "claims", "沅环||罚|2016|34=lead@P3 沅环||拘移|2016|1=member@P4");
    check(PROOF "1.沅环罚字〔2016〕34号：舒例川主办，瞿例之协助调查；" SIGNED, "claims", "");
    check(PROOF "1.沅环罚字〔2016〕34号、沅环罚字〔2016〕35号：主办；" SIGNED, "claims", "");
}

#define ATTESTED "^参与办案证明\n兹证明舒例川同志（执法证号43122203）"
#define ITS_CASE "某厂未批先建案（沅环罚字〔2016〕34号）"

static void a_proof_states_a_role_in_a_sentence(void **state G_GNUC_UNUSED)
{
    static const char *const member = "沅环||罚|2016|34=member@P2", *const lead = "沅环||罚|2016|34=lead@P2";
    check(ATTESTED "协办了" ITS_CASE "的调查处理工作，该案由瞿例之同志主办，见笔录。" SIGNED, "claims", member);
    check(ATTESTED "为" ITS_CASE "的协办人员，主办人员为瞿例之同志。" SIGNED, "claims", member);
    check(ATTESTED "担任" ITS_CASE "的主办人，协办人为瞿例之。" SIGNED, "claims", lead);
    check(ATTESTED "主办了" ITS_CASE "的调查处理工作。" SIGNED, "claims", lead);
    check(ATTESTED "参与了" ITS_CASE "的调查处理工作。" SIGNED, "claims", "");              /* whoever led it did, too */
    check(ATTESTED "协办了" ITS_CASE "的现场检查，主办了案件的调查。" SIGNED, "claims", "");
    check(ATTESTED "参加了" ITS_CASE "的调查，由瞿例之同志主办。" SIGNED, "claims", "");
    check(ATTESTED "协办了" ITS_CASE "和沅环罚字〔2016〕35号案。" SIGNED, "claims", "");
    check("^案件情况说明\n该案由舒例川同志协办，" ITS_CASE "。" SIGNED, "claims", "");
    check(ATTESTED "参与办理了" ITS_CASE "，为协办人。" SIGNED, "claims", member);
    check(ATTESTED "参与办理了" ITS_CASE "，在该案中担任协办人员。" SIGNED, "claims", member);
    check(ATTESTED "作为协办人参与办理了" ITS_CASE "。" SIGNED, "claims", member);
    check(ATTESTED "办理了" ITS_CASE "，角色为协办。" SIGNED, "claims", member);
    check(ATTESTED "参与办理了" ITS_CASE "，系该案主办人。" SIGNED, "claims", lead);
    check(ATTESTED "主持办理了" ITS_CASE "，为协办人。" SIGNED, "claims", "");
    check(ATTESTED "参与办理了" ITS_CASE "，主办人为瞿例之。" SIGNED, "claims", "");
    check(ATTESTED "参与办理了" ITS_CASE "，瞿例之为主办人。" SIGNED, "claims", "");
}

/* In a paper that is called a proof the name may stand alone; in one of several people it is not known whose case it is. */
static void a_proof_may_begin_with_the_name(void **state G_GNUC_UNUSED)
{
    static const char *const member = "沅环||罚|2016|34=member@P2";
#define NAMED "^参与办案证明\n舒例川同志（执法证号43122203）"
    check(NAMED "参与办理了" ITS_CASE "，为协办人。" SIGNED, "claims", member);
    check(NAMED "参与办理了" ITS_CASE "，为协办人。" SIGNED, "attested", "舒例川");
    check(NAMED "参与办理了" ITS_CASE "，为协办人。\n瞿例之同志主办了" ITS_CASE "。" SIGNED, "claims", "");
    check("^先进事迹\n舒例川同志主办了" ITS_CASE "。" SIGNED, "claims", "");
}

static void a_proof_says_whom_it_is_about(void **state G_GNUC_UNUSED)
{
    check("^韩志华同志先进事迹材料\n该同志从事环境执法工作多年，认真学习焦裕禄同志先进事迹。", "attested", "韩志华");
    check("^先进个人事迹材料\n舒例川，男，1975年3月生。\n该同志从事环境执法工作多年。", "attested", "舒例川");
    check("^先进个人事迹材料\n该同志从事环境执法工作多年，认真学习焦裕禄同志先进事迹。", "attested", "");
    check("^向某某同志先进事迹材料\n该同志从事环境执法工作多年。", "attested", "");
    check("^案件调查中所起作用的说明\n在该案的调查中，舒例川同志担任主办人。" SIGNED, "attested", "舒例川");
    check("^案件调查中所起作用的说明\n在局长韩志华同志领导下，本人担任主办人。" SIGNED, "attested", "");
    check(ATTESTED "协办了" ITS_CASE "的调查处理工作。" SIGNED, "attested", "舒例川");
    check("^参与办案证明\n兹证明我局舒例川同志参与了" ITS_CASE "。" SIGNED, "attested", "舒例川");
    check("^参与办案证明\n兹证明下列同志参与了" ITS_CASE "。" SIGNED, "attested", "");
    check("^参与办案证明\n兹证明我局监察大队舒例川同志参与了" ITS_CASE "。" SIGNED, "attested", "");
    check(CERTIFICATE "未受过处分。" SIGNED, "attested", "");
}

#define CONTACTS "^动员部署情况和联络员名单\n怀化市环境保护局：\n|姓名|职务|办公电话|手机|邮箱\n"

static void contacts_without_a_telephone_are_known(void **state G_GNUC_UNUSED)
{
    check(CONTACTS "|向例同|队员||　|a@example.cn\n|覃　和|股长|||" SIGNED, "no-telephone", "向例同 覃和");
    check(CONTACTS "|向例同|队员||13300000000|\n|覃　和|股长|0745-8230001||" SIGNED, "no-telephone", "");
    check(CONTACTS "|向例同|队员|略||\n|合计||||" SIGNED, "no-telephone", "");
    check(CONTACTS "|向例同|队员|||\n联系电话：0745-8230001" SIGNED, "no-telephone", "");
    check("^动员部署情况和联络员名单\n|姓名|职务\n|向例同|队员" SIGNED, "no-telephone", "");
    check("^动员部署情况和联络员名单\n|姓名|向例同|手机|13300000000\n|部门|法制股|邮箱|" SIGNED, "no-telephone", "");
}

static void a_list_names_people(void **state G_GNUC_UNUSED)
{
    check("^先进个人候选名单\n|序号|姓名|推荐类别\n|1|向例同|执法先进个人\n|2|覃　和|法制工作先进个人", "name", "向例同 覃和");
    check("^先进个人候选名单\n|序号|单位|推荐类别\n|1|沅陵县环境保护局|先进集体", "name", "");
}

static char *digest_of(const char *lines)
{
    FileFacts *facts = linefacts_read("信息/2016-11-09.docx", lines);
    char *digest = g_strdup(((const Document *)facts->documents->pdata[0])->text_digest);
    record_free(&file_facts_type, facts);
    return digest;
}
static char *whole_of(const char *lines)
{
    FileFacts *facts = linefacts_read("信息/2016-11-09.docx", lines);
    char *digest = g_strdup(((const Document *)facts->documents->pdata[0])->whole_digest);
    record_free(&file_facts_type, facts);
    return digest;
}

#define SHORT_TEXT "日前，沅陵县环境保护局与公安机关联合执法，依法查处一起逃避监管违法排放污染物案件，案件已按程序移送。"
#define TEXT SHORT_TEXT \
    "\n执法人员在检查中发现，该单位通过雨水沟排放未经处理的生产废水，当即固定证据、采集水样，并责令其停止排放。"

static void one_text_is_one_under_any_title(void **state G_GNUC_UNUSED)
{
    g_autofree char *first = digest_of("^环境执法大练兵简报\n第5期\n2016年11月9日\n" TEXT),
                    *again = digest_of("^环境执法大练兵简报\n第6期\n2016年11月23日\n取得阶段性成效\n" TEXT),
                    *other = digest_of("^环境执法大练兵简报\n第6期\n" TEXT "双方就案件移送、证据衔接等进行了座谈。"),
                    *nothing = digest_of("^环境执法大练兵简报\n第5期\n本期无内容。");
    assert_non_null(first);
    assert_string_equal(first, again);
    assert_string_not_equal(first, other);
    assert_null(nothing);
}

/* One sentence of them is another, and be it a short one; or the text is too short to be one by chance alone. */
static void a_text_is_another_by_one_short_sentence(void **state G_GNUC_UNUSED)
{
    g_autofree char *first = digest_of("^环境执法大练兵简报\n" TEXT "\n罚款五万元。"), *other = digest_of("^环境执法大练兵简报\n" TEXT "\n罚款十万元。"),
                    *brief = digest_of("^环境执法大练兵简报\n" SHORT_TEXT);
    assert_string_not_equal(first, other);
    assert_null(brief);
}

static void a_whole_has_its_title_and_its_date(void **state G_GNUC_UNUSED)
{
    g_autofree char *first = whole_of("^环境执法大练兵简报\n第5期\n2016年11月9日\n" SHORT_TEXT),
                    *spaced = whole_of("^环境执法大练兵简报\n第 5 期\n\n2016年11月9日\n" SHORT_TEXT),
                    *titled = whole_of("^环境执法大练兵简报\n第6期\n2016年11月9日\n" SHORT_TEXT),
                    *dated = whole_of("^环境执法大练兵简报\n第5期\n2016年11月10日\n" SHORT_TEXT),
                    *nothing = whole_of("^环境执法大练兵简报\n第5期\n本期无内容。");
    assert_string_equal(first, spaced);
    assert_string_not_equal(first, titled);
    assert_string_not_equal(first, dated);
    assert_null(nothing);
}

#define EVENT "溆浦县环境保护局开展执法案卷自查\n2016年11月23日\n执法人员开展执法案卷自查工作，情况良好。\n溆浦县环境保护局"
#define REPORT "环境执法大练兵活动自评报告\n2016年11月23日\n现将自评情况报告如下。\n溆浦县环境保护局"

static void a_name_among_the_bulletins_is_a_bulletins(void **state G_GNUC_UNUSED)
{
    static const struct { const char *path, *type; } known[] = {
        {"信息/2016-11-23 执法案卷自查.docx", "bulletin"},
        {"上报信息/20161026行政处罚决定书公开.docx", "bulletin"},
        {"信息/11月/2016-11-23 执法案卷自查.docx", "bulletin"},
        {"案卷/行政处罚1 怀化信息/2016-09-12 行政处罚决定书.docx", "penalty-decision"},
        {"信息/2016-11-28 自评报告.docx", "self-assessment"},
        {"信息/执法案卷自查.docx", "self-assessment"},
        {"案卷/2016-11-23 执法案卷自查.docx", "self-assessment"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autofree char *named = linefacts_named(known[i].path);
        assert_string_equal(named, known[i].type);
    }
}

/* What its title says goes before the name; news of such a paper have no title that is known. */
static void news_of_a_paper_are_no_such_paper(void **state G_GNUC_UNUSED)
{
    static const struct { const char *named, *lines, *type; } known[] = {
        {"bulletin", EVENT, "bulletin"}, {"bulletin", REPORT, "self-assessment"}, {"self-assessment", EVENT, "self-assessment"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        FileFacts *facts = linefacts_read_named("信息/2016-11-23 执法案卷自查.docx", known[i].named, known[i].lines);
        assert_string_equal(((const Document *)facts->documents->pdata[0])->type, known[i].type);
        record_free(&file_facts_type, facts);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_may_tell_the_term_of_a_certificate),
        cmocka_unit_test(the_pair_beside_is_no_value),
        cmocka_unit_test(a_number_may_be_left_blank),
        cmocka_unit_test(a_list_may_leave_a_number_empty),
        cmocka_unit_test(a_certificate_may_say_something_against),
        cmocka_unit_test(the_heads_opinion_may_be_blank),
        cmocka_unit_test(an_opinion_is_given_or_left_blank),
        cmocka_unit_test(a_proof_states_roles),
        cmocka_unit_test(a_proof_states_a_role_in_a_sentence),
        cmocka_unit_test(a_proof_may_begin_with_the_name),
        cmocka_unit_test(a_proof_says_whom_it_is_about),
        cmocka_unit_test(contacts_without_a_telephone_are_known),
        cmocka_unit_test(a_list_names_people),
        cmocka_unit_test(one_text_is_one_under_any_title),
        cmocka_unit_test(a_text_is_another_by_one_short_sentence),
        cmocka_unit_test(a_whole_has_its_title_and_its_date),
        cmocka_unit_test(a_name_among_the_bulletins_is_a_bulletins),
        cmocka_unit_test(news_of_a_paper_are_no_such_paper),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
