#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault.h"
#include "fileio.h"
#include "store.h"

/* SHA-256 of "abc", the example of FIPS 180 */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static char *dir;

static int make_dir(void **state G_GNUC_UNUSED)
{
    dir = g_dir_make_tmp("store-XXXXXX", NULL);
    return dir ? 0 : -1;
}

static int drop_dir(void **state G_GNUC_UNUSED)
{
    gboolean ok = file_remove_tree(dir, NULL);
    g_clear_pointer(&dir, g_free);
    return ok ? 0 : -1;
}

static Store *open_store(void)
{
    Store *store = store_open(dir, NULL);
    assert_non_null(store);
    return store;
}

static guint count_files(const char *below)
{
    g_autofree char *path = g_build_filename(dir, below, NULL);
    g_autoptr(GPtrArray) files = file_list_below(path, NULL);
    return files->len;
}

static void a_blob_appears_with_the_commit(void **state G_GNUC_UNUSED)
{
    g_autoptr(Store) store = open_store();
    char digest[DIGEST_HEX + 1];
    g_autofree char *path = store_blob_path(dir, ABC);
    struct stat info;
    assert_true(store_put(store, "abc", 3, digest, NULL));
    assert_string_equal(digest, ABC);
    assert_true(store_has(store, ABC, 3));
    assert_int_not_equal(stat(path, &info), 0);
    assert_true(store_commit(store, NULL));
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0444);
    assert_int_equal(count_files("tmp"), 0);
    assert_true(
        g_str_has_suffix(path, "/sha256/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

static void what_is_there_is_not_written_again(void **state G_GNUC_UNUSED)
{
    g_autofree char *path = store_blob_path(dir, ABC);
    char digest[DIGEST_HEX + 1];
    struct stat first, second;
    for (int i = 0; i < 2; i++) {
        g_autoptr(Store) store = open_store();
        assert_true(store_put(store, "abc", 3, digest, NULL));
        assert_int_equal(count_files("tmp"), i == 0 ? 1 : 0);
        assert_true(store_put(store, "abc", 3, digest, NULL));
        assert_int_equal(count_files("tmp"), i == 0 ? 1 : 0);
        assert_true(store_commit(store, NULL));
        assert_int_equal(stat(path, i == 0 ? &first : &second), 0);
    }
    assert_int_equal(first.st_ino, second.st_ino);
}

static void a_blob_of_the_wrong_size_is_replaced(void **state G_GNUC_UNUSED)
{
    g_autoptr(Store) store = open_store();
    g_autofree char *path = store_blob_path(dir, ABC), *folder = g_path_get_dirname(path);
    char digest[DIGEST_HEX + 1];
    struct stat info;
    assert_int_equal(g_mkdir_with_parents(folder, 0700), 0);
    assert_true(g_file_set_contents(path, "", 0, NULL));
    assert_false(store_has(store, ABC, 3));
    assert_true(store_put(store, "abc", 3, digest, NULL));
    assert_true(store_commit(store, NULL));
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_size, 3);
}

/* A folder in a blob's place is nobody's to remove: it is named, and once it is gone the blob comes. */
static void what_is_in_the_way_is_named(void **state G_GNUC_UNUSED)
{
    g_autoptr(Store) store = open_store();
    g_autofree char *path = store_blob_path(dir, ABC);
    g_autoptr(GError) error = NULL;
    char digest[DIGEST_HEX + 1];
    assert_int_equal(g_mkdir_with_parents(path, 0700), 0);
    assert_true(store_put(store, "abc", 3, digest, NULL));
    assert_false(store_commit(store, &error));
    assert_non_null(strstr(error->message, path));
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(symlink("/dev/null", path), 0); /* a link is replaced, not followed */
    assert_true(store_commit(store, NULL));
    assert_int_equal(count_files("sha256"), 1);
}

static void pieces_make_the_same_blob(void **state G_GNUC_UNUSED)
{
    g_autoptr(Store) store = open_store();
    char digest[DIGEST_HEX + 1], back[3];
    uint64_t size;
    StoreWriter *writer = store_writer_new(store, NULL);
    assert_true(store_writer_write(writer, "ab", 2, NULL));
    assert_true(store_writer_write(writer, "c", 1, NULL));
    assert_int_equal(pread(store_writer_fd(writer), back, 3, 0), 3);
    assert_memory_equal(back, "abc", 3);
    assert_true(store_writer_finish(writer, digest, &size, NULL));
    assert_string_equal(digest, ABC);
    assert_int_equal(size, 3);
    assert_int_equal(count_files("tmp"), 1);
    writer = store_writer_new(store, NULL); /* the same again leaves nothing behind */
    assert_true(store_writer_write(writer, "abc", 3, NULL));
    assert_true(store_writer_finish(writer, digest, &size, NULL));
    assert_int_equal(count_files("tmp"), 1);
    writer = store_writer_new(store, NULL); /* nor does one given up */
    assert_true(store_writer_write(writer, "x", 1, NULL));
    store_writer_free(writer);
    assert_int_equal(count_files("tmp"), 1);
}

static void what_is_not_committed_goes(void **state G_GNUC_UNUSED)
{
    Store *store = open_store();
    char digest[DIGEST_HEX + 1];
    assert_true(store_put(store, "abc", 3, digest, NULL));
    store_free(store);
    assert_int_equal(count_files("tmp"), 0);
    assert_int_equal(count_files("sha256"), 0);
}

static void leftovers_are_stepped_over_and_cleaned(void **state G_GNUC_UNUSED)
{
    g_autoptr(Store) store = open_store();
    g_autofree char *name = g_strdup_printf("%ld-0", (long)getpid()),
                    *path = g_build_filename(dir, "tmp", name, NULL);
    char digest[DIGEST_HEX + 1];
    assert_true(g_file_set_contents(path, "left", 4, NULL));
    assert_true(store_put(store, "abc", 3, digest, NULL));
    assert_true(store_commit(store, NULL));
    assert_int_equal(count_files("tmp"), 1);
    assert_true(store_clean(dir, NULL));
    g_autoptr(Store) again = open_store();
    assert_int_equal(count_files("tmp"), 0);
    assert_true(store_has(again, ABC, 3));
}

static void scratch_has_no_name(void **state G_GNUC_UNUSED)
{
    g_autoptr(Store) store = open_store();
    int fd = store_scratch(store, NULL);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "x", 1), 1);
    assert_int_equal(count_files("tmp"), 0);
    close(fd);
}

