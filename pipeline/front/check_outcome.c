#include "check_outcome.h"

#include <string.h>

#include "fault.h"
#include "recordlater.h"

void check_outcome_clear(CheckOutcome *outcome)
{
    record_free(&unit_type, outcome->unit);
    record_free(&findings_type, outcome->checked);
    record_free(&scores_type, outcome->forecast);
    g_ptr_array_unref(outcome->findings);
}

CheckOutcome check_outcome_read(const SeasonRun *run, const UnitRun *unit)
{
    CheckOutcome outcome = {.findings = g_ptr_array_new()};
    g_autofree char *unit_path = seasondir_unit_path(run->dir, unit->row->id, "unit.xml");
    g_autofree char *findings_path = seasondir_unit_path(run->dir, unit->row->id, "findings.xml");
    if (!unit->intake->failed) {
        g_autoptr(RecordLater) checked = recordlater_new(&findings_type, findings_path, false);
        outcome.unit = record_read(&unit_type, unit_path, NULL);
        outcome.checked = recordlater_take(checked, NULL, NULL);
    }
    for (guint i = 0; i < run->intake->findings->len; i++)
        g_ptr_array_add(outcome.findings, run->intake->findings->pdata[i]);
    for (guint i = 0; outcome.checked && i < outcome.checked->findings->len; i++)
        g_ptr_array_add(outcome.findings, outcome.checked->findings->pdata[i]);
    for (guint i = 0; !run->options.lone && i < outcome.findings->len; i++) {
        Finding *finding = outcome.findings->pdata[i];
        if (!finding->unit)
            finding->unit = g_strdup(unit->row->id);
    }
    findings_sort(outcome.findings);
    return outcome;
}

/* True when nothing of any package given was read, whatever the unit has handed in before. */
static bool none_was_readable(const SeasonRun *run, const CheckOutcome *outcome)
{
    guint unreadable = 0;
    for (guint i = 0; i < outcome->findings->len; i++)
        unreadable += finding_is_of_unread_package(outcome->findings->pdata[i]);
    return unreadable >= run->submitted->len;
}

int check_outcome_status(const SeasonRun *run, const UnitRun *unit, const CheckOutcome *outcome)
{
    if (unit->intake->failed)
        return EXIT_INTERNAL;
    if (!outcome->unit || outcome->unit->state == UNIT_UNREADABLE || none_was_readable(run, outcome))
        return EXIT_INPUT;
    int counts[LEVEL_FATAL + 1];
    findings_count(outcome->findings, counts);
    return counts[LEVEL_FATAL] + counts[LEVEL_ERROR] > 0 ? EXIT_FINDINGS : EXIT_DONE;
}

CheckReport check_outcome_report(const SeasonRun *run, const UnitRun *unit, const CheckOutcome *outcome)
{
    return (CheckReport){.name = unit ? unit->row->name : NULL,
                         .season = run->dir->season,
                         .catalogue = run->catalogue,
                         .unit = outcome->unit,
                         .row = unit && !run->options.lone ? unit->row : NULL,
                         .findings = outcome->findings,
                         .packages = unit ? unit->intake->packages : NULL,
                         .forecast = outcome->forecast};
}
