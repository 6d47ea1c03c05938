#include "raster.h"

#include <string.h>

#include "sharpness.h"

struct Raster {
    uint32_t width;
    uint32_t height;
    uint32_t columns; /* cells a row */
    uint32_t rows;
    unsigned shift;  /* a cell has 1 << shift pixels a side */
    uint32_t *sums;  /* of sample times weight: at most 64 * 255 * 256; NULL: no pixel has been added */
    uint8_t *means;  /* of cells that were added whole, instead of those; NULL: none was */
};

enum { BRIGHT_LEVEL = 128, LEVELS = 256, HASH_COLUMNS = 9, HASH_ROWS = 8 };

static unsigned shift_of(uint32_t cell_px)
{
    unsigned shift = 0;
    while (1U << shift < cell_px)
        shift++;
    g_assert(1U << shift == cell_px && cell_px <= RASTER_CELL_PX);
    return shift;
}

Raster *raster_new(uint32_t width_px, uint32_t height_px, uint32_t cell_px)
{
    g_assert(scan_judge_size(width_px, height_px) == FACTS_REASON_NONE);
    Raster *raster = g_new0(Raster, 1);
    raster->width = width_px;
    raster->height = height_px;
    raster->shift = shift_of(cell_px);
    raster->columns = (width_px + cell_px - 1) >> raster->shift;
    raster->rows = (height_px + cell_px - 1) >> raster->shift;
    return raster;
}

void raster_free(Raster *raster)
{
    if (raster == NULL)
        return;
    g_free(raster->sums);
    g_free(raster->means);
    g_free(raster);
}

static size_t cells_of(const Raster *raster)
{
    return (size_t)raster->columns * raster->rows;
}

static uint32_t *cell_row_at(Raster *raster, uint32_t y)
{
    g_assert(raster->means == NULL);
    if (raster->sums == NULL)
        raster->sums = g_new0(uint32_t, cells_of(raster));
    return raster->sums + (size_t)(y >> raster->shift) * raster->columns;
}

/* Pixels of a cell along one side: the last cell of a row may have fewer. */
static uint32_t cell_extent(unsigned shift, uint32_t cell, uint32_t side_px)
{
    return MIN(1U << shift, side_px - (cell << shift));
}

void raster_add(Raster *raster, RasterRun run, const uint8_t *samples, size_t count)
{
    g_assert(run.step > 0);
    if (run.y >= raster->height)
        return;
    uint32_t *cells = cell_row_at(raster, run.y);
    unsigned shift = raster->shift;
    uint64_t x = run.x;
    for (size_t i = 0; i < count && x < raster->width; i++, x += run.step)
        cells[x >> shift] += samples[i] * run.weight;
}

/* (The compiler's own would be a function call where it may not assume a processor that counts bits.) */
static inline uint32_t count_bits(uint8_t byte)
{
    uint8_t pairs = (uint8_t)(byte - (byte >> 1 & 0x55));
    uint8_t nibbles = (uint8_t)((pairs & 0x33) + (pairs >> 2 & 0x33));
    return (uint8_t)(nibbles + (nibbles >> 4)) & 0x0f;
}

static void add_bits_singly(Raster *raster, uint32_t y, const uint8_t *bits, uint8_t flip)
{
    uint32_t *cells = cell_row_at(raster, y);
    for (uint32_t x = 0; x < raster->width; x++)
        if ((bits[x / 8] ^ flip) & (0x80U >> x % 8))
            cells[x >> raster->shift] += 255 * RASTER_WHOLE;
}

void raster_add_bits(Raster *raster, uint32_t y, const uint8_t *bits, bool inverted)
{
    g_assert(y < raster->height);
    uint32_t *cells = cell_row_at(raster, y);
    uint8_t flip = inverted ? 0xff : 0;
    if (1U << raster->shift != RASTER_CELL_PX) {
        add_bits_singly(raster, y, bits, flip);
        return;
    }
    uint32_t last = raster->columns - 1;
    for (uint32_t cell = 0; cell < last; cell++)
        cells[cell] += count_bits(bits[cell] ^ flip) * 255 * RASTER_WHOLE;
    unsigned kept = 0xff & (0xff00u >> cell_extent(raster->shift, last, raster->width));
    cells[last] += count_bits((uint8_t)((bits[last] ^ flip) & kept)) * 255 * RASTER_WHOLE;
}

void raster_add_cells(Raster *raster, uint32_t cell_y, const uint8_t *means, size_t count)
{
    g_assert(cell_y < raster->rows && count == raster->columns && raster->sums == NULL);
    if (raster->means == NULL)
        raster->means = g_malloc0(cells_of(raster));
    memcpy(raster->means + cell_y * count, means, count);
}

static uint8_t mean_of(uint32_t sum, uint32_t pixels)
{
    uint32_t whole = pixels * RASTER_WHOLE;
    g_assert(whole > 0); /* every cell has a dot */
    return (uint8_t)((sum + whole / 2) / whole);
}

