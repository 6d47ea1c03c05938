/*
 * scanning: what the stage anjuan-scan does: an inventory and the store become the record of facts about its scans.
 *
 * Facts are wanted of the scans that scanlist.h lists.  Each digest is examined once, by its type by content: JPEG, PNG, TIFF and
 * PDF as scan.h says; GIF, BMP and WebP, and what is known to be something else, are "unsupported" with
 * reason "format"; bytes that are nothing known are "damaged" with reason "header"; no bytes are
 * "empty".  What that means where the name promises something else is for check to say.  Then pages that
 * of print that are one picture are looked for (comparing.h).
 */
#ifndef ANJUAN_SCANNING_H
#define ANJUAN_SCANNING_H

#include <stdbool.h>

#include "rec_inventory.h"
#include "rec_scans.h"
#include "store.h"

/* Finds out the facts of all scans of INVENTORY, by JOBS threads, and writes them in order of digest to
 * PATH as a record of type scans_type; what was written is not kept, so that memory does not grow with
 * the pages.  Blobs lie in STORES.  Facts that KNOWN (NULL for none) has already are taken out of it
 * and not found out again, provided that this very program wrote it; so it is with pairs.  FALSE and a
 * system fault, and nothing written, when a blob cannot be read or PATH be written. */
gboolean scanning_write(const Inventory *inventory, Scans *known, const StoreDirs *stores, int jobs, const char *path,
                        GError **error);

/* The bytes of the blob with that digest; NULL and a system fault when they cannot be read. */
GMappedFile *scanning_map_blob(const StoreDirs *stores, const char *sha256, GError **error);

#endif
