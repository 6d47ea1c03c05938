#include "pdf.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <qpdf/qpdf-c.h>

#include "image_jpeg.h"

enum {
    MAX_DEPTH = 64,        /* of the page tree: real ones have two or three levels */
    MAX_NODES = 4 * SCAN_MAX_PAGES,
    TAIL_BYTES = 1024      /* where readers look for the end marker */
};

/* One file. */
typedef struct {
    qpdf_data qpdf;
    ScanFacts *facts;
    uint32_t pages;  /* found so far */
    uint32_t nodes;  /* of the tree, pages included */
    uint64_t pixels; /* of the pictures examined */
} PdfJob;

/* A node of the page tree that waits, with what it inherits. */
typedef struct {
    qpdf_oh node;
    qpdf_oh resources;
    qpdf_oh box;
    uint32_t depth;
} PdfNode;

/* ---- pages that are one picture ---- */

/* The only picture of RESOURCES when there is exactly one and no font; false otherwise. */
static bool only_picture(const PdfJob *job, qpdf_oh resources, qpdf_oh *picture)
{
    qpdf_oh objects = qpdf_oh_get_key_if_dict(job->qpdf, resources, "/XObject");
    qpdf_oh fonts = qpdf_oh_get_key_if_dict(job->qpdf, resources, "/Font");
    unsigned count = 0;

    if (qpdf_oh_is_dictionary(job->qpdf, fonts)) {
        qpdf_oh_begin_dict_key_iter(job->qpdf, fonts);
        if (qpdf_oh_dict_more_keys(job->qpdf))
            return false;
    }
    if (!qpdf_oh_is_dictionary(job->qpdf, objects))
        return false;
    qpdf_oh_begin_dict_key_iter(job->qpdf, objects);
    while (qpdf_oh_dict_more_keys(job->qpdf) && count < 2) {
        *picture = qpdf_oh_get_key(job->qpdf, objects, qpdf_oh_dict_next_key(job->qpdf));
        count++;
    }
    return count == 1 && qpdf_oh_is_stream(job->qpdf, *picture);
}

/* A picture that is plain JPEG: its filter is DCTDecode alone. */
static bool is_jpeg(const PdfJob *job, qpdf_oh picture)
{
    qpdf_data qpdf = job->qpdf;
    qpdf_oh head = qpdf_oh_get_dict(qpdf, picture);
    qpdf_oh filter = qpdf_oh_get_key(qpdf, head, "/Filter");

    if (!qpdf_oh_is_name_and_equals(qpdf, qpdf_oh_get_key(qpdf, head, "/Subtype"), "/Image"))
        return false;
    if (qpdf_oh_is_array(qpdf, filter) && qpdf_oh_get_array_n_items(qpdf, filter) == 1)
        filter = qpdf_oh_get_array_item(qpdf, filter, 0);
    return qpdf_oh_is_name_and_equals(qpdf, filter, "/DCTDecode");
}

/* The extent of a page along one axis (0 across, 1 down) in thousandths of a point; 0 when it cannot be read. */
static uint64_t box_extent(const PdfJob *job, qpdf_oh box, int axis)
{
    double low = 0, high = 0;

    if (!qpdf_oh_is_array(job->qpdf, box) || qpdf_oh_get_array_n_items(job->qpdf, box) != 4 ||
        !qpdf_oh_get_value_as_number(job->qpdf, qpdf_oh_get_array_item(job->qpdf, box, axis), &low) ||
        !qpdf_oh_get_value_as_number(job->qpdf, qpdf_oh_get_array_item(job->qpdf, box, axis + 2), &high))
        return 0;
    double extent = high > low ? high - low : low - high;
    return extent > 0 && extent < 1e6 ? (uint64_t)(extent * 1000 + 0.5) : 0;
}

/* Dots an inch of so many pixels over so many thousandths of a point, 72000 to the inch. */
static uint32_t page_dpi(uint32_t pixels, uint64_t extent)
{
    uint64_t dpi = extent == 0 ? 0 : ((uint64_t)pixels * 72000 + extent / 2) / extent;
    return dpi > 1000000 ? 0 : (uint32_t)dpi;
}

