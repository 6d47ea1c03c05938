/* LAW-006, LAW-007 and REF-002: a wrong figure of a daily penalty is told with all the papers in which it stands, and with what follows
 * from it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "findingcases.h"

#define FOLDER "案卷/按日1/"
#define DAILY FOLDER "按日决定书.docx"
#define NOTICE FOLDER "告知书.docx"
#define NUMBER "沅环连罚字〔2016〕1号"

/* The clean file counts from 2016-09-08 to 2016-09-20: 13 days of 50000 yuan, 650000 in all. */

static void stand_at(Submitted *s, const char *path, const char *id, const char *value, const char *place)
{
    set_field(s, path, id, value);
    Field *field = the_field(s, path, id);
    g_free(field->place);
    field->place = g_strdup(place);
}

/* FIELD stands again in the decision. */
static void stands_again(Submitted *s, const char *what, const char *place)
{
    Field *field = add_field(the_document(s, DAILY), "again", what);
    g_free(field->place);
    field->place = g_strdup(place);
}

/* In a file that was closed, too: everything but the slip of the payment repeats it. */
static void put_papers(Submitted *s, const char *days, const char *total)
{
    stand_at(s, DAILY, "days", days, "T1R5C2");
    stand_at(s, DAILY, "total-yuan", total, "P9");
    stands_again(s, "days|12", "P9");
    stand_at(s, NOTICE, "days", days, "P4");
    stand_at(s, NOTICE, "proposed-fine-yuan", total, "P4");
    put_document(s, FOLDER "讨论.docx", "discussion-record", "document-date", "2016-10-17", NULL);
    stand_at(s, FOLDER "讨论.docx", "proposed-fine-yuan", total, "P6");
    put_document(s, FOLDER "结案.docx", "closing-form", "decision-number", NUMBER, "closing-date", "2016-11-20", NULL);
    stand_at(s, FOLDER "结案.docx", "fine-yuan", total, "T1R3C2");
    put_document(s, FOLDER "缴款.docx", "payment-receipt", "decision-number", NUMBER, "payment-date", "2016-11-01", "fine-yuan", total, NULL);
}

static void days_that_are_wrong_everywhere_are_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_papers(s, "12", "600000.00");
    const Finding *finding = submitted_told(s, "LAW-006", NULL);
    expect_param(finding, "expected", "13");
    expect_param(finding, "right-total", "650000.00");
    expect_param(finding, "figures", "days|total-yuan");
    expect_param(finding, "others", "告知书.docx|P4\n按日决定书.docx|P9\n结案.docx|T1R3C2\n讨论.docx|P6");
    expect_param(finding, "served-too", "penalty-notice");
    expect_param(finding, "inside-too", "closing-form discussion-record");
    expect_param(submitted_told(s, "REF-002", NULL), "due", "LAW-006");
    expect_param(submitted_told(s, "REF-002", NULL), "same-in", NULL);
    submitted_free(s);
}

/* The papers have the days that are right, and their total: nothing is to be mended there. */
static void right_figures_beside_a_wrong_one_are_not_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_papers(s, "13", "650000.00");
    set_field(s, DAILY, "days", "11");
    const Finding *finding = submitted_told(s, "LAW-006", NULL);
    expect_param(finding, "expected", "13");
    expect_param(finding, "right-total", NULL);
    expect_param(finding, "figures", NULL);
    expect_param(finding, "others", NULL);
    expect_param(finding, "served-too", NULL);
    submitted_free(s);
}

static void a_first_day_that_is_wrong_names_what_follows(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_papers(s, "14", "700000.00");
    stand_at(s, DAILY, "first-day", "2016-09-07", "T1R3C2");
    stand_at(s, NOTICE, "first-day", "2016-09-07", "P4");
    stands_again(s, "first-day|2016-09-07", "P9");
    put_document(s, FOLDER "催告书.docx", "demand", "decision-number", NUMBER, "rights", "陈述", NULL);
    stand_at(s, FOLDER "催告书.docx", "demanded-yuan", "700000.00", "P5");
    const Finding *finding = submitted_told(s, "LAW-006", "first-day");
    expect_param(finding, "expected", "2016-09-08");
    expect_param(finding, "right-days", "13");
    expect_param(finding, "right-total", "650000.00");
    expect_param(finding, "figures", "first-day|days|total-yuan");
    expect_param(finding, "others",
           "催告书.docx|P5\n告知书.docx|P4\n按日决定书.docx|P9\n按日决定书.docx|T1R5C2\n结案.docx|T1R3C2\n讨论.docx|P6");
    expect_param(finding, "served-too", "demand penalty-notice");
    submitted_free(s);
}

