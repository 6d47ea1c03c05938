/* What one repair mends is one finding, or findings that name each other. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"

/* ---- officers without a number in several papers, whose number another paper gives (LAW-012, record) ---- */

/* RECORD and REPORT: the number of 舒例川 in the record of the inspection and in the report; NULL for none. */
static void put_officers(Submitted *s, const char *record, const char *report)
{
    Document *inspection = the_document(s, PENALTY "检查笔录.docx"), *told = the_document(s, PENALTY "调查报告.docx"),
             *interview = put_document(s, PENALTY "询问.docx", "interview-record", "inspection-dates", "2016-09-07",
                                      "introduced", "出示执法证件", NULL);
    record_list_clear(inspection->investigators, &investigator_type);
    record_list_clear(told->investigators, &investigator_type);
    put_officer(inspection, "向例明", "43122201");
    put_officer(inspection, "舒例川", record);
    put_officer(told, "向例明", "43122201");
    put_officer(told, "舒例川", report);
    put_officer(interview, "向例明", "43122201");
    put_officer(interview, "舒例川", "43122203");
}

static void papers_without_the_number_of_one_officer_are_told_once(void **state G_GNUC_UNUSED)
{
    static const struct { const char *record, *report, *others; bool blank; int findings; } known[] = {
        {NULL, NULL, "调查报告.docx|P1", false, 1},
        {NULL, NULL, "调查报告.docx|P1", true, 1}, /* a blank behind the name is what is told already */
        {NULL, "43122203", NULL, false, 1},
        {"43122203", NULL, NULL, false, 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        put_officers(s, known[i].record, known[i].report);
        if (known[i].blank)
            set_field(s, PENALTY "调查报告.docx", "certificate-blank", "执法证号：____");
        expect_param(submitted_told(s, "LAW-012", "record"), "others", known[i].others);
        assert_int_equal(submitted_count(s, "LAW-012", "*"), known[i].findings);
        submitted_free(s);
    }
}

/* Each lacks another officer's: these are two repairs. */
static void papers_without_numbers_of_two_officers_are_told_apart(void **state G_GNUC_UNUSED)
{
    Submitted *s = submitted_clean();
    put_officers(s, NULL, NULL);
    Document *report = the_document(s, PENALTY "调查报告.docx");
    record_list_clear(report->investigators, &investigator_type);
    put_officer(report, "向例明", NULL);
    put_officer(report, "舒例川", "43122203");
    expect_param(submitted_told(s, "LAW-012", "record"), "others", NULL);
    assert_int_equal(submitted_count(s, "LAW-012", "record"), 2);
    submitted_free(s);
}

/* ---- how blank a page is (SCN-003) ---- */

static void the_share_that_was_found_is_told(void **state G_GNUC_UNUSED)
{
    static const struct { int dark; const char *share, *limit; } known[] = {
        {0, NULL, NULL}, {40, "0.040", "0.1"}, {99, "0.099", "0.1"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        Scan *scan = put_scan(s, PENALTY "照片.jpg", "photo", "evidence", NULL);
        ((ScanPage *)scan->page->pdata[0])->cells = 100000;
        ((ScanPage *)scan->page->pdata[0])->dark = known[i].dark;
        const Finding *finding = submitted_told(s, "SCN-003", NULL);
        expect_param(finding, "share", known[i].share);
        expect_param(finding, "limit", known[i].limit);
        submitted_free(s);
    }
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(papers_without_the_number_of_one_officer_are_told_once),
        cmocka_unit_test(papers_without_numbers_of_two_officers_are_told_apart),
        cmocka_unit_test(the_share_that_was_found_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
