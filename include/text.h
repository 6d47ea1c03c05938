/*
 * text: comparing, ordering and showing text that people typed.
 *
 * Folding makes two ways of writing one thing equal: full-width forms become ASCII, every kind of blank goes, every
 * kind of bracket becomes one (〔〕 for square, lenticular and tortoise-shell brackets and for round ones alike), letters
 * become lower case, and the variants of zero become 0 only where the caller says so (document numbers, dates).  What is
 * shown to people is always the text as it was written; folded text is for comparing only.
 */
#ifndef ANJUAN_TEXT_H
#define ANJUAN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

/* TEXT (valid UTF-8) folded for comparing names: width, blanks, brackets, case (SPEC 3).  Caller frees. */
char *text_fold(const char *text);
/* The same without touching brackets' kind or case: width folded, all blanks removed.  Caller frees. */
char *text_squeeze(const char *text);
/* One character folded in width: full-width ASCII to ASCII, ideographic space to ' ', else itself. */
gunichar text_fold_width(gunichar c);
/* True for every kind of blank that people type or word processors insert: ASCII white space, NBSP, U+2000-200B,
 * U+202F, U+205F, U+3000, U+FEFF. */
bool text_is_blank(gunichar c);
/* True when A and B are equal after folding; NULL counts as "". */
bool text_same(const char *a, const char *b);

/* True when one of WORDS (NULL ends them) stands in TEXT, as both are written; false for TEXT NULL. */
bool text_has_any(const char *text, const char *const *words);
/* The same for words (char *) in an array, as the rules hold them. */
bool text_has_any_of(const char *text, const GPtrArray *words);
/* The same for words that | parts; WORDS NULL: none. */
bool text_has_any_parted(const char *text, const char *words);

/* Adds LINE to LINES, parted by line ends as parameters of findings that are lists have them. */
void text_add_line(GString *lines, const char *line);

/* Leading and trailing blanks off, in the sense of text_is_blank.  Caller frees. */
char *text_trim(const char *text);
/* Number of Unicode characters that are no blanks and no line ends (for stories, SPEC 7 CND-002). */
size_t text_count_printed(const char *text);

/* Natural order (SPEC 4.7): runs of ASCII digits by value, the rest by code point; equal values with different
 * leading zeros are ordered by the fewer zeros first, so that only identical strings compare 0. */
int text_compare_natural(const char *a, const char *b);
/* Natural order for paths: component by component ('/' before everything). */
int text_compare_paths(const char *a, const char *b);
/* GCompareFunc over `char **` for sorting a GPtrArray of paths. */
int text_compare_path_pointers(gconstpointer a, gconstpointer b);
/* The same in the order of bytes, for what is hashed. */
int text_compare_byte_pointers(gconstpointer a, gconstpointer b);

/* A name as it may be shown on a terminal, in a page or in a cell: control and bidirectional-override characters
 * become \u{202e}-style escapes (SPEC 4.6), and so do characters that show as nothing (a zero-width blank, a byte
 * order mark), for which two names would look alike; invalid UTF-8 becomes \xNN.  Caller frees. */
char *text_display(const char *name);
/* The same for a text of several lines: the control characters in KEPT ("\n", "\t\r\n") stay.  Caller frees. */
char *text_display_keeping(const char *text, const char *kept);

/* The whole of TEXT as a number in ASCII digits, with or without a sign; false when it is anything else or does
 * not fit.  *VALUE is written in the first case only. */
bool text_integer(const char *text, int64_t *value);

/* Columns that TEXT takes on a terminal: 2 for wide characters, 0 for combining ones. */
size_t text_width(const char *text);
/* The same of one character. */
size_t text_char_width(gunichar c);

#endif
