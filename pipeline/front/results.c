#include "results.h"

#include <string.h>
#include <sys/stat.h>

#include "fileio.h"
#include "lang.h"

#define TABLE_BYTES_MAX ((size_t)1 << 30)

const char *const results_unit_records[] = {"findings.xml", "unit.xml", "inventory.xml", "scans.xml", "casefiles.xml", NULL};

bool results_has_records(const UnitRun *unit)
{
    if (unit->intake->failed)
        return unit->intake->stale;
    return unit->uses->len > 0;
}

const char *results_language(void)
{
    return lang_is_named() ? tr("zh", "en") : "zh";
}

/* ---- score and report ---- */

static void add_records(const SeasonRun *run, GPtrArray *argv, const char *only)
{
    for (guint i = 0; i < run->units->len; i++) {
        const UnitRun *unit = run->units->pdata[i];
        for (const char *const *name = results_unit_records; results_has_records(unit) && *name; name++)
            if (!only || strcmp(only, *name) == 0)
                g_ptr_array_add(argv, seasondir_unit_path(run->dir, unit->row->id, *name));
    }
}

/* The season's limits are for strangers' files.  These stages read records of ours, bounded for each unit (record.h), and one
 * unit with many findings must not keep the others' results from being published: memory grows with what is read. */
static ProcessLimits limits_for(const SeasonRun *run, char **argv)
{
    enum { MEMORY_PER_BYTE = 24 }; /* a finding is a row of findings.csv, of the workbook and of a page */
    ProcessLimits limits = run->limits;
    struct stat info;
    for (char **word = argv; limits.memory_bytes > 0 && *word; word++)
        if (g_str_has_suffix(*word, ".xml") && stat(*word, &info) == 0)
            limits.memory_bytes += MEMORY_PER_BYTE * (int64_t)info.st_size;
    return limits;
}

static gboolean run_stage(SeasonRun *run, const char *stage, GPtrArray *argv_taken, GError **error)
{
    g_autofree char *errors = NULL;
    int status;
    g_ptr_array_add(argv_taken, NULL);
    g_auto(GStrv) argv = (char **)g_ptr_array_free(argv_taken, FALSE);
    const ProcessLimits limits = limits_for(run, argv);
    ProcessEnd end = process_run((const char *const *)argv, &limits, &status, NULL, &errors);
    run->steps_done++;
    return stage_end_fault(stage, end, status, g_strstrip(errors), error);
}

static GPtrArray *stage_argv(const char *stage, const ResultsPlan *plan, ...)
{
    GPtrArray *argv = g_ptr_array_new();
    va_list more;
    g_ptr_array_add(argv, stage_path(stage));
    g_ptr_array_add(argv, g_strdup("--lang"));
    g_ptr_array_add(argv, g_strdup(plan->language ? plan->language : results_language()));
    va_start(more, plan);
    for (const char *word; (word = va_arg(more, const char *));)
        g_ptr_array_add(argv, g_strdup(word));
    va_end(more);
    return argv;
}

static void add_profile(const SeasonRun *run, GPtrArray *argv)
{
    if (!run->dir->profile_file)
        return;
    g_ptr_array_add(argv, g_strdup("--profile"));
    g_ptr_array_add(argv, g_strdup(run->dir->profile_file));
}

gboolean results_score(SeasonRun *run, const ResultsPlan *plan, const char *scores, GError **error)
{
    g_autofree char *tables = g_build_filename(run->dir->work, "tables", "tables.xml", NULL);
    g_autofree char *intake = g_build_filename(run->dir->work, "intake.xml", NULL);
    GPtrArray *argv = stage_argv("score", plan, "--season", run->dir->season_file, "--tables", tables, "--intake", intake, "--output", scores, NULL);
    add_profile(run, argv);
    if (plan->compared) {
        g_ptr_array_add(argv, g_strdup("--previous"));
        g_ptr_array_add(argv, g_build_filename(plan->compared, "scores.xml", NULL));
    }
    if (plan->alternatives)
        g_ptr_array_add(argv, g_strdup("--alternatives"));
    if (plan->sealed) {
        g_ptr_array_add(argv, g_strdup("--sealed"));
        g_ptr_array_add(argv, g_strdup(plan->sealed));
    }
    add_records(run, argv, "unit.xml");
    return run_stage(run, "score", argv, error);
}

static gboolean report(SeasonRun *run, const ResultsPlan *plan, const char *scores, const char *folder, GError **error)
{
    g_autofree char *tables = g_build_filename(run->dir->work, "tables", "tables.xml", NULL);
    g_autofree char *intake = g_build_filename(run->dir->work, "intake.xml", NULL);
    GPtrArray *argv = stage_argv("report", plan, "--season", run->dir->season_file, "--tables", tables, "--intake", intake, "--store", run->dir->store,
                                 "--time", plan->time, "--output", folder, scores, NULL);
    add_profile(run, argv);
    add_records(run, argv, NULL);
    return run_stage(run, "report", argv, error);
}

static gboolean copy_file(const char *from, const char *folder, const char *name, GError **error)
{
    size_t size;
    g_autofree char *data = file_read_whole(from, TABLE_BYTES_MAX, &size, error);
    g_autofree char *to = g_build_filename(folder, name, NULL);
    return data && file_write_whole(to, data, size, error);
}

static gboolean copy_inputs(SeasonRun *run, const char *scores, const char *folder, GError **error)
{
    g_autofree char *tables = g_build_filename(run->dir->work, "tables", "tables.xml", NULL);
    return copy_file(scores, folder, "scores.xml", error) && copy_file(tables, folder, "tables.xml", error) &&
           copy_file(run->dir->season_file, folder, "season.xml", error);
}

gboolean results_build(SeasonRun *run, const ResultsPlan *plan, const char *folder, GError **error)
{
    g_autofree char *scores = g_build_filename(run->dir->work, "scores.xml", NULL);
    return results_score(run, plan, scores, error) && report(run, plan, scores, folder, error) && copy_inputs(run, scores, folder, error);
}
