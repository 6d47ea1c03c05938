/*
 * unitrun: one unit's way through unpack, scan, extract and check within a run (seasonrun.h).
 */
#ifndef ANJUAN_UNITRUN_H
#define ANJUAN_UNITRUN_H

#include <stdbool.h>

#include "rec_intake.h"
#include "rec_inventory.h"
#include "seasonrun.h"
#include "submissions.h"

/* How one package enters the inventory. */
typedef struct {
    char *name;
    const Submitted *submitted; /* NULL: gone */
    bool read;                  /* its bytes are read now; else it is taken from its receipt */
    bool stuck;                 /* it cannot be read and no receipt stands for it */
    int state;                  /* IntakeState */
    int64_t receipt;            /* number; 0: none yet */
    int64_t received_s;
    bool replaces_all;          /* 整包替换 */
    bool withdrawn;             /* its receipt was taken back */
    const char *why;            /* why it is read: "new", "changed", "recent", "lost", "program", "rehash" */
} PackageUse;

typedef struct UnitRun UnitRun;

enum { STEP_UNPACK, STEP_SCAN, STEP_EXTRACT, STEP_CHECK, STEP_DONE };

/* One stage of a unit, for the process that runs it. */
typedef struct {
    UnitRun *unit;
    int step;
    char inputs[65]; /* digest of what it is made from */
} UnitStep;

struct UnitRun {
    SeasonRun *run;
    const UnitRow *row;
    StateUnit *state;
    IntakeUnit *intake;    /* belongs to the run's intake */
    GPtrArray *submitted;  /* Submitted of this unit, not owned */
    GPtrArray *uses;       /* PackageUse in order of receipt */
    char *receipts;        /* folder */
    UnitStep steps[STEP_DONE];
    Process *held[STEP_DONE]; /* started ahead of their turn; NULL */
    int next;              /* the step to be looked at next */
    int running;           /* processes of the unit that are queued or at work */
    int failed_step;       /* of those that failed, the first in order; meaningless without FAILURE */
    const char *failure;   /* the reason as SYS-001 gives it; NULL */
    char *failure_details; /* what the stage said */
    int64_t bytes_to_read;
    bool left;             /* a package is still being written and nothing stands for it */
    bool inventory_new;    /* it was made in this run */
    bool merged;           /* the inventory has been made again from receipts */
};

/* The unit's entry in RUN, without packages yet. */
UnitRun *unitrun_new(SeasonRun *run, const UnitRow *row);
void unitrun_free(UnitRun *unit);

/* Whether a package of UNIT cannot be read and no receipt stands for it (PKG-001). */
bool unitrun_has_stuck(const UnitRun *unit);
void unitrun_take(UnitRun *unit, const Submitted *submitted);
/* Decides, once all packages were taken, what is read and what is held.  Fault when its receipts cannot be read. */
gboolean unitrun_prepare(UnitRun *unit, GError **error);
/* Remembers which scans INVENTORY, that of UNIT as it was last made, has. */
void unitrun_note_scans(UnitRun *unit, const Inventory *inventory);
/* Why the documents of a unit none of whose packages is read would be read again: "rules", "program", "lost" (there is no record of them); NULL when they
 * would not.  After unitrun_prepare(); WORK is the folder of the records. */
const char *unitrun_documents_stale(UnitRun *unit, const char *work);
/* Goes on with the steps that are stale; returns having queued processes, or when the unit is done or failed.
 * Scan and extract, which need nothing of each other, are queued together. */
void unitrun_advance(UnitRun *unit);

/* ---- packages.c: from packages to an ordered list of receipts ---- */
gboolean packages_plan(UnitRun *unit, GError **error);
/* After unpack: notes receipts for what was read.  *AGAIN is set when the inventory must be made again from receipts. */
gboolean packages_settle(UnitRun *unit, bool *again, GError **error);
/* Fills the unit's part of intake and writes it beside the unit's records; HEX is its digest. */
gboolean packages_intake(UnitRun *unit, char hex[65], GError **error);
/* Tells which rows of `receipts` speak of no package of the unit, so that they have no effect (DAT-008). */
void packages_note_idle_rows(const UnitRun *unit);
void package_use_free(PackageUse *use);

#endif
