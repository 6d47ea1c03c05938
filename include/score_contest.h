/*
 * score_contest: one list of contenders (the units of a group, its candidates, the legal list) and its awards
 * (SPEC 8.7): decides through award.h, writes award, recommendation and derivation of each contender, and
 * SCO-001 where something stays open.
 */
#ifndef ANJUAN_SCORE_CONTEST_H
#define ANJUAN_SCORE_CONTEST_H

#include "score_model.h"

typedef struct {
    const ScoreUnitWork *unit;
    const char *name;        /* as findings name it: the unit's, or the person's */
    const char *person;      /* NULL for a unit: rulings are those without object */
    const char *path;        /* of a person's folder, NULL */
    AwardContender place;    /* rank and standing by the caller; priority and pending by score_contest() */
    const char *eligibility; /* code */
    GPtrArray *nodes;        /* of the contender; NULL when figures alone are made */
    char **award;            /* where the results go */
    int *award_state, *recommend_state;
} ScoreContender;

/* Decides AWARDS (SeasonAward) among COUNT contenders.  NOTICE is the clause, RULES the path of the awards in
 * the season file. */
void score_contest(ScoreWork *work, ScoreContender *contenders, size_t count, const GPtrArray *awards,
                   const char *notice, const char *rules);

/* The first ruling of TYPE about PERSON of the unit, or with PERSON NULL about the unit itself (no object);
 * NULL: none. */
const RulingRow *score_ruling(const ScoreUnitWork *unit, RulingType type, const char *person);
/* Adds a node for each ruling about PERSON, or with PERSON NULL for each that is about no person. */
void score_explain_rulings(const ScoreWork *work, const ScoreUnitWork *unit, const char *person,
                           GPtrArray *nodes);

#endif
