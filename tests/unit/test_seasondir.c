/* A season on disk, its lock, and the manifest of a run. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include <string.h>
#include <unistd.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "manifest.h"
#include "program.h"
#include "seasondir.h"

static char *root;

static void put(const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(root, name, NULL), *folder = g_path_get_dirname(path);
    assert_true(file_make_folder(folder, NULL));
    assert_true(file_write_whole(path, text, strlen(text), NULL));
}

static int set_up(void **state G_GNUC_UNUSED)
{
    g_autofree char *template = NULL;
    root = g_build_filename(g_get_tmp_dir(), "seasondir", NULL);
    if (!g_file_get_contents("pipeline/rules/season-template.xml", &template, NULL, NULL))
        return -1;
    put("season.xml", template);
    put("reference/units.csv", "a\n");
    return 0;
}

static int tear_down(void **state G_GNUC_UNUSED)
{
    file_remove_tree(root, NULL);
    g_free(root);
    return 0;
}

static void test_open(void **state G_GNUC_UNUSED)
{
    g_autoptr(SeasonDir) dir = seasondir_open(root, NULL);
    g_autofree char *record = seasondir_unit_path(dir, "YL", "unit.xml"), *receipts = seasondir_receipt_folder(dir, "YL");
    assert_true(g_str_has_suffix(record, "/work/units/YL/unit.xml"));
    assert_true(g_str_has_suffix(receipts, "/store/receipts/YL"));
    assert_null(seasondir_latest(dir));
}

static void test_no_season(void **state G_GNUC_UNUSED)
{
    g_autofree char *nowhere = g_build_filename(root, "nowhere", NULL), *empty = g_build_filename(root, "reference", NULL);
    const char *const paths[] = {nowhere, empty};
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(seasondir_open(paths[i], &error));
        assert_true(g_error_matches(error, FAULT_INPUT, FAULT_MISSING));
        assert_non_null(strstr(error->message, paths[i]));
    }
}

static void test_one_at_a_time(void **state G_GNUC_UNUSED)
{
    int status = -1, out = dup(STDERR_FILENO);
    SeasonDir *first = seasondir_open_locked(root, &status, NULL);
    g_autoptr(GError) error = NULL;
    assert_non_null(first);
    assert_int_equal(close(STDERR_FILENO), 0); /* what it says there is not ours to read */
    assert_null(seasondir_open_locked(root, &status, &error));
    dup2(out, STDERR_FILENO);
    close(out);
    assert_null(error);
    assert_int_equal(status, EXIT_LOCKED);
    g_autoptr(SeasonDir) reader = seasondir_open(root, NULL); /* reading needs no lock */
    assert_non_null(reader);
    seasondir_close(first);
    g_autoptr(SeasonDir) second = seasondir_open_locked(root, &status, NULL);
    assert_non_null(second);
}

static void test_locking_no_season(void **state G_GNUC_UNUSED)
{
    int status = -1;
    g_autofree char *nowhere = g_build_filename(root, "nowhere", NULL);
    g_autoptr(GError) error = NULL;
    assert_null(seasondir_open_locked(nowhere, &status, &error));
    assert_int_equal(status, EXIT_INPUT);
    assert_non_null(error);
}

/* ---- manifests ---- */

static const ManifestFile *file_named(const GPtrArray *files, const char *name)
{
    for (guint i = 0; i < files->len; i++)
        if (strcmp(((const ManifestFile *)files->pdata[i])->name, name) == 0)
            return files->pdata[i];
    return NULL;
}

/* The manifest of what lies in FOLDER, of a run without units; NULL and a fault. */
static Manifest *manifest_of(SeasonDir *dir, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) units = g_ptr_array_new();
    const SeasonRun run = {.dir = dir, .units = units};
    put("work/intake.xml", "i");
    g_autoptr(Manifest) manifest = manifest_make(&run, error);
    bool whole = manifest && manifest_add_outputs(manifest, folder, error) && manifest_chain(manifest, dir, error);
    return whole ? g_steal_pointer(&manifest) : NULL;
}

