/*
 * raster: a page of any size reduced to 8x8-pixel cells while it is decoded, and the page facts made of
 * the cells; or to smaller cells, for a closer look.
 *
 * A cell is the mean grey of its pixels.  At scanning resolutions it is about as wide as a stroke group of a character:
 * noise, dust and paper grain average out, while a line of print leaves hundreds of cells clearly below the paper.
 * (A JPEG at scale 1/8 yields exactly these means, so all formats measure alike.)
 *
 * Paper is the level that most of the bright cells (128 and above) have, the brighter of equals; where fewer than one
 * cell in eight is bright there is no paper to speak of (a night photograph, a closed lid), and the level that the
 * brightest twentieth of the cells reaches stands for it.  A cell is dark when it is more than RASTER_DARK_LEVELS
 * below paper: show-through, shadows of folds and compression noise stay within 30 or so, one stroke of print through
 * a cell (a fifth of its pixels) does not.  A page of one even grey, whatever its level, has no dark cell.
 *
 * The thumbnail and the hash are weighted means of the cells: each dot has a tent that falls off to its neighbours, so
 * that the same picture at another size or quality gives nearly the same, and another entry in the same form does not.
 *
 * Order: raster_new; every pixel added exactly once, in any order; raster_finish, raster_reduce_closely or
 * raster_edge; raster_free.
 */
#ifndef ANJUAN_RASTER_H
#define ANJUAN_RASTER_H

#include <stdbool.h>
#include "scan.h"

enum {
    RASTER_CELL_PX = 8,
    RASTER_DARK_LEVELS = 48, /* of 255 */
    RASTER_WHOLE = 256       /* weight of a sample that is a pixel's whole grey */
};

/* Shares of red, green and blue in a grey, of RASTER_WHOLE (Rec. 601, as JPEG has it). */
enum { RASTER_RED = 77, RASTER_GREEN = 150, RASTER_BLUE = 29 };

typedef struct Raster Raster;

/* A raster for a page of that size, which scan_judge_size must have passed, of cells of CELL_PX pixels
 * a side: 1, 2, 4 or RASTER_CELL_PX.  Free with raster_free. */
Raster *raster_new(uint32_t width_px, uint32_t height_px, uint32_t cell_px);
void raster_free(Raster *raster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Raster, raster_free)

/* Where samples go: from pixel (x, y) to the right, every STEP pixels (interlaced pictures skip), each with WEIGHT of
 * RASTER_WHOLE (colour planes that come one by one share a pixel). */
typedef struct {
    uint32_t x;
    uint32_t y;
    uint32_t step;
    uint32_t weight;
} RasterRun;

/* Adds COUNT samples, 0 black to 255 white.  Those right of or below the page are ignored (tiles reach over). */
void raster_add(Raster *raster, RasterRun run, const uint8_t *samples, size_t count);

/* Adds row Y from a packed row of bits, the highest bit leftmost; a set bit is white, or black when INVERTED. */
void raster_add_bits(Raster *raster, uint32_t y, const uint8_t *bits, bool inverted);

/* Adds a whole row of cells as means; COUNT must be the number of cells a row, CELL_Y below the number of rows.  All
 * cells of a page are added so, or none. */
void raster_add_cells(Raster *raster, uint32_t cell_y, const uint8_t *means, size_t count);

/* The page in SCAN_CLOSE_DOTS dots, with tents as those of the thumbnail, row by row: SCAN_CLOSE_SHORT
 * a row when the page is upright or square, else SCAN_CLOSE_LONG.  The caller frees; NULL when it does
 * not fit (scan_close_fits). */
uint8_t *raster_reduce_closely(const Raster *raster);

/* The breadth of the sharpest edges of the page in tenths of a pixel, as far as its cells show it (sharpness.h). */
uint32_t raster_edge(const Raster *raster);

/* Fills in all of PAGE but the dpi and the edge; the cells must be of RASTER_CELL_PX. */
void raster_finish(const Raster *raster, PageFacts *page);

/* The grey of a colour, 0 to 255. */
static inline uint8_t raster_grey(unsigned red, unsigned green, unsigned blue)
{
    return (uint8_t)((RASTER_RED * red + RASTER_GREEN * green + RASTER_BLUE * blue + RASTER_WHOLE / 2) / RASTER_WHOLE);
}

#endif
