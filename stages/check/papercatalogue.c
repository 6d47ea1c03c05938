/* SET-012: the catalogue of a case file (卷内目录) against the papers in it, and its numbers in themselves; SET-005,
 * handed-over: what the list of papers handed over names and no paper of the file is. */
#include <string.h>

#include "cataloguerows.h"
#include "checks.h"
#include "text.h"

enum {
    BUNDLE_PAGES = 7,   /* a scan of as many pages may hold more papers than its name tells */
    CORE_BYTES_MIN = 9, /* three characters: shorter names are looked for in no other one */
    ROWS_MAX = 600      /* more are no catalogue of one file, and are not judged */
};

typedef struct {
    const SubFile *file;
    char *full, *core;         /* catalogue_name, catalogue_core of the file's name */
    GPtrArray *titles;         /* char *: catalogue_core of those of its documents */
    const CatalogueRow *named; /* the row whose name it bears; NULL */
    bool like;                 /* its name or title is that of a row, or part of one */
} Paper;

typedef struct {
    const CaseGroup *group;
    GPtrArray *rows;   /* CatalogueRow, of all catalogues looked at */
    GPtrArray *papers; /* Paper */
    guint judged, exact;
} Comparison;

static void paper_free(gpointer data)
{
    Paper *paper = data;
    g_free(paper->full);
    g_free(paper->core);
    g_ptr_array_unref(paper->titles);
    g_free(paper);
}

/* ---- names ---- */

static bool is_within(const char *part, const char *whole)
{
    return strlen(part) >= CORE_BYTES_MIN && strstr(whole, part);
}

/* A paper is not its receipt of service, unless both are named: 告知书及送达回证. */
static bool is_receipt_alone(const char *core)
{
    static const char *const receipts[] = {"回证", "回执", NULL}, *const marks[] = {"、", "及", "和", "与", NULL};
    return text_has_any(core, receipts) && !text_has_any(core, marks);
}

static bool cores_are_like(const char *a, const char *b)
{
    return is_receipt_alone(a) == is_receipt_alone(b) && (is_within(a, b) || is_within(b, a));
}

/* ---- papers ---- */

static bool is_catalogue(const SubFile *file)
{
    bool catalogue = strstr(file->base, "目录") != NULL;
    for (guint i = 0; i < file->facts->documents->len && !catalogue; i++) {
        const Document *document = file->facts->documents->pdata[i];
        catalogue = strcmp(document->type, "other") == 0 && document_field(document, "catalogued");
    }
    return catalogue;
}

static Paper *paper_new(const SubFile *file)
{
    const char *dot = strrchr(file->base, '.');
    size_t length = dot && dot > file->base ? (size_t)(dot - file->base) : strlen(file->base);
    g_autofree char *stem = g_strndup(file->base, length);
    Paper *paper = g_new0(Paper, 1);
    paper->file = file;
    paper->full = catalogue_name(stem);
    paper->core = catalogue_core(paper->full);
    paper->titles = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const char *title = ((const Document *)file->facts->documents->pdata[i])->title;
        g_autofree char *full = catalogue_name(title ? title : "");
        g_ptr_array_add(paper->titles, catalogue_core(full));
    }
    return paper;
}

static void add_papers(const GPtrArray *files, GPtrArray *papers)
{
    for (guint i = 0; files && i < files->len; i++) {
        const SubFile *file = files->pdata[i];
        if (!is_catalogue(file))
            g_ptr_array_add(papers, paper_new(file));
    }
}

/* Whether PAPER is of a type of ROW, by what was read in it or else by its name. */
static bool is_of_kind(const CatalogueRow *row, const Paper *paper)
{
    const FileFacts *facts = paper->file->facts;
    bool of_kind = false;
    for (char **type = row->types; *type && !of_kind; type++)
        of_kind = subfile_document(paper->file, *type) || g_strcmp0(facts->named_type, *type) == 0 ||
                  g_strcmp0(facts->named_or, *type) == 0;
    return of_kind;
}

static bool is_like(const CatalogueRow *row, const Paper *paper)
{
    bool like = cores_are_like(row->core, paper->core);
    for (guint i = 0; i < paper->titles->len && !like; i++)
        like = cores_are_like(row->core, paper->titles->pdata[i]);
    return like;
}

