/* pdf: pages whose picture is no JPEG are looked at like any scan, or let be where it is not certain what
 * they show. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <png.h>
#include <tiffio.h>

#include "pdf.h"
#include "picture.h"
#include "raster.h"

enum { WIDTH = 620, HEIGHT = 877, WIDTH_PT = 595, HEIGHT_PT = 842 };

/* In black and white, so that one bit a pixel keeps all of it. */
static Picture *page_of_text(void)
{
    Picture *page = picture_new(WIDTH, HEIGHT);
    picture_text(page, 20, 1);
    for (size_t i = 0; i < (size_t)WIDTH * HEIGHT; i++)
        page->grey[i] = page->grey[i] < 128 ? 0 : 255;
    return page;
}

/* The entries of a picture of that size, and MORE. */
static char *entries_of(uint32_t height, const char *more)
{
    return g_strdup_printf("/Width %d /Height %u %s", WIDTH, height, more);
}

static ScanFacts scan(const GByteArray *data, const char *entries)
{
    g_autofree char *all = entries_of(HEIGHT, entries);
    g_autoptr(GByteArray) pdf = picture_pdf_page(all, data, WIDTH_PT, HEIGHT_PT);
    ScanFacts facts;
    scan_facts_init(&facts);
    pdf_scan(pdf->data, pdf->len, &facts);
    assert_int_equal(facts.page_count, 1);
    return facts;
}

/* ---- what is read ---- */

/* Asserts that the page shows what the picture shows, or its negative. */
static void assert_shows(const GByteArray *data, const char *entries, const Picture *picture)
{
    PageFacts expected = {0};
    ScanFacts facts = scan(data, entries);
    g_autoptr(Raster) raster = raster_new(WIDTH, HEIGHT, RASTER_CELL_PX);
    for (uint32_t y = 0; y < HEIGHT; y++)
        raster_add(raster, (RasterRun){0, y, 1, RASTER_WHOLE}, picture->grey + (size_t)y * WIDTH, WIDTH);
    raster_finish(raster, &expected);
    if (facts.state != FACTS_OK || facts.pages->len != 1)
        fail_msg("not read: %s", entries);
    const PageFacts *page = &g_array_index(facts.pages, PageFacts, 0);
    assert_int_equal(page->number, 1);
    assert_int_equal(page->width_px, WIDTH);
    assert_int_equal(page->height_px, HEIGHT);
    assert_int_equal(page->dpi_x, 75);
    assert_int_equal(page->cells_dark, expected.cells_dark);
    if (memcmp(page->thumb, expected.thumb, SCAN_THUMB_BYTES) != 0)
        fail_msg("another picture: %s", entries);
    scan_facts_clear(&facts);
}

static Picture *negative_of(const Picture *picture)
{
    Picture *negative = picture_new(WIDTH, HEIGHT);
    for (size_t i = 0; i < (size_t)WIDTH * HEIGHT; i++)
        negative->grey[i] = (uint8_t)(255 - picture->grey[i]);
    return negative;
}

#define GREY "/ColorSpace /DeviceGray "
#define BITS(n) "/BitsPerComponent " #n " "
#define FAX(how) "/Filter /CCITTFaxDecode /DecodeParms << /Columns 620 " how " >> "
#define FLATE "/Filter /FlateDecode "
#define PREDICTOR(n, bits) "/DecodeParms << /Predictor " #n " /Columns 620 /BitsPerComponent " #bits " >> "

static void test_a_fax(void **state)
{
    static const struct {
        int compression;
        bool two_ways;
        const char *k;
    } kinds[] = {{COMPRESSION_CCITTFAX4, false, "/K -1"},
                 {COMPRESSION_CCITTFAX3, false, "/K 0"},
                 {COMPRESSION_CCITTFAX3, true, "/K 4"}};
    g_autoptr(Picture) page = page_of_text(), negative = negative_of(page);
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        PictureTiff how = {.bits = 1, .photometric = PHOTOMETRIC_MINISWHITE};
        how.compression = kinds[i].compression;
        how.two_ways = kinds[i].two_ways;
        g_autoptr(GByteArray) strip = picture_tiff_strip(page, how);
        g_autofree char *plain = g_strdup_printf(GREY BITS(1) FAX("%s"), kinds[i].k);
        g_autofree char *stencil = g_strdup_printf("/ImageMask true " FAX("%s"), kinds[i].k);
        g_autofree char *swapped = g_strdup_printf(GREY BITS(1) FAX("%s /BlackIs1 true"), kinds[i].k);
        g_autofree char *twice = g_strconcat(swapped, "/Decode [1 0]", NULL);
        g_autofree char *listed = g_strdup_printf(GREY BITS(1) "/Filter [/CCITTFaxDecode] "
                                                               "/DecodeParms [<< /Columns 620 %s >>]",
                                                  kinds[i].k);
        assert_shows(strip, plain, page);
        assert_shows(strip, stencil, page);
        assert_shows(strip, swapped, negative);
        assert_shows(strip, twice, page);
        assert_shows(strip, listed, page);
    }
}

