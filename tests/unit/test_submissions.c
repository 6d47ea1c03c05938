/* Which package belongs to whom. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "submissions.h"

static Tables *tables;

static UnitRow *add_unit(const char *id, const char *name, const char *alias)
{
    UnitRow *unit = record_add(tables->units, &unit_row_type);
    unit->id = g_strdup(id);
    unit->name = g_strdup(name);
    if (alias)
        g_ptr_array_add(unit->aliases, g_strdup(alias));
    return unit;
}

static int set_up(void **state G_GNUC_UNUSED)
{
    tables = record_new(&tables_type);
    add_unit("YL", "沅陵县环境保护局", "沅陵县");
    add_unit("YLZ", "沅陵县环境监察大队", NULL);
    add_unit("HC", "鹤城区环境保护局", "鹤城");
    add_unit("HC2", "鹤城区环境监察大队", "鹤城");
    return 0;
}

static int tear_down(void **state G_GNUC_UNUSED)
{
    record_free(&tables_type, tables);
    return 0;
}

static void test_the_longest_fit_decides(void **state G_GNUC_UNUSED)
{
    static const char *const cases[][2] = {{"沅陵县.zip", "YL"},
                                           {"沅陵县环境保护局（更正）.zip", "YL"},
                                           {"沅陵县环境监察大队", "YLZ"},
                                           {"YLZ.zip", "YLZ"},
                                           {"ylz-2.zip", "YLZ"},
                                           {"ＹＬ 第二次.zip", "YL"},
                                           {"鹤城区环境保护局.zip", "HC"},
                                           {"溆浦县.zip", NULL},
                                           {"报送沅陵县.zip", NULL},
                                           {"", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const UnitRow *second, *unit = submissions_match(tables, cases[i][0], &second);
        assert_string_equal(unit ? unit->id : "-", cases[i][1] ? cases[i][1] : "-");
        assert_null(second);
    }
}

/* What follows a unit may be anything, but not another one that is joined to it: whose package is it? */
static void test_two_units_joined(void **state G_GNUC_UNUSED)
{
    static const char *const joined[] = {"沅陵县和鹤城区环境保护局.zip", "沅陵县环境保护局、鹤城区环境保护局", "沅陵县环保局及鹤城区环境监察大队.zip",
                                         "YL+HC2.zip", "沅陵县 与 鹤城.zip"},
                             *const single[] = {"沅陵县和谐执法材料.zip", "沅陵县(鹤城区环境保护局移送).zip", "沅陵县及沅陵县环境保护局.zip",
                                                "沅陵县案卷和鹤城区环境保护局意见.zip"};
    const UnitRow *second;
    for (size_t i = 0; i < G_N_ELEMENTS(joined); i++) {
        assert_null(submissions_match(tables, joined[i], &second));
        assert_non_null(second);
        g_autofree char *rivals = submissions_rivals(tables, joined[i]);
        assert_non_null(strstr(rivals, "沅陵县环境保护局\n鹤城区"));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(single); i++) {
        assert_string_equal(submissions_match(tables, single[i], &second)->id, "YL");
        assert_null(second);
    }
}

/* PKG-010: of no unit, or (variant "several") of two.  The table of units does not let two have one alias; `check --unit` may be given another table. */
static void test_rivals(void **state G_GNUC_UNUSED)
{
    const UnitRow *second;
    assert_null(submissions_match(tables, "鹤城.zip", &second));
    assert_non_null(second);
    g_autofree char *rivals = submissions_rivals(tables, "鹤城.zip"), *nobody = submissions_rivals(tables, "溆浦县.zip");
    assert_string_equal(rivals, "鹤城区环境保护局\n鹤城区环境监察大队");
    assert_string_equal(nobody, "");
    assert_string_equal(submissions_match(tables, "鹤城区环境监察大队.zip", &second)->id, "HC2");
    assert_null(second); /* a longer fit settles it */
}

static void test_units_by_exact_name(void **state G_GNUC_UNUSED)
{
    assert_string_equal(submissions_unit(tables, "yl")->id, "YL");
    assert_string_equal(submissions_unit(tables, " 沅陵县 ")->id, "YL");
    assert_null(submissions_unit(tables, "沅陵"));
    assert_null(submissions_unit(tables, "沅陵县.zip"));
}

/* ---- the folder ---- */

static void put(const char *root, const char *name)
{
    g_autofree char *path = g_build_filename(root, name, NULL), *folder = g_path_get_dirname(path);
    assert_true(file_make_folder(folder, NULL));
    assert_true(file_write_whole(path, "x", 1, NULL));
}

