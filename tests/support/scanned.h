/* scanned: what a reader of images finds in a file, as tests expect it. */
#ifndef ANJUAN_TEST_SCANNED_H
#define ANJUAN_TEST_SCANNED_H

#include "scan.h"

typedef void (*ScanReader)(const uint8_t *data, size_t size_bytes, ScanFacts *facts);

/* What READ finds in BYTES; fails the test when state and reason do not fit each other.  Free with scan_facts_clear. */
ScanFacts scanned(ScanReader read, const GByteArray *bytes);
/* The facts of the only page; fails the test unless the file is sound and has one.  Takes BYTES. */
PageFacts scanned_page(ScanReader read, GByteArray *bytes);
/* Fails the test unless READ finds SIZE bytes at DATA bad for REASON. */
void scanned_bad(ScanReader read, const uint8_t *data, size_t size, FactsReason reason);

#endif
