/* SCN-006: the same picture saved again, in two case files of the unit that have nothing in common.
 * Photographs by thumbnails (likeness.h), print by what scan has found (rec_scans.h). */
#include <string.h>

#include "beside.h"
#include "checks.h"
#include "likeness.h"
#include "text.h"

/* A page of a scan in a case file, the first page like it that comes before it, and the first use of
 * this very page in the case file before that has it too; -1 for none. */
typedef struct { const SubFile *file; guint page; gint before, use_before; } PageUse;

struct ResavedPages {
    const Check *check;
    Beside reading;
    GArray *uses;     /* PageUse, in path order */
    GArray *looks;    /* Look, of those whose thumbnails are compared */
    GArray *seen;     /* guint: which use each look is of */
    GHashTable *cut;  /* ScanPage: not compared with all that came near */
    GHashTable *last; /* ScanPage → the index of its first use in the last case file that has it, from 1 */
};
typedef ResavedPages Pages;

static PageUse *use_at(const Pages *pages, guint index)
{
    return &g_array_index(pages->uses, PageUse, index);
}

static void add_pages(const Check *check, const SubFile *file, Pages *pages)
{
    for (guint i = 0; i < file->scan->page->len; i++) {
        const ScanPage *page = file->scan->page->pdata[i];
        Look look;
        if (page_is_blank(check->in->season, page) || !look_read(page, &look))
            continue;
        gint use_before = GPOINTER_TO_INT(g_hash_table_lookup(pages->last, page)) - 1;
        PageUse use = {file, i, -1, use_before};
        if (!look_is_close_print(&look)) {
            g_array_append_val(pages->looks, look);
            g_array_append_val(pages->seen, pages->uses->len);
        }
        g_array_append_val(pages->uses, use);
        if (use_before < 0 || use_at(pages, (guint)use_before)->file->group != file->group)
            g_hash_table_insert(pages->last, (gpointer)page, GINT_TO_POINTER((gint)pages->uses->len));
    }
}

/* The same bytes in two places are SCN-005, and one case may keep a picture in two files. */
static bool is_wrong(const Check *check, const SubFile *a, const SubFile *b)
{
    return a->group != b->group && strcmp(a->facts->sha256, b->facts->sha256) != 0 && !scans_may_be_shared(check, a, b);
}

static void note_pair(const Pages *pages, guint a, guint b)
{
    PageUse *later = use_at(pages, b);
    if ((later->before < 0 || (guint)later->before > a) && is_wrong(pages->check, use_at(pages, a)->file, later->file))
        later->before = (gint)a;
}

static void note_looks(guint a, guint b, gpointer data)
{
    const Pages *pages = data;
    note_pair(pages, g_array_index(pages->seen, guint, a), g_array_index(pages->seen, guint, b));
}

static const ScanPage *page_of(const Pages *pages, guint use)
{
    return use_at(pages, use)->file->scan->page->pdata[use_at(pages, use)->page];
}

static void pair_looks(Pages *pages)
{
    g_autofree bool *cut = g_new(bool, pages->looks->len);
    looks_pair((const Look *)(gpointer)pages->looks->data, pages->looks->len, note_looks, pages, cut);
    for (guint i = 0; i < pages->looks->len; i++)
        if (cut[i])
            g_hash_table_add(pages->cut, (gpointer)page_of(pages, g_array_index(pages->seen, guint, i)));
}

/* The use, as in LAST but from 0, of page NUMBER of the scan at PLACE of the record, from 1; -1 when no
 * case file has it. */
static gint last_use(const Check *check, const Pages *pages, int64_t place, int64_t number)
{
    const GPtrArray *scans = check->in->scans->scans;
    const Scan *scan = place <= scans->len ? scans->pdata[place - 1] : NULL;
    for (guint i = 0; scan && i < scan->page->len; i++)
        if (((const ScanPage *)scan->page->pdata[i])->number == number)
            return GPOINTER_TO_INT(g_hash_table_lookup(pages->last, scan->page->pdata[i])) - 1;
    return -1;
}

static void note_print(const Check *check, Pages *pages)
{
    for (guint i = 0; i < check->in->scans->pairs->len; i++) {
        const ScanPair *pair = check->in->scans->pairs->pdata[i];
        gint first = last_use(check, pages, pair->scan, pair->page);
        gint second = last_use(check, pages, pair->other_scan, pair->other_page);
        for (gint a = first; a >= 0; a = use_at(pages, (guint)a)->use_before)
            for (gint b = second; b >= 0; b = use_at(pages, (guint)b)->use_before)
                note_pair(pages, (guint)MIN(a, b), (guint)MAX(a, b));
    }
}

