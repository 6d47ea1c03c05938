/* SCN-001 to 004: scans that cannot be read, or not well. */
#include <string.h>

#include "checks.h"
#include "filetype.h"
#include "sharpness.h"

#define A4_LONG_HUNDREDTH_INCH 1169 /* SPEC 7, SCN-002 */
enum {
    SMALL_LONG_PX = 450, /* an A4 page in fewer pixels, 38 dpi, cannot be read; at 150 dpi it is less than an identity card */
    INCH_HUNDREDTH_CM = 254
};

static bool is_pdf(const SubFile *file)
{
    return g_strcmp0(file->facts->type, "pdf") == 0;
}

static void add_broken(Check *check, const SubFile *file, const char *code, const char *reason)
{
    finding_param(check_add(check, code, NULL, file->group, file, NULL), "reason", reason);
}

bool scan_is_of_phone(const SubFile *file)
{
    static const char *const ends[] = {".heic", ".heif"};
    g_autofree char *lower = g_ascii_strdown(file->base, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(lower, ends[i]))
            return g_strcmp0(file->facts->type, "unknown") == 0 && file->area != AREA_BULLETIN && file->area != AREA_ELSEWHERE;
    return false;
}

/* True when the scan can be decoded. */
static bool check_decodes(Check *check, const SubFile *file)
{
    if (subfile_is_readable_scan(file))
        return true;
    if (file->facts->content == CONTENT_READ || file->facts->content == CONTENT_EMPTY)
        return false; /* a document under the name of a scan, which was read as what it is (DOC-004) */
    bool empty = g_strcmp0(file->facts->type, "empty") == 0 || (file->scan && file->scan->state == SCAN_EMPTY);
    if (empty && filetype_is_scan_name(file->base))
        add_broken(check, file, "SCN-001", "empty");
    else if (file->scan)
        add_broken(check, file, is_pdf(file) ? "SCN-004" : "SCN-001", file->scan->reason);
    else if (subfile_is_scan(file))
        add_broken(check, file, "SCN-001", "format");
    else if (filetype_is_scan_name(file->base) && g_strcmp0(file->facts->type, "unknown") == 0)
        add_broken(check, file, "SCN-001", "header");
    else if (scan_is_of_phone(file))
        check_add(check, "SCN-001", "phone", file->group, file, NULL);
    return false;
}

/* Documents are on A4, as the name or the folder tells of FILE: what is evidence (photographs, cards) and what a bank prints
 * may be small. */
static bool is_full_page(const SubFile *file)
{
    const char *named = file->facts->named_type;
    if (!named)
        return file->area == AREA_EVIDENCE;
    return strcmp(named, "evidence") != 0 && strcmp(named, "payment-receipt") != 0 && strcmp(named, "other") != 0;
}

static int64_t dpi_on_a4(const ScanPage *page)
{
    return MAX(page->width_px, page->height_px) * 100 / A4_LONG_HUNDREDTH_INCH;
}

/* Dots per inch of a page of FILE; *VARIANT becomes the wording where they are not those recorded: none are, or they make a
 * small card of a document. */
static int64_t page_dpi(const SubFile *file, const ScanPage *page, const char **variant)
{
    int64_t recorded = MIN(page->dpi_x, page->dpi_y);
    bool estimated = recorded == 0 || recorded == 72 || recorded == 96,
         small = MAX(page->width_px, page->height_px) < SMALL_LONG_PX && is_full_page(file);
    *variant = estimated ? "estimated" : small ? "small" : NULL;
    return *variant ? dpi_on_a4(page) : recorded;
}

/* "sides": how large PAGE is by the dots per inch recorded, 4.5×6.3. */
static void param_sides(Finding *finding, const ScanPage *page)
{
    int64_t width = page->width_px * INCH_HUNDREDTH_CM / page->dpi_x / 10,
            height = page->height_px * INCH_HUNDREDTH_CM / page->dpi_y / 10;
    g_autofree char *sides = g_strdup_printf("%d.%d×%d.%d", (int)(width / 10), (int)(width % 10), (int)(height / 10),
                                             (int)(height % 10));
    param_int(finding, "recorded", MIN(page->dpi_x, page->dpi_y));
    finding_param(finding, "sides", sides);
}

/* One finding a file: the first page that is too coarse. */
static void check_resolution(Check *check, const SubFile *file)
{
    int64_t minimum = check->in->season->scan->min_dpi;
    for (guint i = 0; i < file->scan->page->len; i++) {
        const ScanPage *page = file->scan->page->pdata[i];
        const char *variant;
        int64_t dpi = page_dpi(file, page, &variant);
        if (dpi >= minimum)
            continue;
        Finding *finding = check_add(check, "SCN-002", variant, file->group, file, NULL);
        if (file->scan->page->len > 1)
            param_int(finding, "page", i + 1);
        param_int(finding, "dpi", dpi);
        param_int(finding, "minimum", minimum);
        if (g_strcmp0(variant, "small") == 0)
            param_sides(finding, page);
        return;
    }
}

