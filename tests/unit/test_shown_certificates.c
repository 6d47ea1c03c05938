/* The numbers that officers tell of themselves in a record, 这是我们的执法证件（证号：1、2）, and whose they are. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#define RECORD "^现场检查（勘察）笔录\n"
#define CELLS "\n|检查人|何艳芳　执法证号：431227156150\n|记录人|戴鹏　执法证号：431227159501"
#define NAMED "我们是新晃县环境保护局的执法人员何艳芳、戴鹏，这是我们的执法证件"

static void shown(const char *lines, const char *expected) { linefacts_check(lines, "certificate-shown", expected); }

static void told_numbers_go_with_the_names_in_their_order(void **state)
{
    (void)state;
    const char *told = "何艳芳|431227165150 戴鹏|431227159501";
    shown(RECORD NAMED "（证号：431227165150、431227159501），请过目确认。" CELLS, told);
    shown(RECORD NAMED "，执法证号分别为431227165150、431227159501。" CELLS, told);
    shown("^调查询问笔录\n问：" NAMED "（证号：431227165150、431227159501），请过目。答：看过了。" CELLS, told);
    shown(RECORD "这是我们的执法证件（证号：431227165150、431227159501），请过目确认。" CELLS, told);
    shown(RECORD "我们是执法人员戴鹏、何艳芳，这是我们的执法证件（证号：431227159501、431227165150）。" CELLS,
          "戴鹏|431227159501 何艳芳|431227165150");
}

static void numbers_that_may_be_of_others_are_left(void **state)
{
    (void)state;
    shown(RECORD "这是我们的执法证件（证号：431227159501、431227165150），请过目确认。" CELLS, "戴鹏|431227159501"); /* in another order */
    shown(RECORD "这是我们的执法证件（证号：431227165150、431227159502、431227154321）。" CELLS, ""); /* of three */
    shown(RECORD "这是我们的执法证件，请出示营业执照，注册号码：431227165150、431227159502。" CELLS, "");
    shown(RECORD NAMED "，你公司的排污许可证编号为431227165150、431227159502。" CELLS, "");
    shown(RECORD NAMED "（证号：431227165150）。" CELLS, ""); /* of one alone */
    shown("^案件调查报告\n" NAMED "（证号：431227165150、431227159501）。" CELLS, "");
}

static void a_number_that_stands_again_is_shown(void **state)
{
    (void)state;
    shown(RECORD "检查人：何艳芳（执法证号：431227156150）\n参加检查的戴鹏、何艳芳持431227156150号执法证。\n编号4312271561501", "何艳芳|431227156150");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(told_numbers_go_with_the_names_in_their_order),
        cmocka_unit_test(numbers_that_may_be_of_others_are_left),
        cmocka_unit_test(a_number_that_stands_again_is_shown),
    };
    return cmocka_run_group_tests_name("shown certificates", tests, linefacts_load, linefacts_unload);
}
