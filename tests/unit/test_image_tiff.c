#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>
#include <tiff.h>

#include "image_tiff.h"
#include "picture.h"
#include "scanned.h"

static FactsReason reason_of(const GByteArray *bytes)
{
    ScanFacts facts = scanned(image_tiff_scan, bytes);
    scan_facts_clear(&facts);
    return facts.reason;
}

static PageFacts good_page(GByteArray *bytes)
{
    return scanned_page(image_tiff_scan, bytes);
}

static Picture *text_page(void)
{
    Picture *picture = picture_new(613, 871); /* no multiple of eight */
    picture_text(picture, 20, 1);
    for (size_t i = 0; i < (size_t)picture->width * picture->height; i++)
        picture->grey[i] = picture->grey[i] >= 128 ? 255 : 0;
    return picture;
}

static void test_kinds_are_equal(void **state)
{
    (void)state;
    static const PictureTiff kinds[] = {
        {.photometric = PHOTOMETRIC_MINISWHITE},
        {.photometric = PHOTOMETRIC_MINISBLACK, .compression = COMPRESSION_LZW, .rows_per_strip = 7},
        {.photometric = PHOTOMETRIC_MINISBLACK, .compression = COMPRESSION_PACKBITS},
        {.photometric = PHOTOMETRIC_MINISBLACK, .compression = COMPRESSION_ADOBE_DEFLATE, .bits = 16},
        {.photometric = PHOTOMETRIC_MINISBLACK, .bits = 4},
        {.photometric = PHOTOMETRIC_MINISBLACK, .bits = 1},
        {.photometric = PHOTOMETRIC_MINISWHITE, .bits = 1, .compression = COMPRESSION_CCITTFAX4},
        {.photometric = PHOTOMETRIC_MINISBLACK, .bits = 1, .compression = COMPRESSION_CCITTFAX4, .rows_per_strip = 64},
        {.photometric = PHOTOMETRIC_MINISWHITE, .bits = 1, .compression = COMPRESSION_CCITTFAX3},
        {.photometric = PHOTOMETRIC_MINISWHITE, .bits = 1, .compression = COMPRESSION_CCITTRLE},
        {.photometric = PHOTOMETRIC_MINISBLACK, .bits = 1, .tiled = true},
        {.photometric = PHOTOMETRIC_MINISBLACK, .tiled = true, .compression = COMPRESSION_LZW},
        {.photometric = PHOTOMETRIC_RGB},
        {.photometric = PHOTOMETRIC_RGB, .planes = true, .compression = COMPRESSION_LZW, .rows_per_strip = 10},
        {.photometric = PHOTOMETRIC_RGB, .planes = true, .tiled = true},
        {.photometric = PHOTOMETRIC_RGB, .bits = 16, .tiled = true},
        {.photometric = PHOTOMETRIC_PALETTE},
        {.photometric = PHOTOMETRIC_SEPARATED},
        {.photometric = PHOTOMETRIC_SEPARATED, .planes = true}, /* converted by the library */
    };
    g_autoptr(Picture) picture = text_page();
    PageFacts plain = good_page(picture_tiff(picture, 1, (PictureTiff){.photometric = PHOTOMETRIC_MINISBLACK}));
    assert_int_equal(plain.width_px, 613);
    assert_int_equal(plain.height_px, 871);
    assert_int_equal(plain.cells, 77 * 109);
    assert_in_range(plain.cells_dark, 1000, 5000);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        PageFacts page = good_page(picture_tiff(picture, 1, kinds[i]));
        assert_memory_equal(&page, &plain, sizeof page);
    }
}

