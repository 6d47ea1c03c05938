/* EXT-002 and SET-007: the number of another case of the unit, in a paper that by its party, day and sum belongs where it lies, or as
 * the number of a decision; and a sum that one paper tells in two fields, told once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "docnumber.h"
#include "findingcases.h"

#define DETENTION "案卷/拘留1/"
#define ENFORCEMENT "案卷/强制执行1/"
#define SECOND "案卷/行政处罚2/"
#define OTHER_PARTY "沅陵县子虚化工有限公司"

static void mention(Submitted *s, const char *path, const char *number)
{
    DocNumber *mention = record_add(the_document(s, path)->mentions, &docnumber_type);
    *mention = (DocNumber){.raw = g_strdup(number), .key = docnumber_key(number), .place = g_strdup("P4")};
}

/* ---- a letter that names the decision of another case ---- */

static void number_of_another_case(Submitted *s)
{
    set_field(s, DETENTION "移送书.docx", "decision-number", "沅环罚字〔2016〕1号");
}
static void of_the_party(Submitted *s)
{
    number_of_another_case(s);
    set_field(s, DETENTION "决定书.docx", "party", OTHER_PARTY);
    set_field(s, DETENTION "移送书.docx", "party", OTHER_PARTY);
}
static void of_the_other_party(Submitted *s)
{
    of_the_party(s);
    set_field(s, DETENTION "移送书.docx", "party", "沅陵县乌有锰业有限公司");
}
static void of_the_day(Submitted *s)
{
    number_of_another_case(s);
    set_field(s, DETENTION "移送书.docx", "decision-date", "2016-10-10");
}
static void of_the_other_day(Submitted *s)
{
    number_of_another_case(s);
    set_field(s, DETENTION "移送书.docx", "decision-date", "2016-09-28");
}
static void of_the_party_and_the_other_day(Submitted *s)
{
    of_the_party(s);
    set_field(s, DETENTION "移送书.docx", "decision-date", "2016-09-28");
}
/* All the papers name the number of the other case: then the decision's own may be the slip. */
static void by_all_papers(Submitted *s)
{
    of_the_party(s);
    mention(s, DETENTION "移送书.docx", "沅环罚字〔2016〕1号");
    mention(s, DETENTION "审批.docx", "沅环罚字〔2016〕1号");
}
static void by_all_papers_but_one(Submitted *s)
{
    by_all_papers(s);
    mention(s, DETENTION "回证2.docx", "沅环罚字〔2016〕30号");
}

/* ---- two case files with one number ---- */

static void one_number(Submitted *s) { set_field(s, SECOND "决定书.docx", "doc-number", "沅环罚字〔2016〕1号"); }
static void one_number_of_two_parties(Submitted *s)
{
    one_number(s);
    set_field(s, SECOND "决定书.docx", "party", OTHER_PARTY);
}
static void one_number_on_two_days(Submitted *s)
{
    one_number(s);
    set_field(s, SECOND "决定书.docx", "decision-date", "2016-09-29");
    set_field(s, SECOND "决定书.docx", "fine-yuan", "52000.00");
}
static void one_number_with_two_fines(Submitted *s)
{
    one_number(s);
    set_field(s, SECOND "决定书.docx", "fine-yuan", "52000.00");
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "other-number", of_the_party, of_the_other_party),
    RAISED("EXT-002", "other-number", of_the_party, number_of_another_case),
    RAISED("EXT-002", "other-number", of_the_party, of_the_party_and_the_other_day),
    RAISED("EXT-002", "other-number", of_the_day, of_the_other_day),
    RAISED("EXT-002", "other-number", by_all_papers_but_one, by_all_papers),
    RAISED("SET-007", "two-cases", one_number_of_two_parties, one_number),
    RAISED("SET-007", "two-cases", one_number_on_two_days, one_number_with_two_fines),
    RAISED("SET-007", NULL, one_number_with_two_fines, one_number_of_two_parties),
};

static const Finding *only_contradiction(const Submitted *s)
{
    assert_int_equal(submitted_count(s, "EXT-002", "*"), 1);
    return submitted_finding(s, "EXT-002");
}

