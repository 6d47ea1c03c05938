/* Every record has a schema and a hand-made example, and the code, the schema and the example agree. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <glib/gstdio.h>

#include "fileio.h"
#include "profile.h"
#include "rec_casefiles.h"
#include "rec_changes.h"
#include "rec_findings.h"
#include "rec_intake.h"
#include "rec_inventory.h"
#include "rec_manifest.h"
#include "rec_scans.h"
#include "rec_scores.h"
#include "rec_tables.h"
#include "rec_unit.h"
#include "record.h"
#include "season.h"

static const struct {
    const char *name;
    const RecordType *type;
} records[] = {{"season", &season_type}, {"tables", &tables_type},       {"slice", &slice_type},
               {"intake", &intake_type}, {"receipt", &receipt_type},     {"inventory", &inventory_type},
               {"scans", &scans_type},   {"casefiles", &casefiles_type}, {"findings", &findings_type},
               {"unit", &unit_type},     {"scores", &scores_type},       {"manifest", &manifest_type},
               {"changes", &changes_type}, {"profile", &profile_type}};

static char *example_path(const char *name)
{
    return g_strdup_printf("pipeline/schema/example-%s.xml", name);
}

/* True when xmllint finds FILE valid against the schema of NAME. */
static gboolean validates(const char *name, const char *file)
{
    g_autofree char *schema = g_strdup_printf("pipeline/schema/%s.rng", name);
    const char *argv[] = {"xmllint", "--noout", "--nonet", "--relaxng", schema, file, NULL};
    int status = -1;
    g_autofree char *complaints = NULL;
    GSpawnFlags flags = G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL;
    assert_true(g_spawn_sync(NULL, (char **)argv, NULL, flags, NULL, NULL, NULL, &complaints, &status, NULL));
    return g_spawn_check_wait_status(status, NULL);
}

static char *read_example(const char *name, size_t *size)
{
    g_autofree char *path = example_path(name);
    g_autoptr(GError) error = NULL;
    char *data = file_read_whole(path, 1 << 20, size, &error);
    assert_null(error);
    return data;
}

static void test_examples_are_canonical(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(records); i++) {
        size_t size, written_size;
        g_autofree char *data = read_example(records[i].name, &size);
        g_autoptr(GError) error = NULL;
        gpointer record = record_parse(records[i].type, data, size, records[i].name, &error);
        if (!record)
            fail_msg("%s", error->message);
        g_autofree char *written = record_format(records[i].type, record, &written_size);
        record_free(records[i].type, record);
        assert_string_equal(written, data);
        assert_int_equal(written_size, size);
    }
}

static void test_examples_are_valid(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(records); i++) {
        g_autofree char *path = example_path(records[i].name);
        if (!validates(records[i].name, path))
            fail_msg("%s does not validate", path);
    }
}

static void test_what_is_written_is_valid(void **state)
{
    (void)state;
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "record.xml", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(records); i++) {
        size_t size;
        g_autofree char *data = read_example(records[i].name, &size);
        gpointer record = record_parse(records[i].type, data, size, records[i].name, NULL);
        assert_non_null(record);
        assert_true(record_write(records[i].type, record, path, NULL));
        record_free(records[i].type, record);
        if (!validates(records[i].name, path))
            fail_msg("what is written of %s does not validate", records[i].name);
    }
    g_assert_no_errno(g_remove(path));
}

/* Writes the example of NAME with the first ORIGINAL replaced and returns whether that validates. */
static gboolean changed_validates(const char *name, const char *original, const char *replacement)
{
    size_t size;
    g_autofree char *data = read_example(name, &size);
    char *at = strstr(data, original);
    assert_non_null(at);
    g_autoptr(GString) changed = g_string_new_len(data, at - data);
    g_string_append(changed, replacement);
    g_string_append(changed, at + strlen(original));
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "changed.xml", NULL);
    assert_true(file_write_whole(path, changed->str, changed->len, NULL));
    gboolean valid = validates(name, path);
    g_assert_no_errno(g_remove(path));
    return valid;
}

static void test_schemas_refuse(void **state)
{
    (void)state;
    assert_false(changed_validates("scores", "kind=\"penalty\"", "kind=\"fine\""));
    assert_false(changed_validates("scores", "total=\"13.29\"", "total=\"about 13\""));
    assert_false(changed_validates("findings", "level=\"error\"", "level=\"bad\""));
    assert_false(changed_validates("season", "from=\"2016-09-01\"", "from=\"2016-9-1\""));
    assert_true(changed_validates("season", "from=\"2016-09-01\"", "from=\"2016-09-02\""));
}

static void test_template_is_valid(void **state)
{
    (void)state;
    assert_true(validates("season", "pipeline/rules/season-template.xml"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples_are_canonical), cmocka_unit_test(test_examples_are_valid),
        cmocka_unit_test(test_what_is_written_is_valid), cmocka_unit_test(test_schemas_refuse),
        cmocka_unit_test(test_template_is_valid)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
