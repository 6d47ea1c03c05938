/* What a finding names besides the paper at which it is told: where the same stands, or what looks like what is asked for. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"

/* ---- LAW-012: officers without a number ---- */

static void drop_numbers(Submitted *s, const char *path)
{
    GPtrArray *officers = the_document(s, path)->investigators;
    for (guint i = 0; i < officers->len; i++)
        g_clear_pointer(&((Investigator *)officers->pdata[i])->certificate, g_free);
}

static void all_papers_without_a_number_are_told_at_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    drop_numbers(s, PENALTY "检查笔录.docx");
    put_officer(put_document(s, PENALTY "询问笔录.docx", "interview-record", NULL), "向例明", NULL);
    Document *second = the_document(s, PENALTY "询问笔录.docx");
    put_officer(second, "舒例川", NULL);
    put_officer(the_document(s, PENALTY "调查报告.docx"), "舒例川", NULL);
    const Finding *finding = submitted_told(s, "LAW-012", NULL);
    assert_string_equal(finding->file, PENALTY "检查笔录.docx");
    expect_param(finding, "others", "询问笔录.docx|P1\n调查报告.docx|P1");
    assert_int_equal(submitted_count(s, "LAW-012", NULL), 1);
    submitted_free(s);
}

static void a_paper_that_names_others_is_not_told_with_it(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    drop_numbers(s, PENALTY "检查笔录.docx");
    Document *other = put_document(s, PENALTY "询问笔录.docx", "interview-record", NULL);
    put_officer(other, "覃例河", "43122211");
    put_officer(other, "瞿例之", "43122207");
    expect_param(submitted_told(s, "LAW-012", NULL), "others", NULL);
    submitted_free(s);
}

/* ---- EXT-002, REF-002: the day of a decision that is apparently a slip ---- */

#define DECISION PENALTY "决定书.docx"
#define CLOSING PENALTY "结案.docx"

static void decide_on(Submitted *s, const char *decided, const char *closing, const char *table)
{
    set_field(s, DECISION, "decision-date", decided);
    if (closing)
        set_field(s, CLOSING, "decision-date", closing);
    first_row(s)->date = day_parse_iso(table);
}

static void what_follows_from_a_wrong_day_says_so(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_document(s, PENALTY "讨论.docx", "discussion-record", "document-date", "2016-09-25", NULL);
    decide_on(s, "2016-09-08", "2016-09-28", "2016-09-28"); /* before the notice of the 20th */
    const Finding *main = submitted_told(s, "EXT-002", NULL);
    expect_param(main, "suspect-of", "penalty-decision");
    expect_param(main, "suspect-right", "2016-09-28");
    expect_param(main, "suspect-see", NULL);
    expect_param(main, "suspect-codes", "LAW-003\nLAW-004\nLAW-009\nREF-002");
    static const char *const followers[][2] = {{"LAW-003", "after"}, {"LAW-004", NULL}, {"REF-002", "date"}};
    for (size_t i = 0; i < G_N_ELEMENTS(followers); i++) {
        const Finding *finding = submitted_told(s, followers[i][0], followers[i][1]);
        expect_param(finding, "suspect-right", "2016-09-28");
        expect_param(finding, "suspect-see", "EXT-002");
    }
    assert_int_equal(submitted_count(s, "LAW-009", "*"), 1); /* the discussion was later, too */
    const Finding *order = submitted_told(s, "LAW-009", NULL);
    expect_param(order, "right", "2016-09-28");
    expect_param(order, "suspect-right", NULL);
    submitted_free(s);
}

static void expect_no_suspicion(const char *decided, const char *closing, const char *table)
{
    Submitted *s = submitted_clean();
    decide_on(s, decided, closing, table);
    submitted_check(s);
    for (guint i = 0; i < s->findings->findings->len; i++)
        expect_param(s->findings->findings->pdata[i], "suspect-right", NULL);
    submitted_free(s);
}

