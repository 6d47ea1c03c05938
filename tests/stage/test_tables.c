#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/wait.h>

#include "fault.h"
#include "rec_tables.h"
#include "tablefolder.h"

#define SEASON "pipeline/rules/season-template.xml"
#define CASES "案件编号,办案单位,案件类型,文书文号,当事人,文书日期,罚款金额（万元）\n"

/* Runs anjuan-tables with the arguments up to NULL; what it says is put into *SAID (stdout, then stderr). */
static int tables_run(char **said, ...)
{
    g_autoptr(GPtrArray) arguments = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(arguments, g_build_filename(g_getenv("ANJUAN_BUILD"), "bin", "anjuan-tables", NULL));
    va_list list;
    va_start(list, said);
    for (const char *argument = va_arg(list, const char *); argument; argument = va_arg(list, const char *))
        g_ptr_array_add(arguments, g_strdup(argument));
    va_end(list);
    g_ptr_array_add(arguments, NULL);
    g_autofree char *out = NULL, *err = NULL;
    int status = 0;
    GError *error = NULL;
    if (!g_spawn_sync(NULL, (char **)arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &err, &status, &error))
        fail_msg("%s", error->message);
    assert_true(WIFEXITED(status));
    if (said)
        *said = g_strconcat(out, err, NULL);
    return WEXITSTATUS(status);
}

static char *contents(const char *folder, const char *name)
{
    char *text = NULL;
    GError *error = NULL;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (!g_file_get_contents(path, &text, NULL, &error))
        fail_msg("%s", error->message);
    return text;
}

static void put_season_tables(const char *folder)
{
    reference_put(folder, "units.csv", reference_units);
    reference_put(folder, "cases.csv", "2016年行政处罚案件,,,,,,\n" CASES "AJ1,沅陵县,行政处罚,沅环罚〔2016〕1号,甲,2016-10-08,2.5\n"
                                       "AJ2,沅陵县环境保护局,行政处罚,沅环罚〔2016〕2号,甲,2016-10-08,2.5\n"
                                       "AJ3,辰溪县,行政处罚,辰环罚〔2016〕1号,乙,2016-02-30,1\n合计,,,,,,6\n");
    reference_put_in(folder, "reviews/专家甲.csv", "单位,文号,专家,得分\n辰溪县,一号卷,甲,95\n", "GB18030");
}

static void test_writes_records(void **state)
{
    (void)state;
    char *from = reference_new(FALSE), *out = reference_new(FALSE);
    g_autofree char *said = NULL, *to = g_build_filename(out, "a", "b", NULL), *path = g_build_filename(to, "tables.xml", NULL);
    put_season_tables(from);
    assert_int_equal(tables_run(&said, "--season", SEASON, "-o", to, from, NULL), EXIT_DONE);
    assert_string_equal(said, "");
    Tables *tables = record_read(&tables_type, path, NULL);
    assert_non_null(tables);
    assert_int_equal(tables->units->len, 3);
    assert_int_equal(tables->cases->len, 2);
    assert_int_equal(tables->findings->len, 1);
    assert_int_equal(tables->reviews->len, 1);
    record_free(&tables_type, tables);
    reference_remove(from);
    reference_remove(out);
}

/* COUNT rows of a reviews table, one line of which is blank.  Caller frees. */
static char *many_reviews(guint count)
{
    GString *text = g_string_new("单位,文号,专家,得分\n\n");
    for (guint i = 0; i < count; i++)
        g_string_append(text, "辰溪县,一号卷,甲,\n");
    return g_string_free(text, FALSE);
}

static void test_too_many_rows_are_told(void **state)
{
    (void)state;
    char *from = reference_new(FALSE), *out = reference_new(FALSE);
    g_autofree char *most = many_reviews(400000), *more = many_reviews(400001), *said = NULL, *told = NULL;
    put_season_tables(from);
    reference_put(from, "reviews.csv", most);
    assert_int_equal(tables_run(&said, "--season", SEASON, "-o", out, from, NULL), EXIT_DONE);
    reference_put(from, "reviews.csv", more);
    assert_int_equal(tables_run(&told, "--season", SEASON, "-o", out, from, NULL), EXIT_INPUT);
    assert_non_null(strstr(told, "reviews.csv"));
    assert_non_null(strstr(told, "400001"));
    reference_remove(from);
    reference_remove(out);
}

