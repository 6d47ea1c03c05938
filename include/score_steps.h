/*
 * score_steps: the steps of scoring, in the order in which they run (SPEC 8).  Each fills its part of every
 * ScoreUnitWork.
 */
#ifndef ANJUAN_SCORE_STEPS_H
#define ANJUAN_SCORE_STEPS_H

#include "score_model.h"
#include "score_node.h"

/* Slots, marks, points for quality (8.2, 8.3); DAT-003. */
void score_quality(ScoreWork *work);
/* Counted rows, and cases, fines and major cases of each unit (8.4). */
void score_counts(ScoreWork *work);
/* Why a row of `cases` does not count, a code of class "why"; NULL when it counts.  After score_counts(). */
const char *score_row_reason(const ScoreWork *work, const ScoreUnitWork *unit, const CaseRow *row);
/* Shares, totals, bases and the points for quantity (8.5); baseline rows; DAT-005. */
void score_bases(ScoreWork *work);
/* The environment veto (8.6); DAT-004. */
void score_vetoes(ScoreWork *work);
/* Totals, ranks, eligibility, awards of units (8.1, 8.7, 8.9, 8.10); SCO-001. */
void score_groups(ScoreWork *work);
/* Candidates: figures, ranks, awards (8.8). */
void score_people(ScoreWork *work);
/* The legal list (8.8). */
void score_legals(ScoreWork *work);
/* Findings that no unit alone can have: REF-004, SCN-005. */
void score_cross(ScoreWork *work);
/* The marks (ReviewRow) given to a file: by its number, else by its 案卷 name (a number may be written there, too).
 * NULL: none. */
const GPtrArray *score_marks_of(const ScoreUnitWork *unit, const UnitCase *file);
/* Rulings whose person or case file the unit has not handed in: DAT-006; marks that count nowhere: DAT-007. */
void score_idle(ScoreWork *work);
/* Units in order of publication, and after them (9.3) the rows of case files, counted cases and bases, unless
 * figures alone are made. */
void score_listing(ScoreWork *work);
/* Values of the season file that the notice leaves open. */
void score_assumed(ScoreWork *work);

/* Fills NODE with a rank above 0 as one more than those who stand ahead, naming them; AT is its place in RANKED (from 0). */
void score_explain_rank(const ScoreWork *work, Node *node, int64_t rank, const NodeRanked *ranked, guint at);

#endif
