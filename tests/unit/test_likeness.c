/* likeness: a picture saved again is found, two copies of one form are not. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "likeness.h"
#include "picture.h"
#include "raster.h"

enum { WIDTH = 1240, HEIGHT = 1754, FORMS = 2000 }; /* A4 at 150 dpi */

/* ---- pages ---- */

/* A form: a frame of twelve rows, with labels, and a paragraph below. */
static Picture *blank_form(void)
{
    Picture *form = picture_new(WIDTH, HEIGHT);
    picture_line(form, 460, 100, 34, 9, 1);
    for (uint32_t row = 0; row <= 12; row++)
        picture_fill(form, 125, 200 + row * 84, 990, 2, 0);
    for (uint32_t row = 0; row < 12; row++)
        picture_line(form, 145, 230 + row * 84, 20, 4 + row % 3, 10 + row);
    for (uint32_t line = 0; line < 5; line++)
        picture_line(form, 145, 1260 + line * 40, 20, 45, 50 + line);
    return form;
}

/* The form filled in: six entries, which depend on WHO. */
static Picture *filled_form(const Picture *form, uint32_t who)
{
    static const uint32_t lengths[] = {10, 3, 9, 8, 6, 14};
    Picture *page = picture_new(WIDTH, HEIGHT);
    memcpy(page->grey, form->grey, (size_t)WIDTH * HEIGHT);
    for (uint32_t entry = 0; entry < G_N_ELEMENTS(lengths); entry++)
        picture_line(page, 350, 230 + entry * 84, 20, lengths[entry], (who * 31 + entry) * 2654435761U);
    return page;
}

static Picture *page_of_text(uint32_t seed)
{
    Picture *page = picture_new(WIDTH, HEIGHT);
    picture_text(page, 22, seed);
    return page;
}

/* What lies of pixel I in the span from FROM to TO, both in 1/UNIT of a pixel. */
static uint64_t inside(uint64_t from, uint64_t to, uint64_t i, uint64_t unit)
{
    return MIN(to, (i + 1) * unit) - MAX(from, i * unit);
}

static uint8_t mean_over(const Picture *from, uint64_t x, uint64_t y, uint64_t columns, uint64_t rows)
{
    uint64_t sum = 0, left = x * from->width, right = left + from->width, top = y * from->height, bottom = top + from->height;
    for (uint64_t row = top / rows; row * rows < bottom; row++)
        for (uint64_t column = left / columns; column * columns < right; column++)
            sum += from->grey[row * from->width + column] * inside(left, right, column, columns) * inside(top, bottom, row, rows);
    return (uint8_t)(sum / ((uint64_t)from->width * from->height));
}

/* The page at PERCENT of its size, every pixel the mean of what it covers. */
static Picture *at_size(const Picture *from, uint32_t percent)
{
    Picture *page = picture_new((from->width * percent + 50) / 100, (from->height * percent + 50) / 100);
    for (uint32_t y = 0; y < page->height; y++)
        for (uint32_t x = 0; x < page->width; x++)
            page->grey[(size_t)y * page->width + x] = mean_over(from, x, y, page->width, page->height);
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
    g_autoptr(Raster) raster = raster_new(picture->width, picture->height);
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
        g_autoptr(Picture) again = at_size(page, sizes[i]);
        assert_found_at_all_qualities(again, &original, sizes[i]);
    }
}

static void test_a_form_saved_again(void **state)
{
    (void)state;
    g_autoptr(Picture) form = blank_form(), page = filled_form(form, 1);
    assert_found_at_sizes(page, 1);
}

static void test_a_page_of_text_saved_again(void **state)
{
    (void)state;
    g_autoptr(Picture) page = page_of_text(7);
    assert_found_at_sizes(page, 2);
}

static void test_a_grainy_scan_saved_again(void **state)
{
    (void)state;
    g_autoptr(Picture) form = blank_form(), page = filled_form(form, 2);
    picture_grain(page, 20, 3);
    assert_found_at_sizes(page, 2);
}

/* ---- other pictures ---- */

static void test_another_entry_is_another_picture(void **state)
{
    (void)state;
    g_autoptr(Picture) form = blank_form(), page = filled_form(form, 1), other = filled_form(form, 1), text = page_of_text(7),
                       other_text = page_of_text(8);
    picture_fill(other, 350, 230 + 84, 60, 24, 255); /* the name, of three characters */
    picture_line(other, 350, 230 + 84, 20, 3, 99);
    Look a = look_of(page), b = look_of(other), c = look_of(text), d = look_of(other_text);
    assert_true(looks_alike(&a, &a));
    assert_false(looks_alike(&a, &b));
    assert_false(looks_alike(&c, &d));
    g_autoptr(Picture) smaller = at_size(other_text, 70);
    Look e = look_of(smaller);
    assert_false(looks_alike(&c, &e));
    assert_true(looks_alike(&d, &e));
    e.height_px++; /* as far as rounding goes, */
    assert_true(looks_alike(&d, &e));
    e.height_px += 3; /* and farther */
    assert_false(looks_alike(&d, &e));
}

static void test_an_empty_page_tells_nothing(void **state)
{
    (void)state;
    g_autoptr(Picture) page = picture_new(WIDTH, HEIGHT);
    g_autoptr(Raster) raster = raster_new(WIDTH, HEIGHT);
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

static void test_copies_of_one_form_are_never_paired(void **state)
{
    (void)state;
    g_autoptr(Picture) form = blank_form();
    g_autofree Look *looks = g_new(Look, FORMS + 1);
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(guint));
    for (uint32_t i = 0; i < FORMS; i++) {
        g_autoptr(Picture) page = filled_form(form, i);
        looks[i] = look_of(page);
    }
    looks_pair(looks, FORMS, count_pair, pairs);
    assert_int_equal(pairs->len, 0);
    g_autoptr(Picture) page = filled_form(form, 700), smaller = at_size(page, 80);
    looks[FORMS] = look_of_file(smaller, 50); /* one of them saved again is found among all */
    looks_pair(looks, FORMS + 1, count_pair, pairs);
    assert_true(pairs->len > 0);
    for (guint i = 0; i < pairs->len; i++)
        assert_int_equal(g_array_index(pairs, guint, i), FORMS);
    assert_true(looks_alike(&looks[700], &looks[FORMS]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_form_saved_again),
        cmocka_unit_test(test_a_page_of_text_saved_again),
        cmocka_unit_test(test_a_grainy_scan_saved_again),
        cmocka_unit_test(test_another_entry_is_another_picture),
        cmocka_unit_test(test_an_empty_page_tells_nothing),
        cmocka_unit_test(test_copies_of_one_form_are_never_paired),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
