#include "raster.h"

#include <string.h>

struct Raster {
    uint32_t width;
    uint32_t height;
    uint32_t columns; /* cells a row */
    uint32_t rows;
    uint32_t *sums; /* of sample times weight: at most 64 * 255 * 256 */
};

enum { BRIGHT_LEVEL = 128, LEVELS = 256, HASH_COLUMNS = 9, HASH_ROWS = 8 };

Raster *raster_new(uint32_t width_px, uint32_t height_px)
{
    g_assert(scan_judge_size(width_px, height_px) == FACTS_REASON_NONE);
    Raster *raster = g_new0(Raster, 1);
    raster->width = width_px;
    raster->height = height_px;
    raster->columns = (width_px + RASTER_CELL_PX - 1) / RASTER_CELL_PX;
    raster->rows = (height_px + RASTER_CELL_PX - 1) / RASTER_CELL_PX;
    raster->sums = g_new0(uint32_t, (size_t)raster->columns * raster->rows);
    return raster;
}

void raster_free(Raster *raster)
{
    if (raster == NULL)
        return;
    g_free(raster->sums);
    g_free(raster);
}

static uint32_t *cell_row_at(const Raster *raster, uint32_t y)
{
    return raster->sums + (size_t)(y / RASTER_CELL_PX) * raster->columns;
}

/* Pixels of a cell along one side: the last cell of a row may have fewer. */
static uint32_t cell_extent(uint32_t cell, uint32_t side_px)
{
    return MIN((uint32_t)RASTER_CELL_PX, side_px - cell * RASTER_CELL_PX);
}

void raster_add(Raster *raster, RasterRun run, const uint8_t *samples, size_t count)
{
    g_assert(run.step > 0);
    if (run.y >= raster->height)
        return;
    uint32_t *cells = cell_row_at(raster, run.y);
    uint64_t x = run.x;
    for (size_t i = 0; i < count && x < raster->width; i++, x += run.step)
        cells[x / RASTER_CELL_PX] += samples[i] * run.weight;
}

void raster_add_bits(Raster *raster, uint32_t y, const uint8_t *bits, bool inverted)
{
    g_assert(y < raster->height);
    uint32_t *cells = cell_row_at(raster, y);
    uint8_t flip = inverted ? 0xff : 0;
    for (uint32_t cell = 0; cell < raster->columns; cell++) {
        unsigned kept = 0xff & (0xff00u >> cell_extent(cell, raster->width));
        unsigned white = (unsigned)__builtin_popcount((bits[cell] ^ flip) & kept);
        cells[cell] += white * 255 * RASTER_WHOLE;
    }
}

void raster_add_cells(Raster *raster, uint32_t cell_y, const uint8_t *means, size_t count)
{
    g_assert(cell_y < raster->rows && count == raster->columns);
    uint32_t *cells = raster->sums + (size_t)cell_y * raster->columns;
    uint32_t height = cell_extent(cell_y, raster->height);
    for (uint32_t cell = 0; cell < raster->columns; cell++)
        cells[cell] += means[cell] * height * cell_extent(cell, raster->width) * RASTER_WHOLE;
}

static uint8_t cell_mean(const Raster *raster, uint32_t column, uint32_t row)
{
    uint32_t whole = cell_extent(column, raster->width) * cell_extent(row, raster->height) * RASTER_WHOLE;
    uint32_t sum = raster->sums[(size_t)row * raster->columns + column];
    return (uint8_t)((sum + whole / 2) / whole);
}

/* The means of all cells, row by row.  The caller frees. */
static uint8_t *cell_means(const Raster *raster)
{
    uint8_t *means = g_malloc((size_t)raster->columns * raster->rows);
    for (uint32_t row = 0; row < raster->rows; row++)
        for (uint32_t column = 0; column < raster->columns; column++)
            means[(size_t)row * raster->columns + column] = cell_mean(raster, column, row);
    return means;
}

/* The level that the brightest twentieth of the cells reaches. */
static uint32_t bright_end(const uint32_t *counts, uint32_t total)
{
    uint64_t seen = 0;
    for (uint32_t level = LEVELS - 1; level > 0; level--) {
        seen += counts[level];
        if (seen * 20 >= total)
            return level;
    }
    return 0;
}

static uint32_t paper_level(const uint32_t *counts, uint32_t total)
{
    uint64_t bright = 0;
    uint32_t mode = LEVELS - 1;
    for (uint32_t level = LEVELS - 1; level >= BRIGHT_LEVEL; level--) {
        bright += counts[level];
        if (counts[level] > counts[mode])
            mode = level;
    }
    return bright * 8 >= total ? mode : bright_end(counts, total);
}

