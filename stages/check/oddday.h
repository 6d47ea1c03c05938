/* Of two days in the wrong order the one that is apparently a slip (LAW-009; private to anjuan-check). */
#ifndef ODDDAY_H
#define ODDDAY_H

#include "lawdates.h"

typedef struct {
    const Dated *slip, *kept; /* NULL: neither is clearly the one */
    guint count;              /* papers against the slip */
    Saying right;             /* what tells the day that all of them tell instead; field NULL: they tell several */
    GString *places;          /* of those papers */
} OddDay;

/* FIRST should be no later than SECOND.  A slip is the one against which other papers speak, beside the
 * one with the other day, and none for it: they tell another day of the same, that fits, or the same day of the other; of one
 * at least the former must hold, for two steps may really have been taken in the wrong order. */
OddDay odd_day(const Check *check, const CaseGroup *group, const Dated *first, const Dated *second);
void odd_day_clear(OddDay *odd);

/* "alike": where the paper of AT, at which FINDING stands, has that day again: as a day of the same, or of the opinions on which a
 * closing rests.  All of it is mended at once. */
void oddday_param_alike(Finding *finding, const Dated *at);

/* The first step of GROUP that speaks against DAY as the one on which DECISION (in FILE) was made: filing, notice and its service
 * come no later, the decision's own service no sooner (LAW-009); day DAY_NONE where none does. */
Dated step_against(const Check *check, const CaseGroup *group, const SubFile *file, const Document *decision, Day day);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OddDay, odd_day_clear)

#endif
