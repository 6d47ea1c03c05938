/* Which fine a paper decides, proposes or discusses: several acts, parts, earlier ones; each case with a near miss. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#define DECISION "^沅陵县环境保护局行政处罚决定书\n沅环罚字〔2016〕12号\n"
#define SIGNED "\n沅陵县环境保护局\n2016年10月20日"

static void check(const char *lines, const char *field, const char *expected) { linefacts_check(lines, field, expected); }

/* One act each, or on the way to the one fine. */
static void fines_of_several_acts_add_up(void **state)
{
    (void)state;
    check(DECISION "我局对第一项违法行为处罚款6万元，对第二项违法行为决定罚款3万元，合并罚款9万元。" SIGNED, "fine-yuan", "90000.00");
    check(DECISION "我局对第一项违法行为处罚款6万元，对第二项违法行为决定罚款3万元。" SIGNED, "fine-yuan", "90000.00");
    check(DECISION "第一项违法行为，依据该法第九十条，罚款2万元；第二项违法行为，依据该法第九十一条，我局决定罚款1万元。" SIGNED, "fine-yuan", "30000.00");
    check(DECISION "根据该法第九十九条，罚你坊人民币6000元。" SIGNED, "fine-yuan", "6000.00");
    check(DECISION "根据该法第九十九条，决定责令改正，该坊去年被罚6000元。" SIGNED, "fine-yuan", "");
    check(DECISION "你公司曾被处罚款3万元（会环罚字〔2016〕6号），从重处罚，决定对你公司罚款人民币壹拾万元整。" SIGNED, "fine-yuan", "100000.00");
    check(DECISION "本局曾于2014年决定对你公司罚款3万元。" SIGNED, "fine-yuan", "");
    check(DECISION "本应对你厂罚款伍万元，鉴于积极整改，我局决定从轻罚款叁万元。" SIGNED, "fine-yuan", "30000.00");
#define TABLE "决定对你厂处罚如下：\n|违法行为|罚款金额（万元）\n|未采取抑尘措施|2\n|未设识别标志|1.5"
    check(DECISION TABLE SIGNED, "fine-yuan", "35000.00");
    check(DECISION TABLE "\n|合计|3.5" SIGNED, "fine-yuan", "35000.00");
    check(DECISION TABLE "\n|合计|大写：叁万伍仟元" SIGNED, "fine-yuan", "35000.00");
    check(DECISION "决定对你厂处罚如下：罚款叁万元。\n|票据|金额（元）\n|排污费|1200\n|合计|1200" SIGNED, "fine-yuan", "30000.00");
    check("^催告书\n你厂仅缴纳罚款2万元，尚欠罚款8万元未缴纳。请缴纳剩余罚款8万元。" SIGNED, "fine-yuan", "");
    check("^催告书\n罚款10万元，你厂已缴纳罚款2万元，尚欠罚款8万元。" SIGNED, "fine-yuan", "100000.00");
    check("^催告书\n你厂至今未缴纳罚款10000元，请缴纳罚款10000元及加处罚款10000元，合计罚款20000元。" SIGNED, "fine-yuan", "10000.00");
}

/* What a discussion weighs in the paragraph in which it ends. */
static void discussions_end_in_one_fine(void **state)
{
    (void)state;
#define DISCUSSED "^案件集体讨论记录\n主持人：明德　记录人：杨洁\n"
    check(DISCUSSED "粟凯：原拟罚款贰万元，当事人已申报，建议罚款壹万伍仟元。结论：同意罚款壹万伍仟元。", "proposed-fine-yuan", "15000.00");
    check(DISCUSSED "粟凯：建议罚款贰万元。于敏：建议罚款壹万元。一致同意罚款壹万元。", "proposed-fine-yuan", "10000.00");
    check(DISCUSSED "对第一项罚款3万元，第二项由拟罚款12万元降为罚款10万元，合计罚款13万元。", "proposed-fine-yuan", "130000.00");
    check(DISCUSSED "结论：对第一项违法行为罚款3万元。对第二项违法行为罚款2万元，一致同意。", "proposed-fine-yuan", "30000.00 20000.00");
}

