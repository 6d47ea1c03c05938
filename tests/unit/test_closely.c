/* closely: print saved at another size is found, and of two thousand copies of one form no two are taken for one. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "closely.h"
#include "form.h"
#include "raster.h"

enum { FORMS = 2000 };

/* ---- pages ---- */

static Closely *closely_in_cells(const Picture *picture, uint32_t cell_px)
{
    g_autoptr(Raster) raster = raster_new(picture->width, picture->height, cell_px);
    for (uint32_t y = 0; y < picture->height; y++)
        raster_add(raster, (RasterRun){0, y, 1, RASTER_WHOLE}, picture->grey + (size_t)y * picture->width, picture->width);
    return closely_new(raster_reduce_closely(raster), picture->width <= picture->height);
}

static Closely *closely_of(const Picture *picture)
{
    return closely_in_cells(picture, 1);
}

/* As a file saved in that way, for pages of one size or two; QUALITY 0 is PNG. */
static Closely *closely_of_saved(const Picture *picture, int quality, bool one_size)
{
    static const uint32_t first = 1;
    GByteArray *file = quality > 0 ? picture_jpeg(picture, (PictureJpeg){.quality = quality, .components = quality == 60 ? 1 : 3})
                                   : picture_png(picture, (PicturePng){0});
    uint8_t *dots = NULL;
    ScanCloser closer = {&first, 1, &dots, NULL, one_size};
    scan_look_closer(quality > 0 ? FACTS_JPEG : FACTS_PNG, file->data, file->len, &closer);
    g_byte_array_unref(file);
    return closely_new(dots, picture->width <= picture->height);
}

static Closely *closely_of_file(const Picture *picture, int quality)
{
    return closely_of_saved(picture, quality, false);
}

static Picture *numbered(const Picture *form, uint32_t number)
{
    Picture *page = form_filled(form, 1);
    form_number(page, number);
    return page;
}

/* What a program makes of it that mixes more pixels than it must. */
static Picture *soft_at_size(const Picture *from, uint32_t percent)
{
    g_autoptr(Picture) larger = picture_at_size(from, 130);
    return picture_at_size(larger, percent * 100 / 130);
}

/* ---- saved again ---- */

static void assert_same(const Closely *original, const Picture *again, uint32_t percent, bool expected)
{
    static const int qualities[] = {0, 40, 60, 95};
    for (size_t i = 0; i < G_N_ELEMENTS(qualities); i++) {
        g_autoptr(Closely) page = closely_of_file(again, qualities[i]);
        bool same = percent > 100 ? closely_same(page, original, false) : closely_same(original, page, false);
        if (same != expected)
            fail_msg("%s at %u %%, quality %d", expected ? "not found" : "taken for the other", percent, qualities[i]);
    }
}

/* From the size that stands at FIRST. */
static void assert_found_at_sizes(const Picture *page, size_t first)
{
    static const uint32_t sizes[] = {50, 70, 80, 125, 150, 200};
    g_autoptr(Closely) original = closely_of_file(page, 85);
    for (size_t i = first; i < G_N_ELEMENTS(sizes); i++) {
        g_autoptr(Picture) again = picture_at_size(page, sizes[i]), soft = soft_at_size(page, sizes[i]);
        g_autoptr(Closely) softly = closely_of_file(soft, 40);
        assert_same(original, again, sizes[i], true);
        assert_true(sizes[i] > 100 ? closely_same(softly, original, false) : closely_same(original, softly, false));
    }
}

static void test_a_form_at_other_sizes(void **state)
{
    (void)state;
    g_autoptr(Picture) form = form_blank(FORM_WIDTH * 4 / 3), page = numbered(form, 8888);
    assert_found_at_sizes(page, 0);
}

/* Strokes of one pixel, which half the size does not show any more, but 70 % does. */
static void test_hairlines_at_other_sizes(void **state)
{
    (void)state;
    g_autoptr(Picture) form = form_blank(FORM_WIDTH), page = numbered(form, 8888);
    assert_found_at_sizes(page, 1);
}

static void test_a_grainy_page_of_text_at_other_sizes(void **state)
{
    (void)state;
    g_autoptr(Picture) page = picture_new(FORM_WIDTH, FORM_HEIGHT);
    picture_text(page, 22, 7);
    picture_grain(page, 20, 3);
    assert_found_at_sizes(page, 0);
}

