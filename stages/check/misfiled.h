/* What tells whose a paper in a case file is, for the checks of papers in the wrong place (private to anjuan-check). */
#ifndef MISFILED_H
#define MISFILED_H

#include "checks.h"

/* Of whom DOCUMENT is; NULL when it does not say. */
const Field *misfiled_party(const Document *document);
/* True when a document in FILE has the number KEY, as its own or in its text. */
bool misfiled_names(const SubFile *file, const char *key);
/* True when it names a number that a document of OTHER has as its own. */
bool misfiled_names_any(const SubFile *file, const CaseGroup *other);
/* Any number of the papers of GROUP but FILE stands in FILE: then it is of this case after all. */
bool misfiled_names_case(const CaseGroup *group, const SubFile *file);

#endif
