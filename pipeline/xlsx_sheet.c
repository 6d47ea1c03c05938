/* One worksheet: rows, cells, and what is merged. */
#include <string.h>

#include "csv.h"
#include "fault.h"
#include "lang.h"
#include "xlsx_parts.h"

enum { COLUMNS_MAX = 16384, ROWS_MAX = 1048576, MERGES_MAX = 1000000, FORMULA_BYTES = 120 };

typedef struct {
    guint32 row, column, last_row;
} Merge; /* of a cell with cells below it; rows from 1, column from 0 */

typedef struct {
    XlsxBook *book;
    Sheet *sheet;
    XmlReader *reader;
    GArray *merges; /* Merge */
    SheetRow row;   /* in hand; line 0 before the first */
    guint column;   /* of the next cell */
    GString *text, *formula;
} Reading;

static gboolean fault_broken(const Reading *reading, const char *what, GError **error)
{
    return fault_input(error, FAULT_DAMAGED, tr("工作表“%s”第%u行：%s", "sheet \"%s\", row %u: %s"),
                       reading->sheet->name, reading->row.line, what);
}

static gboolean fault_large(const Reading *reading, GError **error)
{
    return fault_input(error, FAULT_LIMIT,
                       tr("工作表“%s”第%u行起超出读取上限", "sheet \"%s\" is too large from row %u on"),
                       reading->sheet->name, reading->row.line);
}

/* Reads "AB12": column from 0 and row from 1; false when it is no such thing. */
static bool reference_read(const char **at, guint *column, guint *row)
{
    guint letters = 0, digits = 0;
    for (; g_ascii_isalpha(**at) && letters <= COLUMNS_MAX; ++*at)
        letters = letters * 26 + (guint)(g_ascii_toupper(**at) - 'A' + 1);
    for (; g_ascii_isdigit(**at) && digits <= ROWS_MAX; ++*at)
        digits = digits * 10 + (guint)(**at - '0');
    *column = letters - 1;
    *row = digits;
    return letters >= 1 && letters <= COLUMNS_MAX && digits >= 1 && digits <= ROWS_MAX;
}

/* ---- cells --------------------------------------------------------------------------------------------------- */

static gboolean cell_put(Reading *reading, guint column, const char *text, SheetForm form, GError **error)
{
    GArray *cells = reading->sheet->cells;
    guint wanted = column + 1 > reading->row.count ? column + 1 - reading->row.count : 0;
    size_t size = strlen(text);
    if (wanted > reading->book->cells_left || size > reading->book->text_left)
        return fault_large(reading, error);
    reading->book->cells_left -= wanted;
    reading->book->text_left -= size;
    for (; wanted > 0; wanted--) {
        SheetCell blank = { "", reading->row.line, SHEET_VALUE };
        g_array_append_val(cells, blank);
        reading->row.count++;
    }
    g_array_index(cells, SheetCell, reading->row.first + column) = (SheetCell){ text, reading->row.line, form };
    return TRUE;
}

/* The shared text that the value names; NULL and a fault when there is none. */
static const char *shared_text(const Reading *reading, GError **error)
{
    char *end = NULL;
    guint64 index = g_ascii_strtoull(reading->text->str, &end, 10);
    if (end > reading->text->str && *end == '\0' && index < reading->book->shared->len)
        return reading->book->shared->pdata[index];
    fault_broken(reading, tr("单元格的文字不在文件中", "the text of a cell is not in the file"), error);
    return NULL;
}

static Shown cell_shown(const Reading *reading, const char *style)
{
    guint64 index = style ? g_ascii_strtoull(style, NULL, 10) : 0;
    return index < reading->book->shown->len ? g_array_index(reading->book->shown, Shown, index) : SHOWN_PLAIN;
}

static bool has_no_value(const Reading *reading, bool formula, bool number)
{
    const char *value = reading->text->str;
    return formula && (value[0] == '\0' ? number : reading->book->recalculate && strcmp(value, "0") == 0);
}

