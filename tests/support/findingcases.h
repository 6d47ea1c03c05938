/*
 * findingcases: tests of checks as a table.  Each entry names a code (and variant), something that raises it and a near miss that does not;
 * both change the clean package.  tests/unit/test_check_codes.c reads these tables and fails when a code of the catalogue has no entry.
 */
#ifndef FINDINGCASES_H
#define FINDINGCASES_H

#include "submitted.h"

typedef void (*ChangeFunc)(Submitted *s);
typedef struct { const char *code, *variant; ChangeFunc raise, miss; const char *name; } FindingCase;

#define RAISED(code, variant, raise, miss) {code, variant, raise, miss, #raise}

/* Runs the table as one cmocka group; returns its result. */
int finding_cases_run(const char *name, const FindingCase *cases, size_t count);

/* Runs the checks, and takes the first finding of CODE and VARIANT (NULL: of no variant), which must be there. */
const Finding *submitted_told(Submitted *s, const char *code, const char *variant);
/* Fails unless the parameter NAME of FINDING (NULL: there is none) is VALUE (NULL: none, or empty). */
void expect_param(const Finding *finding, const char *name, const char *value);

#endif
