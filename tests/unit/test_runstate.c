/* What the front command remembers, and receipts. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "receipts.h"
#include "runstate.h"

static char *root, *receipts;
static RunState *state_of_run;
static StateUnit *unit;

static void put(const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(root, name, NULL);
    assert_true(file_write_whole(path, text, strlen(text), NULL));
}

static int set_up(void **state G_GNUC_UNUSED)
{
    root = g_build_filename(g_get_tmp_dir(), "runstate", NULL);
    receipts = g_build_filename(root, "receipts", NULL);
    state_of_run = runstate_read("/nonexistent/state.xml"); /* no state is an empty one */
    unit = runstate_unit(state_of_run, "YL");
    return file_make_folder(root, NULL) ? 0 : -1;
}

static int tear_down(void **state G_GNUC_UNUSED)
{
    runstate_free(state_of_run);
    file_remove_tree(root, NULL);
    g_free(root);
    g_free(receipts);
    return 0;
}

/* ---- state ---- */

static void test_state_comes_back(void **state G_GNUC_UNUSED)
{
    g_autofree char *file = g_build_filename(root, "state.xml", NULL);
    stateunit_set_package(unit, "沅陵县.zip", "old", 1, 2, 1);
    stateunit_set_package(unit, "沅陵县.zip", "new", INT64_C(1480932000123456789), 4, 2);
    stateunit_set_receipt(unit, 1, "沅陵县.zip", "ab", 1480932000, true);
    assert_true(runstate_unit(state_of_run, "YL") == unit);
    assert_true(runstate_unit(state_of_run, "") != unit);
    assert_true(runstate_write(state_of_run, file, NULL));
    g_autoptr(RunState) read = runstate_read(file);
    const StatePackage *package = stateunit_package(runstate_unit(read, "YL"), "沅陵县.zip");
    assert_string_equal(package->signature, "new");
    assert_int_equal(package->newest_ns, INT64_C(1480932000123456789));
    assert_int_equal(package->receipt, 2);
    assert_null(stateunit_package(runstate_unit(read, "YL"), "别的.zip"));
    const StateReceipt *receipt = receipts_find(runstate_unit(read, "YL"), 1);
    assert_true(receipt->withdrawn && receipt->received_s == 1480932000);
}

static void test_broken_state_is_an_empty_one(void **state G_GNUC_UNUSED)
{
    g_autofree char *file = g_build_filename(root, "state.xml", NULL);
    put("state.xml", "<state xmlns=\"urn:anjuan:state\"><unit id=\"YL\">");
    g_autoptr(RunState) read = runstate_read(file);
    assert_int_equal(read->units->len, 0);
}

static void test_steps_are_fresh(void **state G_GNUC_UNUSED)
{
    g_autofree char *one = g_build_filename(root, "1.xml", NULL), *two = g_build_filename(root, "2.xml", NULL);
    const char *const files[] = {one, two, NULL};
    char single[DIGEST_HEX + 1];
    put("1.xml", "a");
    put("2.xml", "b");
    assert_false(stateunit_is_fresh(unit, "check", "in", files));
    assert_null(stateunit_output(unit, "check"));
    assert_true(stateunit_set_step(unit, "check", "in", files, NULL));
    assert_true(stateunit_is_fresh(unit, "check", "in", files));
    assert_false(stateunit_is_fresh(unit, "check", "other", files));
    assert_false(stateunit_is_fresh(unit, "scan", "in", files));
    g_autofree char *output = g_strdup(stateunit_output(unit, "check"));
    put("2.xml", "c"); /* written again: another inode, another time */
    assert_false(stateunit_is_fresh(unit, "check", "in", files));
    assert_true(stateunit_set_step(unit, "check", "in", files, NULL));
    assert_string_not_equal(stateunit_output(unit, "check"), output);
    unlink(one);
    assert_false(stateunit_is_fresh(unit, "check", "in", files));
    assert_false(stateunit_set_step(unit, "check", "in", files, NULL));
    assert_true(stateunit_set_step(unit, "scan", "in", files + 1, NULL)); /* one file: its own digest */
    assert_true(digest_file(two, single, NULL));
    assert_string_equal(stateunit_output(unit, "scan"), single);
}

static void test_signatures_see_every_change(void **state G_GNUC_UNUSED)
{
    char first[65], now[65];
    int64_t newest_ns = 0, bytes = 0;
    g_autofree char *inner = g_build_filename(root, "p", "in", NULL), *package = g_build_filename(root, "p", NULL);
    assert_true(file_make_folder(inner, NULL));
    put("p/in/a", "123");
    put("p/b", "4");
    assert_true(signature_of(package, first, &newest_ns, &bytes, NULL));
    assert_int_equal(bytes, 4);
    assert_true(newest_ns > INT64_C(1480932000000000000));
    assert_true(signature_of(package, now, NULL, NULL, NULL));
    assert_string_equal(now, first);
    put("p/in/a", "321"); /* same size */
    assert_true(signature_of(package, now, NULL, NULL, NULL));
    assert_string_not_equal(now, first);
    memcpy(first, now, sizeof first);
    put("p/in/c", ""); /* an empty file more */
    assert_true(signature_of(package, now, NULL, NULL, NULL));
    assert_string_not_equal(now, first);
    g_autofree char *nowhere = g_build_filename(root, "nowhere", NULL);
    g_autoptr(GError) error = NULL;
    assert_false(signature_of(nowhere, now, NULL, NULL, &error));
    assert_true(error->domain == FAULT_SYSTEM);
}

