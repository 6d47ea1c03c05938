/*
 * likeness: whether two scanned pages are one picture, saved again at another quality, size or format, by the thumbnails in
 * the record of scans (rec_scans.h) alone.
 *
 * Two copies of one form, filled in with other words, must never be taken for one picture.  Where no pixel
 * moves, saving changes a dot by one level at most, and another word by more.  At another size it changes
 * dots by several levels everywhere where there is an edge, as much as another word does: among pages of
 * 830 to 2480 pixels, copies of one form at two sizes were mistaken for each other as often as not,
 * whatever was measured.  So here print is compared at one size only, and at two sizes photographs alone,
 * which differ all over from any other; print at two sizes takes a closer look (closely.h).
 *
 * What even one size cannot tell is an entry of a few small characters, which is no more than saving changes: of copies of
 * 830 to 2480 pixels that differed in two characters of 4 mm, one in ten was taken for the other, of 3 mm two in five,
 * of 2 mm nine in ten (tests with drawn characters that are all equally dark; of real ones in 9 pt that differed in one
 * figure, all).  A lower limit would no longer find what was saved again.  So print takes a closer look at one size too,
 * where that can be had: not of strips longer than twice their width, and not of pictures of fewer than 500 pixels, in
 * which a dot of the thumbnail is no larger than a figure.
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

/* The dots of print, on whatever paper and bed, lie on the levels of two bands; those of a photograph
 * on all. */
bool look_is_photograph(const Look *look);

/* Print at which a closer look can be had: that settles whether it is one picture with other print, and thumbnails, in
 * which two figures are alike, have no say. */
bool look_is_close_print(const Look *look);

/* Whether pictures of that width and height and of the other have their sides in one proportion, as far
 * as whole pixels allow. */
bool look_is_shape_same(uint32_t width_px, uint32_t height_px, uint32_t other_width_px,
                        uint32_t other_height_px);

/* True when A and B are one picture as far as thumbnails tell. */
bool looks_alike(const Look *a, const Look *b);

/* By how much two of one size that are alike differ where they do most: the less, the likelier they are one
 * picture.  Saving leaves a little everywhere, which cancels with the neighbours; another entry does not. */
guint looks_difference(const Look *a, const Look *b);

typedef void (*LookPairFunc)(guint a, guint b, gpointer data);

/* Calls FUNC for every two of the COUNT LOOKS that are alike, A < B, once or several times, in any order.  Of
 * thousands each is compared only with those nearest to it, so that no set of pictures takes long.  CUT, of COUNT flags,
 * marks those that had more that came near; returns how many these are (0: all were compared). */
guint looks_pair(const Look *looks, guint count, LookPairFunc func, gpointer data, bool *cut);

#endif
