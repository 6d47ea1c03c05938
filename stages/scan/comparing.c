#include "comparing.h"

#include <stdlib.h>

#include "beside.h"
#include "closely.h"
#include "nearpages.h"
#include "scan.h"
#include "scanning.h"

enum {
    BATCH_PAGES = 16, /* kept at once: 230 KB each */
    /* It pays while one in so many of the pages looked at is one picture with another.  Then no more are: what
     * is left lies farther apart, and all of it is apparently one form. */
    PAID_PART = 4,
    TWO_SIZES_PAGES = 96, /* looked at whatever pays: little pictures tell less of pages of two sizes */
    PAGES_MAX = 400,      /* looked at in all, once for every batch that they are in */
    THREADS_MAX = 4       /* a page takes up to 100 MB while it is read */
};
/* pixels read again, a second for each 100 million: 170 pages of A4 at 300 dpi */
#define PIXELS_MAX ((uint64_t)1500 * 1000 * 1000)

/* A page in the batch. */
typedef struct {
    bool taken;
    bool wanted; /* it is to be looked at: one of its pairs is not settled */
    bool found;  /* it is one picture with another */
    Closely *closely;
} BatchPage;

typedef struct {
    const Scans *scans;
    const KnownScans *known;
    GHashTable *known_keys; /* NULL: nothing is known */
    const StoreDirs *stores;
    GArray *near;     /* NearPage */
    GArray *pairs;    /* NearPair */
    bool *picked;     /* of each pair, once it was in a batch */
    bool *same;       /* of each pair, once it is settled */
    bool one_size;    /* it is the turn of pairs of one size, or else of two */
    guint pages;      /* looked at in this turn, before the batch, */
    guint found;      /* those of them that were found, */
    uint64_t pixels;  /* and with it */
    GArray *batch;    /* guint: its pairs that are not settled */
    guint batch_pages;
    BatchPage *of_batch; /* by page */
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
static bool was_compared(const Comparing *self, const NearPage *page)
{
    g_autofree char *key = place_key(digest_of(self->scans, page->scan), page->number);
    return self->known->had[page->scan] && !g_hash_table_contains(self->known_keys, key);
}

/* Whether it is known if the pair is one picture; settles it then.  Scans stand in order of digest, then as
 * now: a pair has its first first. */
static bool settle_known(Comparing *self, guint index)
{
    const NearPage *a = page_at(self, pair_at(self, index)->a), *b = page_at(self, pair_at(self, index)->b);
    if (self->known_keys == NULL || !was_compared(self, a) || !was_compared(self, b))
        return false;
    g_autofree char *key = pair_key(digest_of(self->scans, a->scan), a->number,
                                    digest_of(self->scans, b->scan), b->number);
    self->same[index] = g_hash_table_contains(self->known_keys, key);
    return true;
}

/* ---- a batch ---- */

/* Takes the pages of PAIR into the batch; false, and nothing taken, when they are too many. */
static bool take_pages(Comparing *self, const NearPair *pair)
{
    const guint ends[] = {pair->a, pair->b};
    guint pages = self->batch_pages;
    uint64_t pixels = self->pixels;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        const NearPage *page = page_at(self, ends[i]);
        bool taken = self->of_batch[ends[i]].taken;
        pages += !taken;
        pixels += taken ? 0 : (uint64_t)page->width_px * page->height_px;
    }
    if (pages > BATCH_PAGES || self->pages + pages > PAGES_MAX || pixels > PIXELS_MAX)
        return false;
    self->of_batch[pair->a].taken = self->of_batch[pair->b].taken = true;
    self->batch_pages = pages;
    self->pixels = pixels;
    return true;
}

