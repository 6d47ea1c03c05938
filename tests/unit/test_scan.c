#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>

#include "fault.h"
#include "fileio.h"
#include "picture.h"
#include "program.h"
#include "scan.h"
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
    assert_true(scanning_wants(&member)); /* a text that calls itself a picture */
    member.path = other;
    assert_false(scanning_wants(&member));
    member.type = jpeg; /* a picture that calls itself a document */
    assert_true(scanning_wants(&member));
    member.state = MEMBER_REPLACED;
    assert_false(scanning_wants(&member));
    member.state = MEMBER_DAMAGED;
    assert_false(scanning_wants(&member));
    member.state = MEMBER_READ;
    member.type = docx;
    assert_false(scanning_wants(&member));
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
        cmocka_unit_test_setup_teardown(test_missing_blob_is_a_fault, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("scan", tests, NULL, NULL);
}
