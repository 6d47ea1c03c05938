/* The record of a recheck among the papers that a daily file must hold (private to anjuan-check). */
#ifndef REQUIREDRECHECK_H
#define REQUIREDRECHECK_H

#include "checks.h"

/* True when GROUP holds a readable scan whose name tells nothing: nobody names every photo. */
bool group_has_untold_scan(const CaseGroup *group);
/* How many documents of RULE's types are dated no later than what they must come after, or are of a later recheck; one without a
 * date may be the one asked for. */
int recheck_out_of_time(const CaseGroup *group, const DocumentRule *rule);
/* "date": the recheck on which the decision rests; "later", "later-day": a record of one after it. */
void recheck_params(Finding *finding, const CaseGroup *group, const DocumentRule *rule);
/* SET-004: a paper that looks like the record which RULE asks for lies in GROUP, dated no later than the order: its date is what is to
 * be mended.  False where there is none. */
bool recheck_add_misdated(Check *check, const CaseGroup *group, const DocumentRule *rule);
/* A report on samples does not stand for the record of the recheck (Order 28, art. 11), which must be there as RULE says, and a
 * scan that may as well be the first inspection's is none for certain. */
void recheck_check_record(Check *check, const CaseGroup *group, const DocumentRule *rule);

#endif
