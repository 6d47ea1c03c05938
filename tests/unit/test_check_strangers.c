/* EXT-002, stranger and body: papers of a firm that is not the party, beside papers that are and alone.  REF-005, paper: a
 * decision that another county's bureau signed, beside papers that the unit's own signed. */
#include "findingcases.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#define FOLDER "案卷/行政处罚1/"
#define PARTY "沅陵县乌有锰业有限公司"
#define STRANGER "会同县广漠木业有限公司"
#define FIRST FOLDER "监测.docx"
#define SECOND FOLDER "复查监测.docx"
#define RECORD FOLDER "检查笔录.docx"

static void measure(Submitted *s, const char *path, const char *body)
{
    put_document(s, path, "monitoring-report", "document-date", "2016-09-09", "party", body, NULL);
}
static void measured_beside(Submitted *s, const char *body)
{
    measure(s, FIRST, body);
    measure(s, SECOND, PARTY);
}
static void stranger_measured_first(Submitted *s) { measured_beside(s, STRANGER); }
static void stranger_measured_last(Submitted *s)
{
    measure(s, FIRST, PARTY);
    measure(s, SECOND, STRANGER);
}
static void party_measured_twice(Submitted *s) { measured_beside(s, "沅陵乌有锰业"); }
static void office_measured(Submitted *s) { measured_beside(s, "沅陵县环境监测中心站"); }
static void person_measured(Submitted *s) { measured_beside(s, "舒样山"); }
static void neighbour_measured(Submitted *s)
{
    stranger_measured_first(s);
    add_field(the_document(s, RECORD), "named-body", "与其相邻的广漠木业公司");
}
static void stranger_measured_for_the_party(Submitted *s)
{
    stranger_measured_first(s);
    add_field(the_document(s, FIRST), "named-body", PARTY "委托监测");
}
static void both_measured(Submitted *s)
{
    stranger_measured_first(s);
    add_field(the_document(s, FIRST), "party", PARTY);
}
static void stranger_was_fined(Submitted *s)
{
    stranger_measured_first(s);
    set_field(s, FOLDER "告知书.docx", "party", STRANGER);
}
#define HEARING FOLDER "听证笔录.docx"
/* What the party said stands behind "party:", too. */
static void heard(Submitted *s, const char *party)
{
    Document *record = put_document(s, HEARING, "hearing-record", "document-date", "2016-09-26", "cause", PARTY "超标排放案", "named-body", PARTY, NULL);
    add_field(record, "party", party);
    add_field(record, "named-body", party);
    add_field(record, "party", "我们公司确实存在这些问题");
}
static void stranger_heard(Submitted *s) { heard(s, STRANGER); }
static void party_heard(Submitted *s) { heard(s, PARTY); }
#define INTERVIEW FOLDER "询问笔录.docx"
static void asked(Submitted *s, const char *employer, const char *head)
{
    set_field(s, FOLDER "决定书.docx", "legal-rep", "舒样山");
    put_document(s, INTERVIEW, "interview-record", "document-date", "2016-09-10", "party", employer, "legal-rep", head, NULL);
}
static void head_asked_for_a_stranger(Submitted *s) { asked(s, STRANGER, "舒样山"); }
static void head_of_a_stranger_asked(Submitted *s) { asked(s, STRANGER, "舒例山"); }
static void asked_under_a_slip(Submitted *s) { asked(s, "沅陵县乌没锰业有限公司", "舒例山"); }
static void stranger_alone_was_measured(Submitted *s) { measure(s, FIRST, STRANGER); }
static void stranger_alone_was_measured_twice(Submitted *s)
{
    measure(s, FIRST, STRANGER);
    measure(s, SECOND, STRANGER);
}
/* All papers but the decision name the firm that was measured: then the decision is the one in error. */
static void decision_of_another(Submitted *s)
{
    static const char *const papers[] = {"检查笔录", "立案", "调查报告", "责改", "告知书"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf(FOLDER "%s.docx", papers[i]);
        set_field(s, path, "party", STRANGER);
    }
    stranger_alone_was_measured(s);
}

