/*
 * tablefigures: figures in the cells of tables, with their units; private to the stage.
 */
#ifndef ANJUAN_EXTRACT_TABLEFIGURES_H
#define ANJUAN_EXTRACT_TABLEFIGURES_H

#include <glib.h>

#include "cells.h"

/* The text of CELL, or of the one that it goes on from, squeezed.  Caller frees. */
char *table_cell_text(const DocxText *docx, uint32_t cell);

/* What stands in the row, or with BESIDE in the column, of CELL: of what the figures are.  Caller frees. */
char *table_text_around(const DocxText *docx, uint32_t cell, bool beside);

/* A figure and what stands behind it, in one text: 346 and mg/m³. */
typedef struct { char *text, *number; const char *unit; } TableFigure;

void table_figure_clear(TableFigure *figure);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TableFigure, table_figure_clear)

/* One plain number in CELL (-1: none); false for 未检出, 6-9 and the like.  Clear *FIGURE either way. */
bool table_figure_read(const DocxText *docx, int64_t cell, TableFigure *figure);

/* The unit that the title in CELL gives in brackets, "" for none.  Caller frees. */
char *table_unit_of_title(const DocxText *docx, int64_t cell);

#endif
