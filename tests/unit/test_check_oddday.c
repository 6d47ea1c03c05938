/* LAW-009: of two days in the wrong order the one that other papers of the case file speak against is told as the slip, and the
 * finding stands there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define ENFORCEMENT "案卷/强制执行1/"
#define FORM PENALTY "立案.docx"
#define REPORT PENALTY "调查报告.docx"
#define NOTICE PENALTY "告知书.docx"
#define DECISION PENALTY "决定书.docx"
#define RECEIPT PENALTY "回证2.docx"
#define CLOSING PENALTY "结案.docx"

/* The clean file: filed on 7 September by form and report, notice of the 20th, decision of the 28th, served on the 29th. */
static void form_alone(Submitted *s) { set_field(s, FORM, "filing-date", "2016-09-23"); }
static void form_and_report(Submitted *s)
{
    form_alone(s);
    set_field(s, REPORT, "filing-date", "2016-09-23");
}
static void form_and_closing(Submitted *s)
{
    form_alone(s);
    set_field(s, CLOSING, "filing-date", "2016-09-23");
}
static void form_and_notice(Submitted *s)
{
    form_alone(s);
    set_field(s, NOTICE, "filing-date", "2016-09-23");
}
static void form_against_two_days(Submitted *s)
{
    form_alone(s);
    set_field(s, DECISION, "filing-date", "2016-09-08");
}
static void form_against_another_form(Submitted *s)
{
    form_alone(s);
    drop_field(s, REPORT, "filing-date");
    put_document(s, PENALTY "立案2.docx", "filing-form", "filing-date", "2016-09-07", NULL);
}
static void form_against_a_day_that_does_not_fit(Submitted *s)
{
    form_alone(s);
    set_field(s, REPORT, "filing-date", "2016-09-22");
}
static void closing_tells(Submitted *s, const char *decided, const char *served)
{
    if (decided)
        set_field(s, CLOSING, "decision-date", decided);
    if (served)
        set_field(s, CLOSING, "service-date", served);
}
static void decision_alone(Submitted *s)
{
    set_field(s, DECISION, "decision-date", "2016-10-09");
    closing_tells(s, "2016-09-28", NULL);
}
static void receipt_alone(Submitted *s)
{
    set_field(s, RECEIPT, "service-date", "2016-09-27");
    closing_tells(s, "2016-09-28", "2016-09-29");
}
static void receipt_and_closing(Submitted *s)
{
    set_field(s, RECEIPT, "service-date", "2016-09-27");
    closing_tells(s, NULL, "2016-09-27");
}
/* The day of the decision is sure, that of its service told by nobody else: it may have been so. */
static void nobody_tells_of_the_service(Submitted *s)
{
    set_field(s, RECEIPT, "service-date", "2016-09-27");
    closing_tells(s, "2016-09-28", NULL);
}
static void another_paper_was_served_later(Submitted *s)
{
    nobody_tells_of_the_service(s);
    set_field(s, PENALTY "责改.docx", "doc-number", "沅环责改字〔2016〕1号");
    set_field(s, NOTICE, "order-number", "沅环责改字〔2016〕1号");
    set_field(s, NOTICE, "order-served-on", "2016-09-29");
}
static void notice_by_the_decision_alone(Submitted *s)
{
    set_field(s, NOTICE, "notice-date", "2016-09-30");
    set_field(s, DECISION, "notice-date", "2016-09-21");
    drop_files(s, PENALTY "回证1.docx");
}
static void notice_alone(Submitted *s)
{
    notice_by_the_decision_alone(s);
    closing_tells(s, "2016-09-28", NULL);
}
/* Some other notice, told by a paper that does not name this one. */
static void notice_told_without_its_number(Submitted *s)
{
    set_field(s, NOTICE, "notice-date", "2016-09-30");
    set_field(s, REPORT, "notice-date", "2016-09-06");
    drop_files(s, PENALTY "回证1.docx");
    closing_tells(s, "2016-09-28", NULL);
}

