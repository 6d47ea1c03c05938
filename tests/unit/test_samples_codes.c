/* What the sample season makes up, judged by the library that reads it: codes with right checksums, sums in
 * capitals, workdays. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "creditcode.h"
#include "money.h"

#include "codes.c"
#include "fields.c"
#include "noise.c"
#include "workday.c"

static void assert_code(char *code, CodeKind kind) {
    CodeStatus status;
    assert_int_equal(creditcode_judge(code, &status), kind);
    assert_int_equal(status, CODE_VALID);
    g_free(code);
}

static void test_codes_are_valid(void **state) {
    (void)state;
    Noise noise;
    noise_init(&noise, 1, "codes");
    for (int i = 0; i < 500; i++) {
        assert_code(code_credit(&noise, "431222"), CODE_CREDIT);
        assert_code(code_organisation(&noise), CODE_ORGANISATION);
        assert_code(code_registration(&noise, "431222"), CODE_REGISTRATION);
    }
}

static void test_streams_of_chance(void **state) {
    (void)state;
    Noise a, b, c;
    noise_init(&a, 7, "x");
    noise_init(&b, 7, "x");
    noise_init(&c, 7, "y");
    assert_true(noise_next(&a) == noise_next(&b));
    assert_false(noise_next(&a) == noise_next(&c));
    for (int i = 0; i < 1000; i++) assert_true(noise_below(&a, 3) < 3);
}

static void test_capitals(void **state) {
    (void)state;
    static const int64_t sums[] = {1,       10,      20,        100,      101,      1010,      10000,
                                   10001,   10100,   48000,     100000,   100200,   105000,    1000000,
                                   1000500, 1010001, 120000000, 10000000, 10010000, 98765432,  900001,
                                   100001,  1300000, 52120,     80000000, 80000008, 100000000, 100010000};
    for (size_t i = 0; i < G_N_ELEMENTS(sums); i++) {
        g_autofree char *text = yuan_capital(sums[i]);
        Money money;
        assert_true(money_find(text, 0, &money));
        if (money.fen != sums[i] * 100) fail_msg("%s is not %" G_GINT64_FORMAT, text, sums[i]);
        assert_int_equal(money.start, 0);
        assert_int_equal(money.end, strlen(text));
    }
    g_autofree char *capital = yuan_capital(100200), *grouped = yuan_grouped(1234567),
                    *small = yuan_grouped(50);
    assert_string_equal(capital, "壹拾万零贰佰元整");
    assert_string_equal(grouped, "1,234,567.00");
    assert_string_equal(small, "50.00");
}

static Day day(const char *text) {
    return day_parse_iso(text);
}

static void test_workdays(void **state) {
    (void)state;
    workday_load("samples/season/calendar.ini");
    assert_true(workday_is(day("2016-10-08")));  /* a Saturday worked for the National Day */
    assert_false(workday_is(day("2016-10-15"))); /* a Saturday like any other */
    assert_false(workday_is(day("2016-10-03")));
    assert_true(workday_is(day("2016-09-18")));
    assert_int_equal(workday_add(day("2016-09-30"), 1), day("2016-10-08"));
    assert_int_equal(workday_add(day("2016-10-08"), -1), day("2016-09-30"));
    assert_int_equal(workday_near(day("2016-10-01"), 1), day("2016-10-08"));
    assert_int_equal(workday_near(day("2016-10-01"), -1), day("2016-09-30"));
    g_autofree char *plain = day_text(day("2016-10-08")), *capital = day_text_capital(day("2016-11-20"));
    assert_string_equal(plain, "2016年10月8日");
    assert_string_equal(capital, "二〇一六年十一月二十日");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codes_are_valid),
        cmocka_unit_test(test_streams_of_chance),
        cmocka_unit_test(test_capitals),
        cmocka_unit_test(test_workdays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
