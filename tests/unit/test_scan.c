#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>

#include "fault.h"
#include "fileio.h"
#include "form.h"
#include "picture.h"
#include "program.h"
#include "scan.h"
#include "scanlist.h"
#include "scanning.h"
#include "storelab.h"

/* ---- scan.h ---- */

static void test_judge_size(void **state)
{
    (void)state;
    assert_int_equal(scan_judge_size(0, 1), FACTS_REASON_HEADER);
    assert_int_equal(scan_judge_size(1, 0), FACTS_REASON_HEADER);
    assert_int_equal(scan_judge_size(1, 1), FACTS_REASON_NONE);
    assert_int_equal(scan_judge_size(20000, 20000), FACTS_REASON_NONE);
    assert_int_equal(scan_judge_size(20000, 20001), FACTS_REASON_PIXELS);
    assert_int_equal(scan_judge_size(SCAN_MAX_SIDE_PX, 1), FACTS_REASON_NONE);
    assert_int_equal(scan_judge_size(SCAN_MAX_SIDE_PX + 1, 1), FACTS_REASON_PIXELS);
    assert_int_equal(scan_judge_size(G_MAXUINT64, G_MAXUINT64), FACTS_REASON_PIXELS);
}

static void test_dpi(void **state)
{
    (void)state;
    assert_int_equal(scan_dpi_from(150, 2540), 150);
    assert_int_equal(scan_dpi_from(59, 1000), 150);
    assert_int_equal(scan_dpi_from(5905, 100000), 150);
    assert_int_equal(scan_dpi_from(0, 1000), 0);
    assert_int_equal(scan_dpi_from(G_MAXUINT64, 1000), 0);
}

static void test_first_trouble_counts(void **state)
{
    (void)state;
    ScanFacts facts;
    scan_facts_init(&facts);
    scan_facts_fail(&facts, FACTS_REASON_TRUNCATED);
    scan_facts_fail(&facts, FACTS_REASON_PASSWORD);
    assert_int_equal(facts.state, FACTS_DAMAGED);
    assert_int_equal(facts.reason, FACTS_REASON_TRUNCATED);
    scan_facts_clear(&facts);
}

static void test_types(void **state)
{
    (void)state;
    assert_int_equal(scan_type_from_name("jpeg"), FACTS_JPEG);
    assert_int_equal(scan_type_from_name("pdf"), FACTS_PDF);
    assert_int_equal(scan_type_from_name("gif"), FACTS_OTHER);
    assert_int_equal(scan_type_from_name(NULL), FACTS_OTHER);
}

/* ---- scanning.h ---- */

static int set_up(void **state)
{
    StoreLab *lab = g_new0(StoreLab, 1);
    storelab_start(lab, "scan-store");
    *state = lab;
    return 0;
}

static int tear_down(void **state)
{
    storelab_end(*state);
    g_free(*state);
    return 0;
}

/* Puts BYTES into the store, where they can be read at once, and a member of that path and type into the inventory. */
static Member *add(StoreLab *lab, const char *path, const char *type, const void *bytes, size_t size)
{
    Member *member = storelab_add(lab, path, type, bytes, size);
    assert_true(store_commit(lab->store, NULL));
    return member;
}

static Member *add_jpeg(StoreLab *lab, const char *path, uint32_t seed)
{
    g_autoptr(Picture) picture = picture_new(200, 300);
    picture_text(picture, 16, seed);
    g_autoptr(GByteArray) bytes = picture_jpeg(picture, (PictureJpeg){.unit = 1, .density = 200});
    return add(lab, path, "jpeg", bytes->data, bytes->len);
}

static Scans *run(StoreLab *lab, Scans *known, int jobs)
{
    g_autofree char *path = g_build_filename(lab->dir, "scans.xml", NULL);
    GError *error = NULL;
    assert_true(scanning_write(lab->inventory, known, &(StoreDirs){.dir = lab->store_dir}, jobs, path, &error));
    assert_null(error);
    Scans *scans = record_read(&scans_type, path, &error);
    assert_null(error);
    return scans;
}

static void assert_scan(const Scans *scans, const Member *member, int state, const char *reason, int pages)
{
    const Scan *scan = scans_find(scans, member->sha256);
    assert_non_null(scan);
    assert_int_equal(scan->state, state);
    if (reason == NULL)
        assert_null(scan->reason);
    else
        assert_string_equal(scan->reason, reason);
    assert_int_equal(scan->pages, pages);
}

