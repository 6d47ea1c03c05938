/*
 * likeness: whether two scanned pages are one picture, saved again at another quality, size or format, by the thumbnails in
 * the record of scans (rec_scans.h) alone.
 *
 * Two copies of one form, filled in with other words, must never be taken for one picture.  What saving does to a
 * thumbnail is noise, small and everywhere where ink is; another entry is a difference in one place.  So a difference
 * counts by how far it stands out from the others, and pages that differ more in all than cells of their size explain are
 * different at once.  The numbers were found with pages of text, forms and grain between 830 and 1650 pixels wide, saved at
 * qualities 40 to 95 and sizes from half to double (tests/unit/test_likeness.c).
 *
 * Pages of one size in pixels are told apart the best: there a single word is enough.
 */
#ifndef ANJUAN_LIKENESS_H
#define ANJUAN_LIKENESS_H

#include <stdbool.h>

#include "rec_scans.h"
#include "scan.h"

typedef struct {
    uint32_t width_px, height_px;
    uint8_t thumb[SCAN_THUMB_BYTES];
} Look;

/* Fills in LOOK; false when PAGE has no thumbnail, or hardly anything on it by which it could be told. */
bool look_read(const ScanPage *page, Look *look);

/* True when A and B are one picture as far as thumbnails tell. */
bool looks_alike(const Look *a, const Look *b);

typedef void (*LookPairFunc)(guint a, guint b, gpointer data);

/* Calls FUNC for every two of the COUNT LOOKS that are alike, A < B, once or several times, in any order.  Far fewer
 * are compared than there are pairs, unless nearly all look the same. */
void looks_pair(const Look *looks, guint count, LookPairFunc func, gpointer data);

#endif
