/*
 * check: one unit's records against the season, the law and the unit's slice of the tables (SPEC 7).
 *
 * A pure function: the same records give the same findings and the same unit record.  Without a slice, checks that need tables are
 * listed in one PKG-020; without the intake, lateness of papers (SUB-001) is not judged.  When nothing was handed in, or nothing
 * that can be read, only the findings about packages are made.
 */
#ifndef ANJUAN_CHECK_H
#define ANJUAN_CHECK_H

#include "catalogue.h"
#include "checkrules.h"
#include "rec_casefiles.h"
#include "rec_findings.h"
#include "rec_intake.h"
#include "rec_inventory.h"
#include "rec_scans.h"
#include "rec_tables.h"
#include "rec_unit.h"
#include "season.h"

typedef struct {
    const Season *season;
    const CheckRules *rules;
    const Catalogue *catalogue;
    const char *unit;         /* id; NULL for a package checked alone */
    const Slice *slice;       /* NULL: no tables */
    const IntakeUnit *intake; /* NULL: receipt times not known */
    const Inventory *inventory;
    const Scans *scans;
    const Casefiles *casefiles;
} CheckInput;

/* Fills *FINDINGS (sorted) and *UNIT, both without program and made-from.  Free with record_free. */
void check_run(const CheckInput *input, Findings **findings, UnitRecord **unit);

/* The part of an intake that check depends on: one unit's packages with times, and times of first receipt. */
void check_intake_digest(const IntakeUnit *intake, char hex[65]);

#endif
