/* Working days of autumn 2016 by the table of cn-2016, and month arithmetic. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "workdays.h"

static Workdays *table;

static int setup(void **state)
{
    (void)state;
    table = record_read(&workdays_type, "pipeline/rules/cn-2016/workdays.xml", NULL);
    return table ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    record_free(&workdays_type, table);
    return 0;
}

static Day day(const char *text)
{
    Day value = day_parse_iso(text);
    assert_int_not_equal(value, DAY_NONE);
    return value;
}

static void check_between(const char *from, const char *to, int expected)
{
    assert_int_equal(workdays_between(table, day(from), day(to)), expected);
}

static void holidays_and_exchanged_weekends(void **state)
{
    (void)state;
    assert_true(workdays_is_worked(table, day("2016-09-14")));
    assert_false(workdays_is_worked(table, day("2016-09-15")));
    assert_false(workdays_is_worked(table, day("2016-09-17")));
    assert_true(workdays_is_worked(table, day("2016-09-18")));  /* a Sunday, worked */
    assert_false(workdays_is_worked(table, day("2016-09-24"))); /* a plain Saturday */
    assert_false(workdays_is_worked(table, day("2016-10-07")));
    assert_true(workdays_is_worked(table, day("2016-10-08")));
    assert_true(workdays_is_worked(table, day("2016-10-09")));
}

static void counting_leaves_the_first_day_out(void **state)
{
    (void)state;
    check_between("2016-09-05", "2016-09-05", 0);
    check_between("2016-09-05", "2016-09-14", 7);
    check_between("2016-09-05", "2016-09-18", 8);
    check_between("2016-09-30", "2016-10-08", 1);
    check_between("2016-09-06", "2016-09-05", 0);
}

static void nothing_is_known_outside_the_table(void **state)
{
    (void)state;
    assert_int_equal(workdays_between(table, day("2015-12-31"), day("2016-01-05")), -1);
    assert_int_equal(workdays_between(table, day("2017-12-29"), day("2018-01-02")), -1);
    assert_int_equal(workdays_roll(table, day("2018-01-06")), day("2018-01-06"));
}

static void a_last_day_off_moves_on(void **state)
{
    (void)state;
    assert_int_equal(workdays_roll(table, day("2016-10-01")), day("2016-10-08"));
    assert_int_equal(workdays_roll(table, day("2016-10-10")), day("2016-10-10"));
}

static void months_end_where_they_end(void **state)
{
    (void)state;
    assert_int_equal(day_add_months(day("2016-11-30"), 3), day("2017-02-28"));
    assert_int_equal(day_add_months(day("2016-06-08"), 3), day("2016-09-08"));
    assert_int_equal(day_add_months(day("2016-02-25"), 9), day("2016-11-25"));
    assert_int_equal(day_add_months(day("2015-12-31"), 2), day("2016-02-29"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holidays_and_exchanged_weekends), cmocka_unit_test(counting_leaves_the_first_day_out),
        cmocka_unit_test(nothing_is_known_outside_the_table), cmocka_unit_test(a_last_day_off_moves_on),
        cmocka_unit_test(months_end_where_they_end),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
