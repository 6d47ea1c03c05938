#include "unpackrun.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>

#include "fileio.h"
#include "store.h"

void unpack_start(UnpackRun *run)
{
    *run = (UnpackRun){.folder = g_dir_make_tmp("unpack-XXXXXX", NULL),
                       .packages = g_ptr_array_new_with_free_func(g_free)};
    run->season = g_build_filename(run->folder, "season.xml", NULL);
    g_autofree char *template = NULL;
    g_assert_true(g_file_get_contents("pipeline/rules/season-template.xml", &template, NULL, NULL));
    g_assert_true(g_file_set_contents(run->season, template, -1, NULL));
}

void unpack_end(UnpackRun *run)
{
    record_free(&inventory_type, run->inventory);
    g_assert_true(file_remove_tree(run->folder, NULL));
    g_ptr_array_unref(run->packages);
    g_free(run->season);
    g_free(run->messages);
    g_free(run->folder);
}

void unpack_limit(UnpackRun *run, const char *name, const char *value)
{
    g_autofree char *text = NULL, *attribute = g_strdup_printf(" %s=\"", name);
    g_assert_true(g_file_get_contents(run->season, &text, NULL, NULL));
    char *at = strstr(strstr(text, "<limits"), attribute);
    g_assert_nonnull(at);
    at += strlen(attribute);
    char *end = strchr(at, '"');
    *at = '\0';
    g_autofree char *changed = g_strconcat(text, value, "\"", end + 1, NULL);
    g_assert_true(g_file_set_contents(run->season, changed, -1, NULL));
}

void unpack_add_bytes(UnpackRun *run, const char *name, GBytes *bytes)
{
    g_ptr_array_add(run->packages, bytes_save(bytes, run->folder, name));
}

void unpack_add_zip(UnpackRun *run, const char *name, const ZipRecipe *recipes, size_t count)
{
    g_autoptr(GBytes) zip = zip_make(recipes, count, NULL);
    unpack_add_bytes(run, name, zip);
}

void unpack_add_folder(UnpackRun *run, const char *name)
{
    char *path = g_build_filename(run->folder, name, NULL);
    g_assert_cmpint(g_mkdir_with_parents(path, 0700), ==, 0);
    g_ptr_array_add(run->packages, path);
}

void unpack_file(UnpackRun *run, const char *name, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
    g_autofree char *path = bytes_save(bytes, run->packages->pdata[run->packages->len - 1], name);
}

static char *output_path(const UnpackRun *run)
{
    return g_build_filename(run->folder, "inventory.xml", NULL);
}

int unpack_run(UnpackRun *run, ...)
{
    g_autoptr(GPtrArray) line = g_ptr_array_new();
    g_autofree char *program = g_build_filename(g_getenv("ANJUAN_BUILD"), "bin", "anjuan-unpack", NULL);
    g_autofree char *store = g_build_filename(run->folder, "store", NULL), *output = output_path(run);
    const char *const fixed[] = {program, "--season", run->season, "--store", store, "-o", output};
    for (size_t i = 0; i < G_N_ELEMENTS(fixed); i++)
        g_ptr_array_add(line, (char *)fixed[i]);
    va_list more;
    va_start(more, run);
    for (char *argument; (argument = va_arg(more, char *));)
        g_ptr_array_add(line, argument);
    va_end(more);
    for (guint i = 0; i < run->packages->len; i++)
        g_ptr_array_add(line, run->packages->pdata[i]);
    g_ptr_array_add(line, NULL);
    g_clear_pointer(&run->messages, g_free);
    int status;
    gboolean ok = g_spawn_sync(NULL, (char **)line->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                               &run->messages, &status, NULL);
    g_assert_true(ok && WIFEXITED(status));
    record_free(&inventory_type, run->inventory);
    run->inventory = WEXITSTATUS(status) == 0 ? record_read(&inventory_type, output, NULL) : NULL;
    return WEXITSTATUS(status);
}

const Package *unpack_package(const UnpackRun *run, guint index)
{
    assert_non_null(run->inventory);
    assert_true(index < run->inventory->packages->len);
    return run->inventory->packages->pdata[index];
}

const Member *unpack_member(const UnpackRun *run, guint index, const char *path)
{
    const Package *package = unpack_package(run, index);
    for (guint i = 0; i < package->members->len; i++) {
        const Member *member = package->members->pdata[i];
        if (strcmp(member->path, path) == 0)
            return member;
    }
    fail_msg("no member %s", path);
    return NULL;
}

static char *blob_of(const UnpackRun *run, const Member *member)
{
    g_autofree char *store = g_build_filename(run->folder, "store", NULL);
    return store_blob_path(store, member->sha256);
}

void unpack_expect(const UnpackRun *run, guint index, const char *path, MemberState state, const char *reason)
{
    const Member *member = unpack_member(run, index, path);
    assert_string_equal(member_states[member->state], member_states[state]);
    assert_string_equal(member->reason ? member->reason : "", reason ? reason : "");
    if (state != MEMBER_READ)
        return;
    g_autofree char *blob = blob_of(run, member);
    struct stat info;
    assert_int_equal(stat(blob, &info), 0);
    assert_int_equal(info.st_size, member->size_bytes);
}

void unpack_expect_text(const UnpackRun *run, guint index, const char *path, const char *text)
{
    unpack_expect(run, index, path, MEMBER_READ, NULL);
    g_autofree char *blob = blob_of(run, unpack_member(run, index, path)), *content = NULL;
    assert_true(g_file_get_contents(blob, &content, NULL, NULL));
    assert_string_equal(content, text);
}

char *unpack_bytes(const UnpackRun *run)
{
    g_autofree char *output = output_path(run);
    char *bytes = NULL;
    g_assert_true(g_file_get_contents(output, &bytes, NULL, NULL));
    return bytes;
}

char *unpack_receipt(const UnpackRun *run, guint index)
{
    g_autofree char *name = g_strdup_printf("%04u.xml", index + 1);
    g_autofree char *folder = g_build_filename(run->folder, "store", "receipts", "YL", NULL);
    char *path = g_build_filename(folder, name, NULL);
    assert_true(file_make_folder(folder, NULL));
    Receipt *receipt = record_new(&receipt_type);
    receipt->number = index + 1;
    receipt->package = (Package *)unpack_package(run, index);
    assert_true(record_write(&receipt_type, receipt, path, NULL));
    receipt->package = NULL;
    record_free(&receipt_type, receipt);
    return path;
}