/* ---- receipts ---- */

/* A package of those BYTES. */
static int64_t note(const char *name, const char *bytes, int64_t now_s)
{
    int64_t number = 0;
    Package *package = record_new(&package_type);
    package->name = g_strdup(name);
    package->sha256 = g_malloc(DIGEST_HEX + 1);
    digest_bytes(bytes, strlen(bytes), package->sha256);
    assert_true(receipts_note(unit, receipts, package, now_s, &number, NULL));
    record_free(&package_type, package);
    return number;
}

static void test_receipts_are_given_once(void **state G_GNUC_UNUSED)
{
    assert_true(receipts_sync(unit, receipts, NULL)); /* no folder yet */
    assert_int_equal(unit->receipts->len, 0);
    assert_int_equal(note("甲.zip", "aa", 100), 1);
    assert_int_equal(note("甲.zip", "aa", 200), 1); /* the same bytes */
    assert_int_equal(note("甲.zip", "bb", 300), 2); /* corrected */
    assert_int_equal(note("乙.zip", "aa", 400), 3); /* another name for bytes that were held: the time of then */
    assert_int_equal(receipts_find(unit, 3)->received_s, 100);
    assert_int_equal(note("甲.zip", "aa", 500), 4); /* back to the first version */
    assert_int_equal(receipts_last(unit, "甲.zip")->number, 4);
    assert_null(receipts_last(unit, "丙.zip"));
    assert_null(receipts_find(unit, 0));
    assert_null(receipts_find(unit, 5));
}

static void test_receipts_are_read_again(void **state G_GNUC_UNUSED)
{
    note("甲.zip", "aa", 100);
    note("乙.zip", "bb", 200);
    g_autoptr(RunState) forgotten = runstate_read("/nonexistent/state.xml");
    StateUnit *same = runstate_unit(forgotten, "YL");
    assert_true(receipts_sync(same, receipts, NULL));
    assert_int_equal(same->receipts->len, 2);
    assert_string_equal(receipts_find(same, 2)->name, "乙.zip");
    put("receipts/0002.xml", "<receipt/>");
    g_autoptr(GError) error = NULL;
    assert_false(receipts_sync(same, receipts, &error));
    assert_non_null(strstr(error->message, "0002.xml"));
    assert_non_null(strstr(error->message, "备份"));
}

static void test_withdrawn_bytes_stay_withdrawn(void **state G_GNUC_UNUSED)
{
    note("甲.zip", "aa", 100);
    ((StateReceipt *)unit->receipts->pdata[0])->withdrawn = true;
    assert_null(receipts_last(unit, "甲.zip"));
    assert_int_equal(note("甲.zip", "aa", 200), 1);
    assert_null(receipts_last(unit, "甲.zip"));
    assert_int_equal(note("甲.zip", "bb", 300), 2); /* other bytes are received anew */
    assert_int_equal(receipts_last(unit, "甲.zip")->received_s, 300);
}

static void add_row(Tables *tables, const char *id, const char *of, const char *file)
{
    ReceiptRow *row = record_add(tables->receipts, &receipt_row_type);
    row->id = g_strdup(id);
    row->unit = g_strdup(of);
    row->file = g_strdup(file);
}

static const char *row_for(const Tables *tables, const char *name, bool only)
{
    const ReceiptRow *row = receipts_row(tables, "YL", name, only);
    return row ? row->id : "";
}

static void test_rows_of_the_table(void **state G_GNUC_UNUSED)
{
    Tables *tables = record_new(&tables_type);
    add_row(tables, "1", "YL", "沅陵县.ZIP");
    add_row(tables, "2", "XX", "沅陵县(更正)");
    add_row(tables, "3", "YL", NULL);
    add_row(tables, "4", "YL", "沅陵县（更正）");
    assert_string_equal(row_for(tables, "沅陵县.zip", false), "1");
    assert_string_equal(row_for(tables, "沅陵县", true), "3"); /* the last one that fits speaks */
    assert_string_equal(row_for(tables, "沅陵县(更正).zip", false), "4");
    assert_string_equal(row_for(tables, "沅陵县(再更正).zip", false), "");
    record_free(&tables_type, tables);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_state_comes_back),        TEST(test_broken_state_is_an_empty_one), TEST(test_steps_are_fresh), TEST(test_signatures_see_every_change),
        TEST(test_receipts_are_given_once), TEST(test_receipts_are_read_again),      TEST(test_withdrawn_bytes_stay_withdrawn), TEST(test_rows_of_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
