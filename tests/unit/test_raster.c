#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>

#include "picture.h"
#include "raster.h"

static PageFacts measure(const Picture *picture)
{
    PageFacts page = {0};
    g_autoptr(Raster) raster = raster_new(picture->width, picture->height, RASTER_CELL_PX);

    for (uint32_t y = 0; y < picture->height; y++)
        raster_add(raster, (RasterRun){0, y, 1, RASTER_WHOLE}, picture->grey + (size_t)y * picture->width, picture->width);
    raster_finish(raster, &page);
    return page;
}

static unsigned thumb_distance(const PageFacts *a, const PageFacts *b)
{
    unsigned largest = 0;
    for (int i = 0; i < SCAN_THUMB_BYTES; i++)
        largest = MAX(largest, (unsigned)ABS(a->thumb[i] - b->thumb[i]));
    return largest;
}

static void test_cells_of_odd_sizes(void **state)
{
    (void)state;
    g_autoptr(Picture) one = picture_new(1, 1), nine = picture_new(9, 17);
    PageFacts page = measure(one);
    assert_int_equal(page.cells, 1);
    assert_int_equal(page.cells_dark, 0);
    assert_int_equal(page.thumb[0], 255);
    picture_fill(nine, 8, 16, 1, 1, 0); /* the one pixel of the last cell */
    page = measure(nine);
    assert_int_equal(page.cells, 6);
    assert_int_equal(page.cells_dark, 1);
    assert_int_equal(page.width_px, 9);
    assert_int_equal(page.height_px, 17);
}

static void test_dark_threshold(void **state)
{
    (void)state;
    g_autoptr(Picture) page = picture_new(80, 80);
    picture_fill(page, 0, 0, 80, 80, 230);
    picture_fill(page, 8, 8, 8, 8, 230 - RASTER_DARK_LEVELS); /* as dark as it may be */
    assert_int_equal(measure(page).cells_dark, 0);
    assert_int_equal(measure(page).paper, 230);
    picture_fill(page, 8, 8, 8, 8, 230 - RASTER_DARK_LEVELS - 1);
    assert_int_equal(measure(page).cells_dark, 1);
}

static void test_cell_is_a_mean(void **state)
{
    (void)state;
    g_autoptr(Picture) page = picture_new(80, 80);
    picture_fill(page, 8, 8, 8, 1, 0); /* an eighth of a cell: dust */
    assert_int_equal(measure(page).cells_dark, 0);
    picture_fill(page, 8, 9, 8, 1, 0); /* a quarter: a stroke */
    assert_int_equal(measure(page).cells_dark, 1);
}

static void test_paper_of_strange_pages(void **state)
{
    (void)state;
    g_autoptr(Picture) page = picture_new(800, 800);
    picture_fill(page, 0, 0, 800, 800, 0); /* the lid was open: nothing on it */
    assert_int_equal(measure(page).paper, 0);
    assert_int_equal(measure(page).cells_dark, 0);
    picture_fill(page, 0, 0, 800, 48, 200); /* a night photograph with a lit strip: not blank, though 94 in 100 are dark */
    assert_int_equal(measure(page).paper, 200);
    assert_int_equal(measure(page).cells_dark, 94 * 100);
    picture_fill(page, 0, 0, 800, 400, 128); /* half of it just bright, a tenth brighter: the most frequent is paper */
    picture_fill(page, 0, 0, 800, 80, 255);
    assert_int_equal(measure(page).paper, 128);
}

static void test_blank_and_one_line(void **state)
{
    (void)state;
    g_autoptr(Picture) page = picture_new(1240, 1754);
    picture_grain(page, 25, 7);
    PageFacts blank = measure(page);
    assert_int_equal(blank.cells, 155 * 220);
    assert_int_equal(blank.cells_dark, 0);
    picture_line(page, 200, 300, 22, 15, 1); /* fifteen characters, the height of small print */
    PageFacts line = measure(page);
    assert_true(line.cells_dark * 1000 > line.cells);       /* over the season's 0.001 */
    assert_true(line.cells_dark < 15 * 4 * 4);
}