static void interview(Submitted *s, const char *cause)
{
    put_document(s, FOLDER "询问笔录2.docx", "interview-record", "party", STRANGER, "cause", cause, NULL);
}
static void stranger_interviewed(Submitted *s) { interview(s, STRANGER "涉嫌超标排放水污染物案"); }
static void witness_interviewed(Submitted *s) { interview(s, "涉嫌超标排放水污染物案"); }
static void neighbour_interviewed(Submitted *s)
{
    stranger_interviewed(s);
    add_field(the_document(s, RECORD), "named-body", "与其相邻的广漠木业公司");
}
static void paper_of(Submitted *s, const char *type, const char *party)
{
    put_document(s, FOLDER "清单.docx", type, "party", party, NULL);
}
static void list_of_a_stranger(Submitted *s) { paper_of(s, "transfer-list", STRANGER); }
static void list_of_the_party(Submitted *s) { paper_of(s, "transfer-list", PARTY); }
static void licence_of_a_stranger(Submitted *s) { paper_of(s, "evidence", STRANGER); }
static void receipt_of_nothing(Submitted *s) { paper_of(s, "service-receipt", STRANGER); }
static void receipt_of_the_procurators(Submitted *s) { paper_of(s, "service-receipt", "沅陵县人民检察院"); }
static void receipt_of_the_town(Submitted *s) { paper_of(s, "service-receipt", "沅陵县官庄镇人民政府"); }
static void receipt_of_a_bureau(Submitted *s) { paper_of(s, "service-receipt", "沅陵县国土资源局"); }
static void receipt_of_who_cuts_the_power(Submitted *s) { paper_of(s, "service-receipt", "国网湖南沅陵县供电公司"); }
static void receipt_of_the_decision(Submitted *s) /* told against the decision that it serves */
{
    set_field(s, FOLDER "回证2.docx", "served-document", "行政处罚决定书");
    set_field(s, FOLDER "回证2.docx", "party", STRANGER);
}

/* ---- who signed the decision, the order and the notice ---- */

static void signed_by(Submitted *s, const char *decision, const char *order, const char *notice)
{
    set_field(s, FOLDER "决定书.docx", "agency", decision);
    set_field(s, FOLDER "责改.docx", "agency", order);
    set_field(s, FOLDER "告知书.docx", "agency", notice);
}
static void decision_of_another_county(Submitted *s) { signed_by(s, "辰溪县环境保护局", "沅陵县环境保护局", "沅陵县环境保护局"); }
static void order_of_another_county(Submitted *s) { signed_by(s, "沅陵县环境保护局", "辰溪县环境保护局", "沅陵县环境保护局"); }
static void decision_of_the_county(Submitted *s) { signed_by(s, "沅陵县环境保护局", "沅陵县环境保护局", "沅陵县环境保护局"); }

static const FindingCase cases[] = {
    RAISED("REF-005", NULL, decision_of_another_county, decision_of_the_county),
    RAISED("REF-005", "paper", order_of_another_county, decision_of_another_county),
    RAISED("EXT-002", "stranger", stranger_measured_first, party_measured_twice),
    RAISED("EXT-002", "stranger", stranger_measured_first, office_measured),
    RAISED("EXT-002", "stranger", stranger_measured_first, person_measured),
    RAISED("EXT-002", "stranger", stranger_measured_first, neighbour_measured),
    RAISED("EXT-002", "stranger", stranger_measured_first, stranger_measured_for_the_party),
    RAISED("EXT-002", "stranger", stranger_measured_last, both_measured),
    RAISED("EXT-002", "stranger", stranger_measured_last, stranger_was_fined),
    RAISED("EXT-002", "stranger", stranger_measured_last, stranger_alone_was_measured),
    RAISED("EXT-002", "stranger", stranger_interviewed, witness_interviewed),
    RAISED("EXT-002", "stranger", stranger_interviewed, neighbour_interviewed),
    RAISED("EXT-002", "stranger", stranger_heard, party_heard),
    RAISED("EXT-002", "stranger", head_asked_for_a_stranger, head_of_a_stranger_asked),
    RAISED("EXT-002", "stranger", asked_under_a_slip, head_of_a_stranger_asked),
    RAISED("EXT-002", "stranger", list_of_a_stranger, list_of_the_party),
    RAISED("EXT-002", "stranger", list_of_a_stranger, licence_of_a_stranger),
    RAISED("EXT-002", "stranger", receipt_of_nothing, receipt_of_the_decision),
    RAISED("EXT-002", "stranger", receipt_of_nothing, receipt_of_the_procurators),
    RAISED("EXT-002", "stranger", receipt_of_nothing, receipt_of_the_town),
    RAISED("EXT-002", "stranger", receipt_of_nothing, receipt_of_a_bureau),
    RAISED("EXT-002", "stranger", receipt_of_nothing, receipt_of_who_cuts_the_power),
    RAISED("EXT-002", NULL, receipt_of_the_decision, receipt_of_nothing),
    RAISED("EXT-002", "body", stranger_alone_was_measured, stranger_measured_first),
    RAISED("EXT-002", "body", stranger_alone_was_measured_twice, decision_of_another),
};

