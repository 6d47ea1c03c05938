#include "bulk.h"

#include <string.h>

#include <cairo.h>

#include "beside.h"
#include "page.h"
#include "paper.h"
#include "scanner.h"

#define BULK_DPI 200
#define BASE_PAGES 16
#define BATCH_PAGES 32 /* in memory at a time, for each unit in work */
#define NOISE_MAX 40   /* grey levels, for pages larger than their text makes them */
#define STAMP_PIXEL 5  /* side of one dot of the page stamp */

typedef struct {
    cairo_surface_t *surface;
    int quality;
    guint amplitude;
} BasePage;

/* Pages that are encoded side by side. */
typedef struct {
    GMutex mutex;
    GCond done;
    guint left;
} Batch;

typedef struct {
    Batch *batch;
    const BasePage *base;
    guint number;
    char *label;
    GBytes *bytes;
} PageJob;

static BulkPlan current;
static BasePage bases[BASE_PAGES];
static Crew *page_crew;

/* The digits of NUMBER as characters that stand in names of places.  The caller frees. */
static char *place_name(guint number) {
    static const char *const characters[] = {"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉"};
    g_autofree char *digits = g_strdup_printf("%03u", number);
    GString *name = g_string_new(NULL);
    for (const char *p = digits; *p; p++) g_string_append(name, characters[*p - '0']);
    return g_string_free(name, FALSE);
}

GPtrArray *bulk_units(const BulkPlan *plan, const char *path) {
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    maker_check(error);
    GPtrArray *units = g_ptr_array_new_with_free_func((GDestroyNotify)unit_free);
    for (guint i = 1; i <= plan->units; i++) {
        g_autoptr(GHashTable) fields = fields_new();
        g_autofree char *place = place_name(i);
        fields_printf(fields, "n", "%03u", i);
        fields_printf(fields, "z", "%s", place);
        g_autofree char *recipe = fields_fill(fields, text, "bulk.ini");
        g_autofree char *name = g_strdup_printf("bulk.ini (%03u)", i);
        g_ptr_array_add(units, unit_load_text(recipe, name, plan->seed));
    }
    return units;
}

/* 3 × 5 dots a digit. */
static void stamp_number(Bitmap *bitmap, guint number) {
    static const guint16 digits[] = {075557, 026227, 071747, 071717, 055711,
                                     074717, 074757, 071111, 075757, 075717};
    char text[12];
    g_snprintf(text, sizeof text, "%06u", number);
    for (guint c = 0; text[c]; c++) {
        for (guint dot = 0; dot < 15; dot++) {
            if (!(digits[text[c] - '0'] >> (14 - dot) & 1)) continue;
            guint x = bitmap->width - 260 + (c * 4 + dot % 3) * STAMP_PIXEL, y = 90 + dot / 3 * STAMP_PIXEL;
            for (guint row = 0; row < STAMP_PIXEL; row++) {
                memset(bitmap->pixels + ((gsize)(y + row) * bitmap->width + x) * bitmap->channels, 40,
                       STAMP_PIXEL * bitmap->channels);
            }
        }
    }
}

static GBytes *encode_page(const BasePage *base, guint number, const char *label) {
    Noise noise;
    noise_init(&noise, current.seed, label);
    Bitmap *bitmap = bitmap_from_surface(base->surface, 3, BULK_DPI, &noise, base->amplitude);
    stamp_number(bitmap, number);
    GBytes *bytes = bitmap_jpeg(bitmap, base->quality);
    bitmap_free(bitmap);
    return bytes;
}

static gsize trial_size(BasePage *base, int quality, guint amplitude) {
    base->quality = quality;
    base->amplitude = amplitude;
    g_autoptr(GBytes) bytes = encode_page(base, 0, "trial");
    return g_bytes_get_size(bytes);
}

