/*
 * sheet: a table as rows of cells, whatever file it came from.
 *
 * A sheet keeps for every cell its text and where it stands, so that a finding can send a person there: the line of a CSV
 * file, the cell of a workbook.  Rows that the file's own reader refused (an open quote …) stand beside the good ones as
 * troubles.  Blank lines of a CSV file are rows; rows of a workbook without any value are none.  A sheet is filled once, row
 * by row, and only read afterwards; everything in it belongs to it, but for the texts of a workbook, which all its sheets share
 * (xlsx.h).
 *
 * Places are codes: "L12" line 12, "!C12" a cell of a workbook's only sheet, "名单!C12" of a named one.
 */
#ifndef ANJUAN_SHEET_H
#define ANJUAN_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

/* A table is never larger than this: 200 000 rows are a tenth of it. */
#define SHEET_BYTES_MAX ((size_t)256 << 20)
/* Rows of a table with anything in them: a hundred times what a city has, and a finding for each still fits
 * into the stage's memory. */
#define SHEET_ROWS_MAX 400000u

typedef enum {
    SHEET_VALUE,
    SHEET_MERGED,      /* shows the value of a cell above, with which it is merged; that value is its text */
    SHEET_NOT_COMPUTED, /* a formula without its value; the formula is its text */
    SHEET_DIGITS_LOST  /* a number of more digits than a workbook keeps: those behind the fifteenth are gone */
} SheetForm;

typedef struct {
    const char *text; /* never NULL */
    guint32 line;     /* of the cell; a quoted CSV cell may begin below its row's first line */
    guint32 form;     /* SheetForm */
} SheetCell;

typedef struct { guint32 first, count, line; } SheetRow; /* cells FIRST to FIRST+COUNT-1; line or row number from 1 */

typedef struct {
    const char *reason; /* "bad-quote", "has-nul", "long-cell", "wide-row" */
    guint32 line, column; /* column from 0 */
    char *text;         /* what stands there, cut short */
} SheetTrouble;

typedef struct {
    char *file;           /* name within the reference folder: "cases.csv", "reviews/张三.csv" */
    char *name;           /* of the sheet in its workbook; NULL for CSV and for a workbook's only sheet */
    bool hidden;          /* in its workbook */
    const char *encoding; /* "UTF-8" …; NULL for a workbook */
    GArray *cells;        /* SheetCell */
    GArray *rows;         /* SheetRow */
    GArray *troubles;     /* SheetTrouble */
    char *buffer;         /* holds the cells' texts */
} Sheet;

/* An empty sheet of FILE. */
Sheet *sheet_new(const char *file, const char *name);
void sheet_free(Sheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sheet, sheet_free)

/* The CSV table in the SIZE bytes at BYTES.  NULL and an input fault naming FILE when they are no text. */
Sheet *sheet_from_csv(const char *file, const void *bytes, size_t size, GError **error);

/* The row at INDEX, and its cell at COLUMN; a cell beyond the row's end is an empty text on the row's line. */
const SheetRow *sheet_row(const Sheet *sheet, guint index);
SheetCell sheet_cell(const Sheet *sheet, const SheetRow *row, guint column);

/* The letters of a workbook's column, NUMBER from 1: "A", "AB".  Caller frees. */
char *sheet_column(guint number);
/* The place of a cell, "L12" or "!C12".  Caller frees. */
char *sheet_place(const Sheet *sheet, guint line, guint column);
/* The place of a row with its file, "cases.csv:12" or "cases.xlsx:名单!A12".  Caller frees. */
char *sheet_row_place(const Sheet *sheet, const SheetRow *row);

#endif
