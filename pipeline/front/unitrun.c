#include "unitrun.h"

#include <stdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "rec_casefiles.h"
#include "receipts.h"
#include "scanlist.h"

static const char *const step_stages[] = {"unpack", "scan", "extract", "check"};
/* The last file of each list is NULL; check writes two. */
static const char *const step_files[][3] = {{"inventory.xml"}, {"scans.xml"}, {"casefiles.xml"}, {"findings.xml", "unit.xml"}};

/* The unit's entry of intake: a new one, or that of the run which is rebuilt. */
static IntakeUnit *take_intake(const SeasonRun *run, const char *id)
{
    const IntakeUnit *known = run->options.rebuilt ? intake_unit(run->intake, id) : NULL;
    if (known)
        return (IntakeUnit *)known;
    IntakeUnit *unit = record_add(run->intake->units, &intake_unit_type);
    unit->id = g_strdup(id);
    return unit;
}

UnitRun *unitrun_new(SeasonRun *run, const UnitRow *row)
{
    UnitRun *unit = g_new0(UnitRun, 1);
    unit->run = run;
    unit->row = row;
    unit->state = runstate_unit(run->state, row->id);
    unit->intake = take_intake(run, row->id);
    unit->submitted = g_ptr_array_new();
    unit->uses = g_ptr_array_new();
    unit->receipts = seasondir_receipt_folder(run->dir, row->id);
    for (int i = 0; i < STEP_DONE; i++)
        unit->steps[i] = (UnitStep){.unit = unit, .step = i};
    return unit;
}

void unitrun_free(UnitRun *unit)
{
    g_ptr_array_foreach(unit->uses, (GFunc)(void (*)(void))package_use_free, NULL);
    g_ptr_array_unref(unit->uses);
    g_ptr_array_unref(unit->submitted);
    g_free(unit->receipts);
    g_free(unit->failure_details);
    g_free(unit);
}

bool unitrun_has_stuck(const UnitRun *unit)
{
    for (guint i = 0; i < unit->uses->len; i++)
        if (((const PackageUse *)unit->uses->pdata[i])->stuck)
            return true;
    return false;
}

void unitrun_take(UnitRun *unit, const Submitted *submitted)
{
    g_ptr_array_add(unit->submitted, (gpointer)submitted);
}

/* What receipts do not lead to was kept with the run and lies there already: all records of a unit that failed, and the inventory where a
 * package could not be read. */
static void skip_kept(UnitRun *unit)
{
    g_autofree char *inventory = seasondir_unit_path(unit->run->dir, unit->row->id, "inventory.xml");
    unit->merged = true;
    if (unit->intake->failed)
        unit->next = STEP_DONE;
    else if (g_file_test(inventory, G_FILE_TEST_EXISTS))
        unit->next = STEP_SCAN;
}

void unitrun_note_scans(UnitRun *unit, const Inventory *inventory)
{
    char hex[65];
    scanlist_digest(inventory, hex);
    stateunit_set_scans(unit->state, hex);
}

/* Paths of a step's files; NULL-terminated, free with g_strfreev. */
static char **step_paths(const UnitRun *unit, int step)
{
    char **paths = g_new0(char *, G_N_ELEMENTS(step_files[0]) + 1);
    for (int i = 0; i < 3 && step_files[step][i]; i++)
        paths[i] = seasondir_unit_path(unit->run->dir, unit->row->id, step_files[step][i]);
    return paths;
}

static const char *output_of(const UnitRun *unit, int step)
{
    const char *output = stateunit_output(unit->state, step_stages[step]);
    return output ? output : "";
}

/* ---- what each step is made from (SPEC 5.2) ---- */

static void unpack_inputs(UnitRun *unit)
{
    UnitStep *step = &unit->steps[STEP_UNPACK];
    g_autoptr(GString) packages = g_string_new(NULL);
    for (guint i = 0; i < unit->uses->len; i++) {
        const PackageUse *use = unit->uses->pdata[i];
        const StateReceipt *receipt = receipts_find(unit->state, use->receipt);
        const char *bytes = receipt ? receipt->sha256 : use->submitted ? use->submitted->signature : "";
        g_string_append_printf(packages, "%s\n%s\n", use->name, bytes);
    }
    inputs_digest(step->inputs, unit->run->reader, packages->str, NULL);
}

