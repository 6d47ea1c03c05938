/* Whole files and folders, and their digests. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "nothreads.h"

static char *root;

static char *below(const char *name)
{
    return g_build_filename(root, name, NULL);
}

static void put(const char *name, const char *text)
{
    g_autofree char *path = below(name), *folder = g_path_get_dirname(path);
    assert_true(file_make_folder(folder, NULL));
    assert_true(file_write_whole(path, text, strlen(text), NULL));
}

static int set_up(void **state G_GNUC_UNUSED)
{
    root = g_build_filename(g_get_tmp_dir(), "fileio", NULL);
    return file_make_folder(root, NULL) ? 0 : -1;
}

static int tear_down(void **state G_GNUC_UNUSED)
{
    gboolean ok = file_remove_tree(root, NULL);
    g_free(root);
    return ok ? 0 : -1;
}

/* The names in the folder itself. */
static int count_entries(void)
{
    int count = 0;
    g_autoptr(GDir) folder = g_dir_open(root, 0, NULL);
    while (g_dir_read_name(folder))
        count++;
    return count;
}

static void test_written_whole(void **state G_GNUC_UNUSED)
{
    g_autofree char *path = below("a.txt");
    size_t size;
    put("a.txt", "older and longer");
    assert_true(file_write_whole(path, "n\0w", 3, NULL));
    g_autofree char *data = file_read_whole(path, 3, &size, NULL);
    assert_int_equal(size, 3);
    assert_memory_equal(data, "n\0w", 4);
    assert_int_equal(count_entries(), 1); /* nothing lies aside */
    assert_true(file_write_whole(path, NULL, 0, NULL));
    g_autofree char *empty = file_read_whole(path, 0, NULL, NULL);
    assert_string_equal(empty, "");
}

static void test_write_that_fails_leaves_the_old(void **state G_GNUC_UNUSED)
{
    g_autofree char *folder = below("taken"), *nowhere = below("no/such/file");
    g_autoptr(GError) error = NULL, missing = NULL;
    put("taken/inner", "x");
    assert_false(file_write_whole(folder, "y", 1, &error)); /* a folder stands there */
    assert_true(error->domain == FAULT_SYSTEM);
    assert_non_null(strstr(error->message, folder));
    assert_int_equal(count_entries(), 1);
    assert_false(file_write_whole(nowhere, "y", 1, &missing));
    assert_true(missing->domain == FAULT_SYSTEM);
}

static void test_pieces(void **state G_GNUC_UNUSED)
{
    g_autofree char *path = below("p.txt");
    FileAside *aside = file_aside_new(path);
    file_aside_write(aside, "ab", 2);
    assert_false(g_file_test(path, G_FILE_TEST_EXISTS)); /* not before it is whole */
    file_aside_write(aside, "", 0);
    file_aside_write(aside, "c", 1);
    assert_true(file_aside_finish(aside, NULL));
    g_autofree char *data = file_read_whole(path, 10, NULL, NULL);
    assert_string_equal(data, "abc");
}

/* More pieces than may wait, of all sizes. */
static void put_behind(FileAside *aside, GString *all)
{
    file_aside_write(aside, "at once ", 8);
    g_string_append(all, "at once ");
    file_aside_write_behind(aside);
    file_aside_write_behind(aside);
    for (int i = 0; i < 200; i++) {
        g_autofree char *piece = g_strnfill((gsize)i * 97, (char)('a' + i % 26));
        file_aside_write(aside, piece, strlen(piece));
        g_string_append(all, piece);
    }
}

static void test_pieces_written_behind(void **state G_GNUC_UNUSED)
{
    g_autofree char *path = below("behind.txt");
    g_autoptr(GString) all = g_string_new(NULL);
    FileAside *aside = file_aside_new(path);
    put_behind(aside, all);
    assert_true(file_aside_finish(aside, NULL));
    g_autofree char *data = file_read_whole(path, all->len, NULL, NULL);
    assert_string_equal(data, all->str);
    int before = count_entries();
    put_behind(aside = file_aside_new(path), all);
    file_aside_drop(aside);
    assert_int_equal(count_entries(), before);
}

static void test_pieces_where_no_thread_can_be_had(void **state G_GNUC_UNUSED)
{
    nothreads_begin();
    test_pieces_written_behind(NULL);
    nothreads_end();
}

