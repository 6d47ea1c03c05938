/* A day that is none is read at every place where a paper writes it, and each place once: all of them are to be mended. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "linefacts.h"

#define RECORD "^现场检查（勘察）笔录\n检查时间：2016年9月31日9时10分至10时20分\n被检查单位：沅陵县乌有锰业有限公司\n"
#define NONE "2016年9月31日/invalid"

static void each_place_counts(void **state)
{
    (void)state;
    linefacts_check(RECORD, "inspection-dates", NONE);
    linefacts_check(RECORD, "written-date", "");
    linefacts_check(RECORD "被检查人签名：张某 2016年9月31日\n检查人签名：向例明 2016年9月31日", "written-date", NONE " " NONE);
    linefacts_check(RECORD "现场情况：2016年9月31日检查时，该公司废水直接外排。", "written-date", NONE);
    linefacts_check(RECORD "被检查人签名：张某 2016年9月30日", "written-date", "");
}

static void a_paragraph_counts_once(void **state)
{
    (void)state;
    linefacts_check("^调查询问笔录\n答：2016年9月31日来过，2016年9月31日又来过。\n答：是。", "written-date", NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_place_counts), cmocka_unit_test(a_paragraph_counts_once)};
    return cmocka_run_group_tests_name("days that are none", tests, linefacts_load, linefacts_unload);
}
