/* Packages of thousands of papers: the checks take time that grows with them, and count what is left out. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "casegroup.h"
#include "scan.h"
#include "submitted.h"

/* ---- how many pages were not compared ---- */

/* One file of pages that are all one photograph, in two case files. */
static void a_page_is_counted_once(void **state)
{
    (void)state;
    enum { PAGES = 700 };
    Submitted *s = submitted_clean();
    guint8 thumb[SCAN_THUMB_BYTES];
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++)
        thumb[i] = (guint8)(250 - i * i % 151);
    Scan *scan = put_scan(s, "案卷/行政处罚1/照片.tif", "photographs", NULL, NULL);
    put_scan(s, "案卷/行政处罚2/照片.tif", "photographs", NULL, NULL);
    for (guint i = 1; i < PAGES; i++)
        *(ScanPage *)record_add(scan->page, &scan_page_type) = *(ScanPage *)scan->page->pdata[0];
    for (guint i = 0; i < PAGES; i++) {
        ScanPage *page = scan->page->pdata[i];
        page->number = i + 1;
        page->thumb = g_base64_encode(thumb, sizeof thumb);
    }
    submitted_check(s);
    const Finding *not_all = NULL;
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        not_all = g_strcmp0(finding->variant, "not-all") == 0 ? finding : not_all;
    }
    assert_non_null(not_all);
    int count = atoi(finding_value(not_all, "count"));
    assert_true(count > 0 && count <= PAGES);
    submitted_free(s);
}

/* ---- time ---- */

enum { FEW = 400, TIMES = 6, GROWTH_MAX = 24 }; /* a look at each pair would take 36 times as long */

typedef void (*PutFunc)(Submitted *s, int index);

/* A decision and its receipt. */
static void put_pair(Submitted *s, int index)
{
    g_autofree char *number = g_strdup_printf("沅环罚字〔2016〕%d号", 1000 + index);
    g_autofree char *decision = g_strdup_printf("案卷/行政处罚1/决定书%d.docx", index),
                    *receipt = g_strdup_printf("案卷/行政处罚1/回证%d.docx", 1000 + index);
    put_document(s, decision, "penalty-decision", "doc-number", number, "notice-number", "沅环罚告字〔2016〕1号",
                 "decision-date", "2016-09-20", NULL);
    put_document(s, receipt, "service-receipt", "served-number", number, "service-date", "2016-09-21", NULL);
}

/* A record by the same officers. */
static void put_record(Submitted *s, int index)
{
    g_autofree char *path = g_strdup_printf("案卷/行政处罚1/询问笔录%d.docx", 1000 + index);
    Document *record = put_document(s, path, "interview-record", "document-date", "2016-09-02", NULL);
    put_officer(record, "张三", "43122201");
    put_officer(record, "李四", "43122202");
}

/* A report of another party each. */
static void put_other_party(Submitted *s, int index)
{
    g_autofree char *path = g_strdup_printf("案卷/行政处罚1/调查报告%d.docx", 1000 + index),
                    *party = g_strdup_printf("沅陵县乌有%d号锰业有限责任公司", index);
    put_document(s, path, "investigation-report", "party", party, NULL);
}

static void put_case_file(Submitted *s, int index)
{
    g_autofree char *path = g_strdup_printf("案卷/行政处罚%d/决定书.docx", 1000 + index);
    g_autofree char *number = g_strdup_printf("沅环罚字〔2016〕%d号", 1000 + index);
    put_document(s, path, "penalty-decision", "doc-number", number, "decision-date", "2016-09-20", NULL);
}

/* The processor time of the checks with COUNT of what PUT puts, the shortest of some. */
static clock_t time_of(PutFunc put, int count)
{
    enum { RUNS = 2 };
    clock_t best = 0;
    Submitted *s = submitted_clean();
    for (int i = 0; i < count; i++)
        put(s, i);
    for (int run = 0; run < RUNS; run++) {
        clock_t begin = clock();
        submitted_check(s);
        clock_t taken = clock() - begin;
        best = run == 0 || taken < best ? taken : best;
    }
    submitted_free(s);
    return best;
}

static void time_grows_with_the_papers(void **state G_GNUC_UNUSED)
{
    static const struct { const char *name; PutFunc put; } kinds[] = {
        {"pairs", put_pair}, {"records", put_record}, {"parties", put_other_party}, {"case files", put_case_file}};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        clock_t few = time_of(kinds[i].put, FEW), many = time_of(kinds[i].put, FEW * TIMES);
        print_message("%s: %.3f s, %.3f s\n", kinds[i].name, (double)few / CLOCKS_PER_SEC,
                      (double)many / CLOCKS_PER_SEC);
        if (many >= few * GROWTH_MAX)
            fail_msg("%s: %d times as many take %.1f times as long", kinds[i].name, TIMES,
                     (double)many / (double)few);
    }
}

/* ---- the documents of a type ---- */

static void add_path(const SubFile *file, const Document *document, gpointer data)
{
    (void)document;
    g_string_append_printf(data, "%s ", file->base);
}

static char *paths_of(const CaseGroup *group, const char *types)
{
    GString *paths = g_string_new(NULL);
    casegroup_each_of(group, types, add_path, paths);
    return g_string_free(paths, FALSE);
}

/* Of several types in path order; anew when files have been put aside. */
static void documents_are_found_by_type_and_field(void **state G_GNUC_UNUSED)
{
    Submitted *s = submitted_empty();
    put_document(s, "案卷/甲/1.docx", "penalty-notice", "party", "甲", NULL);
    put_document(s, "案卷/甲/2.docx", "penalty-decision", NULL);
    put_document(s, "案卷/甲/3.docx", "penalty-notice", NULL);
    g_autoptr(Submission) submission = submission_new(s->scans, s->casefiles);
    CaseGroup *group = submission->groups->pdata[0];
    g_autofree char *notices = paths_of(group, "penalty-notice"),
                    *both = paths_of(group, "penalty-decision|penalty-notice"),
                    *none = paths_of(group, "demand");
    assert_string_equal(notices, "1.docx 3.docx ");
    assert_string_equal(both, "1.docx 2.docx 3.docx ");
    assert_string_equal(none, "");
    g_autoptr(GString) parties = g_string_new(NULL);
    casegroup_each_having(group, "party", add_path, parties);
    assert_string_equal(parties->str, "1.docx ");
    g_ptr_array_remove_index(group->files, 0);
    documentindex_drop(group->index);
    g_autofree char *after = paths_of(group, "penalty-notice");
    assert_string_equal(after, "3.docx ");
    submitted_free(s);
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_page_is_counted_once),
                                       cmocka_unit_test(time_grows_with_the_papers),
                                       cmocka_unit_test(documents_are_found_by_type_and_field)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
