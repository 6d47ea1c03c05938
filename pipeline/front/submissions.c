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

/* The unit of which most fits the folded name, *BEST bytes; *SECOND is another of which as much does. */
static const UnitRow *longest_fit(const Tables *tables, const char *folded, size_t *best, const UnitRow **second)
{
    const UnitRow *found = NULL;
    *best = 0;
    *second = NULL;
    for (guint i = 0; i < tables->units->len; i++) {
        const UnitRow *unit = tables->units->pdata[i];
        size_t fit = unit_fit(unit, folded);
        if (fit == 0 || fit < *best)
            continue;
        *second = fit == *best ? found : NULL;
        found = unit;
        *best = fit;
    }
    return found;
}

/* REST without the one of WORDS that it begins with, NULL when it begins with none. */
static const char *behind_any(const char *rest, const char *const *words)
{
    for (; *words; words++)
        if (g_str_has_prefix(rest, *words))
            return rest + strlen(*words);
    return NULL;
}

/* The other unit that REST, what follows UNIT in a folded name, joins to it: 中方县和会同县.  NULL for none. */
static const UnitRow *joined_to(const Tables *tables, const UnitRow *unit, const char *rest)
{
    static const char *const bureaus[] = {"环境保护局", "环保局", "局", NULL},
                             *const joints[] = {"以及", "和", "与", "及", "、", "+", "&", NULL};
    const char *behind = behind_any(rest, bureaus), *joined = behind_any(behind ? behind : rest, joints);
    const UnitRow *second = NULL;
    size_t fit = 0;
    const UnitRow *other = joined ? longest_fit(tables, joined, &fit, &second) : NULL;
    return other != unit ? other : second;
}

const UnitRow *submissions_match(const Tables *tables, const char *name, const UnitRow **second)
{
    g_autofree char *folded = text_fold(name);
    size_t best = 0;
    const UnitRow *found = longest_fit(tables, folded, &best, second);
    if (found && !*second)
        *second = joined_to(tables, found, folded + best);
    return *second ? NULL : found;
}

char *submissions_rivals(const Tables *tables, const char *name)
{
    g_autofree char *folded = text_fold(name);
    g_autoptr(GString) rivals = g_string_new(NULL);
    const UnitRow *second = NULL;
    size_t best = 0;
    const UnitRow *found = longest_fit(tables, folded, &best, &second);
    const UnitRow *joined = found && !second ? joined_to(tables, found, folded + best) : NULL;
    for (guint i = 0; i < tables->units->len; i++) {
        const UnitRow *unit = tables->units->pdata[i];
        if (best > 0 && (unit == joined || unit_fit(unit, folded) == best))
            text_add_line(rivals, unit->name); /* units holds no NULL: NOLINT(clang-analyzer-core.NullDereference) */
    }
    return g_string_free(g_steal_pointer(&rivals), FALSE);
}

const Finding *submissions_lost(const Tables *tables, const char *name)
{
    g_autofree char *folded = text_fold(name);
    for (guint i = 0; i < tables->findings->len; i++) {
        const Finding *finding = tables->findings->pdata[i];
        const char *called = finding_value(finding, "names");
        g_auto(GStrv) names = g_strsplit(called ? called : "", "\n", -1);
        for (char **each = names; *each; each++)
            if (fit_length(folded, *each) > 0)
                return finding;
    }
    return NULL;
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

static Submitted *submitted_new(const char *folder, const char *raw, NameDecoder *decoder,
                                const Tables *tables)
{
    Submitted *self = g_new0(Submitted, 1);
    self->name = name_of_package(decoder, raw);
    self->path = g_build_filename(folder, raw, NULL);
    struct stat info;
    bool known = lstat(self->path, &info) == 0;
    self->folder = known && S_ISDIR(info.st_mode);
    self->special = known && !S_ISDIR(info.st_mode) && !S_ISREG(info.st_mode);
    self->unit = submissions_match(tables, self->name, &self->second);
    /* One package that cannot be walked must not stop the others: without a signature it is read, and judged there. */
    if (!signature_of(self->path, self->signature, &self->newest_ns, &self->size_bytes, NULL))
        self->signature[0] = '\0';
    return self;
}

/* Every byte of RAW that is not plain, as an escape: no two names are the same so. */
static char *escaped_name(const char *raw)
{
    GString *name = g_string_new(NULL);
    for (const unsigned char *byte = (const unsigned char *)raw; *byte; byte++)
        if (g_ascii_isprint((char)*byte) && *byte != '\\')
            g_string_append_c(name, (char)*byte);
        else
            g_string_append_printf(name, "\\x%02X", *byte);
    return g_string_free(name, FALSE);
}

/* Of packages with one name, say in two encodings, those keep it that have it on the disk. */
static void part_names(const GPtrArray *list)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) shared = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < list->len; i++) {
        Submitted *self = list->pdata[i];
        if (!g_hash_table_add(seen, g_strdup(self->name)))
            g_hash_table_add(shared, g_strdup(self->name));
    }
    for (guint i = 0; i < list->len; i++) {
        Submitted *self = list->pdata[i];
        g_autofree char *raw = g_path_get_basename(self->path);
        if (!g_hash_table_contains(shared, self->name) || strcmp(raw, self->name) == 0)
            continue;
        g_free(self->name);
        self->name = escaped_name(raw);
    }
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
    g_autoptr(NameDecoder) decoder = name_decoder_new();
    for (const char *name; (name = g_dir_read_name(open_folder));) {
        if (is_ignored(name))
            continue;
        g_ptr_array_add(list, submitted_new(folder, name, decoder, tables));
    }
    if (list->len == 0) {
        fault_system(error, 0, tr("报送文件夹 %s 是空的；若确无单位报送，请放入任一材料后再运行", "the submissions folder %s is empty; is the right drive mounted?"), folder);
        return NULL;
    }
    part_names(list);
    g_ptr_array_sort(list, compare_submitted);
    return g_steal_pointer(&list);
}

bool submissions_has(const char *folder, const char *name)
{
    g_autoptr(GDir) open_folder = g_dir_open(folder, 0, NULL);
    g_autoptr(NameDecoder) decoder = name_decoder_new();
    bool found = false;
    for (const char *raw; open_folder && !found && (raw = g_dir_read_name(open_folder));) {
        g_autofree char *one = name_of_package(decoder, raw), *escaped = escaped_name(raw);
        found = strcmp(one, name) == 0 || strcmp(escaped, name) == 0;
    }
    return found;
}

char *submissions_name(const char *path)
{
    g_autoptr(NameDecoder) decoder = name_decoder_new();
    g_autofree char *raw = g_path_get_basename(path);
    return name_of_package(decoder, raw);
}

GPtrArray *submissions_given(char **paths, const Tables *tables, const UnitRow *unit, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)submitted_free);
    g_autoptr(NameDecoder) decoder = name_decoder_new();
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
        Submitted *one = submitted_new(folder, name, decoder, tables);
        if (unit)
            one->unit = unit;
        g_ptr_array_add(list, one);
    }
    part_names(list);
    return g_steal_pointer(&list);
}