static gboolean check_inputs(UnitRun *unit, GError **error)
{
    char intake[65], slice[65];
    if (unit->run->options.lone)
        return TRUE; /* nothing is kept of a package checked alone */
    g_autofree char *name = g_strdup_printf("%s.xml", unit->row->id);
    g_autofree char *path = g_build_filename(unit->run->dir->work, "tables", "slices", name, NULL);
    if (!packages_intake(unit, intake, error) || !digest_file(path, slice, error))
        return FALSE;
    inputs_digest(unit->steps[STEP_CHECK].inputs, stage_digest("check"), unit->run->rules_check,
                  unit->run->season_check, output_of(unit, STEP_UNPACK), output_of(unit, STEP_SCAN),
                  output_of(unit, STEP_EXTRACT), slice, intake, NULL);
    return TRUE;
}

static void extract_inputs(UnitRun *unit)
{
    inputs_digest(unit->steps[STEP_EXTRACT].inputs, stage_digest("extract"), unit->run->rules_extract,
                  output_of(unit, STEP_UNPACK), NULL);
}

/* The list of scans is that of the inventory as it was last made. */
static gboolean scan_inputs(UnitRun *unit, GError **error)
{
    if (!unit->state->scans) {
        g_autofree char *path = seasondir_unit_path(unit->run->dir, unit->row->id, "inventory.xml");
        Inventory *inventory = record_read(&inventory_type, path, error);
        if (!inventory)
            return FALSE;
        unitrun_note_scans(unit, inventory);
        record_free(&inventory_type, inventory);
    }
    inputs_digest(unit->steps[STEP_SCAN].inputs, stage_digest("scan"), unit->state->scans, NULL);
    return TRUE;
}

static gboolean step_inputs(UnitRun *unit, GError **error)
{
    switch (unit->next) {
    case STEP_UNPACK:
        unpack_inputs(unit);
        return TRUE;
    case STEP_SCAN:
        return scan_inputs(unit, error);
    case STEP_EXTRACT:
        extract_inputs(unit);
        return TRUE;
    default:
        return check_inputs(unit, error);
    }
}

/* ---- how each step is called ---- */

static void add(GPtrArray *argv, const char *word)
{
    g_ptr_array_add(argv, g_strdup(word));
}

static void add_option(GPtrArray *argv, const char *option, char *value_taken)
{
    add(argv, option);
    g_ptr_array_add(argv, value_taken);
}

static char *unit_file(const UnitRun *unit, const char *name)
{
    return seasondir_unit_path(unit->run->dir, unit->row->id, name);
}

/* What an earlier run knew, in the season that `check` looks into or beside the output; left out when there is none, or when nothing
 * is to be trusted.  Stages pass over what another program made. */
static void add_known(const UnitRun *unit, GPtrArray *argv, const char *option, const char *name)
{
    const SeasonRun *run = unit->run;
    g_autofree char *known = run->held_unit ? g_build_filename(run->held_unit, name, NULL) : unit_file(unit, name);
    if (!run->options.rehash && g_file_test(known, G_FILE_TEST_EXISTS))
        add_option(argv, option, g_steal_pointer(&known));
}

static void add_stores(const UnitRun *unit, GPtrArray *argv)
{
    add_option(argv, "--store", g_strdup(unit->run->dir->store));
    if (unit->run->held_store)
        add_option(argv, "--held", g_strdup(unit->run->held_store));
}

