#include "sharpness.h"

#include <stdlib.h>
#include <string.h>
#include <glib.h>

enum {
    CONTRAST_MIN = 16,  /* levels around an edge: faint pencil has 20, compression of an even ground hardly 10 */
    SHARP_PLACES = 32,  /* see the header */
    TENTHS_MAX = 1000   /* of an edge's breadth: broader ones are counted there */
};

/* ---- cells of 8 pixels ---- */

enum {
    ROWS_SKIPPED = 4,
    REACH = 3,           /* cells to each side that belong to a place */
    STEP_TENTHS = 8,     /* of the contrast between two cells: sharp.  A blur of 5 pixels leaves seven in any place */
    SHARP_CELLS = 32,    /* so many, and */
    SHARP_PART = 40,     /* one in so many places of contrast: print has one in 8, a blur of 3 pixels one in 25 */
    PAPER_LEVEL_MIN = 150,
    PAPER_DEPTH = 24,    /* levels that paper differs by in itself */
    PAPER_TENTHS = 4     /* of the cells are paper: dense print, blurred to an even grey, leaves six or more */
};

typedef struct {
    uint32_t strong, sharp;
} CellCount;

/* The place of cell AT, the neighbours of which along a row or column are STRIDE apart. */
static void count_cell(const uint8_t *at, ptrdiff_t stride, CellCount *count)
{
    int least = UINT8_MAX, most = 0;
    for (int i = -REACH; i <= REACH; i++) {
        int level = at[i * stride];
        least = MIN(least, level);
        most = MAX(most, level);
    }
    if (most - least < CONTRAST_MIN)
        return;
    count->strong++;
    count->sharp += 10 * abs(at[stride] - at[0]) >= STEP_TENTHS * (most - least);
}

static bool has_sharp_cells(SharpnessGrid page)
{
    CellCount count = {0, 0};
    for (uint32_t y = REACH; y + REACH < page.rows; y += ROWS_SKIPPED) {
        const uint8_t *row = page.cells + (size_t)y * page.columns;
        for (uint32_t x = REACH; x + REACH < page.columns; x++) {
            count_cell(row + x, 1, &count);
            count_cell(row + x, page.columns, &count);
        }
        if (count.sharp >= SHARP_CELLS && count.sharp * SHARP_PART >= count.strong)
            return true;
    }
    return count.strong < SHARP_CELLS; /* nothing that could be blurred */
}

static bool is_paper(uint32_t cells, uint32_t paper, const uint32_t *levels)
{
    uint64_t near = 0;
    for (uint32_t level = paper > PAPER_DEPTH ? paper - PAPER_DEPTH : 0; level <= UINT8_MAX; level++)
        near += levels[level];
    return paper >= PAPER_LEVEL_MIN && near * 10 >= (uint64_t)cells * PAPER_TENTHS;
}

bool sharpness_is_soft(SharpnessGrid page, uint32_t paper, const uint32_t *levels)
{
    return is_paper(page.columns * page.rows, paper, levels) && !has_sharp_cells(page);
}

/* ---- small cells ---- */

enum {
    WINDOW_PART = 50,   /* of the short side around an edge: the breadth of a character of 12 pt */
    VALLEY_PART = 43,   /* of it from a line of print to the white above and below */
    VALLEY_DEPTH = 12,  /* levels that a cell of ink is darker than the paper at both sides */
    /* A page has ink when one cell in so many lies in such a valley, along its row or its column, and one in so many
     * has contrast around it.  Ten lines of print of 20 pixels a character on 1200 have one in 50 under a blur of 5
     * pixels, larger ones and forms one in 45 to 8 under a blur of 9; shadows of a hand's five fingers one in 60. */
    VALLEYS_PART = 50,
    STRONG_PART = 200,
    LINES_TAKEN = 3
};

typedef struct {
    uint32_t window, valley; /* cells */
    uint64_t valleys, strong;
    uint32_t breadths[TENTHS_MAX + 1]; /* places of each breadth */
    uint8_t *least, *most; /* of the window that begins at each cell of a line */
} Edges;

