/*
 * scanning: what the stage anjuan-scan does: an inventory and the store become the record of facts about its scans.
 *
 * Facts are wanted of every member that counts (rec_inventory.h) and is an image or a PDF by content or by the
 * extension of its name.  Each digest is examined once, by its type by content: JPEG, PNG, TIFF and PDF as scan.h says;
 * GIF, BMP and WebP, and what is known to be something else, are "unsupported" with reason "format"; bytes that are
 * nothing known are "damaged" with reason "header"; no bytes are "empty".  What that means where the name promises
 * something else is for check to say.
 */
#ifndef ANJUAN_SCANNING_H
#define ANJUAN_SCANNING_H

#include <stdbool.h>

#include "rec_inventory.h"
#include "rec_scans.h"

/* True for a member that is examined. */
bool scanning_wants(const Member *member);

/* The facts of all scans of INVENTORY, in order of digest, found out by JOBS threads; blobs lie in the store STORE_DIR.
 * Facts that KNOWN (NULL for none) has already are taken out of it and not found out again, provided that this very
 * program wrote it.  Program and made_from are set.  NULL and a system fault when a blob cannot be read.  Free with
 * record_free(&scans_type, …). */
Scans *scanning_run(const Inventory *inventory, Scans *known, const char *store_dir, int jobs, GError **error);

#endif