/* The pixels name 0 and 255, which has the colour of 1, the highest. */
#define FEW_COLOURS "/ColorSpace [/Indexed /DeviceGray 1 <00FF>] "

static void test_flate(void **state)
{
    static const int deflate = COMPRESSION_ADOBE_DEFLATE, black = PHOTOMETRIC_MINISBLACK;
    g_autoptr(Picture) page = page_of_text(), negative = negative_of(page);
    g_autoptr(GByteArray) one = picture_tiff_strip(page, (PictureTiff){deflate, 1, .photometric = black});
    g_autoptr(GByteArray) grey = picture_tiff_strip(page, (PictureTiff){deflate, 8, .photometric = black});
    g_autoptr(GByteArray) rgb =
        picture_tiff_strip(page, (PictureTiff){deflate, 8, .photometric = PHOTOMETRIC_RGB});
    g_autoptr(GByteArray) inks =
        picture_tiff_strip(page, (PictureTiff){deflate, 8, .photometric = PHOTOMETRIC_SEPARATED});
    (void)state;
    assert_shows(one, GREY BITS(1) FLATE, page);
    assert_shows(one, "/ImageMask true " FLATE, page);
    assert_shows(one, GREY BITS(1) FLATE "/Decode [1 0]", negative);
    assert_shows(one, "/ColorSpace [/Indexed /DeviceRGB 1 <FFFFFF000000>] " BITS(1) FLATE, negative);
    assert_shows(one, "/ColorSpace [/Indexed /DeviceGray 1 <00FF>] " BITS(1) FLATE, page);
    assert_shows(grey, FEW_COLOURS BITS(8) FLATE, page);
    assert_shows(grey, "/ColorSpace [/CalGray << /WhitePoint [1 1 1] >>] " BITS(8) FLATE, page);
    assert_shows(grey, GREY BITS(8) FLATE "/Decode [0 1]", page);
    assert_shows(rgb, "/ColorSpace /DeviceRGB " BITS(8) FLATE, page);
    assert_shows(inks, "/ColorSpace /DeviceCMYK " BITS(8) FLATE, page);
}

static void test_flate_with_filters_of_png(void **state)
{
    g_autoptr(Picture) page = page_of_text();
    g_autoptr(GByteArray) one = picture_png_data(page, (PicturePng){.depth = 1});
    g_autoptr(GByteArray) grey = picture_png_data(page, (PicturePng){.depth = 8});
    g_autoptr(GByteArray) deep = picture_png_data(page, (PicturePng){.depth = 16});
    g_autoptr(GByteArray) rgb = picture_png_data(page, (PicturePng){.colour = PNG_COLOR_TYPE_RGB});
    (void)state;
    assert_shows(one, GREY BITS(1) FLATE PREDICTOR(15, 1), page);
    assert_shows(one, "/ColorSpace [/Indexed /DeviceGray 1 <00FF>] " BITS(1) FLATE PREDICTOR(15, 1), page);
    assert_shows(grey, GREY BITS(8) FLATE PREDICTOR(12, 8), page);
    assert_shows(grey, FEW_COLOURS BITS(8) FLATE PREDICTOR(12, 8), page);
    assert_shows(deep, GREY BITS(16) FLATE PREDICTOR(15, 16), page);
    assert_shows(rgb,
                 "/ColorSpace /DeviceRGB " BITS(8) FLATE
                 "/DecodeParms << /Predictor 15 /Columns 620 /Colors 3 >>",
                 page);
}

/* Without a filter, and with the line end behind the data counted in. */
static void test_plain(void **state)
{
    g_autoptr(Picture) page = page_of_text();
    g_autoptr(GByteArray) grey =
        picture_tiff_strip(page, (PictureTiff){.photometric = PHOTOMETRIC_MINISBLACK});
    (void)state;
    assert_shows(grey, GREY BITS(8), page);
    g_byte_array_append(grey, (const guint8 *)"\r\n", 2);
    assert_shows(grey, GREY BITS(8), page);
}

