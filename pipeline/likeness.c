#include "likeness.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum {
    INK_LEVELS = 3,     /* a dot so far below the paper has ink */
    INK_DOTS_MIN = 16,  /* with less on it, a page can be any */
    SAME_SIZE_PEAK = 1, /* where no pixel moves, saving moves a dot by one level at most */
    SAME_SIZE_SOFT = 18, /* sixteenths of a level, neighbours mixed in: 16 came about */
    SHIFT_MAX = 2,      /* a whole page may become so much brighter or darker: its paper is one level, saved as another */
    PEAK_MAX = 24,      /* of photographs of two sizes */
    SQUARE_MAX = 25,    /* mean square of the differences of photographs of two sizes, at most */
    BAND_LEVELS = 32,
    CELLS_MAX = 1024    /* cells a row beyond which a page gives no finer picture */
};

bool look_read(const ScanPage *page, Look *look)
{
    gsize size = 0;
    g_autofree guchar *thumb = page->thumb ? g_base64_decode(page->thumb, &size) : NULL;
    int paper = 0, ink = 0;
    if (size != SCAN_THUMB_BYTES)
        return false;
    look->width_px = (uint32_t)page->width_px;
    look->height_px = (uint32_t)page->height_px;
    memcpy(look->thumb, thumb, SCAN_THUMB_BYTES);
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++)
        paper = MAX(paper, thumb[i]);
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++)
        ink += thumb[i] + INK_LEVELS <= paper;
    return ink >= INK_DOTS_MIN;
}

/* ---- two looks ---- */

bool look_is_shape_same(uint32_t width_px, uint32_t height_px, uint32_t other_width_px,
                        uint32_t other_height_px)
{
    int64_t cross = (int64_t)width_px * other_height_px - (int64_t)other_width_px * height_px;
    return ABS(cross) <= MAX((int64_t)width_px + height_px, (int64_t)other_width_px + other_height_px);
}

static bool same_shape(const Look *a, const Look *b)
{
    return look_is_shape_same(a->width_px, a->height_px, b->width_px, b->height_px);
}

static bool same_size(const Look *a, const Look *b)
{
    return a->width_px == b->width_px && a->height_px == b->height_px;
}

enum { STRIP = 64 }; /* dots worked on in bytes, many at once */
G_STATIC_ASSERT(SCAN_THUMB_BYTES % STRIP == 0);

/* False as soon as one dot differs by more than LIMIT. */
static bool within(const Look *a, const Look *b, int limit)
{
    for (guint i = 0; i < SCAN_THUMB_BYTES; i += STRIP) {
        uint8_t worst = 0;
        for (guint j = 0; j < STRIP; j++) {
            uint8_t x = a->thumb[i + j], y = b->thumb[i + j], difference = (uint8_t)(MAX(x, y) - MIN(x, y));
            worst = MAX(worst, difference);
        }
        if (worst > limit)
            return false;
    }
    return true;
}

/* Whether the differences, which must be within SCHAR_MAX, lie so near to each other that a shift leaves SAME_SIZE_PEAK. */
static bool differ_evenly(const Look *a, const Look *b)
{
    int8_t low = SCHAR_MAX, high = SCHAR_MIN;
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++) {
        int8_t difference = (int8_t)(a->thumb[i] - b->thumb[i]);
        low = MIN(low, difference);
        high = MAX(high, difference);
    }
    return high - low <= 2 * SAME_SIZE_PEAK;
}

/* The differences of two looks, less the shift of all; they must be within PEAK_MAX of each other. */
typedef struct {
    int8_t at[SCAN_THUMB_BYTES];
    int peak; /* the largest */
} Differences;

static guint count_of(const Differences *d, int8_t difference)
{
    guint count = 0;
    for (guint i = 0; i < SCAN_THUMB_BYTES; i += STRIP) {
        uint8_t strip = 0;
        for (guint j = 0; j < STRIP; j++)
            strip += d->at[i + j] == difference;
        count += strip;
    }
    return count;
}

/* The difference that most dots have, or 0 when it is no shift of the whole page. */
static int8_t shift_of(const Differences *d)
{
    guint most = count_of(d, 0);
    int8_t shift = 0;
    for (int each = -SHIFT_MAX; each <= SHIFT_MAX; each++) {
        guint count = each != 0 ? count_of(d, (int8_t)each) : 0;
        if (count <= most)
            continue;
        most = count;
        shift = (int8_t)each;
    }
    return shift;
}

