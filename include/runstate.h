/*
 * runstate: what the front command remembers from run to run (work/state.xml), so that an unchanged season costs a walk of the tree
 * (SPEC 5.2, 5.3).  It is a cache: without it everything is made again, to the same bytes.
 *
 * Two things are remembered.  Of every package, the signature of its files (size, times, inode, device) when they were
 * read and the receipt that they gave; a signature is trusted only when it was recorded at least two seconds after the newest
 * time in it.  Of every step, the digest of its inputs, of its output, and the output's own signature.
 */
#ifndef ANJUAN_RUNSTATE_H
#define ANJUAN_RUNSTATE_H

#include <stdbool.h>

#include "record.h"

typedef struct {
    char *name;        /* in submissions/ */
    char *signature;
    int64_t newest_ns; /* newest mtime in the package */
    int64_t recorded_ns;
    int64_t receipt;   /* number; 0: it could not be read */
} StatePackage;

typedef struct {
    int64_t number;
    char *name, *sha256; /* of the package */
    int64_t received_s;
    bool withdrawn;
} StateReceipt;

typedef struct {
    char *unit;          /* NULL: of the season */
    char *step;
    char *inputs, *output; /* digests */
    char *signature;     /* of the output files */
} StateStep;

typedef struct {
    char *id;
    char *receipts_signature; /* of the receipt folder when it was read */
    char *reader;        /* digest of the program and limits that read the packages */
    char *scans;         /* digest of the list of scans (scanlist.h) of the inventory; NULL: not known */
    GPtrArray *packages; /* StatePackage */
    GPtrArray *receipts; /* StateReceipt, by number */
    GPtrArray *steps;    /* StateStep */
} StateUnit;

typedef struct {
    GPtrArray *units;    /* StateUnit; the one with id "" holds the steps of the season */
} RunState;

/* Reads FILE; an empty state when it is not there or cannot be used. */
RunState *runstate_read(const char *file);
gboolean runstate_write(const RunState *state, const char *file, GError **error);
void runstate_free(RunState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RunState, runstate_free)

/* The entry of a unit ("" for the season), made when it is not there. */
StateUnit *runstate_unit(RunState *state, const char *id);
StatePackage *stateunit_package(StateUnit *unit, const char *name);
void stateunit_set_package(StateUnit *unit, const char *name, const char *signature, int64_t newest_ns, int64_t recorded_ns, int64_t receipt);
void stateunit_set_receipt(StateUnit *unit, int64_t number, const char *name, const char *sha256, int64_t received_s, bool withdrawn);

/* True when STEP was made from INPUTS before and its FILES (NULL-terminated) are untouched since. */
bool stateunit_is_fresh(const StateUnit *unit, const char *step, const char *inputs, const char *const *files);
/* Remembers that STEP was made from INPUTS; hashes FILES. */
gboolean stateunit_set_step(StateUnit *unit, const char *step, const char *inputs, const char *const *files, GError **error);
/* Notes the digest of the list of scans, NULL that it is not known. */
void stateunit_set_scans(StateUnit *unit, const char *hex);
/* The digest of the step's output, or NULL when it was never made. */
const char *stateunit_output(const StateUnit *unit, const char *step);

/* A signature of one file or of a whole folder (names, sizes, times, inodes), 64 hexadecimal digits; *NEWEST_NS the newest mtime,
 * *BYTES the size of all files.  System fault when it cannot be walked. */
gboolean signature_of(const char *path, char hex[65], int64_t *newest_ns, int64_t *bytes, GError **error);

#endif
