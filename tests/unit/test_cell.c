#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <glib.h>

#include "cell.h"

static void expect_day(const char *text, const char *iso)
{
    Day day = DAY_NONE;
    if (cell_read_day(text, &day) != CELL_OK)
        print_message("%s\n", text);
    g_autofree char *seen = day_format(day);
    assert_string_equal(seen, iso);
}

static void expect_no_day(const char *text, CellReason reason)
{
    Day day = 7;
    if (cell_read_day(text, &day) != reason)
        print_message("%s\n", text);
    assert_int_equal(cell_read_day(text, &day), reason);
    assert_int_equal(day, 7);
}

static void test_days(void **state)
{
    (void)state;
    static const char *const forms[] = {
        "2016-10-08", "2016-10-8", "2016/10/8", "2016/10/08", "2016.10.8", "2016年10月8日", "2016年10月08日", " 2016-10-08 ",
        "２０１６年１０月８日", "2016 年 10 月 8 日", "２０１６／１０／８", "　2016-10-08\t", "2016/10/8 0:00", "2016-10-08 09:30:00",
        "2016-10-08T09:30:00", "2016年10月8日9:30", "2016年10月8日 09:30", "42651", "2016/10/8 0:00:00.000", "４２６５１",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        expect_day(forms[i], "2016-10-08");
    expect_day("2016-02-29", "2016-02-29");
    expect_day("30000", "1982-02-18");
    expect_day("60000", "2064-04-08");
}

static void test_no_days(void **state)
{
    (void)state;
    static const char *const forms[] = {
        "2016-10", "2016年10月", "2016", "10/8/2016", "16-10-08", "2016-10/08", "2016-10-081", "2016-10-08x", "2016-10-08 25:00",
        "2016-10-08T", "2016年10月8", "待定", "20161008", "29999", "60001", "042651", "2016-10-08 2016-10-09", "42651.5", "-",
        "2016--10-08", "二〇一六年十月八日", "2016-10-08-",
        "2016-10-08 00:00:00 and so on and on and on and on and on and on and on and on and on and on",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        expect_no_day(forms[i], CELL_NOT_DATE);
    expect_no_day("2016-02-30", CELL_NO_SUCH_DAY);
    expect_no_day("2015-02-29", CELL_NO_SUCH_DAY);
    expect_no_day("2016-13-01", CELL_NO_SUCH_DAY);
    expect_no_day("1016-10-08", CELL_NO_SUCH_DAY);
    expect_no_day("2106年10月8日", CELL_NO_SUCH_DAY);
    expect_no_day("", CELL_EMPTY);
    expect_no_day(" 　\t", CELL_EMPTY);
}

static void expect_number(const char *text, unsigned exponent, const char *number)
{
    Decimal value = { 0 };
    if (cell_read_decimal(text, exponent, &value) != CELL_OK)
        print_message("%s\n", text);
    g_autofree char *seen = decimal_format(value);
    assert_string_equal(seen, number);
}

static void expect_no_number(const char *text, unsigned exponent, CellReason reason)
{
    Decimal value = { 0 };
    if (cell_read_decimal(text, exponent, &value) != reason)
        print_message("%s\n", text);
    assert_int_equal(cell_read_decimal(text, exponent, &value), reason);
    assert_false(value.set);
}

static void test_numbers(void **state)
{
    (void)state;
    expect_number("0", 0, "0");
    expect_number("20000", 0, "20000");
    expect_number("20,000", 0, "20000");
    expect_number("1,234,567.8900", 0, "1234567.89");
    expect_number("２０，０００．５", 0, "20000.5");
    expect_number("　12.5 ", 0, "12.5");
    expect_number("123456789012345", 0, "123456789012345");
    expect_number("12345678901.2345", 0, "12345678901.2345");
    expect_number("2.5", 4, "25000");
    expect_number("0.0001", 4, "1");
    expect_number("12.3456", 4, "123456");
    expect_number("1,000", 4, "10000000");
    expect_number("007", 0, "7");
}

static void test_no_numbers(void **state)
{
    (void)state;
    static const char *const forms[] = { "20万元", "20000元", "1e5", "1 000", "2万", "+5", "5.", ".5", "1.2.3", "abc", "-", "--5", "12,34x", "5%" };
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        expect_no_number(forms[i], 0, CELL_NOT_NUMBER);
    static const char *const groups[] = { "20,00", "2,0000", "1234,567", ",123", "1,234,56", "1,,234", "1,234.5,6", "1,", "12,345,6.7" };
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
        expect_no_number(groups[i], 0, CELL_BAD_GROUPS);
    expect_no_number("-5", 0, CELL_NEGATIVE);
    expect_no_number("−1,000.5", 0, CELL_NEGATIVE);
    expect_no_number("1234567890123456", 0, CELL_TOO_LONG);
    expect_no_number("0.12345", 0, CELL_TOO_LONG);
    expect_no_number("123456789012345", 4, CELL_TOO_LONG);
    expect_no_number("", 0, CELL_EMPTY);
    expect_no_number("  ", 0, CELL_EMPTY);
}

static void test_percent_mark_count(void **state)
{
    (void)state;
    Decimal value = { 0 };
    int64_t count = -1;
    static const char *const percents[] = { "12.5", "12.5%", " 12.5 % ", "１２．５％" };
    for (size_t i = 0; i < G_N_ELEMENTS(percents); i++) {
        assert_int_equal(cell_read_percent(percents[i], &value), CELL_OK);
        assert_int_equal(decimal_compare(value, (Decimal){ 125, 1, true }), 0);
    }
    assert_int_equal(cell_read_percent("100%", &value), CELL_OK);
    assert_int_equal(cell_read_percent("100.01%", &value), CELL_OUT_OF_RANGE);
    assert_int_equal(cell_read_percent("%", &value), CELL_NOT_NUMBER);
    assert_int_equal(cell_read_percent("5%%", &value), CELL_NOT_NUMBER);
    assert_int_equal(cell_read_percent("", &value), CELL_EMPTY);
    assert_int_equal(cell_read_mark("100", &value), CELL_OK);
    assert_int_equal(cell_read_mark("99.9999", &value), CELL_OK);
    assert_int_equal(cell_read_mark("0", &value), CELL_OK);
    assert_int_equal(cell_read_mark("100.0001", &value), CELL_OUT_OF_RANGE);
    assert_int_equal(cell_read_mark("-1", &value), CELL_NEGATIVE);
    assert_int_equal(cell_read_mark("优", &value), CELL_NOT_NUMBER);
    assert_int_equal(cell_read_count("12.0", 12, &count), CELL_OK);
    assert_int_equal(count, 12);
    assert_int_equal(cell_read_count("13", 12, &count), CELL_OUT_OF_RANGE);
    assert_int_equal(cell_read_count("1.5", 12, &count), CELL_NOT_INTEGER);
    assert_int_equal(count, 12);
}

static void test_yes_no(void **state)
{
    (void)state;
    bool yes = false;
    assert_int_equal(cell_read_yes_no(" 是", &yes), CELL_OK);
    assert_true(yes);
    assert_int_equal(cell_read_yes_no("否", &yes), CELL_OK);
    assert_false(yes);
    assert_int_equal(cell_read_yes_no("不是", &yes), CELL_NOT_YES_NO);
    assert_int_equal(cell_read_yes_no("", &yes), CELL_EMPTY);
}

static void test_water_classes(void **state)
{
    (void)state;
    const struct { const char *text; int value; } good[] = {
        { "Ⅰ", 1 }, { "Ⅱ", 2 }, { "Ⅲ", 3 }, { "Ⅳ", 4 }, { "Ⅴ", 5 }, { "劣Ⅴ", 6 }, { "Ⅲ类", 3 }, { "劣Ⅴ类", 6 }, { "I", 1 }, { "II", 2 },
        { "III", 3 }, { "IV", 4 }, { "V", 5 }, { "劣V", 6 }, { "ＩＩＩ", 3 }, { "iv类", 4 }, { "劣Ｖ类", 6 }, { " Ⅱ 类 ", 2 }, { "ⅴ", 5 },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        int seen = 0;
        assert_int_equal(cell_read_water_class(good[i].text, &seen), CELL_OK);
        assert_int_equal(seen, good[i].value);
    }
    static const char *const bad[] = { "VI", "IIII", "3", "三类", "劣", "劣IV", "类", "无", "Ⅱ-Ⅲ", "Ⅵ" };
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        int seen = 9;
        assert_int_equal(cell_read_water_class(bad[i], &seen), CELL_NOT_CLASS);
        assert_int_equal(seen, 9);
    }
    int seen = 9;
    assert_int_equal(cell_read_water_class(" ", &seen), CELL_EMPTY);
}

static void test_kinds(void **state)
{
    (void)state;
    const struct { const char *text; Kind kind; } good[] = {
        { "行政处罚", KIND_PENALTY }, { "查封扣押", KIND_SEIZURE }, { "查封", KIND_SEIZURE }, { "扣押", KIND_SEIZURE },
        { "限产停产", KIND_RESTRICTION }, { "限制生产", KIND_RESTRICTION }, { "停产整治", KIND_RESTRICTION },
        { "按日连续处罚", KIND_DAILY }, { "按日计罚", KIND_DAILY }, { "移送行政拘留", KIND_DETENTION },
        { "适用行政拘留", KIND_DETENTION }, { "适用行政拘留移送公安机关", KIND_DETENTION }, { "涉嫌犯罪移送", KIND_CRIME },
        { "涉嫌环境污染犯罪", KIND_CRIME }, { "涉嫌环境污染犯罪移送公安机关", KIND_CRIME }, { "申请强制执行", KIND_ENFORCEMENT },
        { "申请法院强制执行", KIND_ENFORCEMENT }, { " 行政 处罚　", KIND_PENALTY },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        Kind kind = KIND_NONE;
        assert_int_equal(cell_read_kind(good[i].text, &kind), CELL_OK);
        assert_int_equal(kind, good[i].kind);
    }
    static const char *const bad[] = { "处罚", "行政处罚决定", "稽查", "行政处罚/查封", "penalty" };
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        Kind kind = KIND_NONE;
        assert_int_equal(cell_read_kind(bad[i], &kind), CELL_NOT_KIND);
    }
    Kind kind = KIND_NONE;
    assert_int_equal(cell_read_kind("", &kind), CELL_EMPTY);
}

