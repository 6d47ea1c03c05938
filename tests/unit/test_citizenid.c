/* Numbers of identity cards: what is wrong with them, and how little of them is shown. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>

#include "citizenid.h"

static void a_number_has_its_figures_a_day_and_a_check(void **state)
{
    (void)state;
    assert_int_equal(citizenid_judge("431224196507172312"), CITIZENID_VALID);
    assert_int_equal(citizenid_judge("43122419630808335X"), CITIZENID_VALID);
    assert_int_equal(citizenid_judge("431224650717231"), CITIZENID_VALID); /* of before 1999 */
    assert_int_equal(citizenid_judge("43122419650717231"), CITIZENID_LENGTH);
    assert_int_equal(citizenid_judge("4312241965071723122"), CITIZENID_LENGTH);
    assert_int_equal(citizenid_judge("431224651317231"), CITIZENID_LENGTH);
    assert_int_equal(citizenid_judge("4312241965X7172312"), CITIZENID_LENGTH);
    assert_int_equal(citizenid_judge("431224196513172312"), CITIZENID_BIRTH);
    assert_int_equal(citizenid_judge("431224196502302312"), CITIZENID_BIRTH);
    assert_int_equal(citizenid_judge("431224196500172312"), CITIZENID_BIRTH);
    assert_int_equal(citizenid_judge("431224096507172312"), CITIZENID_BIRTH);
    assert_int_equal(citizenid_judge("431224196507172313"), CITIZENID_CHECK);
    assert_int_equal(citizenid_judge("431224196507172321"), CITIZENID_CHECK);
    assert_int_equal(citizenid_judge("43122419650717231X"), CITIZENID_CHECK);
}

static void check_shown(const char *number, const char *other, const char *expected)
{
    g_autofree char *shown = citizenid_shown(number, other);
    assert_string_equal(shown, expected);
}

static void only_what_tells_it_apart_is_shown(void **state)
{
    (void)state;
    check_shown("431224196507172312", NULL, "431224********2312");
    check_shown("43122419650717231", NULL, "431224*******7231");
    check_shown("431224196507172312", "431224196607172312", "431224***5****2312");
    check_shown("431224196507172312", "431224196607172313", "431224********2312");
    check_shown("431224196507172312", "43122419650717231", "431224********2312");
    check_shown("4312", NULL, "4312");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_has_its_figures_a_day_and_a_check),
        cmocka_unit_test(only_what_tells_it_apart_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
