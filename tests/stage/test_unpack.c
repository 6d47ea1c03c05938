#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault.h"
#include "fileio.h"
#include "unpackrun.h"

#define GBK_CASES "\xB0\xB8\xBE\xED" /* 案卷 */

static void names_are_decoded_before_they_are_split(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    const ZipRecipe recipes[] = {
        {.name = GBK_CASES "\\\x95\x5C.txt", .text = "gb18030"},
        {.name = "案卷/标记.txt", .flags = 0x800, .text = "flagged"},
        {.name = GBK_CASES "/1.txt", .flags = 0x800, .text = "wrong flag"},
        {.name = "x.txt", .unicode = "案卷/字段.txt", .text = "field"},
        {.name = "y.txt", .unicode = "案卷/旧.txt", .unicode_stale = true, .text = "stale field"},
        {.name = "\xFF.txt", .text = "neither"},
        {.name = "./案卷//a.txt. ", .text = "folded"},
    };
    unpack_add_zip(&run, "单位.zip", recipes, G_N_ELEMENTS(recipes));
    assert_int_equal(unpack_run(&run, NULL), 0);
    unpack_expect_text(&run, 0, "案卷/昞.txt", "gb18030");
    unpack_expect_text(&run, 0, "案卷/标记.txt", "flagged");
    unpack_expect_text(&run, 0, "案卷/1.txt", "wrong flag");
    unpack_expect_text(&run, 0, "案卷/字段.txt", "field");
    unpack_expect_text(&run, 0, "y.txt", "stale field");
    unpack_expect_text(&run, 0, "\\xFF.txt", "neither");
    unpack_expect_text(&run, 0, "案卷/a.txt", "folded");
    assert_int_equal(unpack_member(&run, 0, "案卷/昞.txt")->encoding, NAME_GB18030);
    assert_string_equal(unpack_member(&run, 0, "案卷/昞.txt")->raw, "b0b8beed5c955c2e747874");
    assert_int_equal(unpack_member(&run, 0, "案卷/字段.txt")->encoding, NAME_UNICODE_PATH);
    assert_int_equal(unpack_member(&run, 0, "\\xFF.txt")->encoding, NAME_ESCAPED);
    assert_null(unpack_member(&run, 0, "案卷/标记.txt")->raw);
    assert_true(unpack_member(&run, 0, "案卷/a.txt")->folded);
    unpack_end(&run);
}

static void expect_prefix(const ZipRecipe *recipes, size_t count, const char *prefix)
{
    UnpackRun run;
    unpack_start(&run);
    unpack_add_zip(&run, "单位.zip", recipes, count);
    assert_int_equal(unpack_run(&run, NULL), 0);
    assert_string_equal(unpack_package(&run, 0)->prefix ? unpack_package(&run, 0)->prefix : "", prefix);
    unpack_end(&run);
}

static void one_folder_that_holds_all_is_taken_off(void **state G_GNUC_UNUSED)
{
    const ZipRecipe wrapped[] = {{.name = "Thumbs.db", .text = "x"},
                                 {.name = "某局/"},
                                 {.name = "某局/案卷/甲/1.txt", .text = "1"},
                                 {.name = "某局/自评报告.txt", .text = "2"}};
    const ZipRecipe twice[] = {{.name = "某县/某局/案卷/甲/1.txt", .text = "1"},
                               {.name = "某县/某局/信息/1.txt", .text = "1"}};
    const ZipRecipe known[] = {{.name = "案卷/甲/1.txt", .text = "1"}};
    const ZipRecipe loose[] = {{.name = "某局/1.txt", .text = "1"}, {.name = "2.txt", .text = "2"}};
    const ZipRecipe alike[] = {{.name = "某局/1.txt", .text = "1"}, {.name = "某局2/2.txt", .text = "2"}};
    expect_prefix(wrapped, 4, "某局");
    expect_prefix(twice, 2, "某县/某局");
    expect_prefix(known, 1, "");
    expect_prefix(loose, 2, "");
    expect_prefix(alike, 2, "");
}