static void test_blank(void **state)
{
    g_autoptr(Picture) blank = picture_new(WIDTH, HEIGHT);
    PictureTiff how = {
        .bits = 1, .photometric = PHOTOMETRIC_MINISWHITE, .compression = COMPRESSION_CCITTFAX4};
    g_autoptr(GByteArray) strip = picture_tiff_strip(blank, how);
    (void)state;
    assert_shows(strip, GREY BITS(1) FAX("/K -1"), blank); /* no cell is dark */
}

static uint8_t *dots_of(FactsType type, const GByteArray *file)
{
    static const uint32_t first = 1;
    uint8_t *dots = NULL;
    ScanCloser closer = {&first, 1, &dots};
    scan_look_closer(type, file->data, file->len, &closer);
    assert_non_null(dots);
    return dots;
}

static void test_a_closer_look(void **state)
{
    PictureTiff how = {
        .bits = 1, .photometric = PHOTOMETRIC_MINISWHITE, .compression = COMPRESSION_CCITTFAX4};
    g_autoptr(Picture) page = page_of_text();
    g_autoptr(GByteArray) strip = picture_tiff_strip(page, how), png = picture_png(page, (PicturePng){0});
    g_autofree char *entries = entries_of(HEIGHT, GREY BITS(1) FAX("/K -1"));
    g_autoptr(GByteArray) pdf = picture_pdf_page(entries, strip, WIDTH_PT, HEIGHT_PT);
    g_autofree uint8_t *dots = dots_of(FACTS_PDF, pdf), *expected = dots_of(FACTS_PNG, png);
    (void)state;
    assert_memory_equal(dots, expected, SCAN_CLOSE_DOTS);
}

/* ---- what is let be: the page is counted, and nothing is said of it ---- */

static void assert_let_be_on(const GByteArray *data, const char *entries, uint32_t height, unsigned width_pt)
{
    g_autofree char *all = entries_of(height, entries);
    g_autoptr(GByteArray) pdf = picture_pdf_page(all, data, width_pt, HEIGHT_PT);
    ScanFacts facts;
    scan_facts_init(&facts);
    pdf_scan(pdf->data, pdf->len, &facts);
    if (facts.state != FACTS_OK || facts.page_count != 1 || facts.pages->len != 0)
        fail_msg("state %d, %u pages: %s", facts.state, facts.pages->len, entries);
    scan_facts_clear(&facts);
}

static void assert_let_be(const GByteArray *data, const char *entries)
{
    assert_let_be_on(data, entries, HEIGHT, WIDTH_PT);
}

static GByteArray *fax_of_text(void)
{
    g_autoptr(Picture) page = page_of_text();
    return picture_tiff_strip(page, (PictureTiff){.bits = 1,
                                                  .photometric = PHOTOMETRIC_MINISWHITE,
                                                  .compression = COMPRESSION_CCITTFAX4});
}

static void test_variants_of_fax_that_are_let_be(void **state)
{
    g_autoptr(GByteArray) fax = fax_of_text();
    (void)state;
    assert_let_be(fax, GREY BITS(1) FAX("/K 0")); /* without line ends */
    assert_let_be(fax, GREY BITS(1) FAX("/K -1 /EncodedByteAlign true"));
    assert_let_be(fax, GREY BITS(1) "/Filter /CCITTFaxDecode /DecodeParms << /K -1 >>"); /* 1728 columns */
    assert_let_be(fax, GREY BITS(8) FAX("/K -1"));
    assert_let_be(fax, GREY BITS(1) "/Filter /JBIG2Decode");
    assert_let_be(fax, GREY BITS(1) "/Filter [/FlateDecode /CCITTFaxDecode]");
}