static void measure_darkness(const Raster *raster, const uint8_t *means, PageFacts *page)
{
    uint32_t counts[LEVELS] = {0};
    page->cells = raster->columns * raster->rows;
    for (uint32_t i = 0; i < page->cells; i++)
        counts[means[i]]++;
    page->paper = paper_level(counts, page->cells);
    page->cells_dark = 0;
    for (uint32_t level = 0; level + RASTER_DARK_LEVELS < page->paper; level++)
        page->cells_dark += counts[level];
}

/* A side of so many pixels divided into PARTS equal parts, of which one cell may overlap several.  Lengths are in parts
 * of a pixel, PARTS to one, so that everything stays whole. */
typedef struct {
    uint32_t side_px;
    uint32_t parts;
} Division;

/* The first part that CELL overlaps. */
static uint32_t first_part(Division d, uint32_t cell)
{
    return (uint32_t)((uint64_t)cell * RASTER_CELL_PX * d.parts / d.side_px);
}

/* What CELL and PART have in common; 0 when PART lies beyond the cell. */
static uint64_t overlap(Division d, uint32_t cell, uint32_t part)
{
    uint64_t begin = MAX((uint64_t)cell * RASTER_CELL_PX * d.parts, (uint64_t)part * d.side_px);
    uint64_t cell_end = ((uint64_t)cell * RASTER_CELL_PX + cell_extent(cell, d.side_px)) * d.parts;
    uint64_t end = MIN(cell_end, ((uint64_t)part + 1) * d.side_px);
    return end > begin ? end - begin : 0;
}

/* Adds one row of cells to the column sums: sums[part] += level * overlap. */
static void reduce_row(const Raster *raster, const uint8_t *means, Division across, uint64_t *sums)
{
    memset(sums, 0, across.parts * sizeof *sums);
    for (uint32_t cell = 0; cell < raster->columns; cell++) {
        uint64_t common;
        for (uint32_t part = first_part(across, cell);
             part < across.parts && (common = overlap(across, cell, part)) > 0; part++)
            sums[part] += means[cell] * common;
    }
}

/* The page as COLUMNS x ROWS area means into OUT. */
static void reduce(const Raster *raster, const uint8_t *means, uint32_t columns, uint32_t rows, uint8_t *out)
{
    Division across = {raster->width, columns};
    Division down = {raster->height, rows};
    uint64_t line[SCAN_THUMB_SIDE];
    uint64_t sums[SCAN_THUMB_BYTES] = {0};
    uint64_t common;

    g_assert(columns <= SCAN_THUMB_SIDE && rows <= SCAN_THUMB_SIDE);
    for (uint32_t cell = 0; cell < raster->rows; cell++) {
        reduce_row(raster, means + (size_t)cell * raster->columns, across, line);
        for (uint32_t part = first_part(down, cell); part < rows && (common = overlap(down, cell, part)) > 0; part++)
            for (uint32_t column = 0; column < columns; column++)
                sums[part * columns + column] += line[column] * common;
    }
    uint64_t whole = (uint64_t)raster->width * raster->height;
    for (uint32_t i = 0; i < columns * rows; i++)
        out[i] = (uint8_t)((sums[i] + whole / 2) / whole);
}

/* One bit a pair of neighbours, set where the left one is the brighter; differences of one level are noise. */
static uint64_t difference_hash(const uint8_t *grey)
{
    uint64_t hash = 0;
    for (int row = 0; row < HASH_ROWS; row++)
        for (int column = 0; column + 1 < HASH_COLUMNS; column++) {
            const uint8_t *at = grey + row * HASH_COLUMNS + column;
            hash = hash << 1 | (at[0] > at[1] + 1);
        }
    return hash;
}

void raster_finish(const Raster *raster, PageFacts *page)
{
    uint8_t small[HASH_COLUMNS * HASH_ROWS];
    g_autofree uint8_t *means = cell_means(raster);

    page->width_px = raster->width;
    page->height_px = raster->height;
    measure_darkness(raster, means, page);
    reduce(raster, means, SCAN_THUMB_SIDE, SCAN_THUMB_SIDE, page->thumb);
    reduce(raster, means, HASH_COLUMNS, HASH_ROWS, small);
    page->hash = difference_hash(small);
}
