#include "publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "json.h"
#include "lang.h"
#include "manifest.h"
#include "store.h"
#include "unitrun.h"

#define TABLE_BYTES_MAX ((size_t)1 << 30)

static const char *const unit_records[] = {"findings.xml", "unit.xml", "inventory.xml", "scans.xml", "casefiles.xml", NULL};

void published_clear(Published *published)
{
    g_free(published->run);
    g_free(published->folder);
    *published = (Published){0};
}

/* A unit counts with the records it has: none when it handed in nothing or failed without an older good record. */
static bool unit_has_records(const UnitRun *unit)
{
    if (unit->intake->failed)
        return unit->intake->stale;
    return unit->uses->len > 0;
}

static bool needs_person(const SeasonRun *run)
{
    for (guint i = 0; i < run->units->len; i++)
        if (((const UnitRun *)run->units->pdata[i])->intake->failed)
            return true;
    return false;
}

/* Published results are Chinese unless the user named another language (SPEC 1.2). */
static const char *results_language(void)
{
    return lang_is_named() ? tr("zh", "en") : "zh";
}

/* ---- what the results are a function of ---- */

static gboolean made_from(const SeasonRun *run, char hex[65], GError **error)
{
    char season[65], intake[65], rules[65];
    g_autofree char *rules_folder = file_data_path("rules");
    g_autoptr(Digest) digest = digest_new();
    if (!digest_folder(rules_folder, rules, error))
        return FALSE;
    season_digest_part(run->dir->season, SEASON_FOR_ALL, season);
    record_digest(&intake_type, run->intake, intake);
    const char *const parts[] = {stage_digest("score"), stage_digest("report"), season, intake, rules, results_language(),
                                 stateunit_output(runstate_unit(run->state, ""), "tables")};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        digest_update(digest, parts[i], strlen(parts[i]) + 1);
    for (guint i = 0; i < run->units->len; i++) {
        const UnitRun *unit = run->units->pdata[i];
        const char *output = unit_has_records(unit) ? stateunit_output(unit->state, "check") : NULL;
        digest_update(digest, unit->row->id, strlen(unit->row->id) + 1);
        digest_update(digest, output ? output : "", output ? strlen(output) + 1 : 1);
    }
    digest_finish(digest, hex);
    return TRUE;
}

/* ---- score and report ---- */

static void add_records(const SeasonRun *run, GPtrArray *argv, const char *only)
{
    for (guint i = 0; i < run->units->len; i++) {
        const UnitRun *unit = run->units->pdata[i];
        for (const char *const *name = unit_records; unit_has_records(unit) && *name; name++)
            if (!only || strcmp(only, *name) == 0)
                g_ptr_array_add(argv, seasondir_unit_path(run->dir, unit->row->id, *name));
    }
}

static gboolean run_stage(SeasonRun *run, const char *stage, GPtrArray *argv_taken, GError **error)
{
    g_autofree char *errors = NULL;
    int status;
    g_ptr_array_add(argv_taken, NULL);
    g_auto(GStrv) argv = (char **)g_ptr_array_free(argv_taken, FALSE);
    ProcessEnd end = process_run((const char *const *)argv, &run->limits, &status, NULL, &errors);
    run->steps_done++;
    return stage_end_fault(stage, end, status, g_strstrip(errors), error);
}

static GPtrArray *stage_argv(const char *stage, ...)
{
    GPtrArray *argv = g_ptr_array_new();
    va_list more;
    g_ptr_array_add(argv, stage_path(stage));
    g_ptr_array_add(argv, g_strdup("--lang"));
    g_ptr_array_add(argv, g_strdup(results_language()));
    va_start(more, stage);
    for (const char *word; (word = va_arg(more, const char *));)
        g_ptr_array_add(argv, g_strdup(word));
    va_end(more);
    return argv;
}

static gboolean score(SeasonRun *run, const char *scores, GError **error)
{
    g_autofree char *tables = g_build_filename(run->dir->work, "tables", "tables.xml", NULL);
    g_autofree char *intake = g_build_filename(run->dir->work, "intake.xml", NULL);
    g_autofree char *latest = seasondir_latest(run->dir);
    GPtrArray *argv = stage_argv("score", "--season", run->dir->season_file, "--tables", tables, "--intake", intake, "--output", scores, NULL);
    if (latest) {
        g_ptr_array_add(argv, g_strdup("--previous"));
        g_ptr_array_add(argv, g_build_filename(latest, "scores.xml", NULL));
    }
    add_records(run, argv, "unit.xml");
    return run_stage(run, "score", argv, error);
}

static gboolean report(SeasonRun *run, const char *scores, const char *folder, const char *time, GError **error)
{
    g_autofree char *tables = g_build_filename(run->dir->work, "tables", "tables.xml", NULL);
    g_autofree char *intake = g_build_filename(run->dir->work, "intake.xml", NULL);
    GPtrArray *argv = stage_argv("report", "--season", run->dir->season_file, "--tables", tables, "--intake", intake, "--store", run->dir->store,
                                 "--time", time, "--output", folder, scores, NULL);
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

/* Season file and tables of every run stay in the store (SPEC 2.4). */
static gboolean keep_inputs(const SeasonRun *run, GError **error)
{
    g_autoptr(GPtrArray) tables = file_list_below(run->dir->reference, error);
    g_autoptr(Store) store = tables ? store_open(run->dir->store, error) : NULL;
    if (!store)
        return FALSE;
    g_ptr_array_add(tables, g_strdup("../season.xml"));
    for (guint i = 0; i < tables->len; i++) {
        char hex[65];
        size_t size;
        g_autofree char *path = g_build_filename(run->dir->reference, tables->pdata[i], NULL);
        g_autofree char *data = file_read_whole(path, TABLE_BYTES_MAX, &size, error);
        if (!data || !store_put(store, data, size, hex, error))
            return FALSE;
    }
    return store_commit(store, error);
}

/* ---- the folder of the run ---- */

static char *run_name(const SeasonRun *run, int64_t now_s)
{
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(now_s);
    g_autofree char *base = g_date_time_format(time, "%Y%m%dT%H%M%SZ");
    for (int n = 1;; n++) {
        g_autofree char *name = n == 1 ? g_strdup(base) : g_strdup_printf("%s-%d", base, n);
        g_autofree char *path = g_build_filename(run->dir->results, name, NULL);
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&name);
    }
}