static void test_instants(void **state)
{
    (void)state;
    int64_t expected = 0;
    assert_true(instant_parse("2016-11-25T09:00:00+08:00", &expected));
    static const char *const good[] = { "2016-11-25T09:00:00+08:00", "2016-11-25 09:00", "2016-11-25 9:00:00", "2016/11/25 9:00", "2016年11月25日 09:00",
                                        "2016-11-25T01:00:00Z", "2016-11-25T09:00", "２０１６-11-25　09：00", "2016-11-24T19:00:00-06:00" };
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        int64_t seen = 0;
        if (cell_read_instant(good[i], &seen) != CELL_OK)
            print_message("%s\n", good[i]);
        assert_int_equal(seen, expected);
    }
    static const char *const bad[] = { "2016-11-25", "2016-11-25 24:00", "2016-11-25 09", "2016-11-25 09:60", "42699.375", "09:00", "2016-11-25T09:00+08:00x" };
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        int64_t seen = 5;
        assert_int_equal(cell_read_instant(bad[i], &seen), CELL_NOT_INSTANT);
        assert_int_equal(seen, 5);
    }
    int64_t seen = 5;
    assert_int_equal(cell_read_instant("2016-11-31 09:00", &seen), CELL_NO_SUCH_DAY);
    assert_int_equal(cell_read_instant("", &seen), CELL_EMPTY);
}

static void test_reason_ids(void **state)
{
    (void)state;
    for (int i = 0; i < CELL_REASONS; i++) {
        assert_non_null(cell_reason_id(i));
        for (int j = 0; j < i; j++)
            assert_string_not_equal(cell_reason_id(i), cell_reason_id(j));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days), cmocka_unit_test(test_no_days),         cmocka_unit_test(test_numbers), cmocka_unit_test(test_no_numbers), cmocka_unit_test(test_percent_mark_count),
        cmocka_unit_test(test_yes_no), cmocka_unit_test(test_water_classes), cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_instants), cmocka_unit_test(test_reason_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
