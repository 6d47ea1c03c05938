#include "seasonrun.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "beside.h"
#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "json.h"
#include "lang.h"
#include "planshared.h"
#include "program.h"
#include "stage.h"
#include "submissions.h"
#include "text.h"
#include "unitrun.h"
#include "vocabulary.h"
#include "xmlio.h"

void inputs_digest(char hex[65], const char *first, ...)
{
    g_autoptr(Digest) digest = digest_new();
    va_list more;
    va_start(more, first);
    for (const char *one = first; one; one = va_arg(more, const char *))
        digest_update(digest, one, strlen(one) + 1);
    va_end(more);
    digest_finish(digest, hex);
}

char *stage_path(const char *stage)
{
    g_autofree char *folder = file_program_folder();
    return g_strdup_printf("%s/anjuan-%s", folder, stage);
}

const char *stage_digest(const char *stage)
{
    for (const StageDigest *known = stage_digests; known->stage; known++)
        if (strcmp(known->stage, stage) == 0)
            return known->sha256;
    g_assert_not_reached();
}

gboolean stage_end_fault(const char *stage, ProcessEnd end, int status, const char *errors, GError **error)
{
    if (end == PROCESS_ENDED && (status == EXIT_DONE || status == EXIT_FINDINGS))
        return TRUE;
    const char *said = errors[0] ? errors : tr("没有说明原因", "gave no reason");
    if (end == PROCESS_INTERRUPTED) {
        g_set_error(error, FAULT_INTERRUPTED, status, "%s", tr("已中断，未发布任何结果；再次运行将从中断处继续", "interrupted, nothing published; the next run goes on from here"));
        return FALSE;
    }
    if (end == PROCESS_ENDED && status == EXIT_INPUT)
        return fault_input(error, FAULT_BAD, "%s", said);
    if (end == PROCESS_ENDED && status == EXIT_IO)
        return fault_system(error, 0, "%s", said);
    GQuark domain = g_quark_from_static_string("anjuan-stage");
    if (end == PROCESS_NOT_STARTED)
        g_set_error_literal(error, domain, status, said);
    else
        g_set_error(error, domain, status,
                    tr("anjuan-%s 未能正常结束（%s %d）：%s", "anjuan-%s did not end well (%s %d): %s"),
                    stage, end == PROCESS_CRASHED ? tr("信号", "signal") : tr("状态", "status"), status,
                    said);
    return FALSE;
}

void seasonrun_log_package(SeasonRun *run, const char *unit, const char *package, const char *why)
{
    g_autofree char *unit_json = json_string(unit), *package_json = json_string(package);
    g_ptr_array_add(run->log, g_strdup_printf("{\"unit\":%s,\"package\":%s,\"why\":\"%s\"}", unit_json, package_json, why));
}

/* ---- what all units share ---- */

/* The catalogue of findings is long, and is read beside all else. */
struct CatalogueLater {
    Beside reading;
    Catalogue *catalogue;
    GError *fault;
};

static gpointer read_catalogue(gpointer data)
{
    CatalogueLater *later = data;
    later->catalogue = catalogue_read(NULL, &later->fault);
    return NULL;
}

static CatalogueLater *catalogue_later_new(void)
{
    CatalogueLater *later = g_new0(CatalogueLater, 1);
    later->reading = beside_start("catalogue", read_catalogue, later);
    return later;
}

static void catalogue_later_free(CatalogueLater *later)
{
    if (!later)
        return;
    beside_end(&later->reading);
    g_clear_error(&later->fault);
    g_clear_pointer(&later->catalogue, catalogue_free);
    g_free(later);
}

gboolean seasonrun_need_catalogue(SeasonRun *run, GError **error)
{
    if (run->catalogue)
        return TRUE;
    CatalogueLater *later = run->catalogue_later;
    beside_end(&later->reading);
    if (later->fault) {
        g_propagate_error(error, g_error_copy(later->fault));
        return FALSE;
    }
    if (!catalogue_set_levels(later->catalogue, run->dir->profile_file, error))
        return FALSE;
    run->catalogue = g_steal_pointer(&later->catalogue);
    return TRUE;
}