static void test_variants_of_flate_that_are_let_be(void **state)
{
    g_autoptr(Picture) page = page_of_text();
    g_autoptr(GByteArray) one = picture_png_data(page, (PicturePng){.depth = 1});
    (void)state;
    assert_let_be(one, GREY BITS(1) FLATE "/DecodeParms << /Predictor 15 >>"); /* of one column */
    assert_let_be(one, GREY BITS(1) FLATE PREDICTOR(15, 1) "/Decode [1 0]");
    assert_let_be(one, GREY BITS(1) FLATE PREDICTOR(15, 1) "/Decode [0 0.5]");
    assert_let_be(one, GREY BITS(1) FLATE PREDICTOR(15, 1) "/Mask [0 0]");
    assert_let_be(one, GREY BITS(3) FLATE);
    assert_let_be(one, GREY BITS(1) FLATE PREDICTOR(2, 1)); /* libtiff undoes none of bits */
    assert_let_be(one, "/ColorSpace [/Indexed /DeviceGray 1 <00FF>] " BITS(16) FLATE);
    assert_let_be(one, BITS(1) FLATE);
    assert_let_be(one, "/ColorSpace /Pattern " BITS(1) FLATE);
    assert_let_be(one, "/ColorSpace [/Indexed /DeviceRGB 1 <FFFFFF>] " BITS(1)
                           FLATE PREDICTOR(15, 1)); /* one is missing */
    assert_let_be(one, "/ColorSpace [/Indexed /DeviceGray 2 <00FF00>] " BITS(1) FLATE PREDICTOR(15, 1));
    assert_let_be(one, "/ColorSpace [/Indexed /DeviceGray -1 <00>] " BITS(1) FLATE PREDICTOR(15, 1));
    assert_let_be(one, "/ColorSpace [/ICCBased 7] " BITS(1) FLATE);
}

/* A logo on a page that is drawn otherwise is no scan of it. */
static void test_a_picture_of_another_shape_than_its_page(void **state)
{
    g_autoptr(Picture) page = page_of_text();
    g_autoptr(GByteArray) fax = fax_of_text();
    (void)state;
    assert_shows(fax, GREY BITS(1) FAX("/K -1"), page);
    assert_let_be_on(fax, GREY BITS(1) FAX("/K -1"), HEIGHT, WIDTH_PT * 94 / 100);
    assert_let_be_on(fax, GREY BITS(1) FAX("/K -1"), HEIGHT, WIDTH_PT * 107 / 100);
}

/* ---- damage ---- */

static void assert_reason(const GByteArray *data, const char *entries, FactsReason reason)
{
    ScanFacts facts = scan(data, entries);
    assert_int_equal(facts.reason, reason);
    scan_facts_clear(&facts);
}

static void test_damaged_data(void **state)
{
    g_autoptr(Picture) page = page_of_text();
    g_autoptr(GByteArray) fax = fax_of_text();
    g_autoptr(GByteArray) flate =
        picture_tiff_strip(page, (PictureTiff){COMPRESSION_ADOBE_DEFLATE, 8, .photometric = 1});
    (void)state;
    memcpy(fax->data + fax->len / 2, "\0\xff\3\0\0\0\7", 7); /* no code begins like this */
    assert_reason(fax, GREY BITS(1) FAX("/K -1"), FACTS_REASON_CORRUPT);
    memset(flate->data + 10, 0xff, 40);
    assert_reason(flate, GREY BITS(8) FLATE, FACTS_REASON_CORRUPT);
}

/* What programs that show PDFs do not look at. */
static void test_a_wrong_checksum(void **state)
{
    g_autoptr(Picture) page = page_of_text();
    g_autoptr(GByteArray) flate =
        picture_tiff_strip(page, (PictureTiff){COMPRESSION_ADOBE_DEFLATE, 8, .photometric = 1});
    g_autoptr(GByteArray) png = picture_png_data(page, (PicturePng){.depth = 8});
    (void)state;
    flate->data[flate->len - 1] ^= 1;
    png->data[png->len - 1] ^= 1;
    assert_reason(flate, GREY BITS(8) FLATE, FACTS_REASON_NONE);
    assert_reason(png, GREY BITS(8) FLATE PREDICTOR(15, 8), FACTS_REASON_NONE);
}

