#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "cndate.h"
#include "creditcode.h"
#include "money.h"

#include <string.h>

#include <glib.h>

static void check_date(const char *text, const char *want)
{
    CnDate date;
    if (!cndate_find(text, 0, &date)) {
        if (want)
            fail_msg("no date in %s", text);
        return;
    }
    if (!want)
        fail_msg("a date in %s", text);
    static const char *const states[] = {"", "invalid", "no-year", "no-day"};
    g_autofree char *got = date.state == CNDATE_FULL ? day_format(date.day) : g_strdup(states[date.state]);
    if (strcmp(got, want) != 0)
        fail_msg("%s: %s, not %s", text, got, want);
}

static void dates(void **state)
{
    (void)state;
    check_date("本局于2016年10月8日立案", "2016-10-08");
    check_date("二○一六年十月八日", "2016-10-08");
    check_date("二〇一六年十二月三十一日", "2016-12-31");
    check_date("二零一六年九月二十日", "2016-09-20");
    check_date("二Ｏ一六年十月廿一日", "2016-10-21");
    check_date("二O一六年十一月一日", "2016-11-01");
    check_date("二0一六年十一月十日", "2016-11-10");
    check_date("二 〇 一 六 年 十 月 八 日", "2016-10-08");
    check_date("２０１６ 年 １０ 月 ８ 日", "2016-10-08");
    check_date("2016年10月8号", "2016-10-08");
    check_date("2016-10-08 10:36", "2016-10-08");
    check_date("于2016/10/8", "2016-10-08");
    check_date("2016.9.2", "2016-09-02");
    check_date("2016年2月30日", "invalid");
    check_date("2016年13月1日", "invalid");
    check_date("2016年10月0日", "invalid");
    check_date("2016年10月 ００ 日", "invalid");
    check_date("2016-10-00", "invalid");
    check_date("2016年10月○日", "no-day"); /* a blank */
    check_date("2016年10月　日", "no-day");
    check_date("2016年10月08日", "2016-10-08");
    check_date("2016年10月2 0日", "no-day"); /* squeezed by those who read a field */
    check_date("5月24日", "no-year");
    check_date("2016年10月", "no-day");
    check_date("16年10月", NULL);
    check_date("   年  月  日", NULL);
    check_date("电话0745-2230035", NULL);
    check_date("版本1.2.3", NULL);
    check_date("沅环罚字〔2016〕12号", NULL);
    check_date("", NULL);
    CnDate date;
    assert_true(cndate_parse(" 二○一六年十月八日 ", &date));
    assert_false(cndate_parse("二○一六年十月八日印发", &date));
}

static void check_money(const char *text, int64_t fen, bool words)
{
    Money money;
    if (!money_find(text, 0, &money)) {
        if (fen >= 0)
            fail_msg("no amount in %s", text);
        return;
    }
    if (money.fen != fen || money.words != words)
        fail_msg("%s: %ld", text, (long)money.fen);
}

static void amounts(void **state)
{
    (void)state;
    check_money("罚款人民币伍万贰仟壹佰贰拾元", 5212000, true);
    check_money("壹万零捌拾元整", 1008000, true);
    check_money("罚款人民币40000元", 4000000, false);
    check_money("罚款2万元", 2000000, false);
    check_money("20.00 万元", 20000000, false);
    check_money("八万元人民币", 8000000, true);
    check_money("二十万元以下", 20000000, true);
    check_money("十万元", 10000000, true);
    check_money("拾贰万元整", 12000000, true);
    check_money("伍拾元整。￥:【50元】", 5000, true);
    check_money("￥52,120.50", 5212050, false);
    check_money("叁仟元伍角整", 300050, true);
    check_money("壹佰元零伍分", 10005, true);
    check_money("贰拾叁万伍仟陆佰元", 23560000, true);
    check_money("壹亿贰仟万元", 12000000000, true);
    check_money("１０万元", 10000000, false);
    check_money("5 000元", 0, false); /* a blank parts numbers: 000元 */
    check_money("人民币万元的罚款", -1, false);
    check_money("第十二条", -1, false);
    check_money("99999999999999999999元", -1, false);
    Money money;
    assert_true(money_parse_cell("5", 1000000, &money));
    assert_int_equal(money.fen, 5000000);
    assert_true(money_parse_cell("人民币伍万元整", 100, &money));
    assert_int_equal(money.fen, 5000000);
    assert_false(money_parse_cell("约五万", 100, &money));
}

static void check_code(const char *text, CodeKind kind, CodeStatus want)
{
    CodeStatus status = CODE_INVALID;
    if (creditcode_judge(text, &status) != kind || (kind != CODE_NONE && status != want))
        fail_msg("%s", text);
}

static void codes(void **state)
{
    (void)state;
    static const char *const valid[] = {
        "91433101079185641P", "92430621MACEQE8R35", "92430621MA4QXN588T", "11640100MB1727463F", "11500113009307359H", "91330421739237858X",
        "91441802749962148P", "91440800059912936G", "91410923581749967U", "914107216999952908", "914101850572028342", "９１４３３１０１０７９１８５６４１Ｐ"};
    for (size_t i = 0; i < G_N_ELEMENTS(valid); i++)
        check_code(valid[i], CODE_CREDIT, CODE_VALID);
    check_code("91433101079185641Q", CODE_CREDIT, CODE_INVALID);
    check_code("91433101079185614P", CODE_CREDIT, CODE_INVALID);
    check_code("19437573-1", CODE_ORGANISATION, CODE_VALID);
    check_code("19437573-2", CODE_ORGANISATION, CODE_INVALID);
    check_code("440800000014935", CODE_REGISTRATION, CODE_VALID);
    check_code("440800000014936", CODE_REGISTRATION, CODE_INVALID);
    check_code("91430681XXXXXXXXXX", CODE_CREDIT, CODE_MASKED);
    check_code("91430102**********", CODE_CREDIT, CODE_MASKED);
    check_code("92430621******", CODE_CREDIT, CODE_MASKED);
    check_code("92430703MA4T5TXXXX", CODE_CREDIT, CODE_MASKED);
    check_code("91431223XXXXXXXXXX", CODE_CREDIT, CODE_MASKED); /* its check figure fits */
    check_code("91431227＊＊＊＊＊＊＊＊＊＊", CODE_CREDIT, CODE_MASKED);
    check_code("2230035", CODE_NONE, CODE_VALID);
    check_code("沅陵县", CODE_NONE, CODE_VALID);
    g_autofree char *suggestion = creditcode_suggest("9143310107918564IP");
    assert_string_equal(suggestion, "91433101079185641P");
    assert_null(creditcode_suggest("91433101079185641Q"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(dates), cmocka_unit_test(amounts), cmocka_unit_test(codes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
