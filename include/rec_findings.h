/*
 * rec_findings: what check found in one unit's submission (findings.xml).
 */
#ifndef ANJUAN_REC_FINDINGS_H
#define ANJUAN_REC_FINDINGS_H

#include "rec_common.h"

typedef struct {
    char *program;
    GPtrArray *made_from;
    char *unit;          /* unit id; NULL for a package that was checked alone */
    GPtrArray *findings; /* Finding, sorted */
} Findings;
extern const RecordType findings_type;

#endif