static void test_manifest_names_every_byte(void **state G_GNUC_UNUSED)
{
    char hex[DIGEST_HEX + 1];
    g_autofree char *folder = g_build_filename(root, "results", "run", NULL);
    g_autoptr(SeasonDir) dir = seasondir_open(root, NULL);
    put("results/run/a.csv", "1234");
    put("results/run/units/b.html", "");
    put("store/receipts/YL/0001.xml", "r");
    g_autoptr(Manifest) manifest = manifest_of(dir, folder, NULL);
    const ManifestFile *table = file_named(manifest->outputs, "a.csv");
    digest_bytes("1234", 4, hex);
    assert_string_equal(table->sha256, hex);
    assert_int_equal(table->size_bytes, 4);
    assert_int_equal(manifest->outputs->len, 2);
    assert_non_null(file_named(manifest->outputs, "units/b.html"));
    assert_non_null(file_named(manifest->inputs, "season.xml"));
    assert_non_null(file_named(manifest->inputs, "reference/units.csv"));
    assert_non_null(file_named(manifest->inputs, "work/intake.xml"));
    assert_non_null(file_named(manifest->inputs, "store/receipts/YL/0001.xml"));
    assert_non_null(file_named(manifest->rules, "rules/findings.xml"));
    assert_string_equal(((ManifestProgram *)manifest->programs->pdata[0])->sha256, program_digest);
    assert_null(manifest->previous);
}

static void test_manifest_is_chained(void **state G_GNUC_UNUSED)
{
    char hex[DIGEST_HEX + 1];
    g_autofree char *folder = g_build_filename(root, "results", "2", NULL), *link = g_build_filename(root, "results", "latest", NULL);
    g_autoptr(SeasonDir) dir = seasondir_open(root, NULL);
    put("results/1/manifest.xml", "old");
    put("results/2/a", "");
    assert_int_equal(symlink("1", link), 0);
    g_autoptr(Manifest) manifest = manifest_of(dir, folder, NULL);
    digest_bytes("old", 3, hex);
    assert_string_equal(manifest->previous, "1");
    assert_string_equal(manifest->previous_sha256, hex);
    g_autofree char *old = g_build_filename(root, "results", "1", "manifest.xml", NULL);
    unlink(old);
    g_autoptr(GError) error = NULL;
    assert_null(manifest_of(dir, folder, &error)); /* a chain that cannot be followed is a fault */
    assert_non_null(error);
    unlink(link);
    assert_int_equal(symlink("gone", link), 0); /* somebody removed the run: a new chain begins */
    g_autoptr(Manifest) anew = manifest_of(dir, folder, NULL);
    assert_null(anew->previous);
}

/* rebuild writes where a manifest says: one that was tampered with is refused whole. */
static void test_manifest_leads_nowhere_else(void **state G_GNUC_UNUSED)
{
    enum { CASES = 7 };
    g_autofree char *folder = g_build_filename(root, "results", "run", NULL), *path = g_build_filename(folder, "manifest.xml", NULL);
    g_autoptr(SeasonDir) dir = seasondir_open(root, NULL);
    put("results/run/a.csv", "1234");
    for (int i = 0; i < CASES; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Manifest) manifest = manifest_of(dir, folder, NULL);
        manifest->run = g_strdup("run");
        ManifestFile *input = manifest->inputs->pdata[0], *output = manifest->outputs->pdata[0];
        char **const places[CASES] = {&manifest->made_from, &input->name,    &input->name,       &output->name,
                                      &input->sha256,       &manifest->run, &manifest->compared};
        static const char *const values[CASES] = {"any", "../../x", "/x", "a/../../x", "../x", "a/b", ".."};
        g_free(*places[i]);
        *places[i] = g_strdup(values[i]);
        assert_true(record_write(&manifest_type, manifest, path, NULL));
        Manifest *again = manifest_read(folder, &error);
        assert_int_equal(again != NULL, i == 0);
        assert_int_equal(error && g_error_matches(error, FAULT_INPUT, FAULT_BAD), i > 0);
        manifest_free(again);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_open), TEST(test_no_season), TEST(test_one_at_a_time), TEST(test_locking_no_season), TEST(test_manifest_names_every_byte), TEST(test_manifest_is_chained),
        TEST(test_manifest_leads_nowhere_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