static void test_jpeg_inside(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    PageFacts plain = good_page(picture_tiff(picture, 1, (PictureTiff){.photometric = PHOTOMETRIC_MINISBLACK}));
    static const PictureTiff kinds[] = {
        {.photometric = PHOTOMETRIC_MINISBLACK, .compression = COMPRESSION_JPEG},
        {.photometric = PHOTOMETRIC_YCBCR, .compression = COMPRESSION_JPEG, .rows_per_strip = 64},
        {.photometric = PHOTOMETRIC_YCBCR, .compression = COMPRESSION_JPEG, .tiled = true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        PageFacts page = good_page(picture_tiff(picture, 1, kinds[i]));
        assert_in_range(page.cells_dark, plain.cells_dark - 200, plain.cells_dark + 200);
        for (int t = 0; t < SCAN_THUMB_BYTES; t++)
            assert_in_range(page.thumb[t] + 8, plain.thumb[t], plain.thumb[t] + 16);
    }
}

static void test_pages(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    PictureTiff how = {.bits = 1, .compression = COMPRESSION_CCITTFAX4, .resolution = 200};
    g_autoptr(GByteArray) bytes = picture_tiff(picture, 3, how);
    how.preview = true;
    g_autoptr(GByteArray) previews = picture_tiff(picture, 3, how);
    const GByteArray *files[] = {bytes, previews};
    for (int i = 0; i < 2; i++) {
        ScanFacts facts = scanned(image_tiff_scan, files[i]);
        assert_int_equal(facts.state, FACTS_OK);
        assert_int_equal(facts.page_count, 3);
        assert_int_equal(facts.pages->len, 3);
        PageFacts *last = &g_array_index(facts.pages, PageFacts, 2);
        assert_int_equal(last->number, 3);
        assert_int_equal(last->width_px, 613);
        assert_int_equal(last->dpi_x, 200);
        scan_facts_clear(&facts);
    }
}

static uint32_t recorded_dpi(float resolution, int unit)
{
    g_autoptr(Picture) picture = picture_new(16, 16);
    return good_page(picture_tiff(picture, 1, (PictureTiff){.photometric = 1, .resolution = resolution, .unit = unit})).dpi_x;
}

static void test_resolution(void **state)
{
    (void)state;
    assert_int_equal(recorded_dpi(0, 0), 0);
    assert_int_equal(recorded_dpi(72, RESUNIT_INCH), 72);
    assert_int_equal(recorded_dpi(96, RESUNIT_INCH), 96);
    assert_int_equal(recorded_dpi(150, RESUNIT_INCH), 150);
    assert_int_equal(recorded_dpi(59.06F, RESUNIT_CENTIMETER), 150);
    assert_int_equal(recorded_dpi(78.74F, RESUNIT_CENTIMETER), 200);
    assert_int_equal(recorded_dpi(200, RESUNIT_NONE), 0);
}

/* The places of a little-endian classic TIFF: the first directory and an entry of it. */
static guint directory_of(const GByteArray *bytes, guint link)
{
    uint32_t place;
    memcpy(&place, bytes->data + link, 4);
    return GUINT32_FROM_LE(place);
}

static uint8_t *entry_of(const GByteArray *bytes, uint16_t tag)
{
    guint place = directory_of(bytes, 4);
    for (guint i = 0; i < bytes->data[place]; i++) {
        uint8_t *entry = bytes->data + place + 2 + 12 * i;
        if (entry[0] + 256 * entry[1] == tag)
            return entry;
    }
    return NULL;
}

static void test_truncated(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    static const PictureTiff kinds[] = {
        {.photometric = 1},
        {.photometric = 1, .compression = COMPRESSION_LZW, .rows_per_strip = 50},
        {.photometric = 0, .bits = 1, .compression = COMPRESSION_CCITTFAX4},
        {.photometric = 1, .compression = COMPRESSION_JPEG, .rows_per_strip = 64},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(GByteArray) bytes = picture_tiff(picture, 1, kinds[i]);
        const guint sizes[] = {4, 7, 8, 100, bytes->len / 2, bytes->len - 20};
        for (size_t s = 0; s < G_N_ELEMENTS(sizes); s++) {
            g_autoptr(GByteArray) part = g_byte_array_append(g_byte_array_new(), bytes->data, sizes[s]);
            assert_int_equal(scan_reason_state(reason_of(part)), FACTS_DAMAGED);
        }
    }
}

/* The directory says that the data are shorter than they must be. */
static void test_missing_data(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    static const PictureTiff kinds[] = {
        {.photometric = 1, .compression = COMPRESSION_LZW},
        {.photometric = 0, .bits = 1, .compression = COMPRESSION_CCITTFAX4},
        {.photometric = 0, .bits = 1, .compression = COMPRESSION_CCITTFAX3},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(GByteArray) bytes = picture_tiff(picture, 1, kinds[i]);
        uint8_t *counts = entry_of(bytes, TIFFTAG_STRIPBYTECOUNTS);
        uint32_t count;
        assert_non_null(counts);
        memcpy(&count, counts + 8, 4); /* low half of a short too */
        if (counts[2] == TIFF_SHORT)
            count &= 0xffff;
        count /= 2;
        memcpy(counts + 8, &count, 4);
        assert_int_equal(scan_reason_state(reason_of(bytes)), FACTS_DAMAGED);
    }
}

/* Uncompressed, with the directory in front, as scanners that stream write it. */
static GByteArray *streamed(const Picture *picture)
{
    const uint32_t size = picture->width * picture->height;
    const uint32_t entries[][2] = {
        {TIFFTAG_IMAGEWIDTH, picture->width}, {TIFFTAG_IMAGELENGTH, picture->height}, {TIFFTAG_BITSPERSAMPLE, 8},
        {TIFFTAG_COMPRESSION, 1}, {TIFFTAG_PHOTOMETRIC, 1}, {TIFFTAG_STRIPOFFSETS, 8 + 2 + 9 * 12 + 4},
        {TIFFTAG_SAMPLESPERPIXEL, 1}, {TIFFTAG_ROWSPERSTRIP, picture->height}, {TIFFTAG_STRIPBYTECOUNTS, size},
    };
    GByteArray *bytes = g_byte_array_append(g_byte_array_new(), (const guint8 *)"II*\0\10\0\0\0\11\0", 10);
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++) {
        uint32_t fields[] = {GUINT32_TO_LE(entries[i][0] | TIFF_LONG << 16), GUINT32_TO_LE(1), GUINT32_TO_LE(entries[i][1])};
        g_byte_array_append(bytes, (const guint8 *)fields, sizeof fields);
    }
    g_byte_array_append(bytes, (const guint8 *)"\0\0\0\0", 4);
    return g_byte_array_append(bytes, picture->grey, size);
}

