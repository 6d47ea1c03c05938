#include "comparing.h"

#include <stdlib.h>

#include "beside.h"
#include "closely.h"
#include "nearpages.h"
#include "scan.h"
#include "scanning.h"

enum {
    PAGES_MAX = 400, /* looked at closely: 230 KB each */
    /* Pages alike at their own size are often many: of these one in so many, so that a package is not read
     * nearly twice, but not fewer or more than so many. */
    ONE_SIZE_PART = 10,
    ONE_SIZE_PAGES_MIN = 24,
    ONE_SIZE_PAGES_MAX = 100,
    PAIRS_MAX = 5000, /* compared: 2 ms each at most */
    THREADS_MAX = 4   /* a page takes up to 100 MB while it is read */
};
/* pixels read again, a second for each 100 million: 170 pages of A4 at 300 dpi */
#define PIXELS_MAX ((uint64_t)1500 * 1000 * 1000)

typedef struct {
    const Scans *scans;
    const StoreDirs *stores;
    GArray *near;      /* NearPage */
    GArray *pairs;     /* NearPair, those that are compared */
    Closely **closely; /* of each page */
    bool *wanted;      /* of each page: it is to be looked at */
    bool *same;        /* of each pair, once it is settled */
    bool *settled;
    bool one_size; /* it is the turn of pairs of one size */
    GMutex lock;
    GError *fault; /* the first one */
} Comparing;

static NearPage *page_at(const Comparing *self, guint index)
{
    return &g_array_index(self->near, NearPage, index);
}

static NearPair *pair_at(const Comparing *self, guint index)
{
    return &g_array_index(self->pairs, NearPair, index);
}

static const char *digest_of(const Scans *scans, guint scan)
{
    return ((const Scan *)scans->scans->pdata[scan])->sha256;
}

/* ---- which are compared ---- */

/* What has been taken on so far, of pairs of one size or of two. */
typedef struct {
    bool *taken; /* of each page */
    guint pages, pages_max;
    uint64_t pixels;
} Load;

/* Takes the pages of PAIR on; false, and nothing taken, when they are too many. */
static bool load_pair(const Comparing *self, Load *load, const NearPair *pair)
{
    const guint ends[] = {pair->a, pair->b};
    guint pages = load->pages;
    uint64_t pixels = load->pixels;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        const NearPage *page = page_at(self, ends[i]);
        pages += !load->taken[ends[i]];
        pixels += load->taken[ends[i]] ? 0 : (uint64_t)page->width_px * page->height_px;
    }
    if (pages > load->pages_max || pixels > PIXELS_MAX)
        return false;
    load->taken[pair->a] = load->taken[pair->b] = true;
    load->pages = pages;
    load->pixels = pixels;
    return true;
}

static guint one_size_pages_max(guint pages)
{
    return CLAMP(pages / ONE_SIZE_PART, (guint)ONE_SIZE_PAGES_MIN, (guint)ONE_SIZE_PAGES_MAX);
}

/* Keeps as many pairs as can be compared, nearest first, and marks the pages of the others. */
static void limit_pairs(Comparing *self)
{
    g_autofree bool *taken = g_new0(bool, self->near->len), *taken_too = g_new0(bool, self->near->len);
    Load two_sizes = {.taken = taken, .pages_max = PAGES_MAX};
    Load one_size = {.taken = taken_too, .pages_max = one_size_pages_max(self->near->len)};
    guint kept = 0;
    for (guint i = 0; i < self->pairs->len; i++) {
        NearPair pair = *pair_at(self, i);
        if (kept < PAIRS_MAX && load_pair(self, pair.one_size ? &one_size : &two_sizes, &pair))
            *pair_at(self, kept++) = pair;
        else
            page_at(self, pair.a)->cut = page_at(self, pair.b)->cut = true;
    }
    g_array_set_size(self->pairs, kept);
}

/* ---- what is known ---- */

static char *place_key(const char *digest, int64_t page)
{
    return g_strdup_printf("%s:%" G_GINT64_FORMAT, digest, page);
}

static char *pair_key(const char *digest, int64_t page, const char *other_digest, int64_t other_page)
{
    g_autofree char *first = place_key(digest, page), *second = place_key(other_digest, other_page);
    return g_strconcat(first, " ", second, NULL);
}

/* The keys of the known pairs and of the pages then passed over; a place that the record does not have
 * is left out. */
