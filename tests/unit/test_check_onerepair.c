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

/* ---- a case file of no kind that can be told, and empty slots (SET-001, SET-003) ---- */

static void nameless(Submitted *s, const char *type) { put_document(s, "案卷/某厂/材料.docx", type, NULL); }

static void an_unknown_file_and_an_empty_slot_name_each_other(void **state G_GNUC_UNUSED)
{
    static const struct { bool lacks_crime, lacks_detention; const char *unknown, *open; } known[] = {
        {true, false, "某厂", "crime"}, {true, true, "某厂", "detention|crime"}, {false, false, NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        nameless(s, "other");
        if (known[i].lacks_crime)
            drop_files(s, "案卷/犯罪1/");
        if (known[i].lacks_detention)
            drop_files(s, "案卷/拘留1/");
        expect_param(submitted_told(s, "SET-003", NULL), "open", known[i].open);
        if (known[i].unknown)
            expect_param(submitted_told(s, "SET-001", NULL), "unknown", known[i].unknown);
        else
            assert_int_equal(submitted_count(s, "SET-001", "*"), 0);
        submitted_free(s);
    }
}

/* What speaks for its own kind fills no other slot, and a candidate's case file none. */
static void files_of_a_known_kind_are_not_named(void **state G_GNUC_UNUSED)
{
    static const char *const known[] = {"penalty-decision", NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        drop_files(s, "案卷/犯罪1/");
        if (known[i])
            nameless(s, known[i]);
        else
            put_document(s, "先进个人/向例明/案卷/某厂/材料.docx", "other", NULL);
        expect_param(submitted_told(s, "SET-001", NULL), "unknown", NULL);
        if (!known[i])
            expect_param(submitted_told(s, "SET-003", NULL), "open", NULL);
        submitted_free(s);
    }
}

/* ---- one scan that the table and a claim lack (CND-006, REF-003, REF-008) ---- */

#define NINTH "案卷/行政处罚9/"

/* The row of 沅环罚字〔2016〕61号, whose case file lacks the scan of the decision, and a claim of it. */
static void claim_without_scan(Submitted *s, const char *claimed)
{
    put_penalty(s, "案卷/行政处罚9", 61, true);
    drop_files(s, NINTH "证据.zip/");
    put_scan(s, NINTH "处罚决定书送达回证.jpg", "receipt", "service-receipt", "沅环罚字〔2016〕61号");
    put_claim(the_document(s, "先进个人/向例明/案件清单.docx"), claimed, KIND_PENALTY, ROLE_LEAD);
}

static void a_scan_that_two_lack_is_one_repair(void **state G_GNUC_UNUSED)
{
    static const struct { const char *claimed; bool photo; const char *code, *names; } known[] = {
        {"沅环罚字〔2016〕61号", true, "REF-008", "向例明"},
        {"沅环罚字[2016]61号", true, "REF-008", "向例明"}, /* as people write it */
        {"沅环罚字〔2016〕61号", false, "REF-003", "向例明"},
        {"沅环罚字〔2016〕62号", true, NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        claim_without_scan(s, known[i].claimed);
        if (!known[i].photo)
            drop_files(s, NINTH "处罚决定书送达回证.jpg");
        expect_param(submitted_told(s, "CND-006", NULL), "same-scan", known[i].code);
        const Finding *row = known[i].photo ? submitted_told(s, "REF-008", NULL) : submitted_told(s, "REF-003", "advisory");
        expect_param(row, "claimed-by", known[i].names);
        submitted_free(s);
    }
}

/* A candidate's own scan of the decision serves the claim, which lacks its proof alone. */
static void a_proof_is_another_repair(void **state G_GNUC_UNUSED)
{
    Submitted *s = submitted_clean();
    claim_without_scan(s, "沅环罚字〔2016〕61号");
    put_scan(s, "先进个人/向例明/处罚决定书.jpg", "decision", "penalty-decision", "沅环罚字〔2016〕61号");
    expect_param(submitted_told(s, "CND-006", NULL), "missing", "participation");
    expect_param(submitted_finding(s, "CND-006"), "same-scan", NULL);
    expect_param(submitted_told(s, "REF-008", "candidate"), "claimed-by", NULL);
    submitted_free(s);
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(papers_without_the_number_of_one_officer_are_told_once),
        cmocka_unit_test(papers_without_numbers_of_two_officers_are_told_apart),
        cmocka_unit_test(the_share_that_was_found_is_told),
        cmocka_unit_test(an_unknown_file_and_an_empty_slot_name_each_other),
        cmocka_unit_test(files_of_a_known_kind_are_not_named),
        cmocka_unit_test(a_scan_that_two_lack_is_one_repair),
        cmocka_unit_test(a_proof_is_another_repair),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
