/*
 * unitview: what `status` and the end of `run` say of a unit: packages, receipts, findings, in one line.
 */
#ifndef ANJUAN_UNITVIEW_H
#define ANJUAN_UNITVIEW_H

#include "catalogue.h"
#include "rec_intake.h"
#include "rec_tables.h"
#include "seasondir.h"

typedef struct {
    const UnitRow *row;
    const IntakeUnit *intake; /* NULL before the first run */
    int casefiles, candidates;
    int counts[LEVEL_FATAL + 1]; /* findings by level */
    bool read;                /* its records are there */
} UnitView;

/* Reads the unit's records in work/.  What is not there counts as nothing. */
UnitView unitview_read(const SeasonDir *dir, const UnitRow *row, const Intake *intake);

#endif
