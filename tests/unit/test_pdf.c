#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "pdf.h"
#include "picture.h"

static ScanFacts scan(const void *data, size_t size)
{
    ScanFacts facts;
    scan_facts_init(&facts);
    pdf_scan(data, size, &facts);
    assert_int_equal(facts.state, scan_reason_state(facts.reason));
    return facts;
}

static void assert_fails(const void *data, size_t size, FactsReason reason)
{
    ScanFacts facts = scan(data, size);
    assert_int_equal(facts.reason, reason);
    scan_facts_clear(&facts);
}

static void assert_pages(const void *data, size_t size, unsigned pages, unsigned pictures)
{
    ScanFacts facts = scan(data, size);
    assert_int_equal(facts.reason, FACTS_REASON_NONE);
    assert_int_equal(facts.page_count, pages);
    assert_int_equal(facts.pages->len, pictures);
    scan_facts_clear(&facts);
}

static GByteArray *text_jpeg(void)
{
    g_autoptr(Picture) picture = picture_new(620, 877);
    picture_text(picture, 20, 1);
    return picture_jpeg(picture, (PictureJpeg){0});
}

/* A page of text, a scan, a page of text. */
static GByteArray *three_pages(void)
{
    g_autoptr(GByteArray) jpeg = text_jpeg();
    GByteArray *const pages[] = {NULL, jpeg, NULL};
    return picture_pdf(pages, 3, 620, 877);
}

static void test_good(void **state)
{
    (void)state;
    g_autoptr(GByteArray) pdf = three_pages();
    ScanFacts facts = scan(pdf->data, pdf->len);
    assert_int_equal(facts.state, FACTS_OK);
    assert_int_equal(facts.page_count, 3);
    assert_int_equal(facts.pages->len, 1);
    PageFacts page = g_array_index(facts.pages, PageFacts, 0);
    assert_int_equal(page.number, 2);
    assert_int_equal(page.width_px, 620);
    assert_int_equal(page.dpi_x, 75); /* 620 pixels on 595 points */
    assert_int_equal(page.dpi_y, 75);
    assert_true(page.cells_dark > 1000);
    scan_facts_clear(&facts);
}

static void test_encrypted(void **state)
{
    (void)state;
    g_autoptr(GByteArray) pdf = three_pages();
    g_autoptr(GByteArray) closed = picture_pdf_encrypted(pdf, "secret", "owner");
    g_autoptr(GByteArray) restricted = picture_pdf_encrypted(pdf, "", "owner"); /* opens, but may not be printed */
    assert_fails(closed->data, closed->len, FACTS_REASON_PASSWORD);
    assert_pages(restricted->data, restricted->len, 3, 1);
}

static void test_truncated_anywhere(void **state)
{
    (void)state;
    g_autoptr(GByteArray) pdf = three_pages();
    const guint sizes[] = {5, 9, 100, pdf->len / 2, pdf->len - 300, pdf->len - 20, pdf->len - 8};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree uint8_t *part = g_memdup2(pdf->data, sizes[i]);
        assert_fails(part, sizes[i], FACTS_REASON_TRUNCATED);
    }
}

static uint8_t *find(const GByteArray *bytes, const char *text)
{
    uint8_t *found = memmem(bytes->data, bytes->len, text, strlen(text));
    assert_non_null(found);
    return found;
}

static void test_not_a_pdf(void **state)
{
    (void)state;
    static const char text[] = "%PDF-1.4\nthis is only a text\n%%EOF\n";
    assert_fails(text, strlen(text), FACTS_REASON_HEADER);
}

static void test_wrong_table_is_rebuilt(void **state)
{
    (void)state;
    g_autoptr(GByteArray) pdf = three_pages();
    memcpy(find(pdf, "startxref\n") + 10, "7", 1); /* points elsewhere; everything else stands */
    assert_pages(pdf->data, pdf->len, 3, 1);
    memcpy(find(pdf, "/Count 3"), "/Count 4", 8); /* and now a page seems lost */
    assert_fails(pdf->data, pdf->len, FACTS_REASON_CORRUPT);
}

static void test_lost_page(void **state)
{
    (void)state;
    g_autoptr(GByteArray) pdf = three_pages();
    memcpy(find(pdf, "3 0 R 6 0 R 9 0 R"), "3 0 R 6 0 R 99 0 R", 17);
    memcpy(find(pdf, "99 0"), "88 0", 4);
    ScanFacts facts = scan(pdf->data, pdf->len);
    assert_int_equal(facts.state, FACTS_DAMAGED);
    scan_facts_clear(&facts);
}