/* A name is borne by a file that adds something in brackets, a number or a day: 询问笔录（二）, 05-询问笔录（二）（9.26）. */
static bool bears_name(const CatalogueRow *row, const Paper *paper)
{
    bool bare = strcmp(row->full, row->core) == 0;
    const char *added = g_str_has_prefix(paper->full, row->full) ? paper->full + strlen(row->full) : NULL;
    return *row->full && ((added && (!*added || g_str_has_prefix(added, "〔"))) || (bare && strcmp(row->core, paper->core) == 0));
}

static void compare_names(Comparison *c)
{
    for (guint i = 0; i < c->rows->len; i++) {
        CatalogueRow *row = c->rows->pdata[i];
        for (guint j = 0; j < c->papers->len; j++) {
            Paper *paper = c->papers->pdata[j];
            bool exact = bears_name(row, paper);
            row->exact |= exact;
            paper->named = exact && !paper->named ? row : paper->named;
            paper->like |= exact || is_like(row, paper);
        }
        c->judged += row->judged;
        c->exact += row->judged && row->exact;
    }
}

static void comparison_init(Comparison *c, const CaseGroup *group)
{
    *c = (Comparison){.group = group, .rows = g_ptr_array_new_with_free_func(cataloguerow_free),
                      .papers = g_ptr_array_new_with_free_func(paper_free)};
    add_papers(group->files, c->papers);
    add_papers(group->replaced, c->papers);
    add_papers(group->strays, c->papers);
    add_papers(group->misfiled, c->papers);
}

static void comparison_clear(Comparison *c)
{
    g_ptr_array_unref(c->rows);
    g_ptr_array_unref(c->papers);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Comparison, comparison_clear)

/* Whether files and catalogue go by the same names, so that a name on one side alone tells something. */
static bool names_agree(const Comparison *c)
{
    return c->exact > 0 && c->exact * CATALOGUE_SHARE >= c->judged * (CATALOGUE_SHARE - 1);
}

/* Whether PAPER may hold more than its name tells. */
static bool is_bundle(const Paper *paper)
{
    const SubFile *file = paper->file;
    return file->facts->documents->len > 1 || (file->scan && file->scan->pages > 1);
}

/* ---- what is listed and not held ---- */

/* Whether some paper may be that of ROW: by its name, or one like it, or by its kind, unless each such paper bears the name of
 * another row. */
static bool is_held(const Comparison *c, const CatalogueRow *row)
{
    bool held = row->exact;
    for (guint i = 0; i < c->papers->len && !held; i++) {
        const Paper *paper = c->papers->pdata[i];
        bool other = names_agree(c) && paper->named && paper->named != row && !is_bundle(paper);
        held = !other && (is_like(row, paper) || is_of_kind(row, paper));
    }
    return held;
}

/* Whether a file that is no paper of a row, and may be whatever, lies there: the one that is missed may be it. */
static bool has_unknown(const Comparison *c, bool all_kinds)
{
    static const char *const notes[] = {"evidence", "statement", "correction-notice", "waiver", NULL};
    bool unknown = c->group->refused;
    for (guint i = 0; i < c->papers->len && !unknown; i++) {
        const Paper *paper = c->papers->pdata[i];
        if (paper->named && !is_bundle(paper))
            continue; /* that is what it is, whatever its kind */
        const FileFacts *facts = paper->file->facts;
        const Document *first = facts->documents->len > 0 ? facts->documents->pdata[0] : NULL;
        const char *type = first ? first->type : facts->named_type;
        bool told = type && strcmp(type, "other") != 0 && (!all_kinds || g_strv_contains(notes, type));
        unknown = subfile_is_untold(paper->file) || (!paper->like && !told && catalogue_judges(paper->file->base)) ||
                  (paper->file->scan && paper->file->scan->pages >= BUNDLE_PAGES);
    }
    return unknown;
}

/* Whether another finding tells that a paper of ROW's kind is missing. */
static bool is_told(const Check *check, const CaseGroup *group, const CatalogueRow *row)
{
    static const char *const codes[] = {"SET-004", "SET-005"};
    bool told = false;
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
        guint at = 0;
        for (const Finding *finding; (finding = told_next(check, codes[i], group, &at));) {
            const char *missing = finding_value(finding, "missing");
            for (char **type = row->types; missing && *type; type++)
                told |= strstr(missing, *type) != NULL;
        }
    }
    return told;
}

