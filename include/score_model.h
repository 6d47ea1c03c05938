/*
 * score_model: what scoring works on: the tables sorted by unit, and the figures of each unit while they are
 * being made.
 *
 * One ScoreWork is made from the inputs (score_work_new), goes through the steps of score_steps.h in their
 * order, and gives up its Scores at the end (score_work_take).  It borrows season, tables, intake and unit
 * records, which must outlive it; the figures are rationals of its pool.  Every figure leaves its derivation
 * in the ScoreUnit of its unit as it is made.
 *
 * Of what is only tried (score_figures_only) nobody reads a derivation, a finding or a list: the places where
 * derivations would go are NULL then, and what says nothing of ranks and awards is left out.
 */
#ifndef ANJUAN_SCORE_MODEL_H
#define ANJUAN_SCORE_MODEL_H

#include <stdbool.h>

#include "award.h"
#include "catalogue.h"
#include "rational.h"
#include "rec_intake.h"
#include "rec_scores.h"
#include "rec_tables.h"
#include "rec_unit.h"
#include "score_sorted.h"
#include "season.h"

/* What scores are made of; all borrowed. */
typedef struct {
    const Season *season;
    const Tables *tables;
    const Intake *intake;   /* NULL: none */
    const GPtrArray *units; /* UnitRecord */
    const Catalogue *catalogue;
    const SortedTables *sorted; /* the tables; NULL: sort them */
} ScoreInputs;

extern const char *const indicator_ids[]; /* "cases", "fines", "major" */

typedef struct {
    const UnitRow *row;
    const SeasonGroup *group; /* NULL: only nominates people */
    int group_index;          /* in season order; units without a group come last */
    const UnitRecord *record; /* NULL: nothing came */
    bool handed_in;           /* something that can be read (SPEC 8.10) */
    bool failed;              /* a stage failed on it (SPEC 5.7) */

    const UnitRows *rows; /* of the tables, about this unit */
    GHashTable *refused;  /* names of its case files under 不予接收 (SPEC 8.9); borrowed */
    GHashTable *evidence; /* key → path of the scan, */
    GHashTable *withheld; /* and likewise of those in refused files */

    /* Figures. */
    GPtrArray *slots; /* SlotEntry (slots.h), a file each */
    GPtrArray *marks; /* const GPtrArray * of ReviewRow, a file each; NULL without a mark */
    GPtrArray *means; /* const Rational *, likewise */
    bool unmarked;    /* a file in a slot has no mark */
    int64_t submitted;
    const Rational *average, *quality;
    const Rational *listed[INDICATOR_COUNT]; /* over its rows in the window, whether they count or not */
    const Rational *value[INDICATOR_COUNT];  /* over those that count */
    const Rational *share;
    const Rational *points[INDICATOR_COUNT]; /* rounded; NULL in a group without quantity */
    const Rational *total;
    AwardStanding veto;
    ScoreUnit *out;   /* of a unit without group thrown away in the end */
    GPtrArray *nodes; /* of OUT; NULL when figures alone are made */
} ScoreUnitWork;

typedef struct {
    const Season *season;
    const Tables *tables;
    const Catalogue *catalogue;
    RationalPool *pool;
    const SortedTables *sorted;
    GPtrArray *units;    /* ScoreUnitWork, in table order */
    GHashTable *by_id;   /* unit id → ScoreUnitWork */
    Scores *scores;
    bool figures_only;
    GPtrArray *nodes; /* of SCORES; NULL when figures alone are made */
} ScoreWork;

/* Gives each unit what is its own; the tables must be sorted.  NULL and an input fault when two records are
 * of one unit, or one of a unit or a group that nobody knows. */
ScoreWork *score_work_new(const ScoreInputs *inputs, bool figures_only, GError **error);
/* Makes all figures; what comes out is the caller's, to free with record_free(&scores_type, …).  WORK is done
 * with and freed. */
Scores *score_work_take(ScoreWork *work);
void score_work_free(ScoreWork *work);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ScoreWork, score_work_free)

/* The whole of scoring, from inputs to scores without made-from and changes.  Leaves and counted cases point
 * at the tables' rows of `cases`, which must outlive them.  NULL and an input fault as in
 * score_work_new(). */
Scores *score_all(const ScoreInputs *inputs, GError **error);
/* Units, people and legal officers with their figures, ranks and awards, and nothing else. */
Scores *score_figures_only(const ScoreInputs *inputs, GError **error);

/* True when the word ATTRIBUTE stands in the blank-separated list ASSUMED, which may be NULL. */
bool score_assumes(const char *assumed, const char *attribute);
/* NUMBER as a Rational of the work's pool. */
const Rational *score_number(const ScoreWork *work, int64_t number);
/* The order of two ranks in a list; 0 (none) comes last (SPEC 9.3). */
int score_compare_ranks(int64_t a, int64_t b);
/* The keys of the numbers that rulings of TYPE on UNIT are about: a set that borrows them; free with
 * g_hash_table_unref. */
GHashTable *score_ruled_keys(const ScoreUnitWork *unit, RulingType type);
/* True when the case file of this name (NULL: false) is as if not handed in (SPEC 8.9). */
bool score_is_refused(const ScoreUnitWork *unit, const char *casefile);
/* A leaf for each ruling 不予接收 of UNIT. */
void score_explain_refusals(const ScoreUnitWork *unit, Node *node);
/* A finding about UNIT with the catalogue's level; FILE may be NULL. */
Finding *score_finding(const ScoreWork *work, const ScoreUnitWork *unit, const char *code,
                       const char *variant, const char *casefile, const char *file);

#endif
