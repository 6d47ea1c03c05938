#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib/gstdio.h>

#include "builtinseason.h"
#include "tablefolder.h"
#include "tables.h"

#define UNITS "单位编号,单位名称,别名,组别,先进个人名额,法制个人名额,基准比例\n"
#define CASES "案件编号,办案单位,案件类型,文书文号,当事人,文书日期,罚款金额\n"
#define BULLETINS "单位,日期,标题,采用级别\n"

static char *season_folder(const char *cases)
{
    char *folder = reference_new(TRUE);
    reference_put(folder, "cases.csv", cases);
    return folder;
}

static char *contents(const char *folder, const char *name)
{
    char *text = NULL;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

static void write_out(const char *folder, const char *out)
{
    GError *error = NULL;
    Tables *tables = tables_read(folder, season, NULL, NULL, &error);
    if (!tables || !tables_write(tables, out, &error))
        fail_msg("%s", error->message);
    record_free(&tables_type, tables);
}

static void test_slices(void **state)
{
    (void)state;
    char *folder = season_folder(CASES "AJ1,沅陵县环境保护局,行政处罚,沅环罚〔2016〕1号,甲,2016-10-08,5\nAJ2,辰溪县,行政处罚,辰环罚〔2016〕1号,甲,2016-10-08,5\n");
    reference_put(folder, "bulletins.csv", BULLETINS "沅陵县环境保护局,2016-10-08,夜查,\n");
    char *out = reference_new(FALSE);
    write_out(folder, out);
    g_autofree char *path = g_build_filename(out, "slices", "YL.xml", NULL);
    Slice *slice = record_read(&slice_type, path, NULL);
    assert_non_null(slice);
    assert_string_equal(slice->unit->id, "YL");
    assert_int_equal(slice->cases->len, 1);
    assert_int_equal(slice->bulletins->len, 1);
    assert_true(slice->bulletins_given);
    record_free(&slice_type, slice);
    g_autofree char *tables_path = g_build_filename(out, "tables.xml", NULL);
    Tables *tables = record_read(&tables_type, tables_path, NULL);
    assert_non_null(tables);
    assert_non_null(tables_unit(tables, "CX"));
    record_free(&tables_type, tables);
    reference_remove(folder);
    reference_remove(out);
}

/* A table with a header alone, as init writes it, is not kept: bulletins are counted from the packages. */
static void test_bulletins_with_a_header_alone(void **state)
{
    (void)state;
    static const char *const rows[] = {"", "沅陵县环境保护局,2016-10-08,夜查,\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        char *folder = season_folder(CASES), *out = reference_new(FALSE);
        g_autofree char *table = g_strconcat(BULLETINS, rows[i], NULL);
        reference_put(folder, "bulletins.csv", table);
        write_out(folder, out);
        g_autofree char *path = g_build_filename(out, "slices", "CX.xml", NULL);
        Slice *slice = record_read(&slice_type, path, NULL);
        assert_int_equal(slice->bulletins_given, i == 1);
        record_free(&slice_type, slice);
        reference_remove(folder);
        reference_remove(out);
    }
}

/* One changed row writes one slice; a unit that is gone takes its slice along. */
static void test_slices_again(void **state)
{
    (void)state;
    char *folder = season_folder(CASES "AJ1,沅陵县环境保护局,行政处罚,沅环罚〔2016〕1号,甲,2016-10-08,5\nAJ2,辰溪县,行政处罚,辰环罚〔2016〕1号,甲,2016-10-08,5\n");
    char *out = reference_new(FALSE);
    write_out(folder, out);
    g_autofree char *yl_path = g_build_filename(out, "slices", "YL.xml", NULL), *first = contents(out, "slices/CX.xml");
    GStatBuf before, after;
    assert_int_equal(g_stat(yl_path, &before), 0);
    reference_put(folder, "cases.csv", CASES "AJ1,沅陵县环境保护局,行政处罚,沅环罚〔2016〕1号,甲,2016-10-08,5\nAJ2,辰溪县,行政处罚,辰环罚〔2016〕1号,甲,2016-10-08,6\n");
    reference_put(folder, "units.csv", UNITS "YL,沅陵县环境保护局,沅陵县、沅陵（县）局,county,3,1,\nCX,辰溪县环境保护局,辰溪县,county,2,,12.5%\n");
    reference_put(out, "slices/CX.xml.new", "half");
    write_out(folder, out);
    assert_int_equal(g_stat(yl_path, &after), 0);
    assert_true(before.st_ino == after.st_ino);
    g_autofree char *second = contents(out, "slices/CX.xml"), *gone = contents(out, "slices/SJ.xml"), *half = contents(out, "slices/CX.xml.new");
    assert_string_not_equal(first, second);
    assert_null(gone);
    assert_null(half);
    reference_remove(folder);
    reference_remove(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_slices),
                                       cmocka_unit_test(test_bulletins_with_a_header_alone),
                                       cmocka_unit_test(test_slices_again)};
    return cmocka_run_group_tests(tests, season_load, season_drop);
}
