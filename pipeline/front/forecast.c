#include "forecast.h"

#include "fault.h"
#include "lang.h"
#include "unitrun.h"

static bool is_file(const char *path)
{
    return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

/* Adds the records of the other units, as the season holds them; false when there is none. */
static bool add_others(const SeasonRun *run, const char *season, const UnitRow *own, GPtrArray *argv)
{
    bool any = false;
    for (guint i = 0; i < run->tables->units->len; i++) {
        const UnitRow *row = run->tables->units->pdata[i];
        g_autofree char *path = g_build_filename(season, "work", "units", row->id, "unit.xml", NULL);
        if (row == own || !is_file(path))
            continue;
        g_ptr_array_add(argv, g_steal_pointer(&path));
        any = true;
    }
    return any;
}

Scores *forecast_scores(SeasonRun *run, const char *season, int *signal_number)
{
    const UnitRun *unit = run->units->pdata[0];
    g_autofree char *record = seasondir_unit_path(run->dir, unit->row->id, "unit.xml");
    g_autofree char *latest = g_build_filename(season, "results", "latest", "scores.xml", NULL);
    g_autofree char *tables = g_build_filename(run->dir->work, "tables", "tables.xml", NULL);
    g_autofree char *scores = g_build_filename(run->dir->work, "scores.xml", NULL);
    g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func(g_free);
    const char *const options[] = {"--lang",   tr("zh", "en"), "--season", run->dir->season_file,
                                   "--tables", tables,         "--output", scores,
                                   "--private", run->dir->work, record};
    if (!is_file(latest) || !is_file(record))
        return NULL;
    g_ptr_array_add(argv, stage_path("score"));
    for (gsize i = 0; i < G_N_ELEMENTS(options); i++)
        g_ptr_array_add(argv, g_strdup(options[i]));
    if (run->dir->profile_file) {
        g_ptr_array_add(argv, g_strdup("--profile"));
        g_ptr_array_add(argv, g_strdup(run->dir->profile_file));
    }
    if (!add_others(run, season, unit->row, argv))
        return NULL;
    g_ptr_array_add(argv, NULL);
    int status;
    ProcessEnd end = process_run((const char *const *)argv->pdata, &run->limits, &status, NULL, NULL);
    if (end == PROCESS_INTERRUPTED)
        *signal_number = status;
    return end == PROCESS_ENDED && status == EXIT_DONE ? record_read(&scores_type, scores, NULL) : NULL;
}
