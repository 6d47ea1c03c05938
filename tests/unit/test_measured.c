/* What a report's tables tell of values and their limits: over-limit, from tables with the times and without. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#define REPORT "^监测报告\n沅环监字〔2016〕第88号\n采样日期：2016年10月9日\n"
#define TITLES "|采样点|监测项目|监测结果（mg/L）|标准限值（mg/L）|评价\n"
#define CHROMIUM "|总排口|总铬|3.9|1.5|超标\n"

static void reads(const char *lines, const char *expected)
{
    FileFacts *facts = linefacts_read("x/document.docx", lines);
    assert_true(facts->documents->len > 0);
    g_autofree char *values = linefacts_values(facts, "over-limit");
    assert_string_equal(values, expected);
    record_free(&file_facts_type, facts);
}

static void a_value_stands_beside_its_limit(void **state)
{
    (void)state;
    reads(REPORT TITLES CHROMIUM "|总排口|总锌|0.8|1.5|达标\n", "3.9|1.5 0.8|1.5");
    reads(REPORT "|监测项目|监测结果（mg/L）|标准限值（mg/L）|超标倍数\n|总铬|3.9|1.5|1.6\n", "3.9|1.5");
    reads(REPORT TITLES CHROMIUM "|总排口|总镉|未检出|0.1|达标\n|总排口|总铅|0.004L|0.5|达标\n|总排口|总汞|<0.001|0.05|达标\n", "3.9|1.5 0.001|0.05");
    reads(REPORT "|监测项目|监测结果|标准限值\n|颗粒物|39mg/m3|30mg/m3\n", "39|30");
    reads(REPORT TITLES CHROMIUM "|总排口|pH|3.2|6~9|超标\n", "3.9|1.5");
    reads("^现场检查（勘察）笔录\n" TITLES CHROMIUM, "");
}

static void a_value_that_may_be_anything_leaves_all_open(void **state)
{
    (void)state;
    reads(REPORT TITLES CHROMIUM "|总排口|六价铬|3.6~9.9|0.5|超标\n", "");
    reads(REPORT TITLES CHROMIUM "|总排口|六价铬|见附件|0.5|超标\n", "");
    reads(REPORT "|监测项目|监测结果（mg/L）|监测结果（mg/L）|标准限值（mg/L）\n|总铬|3.9|5.1|1.5\n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_stands_beside_its_limit),
        cmocka_unit_test(a_value_that_may_be_anything_leaves_all_open),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
