/*
 * rec_intake: which packages belong to which unit, when they were received, and what happened to them (intake.xml).
 * Written by the front command; its findings are PKG-010 to 015, DAT-008 and SYS-001.
 */
#ifndef ANJUAN_REC_INTAKE_H
#define ANJUAN_REC_INTAKE_H

#include <stdbool.h>

#include "rec_common.h"

typedef enum {
    INTAKE_COUNTS,   /* read now or held unchanged */
    INTAKE_CHANGING, /* still being written: its last good receipt counts if there is one (PKG-011) */
    INTAKE_HELD      /* gone or unreadable: the last good receipt counts (PKG-012) */
} IntakeState;
extern const char *const intake_states[];

typedef struct {
    char *name;          /* of the package in submissions/ */
    int64_t receipt;     /* number of the receipt that counts; 0: none */
    int64_t received_s;  /* table `receipts` over receipt over first run */
    char *sha256;        /* content digest of the package */
    int state;           /* IntakeState */
    bool late;           /* received after the deadline (PKG-013) */
} IntakePackage;
extern const RecordType intake_package_type;

/* A file outside 案卷/ that an earlier receipt of the unit held already (same path or same bytes): papers are judged by
 * when they were first received (SUB-001). */
typedef struct { char *path; int64_t received_s; } IntakeFirst;
extern const RecordType intake_first_type;

typedef struct {
    char *id;
    char *failed;         /* stage that failed for this unit (SYS-001); NULL */
    bool stale;           /* failed, and an older good record stands */
    GPtrArray *packages;  /* IntakePackage, in order of receipt */
    GPtrArray *first;     /* IntakeFirst */
} IntakeUnit;
extern const RecordType intake_unit_type;

typedef struct {
    char *program;
    GPtrArray *units;     /* IntakeUnit, in the order of the units table */
    GPtrArray *findings;  /* Finding */
} Intake;
extern const RecordType intake_type;

const IntakeUnit *intake_unit(const Intake *intake, const char *id);

#endif
