/* Packages made to do harm, and packages that are merely broken.  Each time something is refused, its
 * innocent neighbours in the same archive are read. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>

#include "unpackrun.h"

/* RECIPE between two good members in one ZIP: member PATH has STATE and REASON, the neighbours are read. */
static void expect_refused_with(UnpackRun *run, const ZipRecipe *recipe, const char *path, MemberState state,
                                const char *reason)
{
    const ZipRecipe recipes[] = {{.name = "good-before.txt", .text = "before"},
                                 *recipe,
                                 {.name = "good.txt", .text = "good", .deflate = true}};
    unpack_add_zip(run, "单位.zip", recipes, 3);
    assert_int_equal(unpack_run(run, NULL), 0);
    unpack_expect(run, 0, path, state, reason);
    assert_null(unpack_member(run, 0, path)->sha256);
    unpack_expect_text(run, 0, "good-before.txt", "before");
    unpack_expect_text(run, 0, "good.txt", "good");
}

static void expect_refused(const ZipRecipe *recipe, const char *path, MemberState state, const char *reason)
{
    UnpackRun run;
    unpack_start(&run);
    expect_refused_with(&run, recipe, path, state, reason);
    unpack_end(&run);
}

static void unsafe_names(void **state G_GNUC_UNUSED)
{
    expect_refused(&(ZipRecipe){.name = "../../evil.txt", .text = "x"}, "../../evil.txt", MEMBER_UNSAFE,
                   "parent");
    expect_refused(&(ZipRecipe){.name = "案卷\\..\\evil.txt", .text = "x"}, "案卷\\..\\evil.txt",
                   MEMBER_UNSAFE, "parent");
    expect_refused(&(ZipRecipe){.name = "/etc/evil", .text = "x"}, "/etc/evil", MEMBER_UNSAFE, "absolute");
    expect_refused(&(ZipRecipe){.name = "C:evil.txt", .text = "x"}, "C:evil.txt", MEMBER_UNSAFE, "drive");
    expect_refused(&(ZipRecipe){.name = "a.jpg\0.exe", .name_size = 10, .text = "x"}, "a.jpg\\u{0}.exe",
                   MEMBER_UNSAFE, "control");
    expect_refused(&(ZipRecipe){.name = "a\x1B[2J.jpg", .text = "x"}, "a\\u{1b}[2J.jpg", MEMBER_UNSAFE,
                   "control");
    expect_refused(&(ZipRecipe){.name = "good.txt", .unicode = "../evil.txt", .text = "x"}, "../evil.txt",
                   MEMBER_UNSAFE, "parent");
}

static void links_and_special_files(void **state G_GNUC_UNUSED)
{
    expect_refused(&(ZipRecipe){.name = "link", .text = "/etc/passwd", .mode = S_IFLNK | 0777}, "link",
                   MEMBER_UNSAFE, "link");
    expect_refused(&(ZipRecipe){.name = "pipe", .mode = S_IFIFO | 0600}, "pipe", MEMBER_UNSAFE, "special");
}

static void long_paths(void **state G_GNUC_UNUSED)
{
    g_autofree char *fits = g_strnfill(40, 'x'), *longer = g_strnfill(41, 'x');
    UnpackRun run;
    unpack_start(&run);
    unpack_limit(&run, "path-bytes", "40");
    const ZipRecipe recipes[] = {{.name = fits, .text = "fits"}, {.name = longer, .text = "x"}};
    unpack_add_zip(&run, "单位.zip", recipes, 2);
    assert_int_equal(unpack_run(&run, NULL), 0);
    unpack_expect_text(&run, 0, fits, "fits");
    unpack_expect(&run, 0, longer, MEMBER_LIMIT, "path-bytes");
    assert_int_equal(unpack_member(&run, 0, longer)->limit, 40);
    unpack_end(&run);
}

