#include "xlsx.h"

#include <string.h>

#include "csv.h"
#include "fault.h"
#include "filetype.h"
#include "lang.h"
#include "opc.h"
#include "xlsx_parts.h"

enum { SHEETS_MAX = 1000, BYTES_PER_CELL = 32 /* no cell with a value takes fewer in its part */ };

/* A worksheet as the workbook names it. */
typedef struct {
    char *name, *part;
    bool hidden;
} Listed;

static void listed_clear(gpointer data)
{
    Listed *listed = data;
    g_free(listed->name);
    g_free(listed->part);
}

bool xlsx_is_main(const char *ns)
{
    return strcmp(ns, "http://schemas.openxmlformats.org/spreadsheetml/2006/main") == 0 ||
           strcmp(ns, "http://purl.oclc.org/ooxml/spreadsheetml/main") == 0;
}

/* ---- texts --------------------------------------------------------------------------------------------------- */

gboolean xlsx_read_text(XmlReader *reader, GString *out, GError **error)
{
    int depth = xml_reader_depth(reader), phonetic = -1;
    bool in_text = false;
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE) {
        int at = event == XML_TEXT ? 0 : xml_reader_depth(reader);
        if (event == XML_TEXT) {
            if (in_text)
                g_string_append(out, xml_reader_text(reader));
        } else if (event == XML_END && at == depth) {
            return TRUE;
        } else if (event == XML_END) {
            in_text = false;
            if (at == phonetic)
                phonetic = -1;
        } else if (phonetic < 0) {
            in_text = strcmp(xml_reader_name(reader), "t") == 0;
            if (strcmp(xml_reader_name(reader), "rPh") == 0)
                phonetic = at;
        }
    }
    return FALSE;
}

static gboolean read_shared(XlsxBook *book, XmlReader *reader, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE) {
        if (event != XML_START || xml_reader_depth(reader) != 1 || strcmp(xml_reader_name(reader), "si") != 0)
            continue;
        g_string_truncate(text, 0);
        if (!xlsx_read_text(reader, text, error))
            return FALSE;
        xlsx_unescape(text);
        g_ptr_array_add(book->shared,
                        (gpointer)csv_text_bare(g_string_chunk_insert_len(book->texts, text->str, (gssize)text->len)));
    }
    return event == XML_DONE;
}

/* ---- workbook ------------------------------------------------------------------------------------------------ */

static bool is_true(const char *value)
{
    return g_strcmp0(value, "1") == 0 || g_strcmp0(value, "true") == 0;
}

/* A sheet of the workbook, when it is a worksheet (a chart on a sheet of its own is none). */
static void sheet_list(const XmlReader *reader, const GPtrArray *relations, GArray *sheets)
{
    const char *id = xml_reader_attribute(reader, NULL, "id"), *name = xml_reader_attribute(reader, "", "name");
    const char *state = xml_reader_attribute(reader, "", "state");
    for (guint i = 0; id && i < relations->len && sheets->len < SHEETS_MAX; i++) {
        const OpcRelation *relation = relations->pdata[i];
        if (strcmp(relation->id, id) != 0 || strcmp(relation->kind, "worksheet") != 0)
            continue;
        Listed listed = { g_strdup(name ? name : ""), g_strdup(relation->target),
                          state && strcmp(state, "visible") != 0 };
        g_array_append_val(sheets, listed);
        return;
    }
}

static gboolean read_workbook(XlsxBook *book, XmlReader *reader, const GPtrArray *relations, GArray *sheets,
                              GError **error)
{
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE) {
        if (event != XML_START)
            continue;
        const char *name = xml_reader_name(reader);
        int depth = xml_reader_depth(reader);
        if (depth == 0 && !xlsx_is_main(xml_reader_namespace(reader)))
            return fault_input(error, FAULT_UNSUPPORTED, tr("不是 Excel 工作簿", "no Excel workbook"));
        if (depth == 1 && strcmp(name, "workbookPr") == 0)
            book->from_1904 = is_true(xml_reader_attribute(reader, "", "date1904"));
        else if (depth == 1 && strcmp(name, "calcPr") == 0)
            book->recalculate = is_true(xml_reader_attribute(reader, "", "fullCalcOnLoad"));
        else if (depth == 2 && strcmp(name, "sheet") == 0)
            sheet_list(reader, relations, sheets);
    }
    return event == XML_DONE;
}

