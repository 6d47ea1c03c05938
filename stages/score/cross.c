/* Findings that need two units' submissions: REF-004, SCN-005.  Each stands once for each unit concerned. */
#include "score_steps.h"

#include <string.h>

#include "text.h"

/* Where something that should be of one unit only turns up. */
typedef struct { const ScoreUnitWork *unit; const UnitCase *file; const ScanUse *scan; } Use;

typedef struct {
    GHashTable *lists;  /* key or digest → GArray of Use, in unit and path order */
    GPtrArray *keys;    /* the keys in order of first use */
} Uses;

static void free_array(gpointer array)
{
    g_array_unref(array);
}

static void uses_init(Uses *uses)
{
    uses->lists = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_array);
    uses->keys = g_ptr_array_new();
}

static void uses_clear(Uses *uses)
{
    g_hash_table_unref(uses->lists);
    g_ptr_array_unref(uses->keys);
}

static void uses_add(Uses *uses, char *key, Use use)
{
    GArray *list = g_hash_table_lookup(uses->lists, key);
    if (!list) {
        list = g_array_new(FALSE, FALSE, sizeof(Use));
        g_hash_table_insert(uses->lists, key, list);
        g_ptr_array_add(uses->keys, key);
    }
    g_array_append_val(list, use);
}

/* The first use by another unit than USE's, with the same party when ANY is false; NULL: none. */
static const Use *use_by_other(const GArray *list, const Use *use, bool any)
{
    for (guint i = 0; i < list->len; i++) {
        const Use *other = &g_array_index(list, Use, i);
        bool same = any || (use->file->party_key && g_strcmp0(use->file->party_key, other->file->party_key) == 0);
        if (other->unit != use->unit && same)
            return other;
    }
    return NULL;
}

/* ---- REF-004 ---- */

static bool is_refused(const ScoreUnitWork *unit, const UnitCase *file)
{
    for (guint i = 0; i < unit->rulings->len; i++) {
        const RulingRow *ruling = unit->rulings->pdata[i];
        if (ruling->type == RULING_FILE_REFUSED && file->key && g_strcmp0(ruling->key, file->key) == 0)
            return true;
    }
    return false;
}

static void add_files(Uses *uses, const ScoreUnitWork *unit, const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        const UnitCase *file = files->pdata[i];
        if (file->key && !is_refused(unit, file))
            uses_add(uses, file->key, (Use){.unit = unit, .file = file});
    }
}

static void find_number(const ScoreWork *work, const Use *use, const Use *other, bool same_party)
{
    Finding *finding = score_finding(work, use->unit, "REF-004", same_party ? NULL : "other-party", use->file->name, use->file->file);
    finding_param(finding, "number", use->file->number);
    finding_param(finding, "party", use->file->party);
    finding_param(finding, "other-unit", other->unit->row->name);
    if (!same_party)
        finding_param(finding, "other-party", other->file->party);
}

/* A unit that has the number in two places (a candidate's file of the same case) has one finding, the graver. */
static void find_number_of_units(const ScoreWork *work, const GArray *list)
{
    for (guint i = 0, end; i < list->len; i = end) {
        const Use *first = &g_array_index(list, Use, i), *told = NULL, *other = NULL;
        for (end = i; end < list->len && g_array_index(list, Use, end).unit == first->unit; end++) {
            const Use *use = &g_array_index(list, Use, end), *same = use_by_other(list, use, false);
            if (same && !told) {
                told = use;
                other = same;
            }
        }
        if (told)
            find_number(work, told, other, true);
        else if ((other = use_by_other(list, first, true)))
            find_number(work, first, other, false);
    }
}

static void find_numbers(const ScoreWork *work)
{
    Uses uses;
    uses_init(&uses);
    for (guint i = 0; i < work->units->len; i++) {
        const ScoreUnitWork *unit = work->units->pdata[i];
        if (!unit->handed_in)
            continue;
        add_files(&uses, unit, unit->record->casefiles);
        for (guint c = 0; c < unit->record->candidates->len; c++)
            add_files(&uses, unit, ((const UnitCandidate *)unit->record->candidates->pdata[c])->casefiles);
    }
    for (guint i = 0; i < uses.keys->len; i++)
        find_number_of_units(work, g_hash_table_lookup(uses.lists, uses.keys->pdata[i]));
    uses_clear(&uses);
}

/* ---- SCN-005 ---- */

static bool lies_in_refused(const ScoreUnitWork *unit, const ScanUse *scan)
{
    for (guint i = 0; scan->casefile && i < unit->record->casefiles->len; i++) {
        const UnitCase *file = unit->record->casefiles->pdata[i];
        if (strcmp(file->name, scan->casefile) == 0)
            return is_refused(unit, file);
    }
    return false;
}

static void find_scan_of_units(const ScoreWork *work, const GArray *list)
{
    const ScoreUnitWork *told = NULL;
    for (guint i = 0; i < list->len; i++) {
        const Use *use = &g_array_index(list, Use, i), *other = use->unit == told ? NULL : use_by_other(list, use, true);
        if (!other)
            continue;
        told = use->unit;
        Finding *finding = score_finding(work, use->unit, "SCN-005", "other-unit", use->scan->casefile, use->scan->path);
        finding_param(finding, "other-unit", other->unit->row->name);
        finding_param(finding, "other", other->scan->path);
    }
}

static bool has_refusals(const ScoreUnitWork *unit)
{
    for (guint i = 0; i < unit->rulings->len; i++)
        if (((const RulingRow *)unit->rulings->pdata[i])->type == RULING_FILE_REFUSED)
            return true;
    return false;
}

static void find_scans(const ScoreWork *work)
{
    Uses uses;
    uses_init(&uses);
    for (guint i = 0; i < work->units->len; i++) {
        const ScoreUnitWork *unit = work->units->pdata[i];
        bool refusals = has_refusals(unit);
        for (guint s = 0; unit->handed_in && s < unit->record->scans->len; s++) {
            const ScanUse *scan = unit->record->scans->pdata[s];
            if (!refusals || !lies_in_refused(unit, scan))
                uses_add(&uses, scan->sha256, (Use){.unit = unit, .scan = scan});
        }
    }
    for (guint i = 0; i < uses.keys->len; i++)
        find_scan_of_units(work, g_hash_table_lookup(uses.lists, uses.keys->pdata[i]));
    uses_clear(&uses);
}

void score_cross(ScoreWork *work)
{
    find_numbers(work);
    find_scans(work);
}