static void a_day_that_a_paper_repeats_is_not_suspected(void **state)
{
    (void)state;
    expect_no_suspicion("2016-09-08", "2016-09-08", "2016-09-28");
    expect_no_suspicion("2016-09-08", "2016-09-27", "2016-09-28"); /* two other days */
    expect_no_suspicion("2016-09-08", NULL, "2016-09-10"); /* before the notice as well */
    expect_no_suspicion("2016-09-27", "2016-09-28", "2016-09-27"); /* the closing form alone, and nothing is out of order */
}

static void the_table_and_the_order_are_enough(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    decide_on(s, "2016-09-08", NULL, "2016-09-28");
    const Finding *main = submitted_told(s, "REF-002", "date");
    expect_param(main, "suspect-right", "2016-09-28");
    expect_param(submitted_told(s, "LAW-003", "after"), "suspect-see", "REF-002");
    submitted_free(s);
}

/* ---- the same of a letter and of an application ---- */

#define LETTER "案卷/拘留1/移送书.docx"
#define APPLICATION "案卷/强制执行1/申请书.docx"

/* Approved on 11 October. */
static void transfer_on(Submitted *s, const char *day) { set_field(s, LETTER, "transfer-date", day); }
static void letter_is_late(Submitted *s) { transfer_on(s, "2016-10-28"); }
static void letter_and_list_are_late(Submitted *s)
{
    letter_is_late(s);
    set_field(s, "案卷/拘留1/清单.docx", "transfer-date", "2016-10-28");
}
static void letter_is_late_against_the_list(Submitted *s)
{
    letter_is_late(s);
    set_field(s, "案卷/拘留1/清单.docx", "transfer-date", "2016-10-14");
}
static void letter_and_table_are_late(Submitted *s)
{
    letter_is_late(s);
    for (guint i = 0; i < s->slice->cases->len; i++) {
        CaseRow *row = s->slice->cases->pdata[i];
        if (row->kind == KIND_DETENTION)
            row->date = day_parse_iso("2016-10-20");
    }
}
/* Demanded on 9 September. */
static void apply_on(Submitted *s, const char *day, const char *table)
{
    set_field(s, APPLICATION, "application-date", day);
    put_row(s, KIND_ENFORCEMENT, "沅环罚申字〔2016〕1号", "沅陵县乌有锰业有限公司", table, 0);
}
static void applied_too_early(Submitted *s) { apply_on(s, "2016-09-14", "2016-10-20"); }
static void applied_too_early_by_the_table_too(Submitted *s) { apply_on(s, "2016-09-14", "2016-09-19"); }

static void the_day_of_a_letter_and_what_follows_name_each_other(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *code, *right, *places; } known[] = {
        {letter_is_late, "LAW-008", "2016-10-14", NULL},
        {letter_is_late_against_the_list, "LAW-008", "2016-10-14", "清单.docx"},
        {letter_and_list_are_late, "LAW-008", NULL, NULL},
        {letter_and_table_are_late, "LAW-008", NULL, NULL},
        {applied_too_early, "LAW-010", "2016-10-20", NULL},
        {applied_too_early_by_the_table_too, "LAW-010", NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        const Finding *table = submitted_told(s, "REF-002", "date");
        expect_param(table, "suspect-right", known[i].right);
        expect_param(table, "suspect-codes", known[i].right ? known[i].code : NULL);
        const char *places = finding_value(table, "suspect-places");
        assert_true(known[i].places ? places && strstr(places, known[i].places) : !places);
        expect_param(submitted_told(s, known[i].code, NULL), "suspect-see", known[i].right ? "REF-002" : NULL);
        submitted_free(s);
    }
}

/* The case was filed on 7 September, and the party told on the 20th. */
static void a_day_before_the_steps_is_the_slip_of_those_who_tell_it(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    decide_on(s, "2016-09-28", "2016-08-28", "2016-08-28");
    const Finding *main = submitted_told(s, "EXT-002", NULL);
    assert_true(g_str_has_suffix(main->file, "结案.docx"));
    expect_param(main, "untimely", "2016-08-28");
    expect_param(main, "step-day", "2016-09-07");
    expect_param(main, "untimely-in", "closing-form");
    expect_param(main, "rewritten", "closing-form");
    expect_param(main, "suspect-right", NULL);
    const Finding *table = submitted_told(s, "REF-002", "date");
    expect_param(table, "step-day", "2016-09-07");
    expect_param(table, "suspect-right", NULL);
    submitted_free(s);
}

