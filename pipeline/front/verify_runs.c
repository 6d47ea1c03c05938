#include "verify.h"

#include <stdio.h>
#include <string.h>

#include "digest.h"
#include "fileio.h"
#include "lang.h"
#include "manifest.h"
#include "receipts.h"
#include "rec_inventory.h"
#include "runs.h"
#include "store.h"

#define LOG_BYTES_MAX ((size_t)1 << 30)

/* What is known while one run after the other is looked at. */
typedef struct {
    const SeasonDir *dir;
    Verification *verification;
    GPtrArray *names;      /* of all runs, oldest first */
    GHashTable *followed;  /* run → the run that follows it */
    const char *first;     /* the run that follows none */
} Chain;

static const char *from_backup(void)
{
    return tr("从备份恢复；在此之前不要把这次结果当作依据", "restore it from a backup, and do not rely on this run before");
}

/* ---- the files of one run ---- */

/* Scans on the pages are the store's own files under another name. */
static char *output_remedy(const Chain *chain, const char *run, const ManifestFile *file, const char *path)
{
    g_autofree char *blob = store_blob_path(chain->dir->store, file->sha256);
    if (g_hash_table_contains(chain->verification->sound, file->sha256))
        return g_strdup_printf(tr("库中有完好的一份：cp -f %s %s", "the store holds it whole: cp -f %s %s"), blob, path);
    return g_strdup_printf(tr("从备份恢复；或用 anjuan rebuild -o 文件夹 %s %s 重新算出原来的文件", "restore it from a backup, or make it again: anjuan rebuild -o DIR %s %s"),
                           chain->dir->root, run);
}

static void verify_output(const Chain *chain, const char *run, const ManifestFile *file)
{
    char hex[DIGEST_HEX + 1];
    g_autofree char *path = g_build_filename(chain->dir->results, run, file->name, NULL), *remedy = output_remedy(chain, run, file, path);
    chain->verification->files++;
    if (!digest_file(path, hex, NULL)) {
        verify_report(chain->verification, path, tr("清单中有，但已不在或不可读", "named in the manifest, but gone or unreadable"), remedy);
        return;
    }
    if (strcmp(hex, file->sha256) == 0)
        return;
    g_autofree char *problem = g_strdup_printf(tr("与清单不符，发布后被改动：SHA-256 应为 %.16s…，现为 %.16s…", "differs from the manifest, changed after it was published: SHA-256 should be %.16s... but is %.16s..."),
                                               file->sha256, hex);
    verify_report(chain->verification, path, problem, remedy);
}

/* A file that somebody put there afterwards looks published and is not. */
static void verify_nothing_added(const Chain *chain, const char *run, const char *folder, const Manifest *manifest)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) names = file_list_below(folder, NULL);
    for (guint i = 0; i < manifest->outputs->len; i++)
        g_hash_table_add(known, ((ManifestFile *)manifest->outputs->pdata[i])->name);
    for (guint i = 0; names && i < names->len; i++) {
        if (g_hash_table_contains(known, names->pdata[i]) || strcmp(names->pdata[i], "manifest.xml") == 0)
            continue;
        g_autofree char *path = g_build_filename(chain->dir->results, run, names->pdata[i], NULL);
        verify_report(chain->verification, path, tr("清单中没有，是发布后放进去的", "not in the manifest: put there after the run was published"),
                      tr("移到结果文件夹之外", "move it out of the folder of results"));
    }
}

/* ---- what it was made of ---- */

/* A receipt changes in one way only: it is marked withdrawn. */
static bool receipt_is(const char *path, const char *sha256)
{
    char hex[DIGEST_HEX + 1] = "";
    if (digest_file(path, hex, NULL) && strcmp(hex, sha256) == 0)
        return true;
    Receipt *receipt = record_read(&receipt_type, path, NULL);
    if (receipt) {
        receipt->withdrawn = false;
        record_digest(&receipt_type, receipt, hex);
    }
    record_free(&receipt_type, receipt);
    return strcmp(hex, sha256) == 0;
}

static void verify_input(const Chain *chain, const char *run, const ManifestFile *file)
{
    bool receipt = g_str_has_prefix(file->name, "store/receipts/");
    g_autofree char *path = receipt ? g_build_filename(chain->dir->root, file->name, NULL) : store_blob_path(chain->dir->store, file->sha256);
    if (receipt ? receipt_is(path, file->sha256) : g_hash_table_contains(chain->verification->sound, file->sha256))
        return;
    g_autofree char *problem = g_strdup_printf(tr("%s 的输入 %s 已不在库中或不再是原样，这次结果无法重算", "input %2$s of %1$s is gone from the store or not as it was: that run cannot be rebuilt"), run,
                                               file->name);
    verify_report(chain->verification, path, problem, from_backup());
}

/* ---- the chain ---- */

static void verify_previous(Chain *chain, const char *run, const Manifest *manifest)
{
    char hex[DIGEST_HEX + 1];
    g_autofree char *path = g_build_filename(chain->dir->results, manifest->previous, "manifest.xml", NULL);
    const char *other = g_hash_table_lookup(chain->followed, manifest->previous);
    g_autofree char *problem = NULL;
    if (other)
        problem = g_strdup_printf(tr("%s 和 %s 都说接在 %s 之后，中间有结果被撤走过", "%s and %s both say that they follow %s: a run was taken away between them"), other, run,
                                  manifest->previous);
    else if (!digest_file(path, hex, NULL))
        problem = g_strdup_printf(tr("%s 接在它之后，而它已不在", "%s follows it, but it is gone"), run);
    else if (g_strcmp0(hex, manifest->previous_sha256) != 0)
        problem = g_strdup_printf(tr("清单已被改动：%s 记下它的 SHA-256 为 %.16s…，现为 %.16s…", "its manifest was changed: %s noted its SHA-256 as %.16s... but it is %.16s..."), run,
                                  manifest->previous_sha256, hex);
    if (problem)
        verify_report(chain->verification, path, problem, from_backup());
    g_hash_table_insert(chain->followed, g_strdup(manifest->previous), g_strdup(run));
}

