/* sharpness: a page without a sharp stroke is told from every other, whatever it is saved as. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "picture.h"
#include "scan.h"
#include "sharpness.h"

/* What the file says of its only page.  Takes FILE. */
static PageFacts facts_of(FactsType type, GByteArray *file)
{
    ScanFacts facts;
    scan_facts_init(&facts);
    scan_examine(type, file->data, file->len, &facts);
    scan_measure_edges(type, file->data, file->len, &facts);
    assert_int_equal(facts.state, FACTS_OK);
    PageFacts page = g_array_index(facts.pages, PageFacts, 0);
    scan_facts_clear(&facts);
    g_byte_array_unref(file);
    return page;
}

static PageFacts saved(const Picture *picture, int quality)
{
    return facts_of(FACTS_JPEG, picture_jpeg(picture, (PictureJpeg){.quality = quality}));
}

/* The edges of the page as if it were soft. */
static PageFacts looked_at(const Picture *picture)
{
    static const uint32_t first = 1;
    g_autoptr(GByteArray) file = picture_jpeg(picture, (PictureJpeg){0});
    PageFacts page = {.width_px = picture->width, .height_px = picture->height};
    ScanCloser closer = {.numbers = &first, .count = 1, .edges = &page.edge};
    scan_look_closer(FACTS_JPEG, file->data, file->len, &closer);
    return page;
}

static bool is_blurred(PageFacts page)
{
    return page.edge > 0 && page.edge * SHARPNESS_BLURRED >= 10 * MIN(page.width_px, page.height_px);
}

/* Twenty lines of print with the white between them that letters have. */
static Picture *text_page(uint32_t width, uint32_t size)
{
    Picture *page = picture_new(width, width * 99 / 70);
    uint32_t margin = width / 7, count = (width - 2 * margin) / size;
    for (uint32_t i = 0; i < 20 && margin + 2 * i * size + size < page->height - margin; i++)
        picture_line(page, margin, margin + 2 * i * size, size, i % 3 == 2 ? count / 2 : count, size + i);
    return page;
}

static Picture *blurred_page(uint32_t width, uint32_t size, uint32_t radius)
{
    Picture *page = text_page(width, size);
    picture_blur(page, radius);
    return page;
}

static void test_sharp_print(void **state)
{
    static const uint32_t widths[] = {1200, 1654, 2480, 5000};
    static const int qualities[] = {30, 75, 95};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
        g_autoptr(Picture) page = text_page(widths[i], MAX(20, widths[i] / 60));
        for (size_t q = 0; q < G_N_ELEMENTS(qualities); q++)
            assert_false(saved(page, qualities[q]).soft); /* and so it is not read again */
    }
}

static void test_what_can_be_read(void **state)
{
    static const uint32_t sizes[] = {20, 30, 60};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autoptr(Picture) page = blurred_page(1200, sizes[i], 1);
        assert_false(saved(page, 75).soft);
        assert_in_range(looked_at(page).edge, 20, 30); /* and if it were, 44 would be too many */
        picture_blur(page, 1); /* 2.1 pixels in all */
        assert_false(saved(page, 75).soft);
        assert_false(is_blurred(looked_at(page)));
    }
}

static void test_blurred(void **state)
{
    static const struct {
        uint32_t width, size, radius;
    } pages[] = {{1200, 20, 5}, {1200, 28, 9}, {1400, 30, 9}, {1654, 40, 9}, {2480, 50, 13}, {2480, 60, 18}};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        g_autoptr(Picture) page = blurred_page(pages[i].width, pages[i].size, pages[i].radius);
        PageFacts facts = saved(page, 80);
        assert_true(facts.soft);
        assert_true(is_blurred(facts));
    }
}

/* All walls read again what they find soft. */
static void test_every_format(void **state)
{
    g_autoptr(Picture) page = blurred_page(1240, 30, 9);
    g_autoptr(GByteArray) jpeg = picture_jpeg(page, (PictureJpeg){.quality = 80});
    GByteArray *const pages[] = {jpeg};
    (void)state;
    assert_true(is_blurred(facts_of(FACTS_PNG, picture_png(page, (PicturePng){0}))));
    assert_true(is_blurred(facts_of(FACTS_TIFF, picture_tiff(page, 1, (PictureTiff){0}))));
    PictureJpeg progressive = {.quality = 80, .progressive = true};
    assert_true(is_blurred(facts_of(FACTS_JPEG, picture_jpeg(page, progressive))));
    assert_true(is_blurred(facts_of(FACTS_PDF, picture_pdf(pages, 1, page->width, page->height))));
    assert_false(is_blurred(facts_of(FACTS_TIFF, picture_tiff(page, 1, (PictureTiff){.bits = 1}))));
}

/* One signature, line or stamp is enough. */
static void test_one_sharp_thing(void **state)
{
    g_autoptr(Picture) page = blurred_page(1240, 30, 9);
    (void)state;
    picture_fill(page, 700, 1650, 60, 2, 215); /* a stroke of pencil on the white */
    assert_false(is_blurred(saved(page, 80)));
}

static void test_no_ink(void **state)
{
    g_autoptr(Picture) blank = picture_new(1240, 1754), shaded = picture_new(1240, 1754);
    (void)state;
    assert_int_equal(saved(blank, 75).edge, 0);
    for (uint32_t rim = 12; rim <= 96; rim *= 2) {
        picture_shadow(shaded, 300, rim, 60);
        picture_blur(shaded, 4);
        assert_int_equal(saved(shaded, 75).edge, 0);
    }
}

static void test_shadow_over_print(void **state)
{
    g_autoptr(Picture) page = text_page(1240, 26), faint = picture_new(1240, 1754);
    (void)state;
    picture_shadow(page, 500, 40, 70);
    assert_false(is_blurred(saved(page, 75)));
    picture_shadow(faint, 500, 40, 70);
    for (uint32_t i = 0; i < 12; i++)
        picture_fill(faint, 200 + 40 * i, 1300 + 7 * i, 30, 2, 215); /* pencil beside it */
    assert_false(is_blurred(saved(faint, 75)));
}

static void test_noise_is_let_be(void **state)
{
    g_autoptr(Picture) page = blurred_page(1240, 30, 9);
    (void)state;
    picture_grain(page, 60, 1);
    assert_false(is_blurred(saved(page, 90)));
}

/* A view out of focus under a bright sky is no paper: most of it is dark. */
static void test_photographs(void **state)
{
    g_autoptr(Picture) view = picture_new(1600, 1200);
    (void)state;
    picture_fill(view, 0, 400, 1600, 800, 90);
    for (uint32_t i = 0; i < 60; i++)
        picture_fill(view, i * 97 % 1500, 300 + i * 61 % 800, 90, 60, (uint8_t)(20 + i * 3));
    picture_blur(view, 12);
    assert_false(saved(view, 80).soft);
}

static void test_small_pages(void **state)
{
    g_autoptr(Picture) page = blurred_page(990, 26, 7);
    (void)state;
    assert_int_equal(saved(page, 80).edge, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sharp_print),     cmocka_unit_test(test_what_can_be_read),
        cmocka_unit_test(test_blurred),         cmocka_unit_test(test_every_format),
        cmocka_unit_test(test_one_sharp_thing), cmocka_unit_test(test_no_ink),
        cmocka_unit_test(test_shadow_over_print), cmocka_unit_test(test_noise_is_let_be),
        cmocka_unit_test(test_photographs),     cmocka_unit_test(test_small_pages),
    };
    return cmocka_run_group_tests_name("sharpness", tests, NULL, NULL);
}
