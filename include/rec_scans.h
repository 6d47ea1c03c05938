/*
 * rec_scans: facts about every image and PDF of a submission (scans.xml), one entry a digest, in order of
 * digest. They depend on the bytes alone, so an entry made once holds for ever.  Beside them stands which
 * of the scans of this submission are one picture of print saved twice: that takes a second look at both,
 * which only the stage can have.
 */
#ifndef ANJUAN_REC_SCANS_H
#define ANJUAN_REC_SCANS_H

#include "rec_common.h"

typedef enum {
    SCAN_OK,
    SCAN_DAMAGED,    /* cannot be decoded to its end (SCN-001; for a PDF SCN-004) */
    SCAN_EMPTY,      /* no bytes */
    SCAN_ENCRYPTED,  /* PDF with a password (SCN-004) */
    SCAN_UNSUPPORTED /* a format or variant that is not read (SCN-001) */
} ScanState;
extern const char *const scan_states[];

typedef struct {
    int64_t number;        /* of the page in its file, from 1 */
    int64_t width_px, height_px;
    int64_t dpi_x, dpi_y;  /* as recorded, rounded, 0 when absent; in a PDF pixels over the size of the page */
    int64_t cells, dark;   /* 8x8-pixel cells, and those clearly darker than the paper */
    int64_t edge;          /* breadth of its sharpest edges in tenths of a pixel, where cells show none; else 0 */
    char *hash;            /* 64-bit difference hash of the thumbnail, 16 hexadecimal digits */
    char *thumb;           /* the grey thumbnail (scan.h), base64 */
} ScanPage;
extern const RecordType scan_page_type;

typedef struct {
    char *sha256, *type; /* type by content: "jpeg", "png", "tiff", "pdf", … */
    int state;           /* ScanState */
    char *reason;        /* code: "truncated", "corrupt", "header", "password", "format", "pixels", … (scan.h) */
    int64_t pages;       /* 0 when not known */
    GPtrArray *page;     /* ScanPage; of a PDF only the pages that are one picture (pdf.h) */
} Scan;
extern const RecordType scan_type;

/* A page of print, by the place of its scan in the record, from 1, and its number in that file. */
typedef struct {
    int64_t scan, page;
} ScanPlace;
extern const RecordType scan_place_type;

/* Two pages of print that are apparently one picture, saved twice (closely.h); the first stands
 * before the other. */
typedef struct {
    int64_t scan, page, other_scan, other_page;
} ScanPair;
extern const RecordType scan_pair_type;

typedef struct {
    char *program;
    GPtrArray *made_from;
    GPtrArray *scans;  /* Scan */
    GPtrArray *pairs;  /* ScanPair, in order; what they say depends on the bytes of both alone */
    GPtrArray *passed; /* ScanPlace: not compared with all that came near, because there were too many */
} Scans;
extern const RecordType scans_type;

/* The facts of a digest by binary search, or NULL. */
const Scan *scans_find(const Scans *scans, const char *sha256);

#endif