static void test_what_is_wanted(void **state)
{
    (void)state;
    char path[] = "a/b.JPG", other[] = "a/b.docx", digest[] = "00", jpeg[] = "jpeg", text[] = "text", docx[] = "docx";
    Member member = {.path = path, .type = text, .sha256 = digest, .state = MEMBER_READ};
    assert_true(scanlist_wants(&member)); /* a text that calls itself a picture */
    member.path = other;
    assert_false(scanlist_wants(&member));
    member.type = jpeg; /* a picture that calls itself a document */
    assert_true(scanlist_wants(&member));
    member.state = MEMBER_REPLACED;
    assert_false(scanlist_wants(&member));
    member.state = MEMBER_DAMAGED;
    assert_false(scanlist_wants(&member));
    member.state = MEMBER_READ;
    member.type = docx;
    assert_false(scanlist_wants(&member));
}

static void test_states(void **state)
{
    StoreLab *lab = *state;
    Member *good = add_jpeg(lab, "案卷/甲/1.jpg", 1);
    Member *empty = add(lab, "案卷/甲/2.pdf", "empty", "", 0);
    Member *gif = add(lab, "案卷/甲/3.gif", "gif", "GIF89a...", 9);
    Member *text = add(lab, "案卷/甲/4.jpg", "text", "no picture", 10);
    Member *noise = add(lab, "案卷/甲/5.png", "unknown", "\1\2\3\4", 4);
    Member *broken = add(lab, "案卷/甲/6.pdf", "pdf", "%PDF-1.4\n", 9);
    Member *document = add(lab, "案卷/甲/7.docx", "docx", "PK", 2);
    Scans *scans = run(lab, NULL, 2);
    assert_int_equal(scans->scans->len, 6);
    assert_scan(scans, good, SCAN_OK, NULL, 1);
    assert_scan(scans, empty, SCAN_EMPTY, "empty", 0);
    assert_scan(scans, gif, SCAN_UNSUPPORTED, "format", 0);
    assert_scan(scans, text, SCAN_UNSUPPORTED, "format", 0);
    assert_scan(scans, noise, SCAN_DAMAGED, "header", 0);
    assert_scan(scans, broken, SCAN_DAMAGED, "truncated", 0);
    assert_null(scans_find(scans, document->sha256));
    const ScanPage *page = ((const Scan *)scans_find(scans, good->sha256))->page->pdata[0];
    assert_int_equal(page->width_px, 200);
    assert_int_equal(page->dpi_y, 200);
    assert_int_equal(page->cells, 25 * 38);
    assert_int_equal(strlen(page->hash), 16);
    gsize thumb_bytes;
    g_autofree guchar *thumb = g_base64_decode(page->thumb, &thumb_bytes);
    assert_int_equal(thumb_bytes, SCAN_THUMB_BYTES);
    record_free(&scans_type, scans);
}

static void test_once_a_digest_in_order(void **state)
{
    StoreLab *lab = *state;
    for (uint32_t i = 0; i < 12; i++) {
        g_autofree char *path = g_strdup_printf("案卷/甲/%u.jpg", i);
        add_jpeg(lab, path, i % 6);
    }
    Scans *scans = run(lab, NULL, 2);
    assert_int_equal(scans->scans->len, 6);
    for (guint i = 1; i < scans->scans->len; i++)
        assert_true(strcmp(((Scan *)scans->scans->pdata[i - 1])->sha256, ((Scan *)scans->scans->pdata[i])->sha256) < 0);
    record_free(&scans_type, scans);
}

static char *canonical(const Scans *scans)
{
    size_t size;
    return record_format(&scans_type, scans, &size);
}

static void test_any_number_of_jobs(void **state)
{
    StoreLab *lab = *state;
    for (uint32_t i = 0; i < 10; i++) {
        g_autofree char *path = g_strdup_printf("案卷/甲/%u.jpg", i);
        add_jpeg(lab, path, i);
    }
    Scans *one = run(lab, NULL, 1), *many = run(lab, NULL, 8);
    g_autofree char *a = canonical(one), *b = canonical(many);
    assert_string_equal(a, b);
    record_free(&scans_type, one);
    record_free(&scans_type, many);
}