/* Told at the letter, whose number is to become that of the decision here. */
static void the_letter_is_to_be_corrected(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    of_the_day(s);
    submitted_check(s);
    const Finding *finding = only_contradiction(s);
    assert_string_equal(finding->file, DETENTION "移送书.docx");
    assert_string_equal(finding_value(finding, "value"), "沅环罚字〔2016〕30号");
    assert_string_equal(finding_value(finding, "owner-file"), DETENTION "决定书.docx");
    assert_string_equal(finding_value(finding, "told"), "decision-date");
    assert_string_equal(finding_value(finding, "elsewhere"), "行政处罚1");
    assert_string_equal(finding_value(finding, "sent"), "detention-transfer");
    assert_string_equal(finding_value(finding, "served"), "");
    assert_null(finding_value(finding, "winner"));
    submitted_free(s);
}

/* The receipt of the second decision names the number that it should have. */
static void the_file_with_the_wrong_number_is_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    one_number_of_two_parties(s);
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "SET-007");
    assert_string_equal(finding->casefile, "行政处罚2");
    assert_string_equal(finding_value(finding, "suspect"), "行政处罚2");
    assert_string_equal(finding_value(finding, "party"), OTHER_PARTY);
    assert_string_equal(finding_value(finding, "uncounted"), "行政处罚2");
    submitted_free(s);
}

/* ---- the table tells whose number it is ---- */

#define FIRST_NUMBER "沅环罚字〔2016〕1号"

/* Receipt and closing form of the second case have the number of the first. */
static void papers_with_the_first_number(Submitted *s)
{
    set_field(s, SECOND "回证2.docx", "served-number", FIRST_NUMBER);
    set_field(s, SECOND "结案.docx", "decision-number", FIRST_NUMBER);
    mention(s, SECOND "回证2.docx", FIRST_NUMBER);
    mention(s, SECOND "结案.docx", FIRST_NUMBER);
}

static CaseRow *second_row(Submitted *s) { return s->slice->cases->pdata[1]; }

static void set_row_party(Submitted *s)
{
    g_free(second_row(s)->party);
    second_row(s)->party = g_strdup(OTHER_PARTY);
}

static void papers_against_a_row_are_wrong(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    papers_with_the_first_number(s);
    const Finding *finding = submitted_told(s, "EXT-002", "other-number");
    only_contradiction(s);
    assert_string_equal(finding->file, SECOND "结案.docx");
    expect_param(finding, "told-row", second_row(s)->place);
    expect_param(finding, "same-number", "回证2.docx|P4");
    expect_param(finding, "told", NULL);
    submitted_free(s);
}

static void without_such_a_row_the_decision_is_odd(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    papers_with_the_first_number(s);
    set_row_party(s);
    expect_param(submitted_told(s, "EXT-002", NULL), "suspect", "penalty-decision");
    submitted_free(s);
}

/* The closing form tells the day of the other case: it was perhaps put here by mistake. */
static void a_paper_of_the_other_day_is_not_to_be_corrected(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    papers_with_the_first_number(s);
    set_field(s, "案卷/行政处罚1/决定书.docx", "decision-date", "2016-09-27");
    set_field(s, SECOND "结案.docx", "decision-date", "2016-09-27");
    submitted_check(s);
    bool told = false;
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        if (strcmp(finding->code, "EXT-002") != 0 || g_strcmp0(finding_value(finding, "field"), "decision-number") != 0)
            continue;
        told = true;
        assert_null(finding->variant);
        expect_param(finding, "suspect", NULL);
    }
    assert_true(told);
    submitted_free(s);
}

/* All papers of the second case have the number of the first, whose party the table has for it. */
static void what_else_has_the_wrong_number_is_named(void **state)
{
    (void)state;
    static const char with[] = "回证2.docx|P4\n结案.docx|P4";
    for (int known = 0; known < 2; known++) {
        Submitted *s = submitted_clean();
        papers_with_the_first_number(s);
        one_number_of_two_parties(s);
        set_field(s, SECOND "决定书.docx", "decision-date", "2016-09-29");
        second_row(s)->date = day_parse_iso("2016-09-29");
        if (known)
            set_row_party(s);
        const Finding *finding = submitted_told(s, "SET-007", "two-cases");
        expect_param(finding, "table-suspect", "行政处罚2");
        expect_param(finding, "with", with);
        const Finding *table = submitted_told(s, "REF-002", "number");
        expect_param(table, "with", known ? with : NULL);
        submitted_free(s);
    }
}