static void test_truncated_stream(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    good_page(streamed(picture));
    const guint cuts[] = {1, 1000, picture->width * picture->height / 2};
    for (size_t i = 0; i < G_N_ELEMENTS(cuts); i++) {
        g_autoptr(GByteArray) bytes = streamed(picture);
        g_byte_array_set_size(bytes, bytes->len - cuts[i]);
        assert_int_equal(reason_of(bytes), FACTS_REASON_TRUNCATED);
    }
}

static void test_corrupt_data(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    static const PictureTiff kinds[] = {
        {.photometric = 1, .compression = COMPRESSION_LZW},
        {.photometric = 1, .compression = COMPRESSION_ADOBE_DEFLATE},
        {.photometric = 0, .bits = 1, .compression = COMPRESSION_CCITTFAX4},
        {.photometric = 0, .bits = 1, .compression = COMPRESSION_CCITTFAX4, .tiled = true},
        {.photometric = 0, .bits = 1, .compression = COMPRESSION_CCITTFAX3, .tiled = true},
        {.photometric = 1, .compression = COMPRESSION_JPEG},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(GByteArray) bytes = picture_tiff(picture, 1, kinds[i]);
        memset(bytes->data + directory_of(bytes, 4) / 2, 0xff, 40);
        assert_int_equal(scan_reason_state(reason_of(bytes)), FACTS_DAMAGED);
    }
}

static void test_directories_in_a_ring(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = picture_new(16, 16);
    g_autoptr(GByteArray) bytes = picture_tiff(picture, 2, (PictureTiff){.photometric = 1});
    guint first = directory_of(bytes, 4);
    guint second = directory_of(bytes, first + 2 + 12U * bytes->data[first]);
    uint32_t back = GUINT32_TO_LE(first);
    memcpy(bytes->data + second + 2 + 12U * bytes->data[second], &back, 4);
    assert_int_equal(reason_of(bytes), FACTS_REASON_HEADER);
}

