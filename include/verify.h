/*
 * verify: is everything that a season holds what it was when it came or was published?
 *
 * Blobs have the name of their bytes; receipts name blobs; every run's manifest names its files and the
 * digest of the manifest before it; run.log names every run and its manifest.  So whatever is changed, added
 * or taken away afterwards contradicts something.  Each problem is printed with the file, what was expected,
 * and what to do.
 *
 * What nobody can tell from the season alone: that all of it was made again in agreement with itself, from
 * some run on, run.log included.  The digest of a manifest vouches for everything before it; noted elsewhere
 * (in the minutes of a meeting), it proves that too.
 */
#ifndef ANJUAN_VERIFY_H
#define ANJUAN_VERIFY_H

#include "seasondir.h"

typedef struct {
    int blobs, receipts, runs, files, bad;
    GHashTable *sound;     /* digests of the blobs that are whole */
    GHashTable *withdrawn; /* unit → number of its receipts that are marked withdrawn */
} Verification;

/* One problem, on standard output: the file, what is wrong with it, what to do (either text may be NULL). */
void verify_report(Verification *verification, const char *path, const char *problem, const char *remedy);
/* The remedy for what only a backup can bring back. */
const char *verify_from_backup(void);

/* Hashes all blobs and reads all receipts.  System fault when a folder cannot be read. */
gboolean verify_store(const SeasonDir *dir, Verification *verification, GError **error);
/* Goes through all runs, their chain, the links to them and run.log.  After verify_store(). */
void verify_runs(const SeasonDir *dir, Verification *verification);

#endif
