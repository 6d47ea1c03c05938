/*
 * scan: what is known of one scanned file, an image or a PDF, from its bytes alone.
 *
 * The walls image_jpeg, image_png, image_tiff and pdf each take the whole file in memory and fill in a ScanFacts.
 * Every picture is decoded to its last byte, so that a truncated or corrupt file is noticed, but no full-size bitmap
 * is ever held: pixels go a row at a time into a grid of 8x8-pixel cells (raster.h), of which the page facts are made.
 *
 * Two pages that may be one picture saved twice are told by a closer look, at hundreds of dots a side, and how sharp a
 * soft page is by one at a thousand: all of it is then decoded again, so it is done for few.
 *
 * Order: scan_facts_init; one of the walls (or scan_examine, which chooses); read the fields; scan_facts_clear.
 *
 * Invariants: the same bytes give the same facts on every machine (integers only, no clock: what a hostile file may
 * cost is bounded by counted pixels and bytes).  pages holds only pages decoded without fault: of an image that is
 * FACTS_OK all of them, otherwise those before the fault, and of a PDF those that are one picture.  reason is
 * FACTS_REASON_NONE exactly when the state is FACTS_OK.  No library message is printed and no fault is raised: a bad
 * scan is not an error of the program.  Several files may be examined at once, each by one thread.
 */
#ifndef ANJUAN_SCAN_H
#define ANJUAN_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <glib.h>

struct Raster;

/* ---- limits: what one file may cost; above them it is not read (FACTS_UNSUPPORTED, with the reason) ---- */
enum {
    /* pixels a side: JPEG cannot say more; a row of pixels then fits 1 MiB in any format */
    SCAN_MAX_SIDE_PX = 65535,
    /* pixels a page: A0 at 400 dpi is 250 million; the grid of cells then takes 25 MiB */
    SCAN_MAX_PAGE_PX = 400 * 1000 * 1000,
    /* pages of a TIFF or PDF: a whole year of a case register; bounds the record and loops of directories */
    SCAN_MAX_PAGES = 5000,
    /* passes over one JPEG: progressive ones have about ten, hostile ones thousands of empty ones */
    SCAN_MAX_PASSES = 100,
    /* bytes a library may hold for one file: a progressive A3 page at 600 dpi in colour needs 210 MB */
    SCAN_MAX_HELD_BYTES = 256 * 1024 * 1024,
    /* bytes above which a decoder waits for its turn (scan_turn_take), so that N threads do not hold N times that */
    SCAN_TURN_BYTES = 24 * 1024 * 1024,
    /* bytes of one strip or tile of a TIFF: uncompressed tiles of 2048 pixels a side, 16-bit colour, are 32 MiB */
    SCAN_MAX_TILE_BYTES = 64 * 1024 * 1024
};
/* pixels a file, all pages and passes together: 5000 pages of A4 at 200 dpi are 19 thousand million */
#define SCAN_MAX_FILE_PX ((uint64_t)20 * 1000 * 1000 * 1000)

enum {
    SCAN_THUMB_SIDE = 40, /* dots a side of the thumbnail: as fine as sizes from half to double still give the same */
    SCAN_THUMB_BYTES = SCAN_THUMB_SIDE * SCAN_THUMB_SIDE
};

enum {
    SCAN_CLOSE_SHORT = 384, /* dots along the short side of a page: a digit of 12 pt has six */
    SCAN_CLOSE_LONG = 543,  /* and along the long one: A4 has it 1.41 times as long */
    SCAN_CLOSE_DOTS = SCAN_CLOSE_SHORT * SCAN_CLOSE_LONG,
    SCAN_CLOSE_SHORT_PX_MIN = 500, /* a short side of fewer pixels (A4 at 60 dpi) shows no figure well */
    SCAN_CLOSE_CELLS_MIN = 200,    /* along the short side, for a page of the same size: 1 mm of A4 */
    SCAN_CLOSE_SHORT_PX_MAX = 4 * SCAN_CLOSE_SHORT * 8
};

enum { SCAN_EDGES_MAX = 20 /* pages of a file whose edges are measured, a tenth of a second each */ };

/* What the bytes are. */
typedef enum { FACTS_JPEG, FACTS_PNG, FACTS_TIFF, FACTS_PDF, FACTS_OTHER } FactsType;

/* In the order of the states of records (rec_scans.h). */
typedef enum {
    FACTS_OK,          /* decoded to the end */
    FACTS_DAMAGED,     /* truncated, corrupt, or not what it begins like */
    FACTS_EMPTY,       /* no byte in it */
    FACTS_ENCRYPTED,   /* a PDF that needs a password to be opened */
    FACTS_UNSUPPORTED  /* a format or feature that is not read, or refused because it would cost too much */
} FactsState;

/* Why a state is not FACTS_OK. */
typedef enum {
    FACTS_REASON_NONE,
    FACTS_REASON_TRUNCATED, /* damaged: the data end too early */
    FACTS_REASON_CORRUPT,   /* damaged: the data contradict themselves or their checksum */
    FACTS_REASON_HEADER,    /* damaged: the structure around the data cannot be read */
    FACTS_REASON_EMPTY,     /* empty */
    FACTS_REASON_PASSWORD,  /* encrypted */
    FACTS_REASON_FORMAT,    /* unsupported: the whole format */
    FACTS_REASON_FEATURE,   /* unsupported: a rare variant of a format that is read */
    FACTS_REASON_PIXELS,    /* unsupported: over SCAN_MAX_…_PX or SCAN_MAX_PASSES */
    FACTS_REASON_PAGES,     /* unsupported: over SCAN_MAX_PAGES */
    FACTS_REASON_MEMORY     /* unsupported: over SCAN_MAX_HELD_BYTES or SCAN_MAX_TILE_BYTES */
} FactsReason;

