#include "likeness.h"

#include <string.h>

enum {
    INK_LEVELS = 3,     /* a dot so far below the paper has ink */
    INK_DOTS_MIN = 16,  /* with less on it, a page can be any */
    SAME_SIZE_PEAK = 1, /* where no pixel moves, saving moves a dot by one level at most */
    SAME_SIZE_SOFT = 20,
    SHIFT_MAX = 2,      /* a whole page may become so much brighter or darker: its paper is one level, saved as another */
    PEAK_MAX = 12,      /* of pages of two sizes */
    SQUARE_MAX = 25,    /* mean square of the differences of pages of two sizes, at most */
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

/* The sides agree as far as whole pixels allow. */
static bool same_shape(const Look *a, const Look *b)
{
    int64_t cross = (int64_t)a->width_px * b->height_px - (int64_t)b->width_px * a->height_px;
    return ABS(cross) <= MAX((int64_t)a->width_px + a->height_px, (int64_t)b->width_px + b->height_px);
}

static bool same_size(const Look *a, const Look *b)
{
    return a->width_px == b->width_px && a->height_px == b->height_px;
}

/* False as soon as one dot differs by more than LIMIT. */
static bool within(const Look *a, const Look *b, int limit)
{
    enum { STRIP = 64 };
    for (guint i = 0; i < SCAN_THUMB_BYTES; i += STRIP) {
        uint8_t worst = 0; /* in bytes, so that many are compared at once */
        for (guint j = 0; j < STRIP; j++) {
            uint8_t x = a->thumb[i + j], y = b->thumb[i + j], difference = (uint8_t)(MAX(x, y) - MIN(x, y));
            worst = MAX(worst, difference);
        }
        if (worst > limit)
            return false;
    }
    return true;
}
G_STATIC_ASSERT(SCAN_THUMB_BYTES % 64 == 0);

/* The difference that most dots have, or 0 when it is no shift of the whole page. */
static int shift_of(const Look *a, const Look *b)
{
    guint counts[2 * PEAK_MAX + 1] = {0};
    int shift = 0;
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++)
        counts[PEAK_MAX + a->thumb[i] - b->thumb[i]]++;
    for (int each = -SHIFT_MAX; each <= SHIFT_MAX; each++)
        if (counts[PEAK_MAX + each] > counts[PEAK_MAX + shift])
            shift = each;
    return shift;
}

/* The differences of A and B, less the SHIFT of all; they must be within PEAK_MAX of each other. */
typedef struct {
    int8_t at[SCAN_THUMB_BYTES];
    int peak; /* the largest */
} Differences;

static void subtract(const Look *a, const Look *b, Differences *d)
{
    int shift = shift_of(a, b);
    d->peak = 0;
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++) {
        int difference = a->thumb[i] - b->thumb[i] - shift;
        d->at[i] = (int8_t)difference;
        d->peak = MAX(d->peak, ABS(difference));
    }
}

/* The largest difference once neighbours are mixed in (1 2 1 across and down), in sixteenths of a level: what saving
 * moves over the border of a dot stays with its neighbour and cancels, an entry does not. */
static int soft_peak(const Differences *d)
{
    enum { SIDE = SCAN_THUMB_SIDE };
    int across[SIDE][SIDE], peak = 0;
    for (int y = 0; y < SIDE; y++) {
        const int8_t *row = d->at + y * SIDE;
        for (int x = 0; x < SIDE; x++)
            across[y][x] = row[MAX(x - 1, 0)] + 2 * row[x] + row[MIN(x + 1, SIDE - 1)];
    }
    for (int y = 0; y < SIDE; y++) {
        const int *above = across[MAX(y - 1, 0)], *here = across[y], *below = across[MIN(y + 1, SIDE - 1)];
        for (int x = 0; x < SIDE; x++) {
            int mixed = above[x] + 2 * here[x] + below[x];
            peak = MAX(peak, ABS(mixed));
        }
    }
    return peak;
}

/* How many dots have ink in either, and the sum of their squared differences. */
static int64_t count_ink(const Look *a, const Look *b, const Differences *d, int64_t *squares)
{
    int64_t dots = 0;
    int paper = 0;
    *squares = 0;
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++)
        paper = MAX(paper, MAX(a->thumb[i], b->thumb[i]));
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++) {
        if (MIN(a->thumb[i], b->thumb[i]) + INK_LEVELS > paper)
            continue;
        *squares += d->at[i] * d->at[i];
        dots++;
    }
    return dots;
}

static int64_t cells_of(const Look *look)
{
    int64_t cells = MIN(look->width_px, look->height_px) / 8; /* raster.h */
    return CLAMP(cells, 1, CELLS_MAX);
}

/* With r the root of the mean square: r is at most 115 (1/c + 1/d) for pages of c and d cells across, no dot
 * differs by more than 5 r + 0.5, and mixed with its neighbours by more than 1.125 r + 0.5. */