static void test_a_page_across(void **state)
{
    (void)state;
    g_autoptr(Picture) page = picture_new(FORM_HEIGHT, FORM_WIDTH), other = picture_new(FORM_HEIGHT, FORM_WIDTH);
    picture_text(page, 22, 7);
    picture_text(other, 22, 8);
    g_autoptr(Picture) again = picture_at_size(page, 70);
    g_autoptr(Closely) a = closely_of(page), b = closely_of(again), c = closely_of(other);
    assert_true(closely_same(a, b, false));
    assert_false(closely_same(c, b, false));
}

/* ---- other pages ---- */

/* 8 and 6, 9 and 0: a stroke of one figure of 3 mm. */
static void test_another_figure_is_another_page(void **state)
{
    (void)state;
    static const uint32_t sizes[] = {50, 70, 125, 200}, numbers[] = {8868, 9888, 8088};
    g_autoptr(Picture) form = form_blank(FORM_WIDTH), page = numbered(form, 8888);
    g_autoptr(Closely) original = closely_of_file(page, 85);
    for (size_t n = 0; n < G_N_ELEMENTS(numbers); n++)
        for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
            g_autoptr(Picture) other = numbered(form, numbers[n]), resized = picture_at_size(other, sizes[i]);
            assert_same(original, resized, sizes[i], false);
        }
}

/* Saved at QUALITY and not, the same number and others. */
static void assert_told_at_one_size(const Picture *form, int quality)
{
    static const uint32_t numbers[] = {8888, 8868, 9888, 8088};
    g_autoptr(Picture) page = numbered(form, 8888);
    g_autoptr(Closely) original = closely_of_saved(page, 0, true);
    for (size_t n = 0; n < G_N_ELEMENTS(numbers); n++) {
        g_autoptr(Picture) other = numbered(form, numbers[n]);
        g_autoptr(Closely) saved = closely_of_saved(other, quality, true);
        if (closely_same(original, saved, true) != (n == 0) || closely_same(saved, original, true) != (n == 0))
            fail_msg("%u pixels, quality %d, number %u", form->width, quality, numbers[n]);
    }
}

/* 75 to 300 dpi: in cells of 1 to 8 pixels. */
static void test_one_size(void **state)
{
    (void)state;
    static const uint32_t widths[] = {SCAN_CLOSE_SHORT_PX_MIN, 620, 827, 1240, 1654, 2480};
    for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
        g_autoptr(Picture) form = form_blank(widths[i]);
        assert_told_at_one_size(form, 0);
        if (widths[i] > SCAN_CLOSE_SHORT_PX_MIN)
            assert_told_at_one_size(form, 75);
        if (widths[i] >= 1240)
            assert_told_at_one_size(form, 40);
    }
}

/* A light seal, of 12 mm, on one of two copies. */
static void test_a_pale_seal_is_seen(void **state)
{
    (void)state;
    g_autoptr(Picture) form = form_blank(FORM_WIDTH), page = numbered(form, 8888), sealed = numbered(form, 8888);
    picture_fill(sealed, 900, 1500, 70, 70, 235);
    g_autoptr(Picture) resized = picture_at_size(sealed, 70);
    g_autoptr(Closely) a = closely_of(page), b = closely_of(sealed), c = closely_of(resized);
    assert_true(closely_same(b, c, false));
    assert_false(closely_same(a, c, false));
}

static void test_what_cannot_be_looked_at(void **state)
{
    (void)state;
    g_autoptr(Picture) blank = picture_new(FORM_WIDTH, FORM_HEIGHT), coarse = form_blank(SCAN_CLOSE_SHORT_PX_MIN - 1),
                       long_one = picture_new(700, 1401), form = form_blank(FORM_WIDTH);
    picture_text(long_one, 20, 1);
    g_autoptr(Closely) page = closely_of(form);
    assert_non_null(page);
    assert_null(closely_of(blank));
    assert_null(closely_of(coarse));
    assert_null(closely_of(long_one));
    assert_false(closely_same(page, NULL, false));
    assert_false(closely_same(NULL, page, false));
}

/* ---- two thousand copies ---- */

