/*
 * explain: the derivation of one unit's or one person's figures as a person reads it (SPEC 8, `anjuan
 * explain`).
 *
 * Each figure stands on a line with its formula, the numbers in it, and its result; below it the rule, the
 * clause of the notice (quoted where it first bears on something), the inputs with their origin, and the
 * figures that it is made from.  Figures that units share and the values that the season file assumes follow
 * at the end, with the case files and rows that were passed over and why, so that nothing else is needed to recompute.
 */
#ifndef ANJUAN_EXPLAIN_H
#define ANJUAN_EXPLAIN_H

#include <stdio.h>

#include "layout.h"
#include "rec_casefiles.h"
#include "rec_scores.h"

/* Where an explanation goes and how: as text laid out for a terminal, or with XML as a scores record. */
typedef struct {
    FILE *stream;
    Layout layout;
    bool xml;
} ExplainOutput;

/* Prints the derivation of the unit UNIT_ID, or of its candidate or legal nominee PERSON when not NULL (names compare folded); as XML
 * a scores record (rec_scores.h) of that unit or person alone.  With CASEFILES, the unit's own record (NULL: not at hand), numbers and
 * dates of documents stand with place and quotation, which are put into the leaves of SCORES.  FALSE and a usage fault when there is no
 * such person or the unit is in no group and has no figures. */
gboolean explain_print(const ExplainOutput *output, const Scores *scores, const Casefiles *casefiles,
                       const char *unit_id, const char *person, GError **error);

/* The word for a value of a node or a leaf that is a code ("out-of-window", "linear"), else the value itself,
 * in the chosen language.  Caller frees. */
char *explain_value(const char *id, const char *value);

/* What a figure or an input is about, in the chosen language: "penalty-1" → "行政处罚-1", the id of a figure →
 * its word, names one a line → one after the other, anything else as it stands.  Units' ids are the caller's to
 * name.  Caller frees. */
char *explain_object(const char *object);

/* Where LEAF comes from, as people read it, or NULL: places within a file in words.  Caller frees. */
char *explain_source(const Leaf *leaf);

/* How formulas are read, one paragraph.  Not freed. */
const char *explain_legend(void);

/* How to look up the rules' numbers, one sentence.  Not freed. */
const char *explain_rule_numbers(void);

#endif