static GHashTable *known_keys(const Scans *known)
{
    GHashTable *keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < known->pairs->len; i++) {
        const ScanPair *pair = known->pairs->pdata[i];
        if (pair->scan <= known->scans->len && pair->other_scan <= known->scans->len)
            g_hash_table_add(keys, pair_key(digest_of(known, (guint)pair->scan - 1), pair->page,
                                            digest_of(known, (guint)pair->other_scan - 1), pair->other_page));
    }
    for (guint i = 0; i < known->passed->len; i++) {
        const ScanPlace *place = known->passed->pdata[i];
        if (place->scan <= known->scans->len)
            g_hash_table_add(keys, place_key(digest_of(known, (guint)place->scan - 1), place->page));
    }
    return keys;
}

/* Whether PAGE was compared then with all that came near. */
static bool was_compared(const Comparing *self, const KnownScans *known, GHashTable *keys,
                         const NearPage *page)
{
    g_autofree char *key = place_key(digest_of(self->scans, page->scan), page->number);
    return known->had[page->scan] && !g_hash_table_contains(keys, key);
}

/* Scans stand in order of digest, then as now: a pair has its first first. */
static void settle_known(Comparing *self, const KnownScans *known)
{
    g_autoptr(GHashTable) keys = known_keys(known->scans);
    for (guint i = 0; i < self->pairs->len; i++) {
        const NearPage *a = page_at(self, pair_at(self, i)->a), *b = page_at(self, pair_at(self, i)->b);
        if (!was_compared(self, known, keys, a) || !was_compared(self, known, keys, b))
            continue;
        g_autofree char *key = pair_key(digest_of(self->scans, a->scan), a->number,
                                        digest_of(self->scans, b->scan), b->number);
        self->settled[i] = true;
        self->same[i] = g_hash_table_contains(keys, key);
    }
}

/* ---- a closer look ---- */

static void note_fault(Comparing *self, GError *fault)
{
    g_mutex_lock(&self->lock);
    if (self->fault == NULL)
        self->fault = g_steal_pointer(&fault);
    g_mutex_unlock(&self->lock);
    g_clear_error(&fault);
}

/* Looks at COUNT pages of SCAN, given by their indices, in order. */
static void look_at_pages(Comparing *self, const Scan *scan, const guint *indices, guint count)
{
    GError *fault = NULL;
    g_autoptr(GMappedFile) blob = scanning_map_blob(self->stores, scan->sha256, &fault);
    if (blob == NULL) {
        note_fault(self, fault);
        return;
    }
    g_autofree uint32_t *numbers = g_new(uint32_t, count);
    g_autofree uint8_t **dots = g_new0(uint8_t *, count);
    for (guint i = 0; i < count; i++)
        numbers[i] = page_at(self, indices[i])->number;
    ScanCloser closer = {numbers, count, dots, self->one_size};
    const uint8_t *bytes = (const uint8_t *)g_mapped_file_get_contents(blob);
    scan_look_closer(scan_type_from_name(scan->type), bytes, g_mapped_file_get_length(blob), &closer);
    for (guint i = 0; i < count; i++) {
        const NearPage *page = page_at(self, indices[i]);
        self->closely[indices[i]] = closely_new(dots[i], page->width_px <= page->height_px);
    }
}

/* Looks at the wanted pages of one scan; DATA is the index of its first page, from 1. */
static void look_at_scan(gpointer data, gpointer user_data)
{
    Comparing *self = user_data;
    guint first = GPOINTER_TO_UINT(data) - 1, scan = page_at(self, first)->scan;
    g_autoptr(GArray) indices = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = first; i < self->near->len && page_at(self, i)->scan == scan; i++)
        if (self->wanted[i])
            g_array_append_val(indices, i);
    const guint *wanted = (const guint *)(gpointer)indices->data;
    look_at_pages(self, self->scans->scans->pdata[scan], wanted, indices->len);
}

/* DATA is the index of the pair, from 1. */
static void compare_pair(gpointer data, gpointer user_data)
{
    Comparing *self = user_data;
    guint index = GPOINTER_TO_UINT(data) - 1;
    const NearPair *pair = pair_at(self, index);
    const NearPage *a = page_at(self, pair->a), *b = page_at(self, pair->b);
    bool a_is_finer = (uint64_t)a->width_px * a->height_px >= (uint64_t)b->width_px * b->height_px;
    const Closely *first = self->closely[pair->a], *second = self->closely[pair->b];
    self->same[index] = closely_same(a_is_finer ? first : second, a_is_finer ? second : first, pair->one_size);
}

