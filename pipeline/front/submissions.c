#include "submissions.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fault.h"
#include "lang.h"
#include "membername.h"
#include "runstate.h"
#include "text.h"

static void submitted_free(Submitted *self)
{
    g_free(self->name);
    g_free(self->path);
    g_free(self);
}

static size_t fit_length(const char *folded_name, const char *candidate)
{
    g_autofree char *folded = text_fold(candidate);
    return folded[0] != '\0' && g_str_has_prefix(folded_name, folded) ? strlen(folded) : 0;
}

/* How many bytes of the folded name the unit's longest fitting id, name or alias takes. */
static size_t unit_fit(const UnitRow *unit, const char *folded_name)
{
    size_t best = MAX(fit_length(folded_name, unit->id), fit_length(folded_name, unit->name));
    for (guint i = 0; i < unit->aliases->len; i++)
        best = MAX(best, fit_length(folded_name, unit->aliases->pdata[i]));
    return best;
}

const UnitRow *submissions_match(const Tables *tables, const char *name, const UnitRow **second)
{
    g_autofree char *folded = text_fold(name);
    const UnitRow *found = NULL;
    size_t best = 0;
    *second = NULL;
    for (guint i = 0; i < tables->units->len; i++) {
        const UnitRow *unit = tables->units->pdata[i];
        size_t fit = unit_fit(unit, folded);
        if (fit == 0 || fit < best)
            continue;
        *second = fit == best ? found : NULL;
        found = unit;
        best = fit;
    }
    return *second ? NULL : found;
}

char *submissions_rivals(const Tables *tables, const char *name)
{
    g_autofree char *folded = text_fold(name);
    g_autoptr(GString) rivals = g_string_new(NULL);
    size_t best = 0;
    for (guint i = 0; i < tables->units->len; i++)
        best = MAX(best, unit_fit(tables->units->pdata[i], folded));
    for (guint i = 0; i < tables->units->len; i++) {
        const UnitRow *unit = tables->units->pdata[i];
        if (best > 0 && unit_fit(unit, folded) == best)
            g_string_append_printf(rivals, "%s%s", rivals->len ? "\n" : "", unit->name);
    }
    return g_string_free(g_steal_pointer(&rivals), FALSE);
}

const UnitRow *submissions_unit(const Tables *tables, const char *text)
{
    for (guint i = 0; i < tables->units->len; i++) {
        const UnitRow *unit = tables->units->pdata[i];
        if (text_same(unit->id, text) || text_same(unit->name, text))
            return unit;
        for (guint j = 0; j < unit->aliases->len; j++)
            if (text_same(unit->aliases->pdata[j], text))
                return unit;
    }
    return NULL;
}

static bool is_ignored(const char *name)
{
    return name[0] == '.' || membername_is_junk(name);
}

static int compare_submitted(gconstpointer a, gconstpointer b)
{
    return text_compare_natural((*(Submitted *const *)a)->name, (*(Submitted *const *)b)->name);
}

static Submitted *submitted_new(const char *folder, const char *name, const Tables *tables)
{
    Submitted *self = g_new0(Submitted, 1);
    self->name = g_strdup(name);
    self->path = g_build_filename(folder, name, NULL);
    struct stat info;
    bool known = lstat(self->path, &info) == 0;
    self->folder = known && S_ISDIR(info.st_mode);
    self->special = known && !S_ISDIR(info.st_mode) && !S_ISREG(info.st_mode);
    self->unit = submissions_match(tables, name, &self->second);
    /* One package that cannot be walked must not stop the others: without a signature it is read, and judged there. */
    if (!signature_of(self->path, self->signature, &self->newest_ns, &self->size_bytes, NULL))
        self->signature[0] = '\0';
    return self;
}

GPtrArray *submissions_list(const char *folder, const Tables *tables, GError **error)
{
    g_autoptr(GError) problem = NULL;
    g_autoptr(GDir) open_folder = g_dir_open(folder, 0, &problem);
    if (!open_folder) {
        fault_system(error, 0, tr("无法读取报送文件夹 %s：%s。请检查磁盘或网络驱动器", "cannot read the submissions folder %s: %s; check the disk or network drive"),
                     folder, problem->message);
        return NULL;
    }
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)submitted_free);
    for (const char *name; (name = g_dir_read_name(open_folder));) {
        if (is_ignored(name))
            continue;
        g_ptr_array_add(list, submitted_new(folder, name, tables));
    }
    if (list->len == 0) {
        fault_system(error, 0, tr("报送文件夹 %s 是空的；若确无单位报送，请放入任一材料后再运行", "the submissions folder %s is empty; is the right drive mounted?"), folder);
        return NULL;
    }
    g_ptr_array_sort(list, compare_submitted);
    return g_steal_pointer(&list);
}

GPtrArray *submissions_given(char **paths, const Tables *tables, const UnitRow *unit, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)submitted_free);
    for (; *paths; paths++) {
        if (!g_file_test(*paths, G_FILE_TEST_EXISTS)) {
            fault_input(error, FAULT_MISSING, tr("没有找到材料包 %s，请检查路径", "there is no package %s; check the path"), *paths);
            return NULL;
        }
        char *real = realpath(*paths, NULL); /* who names a link means what it leads to */
        bool regular = real && (g_file_test(real, G_FILE_TEST_IS_DIR) || g_file_test(real, G_FILE_TEST_IS_REGULAR));
        if (!regular) {
            free(real);
            fault_input(error, FAULT_BAD, tr("%s 不是材料包；材料包应为文件夹或 ZIP", "%s is no package; a package is a folder or a ZIP"), *paths);
            return NULL;
        }
        g_autofree char *folder = g_path_get_dirname(real), *name = g_path_get_basename(real);
        free(real);
        Submitted *one = submitted_new(folder, name, tables);
        if (unit)
            one->unit = unit;
        g_ptr_array_add(list, one);
    }
    return g_steal_pointer(&list);
}