static void junk_is_counted_and_names_collide(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    const ZipRecipe recipes[] = {
        {.name = "信息/a.txt", .text = "one"},           {.name = "信息/A.txt", .text = "two"},
        {.name = "信息/Caf\u00E9.txt", .text = "three"}, {.name = "信息/Cafe\u0301.txt", .text = "four"},
        {.name = "信息/b.txt", .text = "five"},          {.name = "__MACOSX/信息/._b.txt", .text = "junk"},
        {.name = "信息/~$通报.docx", .text = "junk"},
    };
    unpack_add_zip(&run, "单位.zip", recipes, G_N_ELEMENTS(recipes));
    assert_int_equal(unpack_run(&run, NULL), 0);
    unpack_expect_text(&run, 0, "信息/a.txt", "one");
    unpack_expect_text(&run, 0, "信息/A.txt", "two");
    assert_string_equal(unpack_member(&run, 0, "信息/a.txt")->collides, "信息/A.txt");
    assert_null(unpack_member(&run, 0, "信息/A.txt")->collides);
    assert_string_equal(unpack_member(&run, 0, "信息/Caf\u00E9.txt")->collides, "信息/Cafe\u0301.txt");
    assert_null(unpack_member(&run, 0, "信息/b.txt")->collides);
    unpack_expect(&run, 0, "__MACOSX/信息/._b.txt", MEMBER_JUNK, NULL);
    unpack_expect(&run, 0, "信息/~$通报.docx", MEMBER_JUNK, NULL);
    unpack_end(&run);
}

static void documents_are_leaves_and_types_come_from_content(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    const ZipRecipe parts[] = {{.name = "[Content_Types].xml", .text = "x"},
                               {.name = "word/document.xml", .text = "x"}};
    g_autoptr(GBytes) docx = zip_make(parts, 2, NULL), cut = zip_make(parts, 2, &(ZipOptions){.cut = 30}),
                      plain = zip_make(parts + 1, 0, NULL);
    const ZipRecipe recipes[] = {
        {.name = "a.docx", .bytes = docx, .deflate = true},
        {.name = "b.zip", .bytes = docx, .deflate = true},
        {.name = "c.dat", .bytes = cut},
        {.name = "d.docx", .bytes = plain},
        {.name = "e.doc", .text = "{\\rtf1}"},
        {.name = "f.jpg", .text = "\xFF\xD8\xFF\xE0"},
        {.name = "g.docx", .text = ""},
    };
    static const char *const types[] = {"docx", "docx", "docx", "zip", "rtf", "jpeg", "empty"};
    unpack_add_zip(&run, "单位.zip", recipes, G_N_ELEMENTS(recipes));
    assert_int_equal(unpack_run(&run, NULL), 0);
    for (size_t i = 0; i < G_N_ELEMENTS(recipes); i++) {
        unpack_expect(&run, 0, recipes[i].name, MEMBER_READ, NULL);
        assert_string_equal(unpack_member(&run, 0, recipes[i].name)->type, types[i]);
    }
    unpack_end(&run);
}

static void a_folder_is_a_package(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    const ZipRecipe recipe = {.name = "决定书.txt", .text = "inside"};
    g_autoptr(GBytes) zip = zip_make(&recipe, 1, NULL);
    unpack_add_folder(&run, "某局");
    g_autofree char *folder = run.packages->pdata[0], *saved = bytes_save(zip, folder, "案卷/甲.zip");
    g_autofree char *link = g_build_filename(folder, "link", NULL),
                    *pipe = g_build_filename(folder, "pipe", NULL);
    run.packages->pdata[0] = g_strdup(folder);
    unpack_file(&run, "信息/1.txt", "news");
    unpack_file(&run, "信息/" GBK_CASES ".txt", "gb");
    unpack_file(&run, "信息/new\nline.txt", "x");
    unpack_file(&run, "信息/.DS_Store", "x");
    assert_int_equal(symlink("/etc", link), 0);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_int_equal(unpack_run(&run, NULL), 0);
    assert_int_equal(unpack_package(&run, 0)->state, PACKAGE_READ);
    unpack_expect_text(&run, 0, "案卷/甲.zip/决定书.txt", "inside");
    unpack_expect_text(&run, 0, "信息/1.txt", "news");
    unpack_expect_text(&run, 0, "信息/案卷.txt", "gb");
    unpack_expect(&run, 0, "信息/new\\u{a}line.txt", MEMBER_UNSAFE, "control");
    unpack_expect(&run, 0, "信息/.DS_Store", MEMBER_JUNK, NULL);
    unpack_expect(&run, 0, "link", MEMBER_UNSAFE, "link");
    unpack_expect(&run, 0, "pipe", MEMBER_UNSAFE, "special");
    unpack_end(&run);
}

