#include "pdf.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <qpdf/qpdf-c.h>

#include "image_jpeg.h"
#include "image_strip.h"

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
    uint64_t pixels; /* of the pictures examined, or bytes where these are more */
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
    return count == 1 && qpdf_oh_is_stream(job->qpdf, *picture) &&
           qpdf_oh_is_name_and_equals(
               job->qpdf, qpdf_oh_get_key(job->qpdf, qpdf_oh_get_dict(job->qpdf, *picture), "/Subtype"),
               "/Image");
}

/* VALUE, or the only item of it. */
static qpdf_oh only_item(const PdfJob *job, qpdf_oh value)
{
    bool is_list = qpdf_oh_is_array(job->qpdf, value) && qpdf_oh_get_array_n_items(job->qpdf, value) == 1;
    return is_list ? qpdf_oh_get_array_item(job->qpdf, value, 0) : value;
}

/* A picture that is plain JPEG: its filter is DCTDecode alone. */
static bool is_jpeg(const PdfJob *job, qpdf_oh head)
{
    qpdf_oh filter = only_item(job, qpdf_oh_get_key(job->qpdf, head, "/Filter"));
    return qpdf_oh_is_name_and_equals(job->qpdf, filter, "/DCTDecode");
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

/* ---- pictures without a file of their own around them ---- */

/* The whole number at KEY of DICT, which may be no dictionary; FALLBACK when there is none. */
static long long number_in(const PdfJob *job, qpdf_oh dict, const char *key, long long fallback)
{
    long long value = fallback;
    qpdf_oh_get_value_as_longlong(job->qpdf, qpdf_oh_get_key_if_dict(job->qpdf, dict, key), &value);
    return value;
}

static bool is_set(const PdfJob *job, qpdf_oh dict, const char *key)
{
    QPDF_BOOL value = QPDF_FALSE;
    return qpdf_oh_get_value_as_bool(job->qpdf, qpdf_oh_get_key_if_dict(job->qpdf, dict, key), &value) &&
           value;
}

static bool has_entry(const PdfJob *job, qpdf_oh dict, const char *key)
{
    return !qpdf_oh_is_null(job->qpdf, qpdf_oh_get_key(job->qpdf, dict, key));
}

/* The samples of a pixel in colour space SPACE; 0 for one that is not read. */
static uint16_t samples_of(const PdfJob *job, qpdf_oh space)
{
    static const struct {
        const char *name;
        uint16_t samples;
    } spaces[] = {{"/DeviceGray", 1}, {"/CalGray", 1}, {"/DeviceRGB", 3}, {"/CalRGB", 3}, {"/DeviceCMYK", 4}};
    qpdf_data qpdf = job->qpdf;
    bool family = qpdf_oh_is_array(qpdf, space) && qpdf_oh_get_array_n_items(qpdf, space) == 2;
    qpdf_oh name = family ? qpdf_oh_get_array_item(qpdf, space, 0) : space;

    if (family && qpdf_oh_is_name_and_equals(qpdf, name, "/ICCBased")) {
        qpdf_oh profile = qpdf_oh_get_array_item(qpdf, space, 1);
        long long n =
            qpdf_oh_is_stream(qpdf, profile) ? number_in(job, qpdf_oh_get_dict(qpdf, profile), "/N", 0) : 0;
        return n == 1 || n == 3 || n == 4 ? (uint16_t)n : 0;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
        if (qpdf_oh_is_name_and_equals(qpdf, name, spaces[i].name))
            return spaces[i].samples;
    return 0;
}

/* [/Indexed base highest colours], the colours of grey or RGB in a string.  Pixels above the highest have
 * its colour (ISO 32000-1, 8.6.6.3), so the palette gets as many as the bits can name. */
static bool read_palette(const PdfJob *job, qpdf_oh space, Strip *strip)
{
    qpdf_data qpdf = job->qpdf;
    size_t size = 0;
    long long highest = -1;
    uint16_t samples = samples_of(job, qpdf_oh_get_array_item(qpdf, space, 1));
    qpdf_oh colours = qpdf_oh_get_array_item(qpdf, space, 3);

    if (!qpdf_oh_get_value_as_longlong(qpdf, qpdf_oh_get_array_item(qpdf, space, 2), &highest) ||
        highest < 0 || highest >= STRIP_PALETTE_MAX || !qpdf_oh_is_string(qpdf, colours) ||
        (samples != 1 && samples != 3))
        return false;
    const char *bytes = qpdf_oh_get_binary_string_value(qpdf, colours, &size);
    if (strip->bits > 8 || highest >> strip->bits > 0 || size < (size_t)(highest + 1) * samples)
        return false;
    strip->samples = 1;
    strip->colours = (uint16_t)(1U << strip->bits);
    for (unsigned i = 0; i < strip->colours; i++) {
        const char *colour = bytes + MIN(i, (size_t)highest) * samples;
        for (unsigned channel = 0; channel < 3; channel++)
            strip->palette[i][channel] = (uint8_t)colour[samples == 3 ? channel : 0];
    }
    return true;
}

/* A stencil lets ink through where it is 0, as a grey picture is black there. */
static bool read_colours(const PdfJob *job, qpdf_oh head, Strip *strip)
{
    qpdf_oh space = qpdf_oh_get_key(job->qpdf, head, "/ColorSpace");
    bool stencil = is_set(job, head, "/ImageMask");
    long long bits = stencil ? 1 : number_in(job, head, "/BitsPerComponent", 0);

    if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16)
        return false;
    strip->bits = (uint16_t)bits;
    if (qpdf_oh_is_array(job->qpdf, space) && qpdf_oh_get_array_n_items(job->qpdf, space) == 4 &&
        qpdf_oh_is_name_and_equals(job->qpdf, qpdf_oh_get_array_item(job->qpdf, space, 0), "/Indexed"))
        return read_palette(job, space, strip);
    strip->samples = stencil ? 1 : samples_of(job, space);
    return strip->samples > 0;
}

/* Whether samples mean what they mean without /Decode, or the opposite. */
static bool read_decode(const PdfJob *job, qpdf_oh head, Strip *strip)
{
    qpdf_oh decode = qpdf_oh_get_key(job->qpdf, head, "/Decode");
    double first = -1, second = -1;

    if (qpdf_oh_is_null(job->qpdf, decode))
        return true;
    if (strip->samples != 1 || strip->colours > 0 || !qpdf_oh_is_array(job->qpdf, decode) ||
        qpdf_oh_get_array_n_items(job->qpdf, decode) != 2 ||
        !qpdf_oh_get_value_as_number(job->qpdf, qpdf_oh_get_array_item(job->qpdf, decode, 0), &first) ||
        !qpdf_oh_get_value_as_number(job->qpdf, qpdf_oh_get_array_item(job->qpdf, decode, 1), &second))
        return false;
    strip->inverted = first > second;
    return MIN(first, second) == 0 && MAX(first, second) == 1;
}

static bool read_flate(const PdfJob *job, qpdf_oh how, Strip *strip)
{
    long long predictor = number_in(job, how, "/Predictor", 1);

    strip->coding = predictor >= 10 ? STRIP_FLATE_PNG
                  : predictor == 2  ? STRIP_FLATE_DIFFERENCES
                                    : STRIP_FLATE;
    return predictor == 1 || (number_in(job, how, "/Columns", 1) == strip->width_px &&
                              number_in(job, how, "/Colors", 1) == strip->samples &&
                              number_in(job, how, "/BitsPerComponent", 8) == strip->bits);
}

static bool read_fax(const PdfJob *job, qpdf_oh how, Strip *strip)
{
    long long k = number_in(job, how, "/K", 0);

    strip->coding = k < 0 ? STRIP_FAX_4 : k == 0 ? STRIP_FAX_3 : STRIP_FAX_3_TWO_WAYS;
    strip->inverted = strip->inverted != !is_set(job, how, "/BlackIs1");
    return strip->bits == 1 && strip->samples == 1 && strip->colours == 0 &&
           number_in(job, how, "/Columns", 1728) == strip->width_px && !is_set(job, how, "/EncodedByteAlign");
}

/* Fills in STRIP for the picture with HEAD; false when it is of a kind that is not read. */
static bool read_strip(const PdfJob *job, qpdf_oh head, Strip *strip)
{
    qpdf_oh filter = only_item(job, qpdf_oh_get_key(job->qpdf, head, "/Filter"));
    qpdf_oh how = only_item(job, qpdf_oh_get_key(job->qpdf, head, "/DecodeParms"));
    long long width = number_in(job, head, "/Width", 0), height = number_in(job, head, "/Height", 0);

    if (scan_judge_size((uint64_t)MAX(width, 0), (uint64_t)MAX(height, 0)) != FACTS_REASON_NONE)
        return false;
    strip->width_px = (uint32_t)width;
    strip->height_px = (uint32_t)height;
    if (has_entry(job, head, "/SMask") || has_entry(job, head, "/Mask") || !read_colours(job, head, strip) ||
        !read_decode(job, head, strip))
        return false;
    if (qpdf_oh_is_name_and_equals(job->qpdf, filter, "/FlateDecode"))
        return read_flate(job, how, strip);
    if (qpdf_oh_is_name_and_equals(job->qpdf, filter, "/CCITTFaxDecode"))
        return read_fax(job, how, strip);
    return qpdf_oh_is_null(job->qpdf, filter);
}

/* Whether a picture of that size has the shape of PAGE: one that has not is a part of what the page shows. */
static bool fills_page(const PdfJob *job, const PdfNode *page, const Strip *strip)
{
    enum { PERCENT = 5 };
    uint64_t across = (uint64_t)strip->width_px * box_extent(job, page->box, 1);
    uint64_t down = (uint64_t)strip->height_px * box_extent(job, page->box, 0);
    return across > 0 && down > 0 &&
           MAX(across, down) - MIN(across, down) <= MAX(across, down) / 100 * PERCENT;
}

/* ---- a page ---- */

/* Counts what a picture of that size, in so many bytes, costs; false when that is too much. */
static bool count_cost(PdfJob *job, uint64_t width_px, uint64_t height_px, size_t size)
{
    job->pixels += MAX(width_px * height_px, size);
    if (job->pixels > SCAN_MAX_FILE_PX)
        scan_facts_fail(job->facts, FACTS_REASON_PIXELS);
    return job->pixels <= SCAN_MAX_FILE_PX;
}

/* Takes over what the picture showed, as the page that is at hand. */
static void take_page(PdfJob *job, const ScanFacts *picture, const PdfNode *page)
{
    PageFacts result = g_array_index(picture->pages, PageFacts, 0);
    result.number = job->pages;
    result.dpi_x = page_dpi(result.width_px, box_extent(job, page->box, 0));
    result.dpi_y = page_dpi(result.height_px, box_extent(job, page->box, 1));
    scan_facts_add_page(job->facts, &result);
}

static void examine_jpeg(PdfJob *job, const PdfNode *page, const uint8_t *bytes, size_t size,
                         ScanFacts *facts)
{
    image_jpeg_scan(bytes, size, facts);
    if (facts->reason == FACTS_REASON_FEATURE)
        return;
    if (facts->state != FACTS_OK) {
        scan_facts_fail(job->facts,
                        facts->reason == FACTS_REASON_EMPTY ? FACTS_REASON_CORRUPT : facts->reason);
        return;
    }
    const PageFacts *found = &g_array_index(facts->pages, PageFacts, 0);
    if (count_cost(job, found->width_px, found->height_px, size))
        take_page(job, facts, page);
}

/* Only what is certainly damaged counts as that; other trouble leaves a page of which nothing is known. */
static void examine_strip(PdfJob *job, const PdfNode *page, const uint8_t *bytes, size_t size,
                          ScanFacts *facts, const Strip *strip)
{
    if (!count_cost(job, strip->width_px, strip->height_px, size))
        return;
    image_strip_scan(strip, bytes, size, facts);
    if (facts->reason == FACTS_REASON_CORRUPT)
        scan_facts_fail(job->facts, FACTS_REASON_CORRUPT);
    else if (facts->state == FACTS_OK)
        take_page(job, facts, page);
}

/* What a closer look wants of the picture that is this page; false when it wants nothing. */
static bool closer_wants(const PdfJob *job, ScanCloser *of_page)
{
    static const uint32_t first = 1;
    const ScanCloser *all = job->facts->closer;
    guint i = 0;

    while (i < all->count && all->numbers[i] != job->pages)
        i++;
    uint8_t **dots = all->dots ? all->dots + i : NULL;
    uint32_t *edges = all->edges ? all->edges + i : NULL;
    *of_page = (ScanCloser){&first, 1, dots, edges, all->one_size};
    return i < all->count;
}

static void examine_page(PdfJob *job, const PdfNode *page)
{
    qpdf_oh picture = 0;
    unsigned char *bytes = NULL;
    size_t size = 0;
    ScanFacts facts;
    ScanCloser closer;
    Strip strip = {.coding = STRIP_PLAIN};

    if (job->facts->closer && !closer_wants(job, &closer))
        return;
    if (!only_picture(job, page->resources, &picture))
        return;
    qpdf_oh head = qpdf_oh_get_dict(job->qpdf, picture);
    bool jpeg = is_jpeg(job, head);
    if (!jpeg && !(read_strip(job, head, &strip) && fills_page(job, page, &strip)))
        return;
    if (qpdf_oh_get_stream_data(job->qpdf, picture, qpdf_dl_none, NULL, &bytes, &size) & QPDF_ERRORS) {
        scan_facts_fail(job->facts, FACTS_REASON_CORRUPT);
        return;
    }
    scan_facts_init(&facts);
    facts.closer = job->facts->closer ? &closer : NULL;
    if (jpeg)
        examine_jpeg(job, page, bytes, size, &facts);
    else
        examine_strip(job, page, bytes, size, &facts, &strip);
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