static void unpack_arguments(const UnitRun *unit, GPtrArray *argv)
{
    add_option(argv, "--season", g_strdup(unit->run->dir->season_file));
    add_stores(unit, argv);
    add_known(unit, argv, "--known", "files.xml");
    if (!file_is_private(unit->run->dir->work)) /* nobody comes after a check */
        add_option(argv, "--files", unit_file(unit, "files.xml"));
    add_option(argv, "--output", unit_file(unit, "inventory.xml"));
    if (unit->run->options.rehash)
        add(argv, "--rehash");
    add(argv, "--");
    for (guint i = 0; i < unit->uses->len; i++) {
        const PackageUse *use = unit->uses->pdata[i];
        bool from_bytes = use->read || use->stuck;
        g_ptr_array_add(argv, from_bytes ? g_strdup(use->submitted->path) : receipts_path(unit->receipts, use->receipt));
    }
}

static void scan_arguments(const UnitRun *unit, GPtrArray *argv)
{
    add_option(argv, "--season", g_strdup(unit->run->dir->season_file));
    add_stores(unit, argv);
    add_known(unit, argv, "--known", "scans.xml");
    add_option(argv, "--output", unit_file(unit, "scans.xml"));
    g_ptr_array_add(argv, unit_file(unit, "inventory.xml"));
}

static void extract_arguments(const UnitRun *unit, GPtrArray *argv)
{
    add_option(argv, "--rules", file_data_path("rules/extract"));
    add_stores(unit, argv);
    add_known(unit, argv, "--known", "casefiles.xml");
    add_option(argv, "--output", unit_file(unit, "casefiles.xml"));
    g_ptr_array_add(argv, unit_file(unit, "inventory.xml"));
}

static void check_arguments(const UnitRun *unit, GPtrArray *argv)
{
    g_autofree char *slice = g_strdup_printf("%s.xml", unit->row->id);
    add_option(argv, "--season", g_strdup(unit->run->dir->season_file));
    if (unit->run->dir->profile_file)
        add_option(argv, "--profile", g_strdup(unit->run->dir->profile_file));
    if (!unit->run->options.lone) {
        add_option(argv, "--tables", g_build_filename(unit->run->dir->work, "tables", "slices", slice, NULL));
        add_option(argv, "--intake", unit_file(unit, "intake.xml"));
        add_option(argv, "--unit", g_strdup(unit->row->id));
    }
    add_option(argv, "--output", unit_file(unit, NULL));
    g_ptr_array_add(argv, unit_file(unit, "inventory.xml"));
    g_ptr_array_add(argv, unit_file(unit, "scans.xml"));
    g_ptr_array_add(argv, unit_file(unit, "casefiles.xml"));
}

static char **step_arguments(const UnitRun *unit, int step, bool held)
{
    static void (*const builders[])(const UnitRun *, GPtrArray *) = {unpack_arguments, scan_arguments, extract_arguments, check_arguments};
    GPtrArray *argv = g_ptr_array_new();
    g_ptr_array_add(argv, stage_path(step_stages[step]));
    if (held)
        add(argv, "--await");
    if (step != STEP_CHECK)
        add_option(argv, "--jobs", g_strdup_printf("%d", unit->run->jobs));
    add_option(argv, "--lang", g_strdup(tr("zh", "en")));
    if (file_is_private(unit->run->dir->work))
        add_option(argv, "--private", g_path_get_dirname(unit->run->dir->work));
    builders[step](unit, argv);
    g_ptr_array_add(argv, NULL);
    return (char **)g_ptr_array_free(argv, FALSE);
}

/* ---- running ---- */

/* A stage that crashed, hung or was too large fails this unit alone (SYS-001, SPEC 5.7). */
static void unit_fail(UnitRun *unit)
{
    SeasonRun *run = unit->run;
    const char *stage = step_stages[unit->failed_step];
    g_autofree char *record = unit_file(unit, "unit.xml");
    unit->intake->failed = g_strdup(stage);
    unit->intake->stale = stateunit_output(unit->state, "check") != NULL && g_file_test(record, G_FILE_TEST_EXISTS);
    bool check_alone = file_is_private(run->dir->work); /* `anjuan check`: no run.log, and nothing is published */
    const char *variant = check_alone ? "check" : unit->intake->stale ? "stale" : NULL;
    Finding *finding = catalogue_add(run->catalogue, run->intake->findings, "SYS-001", variant, NULL, NULL, NULL);
    g_autofree char *program = g_strdup_printf("anjuan-%s", stage);
    finding->unit = g_strdup(unit->row->id);
    finding_param(finding, "stage", program);
    finding_param(finding, "reason", unit->failure);
    progress_clear(run->progress);
    fprintf(stderr, "anjuan: %s: anjuan-%s: %s\n", unit->row->name, stage, unit->failure_details);
    progress_done(run->progress, STEP_DONE - unit->next, 0);
    unit->next = STEP_DONE;
}

