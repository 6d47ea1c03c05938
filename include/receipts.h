/*
 * receipts: what was received when (SPEC 2.1-2.3): store/receipts/UNIT/NNNN.xml, one file each time a package was first held
 * with given bytes.  A receipt is never changed but to be marked withdrawn, and is an input of every later run.
 */
#ifndef ANJUAN_RECEIPTS_H
#define ANJUAN_RECEIPTS_H

#include <stdbool.h>

#include "rec_inventory.h"
#include "rec_tables.h"
#include "runstate.h"

/* Makes UNIT's list of receipts agree with the receipt folder, reading the files only when the folder has changed. */
gboolean receipts_sync(StateUnit *unit, const char *folder, GError **error);

/* The newest receipt of the package NAME that is not withdrawn, or NULL. */
const StateReceipt *receipts_last(const StateUnit *unit, const char *name);
const StateReceipt *receipts_find(const StateUnit *unit, int64_t number);

/* The receipt that PACKAGE (just read, state "read") gives: the newest of that name if it holds the same bytes, else a new file.  The time
 * is that of the first receipt that held these bytes, else NOW_S.  *NUMBER is its number. */
gboolean receipts_note(StateUnit *unit, const char *folder, const Package *package, int64_t now_s, int64_t *number, GError **error);

/* The file of a receipt.  Caller frees. */
char *receipts_path(const char *folder, int64_t number);

/* A package's name without .zip, by which packages are ordered and named in tables.  Caller frees. */
char *package_stem(const char *name);

/* The row of the table `receipts` that speaks of the package NAME of UNIT (by file name, with or without .zip; a row without one
 * when it is the unit's only package), or NULL. */
const ReceiptRow *receipts_row(const Tables *tables, const char *unit, const char *name, bool only);

#endif
