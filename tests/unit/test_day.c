/* Days and instants. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "day.h"

static void test_only_days_that_exist(void **state G_GNUC_UNUSED)
{
    static const struct {
        int year, month, day;
        bool exists;
    } cases[] = {{2016, 2, 29, true}, {2015, 2, 29, false}, {2100, 2, 29, false}, {2000, 2, 29, true}, {2016, 11, 31, false},
                 {2016, 0, 1, false}, {2016, 13, 1, false}, {2016, 1, 0, false}, {2016, -1, 1, false}, {2016, 1, 257, false},
                 {2016, 257, 1, false}, {1949, 1, 1, true}, {1948, 12, 31, false}, {2100, 12, 31, true}, {2101, 1, 1, false}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Day day = day_from_ymd(cases[i].year, cases[i].month, cases[i].day);
        assert_int_equal(day != DAY_NONE, cases[i].exists);
    }
}

static void test_parts_and_weekdays(void **state G_GNUC_UNUSED)
{
    Day day = day_from_ymd(2016, 10, 8);
    int y, m, d;
    day_to_ymd(day, &y, &m, &d);
    assert_true(y == 2016 && m == 10 && d == 8);
    day_to_ymd(day + 24, NULL, &m, &d);
    assert_true(m == 11 && d == 1);
    assert_int_equal(day_weekday(day), 6); /* a Saturday */
    assert_int_equal(day_weekday(day + 1), 7);
    assert_int_equal(day_weekday(day + 2), 1);
}

static void test_iso(void **state G_GNUC_UNUSED)
{
    static const char *const bad[] = {"", "2016-10-8", "2016-1-08", "2016-10-08 ", " 2016-10-08", "2016/10/08", "20161008", "2016-02-30",
                                      "+016-10-08", "2016-10-08T00:00:00Z", "２０１６-10-08"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        assert_int_equal(day_parse_iso(bad[i]), DAY_NONE);
    assert_int_equal(day_parse_iso(NULL), DAY_NONE);
    assert_int_equal(day_parse_iso("2016-10-08"), day_from_ymd(2016, 10, 8));
    g_autofree char *text = day_format(day_from_ymd(2016, 2, 29)), *none = day_format(DAY_NONE);
    assert_string_equal(text, "2016-02-29");
    assert_string_equal(none, "");
}

static void test_instants_round(void **state G_GNUC_UNUSED)
{
    static const struct {
        const char *text, *in_china;
        int64_t instant_s;
    } cases[] = {{"1970-01-01T08:00:01+08:00", "1970-01-01T08:00:01+08:00", 1},
                 {"2016-12-05T18:00:00+08:00", "2016-12-05T18:00:00+08:00", 1480932000},
                 {"2016-12-05T10:00:00Z", "2016-12-05T18:00:00+08:00", 1480932000},
                 {"2016-12-05T04:30:00-05:30", "2016-12-05T18:00:00+08:00", 1480932000},
                 {"1969-12-31T23:59:59Z", "1970-01-01T07:59:59+08:00", -1},
                 {"1960-02-29T12:00:00Z", "1960-02-29T20:00:00+08:00", -310478400}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        int64_t instant_s = 0;
        assert_true(instant_parse(cases[i].text, &instant_s));
        assert_int_equal(instant_s, cases[i].instant_s);
        g_autofree char *text = instant_format(instant_s);
        assert_string_equal(text, cases[i].in_china);
    }
    g_autofree char *none = instant_format(0);
    assert_string_equal(none, "");
}

static void test_instants_refused(void **state G_GNUC_UNUSED)
{
    static const char *const bad[] = {"",
                                      "2016-12-05",
                                      "2016-12-05T18:00:00",
                                      "2016-12-05 18:00:00+08:00",
                                      "2016-12-05T24:00:00+08:00",
                                      "2016-12-05T18:60:00+08:00",
                                      "2016-12-05T18:00:60+08:00",
                                      "2016-12-05T18:00+08:00",
                                      "2016-12-05T18:00:00+0800",
                                      "2016-12-05T18:00:00+08:00x",
                                      "2016-12-05T18:00:00+15:00",
                                      "2016-12-05T18:00:00Zx",
                                      "2016-02-30T18:00:00Z"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        int64_t instant_s = 7;
        assert_false(instant_parse(bad[i], &instant_s));
        assert_int_equal(instant_s, 7);
    }
    assert_false(instant_parse(NULL, &(int64_t){0}));
}

/* The day of an instant is China's, which begins eight hours before Greenwich's. */
static void test_day_of_instant(void **state G_GNUC_UNUSED)
{
    int64_t midnight_s;
    assert_true(instant_parse("2016-11-30T16:00:00Z", &midnight_s));
    assert_int_equal(instant_day(midnight_s), day_from_ymd(2016, 12, 1));
    assert_int_equal(instant_day(midnight_s - 1), day_from_ymd(2016, 11, 30));
    assert_int_equal(instant_day(-28800), day_from_ymd(1970, 1, 1));
    assert_int_equal(instant_day(-28801), day_from_ymd(1969, 12, 31));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_days_that_exist), cmocka_unit_test(test_parts_and_weekdays), cmocka_unit_test(test_iso),
        cmocka_unit_test(test_instants_round),       cmocka_unit_test(test_instants_refused),   cmocka_unit_test(test_day_of_instant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
