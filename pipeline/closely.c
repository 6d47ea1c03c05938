#include "closely.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scan.h"

enum {
    LEVELS = 256,
    BLOCK = 3,           /* dots a side of those that are looked at first */
    BLOCKS = SCAN_CLOSE_DOTS / (BLOCK * BLOCK),
    DARK_SHARE = 200,    /* one dot in so many at least is as dark as print */
    CONTRAST_MIN = 40,   /* levels from paper to print; under that, noise is as strong */
    BLOCK_PERCENT = 15,  /* of the contrast, by which a block may differ at first: saving reaches 9 */
    DOT_PERCENT = 17,    /* that a dot may be left with, see the header */
    ONE_SIZE_PERCENT = 10,
    AREA_PERCENT = 5,    /* and the mean of an area: faint things are larger (a seal) */
    AREA = 8,            /* dots a side of an area: 4 mm of A4 */
    WEIGHT_ONE = 4096,   /* weights are whole numbers of these */
    WEIGHT_MAX = 8 * WEIGHT_ONE,
    MARGIN = 2,          /* dots of nothing around a plane, so that every place has neighbours */
    TAPS_SIDE = 3,
    TAPS = TAPS_SIDE * TAPS_SIDE
};
G_STATIC_ASSERT(SCAN_CLOSE_SHORT % BLOCK == 0 && SCAN_CLOSE_LONG % BLOCK == 0);

struct Closely {
    uint8_t *dots;
    uint8_t blocks[BLOCKS]; /* the means of BLOCK x BLOCK dots */
    int columns, rows;
    int paper, contrast;
};

/* ---- one page ---- */

/* Paper is the commonest level. */
static void measure_contrast(Closely *page)
{
    guint counts[LEVELS] = {0}, seen = 0;
    int dark = 0;
    for (guint i = 0; i < SCAN_CLOSE_DOTS; i++)
        counts[page->dots[i]]++;
    for (int level = 0; level < LEVELS; level++)
        if (counts[level] >= counts[page->paper])
            page->paper = level;
    while ((seen += counts[dark]) * DARK_SHARE < SCAN_CLOSE_DOTS)
        dark++;
    page->contrast = page->paper - dark;
}

static void make_blocks(Closely *page)
{
    uint8_t *block = page->blocks;
    for (int y = 0; y < page->rows; y += BLOCK)
        for (int x = 0; x < page->columns; x += BLOCK) {
            const uint8_t *dot = page->dots + (ptrdiff_t)y * page->columns + x;
            guint sum = 0;
            for (int row = 0; row < BLOCK; row++, dot += page->columns)
                sum += dot[0] + dot[1] + dot[2];
            *block++ = (uint8_t)(sum / (BLOCK * BLOCK));
        }
}

Closely *closely_new(uint8_t *dots, bool upright)
{
    if (dots == NULL)
        return NULL;
    Closely *page = g_new0(Closely, 1);
    page->dots = dots;
    page->columns = upright ? SCAN_CLOSE_SHORT : SCAN_CLOSE_LONG;
    page->rows = upright ? SCAN_CLOSE_LONG : SCAN_CLOSE_SHORT;
    measure_contrast(page);
    make_blocks(page);
    if (page->contrast < CONTRAST_MIN)
        g_clear_pointer(&page, closely_free);
    return page;
}

void closely_free(Closely *page)
{
    if (page == NULL)
        return;
    g_free(page->dots);
    g_free(page);
}

/* ---- two pages ---- */

/* What is quickly told: the blocks differ nowhere by more than LIMIT. */
static bool blocks_agree(const Closely *a, const Closely *b, int limit)
{
    int shift = a->paper - b->paper;
    for (guint i = 0; i < BLOCKS; i++)
        if (abs(a->blocks[i] - b->blocks[i] - shift) > limit)
            return false;
    return true;
}

/* How much darker than paper each dot is, with nothing all around. */
typedef struct {
    int columns, rows, stride;
    int16_t *at; /* the first dot */
    int16_t *whole;
} Plane;

static void plane_init(Plane *plane, const Closely *page)
{
    int stride = page->columns + 2 * MARGIN;
    *plane = (Plane){.columns = page->columns, .rows = page->rows, .stride = stride};
    plane->whole = g_new0(int16_t, (size_t)stride * (page->rows + 2 * MARGIN));
    plane->at = plane->whole + (ptrdiff_t)MARGIN * stride + MARGIN;
    for (int y = 0; y < page->rows; y++)
        for (int x = 0; x < page->columns; x++)
            plane->at[y * stride + x] = (int16_t)(page->paper - page->dots[y * page->columns + x]);
}

/* The sum of the products of each dot of A with the one of B that lies (X, Y) from it. */
static double correlate(const Plane *a, const Plane *b, int x, int y)
{
    int64_t sum = 0;
    for (int row = 0; row < a->rows; row++) {
        const int16_t *p = a->at + (ptrdiff_t)row * a->stride, *q = b->at + (ptrdiff_t)(row + y) * b->stride + x;
        int32_t part = 0;
        for (int i = 0; i < a->columns; i++)
            part += p[i] * q[i];
        sum += part;
    }
    return (double)sum;
}

