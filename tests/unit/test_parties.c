/* Whom a paper is about that names others as well, or nobody: those responsible in a transfer, the
 * branch of a firm; 该同志 in a proof. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

static void check(const char *lines, const char *expected) { linefacts_check(lines, "party", expected); }

#define APPROVAL "^涉嫌环境违法适用行政拘留处罚案件移送审批表\n"
#define FIRM "沅陵县老石屠宰有限公司"
#define OF_FIRM "|当事人|" FIRM "\n"
#define CAUSE "|案由|" FIRM "涉嫌不正常使用水污染物处理设施案\n"

static void those_responsible_are_no_party(void **state)
{
    (void)state;
    check(APPROVAL OF_FIRM "|涉案人员|全有财（安环部主任，直接负责的主管人员）、瞿家宝（班长，直接责任人员）", FIRM);
    check(APPROVAL OF_FIRM "|涉案人|安环部主任全有财", FIRM);
    check(APPROVAL OF_FIRM "|移送对象|全有财、瞿家宝", FIRM);
    check(APPROVAL OF_FIRM "|违法嫌疑人|" FIRM "安环部主任全有财", FIRM);
    check(APPROVAL "|企业名称|" FIRM "\n|移送对象|全有财", FIRM);
    check(APPROVAL CAUSE "|移送对象|直接负责的主管人员：全有财", FIRM);
}

static void those_who_broke_the_law_are(void **state)
{
    (void)state;
    check(APPROVAL OF_FIRM "|违法嫌疑人|沅陵县新石屠宰有限公司", FIRM " 沅陵县新石屠宰有限公司");
    check(APPROVAL OF_FIRM "|违法嫌疑人|沅陵县新石砖厂厂长全有财", FIRM " 沅陵县新石砖厂厂长全有财");
    check(APPROVAL "|移送对象|全有财", "全有财");
    check(APPROVAL "|案由|全有财涉嫌拒不执行停产决定案\n|移送对象|全有财", "全有财");
    check(APPROVAL "|案由|沅陵县老石砖厂私设暗管案\n|移送对象|全有财", "全有财");
    check(APPROVAL "|被处罚人|全有财\n|违法嫌疑人|全有财", "全有财");
}

static void a_branch_is_named_whole(void **state)
{
    (void)state;
#define CLOSING "^环境行政处罚案件结案表\n"
    check(CLOSING "|案件名称|湖南顺新家具有限公司通道分公司喷漆废气未在密闭空间进行案", "湖南顺新家具有限公司通道分公司");
    check(CLOSING "案件名称：湖南顺新家具有限公司怀化市鹤城区分公司废气直排案", "湖南顺新家具有限公司怀化市鹤城区分公司");
    check(CLOSING "|案件名称|湖南顺新家具有限公司喷漆废气未在密闭空间进行案", "湖南顺新家具有限公司");
    check(CLOSING "|案件名称|湖南顺新家具有限公司将废水排入通道分公司污水池案", "湖南顺新家具有限公司");
    check(CLOSING "|案件名称|湖南顺新家具有限公司未批先建分厂案", "湖南顺新家具有限公司");
}

#define DECISION "^行政处罚决定书\n"
#define OLD_NAME "沅陵县石材厂"

static void a_former_name_stays_with_the_name(void **state)
{
    (void)state;
    check(DECISION "当事人：" FIRM "（原名称：" OLD_NAME "）", FIRM "（原名称：" OLD_NAME "）");
    check(DECISION "当事人：" FIRM "　名称：" OLD_NAME, FIRM);
}

#define PROOF "^廉洁执法证明\n全有财，男，系沅陵县环境保护局环境监察大队工作人员。"

static void that_comrade_is_no_name(void **state)
{
    (void)state;
    linefacts_check(PROOF "经查，未发现该同志在环境执法工作中有违反廉洁纪律的行为。", "name", "全有财");
    linefacts_check(PROOF "经查该同志无违纪行为。", "name", "全有财");
    linefacts_check(PROOF "经查，以上同志无违纪行为。", "name", "全有财");
    linefacts_check(PROOF "经查，瞿家宝同志在环境执法工作中没有违反廉洁纪律的行为。", "name", "瞿家宝");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(those_responsible_are_no_party),
                                       cmocka_unit_test(those_who_broke_the_law_are),
                                       cmocka_unit_test(a_branch_is_named_whole),
                                       cmocka_unit_test(a_former_name_stays_with_the_name),
                                       cmocka_unit_test(that_comrade_is_no_name)};
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
