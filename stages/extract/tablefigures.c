/* Figures in the cells of tables, and what they are of. */
#include "tablefigures.h"

#include <string.h>

#include "matchtext.h"

enum { MERGED_ROWS_MAX = 40 }; /* a cell that is merged over more holds no value of one row */

char *table_cell_text(const DocxText *docx, uint32_t cell)
{
    int64_t at = cell;
    for (int rows = 0; at >= 0 && docx->cells[at].continues; rows++)
        at = rows == MERGED_ROWS_MAX ? -1 : cell_at(docx, (uint32_t)at, docx->cells[at].row - 1, docx->cells[at].grid);
    g_autofree char *text = at >= 0 ? docx_cell_text(docx, (uint32_t)at) : g_strdup("");
    return matchtext_squeeze(text);
}

char *table_text_around(const DocxText *docx, uint32_t cell, bool beside)
{
    const DocxCell *at = &docx->cells[cell];
    const uint32_t from = cell > TABLE_CELLS_MAX ? cell - TABLE_CELLS_MAX : 0;
    g_autoptr(GString) text = g_string_new(NULL);
    for (uint32_t i = from; i < docx->n_cells && i < cell + TABLE_CELLS_MAX; i++) {
        const DocxCell *other = &docx->cells[i];
        bool there = other->table == at->table && (beside ? cell_covers(other, at->grid) : other->row == at->row);
        g_autofree char *each = there ? table_cell_text(docx, i) : NULL;
        if (each && *each)
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", each);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

void table_figure_clear(TableFigure *figure)
{
    g_free(figure->text);
    g_free(figure->number);
}

bool table_figure_read(const DocxText *docx, int64_t cell, TableFigure *figure)
{
    static const char *const signs[] = {"≤", "≦", "<"};
    *figure = (TableFigure){0};
    if (cell < 0)
        return false;
    figure->text = table_cell_text(docx, (uint32_t)cell);
    const char *at = figure->text;
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        at += g_str_has_prefix(at, signs[i]) ? strlen(signs[i]) : 0;
    const size_t length = strspn(at, "0123456789.");
    figure->number = g_strndup(at, length);
    figure->unit = at + length;
    return length > 0 && g_ascii_isdigit(at[0]) && g_ascii_isdigit(at[length - 1]);
}

char *table_unit_of_title(const DocxText *docx, int64_t cell)
{
    g_autofree char *text = table_cell_text(docx, (uint32_t)cell);
    const char *open = strchr(text, '('), *close = open ? strchr(open, ')') : NULL;
    return close ? g_strndup(open + 1, (gsize)(close - open - 1)) : g_strdup("");
}