/* Nine unknowns, nine equations; the right-hand sides stand in the last column and become the solution. */
static void solve(double m[TAPS][TAPS + 1])
{
    for (int i = 0; i < TAPS; i++) {
        double pivot = m[i][i]; /* never 0: the matrix is positive definite */
        for (int j = i; j <= TAPS; j++)
            m[i][j] /= pivot;
        for (int k = 0; k < TAPS; k++) {
            double factor = k == i ? 0 : m[k][i];
            for (int j = i; j <= TAPS && factor != 0; j++)
                m[k][j] -= factor * m[i][j];
        }
    }
}

/* The weights with which the dots of FROM give those of TO with the least squares left.  False when
 * there are none to speak of. */
static bool fit(const Plane *from, const Plane *to, int32_t *weights)
{
    enum { REACH = TAPS_SIDE - 1, LAGS = 2 * REACH + 1 };
    double own[LAGS][LAGS], m[TAPS][TAPS + 1];
    for (int y = 0; y <= REACH; y++) /* the same backwards */
        for (int x = -REACH; x <= REACH; x++)
            own[REACH + y][REACH + x] = own[REACH - y][REACH - x] = correlate(from, from, x, y);
    for (int i = 0; i < TAPS; i++) {
        for (int j = 0; j < TAPS; j++)
            m[i][j] = own[REACH + j / TAPS_SIDE - i / TAPS_SIDE][REACH + j % TAPS_SIDE - i % TAPS_SIDE];
        m[i][i] += own[REACH][REACH] / WEIGHT_ONE + 1; /* keeps weights small where neighbours are equal */
        m[i][TAPS] = correlate(to, from, i % TAPS_SIDE - 1, i / TAPS_SIDE - 1);
    }
    solve(m);
    for (int i = 0; i < TAPS; i++) {
        double weight = m[i][TAPS] * WEIGHT_ONE;
        if (!(fabs(weight) <= WEIGHT_MAX))
            return false;
        weights[i] = (int32_t)lround(weight);
    }
    return true;
}

/* What WEIGHTS leave of row Y of TO, in WEIGHT_ONE parts of a level; the largest in that row. */
static int32_t leave_row(const Plane *from, const Plane *to, const int32_t *weights, int y, int32_t *left)
{
    const int16_t *above = from->at + (ptrdiff_t)(y - 1) * from->stride, *here = above + from->stride;
    const int16_t *below = here + from->stride;
    const int16_t *row = to->at + (ptrdiff_t)y * to->stride;
    int32_t worst = 0;
    for (int x = 1; x < to->columns - 1; x++) {
        int32_t sum = weights[0] * above[x - 1] + weights[1] * above[x] + weights[2] * above[x + 1] +
                      weights[3] * here[x - 1] + weights[4] * here[x] + weights[5] * here[x + 1] +
                      weights[6] * below[x - 1] + weights[7] * below[x] + weights[8] * below[x + 1];
        left[x] = row[x] * WEIGHT_ONE - sum;
        worst = MAX(worst, ABS(left[x]));
    }
    return worst;
}

/* Whether WEIGHTS leave little of every dot, LIMIT at most (in WEIGHT_ONE parts of a level), and of every
 * area's mean, for pages of that contrast.  The outermost dots do not count: a scanner's bed may go on
 * behind them. */
static bool little_left(const Plane *from, const Plane *to, const int32_t *weights, int contrast, int32_t limit)
{
    int32_t left[SCAN_CLOSE_LONG] = {0};
    int64_t areas[SCAN_CLOSE_LONG / AREA + 1] = {0};
    int64_t area_limit = (int64_t)contrast * AREA_PERCENT * WEIGHT_ONE * AREA * AREA / 100;
    for (int y = 1; y < to->rows - 1; y++) {
        if (leave_row(from, to, weights, y, left) > limit)
            return false;
        for (int x = 0; x < to->columns; x++)
            areas[x / AREA] += left[x];
        if (y % AREA != AREA - 1)
            continue;
        for (int i = 0; i <= to->columns / AREA; i++)
            if (ABS(areas[i]) > area_limit)
                return false;
        memset(areas, 0, sizeof areas);
    }
    return true;
}

bool closely_same(const Closely *finer, const Closely *coarser, bool one_size)
{
    Plane from, to;
    int32_t weights[TAPS];
    if (!finer || !coarser || finer->columns != coarser->columns)
        return false;
    int contrast = MIN(finer->contrast, coarser->contrast);
    if (!blocks_agree(finer, coarser, contrast * BLOCK_PERCENT / 100))
        return false;
    plane_init(&from, finer);
    plane_init(&to, coarser);
    int32_t limit = contrast * (one_size ? ONE_SIZE_PERCENT : DOT_PERCENT) * WEIGHT_ONE / 100;
    bool same = fit(&from, &to, weights) && little_left(&from, &to, weights, contrast, limit);
    g_free(from.whole);
    g_free(to.whole);
    return same;
}
