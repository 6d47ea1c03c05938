/* likeness: a picture saved again is found, two copies of one form are not, and no set of pictures takes long. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "form.h"
#include "likeness.h"
#include "picture.h"
#include "raster.h"

enum { WIDTH = FORM_WIDTH, HEIGHT = FORM_HEIGHT, FORMS = 2000 };

/* ---- pages ---- */

/* A view: a sky that gets lighter, and eighty things before it. */
static Picture *photograph(uint32_t seed)
{
    Picture *page = picture_new(WIDTH, HEIGHT);
    uint32_t state = seed * 2654435761U;
    for (uint32_t y = 0; y < HEIGHT; y++)
        picture_fill(page, 0, y, WIDTH, 1, (uint8_t)(90 + y * 140 / HEIGHT));
    for (int thing = 0; thing < 80; thing++) {
        uint32_t at[5];
        for (size_t i = 0; i < G_N_ELEMENTS(at); i++) {
            state = state * 1664525U + 1013904223U;
            at[i] = state >> 16;
        }
        picture_fill(page, at[0] % WIDTH, at[1] % HEIGHT, 60 + at[2] % 300, 60 + at[3] % 300, (uint8_t)(at[4] % 256));
    }
    picture_grain(page, 12, seed);
    return page;
}

static Picture *page_of_text(uint32_t seed)
{
    Picture *page = picture_new(WIDTH, HEIGHT);
    picture_text(page, 22, seed);
    return page;
}

/* ---- looks ---- */

static Look look_of_facts(const PageFacts *facts)
{
    Look look;
    g_autofree char *thumb = g_base64_encode(facts->thumb, sizeof facts->thumb);
    ScanPage page = {.width_px = facts->width_px, .height_px = facts->height_px, .thumb = thumb};
    assert_true(look_read(&page, &look));
    return look;
}

static Look look_of(const Picture *picture)
{
    g_autoptr(Raster) raster = raster_new(picture->width, picture->height, RASTER_CELL_PX);
    PageFacts facts = {0};
    for (uint32_t y = 0; y < picture->height; y++)
        raster_add(raster, (RasterRun){0, y, 1, RASTER_WHOLE}, picture->grey + (size_t)y * picture->width, picture->width);
    raster_finish(raster, &facts);
    return look_of_facts(&facts);
}

/* As a file saved in that way; QUALITY 0 is PNG. */
static Look look_of_file(const Picture *picture, int quality)
{
    GByteArray *file = quality > 0 ? picture_jpeg(picture, (PictureJpeg){.quality = quality, .components = quality == 60 ? 1 : 3})
                                   : picture_png(picture, (PicturePng){0});
    ScanFacts facts;
    scan_facts_init(&facts);
    scan_examine(quality > 0 ? FACTS_JPEG : FACTS_PNG, file->data, file->len, &facts);
    assert_int_equal(facts.pages->len, 1);
    Look look = look_of_facts(&g_array_index(facts.pages, PageFacts, 0));
    scan_facts_clear(&facts);
    g_byte_array_unref(file);
    return look;
}

/* ---- saved again ---- */

static void assert_found_at_all_qualities(const Picture *page, const Look *original, uint32_t percent)
{
    static const int qualities[] = {0, 40, 60, 95};
    for (size_t i = 0; i < G_N_ELEMENTS(qualities); i++) {
        Look again = look_of_file(page, qualities[i]);
        if (!looks_alike(original, &again) || !looks_alike(&again, original))
            fail_msg("not found at %u %%, quality %d", percent, qualities[i]);
    }
}

/* STEP 1: at every size, 2: at every other. */
static void assert_found_at_sizes(const Picture *page, size_t step)
{
    static const uint32_t sizes[] = {50, 60, 75, 90, 150, 200};
    Look original = look_of_file(page, 85);
    assert_found_at_all_qualities(page, &original, 100);
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i += step) {
        g_autoptr(Picture) again = picture_at_size(page, sizes[i]);
        assert_found_at_all_qualities(again, &original, sizes[i]);
    }
}

static void assert_found_at_one_size(const Picture *page)
{
    Look original = look_of_file(page, 85);
    assert_found_at_all_qualities(page, &original, 100);
}

