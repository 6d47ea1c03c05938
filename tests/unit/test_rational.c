#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "rational.h"

static RationalPool *pool;

static int make_pool(void **state)
{
    (void)state;
    pool = rational_pool_new();
    return 0;
}

static int free_pool(void **state)
{
    (void)state;
    rational_pool_free(pool);
    return 0;
}

static void check(const Rational *number, const char *want)
{
    assert_non_null(number);
    g_autofree char *got = rational_format(number);
    assert_string_equal(got, want);
}

static void check_places(const char *number, unsigned places, const char *want)
{
    g_autofree char *got = rational_format_places(rational_parse(pool, number), places);
    assert_string_equal(got, want);
    const Rational *rounded = rational_round(pool, rational_parse(pool, number), places);
    g_autofree char *again = rational_format_places(rounded, places);
    assert_string_equal(again, want);
}

static void arithmetic_is_exact(void **state)
{
    (void)state;
    const Rational *third = rational_from_ratio(pool, 1, 3), *sixth = rational_from_ratio(pool, -2, -12);
    check(sixth, "1/6");
    check(rational_add(pool, third, sixth), "1/2");
    check(rational_sub(pool, sixth, third), "-1/6");
    check(rational_mul(pool, third, rational_from_int(pool, 3)), "1");
    check(rational_div(pool, third, sixth), "2");
    Decimal twelve_and_a_half = {.mantissa = 125, .scale = 1, .set = true};
    check(rational_from_decimal(pool, twelve_and_a_half), "25/2");
    check(rational_from_decimal(pool, (Decimal){0}), "0");
    check(rational_floor(pool, rational_parse(pool, "-1/3")), "-1");
    check(rational_floor(pool, rational_parse(pool, "17/5")), "3");
}

/* Numbers of one word and of several stand in different places. */
static void words_do_not_matter(void **state)
{
    (void)state;
    const Rational *word = rational_parse(pool, "18446744073709551615"), *one = rational_from_int(pool, 1);
    const Rational *more = rational_add(pool, word, one),
                   *below = rational_sub(pool, rational_from_int(pool, 0), more);
    check(word, "18446744073709551615");
    check(more, "18446744073709551616");
    check(below, "-18446744073709551616");
    check(rational_mul(pool, below, below), "340282366920938463463374607431768211456");
    check(rational_div(pool, one, more), "1/18446744073709551616");
    check(rational_sub(pool, more, word), "1");
    check(rational_add(pool, below, more), "0");
    check(rational_parse(pool, "-9223372036854775808"), "-9223372036854775808");
    check_places("-18446744073709551616", 2, "-18446744073709551616.00");
    g_autofree char *smallest = rational_format_short(rational_parse(pool, "1/1000000")),
                    *smaller = rational_format_short(rational_parse(pool, "1/10000000"));
    assert_string_equal(smallest, "0.000001");
    assert_string_equal(smaller, "1/10000000");
    g_autofree char *exact = rational_format_exact(rational_parse(pool, "400020001/100000000")),
                    *whole = rational_format_exact(rational_parse(pool, "7"));
    assert_string_equal(exact, "4.00020001");
    assert_string_equal(whole, "7");
}

static void amounts_add_up(void **state)
{
    (void)state;
    RationalSum *sum = rational_sum_new();
    Decimal largest = {.mantissa = 999999999999999, .scale = 0, .set = true};
    for (int i = 0; i < 100000; i++)
        rational_sum_add(sum, largest);
    rational_sum_add(sum, (Decimal){.mantissa = 1, .scale = 4, .set = true});
    rational_sum_add(sum, (Decimal){0});
    check(rational_sum_take(sum, pool), "999999999999999000000001/10000"); /* 99999999999999900000.0001 */
    check(rational_sum_take(rational_sum_new(), pool), "0");
}

static void only_numbers_are_parsed(void **state)
{
    (void)state;
    check(rational_parse(pool, "351/4"), "351/4");
    check(rational_parse(pool, "-2"), "-2");
    check(rational_parse(pool, "27.860"), "1393/50");
    check(rational_parse(pool, "6/8"), "3/4");
    static const char *const bad[] = {"",   "-",    "1/", "/2",  "1/0",   "1/00",  "1.",
                                      ".5", "1/-2", "1 ", "0x1", "1/2/3", "1.2/3", "1e3"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        assert_null(rational_parse(pool, bad[i]));
}

static void halves_are_rounded_up(void **state)
{
    (void)state;
    check_places("195/7", 2, "27.86");
    check_places("325/7", 4, "46.4286");
    check_places("1/8", 2, "0.13");
    check_places("1249/10000", 2, "0.12");
    check_places("-1/8", 2, "-0.12"); /* towards plus infinity */
    check_places("5/2", 0, "3");
    check_places("-1/3", 0, "0");
    check_places("999999/1000000", 2, "1.00");
    check_places("123456789012345.6785", 3, "123456789012345.679");
}

static void short_form_is_exact(void **state)
{
    (void)state;
    static const struct {
        const char *number, *want;
    } cases[] = {{"351/4", "87.75"},   {"325/7", "325/7"}, {"12", "12"},
                 {"1/64", "0.015625"}, {"1/128", "1/128"}, {"-3/2", "-1.5"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *got = rational_format_short(rational_parse(pool, cases[i].number));
        assert_string_equal(got, cases[i].want);
    }
}

static void choosing_returns_an_argument(void **state)
{
    (void)state;
    const Rational *zero = rational_from_int(pool, 0), *half = rational_from_ratio(pool, 1, 2),
                   *one = rational_from_int(pool, 1);
    assert_ptr_equal(rational_clamp(half, zero, one), half);
    assert_ptr_equal(rational_clamp(rational_from_int(pool, 7), zero, one), one);
    assert_ptr_equal(rational_clamp(rational_from_int(pool, -7), zero, one), zero);
    assert_ptr_equal(rational_min(half, one), half);
    assert_ptr_equal(rational_max(half, one), one);
    assert_int_equal(rational_sign(rational_parse(pool, "-1/9")), -1);
    assert_true(rational_compare(half, one) < 0);
}

static void sums_grow_exactly(void **state)
{
    (void)state;
    RationalSum *sum = rational_sum_new();
    for (int i = 0; i < 1000; i++)
        rational_sum_add(sum, (Decimal){.mantissa = 999999999999999, .scale = 4, .set = true});
    rational_sum_add(sum, (Decimal){0});
    check(rational_sum_take(sum, pool), "999999999999999/10");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic_is_exact),          cmocka_unit_test(only_numbers_are_parsed),
        cmocka_unit_test(halves_are_rounded_up),        cmocka_unit_test(short_form_is_exact),
        cmocka_unit_test(choosing_returns_an_argument), cmocka_unit_test(sums_grow_exactly),
        cmocka_unit_test(words_do_not_matter),          cmocka_unit_test(amounts_add_up),
    };
    return cmocka_run_group_tests(tests, make_pool, free_pool);
}
