/*
 * matchtext: a paragraph as patterns see it, with the way back to how it is written.
 *
 * Folding: full-width ASCII becomes ASCII; a single blank or NBSP goes; two or more blanks, an ideographic blank or a tab
 * become one space; a break becomes '\n'; square, lenticular and tortoise-shell brackets become 〔 and 〕; every glyph of zero
 * that is no letter becomes 〇; ￥ becomes ¥; × becomes *, ﹦ becomes =; curly quotation marks become ".  Blanks at both ends go.
 * So a pattern is written without blanks and with ASCII punctuation : , ; ( ) and Chinese 。 、 《 》.
 */
#ifndef ANJUAN_MATCHTEXT_H
#define ANJUAN_MATCHTEXT_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    char *text;       /* folded, UTF-8, NUL-terminated */
    size_t length;
    uint32_t *origin; /* for every byte of text and the NUL: the byte of the original that its character begins at */
} MatchText;

/* Folds LENGTH bytes of valid UTF-8; at most 4 GiB - 1. */
void matchtext_init(MatchText *match, const char *text, size_t length);
void matchtext_clear(MatchText *match);

/* The part of ORIGINAL (the text it was made from) that the folded bytes START to END come from.  Caller frees. */
char *matchtext_quote(const MatchText *match, const char *original, size_t start, size_t end);

/* TEXT folded in the same way with every blank and break dropped: for comparing titles and labels.  Caller frees. */
char *matchtext_squeeze(const char *text);

/* Where the part of TEXT that ends at the byte AT begins: behind the last of STOPS (NULL ends them) that stands before
 * AT, else at the start.  What follows AT is not looked at. */
const char *matchtext_part_before(const char *text, size_t at, const char *const *stops);
/* The sentence of TEXT that holds the byte AT: from behind the last 。 before it to the next 。 or the end. */
void matchtext_sentence(const char *text, size_t at, size_t *start, size_t *end);

#endif
