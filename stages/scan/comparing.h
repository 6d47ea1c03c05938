/*
 * comparing: which pages of print among the scans of a submission are one picture saved twice:
 * nearpages.h says which may be, and those are read from the store once more for a closer look
 * (closely.h).
 *
 * However many copies of one form there are, this takes seconds, and the memory of a few pages: pairs are taken
 * nearest first, a batch of pages at a time, as long as that finds any, and until so many pages have been looked at.
 * The others are passed over, and the record says of which pages.  What is taken does not depend on what is known
 * already, so that the record is the same in either case.
 */
#ifndef ANJUAN_SCAN_COMPARING_H
#define ANJUAN_SCAN_COMPARING_H

#include "rec_scans.h"
#include "store.h"

/* An earlier record of this program; HAD says of each scan of now whether it had it.  NULLs for
 * none. */
typedef struct {
    const Scans *scans;
    const bool *had;
} KnownScans;

/* Fills in the pairs and the passed pages of SCANS, of which NEAR holds the pages (nearpages_add, in
 * order), by up to JOBS threads.  FALSE and a system fault when a blob cannot be read. */
gboolean comparing_fill(Scans *scans, GArray *near, const KnownScans *known, const StoreDirs *stores,
                        int jobs, GError **error);

/* Takes both over from KNOWN, a record of the very same scans. */
void comparing_take(Scans *scans, Scans *known);

#endif
