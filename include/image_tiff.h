/*
 * image_tiff: the wall around libtiff.
 *
 * All pages in the order of their directories; previews and masks beside a page are no pages.  Strips are read a row
 * at a time, tiles one by one: bilevel, grey, palette, RGB and CMYK of 1 to 16 bits.  What needs libtiff's own conversion
 * to colour (raw YCbCr, old JPEG, Lab) goes through it a strip or tile at a time, where these are small enough; the rest
 * is FACTS_REASON_FEATURE.  Whatever a fax or JPEG decoder complains of is damage, though libtiff calls it a warning;
 * unknown or odd tags are not.  One bad page makes the file damaged.
 */
#ifndef ANJUAN_IMAGE_TIFF_H
#define ANJUAN_IMAGE_TIFF_H

#include "scan.h"

/* Examines a whole TIFF file in memory; FACTS must be initialised.  Never fails: see the states of scan.h. */
void image_tiff_scan(const uint8_t *data, size_t size_bytes, ScanFacts *facts);

/* The same; returns the row in which libtiff first complained of the data of the last page, from 0. */
uint32_t image_tiff_scan_to_row(const uint8_t *data, size_t size_bytes, ScanFacts *facts);

#endif
