#include "checking.h"

#include <stdio.h>
#include <string.h>

#include "check_outcome.h"
#include "check_output.h"
#include "check_print.h"
#include "fault.h"
#include "findings_print.h"
#include "forecast.h"
#include "lang.h"
#include "rec_inventory.h"
#include "scratch.h"

/* ---- giving what was found ---- */

/* Points stand in what people read; CSV and XML alone need none. */
static bool wants_points(const CheckRequest *request)
{
    return !request->format || strcmp(request->format, "text") == 0 || request->outputs;
}

/* On standard output, in the form asked for; beside files nothing but the verdict unless a form was asked for. */
static void print_report(const CheckRequest *request, const CheckReport *report)
{
    Layout layout = layout_for(stdout);
    if (request->format && strcmp(request->format, "csv") == 0)
        findings_print_csv(stdout, report->catalogue, report->findings);
    else if (request->format && strcmp(request->format, "xml") == 0)
        findings_print_xml(stdout, report->catalogue, report->findings);
    else if (request->format || !request->outputs)
        check_print(stdout, &layout, report);
    else
        check_print_verdict(stdout, &layout, report);
}

/* STATUS, or that of *ERROR when a file could not be written. */
static int give_report(const CheckRequest *request, const CheckReport *report, int status, GError **error)
{
    print_report(request, report);
    fflush(stdout);
    return check_outputs_write(request->outputs, report, request->letter, stderr, error) ? status : EXIT_IO;
}

/* ---- checking ---- */

/* Nothing is received when there is no season; the files written still name the packages and their digests. */
static void name_packages(const SeasonRun *run, const UnitRun *unit)
{
    g_autofree char *path = seasondir_unit_path(run->dir, unit->row->id, "inventory.xml");
    Inventory *inventory = record_read(&inventory_type, path, NULL);
    for (guint i = 0; inventory && i < inventory->packages->len; i++) {
        const Package *read = inventory->packages->pdata[i];
        IntakePackage *package = record_add(unit->intake->packages, &intake_package_type);
        package->name = g_strdup(read->name);
        package->sha256 = g_strdup(read->sha256);
    }
    record_free(&inventory_type, inventory);
}

/* A package of no unit, or of several, is a finding; without knowing whose it is nothing else can be checked. */
static int check_strangers(SeasonRun *run, const CheckRequest *request, GError **error)
{
    CheckOutcome outcome = {.findings = run->intake->findings};
    if (!seasonrun_need_catalogue(run, error))
        return EXIT_INTERNAL;
    for (guint i = 0; i < run->submitted->len; i++) {
        const Submitted *one = run->submitted->pdata[i];
        if (!one->unit)
            seasonrun_note_stranger(run, one);
    }
    g_autofree char *name = submissions_name(run->options.packages[0]);
    CheckReport report = check_outcome_report(run, NULL, &outcome);
    report.name = name;
    int status = give_report(request, &report, EXIT_INPUT, error);
    fputs(tr("anjuan check：请按单位名称给材料包改名，或用 --unit 指定单位后再检查。\n",
             "anjuan check: name the package after its unit, or name the unit with --unit, and check again.\n"), stderr);
    return status;
}

/* True when every package belongs to a unit; a usage fault when they belong to more than one. */
static bool all_known(const SeasonRun *run, GError **error)
{
    const Submitted *first = run->submitted->pdata[0];
    bool known = true;
    for (guint i = 0; i < run->submitted->len; i++) {
        const Submitted *one = run->submitted->pdata[i];
        known = known && one->unit;
        if (one->unit && first->unit && one->unit != first->unit)
            return fault_input(error, FAULT_USAGE, tr("一次只能检查一个单位的材料包", "packages of one unit only can be checked at a time"));
    }
    return known;
}

static int check_unit(SeasonRun *run, const CheckRequest *request, GError **error)
{
    int signal_number = 0;
    const UnitRow *row = ((const Submitted *)run->submitted->pdata[0])->unit;
    if (request->season && !scratch_take_receipts(run->dir, request->season, row->id, error))
        return EXIT_INPUT;
    if (request->season) {
        run->held_store = g_build_filename(request->season, "store", NULL);
        run->held_unit = g_build_filename(request->season, "work", "units", row->id, NULL);
    }
    if (!seasonrun_units(run, &signal_number, error))
        return signal_number ? 128 + signal_number : EXIT_INTERNAL;
    const UnitRun *unit = run->units->pdata[0];
    CheckOutcome outcome = check_outcome_read(run, unit);
    if (!request->season && request->outputs)
        name_packages(run, unit);
    if (request->season && outcome.unit && wants_points(request))
        outcome.forecast = forecast_scores(run, request->season, &signal_number);
    int status = signal_number ? 128 + signal_number : check_outcome_status(run, unit, &outcome);
    CheckReport report = check_outcome_report(run, unit, &outcome);
    if (!signal_number)
        status = give_report(request, &report, status, error);
    check_outcome_clear(&outcome);
    return status;
}

int checking_run(SeasonDir *dir, const RunOptions *options, const CheckRequest *request, GError **error)
{
    g_autoptr(SeasonRun) run = seasonrun_new(dir, options, error);
    if (!run)
        return EXIT_INTERNAL;
    if (all_known(run, error))
        return check_unit(run, request, error);
    return *error ? EXIT_USAGE : check_strangers(run, request, error);
}