/* Of stages that ran side by side the first in their order is told, whichever ended first. */
static void note_failure(UnitRun *unit, int step, const char *reason, const char *details)
{
    if (unit->failure && unit->failed_step < step)
        return;
    unit->failed_step = step;
    unit->failure = reason;
    g_free(unit->failure_details);
    unit->failure_details = g_strdup(details);
}

static const char *end_reason(ProcessEnd end)
{
    switch (end) {
    case PROCESS_TIMED_OUT:
        return "timed-out";
    case PROCESS_NOT_STARTED:
        return "not-started";
    case PROCESS_ENDED: /* what was read before it makes no record that can be used */
        return "failed";
    default:
        return "crashed";
    }
}

/* What a stage SAID before it ended, else how it ended.  Caller frees. */
static char *end_details(ProcessEnd end, int status, const char *said)
{
    if (said[0])
        return g_strdup(said);
    if (end != PROCESS_CRASHED)
        return g_strdup(tr("异常终止", "ended abnormally"));
    if (status == SIGKILL)
        return g_strdup(tr("被系统终止（信号 9），多半是内存不够", "was killed (signal 9), most likely for want of memory"));
    return g_strdup_printf(tr("异常终止（信号 %d）", "ended abnormally (signal %d)"), status);
}

static void stop_run(UnitRun *unit, GError *fault)
{
    if (!unit->run->fault)
        unit->run->fault = fault;
    else
        g_error_free(fault);
}

/* Nothing is kept of a check, and no step is looked at twice: its files need no digest. */
static gboolean step_remember(const UnitStep *step, GError **error)
{
    if (file_is_private(step->unit->run->dir->work))
        return TRUE;
    g_auto(GStrv) paths = step_paths(step->unit, step->step);
    return stateunit_set_step(step->unit->state, step_stages[step->step], step->inputs,
                              (const char *const *)paths, error);
}

/* After unpack the packages are settled; when that changes the list, the inventory is made again from receipts. */
static gboolean after_unpack(UnitRun *unit, GError **error)
{
    bool again = false;
    unit->inventory_new = true;
    stateunit_set_scans(unit->state, NULL);
    if (unit->merged)
        return step_remember(&unit->steps[STEP_UNPACK], error);
    if (!packages_settle(unit, &again, error))
        return FALSE;
    unpack_inputs(unit);
    if (!again)
        return step_remember(&unit->steps[STEP_UNPACK], error);
    unit->merged = true;
    stateunit_set_scans(unit->state, NULL);
    unit->next = unit->uses->len > 0 ? STEP_UNPACK : STEP_DONE;
    return TRUE;
}

/* `check` has one unit, of which every step comes; with one job at a time nothing is won by starting it ahead. */
static bool holds_ahead(const UnitRun *unit)
{
    return file_is_private(unit->run->dir->work) && unit->run->jobs > 1;
}

static void hold_step(UnitRun *unit, int step)
{
    g_auto(GStrv) argv = step_arguments(unit, step, true);
    unit->held[step] = process_hold(unit->run->pool, (const char *const *)argv, &unit->run->limits);
}

/* While it is settled what to read, and while it is read, what comes next reads its rules; the season may have the
 * scans. */
static void start_readers(UnitRun *unit)
{
    hold_step(unit, STEP_EXTRACT); /* the slower one */
    if (!unit->run->held_unit)
        hold_step(unit, STEP_SCAN);
    process_pool_start_held(unit->run->pool);
}

