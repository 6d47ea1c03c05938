#include "tables.h"

#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "membername.h"
#include "program.h"
#include "tablefile.h"
#include "tablerows.h"
#include "text.h"

typedef struct {
    const char *folder;   /* of the reference tables */
    GPtrArray *names;     /* char *: what lies in it, in natural order */
    TableReader *reader;
    Tables *tables;
} Folder;

static int compare_names(gconstpointer a, gconstpointer b)
{
    return text_compare_natural(*(char *const *)a, *(char *const *)b);
}

/* What editors and systems leave behind is no table and not worth a note. */
static bool is_junk(const char *name)
{
    return name[0] == '.' || membername_is_junk(name);
}

/* The names in a folder; NULL and a fault when it cannot be read. */
static GPtrArray *folder_names(const char *path, GError **error)
{
    errno = 0;
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    if (!dir && (errno == ENOENT || errno == ENOTDIR))
        fault_input(error, FAULT_MISSING, tr("没有基础数据表文件夹 %s；请指定存放 units.csv 等表的文件夹",
                                             "there is no folder %s; name the folder that holds units.csv and the other tables"), path);
    else if (!dir)
        fault_system(error, errno, tr("无法读取文件夹 %s", "cannot read the folder %s"), path);
    if (!dir)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir))
        if (!is_junk(name))
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_names);
    return names;
}

static const char *extension_of(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot ? dot : name + strlen(name);
}

/* True for NAME.csv and its like: the name of the table STEM with the extension of a table, whatever the case.  A printout
 * beside it, cases.pdf, is no second table. */
static bool names_table(const char *name, const char *stem)
{
    size_t size = strlen(stem);
    return g_ascii_strncasecmp(name, stem, size) == 0 && name[size] == '.' && extension_of(name) == name + size &&
           tablefile_format(name) != TABLEFILE_NONE;
}

/* A table in a format that is not read must not pass as a table that is not there. */
static gboolean refuse_format(const char *file, GError **error)
{
    return fault_input(error, FAULT_UNSUPPORTED,
                       tr("%s：只读取 .xlsx 和 .csv；请用表格软件打开它，另存为“Excel 工作簿（.xlsx）”，放回原处并移走原文件",
                          "%s: only .xlsx and .csv are read; open it, save it as \"Excel workbook (.xlsx)\" beside it, and take the original away"),
                       file);
}

static gboolean refuse_two(const char *first, const char *second, GError **error)
{
    return fault_input(error, FAULT_BAD, tr("%s 和 %s 是同一张表的两个文件，无法判断以哪个为准；请移走其中一个",
                                            "%s and %s are two files of one table; take one of them away"), first, second);
}

static TableSource *source_add(Tables *tables, const char *table, const char *file, const void *bytes, size_t size)
{
    char sha256[DIGEST_HEX + 1];
    digest_bytes(bytes, size, sha256);
    made_from_add(tables->made_from, file, sha256);
    TableSource *source = record_add(tables->sources, &table_source_type);
    source->name = g_strdup(table);
    source->file = g_strdup(file);
    source->sha256 = g_strdup(sha256);
    return source;
}

/* Reads FILE (a path below the folder) as rows of the table that the reader has begun. */
static gboolean file_take(Folder *from, const char *table, const char *file, GError **error)
{
    if (tablefile_format(file) != TABLEFILE_READ)
        return refuse_format(file, error);
    size_t size;
    g_autofree char *path = g_build_filename(from->folder, file, NULL);
    g_autofree char *bytes = file_read_whole(path, SHEET_BYTES_MAX, &size, error);
    if (!bytes)
        return FALSE;
    TableSource *source = source_add(from->tables, table, file, bytes, size);
    return tablefile_take(from->reader, file, bytes, size, source, error);
}

/* The file of a table in the folder: *FILE NULL when there is none; false when there are two. */
static gboolean file_find(const Folder *from, const char *table, const char **file, GError **error)
{
    *file = NULL;
    for (guint i = 0; i < from->names->len; i++) {
        const char *name = from->names->pdata[i];
        if (!names_table(name, table))
            continue;
        if (*file)
            return refuse_two(*file, name, error);
        *file = name;
    }
    return TRUE;
}

static void stranger_note(const Folder *from, const char *file)
{
    TableNote *note = record_add(from->tables->notes, &table_note_type);
    note->file = text_display(file);
    note->what = g_strdup("ignored-file");
}