static void subtract(const Look *a, const Look *b, Differences *d)
{
    int8_t low = 0, high = 0;
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++)
        d->at[i] = (int8_t)(a->thumb[i] - b->thumb[i]);
    int8_t shift = shift_of(d);
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++) {
        d->at[i] = (int8_t)(d->at[i] - shift);
        low = MIN(low, d->at[i]);
        high = MAX(high, d->at[i]);
    }
    d->peak = MAX(-low, high);
}

/* The largest difference once neighbours are mixed in (1 2 1 across and down), in sixteenths of a level: what saving
 * moves over the border of a dot stays with its neighbour and cancels, an entry does not. */
static int soft_peak(const Differences *d)
{
    enum { SIDE = SCAN_THUMB_SIDE };
    int16_t across[SIDE][SIDE], low = 0, high = 0;
    for (int y = 0; y < SIDE; y++) {
        const int8_t *row = d->at + (size_t)y * SIDE;
        across[y][0] = (int16_t)(3 * row[0] + row[1]);
        for (int x = 1; x < SIDE - 1; x++)
            across[y][x] = (int16_t)(row[x - 1] + 2 * row[x] + row[x + 1]);
        across[y][SIDE - 1] = (int16_t)(row[SIDE - 2] + 3 * row[SIDE - 1]);
    }
    for (int y = 0; y < SIDE; y++) {
        const int16_t *above = across[MAX(y - 1, 0)], *here = across[y], *below = across[MIN(y + 1, SIDE - 1)];
        for (int x = 0; x < SIDE; x++) {
            int16_t mixed = (int16_t)(above[x] + 2 * here[x] + below[x]);
            low = MIN(low, mixed);
            high = MAX(high, mixed);
        }
    }
    return MAX(-low, high);
}

static int64_t cells_of(const Look *look)
{
    int64_t cells = MIN(look->width_px, look->height_px) / 8; /* raster.h */
    return CLAMP(cells, 1, CELLS_MAX);
}

/* The root of the mean square of the differences is at most 115 (1/c + 1/d) for pages of c and d cells across. */
static bool alike_at_two_sizes(const Look *a, const Look *b, const Differences *d)
{
    int64_t squares = 0, c1 = cells_of(a), c2 = cells_of(b), sum = 115 * (c1 + c2);
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++)
        squares += (int64_t)d->at[i] * d->at[i];
    return squares <= (int64_t)SQUARE_MAX * SCAN_THUMB_BYTES &&
           squares * c1 * c1 * c2 * c2 <= SCAN_THUMB_BYTES * sum * sum;
}

/* Takes the fullest BAND_LEVELS levels out of COUNTS; returns how many dots they had. */
static guint take_band(guint *counts)
{
    guint sum = 0, most = 0, first = 0;
    for (guint level = 0; level < 256; level++) {
        sum += counts[level] - (level >= BAND_LEVELS ? counts[level - BAND_LEVELS] : 0);
        if (sum <= most)
            continue;
        most = sum;
        first = level >= BAND_LEVELS ? level - BAND_LEVELS + 1 : 0;
    }
    memset(counts + first, 0, BAND_LEVELS * sizeof *counts);
    return most;
}

bool look_is_photograph(const Look *look)
{
    guint counts[256] = {0};
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++)
        counts[look->thumb[i]]++;
    guint taken = take_band(counts);
    taken += take_band(counts);
    return taken * 3 <= 2 * SCAN_THUMB_BYTES;
}

bool look_is_close_print(const Look *look)
{
    return scan_close_fits(look->width_px, look->height_px) && !look_is_photograph(look);
}

/* What is quickly told, of nearly all pairs: that they are no picture saved twice. */
static bool nearly_alike(const Look *a, const Look *b)
{
    if (same_size(a, b))
        return within(a, b, SAME_SIZE_PEAK + SHIFT_MAX) && differ_evenly(a, b);
    return same_shape(a, b) && within(a, b, PEAK_MAX);
}

/* The same of two that are nearly alike, and photographs if they are of two sizes. */
static bool alike_in_detail(const Look *a, const Look *b)
{
    Differences d;
    subtract(a, b, &d);
    if (same_size(a, b))
        return d.peak <= SAME_SIZE_PEAK && soft_peak(&d) <= SAME_SIZE_SOFT;
    return alike_at_two_sizes(a, b, &d);
}

