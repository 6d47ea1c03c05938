/*
 * extracting: the stage's work over an inventory or over files given one by one; private to the stage.
 */
#ifndef ANJUAN_EXTRACT_EXTRACTING_H
#define ANJUAN_EXTRACT_EXTRACTING_H

#include "extractrules.h"
#include "rec_casefiles.h"
#include "rec_inventory.h"
#include "store.h"

/* Entries for every leaf of INVENTORY that counts, in path order.  Blobs come from STORES, identical ones are read once; JOBS
 * at a time.  KNOWN (NULL: nothing) is an earlier result of the same program and rules: what it says of a file with the same path
 * and bytes is taken out of it.  NULL and a system fault when the store fails.  Free with record_free(&casefiles_type, …). */
Casefiles *extracting_inventory(const ExtractRules *rules, const Inventory *inventory, Casefiles *known, const StoreDirs *stores, int jobs,
                                GError **error);

/* The same for files of the machine, their paths as given. */
Casefiles *extracting_files(const ExtractRules *rules, char **paths, int jobs, GError **error);

#endif