/* The whole of it: by the count in its directory, or by what it claims to hold. */
static void a_zip_over_its_limits(void **state G_GNUC_UNUSED)
{
    static const struct { const char *name, *value; int64_t limit; } limits[] = {
        {"members", "1", 1}, {"archive-bytes", "4", 4}, {"total-bytes", "5", 5}};
    const ZipRecipe recipes[] = {{.name = "1.txt", .text = "one"}, {.name = "2.txt", .text = "two"}};
    for (size_t i = 0; i < G_N_ELEMENTS(limits); i++) {
        UnpackRun run;
        unpack_start(&run);
        unpack_add_zip(&run, "单位.zip", recipes, 2);
        assert_int_equal(unpack_run(&run, NULL), 0);
        assert_int_equal(unpack_package(&run, 0)->limit, 0);
        unpack_limit(&run, limits[i].name, limits[i].value);
        assert_int_equal(unpack_run(&run, NULL), 0);
        assert_int_equal(unpack_package(&run, 0)->state, PACKAGE_UNREADABLE);
        assert_string_equal(unpack_package(&run, 0)->reason, limits[i].name);
        assert_int_equal(unpack_package(&run, 0)->limit, limits[i].limit);
        unpack_end(&run);
    }
}

static void a_folder_over_its_limits(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    unpack_limit(&run, "total-bytes", "7");
    unpack_limit(&run, "member-bytes", "6");
    unpack_add_folder(&run, "某局");
    unpack_file(&run, "a.txt", "1234567");
    unpack_file(&run, "b.txt", "123456");
    unpack_file(&run, "c.txt", "12");
    unpack_file(&run, "d.txt", "1");
    assert_int_equal(unpack_run(&run, NULL), 0);
    unpack_expect(&run, 0, "a.txt", MEMBER_LIMIT, "member-bytes");
    unpack_expect_text(&run, 0, "b.txt", "123456");
    unpack_expect(&run, 0, "c.txt", MEMBER_LIMIT, "total-bytes");
    unpack_expect_text(&run, 0, "d.txt", "1");
    unpack_limit(&run, "members", "4");
    assert_int_equal(unpack_run(&run, NULL), 0);
    assert_int_equal(unpack_package(&run, 0)->state, PACKAGE_READ);
    unpack_limit(&run, "members", "3");
    assert_int_equal(unpack_run(&run, NULL), 0);
    assert_int_equal(unpack_package(&run, 0)->state, PACKAGE_UNREADABLE);
    assert_string_equal(unpack_package(&run, 0)->reason, "members");
    assert_int_equal(unpack_package(&run, 0)->limit, 3);
    unpack_end(&run);
}

typedef struct {
    const char *path;
    gint stop;
} Toucher;

static gpointer touch_again_and_again(gpointer data)
{
    Toucher *toucher = data;
    for (long i = 0; !g_atomic_int_get(&toucher->stop); i++) {
        struct timespec times[2] = {{1000000 + i, 0}, {1000000 + i, 0}};
        utimensat(AT_FDCWD, toucher->path, times, 0);
        g_usleep(100);
    }
    return NULL;
}

static void expect_changing(UnpackRun *run, const char *touched)
{
    Toucher toucher = {.path = touched};
    GThread *thread = g_thread_new("toucher", touch_again_and_again, &toucher);
    int status = unpack_run(run, NULL);
    g_atomic_int_set(&toucher.stop, 1);
    g_thread_join(thread);
    assert_int_equal(status, 0);
    assert_int_equal(unpack_package(run, 0)->state, PACKAGE_CHANGING);
    assert_int_equal(unpack_run(run, NULL), 0);
    assert_int_equal(unpack_package(run, 0)->state, PACKAGE_READ);
}