/* 96 dpi, and less: where a stroke is hardest to see.  Two numbers that differ in one figure by 1 or 2 are of two sizes. */
static uint32_t percent_of(uint32_t number)
{
    static const uint32_t percents[] = {100, 90, 80};
    return percents[(number / 1000 + number / 100 % 10 + number / 10 % 10 + number % 10) % 3];
}

static Closely *copy_of_form(const Picture *form, uint32_t number)
{
    uint32_t percent = percent_of(number);
    g_autoptr(Picture) page = numbered(form, number), resized = percent == 100 ? NULL : picture_at_size(page, percent);
    const Picture *saved = resized ? resized : page;
    return number % 8 == 0 ? closely_of_file(saved, 50 + (int)(number % 5) * 10) : closely_of(saved);
}

static const uint32_t like[][2] = {{0, 8}, {1, 7}, {3, 9}, {5, 6}, {5, 9}, {6, 8}, {8, 9}};

/* Compares copy NUMBER with all others that differ by one stroke, or by one figure at that place, and are farther on. */
static guint pairs_of(Closely *const *pages, uint32_t number, bool one_size)
{
    guint pairs = 0;
    for (uint32_t unit = 1; unit < FORMS; unit *= 10)
        for (size_t i = 0; i < G_N_ELEMENTS(like); i++) {
            uint32_t other = number + (like[i][1] - like[i][0]) * unit;
            if (number / unit % 10 != like[i][0] || other >= FORMS)
                continue;
            bool is_finer = one_size || percent_of(number) > percent_of(other);
            pairs += closely_same(pages[is_finer ? number : other], pages[is_finer ? other : number], one_size);
        }
    return pairs;
}

static guint pairs_of_all(Closely *const *pages, bool one_size)
{
    guint pairs = 0;
    for (uint32_t number = 0; number < FORMS; number++)
        pairs += pairs_of(pages, number, one_size);
    return pairs;
}

static void free_pages(Closely **pages)
{
    for (uint32_t number = 0; number < FORMS; number++)
        closely_free(pages[number]);
    g_free(pages);
}

static void test_copies_of_one_form_at_one_size_are_never_one(void **state)
{
    (void)state;
    g_autoptr(Picture) form = form_blank(800);
    Closely **pages = g_new0(Closely *, FORMS);
    for (uint32_t number = 0; number < FORMS; number++) {
        g_autoptr(Picture) page = numbered(form, number);
        pages[number] = number % 8 == 0 ? closely_of_saved(page, 60, true) : closely_in_cells(page, 4);
    }
    assert_int_equal(pairs_of_all(pages, true), 0);
    g_autoptr(Picture) page = numbered(form, 708);
    g_autoptr(Closely) again = closely_of_saved(page, 75, true); /* one of them saved again is found among them */
    for (uint32_t number = 0; number < FORMS; number += 12)
        if (closely_same(again, pages[number], true) != (number == 708))
            fail_msg("saved again: number %u", number);
    free_pages(pages);
}

static void test_copies_of_one_form_at_three_sizes_are_never_one(void **state)
{
    (void)state;
    g_autoptr(Picture) form = form_blank(800), page = numbered(form, 708), resized = picture_at_size(page, 150);
    Closely **pages = g_new0(Closely *, FORMS);
    for (uint32_t number = 0; number < FORMS; number++)
        pages[number] = copy_of_form(form, number);
    assert_int_equal(pairs_of_all(pages, false), 0);
    g_autoptr(Closely) again = closely_of_file(resized, 50); /* one of them saved again is found among them */
    for (uint32_t number = 0; number < FORMS; number += 12)
        if (closely_same(again, pages[number], false) != (number == 708))
            fail_msg("saved again: number %u", number);
    free_pages(pages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_form_at_other_sizes),
        cmocka_unit_test(test_hairlines_at_other_sizes),
        cmocka_unit_test(test_a_grainy_page_of_text_at_other_sizes),
        cmocka_unit_test(test_a_page_across),
        cmocka_unit_test(test_another_figure_is_another_page),
        cmocka_unit_test(test_one_size),
        cmocka_unit_test(test_a_pale_seal_is_seen),
        cmocka_unit_test(test_what_cannot_be_looked_at),
        cmocka_unit_test(test_copies_of_one_form_at_one_size_are_never_one),
        cmocka_unit_test(test_copies_of_one_form_at_three_sizes_are_never_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