/* The quality at which the page comes to the wanted size; noise helps where quality alone does not. */
static void settle_size(BasePage *base, gsize wanted) {
    guint amplitude = 3;
    while (amplitude < NOISE_MAX && trial_size(base, 92, amplitude) < wanted) amplitude += 3;
    int low = 5, high = 92;
    while (low < high) {
        int middle = (low + high) / 2;
        if (trial_size(base, middle, amplitude) < wanted) low = middle + 1;
        else high = middle;
    }
    base->quality = low;
    base->amplitude = amplitude;
}

static void encode_job(gpointer data, gpointer user_data) {
    (void)user_data;
    PageJob *job = data;
    job->bytes = encode_page(job->base, job->number, job->label);
    g_mutex_lock(&job->batch->mutex);
    job->batch->left--;
    g_cond_signal(&job->batch->done);
    g_mutex_unlock(&job->batch->mutex);
}

/* Pages of the papers of an ordinary case file. */
static void set_base_pages(const Unit *unit) {
    static const char *const templates[] = {"inspection-record", "interview-record", "penalty-decision",
                                            "photo-sheet"};
    for (guint i = 0; i < BASE_PAGES; i++) {
        const CaseFile *file = g_ptr_array_index(unit->files, i / G_N_ELEMENTS(templates) %
                                                                  3); /* the first three are penalties */
        g_autoptr(Paper) paper = paper_new(templates[i % G_N_ELEMENTS(templates)], file->fields);
        g_autofree char *label = g_strdup_printf("base %u", i);
        Noise noise;
        gboolean more;
        PageCursor cursor = {0};
        noise_init(&noise, current.seed, label);
        bases[i].surface = scanner_surface(paper, page_fit_size(paper, 1), BULK_DPI, &noise, &cursor, &more);
        settle_size(&bases[i], (gsize)current.page_kb * 1024);
    }
}

void bulk_start(const BulkPlan *plan, const Unit *unit) {
    current = *plan;
    if (!plan->pages) return;
    set_base_pages(unit);
    page_crew = crew_new(encode_job, NULL, (int)g_get_num_processors());
}

gboolean bulk_is_on(void) {
    return page_crew != NULL;
}

void bulk_stop(void) {
    if (!page_crew) return;
    crew_free(g_steal_pointer(&page_crew), false);
    for (guint i = 0; i < BASE_PAGES; i++) g_clear_pointer(&bases[i].surface, cairo_surface_destroy);
}

static void add_batch(const Unit *unit, const CaseFile *file, Sink *bundle, guint first, guint n_pages) {
    Batch batch = {.left = n_pages};
    PageJob jobs[BATCH_PAGES] = {0};
    g_mutex_init(&batch.mutex);
    g_cond_init(&batch.done);
    for (guint i = 0; i < n_pages; i++) {
        guint number = first + i;
        char *label = g_strdup_printf("%s %s %u", unit->id, file->name, number);
        jobs[i] =
            (PageJob){.batch = &batch, .base = &bases[number % BASE_PAGES], .number = number, .label = label};
        crew_push(page_crew, &jobs[i]);
    }
    g_mutex_lock(&batch.mutex);
    while (batch.left) g_cond_wait(&batch.done, &batch.mutex);
    g_mutex_unlock(&batch.mutex);
    for (guint i = 0; i < n_pages; i++) {
        g_autofree char *name = g_strdup_printf("卷内材料%04u.jpg", jobs[i].number);
        sink_put(bundle, name, jobs[i].bytes);
        g_bytes_unref(jobs[i].bytes);
        g_free(jobs[i].label);
    }
    g_mutex_clear(&batch.mutex);
    g_cond_clear(&batch.done);
}

void bulk_add_pages(const Unit *unit, const CaseFile *file, Sink *bundle) {
    if (!page_crew) return;
    guint index = 0, n_files = current.one_bundle ? 1 : unit->files->len;
    g_ptr_array_find(unit->files, file, &index);
    if (index >= n_files) return;
    guint from = current.pages * index / n_files, to = current.pages * (index + 1) / n_files;
    for (guint first = from; first < to; first += BATCH_PAGES)
        add_batch(unit, file, bundle, first + 1, MIN(BATCH_PAGES, to - first));
}