static void what_is_written_meanwhile_is_noted(void **state G_GNUC_UNUSED)
{
    g_autoptr(GBytes) large = bytes_noise(3, 30 << 20);
    const ZipRecipe recipe = {.name = "案卷/甲/1.bin", .bytes = large, .deflate = true};
    UnpackRun run;
    unpack_start(&run);
    unpack_add_zip(&run, "单位.zip", &recipe, 1);
    expect_changing(&run, run.packages->pdata[0]);
    unpack_end(&run);
    unpack_start(&run);
    unpack_add_folder(&run, "单位");
    g_autofree char *path = bytes_save(large, run.packages->pdata[0], "案卷/甲/1.bin");
    expect_changing(&run, path);
    unpack_end(&run);
}

/* "package path", with a + for what was added, of every replacement. */
static char *list_replacements(const UnpackRun *run)
{
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < run->inventory->replacements->len; i++) {
        const Replacement *one = run->inventory->replacements->pdata[i];
        g_string_append_printf(all, "%s%s %s\n", one->added ? "+" : "", one->package, one->path);
    }
    return g_strdup(all->str);
}

static void add_submissions(UnpackRun *run)
{
    const ZipRecipe good = {.name = "1.txt", .text = "old evidence"};
    g_autoptr(GBytes) bundle = zip_make(&good, 1, NULL), cut = zip_make(&good, 1, &(ZipOptions){.cut = 9});
    const ZipRecipe first[] = {
        {.name = "案卷/甲.zip", .bytes = bundle},     {.name = "案卷/乙/1.txt", .text = "b"},
        {.name = "案卷/丙/1.txt", .text = "c"},       {.name = "案卷/丁.zip", .bytes = cut},
        {.name = "案件证据/一.zip", .bytes = bundle}, {.name = "自评报告.txt", .text = "old"},
        {.name = "实施方案.txt", .text = "plan"},
    };
    const ZipRecipe second[] = {
        {.name = "案卷/甲/2.txt", .text = "new"}, {.name = "案卷/丙/bad.txt", .text = "x", .crc_xor = 1},
        {.name = "案卷/丁/1.txt", .text = "d"},   {.name = "案件证据/一.zip/x", .text = "x"},
        {.name = "自评报告.TXT", .text = "new"},  {.name = "信息/1.txt", .text = "news"},
    };
    unpack_add_zip(run, "某局.zip", first, G_N_ELEMENTS(first));
    unpack_add_zip(run, "某局(更正).zip", second, G_N_ELEMENTS(second));
}

static void later_packages_replace_and_add(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    add_submissions(&run);
    assert_int_equal(unpack_run(&run, NULL), 0);
    unpack_expect(&run, 0, "案卷/甲.zip", MEMBER_REPLACED, NULL);
    unpack_expect(&run, 0, "案卷/甲.zip/1.txt", MEMBER_REPLACED, NULL);
    unpack_expect(&run, 0, "案卷/乙/1.txt", MEMBER_READ, NULL);
    unpack_expect(&run, 0, "案卷/丙/1.txt", MEMBER_READ, NULL); /* what came later cannot be read */
    unpack_expect(&run, 0, "案卷/丁.zip", MEMBER_REPLACED, "directory");
    assert_int_equal(unpack_member(&run, 0, "案卷/丁.zip")->was, MEMBER_DAMAGED);
    unpack_expect(&run, 0, "自评报告.txt", MEMBER_REPLACED, NULL);
    unpack_expect(&run, 0, "实施方案.txt", MEMBER_READ, NULL);
    unpack_expect(&run, 1, "案卷/甲/2.txt", MEMBER_READ, NULL);
    g_autofree char *list = list_replacements(&run);
    assert_string_equal(list, "+某局(更正).zip 信息/1.txt\n"
                              "+某局(更正).zip 案件证据/一.zip/x\n"
                              "某局(更正).zip 案卷/丁\n"
                              "某局(更正).zip 案卷/甲\n"
                              "某局(更正).zip 自评报告.TXT\n");
    unpack_end(&run);
}

