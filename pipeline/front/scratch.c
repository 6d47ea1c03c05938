#include "scratch.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "rec_inventory.h"
#include "store.h"

static void set_path(char **path, const char *root, const char *name)
{
    g_free(*path);
    *path = g_build_filename(root, name, NULL);
}

static SeasonDir *builtin_season(GError **error)
{
    SeasonDir *dir = g_new0(SeasonDir, 1);
    dir->lock_fd = -1;
    dir->season_file = file_data_path("rules/season-template.xml");
    dir->season = season_builtin(error);
    if (dir->season)
        return dir;
    seasondir_close(dir);
    return NULL;
}

gboolean scratch_take_blob(const char *from_store, const char *to_store, const char *sha256, GError **error)
{
    g_autofree char *from = store_blob_path(from_store, sha256), *to = store_blob_path(to_store, sha256);
    g_autofree char *folder = g_path_get_dirname(to);
    if (!file_make_folder(folder, error))
        return FALSE;
    if (link(from, to) == 0 || errno == EEXIST)
        return TRUE;
    g_autoptr(GError) problem = NULL;
    if (file_copy(from, to, &problem))
        return TRUE;
    return fault_system(error, 0, tr("无法读取已收材料 %s：%s", "cannot read what was received, %s: %s"), from, problem->message);
}

/* As it stands: whoever reads it will say what is wrong with it. */
static gboolean take_receipt(const char *from_store, const SeasonDir *dir, const char *unit, const char *name, GError **error)
{
    g_autofree char *from = g_build_filename(from_store, "receipts", unit, name, NULL);
    g_autofree char *to = g_build_filename(dir->receipts, unit, name, NULL);
    g_autofree char *folder = g_path_get_dirname(to);
    size_t size;
    g_autofree char *bytes = file_read_whole(from, RECORD_BYTES_MAX, &size, error);
    return bytes && file_make_folder(folder, error) && file_write_whole(to, bytes, size, error);
}

gboolean scratch_take_receipts(SeasonDir *dir, const char *season, const char *unit, GError **error)
{
    g_autofree char *from_store = g_build_filename(season, "store", NULL);
    g_autofree char *folder = g_build_filename(from_store, "receipts", unit, NULL);
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
        return TRUE;
    g_autoptr(GPtrArray) names = file_list_below(folder, error);
    gboolean ok = names != NULL;
    for (guint i = 0; ok && i < names->len; i++)
        ok = take_receipt(from_store, dir, unit, names->pdata[i], error);
    return ok;
}

SeasonDir *scratch_open(const char *season, GError **error)
{
    SeasonDir *dir = season ? seasondir_open(season, error) : builtin_season(error);
    if (!dir)
        return NULL;
    g_autofree char *folder = g_build_filename(g_get_tmp_dir(), "anjuan-check-XXXXXX", NULL);
    if (!g_mkdtemp_full(folder, 0700)) {
        fault_system(error, errno, tr("无法在 %s 建立临时文件夹", "cannot make a temporary folder in %s"), g_get_tmp_dir());
        seasondir_close(dir);
        return NULL;
    }
    file_keep_private(folder);
    dir->held_work = season ? g_canonicalize_filename(dir->work, NULL) : NULL;
    set_path(&dir->root, folder, ".");
    set_path(&dir->store, folder, "store");
    set_path(&dir->receipts, folder, "store/receipts");
    set_path(&dir->work, folder, "work");
    set_path(&dir->results, folder, "results");
    if (file_make_folder(dir->store, error) && file_make_folder(dir->work, error))
        return dir;
    scratch_close(dir);
    return NULL;
}

void scratch_close(SeasonDir *dir)
{
    g_autofree char *folder = g_path_get_dirname(dir->store);
    file_remove_tree(folder, NULL);
    seasondir_close(dir);
}