static void test_damaged_picture(void **state)
{
    (void)state;
    g_autoptr(GByteArray) jpeg = text_jpeg();
    memset(jpeg->data + jpeg->len / 2, 0xff, 64);
    g_autoptr(GByteArray) pdf = picture_pdf(&jpeg, 1, 620, 877);
    assert_fails(pdf->data, pdf->len, FACTS_REASON_CORRUPT);
    g_autoptr(GByteArray) whole = text_jpeg();
    g_byte_array_set_size(whole, whole->len / 2);
    g_autoptr(GByteArray) cut = picture_pdf(&whole, 1, 620, 877);
    assert_fails(cut->data, cut->len, FACTS_REASON_TRUNCATED);
}

static void test_blank_scan(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = picture_new(1240, 1754);
    g_autoptr(GByteArray) jpeg = picture_jpeg(picture, (PictureJpeg){0});
    g_autoptr(GByteArray) pdf = picture_pdf(&jpeg, 1, 1240, 1754);
    ScanFacts facts = scan(pdf->data, pdf->len);
    assert_int_equal(facts.pages->len, 1);
    assert_int_equal(g_array_index(facts.pages, PageFacts, 0).cells_dark, 0);
    assert_int_equal(g_array_index(facts.pages, PageFacts, 0).dpi_x, 150);
    scan_facts_clear(&facts);
}

/* A tree of nodes one below the other, DEPTH of them, the last with a page; RING: the last leads back to the first. */
static GByteArray *deep_tree(unsigned depth, bool ring)
{
    GByteArray *pdf = g_byte_array_new();
    g_autoptr(GString) text = g_string_new("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
    for (unsigned i = 0; i < depth; i++)
        g_string_append_printf(text, "%u 0 obj\n<< /Type /Pages /Count 1 /Kids [%u 0 R] >>\nendobj\n", i + 2,
                               ring && i + 1 == depth ? 2 : i + 3);
    g_string_append_printf(text, "%u 0 obj\n<< /Type /Page >>\nendobj\n", depth + 2);
    g_string_append(text, "trailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%EOF\n");
    return g_byte_array_append(pdf, (const guint8 *)text->str, (guint)text->len);
}

static void test_hostile_trees(void **state)
{
    (void)state;
    g_autoptr(GByteArray) shallow = deep_tree(20, false), deep = deep_tree(3000, false), ring = deep_tree(3, true);
    assert_pages(shallow->data, shallow->len, 1, 0);
    assert_fails(deep->data, deep->len, FACTS_REASON_CORRUPT);
    assert_fails(ring->data, ring->len, FACTS_REASON_CORRUPT);
}

static void test_too_many_pages(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Kids [");
    for (int i = 0; i <= SCAN_MAX_PAGES; i++)
        g_string_append(text, "3 0 R ");
    g_string_append_printf(text, "] /Count %d >>\nendobj\n3 0 obj\n<< /Type /Page >>\nendobj\n", SCAN_MAX_PAGES + 1);
    g_string_append(text, "trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n");
    assert_fails(text->str, text->len, FACTS_REASON_PAGES);
}

static void test_nested_arrays(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("%PDF-1.4\n1 0 obj\n");
    for (int i = 0; i < 200000; i++)
        g_string_append_c(text, '[');
    g_string_append(text, "\nendobj\ntrailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n");
    ScanFacts facts = scan(text->str, text->len);
    assert_int_equal(facts.state, FACTS_DAMAGED);
    scan_facts_clear(&facts);
}

static void test_every_changed_byte_is_survived(void **state)
{
    (void)state;
    g_autoptr(Picture) picture = picture_new(16, 16);
    g_autoptr(GByteArray) jpeg = picture_jpeg(picture, (PictureJpeg){.components = 1});
    GByteArray *const pages[] = {jpeg, NULL};
    g_autoptr(GByteArray) pdf = picture_pdf(pages, 2, 16, 16);
    for (guint i = 0; i < pdf->len; i++) {
        uint8_t before = pdf->data[i];
        pdf->data[i] = (uint8_t)(before ^ (1U << i % 8));
        ScanFacts facts = scan(pdf->data, pdf->len);
        scan_facts_clear(&facts);
        pdf->data[i] = before;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),
        cmocka_unit_test(test_encrypted),
        cmocka_unit_test(test_truncated_anywhere),
        cmocka_unit_test(test_not_a_pdf),
        cmocka_unit_test(test_wrong_table_is_rebuilt),
        cmocka_unit_test(test_lost_page),
        cmocka_unit_test(test_damaged_picture),
        cmocka_unit_test(test_blank_scan),
        cmocka_unit_test(test_hostile_trees),
        cmocka_unit_test(test_too_many_pages),
        cmocka_unit_test(test_nested_arrays),
        cmocka_unit_test(test_every_changed_byte_is_survived),
    };
    return cmocka_run_group_tests_name("pdf", tests, NULL, NULL);
}
