/* By how much a limit is exceeded, as tables of measurements say it: a value, its limit and the times, in a row under
 * their titles or in a column beside them. */
#include <string.h>

#include "cells.h"
#include "reading.h"
#include "tablefigures.h"

/* The cells with the titles; -1 for none, -2 for several, so that nobody knows which is meant. */
typedef struct { int64_t value, limit, times; } Titles;

static void note_title(int64_t *title, uint32_t cell)
{
    *title = *title == -1 ? (int64_t)cell : -2;
}

/* The titles in the row of TIMES, or with BESIDE in its column. */
static Titles find_titles(const Gather *gather, uint32_t times, bool beside)
{
    const DocxText *docx = gather->reading->docx;
    const DocxCell *at = &docx->cells[times];
    const uint32_t from = times > TABLE_CELLS_MAX ? times - TABLE_CELLS_MAX : 0;
    Titles titles = {-1, -1, times};
    for (uint32_t i = from; i < docx->n_cells && i < times + TABLE_CELLS_MAX; i++) {
        const DocxCell *cell = &docx->cells[i];
        bool there = cell->table == at->table && (beside ? cell->grid == at->grid : cell->row == at->row);
        const char *title = there && i != times ? gather_column(gather, i) : NULL;
        if (g_strcmp0(title, "measured-value") == 0)
            note_title(&titles.value, i);
        else if (g_strcmp0(title, "measured-limit") == 0)
            note_title(&titles.limit, i);
    }
    return titles;
}

/* Whether both have one unit, of their own or of their titles; a unit in a cell of its own is that of both. */
static bool is_one_unit(const DocxText *docx, const Titles *titles, const TableFigure *value, const TableFigure *limit)
{
    g_autofree char *over_value = table_unit_of_title(docx, titles->value),
                    *over_limit = table_unit_of_title(docx, titles->limit);
    const char *a = *value->unit ? value->unit : over_value, *b = *limit->unit ? limit->unit : over_limit;
    return !*a || !*b || strcmp(a, b) == 0;
}

/* Figures that no times are reckoned from: pH, levels of noise, chroma. */
static bool is_reckoned(const Gather *gather, const char *text)
{
    return !gather_fits(gather, "no-times", text);
}

/* A row, read: false when it is none that times are reckoned from. */
static bool read_pair(const Gather *gather, const Titles *titles, int64_t value_cell, int64_t limit_cell,
                      TableFigure *value, TableFigure *limit)
{
    const bool read = table_figure_read(gather->reading->docx, value_cell, value);
    return table_figure_read(gather->reading->docx, limit_cell, limit) && read &&
           is_one_unit(gather->reading->docx, titles, value, limit);
}

static void add_row(Gather *gather, const Titles *titles, int64_t value_cell, int64_t limit_cell,
                    uint32_t times_cell, bool beside)
{
    const DocxText *docx = gather->reading->docx;
    g_auto(TableFigure) value, limit, times;
    bool read = read_pair(gather, titles, value_cell, limit_cell, &value, &limit);
    read = table_figure_read(docx, times_cell, &times) && read;
    if (!read || (*times.unit && strcmp(times.unit, "倍") != 0))
        return;
    g_autofree char *around = table_text_around(docx, times_cell, beside);
    if (!is_reckoned(gather, around))
        return;
    gather_add_value(gather, "exceedance", 1, "exceedance-table", cell_paragraph(docx, times_cell), around,
                     g_strdup_printf("%s|%s|%s", value.number, limit.number, times.number), NULL, VALUE_VALID);
}

/* Below the titles, a row each. */
static void read_rows(Gather *gather, const Titles *titles)
{
    const DocxText *docx = gather->reading->docx;
    for (int64_t times = cell_below(docx, (uint32_t)titles->times); times >= 0; times = cell_below(docx, (uint32_t)times)) {
        const uint32_t at = (uint32_t)times, row = docx->cells[at].row;
        add_row(gather, titles, cell_at(docx, at, row, docx->cells[titles->value].grid),
                cell_at(docx, at, row, docx->cells[titles->limit].grid), at, false);
    }
}

/* Beside the titles, a column each. */
static void read_columns(Gather *gather, const Titles *titles)
{
    const DocxText *docx = gather->reading->docx;
    for (int64_t times = cell_right(docx, (uint32_t)titles->times); times >= 0; times = cell_right(docx, (uint32_t)times)) {
        const uint32_t at = (uint32_t)times, grid = docx->cells[at].grid;
        add_row(gather, titles, cell_at(docx, at, docx->cells[titles->value].row, grid),
                cell_at(docx, at, docx->cells[titles->limit].row, grid), at, true);
    }
}