static void test_runs_of_every_shape_agree(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = picture_new(77, 45);
    picture_text(picture, 9, 3);
    for (size_t i = 0; i < 77 * 45; i++)
        picture->grey[i] = picture->grey[i] >= 128 ? 255 : 0;
    PageFacts whole = measure(picture), other = {0};
    g_autoptr(Raster) steps = raster_new(77, 45, RASTER_CELL_PX), bits = raster_new(77, 45, RASTER_CELL_PX),
                      planes = raster_new(77, 45, RASTER_CELL_PX);
    for (uint32_t y = 0; y < 45; y++) {
        const uint8_t *row = picture->grey + (size_t)y * 77;
        uint8_t packed[10] = {0}, inverted[10], odd[38], even[39];
        for (int x = 0; x < 77; x++) {
            packed[x / 8] |= (uint8_t)(row[x] ? 0x80 >> x % 8 : 0);
            *(x % 2 ? &odd[x / 2] : &even[x / 2]) = row[x];
        }
        for (int i = 0; i < 10; i++)
            inverted[i] = (uint8_t)~packed[i]; /* the unused bits at the end too */
        raster_add_bits(bits, y, y % 2 ? packed : inverted, y % 2 == 0);
        raster_add(steps, (RasterRun){1, y, 2, RASTER_WHOLE}, odd, 38);
        raster_add(steps, (RasterRun){0, y, 2, RASTER_WHOLE}, even, 39);
        raster_add(planes, (RasterRun){0, y, 1, RASTER_RED}, row, 77);
        raster_add(planes, (RasterRun){0, y, 1, RASTER_GREEN}, row, 77);
        raster_add(planes, (RasterRun){0, y, 1, RASTER_BLUE}, row, 77);
    }
    const Raster *made[] = {steps, bits, planes};
    for (int i = 0; i < 3; i++) {
        memset(&other, 0, sizeof other);
        raster_finish(made[i], &other);
        assert_memory_equal(&whole, &other, sizeof whole);
    }
}

/* A closer look sees the same in samples, in bits and in cells. */
static void test_a_closer_look(void **state)
{
    (void)state;
    enum { WIDTH = 603, HEIGHT = 901 };
    g_autoptr(Picture) picture = picture_new(WIDTH, HEIGHT);
    picture_text(picture, 17, 5);
    g_autoptr(Raster) samples = raster_new(WIDTH, HEIGHT, 1), bits = raster_new(WIDTH, HEIGHT, 1),
                      cells = raster_new(WIDTH, HEIGHT, 1), narrow = raster_new(SCAN_CLOSE_SHORT_PX_MIN - 1, 700, 1);
    for (uint32_t y = 0; y < HEIGHT; y++) {
        uint8_t *row = picture->grey + (size_t)y * WIDTH, packed[(WIDTH + 7) / 8] = {0};
        for (int x = 0; x < WIDTH; x++) {
            row[x] = row[x] > 128 ? 255 : 0;
            packed[x / 8] |= (uint8_t)(row[x] ? 0 : 0x80 >> x % 8);
        }
        raster_add(samples, (RasterRun){0, y, 1, RASTER_WHOLE}, row, WIDTH);
        raster_add_bits(bits, y, packed, true);
        raster_add_cells(cells, y, row, WIDTH);
    }
    g_autofree uint8_t *a = raster_reduce_closely(samples), *b = raster_reduce_closely(bits),
                       *c = raster_reduce_closely(cells);
    assert_memory_equal(a, b, SCAN_CLOSE_DOTS);
    assert_memory_equal(a, c, SCAN_CLOSE_DOTS);
    assert_true(memchr(a, 255, SCAN_CLOSE_DOTS) != NULL);
    assert_null(raster_reduce_closely(narrow));
}

