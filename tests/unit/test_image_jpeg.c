#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>

#include "exif.h"
#include "image_jpeg.h"
#include "picture.h"
#include "scanned.h"

static void assert_fails(const uint8_t *data, size_t size, FactsReason reason)
{
    scanned_bad(image_jpeg_scan, data, size, reason);
}

static PageFacts good_page(GByteArray *bytes)
{
    return scanned_page(image_jpeg_scan, bytes);
}

static Picture *text_page(void)
{
    Picture *picture = picture_new(620, 877);
    picture_grain(picture, 12, 1);
    picture_text(picture, 20, 1);
    return picture;
}

static void test_good_kinds_agree(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    PageFacts plain = good_page(picture_jpeg(picture, (PictureJpeg){.components = 1}));
    static const PictureJpeg kinds[] = {
        {0}, {.progressive = true}, {.components = 4}, {.components = 4, .ycck = true}, {.rgb = true},
        {.components = 1, .progressive = true},
    };
    assert_int_equal(plain.width_px, 620);
    assert_int_equal(plain.height_px, 877);
    assert_int_equal(plain.cells, 78 * 110);
    assert_in_range(plain.cells_dark, 1000, 5000);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        PageFacts page = good_page(picture_jpeg(picture, kinds[i]));
        assert_int_equal(page.cells, plain.cells);
        assert_in_range(page.cells_dark, plain.cells_dark - 20, plain.cells_dark + 20);
        for (int t = 0; t < SCAN_THUMB_BYTES; t++)
            assert_in_range(page.thumb[t] + 3, plain.thumb[t], plain.thumb[t] + 6);
    }
}

static void test_blank_page(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = picture_new(1240, 1754);
    picture_grain(picture, 20, 5);
    assert_int_equal(good_page(picture_jpeg(picture, (PictureJpeg){0})).cells_dark, 0);
    picture_line(picture, 200, 800, 22, 15, 9);
    PageFacts line = good_page(picture_jpeg(picture, (PictureJpeg){.quality = 40}));
    assert_true(line.cells_dark * 1000 > line.cells);
}

static uint32_t recorded_dpi(int unit, int density)
{
    g_autoptr(Picture) picture = picture_new(40, 40);
    PageFacts page = good_page(picture_jpeg(picture, (PictureJpeg){.unit = unit, .density = density}));
    assert_int_equal(page.dpi_x, page.dpi_y);
    return page.dpi_x;
}

static void test_resolution(void **state)
{
    (void)state;
    assert_int_equal(recorded_dpi(1, 72), 72);
    assert_int_equal(recorded_dpi(1, 96), 96);
    assert_int_equal(recorded_dpi(1, 150), 150);
    assert_int_equal(recorded_dpi(1, 200), 200);
    assert_int_equal(recorded_dpi(2, 59), 150); /* 149.86 */
    assert_int_equal(recorded_dpi(2, 79), 201); /* 200.66 */
    assert_int_equal(recorded_dpi(0, 1), 0);    /* only the shape of a pixel */
    assert_int_equal(recorded_dpi(0, 200), 0);
}

/* Little-endian Exif with 300 dots an inch across and 118.11 a centimetre … as UNIT says. */
static const uint8_t EXIF[] = {
    'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 3, 0,
    0x1a, 1, 5, 0, 1, 0, 0, 0, 50, 0, 0, 0,
    0x1b, 1, 5, 0, 1, 0, 0, 0, 58, 0, 0, 0,
    0x28, 1, 3, 0, 1, 0, 0, 0, 2, 0, 0, 0,
    0, 0, 0, 0,
    0x2c, 1, 0, 0, 1, 0, 0, 0,   /* 300/1 */
    0x58, 2, 0, 0, 2, 0, 0, 0    /* 600/2 */
};

