/*
 * sharpness: whether the ink of a page of paper has a sharp edge anywhere, from its grey cells (raster.h).
 *
 * First the cells of 8 pixels are asked, a row in four: a stroke of print goes through some of them and not through
 * their neighbours, so that the whole contrast of a place lies between two cells.  That costs next to nothing, and
 * nearly every page with anything sharp on it passes.  A page that does not is soft, and is read once more in smaller
 * cells, so that its short side has 1000 to 2000 of them; of these its sharpest edges are measured.
 *
 * The breadth of an edge is what the grey changes by around it, over the change from one pixel to the next where it is
 * steepest.  That of the page is the breadth of its 32nd sharpest place, three lines of cells counting as one: a few
 * specks make no page sharp, and a signature, a stamp or a line has hundreds.
 *
 * Tried with pages of print of 20 to 60 pixels a character and of forms, 1200, 1654 and 2480 pixels wide, JPEG
 * qualities of 30 to 95, under a Gauss filter.  Breadth as a part of the short side, in 10000ths, 1200 pixels wide:
 *
 *     radius (pixels)     0   1       1.5      2        3        5        9        14
 *     quality 75 and 95   16  16..17  19..22   21..25   28..33   37..50   56..83   70..94
 *     quality 30          16  16      17..19   19..21   21..25   26       33..37   42..66
 *
 * (Blocks of low qualities have edges of their own; 5000 pixels of print give 16.)  Print of 20 pixels a character can
 * be read up to a radius of 2, of 30 up to 3, of 60 up to 5 or so.  The limit, SHARPNESS_BLURRED, lies at 37: no page
 * up to a radius of 3 comes there, and of 1.5 none to more than 60 hundredths of it.  Sharp pages were tried with noise
 * of 4 to 25 levels, turned by 7 and 45 degrees, of 20 to 50 levels of contrast, on coloured ground, enlarged threefold,
 * with thin stamps, faint pencil on shaded or folded paper, as faint receipts: 20 at most.  Noise, dust, a hard shadow's
 * rim, the ends of a shake and a lens out of focus (discs of up to 10 pixels) make edges, too, and such pages pass: the
 * measure errs to that side.
 */
#ifndef ANJUAN_SHARPNESS_H
#define ANJUAN_SHARPNESS_H

#include <stdbool.h>
#include <stdint.h>

/* Grey cells, row by row. */
typedef struct {
    const uint8_t *cells;
    uint32_t columns, rows;
} SharpnessGrid;

enum {
    SHARPNESS_SHORT_MIN = 1000, /* cells along the short side: on fewer, one cell is as broad as a soft edge */
    SHARPNESS_BLURRED = 270     /* an edge as broad as this part of the short side, 0.8 mm of A4, shows no print */
};

/* Whether the page, of which the cells are of 8 pixels, PAPER is the level of the paper and LEVELS says how many
 * cells have each of 256, is mostly paper and has nothing sharp on it. */
bool sharpness_is_soft(SharpnessGrid page, uint32_t paper, const uint32_t *levels);

/* The breadth of the sharpest edges in tenths of a cell; 0 when there is no ink to speak of, or the page has fewer
 * cells than SHARPNESS_SHORT_MIN. */
uint32_t sharpness_edge(SharpnessGrid page);

#endif
