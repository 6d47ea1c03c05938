/* Tables that are workbooks: which sheet is read, and what its cells say of the rows. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <glib/gstdio.h>

#include "builtinseason.h"
#include "fault.h"
#include "tablefolder.h"
#include "tables.h"
#include "xlsxfile.h"

/* Rows of texts as the XML of a sheet: cells parted by ',', rows by '\n'; what stands behind '#' is a number, what begins with
 * '<' is XML. */
static char *data_of(const char *text)
{
    GString *data = g_string_new(NULL);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, ",", -1);
        g_string_append(data, "<row>");
        for (char **cell = cells; *cell; cell++) {
            if (**cell == '<')
                g_string_append(data, *cell);
            else if (**cell == '#')
                g_string_append_printf(data, "<c><v>%s</v></c>", *cell + 1);
            else if (**cell)
                g_string_append_printf(data, "<c t='inlineStr'><is><t>%s</t></is></c>", *cell);
            else
                g_string_append(data, "<c/>");
        }
        g_string_append(data, "</row>");
    }
    return g_string_free(data, FALSE);
}

static char *folder_with(const char *file, XlsxRecipe recipe)
{
    g_autofree char *data = data_of(recipe.data), *second = recipe.second ? data_of(recipe.second) : NULL;
    recipe.data = data;
    recipe.second = second;
    g_autoptr(GBytes) bytes = xlsx_make(&recipe);
    gsize size;
    const void *content = g_bytes_get_data(bytes, &size);
    char *folder = reference_new(TRUE);
    reference_put_bytes(folder, file, content, size);
    return folder;
}

static Tables *read_workbook(const char *file, XlsxRecipe recipe)
{
    GError *error = NULL;
    char *folder = folder_with(file, recipe);
    Tables *tables = tables_read(folder, season, "pipeline/rules/tables.xml", NULL, &error);
    if (!tables)
        fail_msg("%s", error->message);
    reference_remove(folder);
    return tables;
}

static void expect_refusal(const char *file, XlsxRecipe recipe, const char *words)
{
    g_autoptr(GError) error = NULL;
    char *folder = folder_with(file, recipe);
    assert_null(tables_read(folder, season, "pipeline/rules/tables.xml", NULL, &error));
    if (!g_error_matches(error, FAULT_INPUT, FAULT_BAD) || !strstr(error->message, words))
        fail_msg("%s", error->message);
    reference_remove(folder);
}

/* All findings as "code place column reason value", one a line; then the notes as "what value". */
static void expect_said(const Tables *tables, const char *expected)
{
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < tables->findings->len; i++) {
        const Finding *finding = tables->findings->pdata[i];
        g_string_append_printf(all, "%s %s %s %s %s\n", finding->code, finding->place, finding_value(finding, "column"),
                               finding_value(finding, "reason"), finding_value(finding, "value"));
    }
    for (guint i = 0; i < tables->notes->len; i++) {
        const TableNote *note = tables->notes->pdata[i];
        g_string_append_printf(all, "%s %s\n", note->what, note->value);
    }
    assert_string_equal(all->str, expected);
}

static void tables_free(Tables *tables)
{
    record_free(&tables_type, tables);
}

#define CASES "案件编号,办案单位,案件类型,文书文号,当事人,文书日期,罚款金额（万元）"
#define ROW "AJ1,沅陵县,行政处罚,沅环罚〔2016〕1号,甲,#42651,#2.5"

static void test_values(void **state)
{
    (void)state;
    Tables *tables = read_workbook(
        "cases.xlsx", (XlsxRecipe){ .data = "2016年案件,,,,,,\n" CASES ",承办人\n" ROW ",乙\n合计,,,,,,#2.5",
                                    .merges = "<mergeCell ref='A1:G1'/>" });
    expect_said(tables, "ignored-column 承办人\n");
    assert_int_equal(tables->cases->len, 1);
    const CaseRow *row = tables->cases->pdata[0];
    assert_string_equal(row->place, "cases.xlsx:A3");
    assert_int_equal(row->date, day_from_ymd(2016, 10, 8));
    g_autofree char *fine = decimal_format(row->fine_yuan);
    assert_string_equal(fine, "25000");
    const TableSource *source = tables->sources->pdata[1];
    assert_string_equal(source->file, "cases.xlsx");
    assert_null(source->encoding);
    assert_int_equal(source->rows, 1);
    tables_free(tables);
}