/* Picks the nearest pairs that are left, and of the others all whose pages find room; false when there are none. */
static bool pick_batch(Comparing *self)
{
    for (guint i = 0; i < self->pairs->len; i++) {
        const NearPair *pair = pair_at(self, i);
        if (self->picked[i] || pair->one_size != self->one_size || !take_pages(self, pair))
            continue;
        self->picked[i] = true;
        if (settle_known(self, i)) {
            self->of_batch[pair->a].found |= self->same[i];
            self->of_batch[pair->b].found |= self->same[i];
            continue;
        }
        self->of_batch[pair->a].wanted = self->of_batch[pair->b].wanted = true;
        g_array_append_val(self->batch, i);
    }
    return self->batch_pages > 0;
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
    ScanCloser closer = {numbers, count, dots, NULL, self->one_size};
    const uint8_t *bytes = (const uint8_t *)g_mapped_file_get_contents(blob);
    scan_look_closer(scan_type_from_name(scan->type), bytes, g_mapped_file_get_length(blob), &closer);
    for (guint i = 0; i < count; i++) {
        const NearPage *page = page_at(self, indices[i]);
        self->of_batch[indices[i]].closely = closely_new(dots[i], page->width_px <= page->height_px);
    }
}

/* Looks at the wanted pages of one scan; DATA is the index of its first page, from 1. */
static void look_at_scan(gpointer data, gpointer user_data)
{
    Comparing *self = user_data;
    guint first = GPOINTER_TO_UINT(data) - 1, scan = page_at(self, first)->scan;
    g_autoptr(GArray) indices = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = first; i < self->near->len && page_at(self, i)->scan == scan; i++)
        if (self->of_batch[i].wanted)
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
    const Closely *first = self->of_batch[pair->a].closely, *second = self->of_batch[pair->b].closely;
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
        if (!self->of_batch[i].wanted || page->scan == pushed)
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

static void compare_pairs(Comparing *self, Crew *crew)
{
    for (guint i = 0; i < self->batch->len; i++)
        crew_push(crew, GUINT_TO_POINTER(g_array_index(self->batch, guint, i) + 1));
}

/* Settles the pairs of the batch. */
static void settle_batch(Comparing *self, int threads)
{
    if (self->batch->len == 0)
        return;
    work(self, threads, look_at_scan, look_at_scans);
    if (self->fault == NULL)
        work(self, threads, compare_pair, compare_pairs);
    for (guint i = 0; i < self->batch->len; i++) {
        guint index = g_array_index(self->batch, guint, i);
        self->of_batch[pair_at(self, index)->a].found |= self->same[index];
        self->of_batch[pair_at(self, index)->b].found |= self->same[index];
    }
}

/* Counts what the batch was good for, and empties it. */
static void end_batch(Comparing *self)
{
    for (guint i = 0; i < self->near->len; i++) {
        self->found += self->of_batch[i].found;
        closely_free(self->of_batch[i].closely);
        self->of_batch[i] = (BatchPage){0};
    }
    self->pages += self->batch_pages;
    self->batch_pages = 0;
    g_array_set_size(self->batch, 0);
}

static bool goes_on(const Comparing *self)
{
    bool pays = self->found * PAID_PART >= self->pages;
    return self->fault == NULL && (pays || (!self->one_size && self->pages < TWO_SIZES_PAGES));
}

/* One batch after the other.  (What is known counts like what is found now, so that the batches are the same.) */
static void compare_turn(Comparing *self, int threads, bool one_size)
{
    self->one_size = one_size;
    self->pages = self->found = 0;
    self->pixels = 0;
    for (bool picked = true; picked && goes_on(self); end_batch(self)) {
        picked = pick_batch(self);
        settle_batch(self, threads);
    }
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
        NearPage *a = page_at(self, pair_at(self, i)->a), *b = page_at(self, pair_at(self, i)->b);
        a->cut |= !self->picked[i];
        b->cut |= !self->picked[i];
        if (!self->same[i])
            continue;
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
    g_autoptr(GArray) pairs = nearpages_pairs(near), batch = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GHashTable) keys = known->scans ? known_keys(known->scans) : NULL;
    g_autofree bool *picked = g_new0(bool, pairs->len), *same = g_new0(bool, pairs->len);
    g_autofree BatchPage *of_batch = g_new0(BatchPage, near->len);
    Comparing self = {.scans = scans, .known = known, .known_keys = keys, .stores = stores, .near = near,
                      .pairs = pairs, .picked = picked, .same = same, .batch = batch, .of_batch = of_batch};
    int threads = MIN(jobs, (int)THREADS_MAX);
    g_mutex_init(&self.lock);
    compare_turn(&self, threads, true);
    compare_turn(&self, threads, false);
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