static void fines_add_up_once_each(void **state)
{
    (void)state;
    check(DECISION "我局决定对你单位作出如下行政处罚：\n1、罚款人民币伍万元；\n2、罚款人民币伍万元。" SIGNED, "fine-yuan", "100000.00");
    check(DECISION "我局决定对你单位罚款人民币50000元，即处以罚款伍万元。" SIGNED, "fine-yuan", "50000.00");
    check(DECISION "我局决定作出如下处罚：\n（一）罚款叁万元；\n（二）罚款捌万元，没收违法所得伍仟贰佰元。\n以上罚没款合计人民币壹拾壹万伍仟贰佰元，其中罚款壹拾壹万元。" SIGNED,
          "fine-yuan", "110000.00");
    check(DECISION "我局决定对你单位罚款 ￥30,000.00。" SIGNED, "fine-yuan", "30000.00");
    check(DECISION "我局决定对你单位罚款30000.00（叁万元整）。" SIGNED, "fine-yuan", "30000.00");
    check(DECISION "我局决定对你单位罚款人民币伍万元（60000元）。" SIGNED, "fine-yuan", "50000.00 60000.00");
    check(DECISION "依据该条处二万元以上二十万元以下的罚款，逾期每日加处罚款1500元，我局决定罚款叁万元。" SIGNED, "fine-yuan", "30000.00");
    check(DECISION "|罚款金额（万元）|3.5\n我局对你单位作出处罚。" SIGNED, "fine-yuan", "35000.00");
    check(DECISION "|罚款金额（元）|35000\n我局对你单位作出处罚。" SIGNED, "fine-yuan", "35000.00");
}

static void an_earlier_fine_is_not_this_one(void **state)
{
    (void)state;
    check(DECISION "本局曾于2014年11月对当事人罚款二万元。\n我局决定罚款肆万元。" SIGNED, "fine-yuan", "40000.00");
    check(DECISION "我局决定对当事人上列行为从重处罚，2015年因同类行为以沅环罚字〔2015〕9号对其罚款三万元。决定罚款肆万元。" SIGNED,
          "fine-yuan", "40000.00");
    check(DECISION "我局决定：就第一项罚款二万元。就第二项罚款肆万元。" SIGNED, "fine-yuan", "60000.00");
}

/* The fine that is counted by the day stands beside the product in a notice too. */
static void what_is_counted_by_the_day_is_not_added(void **state)
{
    (void)state;
#define DAILY_NOTICE "^行政处罚事先（听证）告知书\n晃环连罚告字（2016）20号\n某公司：\n"
#define FINED_BEFORE "我局于2016年9月29日作出《行政处罚决定书》（晃环罚字（2016）20号），对你公司处以罚款100000元。"
    check(DAILY_NOTICE FINED_BEFORE "我局拟对你公司实施按日连续处罚，共计14日，按照原处罚数额￥100000元按日连续处罚，罚款总额为￥1400000元。",
          "proposed-fine-yuan", "1400000.00");
    check(DAILY_NOTICE "我局于9月29日作出处罚决定，对你公司罚款10万元，拒不改正。\n我局拟实施按日连续处罚：自9月14日起至27日止共14日，"
          "每日罚款10万元，罚款140万元。", "proposed-fine-yuan", "1400000.00");
    check(DAILY_NOTICE "我局拟作出如下处罚：以原处罚决定罚款10万元为基数，计罚14日，处罚款140万元。", "proposed-fine-yuan",
          "1400000.00");
    check(DAILY_NOTICE "我局拟作出如下行政处罚：\n1、罚款三万元；\n2、罚款二万元。", "proposed-fine-yuan", "50000.00");
    check(DAILY_NOTICE "我局拟作出如下行政处罚：\n1、罚款三万元；\n2、罚款二万元。\n罚款总额为五万元。", "proposed-fine-yuan", "50000.00");
}

static void what_was_announced_or_weighed_is_not_the_fine(void **state)
{
    (void)state;
    check(DECISION "我局送达告知书，拟合并处罚款12万元。\n我局决定：罚款6万元；罚款3万元。共计罚款9万元。" SIGNED, "fine-yuan", "90000.00");
    check(DECISION "我局送达告知书，拟合并处罚款12万元。\n我局决定：罚款6万元。" SIGNED, "proposed-fine-yuan", "120000.00");
    check(DECISION "我局依据拟处罚意见决定合并处罚款12万元。" SIGNED, "fine-yuan", "120000.00");
#define DISCUSSION "^案件集体讨论笔录\n"
    check(DISCUSSION "承办人建议罚款6万元。\n一致同意罚款5万元。", "proposed-fine-yuan", "50000.00");
    check(DISCUSSION "一致同意：\n1、罚款6万元；\n2、罚款5万元。", "proposed-fine-yuan", "110000.00");
}

static void parts_and_payments_are_not_added(void **state)
{
    (void)state;
    check(DECISION "我局决定罚款八万元。其中：超标排放罚款五万元，未批先建罚款三万元。" SIGNED, "fine-yuan", "80000.00");
    check(DECISION "我局决定罚款八万元：\n1、超标排放罚款五万元；\n2、未批先建罚款三万元。" SIGNED, "fine-yuan", "80000.00");
    check(DECISION "我局决定作出如下处罚：\n1、罚款五万元；\n2、罚款四万元；\n3、罚款一万元。" SIGNED, "fine-yuan", "100000.00");
    check(DECISION "我局决定罚款20万元，分两期缴纳，第一期缴纳罚款10万元，第二期缴纳罚款10万元。" SIGNED, "fine-yuan", "200000.00");
    check(DECISION "基准罚款10万元，因再犯增加罚款2万元，我局决定罚款12万元。" SIGNED, "fine-yuan", "120000.00");
    check(DECISION "第一项处罚款10万元，我局决定罚款12万元。" SIGNED, "fine-yuan", "120000.00"); /* how it was arrived at */
}