/* What findings there are: the installed list as it lies there, and where there is a profile, which may be faulty, with its levels. */
static gboolean findings_digest(SeasonRun *run, GError **error)
{
    g_autofree char *list = file_data_path("rules/findings.xml");
    char file[65], with_profile[65] = "";
    if (!digest_file(list, file, error) || (run->dir->profile_file && !seasonrun_need_catalogue(run, error)))
        return FALSE;
    if (run->dir->profile_file)
        catalogue_digest(run->catalogue, with_profile);
    inputs_digest(run->rules_findings, file, with_profile, NULL);
    return TRUE;
}

static gboolean shared_digests(SeasonRun *run, GError **error)
{
    char limits[65];
    g_autofree char *extract = file_data_path("rules/extract"), *law = NULL;
    g_autofree char *law_name = g_build_filename("rules", run->dir->season->law, NULL);
    char law_hex[65];
    law = file_data_path(law_name);
    if (!digest_folder(extract, run->rules_extract, error) || !digest_folder(law, law_hex, error) ||
        !findings_digest(run, error))
        return FALSE;
    season_digest_part(run->dir->season, SEASON_FOR_UNPACK, limits);
    season_digest_part(run->dir->season, SEASON_FOR_CHECK, run->season_check);
    inputs_digest(run->reader, stage_digest("unpack"), limits, NULL);
    inputs_digest(run->rules_check, law_hex, run->rules_findings, NULL);
    return TRUE;
}

static gboolean tables_inputs(const SeasonRun *run, char hex[65], GError **error)
{
    char season[65], reference[65], rules[65];
    g_autofree char *rules_path = file_data_path("rules/tables.xml");
    season_digest_part(run->dir->season, SEASON_FOR_ALL, season);
    if (!g_file_test(run->dir->reference, G_FILE_TEST_IS_DIR))
        return fault_input(error, FAULT_MISSING, tr("没有找到基础数据表文件夹 %s", "there is no folder of tables %s"), run->dir->reference);
    if (!digest_folder(run->dir->reference, reference, error) || !digest_file(rules_path, rules, error))
        return FALSE;
    inputs_digest(hex, stage_digest("tables"), season, reference, rules, run->rules_findings, NULL);
    return TRUE;
}

/* Without the export of cases or the list of enterprises every quantity would silently be 0: no results are better than these. */
static gboolean tables_suffice(const SeasonRun *run, GError **error)
{
    static const char *const needed[] = {"cases", "enterprises"};
    for (gsize i = 0; i < G_N_ELEMENTS(needed); i++) {
        bool there = false;
        for (guint j = 0; j < run->tables->sources->len; j++)
            there = there || strcmp(((const TableSource *)run->tables->sources->pdata[j])->name, needed[i]) == 0;
        if (!there)
            return fault_input(error, FAULT_MISSING,
                               tr("%s 中缺少“%s”表（%s.csv），未发布结果；请导出后放入再运行。确无内容的，放入只有表头的空表",
                                  "%s has no table '%s' (%s.csv); nothing was published. Export it and run again; a table with nothing but its header will do where there is nothing to report"),
                               run->dir->reference, vocabulary_word("table", needed[i]), needed[i]);
    }
    return TRUE;
}

/* `check` takes the tables of the season where they are current: FOLDER, in its private place, then leads there. */
static void lend_tables(const SeasonRun *run, const char *inputs, const char *folder)
{
    if (!run->dir->held_work)
        return;
    g_autofree char *state_file = g_build_filename(run->dir->held_work, "state.xml", NULL);
    g_autofree char *held = g_build_filename(run->dir->held_work, "tables", NULL), *file = g_build_filename(held, "tables.xml", NULL);
    const char *const made[] = {file, NULL};
    g_autoptr(RunState) state = runstate_read(state_file);
    if (stateunit_is_fresh(runstate_unit(state, ""), "tables", inputs, made) && symlink(held, folder) == 0)
        stateunit_set_step(runstate_unit(run->state, ""), "tables", inputs, made, NULL);
}