/* Programs that show PDFs leave the rest of such a page white. */
static void test_data_that_end_early(void **state)
{
    static const guint8 end[] = {0, 0x10,
                                 0x01}; /* of a fax of this length: its own may begin within a byte */
    g_autoptr(Picture) page = page_of_text();
    g_autoptr(GByteArray) fax = fax_of_text();
    g_autoptr(GByteArray) grey =
        picture_tiff_strip(page, (PictureTiff){.photometric = PHOTOMETRIC_MINISBLACK});
    g_autoptr(GByteArray) flate =
        picture_tiff_strip(page, (PictureTiff){COMPRESSION_ADOBE_DEFLATE, 8, .photometric = 1});
    g_autoptr(GByteArray) png = picture_png_data(page, (PicturePng){.depth = 8});
    (void)state;
    assert_let_be_on(fax, GREY BITS(1) FAX("/K -1"), HEIGHT + 30, WIDTH_PT);
    assert_let_be_on(flate, GREY BITS(8) FLATE, HEIGHT + 30, WIDTH_PT);
    assert_let_be_on(png, GREY BITS(8) FLATE PREDICTOR(15, 8), HEIGHT + 30, WIDTH_PT);
    assert_let_be_on(grey, GREY BITS(8), HEIGHT + 30, WIDTH_PT);
    for (guint cut = 1; cut < 40; cut++) {
        g_autoptr(GByteArray) part = g_byte_array_new();
        g_byte_array_append(part, fax->data, fax->len / 2 + cut);
        assert_let_be(part, GREY BITS(1) FAX("/K -1"));
        g_byte_array_append(part, end, sizeof end);
        assert_let_be(part, GREY BITS(1) FAX("/K -1"));
    }
    guint fax_bytes = fax->len;
    g_byte_array_set_size(fax, fax_bytes + 4000); /* a block filled up */
    memset(fax->data + fax_bytes, 0, 4000);
    assert_let_be_on(fax, GREY BITS(1) FAX("/K -1"), HEIGHT + 30, WIDTH_PT);
    g_byte_array_set_size(flate, flate->len / 2);
    assert_let_be(flate, GREY BITS(8) FLATE);
    g_byte_array_set_size(png, png->len / 2);
    assert_let_be(png, GREY BITS(8) FLATE PREDICTOR(15, 8));
}

/* ---- hostile pictures ---- */

static void test_every_changed_byte_is_survived(void **state)
{
    g_autoptr(Picture) small = picture_new(24, 34);
    picture_text(small, 8, 1);
    g_autoptr(GByteArray) strip =
        picture_tiff_strip(small, (PictureTiff){.bits = 1, .compression = COMPRESSION_CCITTFAX4});
    g_autoptr(GByteArray) pdf =
        picture_pdf_page("/Width 24 /Height 34 " GREY BITS(1) "/Filter /CCITTFaxDecode "
                                                              "/DecodeParms << /K -1 /Columns 24 >>",
                         strip, 24, 34);
    (void)state;
    for (guint i = 0; i < pdf->len * 8; i++) {
        uint8_t before = pdf->data[i / 8];
        pdf->data[i / 8] = (uint8_t)(before ^ (1U << i % 8));
        ScanFacts facts;
        scan_facts_init(&facts);
        pdf_scan(pdf->data, pdf->len, &facts);
        assert_int_equal(facts.state, scan_reason_state(facts.reason));
        scan_facts_clear(&facts);
        pdf->data[i / 8] = before;
    }
}

/* A page of pixels without end, and one whose few pixels stand in data without end. */
static void test_sizes_out_of_reach(void **state)
{
    static const char huge[] =
        "/Width 65535 /Height 65535 " GREY BITS(1) "/Filter /CCITTFaxDecode "
                                                   "/DecodeParms << /K -1 /Columns 65535 >>";
    static const char odd[] = "/Width 99999999999 /Height -5 " GREY BITS(1);
    g_autoptr(GByteArray) few = g_byte_array_new(), many = g_byte_array_new();
    const char *const heads[] = {huge, odd, "/Width 0 /Height 0 " GREY BITS(1)};
    (void)state;
    g_byte_array_append(few, (const guint8 *)"\xff\xff\xff\xff", 4);
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
        g_autoptr(GByteArray) pdf = picture_pdf_page(heads[i], few, 600, 600);
        ScanFacts facts;
        scan_facts_init(&facts);
        pdf_scan(pdf->data, pdf->len, &facts);
        assert_int_equal(facts.state, FACTS_OK);
        assert_int_equal(facts.pages->len, 0);
        scan_facts_clear(&facts);
    }
    g_byte_array_set_size(many, 4 << 20);
    memset(many->data, 0, many->len);
    ScanFacts facts = scan(many, GREY BITS(8));
    assert_int_equal(facts.pages->len, 1);
    scan_facts_clear(&facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_fax),
        cmocka_unit_test(test_flate),
        cmocka_unit_test(test_flate_with_filters_of_png),
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_blank),
        cmocka_unit_test(test_a_closer_look),
        cmocka_unit_test(test_variants_of_fax_that_are_let_be),
        cmocka_unit_test(test_variants_of_flate_that_are_let_be),
        cmocka_unit_test(test_a_picture_of_another_shape_than_its_page),
        cmocka_unit_test(test_damaged_data),
        cmocka_unit_test(test_a_wrong_checksum),
        cmocka_unit_test(test_data_that_end_early),
        cmocka_unit_test(test_every_changed_byte_is_survived),
        cmocka_unit_test(test_sizes_out_of_reach),
    };
    return cmocka_run_group_tests_name("pdf_pictures", tests, NULL, NULL);
}
