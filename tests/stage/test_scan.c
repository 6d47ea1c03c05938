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
#include "rec_inventory.h"
#include "rec_scans.h"
#include "store.h"

/* A folder with a store and an inventory of it, as anjuan-unpack leaves them. */
typedef struct {
    char *dir;
    char *store_dir;
    char *inventory_path;
    char *scans_path;
    char *season_path;
    Store *store;
    Inventory *inventory;
    Package *package;
} Fixture;

static int set_up(void **state)
{
    Fixture *f = g_new0(Fixture, 1);
    f->dir = g_build_filename(g_get_tmp_dir(), "scan", NULL);
    f->store_dir = g_build_filename(f->dir, "store", NULL);
    f->inventory_path = g_build_filename(f->dir, "inventory.xml", NULL);
    f->scans_path = g_build_filename(f->dir, "scans.xml", NULL);
    f->season_path = g_strdup("pipeline/rules/season-template.xml");
    file_make_folder(f->dir, NULL);
    f->store = store_open(f->store_dir, NULL);
    f->inventory = record_new(&inventory_type);
    f->inventory->program = g_strnfill(64, 'a');
    f->package = record_add(f->inventory->packages, &package_type);
    f->package->name = g_strdup("甲县.zip");
    *state = f;
    return f->store == NULL;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    store_free(f->store);
    record_free(&inventory_type, f->inventory);
    file_remove_tree(f->dir, NULL);
    g_free(f->dir);
    g_free(f->store_dir);
    g_free(f->inventory_path);
    g_free(f->scans_path);
    g_free(f->season_path);
    g_free(f);
    return 0;
}

static const Member *add(Fixture *f, const char *path, const char *type, const GByteArray *bytes)
{
    char digest[DIGEST_HEX + 1];
    Member *member = record_add(f->package->members, &member_type);
    assert_true(store_put(f->store, bytes->data, bytes->len, digest, NULL));
    member->path = g_strdup(path);
    member->type = g_strdup(type);
    member->sha256 = g_strdup(digest);
    member->size_bytes = bytes->len;
    member->depth = 1;
    return member;
}

/* Runs the program with what is usual and MORE (NULL-terminated list); returns its exit status. */
static int run(Fixture *f, const char *const *more, char **errors)
{
    g_autofree char *program = g_build_filename(g_getenv("ANJUAN_BUILD"), "bin", "anjuan-scan", NULL);
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    int status = -1;
    const char *usual[] = {program, "--season", f->season_path, "--store", f->store_dir, "-o", f->scans_path, f->inventory_path};

    assert_true(store_commit(f->store, NULL));
    assert_true(record_write(&inventory_type, f->inventory, f->inventory_path, NULL));
    for (size_t i = 0; i < G_N_ELEMENTS(usual); i++)
        g_ptr_array_add(argv, (gpointer)usual[i]);
    for (; more != NULL && *more != NULL; more++)
        g_ptr_array_add(argv, (gpointer)*more);
    g_ptr_array_add(argv, NULL);
    assert_true(g_spawn_sync(NULL, (char **)argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, errors, &status, NULL));
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void add_everything(Fixture *f)
{
    g_autoptr(Picture) text = picture_new(1240, 1754), blank = picture_new(1240, 1754);
    picture_grain(text, 20, 1);
    picture_text(text, 26, 1);
    picture_grain(blank, 20, 2);
    g_autoptr(GByteArray) jpeg = picture_jpeg(text, (PictureJpeg){.unit = 1, .density = 150});
    g_autoptr(GByteArray) white = picture_jpeg(blank, (PictureJpeg){.unit = 1, .density = 72});
    g_autoptr(GByteArray) png = picture_png(text, (PicturePng){.per_metre = 7874});
    g_autoptr(GByteArray) tiff = picture_tiff(text, 2, (PictureTiff){.bits = 1, .compression = 4, .resolution = 200});
    GByteArray *const pages[] = {NULL, jpeg};
    g_autoptr(GByteArray) pdf = picture_pdf(pages, 2, 1240, 1754);
    g_autoptr(GByteArray) closed = picture_pdf_encrypted(pdf, "secret", "owner");
    g_autoptr(GByteArray) cut = g_byte_array_append(g_byte_array_new(), jpeg->data, jpeg->len / 2);
    g_autoptr(GByteArray) empty = g_byte_array_new();
    add(f, "案卷/甲/决定书.jpg", "jpeg", jpeg);
    add(f, "案卷/甲/空白.jpg", "jpeg", white);
    add(f, "案卷/甲/送达回证.png", "png", png);
    add(f, "案卷/甲/笔录.tif", "tiff", tiff);
    add(f, "案卷/甲/报告.pdf", "pdf", pdf);
    add(f, "案卷/甲/加密.pdf", "pdf", closed);
    add(f, "案卷/甲/截断.jpg", "jpeg", cut);
    add(f, "案卷/甲/空.pdf", "empty", empty);
}

static const Scan *scan_of(const Fixture *f, const Scans *scans, const char *path)
{
    for (guint i = 0; i < f->package->members->len; i++) {
        const Member *member = f->package->members->pdata[i];
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
    assert_int_equal(scans->scans->len, 8);
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
    g_autofree char *kept = g_build_filename(f->dir, "kept.xml", NULL);
    add_everything(f);
    assert_int_equal(run(f, (const char *const[]){"--jobs", "1", NULL}, NULL), 0);
    g_autofree char *one = result(f);
    assert_int_equal(run(f, (const char *const[]){"--jobs", "7", NULL}, NULL), 0);
    g_autofree char *seven = result(f);
    assert_true(g_file_set_contents(kept, one, -1, NULL));
    assert_int_equal(run(f, (const char *const[]){"--known", kept, NULL}, NULL), 0);
    g_autofree char *incremental = result(f);
    assert_string_equal(one, seven);
    assert_string_equal(one, incremental);
    assert_null(strstr(one, f->dir)); /* no path of this machine */
}

static void test_broken_known_is_passed_over(void **state)
{
    Fixture *f = *state;
    g_autofree char *kept = g_build_filename(f->dir, "kept.xml", NULL);
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
    const Member *first = f->package->members->pdata[0];
    assert_int_equal(run(f, NULL, NULL), 0);
    g_autofree char *blob = store_blob_path(f->store_dir, first->sha256);
    assert_true(file_remove_tree(blob, NULL));
    assert_true(file_remove_tree(f->scans_path, NULL));
    assert_int_equal(run(f, NULL, &errors), 74);
    assert_non_null(strstr(errors, first->sha256));
    assert_false(g_file_test(f->scans_path, G_FILE_TEST_EXISTS));
    g_free(f->season_path);
    f->season_path = g_build_filename(f->dir, "season.xml", NULL);
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
