/* Numbers of identity cards, the one officer of a report, the sum of a demand and the day of a list, as documents write them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

static void check(const char *lines, const char *field, const char *expected) { linefacts_check(lines, field, expected); }

#define LETTER "^移送适用行政拘留案件移送书\n沅环拘移字〔2016〕1号\n沅陵县公安局：\n"
#define INTERVIEW "^调查询问笔录\n"
#define NUMBER "431224196507172312"

static void a_number_is_read_where_it_is_called_so(void **state)
{
    (void)state;
    check(LETTER "|直接负责的主管人员|宋春华|身份证号码|" NUMBER, "identity-number", NUMBER);
    check(LETTER "|法定代表人|蒲正兴|证件号码|" NUMBER, "identity-number", NUMBER);
    check(LETTER "|法定代表人|蒲正兴|证件号码|431224196507172313", "identity-number", "431224196507172313/invalid");
    check(LETTER "|法定代表人|蒲正兴|证件种类及号码|居民身份证 431224196507172313", "identity-number", "431224196507172313/invalid");
    check(LETTER "|证件类型|身份证|有效证件号码|43122419650717231", "identity-number", "43122419650717231/invalid");
    check(LETTER "直接责任人员：宋春华，证件号：431224196507172313", "identity-number", "431224196507172313/invalid");
    check(LETTER "|法定代表人|蒲正兴|证件号码|4312241965****2313", "identity-number", "");
    check(LETTER "|当事人|某某公司|证件号码|431224000000123", "identity-number", ""); /* of a business licence */
    check(LETTER "|检查人|杨志刚|证件号码|18120448|执法证件号|431224196507172313", "identity-number", "");
    check(LETTER "该公司厂长宋春华（身份证号：４３１２２４１９６５０７１７２３１２）承认断电。", "identity-number", NUMBER);
    check(LETTER "法定代表人：龚世宏　　身份证号码：43122419630808335x", "identity-number", "43122419630808335X");
    check(LETTER "舒满秀，女，公民身份号码" NUMBER "，住溆浦县", "identity-number", NUMBER);
    check(LETTER "|主管人员|宋春华|身份证号码|43122419650717231", "identity-number", "43122419650717231/invalid");
    check(LETTER "|主管人员|宋春华|身份证号码|431224196507172313", "identity-number", "431224196507172313/invalid");
    check(LETTER "|主管人员|宋春华|身份证号码|431224196513172312", "identity-number", "431224196513172312/invalid");
    check(LETTER "|主管人员|宋春华|身份证号码|431224********2312", "identity-number", "");
    check(LETTER "|主管人员|宋春华|身份证号码|4312241965XXXXXXXX", "identity-number", "");
    check(LETTER "|主管人员|宋春华|身份证号码|43122419650717****", "identity-number", "");
    check(LETTER "|主管人员|宋春华|执法证号|43122419650717231", "identity-number", "");
    check(LETTER "|统一社会信用代码|91431222MA4L2BCD3X|身份证复印件|1份", "identity-number", "");
    check("^情况说明\n移送书中宋春华的身份证号码43122419650717231有误，特此说明。", "identity-number", "");
}

static void a_number_is_of_whoever_stands_before_it(void **state)
{
    (void)state;
    check(LETTER "|直接负责的主管人员|宋春华|身份证号码|" NUMBER, "identity-of", "宋春华|" NUMBER);
    check(LETTER "|直接负责的主管人员|宋春华|证件号码|" NUMBER, "identity-of", "宋春华|" NUMBER);
    check(INTERVIEW "被询问人：姚德贵　性别：男　身份证号码：" NUMBER, "identity-of", "姚德贵|" NUMBER);
    check(INTERVIEW "|姓名|宋春华|性别|男|身份证号码|" NUMBER, "identity-of", "宋春华|" NUMBER);
    check(LETTER "法定代表人：吴波（身份证号码：" NUMBER "），地址：某镇。", "identity-of", "吴波|" NUMBER);
    check(LETTER "身份证号码：" NUMBER, "identity-of", "");
    check(LETTER "法定代表人：吴波，工作单位：某某公司，身份证号码：" NUMBER, "identity-of", "");
    check(LETTER "|主管人员|宋春华|身份证号码|43122419650717231", "identity-of", ""); /* which is told by itself */
}

static void the_responsible_are_read(void **state)
{
    (void)state;
    check(LETTER "|直接负责的主管人员|胡小军|证件号码|" NUMBER, "responsible", "胡小军");
    check(LETTER "|犯罪嫌疑人|蒲春生、田桂花|其他直接责任人员|龙五保（班长）", "responsible", "蒲春生、田桂花 龙五保（班长）");
    check(LETTER "现将该案及直接责任人员张大山、李小河一并移送你局。", "responsible", "张大山、李小河");
    check(LETTER "依法应当对其直接负责的主管人员和其他直接责任人员处以拘留。", "responsible", "");
    check(LETTER "|移送人|舒建设|接收人|周永红", "responsible", ""); /* who hands the papers over */
    check("^案件接收回执\n你局移送的胡小军涉嫌违法一案收悉。", "responsible", "胡小军");
    check("^案件接收回执\n你局移送的胡家坪砖厂一案收悉。", "responsible", "");
}