static void damaged_members(void **state G_GNUC_UNUSED)
{
    g_autoptr(GBytes) large = bytes_repeat('x', 20 << 20); /* takes the way of streamed members */
    expect_refused(&(ZipRecipe){.name = "crc.jpg", .text = "text", .crc_xor = 1}, "crc.jpg", MEMBER_DAMAGED,
                   NULL);
    expect_refused(&(ZipRecipe){.name = "deflate.jpg", .text = "\xFF\xFFno", .method = 8}, "deflate.jpg",
                   MEMBER_DAMAGED, NULL);
    expect_refused(&(ZipRecipe){.name = "large.txt", .bytes = large, .crc_xor = 1}, "large.txt",
                   MEMBER_DAMAGED, NULL);
    expect_refused(&(ZipRecipe){.name = "offset.txt", .text = "x", .offset_add = 5000}, "offset.txt",
                   MEMBER_DAMAGED, NULL);
    expect_refused(&(ZipRecipe){.name = "empty.zip", .text = ""}, "empty.zip", MEMBER_DAMAGED, "empty");
}

static void encrypted_members_and_odd_methods(void **state G_GNUC_UNUSED)
{
    expect_refused(&(ZipRecipe){.name = "secret.docx", .text = "x", .flags = 1}, "secret.docx",
                   MEMBER_ENCRYPTED, NULL);
    expect_refused(&(ZipRecipe){.name = "aes.docx", .text = "x", .method = 99}, "aes.docx", MEMBER_ENCRYPTED,
                   NULL);
    expect_refused(&(ZipRecipe){.name = "deflate64.docx", .text = "x", .method = 9}, "deflate64.docx",
                   MEMBER_FORMAT, "method");
}

static void other_archive_formats_whatever_their_name(void **state G_GNUC_UNUSED)
{
    expect_refused(&(ZipRecipe){.name = "甲.rar", .text = "Rar!\x1A\x07\x01 and more"}, "甲.rar",
                   MEMBER_FORMAT, "rar");
    expect_refused(&(ZipRecipe){.name = "甲.zip", .text = "Rar!\x1A\x07\x01 and more", .deflate = true},
                   "甲.zip", MEMBER_FORMAT, "rar");
    expect_refused(&(ZipRecipe){.name = "照片.jpg", .text = "7z\xBC\xAF\x27\x1C and more"}, "照片.jpg",
                   MEMBER_FORMAT, "7z");
}

static void bombs(void **state G_GNUC_UNUSED)
{
    g_autoptr(GBytes) zeroes = bytes_repeat(0, 20 << 20);
    expect_refused(&(ZipRecipe){.name = "bomb", .bytes = zeroes, .deflate = true}, "bomb", MEMBER_LIMIT,
                   "ratio");
    /* one that claims less than it holds stops at what it claims */
    expect_refused(
        &(ZipRecipe){.name = "liar", .bytes = zeroes, .deflate = true, .size_add = -(20 << 20) + 100}, "liar",
        MEMBER_DAMAGED, NULL);
    UnpackRun run;
    unpack_start(&run);
    unpack_limit(&run, "member-bytes", "1KiB");
    g_autoptr(GBytes) fits = bytes_repeat('x', 1024), larger = bytes_repeat('x', 1025);
    const ZipRecipe recipe = {.name = "larger.txt", .bytes = larger},
                    kept[] = {{.name = "fits.txt", .bytes = fits}};
    unpack_add_zip(&run, "单位.zip", kept, 1);
    assert_int_equal(unpack_run(&run, NULL), 0);
    unpack_expect(&run, 0, "fits.txt", MEMBER_READ, NULL);
    g_ptr_array_set_size(run.packages, 0);
    expect_refused_with(&run, &recipe, "larger.txt", MEMBER_LIMIT, "member-bytes");
    assert_int_equal(unpack_member(&run, 0, "larger.txt")->limit, 1024);
    unpack_end(&run);
}

static void overlap(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    const ZipRecipe recipes[] = {
        {.name = "one.txt", .text = "the same bytes"},
        {.name = "two.txt", .text = "the same bytes", .same_place = true},
        {.name = "good.txt", .text = "good"},
    };
    unpack_add_zip(&run, "单位.zip", recipes, 3);
    assert_int_equal(unpack_run(&run, NULL), 0);
    unpack_expect(&run, 0, "one.txt", MEMBER_LIMIT, "overlap");
    unpack_expect(&run, 0, "two.txt", MEMBER_LIMIT, "overlap");
    unpack_expect_text(&run, 0, "good.txt", "good");
    unpack_end(&run);
}

