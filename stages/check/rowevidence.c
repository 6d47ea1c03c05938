/* REF-003, 006 and 008: the scans that prove the unit's rows of the case table, and the unit record's evidence. */
#include <string.h>

#include "checks.h"
#include "docnumber.h"
#include "text.h"

/* Rows without a scan, and scans without a row, by all of the number but its serial: one written wrongly is most
 * likely among these. */
typedef struct { GHashTable *rows, *scans; } Unmatched; /* → GPtrArray of CaseRow or SubFile, borrowed */

/* KEY without its serial. Caller frees. */
static char *key_series(const char *key)
{
    const char *end = strrchr(key, '|');
    return g_strndup(key, end ? (gsize)(end - key) : strlen(key));
}

static void note_unmatched(GHashTable *by_series, const char *key, gconstpointer what)
{
    char *series = key_series(key);
    GPtrArray *list = g_hash_table_lookup(by_series, series);
    if (list)
        g_free(series);
    else
        g_hash_table_insert(by_series, series, list = g_ptr_array_new());
    g_ptr_array_add(list, (gpointer)what);
}

enum { UNMATCHED_MAX = 3 }; /* of more candidates none is likely */

/* Those of KEY's series when they are few; NULL else. */
static const GPtrArray *unmatched_like(GHashTable *by_series, const char *key)
{
    g_autofree char *series = key_series(key);
    const GPtrArray *list = g_hash_table_lookup(by_series, series);
    return list && list->len <= UNMATCHED_MAX ? list : NULL;
}

static void check_row_evidence(Check *check, const CaseRow *row, Unmatched *unmatched)
{
    const GPtrArray *scans = g_hash_table_lookup(check->evidence, row->key);
    for (guint i = 0; scans && i < scans->len; i++) {
        Evidence *evidence = record_add(check->unit->evidence, &evidence_type);
        evidence->key = g_strdup(row->key);
        const SubFile *scan = scans->pdata[i];
        evidence->path = g_strdup(scan->facts->path);
        evidence->casefile = g_strdup(group_name(scan->group));
    }
    if (scans)
        return;
    /* rows of 申请强制执行 count in nothing (SPEC 8.4), so nothing is asked for */
    if (row->kind == KIND_ENFORCEMENT || !season_in_window(check->in->season, row->date))
        return;
    bool advisory = check->in->season->collective->quantity->evidence == EVIDENCE_ADVISORY;
    Finding *finding = check_add(check, "REF-003", advisory ? "advisory" : NULL, NULL, NULL, NULL);
    finding_param(finding, "number", row->number);
    finding_param(finding, "kind", kind_ids[row->kind]);
    param_day(finding, "date", row->date);
    finding_param(finding, "row", row->place);
    const Finding *entered = misentered_told(check, "likely-row", row->place);
    if (entered)
        finding_param(finding, "entered", finding_value(entered, "number"));
    note_unmatched(unmatched->rows, row->key, row);
    const GPtrArray *maybe = unmatched_like(unmatched->scans, row->key);
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; maybe && i < maybe->len; i++)
        text_add_line(names, ((const SubFile *)maybe->pdata[i])->base);
    if (maybe)
        finding_param(finding, "maybe", names->str);
}

/* The first of SCANS that lies with no candidate, else the first that is no proof, else the first. */
static const SubFile *scan_to_tell(const GPtrArray *scans)
{
    const SubFile *found = NULL;
    for (guint i = 0; i < scans->len; i++) {
        const SubFile *scan = scans->pdata[i];
        if (!scan->person)
            return scan;
        found = found || scan->proof ? found : scan;
    }
    return found ? found : scans->pdata[0];
}

GHashTable *scans_told_unread(const Check *check)
{
    static const char *const codes[] = {"SCN-001", "SCN-004"};
    GHashTable *files = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
        guint at = 0;
        for (const Finding *told; (told = told_next(check, codes[i], NULL, &at));)
            g_hash_table_insert(files, told->file, (gpointer)told);
    }
    return files;
}

