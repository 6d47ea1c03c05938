#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "fault.h"
#include "sheet.h"
#include "tabledef.h"

static TableRules *rules;

static int rules_load(void **state)
{
    (void)state;
    rules = table_rules_read("pipeline/rules/tables.xml", NULL);
    return rules ? 0 : -1;
}

static int rules_drop(void **state)
{
    (void)state;
    table_rules_free(rules);
    return 0;
}

static Sheet *sheet_of(const char *text)
{
    Sheet *sheet = sheet_from_csv("cases.csv", text, strlen(text), NULL);
    assert_non_null(sheet);
    return sheet;
}

static void test_rows_and_places(void **state)
{
    (void)state;
    g_autoptr(Sheet) sheet = sheet_of("a,\"b\nc\",d\r\n\r\n1,\"open\n2,3\n");
    assert_int_equal(sheet->rows->len, 3);
    assert_int_equal(sheet_row(sheet, 1)->line, 3);
    assert_int_equal(sheet_row(sheet, 2)->line, 5);
    assert_int_equal(sheet_cell(sheet, sheet_row(sheet, 0), 2).line, 2);
    assert_string_equal(sheet_cell(sheet, sheet_row(sheet, 0), 9).text, "");
    assert_int_equal(sheet->troubles->len, 1);
    const SheetTrouble *trouble = &g_array_index(sheet->troubles, SheetTrouble, 0);
    assert_string_equal(trouble->reason, "bad-quote");
    assert_int_equal(trouble->line, 4);
    assert_string_equal(trouble->text, "\"open");
    g_autofree char *place = sheet_place(sheet, 7, 2), *row_place = sheet_row_place(sheet, sheet_row(sheet, 2));
    assert_string_equal(place, "L7");
    assert_string_equal(row_place, "cases.csv:5");
}

static void test_places_in_workbooks(void **state)
{
    (void)state;
    g_autoptr(Sheet) sheet = sheet_new("cases.xlsx", NULL), named = sheet_new("cases.xlsx", "名单");
    static const struct { guint column; const char *place; } cases[] = { { 0, "!A12" }, { 25, "!Z12" }, { 26, "!AA12" }, { 701, "!ZZ12" }, { 702, "!AAA12" } };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *place = sheet_place(sheet, 12, cases[i].column);
        assert_string_equal(place, cases[i].place);
    }
    SheetRow row = { 0, 0, 12 };
    g_autofree char *place = sheet_place(named, 3, 2), *row_place = sheet_row_place(named, &row);
    assert_string_equal(place, "名单!C3");
    assert_string_equal(row_place, "cases.xlsx:名单!A12");
}

/* A trouble's text is cut between characters. */
static void test_long_trouble(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("\"a");
    for (int i = 0; i < 100; i++)
        g_string_append(text, "沅");
    g_autoptr(Sheet) sheet = sheet_of(text->str);
    assert_true(g_utf8_validate(g_array_index(sheet->troubles, SheetTrouble, 0).text, -1, NULL));
}

/* The header of `cases` in TEXT: the columns in the order of the rules with their exponents, "0 1 2 3 4 5 6^4"; NULL when there is none. */
static char *header_of(const char *text, GPtrArray *ignored, GError **error)
{
    TableHeader header;
    g_autoptr(Sheet) sheet = sheet_of(text);
    const TableRule *table = table_rule(rules, "cases");
    if (!table_header_find(rules, table, sheet, &header, ignored, error))
        return NULL;
    GString *seen = g_string_new(NULL);
    g_string_append_printf(seen, "%u:", sheet_row(sheet, header.row)->line);
    for (guint i = 0; i < table->columns->len; i++) {
        g_string_append_printf(seen, " %d", header.at[i]);
        if (header.exponent[i])
            g_string_append_printf(seen, "^%u", header.exponent[i]);
    }
    return g_string_free(seen, FALSE);
}

