#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <cmocka.h>

#include "fileio.h"
#include "picture.h"
#include "rec_scans.h"
#include "seasonlab.h"
#include "storelab.h"

typedef struct {
    StoreLab lab;
    char *scans_path;
    char *season_path;
} Fixture;

static int set_up(void **state)
{
    Fixture *f = g_new0(Fixture, 1);
    storelab_start(&f->lab, "scan");
    f->scans_path = g_build_filename(f->lab.dir, "scans.xml", NULL);
    f->season_path = g_strdup("pipeline/rules/season-template.xml");
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    storelab_end(&f->lab);
    g_free(f->scans_path);
    g_free(f->season_path);
    g_free(f);
    return 0;
}

static const Member *add(Fixture *f, const char *path, const char *type, const GByteArray *bytes)
{
    return storelab_add(&f->lab, path, type, bytes->data, bytes->len);
}

/* Runs the program with what is usual and MORE (NULL-terminated list); returns its exit status. */
static int run(Fixture *f, const char *const *more, char **errors)
{
    g_autofree char *program = lab_program("anjuan-scan");
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    const char *usual[] = {program, "--season", f->season_path, "--store", f->lab.store_dir, "-o", f->scans_path, f->lab.inventory_path};

    storelab_write(&f->lab);
    for (size_t i = 0; i < G_N_ELEMENTS(usual); i++)
        g_ptr_array_add(argv, (gpointer)usual[i]);
    for (; more != NULL && *more != NULL; more++)
        g_ptr_array_add(argv, (gpointer)*more);
    g_ptr_array_add(argv, NULL);
    LabResult result = lab_run_array((const char *const *)argv->pdata);
    if (errors)
        *errors = g_steal_pointer(&result.err);
    lab_result_clear(&result);
    return result.status;
}

static void add_everything(Fixture *f)
{
    g_autoptr(Picture) text = picture_new(1240, 1754), blank = picture_new(1240, 1754);
    picture_grain(text, 20, 1);
    picture_text(text, 26, 1);
    picture_grain(blank, 20, 2);
    g_autoptr(GByteArray) jpeg = picture_jpeg(text, (PictureJpeg){.unit = 1, .density = 150});
    g_autoptr(GByteArray) white = picture_jpeg(blank, (PictureJpeg){.unit = 1, .density = 72});
    g_autoptr(Picture) soft = picture_new(1240, 1754);
    for (uint32_t i = 0; i < 20; i++)
        picture_line(soft, 200, 200 + 60 * i, 30, 28, i);
    picture_blur(soft, 9);
    g_autoptr(GByteArray) blurred = picture_jpeg(soft, (PictureJpeg){.unit = 1, .density = 150});
    g_autoptr(GByteArray) png = picture_png(text, (PicturePng){.per_metre = 7874});
    g_autoptr(GByteArray) tiff = picture_tiff(text, 2, (PictureTiff){.bits = 1, .compression = 4, .resolution = 200});
    GByteArray *const pages[] = {NULL, jpeg};
    g_autoptr(GByteArray) pdf = picture_pdf(pages, 2, 1240, 1754);
    g_autoptr(GByteArray) closed = picture_pdf_encrypted(pdf, "secret", "owner");
    g_autoptr(GByteArray) cut = g_byte_array_append(g_byte_array_new(), jpeg->data, jpeg->len / 2);
    g_autoptr(GByteArray) empty = g_byte_array_new();
    add(f, "案卷/甲/决定书.jpg", "jpeg", jpeg);
    add(f, "案卷/甲/空白.jpg", "jpeg", white);
    add(f, "案卷/甲/模糊.jpg", "jpeg", blurred);
    add(f, "案卷/甲/送达回证.png", "png", png);
    add(f, "案卷/甲/笔录.tif", "tiff", tiff);
    add(f, "案卷/甲/报告.pdf", "pdf", pdf);
    add(f, "案卷/甲/加密.pdf", "pdf", closed);
    add(f, "案卷/甲/截断.jpg", "jpeg", cut);
    add(f, "案卷/甲/空.pdf", "empty", empty);
}

static const Scan *scan_of(const Fixture *f, const Scans *scans, const char *path)
{
    for (guint i = 0; i < f->lab.package->members->len; i++) {
        const Member *member = f->lab.package->members->pdata[i];
        if (strcmp(member->path, path) == 0)
            return scans_find(scans, member->sha256);
    }
    return NULL;
}

static void assert_scan(const Fixture *f, const Scans *scans, const char *path, int state, int pages)
{
    const Scan *scan = scan_of(f, scans, path);
    assert_non_null(scan);
    assert_int_equal(scan->state, state);
    assert_int_equal(scan->pages, pages);
}

static const ScanPage *page_of(const Fixture *f, const Scans *scans, const char *path, guint index)
{
    const Scan *scan = scan_of(f, scans, path);
    assert_true(index < scan->page->len);
    return scan->page->pdata[index];
}