/* The same tables in another folder give the same bytes; so does a second run over the first. */
static void test_same_bytes(void **state)
{
    (void)state;
    static const char *const files[] = { "tables.xml", "slices/YL.xml", "slices/CX.xml", "slices/SJ.xml" };
    char *first = reference_new(FALSE), *second = reference_new(FALSE), *out = reference_new(FALSE), *other = reference_new(FALSE);
    put_season_tables(first);
    put_season_tables(second);
    assert_int_equal(tables_run(NULL, "--season", SEASON, "-o", out, first, NULL), EXIT_DONE);
    assert_int_equal(tables_run(NULL, "--season", SEASON, "-o", other, second, NULL), EXIT_DONE);
    assert_int_equal(tables_run(NULL, "--lang", "en", "--season", SEASON, "-o", other, second, NULL), EXIT_DONE);
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *a = contents(out, files[i]), *b = contents(other, files[i]);
        assert_string_equal(a, b);
    }
    reference_remove(first);
    reference_remove(second);
    reference_remove(out);
    reference_remove(other);
}

static void expect_refusal(const char *season, const char *from, const char *to, int status, const char *words)
{
    g_autofree char *said = NULL;
    assert_int_equal(tables_run(&said, "--season", season, "-o", to, from, NULL), status);
    if (!strstr(said, words))
        fail_msg("%s", said);
    assert_true(g_str_has_prefix(said, "anjuan-tables: "));
}

/* The empty tables that anjuan init writes have the headers that are read here. */
static void test_empty_tables(void **state)
{
    (void)state;
    static const char templates[] = "pipeline/rules/init/reference";
    char *from = reference_new(FALSE), *out = reference_new(FALSE);
    g_autoptr(GDir) dir = g_dir_open(templates, 0, NULL);
    assert_non_null(dir);
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
        g_autofree char *text = contents(templates, name);
        reference_put(from, name, text);
    }
    g_autofree char *said = NULL, *units = contents(from, "units.csv");
    g_autofree char *filled = g_strconcat(units, "YL,沅陵县环境保护局,沅陵县,county,3,1,\r\n", NULL);
    expect_refusal(SEASON, from, out, EXIT_INPUT, "units.csv");
    reference_put(from, "units.csv", filled);
    assert_int_equal(tables_run(&said, "--season", SEASON, "-o", out, from, NULL), EXIT_DONE);
    g_autofree char *record = contents(out, "tables.xml");
    assert_null(strstr(record, "<finding"));
    assert_null(strstr(record, "<note"));
    reference_remove(from);
    reference_remove(out);
}

static void test_refusals(void **state)
{
    (void)state;
    char *from = reference_new(FALSE), *out = reference_new(FALSE);
    g_autofree char *blocked = g_build_filename(from, "units.csv", "out", NULL);
    expect_refusal(SEASON, from, out, EXIT_INPUT, "units.csv");
    expect_refusal(SEASON, "no/such/folder", out, EXIT_INPUT, "no/such/folder");
    put_season_tables(from);
    expect_refusal("no-season.xml", from, out, EXIT_INPUT, "no-season.xml");
    expect_refusal(SEASON, from, blocked, EXIT_IO, "units.csv");
    reference_put(from, "cases.xlsx", "PK");
    expect_refusal(SEASON, from, out, EXIT_INPUT, "cases.xlsx");
    g_autofree char *path = g_build_filename(out, "tables.xml", NULL);
    assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    reference_remove(from);
    reference_remove(out);
}

static void test_usage(void **state)
{
    (void)state;
    g_autofree char *help = NULL, *version = NULL, *english = NULL;
    assert_int_equal(tables_run(NULL, NULL), EXIT_USAGE);
    assert_int_equal(tables_run(NULL, "--season", SEASON, "x", NULL), EXIT_USAGE);
    assert_int_equal(tables_run(NULL, "-o", "y", "x", NULL), EXIT_USAGE);
    assert_int_equal(tables_run(NULL, "--nonsense", NULL), EXIT_USAGE);
    assert_int_equal(tables_run(&help, "--help", NULL), EXIT_DONE);
    assert_non_null(strstr(help, "anjuan-tables --season"));
    assert_int_equal(tables_run(&version, "--version", NULL), EXIT_DONE);
    assert_true(g_str_has_prefix(version, "anjuan-tables "));
    assert_int_equal(tables_run(&english, "--lang", "en", "--season", SEASON, "-o", "y", "nowhere", NULL), EXIT_INPUT);
    assert_non_null(strstr(english, "there is no folder nowhere"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_writes_records), cmocka_unit_test(test_too_many_rows_are_told),
        cmocka_unit_test(test_same_bytes),     cmocka_unit_test(test_empty_tables),
        cmocka_unit_test(test_refusals),       cmocka_unit_test(test_usage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