#define REPORT "^案件调查报告\n"
#define ACCOUNT "\n查明：该单位正在生产。\n建议罚款。\n2016年9月1日"

static void a_report_may_name_one_officer(void **state)
{
    (void)state;
    check(REPORT "|立案时间|2016年8月22日|调查人员|姚长青（湘环执122572，主办）" ACCOUNT, "lone-officer", "姚长青");
    check(REPORT "|调查人员|姚长青（湘环执122572，主办）\\n曾世宏（湘环执128687，协办）" ACCOUNT, "lone-officer", "");
    check(REPORT "|调查人员|姚长青、曾世宏" ACCOUNT, "lone-officer", "");
    check(REPORT "|调查人员|姚长青　曾世宏" ACCOUNT, "lone-officer", "");
    check(REPORT "|承办人|姚长青" ACCOUNT, "lone-officer", "");
    check(REPORT "|调查人员签名|姚长青" ACCOUNT, "lone-officer", "");
    check(REPORT "调查人员：姚长青" ACCOUNT, "lone-officer", "姚长青");
    check(REPORT "调查人员：姚长青（执法证号：18120001）" ACCOUNT, "lone-officer", "姚长青");
    check(REPORT "调查人员：姚长青、曾世宏" ACCOUNT, "lone-officer", "");
    check(REPORT "查明：该单位正在生产。\n调查人员：姚长青\n2016年9月1日", "lone-officer", ""); /* who signs */
    check(REPORT "|案由|某案\n|调查人员|姚长青\n2016年9月1日", "lone-officer", "");
    check(REPORT "我局执法人员姚长青对该单位进行了调查。" ACCOUNT, "lone-officer", "姚长青");
    check(REPORT "我局执法人员姚长青、曾世宏对该单位进行了调查。" ACCOUNT, "lone-officer", "");
    check(REPORT "我局执法人员对该单位进行了调查。" ACCOUNT, "lone-officer", "");
    check("^移送适用行政拘留案件审批表\n|调查人员|姚长青" ACCOUNT, "lone-officer", "");
}

#define DECISION "^沅陵县环境保护局行政处罚决定书\n沅环罚字〔2016〕12号\n"

static void a_decision_that_is_planned_is_a_draft(void **state)
{
    (void)state;
    check(DECISION "经集体讨论，我局拟对你单位作出如下行政处罚：\n罚款人民币叁万元整。", "draft-wording", "我局拟对你单位作出如下行政处罚/draft");
    check(DECISION "2016年9月5日，经集体讨论，我局拟对你单位作出如下行政处罚：\n罚款人民币叁万元整。", "draft-wording", "");
    check(DECISION "经集体讨论，我局决定对你单位作出如下行政处罚：\n罚款人民币叁万元整。", "draft-wording", "");
    check(DECISION "依据该法第九十九条，我局拟给予你单位罚款人民币叁万元整的行政处罚。", "draft-wording", "我局拟给予你单位罚款人民币叁万元整的行政处罚/draft");
    check(DECISION "我局以《告知书》告知违法事实，我局拟给予你单位罚款人民币叁万元整的行政处罚。", "draft-wording", "");
    check(DECISION "我局拟作出处罚的事实、理由和依据，已经查清。", "draft-wording", "");
}

#define DEMAND "^履行行政处罚决定催告书\n沅环催字〔2016〕2号\n并处罚款人民币贰万元整（￥20000元）。\n现催告你单位履行下列义务：\n"

static void a_demand_has_its_sum_in_a_list(void **state)
{
    (void)state;
    check(DEMAND "1.缴纳罚款30000元；\n2.缴纳因逾期不缴纳罚款而加处的罚款20000元。", "demanded-yuan", "30000.00");
    check(DEMAND "（一）缴纳加处罚款20000元。", "demanded-yuan", "");
    check(DEMAND "1.缴纳剩余罚款10000元；", "demanded-yuan", "");
    check(DEMAND "将罚款人民币叁万元缴至指定账户。", "demanded-yuan", "");
    check("^履行行政处罚决定催告书\n请自收到本催告书之日起十日内，将罚款人民币叁万元缴至指定账户。", "demanded-yuan", "30000.00");
}

static void a_list_has_the_day_of_those_who_signed(void **state)
{
    (void)state;
    check("^移送材料清单\n移送人：姚长青（湘环执122572）　曾世宏（湘环执128687）　2016年9月28日", "transfer-date", "2016-09-28");
    check("^移送材料清单\n1.2016年9月1日现场检查笔录\n移送人：姚长青", "transfer-date", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_read_where_it_is_called_so),
        cmocka_unit_test(the_responsible_are_read),
        cmocka_unit_test(a_number_is_of_whoever_stands_before_it),
        cmocka_unit_test(a_report_may_name_one_officer),
        cmocka_unit_test(a_decision_that_is_planned_is_a_draft),
        cmocka_unit_test(a_demand_has_its_sum_in_a_list),
        cmocka_unit_test(a_list_has_the_day_of_those_who_signed),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