static void receipts_stand_for_packages(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    add_submissions(&run);
    assert_int_equal(unpack_run(&run, NULL), 0);
    g_autofree char *before = unpack_bytes(&run), *first = unpack_receipt(&run, 0),
                    *second = unpack_receipt(&run, 1);
    for (guint i = 0; i < 2; i++)
        assert_int_equal(unlink(run.packages->pdata[i]), 0);
    g_ptr_array_set_size(run.packages, 0);
    g_ptr_array_add(run.packages, g_steal_pointer(&first));
    g_ptr_array_add(run.packages, g_steal_pointer(&second));
    assert_int_equal(unpack_run(&run, NULL), 0);
    g_autofree char *after = unpack_bytes(&run), *blobs = g_build_filename(run.folder, "store", "sha256", NULL);
    assert_string_equal(before, after);
    assert_true(file_remove_tree(blobs, NULL));
    assert_int_equal(unpack_run(&run, NULL), EXIT_IO);
    assert_non_null(strstr(run.messages, "0001.xml"));
    unpack_end(&run);
}

static void any_number_of_jobs_gives_the_same_bytes(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    ZipRecipe recipes[300];
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GBytes) inner = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(recipes); i++) {
        g_ptr_array_add(names, g_strdup_printf("案卷/%u/%u.txt", i % 7, i));
        recipes[i] = (ZipRecipe){.name = names->pdata[i], .text = names->pdata[i % 50], .deflate = i % 2};
    }
    inner = zip_make(recipes, 100, NULL);
    recipes[299] = (ZipRecipe){.name = "案卷/包.zip", .bytes = inner, .deflate = true};
    unpack_add_zip(&run, "单位.zip", recipes, G_N_ELEMENTS(recipes));
    assert_int_equal(unpack_run(&run, "--jobs", "1", NULL), 0);
    g_autofree char *one = unpack_bytes(&run);
    assert_int_equal(unpack_run(&run, "--jobs", "8", NULL), 0);
    g_autofree char *eight = unpack_bytes(&run);
    assert_string_equal(one, eight);
    const Package *package = unpack_package(&run, 0);
    assert_string_equal(((Member *)package->members->pdata[1])->path,
                        "案卷/0/7.txt"); /* natural order: 0, 7, 14 */
    assert_string_equal(((Member *)package->members->pdata[2])->path, "案卷/0/14.txt");
    unpack_end(&run);
}

static void statuses_tell_what_failed(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    assert_int_equal(unpack_run(&run, NULL), EXIT_USAGE); /* no package */
    g_ptr_array_add(run.packages, g_build_filename(run.folder, "missing.zip", NULL));
    assert_int_equal(unpack_run(&run, NULL), 0);
    assert_int_equal(unpack_package(&run, 0)->state, PACKAGE_UNREADABLE);
    assert_string_equal(unpack_package(&run, 0)->reason, "missing");
    unpack_limit(&run, "ratio", "none");
    assert_int_equal(unpack_run(&run, NULL), EXIT_INPUT);
    assert_non_null(strstr(run.messages, "ratio"));
    unpack_limit(&run, "ratio", "200");
    g_autofree char *store = g_build_filename(run.folder, "store", NULL);
    assert_true(file_remove_tree(store, NULL));
    assert_true(g_file_set_contents(store, "no folder", -1, NULL));
    assert_int_equal(unpack_run(&run, NULL), EXIT_IO);
    unpack_end(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_decoded_before_they_are_split),
        cmocka_unit_test(one_folder_that_holds_all_is_taken_off),
        cmocka_unit_test(junk_is_counted_and_names_collide),
        cmocka_unit_test(documents_are_leaves_and_types_come_from_content),
        cmocka_unit_test(a_folder_is_a_package),
        cmocka_unit_test(a_folder_over_its_limits),
        cmocka_unit_test(a_zip_over_its_limits),
        cmocka_unit_test(what_is_written_meanwhile_is_noted),
        cmocka_unit_test(later_packages_replace_and_add),
        cmocka_unit_test(receipts_stand_for_packages),
        cmocka_unit_test(any_number_of_jobs_gives_the_same_bytes),
        cmocka_unit_test(statuses_tell_what_failed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
