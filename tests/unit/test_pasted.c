/* Pictures in paragraphs of their own, which may be pages of the paper, and others. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_page_may_be_pasted_in), cmocka_unit_test(a_seal_is_no_page)};
    return cmocka_run_group_tests_name("pasted", tests, linefacts_load, linefacts_unload);
}