/* Of the rows of one list those that no paper of the file is, as lines; *FIRST is the first one's.  NULL for none, and
 * where too many are missed for the list to be that of this file.  Caller frees. */
static char *missing_rows(const Check *check, const Comparison *c, const GPtrArray *rows, const Field **first)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    guint missing = 0;
    bool bundles = false;
    for (guint i = 0; i < c->papers->len; i++)
        bundles |= is_bundle(c->papers->pdata[i]);
    for (guint i = 0; i < rows->len; i++) {
        const CatalogueRow *row = rows->pdata[i];
        bool sure = row->types[0] || (names_agree(c) && !bundles);
        if (!row->judged || !sure || is_held(c, row) || is_told(check, c->group, row))
            continue;
        *first = missing++ ? *first : row->field;
        text_add_line(lines, row->name);
    }
    bool few = missing == 1 || missing * CATALOGUE_SHARE <= rows->len;
    return missing > 0 && few ? g_string_free(g_steal_pointer(&lines), FALSE) : NULL;
}

/* What a row names of pictures and copies, each of which any file may be: the words, and where they may lie. */
static const char *const picture_words[] = {"照片", "执照"};

/* Whether NAME tells of the word at INDEX alone. */
static bool is_of_picture(const char *name, size_t index)
{
    static const char *const marks[] = {"、", "及", "和", "与", "身份证", "法人", "图", NULL};
    return strstr(name, picture_words[index]) && !text_has_any(name, marks);
}

static bool may_be_pictured(const SubFile *file)
{
    static const char *const names[] = {"照", "影像", "图", "片", "执照", "主体", "资料", "材料", "证据", "附件", "证明", NULL};
    return file->facts->documents->len == 0 && text_has_any(file->base, names);
}

/* Whether FILE is by its name another copy than that of a photograph, or no evidence at all. */
static bool is_named_otherwise(const SubFile *file)
{
    static const char *const names[] = {"身份证", "执照", "委托书", "代码证", "封面", "备考表", NULL}, *const open[] = {"等", "及", "和", "、", "照片", NULL};
    return text_has_any(file->base, names) && !text_has_any(file->base, open);
}

/* Whether a photograph or licence may lie in the file, under its name or another: each file must be a paper that was read or
 * bear the name of one or of a row, and none hold more than its name tells. */
static bool may_hold_picture(const Comparison *c)
{
    bool may = !names_agree(c);
    for (guint i = 0; i < c->papers->len && !may; i++) {
        const Paper *paper = c->papers->pdata[i];
        const FileFacts *facts = paper->file->facts;
        const bool read = facts->documents->len > 0 && catalogue_judges_kind(((const Document *)facts->documents->pdata[0])->type);
        const bool told = read || paper->named || (facts->named_type && catalogue_judges_kind(facts->named_type)) ||
                          is_named_otherwise(paper->file);
        may = is_bundle(paper) || !told;
    }
    return may;
}

/* Whether a file outside the case files may be such a picture. */
static bool lies_elsewhere(const Check *check)
{
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (!file->group && !file->person && may_be_pictured(file))
            return true;
    }
    return false;
}

/* Of ROWS the photographs and licences that no file bears the name of, where that of every other paper is there; *FIRST is the first
 * one's.  NULL for none.  Caller frees. */
static char *missing_pictures(const Check *check, const Comparison *c, const GPtrArray *rows, const Field **first)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    guint missing = 0;
    for (guint i = 0; i < rows->len; i++) {
        const CatalogueRow *row = rows->pdata[i];
        bool wanted = false, held = row->exact;
        for (size_t word = 0; word < G_N_ELEMENTS(picture_words); word++) {
            if (!is_of_picture(row->core, word))
                continue;
            wanted = true;
            for (guint j = 0; j < c->papers->len; j++)
                held |= strstr(((const Paper *)c->papers->pdata[j])->file->base, picture_words[word]) != NULL;
        }
        if (!wanted || held)
            continue;
        *first = missing++ ? *first : row->field;
        text_add_line(lines, row->name);
    }
    bool few = missing > 0 && missing * CATALOGUE_SHARE <= rows->len;
    return few && !may_hold_picture(c) && !lies_elsewhere(check) ? g_string_free(g_steal_pointer(&lines), FALSE) : NULL;
}