static void test_every_kind(void **state)
{
    Fixture *f = *state;
    g_autofree char *errors = NULL;
    add_everything(f);
    assert_int_equal(run(f, NULL, &errors), 0);
    Scans *scans = record_read(&scans_type, f->scans_path, NULL);
    assert_non_null(scans);
    assert_int_equal(scans->scans->len, 9);
    assert_scan(f, scans, "案卷/甲/决定书.jpg", SCAN_OK, 1);
    assert_scan(f, scans, "案卷/甲/笔录.tif", SCAN_OK, 2);
    assert_scan(f, scans, "案卷/甲/报告.pdf", SCAN_OK, 2);
    assert_scan(f, scans, "案卷/甲/加密.pdf", SCAN_ENCRYPTED, 0);
    assert_scan(f, scans, "案卷/甲/截断.jpg", SCAN_DAMAGED, 0);
    assert_scan(f, scans, "案卷/甲/空.pdf", SCAN_EMPTY, 0);
    assert_int_equal(page_of(f, scans, "案卷/甲/决定书.jpg", 0)->dpi_x, 150);
    assert_int_equal(page_of(f, scans, "案卷/甲/送达回证.png", 0)->dpi_x, 200);
    assert_int_equal(page_of(f, scans, "案卷/甲/笔录.tif", 1)->number, 2);
    assert_int_equal(page_of(f, scans, "案卷/甲/报告.pdf", 0)->number, 2);
    assert_int_equal(page_of(f, scans, "案卷/甲/空白.jpg", 0)->dark, 0);
    assert_true(page_of(f, scans, "案卷/甲/决定书.jpg", 0)->dark > 1000);
    assert_int_equal(page_of(f, scans, "案卷/甲/决定书.jpg", 0)->edge, 0);
    assert_int_equal(page_of(f, scans, "案卷/甲/空白.jpg", 0)->edge, 0);
    assert_in_range(page_of(f, scans, "案卷/甲/模糊.jpg", 0)->edge, 50, 130); /* of 1240 pixels 46 are too many */
    record_free(&scans_type, scans);
}

static char *result(const Fixture *f)
{
    char *text = NULL;
    assert_true(g_file_get_contents(f->scans_path, &text, NULL, NULL));
    return text;
}

static void test_same_bytes_however_made(void **state)
{
    Fixture *f = *state;
    g_autofree char *kept = g_build_filename(f->lab.dir, "kept.xml", NULL);
    add_everything(f);
    assert_int_equal(run(f, (const char *const[]){"--jobs", "1", NULL}, NULL), 0);
    g_autofree char *one = result(f);
    assert_int_equal(run(f, (const char *const[]){"--jobs", "7", NULL}, NULL), 0);
    g_autofree char *seven = result(f);
    assert_true(g_file_set_contents(kept, one, -1, NULL));
    assert_int_equal(run(f, (const char *const[]){"--known", kept, NULL}, NULL), 0);
    g_autofree char *incremental = result(f);
    static const char letter[] = "another paper";
    storelab_add(&f->lab, "案卷/甲/信.docx", "docx", (const guint8 *)letter, sizeof letter);
    assert_int_equal(run(f, NULL, NULL), 0);
    g_autofree char *beside_a_paper = result(f);
    assert_string_equal(one, seven);
    assert_string_equal(one, incremental);
    assert_string_equal(one, beside_a_paper);
    assert_null(strstr(one, f->lab.dir)); /* no path of this machine */
}

static void test_broken_known_is_passed_over(void **state)
{
    Fixture *f = *state;
    g_autofree char *kept = g_build_filename(f->lab.dir, "kept.xml", NULL);
    add_everything(f);
    assert_true(g_file_set_contents(kept, "<scans", -1, NULL));
    assert_int_equal(run(f, (const char *const[]){"--known", kept, NULL}, NULL), 0);
    assert_int_equal(run(f, (const char *const[]){"--known", "/nowhere.xml", NULL}, NULL), 3);
}

static void test_faults(void **state)
{
    Fixture *f = *state;
    g_autofree char *errors = NULL, *more = NULL;
    add_everything(f);
    assert_int_equal(run(f, (const char *const[]){"second.xml", NULL}, NULL), 2);
    const Member *first = f->lab.package->members->pdata[0];
    assert_int_equal(run(f, NULL, NULL), 0);
    g_autofree char *blob = store_blob_path(f->lab.store_dir, first->sha256);
    assert_true(file_remove_tree(blob, NULL));
    assert_true(file_remove_tree(f->scans_path, NULL));
    assert_int_equal(run(f, NULL, &errors), 74);
    assert_non_null(strstr(errors, first->sha256));
    assert_false(g_file_test(f->scans_path, G_FILE_TEST_EXISTS));
    g_free(f->season_path);
    f->season_path = g_build_filename(f->lab.dir, "season.xml", NULL);
    assert_int_equal(run(f, NULL, &more), 3);
    assert_non_null(strstr(more, "season.xml"));
}

static void test_nothing_to_do(void **state)
{
    Fixture *f = *state;
    assert_int_equal(run(f, NULL, NULL), 0);
    Scans *scans = record_read(&scans_type, f->scans_path, NULL);
    assert_non_null(scans);
    assert_int_equal(scans->scans->len, 0);
    record_free(&scans_type, scans);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_every_kind, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_same_bytes_however_made, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_broken_known_is_passed_over, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_faults, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_to_do, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("anjuan-scan", tests, NULL, NULL);
}