/* A failure in the thread is told like any other. */
static void test_failure_behind(void **state G_GNUC_UNUSED)
{
    g_autofree char *nowhere = below("no/such/file");
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) all = g_string_new(NULL);
    FileAside *aside = file_aside_new(nowhere);
    put_behind(aside, all);
    assert_false(file_aside_finish(aside, &error));
    assert_true(error->domain == FAULT_SYSTEM);
    assert_non_null(strstr(error->message, nowhere));
}

static void test_reading_is_bounded(void **state G_GNUC_UNUSED)
{
    g_autofree char *path = below("a.txt"), *missing = below("b.txt"), *pipe = below("pipe"),
                    *loop = below("loop"), *link = below("leads-there"), *inside = below("a.txt/b");
    put("a.txt", "1234");
    assert_int_equal(symlink(loop, loop), 0);
    assert_int_equal(symlink(path, link), 0);
    g_autofree char *linked = file_read_whole(link, 4, NULL, NULL);
    assert_string_equal(linked, "1234");
    unlink(link);
    g_autofree char *fits = file_read_whole(path, 4, NULL, NULL);
    assert_string_equal(fits, "1234");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    const struct {
        const char *path;
        int code;
    } cases[] = {{path, FAULT_LIMIT}, {missing, FAULT_MISSING}, {root, FAULT_BAD},
                 {pipe, FAULT_BAD},   {loop, FAULT_BAD},        {inside, FAULT_BAD}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(file_read_whole(cases[i].path, 3, NULL, &error));
        assert_true(g_error_matches(error, FAULT_INPUT, cases[i].code));
    }
    unlink(loop);
}

/* What is large is mapped, what is small is read: nobody sees the difference. */
static void test_views(void **state G_GNUC_UNUSED)
{
    static const size_t sizes[] = {0, 1, 5000, 3 << 20};
    g_autofree char *path = below("view"), *missing = below("no-view");
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree char *text = g_strnfill(sizes[i], (char)('a' + i));
        assert_true(file_write_whole(path, text, sizes[i], NULL));
        g_autoptr(FileView) view = file_view(path, sizes[i], NULL);
        assert_int_equal(view->size, sizes[i]);
        assert_int_equal(view->mapped, sizes[i] > 1 << 20);
        assert_memory_equal(view->data, text, sizes[i]);
    }
    g_autoptr(GError) too_large = NULL, none = NULL;
    assert_null(file_view(path, (3 << 20) - 1, &too_large));
    assert_true(g_error_matches(too_large, FAULT_INPUT, FAULT_LIMIT));
    assert_null(file_view(missing, 1, &none));
    assert_true(g_error_matches(none, FAULT_INPUT, FAULT_MISSING));
}

static void test_list(void **state G_GNUC_UNUSED)
{
    g_autofree char *link = below("link"), *loop = below("b/loop");
    put("b/2", "");
    put("b/10", "");
    put("a", "");
    put(".hidden", "");
    assert_int_equal(symlink("a", link), 0);
    assert_int_equal(symlink("..", loop), 0);
    g_autoptr(GPtrArray) files = file_list_below(root, NULL);
    static const char *const wanted[] = {".hidden", "a", "b/10", "b/2"};
    assert_int_equal(files->len, G_N_ELEMENTS(wanted));
    for (guint i = 0; i < files->len; i++)
        assert_string_equal(files->pdata[i], wanted[i]);
    g_autoptr(GError) error = NULL;
    g_autofree char *nowhere = below("nowhere");
    assert_null(file_list_below(nowhere, &error));
    assert_true(error->domain == FAULT_SYSTEM);
}

static void test_removal_follows_no_link(void **state G_GNUC_UNUSED)
{
    g_autofree char *tree = below("tree"), *link = below("tree/link"), *sealed = below("tree/sealed"), *kept = below("kept/file");
    put("kept/file", "x");
    put("tree/sealed/file", "x");
    assert_int_equal(symlink("../kept", link), 0);
    assert_int_equal(chmod(sealed, 0500), 0); /* as unpackers leave folders */
    assert_true(file_remove_tree(tree, NULL));
    assert_false(g_file_test(tree, G_FILE_TEST_EXISTS));
    assert_true(g_file_test(kept, G_FILE_TEST_EXISTS));
    assert_true(file_remove_tree(tree, NULL)); /* gone already */
}