static void test_percent(void **state)
{
    (void)state;
    char *folder =
        folder_with("units.xlsx",
                    (XlsxRecipe){ .data = "单位编号,单位名称,别名,组别,先进个人名额,法制个人名额,基准比例\n"
                                          "A,甲县,,county,#3,#1,<c s='1'><v>0.125</v></c>\nB,乙县,,county,#3,#1,#12.5",
                                  .builtins = { 10 } });
    g_autofree char *csv = g_build_filename(folder, "units.csv", NULL);
    assert_int_equal(g_remove(csv), 0);
    Tables *tables = tables_read(folder, season, "pipeline/rules/tables.xml", NULL, NULL);
    assert_non_null(tables);
    for (guint i = 0; i < 2; i++) {
        g_autofree char *share = decimal_format(((const UnitRow *)tables->units->pdata[i])->share_percent);
        assert_string_equal(share, "12.5");
    }
    tables_free(tables);
    reference_remove(folder);
}

/* What no value can be made of costs its row, and says where. */
static void test_no_values(void **state)
{
    (void)state;
    Tables *tables = read_workbook(
        "cases.xlsx",
        (XlsxRecipe){ .data = CASES "\n" ROW "\n"
                                    "<c t='e'><v>#N/A</v></c>,沅陵县,行政处罚,沅环罚〔2016〕2号,甲,#42651,\n"
                                    "AJ3,沅陵县,行政处罚,沅环罚〔2016〕3号,甲,#42651,<c><f>F1*2</f></c>\n"
                                    "#431200201600012345,沅陵县,行政处罚,沅环罚〔2016〕4号,甲,#42651,\n"
                                    "AJ5,沅陵县,行政处罚,沅环罚〔2016〕5号,甲,<c><f>TODAY()</f><v/></c>,\n"
                                    "AJ6,沅陵县,行政处罚,沅环罚〔2016〕6号,<c t='str'><v>#REF!</v></c>,#42651," });
    expect_said(
        tables,
        "DAT-001 !A3 案件编号 cell-error #N/A\nDAT-001 !G4 罚款金额 not-computed =F1*2\nDAT-001 !A5 案件编号 digits-lost 431200201600012000\n"
        "DAT-001 !F6 文书日期 not-computed =TODAY()\nDAT-001 !E7 当事人 cell-error #REF!\n");
    assert_int_equal(tables->cases->len, 1);
    tables_free(tables);
}

/* A merged name holds for its rows, a merged figure once; rows without anything of their own are none. */
static void test_merged_cells(void **state)
{
    (void)state;
    Tables *tables = read_workbook(
        "cases.xlsx",
        (XlsxRecipe){
            .data = CASES "\n" ROW "\n,,查封,沅环查〔2016〕1号,,#42652,\n\n" ROW,
            .merges =
                "<mergeCell ref='A2:A3'/><mergeCell ref='B2:B4'/><mergeCell ref='E2:E3'/><mergeCell ref='G2:G3'/>" });
    expect_said(tables, "");
    assert_int_equal(tables->cases->len, 3);
    const CaseRow *second = tables->cases->pdata[1];
    assert_string_equal(second->id, "AJ1");
    assert_string_equal(second->unit, "YL");
    assert_string_equal(second->party, "甲");
    assert_false(second->fine_yuan.set);
    tables_free(tables);
    tables = read_workbook("reviews.xlsx",
                           (XlsxRecipe){ .data = "单位,文号,专家,得分\n沅陵县,一号卷,甲,#90\n沅陵县,二号卷,甲,",
                                         .merges = "<mergeCell ref='D2:D3'/>" });
    expect_said(tables, "DAT-001 !D3 得分 empty 90\n");
    tables_free(tables);
}

