#include "facts.h"

#include <inttypes.h>

G_STATIC_ASSERT((int)FACTS_OK == (int)SCAN_OK);
G_STATIC_ASSERT((int)FACTS_DAMAGED == (int)SCAN_DAMAGED);
G_STATIC_ASSERT((int)FACTS_EMPTY == (int)SCAN_EMPTY);
G_STATIC_ASSERT((int)FACTS_ENCRYPTED == (int)SCAN_ENCRYPTED);
G_STATIC_ASSERT((int)FACTS_UNSUPPORTED == (int)SCAN_UNSUPPORTED);

static void page_to_record(const PageFacts *facts, ScanPage *page)
{
    page->number = facts->number;
    page->width_px = facts->width_px;
    page->height_px = facts->height_px;
    page->dpi_x = facts->dpi_x;
    page->dpi_y = facts->dpi_y;
    page->cells = facts->cells;
    page->dark = facts->cells_dark;
    page->edge = facts->edge;
    page->hash = g_strdup_printf("%016" PRIx64, facts->hash);
    page->thumb = g_base64_encode(facts->thumb, sizeof facts->thumb);
}

void facts_to_record(const ScanFacts *facts, Scan *scan)
{
    scan->state = (int)facts->state;
    scan->pages = facts->page_count;
    if (facts->reason != FACTS_REASON_NONE)
        scan->reason = g_strdup(scan_reason_name(facts->reason));
    for (guint i = 0; i < facts->pages->len; i++)
        page_to_record(&g_array_index(facts->pages, PageFacts, i), record_add(scan->page, &scan_page_type));
}
