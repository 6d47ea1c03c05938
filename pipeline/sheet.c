#include "sheet.h"

#include <string.h>

#include "csv.h"

enum { TROUBLE_TEXT_BYTES = 120 };

static void trouble_clear(gpointer trouble)
{
    g_free(((SheetTrouble *)trouble)->text);
}

Sheet *sheet_new(const char *file, const char *name)
{
    Sheet *sheet = g_new0(Sheet, 1);
    sheet->file = g_strdup(file);
    sheet->name = g_strdup(name);
    sheet->cells = g_array_new(FALSE, FALSE, sizeof(SheetCell));
    sheet->rows = g_array_new(FALSE, FALSE, sizeof(SheetRow));
    sheet->troubles = g_array_new(FALSE, FALSE, sizeof(SheetTrouble));
    g_array_set_clear_func(sheet->troubles, trouble_clear);
    return sheet;
}

void sheet_free(Sheet *sheet)
{
    if (!sheet)
        return;
    g_free(sheet->file);
    g_free(sheet->name);
    g_free(sheet->buffer);
    g_array_unref(sheet->cells);
    g_array_unref(sheet->rows);
    g_array_unref(sheet->troubles);
    g_free(sheet);
}

static void csv_row_add(const CsvRow *from, gpointer data)
{
    Sheet *sheet = data;
    SheetRow row = { sheet->cells->len, from->n_cells, from->line };
    for (guint i = 0; i < from->n_cells; i++) {
        SheetCell cell = { from->cells[i].text, from->cells[i].line, SHEET_VALUE };
        g_array_append_val(sheet->cells, cell);
    }
    g_array_append_val(sheet->rows, row);
}

static void csv_trouble_add(CsvTrouble trouble, guint line, guint column, const char *text, size_t size, gpointer data)
{
    static const char *const reasons[] = { "bad-quote", "has-nul", "long-cell", "wide-row" };
    g_autofree char *start = g_strndup(text, MIN(size, TROUBLE_TEXT_BYTES)); /* ends at a NUL, if there is one */
    const char *end;
    g_utf8_validate(start, -1, &end); /* the cut may have split a character */
    SheetTrouble noted = { reasons[trouble], line, column, g_strndup(start, (gsize)(end - start)) };
    g_array_append_val(((Sheet *)data)->troubles, noted);
}

Sheet *sheet_from_csv(const char *file, const void *bytes, size_t size, GError **error)
{
    g_autoptr(Sheet) sheet = sheet_new(file, NULL);
    size_t text_size;
    sheet->buffer = csv_decode(bytes, size, &text_size, &sheet->encoding, error);
    if (!sheet->buffer) {
        g_prefix_error(error, "%s: ", file);
        return NULL;
    }
    const CsvHandler handler = { csv_row_add, csv_trouble_add, sheet };
    csv_parse(sheet->buffer, text_size, csv_separator(sheet->buffer, text_size), &handler);
    return g_steal_pointer(&sheet);
}

const SheetRow *sheet_row(const Sheet *sheet, guint index)
{
    return &g_array_index(sheet->rows, SheetRow, index);
}

SheetCell sheet_cell(const Sheet *sheet, const SheetRow *row, guint column)
{
    if (column < row->count)
        return g_array_index(sheet->cells, SheetCell, row->first + column);
    return (SheetCell){ "", row->line, SHEET_VALUE };
}

char *sheet_column(guint number)
{
    GString *letters = g_string_new(NULL);
    for (guint rest = number; rest > 0; rest = (rest - 1) / 26)
        g_string_prepend_c(letters, (char)('A' + (rest - 1) % 26));
    return g_string_free(letters, FALSE);
}

char *sheet_place(const Sheet *sheet, guint line, guint column)
{
    if (sheet->encoding)
        return g_strdup_printf("L%u", line);
    g_autofree char *letters = sheet_column(column + 1);
    return g_strdup_printf("%s!%s%u", sheet->name ? sheet->name : "", letters, line);
}

char *sheet_row_place(const Sheet *sheet, const SheetRow *row)
{
    if (sheet->encoding)
        return g_strdup_printf("%s:%u", sheet->file, row->line);
    return g_strdup_printf("%s:%s%sA%u", sheet->file, sheet->name ? sheet->name : "", sheet->name ? "!" : "", row->line);
}
