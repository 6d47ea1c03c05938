/* casekind: the kind of a case file, and of what kind its folder's name says it is. */
#ifndef ANJUAN_CASEKIND_H
#define ANJUAN_CASEKIND_H

#include "casegroup.h"

/* RULE: of the kind found, NULL for none; named: the kind that the folder's name says instead, KIND_NONE where it agrees. */
typedef struct { const KindRule *rule; Kind named; } KindFound;
/* Finds it.  Documents of which only a name that is wrong says what they are, are then of no known type. */
KindFound casekind_find(const CheckRules *rules, CaseGroup *group);

/* Documents of TYPE that were read, and files that only their name says to be one. */
typedef struct { int read, named; } DocumentCount;
DocumentCount casegroup_counts(const CaseGroup *group, const char *type);

#endif