static void test_a_form_saved_again(void **state)
{
    (void)state;
    g_autoptr(Picture) form = form_blank(WIDTH), page = form_filled(form, 1);
    assert_found_at_one_size(page);
}

static void test_a_page_of_text_saved_again(void **state)
{
    (void)state;
    g_autoptr(Picture) page = page_of_text(7);
    assert_found_at_one_size(page);
}

static void test_a_grainy_scan_saved_again(void **state)
{
    (void)state;
    g_autoptr(Picture) form = form_blank(WIDTH), page = form_filled(form, 2);
    picture_grain(page, 20, 3);
    assert_found_at_one_size(page);
}

static void test_a_photograph_saved_again(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 3; seed++) {
        g_autoptr(Picture) page = photograph(seed);
        assert_found_at_sizes(page, seed == 1 ? 1 : 3);
    }
}

/* At another size print is told no better from another copy of the form than from itself: it is let be. */
static void test_print_at_two_sizes_is_not_judged(void **state)
{
    (void)state;
    g_autoptr(Picture) form = form_blank(WIDTH), page = form_filled(form, 1), other = form_filled(form, 2),
                       smaller = picture_at_size(page, 75);
    Look a = look_of(page), b = look_of(other), c = look_of(smaller);
    assert_false(looks_alike(&a, &c));
    assert_false(looks_alike(&b, &c));
    picture_fill(page, 0, 0, WIDTH / 3, HEIGHT, 20); /* nor on the black bed of a scanner */
    g_autoptr(Picture) on_bed = picture_at_size(page, 75);
    a = look_of(page);
    c = look_of(on_bed);
    assert_false(looks_alike(&a, &c));
}

/* ---- other pictures ---- */

static void test_another_entry_is_another_picture(void **state)
{
    (void)state;
    g_autoptr(Picture) form = form_blank(WIDTH), page = form_filled(form, 1), other = form_filled(form, 1),
                       text = page_of_text(7),
                       other_text = page_of_text(8), view = photograph(7), other_view = photograph(8);
    picture_fill(other, 350, 230 + 84, 60, 24, 255); /* the name, of three characters */
    picture_line(other, 350, 230 + 84, 20, 3, 99);
    Look a = look_of(page), b = look_of(other), c = look_of(text), d = look_of(other_text);
    assert_true(looks_alike(&a, &a));
    assert_false(looks_alike(&a, &b));
    assert_false(looks_alike(&c, &d));
    g_autoptr(Picture) smaller = picture_at_size(other_view, 70);
    Look e = look_of(smaller), f = look_of(view), g = look_of(other_view);
    assert_false(looks_alike(&f, &g));
    assert_false(looks_alike(&f, &e));
    assert_true(looks_alike(&g, &e));
    e.height_px++; /* as far as rounding goes, */
    assert_true(looks_alike(&g, &e));
    e.height_px += 3; /* and farther */
    assert_false(looks_alike(&g, &e));
}

static void test_an_empty_page_tells_nothing(void **state)
{
    (void)state;
    g_autoptr(Picture) page = picture_new(WIDTH, HEIGHT);
    g_autoptr(Raster) raster = raster_new(WIDTH, HEIGHT, RASTER_CELL_PX);
    PageFacts facts = {0};
    for (uint32_t y = 0; y < HEIGHT; y++)
        raster_add(raster, (RasterRun){0, y, 1, RASTER_WHOLE}, page->grey, WIDTH);
    raster_finish(raster, &facts);
    g_autofree char *thumb = g_base64_encode(facts.thumb, sizeof facts.thumb);
    Look look;
    assert_false(look_read(&(ScanPage){.width_px = WIDTH, .height_px = HEIGHT, .thumb = thumb}, &look));
    assert_false(look_read(&(ScanPage){.width_px = WIDTH, .height_px = HEIGHT}, &look));
}

static void count_pair(guint a, guint b, gpointer data)
{
    assert_true(a < b);
    GArray *pairs = data;
    g_array_append_val(pairs, b);
}

