/* Of papers that contradict each other the one that stands alone (EXT-002; private to anjuan-check). */
#ifndef ODDPAPER_H
#define ODDPAPER_H

#include "checks.h"

/* Whether both say one value; of a party without the form of the business. */
bool saying_is_same(const Saying *a, const Saying *b);
/* Appends to SAYINGS the first valid value of RULE's field of each paper of RULE's types, and what others tell of it. */
void sayings_gather(const CaseGroup *group, const SameRule *rule, GArray *sayings);

/* "near": the value itself where it stands as it is, so that one of several in a paragraph is found. */
void param_near_value(Finding *finding, const Field *field);
/* FINDING is about SAYING, which it names besides: that is the paper to look at. */
void finding_turn_to(Finding *finding, const Saying *saying);
/* Whether papers of TYPE are served on the party. */
bool type_is_served(const CaseRules *rules, const char *type);

/* Takes away what FINDING was given under NAME. */
void finding_drop(Finding *finding, const char *name);

/* Whether no other paper has the number of OWNER, and several have the one that NAMER names instead; PLACES becomes those of them
 * but NAMER. */
bool odd_is_owner(const CaseGroup *group, const Saying *owner, const Saying *namer, GString *places);
/* Where papers of GROUP besides the one that speaks have its number, for a parameter of form places; NULL for none.  Caller frees. */
char *odd_places_of_number(const CaseGroup *group);
/* "others": where the papers besides NAMER's that name OWNER as that does have the number. */
void odd_tell_named(const CaseGroup *group, Finding *finding, const Saying *owner, const Saying *namer);
/* FINDING tells that NAMER names OWNER by another number: which of the two stands alone, if one does. */
void odd_tell_number(const CaseRules *rules, const CaseGroup *group, Finding *finding, const Saying *owner, const Saying *namer);
/* The same where neither stands alone: the places of either number, and which of the two is the slip by most papers and the table.  NAMER_WINS:
 * FINDING names NAMER first.  False, and FINDING as it was, where NAMER is the only one that has its number, and the others have OWNER's. */
bool odd_tell_sides(const Check *check, const CaseGroup *group, Finding *finding, const Saying *owner, const Saying *namer, bool namer_wins);
/* The same of a value: all but the one at BEST of SAYINGS say what the one at INDEX says.  Of two papers neither is told. */
void odd_tell_best(const CaseRules *rules, const CaseGroup *group, Finding *finding, const GArray *sayings, guint best,
                   guint index);
/* Of SAYINGS all but those of ODD's document, AGAINST_MIN or more, say what WINNER says: ODD is the paper to look at. */
void odd_tell(const CaseRules *rules, const CaseGroup *group, Finding *finding, const GArray *sayings, const Saying *winner,
              const Saying *odd);

/* The same of the fine that DECISION sets and OTHER repeats, by the papers that tell it in fields of their own (the notice,
 * the slip of the payment). */
void odd_tell_amount(const CaseRules *rules, const CaseGroup *group, Finding *finding, const Saying *decision,
                     const Saying *other);

/* WINNER is a decision, and the order of the steps speaks against the day that OTHER tells of it, but not against its own. */
bool odd_is_untimely(const Check *check, const CaseGroup *group, const Saying *winner, const Saying *other);
/* DECISION speaks for GROUP, and the table says the same: OTHER, the only other paper, is the one to look at ("bears-out": the row), unless its
 * day fits the order of the steps and DECISION's does not.  Where the table has the fine that OTHER tells, that is said of DECISION ("row-other"). */
void odd_tell_by_table(const Check *check, const CaseGroup *group, Finding *finding, const Saying *decision, const Saying *other);

enum { AGAINST_MIN = 2 }; /* one other paper may be the wrong one as well */

#endif
