/* SCN-006: the same picture saved again, in two case files of the unit that have nothing in common.  By
 * thumbnails (likeness.h), and, of print at two sizes, by what scan has found (rec_scans.h). */
#include <string.h>

#include "checks.h"
#include "likeness.h"

/* A page of a scan in a case file, the first page like it that comes before it, and the first use of
 * this very page in the case file before that has it too; -1 for none. */
typedef struct { const SubFile *file; guint page; gint before, use_before; } PageUse;

typedef struct {
    GArray *uses;     /* PageUse, in path order */
    GArray *looks;    /* Look, one for each */
    GHashTable *last; /* ScanPage → the index of its first use in the last case file that has it, from 1 */
} Pages;

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
        g_array_append_val(pages->uses, use);
        g_array_append_val(pages->looks, look);
        if (use_before < 0 || use_at(pages, (guint)use_before)->file->group != file->group)
            g_hash_table_insert(pages->last, (gpointer)page, GINT_TO_POINTER((gint)pages->uses->len));
    }
}

/* The same bytes in two places are SCN-005, and one case may keep a picture in two files. */
static bool is_wrong(const SubFile *a, const SubFile *b)
{
    return a->group != b->group && strcmp(a->facts->sha256, b->facts->sha256) != 0 && !casegroup_related(a->group, b->group);
}

static void note_pair(guint a, guint b, gpointer data)
{
    const Pages *pages = data;
    PageUse *later = use_at(pages, b);
    if ((later->before < 0 || (guint)later->before > a) && is_wrong(use_at(pages, a)->file, later->file))
        later->before = (gint)a;
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
                note_pair((guint)MIN(a, b), (guint)MAX(a, b), pages);
    }
}

/* How many pages of case files scan has passed over. */
static guint count_passed(const Check *check, const Pages *pages)
{
    guint count = 0;
    for (guint i = 0; i < check->in->scans->passed->len; i++) {
        const ScanPlace *place = check->in->scans->passed->pdata[i];
        count += last_use(check, pages, place->scan, place->page) >= 0;
    }
    return count;
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

void resaved_check(Check *check)
{
    g_autoptr(GArray) uses = g_array_new(FALSE, FALSE, sizeof(PageUse));
    g_autoptr(GArray) looks = g_array_new(FALSE, FALSE, sizeof(Look));
    g_autoptr(GHashTable) last = g_hash_table_new(NULL, NULL);
    Pages pages = {uses, looks, last};
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (scan_is_compared(check, file))
            add_pages(check, file, &pages);
    }
    guint cut = looks_pair((const Look *)(gpointer)looks->data, looks->len, note_pair, &pages);
    note_print(check, &pages);
    cut += count_passed(check, &pages);
    add_findings(check, &pages);
    if (cut > 0)
        param_int(check_add(check, "SCN-006", "not-all", NULL, NULL, NULL), "count", cut);
}