static bool alike_at_two_sizes(const Look *a, const Look *b, const Differences *d)
{
    int64_t squares, dots = count_ink(a, b, d, &squares);
    if (squares > SQUARE_MAX * dots)
        return false;
    int64_t c1 = cells_of(a), c2 = cells_of(b), sum = 115 * (c1 + c2);
    int64_t peak = MAX(2 * d->peak - 1, 0), soft = MAX(soft_peak(d) - 8, 0);
    return squares * c1 * c1 * c2 * c2 <= dots * sum * sum && peak * peak * dots <= 100 * squares &&
           soft * soft * dots <= 18 * 18 * squares;
}

bool looks_alike(const Look *a, const Look *b)
{
    Differences d;
    bool same = same_size(a, b);
    if ((!same && !same_shape(a, b)) || !within(a, b, same ? SAME_SIZE_PEAK + SHIFT_MAX : PEAK_MAX))
        return false;
    subtract(a, b, &d);
    return same ? d.peak <= SAME_SIZE_PEAK && soft_peak(&d) <= SAME_SIZE_SOFT : alike_at_two_sizes(a, b, &d);
}

/* ---- many looks ---- */

enum { FEW = 8 }; /* that are simply compared, all with all */

typedef struct {
    const Look *looks;
    LookPairFunc func;
    gpointer data;
    bool one_size; /* pairs of one size are looked for, else pairs of two */
} Pairing;

static void compare_all(const Pairing *p, const guint *set, guint count)
{
    for (guint i = 1; i < count; i++)
        for (guint j = 0; j < i; j++) {
            guint a = MIN(set[i], set[j]), b = MAX(set[i], set[j]);
            if (same_size(&p->looks[a], &p->looks[b]) == p->one_size && looks_alike(&p->looks[a], &p->looks[b]))
                p->func(a, b, p->data);
        }
}

static bool all_of_one_size(const Pairing *p, const guint *set, guint count)
{
    for (guint i = 1; i < count; i++)
        if (!same_size(&p->looks[set[0]], &p->looks[set[i]]))
            return false;
    return true;
}

/* The dot in which the looks of SET differ the most (by variance); *MEAN of it. */
static guint telling_dot(const Pairing *p, const guint *set, guint count, uint8_t *mean)
{
    g_autofree uint64_t *sums = g_new0(uint64_t, SCAN_THUMB_BYTES), *squares = g_new0(uint64_t, SCAN_THUMB_BYTES);
    for (guint i = 0; i < count; i++) {
        const uint8_t *thumb = p->looks[set[i]].thumb;
        for (guint dot = 0; dot < SCAN_THUMB_BYTES; dot++) {
            sums[dot] += thumb[dot];
            squares[dot] += (uint32_t)thumb[dot] * thumb[dot];
        }
    }
    guint best = 0;
    uint64_t most = 0;
    for (guint dot = 0; dot < SCAN_THUMB_BYTES; dot++) {
        uint64_t variance = squares[dot] * count - sums[dot] * sums[dot];
        if (variance <= most)
            continue;
        most = variance;
        best = dot;
    }
    *mean = (uint8_t)(sums[best] / count);
    return best;
}

/* Those of SET whose DOT is at least FROM and at most TO, into OUT; returns how many. */
static guint part_of(const Pairing *p, const guint *set, guint count, guint dot, int from, int to, guint *out)
{
    guint taken = 0;
    for (guint i = 0; i < count; i++) {
        int level = p->looks[set[i]].thumb[dot];
        if (level >= from && level <= to)
            out[taken++] = set[i];
    }
    return taken;
}

/* Parts SET at the dot that tells the most, and each part again; those near the border go into both. */
static void pair_set(const Pairing *p, const guint *set, guint count)
{
    if (count < 2 || (!p->one_size && all_of_one_size(p, set, count)))
        return;
    if (count <= FEW) {
        compare_all(p, set, count);
        return;
    }
    uint8_t mean;
    guint dot = telling_dot(p, set, count, &mean);
    int reach = p->one_size ? SAME_SIZE_PEAK + SHIFT_MAX : PEAK_MAX;
    g_autofree guint *low = g_new(guint, count), *high = g_new(guint, count);
    guint below = part_of(p, set, count, dot, 0, mean + reach, low), above = part_of(p, set, count, dot, mean + 1, 255, high);
    if ((below + above) * 4 > count * 5) { /* too many near the border: parting again and again would cost more than comparing */
        compare_all(p, set, count);
        return;
    }
    pair_set(p, low, below);
    pair_set(p, high, above);
}

void looks_pair(const Look *looks, guint count, LookPairFunc func, gpointer data)
{
    g_autofree guint *all = g_new(guint, count);
    for (guint i = 0; i < count; i++)
        all[i] = i;
    for (int one_size = 0; one_size < 2; one_size++)
        pair_set(&(Pairing){looks, func, data, one_size != 0}, all, count);
}
