/* Rulings and marks that meet nobody: a name or a number that the unit has not handed in would be passed over in
 * silence (DAT-006, DAT-007). */
#include "score_steps.h"

#include "text.h"

static bool speaks(const GPtrArray *casefiles, const char *key)
{
    for (guint i = 0; i < casefiles->len; i++)
        if (g_strcmp0(((const UnitCase *)casefiles->pdata[i])->key, key) == 0)
            return true;
    return false;
}

static bool has_file(const UnitRecord *record, const char *key)
{
    bool found = speaks(record->casefiles, key);
    for (guint i = 0; !found && i < record->candidates->len; i++)
        found = speaks(((const UnitCandidate *)record->candidates->pdata[i])->casefiles, key);
    return found;
}

static bool is_candidate(const UnitRecord *record, const char *name)
{
    for (guint i = 0; i < record->candidates->len; i++)
        if (text_same(((const UnitCandidate *)record->candidates->pdata[i])->name, name))
            return true;
    return false;
}

static bool is_legal(const UnitRecord *record, const char *name)
{
    for (guint i = 0; i < record->legals->len; i++)
        if (text_same(((const UnitLegal *)record->legals->pdata[i])->name, name))
            return true;
    return false;
}

static bool has_person(const UnitRecord *record, const char *key)
{
    return is_candidate(record, key) || is_legal(record, key);
}

/* Whether RULING is about somebody or some file that is not there; *VARIANT is that of the finding. */
static bool is_idle(const RulingRow *ruling, const UnitRecord *record, const char **variant)
{
    *variant = NULL;
    if (!ruling->key)
        return false;
    switch (ruling->type) {
    case RULING_INTEGRITY:
    case RULING_PENDING:
    case RULING_INELIGIBLE:
    case RULING_PRIORITY:
        return !record || !has_person(record, ruling->key);
    case RULING_FILE_VALID:
    case RULING_FILE_REFUSED:
        *variant = "file";
        return !record || !has_file(record, ruling->key);
    default:
        return false; /* its object is a note on what it was about */
    }
}

/* ---- rulings ---- */

static void find_rulings(const ScoreWork *work)
{
    for (guint i = 0; i < work->units->len; i++) {
        const ScoreUnitWork *unit = work->units->pdata[i];
        const GPtrArray *rulings = unit->rows->rulings;
        for (guint r = 0; r < rulings->len && !unit->failed; r++) {
            const RulingRow *ruling = rulings->pdata[r];
            const char *variant;
            if (!is_idle(ruling, unit->record, &variant))
                continue;
            Finding *finding = score_finding(work, unit, "DAT-006", variant, NULL, NULL);
            finding_param(finding, "ruling", ruling_ids[ruling->type]);
            finding_param(finding, "object", ruling->object);
            finding_set_row(finding, ruling->place);
        }
    }
}

/* ---- marks ---- */

static ScoreUnitWork *unit_of(const ScoreWork *work, const char *id)
{
    ScoreUnitWork *unit = id ? g_hash_table_lookup(work->by_id, id) : NULL;
    return unit && !unit->failed ? unit : NULL;
}

static void add_idle_mark(const ScoreWork *work, const ScoreUnitWork *unit, const char *variant,
                          const char *object, const char *expert, const char *place)
{
    Finding *finding = score_finding(work, unit, "DAT-007", variant, NULL, NULL);
    finding_param(finding, "object", object);
    finding_param(finding, "expert", expert);
    finding_set_row(finding, place);
}

static void note_used(GHashTable *used, const ScoreUnitWork *unit)
{
    for (guint i = 0; unit->handed_in && i < unit->record->casefiles->len; i++) {
        const GPtrArray *marks = score_marks_of(unit, unit->record->casefiles->pdata[i]);
        for (guint m = 0; marks && m < marks->len; m++)
            g_hash_table_add(used, marks->pdata[m]);
    }
}

static bool has_named(const UnitRecord *record, const char *name)
{
    for (guint i = 0; record && i < record->casefiles->len; i++)
        if (text_same(((const UnitCase *)record->casefiles->pdata[i])->name, name))
            return true;
    return false;
}

/* A file that has marks under its number has none under its name (SPEC 3). */
static void find_marks_of_files(const ScoreWork *work)
{
    g_autoptr(GHashTable) used = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < work->units->len; i++)
        note_used(used, work->units->pdata[i]);
    for (guint i = 0; i < work->tables->reviews->len; i++) {
        const ReviewRow *row = work->tables->reviews->pdata[i];
        const ScoreUnitWork *unit = unit_of(work, row->unit);
        if (unit && !g_hash_table_contains(used, row))
            add_idle_mark(work, unit, has_named(unit->record, row->object) ? "name" : NULL, row->object,
                          row->expert, row->place);
    }
}

static void find_marks_of_people(const ScoreWork *work)
{
    for (guint i = 0; i < work->tables->candidate_reviews->len; i++) {
        const CandidateReviewRow *row = work->tables->candidate_reviews->pdata[i];
        const ScoreUnitWork *unit = unit_of(work, row->unit);
        if (unit && !(unit->record && is_candidate(unit->record, row->name)))
            add_idle_mark(work, unit, "person", row->name, row->expert, row->place);
    }
    for (guint i = 0; i < work->tables->legal_reviews->len; i++) {
        const LegalReviewRow *row = work->tables->legal_reviews->pdata[i];
        const ScoreUnitWork *unit = unit_of(work, row->unit);
        if (unit && !(unit->record && is_legal(unit->record, row->name)))
            add_idle_mark(work, unit, "person", row->name, row->expert, row->place);
    }
}

void score_idle(ScoreWork *work)
{
    find_rulings(work);
    find_marks_of_files(work);
    find_marks_of_people(work);
}
