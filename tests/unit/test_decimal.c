/* Exact decimal numbers. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>

#include "decimal.h"

static Decimal number(const char *text)
{
    Decimal value = {0};
    assert_true(decimal_parse(text, &value));
    return value;
}

static void test_written_shortest(void **state G_GNUC_UNUSED)
{
    static const char *const cases[][2] = {{"0", "0"},         {"0.0", "0"},         {"00012", "12"},
                                           {"12.50", "12.5"},  {"0.0001", "0.0001"}, {"999999999999999", "999999999999999"},
                                           {"10.00", "10"},    {"100", "100"},       {"0000000000000000000001", "1"},
                                           {"99999999999.9999", "99999999999.9999"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = decimal_format(number(cases[i][0]));
        assert_string_equal(text, cases[i][1]);
    }
    g_autofree char *unset = decimal_format((Decimal){0});
    assert_string_equal(unset, "");
}

static void test_refused(void **state G_GNUC_UNUSED)
{
    static const char *const bad[] = {"",      ".",     ".5",    "5.",      "1.2.3", "-1", "+1", " 1", "1 ", "1e3", "1,000", "０",
                                      "0x10", "1.00000", "1000000000000000", "0.00001", "100000000000.1234", "nan"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        Decimal value = {.mantissa = 7, .scale = 1, .set = true};
        assert_false(decimal_parse(bad[i], &value));
        assert_true(value.mantissa == 7 && value.scale == 1); /* left alone */
    }
}

static void test_places(void **state G_GNUC_UNUSED)
{
    g_autofree char *money = decimal_format_places(number("12.5"), 2), *whole = decimal_format_places(number("12.0"), 0),
                    *small = decimal_format_places(number("0.05"), 4), *unset = decimal_format_places((Decimal){0}, 2);
    assert_string_equal(money, "12.50");
    assert_string_equal(whole, "12");
    assert_string_equal(small, "0.0500");
    assert_string_equal(unset, "");
}

static void test_scaled_up(void **state G_GNUC_UNUSED)
{
    static const char *const cases[][2] = {{"1.25", "12500"}, {"0.0001", "1"}, {"0", "0"}, {"20", "200000"}, {"99999999999", "999999999990000"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Decimal value = number(cases[i][0]);
        assert_true(decimal_scale_up(&value, 4));
        g_autofree char *text = decimal_format(value);
        assert_string_equal(text, cases[i][1]);
    }
    Decimal large = number("100000000000");
    assert_false(decimal_scale_up(&large, 4)); /* sixteen digits */
    assert_int_equal(large.mantissa, 100000000000);
    assert_true(decimal_scale_up(&large, 3));
}

static void test_compared(void **state G_GNUC_UNUSED)
{
    assert_int_equal(decimal_compare(number("1.50"), number("1.5")), 0);
    assert_true(decimal_compare(number("1.5"), number("1.4999")) > 0);
    assert_true(decimal_compare(number("9"), number("10")) < 0);
    assert_true(decimal_compare(number("999999999999999"), number("0.0001")) > 0);
    assert_int_equal(decimal_compare(decimal_from_int(0), number("0.0000")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written_shortest), cmocka_unit_test(test_refused),  cmocka_unit_test(test_places),
        cmocka_unit_test(test_scaled_up),        cmocka_unit_test(test_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
