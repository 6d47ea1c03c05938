/*
 * change_words: the values and causes of changes between runs in words, as changes.csv and `anjuan diff` print them (SPEC 9).
 */
#ifndef ANJUAN_CHANGE_WORDS_H
#define ANJUAN_CHANGE_WORDS_H

#include <stdbool.h>

/* VALUE of the figure ITEM (a vocabulary id of class "figure") as results print it: codes in words, several joined by 、, all else as it
 * stands; NULL for nothing.  In Chinese when CHINESE, else in the chosen language.  Caller frees. */
char *change_value(const char *item, const char *value, bool chinese);

/* Origin ids parted by blanks, as words joined by 、.  Caller frees. */
char *change_origins(const char *ids, bool chinese);

#endif