/* Those of them in 案件证据/ by the numbers in their names: key → Finding. */
static GHashTable *unread_evidence(const Check *check)
{
    GHashTable *unread = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) told = scans_told_unread(check);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        Finding *finding = file->area == AREA_EVIDENCE ? g_hash_table_lookup(told, file->facts->path) : NULL;
        for (guint j = 0; finding && j < file->facts->named_numbers->len; j++)
            g_hash_table_insert(unread, ((const DocNumber *)file->facts->named_numbers->pdata[j])->key, finding);
    }
    return unread;
}

/* SCANS prove ROW, none of them as a scan of the document that lies with no candidate; LETTER is one that a candidate handed
 * in, NULL: none did; UNREAD tells of what may be it and cannot be read, or NULL. */
static void add_no_letter(Check *check, const CaseRow *row, const GPtrArray *scans, const SubFile *letter, const Finding *unread)
{
    const SubFile *scan = letter ? letter : scan_to_tell(scans);
    const char *variant = letter ? "candidate" : scan->proof ? "proof" : NULL;
    Finding *finding = check_add(check, "REF-008", variant, scan->group, variant ? scan : NULL, NULL);
    finding_param(finding, "number", row->number);
    finding_param(finding, "kind", kind_ids[row->kind]);
    param_day(finding, "date", row->date);
    finding_param(finding, "scan", scan->base);
    if (unread) {
        finding_param(finding, "unread", unread->file);
        finding_param(finding, "unread-code", unread->code);
    }
    for (guint i = 0; !variant && i < scans->len; i++) /* what somebody may take for that scan */
        if (((const SubFile *)scans->pdata[i])->proof)
            finding_param(finding, "proof", ((const SubFile *)scans->pdata[i])->base);
}

/* REF-008: of the rows in the window that are proved only by what lies in a case file or with a candidate, those of which no
 * scan may be the document itself, or only one that lies with a candidate; the notice asks for that from the unit. */
static void check_letters(Check *check)
{
    g_autoptr(GHashTable) unit = lists_by_key(), letters = lists_by_key(), done = g_hash_table_new(g_str_hash, g_str_equal),
                          unread = unread_evidence(check);
    evidence_of_letters(check, unit, letters);
    for (guint i = 0; i < check->in->slice->cases->len; i++) {
        const CaseRow *row = check->in->slice->cases->pdata[i];
        const GPtrArray *scans = g_hash_table_lookup(check->evidence, row->key),
                        *copies = g_hash_table_lookup(letters, row->key);
        if (!scans || row->kind == KIND_ENFORCEMENT || !season_in_window(check->in->season, row->date) ||
            g_hash_table_contains(unit, row->key) || !g_hash_table_add(done, row->key))
            continue;
        if (!copies || check_competes(check)) /* who only nominates people owes nothing but what these need */
            add_no_letter(check, row, scans, copies ? copies->pdata[0] : NULL, g_hash_table_lookup(unread, row->key));
    }
}

/* The sort is stable: scans of one number stay in the order of their paths. */
static int compare_evidence(gconstpointer a, gconstpointer b)
{
    return strcmp((*(Evidence *const *)a)->key, (*(Evidence *const *)b)->key);
}

/* A number may stand in several rows: a row in the window that counts is judged before others of the same number. */
static void check_evidence(Check *check, Unmatched *unmatched)
{
    g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
    for (int pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < check->in->slice->cases->len; i++) {
            const CaseRow *row = check->in->slice->cases->pdata[i];
            bool counts = row->kind != KIND_ENFORCEMENT && season_in_window(check->in->season, row->date);
            if (counts == (pass == 0) && g_hash_table_add(done, row->key))
                check_row_evidence(check, row, unmatched);
        }
    }
    g_ptr_array_sort(check->unit->evidence, compare_evidence);
}

