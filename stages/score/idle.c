/* Rulings that meet nobody: a name or a number that the unit has not handed in would be passed over in
 * silence (DAT-006). */
#include "score_steps.h"

#include <string.h>

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

static bool has_person(const UnitRecord *record, const char *key)
{
    for (guint i = 0; i < record->candidates->len; i++)
        if (text_same(((const UnitCandidate *)record->candidates->pdata[i])->name, key))
            return true;
    for (guint i = 0; i < record->legals->len; i++)
        if (text_same(((const UnitLegal *)record->legals->pdata[i])->name, key))
            return true;
    return false;
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

/* "rulings.csv:20", "rulings.xlsx:认定!A20": where findings on tables say they are. */
static void set_place(Finding *finding, const char *place)
{
    const char *colon = strchr(place, ':'), *at = colon ? colon + 1 : place;
    bool line = g_ascii_isdigit(*at) && strspn(at, "0123456789") == strlen(at);
    finding->file = colon ? g_strndup(place, (gsize)(colon - place)) : NULL;
    finding->place = g_strconcat(line ? "L" : "", at, NULL);
}

void score_idle(ScoreWork *work)
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
            set_place(finding, ruling->place);
        }
    }
}