/* Takes over what the picture showed, as page NUMBER of the file. */
static void take_picture(PdfJob *job, const ScanFacts *picture, const PdfNode *page)
{
    if (picture->reason == FACTS_REASON_FEATURE)
        return;
    if (picture->state != FACTS_OK) {
        scan_facts_fail(job->facts, picture->reason == FACTS_REASON_EMPTY ? FACTS_REASON_CORRUPT : picture->reason);
        return;
    }
    PageFacts result = g_array_index(picture->pages, PageFacts, 0);
    job->pixels += (uint64_t)result.width_px * result.height_px;
    if (job->pixels > SCAN_MAX_FILE_PX) {
        scan_facts_fail(job->facts, FACTS_REASON_PIXELS);
        return;
    }
    result.number = job->pages;
    result.dpi_x = page_dpi(result.width_px, box_extent(job, page->box, 0));
    result.dpi_y = page_dpi(result.height_px, box_extent(job, page->box, 1));
    scan_facts_add_page(job->facts, &result);
}

/* What a closer look wants of the picture that is this page; false when it wants nothing. */
static bool closer_wants(const PdfJob *job, ScanCloser *of_page)
{
    static const uint32_t first = 1;
    const ScanCloser *all = job->facts->closer;
    guint i = 0;

    while (i < all->count && all->numbers[i] != job->pages)
        i++;
    *of_page = (ScanCloser){&first, 1, all->dots + i};
    return i < all->count;
}

static void examine_page(PdfJob *job, const PdfNode *page)
{
    qpdf_oh picture = 0;
    unsigned char *bytes = NULL;
    size_t size = 0;
    ScanFacts facts;
    ScanCloser closer;

    if (job->facts->closer && !closer_wants(job, &closer))
        return;
    if (!only_picture(job, page->resources, &picture) || !is_jpeg(job, picture))
        return;
    if (qpdf_oh_get_stream_data(job->qpdf, picture, qpdf_dl_none, NULL, &bytes, &size) & QPDF_ERRORS) {
        scan_facts_fail(job->facts, FACTS_REASON_CORRUPT);
        return;
    }
    scan_facts_init(&facts);
    facts.closer = job->facts->closer ? &closer : NULL;
    image_jpeg_scan(bytes, size, &facts);
    take_picture(job, &facts, page);
    scan_facts_clear(&facts);
    free(bytes);
}

/* ---- the page tree ---- */

static qpdf_oh own_or_inherited(const PdfJob *job, qpdf_oh node, const char *key, qpdf_oh inherited)
{
    qpdf_oh own = qpdf_oh_get_key(job->qpdf, node, key);
    return qpdf_oh_is_null(job->qpdf, own) ? inherited : own;
}

/* Puts the children on the stack, the last one lowest, so that pages come in order. */
static void push_kids(PdfJob *job, GArray *stack, const PdfNode *parent, qpdf_oh kids)
{
    int count = qpdf_oh_get_array_n_items(job->qpdf, kids);

    if (parent->depth == MAX_DEPTH) {
        scan_facts_fail(job->facts, FACTS_REASON_CORRUPT);
        return;
    }
    job->nodes += (uint32_t)count;
    if (job->nodes > MAX_NODES) {
        scan_facts_fail(job->facts, FACTS_REASON_PAGES);
        return;
    }
    for (int i = count - 1; i >= 0; i--) {
        PdfNode kid = {qpdf_oh_get_array_item(job->qpdf, kids, i), parent->resources, parent->box, parent->depth + 1};
        g_array_append_val(stack, kid);
    }
}