/* ---- digests ---- */

static void test_known_digests(void **state G_GNUC_UNUSED)
{
    char hex[DIGEST_HEX + 1];
    digest_bytes("", 0, hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    g_autoptr(Digest) digest = digest_new();
    digest_update(digest, "a", 1);
    digest_update(digest, "bc", 2);
    digest_finish(digest, hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    digest_finish(digest, hex); /* ready for a new message */
    assert_true(g_str_has_prefix(hex, "e3b0c442"));
}

static void test_valid_digests(void **state G_GNUC_UNUSED)
{
    char hex[DIGEST_HEX + 1];
    digest_bytes("x", 1, hex);
    assert_true(digest_is_valid(hex));
    assert_false(digest_is_valid(hex + 1));
    hex[5] = 'A';
    assert_false(digest_is_valid(hex));
    assert_false(digest_is_valid(NULL));
    assert_false(digest_is_valid(""));
}

static void test_folder_digest(void **state G_GNUC_UNUSED)
{
    char first[DIGEST_HEX + 1], now[DIGEST_HEX + 1], of_file[DIGEST_HEX + 1], of_bytes[DIGEST_HEX + 1];
    g_autofree char *path = below("a"), *other = below("b");
    put("a", "1");
    put("c/d", "2");
    assert_true(digest_file(path, of_file, NULL));
    digest_bytes("1", 1, of_bytes);
    assert_string_equal(of_file, of_bytes);
    assert_true(digest_folder(root, first, NULL));
    put("a", "2"); /* content */
    assert_true(digest_folder(root, now, NULL));
    assert_string_not_equal(now, first);
    put("a", "1");
    assert_true(digest_folder(root, now, NULL));
    assert_string_equal(now, first);
    assert_int_equal(rename(path, other), 0); /* name */
    assert_true(digest_folder(root, now, NULL));
    assert_string_not_equal(now, first);
    assert_false(digest_file(path, now, NULL));
}

static void test_private_folder(void **state G_GNUC_UNUSED)
{
    assert_false(file_is_private("/tmp/anjuan-a/work"));
    file_keep_private("/tmp/anjuan-a");
    assert_true(file_is_private("/tmp/anjuan-a"));
    assert_true(file_is_private("/tmp/anjuan-a/work"));
    assert_false(file_is_private("/tmp/anjuan-abc"));
    assert_false(file_is_private("/tmp"));
    file_keep_private(NULL);
    assert_false(file_is_private("/tmp/anjuan-a/work"));
}

/* Small and large; what is linked elsewhere under the name that is written stays there as it is. */
static void test_copy(void **state G_GNUC_UNUSED)
{
    const size_t sizes[] = {0, 5, 3u << 20};
    g_autofree char *from = below("from"), *to = below("to"), *other = below("other");
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        size_t size;
        g_autofree char *bytes = g_strnfill(sizes[i], 'x');
        assert_true(file_write_whole(from, bytes, sizes[i], NULL));
        put("other", "as it was");
        assert_true(file_remove_tree(to, NULL));
        assert_int_equal(link(other, to), 0);
        assert_true(file_copy(from, to, NULL));
        g_autofree char *copied = file_read_whole(to, SIZE_MAX, &size, NULL);
        g_autofree char *linked = file_read_whole(other, SIZE_MAX, NULL, NULL);
        assert_int_equal(size, sizes[i]);
        assert_string_equal(copied, bytes);
        assert_string_equal(linked, "as it was");
    }
    assert_int_equal(count_entries(), 3);
    g_autoptr(GError) fault = NULL;
    assert_true(file_remove_tree(from, NULL));
    assert_false(file_copy(from, to, &fault));
    assert_true(g_error_matches(fault, FAULT_INPUT, FAULT_MISSING));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_written_whole), TEST(test_write_that_fails_leaves_the_old), TEST(test_pieces),
        TEST(test_pieces_written_behind), TEST(test_pieces_where_no_thread_can_be_had),
        TEST(test_failure_behind), TEST(test_reading_is_bounded),
        TEST(test_views), TEST(test_copy), TEST(test_list),
        TEST(test_removal_follows_no_link), TEST(test_known_digests), TEST(test_valid_digests), TEST(test_folder_digest),
        TEST(test_private_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
