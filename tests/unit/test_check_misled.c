/* Findings whose remedy, taken alone, would spoil a right document: each names what contradicts it, and a near miss. */
#include "findingcases.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#define DAILY "案卷/按日1/按日决定书.docx"
#define ORDER_RECEIPT "案卷/按日1/回证1.docx"
#define CLOSING "案卷/行政处罚1/结案.docx"

/* ---- a receipt against the papers that tell when it was ---- */

static void receipt_misread(Submitted *s) { set_field(s, ORDER_RECEIPT, "service-date", "2016-09-08"); }
static void receipt_misread_and_papers_agree(Submitted *s)
{
    receipt_misread(s);
    set_field(s, "案卷/按日1/复查笔录.docx", "order-served-on", "2016-09-07");
    set_field(s, "案卷/按日1/再责改.docx", "order-served-on", "2016-09-07");
}
static void papers_tell_the_same_day(Submitted *s)
{
    set_field(s, "案卷/按日1/复查笔录.docx", "order-served-on", "2016-09-07");
    set_field(s, CLOSING, "service-date", "2016-09-29");
    set_field(s, "案卷/行政处罚1/决定书.docx", "notice-served-on", "2016-09-21");
}
/* The second receipt is of another attempt, and shows the day that is told. */
static void served_twice(Submitted *s)
{
    receipt_misread(s);
    put_document(s, "案卷/按日1/回证5.docx", "service-receipt", "served-number", "沅环责改字〔2016〕20号", "service-date",
                 "2016-09-07", NULL);
}
static void order_without_a_receipt(Submitted *s)
{
    drop_files(s, ORDER_RECEIPT);
    set_field(s, "案卷/按日1/复查笔录.docx", "order-served-on", "2016-09-09");
}
static void record_of_the_second_order(Submitted *s)
{
    set_field(s, "案卷/按日1/复查笔录.docx", "order-served-on", "2016-09-20");
    set_field(s, "案卷/按日1/复查笔录.docx", "order-number", "沅环责改字〔2016〕21号");
}
static void closing_form_of_another_day(Submitted *s) { set_field(s, CLOSING, "service-date", "2016-09-30"); }
static void closing_form_of_another_decision(Submitted *s)
{
    closing_form_of_another_day(s);
    set_field(s, CLOSING, "decision-number", "沅环罚字〔2016〕7号");
}
static void decision_tells_another_day(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/决定书.docx", "notice-served-on", "2016-09-22");
}

static void who_is_in_error_is_told(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *suspect, *count, *others; } known[] = {
        {receipt_misread, NULL, "1", NULL},
        {receipt_misread_and_papers_agree, "service-receipt", "3", "再责改.docx|P3\n复查笔录.docx|P3"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-002");
        assert_int_equal(submitted_count(s, "EXT-002", "*"), 1);
        assert_string_equal(finding->file, DAILY);
        assert_string_equal(finding_value(finding, "other-file"), ORDER_RECEIPT);
        assert_string_equal(finding_value(finding, "value"), "2016-09-07");
        assert_string_equal(finding_value(finding, "count"), known[i].count);
        if (g_strcmp0(finding_value(finding, "suspect"), known[i].suspect) != 0 ||
            g_strcmp0(finding_value(finding, "others"), known[i].others) != 0)
            fail_msg("%zu: %s, %s", i, finding_value(finding, "suspect"), finding_value(finding, "others"));
        submitted_free(s);
    }
}

static void counted_from_the_day_after(Submitted *s)
{
    set_field(s, DAILY, "order-service-date", "2016-09-06");
    receipt_misread(s);
}

/* The first day is right by what the decision tells, not by the receipt: which of the two must be found out first. */
static void the_days_are_not_to_be_touched_yet(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *stated; } known[] = {
        {receipt_misread, "2016-09-07"}, {counted_from_the_day_after, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "LAW-006");
        assert_string_equal(finding_value(finding, "service"), "2016-09-08");
        if (g_strcmp0(finding_value(finding, "stated"), known[i].stated) != 0)
            fail_msg("%zu: %s", i, finding_value(finding, "stated"));
        submitted_free(s);
    }
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "service", receipt_misread, papers_tell_the_same_day),
    RAISED("EXT-002", "service", receipt_misread, served_twice),
    RAISED("EXT-002", "service", receipt_misread, order_without_a_receipt),
    RAISED("EXT-002", "service", receipt_misread, record_of_the_second_order),
    RAISED("EXT-002", "service", closing_form_of_another_day, closing_form_of_another_decision),
    RAISED("EXT-002", "service", decision_tells_another_day, papers_tell_the_same_day),
};

int main(void)
{
    int failed = finding_cases_run("misled", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(who_is_in_error_is_told),
                                       cmocka_unit_test(the_days_are_not_to_be_touched_yet)};
    return failed + cmocka_run_group_tests_name("misled, what is told", tests, NULL, NULL);
}