static void a_day_that_fits_the_steps_is_not_untimely(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    decide_on(s, "2016-09-28", "2016-09-27", "2016-09-27");
    expect_param(submitted_told(s, "EXT-002", NULL), "untimely", NULL);
    expect_param(submitted_told(s, "REF-002", "date"), "step-of", NULL);
    submitted_free(s);
}

/* The decision's day, which lies before the steps, is not borne out by a table that has it too. */
static void the_table_bears_out_no_day_before_the_steps(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    decide_on(s, "2016-08-28", "2016-09-28", "2016-08-28");
    expect_param(submitted_told(s, "EXT-002", NULL), "bears-out", NULL);
    submitted_free(s);
}

/* The report and the closing form against the decision, with a day before the steps. */
static void a_decision_is_not_odd_against_days_before_the_steps(void **state)
{
    (void)state;
    static const struct { const char *told; bool odd; } days[] = {{"2016-08-28", false}, {"2016-09-27", true}};
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        Submitted *s = submitted_clean();
        decide_on(s, "2016-09-28", days[i].told, "2016-09-28");
        put_document(s, PENALTY "结案2.docx", "closing-form", "decision-date", days[i].told, NULL);
        const Finding *finding = submitted_told(s, "EXT-002", NULL);
        expect_param(finding, "alone", days[i].odd ? "2" : NULL);
        expect_param(finding, "untimely-places", days[i].odd ? NULL : "结案2.docx|P3");
        expect_param(finding, "rewritten", NULL);
        submitted_free(s);
    }
}

/* A decision that was served before its day: what others tell instead may lie before the filing. */
static void no_day_before_the_steps_is_named_as_the_right_one(void **state)
{
    (void)state;
    static const struct { const char *told, *slip; } days[] = {{"2016-08-28", NULL}, {"2016-09-28", "penalty-decision"}};
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        Submitted *s = submitted_clean();
        decide_on(s, "2016-11-20", days[i].told, days[i].told);
        put_document(s, PENALTY "结案2.docx", "closing-form", "decision-date", days[i].told, NULL);
        expect_param(submitted_told(s, "LAW-009", NULL), "slip", days[i].slip);
        submitted_free(s);
    }
}

