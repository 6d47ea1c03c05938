/*
 * verify: is everything that a season holds what it was when it came or was published?
 *
 * Blobs have the name of their bytes; receipts name blobs; every run's manifest names its files and the digest of the manifest before
 * it; run.log names every run and its manifest.  So whatever is changed, added or taken away afterwards contradicts something.  Each
 * problem is printed with the file, what was expected, and what to do.
 */
#ifndef ANJUAN_VERIFY_H
#define ANJUAN_VERIFY_H

#include "seasondir.h"

typedef struct {
    int blobs, receipts, runs, files, bad;
    GHashTable *sound;   /* digests of the blobs that are whole */
} Verification;

/* One problem, on standard output: the file, what is wrong with it, what to do (either text may be NULL). */
void verify_report(Verification *verification, const char *path, const char *problem, const char *remedy);

/* Hashes all blobs and reads all receipts.  System fault when a folder cannot be read. */
gboolean verify_store(const SeasonDir *dir, Verification *verification, GError **error);
/* Goes through all runs, their chain, the links to them and run.log.  After verify_store(). */
void verify_runs(const SeasonDir *dir, Verification *verification);

#endif
