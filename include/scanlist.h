/*
 * scanlist: which files of a submission are scans to be looked at, each content once.  The record of scans (rec_scans.h) is made from
 * this list alone: another document, or a file by another name, leaves it as it is, and the record with it (SPEC 5.2).
 */
#ifndef ANJUAN_SCANLIST_H
#define ANJUAN_SCANLIST_H

#include <stdbool.h>

#include "digest.h"
#include "rec_inventory.h"
#include "rec_scans.h"

/* Whether MEMBER is a picture or a PDF by its content, or by its name should be one, and lies in the store. */
bool scanlist_wants(const Member *member);

/* Adds to SCANS a Scan, of which digest and type are known, for every content of INVENTORY that is wanted, in order of digest. */
void scanlist_add(const Inventory *inventory, GPtrArray *scans);

/* HEX: the digest of digests and types of the list that INVENTORY gives. */
void scanlist_digest(const Inventory *inventory, char hex[DIGEST_HEX + 1]);
/* The same of the list SCANS, as scanlist_add() makes it. */
void scanlist_digest_of(const GPtrArray *scans, char hex[DIGEST_HEX + 1]);

#endif
