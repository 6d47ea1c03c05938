/*
 * image_strip: the pixels of a picture that has no file of its own around it, as PDFs hold them.
 *
 * The data of a PDF's picture are, but for their head, the one strip of a TIFF or the data chunk of a PNG.
 * With such a head they are given to the wall around libtiff or libpng, so that they are read, bounded and
 * judged like any scan.
 *
 * FACTS_REASON_CORRUPT is said only of codes that spell nothing while much of the picture is to come.  Data
 * that end before it does are FACTS_REASON_TRUNCATED: programs that show PDFs pass over that, and some write
 * too large a height.
 */
#ifndef ANJUAN_IMAGE_STRIP_H
#define ANJUAN_IMAGE_STRIP_H

#include <stdbool.h>
#include "scan.h"

/* How the pixels are packed. */
typedef enum {
    STRIP_PLAIN,
    STRIP_FLATE,
    STRIP_FLATE_DIFFERENCES, /* of neighbours in a row (TIFF's predictor) */
    STRIP_FLATE_PNG,         /* each row with a filter of PNG */
    STRIP_FAX_4,             /* ITU-T T.6 */
    STRIP_FAX_3,             /* T.4, a code for the end before each line */
    STRIP_FAX_3_TWO_WAYS     /* the same, some lines coded by the one above */
} StripCoding;

enum { STRIP_PALETTE_MAX = 256 };

typedef struct {
    StripCoding coding;
    uint32_t width_px, height_px;
    uint16_t bits;    /* a sample: 1, 2, 4, 8 or 16, the high byte first */
    uint16_t samples; /* a pixel: 1 grey or a place in the palette, 3 RGB, 4 CMYK */
    bool inverted;    /* of grey: 0 is white; of a fax: black is black */
    uint16_t colours; /* in the palette; 0: there is none */
    uint8_t palette[STRIP_PALETTE_MAX][3]; /* red, green, blue */
} Strip;

/* Examines the pixels DATA, which are only read; FACTS must be initialised.  Never fails: see the states of
 * scan.h; what neither wall reads is FACTS_REASON_FEATURE. */
void image_strip_scan(const Strip *strip, const uint8_t *data, size_t size_bytes, ScanFacts *facts);

#endif
