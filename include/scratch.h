/*
 * scratch: a private folder in which `check` works (SPEC 4.6): a season directory whose records, store and receipts
 * lie in a temporary folder that is gone afterwards, while rules and tables are those of a season, or the built-in ones.
 */
#ifndef ANJUAN_SCRATCH_H
#define ANJUAN_SCRATCH_H

#include "seasondir.h"

/* A season directory in a new private folder.  SEASON NULL: built-in rules and no tables. */
SeasonDir *scratch_open(const char *season, GError **error);

/* Takes over the receipts of UNIT from the season at SEASON, so that what the unit has handed in before is there (SPEC 2.2).  Blobs
 * stay where they are: stages look into the season's store. */
gboolean scratch_take_receipts(SeasonDir *dir, const char *season, const char *unit, GError **error);

/* Gives the store TO_STORE a blob of FROM_STORE: a second name for it, or a copy where the file systems differ. */
gboolean scratch_take_blob(const char *from_store, const char *to_store, const char *sha256, GError **error);

/* Removes the folder and closes DIR. */
void scratch_close(SeasonDir *dir);

#endif
