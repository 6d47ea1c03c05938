/*
 * explain: the derivation of one unit's or one person's figures as a person reads it (SPEC 8, `anjuan
 * explain`).
 *
 * Each figure stands on a line with its formula, the numbers in it, and its result; below it the rule, the
 * clause of the notice (quoted where it first bears on something), the inputs with their origin, and the
 * figures that it is made from.  Figures that units share and the values that the season file assumes follow
 * at the end, so that nothing else is needed to recompute.
 */
#ifndef ANJUAN_EXPLAIN_H
#define ANJUAN_EXPLAIN_H

#include <stdio.h>

#include "rec_scores.h"

/* Prints to STREAM the derivation of the unit UNIT_ID, or of its candidate or legal nominee PERSON when not
 * NULL (names compare folded). FORMAT is "text", or "xml" for a scores record (rec_scores.h) of that unit or
 * person alone.  FALSE and a usage fault when there is no such person or the unit is in no group and has no
 * figures. */
gboolean explain_print(FILE *stream, const Scores *scores, const char *unit_id, const char *person,
                       const char *format, GError **error);

/* The word for a value of a node or a leaf that is a code ("out-of-window", "linear"), else the value itself,
 * in the chosen language.  Caller frees. */
char *explain_value(const char *id, const char *value);

/* What a figure or an input is about, in the chosen language: "penalty-1" → "行政处罚-1", the id of a figure →
 * its word, names one a line → one after the other, anything else as it stands.  Units' ids are the caller's to
 * name.  Caller frees. */
char *explain_object(const char *object);

/* Where LEAF comes from, as people read it, or NULL: places within a file in words.  Caller frees. */
char *explain_source(const Leaf *leaf);

/* How to look up the rules' numbers, one sentence.  Not freed. */
const char *explain_rule_numbers(void);

#endif
