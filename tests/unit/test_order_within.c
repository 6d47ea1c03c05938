/* SET-005: whether a decision itself orders to correct, in whatever words (Order 8 of 2010, art. 12); a penalty (停产, 停业, 关闭,
 * art. 10), a payment, an order given before, and the words of the law are no such order. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#include <string.h>

/* Whether a decision orders that tells TOLD and decides DECIDED. */
static void check(const char *told, const char *decided, bool orders)
{
    g_autofree char *lines = g_strconcat(
        "^中方县环境保护局\n^行政处罚决定书\n方环罚字〔2016〕26号\n当事人：中方县远方汽车维修服务有限公司\n", told,
        "\n依据《中华人民共和国固体废物污染环境防治法》第七十五条的规定，我局决定对你公司作出如下行政处罚：\n", decided,
        "\n2.罚款人民币15000元整（壹万伍仟元整）。\n限你公司自收到本决定书之日起15日内将罚款缴至中国农业银行中方县支行。\n"
        "中方县环境保护局\n2016年9月30日", NULL);
    FileFacts *facts = linefacts_read("x/决定书.docx", lines);
    g_autofree char *order = linefacts_values(facts, "order-within");
    if ((*order != '\0') != orders)
        fail_msg("%s\n%s: %s", told, decided, order);
    record_free(&file_facts_type, facts);
}

static void an_order_is_one_in_whatever_words(void **state)
{
    (void)state;
    static const char *const orders[] = {
        "1.责令立即设置危险废物识别标志；", "1.责令限期设置危险废物识别标志；", "1.责令你公司于2016年10月30日前补办危险废物转移手续；",
        "（1）责令立即停止违法行为；", "一、责令你公司立即拆除暗管；", "①责令立即安装污染治理设施；", "1.责令限期申报登记；",
        "1.责令建设配套的污染防治设施；", "1.责令停止建设，恢复原状；", "1.责令立即封堵排污口；", "1.责令将危险废物交由有资质单位处置；",
        "1.责令你公司规范贮存危险废物；", "1.责令于30日内完成环保设施验收；", "1.责令你单位自收到本决定书之日起10日内设置标志；",
        "同时责令你公司立即改正上述违法行为。", "1.责令停止生产；", "1.责令停止使用；", "1.罚款15000元；2.责令立即设置危险废物识别标志。",
        "1.罚款15000元，并责令限期改正；", "一是责令立即改正违法行为，二是罚款15000元。", "限你公司15日内补办环评手续。", "现责令你单位限期治理。",
        "一、责令你单位立即停止夜间违法施工；", "1.责令你单位停止夜间施工；", "1.责令你单位立即停止敞开喷漆作业，三十日内建成密闭喷漆房；",
        "1.责令你单位停止敞开喷漆作业；", "1.责令你单位停止年产8000吨竹木制品项目的生产；", "1.责令停止使用养殖场，建成粪污处理配套设施；",
        "1.责令限期接入污水管网；", "1.限期改正违法行为；",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(orders); i++)
        check("以上事实有笔录为证。", orders[i], true);
}

static void a_penalty_or_a_payment_is_no_order(void **state)
{
    (void)state;
    static const char *const others[] = {
        "1.责令停产整治；", "1.责令停止营业；", "1.责令停止违规项目停产整治；", "1.责令停业、关闭；", "1.责令立即停产；", "1.责令限制生产；", "1.责令限期缴纳罚款；", "1.警告；",
        "限你公司15日内到中国农业银行缴纳罚款。", "1.责令改正违法行为决定书；", "逾期不缴纳的，责令限期缴纳。",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        check("以上事实有笔录为证。", others[i], false);
}

static void what_was_ordered_before_is_no_order(void **state)
{
    (void)state;
    check("2016年6月20日，我局责令你公司停止建设、于2016年7月31日前补办环评手续。", "1.警告；", false);
    check("2016年9月5日，我局下达《责令改正违法行为决定书》，责令你公司立即改正违法行为。", "1.警告；", false);
    check("《固体废物污染环境防治法》第七十五条：“由县级以上环境保护主管部门责令停止违法行为，限期改正，处以罚款”。", "1.警告；", false);
    check("该条规定，责令限期改正，处一万元以上十万元以下的罚款。", "1.警告；", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_order_is_one_in_whatever_words),
        cmocka_unit_test(a_penalty_or_a_payment_is_no_order),
        cmocka_unit_test(what_was_ordered_before_is_no_order),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
