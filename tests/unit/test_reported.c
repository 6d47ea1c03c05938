/* How many cases a unit's report on itself tells of, in tables. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#define REPORT "^大练兵活动自评报告\n"
#define TITLES "|案件类型|案件数|罚款（万元）\n"

static void reads(const char *lines, const char *field, const char *expected)
{
    FileFacts *facts = linefacts_read("x/自评报告.docx", lines);
    assert_true(facts->documents->len > 0);
    g_autofree char *values = linefacts_values(facts, field);
    assert_string_equal(values, expected);
    record_free(&file_facts_type, facts);
}

static void a_table_tells_of_each_kind(void **state)
{
    (void)state;
#define ROWS "|行政处罚|29件|118.6\n|按日计罚|1|20\n|移送行政拘留|2|/\n|申请强制执行|4|/\n|合计|36|138.6\n"
    reads(REPORT TITLES ROWS, "reported-penalty", "29");
    reads(REPORT TITLES ROWS, "reported-daily", "1");
    reads(REPORT TITLES ROWS, "reported-detention", "2");
    reads(REPORT TITLES "|行政处罚|约29件|118.6\n", "reported-penalty", "");
}

/* Titles that come again: what is below the second is told by that one. */
static void a_row_is_told_by_the_titles_above_it(void **state)
{
    (void)state;
    reads(REPORT TITLES "|行政处罚|29件|118.6\n" TITLES "|按日计罚|1|20\n", "reported-penalty", "29");
    reads(REPORT TITLES "|行政处罚|29件|118.6\n" TITLES "|按日计罚|1|20\n", "reported-daily", "1");
    reads(REPORT TITLES TITLES "|行政处罚|29件|118.6\n", "reported-penalty", "29");
}

/* A table of nothing but titles: to walk down from each takes minutes. */
static void a_table_of_titles_alone_takes_no_time(void **state)
{
    (void)state;
    enum { TIMES = 20000 };
    g_autoptr(GString) lines = g_string_new(REPORT);
    for (int i = 0; i < TIMES; i++)
        g_string_append(lines, TITLES);
    reads(lines->str, "reported-penalty", "");
}

static void a_table_of_other_things_does_not(void **state)
{
    (void)state;
    reads(REPORT "|案件类型|份数\n|行政处罚|3\n", "reported-penalty", "");
    reads(REPORT "选送案卷情况如下：\n" TITLES ROWS, "reported-penalty", "");
    reads(REPORT "今年以来案件办理情况：\n" TITLES ROWS, "reported-penalty", "");
    reads("^实施方案\n" TITLES ROWS, "reported-penalty", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_tells_of_each_kind),
        cmocka_unit_test(a_row_is_told_by_the_titles_above_it),
        cmocka_unit_test(a_table_of_titles_alone_takes_no_time),
        cmocka_unit_test(a_table_of_other_things_does_not),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