static void test_known_facts_are_not_found_again(void **state)
{
    StoreLab *lab = *state;
    Member *first = add_jpeg(lab, "案卷/甲/1.jpg", 1);
    add_jpeg(lab, "案卷/甲/2.jpg", 2);
    Scans *known = run(lab, NULL, 1);
    g_autofree char *path = store_blob_path(lab->store_dir, first->sha256);
    add_jpeg(lab, "案卷/甲/3.jpg", 3);
    add_jpeg(lab, "案卷/甲/4.jpg", 4);
    Scans *fresh = run(lab, NULL, 1);
    assert_true(file_remove_tree(path, NULL)); /* it could not be looked at again */
    Scans *again = run(lab, known, 1);
    g_autofree char *a = canonical(fresh), *b = canonical(again);
    assert_string_equal(a, b);
    record_free(&scans_type, known);
    record_free(&scans_type, fresh);
    record_free(&scans_type, again);
}

static void test_facts_of_another_program_are_none(void **state)
{
    StoreLab *lab = *state;
    Member *member = add_jpeg(lab, "案卷/甲/1.jpg", 1);
    Scans *known = run(lab, NULL, 1);
    ((Scan *)known->scans->pdata[0])->state = SCAN_DAMAGED;
    g_free(known->program);
    known->program = g_strnfill(64, '0');
    Scans *again = run(lab, known, 1);
    assert_scan(again, member, SCAN_OK, NULL, 1);
    record_free(&scans_type, known);
    record_free(&scans_type, again);
}

static void test_missing_blob_is_a_fault(void **state)
{
    StoreLab *lab = *state;
    g_autoptr(GError) error = NULL;
    Member *member = add_jpeg(lab, "案卷/甲/1.jpg", 1);
    add_jpeg(lab, "案卷/甲/2.jpg", 2);
    g_autofree char *path = store_blob_path(lab->store_dir, member->sha256);
    g_autofree char *output = g_build_filename(lab->dir, "scans.xml", NULL);
    assert_true(file_remove_tree(path, NULL));
    assert_false(scanning_write(lab->inventory, NULL, &(StoreDirs){.dir = lab->store_dir}, 2, output, &error));
    assert_false(g_file_test(output, G_FILE_TEST_EXISTS));
    assert_true(error != NULL && error->domain == FAULT_SYSTEM);
    assert_non_null(strstr(error->message, member->sha256));
}

/* ---- pages of print at two sizes ---- */

/* Copy NUMBER of the form, as JPEG at PERCENT of its size. */
static GByteArray *copy_of_form(uint32_t number, uint32_t percent)
{
    g_autoptr(Picture) form = form_blank(FORM_WIDTH), page = form_filled(form, 1);
    form_number(page, number);
    g_autoptr(Picture) resized = picture_at_size(page, percent);
    return picture_jpeg(resized, (PictureJpeg){.quality = 75, .components = 1});
}

static Member *add_copy(StoreLab *lab, const char *path, uint32_t number, uint32_t percent)
{
    g_autoptr(GByteArray) bytes = copy_of_form(number, percent);
    return add(lab, path, "jpeg", bytes->data, bytes->len);
}

/* The scan at PLACE of the record, from 1, is that of MEMBER. */
static bool stands_at(const Scans *scans, int64_t place, const Member *member)
{
    return g_str_equal(((const Scan *)scans->scans->pdata[place - 1])->sha256, member->sha256);
}

static void assert_only_pair(const Scans *scans, const Member *a, const Member *b, int page_of_b)
{
    assert_int_equal(scans->pairs->len, 1);
    assert_int_equal(scans->passed->len, 0);
    const ScanPair *pair = scans->pairs->pdata[0];
    bool a_is_first = stands_at(scans, pair->scan, a);
    assert_true(stands_at(scans, a_is_first ? pair->scan : pair->other_scan, a));
    assert_true(stands_at(scans, a_is_first ? pair->other_scan : pair->scan, b));
    assert_int_equal(a_is_first ? pair->page : pair->other_page, 1);
    assert_int_equal(a_is_first ? pair->other_page : pair->page, page_of_b);
}

static void test_print_at_another_size(void **state)
{
    StoreLab *lab = *state;
    Member *page = add_copy(lab, "案卷/甲/1.jpg", 8888, 100);
    Member *again = add_copy(lab, "案卷/乙/1.jpg", 8888, 70);
    add_copy(lab, "案卷/丙/1.jpg", 8868, 80); /* another copy */
    Scans *scans = run(lab, NULL, 2);
    assert_only_pair(scans, page, again, 1);
    record_free(&scans_type, scans);
}

