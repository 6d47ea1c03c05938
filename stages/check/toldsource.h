/*
 * toldsource: what papers tell of the one on which their case rests, as a daily decision or a letter tells when the penalty was
 * decided and what it fined; private to anjuan-check.
 */
#ifndef TOLDSOURCE_H
#define TOLDSOURCE_H

#include "casegroup.h"

typedef struct ToldSource ToldSource;

/* For RULE, which has the field by which it is told; borrows from GROUP.  Free with toldsource_free. */
ToldSource *toldsource_new(const CaseGroup *group, const SameRule *rule);
void toldsource_free(ToldSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ToldSource, toldsource_free)
/* What DOCUMENT tells; NULL where that is nothing, of another case, or several things of which one may be. */
const Field *toldsource_value(const ToldSource *source, const Document *document);

#endif