static void test_list(void **state G_GNUC_UNUSED)
{
    static const char *const names[] = {"沅陵县10.zip", "沅陵县2.zip", "溆浦县/a.txt", ".hidden", "Thumbs.db", "desktop.ini", "~$沅陵县.docx", "__MACOSX/x"};
    g_autofree char *root = g_build_filename(g_get_tmp_dir(), "submissions", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        put(root, names[i]);
    g_autoptr(GPtrArray) list = submissions_list(root, tables, NULL);
    assert_int_equal(list->len, 3);
    const Submitted *folder = list->pdata[2], *first = list->pdata[0], *last = list->pdata[1];
    if (!folder->folder) /* natural order by code point: 沅 before 溆 */
        fail_msg("%s", folder->name);
    assert_string_equal(first->name, "沅陵县2.zip");
    assert_string_equal(last->name, "沅陵县10.zip");
    assert_string_equal(first->unit->id, "YL");
    assert_null(folder->unit);
    assert_int_equal(strlen(first->signature), 64);
    assert_int_equal(first->size_bytes, 1);
    file_remove_tree(root, NULL);
}

/* Windows writes names in GBK; they are read as that, and told apart from the same name in UTF-8. */
static void test_names_in_other_encodings(void **state G_GNUC_UNUSED)
{
    static const char gbk[] = "\xE3\xE4\xC1\xEA\xCF\xD8.zip", control[] = "YL\n1.zip",
                      neither[] = "YL\xFF.zip";
    static const char *const names[] = {gbk, control, neither, "溆浦县.zip"};
    static const struct {
        const char *name, *unit;
    } expected[] = {{"YL\\u{a}1.zip", "YL"}, {"YL\\xFF.zip", "YL"}, {"沅陵县.zip", "YL"}, {"溆浦县.zip", NULL}};
    g_autofree char *root = g_build_filename(g_get_tmp_dir(), "encodings", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        put(root, names[i]);
    g_autoptr(GPtrArray) list = submissions_list(root, tables, NULL);
    assert_int_equal(list->len, G_N_ELEMENTS(expected));
    for (guint i = 0; i < list->len; i++) {
        const Submitted *one = list->pdata[i];
        assert_string_equal(one->name, expected[i].name);
        assert_string_equal(one->unit ? one->unit->id : "", expected[i].unit ? expected[i].unit : "");
        assert_true(submissions_has(root, one->name));
    }
    assert_false(submissions_has(root, "沅陵县"));
    g_autofree char *alone = submissions_name(((const Submitted *)list->pdata[2])->path);
    assert_string_equal(alone, "沅陵县.zip");
    put(root, "沅陵县.zip");
    g_autoptr(GPtrArray) both = submissions_list(root, tables, NULL);
    assert_int_equal(both->len, 5);
    assert_string_equal(((const Submitted *)both->pdata[2])->name, "\\xE3\\xE4\\xC1\\xEA\\xCF\\xD8.zip");
    assert_string_equal(((const Submitted *)both->pdata[2])->unit->id, "YL");
    assert_string_equal(((const Submitted *)both->pdata[3])->name, "沅陵县.zip");
    assert_non_null(strstr(((const Submitted *)both->pdata[3])->path, "沅陵县.zip"));
    file_remove_tree(root, NULL);
}

static void test_empty_or_missing_folder_stops_all(void **state G_GNUC_UNUSED)
{
    g_autofree char *root = g_build_filename(g_get_tmp_dir(), "submissions", NULL);
    for (int i = 0; i < 2; i++) { /* missing, then there but empty */
        g_autoptr(GError) error = NULL;
        assert_null(submissions_list(root, tables, &error));
        assert_true(error->domain == FAULT_SYSTEM);
        assert_non_null(strstr(error->message, root));
        assert_true(file_make_folder(root, NULL));
    }
    file_remove_tree(root, NULL);
}

static void test_given_by_path(void **state G_GNUC_UNUSED)
{
    g_autofree char *root = g_build_filename(g_get_tmp_dir(), "given", NULL), *slashed = g_strconcat(root, "/沅陵县/", NULL),
                    *missing = g_build_filename(root, "b", NULL);
    put(root, "沅陵县/a.txt");
    char *paths[] = {slashed, NULL}, *wrong[] = {slashed, missing, NULL};
    g_autoptr(GPtrArray) told = submissions_given(paths, tables, NULL, NULL), named = submissions_given(paths, tables, tables->units->pdata[2], NULL);
    assert_string_equal(((Submitted *)told->pdata[0])->unit->id, "YL");
    assert_string_equal(((Submitted *)told->pdata[0])->name, "沅陵县");
    assert_string_equal(((Submitted *)named->pdata[0])->unit->id, "HC");
    g_autoptr(GError) error = NULL;
    assert_null(submissions_given(wrong, tables, NULL, &error));
    assert_true(g_error_matches(error, FAULT_INPUT, FAULT_MISSING));
    file_remove_tree(root, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_longest_fit_decides),
        cmocka_unit_test(test_rivals), cmocka_unit_test(test_two_units_joined),
        cmocka_unit_test(test_units_by_exact_name),
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_names_in_other_encodings),
        cmocka_unit_test(test_empty_or_missing_folder_stops_all),
        cmocka_unit_test(test_given_by_path),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