/* ---- package ------------------------------------------------------------------------------------------------- */

/* A reader of the part NAME, over *BYTES; NULL without a fault when there is none. */
static XmlReader *part_reader(OpcPackage *package, const char *name, uint8_t **bytes, GError **error)
{
    size_t size = 0;
    *bytes = name ? opc_part(package, name, &size, error) : NULL;
    return *bytes ? xml_reader_new(*bytes, size, name) : NULL;
}

typedef gboolean (*PartFunc)(XlsxBook *, XmlReader *, GError **);

/* Reads a part that a workbook may go without. */
static gboolean read_optional(OpcPackage *package, XlsxBook *book, const char *name, PartFunc read, GError **error)
{
    GError *fault = NULL;
    g_autofree uint8_t *bytes = NULL;
    g_autoptr(XmlReader) reader = part_reader(package, name, &bytes, &fault);
    if (fault) {
        g_propagate_error(error, fault);
        return FALSE;
    }
    return !reader || read(book, reader, error);
}

static gboolean part_missing(const char *name, GError **error)
{
    return fault_input(error, FAULT_DAMAGED, tr("文件不完整，缺少 %s", "the file is incomplete, %s is missing"), name);
}

static gboolean read_listed(OpcPackage *package, XlsxBook *book, const Listed *listed, Xlsx *xlsx, GError **error)
{
    GError *fault = NULL;
    g_autofree uint8_t *bytes = NULL;
    g_autoptr(XmlReader) reader = part_reader(package, listed->part, &bytes, &fault);
    if (!reader && !fault)
        return part_missing(listed->part, error);
    if (!reader) {
        g_propagate_error(error, fault);
        return FALSE;
    }
    g_autoptr(Sheet) sheet = sheet_new(book->file, listed->name);
    sheet->hidden = listed->hidden;
    if (!xlsx_read_sheet(book, sheet, reader, error))
        return FALSE;
    if (sheet->rows->len > 0)
        g_ptr_array_add(xlsx->sheets, g_steal_pointer(&sheet));
    return TRUE;
}

static gboolean read_sheets(OpcPackage *package, XlsxBook *book, const GArray *sheets, Xlsx *xlsx, GError **error)
{
    for (guint i = 0; i < sheets->len; i++)
        if (!read_listed(package, book, &g_array_index(sheets, Listed, i), xlsx, error))
            return FALSE;
    if (xlsx->sheets->len == 1) /* its name says nothing that the file's does not */
        g_clear_pointer(&((Sheet *)xlsx->sheets->pdata[0])->name, g_free);
    return TRUE;
}

static gboolean read_package(OpcPackage *package, XlsxBook *book, GArray *sheets, Xlsx *xlsx, GError **error)
{
    g_autoptr(GPtrArray) roots = opc_relations(package, "", error);
    const char *main_part = roots ? opc_find(roots, "officeDocument") : NULL;
    if (roots && (!main_part || g_str_has_suffix(main_part, ".bin")))
        fault_input(error, FAULT_UNSUPPORTED,
                    tr("不是 XLSX 工作簿；请用表格软件打开，另存为“Excel 工作簿（.xlsx）”",
                       "no XLSX workbook; open it in a spreadsheet program and save it as \"Excel workbook (.xlsx)\""));
    if (!main_part || g_str_has_suffix(main_part, ".bin"))
        return FALSE;
    g_autoptr(GPtrArray) relations = opc_relations(package, main_part, error);
    GError *fault = NULL;
    g_autofree uint8_t *bytes = NULL;
    g_autoptr(XmlReader) reader = relations ? part_reader(package, main_part, &bytes, &fault) : NULL;
    if (fault)
        g_propagate_error(error, fault);
    else if (relations && !reader)
        part_missing(main_part, error);
    return reader && read_workbook(book, reader, relations, sheets, error) &&
           read_optional(package, book, opc_find(relations, "styles"), xlsx_read_styles, error) &&
           read_optional(package, book, opc_find(relations, "sharedStrings"), read_shared, error) &&
           read_sheets(package, book, sheets, xlsx, error);
}

