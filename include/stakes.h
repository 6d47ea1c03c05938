/*
 * stakes: the points that a package puts at stake, where one package is enough to know them (SPEC 1.5, 8.1).
 *
 * Every figure is made by exact arithmetic from the season file and rounded half up once, for printing.  What
 * depends on experts or on the city's totals is said to.
 */
#ifndef ANJUAN_STAKES_H
#define ANJUAN_STAKES_H

#include "check_report.h"

typedef struct Stakes Stakes;

/* REPORT must outlive it. */
Stakes *stakes_new(const CheckReport *report);
void stakes_free(Stakes *stakes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stakes, stakes_free)

/* Where the case files stand: as of slots_assign(); NULL when nothing was read. */
const GPtrArray *stakes_entries(const Stakes *stakes);
/* What one slot is worth: "60×1/7≈8.57".  Caller frees. */
char *stakes_slot_share(const Stakes *stakes);
/* Where the case file stands and what it is worth: "行政处罚-1，占案卷质量60×1/7≈8.57分"; NULL for one that
 * is no case file of the unit. */
char *stakes_place(const Stakes *stakes, const char *casefile);
/* The points that FINDING puts at stake, in one sentence without a full stop; NULL where none
 * are known to be lost.  Caller frees. */
char *stakes_of(const Stakes *stakes, const Finding *finding);

/* One line of the summary: what is at stake, and how much of it. */
typedef struct {
    char *label, *text;
    bool lost; /* points that are lost as things stand */
} StakeLine;
/* StakeLines: quality, quantity, award, people, what cannot be known.  Free with g_ptr_array_unref. */
GPtrArray *stakes_summary(const Stakes *stakes);

#endif
