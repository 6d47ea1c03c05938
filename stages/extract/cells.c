/* Cells of tables: what stands beside and below them. */
#include "cells.h"

#include <string.h>

#include "matchtext.h"

enum { LABEL_CHARS_MAX = 20, LABEL_BYTES_MAX = 60, LOOK_AHEAD = 400 }; /* a row has fewer cells */

enum { NO_CELL = UINT32_MAX };

CellWalk cells_from(const DocxText *docx, uint32_t from, uint32_t to)
{
    return (CellWalk){docx, from, to, NO_CELL};
}

bool cells_next(CellWalk *walk)
{
    while (walk->next < walk->end) {
        int32_t cell = walk->docx->paragraphs[walk->next++].cell;
        if (cell < 0 || (uint32_t)cell == walk->cell)
            continue;
        walk->cell = (uint32_t)cell;
        return true;
    }
    return false;
}

char *cell_label(const DocxText *docx, uint32_t cell)
{
    const DocxCell *c = &docx->cells[cell];
    if (c->count == 0 || c->count > LABEL_CHARS_MAX) /* one character a line */
        return NULL;
    size_t bytes = 0;
    for (uint32_t i = 0; i < c->count; i++)
        bytes += docx->paragraphs[docx->in_cells[c->first + i]].length;
    if (bytes == 0 || bytes > (size_t)LABEL_BYTES_MAX * 3)
        return NULL;
    g_autofree char *text = docx_cell_text(docx, cell);
    char *squeezed = matchtext_squeeze(text);
    if (g_utf8_strlen(squeezed, -1) > LABEL_CHARS_MAX) {
        g_free(squeezed);
        return NULL;
    }
    if (g_str_has_suffix(squeezed, ":"))
        squeezed[strlen(squeezed) - 1] = '\0';
    return squeezed;
}

bool cell_is_empty(const DocxText *docx, uint32_t cell)
{
    const DocxCell *c = &docx->cells[cell];
    for (uint32_t i = 0; i < c->count; i++)
        if (docx->paragraphs[docx->in_cells[c->first + i]].length > 0)
            return false;
    return true;
}

int64_t cell_left(const DocxText *docx, uint32_t cell)
{
    const DocxCell *left = cell > 0 ? &docx->cells[cell - 1] : NULL;
    bool beside = left && left->table == docx->cells[cell].table && left->row == docx->cells[cell].row;
    return beside ? (int64_t)cell - 1 : -1;
}

int64_t cell_right(const DocxText *docx, uint32_t cell)
{
    const DocxCell *c = &docx->cells[cell];
    for (uint32_t i = cell + 1; i < docx->n_cells && i < cell + LOOK_AHEAD; i++) {
        const DocxCell *other = &docx->cells[i];
        if (other->table == c->table)
            return other->row == c->row ? (int64_t)i : -1;
    }
    return -1;
}

int64_t cell_below(const DocxText *docx, uint32_t cell)
{
    const DocxCell *c = &docx->cells[cell];
    for (uint32_t i = cell + 1; i < docx->n_cells && i < cell + LOOK_AHEAD; i++) {
        const DocxCell *other = &docx->cells[i];
        if (other->table != c->table || other->row == c->row)
            continue;
        if (other->row > c->row + 1)
            return -1;
        if (other->grid <= c->grid && c->grid < other->grid + other->span)
            return (int64_t)i;
    }
    return -1;
}

uint32_t cell_paragraph(const DocxText *docx, uint32_t cell)
{
    return docx->in_cells[docx->cells[cell].first];
}

uint32_t cell_count(const DocxText *docx, uint32_t cell, uint32_t row)
{
    uint32_t count = 0;
    for (uint32_t i = cell;
         i < docx->n_cells && i < cell + LOOK_AHEAD && docx->cells[i].table == docx->cells[cell].table; i++)
        count += docx->cells[i].row == row;
    return count;
}

bool cell_covers(const DocxCell *cell, uint32_t grid)
{
    return cell->grid <= grid && grid < cell->grid + cell->span;
}

int64_t cell_at(const DocxText *docx, uint32_t near, uint32_t row, uint32_t grid)
{
    const uint32_t from = near > TABLE_CELLS_MAX ? near - TABLE_CELLS_MAX : 0;
    for (uint32_t i = from; i < docx->n_cells && i < near + TABLE_CELLS_MAX; i++) {
        const DocxCell *cell = &docx->cells[i];
        if (cell->table == docx->cells[near].table && cell->row == row && cell_covers(cell, grid))
            return i;
    }
    return -1;
}
