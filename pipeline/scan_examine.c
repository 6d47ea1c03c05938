/* The half of scan.h that decodes.  Apart from the rest, so that who only asks about facts (likeness.h) is not linked to every
 * library of pictures: loading them takes longer than many a check. */
#include "scan.h"

#include "image_jpeg.h"
#include "image_png.h"
#include "image_tiff.h"
#include "pdf.h"
#include "sharpness.h"

void scan_examine(FactsType type, const uint8_t *data, size_t size, ScanFacts *facts)
{
    if (size == 0) {
        scan_facts_fail(facts, FACTS_REASON_EMPTY);
        return;
    }
    switch (type) {
    case FACTS_JPEG: image_jpeg_scan(data, size, facts); break;
    case FACTS_PNG: image_png_scan(data, size, facts); break;
    case FACTS_TIFF: image_tiff_scan(data, size, facts); break;
    case FACTS_PDF: pdf_scan(data, size, facts); break;
    case FACTS_OTHER: scan_facts_fail(facts, FACTS_REASON_FORMAT); break;
    }
}

void scan_look_closer(FactsType type, const uint8_t *data, size_t size, ScanCloser *closer)
{
    ScanFacts facts;
    scan_facts_init(&facts);
    facts.closer = closer;
    scan_examine(type, data, size, &facts);
    scan_facts_clear(&facts);
}

/* Waits until fewer than READERS_MAX threads are reading, and reads; memory is bounded by that. */
static void look_in_turn(FactsType type, const uint8_t *data, size_t size, ScanCloser *closer)
{
    enum { READERS_MAX = 4 };
    static GMutex lock;
    static GCond fewer;
    static unsigned readers;
    g_mutex_lock(&lock);
    while (readers == READERS_MAX) /* others lower it: NOLINT(bugprone-infinite-loop) */
        g_cond_wait(&fewer, &lock);
    readers++;
    g_mutex_unlock(&lock);
    scan_look_closer(type, data, size, closer);
    g_mutex_lock(&lock);
    readers--;
    g_cond_signal(&fewer);
    g_mutex_unlock(&lock);
}

void scan_measure_edges(FactsType type, const uint8_t *data, size_t size, ScanFacts *facts)
{
    uint32_t numbers[SCAN_EDGES_MAX], edges[SCAN_EDGES_MAX] = {0};
    ScanCloser closer = {.numbers = numbers, .edges = edges};
    for (guint i = 0; i < facts->pages->len && closer.count < SCAN_EDGES_MAX; i++) {
        const PageFacts *page = &g_array_index(facts->pages, PageFacts, i);
        if (page->soft && MIN(page->width_px, page->height_px) >= SHARPNESS_SHORT_MIN &&
            scan_close_fits(page->width_px, page->height_px))
            numbers[closer.count++] = page->number;
    }
    if (closer.count == 0)
        return;
    look_in_turn(type, data, size, &closer);
    for (guint i = 0, next = 0; i < facts->pages->len && next < closer.count; i++) {
        PageFacts *page = &g_array_index(facts->pages, PageFacts, i);
        if (page->number == numbers[next])
            page->edge = edges[next++];
    }
}