/* The cell whose value and formula were read becomes one of the sheet. */
static gboolean cell_finish(Reading *reading, const char *type, Shown shown, bool formula, GError **error)
{
    GString *text = reading->text;
    SheetForm form = SHEET_VALUE;
    bool number = strcmp(type, "n") == 0 || type[0] == '\0';
    if (strcmp(type, "s") == 0 && text->len > 0) {
        const char *shared = shared_text(reading, error);
        return shared && (shared[0] == '\0' || cell_put(reading, reading->column, shared, form, error));
    }
    if (has_no_value(reading, formula, number)) {
        form = SHEET_NOT_COMPUTED;
        g_string_printf(text, "=%s", reading->formula->str);
    } else if (number && text->len > 0) {
        g_autofree char *value = g_strdup(text->str);
        g_string_truncate(text, 0);
        form = xlsx_put_number(text, value, shown, reading->book->from_1904) ? SHEET_DIGITS_LOST : SHEET_VALUE;
    } else if (strcmp(type, "d") == 0) {
        g_autofree char *value = g_strdup(text->str);
        g_string_truncate(text, 0);
        xlsx_put_iso_date(text, value, shown);
    } else if (strcmp(type, "b") == 0 && text->len > 0) {
        g_string_assign(text, strcmp(text->str, "0") == 0 || strcmp(text->str, "false") == 0 ? "FALSE" : "TRUE");
    } else {
        xlsx_unescape(text);
    }
    if (text->len == 0)
        return TRUE;
    const char *kept = g_string_chunk_insert_len(reading->book->texts, text->str, (gssize)text->len);
    return cell_put(reading, reading->column, form == SHEET_VALUE ? csv_text_bare(kept) : kept, form, error);
}

/* Appends the text up to the end of the element at the reader. */
static gboolean read_plain(Reading *reading, GString *out, size_t max, GError **error)
{
    int depth = xml_reader_depth(reading->reader);
    XmlEvent event;
    while ((event = xml_reader_next(reading->reader, error)) > XML_DONE) {
        if (event == XML_END && xml_reader_depth(reading->reader) == depth)
            return TRUE;
        if (event == XML_TEXT && out->len < max)
            g_string_append(out, xml_reader_text(reading->reader));
    }
    return FALSE;
}

/* Where the cell stands: by its reference, else behind the one before. */
static gboolean cell_place(Reading *reading, GError **error)
{
    const char *reference = xml_reader_attribute(reading->reader, "", "r");
    guint row;
    if (reference && (!reference_read(&reference, &reading->column, &row) || *reference != '\0'))
        return fault_broken(reading, tr("单元格的编号不对", "a cell has no proper reference"), error);
    if (reading->column >= COLUMNS_MAX)
        return fault_broken(reading, tr("列数过多", "too many columns"), error);
    return TRUE;
}

static gboolean read_cell(Reading *reading, GError **error)
{
    XmlReader *reader = reading->reader;
    int depth = xml_reader_depth(reader);
    const char *type = xml_reader_attribute(reader, "", "t");
    char known[sizeof "inlineStr"];
    g_strlcpy(known, type ? type : "", sizeof known);
    Shown shown = cell_shown(reading, xml_reader_attribute(reader, "", "s"));
    bool formula = false;
    if (!cell_place(reading, error))
        return FALSE;
    g_string_truncate(reading->text, 0);
    g_string_truncate(reading->formula, 0);
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE) {
        if (event == XML_END && xml_reader_depth(reader) == depth)
            return cell_finish(reading, known, shown, formula, error) && ++reading->column;
        if (event != XML_START || xml_reader_depth(reader) != depth + 1)
            continue;
        const char *name = xml_reader_name(reader);
        bool done = TRUE;
        if (strcmp(name, "v") == 0)
            done = read_plain(reading, reading->text, G_MAXSIZE, error);
        else if (strcmp(name, "is") == 0)
            done = xlsx_read_text(reader, reading->text, error);
        else if (strcmp(name, "f") == 0)
            done = (formula = true) && read_plain(reading, reading->formula, FORMULA_BYTES, error);
        if (!done)
            return FALSE;
    }
    return FALSE;
}

/* ---- rows ---------------------------------------------------------------------------------------------------- */

static void row_finish(Reading *reading)
{
    if (reading->row.count > 0)
        g_array_append_val(reading->sheet->rows, reading->row);
}

static gboolean row_begin(Reading *reading, GError **error)
{
    const char *number = xml_reader_attribute(reading->reader, "", "r");
    guint64 line = number ? g_ascii_strtoull(number, NULL, 10) : (guint64)reading->row.line + 1;
    row_finish(reading);
    guint before = reading->row.line;
    reading->row = (SheetRow){ .first = reading->sheet->cells->len, .line = (guint32)MIN(line, ROWS_MAX) };
    reading->column = 0;
    /* Rows stand in order; were they not, no place could be trusted. */
    return (line > before && line <= ROWS_MAX) ||
           fault_broken(reading, tr("行号不对", "the rows are out of order"), error);
}

