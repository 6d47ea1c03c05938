/*
 * score_people: candidates while their figures are being made, and the lists of nominees (SPEC 8.8).
 */
#ifndef ANJUAN_SCORE_PEOPLE_H
#define ANJUAN_SCORE_PEOPLE_H

#include "score_model.h"

enum { PERSON_FILE, PERSON_INVESTIGATION, PERSON_STORY, PERSON_MARKS }; /* what experts mark */

typedef struct {
    const ScoreUnitWork *unit;
    const UnitCandidate *candidate;
    guint order;              /* place within the unit, in path order */
    const GPtrArray *reviews; /* CandidateReviewRow; NULL without */
    const char *removed;      /* eligibility code; NULL: stands in the list */
    const Rational *weighted, *quantity;
    const Rational *points[PERSON_MARKS];
    const Rational *total;
    ScorePerson *out;
    GPtrArray *nodes;                 /* of OUT; NULL when figures alone are made */
    Node *total_node, *quantity_node; /* among them */
} ScorePersonWork;

/* The weighted count of the candidate's valid claims, derived in NODES unless that is NULL. */
const Rational *score_weighted(const ScoreWork *work, const ScorePersonWork *person, GPtrArray *nodes);
/* The weights, derived once among the nodes of the scores. */
void score_explain_weights(const ScoreWork *work);

/* ---- lists of nominees: the candidates of a group, the legal list ---- */

/* Somebody whom a unit nominates, at ORDER (from 0) in path order among the QUOTA (-1: none) that it may. */
typedef struct {
    const ScoreUnitWork *unit;
    const char *name, *folder, *eligibility;
    const char *certificate; /* of integrity: "yes", "no"; NULL where none is asked for */
    guint order;
    int64_t quota;
    const Rational *figure; /* by which the list is ranked; NULL: removed */
    GPtrArray *nodes;       /* of the nominee; NULL when figures alone are made */
    int64_t *rank;          /* where the results go */
    char **award;
    int *award_state, *recommend_state;
} ScoreNominee;

/* The code why the person at ORDER (from 0) in path order is removed, NULL when not.  QUOTA -1: none. */
const char *score_removal(const ScoreUnitWork *unit, const char *name, bool certificate, guint order,
                          int64_t quota);
/* Ranks the COUNT of NOMINEES (0: removed), and derives rank and 资格 among the nodes of each. */
void score_nominees_rank(const ScoreWork *work, const ScoreNominee *nominees, guint count);
/* Decides AWARDS among them, who must be ranked, and derives the rulings about each.  NOTICE and RULES as in score_contest(). */
void score_nominees_contest(ScoreWork *work, const ScoreNominee *nominees, guint count, const GPtrArray *awards,
                            const char *notice, const char *rules);
#endif