/* ---- what is held and not listed ---- */

/* How many rows tell TYPE, and whether papers bear all their names. */
static guint rows_of_kind(const Comparison *c, const char *type, bool *all_exact)
{
    guint count = 0;
    *all_exact = true;
    for (guint i = 0; i < c->rows->len; i++) {
        const CatalogueRow *row = c->rows->pdata[i];
        if (!g_strv_contains((const char *const *)row->types, type))
            continue;
        count++;
        *all_exact &= row->exact;
    }
    return count;
}

/* The only document in PAPER's file, of a kind that is judged and that its name, if it tells one, tells as well; NULL
 * else. */
static const Document *only_document(const Paper *paper)
{
    const FileFacts *facts = paper->file->facts;
    const Document *document = facts->documents->len == 1 ? facts->documents->pdata[0] : NULL;
    if (!document || !catalogue_judges_kind(document->type))
        return NULL;
    bool agrees = !facts->named_type || strcmp(facts->named_type, document->type) == 0 ||
                  g_strcmp0(facts->named_or, document->type) == 0;
    return agrees ? document : NULL;
}

/* Whether a row that tells no kind may mean PAPER. */
static bool is_like_unknown(const Comparison *c, const Paper *paper)
{
    bool like = false;
    for (guint i = 0; i < c->rows->len && !like; i++) {
        const CatalogueRow *row = c->rows->pdata[i];
        like = !row->types[0] && is_like(row, paper);
    }
    return like;
}

/* A paper like one of the rows is told as left out only where the numbers of the catalogue leave one out, too. */
static bool is_omitted(const Comparison *c, const Paper *paper, bool gap)
{
    const Document *document = only_document(paper);
    bool all_exact = false;
    guint listed = document ? rows_of_kind(c, document->type, &all_exact) : 0;
    if (!document || paper->named)
        return false;
    if (listed == 0)
        return !is_like_unknown(c, paper);
    for (guint i = 0; gap && i < c->rows->len; i++)
        if (strcmp(((const CatalogueRow *)c->rows->pdata[i])->full, paper->full) == 0)
            return false;
    return gap && all_exact && listed < (guint)casegroup_count(c->group, document->type);
}

static bool all_held(const Comparison *c)
{
    bool held = true;
    for (guint i = 0; i < c->rows->len && held; i++) {
        const CatalogueRow *row = c->rows->pdata[i];
        held = !row->judged || is_held(c, row);
    }
    return held;
}

/* ---- findings ---- */

typedef struct { const SubFile *file; const Document *document; } Listing;

static void add_listing(const SubFile *file, const Document *document, gpointer data)
{
    GArray *listings = data;
    const Listing listing = {file, document};
    if (document_field(document, "catalogued"))
        g_array_append_val(listings, listing);
}

static void param_lines(Finding *finding, const char *name, const GString *lines)
{
    if (lines->len > 0)
        finding_param(finding, name, lines->str);
}

static void tell_missing(Check *check, const CaseGroup *group, const Listing *listing, const Comparison *c,
                         const GPtrArray *rows)
{
    const bool handed = strcmp(listing->document->type, "transfer-list") == 0;
    const Field *first = NULL;
    g_autofree char *lines = missing_rows(check, c, rows, &first);
    if (!lines && !handed)
        lines = missing_pictures(check, c, rows, &first);
    if (!lines || has_unknown(c, !handed))
        return;
    Finding *finding = check_add(check, handed ? "SET-005" : "SET-012", handed ? "handed-over" : NULL, group,
                                 listing->file, first->place);
    finding_param(finding, handed ? "quote" : "papers", lines);
    if (handed)
        finding_param(finding, "doctype", listing->document->type);
    param_unread(check, finding, group, NULL);
}

