/*
 * cells: what stands beside and below the cells of tables; private to the stage.
 *
 * Cells are named by their place in DocxText.cells, in the order of the document.
 */
#ifndef ANJUAN_EXTRACT_CELLS_H
#define ANJUAN_EXTRACT_CELLS_H

#include <stdbool.h>

#include "docx.h"

#define TABLE_CELLS_MAX 400 /* looked at around a cell for another one of its table */

/* A walk over the cells of some paragraphs: for (CellWalk walk = cells_from(…); cells_next(&walk);).  A cell comes
 * again where a table inside it ends. */
typedef struct {
    const DocxText *docx;
    uint32_t next, end; /* paragraphs */
    uint32_t cell;      /* the one in hand */
} CellWalk;
/* Over the paragraphs FROM to TO-1. */
CellWalk cells_from(const DocxText *docx, uint32_t from, uint32_t to);
/* The next cell in hand; false when there is none. */
bool cells_next(CellWalk *walk);

/* The cell's text as a label is looked up: squeezed, without a colon; NULL when it is empty or too long for
 * one.  Caller frees. */
char *cell_label(const DocxText *docx, uint32_t cell);
bool cell_is_empty(const DocxText *docx, uint32_t cell);
/* The cell to the left in the same row, or -1; -1 also where a table inside that cell ends in between. */
int64_t cell_left(const DocxText *docx, uint32_t cell);
/* The cell to the right in the same row, or -1. */
int64_t cell_right(const DocxText *docx, uint32_t cell);
/* The cell below that covers the same column of the grid, or -1. */
int64_t cell_below(const DocxText *docx, uint32_t cell);
/* The first paragraph of a cell that has one. */
uint32_t cell_paragraph(const DocxText *docx, uint32_t cell);
/* How many cells of CELL's table from it on are in ROW. */
uint32_t cell_count(const DocxText *docx, uint32_t cell, uint32_t row);
/* True when CELL covers the column GRID of its table. */
bool cell_covers(const DocxCell *cell, uint32_t grid);
/* The cell of NEAR's table in ROW that covers the column GRID, at most TABLE_CELLS_MAX cells away; -1 for none. */
int64_t cell_at(const DocxText *docx, uint32_t near, uint32_t row, uint32_t grid);

#endif