/* The days do not fit the dates, of which one is wrong as well: what is right is told of the date. */
static void days_beside_a_wrong_date_promise_no_total(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_papers(s, "12", "600000.00");
    set_field(s, DAILY, "first-day", "2016-09-07");
    expect_param(submitted_told(s, "LAW-006", NULL), "right-total", NULL);
    expect_param(submitted_told(s, "LAW-006", NULL), "figures", "days");
    expect_param(submitted_told(s, "LAW-006", "first-day"), "right-days", "13");
    expect_param(submitted_told(s, "LAW-006", "first-day"), "right-total", "650000.00");
    submitted_free(s);
}

/* The total was not reckoned by the days that are wrong: LAW-007 tells of it. */
static void a_total_of_its_own_does_not_follow(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_papers(s, "12", "650000.00");
    expect_param(submitted_told(s, "LAW-006", NULL), "right-total", NULL);
    expect_param(submitted_told(s, "LAW-006", NULL), "figures", "days");
    submitted_free(s);
}

/* Days and total are right: only the first day is a slip. */
static void a_first_day_alone_has_nothing_that_follows(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_papers(s, "13", "650000.00");
    set_field(s, DAILY, "first-day", "2016-09-07");
    const Finding *finding = submitted_told(s, "LAW-006", "first-day");
    expect_param(finding, "right-days", NULL);
    expect_param(finding, "right-total", NULL);
    expect_param(finding, "others", NULL);
    submitted_free(s);
}

/* Which of two days of service is true must be found out first. */
static void nothing_follows_from_a_day_that_is_open(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_papers(s, "13", "650000.00");
    stand_at(s, NOTICE, "first-day", "2016-09-08", "P4");
    set_field(s, FOLDER "回证1.docx", "service-date", "2016-09-08");
    const Finding *finding = submitted_told(s, "LAW-006", "first-day");
    expect_param(finding, "stated", "2016-09-07");
    expect_param(finding, "right-days", NULL);
    expect_param(finding, "others", NULL);
    submitted_free(s);
}

static void a_last_day_that_is_wrong_names_what_follows(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_papers(s, "14", "700000.00");
    set_field(s, DAILY, "last-day", "2016-09-21");
    stand_at(s, FOLDER "讨论.docx", "last-day", "2016-09-21", "P6");
    const Finding *finding = submitted_told(s, "LAW-006", "last-day");
    expect_param(finding, "right-days", "13");
    expect_param(finding, "right-total", "650000.00");
    expect_param(finding, "figures", "last-day|days|total-yuan");
    submitted_free(s);
}