/* What is no ZIP at all is named, so that a person knows what to do about it. */
static gboolean refuse_foreign(const void *bytes, size_t size, GError **error)
{
    Window window = window_of_memory(bytes, size);
    switch (filetype_of(&window)) {
    case FILETYPE_OOXML_LOCKED:
        return fault_input(error, FAULT_ENCRYPTED,
                           tr("设有打开密码；请用表格软件打开，取消密码后另存",
                              "it has a password; open it in a spreadsheet program and save it without one"));
    case FILETYPE_EMPTY: return fault_input(error, FAULT_DAMAGED, tr("文件是空的", "the file is empty"));
    case FILETYPE_TEXT:
        return fault_input(error, FAULT_UNSUPPORTED,
                           tr("内容是文本，不是 XLSX 工作簿；如是CSV，请把扩展名改为 .csv",
                              "it holds text and is no XLSX workbook; if it is CSV, rename it to .csv"));
    case FILETYPE_ZIP:
    case FILETYPE_XLSX:
    case FILETYPE_UNKNOWN: return TRUE; /* the archive's own reader says what is wrong */
    default:
        return fault_input(
            error, FAULT_UNSUPPORTED,
            tr("内容不是 XLSX 工作簿（可能是旧版 .xls 或其他格式）；请用表格软件打开，另存为“Excel 工作簿（.xlsx）”",
               "it is no XLSX workbook (perhaps an old .xls or another format); open it in a spreadsheet program and save it as \"Excel workbook (.xlsx)\""));
    }
}

static gboolean read_bytes(Xlsx *xlsx, const char *file, const void *bytes, size_t size, size_t max_bytes,
                           GError **error)
{
    OpcPackage package = { 0 };
    XlsxBook book = {
        .file = file,
        .shared = g_ptr_array_new(),
        .shown = g_array_new(FALSE, FALSE, sizeof(Shown)),
        .texts = xlsx->texts,
        .text_left = max_bytes,
        .cells_left = max_bytes / BYTES_PER_CELL,
    };
    GArray *sheets = g_array_new(FALSE, FALSE, sizeof(Listed));
    g_array_set_clear_func(sheets, listed_clear);
    gboolean done = refuse_foreign(bytes, size, error) &&
                    opc_open(&package, bytes, size, max_bytes, max_bytes, error) &&
                    read_package(&package, &book, sheets, xlsx, error);
    opc_close(&package);
    g_ptr_array_unref(book.shared);
    g_array_unref(book.shown);
    g_array_unref(sheets);
    return done;
}

/* What to do about a file that is damaged or too large, whoever found that out. */
static const char *remedy_of(const GError *error)
{
    if (g_error_matches(error, FAULT_INPUT, FAULT_DAMAGED) ||
        g_error_matches(error, FAULT_INPUT, FAULT_TWO) || g_error_matches(error, FAULT_INPUT, FAULT_UNSAFE))
        return tr("；请用表格软件打开，修复后另存", "; open it in a spreadsheet program, repair it and save it again");
    if (g_error_matches(error, FAULT_INPUT, FAULT_LIMIT))
        return tr("；请删去不属于这张表的行、列和工作表，或另存为CSV",
                  "; delete rows, columns and sheets that do not belong to the table, or save it as CSV");
    return "";
}

static void fault_finish(const char *file, GError **error)
{
    if (!error)
        return;
    char *whole = g_strconcat(file, tr("：", ": "), (*error)->message, remedy_of(*error), NULL);
    g_free((*error)->message);
    (*error)->message = whole;
}

Xlsx *xlsx_read(const char *file, const void *bytes, size_t size, size_t max_bytes, GError **error)
{
    enum { TEXTS_BLOCK = 1 << 16 };
    g_autoptr(Xlsx) xlsx = g_new0(Xlsx, 1);
    xlsx->sheets = g_ptr_array_new_with_free_func((GDestroyNotify)sheet_free);
    xlsx->texts = g_string_chunk_new(TEXTS_BLOCK);
    if (read_bytes(xlsx, file, bytes, size, max_bytes, error))
        return g_steal_pointer(&xlsx);
    fault_finish(file, error);
    return NULL;
}

void xlsx_free(Xlsx *xlsx)
{
    if (!xlsx)
        return;
    g_ptr_array_unref(xlsx->sheets);
    g_string_chunk_free(xlsx->texts);
    g_free(xlsx);
}
