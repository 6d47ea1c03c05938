/* Packages of hundreds of papers and pages: what is left out is counted, and documents are found by an index. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "casegroup.h"
#include "docnumber.h"
#include "scan.h"
#include "submitted.h"

/* ---- how many pages were not compared ---- */

static const Finding *not_all_of(const Submitted *s)
{
    const Finding *not_all = NULL;
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        not_all = g_strcmp0(finding->variant, "not-all") == 0 ? finding : not_all;
    }
    assert_non_null(not_all);
    return not_all;
}

/* A file of 700 pages that are all one photograph in COUNT places of two case files. */
static Submitted *photographs_in(int count)
{
    enum { PAGES = 700 };
    Submitted *s = submitted_clean();
    guint8 thumb[SCAN_THUMB_BYTES];
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++)
        thumb[i] = (guint8)(250 - i * i % 151);
    Scan *scan = put_scan(s, "案卷/行政处罚1/照片.tif", "photographs", NULL, NULL);
    for (int i = 1; i < count; i++) {
        g_autofree char *path = g_strdup_printf("案卷/行政处罚2/照片%d.tif", i);
        put_scan(s, path, "photographs", NULL, NULL);
    }
    for (guint i = 1; i < PAGES; i++)
        *(ScanPage *)record_add(scan->page, &scan_page_type) = *(ScanPage *)scan->page->pdata[0];
    for (guint i = 0; i < PAGES; i++) {
        ScanPage *page = scan->page->pdata[i];
        page->number = i + 1;
        page->thumb = g_base64_encode(thumb, sizeof thumb);
    }
    submitted_check(s);
    return s;
}

static void a_page_is_counted_once(void **state)
{
    (void)state;
    Submitted *s = photographs_in(2);
    int count = atoi(finding_value(not_all_of(s), "count"));
    assert_true(count > 0 && count <= 700);
    assert_string_equal(finding_value(not_all_of(s), "first"), "案卷/行政处罚1/照片.tif\n案卷/行政处罚2/照片1.tif");
    assert_null(finding_value(not_all_of(s), "files"));
    submitted_free(s);
}

static void the_first_places_are_named(void **state)
{
    (void)state;
    Submitted *s = photographs_in(7);
    g_auto(GStrv) named = g_strsplit(finding_value(not_all_of(s), "first"), "\n", -1);
    assert_int_equal(g_strv_length(named), 5);
    assert_string_equal(named[4], "案卷/行政处罚2/照片4.tif");
    assert_string_equal(finding_value(not_all_of(s), "files"), "7");
    submitted_free(s);
}

/* ---- what would take the square of their number ---- */

static void mention(Document *document, const char *form, int number)
{
    DocNumber *mention = record_add(document->mentions, &docnumber_type);
    mention->raw = g_strdup_printf(form, number);
    mention->key = docnumber_key(mention->raw);
    mention->place = g_strdup("P4");
}

/* Two papers quote ten thousand numbers, half of them the same: each is told once, with both places. */
static void numbers_are_told_once_each(void **state G_GNUC_UNUSED)
{
    enum { NUMBERS = 10000, ASIDE = NUMBERS / 2 };
    Submitted *s = submitted_clean();
    set_field(s, "案卷/行政处罚1/立案.docx", "doc-number", "沅环立字〔2016〕7号");
    Document *report = the_document(s, "案卷/行政处罚1/调查报告.docx"),
             *decision = the_document(s, "案卷/行政处罚1/决定书.docx");
    for (int i = 0; i < NUMBERS; i++) {
        mention(report, "沅环立字〔2016〕%d号", 100 + i);
        mention(decision, "沅环立字〔2016〕%d号", 100 + ASIDE + i);
    }
    submitted_check(s);
    int both = 0;
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        both += g_strcmp0(finding->variant, "quoted") == 0 && finding_value(finding, "others");
    }
    assert_int_equal(submitted_count(s, "EXT-002", "quoted"), NUMBERS + ASIDE);
    assert_int_equal(both, ASIDE);
    submitted_free(s);
}