bool looks_alike(const Look *a, const Look *b)
{
    return nearly_alike(a, b) && (same_size(a, b) || (look_is_photograph(a) && look_is_photograph(b))) &&
           alike_in_detail(a, b);
}

guint looks_difference(const Look *a, const Look *b)
{
    Differences d;
    subtract(a, b, &d);
    return (guint)soft_peak(&d);
}

/* ---- many looks ---- */

enum {
    NEAR_ALL = 12000000, /* how many pairs are compared in all: that takes a few seconds; */
    CLOSE_ALL = 640000,  /* of pairs that are nearly alike */
    ONE_SIZE_REACH = SCAN_THUMB_BYTES / 4, /* keys of pages that are alike lie no farther apart: a quarter of a level a dot, */
    TWO_SIZES_REACH = SCAN_THUMB_BYTES     /* or a level */
};

/* A look in the order in which those that are alike stand near each other. */
typedef struct {
    const Look *look;
    guint index;
    int key;
} Placed;

/* What the upper half of a page is brighter than the lower: no shift of the whole page changes it. */
static int key_of(const Look *look)
{
    int key = 0;
    for (guint i = 0; i < SCAN_THUMB_BYTES / 2; i++)
        key += look->thumb[i] - look->thumb[SCAN_THUMB_BYTES / 2 + i];
    return key;
}

static int compare_keys(gconstpointer a, gconstpointer b)
{
    const Placed *x = a, *y = b;
    return x->key != y->key ? (x->key < y->key ? -1 : 1) : x->index < y->index ? -1 : x->index > y->index;
}

static int compare_sizes(gconstpointer a, gconstpointer b)
{
    const Look *x = ((const Placed *)a)->look, *y = ((const Placed *)b)->look;
    if (x->width_px != y->width_px)
        return x->width_px < y->width_px ? -1 : 1;
    return x->height_px != y->height_px ? (x->height_px < y->height_px ? -1 : 1) : compare_keys(a, b);
}

typedef struct {
    LookPairFunc func;
    gpointer data;
    bool one_size; /* pairs of one size are looked for, else pairs of two */
    guint near_max, close_max; /* how many a page is compared with, and how many of these may be nearly alike */
    bool *cut;     /* of each page, whether more came near than it was compared with */
} Pairing;

/* Compares the first of COUNT with those behind it, nearest first; false when there were too many to compare it with all. */
static bool pair_first(const Pairing *p, const Placed *placed, guint count)
{
    int reach = p->one_size ? ONE_SIZE_REACH : TWO_SIZES_REACH;
    guint compared = 0, close = 0;
    for (guint i = 1; i < count && placed[i].key - placed->key <= reach; i++) {
        if (same_size(placed->look, placed[i].look) != p->one_size) {
            if (p->one_size)
                break; /* the next size begins */
            continue;
        }
        if (compared++ == p->near_max || close == p->close_max)
            return false;
        if (!nearly_alike(placed->look, placed[i].look))
            continue;
        close++;
        if (alike_in_detail(placed->look, placed[i].look))
            p->func(MIN(placed->index, placed[i].index), MAX(placed->index, placed[i].index), p->data);
    }
    return true;
}

static void pair_all(const Pairing *p, Placed *placed, guint count)
{
    qsort(placed, count, sizeof *placed, p->one_size ? compare_sizes : compare_keys);
    for (guint i = 0; i < count; i++)
        if (!pair_first(p, placed + i, count - i))
            p->cut[placed[i].index] = true;
}

guint looks_pair(const Look *looks, guint count, LookPairFunc func, gpointer data, bool *cut)
{
    if (count == 0) /* there need be no CUT */
        return 0;
    memset(cut, 0, count * sizeof *cut);
    if (count < 2)
        return 0;
    Pairing pairing = {func, data, true, MAX(NEAR_ALL / count, 1), MAX(CLOSE_ALL / count, 1), cut};
    g_autofree Placed *placed = g_new(Placed, count);
    guint photographs = 0, all_cut = 0;
    for (guint i = 0; i < count; i++)
        placed[i] = (Placed){looks + i, i, key_of(looks + i)};
    pair_all(&pairing, placed, count);
    for (guint i = 0; i < count; i++)
        if (look_is_photograph(looks + i))
            placed[photographs++] = (Placed){looks + i, i, key_of(looks + i)};
    pairing.one_size = false;
    pair_all(&pairing, placed, photographs);
    for (guint i = 0; i < count; i++)
        all_cut += cut[i] ? 1 : 0;
    return all_cut;
}
