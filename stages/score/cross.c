/* Findings that need two units' submissions: REF-004, SCN-005.  Each stands once for each unit concerned. */
#include "score_steps.h"

#include <string.h>

#include "text.h"

/* Where something that should be of one unit only turns up. */
typedef struct {
    const ScoreUnitWork *unit;
    const UnitCase *file; /* a case file that speaks with the number, */
    const CaseRow *row;   /* or a row of `cases` with it */
    const ScanUse *scan;  /* of a scan */
} Use;

/* Hardly anything is used by two units, so uses are looked through twice: who has what, and then where the
 * few shared things are. */
typedef struct {
    GHashTable *owners; /* key or digest → the unit that has it, or the table itself when there are several */
    GHashTable *lists; /* key or digest → GArray of Use, in unit and path order: what several have */
    GPtrArray *keys;   /* those in order of first use */
    bool shared;       /* several have something */
    bool collecting;   /* the second time */
} Uses;

static void free_array(gpointer array)
{
    g_array_unref(array);
}

static void uses_init(Uses *uses)
{
    uses->owners = g_hash_table_new(g_str_hash, g_str_equal);
    uses->lists = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_array);
    uses->keys = g_ptr_array_new();
    uses->shared = uses->collecting = false;
}

static void uses_clear(Uses *uses)
{
    g_hash_table_unref(uses->owners);
    g_hash_table_unref(uses->lists);
    g_ptr_array_unref(uses->keys);
}

static void uses_note(Uses *uses, char *key, const ScoreUnitWork *unit)
{
    gconstpointer owner = g_hash_table_lookup(uses->owners, key);
    if (owner == unit || owner == uses->owners)
        return;
    g_hash_table_insert(uses->owners, key, owner ? (gpointer)uses->owners : (gpointer)unit);
    uses->shared |= owner != NULL;
}

static void uses_add(Uses *uses, char *key, Use use)
{
    if (!uses->collecting) {
        uses_note(uses, key, use.unit);
        return;
    }
    if (g_hash_table_lookup(uses->owners, key) != uses->owners)
        return;
    GArray *list = g_hash_table_lookup(uses->lists, key);
    if (!list) {
        list = g_array_new(FALSE, FALSE, sizeof(Use));
        g_hash_table_insert(uses->lists, key, list);
        g_ptr_array_add(uses->keys, key);
    }
    g_array_append_val(list, use);
}

static const char *party_of(const Use *use)
{
    return use->file ? use->file->party : use->row->party;
}

/* The first use of all, and the first by another unit than that one's: enough to find one by another unit than any. */
typedef struct {
    const Use *first, *other;
} FirstUses;

static void first_uses_add(FirstUses *uses, const Use *use)
{
    if (!uses->first)
        uses->first = use;
    else if (!uses->other && use->unit != uses->first->unit)
        uses->other = use;
}

/* The first use by another unit than USE's; NULL: none. */
static const Use *first_by_other(const FirstUses *uses, const Use *use)
{
    return uses->first && uses->first->unit == use->unit ? uses->other : uses->first;
}

/* LIST has one use at least. */
static FirstUses first_uses_of(const GArray *list)
{
    FirstUses uses = {&g_array_index(list, Use, 0), NULL};
    for (guint i = 1; i < list->len && !uses.other; i++)
        first_uses_add(&uses, &g_array_index(list, Use, i));
    return uses;
}

/* ---- REF-004 ---- */

static void add_files(Uses *uses, const ScoreUnitWork *unit, const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        const UnitCase *file = files->pdata[i];
        if (file->key && !score_is_refused(unit, file->name))
            uses_add(uses, file->key, (Use){.unit = unit, .file = file});
    }
}

static void add_numbers(Uses *uses, const ScoreWork *work)
{
    for (guint i = 0; i < work->units->len; i++) {
        const ScoreUnitWork *unit = work->units->pdata[i];
        if (unit->handed_in)
            add_files(uses, unit, unit->record->casefiles);
        for (guint c = 0; unit->handed_in && c < unit->record->candidates->len; c++)
            add_files(uses, unit, ((const UnitCandidate *)unit->record->candidates->pdata[c])->casefiles);
        for (guint r = 0; r < unit->rows->cases->len; r++) {
            const CaseRow *row = unit->rows->cases->pdata[r];
            uses_add(uses, row->key, (Use){.unit = unit, .row = row});
        }
    }
}

/* USES are those of one unit, its rows last, up to the END of the list. */
static bool has_row(const Use *uses, const Use *end)
{
    for (const Use *use = uses; use < end && use->unit == uses->unit; use++)
        if (use->row)
            return true;
    return false;
}

/* Under which of two units a number is entered; HERE where this one handed in no case file of it. */
typedef enum { ENTERED_ALIKE, ENTERED_HERE, ENTERED_THERE } Entered;