/* The tables that several experts fill in, each in a file of their own. */
static bool has_subfolder(const char *table)
{
    return strcmp(table, "reviews") == 0 || strcmp(table, "candidate_reviews") == 0 || strcmp(table, "legal_reviews") == 0;
}

/* Several experts' files, read as one table. */
static gboolean subfolder_take(Folder *from, const char *table, GError **error)
{
    g_autofree char *path = g_build_filename(from->folder, table, NULL);
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        return TRUE;
    g_autoptr(GPtrArray) names = folder_names(path, error);
    for (guint i = 0; names && i < names->len; i++) {
        const char *name = names->pdata[i], *next = i + 1 < names->len ? names->pdata[i + 1] : "";
        g_autofree char *stem = g_strndup(name, (gsize)(extension_of(name) - name));
        if (names_table(next, stem))
            return refuse_two(name, next, error);
        g_autofree char *file = g_strconcat(table, "/", name, NULL);
        if (tablefile_format(name) == TABLEFILE_NONE)
            stranger_note(from, file);
        else if (!file_take(from, table, file, error))
            return FALSE;
    }
    return names != NULL;
}

static gboolean table_take(Folder *from, const TableKind *kind, GError **error)
{
    const char *file;
    const TableRule *rule = table_rule(from->reader->rules, kind->id);
    table_reader_begin(from->reader, kind);
    if (!file_find(from, kind->id, &file, error))
        return FALSE;
    if (!file && rule->required)
        return fault_input(error, FAULT_MISSING, tr("%s 中没有 %s.csv；请放入这张表（空表由 anjuan init 生成）",
                                                    "%s has no %s.csv; put that table there (anjuan init writes an empty one)"),
                           from->folder, kind->id);
    if (file && !file_take(from, kind->id, file, error))
        return FALSE;
    return !has_subfolder(kind->id) || subfolder_take(from, kind->id, error);
}

static void strangers_note(const Folder *from)
{
    for (guint i = 0; i < from->names->len; i++) {
        const char *name = from->names->pdata[i];
        bool known = has_subfolder(name);
        for (const TableKind *kind = table_kinds; kind->id; kind++)
            known |= names_table(name, kind->id);
        if (!known)
            stranger_note(from, name);
    }
}

/* What the record depends on beside the files: the rules of the headers, the levels of findings, and the season's groups' ids. */
static void rules_note(Tables *tables, const TableRules *rules, const Season *season, const Catalogue *catalogue)
{
    char sha256[DIGEST_HEX + 1];
    record_digest(&table_rules_type, rules, sha256);
    made_from_add(tables->made_from, "rules", sha256);
    catalogue_digest(catalogue, sha256);
    made_from_add(tables->made_from, "catalogue", sha256);
    g_autoptr(GString) groups = g_string_new(NULL);
    for (guint i = 0; i < season->collective->groups->len; i++)
        g_string_append_printf(groups, "%s\n", ((const SeasonGroup *)season->collective->groups->pdata[i])->id);
    digest_bytes(groups->str, groups->len, sha256);
    made_from_add(tables->made_from, "groups", sha256);
}

static gboolean folder_take(Folder *from, GError **error)
{
    for (const TableKind *kind = table_kinds; kind->id; kind++) {
        if (!table_take(from, kind, error))
            return FALSE;
        if (kind == table_kinds && from->tables->units->len == 0)
            return fault_input(error, FAULT_BAD, tr("units.csv 中没有一行可用的单位；请填写单位编号、单位名称和组别",
                                                    "units.csv has no usable row; fill in 单位编号, 单位名称 and 组别"));
    }
    strangers_note(from);
    return TRUE;
}

Tables *tables_read(const char *reference_dir, const Season *season, const char *rules_path, const char *profile_path, GError **error)
{
    g_autoptr(TableRules) rules = table_rules_read(rules_path, error);
    g_autoptr(Catalogue) catalogue = rules ? catalogue_read(NULL, error) : NULL;
    bool levels = catalogue && catalogue_set_levels(catalogue, profile_path, error);
    g_autoptr(GPtrArray) names = levels ? folder_names(reference_dir, error) : NULL;
    if (!names)
        return NULL;
    Tables *tables = record_new(&tables_type);
    tables->program = g_strdup(program_digest);
    rules_note(tables, rules, season, catalogue);
    g_autoptr(TableReader) reader = table_reader_new(rules, season, catalogue, tables);
    Folder from = { reference_dir, names, reader, tables };
    if (folder_take(&from, error))
        return tables;
    record_free(&tables_type, tables);
    return NULL;
}