static void test_print_at_one_size(void **state)
{
    StoreLab *lab = *state;
    g_autoptr(Picture) form = form_blank(FORM_WIDTH), page = form_filled(form, 1), other = form_filled(form, 1);
    form_number(page, 8888);
    form_number(other, 8868); /* a stroke of one figure */
    g_autoptr(GByteArray) first = picture_jpeg(page, (PictureJpeg){.quality = 75, .components = 1});
    g_autoptr(GByteArray) again = picture_jpeg(page, (PictureJpeg){.quality = 40});
    g_autoptr(GByteArray) copy = picture_png(other, (PicturePng){0});
    Member *a = add(lab, "案卷/甲/1.jpg", "jpeg", first->data, first->len);
    Member *b = add(lab, "案卷/乙/1.jpg", "jpeg", again->data, again->len);
    add(lab, "案卷/丙/1.png", "png", copy->data, copy->len);
    Scans *scans = run(lab, NULL, 2);
    assert_only_pair(scans, a, b, 1);
    record_free(&scans_type, scans);
}

/* Coarse pages are compared at one size alone. */
static void test_coarse_print(void **state)
{
    StoreLab *lab = *state;
    Member *page = add_copy(lab, "案卷/甲/1.jpg", 8888, 45);
    g_autoptr(Picture) form = form_blank(FORM_WIDTH), filled = form_filled(form, 1);
    form_number(filled, 8888);
    g_autoptr(Picture) coarse = picture_at_size(filled, 45);
    g_autoptr(GByteArray) bytes = picture_png(coarse, (PicturePng){0});
    Member *again = add(lab, "案卷/乙/1.png", "png", bytes->data, bytes->len);
    add_copy(lab, "案卷/丙/1.jpg", 8888, 48);
    Scans *scans = run(lab, NULL, 2);
    assert_only_pair(scans, page, again, 1);
    record_free(&scans_type, scans);
}

static void test_print_in_a_pdf(void **state)
{
    StoreLab *lab = *state;
    Member *page = add_copy(lab, "案卷/甲/1.jpg", 8888, 100);
    g_autoptr(GByteArray) other = copy_of_form(1234, 80), again = copy_of_form(8888, 80);
    GByteArray *const jpegs[] = {other, again};
    g_autoptr(GByteArray) pdf = picture_pdf(jpegs, 2, FORM_WIDTH * 80 / 100, 1403);
    Member *bundle = add(lab, "案卷/乙/2.pdf", "pdf", pdf->data, pdf->len);
    Scans *scans = run(lab, NULL, 2);
    assert_only_pair(scans, page, bundle, 2);
    record_free(&scans_type, scans);
}

/* Two levels, in TIFF and PNG. */
static void test_print_in_black_and_white(void **state)
{
    StoreLab *lab = *state;
    g_autoptr(Picture) form = form_blank(FORM_WIDTH), page = form_filled(form, 1),
                       smaller = picture_at_size(page, 75);
    g_autoptr(GByteArray) tiff = picture_tiff(page, 1, (PictureTiff){.bits = 1});
    g_autoptr(GByteArray) png = picture_png(smaller, (PicturePng){0});
    Member *a = add(lab, "案卷/甲/1.tif", "tiff", tiff->data, tiff->len);
    Member *b = add(lab, "案卷/乙/1.png", "png", png->data, png->len);
    Scans *scans = run(lab, NULL, 1);
    assert_only_pair(scans, a, b, 1);
    record_free(&scans_type, scans);
}

static void remove_blob(const StoreLab *lab, const Member *member)
{
    g_autofree char *path = store_blob_path(lab->store_dir, member->sha256);
    assert_true(file_remove_tree(path, NULL));
}

/* What was compared before is not read again, with the same scans and with others; the record is that
 * of a fresh run. */
static void test_known_pairs_are_not_found_again(void **state)
{
    StoreLab *lab = *state;
    Member *page = add_copy(lab, "案卷/甲/1.jpg", 8888, 100);
    Member *again = add_copy(lab, "案卷/乙/1.jpg", 8888, 70);
    Member *other = add_copy(lab, "案卷/丙/1.jpg", 8868, 80);
    Scans *known = run(lab, NULL, 1), *known_too = run(lab, NULL, 1);
    Member *small = add_jpeg(lab, "案卷/丁/1.jpg", 1);
    Scans *fresh = run(lab, NULL, 1);
    remove_blob(lab, page);
    remove_blob(lab, again);
    remove_blob(lab, other);
    Scans *with_more = run(lab, known, 1);
    g_autofree char *a = canonical(fresh), *b = canonical(with_more), *c = canonical(known_too);
    assert_string_equal(a, b);
    small->state = MEMBER_REPLACED;
    Scans *same = run(lab, known_too, 1);
    assert_only_pair(same, page, again, 1);
    record_free(&scans_type, known);
    record_free(&scans_type, known_too);
    record_free(&scans_type, fresh);
    record_free(&scans_type, with_more);
    record_free(&scans_type, same);
    assert_non_null(strstr(c, "<pair "));
}