/* ---- REF-006 ---- */

static void add_own_keys(const CaseGroup *group, GHashTable *known)
{
    for (guint i = 0; i < group->own_keys->len; i++)
        g_hash_table_add(known, group->own_keys->pdata[i]);
}

static GHashTable *known_numbers(const Check *check)
{
    GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < check->in->slice->cases->len; i++)
        g_hash_table_add(known, ((const CaseRow *)check->in->slice->cases->pdata[i])->key);
    const GPtrArray *const lists[] = {check->submission->groups, check->submission->others};
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; j < lists[i]->len; j++)
            add_own_keys(lists[i]->pdata[j], known);
    return known;
}

/* Scans in 案件证据/ under a number that neither the table nor a case file knows: most likely it is written wrongly. */
static void find_unknown_evidence(const Check *check, Unmatched *unmatched, GPtrArray *scans)
{
    g_autoptr(GHashTable) known = known_numbers(check);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        const GPtrArray *numbers = file->facts->named_numbers;
        if (file->area != AREA_EVIDENCE || !subfile_is_scan(file) || numbers->len == 0 || subfile_names_one_of(file, known))
            continue;
        g_ptr_array_add(scans, (gpointer)file);
        note_unmatched(unmatched->scans, ((const DocNumber *)numbers->pdata[0])->key, file);
    }
}

static void add_unknown_evidence(Check *check, const Unmatched *unmatched, const SubFile *file)
{
    const DocNumber *number = file->facts->named_numbers->pdata[0];
    const GPtrArray *likely = unmatched_like(unmatched->rows, number->key);
    g_autoptr(GString) numbers = g_string_new(NULL);
    for (guint i = 0; likely && i < likely->len; i++) {
        const CaseRow *row = likely->pdata[i];
        text_add_line(numbers, row->number);
    }
    Finding *finding = check_add(check, "REF-006", NULL, NULL, file, NULL);
    finding_param(finding, "number", number->raw);
    if (likely)
        finding_param(finding, "likely", numbers->str);
}

static GHashTable *series_table(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

/* REF-003 and 006 point to each other: which scan may be the one that is missing. */
static void check_scans_of_rows(Check *check)
{
    g_autoptr(GHashTable) rows = series_table(), series = series_table();
    g_autoptr(GPtrArray) scans = g_ptr_array_new();
    Unmatched unmatched = {rows, series};
    find_unknown_evidence(check, &unmatched, scans);
    check_evidence(check, &unmatched);
    for (guint i = 0; i < scans->len; i++)
        add_unknown_evidence(check, &unmatched, scans->pdata[i]);
}

/* The number of the only row without a scan of the document itself (REF-008) that differs from NUMBER in its serial alone; NULL. */
static const char *letter_like(const Check *check, const char *number)
{
    const char *found = NULL;
    g_autofree char *key = docnumber_key(number), *series = key ? key_series(key) : NULL;
    guint at = 0;
    for (const Finding *told; series && (told = told_next(check, "REF-008", NULL, &at));) {
        g_autofree char *own = docnumber_key(finding_value(told, "number")), *own_series = own ? key_series(own) : NULL;
        if (told->variant || g_strcmp0(own_series, series) != 0)
            continue;
        if (found)
            return NULL;
        found = finding_value(told, "number");
    }
    return found;
}

/* What a scan under an unknown number may be: no row lacks all evidence, and one lacks that scan. */
static void name_letters(Check *check)
{
    for (guint i = 0; i < check->findings->len; i++) {
        Finding *finding = check->findings->pdata[i];
        const bool open = strcmp(finding->code, "REF-006") == 0 && !finding_value(finding, "likely");
        const char *letter = open ? letter_like(check, finding_value(finding, "number")) : NULL;
        if (letter)
            finding_param(finding, "without", letter);
    }
}

void rowevidence_check(Check *check)
{
    check_scans_of_rows(check);
    check_letters(check);
    name_letters(check);
}
