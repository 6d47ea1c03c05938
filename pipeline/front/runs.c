#include "runs.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "digest.h"
#include "fault.h"
#include "lang.h"
#include "manifest.h"
#include "text.h"

enum { SHOWN_RUNS = 5 }; /* of a long list, in a message */

static int compare_names(gconstpointer a, gconstpointer b)
{
    return text_compare_natural(*(char *const *)a, *(char *const *)b);
}

GPtrArray *runs_list(const SeasonDir *dir)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) folder = g_dir_open(dir->results, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder));) {
        g_autofree char *path = runs_folder(dir, name);
        if (g_ascii_isdigit(name[0]) && g_file_test(path, G_FILE_TEST_IS_DIR))
            g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_sort(names, compare_names);
    return names;
}

char *runs_folder(const SeasonDir *dir, const char *name)
{
    return g_build_filename(dir->results, name, NULL);
}

gboolean runs_digest(const SeasonDir *dir, const char *name, char hex[65], GError **error)
{
    g_autofree char *path = g_build_filename(dir->results, name, "manifest.xml", NULL);
    return digest_file(path, hex, error);
}

/* ---- links ---- */

char *runs_pointed(const SeasonDir *dir, const char *link)
{
    g_autofree char *path = g_build_filename(dir->results, link, NULL);
    g_autofree char *name = g_file_read_link(path, NULL);
    g_autofree char *folder = name ? runs_folder(dir, name) : NULL;
    return folder && g_file_test(folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer(&name) : NULL;
}

gboolean runs_point(const SeasonDir *dir, const char *link, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(dir->results, link, NULL);
    g_autofree char *aside = g_strdup_printf("%s/.%s", dir->results, link);
    unlink(aside);
    if (symlink(name, aside) != 0 || rename(aside, path) != 0)
        return fault_system(error, errno, tr("无法更新 %s", "cannot update %s"), path);
    return TRUE;
}

/* Follows the chain on from *NEWEST; a run that was sealed becomes *OFFICIAL.  What came before *NEWEST is not looked at. */
static void follow(const SeasonDir *dir, const GPtrArray *names, char **newest, char **official)
{
    for (guint i = 0; i < names->len; i++) {
        int order = *newest ? compare_names(&names->pdata[i], newest) : 1;
        g_autofree char *folder = runs_folder(dir, names->pdata[i]);
        g_autoptr(Manifest) manifest = order < 0 ? NULL : manifest_read(folder, NULL);
        if (!manifest || (order > 0 && g_strcmp0(manifest->previous, *newest) != 0))
            continue;
        g_free(*newest);
        *newest = g_strdup(names->pdata[i]);
        if (manifest->seal) {
            g_free(*official);
            *official = g_strdup(names->pdata[i]);
        }
    }
}

static gboolean point_anew(const SeasonDir *dir, const char *link, const char *before, const char *name, GError **error)
{
    return !name || g_strcmp0(before, name) == 0 || runs_point(dir, link, name, error);
}

gboolean runs_complete(const SeasonDir *dir, GError **error)
{
    g_autoptr(GPtrArray) names = runs_list(dir);
    g_autofree char *latest = runs_pointed(dir, "latest"), *official = runs_pointed(dir, "official");
    g_autofree char *newest = g_strdup(latest), *sealed = NULL;

    follow(dir, names, &newest, &sealed);
    return point_anew(dir, "latest", latest, newest, error) && point_anew(dir, "official", official, sealed, error);
}

Tables *runs_tables(const SeasonDir *dir, GError **error)
{
    g_autofree char *held = g_build_filename(dir->work, "tables", "tables.xml", NULL);
    g_autofree char *published = g_build_filename(dir->results, "latest", "tables.xml", NULL);
    if (g_file_test(held, G_FILE_TEST_EXISTS))
        return record_read(&tables_type, held, error);
    if (g_file_test(published, G_FILE_TEST_EXISTS))
        return record_read(&tables_type, published, error);
    fault_input(error, FAULT_MISSING, tr("%s 还没有运行过；请先运行 anjuan run %s", "%s was never run; first: anjuan run %s"), dir->root, dir->root);
    return NULL;
}

/* ---- finding one ---- */

static char *names_text(const GPtrArray *names)
{
    g_autoptr(GString) text = g_string_new(NULL);
    guint from = names->len > SHOWN_RUNS ? names->len - SHOWN_RUNS : 0;
    for (guint i = from; i < names->len; i++)
        g_string_append_printf(text, "%s%s", i > from ? tr("、", ", ") : "", (const char *)names->pdata[i]);
    if (from > 0)
        g_string_append_printf(text, tr("（最近%d次，共%u次）", " (the last %d of %u)"), SHOWN_RUNS, names->len);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static gboolean refuse_run(const SeasonDir *dir, const GPtrArray *names, const char *text, GError **error)
{
    g_autofree char *all = names_text(names);
    if (names->len == 0)
        return fault_input(error, FAULT_MISSING, tr("%s 还没有发布过结果；请先运行 anjuan run %s", "%s has no results yet; first: anjuan run %s"), dir->root,
                           dir->root);
    if (strcmp(text, "official") == 0)
        return fault_input(error, FAULT_USAGE, tr("还没有审定任何一次结果；审定用 anjuan seal %s 结果名 --note 说明", "no run is sealed yet; to seal one: anjuan seal %s RUN --note TEXT"),
                           dir->root);
    return fault_input(error, FAULT_USAGE, tr("没有名为“%s”的结果；现有：%s", "there is no run '%s'; there are: %s"), text, all);
}

char *runs_find(const SeasonDir *dir, const char *text, GError **error)
{
    g_autoptr(GPtrArray) names = runs_list(dir), fitting = g_ptr_array_new();
    g_autofree char *bare = g_path_get_basename(text); /* results/20161128T020000Z/ is as good */
    char *pointed = strcmp(bare, "latest") == 0 || strcmp(bare, "official") == 0 ? runs_pointed(dir, bare) : NULL;
    if (pointed)
        return pointed;
    for (guint i = 0; i < names->len; i++) {
        if (strcmp(names->pdata[i], bare) == 0)
            return g_strdup(bare);
        if (g_str_has_prefix(names->pdata[i], bare))
            g_ptr_array_add(fitting, names->pdata[i]);
    }
    if (fitting->len == 1)
        return g_strdup(fitting->pdata[0]);
    if (fitting->len == 0) {
        refuse_run(dir, names, bare, error);
        return NULL;
    }
    g_autofree char *which = names_text(fitting);
    fault_input(error, FAULT_USAGE, tr("“%s”可指%u次结果，请写全：%s", "'%s' may be any of %u runs, write more of the name: %s"), bare, fitting->len, which);
    return NULL;
}