static void assert_no_copies_paired(uint32_t other_width)
{
    g_autoptr(Picture) form = form_blank(WIDTH), other = form_blank(other_width);
    g_autofree Look *looks = g_new(Look, FORMS + 1);
    bool cut[FORMS + 1];
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(guint));
    for (uint32_t i = 0; i < FORMS; i++) {
        g_autoptr(Picture) page = form_filled(i % 2 ? other : form, i);
        looks[i] = look_of(page);
    }
    assert_int_equal(looks_pair(looks, FORMS, count_pair, pairs, cut), 0);
    assert_int_equal(pairs->len, 0);
    g_autoptr(Picture) page = form_filled(form, 700);
    looks[FORMS] = look_of_file(page, 50); /* one of them saved again is found among all */
    looks_pair(looks, FORMS + 1, count_pair, pairs, cut);
    assert_int_equal(pairs->len, 1);
    assert_int_equal(g_array_index(pairs, guint, 0), FORMS);
    assert_true(looks_alike(&looks[700], &looks[FORMS]));
}

static void test_copies_of_one_form_are_never_paired(void **state)
{
    (void)state;
    assert_no_copies_paired(WIDTH);
}

static void test_copies_of_one_form_at_two_sizes_are_never_paired(void **state)
{
    (void)state;
    assert_no_copies_paired(WIDTH * 2 / 3);
}

static void test_photographs_are_paired_across_sizes(void **state)
{
    (void)state;
    enum { VIEWS = 40 };
    Look looks[VIEWS + 1];
    bool cut[VIEWS + 1];
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(guint));
    for (uint32_t i = 0; i < VIEWS; i++) {
        g_autoptr(Picture) page = photograph(i + 1), smaller = picture_at_size(page, 75);
        looks[i] = look_of(i % 2 ? smaller : page);
    }
    assert_int_equal(looks_pair(looks, VIEWS, count_pair, pairs, cut), 0);
    assert_int_equal(pairs->len, 0);
    g_autoptr(Picture) page = photograph(8), smaller = picture_at_size(page, 60);
    looks[VIEWS] = look_of_file(smaller, 60);
    looks_pair(looks, VIEWS + 1, count_pair, pairs, cut);
    assert_int_equal(pairs->len, 1);
    assert_true(looks_alike(&looks[7], &looks[VIEWS]));
}

/* Pictures that are all one another, or nearly: a page is compared with so many and no more, and that is told. */
static void test_too_many_alike_are_not_all_compared(void **state)
{
    (void)state;
    enum { MANY = 20000, FEW = 30 };
    g_autoptr(Picture) page = photograph(1);
    g_autofree Look *looks = g_new(Look, MANY);
    bool cut[MANY];
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(guint));
    Look look = look_of(page);
    for (guint i = 0; i < MANY; i++) {
        looks[i] = look;
        looks[i].width_px += i % 2; /* within rounding of one shape */
    }
    assert_int_equal(looks_pair(looks, FEW, count_pair, pairs, cut), 0);
    assert_int_equal(pairs->len, FEW * (FEW - 1) / 2);
    assert_true(looks_pair(looks, MANY, count_pair, pairs, cut) > 0);
    assert_true(pairs->len < 100 * MANY);
}

/* A package without scans. */
static void test_no_pages_make_no_pairs(void **state)
{
    (void)state;
    assert_int_equal(looks_pair(NULL, 0, NULL, NULL, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_form_saved_again),
        cmocka_unit_test(test_a_page_of_text_saved_again),
        cmocka_unit_test(test_a_grainy_scan_saved_again),
        cmocka_unit_test(test_a_photograph_saved_again),
        cmocka_unit_test(test_print_at_two_sizes_is_not_judged),
        cmocka_unit_test(test_another_entry_is_another_picture),
        cmocka_unit_test(test_an_empty_page_tells_nothing),
        cmocka_unit_test(test_copies_of_one_form_are_never_paired),
        cmocka_unit_test(test_copies_of_one_form_at_two_sizes_are_never_paired),
        cmocka_unit_test(test_photographs_are_paired_across_sizes),
        cmocka_unit_test(test_too_many_alike_are_not_all_compared),
        cmocka_unit_test(test_no_pages_make_no_pairs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