static void expect_header(const char *text, const char *expected)
{
    g_autofree char *seen = header_of(text, NULL, NULL);
    if (!seen)
        print_message("%s\n", text);
    assert_non_null(seen);
    assert_string_equal(seen, expected);
}

#define PLAIN "案件编号,办案单位,案件类型,文书文号,当事人,文书日期,罚款金额"
#define BUT_FINE "案件编号,办案单位,案件类型,文书文号,当事人,文书日期,"

static void test_headers(void **state)
{
    (void)state;
    expect_header(PLAIN "\n", "1: 0 1 2 3 4 5 6");
    expect_header("罚款金额,文书日期,当事人,文书文号,案件类型,办案单位,案件编号\n", "1: 6 5 4 3 2 1 0");
    expect_header("序号,案 号,单位,类　型,文号,被处罚单位,日期,罚款\n", "1: 1 2 3 4 5 6 7");
    expect_header("2016年行政处罚案件表,,,,,,\n\n" PLAIN "\n", "3: 0 1 2 3 4 5 6");
    expect_header("\n\n\n\n\n\n\n\n\n" PLAIN "\n", "10: 0 1 2 3 4 5 6");
    expect_header("案件编号（必填）,办案单位（全称）,案件类型,文书文号,当事人,文书日期（年月日）,罚款金额\n", "1: 0 1 2 3 4 5 6");
    expect_header("案件编号,办案单位,案件类型,\"文书\n文号\",当事人,文书日期,罚款金额\n", "1: 0 1 2 3 4 5 6");
    /* the name wins over an alias, wherever they stand */
    expect_header("日期," PLAIN "\n", "1: 1 2 3 4 5 6 7");
    expect_header(PLAIN ",日期\n", "1: 0 1 2 3 4 5 6");
    /* of two aliases the one that the rules name first, wherever they stand */
    expect_header("案件编号,处罚机关,单位,案件类型,文书文号,当事人,文书日期,罚款金额\n", "1: 0 2 3 4 5 6 7");
    expect_header("案件编号,单位,处罚机关,案件类型,文书文号,当事人,文书日期,罚款金额\n", "1: 0 1 3 4 5 6 7");
    expect_header("*案件编号,办案单位：,案件类型＊,文书文号,当事人,文书日期,罚款金额\n", "1: 0 1 2 3 4 5 6");
    /* a row with more known words below the header does not take its place */
    expect_header(PLAIN "\n" PLAIN "\n", "1: 0 1 2 3 4 5 6");
}

static void test_units(void **state)
{
    (void)state;
    static const char *const wan[] = { "罚款金额（万元）", "罚款金额(万元)", "罚款金额/万元", "罚款金额：万元", "罚款金额（单位：万元）", "罚款金额万元", "罚款（ 万 元 ）",
                                       "罚款金额（人民币万元）" };
    for (size_t i = 0; i < G_N_ELEMENTS(wan); i++) {
        g_autofree char *text = g_strconcat(BUT_FINE, wan[i], NULL);
        expect_header(text, "1: 0 1 2 3 4 5 6^4");
    }
    expect_header(BUT_FINE "罚款金额（元）", "1: 0 1 2 3 4 5 6");
    expect_header(BUT_FINE "罚款金额（千元）", "1: 0 1 2 3 4 5 6^3");
    expect_header("单位：万元\n" PLAIN, "2: 0 1 2 3 4 5 6^4");
    expect_header("填报单位：某局（单位：万元）\n" PLAIN, "2: 0 1 2 3 4 5 6^4");
    expect_header("单位：万元\n" BUT_FINE "罚款金额（元）", "2: 0 1 2 3 4 5 6");
    expect_header("填报单位：万元村\n" PLAIN, "2: 0 1 2 3 4 5 6");
    expect_header(PLAIN "\n单位：万元\n", "1: 0 1 2 3 4 5 6");
}

