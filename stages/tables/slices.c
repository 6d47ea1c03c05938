#include "tables.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "beside.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"

/* Rows by unit id; the rows stay those of the tables. */
static GHashTable *rows_by_unit(const GPtrArray *rows, size_t unit_offset)
{
    GHashTable *groups = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < rows->len; i++) {
        char *unit = *(char **)(gpointer)((char *)rows->pdata[i] + unit_offset);
        GPtrArray *group = g_hash_table_lookup(groups, unit);
        if (!group)
            g_hash_table_insert(groups, unit, group = g_ptr_array_new());
        g_ptr_array_add(group, rows->pdata[i]);
    }
    return groups;
}

#define NEW_SUFFIX ".new"

/* Writes DATA beside PATH, to be renamed when all are there; nothing when PATH holds these bytes already. */
static gboolean slice_put(const char *path, const char *data, size_t size, GPtrArray *changed, GError **error)
{
    g_autofree char *held = NULL, *aside = g_strconcat(path, NEW_SUFFIX, NULL);
    g_autoptr(GError) problem = NULL;
    gsize held_size = 0;
    if (g_file_get_contents(path, &held, &held_size, NULL) && held_size == size && memcmp(held, data, size) == 0)
        return TRUE;
    if (!g_file_set_contents_full(aside, data, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0666, &problem))
        return fault_system(error, 0, tr("无法写入 %s：%s", "cannot write %s: %s"), aside, problem->message);
    g_ptr_array_add(changed, g_strdup(path));
    return TRUE;
}

static gboolean slice_write(const char *folder, Slice *slice, GPtrArray *changed, GError **error)
{
    size_t size;
    g_autofree char *data = record_format(&slice_type, slice, &size);
    g_autofree char *name = g_strconcat(slice->unit->id, ".xml", NULL);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    return slice_put(path, data, size, changed, error);
}

/* One flush for all: thousands of units would otherwise cost thousands of waits for the disk (SPEC 5.4). */
static gboolean slices_publish(const char *folder, const GPtrArray *changed, GError **error)
{
    if (changed->len == 0)
        return TRUE;
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    gboolean whole = fd >= 0 && (file_is_private(folder) || syncfs(fd) == 0);
    for (guint i = 0; whole && i < changed->len; i++) {
        g_autofree char *aside = g_strconcat(changed->pdata[i], NEW_SUFFIX, NULL);
        whole = g_rename(aside, changed->pdata[i]) == 0;
    }
    whole = whole && (file_is_private(folder) || fsync(fd) == 0);
    if (!whole)
        fault_system(error, errno, tr("无法写入文件夹 %s", "cannot write to the folder %s"), folder);
    if (fd >= 0)
        close(fd);
    return whole;
}

/* Slices of units that are no more would be taken for units; half-written ones are of a run that was ended. */
static gboolean strangers_remove(const Tables *tables, const char *folder, GError **error)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < tables->units->len; i++)
        g_hash_table_add(known, g_strconcat(((const UnitRow *)tables->units->pdata[i])->id, ".xml", NULL));
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
        bool slice = g_str_has_suffix(name, ".xml") || g_str_has_suffix(name, ".xml" NEW_SUFFIX);
        if (!slice || g_hash_table_contains(known, name))
            continue;
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_unlink(path) != 0)
            return fault_system(error, errno, tr("无法删除 %s", "cannot remove %s"), path);
    }
    return TRUE;
}

static gboolean slices_write(const Tables *tables, const char *folder, GError **error)
{
    g_autoptr(GHashTable) cases = rows_by_unit(tables->cases, offsetof(CaseRow, unit));
    g_autoptr(GHashTable) bulletins = rows_by_unit(tables->bulletins, offsetof(BulletinRow, unit));
    g_autoptr(GPtrArray) none = g_ptr_array_new(), changed = g_ptr_array_new_with_free_func(g_free);
    bool bulletins_given = tables_has_bulletins(tables);
    for (guint i = 0; i < tables->units->len; i++) {
        UnitRow *unit = tables->units->pdata[i];
        GPtrArray *own_cases = g_hash_table_lookup(cases, unit->id), *own_bulletins = g_hash_table_lookup(bulletins, unit->id);
        Slice slice = {unit, own_cases ? own_cases : none, own_bulletins ? own_bulletins : none, bulletins_given};
        if (!slice_write(folder, &slice, changed, error))
            return FALSE;
    }
    return slices_publish(folder, changed, error) && strangers_remove(tables, folder, error);
}

/* Writes tables.xml beside the slices, which take as long. */
typedef struct {
    const Tables *tables;
    char *path;
    GError *fault;
} Whole;

static gpointer whole_write(gpointer data)
{
    Whole *whole = data;
    return GINT_TO_POINTER(record_write(&tables_type, whole->tables, whole->path, &whole->fault));
}

gboolean tables_write(const Tables *tables, const char *folder, GError **error)
{
    g_autofree char *slices = g_build_filename(folder, "slices", NULL);
    g_autofree char *path = g_build_filename(folder, "tables.xml", NULL);
    if (!file_make_folder(slices, error))
        return FALSE;
    Whole whole = {tables, path, NULL};
    Beside beside = beside_start("tables", whole_write, &whole);
    gboolean ok = slices_write(tables, slices, error);
    bool written = GPOINTER_TO_INT(beside_end(&beside)) != 0;
    if (ok && !written)
        g_propagate_error(error, whole.fault);
    else
        g_clear_error(&whole.fault);
    return ok && written;
}