/* Candidates whose certificates give each the number of the next one. */
static void candidates_are_looked_at_once(void **state G_GNUC_UNUSED)
{
    enum { PEOPLE = 4000 };
    Submitted *s = submitted_empty();
    for (int i = 0; i < PEOPLE; i++) {
        g_autofree char *form = g_strdup_printf("先进个人/人%05d/推荐表.docx", i), *name = g_strdup_printf("人%05d", i),
                        *integrity = g_strdup_printf("先进个人/人%05d/廉洁证明.docx", i),
                        *own = g_strdup_printf("4312%05d", i), *next = g_strdup_printf("4312%05d", i + 1);
        put_document(s, form, "candidate-form", "name", name, "certificate-number", own, NULL);
        put_document(s, integrity, "integrity-certificate", "name", name, "certificate-number", next, NULL);
    }
    submitted_check(s);
    assert_int_equal(submitted_count(s, "CND-003", "differs"), PEOPLE);
    for (guint i = 0, found = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        if (g_strcmp0(finding->variant, "differs") != 0 || strcmp(finding->code, "CND-003") != 0)
            continue;
        g_autofree char *owner = ++found < PEOPLE ? g_strdup_printf("人%05d", (int)found) : NULL;
        assert_int_equal(g_strcmp0(finding_value(finding, "owner"), owner), 0);
    }
    submitted_free(s);
}

/* Cases of as many firms with one code, inspected by the same two at the same time. */
static void cases_of_one_code_are_told_once_each(void **state G_GNUC_UNUSED)
{
    enum { CASES = 60, OFFICERS = 2 };
    Submitted *s = submitted_empty();
    for (int i = 0; i < CASES; i++) {
        g_autofree char *decision = g_strdup_printf("案卷/行政处罚%02d/决定书.docx", i),
                        *record = g_strdup_printf("案卷/行政处罚%02d/笔录.docx", i),
                        *number = g_strdup_printf("沅环罚字〔2016〕%d号", i + 1),
                        *party = g_strdup_printf("沅陵县第%c%c锰业有限公司", 'A' + i / 26, 'A' + i % 26);
        put_document(s, decision, "penalty-decision", "doc-number", number, "party", party, "credit-code",
                     "91431222203504081U", NULL);
        Document *inspected = put_document(s, record, "inspection-record", "party", party, "record-time",
                                           "2016年9月1日9时20分至10时30分", NULL);
        put_officer(inspected, "向例明", "43122201");
        put_officer(inspected, "舒例川", "43122203");
    }
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-002", "one-code"), CASES - 1);
    int told = submitted_count(s, "EXT-003", "two-places");
    assert_true(told >= CASES - 1 && told <= (CASES - 1) * OFFICERS);
    submitted_free(s);
}

/* A firm's name from its number, told from all others by its letters.  Caller frees. */
static char *firm_of(int number)
{
    return g_strdup_printf("沅陵县%c%c%c锰业有限公司", 'A' + number % 26, 'A' + number / 26 % 26, 'A' + number / 676 % 26);
}

/* As many firms as case files, and in each a closing form of the next one's case. */
static void case_files_are_known_by_their_parties(void **state G_GNUC_UNUSED)
{
    enum { CASES = 2000 };
    Submitted *s = submitted_empty();
    for (int i = 0; i < CASES; i++) {
        g_autofree char *decision = g_strdup_printf("案卷/行政处罚%04d/决定书.docx", i),
                        *form = g_strdup_printf("案卷/行政处罚%04d/结案.docx", i),
                        *number = g_strdup_printf("沅环罚字〔2016〕%d号", i + 1), *party = firm_of(i),
                        *other = g_strdup_printf("沅环罚字〔2016〕%d号", (i + 1) % CASES + 1),
                        *other_party = firm_of((i + 1) % CASES);
        put_document(s, decision, "penalty-decision", "doc-number", number, "party", party, NULL);
        put_document(s, form, "closing-form", "doc-number", other, "party", other_party, NULL);
    }
    submitted_check(s);
    int misfiled = 0, right = 0;
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        if (g_strcmp0(finding->variant, "misfiled") != 0)
            continue;
        g_autofree char *next = g_strdup_printf("行政处罚%04d", (misfiled++ + 1) % CASES);
        right += g_str_has_suffix(finding_value(finding, "elsewhere"), next);
    }
    assert_int_equal(misfiled, CASES);
    assert_int_equal(right, CASES);
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
                                       cmocka_unit_test(the_first_places_are_named),
                                       cmocka_unit_test(numbers_are_told_once_each),
                                       cmocka_unit_test(candidates_are_looked_at_once),
                                       cmocka_unit_test(cases_of_one_code_are_told_once_each),
        cmocka_unit_test(case_files_are_known_by_their_parties),
                                       cmocka_unit_test(documents_are_found_by_type_and_field)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
