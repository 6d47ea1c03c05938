/* Records read by a thread of their own: the same record, digest and fault as when one waits for them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>

#include "fault.h"
#include "fileio.h"
#include "rec_inventory.h"
#include "recordlater.h"

static char *write_inventory(const char *name, const char *package)
{
    char *path = g_build_filename(g_get_tmp_dir(), name, NULL);
    Inventory *inventory = record_new(&inventory_type);
    inventory->program = g_strdup("test");
    Package *one = record_add(inventory->packages, &package_type);
    one->name = g_strdup(package);
    assert_true(record_write(&inventory_type, inventory, path, NULL));
    record_free(&inventory_type, inventory);
    return path;
}

static void records_are_read_side_by_side(void **state)
{
    (void)state;
    g_autofree char *first = write_inventory("first.xml", "甲县"), *second = write_inventory("second.xml", "乙县");
    RecordLater *laters[] = {recordlater_new(&inventory_type, first, true), recordlater_new(&inventory_type, second, false)};
    static const char *const names[] = {"甲县", "乙县"};
    for (int i = 0; i < 2; i++) {
        char hex[65] = "untouched", expected[65];
        GError *fault = NULL;
        Inventory *inventory = recordlater_take(laters[i], hex, &fault);
        assert_null(fault);
        assert_string_equal(((const Package *)inventory->packages->pdata[0])->name, names[i]);
        record_digest(&inventory_type, inventory, expected);
        assert_string_equal(hex, i == 0 ? expected : "untouched"); /* not wanted of the second */
        record_free(&inventory_type, inventory);
        recordlater_free(laters[i]);
    }
}

static void fault_is_given_when_taken(void **state)
{
    (void)state;
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "broken.xml", NULL);
    assert_true(file_write_whole(path, "<inventory", 10, NULL));
    g_autoptr(RecordLater) later = recordlater_new(&inventory_type, path, true);
    g_autoptr(GError) fault = NULL;
    char hex[65];
    assert_null(recordlater_take(later, hex, &fault));
    assert_true(fault && fault->domain == FAULT_INPUT);
}

static void what_nobody_takes_is_freed(void **state)
{
    (void)state;
    g_autofree char *path = write_inventory("unwanted.xml", "甲县"),
                    *missing = g_build_filename(g_get_tmp_dir(), "missing.xml", NULL);
    recordlater_free(recordlater_new(&inventory_type, path, true));
    recordlater_free(recordlater_new(&inventory_type, missing, true));
    recordlater_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(records_are_read_side_by_side), cmocka_unit_test(fault_is_given_when_taken),
                                       cmocka_unit_test(what_nobody_takes_is_freed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