static void visit(PdfJob *job, GArray *stack, PdfNode node)
{
    if (!qpdf_oh_is_dictionary(job->qpdf, node.node)) {
        scan_facts_fail(job->facts, FACTS_REASON_CORRUPT);
        return;
    }
    node.resources = own_or_inherited(job, node.node, "/Resources", node.resources);
    node.box = own_or_inherited(job, node.node, "/MediaBox", node.box);
    qpdf_oh kids = qpdf_oh_get_key(job->qpdf, node.node, "/Kids");
    if (qpdf_oh_is_array(job->qpdf, kids)) {
        push_kids(job, stack, &node, kids);
        return;
    }
    job->pages++;
    if (job->pages > SCAN_MAX_PAGES)
        scan_facts_fail(job->facts, FACTS_REASON_PAGES);
    else
        examine_page(job, &node);
}

static void walk_pages(PdfJob *job, qpdf_oh tree)
{
    g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(PdfNode));
    PdfNode root = {tree, qpdf_oh_new_null(job->qpdf), qpdf_oh_new_null(job->qpdf), 0};

    g_array_append_val(stack, root);
    while (stack->len > 0 && job->facts->state == FACTS_OK) {
        PdfNode node = g_array_index(stack, PdfNode, stack->len - 1);
        g_array_set_size(stack, stack->len - 1);
        visit(job, stack, node);
    }
    job->facts->page_count = MIN(job->pages, (uint32_t)SCAN_MAX_PAGES);
    if (job->pages == 0)
        scan_facts_fail(job->facts, FACTS_REASON_HEADER);
}

/* ---- opening ---- */

/* Opens DATA, or says why not.  The caller cleans job->qpdf up in either case. */
static FactsReason open_file(PdfJob *job, const uint8_t *data, size_t size, bool rebuild)
{
    job->qpdf = qpdf_init();
    qpdf_silence_errors(job->qpdf);
    qpdf_set_suppress_warnings(job->qpdf, QPDF_TRUE);
    qpdf_set_attempt_recovery(job->qpdf, rebuild ? QPDF_TRUE : QPDF_FALSE);
    if (!(qpdf_read_memory(job->qpdf, "scan", (const char *)data, size, "") & QPDF_ERRORS))
        return FACTS_REASON_NONE;
    switch (qpdf_get_error_code(job->qpdf, qpdf_get_error(job->qpdf))) {
    case qpdf_e_password:
    case qpdf_e_unsupported: /* of opening, only said of encryption */
        return FACTS_REASON_PASSWORD;
    default:
        return FACTS_REASON_HEADER;
    }
}

static bool has_end_marker(const uint8_t *data, size_t size)
{
    size_t tail = MIN(size, (size_t)TAIL_BYTES);
    return memmem(data + size - tail, tail, "%%EOF", 5) != NULL;
}

static void read_file(PdfJob *job, bool rebuilt)
{
    qpdf_oh tree = qpdf_oh_get_key_if_dict(job->qpdf, qpdf_get_root(job->qpdf), "/Pages");
    long long promised = -1;

    walk_pages(job, tree);
    if (!rebuilt || job->facts->state != FACTS_OK)
        return;
    if (!qpdf_oh_get_value_as_longlong(job->qpdf, qpdf_oh_get_key(job->qpdf, tree, "/Count"), &promised) ||
        promised != (long long)job->pages)
        scan_facts_fail(job->facts, FACTS_REASON_CORRUPT);
}

void pdf_scan(const uint8_t *data, size_t size, ScanFacts *facts)
{
    PdfJob job = {.facts = facts};
    bool rebuilt = false;
    FactsReason reason = open_file(&job, data, size, false);

    if (reason == FACTS_REASON_HEADER && !has_end_marker(data, size))
        reason = FACTS_REASON_TRUNCATED;
    if (reason == FACTS_REASON_HEADER) {
        qpdf_cleanup(&job.qpdf);
        rebuilt = true;
        reason = open_file(&job, data, size, true);
    }
    if (reason == FACTS_REASON_NONE)
        read_file(&job, rebuilt);
    else
        scan_facts_fail(facts, reason);
    if (qpdf_has_error(job.qpdf)) { /* something on the way was not what its place asks for */
        qpdf_get_error(job.qpdf);
        scan_facts_fail(facts, FACTS_REASON_CORRUPT);
    }
    qpdf_cleanup(&job.qpdf);
}