gboolean seasonrun_tables(SeasonRun *run, GError **error)
{
    char inputs[65];
    g_autofree char *folder = g_build_filename(run->dir->work, "tables", NULL);
    g_autofree char *file = g_build_filename(folder, "tables.xml", NULL);
    const char *const made[] = {file, NULL};
    StateUnit *shared = runstate_unit(run->state, "");
    if (!tables_inputs(run, inputs, error))
        return FALSE;
    lend_tables(run, inputs, folder);
    if (!file_make_folder(folder, error))
        return FALSE;
    if (!stateunit_is_fresh(shared, "tables", inputs, made)) {
        g_autofree char *program = stage_path("tables"), *errors = NULL;
        const char *profile = run->dir->profile_file;
        const char *const argv[] = {program,  "--lang", tr("zh", "en"),      "--season", run->dir->season_file,
                                    "--output", folder,   run->dir->reference, profile ? "--profile" : NULL, profile, NULL};
        int status;
        ProcessEnd end = process_run(argv, &run->limits, &status, NULL, &errors);
        run->steps_done++;
        if (!stage_end_fault("tables", end, status, g_strstrip(errors), error) || !stateunit_set_step(shared, "tables", inputs, made, error))
            return FALSE;
    }
    run->tables = record_read(&tables_type, file, error);
    return run->tables && tables_suffice(run, error);
}

static void take_limits(SeasonRun *run)
{
    run->limits.deadline_s = run->dir->season->limits->stage_seconds;
    run->limits.memory_bytes = run->dir->season->limits->stage_memory_bytes;
}

/* A package without a season belongs to a unit of its own, so that it takes the same way as any other. */
static gboolean take_tables(SeasonRun *run, GError **error)
{
    if (!run->options.lone)
        return seasonrun_tables(run, error);
    run->tables = record_new(&tables_type);
    UnitRow *unit = record_add(run->tables->units, &unit_row_type);
    unit->id = g_strdup("package");
    unit->name = run->options.unit ? g_strdup(run->options.unit) : submissions_name(run->options.packages[0]);
    return TRUE;
}

static GPtrArray *take_packages(SeasonRun *run, GError **error)
{
    const UnitRow *unit = run->options.lone ? run->tables->units->pdata[0] : NULL;
    if (run->options.unit && !run->options.lone) {
        unit = submissions_unit(run->tables, run->options.unit);
        if (!unit) {
            fault_input(error, FAULT_USAGE, tr("units 表中没有单位“%s”", "there is no unit '%s' in the table units"), run->options.unit);
            return NULL;
        }
    }
    return submissions_given(run->options.packages, run->tables, unit, error);
}

static Intake *take_intake(const RunOptions *options)
{
    if (options->rebuilt)
        return options->rebuilt;
    Intake *intake = record_new(&intake_type);
    intake->program = g_strdup(program_digest);
    return intake;
}

static GPtrArray *take_submitted(SeasonRun *run, GError **error)
{
    if (run->options.rebuilt)
        return g_ptr_array_new();
    return run->options.packages ? take_packages(run, error) : submissions_list(run->dir->submissions, run->tables, error);
}

SeasonRun *seasonrun_new(SeasonDir *dir, const RunOptions *options, GError **error)
{
    g_autoptr(SeasonRun) run = g_new0(SeasonRun, 1);
    xml_make_ready();
    run->catalogue_later = catalogue_later_new();
    run->dir = dir;
    run->options = *options;
    run->jobs = stage_jobs();
    run->now_s = options->received_s ? options->received_s : g_get_real_time() / G_USEC_PER_SEC;
    run->progress = progress_new(options->quiet);
    run->pool = process_pool_new(run->jobs);
    run->units = g_ptr_array_new_with_free_func((GDestroyNotify)unitrun_free);
    run->log = g_ptr_array_new_with_free_func(g_free);
    run->intake = take_intake(options);
    g_autofree char *state_file = g_build_filename(dir->work, "state.xml", NULL);
    run->state = runstate_read(state_file);
    g_autofree char *intake_file = g_build_filename(dir->work, "intake.xml", NULL);
    run->before = record_read(&intake_type, intake_file, NULL);
    take_limits(run);
    if (!vocabulary_load(error) || !shared_digests(run, error) || !take_tables(run, error))
        return NULL;
    run->submitted = take_submitted(run, error);
    return run->submitted ? g_steal_pointer(&run) : NULL;
}

