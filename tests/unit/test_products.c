/* A fine times so many days: what is read is what it comes to, in a decision, a notice and a discussion alike, however the product
 * is written; one that comes to something else is read as it is written, so that it is told. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#define BASE "共15日，每日罚款数额为原处罚决定的罚款数额110000元。\n"

static const struct {
    const char *field, *before, *after;
} papers[] = {
    {"proposed-fine-yuan", "^按日连续处罚事先（听证）告知书\n方环连罚告字〔2016〕2号\n" BASE "我局拟对你公司作出按日连续处罚，", "。\n中方县环境保护局\n2016年10月9日"},
    {"total-yuan", "^按日连续处罚决定书\n方环连罚字〔2016〕2号\n" BASE "我局决定对你公司作出按日连续处罚，", "。\n中方县环境保护局\n2016年10月19日"},
    {"proposed-fine-yuan", "^案件集体讨论笔录\n案由：按日连续处罚\n" BASE "讨论结论：一致同意对该公司按日连续处罚，", "。\n2016年10月8日"},
};

static void check(const char *said, const char *expected)
{
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *text = g_strconcat(papers[i].before, said, papers[i].after, NULL);
        linefacts_check(text, papers[i].field, expected);
    }
}

static void the_product_is_the_fine(void **state)
{
    (void)state;
    static const char *const ways[] = {
        "罚款合计110000元×15日=1650000元（人民币壹佰陆拾伍万元整）", "罚款110000元/日×15日=1650000元", "罚款11万元×15天＝165万元",
        "处以罚款：110000元×15日=1650000元", "罚款总额=110000元×15＝1650000元", "处罚款人民币110000元X15日=1650000元（大写：壹佰陆拾伍万元整）",
        "罚款壹拾壹万元×15日＝壹佰陆拾伍万元整（￥1650000元）", "罚款合计15日×110000元=1650000元", "罚款合计：110,000.00元 × 15日 = 1,650,000.00元",
        "罚款合计110000元×15日，共1650000元", "罚款110000元（每日）×15（日）=1650000元", "罚款数额为：原处罚数额110000元×计罚天数15日=1650000元",
        "罚款合计110000元×15日﹦1650000元", "罚款合计（110000元×15日）1650000元", "罚款金额合计为110000元乘15日等于1650000元",
        "110000元×15日=1650000元", "11万元乘以15日，共计罚款165万元", "每日110000元，合计1650000元",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
        check(ways[i], "1650000.00");
}

static void a_factor_in_brackets_is_no_second_amount(void **state)
{
    (void)state;
    check("罚款1650000元（110000元×15日）", "1650000.00");
    check("罚款人民币壹佰陆拾伍万元（110000元×15日=1650000元）", "1650000.00");
}

static void a_wrong_product_is_read_as_written(void **state)
{
    (void)state;
    check("罚款合计110000元×15日=1540000元", "1540000.00");
    check("罚款合计110000元×15日=1650000元（大写：人民币壹佰伍拾肆万元整）", "1540000.00 1650000.00");
}

static void a_surcharge_is_no_product(void **state)
{
    (void)state;
    FileFacts *facts = linefacts_read("x/document.docx", "^行政处罚决定书\n方环罚字〔2016〕2号\n我局决定对你公司罚款50000元。\n"
                                      "逾期不缴的，每日按3%加处罚款：50000元×15日=750000元。\n中方县环境保护局\n2016年10月9日");
    g_autofree char *fine = linefacts_values(facts, "fine-yuan");
    assert_string_equal(fine, "50000.00");
    record_free(&file_facts_type, facts);
}

/* A notice that warns of a daily penalty is not one: other sums and products in it are no fine. */
static void a_warning_of_a_daily_penalty_counts_none(void **state)
{
    (void)state;
    FileFacts *facts = linefacts_read("x/document.docx", "^行政处罚事先告知书\n方环罚告字〔2016〕2号\n你公司应缴排污费合计12000元，停产损失5000元×10日=70000元。\n"
                                      "我局拟对你公司罚款50000元。拒不改正的，可以按日连续处罚。\n中方县环境保护局\n2016年10月9日");
    g_autofree char *fine = linefacts_values(facts, "proposed-fine-yuan");
    assert_string_equal(fine, "50000.00");
    record_free(&file_facts_type, facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_product_is_the_fine),
        cmocka_unit_test(a_factor_in_brackets_is_no_second_amount),
        cmocka_unit_test(a_wrong_product_is_read_as_written),
        cmocka_unit_test(a_surcharge_is_no_product),
        cmocka_unit_test(a_warning_of_a_daily_penalty_counts_none),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
