/* The day on which an inspection was made, as the record's own line and the prose of the papers tell it, and not the day on
 * which the party began what was found. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

static void check(const char *title, const char *lines, const char *field, const char *expected)
{
    g_autofree char *text = g_strdup_printf("^沅陵县环境保护局\n^%s\n%s", title, lines);
    linefacts_check(text, field, expected);
}

#define RECORD "现场检查（勘察）笔录"
#define BUILT "\n现场情况：某合作社于2016年9月3日擅自开工建设，检查时窑体已砌筑约三分之二。"

/* The record's own line counts beside what is told as an inspection in its text. */
static void the_line_of_the_record(void **state)
{
    (void)state;
    static const char *const lines[] = {"时间：自2016年9月12日14时5分起至14时47分止", "时间：2016年9月12日14时5分至14时47分",
                                        "|时间|2016年9月12日14时5分起至14时47分止", "起止时间：2016年9月12日14:05—14:47"};
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autofree char *both = g_strconcat(lines[i], BUILT, NULL),
                        *told = g_strconcat(lines[i], "\n现场情况：我局2016年9月5日检查时已停产。", NULL);
        check(RECORD, both, "inspection-dates", "2016-09-12");
        check(RECORD, told, "inspection-dates", "2016-09-12 2016-09-05");
    }
    check(RECORD, "时间：自2016年9月12日14时5分起至14时47分止", "record-time", "2016年9月12日14时5分起至14时47分");
    check(RECORD, "地点：某厂\n现场情况：2016年9月5日检查时已停产。", "inspection-dates", "2016-09-05");
}

/* A day that is told in two paragraphs is kept once, and where it stands again. */
static void a_day_that_stands_twice(void **state)
{
    (void)state;
    static const char told[] = "我局于2016年9月12日对你单位进行了检查，发现废水直排。";
    g_autofree char *twice = g_strconcat(told, "\n2016年9月12日检查时，你单位正在生产。", NULL),
                    *two_days = g_strconcat(told, "\n2016年9月20日检查时，你单位正在生产。", NULL);
    check("行政处罚决定书", twice, "inspection-dates", "2016-09-12");
    check("行政处罚决定书", twice, "again", "inspection-dates|2016-09-12");
    check("行政处罚决定书", two_days, "again", "");
}

static void what_was_done_on_a_day_before(void **state)
{
    (void)state;
    static const char *const titles[] = {RECORD, "行政处罚决定书", "案件调查报告", "行政处罚事先告知书"};
    for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
        check(titles[i], "该单位于2016年9月3日擅自开工建设，检查时窑体已砌筑约三分之二。", "inspection-dates", "");
        check(titles[i], "该单位于2016年9月3日未经批准擅自投入生产，我局执法人员现场检查时正在生产。", "inspection-dates", "");
        check(titles[i], "我局曾于2016年6月13日责令其三十日内改正，该单位逾期未改正，检查时仍在使用。", "inspection-dates", "");
        check(titles[i], "我局曾于2016年6月13日到现场检查。", "inspection-dates", "");
        /* the day is that of the inspection after all */
        check(titles[i], "我局于2016年9月12日到该单位，检查时窑体已砌筑约三分之二。", "inspection-dates", "2016-09-12");
        check(titles[i], "2016年9月12日，该单位擅自开工建设，我局执法人员检查时正在施工。", "inspection-dates", "2016-09-12");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_line_of_the_record),
                                       cmocka_unit_test(a_day_that_stands_twice),
                                       cmocka_unit_test(what_was_done_on_a_day_before)};
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
