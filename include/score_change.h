/*
 * score_change: what changed since an earlier run, and why (SPEC 9, changes.csv).
 *
 * Figures are compared as they are printed.  The origins of a change are those of the leaves that the
 * figure's two derivations do not have in common; where a leaf was read (its row or file) is no difference.
 * An origin whose input the two records were made from unchanged (season, tables, the unit's inventory) is no cause:
 * where a case file comes, the mark that comes into the derivation with it was in the table before.
 * A rank, an award or a recommendation changes through the own total or through others': "other" stands when
 * another total of the same list changed.
 */
#ifndef ANJUAN_SCORE_CHANGE_H
#define ANJUAN_SCORE_CHANGE_H

#include "rec_scores.h"

/* Fills SCORES->changes (ScoreChange) with every figure of units and people that differs from PREVIOUS, in
 * the order of SCORES; who is no longer there comes last. */
void score_changes(Scores *scores, const Scores *previous);

/* The name in made-from under which the digest of UNIT's inventory stands.  Caller frees. */
char *score_material_name(const char *unit);

#endif
