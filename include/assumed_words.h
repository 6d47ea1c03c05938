/*
 * assumed_words: the assumed values of the season file in words, and what each would change if it were taken another way.
 */
#ifndef ANJUAN_ASSUMED_WORDS_H
#define ANJUAN_ASSUMED_WORDS_H

#include "rec_scores.h"

/* "collective/group[county]/award[优胜集体]" and "veto" → "collective/group/award@veto", by which such values are known in vocabulary and
 * alternatives.  Caller frees. */
char *assumed_place(const char *element, const char *attribute);

/* What an assumed value is, and the value, in words.  The caller frees both. */
char *assumed_name(const ScoreAssumed *assumed);
char *assumed_value(const ScoreAssumed *assumed);

/* What would change, a line an alternative: how many ranks and awards, and whose first; or why nothing else was tried.  NULL when it was not
 * looked into.  Units are named by SCORES.  Caller frees. */
char *assumed_effect(const ScoreAssumed *assumed, const Scores *scores);

#endif
