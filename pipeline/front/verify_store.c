#include "verify.h"

#include <stdio.h>
#include <string.h>

#include "digest.h"
#include "fileio.h"
#include "lang.h"
#include "rec_inventory.h"
#include "store.h"
#include "submissions.h"
#include "text.h"

void verify_report(Verification *verification, const char *path, const char *problem, const char *remedy)
{
    g_autofree char *shown = text_display(path);
    printf(tr("%s\n    问题：%s\n", "%s\n    problem: %s\n"), shown, problem);
    if (remedy)
        printf(tr("    处理：%s\n", "    to do:   %s\n"), remedy);
    verification->bad++;
}

const char *verify_from_backup(void)
{
    return tr("从备份恢复；在此之前不要把这次结果当作依据",
              "restore it from a backup, and do not rely on this run before");
}

/* Where a blob came from. */
typedef struct {
    char *unit, *package, *path;
    int64_t size_bytes;
} Origin;

static void origin_free(gpointer data)
{
    Origin *origin = data;
    g_free(origin->unit);
    g_free(origin->package);
    g_free(origin->path);
    g_free(origin);
}

static void note_origins(GHashTable *origins, const char *unit, const Package *package)
{
    for (guint i = 0; i < package->members->len; i++) {
        const Member *member = package->members->pdata[i];
        if (!member->sha256)
            continue;
        Origin *origin = g_new0(Origin, 1);
        origin->unit = g_strdup(unit);
        origin->package = g_strdup(package->name);
        origin->path = g_strdup(member->path);
        origin->size_bytes = member->size_bytes;
        g_hash_table_replace(origins, g_strdup(member->sha256), origin); /* the newest package is the likeliest to be there still */
    }
}

static void note_withdrawn(Verification *verification, const char *unit, const Receipt *receipt)
{
    int count = GPOINTER_TO_INT(g_hash_table_lookup(verification->withdrawn, unit)) + receipt->withdrawn;
    g_hash_table_insert(verification->withdrawn, g_strdup(unit), GINT_TO_POINTER(count));
}

static gboolean read_receipts(const SeasonDir *dir, Verification *verification, GHashTable *origins, GError **error)
{
    if (!g_file_test(dir->receipts, G_FILE_TEST_IS_DIR))
        return TRUE;
    g_autoptr(GPtrArray) names = file_list_below(dir->receipts, error);
    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *path = g_build_filename(dir->receipts, names->pdata[i], NULL), *unit = g_path_get_dirname(names->pdata[i]);
        g_autoptr(GError) problem = NULL;
        Receipt *receipt = record_read(&receipt_type, path, &problem);
        verification->receipts++;
        if (receipt) {
            note_origins(origins, unit, receipt->package);
            note_withdrawn(verification, unit, receipt);
        } else
            verify_report(verification, path, problem->message, tr("收件记录已损坏，请从备份恢复", "the receipt is damaged: restore it from a backup"));
        record_free(&receipt_type, receipt);
    }
    return names != NULL;
}

/* How a blob is healed: from the package where that still lies there, else from a backup.  Caller frees. */
static char *heal_words(const SeasonDir *dir, const Origin *origin)
{
    if (origin && submissions_has(dir->submissions, origin->package))
        return g_strdup_printf(tr("材料包还在 submissions/ 中，运行 anjuan run --rehash %s 即从中重新存入；之后再核对一次",
                                  "the package still lies in submissions/: anjuan run --rehash %s puts it into the store again; verify afterwards"), dir->root);
    if (!origin)
        return g_strdup_printf(
            tr("从备份恢复；如果是仍未改动的 season.xml 或数据表，运行 anjuan run --rehash %s 即重新存入",
               "restore it from a backup; a season.xml or table that is still the same is put into the store "
               "again by: anjuan run --rehash %s"),
            dir->root);
    return g_strdup(tr("从备份恢复这个文件；没有备份的，请单位重新报送同一材料包，再运行 anjuan run --rehash",
                       "restore this file from a backup; without one, have the unit hand in the same package again and run: anjuan run --rehash"));
}

