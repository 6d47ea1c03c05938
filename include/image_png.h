/*
 * image_png: the wall around libpng.
 *
 * Every chunk is read to IEND and the checksums of all that matter for the picture are verified; a damaged optional
 * chunk (a comment, a colour profile) is passed over.  Any depth, palette, interlacing; transparency lies on white.
 * The resolution is that of pHYs when it is given in metres.
 */
#ifndef ANJUAN_IMAGE_PNG_H
#define ANJUAN_IMAGE_PNG_H

#include "scan.h"

/* Examines a whole PNG file in memory; FACTS must be initialised.  Never fails: see the states of scan.h. */
void image_png_scan(const uint8_t *data, size_t size_bytes, ScanFacts *facts);

#endif