#define DAILY "^沅陵县环境保护局\n^按日连续处罚决定书\n沅环连罚字〔2016〕2号\n当事人：沅陵鑫源纸业有限责任公司\n"
#define FINED "我局于2016年9月22日作出《行政处罚决定书》（沅环罚字〔2016〕22号），罚款10万元，次日送达。\n"
#define COUNTED "我局决定自2016年8月30日起至2016年9月12日止，共14日，对你单位实施按日连续处罚，"

/* Words and figures of one amount that differ are two values, wherever prose gives it; the words stand, and come first. */
static void words_and_figures_of_what_is_counted_by_the_day(void **state)
{
    (void)state;
    check(DAILY COUNTED "共计罚款人民币壹佰肆拾万元整（¥1500000元）。" SIGNED, "total-yuan", "1400000.00 1500000.00");
    check(DAILY COUNTED "罚款总额为人民币壹佰肆拾万元整（￥1,500,000.00）。" SIGNED, "total-yuan", "1400000.00 1500000.00");
    check(DAILY COUNTED "共计罚款1500000元（大写：人民币壹佰肆拾万元整）。" SIGNED, "total-yuan", "1400000.00 1500000.00");
    check(DAILY COUNTED "罚款总额人民币壹佰肆拾万元整（1500000）。" SIGNED, "total-yuan", "1400000.00 1500000.00");
    check(DAILY COUNTED "合计罚款人民币壹佰肆拾万元整，即￥1500000元。" SIGNED, "total-yuan", "1400000.00 1500000.00");
    check(DAILY COUNTED "罚款总额为人民币壹佰肆拾万元整（¥140万元）。" SIGNED, "total-yuan", "1400000.00");
    check(DAILY COUNTED "共计罚款人民币壹佰肆拾万元整（14）。" SIGNED, "total-yuan", "1400000.00"); /* a note */
    check(DAILY COUNTED "共计罚款人民币壹佰肆拾万元整，100000元已缴纳。" SIGNED, "total-yuan", "1400000.00");
    check(DAILY COUNTED "每日罚款数额为人民币壹拾万元整（¥110000元），共计罚款140万元。" SIGNED, "per-day-yuan", "100000.00 110000.00");
    check(DAILY COUNTED "以壹拾万元（￥100,000.00）为基数，共计罚款140万元。" SIGNED, "per-day-yuan", "100000.00");
    check(DAILY_NOTICE "我局拟自9月14日起至27日止对你公司按日连续处罚，每日罚款数额为壹拾万元（¥110000元），罚款总额为人民币壹佰肆拾万元整"
          "（¥1500000元）。", "per-day-yuan", "100000.00 110000.00");
}

/* What was fined before, and what is multiplied, is no total of the days; where the place of that is blank there is none. */
static void the_original_fine_is_no_total(void **state)
{
    (void)state;
    check(DAILY FINED COUNTED "每日罚款数额为100000元，共计罚款人民币　　　元。" SIGNED, "total-yuan", "");
    check(DAILY FINED COUNTED "每日罚款数额为100000元，共计罚款人民币　　　元。" SIGNED, "fine-blank", "罚款人民币　　　元");
    check(DAILY FINED COUNTED "每日罚款数额为　　　元，罚款总额为　　　元。" SIGNED, "fine-blank", "总额为　　　元");
    check(DAILY FINED COUNTED "每日罚款数额为100000元。" SIGNED, "total-yuan", "");
    check(DAILY FINED COUNTED SIGNED, "total-yuan", "");
    check(DAILY FINED COUNTED "以原罚款10万元为基数。" SIGNED, "total-yuan", "");
    check(DAILY "你单位被罚款10万元。\n" COUNTED "每日罚款　　　元，共计罚款人民币　　　元。" SIGNED, "total-yuan", "");
    check(DAILY "你单位被罚款10万元。\n自2016年8月30日起按日连续处罚，共计1日，每日罚款10万元。" SIGNED, "total-yuan", "100000.00");
    check(DAILY "你单位被罚款10万元。\n自2016年8月30日起按日连续处罚，共计2日，每日罚款10万元。" SIGNED, "total-yuan", "");
    check(DAILY "你单位被罚款10万元。\n" COUNTED "每日罚款10万元。" SIGNED, "total-yuan", "");
    check(DAILY "我局决定对你单位（沅环罚字〔2016〕22号处罚决定罚款10万元）实施按日连续处罚。" SIGNED, "total-yuan", "");
    check(DAILY FINED COUNTED "按原罚款10万元计，处罚款140万元。" SIGNED, "total-yuan", "1400000.00");
    check(DAILY FINED COUNTED "处罚款140万元。" SIGNED, "total-yuan", "1400000.00");
    check(DAILY FINED COUNTED "每日罚款10万元，处罚款10万元。" SIGNED, "total-yuan", "100000.00"); /* a wrong total is one (LAW-007) */
    check(DAILY FINED "我局决定对你单位按日连续处罚1日，每日罚款10万元，罚款10万元。" SIGNED, "total-yuan", "100000.00");
    check(DAILY "|罚款总额|\n|原处罚数额|100000元\n" FINED COUNTED SIGNED, "fine-blank", "罚款总额");
    check(DAILY "|罚款总额（元）|1400000\n|原处罚数额|100000元\n" FINED COUNTED SIGNED, "fine-blank", "");
    check(DAILY_NOTICE FINED_BEFORE "我局拟实施按日连续处罚，每日罚款数额为100000元，共计罚款人民币　　　元。", "proposed-fine-yuan", "");
    check(DAILY_NOTICE FINED_BEFORE "我局拟实施按日连续处罚，每日罚款数额为100000元，处罚款140万元。", "proposed-fine-yuan", "1400000.00");
}