static gboolean merge_take(Reading *reading, GError **error)
{
    const char *range = xml_reader_attribute(reading->reader, "", "ref");
    guint column, row, last_column, last_row;
    if (!range || !reference_read(&range, &column, &row) || *range++ != ':' ||
        !reference_read(&range, &last_column, &last_row))
        return TRUE; /* merged with nothing */
    Merge merge = { row, column, last_row };
    if (last_row > row)
        g_array_append_val(reading->merges, merge);
    return reading->merges->len <= MERGES_MAX || fault_large(reading, error);
}

/* The index of the first row at or below LINE. */
static guint row_find(const Sheet *sheet, guint line)
{
    guint low = 0, high = sheet->rows->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (sheet_row(sheet, middle)->line < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Makes the row at INDEX the one in hand; it may then grow, for which it moves to the end of the cells. */
static gboolean row_take_up(Reading *reading, guint index, guint column, GError **error)
{
    Sheet *sheet = reading->sheet;
    reading->row = *sheet_row(sheet, index);
    if (column < reading->row.count)
        return TRUE;
    if (reading->row.count > reading->book->cells_left)
        return fault_large(reading, error);
    reading->book->cells_left -= reading->row.count;
    guint first = sheet->cells->len;
    for (guint i = 0; i < reading->row.count; i++) {
        SheetCell cell = g_array_index(sheet->cells, SheetCell, reading->row.first + i);
        g_array_append_val(sheet->cells, cell);
    }
    reading->row.first = first;
    return TRUE;
}

static gboolean merge_fill(Reading *reading, const Merge *merge, GError **error)
{
    Sheet *sheet = reading->sheet;
    guint index = row_find(sheet, merge->row);
    if (index >= sheet->rows->len || sheet_row(sheet, index)->line != merge->row)
        return TRUE;
    SheetCell top = sheet_cell(sheet, sheet_row(sheet, index), merge->column);
    for (index++; top.text[0] != '\0' && index < sheet->rows->len && sheet_row(sheet, index)->line <= merge->last_row;
         index++) {
        if (!row_take_up(reading, index, merge->column, error) ||
            !cell_put(reading, merge->column, top.text, top.form == SHEET_VALUE ? SHEET_MERGED : (SheetForm)top.form,
                      error))
            return FALSE;
        if (reading->book->cells_left == 0) /* merges may lie on each other without end */
            return fault_large(reading, error);
        reading->book->cells_left--;
        g_array_index(sheet->rows, SheetRow, index) = reading->row;
    }
    return TRUE;
}

static gboolean merges_fill(Reading *reading, GError **error)
{
    for (guint i = 0; i < reading->merges->len; i++)
        if (!merge_fill(reading, &g_array_index(reading->merges, Merge, i), error))
            return FALSE;
    return TRUE;
}

/* ---- worksheet ----------------------------------------------------------------------------------------------- */

enum { PART_DEPTH = 1, ROW_DEPTH = 2, CELL_DEPTH = 3 };

static gboolean read_all(Reading *reading, GError **error)
{
    XmlReader *reader = reading->reader;
    bool in_data = false, in_merges = false;
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE) {
        if (event != XML_START)
            continue;
        int depth = xml_reader_depth(reader);
        const char *name = xml_reader_name(reader);
        if (depth == PART_DEPTH) {
            in_data = strcmp(name, "sheetData") == 0;
            in_merges = strcmp(name, "mergeCells") == 0;
        } else if (in_merges && depth == ROW_DEPTH) {
            if (!merge_take(reading, error))
                return FALSE;
        } else if (in_data && depth == ROW_DEPTH && strcmp(name, "row") == 0) {
            if (!row_begin(reading, error))
                return FALSE;
        } else if (in_data && depth == CELL_DEPTH && strcmp(name, "c") == 0) {
            if (!read_cell(reading, error))
                return FALSE;
        }
    }
    row_finish(reading);
    return event == XML_DONE;
}

gboolean xlsx_read_sheet(XlsxBook *book, Sheet *sheet, XmlReader *reader, GError **error)
{
    Reading reading = {
        .book = book,
        .sheet = sheet,
        .reader = reader,
        .merges = g_array_new(FALSE, FALSE, sizeof(Merge)),
        .text = g_string_new(NULL),
        .formula = g_string_new(NULL),
    };
    gboolean done = read_all(&reading, error) && merges_fill(&reading, error);
    g_array_unref(reading.merges);
    g_string_free(reading.text, TRUE);
    g_string_free(reading.formula, TRUE);
    return done;
}