void seasonrun_free(SeasonRun *run)
{
    if (!run)
        return;
    g_clear_pointer(&run->units, g_ptr_array_unref);
    g_clear_pointer(&run->submitted, g_ptr_array_unref);
    g_clear_pointer(&run->log, g_ptr_array_unref);
    process_pool_free(run->pool);
    progress_free(run->progress);
    record_free(&intake_type, run->intake);
    record_free(&intake_type, run->before);
    record_free(&tables_type, run->tables);
    catalogue_later_free(run->catalogue_later);
    catalogue_free(run->catalogue);
    runstate_free(run->state);
    g_clear_error(&run->fault);
    g_free(run->held_store);
    g_free(run->held_unit);
    g_free(run);
}

/* ---- units ---- */

static UnitRun *unit_of(const SeasonRun *run, const UnitRow *row)
{
    for (guint i = 0; i < run->units->len; i++) {
        UnitRun *unit = run->units->pdata[i];
        if (unit->row == row)
            return unit;
    }
    return NULL;
}

void seasonrun_note_stranger(SeasonRun *run, const Submitted *submitted)
{
    const Finding *lost = submitted->second ? NULL : submissions_lost(run->tables, submitted->name);
    const char *variant = submitted->second ? "several" : lost ? "row" : NULL;
    Finding *finding = catalogue_add(run->catalogue, run->intake->findings, "PKG-010", variant, NULL, submitted->name, NULL);
    g_autofree char *units = submitted->second ? submissions_rivals(run->tables, submitted->name) : NULL;
    finding_param(finding, "units", units);
    g_autofree char *row = lost ? g_strjoin("|", lost->file, lost->place, NULL) : NULL;
    finding_param(finding, "row", row);
}

static void note_special(SeasonRun *run, const Submitted *submitted)
{
    Finding *finding = catalogue_add(run->catalogue, run->intake->findings, "PKG-005", NULL, NULL, submitted->name, NULL);
    finding->unit = g_strdup(submitted->unit ? submitted->unit->id : NULL);
    finding_param(finding, "reason", "link");
}

/* `check` takes the units of the given packages only. */
static bool is_given(const SeasonRun *run, const UnitRow *row)
{
    for (guint i = 0; i < run->submitted->len; i++)
        if (((const Submitted *)run->submitted->pdata[i])->unit == row)
            return true;
    return false;
}

static gboolean make_units(SeasonRun *run, GError **error)
{
    for (guint i = 0; i < run->tables->units->len; i++)
        if (!run->options.packages || is_given(run, run->tables->units->pdata[i]))
            g_ptr_array_add(run->units, unitrun_new(run, run->tables->units->pdata[i]));
    for (guint i = 0; i < run->submitted->len; i++) {
        const Submitted *submitted = run->submitted->pdata[i];
        if ((submitted->special || !submitted->unit) && !seasonrun_need_catalogue(run, error))
            return FALSE;
        if (submitted->special)
            note_special(run, submitted);
        else if (submitted->unit)
            unitrun_take(unit_of(run, submitted->unit), submitted);
        else
            seasonrun_note_stranger(run, submitted);
    }
    for (guint i = 0; i < run->units->len; i++)
        if (!unitrun_prepare(run->units->pdata[i], error))
            return FALSE;
    return TRUE;
}

