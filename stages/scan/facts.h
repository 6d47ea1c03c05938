/*
 * facts: from what the walls found (scan.h) to what the record says (rec_scans.h).
 */
#ifndef ANJUAN_SCAN_FACTS_H
#define ANJUAN_SCAN_FACTS_H

#include "rec_scans.h"
#include "scan.h"

/* Sets state, reason and pages of SCAN, which has none yet. */
void facts_to_record(const ScanFacts *facts, Scan *scan);

#endif
