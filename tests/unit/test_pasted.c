/* What is told beside the text: pictures in paragraphs of their own, which may be pages of the paper, and page headers. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#define DECISION "^行政处罚决定书\n沅环罚字〔2016〕9号\n决定对你单位处以罚款人民币5万元。\n"

static void a_page_may_be_pasted_in(void **state)
{
    (void)state;
    linefacts_check(DECISION "▣\n2016年9月8日\n", "pasted", "picture");
    linefacts_check("^查封决定书\n沅环查字〔2016〕9号\n▣\n", "pasted", "picture");
}

static void a_seal_is_no_page(void **state)
{
    (void)state;
    linefacts_check(DECISION "沅陵县环境保护局▣\n2016年9月8日\n", "pasted", "");
    linefacts_check(DECISION "◪\n2016年9月8日\n", "pasted", "");
    linefacts_check("^立案审批表\n▣\n", "pasted", "");
}

static void a_page_header_tells_as_well(void **state)
{
    (void)state;
    linefacts_check("~不服本决定的，可以申请行政复议\n" DECISION, "remedies", "不服本决定的，可以申请行政复议");
    linefacts_check("~沅陵县环境保护局\n" DECISION, "remedies", "");
    linefacts_check("~你有权申请回避\n^询问笔录\n问：你叫什么名字？\n", "recusal-told", "你有权申请回避");
    linefacts_check("~你有权申请回避\n" DECISION, "recusal-told", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_page_may_be_pasted_in), cmocka_unit_test(a_seal_is_no_page),
                                       cmocka_unit_test(a_page_header_tells_as_well)};
    return cmocka_run_group_tests_name("pasted", tests, linefacts_load, linefacts_unload);
}
