/* The days in the rows of a case file's catalogue (卷内目录), and what its cover tells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "linefacts.h"

static void rows_tell_the_days_of_papers(void **state)
{
    (void)state;
    linefacts_check("^卷内目录\n|序号|文件名称|日期|页号\n|1|送达回证|2016.9.29|1\n|2|现场检查笔录||2\n|3|调查询问笔录|9月5日|3\n", "catalogued-on",
                    "2016-09-29|service-receipt|送达回证");
    linefacts_check("^卷内目录\n|序号|题名|文书日期|页号\n|1|送达回证|2016年9月29日|1\n", "catalogued-on", "2016-09-29|service-receipt|送达回证");
    linefacts_check("^涉案材料移送清单\n|序号|材料名称|日期\n|1|送达回证|2016年9月29日\n", "catalogued-on", "");
}

static void a_cover_tells_the_case(void **state)
{
    (void)state;
    static const char cover[] = "^环境行政处罚卷宗\n|案件名称|沅陵县乌有锰业有限公司超标排污案\n|当事人|沅陵县乌有锰业有限公司\n|立案日期|2016年9月7日\n"
                                "|处罚决定日期|2016年9月28日\n|结案日期|2016年10月12日\n";
    linefacts_check(cover, "kind", "other");
    linefacts_check(cover, "party", "沅陵县乌有锰业有限公司");
    linefacts_check(cover, "filing-date", "2016-09-07");
    linefacts_check(cover, "decision-date", "2016-09-28");
    linefacts_check(cover, "closing-date", "2016-10-12");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows_tell_the_days_of_papers), cmocka_unit_test(a_cover_tells_the_case)};
    return cmocka_run_group_tests_name("catalogues and covers", tests, linefacts_load, linefacts_unload);
}