typedef struct {
    ChangeFunc change;
    const char *file, *slip, *count, *right; /* slip NULL: neither is told */
} Told;

static void expect_of_case(const Finding *finding, size_t at, const char *name, const char *expected)
{
    const char *value = finding_value(finding, name);
    if (g_strcmp0(value, expected) != 0)
        fail_msg("%zu: %s is %s, not %s", at, name, value, expected);
}

static void the_slip_is_told_where_it_is_clear(void **state)
{
    (void)state;
    static const Told known[] = {{form_alone, FORM, "filing-form", "1", "2016-09-07"},
                                 {form_and_report, NOTICE, NULL, NULL, NULL},
                                 {form_and_closing, NOTICE, NULL, NULL, NULL},
                                 {form_and_notice, NOTICE, NULL, NULL, NULL},
                                 {form_against_two_days, FORM, "filing-form", "2", NULL},
                                 {form_against_another_form, NOTICE, NULL, NULL, NULL},
                                 {form_against_a_day_that_does_not_fit, NOTICE, NULL, NULL, NULL},
                                 {decision_alone, DECISION, "penalty-decision", "1", "2016-09-28"},
                                 {receipt_alone, RECEIPT, "service-receipt", "1", "2016-09-29"},
                                 {receipt_and_closing, RECEIPT, NULL, NULL, NULL},
                                 {nobody_tells_of_the_service, RECEIPT, NULL, NULL, NULL},
                                 {another_paper_was_served_later, RECEIPT, NULL, NULL, NULL},
                                 {notice_alone, NOTICE, "penalty-notice", "1", NULL},
                                 {notice_by_the_decision_alone, DECISION, NULL, NULL, NULL},
                                 {notice_told_without_its_number, DECISION, NULL, NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "LAW-009");
        assert_non_null(finding);
        if (strcmp(finding->file, known[i].file) != 0)
            fail_msg("%zu: told at %s", i, finding->file);
        expect_of_case(finding, i, "slip", known[i].slip);
        expect_of_case(finding, i, "same-in", known[i].count);
        expect_of_case(finding, i, "right", known[i].right);
        submitted_free(s);
    }
}

static void both_dates_are_found_from_either(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *where, *says, *remedy; } known[] = {
        {form_alone, "（2016年9月20日，行政处罚事先（听证）告知书，“告知书.docx”第3段）",
         "；卷内另有1份文书（“调查报告.docx”第3段）所写的日期与行政处罚事先（听证）告知书的相合，疑为立案审批表的立案日期有误，似应为2016年9月7日。",
         "先核对立案审批表"},
        {receipt_alone, "（2016年9月28日，行政处罚决定书，“决定书.docx”第3段）",
         "；卷内另有1份文书（“结案.docx”第3段）所写的日期与行政处罚决定书的相合，疑为送达回证的送达日期有误，似应为2016年9月29日。",
         "不要照它改动行政处罚决定书"},
        {form_and_report, "（2016年9月23日，立案审批表，“立案.docx”第3段）", "（2016年9月20日，行政处罚事先（听证）告知书）。",
         "请对照原件核对两处日期：有笔误的，依法更正并附入卷内；"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "LAW-009");
        g_autofree char *sentence = catalogue_sentence(s->catalogue, finding), *remedy = catalogue_remedy(s->catalogue, finding);
        if (!strstr(sentence, known[i].where) || !strstr(sentence, known[i].says))
            fail_msg("%s", sentence);
        if (!strstr(remedy, known[i].remedy))
            fail_msg("%s", remedy);
        submitted_free(s);
    }
}

/* A demand before the decision is before its service, too; that is told once, though it be told at the decision. */
static void a_turned_finding_is_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    set_field(s, ENFORCEMENT "催告书.docx", "demand-date", "2016-02-06");
    set_field(s, ENFORCEMENT "申请书.docx", "original-decision-date", "2016-02-05");
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "LAW-009");
    assert_string_equal(finding_value(finding, "slip"), "penalty-decision");
    assert_string_equal(finding->file, ENFORCEMENT "决定书.docx");
    assert_string_equal(finding_value(finding, "then-file"), ENFORCEMENT "催告书.docx");
    assert_int_equal(submitted_count(s, "LAW-009", "*"), 1);
    submitted_free(s);
}