/* LEAST and MOST, which hold the line, of COUNT cells, become those of windows. */
static void spread(Edges *edges, uint32_t count)
{
    uint32_t done = 1;
    while (done < edges->window) {
        uint32_t further = MIN(done, edges->window - done);
        for (uint32_t i = 0; i + further < count; i++) {
            edges->least[i] = MIN(edges->least[i], edges->least[i + further]);
            edges->most[i] = MAX(edges->most[i], edges->most[i + further]);
        }
        done += further;
    }
}

static void count_edges(Edges *edges, const uint8_t *line, uint32_t count)
{
    uint32_t before = edges->window / 2, after = edges->window - before;
    memcpy(edges->least, line, count);
    memcpy(edges->most, line, count);
    spread(edges, count);
    for (uint32_t i = before; i + after <= count; i++) {
        uint32_t contrast = (uint32_t)(edges->most[i - before] - edges->least[i - before]);
        if (contrast < CONTRAST_MIN)
            continue;
        uint32_t step = (uint32_t)abs(line[i + 1] - line[i - 1]); /* over two cells */
        edges->breadths[step > 0 ? MIN(20 * contrast / step, TENTHS_MAX) : TENTHS_MAX]++;
        edges->strong++;
    }
}

static void count_valleys(Edges *edges, const uint8_t *line, uint32_t count)
{
    uint32_t reach = edges->valley;
    for (uint32_t i = reach; i + reach < count; i++)
        edges->valleys += MIN(line[i - reach], line[i + reach]) - line[i] >= VALLEY_DEPTH;
}

static void count_line(Edges *edges, const uint8_t *line, uint32_t count)
{
    count_edges(edges, line, count);
    count_valleys(edges, line, count);
}

/* Three lines are taken for one: what noise and compression put into one alone is in their mean no more, and edges are
 * longer. */
static uint8_t mean_of_three(const uint8_t *at, size_t stride)
{
    return (uint8_t)((at[0] + at[stride] + at[2 * stride] + 1) / 3);
}

static void count_lines(Edges *edges, SharpnessGrid page)
{
    g_autofree uint8_t *line = g_malloc(MAX(page.columns, page.rows));
    for (uint32_t y = 0; y + LINES_TAKEN <= page.rows; y += LINES_TAKEN) {
        const uint8_t *row = page.cells + (size_t)y * page.columns;
        for (uint32_t x = 0; x < page.columns; x++)
            line[x] = mean_of_three(row + x, page.columns);
        count_line(edges, line, page.columns);
    }
    for (uint32_t x = 0; x + LINES_TAKEN <= page.columns; x += LINES_TAKEN) {
        const uint8_t *column = page.cells + x;
        for (uint32_t y = 0; y < page.rows; y++)
            line[y] = mean_of_three(column + (size_t)y * page.columns, 1);
        count_line(edges, line, page.rows);
    }
}

static uint32_t sharpest(const Edges *edges)
{
    uint32_t tenths = 0;
    for (uint64_t places = edges->breadths[0]; places < SHARP_PLACES && tenths < TENTHS_MAX;)
        places += edges->breadths[++tenths];
    return tenths;
}

uint32_t sharpness_edge(SharpnessGrid page)
{
    uint32_t side = MIN(page.columns, page.rows), longest = MAX(page.columns, page.rows);
    uint64_t cells = (uint64_t)page.columns * page.rows;
    if (side < SHARPNESS_SHORT_MIN)
        return 0;
    g_autofree uint8_t *least = g_malloc(longest), *most = g_malloc(longest);
    Edges edges = {.window = side / WINDOW_PART, .valley = side / VALLEY_PART, .least = least, .most = most};
    count_lines(&edges, page);
    bool has_ink = edges.valleys * VALLEYS_PART * LINES_TAKEN >= cells &&
                   edges.strong * STRONG_PART * LINES_TAKEN >= cells;
    return has_ink ? sharpest(&edges) : 0;
}