/* A scan of the second decision, whose name has the number of its row. */
static void a_scan_with_the_number_of_the_row_keeps_its_name(void **state)
{
    (void)state;
    static const struct { const char *own, *scan, *see; } scans[] = {{FIRST_NUMBER, "沅环罚字〔2016〕12号", "REF-002"},
                                                                     {"沅环罚字〔2016〕88号", "沅环罚字〔2016〕12号", "REF-001"},
                                                                     {FIRST_NUMBER, "沅环罚字〔2016〕61号", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(scans); i++) {
        Submitted *s = submitted_clean();
        papers_with_the_first_number(s);
        one_number_of_two_parties(s);
        set_field(s, SECOND "决定书.docx", "doc-number", scans[i].own);
        set_row_party(s);
        put_scan(s, SECOND "决定书扫描.jpg", "signed decision", "penalty-decision", NULL);
        g_autofree char *path = g_strconcat("案件证据/", scans[i].scan, ".jpg", NULL);
        put_scan(s, path, "signed decision", NULL, scans[i].scan);
        const Finding *finding = submitted_told(s, "SCN-007", "casefile");
        expect_param(finding, "see", scans[i].see);
        expect_param(finding, "row", scans[i].see ? second_row(s)->place : NULL);
        submitted_free(s);
    }
}

static void the_table_tells_nothing_of_a_third_party(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    papers_with_the_first_number(s);
    one_number_of_two_parties(s);
    g_free(first_row(s)->party);
    first_row(s)->party = g_strdup("沅陵县无是矿业有限公司");
    const Finding *finding = submitted_told(s, "SET-007", "two-cases");
    expect_param(finding, "table-suspect", NULL);
    expect_param(finding, "with", NULL);
    submitted_free(s);
}

/* ---- a demand for another sum than the decision's ---- */

static void demand(Submitted *s, const char *sum)
{
    set_field(s, ENFORCEMENT "催告书.docx", "fine-yuan", sum);
    set_field(s, ENFORCEMENT "催告书.docx", "demanded-yuan", sum);
    set_field(s, ENFORCEMENT "申请书.docx", "demanded-yuan", "40000.00");
}

static void a_sum_is_told_once_at_the_demand(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    demand(s, "44000.00");
    submitted_check(s);
    const Finding *finding = only_contradiction(s);
    assert_string_equal(finding->file, ENFORCEMENT "催告书.docx");
    assert_string_equal(finding_value(finding, "suspect"), "demand");
    submitted_free(s);
    s = submitted_clean();
    demand(s, "40000.00");
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-002", "*"), 0);
    submitted_free(s);
}

/* Without a decision to compare with, what the two papers call the fine is compared all the same. */
static void without_a_decision_the_fines_are_compared(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    demand(s, "44000.00");
    set_field(s, ENFORCEMENT "申请书.docx", "fine-yuan", "40000.00");
    drop_files(s, ENFORCEMENT "决定书.docx");
    submitted_check(s);
    assert_string_equal(finding_value(only_contradiction(s), "field"), "fine-yuan");
    submitted_free(s);
}

int main(void)
{
    int failed = finding_cases_run("numbers of other cases", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_letter_is_to_be_corrected), cmocka_unit_test(the_file_with_the_wrong_number_is_named),
        cmocka_unit_test(papers_against_a_row_are_wrong), cmocka_unit_test(without_such_a_row_the_decision_is_odd),
        cmocka_unit_test(a_paper_of_the_other_day_is_not_to_be_corrected), cmocka_unit_test(what_else_has_the_wrong_number_is_named),
        cmocka_unit_test(the_table_tells_nothing_of_a_third_party),
        cmocka_unit_test(a_scan_with_the_number_of_the_row_keeps_its_name),
        cmocka_unit_test(a_sum_is_told_once_at_the_demand), cmocka_unit_test(without_a_decision_the_fines_are_compared)};
    return failed + cmocka_run_group_tests_name("numbers of other cases, what is told", tests, NULL, NULL);
}
