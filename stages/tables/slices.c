#include "tables.h"

#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>

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

static gboolean write_if_changed(const char *path, const char *data, size_t size, GError **error)
{
    g_autofree char *held = NULL;
    gsize held_size = 0;
    if (g_file_get_contents(path, &held, &held_size, NULL) && held_size == size && memcmp(held, data, size) == 0)
        return TRUE;
    return file_write_whole(path, data, size, error);
}

static gboolean slice_write(const char *folder, UnitRow *unit, GPtrArray *cases, GPtrArray *bulletins, bool bulletins_given, GError **error)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    Slice slice = { unit, cases ? cases : none, bulletins ? bulletins : none, bulletins_given };
    size_t size;
    g_autofree char *data = record_format(&slice_type, &slice, &size);
    g_autofree char *name = g_strconcat(unit->id, ".xml", NULL);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    return write_if_changed(path, data, size, error);
}

static bool table_given(const Tables *tables, const char *name)
{
    for (guint i = 0; i < tables->sources->len; i++)
        if (strcmp(((const TableSource *)tables->sources->pdata[i])->name, name) == 0)
            return true;
    return false;
}

/* Slices of units that are no more would be taken for units. */
static gboolean strangers_remove(const Tables *tables, const char *folder, GError **error)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < tables->units->len; i++)
        g_hash_table_add(known, g_strconcat(((const UnitRow *)tables->units->pdata[i])->id, ".xml", NULL));
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
        if (!g_str_has_suffix(name, ".xml") || g_hash_table_contains(known, name))
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
    bool bulletins_given = table_given(tables, "bulletins");
    for (guint i = 0; i < tables->units->len; i++) {
        UnitRow *unit = tables->units->pdata[i];
        if (!slice_write(folder, unit, g_hash_table_lookup(cases, unit->id), g_hash_table_lookup(bulletins, unit->id), bulletins_given, error))
            return FALSE;
    }
    return strangers_remove(tables, folder, error);
}

gboolean tables_write(const Tables *tables, const char *folder, GError **error)
{
    g_autofree char *slices = g_build_filename(folder, "slices", NULL);
    g_autofree char *path = g_build_filename(folder, "tables.xml", NULL);
    return file_make_folder(slices, error) && slices_write(tables, slices, error) && record_write(&tables_type, tables, path, error);
}
