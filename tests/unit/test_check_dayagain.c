/* EXT-002, inspected: a wrong day that stands more than once is told with all its places. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "findingcases.h"

#define DECISION "案卷/行政处罚1/决定书.docx"

static void placed(Submitted *s, const char *field, const char *value, const char *place)
{
    Field *added = add_field(the_document(s, DECISION), field, value);
    g_free(added->place);
    added->place = g_strdup(place);
}

/* The decision tells of an inspection on the 15th, of which there is no record; BESIDES: the places that are named. */
static void expect_besides(const char *listed, const char *again, const char *besides)
{
    Submitted *s = submitted_clean();
    set_field(s, DECISION, "inspection-dates", "2016-09-15");
    placed(s, "inspection-listed", listed, "P10");
    placed(s, "again", again, "P14");
    expect_param(submitted_told(s, "EXT-002", "inspected"), "besides", besides);
    submitted_free(s);
}

static void all_places_of_the_day_are_named(void **state)
{
    (void)state;
    expect_besides("2016年9月15日现场检查（勘察）笔录", "inspection-dates|2016-09-15", "决定书.docx|P14\n决定书.docx|P10");
}

static void places_of_other_days_are_not(void **state)
{
    (void)state;
    expect_besides("2016年9月5日现场检查（勘察）笔录", "inspection-dates|2016-09-05", NULL);
    expect_besides("现场检查（勘察）笔录", "days|2016-09-15", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_places_of_the_day_are_named), cmocka_unit_test(places_of_other_days_are_not)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