/* Very many copies of one form at two sizes: the nearest pairs are compared, and the pages of the
 * others named. */
static void test_too_many_are_passed_over(void **state)
{
    StoreLab *lab = *state;
    enum { PAGES = 150 }; /* 75 x 75 pairs */
    g_autoptr(Picture) form = form_blank(640);
    for (uint32_t i = 0; i < PAGES; i++) {
        g_autoptr(Picture) page = form_filled(form, i), resized = picture_at_size(page, i % 2 ? 100 : 94);
        g_autoptr(GByteArray) bytes = picture_jpeg(resized, (PictureJpeg){.components = 1});
        g_autofree char *path = g_strdup_printf("案卷/甲/%u.jpg", i);
        add(lab, path, "jpeg", bytes->data, bytes->len);
    }
    Scans *scans = run(lab, NULL, 2);
    assert_int_equal(scans->pairs->len, 0);
    assert_true(scans->passed->len > 0 && scans->passed->len <= PAGES);
    record_free(&scans_type, scans);
}

/* Adds copy NUMBER of FORM, saved at QUALITY. */
static Member *add_saved(StoreLab *lab, const Picture *form, uint32_t number, int quality)
{
    g_autoptr(Picture) page = form_filled(form, 1);
    form_number(page, number);
    g_autoptr(GByteArray) bytes = picture_jpeg(page, (PictureJpeg){.quality = quality, .components = 1});
    g_autofree char *path = g_strdup_printf("案卷/甲/%u-%d.jpg", number, quality);
    return add(lab, path, "jpeg", bytes->data, bytes->len);
}

/* Forty copies of one form, all of them saved again: one batch pays after the other, and all are found, whether some
 * of them are known or not. */
static void test_all_that_were_saved_again_are_found(void **state)
{
    StoreLab *lab = *state;
    enum { COPIES = 40 };
    g_autoptr(Picture) form = form_blank(FORM_WIDTH);
    Scans *known = NULL;
    for (uint32_t i = 0; i < COPIES; i++) {
        add_saved(lab, form, 1111 + 13 * i, 90);
        add_saved(lab, form, 1111 + 13 * i, 50);
        if (i == COPIES / 4)
            known = run(lab, NULL, 2);
    }
    Scans *fresh = run(lab, NULL, 2), *with_known = run(lab, known, 1);
    g_autofree char *a = canonical(fresh), *b = canonical(with_known);
    assert_int_equal(fresh->pairs->len, COPIES);
    assert_int_equal(fresh->passed->len, 0);
    assert_string_equal(a, b);
    record_free(&scans_type, known);
    record_free(&scans_type, fresh);
    record_free(&scans_type, with_known);
}

/* Copies of one form at one size: a batch is looked at again, the pages of the others are named. */
static void test_a_few_of_one_size_are_looked_at(void **state)
{
    StoreLab *lab = *state;
    enum { LOOKED_AT = 16, MORE = 6 };
    guint passed[2];
    g_autoptr(Picture) form = form_blank(640);
    for (uint32_t i = 0; i < LOOKED_AT + MORE; i++) {
        add_saved(lab, form, 1000 + i, 90);
        if (i + 1 != LOOKED_AT && i + 1 != LOOKED_AT + MORE)
            continue;
        Scans *scans = run(lab, NULL, 2);
        assert_int_equal(scans->pairs->len, 0);
        passed[i + 1 != LOOKED_AT] = scans->passed->len;
        record_free(&scans_type, scans);
    }
    assert_int_equal(passed[0], 0);
    assert_true(passed[1] > 0 && passed[1] <= LOOKED_AT + MORE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_judge_size),
        cmocka_unit_test(test_dpi),
        cmocka_unit_test(test_first_trouble_counts),
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_what_is_wanted),
        cmocka_unit_test_setup_teardown(test_states, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_once_a_digest_in_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_any_number_of_jobs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_known_facts_are_not_found_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_facts_of_another_program_are_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_print_at_another_size, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_print_at_one_size, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_coarse_print, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_print_in_a_pdf, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_print_in_black_and_white, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_known_pairs_are_not_found_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_too_many_are_passed_over, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_all_that_were_saved_again_are_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_few_of_one_size_are_looked_at, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_missing_blob_is_a_fault, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("scan", tests, NULL, NULL);
}