static void a_store_that_cannot_be_made_is_a_system_fault(void **state G_GNUC_UNUSED)
{
    g_autofree char *file = g_build_filename(dir, "file", NULL);
    g_autoptr(GError) error = NULL;
    assert_true(g_file_set_contents(file, "x", 1, NULL));
    assert_null(store_open(file, &error));
    assert_int_equal(error->domain, FAULT_SYSTEM);
}

static void another_store_is_looked_into_and_never_written(void **state G_GNUC_UNUSED)
{
    g_autofree char *held_dir = g_build_filename(dir, "held", NULL), *own_dir = g_build_filename(dir, "own", NULL);
    g_autoptr(Store) held = store_open(held_dir, NULL), own = store_open(own_dir, NULL);
    char digest[DIGEST_HEX + 1];
    assert_true(store_put(held, "abc", 3, digest, NULL) && store_commit(held, NULL));
    assert_false(store_has(own, ABC, 3));
    store_look_into(own, held_dir);
    assert_true(store_has(own, ABC, 3));
    assert_false(store_has(own, ABC, 4)); /* another size is another blob */
    assert_true(store_put(own, "abc", 3, digest, NULL) && store_put(own, "abcd", 4, digest, NULL) && store_commit(own, NULL));
    assert_int_equal(count_files("own/sha256"), 1);
    assert_int_equal(count_files("held/sha256"), 1);
    g_autofree char *in_held = store_find_blob(&(StoreDirs){own_dir, held_dir}, ABC);
    g_autofree char *in_own = store_find_blob(&(StoreDirs){own_dir, held_dir}, digest);
    assert_true(g_str_has_prefix(in_held, held_dir));
    assert_true(g_str_has_prefix(in_own, own_dir));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_dir, drop_dir)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_blob_appears_with_the_commit),
        TEST(what_is_there_is_not_written_again),
        TEST(a_blob_of_the_wrong_size_is_replaced),
        TEST(what_is_in_the_way_is_named),
        TEST(pieces_make_the_same_blob),
        TEST(what_is_not_committed_goes),
        TEST(leftovers_are_stepped_over_and_cleaned),
        TEST(scratch_has_no_name),
        TEST(another_store_is_looked_into_and_never_written),
        TEST(a_store_that_cannot_be_made_is_a_system_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
