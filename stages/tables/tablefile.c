#include "tablefile.h"

#include <string.h>

#include "fault.h"
#include "filetype.h"
#include "lang.h"
#include "xlsx.h"

static bool has_extension(const char *file, const char *extension)
{
    const char *dot = strrchr(file, '.');
    return dot && g_ascii_strcasecmp(dot, extension) == 0;
}

TableFileFormat tablefile_format(const char *file)
{
    static const char *const refused[] = { ".xls",  ".xlsm",    ".xlsb", ".xltx", ".et",  ".ett", ".ods",
                                           ".fods", ".numbers", ".tsv",  ".tab",  ".txt", ".dbf", ".mdb" };
    if (has_extension(file, ".csv") || has_extension(file, ".xlsx"))
        return TABLEFILE_READ;
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
        if (has_extension(file, refused[i]))
            return TABLEFILE_REFUSED;
    return TABLEFILE_NONE;
}

/* A worksheet that has the header of the table. */
typedef struct {
    const Sheet *sheet;
    bool rows;
} Choice;

static bool is_better(const Choice *a, const Choice *b)
{
    return a->rows != b->rows ? a->rows : !a->sheet->hidden && b->sheet->hidden;
}

static gboolean refuse_two(const Choice *first, const Choice *second, GError **error)
{
    return fault_input(
        error, FAULT_BAD,
        tr("%s：工作表“%s”和“%s”都有这张表的表头，无法判断以哪个为准；请只保留一个，或合并到一个工作表",
           "%s: the sheets \"%s\" and \"%s\" both have the header of this table; keep one of them, or join them in one"),
        first->sheet->file, first->sheet->name, second->sheet->name);
}

/* Which sheet is the table.  NULL and a fault: that of the sheet that came nearest to having a header, or that two have it. */
static const Sheet *sheet_choose(const TableReader *reader, const Xlsx *xlsx, GError **error)
{
    Choice best = { 0 }, second = { 0 };
    g_autoptr(GError) fault = NULL;
    guint nearest = 0;
    for (guint i = 0; i < xlsx->sheets->len; i++) {
        Choice choice = { .sheet = xlsx->sheets->pdata[i] };
        TableHeader header;
        g_autoptr(GError) missing = NULL;
        if (table_header_find(reader->rules, reader->table, choice.sheet, &header, NULL, &missing)) {
            choice.rows = choice.sheet->rows->len > header.last + 1;
            if (!best.sheet || is_better(&choice, &best))
                best = choice, second = (Choice){ 0 };
            else if (!is_better(&best, &choice))
                second = choice;
        } else if (!fault || header.found > nearest) {
            nearest = header.found;
            g_clear_error(&fault);
            fault = g_steal_pointer(&missing);
        }
    }
    if (second.sheet)
        refuse_two(&best, &second, error);
    else if (!best.sheet)
        g_propagate_error(error, g_steal_pointer(&fault));
    return second.sheet ? NULL : best.sheet;
}

static void others_note(TableReader *reader, const Xlsx *xlsx, const Sheet *used)
{
    for (guint i = 0; i < xlsx->sheets->len; i++)
        if (xlsx->sheets->pdata[i] != used)
            table_note_add(reader, used, "ignored-sheet", ((const Sheet *)xlsx->sheets->pdata[i])->name);
}

static gboolean workbook_take(TableReader *reader, const char *file, const void *bytes, size_t size,
                              TableSource *source, GError **error)
{
    g_autoptr(Xlsx) xlsx = xlsx_read(file, bytes, size, SHEET_BYTES_MAX, error);
    if (!xlsx)
        return FALSE;
    if (xlsx->sheets->len == 0)
        return fault_input(
            error, FAULT_BAD,
            tr("%s：工作簿是空的；没有数据的表也应有表头（见 anjuan init 生成的空表）",
               "%s: the workbook is empty; a table without rows still needs its header (see the empty tables that anjuan init writes)"),
            file);
    const Sheet *sheet = sheet_choose(reader, xlsx, error);
    if (!sheet)
        return FALSE;
    others_note(reader, xlsx, sheet);
    return table_rows_read(reader, sheet, &source->rows, error);
}

/* A file that was only renamed. */
static bool is_binary(const void *bytes, size_t size)
{
    FileType type = filetype_of_head(bytes, MIN(size, FILETYPE_HEAD_BYTES), size);
    return type != FILETYPE_TEXT && type != FILETYPE_EMPTY && type != FILETYPE_UNKNOWN && type != FILETYPE_HTML &&
           type != FILETYPE_XML;
}

gboolean tablefile_take(TableReader *reader, const char *file, const void *bytes, size_t size, TableSource *source,
                        GError **error)
{
    if (has_extension(file, ".xlsx"))
        return workbook_take(reader, file, bytes, size, source, error);
    if (is_binary(bytes, size))
        return fault_input(
            error, FAULT_UNSUPPORTED,
            tr("%s：内容不是CSV文本；如是工作簿，请用表格软件打开，另存为“Excel 工作簿（.xlsx）”并移走本文件",
               "%s: it is no CSV text; if it is a workbook, open it, save it as \"Excel workbook (.xlsx)\" and take this file away"),
            file);
    g_autoptr(Sheet) sheet = sheet_from_csv(file, bytes, size, error);
    if (!sheet)
        return FALSE;
    source->encoding = g_strdup(sheet->encoding);
    return table_rows_read(reader, sheet, &source->rows, error);
}