static void test_exif_resolution(void **state)
{
    (void)state;
    uint8_t bytes[sizeof EXIF];
    uint32_t x, y;
    g_autoptr(Picture) picture = picture_new(40, 40);
    PageFacts page = good_page(picture_jpeg(picture, (PictureJpeg){.app1 = EXIF, .app1_size = sizeof EXIF}));
    assert_int_equal(page.dpi_x, 300);
    assert_int_equal(page.dpi_y, 300);
    memcpy(bytes, EXIF, sizeof bytes);
    bytes[48] = 3; /* centimetres */
    exif_resolution(bytes, sizeof bytes, &x, &y);
    assert_int_equal(x, 762);
    bytes[48] = 1; /* no unit */
    exif_resolution(bytes, sizeof bytes, &x, &y);
    assert_int_equal(x, 0);
}

static void test_exif_is_bounded(void **state)
{
    (void)state;
    uint32_t x, y;
    for (size_t size = 0; size <= sizeof EXIF; size++) { /* a copy of just that size, so that sanitizers see every step over it */
        g_autofree uint8_t *part = g_memdup2(EXIF, size);
        exif_resolution(part, size, &x, &y);
        assert_true(size == sizeof EXIF ? x == 300 : x == 0 || x == 300);
    }
    for (size_t at = 6; at < sizeof EXIF; at++) {
        g_autofree uint8_t *bytes = g_memdup2(EXIF, sizeof EXIF);
        bytes[at] = 0xff;
        exif_resolution(bytes, sizeof EXIF, &x, &y);
    }
}

static void test_truncated_anywhere(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    for (int progressive = 0; progressive < 2; progressive++) {
        g_autoptr(GByteArray) bytes = picture_jpeg(picture, (PictureJpeg){.progressive = progressive});
        const guint sizes[] = {3, 20, 200, bytes->len / 4, bytes->len / 2, bytes->len - 500, bytes->len - 2, bytes->len - 1};
        for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
            g_autofree uint8_t *part = g_memdup2(bytes->data, sizes[i]);
            assert_fails(part, sizes[i], FACTS_REASON_TRUNCATED);
        }
    }
}

static void test_bytes_after_the_end_are_no_damage(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    GByteArray *bytes = picture_jpeg(picture, (PictureJpeg){0});
    g_byte_array_append(bytes, (const guint8 *)"\0\0\0\0camera notes", 16);
    good_page(bytes);
}

static void test_stray_bytes_before_the_end(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    GByteArray *bytes = picture_jpeg(picture, (PictureJpeg){0});
    g_byte_array_set_size(bytes, bytes->len - 2);
    g_byte_array_append(bytes, (const guint8 *)"\0\xff\xd9", 3);
    good_page(bytes);
    g_autoptr(GByteArray) more = picture_jpeg(picture, (PictureJpeg){0});
    g_byte_array_set_size(more, more->len - 2);
    g_byte_array_append(more, (const guint8 *)"01234567890123456789\xff\xd9", 22); /* more than it reads ahead */
    assert_fails(more->data, more->len, FACTS_REASON_CORRUPT);
}

static void test_corrupt_data(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    g_autoptr(GByteArray) bytes = picture_jpeg(picture, (PictureJpeg){0});
    memset(bytes->data + bytes->len / 2, 0xff, 64); /* markers where there are none */
    assert_fails(bytes->data, bytes->len, FACTS_REASON_CORRUPT);
    static const uint8_t only_marks[] = {0xff, 0xd8, 0xff, 0xd9};
    assert_fails(only_marks, sizeof only_marks, FACTS_REASON_HEADER);
}

static uint8_t *frame_of(GByteArray *bytes)
{
    for (guint i = 0; i + 9 < bytes->len; i++)
        if (bytes->data[i] == 0xff && bytes->data[i + 1] == 0xc0)
            return bytes->data + i;
    fail();
    return NULL;
}

static void test_features_not_read(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    g_autoptr(GByteArray) bytes = picture_jpeg(picture, (PictureJpeg){0});
    frame_of(bytes)[4] = 12; /* bits a sample */
    assert_fails(bytes->data, bytes->len, FACTS_REASON_FEATURE);
    frame_of(bytes)[4] = 8;
    frame_of(bytes)[1] = 0xc3; /* lossless */
    assert_fails(bytes->data, bytes->len, FACTS_REASON_FEATURE);
}