static void test_too_many_pages(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = picture_new(1, 1);
    PictureTiff how = {.photometric = 1};
    g_autoptr(GByteArray) most = picture_tiff(picture, SCAN_MAX_PAGES, how);
    g_autoptr(GByteArray) over = picture_tiff(picture, SCAN_MAX_PAGES + 1, how);
    assert_int_equal(reason_of(most), FACTS_REASON_NONE);
    assert_int_equal(reason_of(over), FACTS_REASON_PAGES);
}

static void set_entry(const GByteArray *bytes, uint16_t tag, uint32_t value)
{
    uint8_t *entry = entry_of(bytes, tag);
    assert_non_null(entry);
    entry[2] = TIFF_LONG;
    value = GUINT32_TO_LE(value);
    memcpy(entry + 8, &value, 4);
}

static void test_huge_declared_size(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    g_autoptr(GByteArray) bytes = picture_tiff(picture, 1, (PictureTiff){.photometric = 1, .compression = COMPRESSION_LZW});
    set_entry(bytes, TIFFTAG_IMAGEWIDTH, 4000000000U);
    assert_int_not_equal(reason_of(bytes), FACTS_REASON_NONE);
    set_entry(bytes, TIFFTAG_IMAGEWIDTH, 60000);
    set_entry(bytes, TIFFTAG_IMAGELENGTH, 60000);
    assert_int_equal(reason_of(bytes), FACTS_REASON_PIXELS);
    g_autoptr(GByteArray) tiles = picture_tiff(picture, 1, (PictureTiff){.photometric = 1, .tiled = true});
    set_entry(tiles, TIFFTAG_TILEWIDTH, 1U << 24);
    set_entry(tiles, TIFFTAG_TILELENGTH, 1U << 24);
    assert_int_not_equal(reason_of(tiles), FACTS_REASON_NONE);
}

static void test_features_not_read(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    g_autoptr(GByteArray) bytes = picture_tiff(picture, 1, (PictureTiff){.photometric = 1});
    set_entry(bytes, TIFFTAG_COMPRESSION, 34712); /* JPEG 2000 */
    assert_int_equal(reason_of(bytes), FACTS_REASON_FEATURE);
}

static void test_fax_has_one_bit_a_pixel(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    g_autoptr(GByteArray) bytes = picture_tiff(picture, 1, (PictureTiff){.bits = 1, .compression = COMPRESSION_CCITTFAX4});
    set_entry(bytes, TIFFTAG_SAMPLESPERPIXEL, 3);
    assert_int_equal(reason_of(bytes), FACTS_REASON_HEADER);
}

static void test_every_changed_byte_is_survived(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = picture_new(40, 40);
    picture_text(picture, 8, 1);
    static const PictureTiff kinds[] = {
        {.photometric = 1, .compression = COMPRESSION_LZW, .rows_per_strip = 8},
        {.photometric = 0, .bits = 1, .compression = COMPRESSION_CCITTFAX4},
        {.photometric = 2, .tiled = true, .compression = COMPRESSION_PACKBITS},
    };
    for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
        g_autoptr(GByteArray) bytes = picture_tiff(picture, 1, kinds[k]);
        for (guint i = 0; i < bytes->len; i++) {
            uint8_t before = bytes->data[i];
            bytes->data[i] = (uint8_t)(before ^ (1U << i % 8));
            reason_of(bytes);
            bytes->data[i] = 0xff;
            reason_of(bytes);
            bytes->data[i] = before;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds_are_equal),
        cmocka_unit_test(test_jpeg_inside),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_resolution),
        cmocka_unit_test(test_truncated),
        cmocka_unit_test(test_missing_data),
        cmocka_unit_test(test_truncated_stream),
        cmocka_unit_test(test_corrupt_data),
        cmocka_unit_test(test_directories_in_a_ring),
        cmocka_unit_test(test_too_many_pages),
        cmocka_unit_test(test_huge_declared_size),
        cmocka_unit_test(test_features_not_read),
        cmocka_unit_test(test_fax_has_one_bit_a_pixel),
        cmocka_unit_test(test_every_changed_byte_is_survived),
    };
    return cmocka_run_group_tests_name("image_tiff", tests, NULL, NULL);
}
