#include "publish.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "json.h"
#include "lang.h"
#include "manifest.h"
#include "results.h"
#include "runs.h"
#include "stage.h"
#include "store.h"

#define TABLE_BYTES_MAX ((size_t)1 << 30)

void published_clear(Published *published)
{
    g_free(published->run);
    g_free(published->folder);
    *published = (Published){0};
}

void published_tell(const Published *published)
{
    g_autofree char *where =
        g_strdup_printf(tr("结果不受影响，完整地在 %s", "the results are whole, in %s"), published->folder);
    stage_done_at(where);
}

static bool needs_person(const SeasonRun *run)
{
    for (guint i = 0; i < run->units->len; i++)
        if (((const UnitRun *)run->units->pdata[i])->intake->failed)
            return true;
    return false;
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
        const char *output = results_has_records(unit) ? stateunit_output(unit->state, "check") : NULL;
        digest_update(digest, unit->row->id, strlen(unit->row->id) + 1);
        digest_update(digest, output ? output : "", output ? strlen(output) + 1 : 1);
    }
    digest_finish(digest, hex);
    return TRUE;
}

/* What a run was made of and the store does not hold yet stays there, under its digest (SPEC 2.4). */
static gboolean keep_inputs(const SeasonRun *run, GError **error)
{
    g_autoptr(GPtrArray) inputs = manifest_kept(run, error);
    g_autoptr(Store) store = inputs ? store_open(run->dir->store, error) : NULL;
    if (!store)
        return FALSE;
    if (run->options.rehash)
        store_distrust(store);
    for (guint i = 0; i < inputs->len; i++) {
        char hex[65];
        size_t size;
        g_autofree char *path = g_build_filename(run->dir->root, inputs->pdata[i], NULL);
        g_autofree char *data = file_read_whole(path, TABLE_BYTES_MAX, &size, error);
        if (!data || !store_put(store, data, size, hex, error))
            return FALSE;
    }
    return store_commit(store, error);
}

/* ---- the folder of the run ---- */

static char *run_name(const SeasonDir *dir, int64_t now_s)
{
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(now_s);
    g_autofree char *base = g_date_time_format(time, "%Y%m%dT%H%M%SZ");
    for (int n = 1;; n++) {
        g_autofree char *name = n == 1 ? g_strdup(base) : g_strdup_printf("%s-%d", base, n);
        g_autofree char *path = g_build_filename(dir->results, name, NULL);
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&name);
    }
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
    ok = ok && runs_point(dir, "latest", name, error);
    fsync(fd);
    close(fd);
    return ok;
}

char *publish_staging(const SeasonDir *dir, GError **error)
{
    g_autofree char *staging = g_build_filename(dir->results, ".new", NULL);
    return file_remove_tree(staging, error) && file_make_folder(staging, error) ? g_steal_pointer(&staging) : NULL;
}

gboolean publish_folder(const SeasonDir *dir, const char *staging, Manifest *manifest, Published *published, GError **error)
{
    published->run = run_name(dir, manifest->time_s);
    published->folder = g_build_filename(dir->results, published->run, NULL);
    published->published = true;
    manifest->run = g_strdup(published->run);
    g_autofree char *path = g_build_filename(staging, "manifest.xml", NULL);
    return manifest_add_outputs(manifest, staging, error) && manifest_chain(manifest, dir, error) &&
           record_write(&manifest_type, manifest, path, error) && reveal(dir, staging, published->folder, published->run, error);
}

/* The run that a new one is compared with: the sealed one where there is one, else the one before (NULL at the first). */
static char *run_to_compare(const SeasonDir *dir)
{
    char *official = runs_pointed(dir, "official");
    return official ? official : runs_pointed(dir, "latest");
}

static gboolean build_and_publish(SeasonRun *run, const char *made_from_hex, Published *published, GError **error)
{
    int64_t now_s = g_get_real_time() / G_USEC_PER_SEC;
    g_autofree char *time = instant_format(now_s), *staging = publish_staging(run->dir, error), *compared = run_to_compare(run->dir);
    g_autofree char *before = compared ? runs_folder(run->dir, compared) : NULL;
    const ResultsPlan plan = {.compared = before, .time = time, .alternatives = true};
    if (!staging || !results_build(run, &plan, staging, error) || !keep_inputs(run, error))
        return FALSE;
    g_autoptr(Manifest) manifest = manifest_make(run, error);
    if (!manifest)
        return FALSE;
    manifest->time_s = now_s;
    manifest->made_from = g_strdup(made_from_hex);
    manifest->language = g_strdup(results_language());
    manifest->compared = g_strdup(compared);
    manifest->exit_status = published->exit_status;
    return publish_folder(run->dir, staging, manifest, published, error);
}

gboolean publish_run(SeasonRun *run, bool republish, Published *published, GError **error)
{
    char hex[65];
    *published = (Published){.exit_status = needs_person(run) ? EXIT_NEEDS_PERSON : EXIT_DONE};
    if (!made_from(run, hex, error) || !runs_complete(run->dir, error))
        return FALSE;
    g_autofree char *latest = seasondir_latest(run->dir);
    g_autoptr(Manifest) manifest = latest ? manifest_read(latest, NULL) : NULL;
    if (manifest && !republish && g_strcmp0(manifest->made_from, hex) == 0) {
        if (run->options.rehash && !keep_inputs(run, error)) /* what the store holds of them may be damaged */
            return FALSE;
        published->run = g_strdup(manifest->run);
        published->folder = g_steal_pointer(&latest);
        published->exit_status = (int)manifest->exit_status;
        return TRUE;
    }
    return build_and_publish(run, hex, published, error);
}

gboolean publish_log_line(const SeasonDir *dir, const char *line, GError **error)
{
    int fd = open(dir->log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    bool ok = fd >= 0 && write(fd, line, strlen(line)) == (ssize_t)strlen(line);
    int problem = errno;
    if (fd >= 0)
        close(fd);
    return ok ? TRUE : fault_system(error, problem, tr("无法写入 %s", "cannot write %s"), dir->log);
}

gboolean publish_log(const SeasonDir *dir, const SeasonRun *run, const char *result, const char *run_name_text, int exit_status, GError **error)
{
    g_autofree char *time = instant_format(g_get_real_time() / G_USEC_PER_SEC);
    g_autofree char *name = json_string(run_name_text ? run_name_text : "");
    g_autoptr(GString) line = g_string_new(NULL);
    char manifest[65] = "";
    if (run_name_text)
        runs_digest(dir, run_name_text, manifest, NULL); /* what verify holds the newest manifest against */
    g_string_printf(line, "{\"time\":\"%s\",\"result\":\"%s\",\"run\":%s,\"manifest\":\"%s\",\"exit\":%d,\"stages\":%d,\"read\":[", time, result,
                    name, manifest, exit_status, run ? run->steps_done : 0);
    for (guint i = 0; run && i < run->log->len; i++)
        g_string_append_printf(line, "%s%s", i ? "," : "", (const char *)run->log->pdata[i]);
    g_string_append(line, "]}\n");
    return publish_log_line(dir, line->str, error);
}
