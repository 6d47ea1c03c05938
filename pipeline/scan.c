/* What all the walls share; which of them reads a file is in scan_examine.c. */
#include "scan.h"

#include <string.h>

#include "raster.h"
#include "sharpness.h"

void scan_facts_init(ScanFacts *facts)
{
    memset(facts, 0, sizeof *facts);
    facts->pages = g_array_new(FALSE, FALSE, sizeof(PageFacts));
}

void scan_facts_clear(ScanFacts *facts)
{
    g_clear_pointer(&facts->pages, g_array_unref);
}

void scan_facts_fail(ScanFacts *facts, FactsReason reason)
{
    if (facts->state != FACTS_OK)
        return;
    facts->state = scan_reason_state(reason);
    facts->reason = reason;
}

void scan_facts_add_page(ScanFacts *facts, const PageFacts *page)
{
    g_array_append_val(facts->pages, *page);
    PageFacts *added = &g_array_index(facts->pages, PageFacts, facts->pages->len - 1);
    if (added->number == 0)
        added->number = facts->pages->len;
    if (facts->page_count < facts->pages->len)
        facts->page_count = facts->pages->len;
}

FactsReason scan_judge_size(uint64_t width_px, uint64_t height_px)
{
    if (width_px == 0 || height_px == 0)
        return FACTS_REASON_HEADER;
    if (width_px > SCAN_MAX_SIDE_PX || height_px > SCAN_MAX_SIDE_PX || width_px * height_px > SCAN_MAX_PAGE_PX)
        return FACTS_REASON_PIXELS;
    return FACTS_REASON_NONE;
}

static const struct {
    const char *name;
    FactsState state;
} REASONS[] = {
    [FACTS_REASON_NONE] = {"", FACTS_OK},
    [FACTS_REASON_TRUNCATED] = {"truncated", FACTS_DAMAGED},
    [FACTS_REASON_CORRUPT] = {"corrupt", FACTS_DAMAGED},
    [FACTS_REASON_HEADER] = {"header", FACTS_DAMAGED},
    [FACTS_REASON_EMPTY] = {"empty", FACTS_EMPTY},
    [FACTS_REASON_PASSWORD] = {"password", FACTS_ENCRYPTED},
    [FACTS_REASON_FORMAT] = {"format", FACTS_UNSUPPORTED},
    [FACTS_REASON_FEATURE] = {"feature", FACTS_UNSUPPORTED},
    [FACTS_REASON_PIXELS] = {"pixels", FACTS_UNSUPPORTED},
    [FACTS_REASON_PAGES] = {"pages", FACTS_UNSUPPORTED},
    [FACTS_REASON_MEMORY] = {"memory", FACTS_UNSUPPORTED},
};

FactsState scan_reason_state(FactsReason reason)
{
    g_assert((size_t)reason < G_N_ELEMENTS(REASONS));
    return REASONS[reason].state;
}

const char *scan_reason_name(FactsReason reason)
{
    g_assert((size_t)reason < G_N_ELEMENTS(REASONS));
    return REASONS[reason].name;
}

uint32_t scan_dpi_from(uint64_t count, uint32_t length_cmm)
{
    g_assert(length_cmm > 0);
    if (count > G_MAXUINT32)
        return 0;
    uint64_t dpi = (count * 2540 + length_cmm / 2) / length_cmm;
    return dpi > 1000000 ? 0 : (uint32_t)dpi;
}

static GMutex turn;

void scan_turn_take(void)
{
    g_mutex_lock(&turn);
}

void scan_turn_give(void)
{
    g_mutex_unlock(&turn);
}

FactsType scan_type_from_name(const char *name)
{
    static const char *const names[] = {[FACTS_JPEG] = "jpeg", [FACTS_PNG] = "png", [FACTS_TIFF] = "tiff", [FACTS_PDF] = "pdf"};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_strcmp0(name, names[i]) == 0)
            return (FactsType)i;
    return FACTS_OTHER;
}

/* ---- a closer look ---- */

bool scan_close_fits(uint64_t width_px, uint64_t height_px)
{
    uint64_t short_px = MIN(width_px, height_px), long_px = MAX(width_px, height_px);
    return short_px >= SCAN_CLOSE_SHORT_PX_MIN && short_px < SCAN_CLOSE_SHORT_PX_MAX &&
           long_px <= 2 * short_px;
}

/* Which of the pages of the closer look the next one is; -1 when it is none. */
static int wanted_page(const ScanFacts *facts)
{
    const ScanCloser *closer = facts->closer;
    uint32_t number = facts->pages->len + 1;
    for (guint i = 0; closer && i < closer->count && closer->numbers[i] <= number; i++)
        if (closer->numbers[i] == number)
            return (int)i;
    return -1;
}

/* Four cells at least to a dot, where there are so many pixels: what JPEG's own reduction makes of
 * edges is then even.  At one size it is the same for both. */
uint32_t scan_cell_px(const ScanFacts *facts, uint32_t width_px, uint32_t height_px)
{
    uint32_t cell_px = 1, short_px = MIN(width_px, height_px);
    if (wanted_page(facts) < 0 || !scan_close_fits(width_px, height_px))
        return RASTER_CELL_PX;
    uint32_t cells = facts->closer->edges      ? SHARPNESS_SHORT_MIN
                     : facts->closer->one_size ? SCAN_CLOSE_CELLS_MIN
                                               : 4 * SCAN_CLOSE_SHORT;
    while (cell_px < RASTER_CELL_PX && short_px >= 2 * cells * cell_px)
        cell_px *= 2;
    return cell_px;
}

void scan_take_raster(ScanFacts *facts, const Raster *raster, PageFacts *page)
{
    int wanted = wanted_page(facts);
    if (facts->closer == NULL)
        raster_finish(raster, page);
    else if (wanted >= 0 && facts->closer->edges != NULL)
        facts->closer->edges[wanted] = raster_edge(raster);
    else if (wanted >= 0 && facts->closer->dots[wanted] == NULL)
        facts->closer->dots[wanted] = raster_reduce_closely(raster);
    scan_facts_add_page(facts, page);
}
