#include "scanner.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <math.h>
#include <string.h>

#include "page.h"

#define NOISE_GREY_LEVELS 3

const char *scanner_suffix(ScanFormat format) {
    static const char *const suffixes[] = {"jpg", "jpg", "png", "tif", "pdf", "pdf", "pdf"};
    return suffixes[format];
}

/* How far sheets lie askew, in radians.  A few angles only: every new one makes cairo draw each character
 * anew. */
static const double turns[] = {-0.004, 0, 0.0015, 0.005};

/* The grey shadow of the sheet's edge, as on a page laid a little askew. */
static void draw_edge_shadow(cairo_t *cr, Noise *noise) {
    if (noise_below(noise, 3)) return;
    double width = noise_between(noise, 2, 7);
    cairo_pattern_t *pattern = cairo_pattern_create_linear(0, 0, width, 0);
    cairo_pattern_add_color_stop_rgba(pattern, 0, 0.55, 0.55, 0.55, 0.7);
    cairo_pattern_add_color_stop_rgba(pattern, 1, 0.9, 0.9, 0.9, 0);
    cairo_rectangle(cr, 0, 0, width, PAGE_HEIGHT_PT);
    cairo_set_source(cr, pattern);
    cairo_fill(cr);
    cairo_pattern_destroy(pattern);
}

cairo_surface_t *scanner_surface(const Paper *paper, double size, guint dpi, Noise *noise, void *cursor,
                                 gboolean *more) {
    int width = (int)lround(PAGE_WIDTH_PT * dpi / 72), height = (int)lround(PAGE_HEIGHT_PT * dpi / 72);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, dpi / 72.0, dpi / 72.0);
    cairo_rotate(cr, turns[noise_below(noise, G_N_ELEMENTS(turns))]);
    *more = page_draw(cr, paper, size, noise, cursor);
    draw_edge_shadow(cr, noise);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

/* The pages of PAPER as bitmaps. */
static GPtrArray *render_pages(const Paper *paper, const ScanOptions *options, double size, Noise *noise) {
    gboolean colour = options->format == SCAN_JPEG_COLOUR || options->format == SCAN_PDF_IMAGE;
    GPtrArray *bitmaps = g_ptr_array_new_with_free_func((GDestroyNotify)bitmap_free);
    PageCursor cursor = {0};
    gboolean more = TRUE;
    while (more) {
        cairo_surface_t *surface = scanner_surface(paper, size, options->dpi, noise, &cursor, &more);
        g_ptr_array_add(bitmaps,
                        bitmap_from_surface(surface, colour ? 3 : 1, options->dpi, noise, NOISE_GREY_LEVELS));
        cairo_surface_destroy(surface);
    }
    return bitmaps;
}

static cairo_status_t append_bytes(void *closure, const unsigned char *data, unsigned int size) {
    g_byte_array_append(closure, data, size);
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *pdf_surface(GByteArray *out, const char *stamp) {
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append_bytes, out, PAGE_WIDTH_PT, PAGE_HEIGHT_PT);
    g_autofree char *created = g_strdup_printf("%sT09:00:00+08:00", stamp);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "CamScanner");
    return surface;
}

static GBytes *print_pdf(const Paper *paper, const ScanOptions *options, double size, Noise *noise) {
    GByteArray *out = g_byte_array_new();
    cairo_surface_t *surface = pdf_surface(out, options->stamp);
    cairo_t *cr = cairo_create(surface);
    PageCursor cursor = {0};
    gboolean more = TRUE;
    while (more) {
        more = page_draw(cr, paper, size, noise, &cursor);
        cairo_show_page(cr);
    }
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return g_byte_array_free_to_bytes(out);
}

/* The image of BITMAP with its bytes as a scanner writes them into a PDF: G4 for text, JPEG in colour. */
static cairo_surface_t *pdf_image(const Bitmap *bitmap, const ScanOptions *options) {
    gboolean fax = options->format == SCAN_PDF_FAX;
    GBytes *bytes = fax ? bitmap_fax(bitmap) : bitmap_jpeg(bitmap, options->quality);
    gsize size;
    const guchar *data = g_bytes_get_data(bytes, &size);
    cairo_surface_t *image = cairo_image_surface_create(fax ? CAIRO_FORMAT_A1 : CAIRO_FORMAT_RGB24,
                                                        (int)bitmap->width, (int)bitmap->height);
    cairo_surface_set_mime_data(image, fax ? CAIRO_MIME_TYPE_CCITT_FAX : CAIRO_MIME_TYPE_JPEG, data, size,
                                (cairo_destroy_func_t)g_bytes_unref, bytes);
    if (fax) {
        char *how = g_strdup_printf("Columns=%u Rows=%u K=-1", bitmap->width, bitmap->height);
        cairo_surface_set_mime_data(image, CAIRO_MIME_TYPE_CCITT_FAX_PARAMS, (const guchar *)how, strlen(how),
                                    g_free, how);
    }
    return image;
}

static GBytes *image_pdf(GPtrArray *bitmaps, const ScanOptions *options) {
    GByteArray *out = g_byte_array_new();
    cairo_surface_t *surface = pdf_surface(out, options->stamp);
    cairo_t *cr = cairo_create(surface);
    for (guint i = 0; i < bitmaps->len; i++) {
        const Bitmap *bitmap = g_ptr_array_index(bitmaps, i);
        cairo_surface_t *image = pdf_image(bitmap, options);
        cairo_save(cr);
        cairo_scale(cr, PAGE_WIDTH_PT / bitmap->width, PAGE_HEIGHT_PT / bitmap->height);
        cairo_set_source_surface(cr, image, 0, 0);
        cairo_paint(cr);
        cairo_restore(cr);
        cairo_show_page(cr);
        cairo_surface_destroy(image);
    }
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return g_byte_array_free_to_bytes(out);
}

GPtrArray *scanner_paper(const Paper *paper, const ScanOptions *options) {
    GPtrArray *files = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    double size = options->max_pages ? page_fit_size(paper, options->max_pages) : 14;
    Noise noise;
    noise_init(&noise, options->seed, options->label);
    if (options->format == SCAN_PDF) {
        g_ptr_array_add(files, print_pdf(paper, options, size, &noise));
        return files;
    }
    g_autoptr(GPtrArray) bitmaps = render_pages(paper, options, size, &noise);
    if (options->format == SCAN_TIFF) {
        g_ptr_array_add(files, bitmap_tiff(bitmaps));
    } else if (options->format == SCAN_PDF_IMAGE || options->format == SCAN_PDF_FAX) {
        g_ptr_array_add(files, image_pdf(bitmaps, options));
    } else {
        for (guint i = 0; i < bitmaps->len; i++) {
            const Bitmap *bitmap = g_ptr_array_index(bitmaps, i);
            g_ptr_array_add(files, options->format == SCAN_PNG ? bitmap_png(bitmap)
                                                               : bitmap_jpeg(bitmap, options->quality));
        }
    }
    return files;
}