static void test_huge_declared_size(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    g_autoptr(GByteArray) bytes = picture_jpeg(picture, (PictureJpeg){0});
    memcpy(frame_of(bytes) + 5, "\xff\xff\xff\xff", 4); /* 65535 a side */
    assert_fails(bytes->data, bytes->len, FACTS_REASON_PIXELS);
    memcpy(frame_of(bytes) + 5, "\x40\x00\x40\x00", 4); /* 16384: within the limit, but the data end */
    assert_int_not_equal(scan_judge_size(16384, 16384), FACTS_REASON_PIXELS);
    ScanFacts facts = scanned(image_jpeg_scan, bytes);
    assert_int_equal(facts.state, FACTS_DAMAGED);
    scan_facts_clear(&facts);
}

static void test_progressive_memory_is_bounded(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = text_page();
    g_autoptr(GByteArray) bytes = picture_jpeg(picture, (PictureJpeg){.progressive = true});
    for (guint i = 0; i + 9 < bytes->len; i++)
        if (bytes->data[i] == 0xff && bytes->data[i + 1] == 0xc2) {
            memcpy(bytes->data + i + 5, "\x40\x00\x40\x00", 4); /* 800 MB of coefficients */
            break;
        }
    assert_fails(bytes->data, bytes->len, FACTS_REASON_MEMORY);
}

/* A file of that many passes, three of which are needed. */
static GByteArray *with_passes(int passes)
{
    g_autoptr(Picture) picture = picture_new(64, 64);
    GByteArray *bytes = picture_jpeg(picture, (PictureJpeg){.separate = true});
    guint start = 0;
    for (guint i = 0; i + 1 < bytes->len; i++)
        if (bytes->data[i] == 0xff && bytes->data[i + 1] == 0xda)
            start = i; /* the last pass, which nothing forbids to repeat */
    guint length = bytes->len - 2 - start;
    g_autofree uint8_t *pass = g_memdup2(bytes->data + start, length);
    g_byte_array_set_size(bytes, bytes->len - 2);
    for (int i = 3; i < passes; i++)
        g_byte_array_append(bytes, pass, length);
    return g_byte_array_append(bytes, (const guint8 *)"\xff\xd9", 2);
}

static void test_endless_passes(void **state)
{
    (void)state;
    good_page(with_passes(3));
    good_page(with_passes(SCAN_MAX_PASSES));
    g_autoptr(GByteArray) bytes = with_passes(SCAN_MAX_PASSES + 1);
    assert_fails(bytes->data, bytes->len, FACTS_REASON_PIXELS);
}

static void test_every_changed_byte_is_survived(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = picture_new(48, 48);
    picture_text(picture, 8, 1);
    g_autoptr(GByteArray) bytes = picture_jpeg(picture, (PictureJpeg){.progressive = true});
    for (guint i = 2; i < bytes->len; i++) {
        uint8_t before = bytes->data[i];
        bytes->data[i] = (uint8_t)(before ^ (1U << i % 8));
        ScanFacts facts = scanned(image_jpeg_scan, bytes);
        assert_int_equal(facts.state, scan_reason_state(facts.reason));
        scan_facts_clear(&facts);
        bytes->data[i] = before;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good_kinds_agree),
        cmocka_unit_test(test_blank_page),
        cmocka_unit_test(test_resolution),
        cmocka_unit_test(test_exif_resolution),
        cmocka_unit_test(test_exif_is_bounded),
        cmocka_unit_test(test_truncated_anywhere),
        cmocka_unit_test(test_bytes_after_the_end_are_no_damage),
        cmocka_unit_test(test_stray_bytes_before_the_end),
        cmocka_unit_test(test_corrupt_data),
        cmocka_unit_test(test_features_not_read),
        cmocka_unit_test(test_huge_declared_size),
        cmocka_unit_test(test_progressive_memory_is_bounded),
        cmocka_unit_test(test_endless_passes),
        cmocka_unit_test(test_every_changed_byte_is_survived),
    };
    return cmocka_run_group_tests_name("image_jpeg", tests, NULL, NULL);
}