gboolean seasonrun_units(SeasonRun *run, int *signal_number, GError **error)
{
    if (!make_units(run, error))
        return FALSE;
    process_pool_tick(run->pool, progress_draw, run->progress);
    for (guint i = 0; i < run->units->len && !run->fault; i++)
        unitrun_advance(run->units->pdata[i]);
    bool ended = process_pool_run(run->pool, signal_number);
    if (!run->fault)
        seasonrun_need_catalogue(run, &run->fault); /* no step may have ended */
    progress_clear(run->progress);
    if (run->fault) {
        g_propagate_error(error, g_steal_pointer(&run->fault));
        return FALSE;
    }
    return ended;
}

static void note_nothing(SeasonRun *run)
{
    for (guint i = 0; i < run->units->len; i++) {
        const UnitRun *unit = run->units->pdata[i];
        if (unit->uses->len > 0 || unit->left || !unit->row->group)
            continue;
        Finding *finding = catalogue_add(run->catalogue, run->intake->findings, "PKG-015", NULL, NULL, NULL, NULL);
        finding->unit = g_strdup(unit->row->id);
        finding_param(finding, "unit", unit->row->name);
    }
}

gboolean seasonrun_finish(SeasonRun *run, GError **error)
{
    g_autofree char *file = g_build_filename(run->dir->work, "intake.xml", NULL);
    note_nothing(run);
    for (guint i = 0; !run->options.packages && !run->options.rebuilt && i < run->units->len; i++)
        packages_note_idle_rows(run->units->pdata[i]);
    findings_sort(run->intake->findings);
    return record_write(&intake_type, run->intake, file, error) && seasonrun_save(run, error);
}

gboolean seasonrun_save(const SeasonRun *run, GError **error)
{
    g_autofree char *file = g_build_filename(run->dir->work, "state.xml", NULL);
    return runstate_write(run->state, file, error);
}

static const char *why_words(const char *why)
{
    const struct {
        const char *why, *words;
    } known[] = {{"new", tr("新收到", "new")},
                 {"changed", tr("内容有变化", "changed")},
                 {"recent", tr("上次读取时刚写好，须重新核对", "it had only just been written when it was read")},
                 {"lost", tr("中间记录已不在（work/ 被删除）", "its records are gone (work/ was deleted)")},
                 {"rules", tr("读取规则有变化", "the rules of reading have changed")},
                 {"program", tr("程序或安全限额有变化", "the program or its limits have changed")}};
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
        if (strcmp(known[i].why, why) == 0)
            return known[i].words;
    return tr("按要求全部重读", "asked to trust no cache");
}

/* Packages of one unit that would be read; their number. */
static int plan_packages(const UnitRun *unit)
{
    int count = 0;
    for (guint j = 0; j < unit->uses->len; j++) {
        const PackageUse *use = unit->uses->pdata[j];
        if (!use->read)
            continue;
        g_autofree char *name = text_display(use->name);
        printf("%s\t%s\t%s\n", unit->row->name, name, why_words(use->why));
        count++;
    }
    return count;
}

gboolean seasonrun_plan(SeasonRun *run, const char *work, GError **error)
{
    int packages = 0, documents = 0;
    if (!make_units(run, error))
        return FALSE;
    for (guint i = 0; i < run->units->len; i++) {
        UnitRun *unit = run->units->pdata[i];
        int read = plan_packages(unit);
        const char *why = read == 0 ? unitrun_documents_stale(unit, work) : NULL;
        if (why)
            printf("%s\t%s\t%s\n", unit->row->name, tr("（已收文书）", "(documents received before)"), why_words(why));
        packages += read;
        documents += why != NULL;
    }
    int shared = planshared_print(run);
    printf(tr("共%d个材料包需要读取", "%d packages would be read"), packages);
    if (documents > 0)
        printf(tr("，另有%d个单位已收的文书需要重新读取", ", and the documents of %d other units read again from the store"), documents);
    if (shared > 0)
        fputs(tr("；数据表或规则有变化，将重新核对、评分并发布",
                 "; tables or rules have changed: what is held is checked and scored anew, and published"),
              stdout);
    fputs(tr("。\n", ".\n"), stdout);
    return TRUE;
}