static void verify_first(Chain *chain, const char *run)
{
    g_autofree char *path = runs_folder(chain->dir, run);
    if (chain->first) {
        g_autofree char *problem = g_strdup_printf(tr("它和 %s 都没有前一次结果，中间有结果被撤走过", "neither it nor %s has a run before it: runs were taken away between them"), chain->first);
        verify_report(chain->verification, path, problem, from_backup());
    }
    chain->first = run;
}

static void verify_seal(const Chain *chain, const ManifestSeal *seal)
{
    char hex[DIGEST_HEX + 1] = "";
    g_autofree char *path = g_build_filename(chain->dir->results, seal->run, "manifest.xml", NULL);
    if (runs_digest(chain->dir, seal->run, hex, NULL) && strcmp(hex, seal->sha256) == 0)
        return;
    verify_report(chain->verification, path, tr("审定所依据的这次结果已不在，或清单已被改动", "the run that was sealed is gone or its manifest was changed"), from_backup());
}

static void verify_run(Chain *chain, const char *run)
{
    g_autofree char *folder = runs_folder(chain->dir, run);
    g_autoptr(GError) problem = NULL;
    g_autoptr(Manifest) manifest = manifest_read(folder, &problem);
    chain->verification->runs++;
    if (!manifest) {
        verify_report(chain->verification, folder, problem->message, from_backup());
        return;
    }
    for (guint i = 0; i < manifest->outputs->len; i++)
        verify_output(chain, run, manifest->outputs->pdata[i]);
    verify_nothing_added(chain, run, folder, manifest);
    for (guint i = 0; i < manifest->inputs->len; i++)
        verify_input(chain, run, manifest->inputs->pdata[i]);
    if (manifest->previous)
        verify_previous(chain, run, manifest);
    else
        verify_first(chain, run);
    if (manifest->seal)
        verify_seal(chain, manifest->seal);
}

/* ---- run.log: it names the newest run too, which no manifest follows yet ---- */

static char *logged_value(const char *line, const char *key)
{
    g_autofree char *start = g_strdup_printf("\"%s\":\"", key);
    const char *at = strstr(line, start);
    return at ? g_strndup(at + strlen(start), strcspn(at + strlen(start), "\"")) : NULL;
}

static void verify_logged(const Chain *chain, const char *line)
{
    char hex[DIGEST_HEX + 1];
    g_autofree char *result = logged_value(line, "result"), *run = logged_value(line, "run"), *noted = logged_value(line, "manifest");
    if (!run || !noted || noted[0] == '\0' || !result || strcmp(result, "unchanged") == 0)
        return;
    g_autofree char *path = g_build_filename(chain->dir->results, run, "manifest.xml", NULL);
    bool told = g_hash_table_contains(chain->followed, run);
    if (told || (runs_digest(chain->dir, run, hex, NULL) && strcmp(hex, noted) == 0))
        return;
    bool there = g_file_test(path, G_FILE_TEST_EXISTS);
    g_autofree char *problem = there ? g_strdup_printf(tr("清单已被改动：run.log 记下它的 SHA-256 为 %.16s…，现为 %.16s…", "its manifest was changed: run.log noted its SHA-256 as %.16s... but it is %.16s..."), noted, hex)
                                     : g_strdup(tr("run.log 记有这次结果，而它已不在", "run.log names this run, but it is gone"));
    verify_report(chain->verification, path, problem, from_backup());
}

static void verify_log(const Chain *chain)
{
    size_t size;
    g_autofree char *log = file_read_whole(chain->dir->log, LOG_BYTES_MAX, &size, NULL);
    if (!log && chain->names->len > 0)
        verify_report(chain->verification, chain->dir->log, tr("运行记录已不在；最近一次结果的清单因此无从核对", "the log of runs is gone, so nothing proves the manifest of the newest run"),
                      from_backup());
    g_auto(GStrv) lines = g_strsplit(log ? log : "", "\n", -1);
    for (char **line = lines; *line; line++)
        verify_logged(chain, *line);
}

static void verify_link(const Chain *chain, const char *link)
{
    g_autofree char *path = g_build_filename(chain->dir->results, link, NULL), *run = runs_pointed(chain->dir, link);
    bool wanted = strcmp(link, "latest") == 0 && chain->names->len > 0;
    if (!run && (wanted || g_file_test(path, G_FILE_TEST_IS_SYMLINK)))
        verify_report(chain->verification, path, tr("没有指向任何一次结果", "points at no run"), tr("再运行一次 anjuan run，即指向最近一次", "anjuan run lets it point at the newest again"));
}

void verify_runs(const SeasonDir *dir, Verification *verification)
{
    g_autoptr(GHashTable) followed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GPtrArray) names = runs_list(dir);
    Chain chain = {dir, verification, names, followed, NULL};
    for (guint i = 0; i < names->len; i++)
        verify_run(&chain, names->pdata[i]);
    verify_log(&chain);
    verify_link(&chain, "latest");
    verify_link(&chain, "official");
}
