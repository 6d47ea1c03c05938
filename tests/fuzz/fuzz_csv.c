/* The CSV reader, and that the writer's output reads back as what was written. */
#include <string.h>

#include "csv.h"
#include "fuzz.h"

const char fuzz_name[] = "csv";

GBytes *fuzz_input(const char *recipe, gsize size)
{
    return g_bytes_new(recipe, size);
}

typedef struct {
    const char *text, *end;
    guint lines, last;
    CsvWriter *writer; /* where rows go, or NULL */
    GPtrArray *cells;
} Reading;

static void take_row(const CsvRow *row, gpointer data)
{
    Reading *reading = data;
    g_assert(row->n_cells >= 1 && row->line >= reading->last && row->line <= reading->lines);
    reading->last = row->line;
    for (guint i = 0; i < row->n_cells; i++) {
        const CsvCell *cell = &row->cells[i];
        g_assert(cell->text[cell->size] == '\0' && strlen(cell->text) == cell->size && cell->line >= row->line);
        g_ptr_array_add(reading->cells, g_strdup(cell->text));
        if (reading->writer)
            csv_put_text(reading->writer, cell->text);
    }
    if (reading->writer)
        csv_end_row(reading->writer);
}

static void take_trouble(CsvTrouble trouble, guint line, guint column G_GNUC_UNUSED, const char *text, size_t size, gpointer data)
{
    const Reading *reading = data;
    g_assert(trouble <= CSV_WIDE_ROW && line >= 1 && line <= reading->lines);
    g_assert(text >= reading->text && text + size <= reading->end);
}

static GPtrArray *read_text(char *text, size_t size, char separator, CsvWriter *writer)
{
    Reading reading = {.text = text, .end = text + size, .lines = 1, .writer = writer, .cells = g_ptr_array_new_with_free_func(g_free)};
    for (size_t i = 0; i < size; i++)
        reading.lines += text[i] == '\n' || text[i] == '\r';
    const CsvHandler handler = {take_row, take_trouble, &reading};
    csv_parse(text, size, separator, &handler);
    return reading.cells;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t length;
    g_autofree char *text = csv_decode(data, size, &length, NULL, NULL);
    if (!text)
        return 0;
    g_autoptr(GString) written = g_string_new(NULL);
    CsvWriter writer;
    csv_writer_init(&writer, written);
    g_autoptr(GPtrArray) cells = read_text(text, length, csv_separator(text, length), &writer);
    size_t again_length;
    g_autofree char *again = csv_decode(written->str, written->len, &again_length, NULL, NULL);
    g_assert(again);
    g_autoptr(GPtrArray) same = read_text(again, again_length, ',', NULL);
    g_assert(same->len == cells->len);
    for (guint i = 0; i < cells->len; i++)
        g_assert(strcmp(g_ptr_array_index(cells, i), g_ptr_array_index(same, i)) == 0);
    return 0;
}
