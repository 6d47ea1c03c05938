/* Packages of hundreds of papers and pages: what is left out is counted, and documents are found by an index. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

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
                                       cmocka_unit_test(documents_are_found_by_type_and_field)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