/* The wording: where the number is entered under one unit only, nothing was entered twice, and there is nothing to withdraw. */
static const char *number_variant(bool same, Entered entered)
{
    static const char *const variants[][2] = {
        [ENTERED_ALIKE] = {"other-party", NULL},
        [ENTERED_HERE] = {"entered-other-party", "entered"},
        [ENTERED_THERE] = {"registered-other-party", "registered"},
    };
    return variants[entered][same];
}

static void find_number(const ScoreWork *work, const Use *use, const Use *other, bool same, Entered entered)
{
    Finding *finding =
        score_finding(work, use->unit, "REF-004", number_variant(same, entered),
                      use->file ? use->file->name : NULL, use->file ? use->file->file : NULL);
    if (use->row)
        finding_set_row(finding, use->row->place);
    finding_param(finding, "number", use->file ? use->file->number : use->row->number);
    finding_param(finding, "party", party_of(use));
    finding_param(finding, "other-unit", other->unit->row->name);
    if (!same)
        finding_param(finding, "other-party", party_of(other));
}

/* Party, folded → FirstUses.  Thousands of units may write one number. */
static GHashTable *first_by_party(const GArray *list)
{
    GHashTable *parties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < list->len; i++) {
        const Use *use = &g_array_index(list, Use, i);
        char *party = party_of(use) ? text_fold(party_of(use)) : NULL;
        FirstUses *uses = party ? g_hash_table_lookup(parties, party) : NULL;
        if (party && !uses) {
            uses = g_new0(FirstUses, 1);
            g_hash_table_insert(parties, g_steal_pointer(&party), uses);
        }
        if (uses)
            first_uses_add(uses, use);
        g_free(party);
    }
    return parties;
}

static const Use *same_by_other(GHashTable *parties, const Use *use)
{
    g_autofree char *party = party_of(use) ? text_fold(party_of(use)) : NULL;
    return party ? first_by_other(g_hash_table_lookup(parties, party), use) : NULL; /* at least itself is there */
}

/* A unit that has the number in two places (case file and row, a candidate's file of the same case) has one
 * finding, the graver. */
static void find_number_of_units(const ScoreWork *work, const GArray *list)
{
    g_autoptr(GHashTable) parties = first_by_party(list);
    const FirstUses all = first_uses_of(list);
    for (guint i = 0, end; i < list->len; i = end) {
        const Use *first = &g_array_index(list, Use, i), *told = NULL, *other = NULL;
        for (end = i; end < list->len && g_array_index(list, Use, end).unit == first->unit; end++) {
            const Use *use = &g_array_index(list, Use, end),
                      *same = told ? NULL : same_by_other(parties, use);
            if (same) {
                told = use;
                other = same;
            }
        }
        bool same = told != NULL;
        if (!same)
            other = first_by_other(&all, first);
        const Use *last = &g_array_index(list, Use, list->len);
        bool here = has_row(first, last), there = has_row(other, last);
        find_number(work, same ? told : first, other, same,
                    there && !here ? ENTERED_THERE : here && !there && !first->file ? ENTERED_HERE : ENTERED_ALIKE);
    }
}

/* ---- SCN-005 ---- */

static void add_scans(Uses *uses, const ScoreWork *work)
{
    for (guint i = 0; i < work->units->len; i++) {
        const ScoreUnitWork *unit = work->units->pdata[i];
        for (guint s = 0; unit->handed_in && s < unit->record->scans->len; s++) {
            const ScanUse *scan = unit->record->scans->pdata[s];
            if (!score_is_refused(unit, scan->casefile))
                uses_add(uses, scan->sha256, (Use){.unit = unit, .scan = scan});
        }
    }
}

static void find_scan_of_units(const ScoreWork *work, const GArray *list)
{
    const FirstUses all = first_uses_of(list);
    for (guint i = 0; i < list->len; i++) {
        const Use *use = &g_array_index(list, Use, i);
        if (i > 0 && use[-1].unit == use->unit) /* once a unit */
            continue;
        const Use *other = first_by_other(&all, use);
        Finding *finding =
            score_finding(work, use->unit, "SCN-005", "other-unit", use->scan->casefile, use->scan->path);
        finding_param(finding, "other-unit", other->unit->row->name);
        finding_param(finding, "other", other->scan->path);
    }
}

/* ---- both ---- */

static void find_shared(const ScoreWork *work, void (*add)(Uses *, const ScoreWork *),
                        void (*find)(const ScoreWork *, const GArray *))
{
    Uses uses;
    uses_init(&uses);
    add(&uses, work);
    uses.collecting = true;
    if (uses.shared)
        add(&uses, work);
    for (guint i = 0; i < uses.keys->len; i++)
        find(work, g_hash_table_lookup(uses.lists, uses.keys->pdata[i]));
    uses_clear(&uses);
}

void score_cross(ScoreWork *work)
{
    find_shared(work, add_numbers, find_number_of_units);
    find_shared(work, add_scans, find_scan_of_units);
}
