/* What papers tell of others is read from labels and numbers as well as from sentences (which have examples in the rules). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#define LIST "^移送材料清单\n"
#define LETTER "^适用行政拘留环境违法案件移送书\n沅环拘移〔2016〕1号\n沅陵县公安局：\n"
#define RECEIPT "^沅陵县公安局\n^案件移送回执\n沅陵县环境保护局：\n"
#define APPLICATION "^行政处罚强制执行申请书\n"

static void numbers_of_letters_are_read(void **state)
{
    (void)state;
    linefacts_check(LIST "移送文书文号：沅环拘移〔2016〕1号", "transfer-number", "沅环拘移〔2016〕1号");
    linefacts_check(LIST "移送文书文号：沅环案字〔2016〕2号", "transfer-number", "沅环案字〔2016〕2号");
    linefacts_check(LIST "移送函文号：沅环刑移〔2016〕3号", "transfer-number", "沅环刑移〔2016〕3号");
    linefacts_check(LIST "（随沅环拘移〔2016〕1号移送）", "transfer-number", "沅环拘移〔2016〕1号");
    linefacts_check(LIST "移送文书文号：沅环罚〔2016〕15号", "transfer-number", "");
    linefacts_check(LIST "|1|移送审批表（沅环拘移审〔2016〕4号）|1份", "transfer-number", "");
    linefacts_check(RECEIPT "你局2016年10月13日移送的某厂一案（沅环拘移〔2016〕7号）材料收悉，我局已依法受理。", "transfer-number", "沅环拘移〔2016〕7号");
    linefacts_check(RECEIPT "你局移送的某厂一案（沅环罚〔2016〕7号）材料收悉。", "transfer-number", "");
}

static void days_of_decisions_are_labelled(void **state)
{
    (void)state;
    linefacts_check(LETTER "处罚决定日期：2016年10月9日", "original-decision-date", "2016-10-09");
    linefacts_check(LETTER "我局于2016年10月11日作出《行政处罚决定书》。\n行政处罚决定书作出时间：2016年10月9日", "original-decision-date",
                    "2016-10-09");
    linefacts_check(LETTER "处罚决定书送达日期：2016年10月9日", "original-decision-date", "");
    linefacts_check(APPLICATION "|处罚决定日期|2016年2月24日|送达日期|2016年2月26日", "original-decision-date", "2016-02-24");
    linefacts_check(APPLICATION "|催告书作出日期|2016年9月5日", "original-decision-date", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_letters_are_read),
        cmocka_unit_test(days_of_decisions_are_labelled),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
