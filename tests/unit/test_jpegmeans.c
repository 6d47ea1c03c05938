/* Means of blocks against the library's, on sound pictures and on spoilt ones. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>

#include "image_jpeg.h"
#include "jpegmeans.h"
#include "picture.h"

/* ---- a reader of headers, just good enough for what picture_jpeg writes ---- */

typedef struct {
    JpegScan scan;
    const uint8_t *data;
    size_t size;
} Opened;

static void take_tables(const uint8_t *at, const uint8_t *end, JpegCodes codes[2][2])
{
    while (at < end) {
        JpegCodes *table = &codes[at[0] >> 4][at[0] & 1];
        *table = (JpegCodes){.counts = at, .symbols = at + 17};
        unsigned count = 0;
        for (int length = 1; length <= 16; length++)
            count += at[length];
        at += 17 + count;
    }
}

static Opened open_scan(const GByteArray *bytes)
{
    Opened opened = {0};
    JpegCodes codes[2][2] = {{{0}}};
    const uint8_t *at = bytes->data + 2;
    for (unsigned marker = 0; marker != 0xda; ) {
        marker = at[1];
        size_t length = (size_t)at[2] << 8 | at[3];
        const uint8_t *body = at + 4;
        if (marker == 0xc4)
            take_tables(body, at + 2 + length, codes);
        else if (marker == 0xdb && opened.scan.dc_quantum == 0)
            opened.scan.dc_quantum = body[1];
        else if (marker == 0xdd)
            opened.scan.restart_interval = (unsigned)(body[0] << 8 | body[1]);
        else if (marker == 0xc0) {
            opened.scan.height_px = (uint32_t)(body[1] << 8 | body[2]);
            opened.scan.width_px = (uint32_t)(body[3] << 8 | body[4]);
            opened.scan.components = body[5];
            for (unsigned c = 0; c < body[5]; c++) {
                opened.scan.component[c].across = body[7 + 3 * c] >> 4;
                opened.scan.component[c].down = body[7 + 3 * c] & 15;
            }
        }
        at += 2 + length;
    }
    for (unsigned c = 0; c < opened.scan.components; c++) {
        opened.scan.component[c].dc = codes[0][c > 0];
        opened.scan.component[c].ac = codes[1][c > 0];
    }
    opened.data = at;
    opened.size = bytes->len - (size_t)(at - bytes->data);
    return opened;
}

static void ignore_row(gpointer user, uint32_t row, const uint8_t *means, size_t count)
{
    uint32_t *rows = user;
    assert_int_equal(row, *rows);
    assert_non_null(means);
    assert_true(count > 0);
    *rows += 1;
}

static bool reads(const Opened *opened, size_t size)
{
    uint32_t rows = 0;
    g_autofree uint8_t *copy = g_memdup2(opened->data, size); /* of just that size, for sanitizers */
    bool read = jpegmeans_read(&opened->scan, copy, size, ignore_row, &rows);
    if (read)
        assert_int_equal(rows, (opened->scan.height_px + 7) / 8);
    return read;
}

static Picture *page(uint32_t width, uint32_t height, uint8_t grain)
{
    Picture *picture = picture_new(width, height);
    picture_text(picture, 14, 3);
    picture_grain(picture, grain, 7);
    return picture;
}

/* ---- tests ---- */

static void test_plain_kinds_are_read(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = page(333, 277, 60);
    static const PictureJpeg kinds[] = {
        {0}, {.components = 1}, {.quality = 100}, {.quality = 10}, {.across = 1, .down = 1}, {.across = 2, .down = 1},
        {.across = 1, .down = 2}, {.restart = 1}, {.restart = 7, .components = 1}, {.quality = 98, .restart = 5}};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(GByteArray) bytes = picture_jpeg(picture, kinds[i]);
        Opened opened = open_scan(bytes);
        assert_true(reads(&opened, opened.size));
    }
}

static void test_anything_unusual_is_left_to_the_library(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = page(64, 64, 60);
    g_autoptr(GByteArray) bytes = picture_jpeg(picture, (PictureJpeg){.restart = 2});
    Opened opened = open_scan(bytes);
    for (size_t size = 0; size < opened.size; size++)
        assert_false(reads(&opened, size));
    Opened other = opened;
    other.scan.height_px += 16; /* data end too early */
    assert_false(reads(&other, other.size));
    other = opened;
    other.scan.height_px -= 16; /* too late */
    assert_false(reads(&other, other.size));
    other = opened;
    other.scan.restart_interval = 3; /* a restart marker out of turn */
    assert_false(reads(&other, other.size));
    other = opened;
    other.scan.dc_quantum = 255; /* means out of range */
    assert_false(reads(&other, other.size));
}

