/*
 * layout: text laid out for a terminal: width, wrapping, padding, colour.  Chinese characters are two cells wide; lines break
 * between any two of them, but never before closing punctuation, nor within a Latin word or number.
 */
#ifndef ANJUAN_LAYOUT_H
#define ANJUAN_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct {
    bool colour;
    size_t columns;
} Layout;

typedef enum { TINT_NONE, TINT_BOLD, TINT_RED, TINT_YELLOW, TINT_GREEN, TINT_GREY } Tint;

/* The width of the terminal behind FD; 80 when it does not tell. */
size_t layout_terminal_columns(int fd);

/* For STREAM: colours and the terminal's width when it is one, else no colour and 100 columns. */
Layout layout_for(FILE *stream);

/* Writes TEXT, each line indented by INDENT cells, wrapped at the layout's width; the first line starts where the cursor is, FIRST cells from the left. */
void layout_wrap(FILE *stream, const Layout *layout, const char *text, size_t first, size_t indent);

/* Writes ITEMS (NULL-terminated; empty ones are left out) two blanks apart in the same way, broken between items where one fits a line,
 * and within it where it does not. */
void layout_items(FILE *stream, const Layout *layout, const char *const *items, size_t first, size_t indent);

/* Writes TEXT in display form (text_display) and blanks up to COLUMNS (1 or more) cells; a longer text is cut and ends in "…". */
void layout_pad(FILE *stream, const char *text, size_t columns);

/* Begins and ends a tint, where the layout has colours. */
void layout_tint(FILE *stream, const Layout *layout, Tint tint);
void layout_plain(FILE *stream, const Layout *layout);

#endif
