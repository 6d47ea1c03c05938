#include "verify_chain.h"

#include <string.h>
#include <sys/stat.h>

#include "digest.h"
#include "fileio.h"
#include "lang.h"
#include "manifest.h"
#include "receipts.h"
#include "rec_inventory.h"
#include "runs.h"
#include "store.h"

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

/* What is wrong with a published file, or NULL; REGULAR: the names of the run's regular files.  Caller frees.
 */
static char *output_problem(const char *path, const ManifestFile *file, GHashTable *regular)
{
    char hex[DIGEST_HEX + 1];
    struct stat info;
    if (!g_hash_table_contains(regular, file->name) && lstat(path, &info) == 0)
        return g_strdup(tr("不再是发布的文件，而是链接或特殊文件，或在链接之后",
                           "no longer the published file but a link or special file, or behind a link"));
    if (!digest_file(path, hex, NULL))
        return g_strdup(tr("清单中有，但已不在或不可读", "named in the manifest, but gone or unreadable"));
    if (strcmp(hex, file->sha256) == 0)
        return NULL;
    return g_strdup_printf(tr("与清单不符，发布后被改动：SHA-256 应为 %.16s…，现为 %.16s…",
                              "differs from the manifest, changed after it was published: SHA-256 should be "
                              "%.16s... but is %.16s..."),
                           file->sha256, hex);
}

static void verify_output(const Chain *chain, const char *run, const ManifestFile *file, GHashTable *regular)
{
    g_autofree char *path = g_build_filename(chain->dir->results, run, file->name, NULL),
                    *problem = output_problem(path, file, regular);
    chain->verification->files++;
    if (!problem)
        return;
    g_autofree char *remedy = output_remedy(chain, run, file, path);
    verify_report(chain->verification, path, problem, remedy);
}

/* What somebody put there afterwards looks published and is not. */
static void verify_nothing_added(const Chain *chain, const char *run, const Manifest *manifest,
                                 const GPtrArray *names)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < manifest->outputs->len; i++)
        g_hash_table_add(known, ((ManifestFile *)manifest->outputs->pdata[i])->name);
    for (guint i = 0; i < names->len; i++) {
        if (g_hash_table_contains(known, names->pdata[i]) || strcmp(names->pdata[i], "manifest.xml") == 0)
            continue;
        g_autofree char *path = g_build_filename(chain->dir->results, run, names->pdata[i], NULL);
        verify_report(chain->verification, path, tr("清单中没有，是发布后放进去的", "not in the manifest: put there after the run was published"),
                      tr("移到结果文件夹之外", "move it out of the folder of results"));
    }
}

static void verify_outputs(const Chain *chain, const char *run, const char *folder, const Manifest *manifest)
{
    g_autoptr(GError) problem = NULL;
    g_autoptr(GPtrArray) names = file_list_below(folder, &problem),
                         odd = names ? file_list_odd_below(folder, &problem) : NULL;
    g_autoptr(GHashTable) regular = g_hash_table_new(g_str_hash, g_str_equal);
    if (!odd) {
        verify_report(chain->verification, folder, problem->message, verify_from_backup());
        return;
    }
    for (guint i = 0; i < names->len; i++)
        g_hash_table_add(regular, names->pdata[i]);
    for (guint i = 0; i < manifest->outputs->len; i++)
        verify_output(chain, run, manifest->outputs->pdata[i], regular);
    verify_nothing_added(chain, run, manifest, names);
    verify_nothing_added(chain, run, manifest, odd);
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
    verify_report(chain->verification, path, problem, verify_from_backup());
}

static void verify_run(const Chain *chain, const char *run)
{
    g_autofree char *folder = runs_folder(chain->dir, run);
    g_autoptr(GError) problem = NULL;
    Manifest *manifest = manifest_read(folder, &problem);
    chain->verification->runs++;
    if (!manifest) {
        verify_report(chain->verification, folder, problem->message, verify_from_backup());
        return;
    }
    g_hash_table_insert(chain->manifests, g_strdup(run), manifest);
    verify_outputs(chain, run, folder, manifest);
    for (guint i = 0; i < manifest->inputs->len; i++)
        verify_input(chain, run, manifest->inputs->pdata[i]);
}

void verify_runs(const SeasonDir *dir, Verification *verification)
{
    g_autoptr(GHashTable) manifests =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)manifest_free);
    g_autoptr(GPtrArray) names = runs_list(dir);
    const Chain chain = {dir, verification, names, manifests};
    for (guint i = 0; i < names->len; i++)
        verify_run(&chain, names->pdata[i]);
    verify_chain(&chain);
}
