/*
 * explain_text: an explanation as text, laid out for a terminal.  Only explain.c calls this.
 */
#ifndef ANJUAN_EXPLAIN_TEXT_H
#define ANJUAN_EXPLAIN_TEXT_H

#include <stdio.h>

#include "layout.h"
#include "rec_scores.h"

/* What was asked for: the lines of the lists of the scores that are about it; borrowed. */
typedef struct {
    GPtrArray *units, *people, *legals;
} ExplainChosen;

/* Writes the derivations of CHOSEN, which are those of the unit UNIT_ID or of its people, with what was
 * passed over, the figures that units share and the assumed values. */
void explain_text(FILE *stream, const Layout *layout, const Scores *scores, const char *unit_id,
                  const ExplainChosen *chosen);

#endif
