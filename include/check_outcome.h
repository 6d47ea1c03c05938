/*
 * check_outcome: what the stages of `anjuan check` left in the private folder, read together: the unit's record, the
 * findings of the intake and of the checks, and the exit status that they come to (SPEC 1.5).
 */
#ifndef ANJUAN_CHECK_OUTCOME_H
#define ANJUAN_CHECK_OUTCOME_H

#include "check_report.h"
#include "rec_findings.h"
#include "seasonrun.h"
#include "unitrun.h"

typedef struct {
    UnitRecord *unit;    /* NULL: nothing could be read, or a stage failed */
    GPtrArray *findings; /* Finding, all of them in the order of SPEC 9.3; borrowed from RUN and CHECKED */
    Findings *checked;   /* those of the checks; NULL as UNIT */
    Scores *forecast;    /* of forecast_scores(), which the caller sets; NULL: not known */
} CheckOutcome;

/* Reads what the stages wrote for UNIT, which must be done.  Of a record that is missing or broken nothing is read;
 * check_outcome_status() tells.  RUN must outlive the outcome.  Free with check_outcome_clear(). */
CheckOutcome check_outcome_read(const SeasonRun *run, const UnitRun *unit);
void check_outcome_clear(CheckOutcome *outcome);

/* EXIT_DONE, EXIT_FINDINGS for one of level error or above, EXIT_INPUT when nothing of what was given could be read,
 * EXIT_INTERNAL when a stage failed. */
int check_outcome_status(const SeasonRun *run, const UnitRun *unit, const CheckOutcome *outcome);

/* The same for people.  UNIT NULL: whose package it is cannot be told, and the caller names it.  All in it is borrowed. */
CheckReport check_outcome_report(const SeasonRun *run, const UnitRun *unit, const CheckOutcome *outcome);

#endif