/* A chain of archives: NAME holds one whose innermost file is read only within the depth allowed. */
static void depth(void **state G_GNUC_UNUSED)
{
    for (int deflate = 0; deflate < 2; deflate++) {
        UnpackRun run;
        unpack_start(&run);
        const ZipRecipe leaf = {.name = "4.txt", .text = "too deep"};
        g_autoptr(GBytes) fourth = zip_make(&leaf, 1, NULL);
        const ZipRecipe third_recipes[] = {{.name = "d.zip", .bytes = fourth, .deflate = deflate},
                                           {.name = "3.txt", .text = "deep enough"}};
        g_autoptr(GBytes) third = zip_make(third_recipes, 2, NULL);
        const ZipRecipe second_recipe = {.name = "c.zip", .bytes = third, .deflate = deflate};
        g_autoptr(GBytes) second = zip_make(&second_recipe, 1, NULL);
        const ZipRecipe first_recipes[] = {{.name = "b.zip", .bytes = second, .deflate = deflate},
                                           {.name = "1.txt", .text = "first"}};
        unpack_add_zip(&run, "单位.zip", first_recipes, 2);
        assert_int_equal(unpack_run(&run, NULL), 0);
        unpack_expect(&run, 0, "b.zip", MEMBER_ARCHIVE, NULL);
        unpack_expect(&run, 0, "b.zip/c.zip", MEMBER_ARCHIVE, NULL);
        unpack_expect_text(&run, 0, "b.zip/c.zip/3.txt", "deep enough");
        unpack_expect(&run, 0, "b.zip/c.zip/d.zip", MEMBER_LIMIT, "depth");
        unpack_expect_text(&run, 0, "1.txt", "first");
        assert_int_equal(unpack_member(&run, 0, "b.zip/c.zip/3.txt")->depth, 3);
        unpack_end(&run);
    }
}

/* An archive inside, refused as a whole, and its neighbour. */
static void expect_inner(GBytes *inner, const char *limit_name, const char *limit_value, MemberState state,
                         const char *reason)
{
    for (int deflate = 0; deflate < 2; deflate++) {
        UnpackRun run;
        unpack_start(&run);
        if (limit_name)
            unpack_limit(&run, limit_name, limit_value);
        expect_refused_with(&run, &(ZipRecipe){.name = "案卷/甲.zip", .bytes = inner, .deflate = deflate},
                            "案卷/甲.zip", state, reason);
        assert_int_equal(unpack_package(&run, 0)->members->len, 3);
        unpack_end(&run);
    }
}

/* The bytes of ONE and, behind them, those of OTHER. */
static GBytes *joined(GBytes *one, GBytes *other)
{
    GByteArray *both = g_byte_array_new();
    g_byte_array_append(both, g_bytes_get_data(one, NULL), (guint)g_bytes_get_size(one));
    g_byte_array_append(both, g_bytes_get_data(other, NULL), (guint)g_bytes_get_size(other));
    return g_byte_array_free_to_bytes(both);
}