/* A total alone; where the days would make it right, these are looked for instead. */
static void a_total_that_is_wrong_is_told_with_its_papers(void **state)
{
    (void)state;
    static const struct { const char *days, *per_day, *total, *figures, *others, *due; } known[] = {
        {"13", "50000.00", "600000.00", "total-yuan", "告知书.docx|P4\n结案.docx|T1R3C2\n讨论.docx|P6", "LAW-007"},
        {"12", "50000.00", "650000.00", "days", "告知书.docx|P4\n按日决定书.docx|T1R5C2", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        put_papers(s, known[i].days, known[i].total);
        set_field(s, DAILY, "per-day-yuan", known[i].per_day);
        drop_field(s, DAILY, "again");
        const Finding *finding = submitted_told(s, "LAW-007", NULL);
        expect_param(finding, "figures", known[i].figures);
        expect_param(finding, "others", known[i].others);
        if (known[i].due)
            expect_param(submitted_told(s, "REF-002", NULL), "due", known[i].due);
        submitted_free(s);
    }
}

static void an_amount_of_a_day_that_is_wrong_has_its_total(void **state)
{
    (void)state;
    static const struct { const char *total, *right, *figures; } known[] = {{"520000.00", "650000.00", "per-day-yuan|total-yuan"},
                                                                            {"650000.00", NULL, "per-day-yuan"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        put_papers(s, "13", known[i].total);
        set_field(s, DAILY, "per-day-yuan", "40000.00");
        stand_at(s, NOTICE, "per-day-yuan", "40000.00", "P4");
        const Finding *finding = submitted_told(s, "LAW-007", "per-day");
        expect_param(finding, "right-total", known[i].right);
        expect_param(finding, "fits-total", known[i].right ? NULL : "650000.00");
        expect_param(finding, "figures", known[i].figures);
        assert_int_equal(submitted_count(s, "LAW-007", NULL), 0);
        submitted_free(s);
    }
}

/* The decision alone has a wrong total: the papers that have the right one are told with it, and no other paper is. */
static void papers_with_the_right_total_are_told_with_it(void **state)
{
    (void)state;
    static const struct { const char *notice, *right_in; int contradictions; } known[] = {
        {"650000.00", "结案.docx|T1R3C2\n告知书.docx|P4\n讨论.docx|P6", 0}, {"640000.00", "结案.docx|T1R3C2", 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        put_papers(s, "13", "650000.00");
        set_field(s, DAILY, "total-yuan", "660000.00");
        set_field(s, NOTICE, "proposed-fine-yuan", known[i].notice);
        set_field(s, FOLDER "讨论.docx", "proposed-fine-yuan", i == 0 ? "650000.00" : "660000.00");
        const Finding *finding = submitted_told(s, "LAW-007", NULL);
        expect_param(finding, "right-in", known[i].right_in);
        assert_int_equal(submitted_count(s, "EXT-002", "*"), known[i].contradictions);
        submitted_free(s);
    }
}

static void an_amount_of_a_day_names_the_notice_with_the_right_one(void **state)
{
    (void)state;
    static const struct { const char *notice, *right_in; int contradictions; } known[] = {{"50000.00", "告知书.docx|P4", 0},
                                                                                           {"60000.00", NULL, 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        put_papers(s, "13", "650000.00");
        set_field(s, DAILY, "per-day-yuan", "40000.00");
        stand_at(s, NOTICE, "per-day-yuan", known[i].notice, "P4");
        expect_param(submitted_told(s, "LAW-007", "per-day"), "right-in", known[i].right_in);
        assert_int_equal(submitted_count(s, "EXT-002", "notice"), known[i].contradictions);
        submitted_free(s);
    }
}

/* The decision says two totals: which of them is right by its own figures, where one is, stands with both findings. */
static void of_two_totals_of_one_decision_the_right_one_is_told(void **state)
{
    (void)state;
    static const char *const others[] = {"650000.00", "640000.00"};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        Submitted *s = submitted_clean();
        set_field(s, DAILY, "total-yuan", "660000.00");
        add_field(the_document(s, DAILY), "total-yuan", others[i]);
        expect_param(submitted_told(s, "EXT-002", "same-document"), "expected", i == 0 ? "650000.00" : NULL);
        expect_param(submitted_told(s, "LAW-007", NULL), "also-right", i == 0 ? "650000.00" : NULL);
        submitted_free(s);
    }
}

/* The table has another sum than is due: then the papers speak against it as before. */
static void a_table_with_another_sum_is_compared_as_before(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_papers(s, "12", "600000.00");
    for (guint i = 0; i < s->slice->cases->len; i++) {
        CaseRow *row = s->slice->cases->pdata[i];
        if (row->kind == KIND_DAILY)
            row->fine_yuan = decimal_from_int(660000);
    }
    const Finding *finding = submitted_told(s, "REF-002", NULL);
    expect_param(finding, "due", NULL);
    expect_param(finding, "same-in", "4");
    submitted_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_that_are_wrong_everywhere_are_told_once),
        cmocka_unit_test(right_figures_beside_a_wrong_one_are_not_named),
        cmocka_unit_test(a_first_day_that_is_wrong_names_what_follows),
        cmocka_unit_test(days_beside_a_wrong_date_promise_no_total),
        cmocka_unit_test(a_total_of_its_own_does_not_follow),
        cmocka_unit_test(a_first_day_alone_has_nothing_that_follows),
        cmocka_unit_test(nothing_follows_from_a_day_that_is_open),
        cmocka_unit_test(a_last_day_that_is_wrong_names_what_follows),
        cmocka_unit_test(a_total_that_is_wrong_is_told_with_its_papers),
        cmocka_unit_test(an_amount_of_a_day_that_is_wrong_has_its_total),
        cmocka_unit_test(papers_with_the_right_total_are_told_with_it),
        cmocka_unit_test(an_amount_of_a_day_names_the_notice_with_the_right_one),
        cmocka_unit_test(of_two_totals_of_one_decision_the_right_one_is_told),
        cmocka_unit_test(a_table_with_another_sum_is_compared_as_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