/* Nearly all cells have no 倍 in them, and need not be looked up. */
static bool is_over_times(const Gather *gather, uint32_t cell)
{
    g_autofree char *label = cell_label(gather->reading->docx, cell);
    return label && strstr(label, "倍") && g_strcmp0(extractrules_column(gather->reading->rules, label), "measured-times") == 0;
}

/* ---- values and limits, whatever the times ---- */

/* A value that may be anything: 3.6~9.9, 见附件.  What was not found, or is below what can be measured, exceeds nothing. */
static bool is_doubtful(const DocxText *docx, int64_t cell, const TableFigure *read)
{
    static const char *const nothing[] = {"未检出", "ND", "nd", "/", "—", "-", "–", "无", "", NULL};
    g_autofree char *text = table_cell_text(docx, (uint32_t)cell);
    const bool below = text[0] == '<' || (g_str_has_suffix(text, "L") && g_ascii_isdigit(text[0]));
    const bool plain = *read->number && (!*read->unit || g_ascii_isalpha(*read->unit));
    return !plain && !below && !g_strv_contains(nothing, text);
}

/* The row of a value in VALUE_CELL, as value|limit; its quotation before it.  False when nobody knows what the value is. */
static bool note_limit(const Gather *gather, const Titles *titles, uint32_t value_cell, GPtrArray *pairs)
{
    const DocxText *docx = gather->reading->docx;
    g_autofree char *row = table_text_around(docx, value_cell, false);
    if (!is_reckoned(gather, row))
        return true;
    g_auto(TableFigure) value, limit;
    const int64_t limit_cell = cell_at(docx, value_cell, docx->cells[value_cell].row, docx->cells[titles->limit].grid);
    const bool read = read_pair(gather, titles, value_cell, limit_cell, &value, &limit);
    if (is_doubtful(docx, value_cell, &value))
        return false;
    if (read) {
        g_ptr_array_add(pairs, g_steal_pointer(&row));
        g_ptr_array_add(pairs, g_strdup_printf("%s|%s", value.number, limit.number));
    }
    return true;
}

/* Below the titles, a row each; nothing when one cannot be read, which may exceed its limit the most. */
static void read_limits(Gather *gather, const Titles *titles)
{
    const DocxText *docx = gather->reading->docx;
    g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func(g_free);
    for (int64_t at = cell_below(docx, (uint32_t)titles->value); at >= 0; at = cell_below(docx, (uint32_t)at))
        if (!note_limit(gather, titles, (uint32_t)at, pairs))
            return;
    for (guint i = 0; i < pairs->len; i += 2)
        gather_add_value(gather, "over-limit", 1, "limit-table", cell_paragraph(docx, (uint32_t)titles->value), pairs->pdata[i],
                         g_strdup(pairs->pdata[i + 1]), NULL, VALUE_VALID);
}

/* Whether CELL is the title over the limits. */
static bool is_over_limits(const Gather *gather, uint32_t cell)
{
    return g_strcmp0(gather_column(gather, cell), "measured-limit") == 0;
}

/* Of a report: its tables with a title over the values and one over the limits. */
static void gather_limits(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    uint32_t done = 0;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        if (docx->cells[walk.cell].table == done || !is_over_limits(gather, walk.cell))
            continue;
        done = docx->cells[walk.cell].table;
        const Titles above = find_titles(gather, walk.cell, false);
        const Titles titles = {above.value, walk.cell, -1};
        if (titles.value >= 0 && above.limit == -1)
            read_limits(gather, &titles);
    }
}

/* ---- all of them ---- */

void gather_exceedance(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    uint32_t done = 0; /* the last table in which the times were found: tables that repeat their titles are read once */
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        if (docx->cells[walk.cell].table == done || !is_over_times(gather, walk.cell))
            continue;
        done = docx->cells[walk.cell].table;
        const Titles above = find_titles(gather, walk.cell, false), beside = find_titles(gather, walk.cell, true);
        if (above.value >= 0 && above.limit >= 0)
            read_rows(gather, &above);
        else if (beside.value >= 0 && beside.limit >= 0)
            read_columns(gather, &beside);
    }
    if (strcmp(gather->document->type, "monitoring-report") == 0)
        gather_limits(gather);
}