static void archives_inside(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipes[] = {{.name = "1.txt", .text = "one"},
                                 {.name = "2.txt", .text = "two"},
                                 {.name = "3.txt", .text = "three"},
                                 {.name = "4.txt", .text = "four"}};
    g_autoptr(GBytes) cut = zip_make(recipes, 2, &(ZipOptions){.cut = 30}),
                      split = zip_make(recipes, 2, &(ZipOptions){.part = 1});
    g_autoptr(GBytes) four = zip_make(recipes, 4, NULL), blanks = bytes_repeat(' ', 3000);
    const ZipRecipe twice[] = {{.name = "1.txt", .bytes = blanks, .deflate = true},
                               {.name = "2.txt", .bytes = blanks, .deflate = true}};
    g_autoptr(GBytes) large = zip_make(twice, 2, NULL);
    expect_inner(cut, NULL, NULL, MEMBER_DAMAGED, "directory");
    g_autoptr(GBytes) nothing = zip_make(NULL, 0, NULL); /* and with it a case file that nobody would miss */
    expect_inner(nothing, NULL, NULL, MEMBER_DAMAGED, "empty");
    g_autoptr(GBytes) two = joined(large, four);
    expect_inner(two, NULL, NULL, MEMBER_DAMAGED, "two-archives");
    expect_inner(split, NULL, NULL, MEMBER_FORMAT, "split");
    expect_inner(four, "members", "6", MEMBER_LIMIT, "members"); /* 3 outside, 4 inside */
    expect_inner(large, "archive-bytes", "4KiB", MEMBER_LIMIT, "archive-bytes");
    expect_inner(large, "total-bytes", "6KiB", MEMBER_LIMIT, "total-bytes");
}

/* Bytes of an inner archive that its own checksums do not cover may be wrong; what is damaged in it costs
 * only itself. */
static void a_damaged_archive_gives_what_is_whole(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipes[] = {{.name = "bad.txt", .text = "bad", .crc_xor = 1},
                                 {.name = "whole.txt", .text = "whole"}};
    g_autoptr(GBytes) inner = zip_make(recipes, 2, NULL);
    for (int deflate = 0; deflate < 2; deflate++) {
        UnpackRun run;
        unpack_start(&run);
        const ZipRecipe outer = {.name = "甲.zip", .bytes = inner, .deflate = deflate, .crc_xor = 1};
        unpack_add_zip(&run, "单位.zip", &outer, 1);
        assert_int_equal(unpack_run(&run, NULL), 0);
        unpack_expect(&run, 0, "甲.zip/bad.txt", MEMBER_DAMAGED, NULL);
        unpack_expect_text(&run, 0, "甲.zip/whole.txt", "whole");
        unpack_end(&run);
    }
}

static void expect_unreadable(GBytes *bytes, const char *reason)
{
    UnpackRun run;
    unpack_start(&run);
    unpack_add_bytes(&run, "单位.zip", bytes);
    assert_int_equal(unpack_run(&run, NULL), 0);
    assert_int_equal(unpack_package(&run, 0)->state, PACKAGE_UNREADABLE);
    assert_string_equal(unpack_package(&run, 0)->reason, reason);
    assert_int_equal(unpack_package(&run, 0)->members->len, 0);
    unpack_end(&run);
}

static void packages_that_are_none(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipe = {.name = "1.txt", .text = "one"},
                    docx[] = {{.name = "[Content_Types].xml", .text = "x"},
                              {.name = "word/document.xml", .text = "x"}};
    g_autoptr(GBytes) cut = zip_make(&recipe, 1, &(ZipOptions){.cut = 10}),
                      split = zip_make(&recipe, 1, &(ZipOptions){.part = 1});
    g_autoptr(GBytes) document = zip_make(docx, 2, NULL),
                      rar = g_bytes_new_static("Rar!\x1A\x07\x01 and more", 16),
                      empty = g_bytes_new_static("", 0);
    expect_unreadable(cut, "damaged");
    g_autoptr(GBytes) two = joined(document, document);
    expect_unreadable(two, "two-archives");
    expect_unreadable(split, "split");
    expect_unreadable(document, "docx");
    expect_unreadable(rar, "rar");
    expect_unreadable(empty, "empty");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unsafe_names),
        cmocka_unit_test(links_and_special_files),
        cmocka_unit_test(long_paths),
        cmocka_unit_test(damaged_members),
        cmocka_unit_test(encrypted_members_and_odd_methods),
        cmocka_unit_test(other_archive_formats_whatever_their_name),
        cmocka_unit_test(bombs),
        cmocka_unit_test(overlap),
        cmocka_unit_test(depth),
        cmocka_unit_test(archives_inside),
        cmocka_unit_test(a_damaged_archive_gives_what_is_whole),
        cmocka_unit_test(packages_that_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