/* dark / cells < blank-below, without a fraction. */
bool page_is_blank(const Season *season, const ScanPage *page)
{
    Decimal limit = season->scan->blank_below;
    int64_t scale = 1;
    for (int i = 0; i < limit.scale; i++)
        scale *= 10;
    return page->cells > 0 && page->dark * scale < limit.mantissa * page->cells;
}

enum { BLACK_LEVEL = 48 }; /* of 255: a page no dot of which is lighter shows nothing, as with the lid shut or without light */

/* A page of one dark level is blank by its cells too, which are measured against its own paper. */
static bool page_is_black(const Season *season, const ScanPage *page)
{
    if (!page->thumb || !page_is_blank(season, page))
        return false;
    gsize dots = 0;
    g_autofree guchar *levels = g_base64_decode(page->thumb, &dots);
    for (gsize i = 0; i < dots; i++)
        if (levels[i] > BLACK_LEVEL)
            return false;
    return dots > 0;
}

static bool page_is_white(const Season *season, const ScanPage *page)
{
    return page_is_blank(season, page) && !page_is_black(season, page);
}

bool scan_is_blank(const Season *season, const Scan *scan)
{
    for (guint i = 0; i < scan->page->len; i++)
        if (!page_is_blank(season, scan->page->pdata[i]))
            return false;
    return scan->page->len > 0 && scan->page->len >= scan->pages; /* pages of a PDF that are no picture are not known */
}

/* Its sharpest edges are too broad for print (sharpness.h).  On a blank page they are those of a shadow or a fold. */
static bool page_is_blurred(const Season *season, const ScanPage *page)
{
    return page->edge * SHARPNESS_BLURRED >= 10 * MIN(page->width_px, page->height_px) && page->edge > 0 &&
           !page_is_blank(season, page);
}

/* "share", "limit": how much of PAGE, and at most of a blank page, is darker than the paper, in percent; a page that is blank all over
 * has no share.  Cut off, so that what is under the limit is never shown as the limit. */
static void param_share(Finding *finding, const Season *season, const ScanPage *page)
{
    enum { THOUSANDTHS_OF_PERCENT = 100000 };
    Decimal share = {page->dark * THOUSANDTHS_OF_PERCENT / page->cells, 3, true}, limit = season->scan->blank_below;
    if (page->dark == 0 || !decimal_scale_up(&limit, 2))
        return;
    g_autofree char *found = decimal_format_places(share, 3), *asked = decimal_format(limit);
    finding_param(finding, "share", found);
    finding_param(finding, "limit", asked);
}

/* One finding a file: all pages that IS says it of. */
static Finding *check_pages(Check *check, const SubFile *file, bool (*is)(const Season *, const ScanPage *),
                            const char *code, const char *variant)
{
    g_autoptr(GString) pages = g_string_new(NULL);
    for (guint i = 0; i < file->scan->page->len; i++)
        if (is(check->in->season, file->scan->page->pdata[i]))
            g_string_append_printf(pages, "%s%u", pages->len > 0 ? ", " : "", i + 1);
    if (pages->len == 0)
        return NULL;
    Finding *finding = check_add(check, code, variant, file->group, file, NULL);
    if (file->scan->page->len > 1)
        finding_param(finding, "page", pages->str);
    return finding;
}

/* SCN-003, with the share of the page on which most is darker than the paper. */
static void check_blank(Check *check, const SubFile *file)
{
    const Season *season = check->in->season;
    Finding *finding = check_pages(check, file, page_is_white, "SCN-003", NULL);
    const ScanPage *darkest = NULL;
    for (guint i = 0; finding && i < file->scan->page->len; i++) {
        const ScanPage *page = file->scan->page->pdata[i];
        if (page_is_white(season, page) && (!darkest || page->dark * darkest->cells > darkest->dark * page->cells))
            darkest = page;
    }
    if (darkest)
        param_share(finding, season, darkest);
}

void scans_check(Check *check)
{
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        bool looked_at = check_decodes(check, file) && file->area != AREA_BULLETIN; /* pictures in bulletins are no scans of documents */
        if (!looked_at)
            continue;
        check_resolution(check, file);
        check_blank(check, file);
        check_pages(check, file, page_is_black, "SCN-003", "black");
        check_pages(check, file, page_is_blurred, "SCN-002", "blurred");
    }
}