static gboolean close_with_manifest(const SeasonRun *run, const char *folder, const char *name, const char *made_from_hex, int64_t now_s,
                                    int exit_status, GError **error)
{
    g_autoptr(Manifest) manifest = manifest_make(run->dir, folder, error);
    if (!manifest)
        return FALSE;
    g_autofree char *path = g_build_filename(folder, "manifest.xml", NULL);
    manifest->run = g_strdup(name);
    manifest->time_s = now_s;
    manifest->made_from = g_strdup(made_from_hex);
    manifest->exit_status = exit_status;
    return record_write(&manifest_type, manifest, path, error);
}

static gboolean point_latest_at(const SeasonDir *dir, const char *name, GError **error)
{
    g_autofree char *link = g_build_filename(dir->results, "latest", NULL);
    g_autofree char *aside = g_build_filename(dir->results, ".latest", NULL);
    unlink(aside);
    if (symlink(name, aside) != 0 || rename(aside, link) != 0)
        return fault_system(error, errno, tr("无法更新 %s", "cannot update %s"), link);
    return TRUE;
}

/* Everything below the staging folder is made durable with one call before the rename makes it visible. */
static gboolean reveal(const SeasonDir *dir, const char *staging, const char *folder, const char *name, GError **error)
{
    int fd = open(dir->results, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return fault_system(error, errno, tr("无法打开 %s", "cannot open %s"), dir->results);
    gboolean ok = syncfs(fd) == 0 && rename(staging, folder) == 0;
    if (!ok)
        fault_system(error, errno, tr("无法发布到 %s", "cannot publish to %s"), folder);
    ok = ok && point_latest_at(dir, name, error);
    fsync(fd);
    close(fd);
    return ok;
}

static gboolean build_and_reveal(SeasonRun *run, const char *made_from_hex, Published *published, GError **error)
{
    int64_t now_s = g_get_real_time() / G_USEC_PER_SEC;
    g_autofree char *scores = g_build_filename(run->dir->work, "scores.xml", NULL);
    g_autofree char *staging = g_build_filename(run->dir->results, ".new", NULL);
    g_autofree char *time = instant_format(now_s);
    published->run = run_name(run, now_s);
    published->folder = g_build_filename(run->dir->results, published->run, NULL);
    if (!file_remove_tree(staging, error) || !file_make_folder(staging, error) || !score(run, scores, error) ||
        !report(run, scores, staging, time, error) || !copy_inputs(run, scores, staging, error) || !keep_inputs(run, error))
        return FALSE;
    return close_with_manifest(run, staging, published->run, made_from_hex, now_s, published->exit_status, error) &&
           reveal(run->dir, staging, published->folder, published->run, error);
}

gboolean publish_run(SeasonRun *run, bool republish, Published *published, GError **error)
{
    char hex[65];
    *published = (Published){.exit_status = needs_person(run) ? EXIT_NEEDS_PERSON : EXIT_DONE};
    if (!made_from(run, hex, error))
        return FALSE;
    g_autofree char *latest = seasondir_latest(run->dir);
    g_autoptr(Manifest) manifest = latest ? manifest_read(latest, NULL) : NULL;
    if (manifest && !republish && g_strcmp0(manifest->made_from, hex) == 0) {
        published->run = g_strdup(manifest->run);
        published->folder = g_steal_pointer(&latest);
        published->exit_status = (int)manifest->exit_status;
        return TRUE;
    }
    published->published = true;
    return build_and_reveal(run, hex, published, error);
}

gboolean publish_log(const SeasonRun *run, const char *result, const char *run_name_text, int exit_status, GError **error)
{
    g_autofree char *time = instant_format(g_get_real_time() / G_USEC_PER_SEC);
    g_autofree char *name = json_string(run_name_text ? run_name_text : "");
    g_autoptr(GString) line = g_string_new(NULL);
    g_string_printf(line, "{\"time\":\"%s\",\"result\":\"%s\",\"run\":%s,\"exit\":%d,\"stages\":%d,\"read\":[", time, result, name, exit_status,
                    run->steps_done);
    for (guint i = 0; i < run->log->len; i++)
        g_string_append_printf(line, "%s%s", i ? "," : "", (const char *)run->log->pdata[i]);
    g_string_append(line, "]}\n");
    int fd = open(run->dir->log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    bool ok = fd >= 0 && write(fd, line->str, line->len) == (ssize_t)line->len;
    int problem = errno;
    if (fd >= 0)
        close(fd);
    return ok ? TRUE : fault_system(error, problem, tr("无法写入 %s", "cannot write %s"), run->dir->log);
}