static void test_samples_outside_are_ignored(void **state)
{
    (void)state;
    uint8_t black[32] = {0}, white[32];
    memset(white, 255, sizeof white);
    g_autoptr(Raster) raster = raster_new(20, 1, RASTER_CELL_PX);
    PageFacts page = {0};
    raster_add(raster, (RasterRun){0, 0, 1, RASTER_WHOLE}, white, 16);
    raster_add(raster, (RasterRun){16, 0, 1, RASTER_WHOLE}, white, 32); /* a tile that reaches over the edge */
    raster_add(raster, (RasterRun){0, 1, 1, RASTER_WHOLE}, black, 20);
    raster_finish(raster, &page);
    assert_int_equal(page.cells, 3);
    assert_int_equal(page.cells_dark, 0);
    assert_int_equal(page.thumb[SCAN_THUMB_BYTES - 1], 255);
}

static void test_thumb_is_where_the_ink_is(void **state)
{
    (void)state;
    g_autoptr(Picture) page = picture_new(640, 960); /* a dot of the thumbnail is two cells wide and three high */
    picture_fill(page, 320, 480, 16, 24, 0);         /* the middle of dot 20, 20 */
    PageFacts facts = measure(page);
    const uint8_t *at = facts.thumb + 20 * SCAN_THUMB_SIDE + 20;
    assert_in_range(at[0], 105, 120); /* three quarters of the tent across, as many down: 9/16 of 255 is missing */
    assert_in_range(at[1], 229, 233); /* an eighth of its tent, beside three quarters */
    assert_int_equal(at[1], at[-1]);
    assert_in_range(at[SCAN_THUMB_SIDE], 229, 233);
    assert_int_equal(at[2], 255);
    assert_int_equal(at[-2 * SCAN_THUMB_SIDE], 255);
}

static void test_hash_bits(void **state)
{
    (void)state;
    g_autoptr(Picture) page = picture_new(720, 640);
    assert_true(measure(page).hash == 0);
    for (uint32_t i = 0; i < 9; i++) /* from bright to dark: every left neighbour is brighter */
        picture_fill(page, i * 80, 0, 80, 640, (uint8_t)(255 - 20 * i));
    assert_true(measure(page).hash == G_MAXUINT64);
    for (uint32_t i = 0; i < 9; i++)
        picture_fill(page, i * 80, 0, 80, 640, (uint8_t)(255 - i)); /* one level is noise */
    assert_true(measure(page).hash == 0);
}

static void test_same_picture_at_two_sizes(void **state)
{
    (void)state;
    g_autoptr(Picture) big = picture_new(1240, 1754), small = picture_new(620, 877), other = picture_new(620, 877);
    picture_text(big, 24, 5);
    picture_text(other, 12, 99);
    for (uint32_t y = 0; y < 877; y++)
        for (uint32_t x = 0; x < 620; x++) {
            const uint8_t *at = big->grey + (size_t)(2 * y) * 1240 + 2 * x;
            small->grey[(size_t)y * 620 + x] = (uint8_t)((at[0] + at[1] + at[1240] + at[1241]) / 4);
        }
    PageFacts a = measure(big), b = measure(small), c = measure(other);
    assert_true(__builtin_popcountll(a.hash ^ b.hash) <= 4);
    print_message("%u %u\n", thumb_distance(&a, &b), thumb_distance(&a, &c));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells_of_odd_sizes),
        cmocka_unit_test(test_dark_threshold),
        cmocka_unit_test(test_cell_is_a_mean),
        cmocka_unit_test(test_paper_of_strange_pages),
        cmocka_unit_test(test_blank_and_one_line),
        cmocka_unit_test(test_runs_of_every_shape_agree),
        cmocka_unit_test(test_a_closer_look),
        cmocka_unit_test(test_samples_outside_are_ignored),
        cmocka_unit_test(test_thumb_is_where_the_ink_is),
        cmocka_unit_test(test_hash_bits),
        cmocka_unit_test(test_same_picture_at_two_sizes),
    };
    return cmocka_run_group_tests_name("raster", tests, NULL, NULL);
}