gboolean unitrun_prepare(UnitRun *unit, GError **error)
{
    g_autofree char *folder = seasondir_unit_path(unit->run->dir, unit->row->id, NULL);
    if (!file_make_folder(folder, error))
        return FALSE;
    if (holds_ahead(unit))
        start_readers(unit);
    if (!packages_plan(unit, error))
        return FALSE;
    if (unit->run->options.rebuilt)
        skip_kept(unit);
    if (unit->uses->len > 0)
        progress_expect(unit->run->progress, STEP_DONE, unit->bytes_to_read);
    return TRUE;
}

/* Check, where it waits, may read the scans while documents are still being read. */
static void tell_check(const UnitRun *unit)
{
    if (unit->held[STEP_CHECK])
        process_tell(unit->held[STEP_CHECK]);
}

/* Takes over what a stage that ended well made; a fault stops the run. */
static gboolean step_take(const UnitStep *step, GError **error)
{
    UnitRun *unit = step->unit;
    bool first_unpack = step->step == STEP_UNPACK && !unit->merged;
    if (step->step == STEP_UNPACK ? !after_unpack(unit, error) : !step_remember(step, error))
        return FALSE;
    if (step->step == STEP_UNPACK && unit->next > STEP_UNPACK && holds_ahead(unit) && !unit->held[STEP_CHECK])
        hold_step(unit, STEP_CHECK); /* not before: it would take the processors from those it waits for */
    progress_done(unit->run->progress, 1, first_unpack ? unit->bytes_to_read : 0);
    if (step->step == STEP_SCAN)
        tell_check(unit);
    return TRUE;
}

static void step_done(ProcessEnd end, int status, const char *output, const char *errors, void *data)
{
    const UnitStep *step = data;
    UnitRun *unit = step->unit;
    GError *fault = NULL;
    (void)output;
    unit->running--;
    unit->run->steps_done++;
    if (!unit->run->fault && !seasonrun_need_catalogue(unit->run, &fault))
        stop_run(unit, fault);
    if (unit->run->fault)
        return; /* the run is over; what still ends is not looked at */
    g_autofree char *said = g_strstrip(g_strdup(errors));
    if (end == PROCESS_ENDED && (status == EXIT_IO || status == EXIT_USAGE)) {
        stage_end_fault(step_stages[step->step], end, status, said, &fault);
    } else if (end != PROCESS_ENDED || (status != EXIT_DONE && status != EXIT_FINDINGS)) {
        g_autofree char *details = end_details(end, status, said);
        note_failure(unit, step->step, end_reason(end), details);
        progress_done(unit->run->progress, 1, 0);
    } else {
        step_take(step, &fault);
    }
    if (fault)
        stop_run(unit, fault);
    else if (unit->failure && unit->running == 0)
        unit_fail(unit);
    else if (!unit->failure)
        unitrun_advance(unit);
}

static void log_reading(UnitRun *unit)
{
    for (guint i = 0; i < unit->uses->len; i++) {
        const PackageUse *use = unit->uses->pdata[i];
        if (use->read)
            seasonrun_log_package(unit->run, unit->row->id, use->name, use->why);
    }
}

static void step_start(UnitRun *unit)
{
    bool begun = unit->next != STEP_UNPACK || unit->merged;
    progress_at(unit->run->progress, unit->row->name, step_stages[unit->next]);
    unit->running++;
    if (unit->held[unit->next]) {
        process_go(g_steal_pointer(&unit->held[unit->next]), step_done, &unit->steps[unit->next]);
        return;
    }
    g_auto(GStrv) argv = step_arguments(unit, unit->next, false);
    if (!begun)
        log_reading(unit);
    (begun ? process_start_next : process_start)(unit->run->pool, (const char *const *)argv,
                                                 &unit->run->limits, step_done, &unit->steps[unit->next]);
}

/* `score` opens no package: what is stale for another reason than tables, rules or marks needs a run. */
static gboolean refuse_to_read(const UnitRun *unit, GError **error)
{
    return fault_input(error, FAULT_BAD, tr("%s 的材料或程序有变化，只重新评分不够；请运行 anjuan run %s", "%s: its package or the program has changed; scoring alone is not enough: anjuan run %s"),
                       unit->row->name, unit->run->dir->root);
}