/* The means of all cells, row by row; *MADE is for the caller to free. */
static const uint8_t *cell_means(const Raster *raster, uint8_t **made)
{
    if (raster->means != NULL)
        return raster->means;
    uint8_t *means = *made = g_malloc0(cells_of(raster));
    for (uint32_t row = 0; raster->sums != NULL && row < raster->rows; row++) {
        const uint32_t *sums = raster->sums + (size_t)row * raster->columns;
        uint8_t *out = means + (size_t)row * raster->columns;
        uint32_t height = cell_extent(raster->shift, row, raster->height), last = raster->columns - 1;
        bool whole = height == 1U << raster->shift; /* nearly always: the division is a shift */
        unsigned bits = 2 * raster->shift;
        for (uint32_t column = 0; whole && column < last; column++)
            out[column] = (uint8_t)((sums[column] + (RASTER_WHOLE / 2U << bits)) / RASTER_WHOLE >> bits);
        for (uint32_t column = whole ? last : 0; column <= last; column++)
            out[column] = mean_of(sums[column], height * cell_extent(raster->shift, column, raster->width));
    }
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

/* Neighbours are often equal, and a counter just written is slow to read again: they take turns with several. */
static void count_levels(const uint8_t *means, uint32_t cells, uint32_t *counts)
{
    enum { TURNS = 4 };
    uint32_t turns[TURNS][LEVELS] = {{0}};
    uint32_t i = 0;
    for (; i + TURNS <= cells; i += TURNS)
        for (uint32_t turn = 0; turn < TURNS; turn++)
            turns[turn][means[i + turn]]++;
    for (; i < cells; i++)
        counts[means[i]]++;
    for (uint32_t turn = 0; turn < TURNS; turn++)
        for (uint32_t level = 0; level < LEVELS; level++)
            counts[level] += turns[turn][level];
}

static SharpnessGrid grid_of(const Raster *raster, const uint8_t *means)
{
    return (SharpnessGrid){.cells = means, .columns = raster->columns, .rows = raster->rows};
}

static void measure_levels(const Raster *raster, const uint8_t *means, PageFacts *page)
{
    uint32_t counts[LEVELS] = {0};
    page->cells = raster->columns * raster->rows;
    count_levels(means, page->cells, counts);
    page->paper = paper_level(counts, page->cells);
    page->cells_dark = 0;
    for (uint32_t level = 0; level + RASTER_DARK_LEVELS < page->paper; level++)
        page->cells_dark += counts[level];
    page->soft = sharpness_is_soft(grid_of(raster, means), page->paper, counts);
}

/* A side of so many pixels with the middles of PARTS equal parts on it.  Each middle carries a tent that reaches to its
 * two neighbours: what lies under it counts the less the farther it is.  (Plain parts would cut cells in two, whose ink lies on
 * one side: a picture at another size is cut elsewhere, and comes out several levels apart.) */
typedef struct {
    uint32_t side_px;
    uint32_t parts;
    unsigned shift; /* of the raster */
} Division;

/* Twice the area under a tent as high as half its width, from its left end to OFFSET from its middle. */
static uint64_t tent_area(int64_t offset, int64_t half)
{
    int64_t u = CLAMP(offset, -half, half);
    return (uint64_t)(u < 0 ? (half + u) * (half + u) : 2 * half * half - (half - u) * (half - u));
}

/* What of the tent of PART lies over CELL.  Lengths are in half parts of a pixel, so that everything stays whole. */
static uint64_t tent_over(Division d, uint32_t part, uint32_t cell)
{
    int64_t half = 2 * (int64_t)d.side_px, middle = (2 * (int64_t)part + 1) * d.side_px, unit = 2 * (int64_t)d.parts;
    int64_t begin = ((int64_t)cell << d.shift) * unit;
    int64_t end = begin + cell_extent(d.shift, cell, d.side_px) * unit;
    return tent_area(end - middle, half) - tent_area(begin - middle, half);
}

enum { SHARE_WHOLE = 256 };

/* The cells under the tent of a part: so many from FIRST on, and the weight of each. */
typedef struct {
    uint32_t first;
    uint32_t count;
    uint32_t whole; /* the sum of the weights */
    const uint16_t *weights; /* at most SHARE_WHOLE, which the heaviest has: times a grey it still fits */
} Tent;

static void weigh_cells(Division d, uint32_t part, Tent *tent, uint16_t *weights)
{
    uint64_t heaviest = 1; /* no tent is without weight */
    for (uint32_t i = 0; i < tent->count; i++)
        heaviest = MAX(heaviest, tent_over(d, part, tent->first + i));
    for (uint32_t i = 0; i < tent->count; i++) {
        uint64_t over = tent_over(d, part, tent->first + i);
        weights[i] = (uint16_t)((over * SHARE_WHOLE + heaviest / 2) / heaviest);
        tent->whole += weights[i];
    }
    tent->weights = weights;
}

/* The tents of all parts of D, of CELLS cells.  The caller frees them, and their weights at *WEIGHTS. */
static Tent *pitch_tents(Division d, uint32_t cells, uint16_t **weights)
{
    uint64_t cell_parts = (uint64_t)d.parts << d.shift;
    Tent *tents = g_new0(Tent, d.parts);
    size_t count = 2 * (size_t)cells + 3 * (size_t)d.parts; /* at most: a tent cuts a cell at each end */
    uint16_t *next = *weights = g_new(uint16_t, count);
    for (uint32_t part = 0; part < d.parts; part++) {
        uint64_t begin = part == 0 ? 0 : (2 * (uint64_t)part - 1) * d.side_px / 2;
        uint64_t end = (2 * (uint64_t)part + 3) * d.side_px / 2;
        uint32_t after = (uint32_t)MIN(end / cell_parts + 1, cells);
        tents[part].first = (uint32_t)(begin / cell_parts);
        tents[part].count = after - tents[part].first;
        weigh_cells(d, part, &tents[part], next);
        next += tents[part].count;
    }
    return tents;
}

/* The sums of the rows of MEANS under TENT, column by column: at most 255 times the weights of a page of 8192
 * cells, which fits. */
static void sum_rows(const Tent *tent, const uint8_t *means, uint32_t columns, uint32_t *sums)
{
    memset(sums, 0, columns * sizeof *sums);
    for (uint32_t i = 0; i < tent->count; i++) {
        const uint8_t *row = means + (size_t)(tent->first + i) * columns;
        uint16_t weight = tent->weights[i];
        for (uint32_t column = 0; column < columns; column++)
            sums[column] += (uint16_t)(row[column] * weight);
    }
}

/* The mean under two tents, of which SUMS are those under the one. */
static uint8_t mean_under(const Tent *across, const Tent *down, const uint32_t *sums)
{
    uint64_t sum = 0, whole = (uint64_t)across->whole * down->whole;
    for (uint32_t i = 0; i < across->count; i++)
        sum += (uint64_t)sums[across->first + i] * across->weights[i];
    sum += whole / 2;
    return (uint8_t)(sum <= UINT32_MAX ? (uint32_t)sum / (uint32_t)whole : sum / whole); /* shorter is quicker */
}

/* The page as COLUMNS x ROWS means under tents into OUT. */
static void reduce(const Raster *raster, const uint8_t *means, uint32_t columns, uint32_t rows, uint8_t *out)
{
    g_autofree uint16_t *weights_across = NULL, *weights_down = NULL;
    Division width = {raster->width, columns, raster->shift}, height = {raster->height, rows, raster->shift};
    g_autofree Tent *across = pitch_tents(width, raster->columns, &weights_across);
    g_autofree Tent *down = pitch_tents(height, raster->rows, &weights_down);
    g_autofree uint32_t *sums = g_new(uint32_t, raster->columns);

    for (uint32_t row = 0; row < rows; row++) {
        sum_rows(&down[row], means, raster->columns, sums);
        for (uint32_t column = 0; column < columns; column++)
            *out++ = mean_under(&across[column], &down[row], sums);
    }
}

/* One bit a pair of neighbours, set where the left one is the brighter; differences of one level are noise. */
static uint64_t difference_hash(const uint8_t *grey)
{
    uint64_t hash = 0;
    for (int row = 0; row < HASH_ROWS; row++)
        for (int column = 0; column + 1 < HASH_COLUMNS; column++) {
            const uint8_t *at = grey + (size_t)row * HASH_COLUMNS + column;
            hash = hash << 1 | (at[0] > at[1] + 1);
        }
    return hash;
}

uint8_t *raster_reduce_closely(const Raster *raster)
{
    if (!scan_close_fits(raster->width, raster->height))
        return NULL;
    g_autofree uint8_t *made = NULL;
    const uint8_t *means = cell_means(raster, &made);
    uint8_t *dots = g_malloc(SCAN_CLOSE_DOTS);
    if (raster->width <= raster->height)
        reduce(raster, means, SCAN_CLOSE_SHORT, SCAN_CLOSE_LONG, dots);
    else
        reduce(raster, means, SCAN_CLOSE_LONG, SCAN_CLOSE_SHORT, dots);
    return dots;
}

uint32_t raster_edge(const Raster *raster)
{
    g_autofree uint8_t *made = NULL;
    const uint8_t *means = cell_means(raster, &made);
    return sharpness_edge(grid_of(raster, means)) << raster->shift;
}

void raster_finish(const Raster *raster, PageFacts *page)
{
    uint8_t small[HASH_COLUMNS * HASH_ROWS];
    g_assert(1U << raster->shift == RASTER_CELL_PX);
    g_autofree uint8_t *made = NULL;
    const uint8_t *means = cell_means(raster, &made);

    page->width_px = raster->width;
    page->height_px = raster->height;
    measure_levels(raster, means, page);
    reduce(raster, means, SCAN_THUMB_SIDE, SCAN_THUMB_SIDE, page->thumb);
    reduce(raster, means, HASH_COLUMNS, HASH_ROWS, small);
    page->hash = difference_hash(small);
}