/* A header of two rows, as people lay out figures of two years. */
static void test_merged_header(void **state)
{
    (void)state;
    Tables *tables = read_workbook(
        "air.xlsx",
        (XlsxRecipe){
            .data = "全市环境空气质量（单位：µg/m³）\n序号,县市区,PM10,,PM2.5,,备注\n,,2015年,2016年,2015年,2016年,\n"
                    "#1,沅陵县,#70,#65,#45,#44,无",
            .merges = "<mergeCell ref='A1:G1'/><mergeCell ref='A2:A3'/><mergeCell ref='B2:B3'/>"
                      "<mergeCell ref='C2:D2'/><mergeCell ref='E2:F2'/><mergeCell ref='G2:G3'/>" });
    expect_said(tables, "ignored-column 序号\nignored-column 备注\n");
    assert_int_equal(tables->air->len, 1);
    const AirRow *row = tables->air->pdata[0];
    g_autofree char *before = decimal_format(row->pm10_2015), *after = decimal_format(row->pm25_2016);
    assert_string_equal(before, "70");
    assert_string_equal(after, "44");
    tables_free(tables);
}

static void test_which_sheet(void **state)
{
    (void)state;
    static const char other[] = "填表说明\n请勿改动表头";
    Tables *tables = read_workbook("cases.xlsx", (XlsxRecipe){ .data = other, .second = CASES "\n" ROW });
    expect_said(tables, "ignored-sheet Sheet1\n");
    assert_string_equal(((const CaseRow *)tables->cases->pdata[0])->place, "cases.xlsx:另页!A2");
    tables_free(tables);
    /* an empty one and a hidden one step back */
    tables = read_workbook("cases.xlsx", (XlsxRecipe){ .data = CASES, .second = CASES "\n" ROW });
    assert_int_equal(tables->cases->len, 1);
    tables_free(tables);
    tables = read_workbook(
        "cases.xlsx", (XlsxRecipe){ .data = CASES "\n" ROW, .second = CASES "\n" ROW "\n" ROW, .state = "hidden" });
    assert_int_equal(tables->cases->len, 1);
    tables_free(tables);
    tables = read_workbook("cases.xlsx", (XlsxRecipe){ .data = other, .second = CASES "\n" ROW, .state = "hidden" });
    assert_int_equal(tables->cases->len, 1);
    tables_free(tables);
    expect_refusal("cases.xlsx", (XlsxRecipe){ .data = CASES "\n" ROW, .second = CASES "\n" ROW },
                   "工作表“Sheet1”和“另页”都有这张表的表头");
}

static void test_no_header(void **state)
{
    (void)state;
    expect_refusal("cases.xlsx", (XlsxRecipe){ .data = "" }, "工作簿是空的");
    expect_refusal("cases.xlsx", (XlsxRecipe){ .data = "说明", .second = "案件编号,办案单位,案件类型" },
                   "cases.xlsx（工作表“另页”）：第1行的表头缺少 文书文号、当事人、文书日期、罚款金额");
    expect_refusal("cases.xlsx", (XlsxRecipe){ .data = "\n\n\n\n\n\n\n\n\n\n" CASES "\n" ROW }, "前10行中没有找到表头");
    Tables *tables = read_workbook("cases.xlsx", (XlsxRecipe){ .data = "\n\n\n\n\n\n\n\n\n" CASES "\n" ROW });
    assert_int_equal(tables->cases->len, 1);
    tables_free(tables);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),       cmocka_unit_test(test_percent),       cmocka_unit_test(test_no_values),
        cmocka_unit_test(test_merged_cells), cmocka_unit_test(test_merged_header), cmocka_unit_test(test_which_sheet),
        cmocka_unit_test(test_no_header),
    };
    return cmocka_run_group_tests(tests, season_load, season_drop);
}