static bool anything_to_read(const UnitRun *unit)
{
    for (guint i = 0; i < unit->uses->len; i++)
        if (((const PackageUse *)unit->uses->pdata[i])->read)
            return true;
    return false;
}

/* Scan and extract need the inventory alone; every other step needs all before it. */
static bool must_wait(const UnitRun *unit)
{
    return unit->running > 0 && unit->next != STEP_EXTRACT;
}

/* `check` takes the scans of the season where none has come since: PATH, in its private place, then leads there. */
static bool lend_scans(const UnitRun *unit, const char *path)
{
    const SeasonRun *run = unit->run;
    if (!run->held_unit)
        return false;
    g_autofree char *state_file = g_build_filename(run->dir->held_work, "state.xml", NULL),
                    *held = g_build_filename(run->dir->held_work, "units", unit->row->id, step_files[STEP_SCAN][0], NULL);
    const char *const made[] = {held, NULL};
    g_autoptr(RunState) state = runstate_read(state_file);
    return stateunit_is_fresh(runstate_unit(state, unit->row->id), step_stages[STEP_SCAN], unit->steps[STEP_SCAN].inputs, made) &&
           symlink(held, path) == 0;
}

/* Whether what the next step makes, at PATHS, is there already. */
static bool is_made(const UnitRun *unit, const char *const *paths)
{
    int step = unit->next;
    if (stateunit_is_fresh(unit->state, step_stages[step], unit->steps[step].inputs, paths))
        return true;
    return step == STEP_SCAN && lend_scans(unit, paths[0]);
}

void unitrun_advance(UnitRun *unit)
{
    GError *fault = NULL;
    while (unit->next < STEP_DONE && unit->uses->len > 0 && !must_wait(unit)) {
        g_auto(GStrv) paths = step_paths(unit, unit->next);
        bool settle = unit->next == STEP_UNPACK && !unit->merged && !anything_to_read(unit);
        bool again = false;
        if ((settle && !packages_settle(unit, &again, &fault)) || !step_inputs(unit, &fault)) {
            stop_run(unit, fault);
            return;
        }
        unit->merged = unit->merged || settle;
        bool must_read = unit->next == STEP_UNPACK && anything_to_read(unit);
        bool fresh = !must_read && is_made(unit, (const char *const *)paths);
        if (fresh && unit->next == STEP_SCAN)
            tell_check(unit);
        if (!fresh && unit->run->options.held_only && unit->next != STEP_CHECK &&
            !refuse_to_read(unit, &fault)) {
            stop_run(unit, fault);
            return;
        }
        if (fresh)
            progress_done(unit->run->progress, 1, 0);
        else
            step_start(unit);
        unit->next++;
    }
}

/* ---- what a run would do ---- */

static bool rules_are_others(const UnitRun *unit, const char *casefiles_path)
{
    bool others = false;
    Casefiles *casefiles = record_read(&casefiles_type, casefiles_path, NULL);
    for (guint i = 0; casefiles && i < casefiles->made_from->len; i++) {
        const MadeFrom *from = casefiles->made_from->pdata[i];
        others = others || (strcmp(from->name, "rules") == 0 && strcmp(from->sha256, unit->run->rules_extract) != 0);
    }
    record_free(&casefiles_type, casefiles);
    return others;
}

const char *unitrun_documents_stale(UnitRun *unit, const char *work)
{
    g_autofree char *path = g_build_filename(work, "units", unit->row->id, step_files[STEP_EXTRACT][0], NULL);
    const char *const paths[] = {path, NULL};
    if (unit->uses->len == 0)
        return NULL;
    extract_inputs(unit);
    if (stateunit_is_fresh(unit->state, step_stages[STEP_EXTRACT], unit->steps[STEP_EXTRACT].inputs, paths))
        return NULL;
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return "lost";
    return rules_are_others(unit, path) ? "rules" : "program";
}