/* True when it told of a paper, and of the GAPS with it. */
static bool tell_omitted(Check *check, const CaseGroup *group, const Listing *listing, const Comparison *c,
                         const GString *gaps)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    const bool complete = names_agree(c) && all_held(c);
    for (guint i = 0; i < c->papers->len && complete; i++) {
        const Paper *paper = c->papers->pdata[i];
        if (is_omitted(c, paper, gaps->len > 0))
            text_add_line(lines, paper->file->base);
    }
    if (lines->len == 0)
        return false;
    const Field *first = document_field(listing->document, "catalogued");
    Finding *finding = check_add(check, "SET-012", "omitted", group, listing->file, first->place);
    finding_param(finding, "papers", lines->str);
    param_lines(finding, "serials", gaps);
    return true;
}

static void tell_order(Check *check, const CaseGroup *group, const Listing *listing, const CatalogueOrder *order,
                       bool gaps_told)
{
    if (order->back->len + order->pages->len + (gaps_told ? 0 : order->gaps->len) == 0)
        return;
    Finding *finding = check_add(check, "SET-012", "order", group, listing->file, order->first->field->place);
    if (!gaps_told)
        param_lines(finding, "gaps", order->gaps);
    param_lines(finding, "back", order->back);
    param_lines(finding, "pages", order->pages);
}

/* A catalogue that is only a scan, or is that of one part (正卷, 副卷) of the file, lists what the others leave out. */
static bool lists_all(const CaseGroup *group, const GArray *listings)
{
    static const char *const part_words[] = {"正卷", "副卷", NULL};
    bool part = false, scanned = false;
    for (guint i = 0; i < listings->len; i++) {
        const Listing *listing = &g_array_index(listings, Listing, i);
        part |= text_has_any(listing->document->title, part_words) || text_has_any(listing->file->base, part_words);
    }
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        scanned |= strstr(file->base, "目录") && file->facts->documents->len == 0;
    }
    return !scanned && (!part || listings->len > 1);
}

/* The rows of C that stand in LIST, borrowed.  Caller unrefs. */
static GPtrArray *rows_in(const Comparison *c, const Document *list)
{
    GPtrArray *rows = g_ptr_array_new();
    for (guint i = 0; i < c->rows->len; i++)
        if (((const CatalogueRow *)c->rows->pdata[i])->list == list)
            g_ptr_array_add(rows, c->rows->pdata[i]);
    return rows;
}

/* What lies in the file and in no catalogue is told once, at the first one. */
static void check_catalogues(Check *check, const CaseGroup *group, const GArray *listings)
{
    g_auto(Comparison) c;
    comparison_init(&c, group);
    for (guint i = 0; i < listings->len; i++)
        catalogue_rows(g_array_index(listings, Listing, i).document, c.rows);
    if (c.rows->len > ROWS_MAX)
        return;
    compare_names(&c);
    bool omitted = lists_all(group, listings);
    for (guint i = 0; i < listings->len; i++) {
        const Listing *listing = &g_array_index(listings, Listing, i);
        g_autoptr(GPtrArray) rows = rows_in(&c, listing->document);
        g_auto(CatalogueOrder) order;
        catalogue_order(rows, &order);
        tell_missing(check, group, listing, &c, rows);
        bool told = omitted && tell_omitted(check, group, listing, &c, order.gaps);
        omitted = false;
        tell_order(check, group, listing, &order, told);
    }
}

/* Each list by itself: a later one may name what an earlier one left out. */
static void check_handed_over(Check *check, const CaseGroup *group, const GArray *listings)
{
    for (guint i = 0; i < listings->len; i++) {
        const Listing *listing = &g_array_index(listings, Listing, i);
        g_auto(Comparison) c;
        comparison_init(&c, group);
        catalogue_rows(listing->document, c.rows);
        if (c.rows->len > ROWS_MAX)
            continue;
        compare_names(&c);
        tell_missing(check, group, listing, &c, c.rows);
    }
}

void papercatalogue_check(Check *check, const CaseGroup *group)
{
    g_autoptr(GArray) catalogues = g_array_new(FALSE, FALSE, sizeof(Listing));
    g_autoptr(GArray) handed = g_array_new(FALSE, FALSE, sizeof(Listing));
    casegroup_each_of(group, "other", add_listing, catalogues);
    casegroup_each_of(group, "transfer-list", add_listing, handed);
    if (catalogues->len > 0)
        check_catalogues(check, group, catalogues);
    check_handed_over(check, group, handed);
}
