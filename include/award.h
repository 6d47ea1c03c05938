/*
 * award: ranks, and who gets which award (SPEC 8.1, 8.7).  Pure functions over places in a ranking.
 *
 * Awards are filled in document order by rank among the eligible, one award a contender.  That is the same as
 * letting the contenders step forward by rank, each taking the first award in document order that still has
 * room and that it may have.  Ties and undecided vetoes leave several worlds possible: every order of the
 * tied, every outcome of every undecided veto.  What a contender gets is certain when all worlds agree, else
 * it is open.
 *
 * No world is enumerated.  One predecessor more never helps a contender.  To one who is not vetoed it never
 * hurts that a predecessor is vetoed, nor that the vetoed among its predecessors come late; to one who is
 * vetoed the reverse holds.  So the best and the worst world of everybody are known beforehand, and counting
 * the places that those ahead take in them gives the answer.  Between the two, an award that only the
 * unvetoed may have cannot be jumped over; one that the vetoed may have too is reached by an unvetoed
 * contender exactly when as many step before it as there are places ahead of that award, and take all of
 * them.
 *
 * An award's places are split in two, those that are recommended and the rest, so that a recommendation is
 * decided alike.
 */
#ifndef ANJUAN_AWARD_H
#define ANJUAN_AWARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "rational.h"

typedef enum {
    AWARD_CLEAR,     /* may have every award */
    AWARD_VETOED,    /* may have awards with veto="ignored" only */
    AWARD_UNDECIDED, /* either of the two */
    AWARD_BARRED     /* may have none, and takes no place */
} AwardStanding;

typedef struct {
    int64_t rank;  /* 1 is best; equal ranks are tied; 0: no rank, barred whatever its standing */
    bool priority; /* stands before those tied with it (ruling 并列优先) */
    bool pending;  /* what it would get stays open (ruling 核查中) */
    AwardStanding standing;
} AwardContender;

typedef struct {
    int64_t count, recommend;
    bool bars;
} AwardPlaces; /* bars: not for the vetoed */

typedef struct {
    int award;                  /* index of the award that is certain; -1: none, or open */
    int state, recommend;       /* GIVEN_… of rec_scores.h */
    const unsigned char *reach; /* for each award 1 when some world gives it; one more element for no award */
} AwardOutcome;

typedef struct AwardResult AwardResult;

/* Decides for COUNT contenders, in any order.  Free with award_result_free(). */
AwardResult *award_decide(const AwardContender *contenders, size_t count, const AwardPlaces *awards,
                          size_t award_count);
/* The outcome of the contender at INDEX; belongs to the result. */
const AwardOutcome *award_outcome(const AwardResult *result, size_t index);
void award_result_free(AwardResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AwardResult, award_result_free)

/* Ranks by falling total, equal totals sharing one (1, 2, 2, 4).  A NULL total has rank 0. */
void award_ranks(const Rational *const *totals, size_t count, int64_t *ranks);

#endif
