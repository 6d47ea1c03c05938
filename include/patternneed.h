/*
 * patternneed: what a text must hold for a pattern to match, as far as the pattern's source shows it; for pattern.c.
 *
 * Most patterns never meet a text that could hold them, and compiling one takes far longer than looking for some words in
 * the text.  Of 甲(?:乙丙|丁戊)?(?:己庚|辛壬) a match holds one of 己庚 and 辛壬, and of 甲 it holds that.
 */
#ifndef ANJUAN_PATTERNNEED_H
#define ANJUAN_PATTERNNEED_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#define NEED_PIECES_MAX 24

/* Pieces of the source; every match holds one of them at least.  COUNT is 0 when none are plain to see. */
typedef struct {
    guint count;
    struct {
        const char *text;
        size_t size;
    } pieces[NEED_PIECES_MAX];
} PatternNeed;

/* What SOURCE needs, which is read as pattern.c has it compiled: as UTF-8, by case, blanks included. */
void pattern_need(const char *source, PatternNeed *need);

/* Whether the LENGTH bytes of TEXT hold one of the pieces, or there are none. */
bool pattern_need_met(const PatternNeed *need, const char *text, size_t length);

#endif
