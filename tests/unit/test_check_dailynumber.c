/* EXT-002: which decision of a daily file a closing form is on, where the number alone does not tell. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docnumber.h"
#include "findingcases.h"

#define FOLDER "案卷/按日1/"
#define DAILY FOLDER "按日决定书.docx"
#define CLOSING FOLDER "结案.docx"
#define NUMBER "沅环连罚字〔2016〕1号"
#define ORIGINAL "沅环罚字〔2016〕20号"

/* The original decision is of 2016-09-28, of 50000 yuan; the daily one of 2016-10-18, of 650000. */
static void closed(Submitted *s, const char *number, const char *day, const char *fine)
{
    put_document(s, CLOSING, "closing-form", "decision-number", number, "decision-date", day, "fine-yuan", fine, "closing-date",
                 "2016-11-20", NULL);
}

static void daily_has_the_original_number(Submitted *s)
{
    closed(s, NUMBER, "2016-10-18", "650000.00");
    put_document(s, FOLDER "封面.docx", "cover", "doc-number", NUMBER, NULL);
    set_field(s, DAILY, "doc-number", ORIGINAL);
}
/* The form is on the original decision: nothing shows what number the daily one should have. */
static void closed_on_the_original(Submitted *s)
{
    closed(s, ORIGINAL, "2016-09-28", "50000.00");
    set_field(s, DAILY, "doc-number", ORIGINAL);
}
static void closed_by_its_number(Submitted *s) { closed(s, NUMBER, "2016-10-18", "650000.00"); }
static void daily_has_a_strange_number(Submitted *s)
{
    closed_by_its_number(s);
    set_field(s, DAILY, "doc-number", "沅环连罚字〔2016〕10号");
}
/* Both numbers stand in the form, of which one is right. */
static void closed_on_both(Submitted *s)
{
    closed(s, ORIGINAL, "2016-10-18", "650000.00");
    add_field(the_document(s, CLOSING), "decision-number", NUMBER);
    DocNumber *mention = record_add(the_document(s, CLOSING)->mentions, &docnumber_type);
    *mention = (DocNumber){.raw = g_strdup(NUMBER), .key = docnumber_key(NUMBER), .place = g_strdup("P4")};
}

static void the_daily_decision_is_told_once(void **state G_GNUC_UNUSED)
{
    Submitted *s = submitted_clean();
    daily_has_the_original_number(s);
    const Finding *finding = submitted_told(s, "EXT-002", "original-number");
    assert_string_equal(finding->file, DAILY);
    expect_param(finding, "value", ORIGINAL);
    expect_param(finding, "other-value", NUMBER);
    expect_param(finding, "other-file", CLOSING);
    expect_param(finding, "original-file", FOLDER "决定书.docx");
    expect_param(finding, "others", "封面.docx|P3");
    assert_true(finding_value(finding, "row") && *finding_value(finding, "row"));
    assert_int_equal(submitted_count(s, "EXT-002", NULL), 0);
    assert_int_equal(submitted_count(s, "REF-001", NULL), 0); /* that the table has the number is told there */
    submitted_free(s);

    s = submitted_clean();
    put_row(s, KIND_PENALTY, ORIGINAL, "沅陵县乌有锰业有限公司", "2016-09-28", 50000);
    daily_has_the_original_number(s);
    submitted_told(s, "EXT-002", "original-number");
    assert_int_equal(submitted_count(s, "REF-002", "number"), 0);
    submitted_free(s);
}

static void the_table_tells_it_where_no_paper_does(void **state G_GNUC_UNUSED)
{
    Submitted *s = submitted_clean();
    closed_on_the_original(s);
    submitted_told(s, "REF-001", NULL);
    submitted_free(s);

    s = submitted_clean();
    put_row(s, KIND_PENALTY, ORIGINAL, "沅陵县乌有锰业有限公司", "2016-09-28", 50000);
    closed_on_the_original(s);
    submitted_told(s, "REF-002", "number");
    submitted_free(s);
}

/* Its day and its sum show that the form is on the daily decision: it is not held against the original one. */
static void a_form_is_known_by_day_and_sum(void **state G_GNUC_UNUSED)
{
    Submitted *s = submitted_clean();
    daily_has_a_strange_number(s);
    const Finding *finding = submitted_told(s, "EXT-002", NULL);
    assert_int_equal(submitted_count(s, "EXT-002", NULL), 1);
    expect_param(finding, "field", "decision-number");
    expect_param(finding, "doctype", "daily-decision");
    expect_param(finding, "other-value", NUMBER);
    submitted_free(s);

    s = submitted_clean(); /* the form itself has the number of the original decision */
    closed(s, ORIGINAL, "2016-10-18", "650000.00");
    finding = submitted_told(s, "EXT-002", NULL);
    assert_int_equal(submitted_count(s, "EXT-002", NULL), 1);
    expect_param(finding, "value", NUMBER);
    expect_param(finding, "other-value", ORIGINAL);
    submitted_free(s);

    s = submitted_clean(); /* the number of the daily decision was left blank, which EXT-001 tells */
    closed_by_its_number(s);
    drop_field(s, DAILY, "doc-number");
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-002", NULL), 0);
    submitted_free(s);

    s = submitted_clean();
    closed_on_both(s);
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-002", NULL), 0);
    submitted_free(s);
}

/* Of another day it is on the decision that is numbered alike; by a strange number it may be on either. */
static void a_form_of_another_day_is_known_by_its_number(void **state G_GNUC_UNUSED)
{
    static const char *const numbers[][2] = {{"沅环连罚字〔2016〕10号", "daily-decision"}, {"沅环罚字〔2016〕21号", "penalty-decision"},
                                             {"沅环处字〔2016〕10号", "penalty-decision"}};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        Submitted *s = submitted_clean();
        closed(s, numbers[i][0], "2016-10-19", "650000.00");
        expect_param(submitted_told(s, "EXT-002", NULL), "doctype", numbers[i][1]);
        submitted_free(s);
    }
}

static void paid(Submitted *s, const char *number)
{
    put_document(s, FOLDER "缴款.docx", "payment-receipt", "decision-number", number, "payment-date", "2016-10-25", NULL);
}
static void paid_by_a_strange_number(Submitted *s) { paid(s, "沅环连罚字〔2016〕10号"); }
static void paid_by_its_number(Submitted *s) { paid(s, NUMBER); }
static void paid_on_the_original(Submitted *s) { paid(s, ORIGINAL); }

static const FindingCase cases[] = {
    RAISED("EXT-002", "original-number", daily_has_the_original_number, closed_on_the_original),
    RAISED("EXT-002", "original-number", daily_has_the_original_number, closed_by_its_number),
    RAISED("EXT-002", "original-number", daily_has_the_original_number, daily_has_a_strange_number),
    RAISED("EXT-002", NULL, paid_by_a_strange_number, paid_by_its_number),
    RAISED("EXT-002", NULL, paid_by_a_strange_number, paid_on_the_original),
};

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_daily_decision_is_told_once),
        cmocka_unit_test(the_table_tells_it_where_no_paper_does),
        cmocka_unit_test(a_form_is_known_by_day_and_sum),
        cmocka_unit_test(a_form_of_another_day_is_known_by_its_number),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed + finding_cases_run("daily numbers", cases, G_N_ELEMENTS(cases));
}
