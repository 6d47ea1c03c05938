#include "whatif.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "results.h"
#include "unitrun.h"

#define RECORD_FILE_BYTES_MAX ((size_t)1 << 30)

/* The steps that open packages or read documents, and the file that each leaves. */
static const struct {
    const char *step, *file;
} held_steps[] = {{"unpack", "inventory.xml"}, {"scan", "scans.xml"}, {"extract", "casefiles.xml"}};

/* ---- a season whose records lie elsewhere ---- */

static void set_path(char **path, const char *folder, const char *name)
{
    g_free(*path);
    *path = g_build_filename(folder, name, NULL);
}

static SeasonDir *season_with(const SeasonDir *season, const char *rules, const char *folder, GError **error)
{
    g_autoptr(SeasonDir) dir = seasondir_locate(season->root, error);
    if (!dir)
        return NULL;
    g_free(dir->season_file);
    dir->season_file = g_strdup(rules);
    set_path(&dir->work, folder, "work");
    set_path(&dir->results, folder, "results");
    set_path(&dir->log, folder, "run.log");
    dir->season = season_read(rules, error);
    return dir->season && file_make_folder(dir->work, error) ? g_steal_pointer(&dir) : NULL;
}

/* Lends one record of a unit to the other folder, and its freshness with it. */
static gboolean lend_step(const SeasonDir *from, const SeasonDir *to, StateUnit *unit, const char *step, const char *file, GError **error)
{
    g_autofree char *inner = seasondir_unit_path(from, unit->id, file), *there = seasondir_unit_path(to, unit->id, file);
    g_autofree char *record = g_canonicalize_filename(inner, NULL); /* a link is read from where it lies */
    const char *const old[] = {inner, NULL}, *const new[] = {there, NULL};
    for (guint i = 0; i < unit->steps->len; i++) {
        StateStep *known = unit->steps->pdata[i];
        if (strcmp(known->step, step) != 0 || !known->inputs || !stateunit_is_fresh(unit, step, known->inputs, old))
            continue;
        if (symlink(record, there) != 0)
            return fault_system(error, errno, tr("无法建立 %s", "cannot make %s"), there);
        return stateunit_set_step(unit, step, known->inputs, new, error);
    }
    return TRUE; /* stale: the run will say that a package must be read */
}

static gboolean lend_unit(const SeasonDir *from, const SeasonDir *to, StateUnit *unit, GError **error)
{
    g_autofree char *folder = seasondir_unit_path(to, unit->id, NULL);
    gboolean ok = file_make_folder(folder, error);
    for (gsize i = 0; ok && unit->id[0] != '\0' && i < G_N_ELEMENTS(held_steps); i++)
        ok = lend_step(from, to, unit, held_steps[i].step, held_steps[i].file, error);
    return ok;
}

/* Intake of the last run: what replaced what within an unchanged inventory is not looked up again. */
static gboolean lend_intake(const SeasonDir *from, const SeasonDir *to, GError **error)
{
    size_t size;
    g_autofree char *old = g_build_filename(from->work, "intake.xml", NULL), *new = g_build_filename(to->work, "intake.xml", NULL);
    g_autofree char *data = file_read_whole(old, RECORD_FILE_BYTES_MAX, &size, NULL);
    return !data || file_write_plain(new, data, size, error);
}

static gboolean lend_records(const SeasonDir *from, const SeasonDir *to, GError **error)
{
    g_autofree char *old = g_build_filename(from->work, "state.xml", NULL), *new = g_build_filename(to->work, "state.xml", NULL);
    g_autoptr(RunState) state = runstate_read(old);
    for (guint i = 0; i < state->units->len; i++)
        if (!lend_unit(from, to, state->units->pdata[i], error))
            return FALSE;
    return lend_intake(from, to, error) && runstate_write(state, new, error);
}

/* ---- scoring there ---- */

/* A unit without its records would stand as if it had handed in nothing: no standing is better than that. */
static gboolean all_checked(const SeasonRun *run, GError **error)
{
    for (guint i = 0; i < run->units->len; i++) {
        const UnitRun *unit = run->units->pdata[i];
        if (!unit->intake->failed)
            continue;
        g_set_error(error, g_quark_from_static_string("anjuan-stage"), 0,
                    tr("%s 的检查没有完成（anjuan-%s），试算没有结果",
                       "%s could not be checked (anjuan-%s): the trial has no result"),
                    unit->row->name, unit->intake->failed);
        return FALSE;
    }
    return TRUE;
}

static Scores *score_there(SeasonDir *dir, guint *unusable, GError **error)
{
    int signal_number = 0;
    const RunOptions options = {.held_only = true, .quiet = true};
    const ResultsPlan plan = {0};
    g_autofree char *scores = g_build_filename(dir->work, "scores.xml", NULL);
    g_autoptr(SeasonRun) run = seasonrun_new(dir, &options, error);
    if (!run)
        return NULL;
    *unusable = (guint)tables_rows_unusable(run->tables);
    if (!seasonrun_units(run, &signal_number, error)) {
        if (signal_number != 0)
            g_set_error(error, FAULT_INTERRUPTED, signal_number, "%s", tr("已中断", "interrupted"));
        return NULL;
    }
    bool scored =
        all_checked(run, error) && seasonrun_finish(run, error) && results_score(run, &plan, scores, error);
    return scored ? record_read(&scores_type, scores, error) : NULL;
}

Scores *whatif_scores(const SeasonDir *season, const char *rules, guint *unusable, GError **error)
{
    g_autofree char *folder = g_build_filename(g_get_tmp_dir(), "anjuan-score-XXXXXX", NULL);
    if (!g_mkdtemp_full(folder, 0700)) {
        fault_system(error, errno, tr("无法在 %s 建立临时文件夹", "cannot make a temporary folder in %s"), g_get_tmp_dir());
        return NULL;
    }
    g_autoptr(SeasonDir) dir = season_with(season, rules, folder, error);
    Scores *scores = dir && lend_records(season, dir, error) ? score_there(dir, unusable, error) : NULL;
    file_remove_tree(folder, NULL);
    return scores;
}