static void one_file_may_hold_both(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    form_alone(s);
    Field *noticed = the_field(s, NOTICE, "notice-date");
    g_free(noticed->place);
    noticed->place = g_strdup("P9");
    g_ptr_array_add(the_file(s, FORM)->documents, g_ptr_array_steal_index(the_file(s, NOTICE)->documents, 0));
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "LAW-009");
    assert_string_equal(finding->file, FORM);
    assert_string_equal(finding->place, the_field(s, FORM, "filing-date")->place);
    assert_string_equal(finding_value(finding, "second-place"), "P9");
    assert_null(finding_value(finding, "then-file"));
    submitted_free(s);
}

/* The filing that all steps contradict: any paper may give the right day. */
static void the_right_day_may_stand_in_the_decision(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    set_field(s, FORM, "filing-date", "2016-10-08");
    drop_field(s, REPORT, "filing-date");
    set_field(s, DECISION, "filing-date", "2016-09-07");
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "LAW-009");
    assert_string_equal(finding->variant, "late-filing");
    assert_string_equal(finding_value(finding, "right"), "2016-09-07");
    assert_string_equal(finding_value(finding, "right-file"), DECISION);
    submitted_free(s);
}

/* A closing form dated DAY by the head, on whose table two others signed on HANDLED and on SECTION. */
static void closed_by_three(Submitted *s, const char *day, const char *handled, const char *section)
{
    set_field(s, CLOSING, "closing-date", day);
    const char *const fields[][2] = {{"opinion-on", handled}, {"proposed-on", section}, {"head-signed-on", day}, {"filing-date", day}};
    const char *const places[] = {"表1第10行", "表1第11行", "表1第12行", "表1第6行"};
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        Field *field = add_field(the_document(s, CLOSING), fields[i][0], fields[i][1]);
        g_free(field->place);
        field->place = g_strdup(places[i]);
    }
    Field *closed = the_field(s, CLOSING, "closing-date");
    g_free(closed->place);
    closed->place = g_strdup("表1第12行");
}

/* The form has the wrong day in the opinions on which the head's rests; what else is of that day is another matter. */
static void all_opinions_of_the_day_are_told(void **state)
{
    (void)state;
    static const struct { const char *handled, *section, *alike; } known[] = {
        {"2016-09-27", "2016-09-27", "结案.docx|表1第10行\n结案.docx|表1第11行"},
        {"2016-09-26", "2016-09-27", "结案.docx|表1第11行"},
        {"2016-09-26", "2016-09-26", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        closed_by_three(s, "2016-09-27", known[i].handled, known[i].section);
        submitted_check(s);
        const Finding *told = NULL;
        for (guint k = 0; k < s->findings->findings->len && !told; k++) {
            const Finding *each = s->findings->findings->pdata[k];
            told = strcmp(each->code, "LAW-009") == 0 && strcmp(each->file, CLOSING) == 0 &&
                   g_strcmp0(finding_value(each, "second-field"), "closing-date") == 0 ? each : NULL;
        }
        assert_non_null(told);
        expect_param(told, "alike", known[i].alike);
        expect_param(told, "alike-day", known[i].alike ? "2016-09-27" : NULL);
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_slip_is_told_where_it_is_clear),
                                       cmocka_unit_test(both_dates_are_found_from_either),
                                       cmocka_unit_test(a_turned_finding_is_told_once),
                                       cmocka_unit_test(one_file_may_hold_both),
                                       cmocka_unit_test(the_right_day_may_stand_in_the_decision),
                                       cmocka_unit_test(all_opinions_of_the_day_are_told)};
    return cmocka_run_group_tests_name("odd day", tests, NULL, NULL);
}