/* One decoded page. */
typedef struct {
    uint32_t number;     /* of the page in its file, from 1 */
    uint32_t width_px;
    uint32_t height_px;
    uint32_t dpi_x;      /* as recorded, rounded to whole dots an inch; 0 when absent */
    uint32_t dpi_y;
    uint32_t cells;      /* 8x8-pixel cells, those at the edges included */
    uint32_t cells_dark; /* cells clearly darker than the paper (raster.h) */
    uint32_t paper;      /* grey level of the paper, 0 black to 255 white */
    bool soft;           /* of paper, and no cell shows a sharp edge (sharpness.h): a closer look will tell */
    uint32_t edge;       /* tenths of a pixel: breadth of the sharpest edges; 0: not soft, no ink, or not looked at */
    uint64_t hash;       /* difference hash: look-alikes differ in few bits */
    uint8_t thumb[SCAN_THUMB_BYTES]; /* grey, row by row from the top left */
} PageFacts;

/* What a closer look is to find: some pages of a file, reduced less than to a thumbnail. */
typedef struct {
    const uint32_t *numbers; /* of the pages, from 1, ascending */
    guint count;
    uint8_t **dots; /* of each: SCAN_CLOSE_DOTS grey dots, row by row, or NULL when not found; g_free each */
    uint32_t *edges; /* not NULL: the breadth of the sharpest edges of each is wanted (tenths of a pixel), no dots */
    bool one_size;  /* for a page of the same size, so that cells cut both alike: larger ones, read sooner, do */
} ScanCloser;

typedef struct {
    ScanCloser *closer; /* NULL: the facts themselves are wanted */
    FactsState state;
    FactsReason reason;
    uint32_t page_count; /* pages that the file says it has: for a PDF pages->len may be less */
    GArray *pages;       /* of PageFacts; see the invariants above */
} ScanFacts;

/* Makes FACTS those of an examined file without pages, state FACTS_OK.  Free with scan_facts_clear. */
void scan_facts_init(ScanFacts *facts);
void scan_facts_clear(ScanFacts *facts);

/* Sets the state that belongs to REASON, unless one other than FACTS_OK stands already: the first trouble counts. */
void scan_facts_fail(ScanFacts *facts, FactsReason reason);

/* Appends a copy of PAGE, and raises page_count to the length of pages when it is less.  A page whose number is 0 gets
 * the next one. */
void scan_facts_add_page(ScanFacts *facts, const PageFacts *page);

/* FACTS_REASON_PIXELS when a page of WIDTH x HEIGHT is over the limits, FACTS_REASON_HEADER when a side is 0, else
 * FACTS_REASON_NONE. */
FactsReason scan_judge_size(uint64_t width_px, uint64_t height_px);

/* The state that REASON leads to, and the name of REASON in records: an English word, "" for none. */
FactsState scan_reason_state(FactsReason reason);
const char *scan_reason_name(FactsReason reason);

/* Dots an inch of COUNT dots to so many hundredths of a millimetre (2540 an inch, 1000 a centimetre, 100000 a metre),
 * rounded half up; 0 for results above a million. */
uint32_t scan_dpi_from(uint64_t count, uint32_t length_cmm);

/* A decoder about to hold more than SCAN_TURN_BYTES waits here until no other thread does; pair with scan_turn_give.
 * Not recursive. */
void scan_turn_take(void);
void scan_turn_give(void);

/* The type that records (filetype.h) call NAME; FACTS_OTHER when it is none of ours. */
FactsType scan_type_from_name(const char *name);

/* Whether a page of that size can be looked at closely: neither too coarse nor too large, nor twice as
 * long as wide. */
bool scan_close_fits(uint64_t width_px, uint64_t height_px);

/* For the walls.  How many pixels a side a cell of the next page of FACTS has, which is of that size. */
uint32_t scan_cell_px(const ScanFacts *facts, uint32_t width_px, uint32_t height_px);
/* For the walls.  The next page of FACTS is decoded in RASTER: completes PAGE, of which the dpi may be
 * known, and adds it; or gives the closer look what it wants. */
void scan_take_raster(ScanFacts *facts, const struct Raster *raster, PageFacts *page);

/* Fills in the dots of CLOSER, or the edges, from DATA as scan_examine would read them.  All of them are NULL, or 0,
 * before. */
void scan_look_closer(FactsType type, const uint8_t *data, size_t size_bytes, ScanCloser *closer);

/* Looks closer at the first SCAN_EDGES_MAX soft pages of FACTS, which scan_examine made of the same DATA, and fills in
 * their edges.  A file without such is not read again; some threads wait for others (a page takes up to 50 MB). */
void scan_measure_edges(FactsType type, const uint8_t *data, size_t size_bytes, ScanFacts *facts);

/* Examines DATA, whose beginning is of TYPE: FACTS (initialised) are filled in; FACTS_EMPTY for no bytes,
 * FACTS_UNSUPPORTED for FACTS_OTHER.  DATA is only read, and may be NULL when SIZE is 0. */
void scan_examine(FactsType type, const uint8_t *data, size_t size_bytes, ScanFacts *facts);

#endif
