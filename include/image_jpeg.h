/*
 * image_jpeg: the wall around libjpeg-turbo.
 *
 * All entropy-coded data are parsed (progressive files: every pass), the picture is computed at scale 1/8, one sample
 * a cell.  Missing data, a missing end marker and contradictions in the data are damage; a couple of stray bytes before
 * the end marker, which some scanners write, and oddities of optional headers are not.  A changed byte that still spells
 * valid codes cannot be noticed: JPEG has no checksum.  A plain and sound picture, as nearly all scanners write them, is
 * read by jpegmeans, which is several times as fast and gives the same facts; the library judges all others.  Grey, YCbCr, RGB, CMYK and YCCK are read; 12-bit, lossless and
 * hierarchical files are FACTS_REASON_FEATURE.  The resolution is that of the JFIF header, else of Exif.
 */
#ifndef ANJUAN_IMAGE_JPEG_H
#define ANJUAN_IMAGE_JPEG_H

#include "scan.h"

/* Examines a whole JPEG file in memory; FACTS must be initialised.  Never fails: see the states of scan.h. */
void image_jpeg_scan(const uint8_t *data, size_t size_bytes, ScanFacts *facts);

/* The same by the library alone, for all kinds: what image_jpeg_scan is tested against. */
void image_jpeg_scan_by_library(const uint8_t *data, size_t size_bytes, ScanFacts *facts);

#endif