/* Two rows that are one header together. */
static void test_two_rows(void **state)
{
    (void)state;
    expect_header(PLAIN "\n,,,,,,（万元）\n", "1: 0 1 2 3 4 5 6^4");
    expect_header(PLAIN "\n,,,,,,万元\n", "1: 0 1 2 3 4 5 6^4");
    expect_header(PLAIN "\nAJ1,,,,,,万元\n", "1: 0 1 2 3 4 5 6");
    expect_header("案件编号,办案单位,案件类型,文书,,当事人,罚款金额\n,,,文号,日期,,（万元）\n", "1: 0 1 2 3 5 4 6^4");
    expect_header("标题\n基本情况,,案件类型,文书,,当事人,处罚\n案件编号,办案单位,,文号,日期,,金额\n", "2: 0 1 2 3 5 4 6");
}

/* Columns that are called alike. */
static void test_twice(void **state)
{
    (void)state;
    static const char *const twice[] = { PLAIN ",罚款金额\n", BUT_FINE "罚款金额（元）,罚款金额（万元）\n", PLAIN ",案件编号\n" };
    for (size_t i = 0; i < G_N_ELEMENTS(twice); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(header_of(twice[i], NULL, &error));
        assert_true(g_error_matches(error, FAULT_INPUT, FAULT_BAD));
        assert_non_null(strstr(error->message, i < 2 ? "两列都是“罚款金额”（G列和H列）" : "两列都是“案件编号”（A列和H列）"));
    }
    expect_header(PLAIN ",罚款金额（万元）\n", "1: 0 1 2 3 4 5 6");
}

static void test_no_header(void **state)
{
    (void)state;
    static const struct { const char *text, *message; } cases[] = {
        { "", "没有找到表头" }, { "a,b\n", "没有找到表头" }, { "\n\n\n\n\n\n\n\n\n\n" PLAIN "\n", "没有找到表头" },
        { "案件编号,办案单位,案件类型,文书文号,文书日期,罚款金额\n", "缺少 当事人" }, { BUT_FINE "罚款金额（美元）\n", "缺少 罚款金额" },
        { BUT_FINE "罚款金额说明\n", "缺少 罚款金额" }, { BUT_FINE "\n", "第1行的表头缺少 罚款金额" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(header_of(cases[i].text, NULL, &error));
        assert_true(g_error_matches(error, FAULT_INPUT, FAULT_BAD));
        assert_non_null(strstr(error->message, "cases.csv"));
        if (!strstr(error->message, cases[i].message))
            fail_msg("%s", error->message);
    }
}

static void test_ignored_columns(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) ignored = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *seen = header_of("序号," PLAIN ",, 备 注 \n", ignored, NULL);
    assert_non_null(seen);
    assert_int_equal(ignored->len, 2);
    assert_string_equal(ignored->pdata[0], "序号");
    assert_string_equal(ignored->pdata[1], "备 注");
}

static void test_totals(void **state)
{
    (void)state;
    static const struct { const char *text; bool total; } cases[] = {
        { "合计,,5", true }, { ",　,合 计,5", true }, { "总计", true }, { "小计,1", true }, { "沅陵县小计：,1", true }, { "合计（元）,1", true }, { "共计,1", true }, { "合计〔2016〕号卷,1", false }, { "合计一号,1", false }, { "AJ1,合计", false }, { "合计单位,1", false }, { ",,", false },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Sheet) sheet = sheet_of(cases[i].text);
        assert_int_equal(table_row_is_total(rules, sheet, sheet_row(sheet, 0)), cases[i].total);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_and_places), cmocka_unit_test(test_places_in_workbooks), cmocka_unit_test(test_long_trouble),
        cmocka_unit_test(test_headers), cmocka_unit_test(test_units), cmocka_unit_test(test_no_header), cmocka_unit_test(test_two_rows), cmocka_unit_test(test_twice),
        cmocka_unit_test(test_ignored_columns), cmocka_unit_test(test_totals),
    };
    return cmocka_run_group_tests(tests, rules_load, rules_drop);
}
