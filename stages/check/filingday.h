/* Of two days of the filing the one against which the steps of the case speak (EXT-002; private to anjuan-check). */
#ifndef FILINGDAY_H
#define FILINGDAY_H

#include "checks.h"

/* Of ONE and OTHER, which tell two days of the filing of GROUP (of another field: NULL), the one that does not go with the inspection, the
 * notice or the decision, or would break their terms, while the other does and breaks none; NULL where both or none does. */
const Saying *filing_untimely(const Check *check, const CaseGroup *group, const Saying *one, const Saying *other);
/* FINDING names WRONG, such a day, and KEPT: it stands at WRONG, tells which step speaks against it and where else that day is. */
void filing_tell_untimely(const Check *check, const CaseGroup *group, Finding *finding, const Saying *wrong, const Saying *kept);
/* Where papers of GROUP other than WRONG's tell the same day of the filing, for a parameter of form places; NULL for none.  Caller frees. */
char *filing_told_alike(const CaseGroup *group, const Document *wrong, const Field *day);

#endif