static void look_at_scans(Comparing *self, Crew *crew)
{
    guint pushed = G_MAXUINT; /* the scan whose look was begun last */
    guint first = 0;          /* of the pages of its scan */
    for (guint i = 0; i < self->near->len; i++) {
        const NearPage *page = page_at(self, i);
        if (page->scan != page_at(self, first)->scan)
            first = i;
        if (!self->wanted[i] || page->scan == pushed)
            continue;
        pushed = page->scan;
        crew_push(crew, GUINT_TO_POINTER(first + 1));
    }
}

/* Does what START gives to a crew, each by EACH. */
static void work(Comparing *self, int threads, GFunc each, void (*start)(Comparing *, Crew *))
{
    Crew *crew = crew_new(each, self, threads);
    start(self, crew);
    crew_free(crew, false);
}

static bool is_turn_of(const Comparing *self, guint pair)
{
    return !self->settled[pair] && pair_at(self, pair)->one_size == self->one_size;
}

static void compare_pairs(Comparing *self, Crew *crew)
{
    for (guint i = 0; i < self->pairs->len; i++)
        if (is_turn_of(self, i))
            crew_push(crew, GUINT_TO_POINTER(i + 1));
}

static void compare_unsettled(Comparing *self, int threads, bool one_size)
{
    self->one_size = one_size;
    self->wanted = g_new0(bool, self->near->len);
    self->closely = g_new0(Closely *, self->near->len);
    guint unsettled = 0;
    for (guint i = 0; i < self->pairs->len; i++)
        if (is_turn_of(self, i)) {
            self->wanted[pair_at(self, i)->a] = self->wanted[pair_at(self, i)->b] = true;
            unsettled++;
        }
    if (unsettled > 0)
        work(self, threads, look_at_scan, look_at_scans);
    if (unsettled > 0 && self->fault == NULL)
        work(self, threads, compare_pair, compare_pairs);
    for (guint i = 0; i < self->near->len; i++)
        closely_free(self->closely[i]);
    g_free(self->closely);
    g_free(self->wanted);
}

/* ---- the record ---- */

static int compare_places(gconstpointer a, gconstpointer b)
{
    const ScanPair *x = *(const ScanPair *const *)a, *y = *(const ScanPair *const *)b;
    const int64_t left[] = {x->scan, x->page, x->other_scan, x->other_page};
    const int64_t right[] = {y->scan, y->page, y->other_scan, y->other_page};
    for (size_t i = 0; i < G_N_ELEMENTS(left); i++)
        if (left[i] != right[i])
            return left[i] < right[i] ? -1 : 1;
    return 0;
}

static void record_pairs(const Comparing *self, Scans *scans)
{
    for (guint i = 0; i < self->pairs->len; i++) {
        if (!self->same[i])
            continue;
        const NearPage *a = page_at(self, pair_at(self, i)->a), *b = page_at(self, pair_at(self, i)->b);
        ScanPair *pair = record_add(scans->pairs, &scan_pair_type);
        *pair = (ScanPair){a->scan + 1, a->number, b->scan + 1, b->number};
    }
    g_ptr_array_sort(scans->pairs, compare_places);
    for (guint i = 0; i < self->near->len; i++)
        if (page_at(self, i)->cut) {
            ScanPlace *place = record_add(scans->passed, &scan_place_type);
            *place = (ScanPlace){page_at(self, i)->scan + 1, page_at(self, i)->number};
        }
}

gboolean comparing_fill(Scans *scans, GArray *near, const KnownScans *known, const StoreDirs *stores,
                        int jobs, GError **error)
{
    g_autoptr(GArray) pairs = nearpages_pairs(near);
    Comparing self = {.scans = scans, .stores = stores, .near = near, .pairs = pairs};
    limit_pairs(&self);
    g_autofree bool *same = self.same = g_new0(bool, pairs->len);
    g_autofree bool *settled = self.settled = g_new0(bool, pairs->len);
    g_mutex_init(&self.lock);
    if (known->scans)
        settle_known(&self, known);
    int threads = MIN(jobs, (int)THREADS_MAX);
    compare_unsettled(&self, threads, true);
    if (self.fault == NULL)
        compare_unsettled(&self, threads, false);
    g_mutex_clear(&self.lock);
    if (self.fault == NULL)
        record_pairs(&self, scans);
    else
        g_propagate_error(error, self.fault);
    return self.fault == NULL;
}

void comparing_take(Scans *scans, Scans *known)
{
    GPtrArray *pairs = scans->pairs, *passed = scans->passed;
    scans->pairs = known->pairs;
    scans->passed = known->passed;
    known->pairs = pairs;
    known->passed = passed;
}
