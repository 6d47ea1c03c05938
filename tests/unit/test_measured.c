/* What a report's tables tell of values and their limits: over-limit, from tables with the times and without; measured, from
 * tables of pollutants, and what leaves it open. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#define REPORT "^监测报告\n沅环监字〔2016〕第88号\n采样日期：2016年10月9日\n"
#define TITLES "|采样点|监测项目|监测结果（mg/L）|标准限值（mg/L）|评价\n"
#define CHROMIUM "|总排口|总铬|3.9|1.5|超标\n"

static void reads(const char *lines, const char *expected) { linefacts_check(lines, "over-limit", expected); }

/* The concentrations in LINES, and what leaves open which counts. */
static void measures(const char *lines, const char *expected, const char *several)
{
    linefacts_check(lines, "measured", expected);
    linefacts_check(lines, "measured-several", several);
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

#define POINTS "|监测点位|监测项目|单位|监测结果|标准限值\n"

static void a_table_has_a_pollutant_a_row(void **state)
{
    (void)state;
    measures(REPORT POINTS "|锅炉废气排放口|颗粒物|mg/m³|122|80\n", "颗粒物122mg/m³", "");
    measures(REPORT "|检测点位|检测项目|检测结果（mg/L）|限值\n|总排口|COD|186|100\n|总排口|氨氮|11.2|15\n", "COD186mg/L 氨氮11.2mg/L", "");
    measures(REPORT POINTS "|总排口|化学需氧量（CODCr）|mg/L|186|100\n|总排口|pH|无量纲|7.2|6~9\n", "化学需氧量186mg/L", "");
    measures(REPORT POINTS "|总排口|总铅|mg/L|8.37|1.0\n|总排口|总镉|mg/L|未检出|0.1\n|总排口|总汞|mg/L|0.004L|0.05\n", "总铅8.37mg/L", "");
    measures(REPORT "|序号|项目|结果|标准限值|检出限\n|1|总铅|35.2毫克/升|5毫克/升|0.1\n", "总铅35.2毫克/升", "");
    measures(REPORT "|监测项目|颗粒物|二氧化硫\n|单位|mg/m³|mg/m³\n|监测结果|122|812\n|标准限值|80|400\n", "颗粒物122mg/m³ 二氧化硫812mg/m³", "");
    measures(REPORT POINTS "|总排口|总铅|mg/L|8.37|1.0\n|车间口|总铅|mg/L|9.37|1.0\n", "总铅8.37mg/L 总铅9.37mg/L", "");
    measures(REPORT "|监测项目|总铅|监测结果|2.1mg/L\n", "总铅2.1mg/L", "");
    measures(REPORT "|采样点|溢流口\n|化学需氧量|892 mg/L|氨氮|67.3 mg/L\n", "化学需氧量892mg/L 氨氮67.3mg/L", "");
    measures(REPORT "|监测项目|颗粒物\n|监测结果|颗粒物94.6 mg/m³\n", "颗粒物94.6 mg/m³", "");
    measures(REPORT "|项目|标准限值\n|化学需氧量|100mg/L\n", "", "100mg/L");
    measures("^现场检查（勘察）笔录\n" POINTS "|锅炉废气排放口|颗粒物|mg/m³|122|80\n", "", "");
}

/* Labels and what they say, wherever they stand in a form of one pollutant. */
static void a_form_has_a_pollutant_and_a_value(void **state)
{
    (void)state;
    const char *head = REPORT "|受检单位|沅陵县乌有锰业有限公司|采样日期|2016年9月6日\n";
    g_autofree char *limit_below = g_strconcat(head, "|监测项目|颗粒物|监测结果|321mg/m³\n|排放限值|120mg/m³|超标倍数|1.68\n", NULL);
    g_autofree char *limit_beside = g_strconcat(head, "|监测项目：|颗粒物|排放限值：|120mg/m³\n|监测结果：|321mg/m³|结论|超标\n", NULL);
    measures(limit_below, "颗粒物321mg/m³", "");
    measures(limit_beside, "颗粒物321mg/m³", "");
    measures(REPORT "|项目|内容\n|监测项目|颗粒物\n|监测结果|321\n|单位|mg/m³\n|排放限值|120\n", "颗粒物321mg/m³", "");
    measures(REPORT "|监测项目|颗粒物|限值|120\n|监测结果|321mg/m³\n|对照|122mg/m³\n", "颗粒物321mg/m³", "122mg/m³");
    measures(REPORT "|监测项目|颗粒物|限值|120\n|实测浓度|321mg/m³|平行样浓度|322mg/m³\n", "颗粒物321mg/m³", "平行 322mg/m³");
    measures(REPORT "|监测项目|颗粒物|二氧化硫\n|监测结果|321mg/m³|44mg/m³\n", "颗粒物321mg/m³ 二氧化硫44mg/m³", "");
}

static void a_mean_is_the_value_where_it_stands_alone(void **state)
{
    (void)state;
    measures(REPORT "|监测项目|颗粒物|分析方法|GB/T 16157-1996\n|监测结果（均值）|89mg/m³|排放限值|50mg/m³\n", "颗粒物89mg/m³", "");
    measures(REPORT "|监测项目|检测结果（三次平均值）|最高允许排放浓度\n|六价铬|0.56mg/L|0.2mg/L\n", "六价铬0.56mg/L", "");
    measures(REPORT "|样品|监测项目|监测结果（mg/L）\n|甲|总铅|8.37\n|均值|总铅|9.37\n", "总铅8.37mg/L 总铅9.37mg/L", "均值");
    measures(REPORT "|监测项目|监测结果（均值）|样品1|样品2\n|总铅|8.37mg/L|8.1|8.64\n", "总铅8.37mg/L", "8.1");
}

static void figures_without_a_name_leave_it_open(void **state)
{
    (void)state;
    measures(REPORT "|监测点位|监测项目|监测结果|标准限值\n|总排口|总铅|8.37|1.0\n", "", "8.37"); /* of what unit */
    measures(REPORT "|监测项目|单位|第一次|第二次\n|总铅|mg/L|8.37|9.37\n", "", "第一次 8.37");
    measures(REPORT "|监测项目|单位|监测结果|对照\n|总铅|mg/L|8.37|9.37\n", "总铅8.37mg/L", "9.37");
    measures(REPORT POINTS "|总排口|总铅|mg/L|8.37（稀释后）|1.0\n", "", "8.37(稀释后)");
    measures(REPORT POINTS "|排放口|颗粒物折算浓度|mg/m³|122|80\n", "", "折算");
    measures(REPORT POINTS "|总排口|总铅|mg/L|8.37|1.0\n" "\n样品\n9.37\n", "总铅8.37mg/L", "9.37");
    measures(REPORT POINTS "|总排口|总铅|mg/L|8.37|1.0\n" "\n|标干流量|12345\n", "总铅8.37mg/L", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_stands_beside_its_limit),
        cmocka_unit_test(a_value_that_may_be_anything_leaves_all_open),
        cmocka_unit_test(a_table_has_a_pollutant_a_row),
        cmocka_unit_test(a_form_has_a_pollutant_and_a_value),
        cmocka_unit_test(a_mean_is_the_value_where_it_stands_alone),
        cmocka_unit_test(figures_without_a_name_leave_it_open),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
