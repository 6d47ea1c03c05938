/*
 * scanner: papers as a scanner or a PDF printer delivers them.  Light noise, a tint of the paper, a small
 * turn and the shadow of an edge make every page differ and give files the sizes that real ones have.
 */
#ifndef SAMPLES_SCANNER_H
#define SAMPLES_SCANNER_H

#include "noise.h"
#include "paper.h"

typedef enum {
    SCAN_JPEG,
    SCAN_JPEG_COLOUR,
    SCAN_PNG,
    SCAN_TIFF,
    SCAN_PDF,
    SCAN_PDF_IMAGE,
    SCAN_PDF_FAX
} ScanFormat;

typedef struct {
    ScanFormat format;
    guint dpi;
    guint max_pages; /* the text shrinks until the paper fits; 0: as many pages as it takes */
    int quality;     /* of JPEG */
    uint64_t seed;
    const char *label; /* names the stream of chance */
    const char *stamp; /* 2016-10-08, the date inside a PDF */
} ScanOptions;

/* "jpg", "png", "tif", "pdf". */
const char *scanner_suffix(ScanFormat format);

/* The files (GBytes) of PAPER: one a page for JPEG and PNG, a single one for TIFF and PDF. */
GPtrArray *scanner_paper(const Paper *paper, const ScanOptions *options);

/* Pixels of one page, as scanned. */
typedef struct {
    guint width, height, channels; /* 1 grey, 3 RGB */
    guint dpi;
    guint8 *pixels;
} Bitmap;

void bitmap_free(Bitmap *bitmap);

/* The page of PAPER at CURSOR without noise; *MORE tells whether pages are left. */
struct _cairo_surface *scanner_surface(const Paper *paper, double size, guint dpi, Noise *noise, void *cursor,
                                       gboolean *more);
/* Takes a cairo RGB24 surface over into pixels with paper tone and noise of AMPLITUDE grey levels. */
Bitmap *bitmap_from_surface(struct _cairo_surface *surface, guint channels, guint dpi, Noise *noise,
                            guint amplitude);

/* Encoders.  PNG is written with sixteen greys, TIFF as CCITT G4 with one page a bitmap. */
GBytes *bitmap_jpeg(const Bitmap *bitmap, int quality);
GBytes *bitmap_png(const Bitmap *bitmap);
GBytes *bitmap_tiff(GPtrArray *bitmaps);
/* The G4 data alone, for a PDF. */
GBytes *bitmap_fax(const Bitmap *bitmap);

#endif
