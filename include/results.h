/*
 * results: from the records of all units to the files of one run, in a folder of their own (SPEC 5.4-5.6, 9).
 *
 * Publishing, rebuilding and sealing a run, and trying out other rules, all go this way, so that none of them can come to
 * other bytes than the others.
 */
#ifndef ANJUAN_RESULTS_H
#define ANJUAN_RESULTS_H

#include <stdbool.h>

#include "seasonrun.h"
#include "unitrun.h"

typedef struct {
    const char *compared;  /* folder of the run that changes are told against; NULL: none */
    const char *time;      /* of the run, for the pages */
    const char *language;  /* of the pages, "zh" or "en"; NULL: results_language() */
    bool alternatives;     /* the assumed values are tried the other way too */
    const char *sealed;    /* a person's note on why these are the official results: 状态 is 已审定; NULL: they are not */
} ResultsPlan;

/* The files of a unit that score and report read, ended by NULL. */
extern const char *const results_unit_records[];

/* True when UNIT counts with its records: not when it handed in nothing, or failed without an older good record. */
bool results_has_records(const UnitRun *unit);
/* "zh" or "en": published results are Chinese unless the user named another language (SPEC 1.2). */
const char *results_language(void);

/* Runs score over the held records of RUN into the file SCORES. */
gboolean results_score(SeasonRun *run, const ResultsPlan *plan, const char *scores, GError **error);
/* Scores, and writes everything but the manifest into FOLDER, which is there. */
gboolean results_build(SeasonRun *run, const ResultsPlan *plan, const char *folder, GError **error);

#endif