/* Marks the pages of case files that scan has passed over. */
static void note_passed(const Check *check, Pages *pages)
{
    for (guint i = 0; i < check->in->scans->passed->len; i++) {
        const ScanPlace *place = check->in->scans->passed->pdata[i];
        gint use = last_use(check, pages, place->scan, place->page);
        if (use >= 0)
            g_hash_table_add(pages->cut, (gpointer)page_of(pages, (guint)use));
    }
}

static void page_param(Finding *finding, const char *name, const PageUse *use)
{
    const Scan *scan = use->file->scan;
    if (scan->page->len > 1)
        param_int(finding, name, ((const ScanPage *)scan->page->pdata[use->page])->number);
}

/* One finding a file: its first page that stands elsewhere, and how many more there are. */
static void add_finding(Check *check, const Pages *pages, guint index, int64_t more)
{
    const PageUse *use = use_at(pages, index), *other = use_at(pages, (guint)use->before);
    Finding *finding = check_add(check, "SCN-006", NULL, use->file->group, use->file, NULL);
    page_param(finding, "page", use);
    finding_param(finding, "other", other->file->facts->path);
    finding_param(finding, "other-casefile", other->file->group->name);
    page_param(finding, "other-page", other);
    if (more > 0)
        param_int(finding, "more", more);
}

static void add_findings(Check *check, const Pages *pages)
{
    for (guint i = 0, end; i < pages->uses->len; i = end) {
        int64_t count = 0;
        guint first = i;
        for (end = i; end < pages->uses->len && use_at(pages, end)->file == use_at(pages, i)->file; end++)
            if (use_at(pages, end)->before >= 0 && count++ == 0)
                first = end;
        if (count > 0)
            add_finding(check, pages, first, count - 1);
    }
}

enum { SHOWN_MAX = 5 };

/* Tells of the pages that were not compared with all, with the first files that hold one. */
static void add_cut(Check *check, const Pages *pages)
{
    guint count = g_hash_table_size(pages->cut), files = 0; /* of pages, whichever places they stand in */
    const SubFile *last = NULL;
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; count > 0 && i < pages->uses->len; i++) {
        const SubFile *file = use_at(pages, i)->file;
        if (file == last || !g_hash_table_contains(pages->cut, page_of(pages, i)))
            continue;
        last = file;
        if (files++ < SHOWN_MAX)
            text_add_line(names, file->facts->path);
    }
    if (count == 0)
        return;
    Finding *finding = check_add(check, "SCN-006", "not-all", NULL, NULL, NULL);
    param_int(finding, "count", count);
    finding_param(finding, "first", names->str);
    if (files > SHOWN_MAX)
        param_int(finding, "files", files);
}

/* Decoding thousands of thumbnails takes as long as many other checks together, and needs nothing of them. */
static gpointer read_pages(gpointer data)
{
    Pages *pages = data;
    for (guint i = 0; i < pages->check->submission->files->len; i++) {
        const SubFile *file = pages->check->submission->files->pdata[i];
        if (scan_is_compared(pages->check, file))
            add_pages(pages->check, file, pages);
    }
    return NULL;
}

ResavedPages *resaved_begin(const Check *check)
{
    Pages *pages = g_new(Pages, 1);
    *pages = (Pages){.check = check,
                     .uses = g_array_new(FALSE, FALSE, sizeof(PageUse)),
                     .looks = g_array_new(FALSE, FALSE, sizeof(Look)),
                     .seen = g_array_new(FALSE, FALSE, sizeof(guint)),
                     .cut = g_hash_table_new(NULL, NULL),
                     .last = g_hash_table_new(NULL, NULL)};
    pages->reading = beside_start("pages", read_pages, pages);
    return pages;
}

static void pages_free(Pages *pages)
{
    g_array_unref(pages->uses);
    g_array_unref(pages->looks);
    g_array_unref(pages->seen);
    g_hash_table_unref(pages->cut);
    g_hash_table_unref(pages->last);
    g_free(pages);
}

void resaved_check(Check *check, ResavedPages *pages)
{
    beside_end(&pages->reading);
    pair_looks(pages);
    note_print(check, pages);
    note_passed(check, pages);
    add_findings(check, pages);
    add_cut(check, pages);
    pages_free(pages);
}
