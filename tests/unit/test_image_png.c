#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>
#include <png.h>

#include "image_png.h"
#include "picture.h"
#include "scanned.h"

static void assert_fails(const uint8_t *data, size_t size, FactsReason reason)
{
    scanned_bad(image_png_scan, data, size, reason);
}

static PageFacts good_page(GByteArray *bytes)
{
    return scanned_page(image_png_scan, bytes);
}

static Picture *text_page(bool bilevel)
{
    Picture *picture = picture_new(613, 871); /* no multiple of eight */
    picture_grain(picture, 12, 1);
    picture_text(picture, 20, 1);
    for (size_t i = 0; bilevel && i < (size_t)picture->width * picture->height; i++)
        picture->grey[i] = picture->grey[i] >= 128 ? 255 : 0;
    return picture;
}

static void test_kinds_are_equal(void **state)
{
    (void)state;
    static const PicturePng kinds[] = {
        {.interlaced = true},
        {.depth = 16},
        {.depth = 16, .colour = PNG_COLOR_TYPE_RGB},
        {.colour = PNG_COLOR_TYPE_RGB, .interlaced = true},
        {.colour = PNG_COLOR_TYPE_PALETTE},
        {.colour = PNG_COLOR_TYPE_GRAY_ALPHA},
        {.colour = PNG_COLOR_TYPE_RGB_ALPHA, .interlaced = true},
        {.depth = 16, .colour = PNG_COLOR_TYPE_RGB_ALPHA},
    };
    g_autoptr(Picture) picture = text_page(false), bilevel = text_page(true);
    PageFacts plain = good_page(picture_png(picture, (PicturePng){0}));
    assert_int_equal(plain.width_px, 613);
    assert_int_equal(plain.cells, 77 * 109);
    assert_in_range(plain.cells_dark, 1000, 5000);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        PageFacts page = good_page(picture_png(picture, kinds[i]));
        assert_memory_equal(&page, &plain, sizeof page);
    }
    plain = good_page(picture_png(bilevel, (PicturePng){0}));
    PageFacts bits = good_page(picture_png(bilevel, (PicturePng){.depth = 1}));
    assert_memory_equal(&bits, &plain, sizeof bits);
    bits = good_page(picture_png(bilevel, (PicturePng){.depth = 1, .interlaced = true}));
    assert_memory_equal(&bits, &plain, sizeof bits);
}

static void test_small_interlaced(void **state)
{
    (void)state;
    for (uint32_t width = 1; width <= 9; width++)
        for (uint32_t height = 1; height <= 9; height++) {
            g_autoptr(Picture) picture = picture_new(width, height);
            picture_fill(picture, width - 1, height - 1, 1, 1, 0);
            PageFacts plain = good_page(picture_png(picture, (PicturePng){0}));
            PageFacts interlaced = good_page(picture_png(picture, (PicturePng){.interlaced = true}));
            assert_memory_equal(&plain, &interlaced, sizeof plain);
        }
}

static uint32_t recorded_dpi(uint32_t per_metre, bool unknown)
{
    g_autoptr(Picture) picture = picture_new(16, 16);
    return good_page(picture_png(picture, (PicturePng){.per_metre = per_metre, .unit_unknown = unknown})).dpi_y;
}

static void test_resolution(void **state)
{
    (void)state;
    assert_int_equal(recorded_dpi(0, false), 0);
    assert_int_equal(recorded_dpi(2835, false), 72);
    assert_int_equal(recorded_dpi(3780, false), 96);
    assert_int_equal(recorded_dpi(5905, false), 150);
    assert_int_equal(recorded_dpi(5906, false), 150);
    assert_int_equal(recorded_dpi(7874, false), 200);
    assert_int_equal(recorded_dpi(5906, true), 0);
}

static void test_truncated_anywhere(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page(false);
    g_autoptr(GByteArray) bytes = picture_png(picture, (PicturePng){0});
    const guint sizes[] = {8, 20, 33, 60, bytes->len / 2, bytes->len - 30, bytes->len - 12, bytes->len - 1};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree uint8_t *part = g_memdup2(bytes->data, sizes[i]);
        assert_fails(part, sizes[i], FACTS_REASON_TRUNCATED);
    }
}

static void test_every_changed_byte_of_the_picture(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = picture_new(32, 32);
    picture_text(picture, 8, 1);
    g_autoptr(GByteArray) bytes = picture_png(picture, (PicturePng){0});
    for (guint i = 8; i < bytes->len; i++) {
        bytes->data[i] ^= 1;
        ScanFacts facts;
        scan_facts_init(&facts);
        image_png_scan(bytes->data, bytes->len, &facts);
        assert_int_equal(facts.state, FACTS_DAMAGED);
        scan_facts_clear(&facts);
        bytes->data[i] ^= 1;
    }
}

/* A chunk with a checksum of zero put in after the header. */
static GByteArray *with_chunk(GByteArray *png, const char *name)
{
    GByteArray *result = g_byte_array_new();
    g_byte_array_append(result, png->data, 33);
    g_byte_array_append(result, (const guint8 *)"\0\0\0\3", 4);
    g_byte_array_append(result, (const guint8 *)name, 4);
    g_byte_array_append(result, (const guint8 *)"a\0b\0\0\0\0", 7);
    g_byte_array_append(result, png->data + 33, png->len - 33);
    g_byte_array_unref(png);
    return result;
}

static void test_damaged_comment_is_passed_over(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page(false);
    good_page(with_chunk(picture_png(picture, (PicturePng){0}), "tEXt"));
    g_autoptr(GByteArray) critical = with_chunk(picture_png(picture, (PicturePng){0}), "ABCD");
    ScanFacts facts;
    scan_facts_init(&facts);
    image_png_scan(critical->data, critical->len, &facts);
    assert_int_equal(facts.state, FACTS_DAMAGED);
    scan_facts_clear(&facts);
}

static uint32_t crc_of(const uint8_t *data, size_t size)
{
    uint32_t crc = 0xffffffff;
    for (size_t i = 0; i < size; i++) {
        crc ^= data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

static void declare_size(GByteArray *bytes, uint32_t width, uint32_t height)
{
    uint32_t fields[] = {GUINT32_TO_BE(width), GUINT32_TO_BE(height)};
    memcpy(bytes->data + 16, fields, 8);
    uint32_t crc = GUINT32_TO_BE(crc_of(bytes->data + 12, 17));
    memcpy(bytes->data + 29, &crc, 4);
}

static void test_huge_declared_size(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page(false);
    g_autoptr(GByteArray) bytes = picture_png(picture, (PicturePng){0});
    declare_size(bytes, 2000000000, 1);
    assert_fails(bytes->data, bytes->len, FACTS_REASON_PIXELS);
    declare_size(bytes, 60000, 60000);
    assert_fails(bytes->data, bytes->len, FACTS_REASON_PIXELS);
    declare_size(bytes, 15000, 15000); /* as much as may be, and the data end */
    assert_fails(bytes->data, bytes->len, FACTS_REASON_CORRUPT);
    declare_size(bytes, 0, 10);
    assert_fails(bytes->data, bytes->len, FACTS_REASON_HEADER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds_are_equal),
        cmocka_unit_test(test_small_interlaced),
        cmocka_unit_test(test_resolution),
        cmocka_unit_test(test_truncated_anywhere),
        cmocka_unit_test(test_every_changed_byte_of_the_picture),
        cmocka_unit_test(test_damaged_comment_is_passed_over),
        cmocka_unit_test(test_huge_declared_size),
    };
    return cmocka_run_group_tests_name("image_png", tests, NULL, NULL);
}