/* A decision that leaves its amount blank has no other; one that writes 拟 in the sentence in which it decides is a draft. */
static void a_decision_without_its_amount(void **state)
{
    (void)state;
#define TOLD "我局于2016年9月9日告知你单位拟作出罚款5万元的处罚，你单位未陈述申辩。\n"
    check(DECISION TOLD "我局决定对你单位罚款人民币　　　元。" SIGNED, "fine-blank", "罚款人民币　　　元");
    check(DECISION TOLD "我局决定对你单位罚款人民币伍万元。" SIGNED, "fine-blank", "");
    check(DECISION "案审会建议罚款5万元。\n我局决定对你单位罚款人民币_____元。" SIGNED, "fine-yuan", "");
    check(DECISION "案审会建议罚款5万元。\n我局决定没收违法所得人民币_____元。" SIGNED, "fine-yuan", "50000.00");
    check(DECISION "我局决定对你单位作出如下处罚：\n1.没收违法所得人民币　　　元；\n2.罚款人民币5万元。" SIGNED, "fine-yuan", "50000.00");
}

static void what_was_announced_is_no_draft(void **state)
{
    (void)state;
    check(DECISION TOLD "依据该法第九十九条，拟对你单位处罚款人民币伍万元整。" SIGNED, "proposed-fine-yuan", "50000.00/draft");
    check(DECISION "我局于2016年9月9日告知你单位，你单位未申辩。依据该法第九十九条，我局拟处罚款50000元。" SIGNED, "proposed-fine-yuan",
          "50000.00/draft");
    check(DECISION "我局于2016年9月9日告知你单位。我局拟处罚款50000元。现决定罚款40000元。" SIGNED, "proposed-fine-yuan", "50000.00");
    check(DECISION "我局于2016年9月9日告知你单位。我局拟处罚款50000元。现决定罚款40000元。" SIGNED, "fine-yuan", "40000.00");
    check(DECISION TOLD "我局决定罚款肆万元。" SIGNED, "proposed-fine-yuan", "50000.00");
    check(DECISION "|罚款金额（元）|40000\n已告知你单位。原先的意见是拟罚款5万元。" SIGNED, "proposed-fine-yuan", "50000.00");
    check(DECISION "我局原拟对你单位罚款5万元，鉴于积极整改，决定罚款4万元。" SIGNED, "proposed-fine-yuan", "50000.00");
    check(DECISION "我局原拟对你单位罚款5万元。经研究，决定给予警告。" SIGNED, "proposed-fine-yuan", "50000.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fines_of_several_acts_add_up),
        cmocka_unit_test(discussions_end_in_one_fine),
        cmocka_unit_test(fines_add_up_once_each),
        cmocka_unit_test(what_is_counted_by_the_day_is_not_added),
        cmocka_unit_test(what_was_announced_or_weighed_is_not_the_fine),
        cmocka_unit_test(parts_and_payments_are_not_added),
        cmocka_unit_test(an_earlier_fine_is_not_this_one),
        cmocka_unit_test(words_and_figures_of_what_is_counted_by_the_day),
        cmocka_unit_test(the_original_fine_is_no_total),
        cmocka_unit_test(a_decision_without_its_amount),
        cmocka_unit_test(what_was_announced_is_no_draft),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