static void test_tables_that_make_no_code(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = page(64, 64, 20);
    g_autoptr(GByteArray) bytes = picture_jpeg(picture, (PictureJpeg){.components = 1});
    Opened opened = open_scan(bytes);
    uint8_t counts[17] = {0};
    counts[1] = 2; /* one of them is all ones */
    opened.scan.component[0].ac.counts = counts;
    assert_false(reads(&opened, opened.size));
    memset(counts, 255, sizeof counts);
    assert_false(reads(&opened, opened.size));
    opened = open_scan(bytes);
    uint8_t symbols[256] = {16}; /* a difference of 16 bits */
    opened.scan.component[0].dc.symbols = symbols;
    assert_false(reads(&opened, opened.size));
}

static void assert_same_facts(const uint8_t *data, size_t size)
{
    ScanFacts mine, library;
    scan_facts_init(&mine);
    scan_facts_init(&library);
    image_jpeg_scan(data, size, &mine);
    image_jpeg_scan_by_library(data, size, &library);
    assert_int_equal(mine.reason, library.reason);
    assert_int_equal(mine.state, library.state);
    assert_int_equal(mine.pages->len, library.pages->len);
    assert_memory_equal(mine.pages->data, library.pages->data, mine.pages->len * sizeof(PageFacts));
    scan_facts_clear(&mine);
    scan_facts_clear(&library);
}

static void test_facts_are_the_library_s(void **state)
{
    (void)state;
    static const uint32_t sizes[][2] = {{1, 1}, {8, 8}, {9, 17}, {15, 33}, {200, 121}, {620, 877}};
    for (size_t s = 0; s < G_N_ELEMENTS(sizes); s++)
        for (int kind = 0; kind < 2 * 2 * 2 * 3; kind++) {
            g_autoptr(Picture) picture = page(sizes[s][0], sizes[s][1], kind % 2 ? 8 : 200);
            PictureJpeg how = {.components = kind & 2 ? 1 : 3, .restart = kind & 4 ? 3 : 0};
            how.quality = (int[]){12, 75, 100}[kind / 8];
            how.across = 1 + (int)s % 2;
            how.down = 1 + kind / 8 % 2;
            g_autoptr(GByteArray) bytes = picture_jpeg(picture, how);
            assert_same_facts(bytes->data, bytes->len);
        }
}

/* One byte changed everywhere, two kinds of change; then stretches cut out or doubled. */
static void test_facts_of_spoilt_pictures_are_the_library_s(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = page(72, 40, 90);
    for (int kind = 0; kind < 3; kind++) {
        PictureJpeg how = {.components = kind == 1 ? 1 : 3, .restart = kind == 2 ? 2 : 0, .quality = kind == 2 ? 95 : 75};
        g_autoptr(GByteArray) bytes = picture_jpeg(picture, how);
        for (guint i = 2; i < bytes->len; i++) {
            uint8_t before = bytes->data[i];
            static const uint8_t masks[] = {1, 0x10, 0x80, 0xff};
            for (size_t m = 0; m < G_N_ELEMENTS(masks); m++) {
                bytes->data[i] = before ^ masks[m];
                assert_same_facts(bytes->data, bytes->len);
            }
            bytes->data[i] = before;
            g_autoptr(GByteArray) cut = g_byte_array_append(g_byte_array_new(), bytes->data, bytes->len);
            g_byte_array_remove_range(cut, i, MIN(1 + i % 5, cut->len - i));
            assert_same_facts(cut->data, cut->len);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_kinds_are_read),
        cmocka_unit_test(test_anything_unusual_is_left_to_the_library),
        cmocka_unit_test(test_tables_that_make_no_code),
        cmocka_unit_test(test_facts_are_the_library_s),
        cmocka_unit_test(test_facts_of_spoilt_pictures_are_the_library_s),
    };
    return cmocka_run_group_tests_name("jpegmeans", tests, NULL, NULL);
}