static char *what_words(const Origin *origin, const char *what)
{
    if (!origin)
        return g_strdup(what);
    g_autofree char *path = text_display(origin->path), *package = text_display(origin->package);
    return g_strdup_printf(tr("%s；它是 %s 的材料包 %s 中的 %s", "%s; it is, of %s, in package %s: %s"), what, origin->unit, package, path);
}

static void report_blob(const SeasonDir *dir, Verification *verification, const char *path, const Origin *origin, const char *what)
{
    g_autofree char *problem = what_words(origin, what), *remedy = heal_words(dir, origin);
    verify_report(verification, path, problem, remedy);
}

/* What is wrong with the blob at PATH, or NULL; a sector that cannot be read costs that blob alone.  Caller
 * frees. */
static char *blob_problem(const char *path, const char *expected)
{
    char hex[DIGEST_HEX + 1];
    g_autoptr(GError) unreadable = NULL;
    if (!digest_file(path, hex, &unreadable))
        return g_strdup(unreadable->message);
    if (strcmp(hex, expected) == 0)
        return NULL;
    return g_strdup_printf(tr("内容的 SHA-256 应与文件名相同，现为 %.16s…：已损坏或被改动",
                              "its SHA-256 should be its name but is %.16s...: damaged or changed"),
                           hex);
}

/* NAME is "ab/cdef…", its blob's digest but for the slash; ODD: it is no regular file. */
static void verify_blob(const SeasonDir *dir, Verification *verification, GHashTable *origins,
                        const char *name, bool odd)
{
    g_autofree char *path = g_build_filename(dir->store, "sha256", name, NULL);
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    g_autofree char *expected = g_strjoinv("", parts);
    verification->blobs++;
    g_autofree char *what =
        odd ? g_strdup(tr("不是普通文件，而是链接或特殊文件", "no regular file but a link or special file"))
            : blob_problem(path, expected);
    if (!what) {
        g_hash_table_add(verification->sound, g_steal_pointer(&expected));
        return;
    }
    report_blob(dir, verification, path, g_hash_table_lookup(origins, expected), what);
    g_hash_table_remove(origins, expected); /* it is told */
}

static gboolean verify_blobs(const SeasonDir *dir, Verification *verification, GHashTable *origins, GError **error)
{
    g_autofree char *folder = g_build_filename(dir->store, "sha256", NULL);
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
        return TRUE;
    g_autoptr(GPtrArray) names = file_list_below(folder, error),
                         odd = names ? file_list_odd_below(folder, error) : NULL;
    for (guint i = 0; odd && i < names->len; i++)
        verify_blob(dir, verification, origins, names->pdata[i], false);
    for (guint i = 0; odd && i < odd->len; i++)
        verify_blob(dir, verification, origins, odd->pdata[i], true);
    return odd != NULL;
}

static void verify_presence(const SeasonDir *dir, Verification *verification, GHashTable *origins)
{
    g_autoptr(GList) digests = g_list_sort(g_hash_table_get_keys(origins), (GCompareFunc)strcmp);
    for (GList *one = digests; one; one = one->next) {
        if (g_hash_table_contains(verification->sound, one->data))
            continue;
        g_autofree char *path = store_blob_path(dir->store, one->data);
        report_blob(dir, verification, path, g_hash_table_lookup(origins, one->data), tr("收件记录中有，库中已没有", "named in a receipt, but not in the store"));
    }
}

gboolean verify_store(const SeasonDir *dir, Verification *verification, GError **error)
{
    g_autoptr(GHashTable) origins = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, origin_free);
    if (!read_receipts(dir, verification, origins, error) || !verify_blobs(dir, verification, origins, error))
        return FALSE;
    verify_presence(dir, verification, origins);
    return TRUE;
}
