/*
 * seasonrun: one run over a season, from the submissions to the records that score reads (SPEC 2, 5).
 *
 * seasonrun_new() opens everything that all units share and brings the tables up to date; seasonrun_units() takes every
 * unit through unpack, scan, extract and check, several side by side, doing only what is stale; seasonrun_intake() writes intake.xml.
 * Scoring and publishing follow in publish.h.
 *
 * A unit is a small state machine (unitrun.c).  Its packages are first matched against the receipts: what is unchanged is
 * taken from its receipt, what is new or changed is read, what is gone is held.  The inventory is always that of the receipts
 * in their order, so that an incremental run and a full one give the same bytes.
 */
#ifndef ANJUAN_SEASONRUN_H
#define ANJUAN_SEASONRUN_H

#include <stdbool.h>

#include "catalogue.h"
#include "process.h"
#include "progress.h"
#include "rec_intake.h"
#include "rec_tables.h"
#include "runstate.h"
#include "seasondir.h"
#include "submissions.h"

typedef struct {
    bool rehash, quiet;
    bool held_only;        /* `score`: no package is opened; a record that is stale otherwise is an input fault */
    int64_t received_s;    /* for new receipts; 0: now */
    char **packages;       /* `check`: these instead of submissions/, all of one unit; NULL in a run of the season */
    const char *unit;      /* `check`: the unit as the user named it; NULL: told by the package's name */
    Intake *rebuilt;       /* `rebuild`: what was received then, taken over by the run; nothing is looked for in submissions/ */
    bool lone;             /* `check` without a season: no tables, no unit */
} RunOptions;

typedef struct CatalogueLater CatalogueLater;

typedef struct {
    SeasonDir *dir;
    RunOptions options;
    RunState *state;
    Tables *tables;
    Catalogue *catalogue; /* NULL until seasonrun_need_catalogue() */
    CatalogueLater *catalogue_later;
    Intake *intake;      /* of this run */
    Intake *before;      /* of the run before; NULL */
    GPtrArray *submitted;/* Submitted */
    GPtrArray *units;    /* UnitRun */
    ProcessPool *pool;
    Progress *progress;
    ProcessLimits limits;
    int jobs;
    int64_t now_s;
    char reader[65], rules_extract[65], rules_check[65], rules_findings[65], season_check[65];
    GError *fault;       /* the first fault that stops the whole run */
    char *held_store, *held_unit; /* `check`: the season's store and records of the unit, which are only read; NULL */
    int steps_done;      /* stage processes that ran: 0 in an unchanged season */
    GPtrArray *log;      /* char *: JSON objects, what was read again and why */
} SeasonRun;

/* Opens the shared parts and runs the tables stage if it is stale.  DIR must be locked and outlive the run. */
SeasonRun *seasonrun_new(SeasonDir *dir, const RunOptions *options, GError **error);
void seasonrun_free(SeasonRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SeasonRun, seasonrun_free)

/* Waits until the catalogue of findings is there, which is read beside all else; again at no cost.  It is there when seasonrun_units()
 * looks at what stages made, and with a profile after seasonrun_new(); who adds a finding before that calls this first.
 * A catalogue or a profile that cannot be used is an input fault. */
gboolean seasonrun_need_catalogue(SeasonRun *run, GError **error);

/* Takes all units through their stages.  Input and system faults stop the run; a stage that dies fails only its unit.
 * *SIGNAL_NUMBER is set when the run was interrupted. */
gboolean seasonrun_units(SeasonRun *run, int *signal_number, GError **error);

/* Completes intake (findings PKG-010 to 015, SYS-001), writes work/intake.xml and work/state.xml. */
gboolean seasonrun_finish(SeasonRun *run, GError **error);

/* Says what a run would read again and why, a line a package on standard output.  WORK is the season's own folder of records, when RUN works
 * elsewhere so as to change nothing. */
gboolean seasonrun_plan(SeasonRun *run, const char *work, GError **error);

/* Writes work/state.xml, so that an interrupted night goes on where it stopped. */
gboolean seasonrun_save(const SeasonRun *run, GError **error);

/* Brings tables.xml and the slices up to date and reads them. */
gboolean seasonrun_tables(SeasonRun *run, GError **error);

/* Adds PKG-010 to the findings of the intake: a package that fits no unit, or several.  The catalogue must be there. */
void seasonrun_note_stranger(SeasonRun *run, const Submitted *submitted);

/* Notes in the run's log that PACKAGE of UNIT is read, and WHY (PackageUse in unitrun.h). */
void seasonrun_log_package(SeasonRun *run, const char *unit, const char *package, const char *why);

/* ---- shared by the parts of the run ---- */

/* Digest over the NULL-terminated list of strings; NULL entries cannot occur, empty ones count. */
void inputs_digest(char hex[65], const char *first, ...) G_GNUC_NULL_TERMINATED;
/* build/bin/anjuan-STAGE beside the running program.  Caller frees. */
char *stage_path(const char *stage);
/* The digest that the stage's program has by the front command's knowledge (made at build time). */
const char *stage_digest(const char *stage);
/* Turns the end of a stage into a fault, or returns TRUE when it ended well.  What it said on standard error is the reason. */
gboolean stage_end_fault(const char *stage, ProcessEnd end, int status, const char *errors, GError **error);

#endif
