#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>

#include "fileio.h"
#include "sandbox.h"

enum { SKIPPED = 100 };

static char *open_dir, *closed_dir;

/* What must hold inside; returns the number of the first thing that does not. */
static int look_around(void)
{
    g_autofree char *readable = g_build_filename(open_dir, "read", "file", NULL),
                    *fresh = g_build_filename(open_dir, "write", "new", NULL);
    g_autofree char *moved = g_build_filename(open_dir, "write", "folder", "moved", NULL),
                    *secret = g_build_filename(closed_dir, "secret", NULL);
    g_autofree char *denied = g_build_filename(open_dir, "read", "new", NULL);
    if (open(readable, O_RDONLY) < 0)
        return 1;
    if (open(fresh, O_RDWR | O_CREAT | O_EXCL, 0600) < 0 || rename(fresh, moved) != 0)
        return 2;
    if (open(secret, O_RDONLY) >= 0 || errno != EACCES)
        return 3;
    if (open(readable, O_WRONLY) >= 0 || open(denied, O_WRONLY | O_CREAT, 0600) >= 0)
        return 4;
    if (socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM)
        return 5;
    execl("/bin/true", "true", (char *)NULL);
    return errno == EPERM || errno == EACCES ? 0 : 6;
}

static int run_inside(void)
{
    g_autofree char *readable = g_build_filename(open_dir, "read", NULL),
                    *writable = g_build_filename(open_dir, "write", NULL);
    const char *const reads[] = {readable, "/nonexistent", NULL}, *const writes[] = {writable, NULL};
    pid_t child = fork();
    if (child == 0)
        _exit(sandbox_enter(reads, writes) == SANDBOX_ON ? look_around() : SKIPPED);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void save(const char *folder, const char *below, const char *name)
{
    g_autofree char *parent = g_build_filename(folder, below, NULL),
                    *path = g_build_filename(parent, name, NULL);
    assert_int_equal(g_mkdir_with_parents(parent, 0700), 0);
    assert_true(g_file_set_contents(path, "x", 1, NULL));
}

static void only_what_was_named_is_left(void **state G_GNUC_UNUSED)
{
    open_dir = g_dir_make_tmp("open-XXXXXX", NULL);
    closed_dir = g_dir_make_tmp("closed-XXXXXX", NULL);
    save(open_dir, "read", "file");
    save(open_dir, "write/folder", "file");
    save(closed_dir, ".", "secret");
    int result = run_inside();
    assert_true(file_remove_tree(open_dir, NULL) && file_remove_tree(closed_dir, NULL));
    g_free(open_dir);
    g_free(closed_dir);
    if (result == SKIPPED)
        skip(); /* a sanitizer, valgrind, or a kernel without Landlock */
    assert_int_equal(result, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_what_was_named_is_left)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