/* Where each is told, and what else is named there. */
static void the_paper_itself_is_the_place(void **state G_GNUC_UNUSED)
{
    static const struct { ChangeFunc change; const char *file, *others; } known[] = {
        {stranger_measured_first, FIRST, NULL},
        {stranger_measured_last, SECOND, NULL},
        {stranger_alone_was_measured, FIRST, NULL},
        {stranger_alone_was_measured_twice, SECOND, "监测.docx|P3"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-002");
        assert_int_equal(submitted_count(s, "EXT-002", "*"), 1);
        assert_string_equal(finding->file, known[i].file);
        assert_string_equal(finding_value(finding, "quote"), STRANGER);
        assert_string_equal(finding_value(finding, "measured"), "monitoring-report");
        const char *others = finding_value(finding, "others");
        if (strcmp(others ? others : "", known[i].others ? known[i].others : "") != 0)
            fail_msg("%zu: %s", i, others);
        submitted_free(s);
    }
}

/* Without tables two papers of one county show that the decision is the strange one; against one alone it counts. */
static void paper_told(const char *notice, const char *type)
{
    Submitted *s = submitted_clean();
    signed_by(s, "辰溪县环境保护局", "沅陵县环境保护局", notice);
    submitted_without_tables(s);
    submitted_check(s);
    assert_int_equal(submitted_count(s, "REF-005", "paper"), 1);
    assert_string_equal(finding_value(submitted_finding(s, "REF-005"), "doctype"), type);
    submitted_free(s);
}

static void the_strange_paper_is_told(void **state)
{
    (void)state;
    paper_told("沅陵县环境保护局", "penalty-decision");
    paper_told("辰溪县环境保护局", "rectification-order");
}

/* A wrong name in a paper is told against the others once; its receipt, which has their name, only shows the same.  A receipt with a
 * name of its own is another cause. */
static void one_wrong_name_is_told_once(void **state)
{
    (void)state;
    static const struct { const char *paper, *receipt, *name; int count; } known[] = {
        {"告知书.docx", "回证1.docx", PARTY, 1}, {"决定书.docx", "回证2.docx", PARTY, 1}, {"告知书.docx", "回证1.docx", "沅陵县清溪砂石有限公司", 2}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        g_autofree char *paper = g_strconcat(FOLDER, known[i].paper, NULL), *receipt = g_strconcat(FOLDER, known[i].receipt, NULL);
        set_field(s, paper, "party", STRANGER);
        set_field(s, receipt, "party", known[i].name);
        submitted_check(s);
        assert_string_equal(submitted_finding(s, "EXT-002")->file, paper);
        assert_int_equal(submitted_count(s, "EXT-002", "*"), known[i].count);
        submitted_free(s);
    }
}

/* One finding for heading and signature of another county, at the signature; where only one is, at that. */
static void the_place_is_where_the_strange_name_stands(void **state)
{
    (void)state;
    static const char own[] = "沅陵县环境保护局", other[] = "辰溪县环境保护局";
    static const struct { const char *heading, *signing, *place, *told, *beside; } known[] = {
        {other, other, "P9", "heading-place", "P1"}, {own, other, "P9", "heading-place", NULL}, {other, own, "P1", "signed-place", "P9"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        Field *signing = the_field(s, FOLDER "决定书.docx", "agency");
        set_field(s, FOLDER "决定书.docx", "agency", known[i].signing);
        g_free(signing->place);
        signing->place = g_strdup("P9");
        Field *heading = add_field(the_document(s, FOLDER "决定书.docx"), "heading-agency", known[i].heading);
        g_free(heading->place);
        heading->place = g_strdup("P1");
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "REF-005");
        assert_int_equal(submitted_count(s, "REF-005", "*"), 1);
        assert_string_equal(finding->place, known[i].place);
        if (g_strcmp0(finding_value(finding, known[i].told), known[i].beside) != 0)
            fail_msg("%zu: %s", i, finding_value(finding, known[i].told));
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_paper_itself_is_the_place),
                                       cmocka_unit_test(the_strange_paper_is_told),
                                       cmocka_unit_test(one_wrong_name_is_told_once),
                                       cmocka_unit_test(the_place_is_where_the_strange_name_stands)};
    int failed = finding_cases_run("strangers", cases, G_N_ELEMENTS(cases));
    return failed + cmocka_run_group_tests_name("where strangers are told", tests, NULL, NULL);
}
