/*
 * csv: tables as text, read and written.
 *
 * Reading goes in three steps: csv_decode turns a file's bytes into UTF-8, csv_separator says what parts its cells, and
 * csv_parse calls back once a row.  The order of tries for the encoding is: a byte order mark (UTF-8, UTF-16), valid UTF-8,
 * GB18030; bytes that are none of these are an input fault with the offset.
 *
 * Every cell knows the line on which it begins.  Trouble in a row (a quote that is not closed properly, a NUL, a cell or a row
 * beyond its bound) refuses that row alone, through the trouble callback; after a broken quote, reading resumes on the line
 * after the one where the quote was opened, so that no row behind it is lost.  The work is linear in the bytes, whatever they are.
 *
 * Blanks around a quoted cell are dropped; blanks in an unquoted cell are kept.  One apostrophe before = + - @ tab or CR is
 * taken off, being what the writer (and careful people) put in front of a text that a spreadsheet would run (SPEC 9.3).
 *
 * The writer makes UTF-8 with a byte order mark and CRLF into a GString; making the file whole or not at all is the caller's.
 */
#ifndef ANJUAN_CSV_H
#define ANJUAN_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

enum {
    CSV_CELL_BYTES = 128 * 1024, /* a spreadsheet's cell holds 32767 characters */
    CSV_CELL_LINES = 100,        /* lines of one quoted cell: more is a quote that somebody forgot to close */
    CSV_ROW_CELLS = 16384        /* columns of a spreadsheet */
};

typedef struct {
    const char *text; /* UTF-8, ends with NUL, no NUL inside */
    guint32 size;     /* bytes */
    guint32 line;     /* where it begins, from 1 */
} CsvCell;

typedef struct {
    const CsvCell *cells;
    guint n_cells; /* at least 1; a blank line is one empty cell */
    guint line;    /* where the row begins, from 1 */
} CsvRow;

typedef enum {
    CSV_BAD_QUOTE, /* opened and not closed in bounds, or closed in the middle of a cell */
    CSV_HAS_NUL,
    CSV_LONG_CELL,
    CSV_WIDE_ROW
} CsvTrouble;

typedef struct {
    /* A row; the cells' texts live as long as the parsed text, the array only during the call. */
    void (*row)(const CsvRow *row, gpointer data);
    /* A row that is refused: LINE and COLUMN (from 0) of the cell at fault, and its TEXT of SIZE bytes as far as it was looked
     * at, not ended by NUL.  May be NULL. */
    void (*trouble)(CsvTrouble trouble, guint line, guint column, const char *text, size_t size, gpointer data);
    gpointer data;
} CsvHandler;

/* The SIZE bytes as UTF-8 without byte order mark, ended by NUL, *TEXT_SIZE bytes long (may hold NULs); g_free it.
 * *ENCODING (may be NULL) says what they were: "UTF-8", "UTF-16" or "GB18030", never freed.  Input fault FAULT_BAD with offset and line when they are no text in a known encoding. */
char *csv_decode(const void *bytes, size_t size, size_t *text_size, const char **encoding, GError **error);

/* TEXT without the apostrophe in front of = + - @ tab or CR, if it has one (SPEC 9.3). */
const char *csv_text_bare(const char *text);

/* The separator: of the first ten lines the one with most separators decides; comma when it has one, else tab, else semicolon.
 * Comma when there are none at all.  Quoted parts do not count. */
char csv_separator(const char *text, size_t size);

/* Calls HANDLER for every row of TEXT, which is changed (cells are ended in place) and must be followed by a NUL. */
void csv_parse(char *text, size_t size, char separator, const CsvHandler *handler);

typedef struct {
    GString *out; /* the caller's */
    bool in_row;
} CsvWriter;

/* Starts a table in OUT with the byte order mark. */
void csv_writer_init(CsvWriter *writer, GString *out);

/* Appends a text cell: apostrophe where SPEC 9.3 asks for one, quotes where needed.  NULL is an empty cell. */
void csv_put_text(CsvWriter *writer, const char *text);

/* COUNT texts, a cell each. */
void csv_put_texts(CsvWriter *writer, const char *const *texts, size_t count);

/* Appends a number's text as it is (no apostrophe, a minus is a minus).  NULL is an empty cell. */
void csv_put_number(CsvWriter *writer, const char *number);

/* Ends the row. */
void csv_end_row(CsvWriter *writer);

#endif