/* The decision of 28 September against the only other paper that repeats its day. */
static void who_is_odd_is_told_by_the_table(void **state)
{
    (void)state;
    static const struct { const char *table, *at; } known[] = {{"2016-09-28", "结案.docx"}, {"2016-09-26", "决定书.docx"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        decide_on(s, "2016-09-28", "2016-09-27", known[i].table);
        const Finding *finding = submitted_told(s, "EXT-002", NULL);
        assert_true(g_str_has_suffix(finding->file, known[i].at));
        assert_true((finding_value(finding, "bears-out") != NULL) == (i == 0));
        submitted_free(s);
    }
}

/* ---- EXT-002, listed-record: what else is of the day that a decision lists ---- */

static const Finding *lists_the_ninth(Submitted *s)
{
    set_field(s, PENALTY "检查笔录.docx", "inspection-dates", "2016-09-05");
    set_field(s, DECISION, "inspection-listed", "2016年9月9日《现场检查笔录》");
    put_document(s, PENALTY "询问笔录.docx", "interview-record", "introduced", "出示", "document-date", "2016-09-09", NULL);
    return submitted_told(s, "EXT-002", "listed-record");
}

static void papers_of_the_day_that_is_listed_are_told(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    expect_param(lists_the_ninth(s), "other-kind", "interview-record");
    submitted_free(s);
    s = submitted_clean();
    set_field(s, PENALTY "调查报告.docx", "inspection-dates", "2016-09-09");
    const Finding *finding = lists_the_ninth(s);
    expect_param(finding, "tellers", "1");
    expect_param(finding, "other-kind", NULL);
    submitted_free(s);
}

/* One cell that is read as the day of two things, and the same day in another. */
static void a_day_that_is_none_is_counted_by_its_places(void **state)
{
    static const char receipt[] = PENALTY "回证2.docx", none[] = "2016年13月12日";
    (void)state;
    for (int elsewhere = 0; elsewhere < 2; elsewhere++) {
        Submitted *s = submitted_clean();
        set_field(s, receipt, "service-date", none);
        Field *service = the_field(s, receipt, "service-date"), *signed_for = add_field(the_document(s, receipt), "signed-for-on", none);
        service->status = signed_for->status = VALUE_INVALID;
        g_free(service->place);
        g_free(signed_for->place);
        service->place = g_strdup("T1R4C4");
        signed_for->place = g_strdup(elsewhere ? "T1R5C4" : "T1R4C4");
        expect_param(submitted_told(s, "EXT-003", NULL), "more", elsewhere ? "1" : NULL);
        submitted_free(s);
    }
}

/* One more paper has what the decision says, and two have what the table says: nothing speaks for a slip of the table. */
static void the_table_is_not_blamed_against_the_papers(void **state)
{
    static const char misnamed[] = "沅陵县乌龙锰业有限公司";
    (void)state;
    for (int alone = 0; alone < 2; alone++) {
        Submitted *s = submitted_clean();
        set_field(s, DECISION, "party", misnamed);
        set_field(s, PENALTY "告知书.docx", "party", misnamed);
        for (int i = 0; alone && i < 6; i++) {
            static const char *const others[] = {"检查笔录", "立案", "调查报告", "责改", "缴款", "结案"};
            g_autofree char *path = g_strdup_printf(PENALTY "%s.docx", others[i]);
            drop_field(s, path, "party");
        }
        expect_param(submitted_told(s, "REF-002", "party"), "same-in", alone ? "1" : NULL);
        submitted_free(s);
    }
}

/* A decision of 48,000 against the closing form, and one that says two fines itself. */
static void which_fine_is_in_the_table(void **state)
{
    (void)state;
    static const struct { const char *table; bool forms; } known[] = {{"45000", true}, {"48000", false}, {"40000", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        decimal_parse(known[i].table, &first_row(s)->fine_yuan);
        set_field(s, PENALTY "结案.docx", "fine-yuan", "45000.00");
        assert_true((finding_value(submitted_told(s, "EXT-002", NULL), "row-other") != NULL) == known[i].forms);
        submitted_free(s);
    }
}

static void which_of_two_fines_of_a_decision_is_in_the_table(void **state)
{
    (void)state;
    static const char *const tables[][2] = {{"45000", "45000.00"}, {"48000", "48000.00"}, {"40000", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        Submitted *s = submitted_clean();
        decimal_parse(tables[i][0], &first_row(s)->fine_yuan);
        add_field(the_document(s, PENALTY "决定书.docx"), "fine-yuan", "45000.00");
        expect_param(submitted_told(s, "EXT-002", "same-document"), "row-value", tables[i][1]);
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_papers_without_a_number_are_told_at_once),
        cmocka_unit_test(a_paper_that_names_others_is_not_told_with_it),
        cmocka_unit_test(what_follows_from_a_wrong_day_says_so),
        cmocka_unit_test(a_day_that_a_paper_repeats_is_not_suspected),
        cmocka_unit_test(the_day_of_a_letter_and_what_follows_name_each_other),
        cmocka_unit_test(the_table_and_the_order_are_enough),
        cmocka_unit_test(a_day_before_the_steps_is_the_slip_of_those_who_tell_it),
        cmocka_unit_test(a_day_that_fits_the_steps_is_not_untimely),
        cmocka_unit_test(the_table_bears_out_no_day_before_the_steps),
        cmocka_unit_test(a_decision_is_not_odd_against_days_before_the_steps),
        cmocka_unit_test(no_day_before_the_steps_is_named_as_the_right_one),
        cmocka_unit_test(who_is_odd_is_told_by_the_table),
        cmocka_unit_test(which_fine_is_in_the_table),
        cmocka_unit_test(which_of_two_fines_of_a_decision_is_in_the_table),
        cmocka_unit_test(a_day_that_is_none_is_counted_by_its_places),
        cmocka_unit_test(the_table_is_not_blamed_against_the_papers),
        cmocka_unit_test(papers_of_the_day_that_is_listed_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
