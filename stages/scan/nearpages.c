#include "nearpages.h"

#include <malloc.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scan.h"

enum {
    PART = SCAN_THUMB_SIDE / NEAR_SIDE, /* dots of the thumbnail a side of one */
    PEAK_MAX = 3,        /* levels that a dot differs by after saving at another size: 2 came about, */
    SQUARES_MAX = 150,   /* and all dots together: 60 */
    LOOKS_MAX = 50000,   /* kept: 80 MB */
    SHIFT_MAX = 2,       /* the whole page may become so much brighter or darker */
    TWO_SIZES_PX_MIN = 600, /* a short side of fewer pixels (A4 at 73 dpi) shows no small entry at another size */
    KEY_REACH = NEAR_DOTS,    /* the keys of two that are near differ by no more */
    SEEN_ALL = 100000000,     /* pairs looked at in all: that takes a second or so, */
    PAIRS_ALL = 200000        /* and found near: 2.4 MB */
};
G_STATIC_ASSERT(PART * NEAR_SIDE == SCAN_THUMB_SIDE);

static void reduce(const uint8_t *thumb, uint8_t *dots)
{
    for (int y = 0; y < NEAR_SIDE; y++)
        for (int x = 0; x < NEAR_SIDE; x++) {
            guint sum = PART * PART / 2;
            for (int i = 0; i < PART * PART; i++)
                sum += thumb[(y * PART + i / PART) * SCAN_THUMB_SIDE + x * PART + i % PART];
            *dots++ = (uint8_t)(sum / (PART * PART));
        }
}

static void near_page_clear(gpointer page)
{
    g_free(((NearPage *)page)->look);
}

GArray *nearpages_new(void)
{
    GArray *pages = g_array_new(FALSE, FALSE, sizeof(NearPage));
    g_array_set_clear_func(pages, near_page_clear);
    return pages;
}

void nearpages_add(GArray *pages, guint scan, const ScanPage *page)
{
    Look look;
    if (!look_read(page, &look) || !look_is_close_print(&look))
        return;
    NearPage near = {.scan = scan, .number = (uint32_t)page->number};
    near.width_px = look.width_px;
    near.height_px = look.height_px;
    reduce(look.thumb, near.dots);
    for (guint i = 0; i < NEAR_DOTS; i++) {
        near.key += i < NEAR_DOTS / 2 ? near.dots[i] : -near.dots[i];
        near.sum += near.dots[i];
    }
    near.cut = pages->len >= LOOKS_MAX;
    near.look = near.cut ? NULL : g_memdup2(&look, sizeof look);
    g_array_append_val(pages, near);
}

/* ---- pairs ---- */

static bool same_size(const NearPage *a, const NearPage *b)
{
    return a->width_px == b->width_px && a->height_px == b->height_px;
}

/* What the whole of A is brighter than B. */
static int shift_of(const NearPage *a, const NearPage *b)
{
    int shift = (int)lround((double)(a->sum - b->sum) / NEAR_DOTS);
    return CLAMP(shift, -SHIFT_MAX, SHIFT_MAX);
}

/* How far A and B are from each other, by the measure of their kind, or G_MAXUINT when that is too far. */
static guint distance_of(const NearPage *a, const NearPage *b)
{
    int shift = shift_of(a, b);
    guint sum = 0;
    for (guint i = 0; i < NEAR_DOTS; i++) {
        int difference = abs(a->dots[i] - b->dots[i] - shift);
        sum += (guint)(difference * difference);
        if (difference > PEAK_MAX || sum > SQUARES_MAX)
            return G_MAXUINT;
    }
    if (!same_size(a, b))
        return sum;
    bool alike = a->look && b->look && looks_alike(a->look, b->look);
    return alike ? looks_difference(a->look, b->look) : G_MAXUINT;
}

static bool are_compared(const NearPage *a, const NearPage *b)
{
    bool fine = MIN(a->width_px, a->height_px) >= TWO_SIZES_PX_MIN &&
                MIN(b->width_px, b->height_px) >= TWO_SIZES_PX_MIN;
    return same_size(a, b) ||
           (fine && look_is_shape_same(a->width_px, a->height_px, b->width_px, b->height_px));
}

static int compare_keys(gconstpointer a, gconstpointer b)
{
    const NearPage *x = *(const NearPage *const *)a, *y = *(const NearPage *const *)b;
    return x->key != y->key ? (x->key < y->key ? -1 : 1) : x < y ? -1 : x > y;
}

static int compare_distances(gconstpointer a, gconstpointer b)
{
    const NearPair *x = a, *y = b;
    if (x->distance != y->distance)
        return x->distance < y->distance ? -1 : 1;
    return x->a != y->a ? (x->a < y->a ? -1 : 1) : x->b < y->b ? -1 : x->b > y->b;
}

/* Adds the first of COUNT with each behind it that is near; false when there were too many to compare
 * it with all. */
static bool pair_first(NearPage *const *order, guint count, guint of_all, const NearPage *base, GArray *pairs)
{
    guint seen_max = MAX(SEEN_ALL / of_all, 1), found_max = MAX(PAIRS_ALL / of_all, 1), found = 0;
    for (guint i = 1; i < count && order[i]->key - order[0]->key <= KEY_REACH; i++) {
        if (i > seen_max || found == found_max)
            return false;
        guint distance = are_compared(order[0], order[i]) ? distance_of(order[0], order[i]) : G_MAXUINT;
        if (distance == G_MAXUINT)
            continue;
        guint a = (guint)(order[0] - base), b = (guint)(order[i] - base);
        NearPair pair = {MIN(a, b), MAX(a, b), same_size(order[0], order[i]), distance};
        g_array_append_val(pairs, pair);
        found++;
    }
    return true;
}

/* Nobody needs them behind this, and what reads the pages again finds their memory in other hands. */
static void forget_looks(GArray *pages)
{
    for (guint i = 0; i < pages->len; i++)
        g_clear_pointer(&g_array_index(pages, NearPage, i).look, g_free);
    malloc_trim(0);
}

GArray *nearpages_pairs(GArray *pages)
{
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(NearPair));
    if (pages->len < 2)
        return pairs;
    NearPage *base = (NearPage *)(gpointer)pages->data;
    g_autoptr(GPtrArray) sorted = g_ptr_array_sized_new(pages->len);
    for (guint i = 0; i < pages->len; i++)
        g_ptr_array_add(sorted, base + i);
    g_ptr_array_sort(sorted, compare_keys);
    NearPage **order = (NearPage **)sorted->pdata;
    for (guint i = 0; i < pages->len; i++)
        if (!pair_first(order + i, pages->len - i, pages->len, base, pairs))
            order[i]->cut = true;
    g_array_sort(pairs, compare_distances);
    forget_looks(pages);
    return pairs;
}
