/*
 * score_model: what scoring works on: the tables sorted by unit, and the figures of each unit while they are
 * being made.
 *
 * One ScoreWork is made from the inputs (score_work_new), goes through the steps of score_steps.h in their
 * order, and gives up its Scores at the end (score_work_take).  It borrows season, tables, intake and unit
 * records, which must outlive it; the figures are rationals of its pool.  Every figure leaves its derivation
 * in the ScoreUnit of its unit as it is made.
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
#include "season.h"

typedef enum { INDICATOR_CASES, INDICATOR_FINES, INDICATOR_MAJOR, INDICATOR_COUNT } Indicator;
extern const char *const indicator_ids[]; /* "cases", "fines", "major" */

typedef struct {
    const UnitRow *row;
    const SeasonGroup *group; /* NULL: only nominates people */
    int group_index;          /* in season order; units without a group come last */
    const UnitRecord *record; /* NULL: nothing came */
    bool handed_in;           /* something that can be read (SPEC 8.10) */
    bool failed;              /* a stage failed on it (SPEC 5.7) */

    /* Rows of the tables about this unit, in table order. */
    GPtrArray *cases, *enterprises, *rulings, *air, *water;
    GHashTable *reviews;  /* key → GPtrArray of ReviewRow */
    GHashTable *evidence; /* key → path of the scan */

    /* Figures. */
    GPtrArray *slots; /* SlotEntry (slots.h), a file each */
    GPtrArray *means; /* const Rational *, a file each; NULL without a mark */
    bool unmarked;    /* a file in a slot has no mark */
    int64_t submitted;
    const Rational *average, *quality;
    const Rational *listed[INDICATOR_COUNT]; /* over its rows in the window, whether they count or not */
    const Rational *value[INDICATOR_COUNT];  /* over those that count */
    const Rational *share;
    const Rational *points[INDICATOR_COUNT]; /* rounded; NULL in a group without quantity */
    const Rational *total;
    AwardStanding veto;
    ScoreUnit *out; /* of a unit without group thrown away in the end */
} ScoreUnitWork;

typedef struct {
    const Season *season;
    const Tables *tables;
    const Catalogue *catalogue;
    RationalPool *pool;
    GPtrArray *units;    /* ScoreUnitWork, in table order */
    GHashTable *by_id;   /* unit id → ScoreUnitWork */
    int64_t enterprises; /* of all known units */
    Scores *scores;
} ScoreWork;

/* Sorts the inputs by unit.  RECORDS holds UnitRecord; INTAKE may be NULL.  NULL and an input fault when two
 * records are of one unit, or one of a unit or a group that nobody knows. */
ScoreWork *score_work_new(const Season *season, const Tables *tables, const Intake *intake,
                          const GPtrArray *records, const Catalogue *catalogue, GError **error);
/* Makes all figures; what comes out is the caller's, to free with record_free(&scores_type, …).  WORK is done
 * with and freed. */
Scores *score_work_take(ScoreWork *work);
void score_work_free(ScoreWork *work);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ScoreWork, score_work_free)

/* The whole of scoring, from inputs to scores without made-from and changes.  NULL and an input fault as in
 * score_work_new(). */
Scores *score_all(const Season *season, const Tables *tables, const Intake *intake, const GPtrArray *records,
                  const Catalogue *catalogue, GError **error);

/* The list kept under KEY in a hash of lists, made when it is not there.  The hash owns key and list. */
GPtrArray *score_list_in(GHashTable *lists, const char *key);
/* A hash of lists as the above wants it. */
GHashTable *score_lists_new(void);
/* True when the word ATTRIBUTE stands in the blank-separated list ASSUMED, which may be NULL. */
bool score_assumes(const char *assumed, const char *attribute);
/* NUMBER as a Rational of the work's pool. */
const Rational *score_number(const ScoreWork *work, int64_t number);
/* A finding about UNIT with the catalogue's level; FILE may be NULL. */
Finding *score_finding(const ScoreWork *work, const ScoreUnitWork *unit, const char *code,
                       const char *variant, const char *casefile, const char *file);

#endif
