/* What the reader of fields decides where wording leaves a choice: each case with a near miss that must come out otherwise. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#include <string.h>

static FileFacts *read_lines(const char *lines)
{
    return linefacts_read("x/document.docx", lines);
}

static void check(const char *lines, const char *field, const char *expected) { linefacts_check(lines, field, expected); }

#define DECISION "^沅陵县环境保护局行政处罚决定书\n沅环罚字〔2016〕12号\n"
#define SIGNED "\n沅陵县环境保护局\n2016年10月20日"

static void a_year_left_out_is_that_of_both_neighbours(void **state)
{
    (void)state;
    check(DECISION "2016年9月5日我局立案。9月12日我局告知你单位有关权利。" SIGNED, "notice-date", "2016-09-12");
    check(DECISION "2015年9月5日我局立案。9月12日我局告知你单位有关权利。" SIGNED, "notice-date", "9月12日/partial");
    check(DECISION "9月12日我局告知你单位有关权利。" SIGNED, "notice-date", "2016-09-12"); /* the number stands before */
    /* No later than the only date with a year. */
    check("^调查终结报告\n9月12日经局长批准立案。\n2016年10月8日", "filing-date", "2016-09-12");
    check("^调查终结报告\n11月12日经局长批准立案。\n2016年10月8日", "filing-date", "11月12日/partial");
    check("^强制执行申请书\n去年十一月二十七日送达沅环罚〔2015〕3号行政处罚决定。\n2016年7月4日", "service-date", "2015-11-27");
    /* No year to go by. */
    check(DECISION "当事人1968年11月2日出生。9月12日我局告知当事人有关权利。" SIGNED, "notice-date", "2016-09-12");
    check("^行政处罚告知书\n我局本月4日到你厂检查。\n2016年11月9日", "inspection-dates", "2016-11-04");
    check(DECISION "2016年8月30日、9月13日，我局两次对你单位进行了检查。" SIGNED, "inspection-dates", "2016-08-30 2016-09-13");
    check(DECISION "我局于二 ○ 一 六 年 九 月 十 三 日对你单位进行了检查。" SIGNED, "inspection-dates", "2016-09-13");
    check(DECISION "我局决定罚款叁万元。\n沅陵县环境保护局\n2 0 1 6 年 1 0 月 8 日", "decision-date", "2016-10-08");
    check(DECISION "有2016年9月13日《现场检查笔录》为证。" SIGNED, "inspection-dates", "2016-09-13"); /* where nothing better is said */
    check(DECISION "2016年9月12日我局对你单位进行了检查，有2016年9月13日《现场检查笔录》为证。" SIGNED, "inspection-dates", "2016-09-12");
    check(DECISION "有2016年9月13日《调查询问笔录》为证。" SIGNED, "inspection-dates", "");
#define CLOSING "^结案报告\n2016年10月21日作出沅环罚字〔2016〕3号行政处罚决定，罚款2万元，"
    check(CLOSING "同月24日送达当事人。", "service-date", "2016-10-24");
    check(CLOSING "同月34日送达当事人。", "service-date", "同月34日/partial");
    check(CLOSING "同月24日送达催告书。", "service-date", "");
}

/* Days belong to what happened and to the paper that it happened to, however the sentence is built. */
static void events_give_days_their_meaning(void **state)
{
    (void)state;
#define ENFORCING "^行政处罚强制执行申请书\n申请人作出沅环罚〔2016〕3号行政处罚决定，"
    check(ENFORCING "2016年3月10日交其妻签收。2016年9月14日发出催告通知，同月18日由门卫代收。", "demand-service-date", "2016-09-18");
    check(ENFORCING "2016年9月18日交其妻签收。", "demand-service-date", "");
    check(ENFORCING "2016年3月9日作出，翌日送达；2016年9月14日作出沅环催〔2016〕3号，隔日邮寄送达。", "service-date", "2016-03-10");
    check(ENFORCING "2016年3月9日作出，翌日送达；2016年9月14日作出沅环催〔2016〕3号，隔日邮寄送达。", "demand-service-date", "2016-09-15");
    check(ENFORCING "2015年3月9日送达。同年9月14日送达沅环催〔2016〕3号催告书。" SIGNED, "demand-service-date", "2015-09-14");
    check("^按日连续处罚决定书\n2016年9月9日，我局责令你厂改正，沅环责改〔2016〕3号决定书于次日由你厂厂长签收。", "order-service-date", "2016-09-10");
    check("^按日连续处罚决定书\n2016年9月9日，我局责令你厂改正，自决定书送达次日起计罚。", "order-service-date", "");
    check("^按日连续处罚决定书\n2016年9月9日，我局责令你厂改正，限2016年9月20日前将改正情况送交我局。", "order-service-date", "");
#define TRANSFER "^涉嫌环境犯罪案件移送书\n沅陵县公安局：\n"
    check(TRANSFER "|审批人及日期|张三　2016年11月7日\n|移送日期|2016年11月8日", "approval-date", "2016-11-07");
    check(TRANSFER "2016年9月9日经局长批准立案，现将该案移送你局。", "approval-date", "");
    check(TRANSFER "2016年9月9日，局长批准立案，2016年11月7日报请审批，获得通过。", "approval-date", "2016-11-07");
    check(ENFORCING "2016年9月14日发出沅环催〔2016〕3号催告书，18日送达。", "demand-service-date", "2016-09-18");
    check(ENFORCING "2016年9月14日发出沅环催〔2016〕3号催告书，18日内送达回证。", "demand-service-date", "");
    check(DECISION "2016年9月8日、10日，我局两次到你厂检查。" SIGNED, "inspection-dates", "2016-09-08 2016-09-10");
    check(DECISION "二〇一六年九月八日现场检查，九月二十日送达沅环罚告〔2016〕12号。" SIGNED, "notice-date", "2016-09-20");
}

/* Where no word says what a provision is for, its chapter does. */
static void provisions_are_told_by_their_chapter(void **state)
{
    (void)state;
#define LAWS "建设项目环境保护管理条例|"
    check(DECISION "二、法律依据\n《建设项目环境保护管理条例》第二十三条；第二十八条：“……”" SIGNED, "laws-violated", LAWS "23||");
    check(DECISION "二、法律依据\n《建设项目环境保护管理条例》第二十三条；第二十八条：“……”" SIGNED, "laws-basis", LAWS "28||");
    check(DECISION "二、处罚依据\n《建设项目环境保护管理条例》第二十三条、第二十八条" SIGNED, "laws-basis", LAWS "23|| " LAWS "28||");
    check(DECISION "违反固废法第十七条第一款，建议按固废法第六十八条第二款处罚。" SIGNED, "laws-violated", "中华人民共和国固体废物污染环境防治法|17|1|");
    check(DECISION "违反固废法第六十八条第二款。" SIGNED, "laws-basis", "中华人民共和国固体废物污染环境防治法|68|2|");
    check(DECISION "已构成《湖南省环境保护条例》第二十二条所指的违法行为。" SIGNED, "laws-violated", "湖南省环境保护条例|22||");
    check(DECISION "与《湖南省环境保护条例》第二十二条的要求不符。" SIGNED, "laws-violated", "湖南省环境保护条例|22||");
    check(DECISION "依据《湖南省环境保护条例》第二十二条处罚，与告知书不符。" SIGNED, "laws-violated", "");
    check(DECISION "已符合《湖南省环境保护条例》第二十二条的情形。" SIGNED, "laws-violated", "");
    check(DECISION "上述行为分别违反了：\n1．《水污染防治法》第九条；\n2．《环境保护法》第四十二条。" SIGNED, "laws-violated",
          "中华人民共和国水污染防治法|9|| 中华人民共和国环境保护法|42||");
    check(DECISION "上述行为分别违反了：\n1．《水污染防治法》第九条；\n有《环境保护法》第四十二条的宣传资料。" SIGNED, "laws-violated",
          "中华人民共和国水污染防治法|9||");
}

/* The clause in which a value stands is quoted, so that a person finds it; a cell is quoted whole. */
static void check_quote(const char *lines, const char *field, const char *expected)
{
    FileFacts *facts = read_lines(lines);
    const Field *one = document_field(facts->documents->pdata[0], field);
    if (!one || strcmp(one->quote, expected) != 0)
        fail_msg("%s\n%s is quoted as %s, not %s", lines, field, one ? one->quote : "nothing", expected);
    record_free(&file_facts_type, facts);
}

static void clauses_are_quoted(void **state)
{
    (void)state;
    check_quote(DECISION "经研究，我局 决定对你单位罚款人民币 叁万元整，限十五日内缴清。" SIGNED, "fine-yuan", "我局 决定对你单位罚款人民币 叁万元整");
    check_quote(DECISION "你厂申辩；我局于2016年9月12日以告知书（沅环罚告〔2016〕12号）告知你单位，你单位未申辩。" SIGNED, "notice-date",
                "我局于2016年9月12日以告知书（沅环罚告〔2016〕12号）告知你单位");
    check_quote(DECISION "2016年9月9日立案，次日送达沅环罚告〔2016〕12号，你厂未申辩。" SIGNED, "notice-date",
                "2016年9月9日立案，次日送达沅环罚告〔2016〕12号");
    check_quote("^结案审批表\n|送达日期|2016年9月12日，直接送达", "service-date", "2016年9月12日，直接送达");
}

/* Reckoning tells what the dates of a daily decision are. */
static void dates_of_daily_decisions_are_reckoned(void **state)
{
    (void)state;
#define RECKONED "^按日连续处罚决定书\n2016年9月1日检查时你厂直排废水。\n2016年9月2日送达《责令改正违法行为决定书》。\n"
    check(RECKONED "2016年9月16日检查时你厂仍未改正。", "recheck-date", "2016-09-16");
    check(RECKONED "2016年9月16日检查时你厂仍未改正。", "inspection-dates", "2016-09-01");
    check(RECKONED "你厂9月16日停产。", "recheck-date", "");
    check(RECKONED "|计罚期|2016年9月3日，9月16日\n|计罚日数|14日", "first-day", "2016-09-03");
    check(RECKONED "|计罚期|2016年9月3日，9月16日\n|计罚日数|14日", "last-day", "2016-09-16");
    check(RECKONED "|计罚期|2016年9月3日，9月16日\n|计罚日数|15日", "last-day", "");
}

/* One round of a daily penalty after the other, when they add up. */
static void rounds_that_add_up_are_one_count(void **state)
{
    (void)state;
#define ROUNDS(second, total)                                                                                     \
    "^按日连续处罚决定书\n第一次自2016年9月2日起至2016年9月13日止，共12日；第二次自2016年" second "起至2016年10月11日止，共28日，" \
    "计罚日数共计" total "日。"
    check(ROUNDS("9月14日", "40"), "first-day", "2016-09-02");
    check(ROUNDS("9月14日", "40"), "last-day", "2016-10-11");
    check(ROUNDS("9月14日", "40"), "days", "40");
    check(ROUNDS("9月14日", "41"), "days", "12 28 41");
    check(ROUNDS("9月13日", "40"), "first-day", "2016-09-02 2016-09-13"); /* one day counted twice */
    check(ROUNDS("9月15日", "39"), "days", "12 28 39");
    check("^按日连续处罚决定书\n自2016年9月2日起至2016年9月13日止，共12日；自2016年9月20日起至2016年9月29日止，共10日，合计22日。",
          "days", "22");
    check("^按日连续处罚决定书\n自2016年9月2日起至2016年9月13日止，共12日；自2016年9月20日起至2016年9月29日止，共10日，合计22日。",
          "last-day", "");
}

/* A bare 日期 in a row of pairs dates the paper or the opinion that the row begins with. */
static void pairs_in_rows_belong_together(void **state)
{
    (void)state;
    check(
        "^立案审批表\n|法规室意见|符合立案条件|签名|陆某|日期|2016-10-13\n|局长意见|同意|签名|杨某|日期|2016-10-14",
        "filing-date", "2016-10-14");
    check("^结案审批表\n|处罚决定|文号|通环罚〔2016〕11号|日期|2016.9.28|送达|2016.9.29", "decision-date", "2016-09-28");
    check("^结案审批表\n|处罚决定|文号|通环罚〔2016〕11号|日期|2016.9.28|送达|2016.9.29", "service-date", "2016-09-29");
    check("^缴款收据\n|缴款单位或个人|邓光明|日期|2016年9月30日", "party", "邓光明");
    check("^结案审批表\n|监督电话|0745|日期|2016.9.28", "decision-date", "");
    check("^结案审批表\n|决定日期及文号|2016年10月25日 通环罚〔2016〕15号", "decision-date", "2016-10-25");
    check("^结案审批表\n|处罚决定|罚款三千元，2016年9月2日送达", "decision-date", "");
    check("^结案审批表\n局领导唐某：准予结案。二〇一六年十一月二日", "closing-date", "2016-11-02");
    check("^结案审批表\n局领导唐某：准予延期。二〇一六年十一月二日", "closing-date", "");
}

static void opinions_of_leaders_are_told_from_others(void **state)
{
    (void)state;
#define FILING "^立案审批表\n|案由|超标排放\n|承办人意见|建议立案　2016年10月8日\n"
    check(FILING "|局分管负责人审批意见|同意立案。⏎龙甲⏎2016年10月11日\n|备注|", "filing-date", "2016-10-11");
    check(FILING "|监察大队领导审批意见|同意立案。⏎龙甲⏎2016年10月11日\n|备注|", "filing-date", "");
}

static void a_plan_told_again_is_no_draft(void **state)
{
    (void)state;
    check(DECISION "我局告知你单位，拟对你单位罚款6万元，你单位未申辩。\n我局决定对你单位罚款5万元。" SIGNED, "proposed-fine-yuan", "60000.00");
    check(DECISION "依据该法第八十三条，拟对你单位处以罚款捌万元。" SIGNED, "proposed-fine-yuan", "80000.00/draft");
    check(DECISION "依据该法第八十三条，拟对你单位处以罚款捌万元。" SIGNED, "fine-yuan", "");
    check(DECISION "我局告知了你单位，你单位未申辩。依据该法第八十三条，我局拟决定对你单位作出如下行政处罚：\n罚款捌万元。" SIGNED,
          "draft-wording", "我局拟决定对你单位作出如下行政处罚/draft");
    check(DECISION "本局于9月12日告知你单位拟作出的行政处罚。\n我局决定对你单位作出如下行政处罚：\n罚款捌万元。" SIGNED, "draft-wording", "");
    check("^行政处罚事先告知书\n我局拟对你单位作出如下行政处罚：\n罚款捌万元。" SIGNED, "draft-wording", "");
}

static void provisions_are_listed_and_carried(void **state)
{
    (void)state;
    check(DECISION "违反了《水污染防治法》第二十一条第一款、第二款和第二十二条第一款第（二）、（三）项的规定。" SIGNED, "laws-violated",
          "中华人民共和国水污染防治法|21|1| 中华人民共和国水污染防治法|21|2| 中华人民共和国水污染防治法|22|1|2 中华人民共和国水污染防治法|22|1|3");
    check(DECISION "违反了《畜禽规模养殖污染防治条例》第十三条，依据该《条例》第三十九条，我局决定罚款叁万元。" SIGNED, "laws-basis",
          "畜禽规模养殖污染防治条例|39||");
    check(DECISION "违反了《噪声污染防治法》的规定，依据该法第八十三条，我局决定罚款叁万元。" SIGNED, "laws-basis", "中华人民共和国噪声污染防治法|83||");
    check(DECISION "依据《固废法》第六十八条“违反本法第十七条规定的，处罚款”，我局决定罚款叁万元。" SIGNED, "laws-basis",
          "中华人民共和国固体废物污染环境防治法|68||");
    check(DECISION "依据《固废法》第六十八条“违反本法第十七条规定的，处罚款”，我局决定罚款叁万元。" SIGNED, "laws-violated", "");
    check(DECISION "根据《行政处罚法》第三十二条，你单位有权进行陈述和申辩。" SIGNED, "laws-basis", "");
    check(DECISION "依《水污染防治法》第七十四条第一款第（一）项至第（三）项，我局决定罚款叁万元。" SIGNED, "laws-basis",
          "中华人民共和国水污染防治法|74|1|1 中华人民共和国水污染防治法|74|1|2 中华人民共和国水污染防治法|74|1|3");
    check(DECISION "你厂的行为不符合《水污染防治法》二十一条第一款的规定。" SIGNED, "laws-violated", "中华人民共和国水污染防治法|21|1|");
    check(DECISION "你厂的行为符合《水污染防治法》二十一条第一款的规定。" SIGNED, "laws-violated", "");
#define CRIME "^涉嫌环境犯罪案件移送书\n沅环刑移〔2016〕1号\n"
    check(CRIME "上述行为涉嫌违反《中华人民共和国刑法》第三百三十八条的规定。" SIGNED, "laws-basis", "中华人民共和国刑法|338||");
    check(CRIME "上述行为涉嫌违反《水污染防治法》第九条的规定。" SIGNED, "laws-basis", "");
    check("^案件调查报告\n五、违反的法律条款\n《水污染防治法》第九条。\n六、处理依据\n《水污染防治法》第七十四条。", "laws-violated", "中华人民共和国水污染防治法|9||");
    check(DECISION "|违反条款|《水污染防治法》第九条\n|处罚依据|《水污染防治法》第七十四条" SIGNED, "laws-basis", "中华人民共和国水污染防治法|74||");
}

#define RECORD "^现场检查（勘察）笔录\n被检查单位：沅陵县某某砖厂\n"

static void people_keep_their_numbers_and_parts(void **state)
{
    (void)state;
    check(RECORD "检查人：张三、李四\n执法证号：L1812001、L1812002", "people", "张三,L1812001,member 李四,L1812002,member");
    check(RECORD "检查人：张三、李四、王五\n执法证号：L1812001、L1812002", "people", "张三,,member 李四,,member 王五,,member");
    check(RECORD "|姓名|执法证号|分工\n|张三|L1812001|主办\n|李四|L1812002|协办", "people", "张三,L1812001,lead 李四,L1812002,member");
    check(RECORD "经办人：谌亮（湘N-环-0417） 夏小芳（湘N-环-0422）", "people", "谌亮,湘N-环-0417,member 夏小芳,湘N-环-0422,member");
    check(RECORD "|检查人员及执法证号|张三 L1812001、李四 L1812002", "people", "张三,L1812001,member 李四,L1812002,member");
    check(RECORD "|检查人及执法证编号|张三（执法证号：L1812001）、李四", "people", "张三,L1812001,member 李四,,member");
    check(RECORD "|检查人员及执法证号|检查组 3人、2016年9月5日", "people", "");
    check(RECORD "|检查人员|石敏 粟大海|执法证号|湘执04307 湘执04317", "people", "石敏,湘执04307,member 粟大海,湘执04317,member");
    check(RECORD "|检查人员|石敏|执法证号|湘执04307", "people", "石敏,湘执04307,member");
    check(RECORD "检查人及执法证编号：石小敏 湘N43207、粟大海 湘N43217", "people", "石小敏,湘N43207,member 粟大海,湘N43217,member");
    check(RECORD "|检查人及执法证编号|石小敏 湘N43207、粟大海 湘N43217", "people", "石小敏,湘N43207,member 粟大海,湘N43217,member");
    check("^调查询问笔录\n被调查询问人：石小敏　性别：女\n调查询问人：粟大海　执法证号：L43207", "people", "粟大海,L43207,member");
    check(DECISION "我局决定对你单位作出如下行政处罚：\n1.警告；\n2.责令停止生产。" SIGNED, "other-penalty", "警告");
    check(DECISION "我局决定对你单位作出如下行政处罚：\n1.警告；\n2.罚款人民币　　元。" SIGNED, "other-penalty", "");
    check(DECISION "统一社会信用代码：9143122757344678XX\n我局决定罚款叁万元。" SIGNED, "credit-code", "9143122757344678XX");
    check(DECISION "统一社会信用代码：9143122757344679XX\n我局决定罚款叁万元。" SIGNED, "credit-code", "9143122757344679XX/masked");
    check(DECISION "统一社会信用代码：9143122757344678XXH\n我局决定罚款叁万元。" SIGNED, "credit-code", "9143122757344678XXH/invalid");
    check("沅陵县环境保护局\n沅环罚〔2016〕15号　　　签发人：石样远\n行政处罚决定书\n当事人：沅陵县乌有厂\n我局决定罚款叁万元。" SIGNED, "doc-number", "沅环罚〔2016〕15号");
    check("沅陵县环境保护局\n行政处罚决定书\n沅环罚〔2016〕15号　　2016年9月29日\n当事人：沅陵县乌有厂\n我局决定罚款叁万元。" SIGNED, "doc-number", "沅环罚〔2016〕15号");
    check("沅陵县环境保护局\n行政处罚决定书\n沅环罚〔2016〕15号决定的催告\n当事人：沅陵县乌有厂\n我局决定罚款叁万元。" SIGNED, "doc-number", "");
    check("行政处罚案卷\n当事人：沅陵县乌有厂\n立案日期：2016年9月28日　结案日期：2016年11月16日", "filing-date", "2016-09-28");
    check("行政处罚案卷\n当事人：沅陵县乌有厂\n立案日期：2016年9月28日　结案日期：2016年11月16日", "closing-date", "2016-11-16");
    check(RECORD "检查人：石小湘（L43207）", "people", "石小湘,L43207,member");
    check(RECORD "现场负责人：王某  证件号码：433024196507123912", "people", "");
    check(RECORD "我局执法人员张三、邓例和依法进行检查。", "people", "张三,,member 邓例和,,member");
    check(RECORD "由邓晓春主办，钟启明协办。", "people", "邓晓春,,lead 钟启明,,member");
    check(DECISION "我局执法人员李明、杨军现场检查。\n通环罚字（2016）第33号一案。" SIGNED, "people", "李明,,member 杨军,,member");
}

static void a_person_has_no_code(void **state)
{
    (void)state;
    check(DECISION "被处罚人：陈某强\n统一社会信用代码/身份证号：433029197003125417\n负责人：陈某强" SIGNED, "credit-code", "");
    check(DECISION "被处罚人：陈某强\n统一社会信用代码/身份证号：433029197003125417\n负责人：陈某强" SIGNED, "legal-rep", "");
    check(DECISION "被处罚人：陈氏砖厂\n统一社会信用代码：91433101079185641P\n负责人：陈某强" SIGNED, "credit-code", "91433101079185641P");
    check(DECISION "被处罚人：陈氏砖厂\n统一社会信用代码：91433101079185641Q" SIGNED, "credit-code", "91433101079185641Q/invalid");
    check(DECISION "被处罚人：陈氏砖厂\n统一社会信用代码：91433101**********" SIGNED, "credit-code", "91433101**********/masked");
    check(DECISION "被处罚人：陈氏砖厂\n统一社会信用代码：91433101＊＊＊＊＊＊＊＊＊＊" SIGNED, "credit-code", "91433101**********/masked");
    check(DECISION "被处罚人：陈氏砖厂\n统一社会信用代码：９１４３３１０１０７９１８５６４１Ｐ，住所：镇上" SIGNED, "credit-code", "91433101079185641P");
    check(DECISION "被处罚人：陈氏砖厂\n统一社会信用代码：无（未办理营业执照）" SIGNED, "credit-code", "/absent");
}

static void labels_are_worded_in_many_ways(void **state)
{
    (void)state;
    check("^立案审批表\n|负责人审批意见：⏎同意立案。⏎签字：李某      2016年9月8日", "filing-date", "2016-09-08");
    check("^送达回证\n|收件人签名或者盖章|王五⏎2016年9月28日", "service-date", "2016-09-28");
    check("^立案审批表\n|当事人（签字）|拒绝签字\n|当事人|沅陵砖厂", "party", "沅陵砖厂");
    check(DECISION "法定代表人：黔  信        住址：沅陵镇" SIGNED, "legal-rep", "黔信");
    check("^行政处罚事先告知书\n沅环罚告〔2016〕1号\n某砖厂：\n联系人：王某  电话：1234567\n地址：沅陵镇" SIGNED, "address", "");
    check("^行政处罚事先告知书\n沅环罚告〔2016〕1号\n某砖厂：\n地址：沅陵镇" SIGNED, "address", "沅陵镇");
    check("^立案审批表\n当事人：沅陵砖厂（经营者：龙某）", "party", "沅陵砖厂");
    check("^立案审批表\n当事人：向某军     2016年9月14日", "party", "");
    check("^立案审批表\n当事人：向某军  男", "party", "向某军  男/masked");
    check("^立案审批表\n|局长批示|同意立案。 李某 2016年9月8日", "filing-date", "2016-09-08");
    check("^立案审批表\n|股长批示|同意上报。 李某 2016年9月8日", "filing-date", "");
    check("^强制执行申请书\n沅环申〔2016〕1号\n被申请人：沅陵砖厂\n沅陵县环境保护局（公章）  负责人：曾令辉", "legal-rep", "");
    check("^强制执行申请书\n沅环申〔2016〕1号\n被申请人：沅陵砖厂  负责人：曾令辉", "legal-rep", "曾令辉");
    check("^强制执行申请书\n申请人：沅陵县环境保护局\n法定代表人：侯某\n被申请人：沅陵砖厂\n申请人：沅陵县环境保护局\n法定代表人：侯某", "legal-rep", "");
    check("^强制执行申请书\n申请人：沅陵县环境保护局\n被申请人：沅陵砖厂\n法定代表人：宋某", "legal-rep", "宋某/masked");
    check("^强制执行申请书\n申请人：沅陵县环境保护局　负责人：侯平\n申请事项：强制执行罚款", "legal-rep", "");
    check("^强制执行申请书\n被申请人的负责人：侯平\n申请事项：强制执行罚款", "legal-rep", "侯平");
    check("^立案审批表\n|分管领导意见|同意。 2016年9月8日\n|局长意见|同意立案。 2016年9月9日", "filing-date", "2016-09-09");
    check("^立案审批表\n立案日期：2016年9月8日\n立案时间：2016年9月9日", "filing-date", "2016-09-08 2016-09-09");
    check("^案件调查报告\n一、当事人情况\n当事人沅陵砖厂，组织机构代码57320000-3，住沅陵镇。", "party", "沅陵砖厂");
    check("^立案审批表\n|当事人|名称或姓名|沅陵砖厂\n|当事人|身份证号码|433024196507123912", "party", "沅陵砖厂");
    check(RECORD "当事人：证件已核对。", "party", "沅陵县某某砖厂/masked");
#define SEIZED "^查封（扣押）决定书\n沅环查字〔2016〕1号\n沅陵砖厂：\n决定予以查封。" SIGNED "\n^查封（扣押）清单\n"
    check(SEIZED "当事人：向某军　　执法人员：石敏、粟大海　　2016年9月14日", "party", "沅陵砖厂");
    check("^查封（扣押）决定书\n沅环查字〔2016〕1号\n当事人：沅陵砖厂\n决定予以查封。" SIGNED, "party", "沅陵砖厂");
    check("^案件调查报告\n一、当事人基本情况\n当事人为沅陵砖厂，位于沅陵镇。", "party", "沅陵砖厂");
    check("^非税收入票据\n备注：通环罚字〔2016〕第11号", "doc-number", "");
    check("^立案审批表\n|当事人|名称|沅陵砖厂|法定代表人|龙某\n|承办机构意见：同意。 负责人：雷震", "legal-rep", "龙某/masked");
}

static void open_titles_are_settled_by_number_and_text(void **state)
{
    (void)state;
    check("^行政处罚决定书\n沅环连罚〔2016〕1号\n某公司：", "kind", "daily-decision");
    check("^行政处罚决定书\n沅环罚〔2016〕1号\n某公司：", "kind", "penalty-decision");
    check("^案件移送书\n沅环移〔2016〕1号\n根据《环境保护法》第六十三条第三项，现将该案移送你局。", "kind", "detention-transfer");
    check("^案件移送书\n沅环移〔2016〕1号\n其行为涉嫌构成污染环境罪，现将该案移送你局。", "kind", "crime-transfer");
    check("^沅陵县公安局\n^行政处罚决定书\n沅公（治）决字〔2016〕第11号", "kind", "police-receipt");
    check("沅环连罚告〔2016〕3号\n某公司：", "kind", "penalty-notice"); /* by the last word of its number */
}

static void the_day_after_and_ends_of_ranges(void **state)
{
    (void)state;
#define APPLICATION "^强制执行申请书\n沅环申〔2016〕1号\n"
    check(APPLICATION "申请人于2016年9月20日作出并于次日送达沅环催[2016]3号《督促履行义务催告书》。", "demand-service-date", "2016-09-21");
    check(APPLICATION "申请人于2016年9月20日送达沅环催[2016]3号《督促履行义务催告书》。", "demand-service-date", "2016-09-20");
#define DAILY "^按日连续处罚决定书\n沅环连罚〔2016〕1号\n"
    check(DAILY "自2016年9月2日至14日，对你单位按日连续处罚。" SIGNED, "last-day", "2016-09-14");
    check(DAILY "自2015年12月20日起至1月8日止，对你单位按日连续处罚。" SIGNED, "last-day", "2016-01-08");
    check(DAILY "2016年9月2日检查发现直排。2016年9月14日复查，仍在直排；再次检查时间为2016年9月14日现场检查。" SIGNED, "inspection-dates", "2016-09-02");
    check(DAILY "我局对你单位原处罚罚款3万元，共21日，我局决定罚款63万元。" SIGNED, "total-yuan", "630000.00");
    check(DAILY "每日罚款3万元，罚款总数为人民币陆拾叁万元整（￥630000元）。" SIGNED, "total-yuan", "630000.00");
}

#define CRIME_TRANSFER "^涉嫌环境犯罪案件移送书\n沅环移〔2016〕4号\n"

static void people_in_a_row_are_parties_each(void **state)
{
    (void)state;
    check(CRIME_TRANSFER "犯罪嫌疑人：全有财、瞿家宝" SIGNED, "party", "全有财 瞿家宝");
    check(CRIME_TRANSFER "犯罪嫌疑人：沅陵县全氏、瞿氏炼铅厂" SIGNED, "party", "沅陵县全氏、瞿氏炼铅厂");
    check(CRIME_TRANSFER "我局到场发现全有财、瞿家宝二人在河滩焚烧电缆。" SIGNED, "party", "全有财 瞿家宝");
    check(CRIME_TRANSFER "犯罪嫌疑人：全有财\n执法人员石俊、吴桂兰二人在河滩查获电缆。" SIGNED, "party", "全有财");
}

static void several_things_stand_in_one_cell(void **state)
{
    (void)state;
    check("^现场检查笔录\n|检查人|田东 湘N033　张静 湘N034|记录人|李达 湘N035\n检查时间：2016年9月3日", "people",
          "田东,湘N033,member 张静,湘N034,member 李达,湘N035,member");
    check("^现场检查笔录\n|检查人|田东 2016-9-3\n检查时间：2016年9月3日", "people", "");
    check("^责令改正决定书\n沅环责改字〔2016〕1号\n|当事人|沅陵县老石砖厂　经营者：田大\n承办人员：田东 张静" SIGNED, "party",
          "沅陵县老石砖厂");
    check("^责令改正决定书\n沅环责改字〔2016〕1号\n承办人员：田东 张静" SIGNED, "people", "田东,,member 张静,,member");
    check("^询问笔录\n|被询问人|全有财|与本案关系|法定代表人\n|工作单位|沅陵县老石砖厂", "legal-rep", "全有财");
    check("^询问笔录\n|被询问人|全有财|与本案关系|证人\n|工作单位|沅陵县老石砖厂", "legal-rep", "");
    check("^案件调查报告\n|当事人|当事人：沅陵县老石造纸厂⏎法定代表人：田大⏎地址：沅陵县老石镇", "party", "沅陵县老石造纸厂");
    check("^结案审批表\n|处罚内容|1.罚款人民币伍万元整（￥50000）；⏎2.罚款人民币肆万元整（￥40000）。⏎以上两项合计罚款人民币玖万元整（￥90000）。",
          "fine-yuan", "90000.00");
    check("^现场检查笔录\n当事人：沅陵县老石冶炼厂\n执法人员听取了陈述申辩。当事人：没有意见。", "party", "沅陵县老石冶炼厂");
}

static void who_signs_is_no_addressee(void **state)
{
    (void)state;
    check(DECISION "|罚款|三万元\n|沅陵县环境保护局（印）|2016年10月20日", "decision-date", "2016-10-20");
    check(DECISION "|罚款|三万元\n|沅陵县环境保护局（印）|电话|2016年10月20日", "decision-date", "");
    check("^移送涉嫌犯罪案件审批表\n|承办意见|建议移送沅陵县公安局　2016年10月18日\n沅陵县环境保护局制", "agency", "沅陵县环境保护局");
    check("^移送涉嫌犯罪案件审批表\n|承办意见|建议移送沅陵县公安局　2016年10月18日\n湖南省环境保护厅监制", "agency", "");
}

/* 案件审批表 is the form of any step; what the head agreed to tells that of a transfer. */
static void an_approval_is_of_what_it_approves(void **state)
{
    (void)state;
    check("^行政处罚案件审批表\n|处理意见|拟罚款八万元\n|负责人意见|同意。2016年9月26日", "kind", "investigation-report");
    check("^环境违法案件呈批表\n|处理意见|拟罚款八万元\n|负责人意见|同意处罚，并移送公安机关", "kind", "investigation-report");
    check("^案件审批表\n|处理意见|移送公安机关\n|负责人意见|同意将该案移送县公安局", "kind", "transfer-approval");
    check("^涉嫌环境违法案件移送审批表\n|负责人意见|同意。", "kind", "transfer-approval");
    check("^行政处罚审批表\n|负责人意见|同意。", "kind", "other");
}

/* The kind of a later page stands in its words where its name says no more than 第2页. */
static void later_pages_say_what_they_are(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"x/第2页.docx", "罚款人民币肆万元整。\n如不服本处罚决定，可申请行政复议。" SIGNED, "penalty-decision 40000.00"},
        {"x/正文.docx", "罚款人民币肆万元整。\n如不服本处罚决定，可申请行政复议。" SIGNED, "other "},
        {"x/11第2页.docx", "收到本告知书之日起三日内提出，逾期未提出的，视为放弃听证要求。" SIGNED, "penalty-notice "},
        {"x/第二页.docx", "我局将对你单位改正违法行为的情况进行监督检查。" SIGNED, "rectification-order "},
        {"x/续页.docx", "现特向贵院申请强制执行。" SIGNED, "enforcement-application "},
        {"x/第2页.docx", "现场照片四张。" SIGNED, "other "}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        FileFacts *facts = linefacts_read(cases[i][0], cases[i][1]);
        g_autofree char *kind = linefacts_values(facts, "kind"), *fine = linefacts_values(facts, "fine-yuan"),
                        *both = g_strdup_printf("%s %s", kind, fine);
        assert_string_equal(both, cases[i][2]);
        record_free(&file_facts_type, facts);
    }
}

/* The heading beside the signature: they may be of different agencies, or both of another than the unit (REF-005). */
static void the_heading_is_kept_beside_the_signature(void **state)
{
    (void)state;
    check("^辰溪县环境保护局行政处罚决定书\n沅环罚字〔2016〕12号\n决定罚款。" SIGNED, "heading-agency", "辰溪县环境保护局");
    check("^辰溪县环境保护局\n^行政处罚决定书\n沅环罚字〔2016〕12号\n决定罚款。" SIGNED, "heading-agency", "辰溪县环境保护局");
    check("^辰溪县环境保护局行政处罚决定书\n沅环罚字〔2016〕12号\n决定罚款。" SIGNED, "agency", "沅陵县环境保护局");
    check("^沅陵县环境保护局\n^行政处罚决定书\n沅环罚字〔2016〕12号\n决定罚款。" SIGNED, "heading-agency", "沅陵县环境保护局");
    check("^沅陵县环境保护局\n^行政处罚决定书\n沅环罚字〔2016〕12号\n决定罚款。", "heading-agency", "");
    check("^行政处罚决定书\n沅环罚字〔2016〕12号\n决定罚款。" SIGNED, "heading-agency", "");
    check("^关于移送沅陵县公安局的函\n沅环罚字〔2016〕12号\n请予查处。" SIGNED, "heading-agency", "");
}

/* One certificate may be for all candidates, in a sentence or a numbered list; a form about one has other titles below 姓名. */
static void a_certificate_names_all_it_is_for(void **state)
{
    (void)state;
    static const char *const several[] = {
        "兹证明向远明、舒国平两位同志遵守廉洁从政各项规定。", "兹证明向远明同志、舒国平同志廉洁自律。",
        "兹证明我局向远明、舒国平等2名候选人廉洁执法。", "兹证明向远明（大队长）和舒国平（副大队长）同志无违纪行为。",
        "下列人员廉洁执法：\n|序号|姓名|职务\n|1|向远明|大队长\n|2|舒国平|副大队长"};
    for (size_t i = 0; i < G_N_ELEMENTS(several); i++) {
        g_autofree char *paper = g_strconcat("^廉洁执法证明\n", several[i], "\n沅陵县环境保护局\n2016年11月21日", NULL);
        check(paper, "name", "向远明 舒国平");
    }
    check("^廉洁执法证明\n|姓名|向远明\n|性别|男\n|职务|大队长", "name", "向远明");
    check("^廉洁执法证明\n经纪检组张三、李四核查，两位同志意见一致：兹证明向远明同志廉洁自律。", "name", "向远明");
}

#define REPORT_FORM "^案件调查报告\n|立案日期|2016年8月24日\n"

/* The investigators sign in a cell of the form or beside its label, in a line with the day or above it. */
static void a_report_is_of_the_day_it_was_signed(void **state)
{
    (void)state;
    static const char *const signed_on[] = {
        "|调查人员签名：|签名：明仕途、蒲沛然　　2016年9月5日", "|调查人员签名：⏎明仕途、蒲沛然⏎2016年9月5日",
        "|调查人员签名：⏎明仕途、蒲沛然⏎日期：2016年9月5日", "|调查人员签名：⏎（签字）明仕途、蒲沛然　　日期：2016年9月5日",
        "|调查人员签名：⏎以上情况属实。⏎　　　　签名：明仕途、蒲沛然　　日期：2016年9月5日"};
    for (size_t i = 0; i < G_N_ELEMENTS(signed_on); i++) {
        g_autofree char *form = g_strconcat(REPORT_FORM, signed_on[i], NULL);
        check(form, "document-date", "2016-09-05");
        check(form, "sign-blank", "");
    }
    check(REPORT_FORM "|调查人员意见|建议处罚。明仕途　2016年9月5日", "document-date", "");
    check(REPORT_FORM "|调查人员签名：|2016年9月4日明仕途，2016年9月5日", "document-date", "");
    check(REPORT_FORM "|调查人员签名：|2016年9月5日", "sign-blank", "调查人员签名");
}

/* Words in the place of a number are none, and the number behind them still counts. */
static void a_certificate_has_figures(void **state)
{
    (void)state;
    static const char *const none[] = {"待补", "有", "无", "办理中", "正在办理", "XXXXXX", "****", "一直持有", "持证上岗"};
    static const char *const numbers[] = {"18120432", "湘环监K-08125", "１８１２０４３２", "湘环监第〇一八号"};
    static const char *const labels[] = {"执法证号", "湖南省行政执法证号", "省行政执法证号", "湖南省行政执法证编号", "执法证种类及编号",
                                         "持何种执法证及编号", "执法证件名称及编号"};
    for (size_t i = 0; i < G_N_ELEMENTS(none); i++) {
        g_autofree char *form = g_strconcat("^候选人推荐表\n|姓名|张三\n|执法证号|", none[i], NULL);
        check(form, "certificate-number", "");
    }
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(numbers); k++) {
            g_autofree char *form = g_strconcat("^候选人推荐表\n|姓名|张三\n|", labels[i], "|", numbers[k], NULL);
            check(form, "certificate-number", numbers[k]);
        }
    check("^候选人推荐表\n|姓名|张三\n|执法证种类及编号|湖南省行政执法证 18120432", "certificate-number", "18120432");
    check("^候选人推荐表\n|姓名|张三\n|执法证种类|湖南省行政执法证", "certificate-number", "");
}

/* Who signs an application is its agency, whoever its text calls the applicant; only an unsigned one is the applicant's. */
static void an_application_is_its_signers(void **state)
{
    (void)state;
    static const char applied[] = "^强制执行申请书\n申请人：沅陵县环境保护局\n被申请人：沅陵砖厂\n麻阳苗族自治县环境保护局\n2016年10月9日";
    check(applied, "agency", "麻阳苗族自治县环境保护局");
    check(applied, "applicant", "沅陵县环境保护局");
    check("^强制执行申请书\n申请人：沅陵县环境保护局\n被申请人：沅陵砖厂", "agency", "沅陵县环境保护局");
}

/* Who is named only as the recorder may be no officer (LAW-011). */
static void the_recorder_is_told_apart(void **state)
{
    (void)state;
    check(RECORD "检查人：张三（执法证号：L1812001）\n记录人：李四", "recorders", "李四");
    check(RECORD "|检查人|张三|执法证号|L1812001|记录人|李四", "recorders", "李四");
    check(RECORD "检查人：张三、李四\n记录人：李四", "recorders", "");
    check(RECORD "记录人：李四\n我局执法人员张三、李四依法进行检查。", "recorders", "");
    check(RECORD "记录人：李四\n检查（勘察）人签名：张三　李四", "recorders", "");
}

/* The usual form gives both numbers once, where it says that the cards were shown. */
static void numbers_told_together_are_those_of_both(void **state)
{
    (void)state;
#define TOLD "\n告知事项：我们是沅陵县环境保护局的执法人员，这是我们的执法证件，执法证件号码分别为43122201、43122203，请过目。"
    check(RECORD "检查人：张三\n记录人：李四" TOLD, "people", "张三,43122201,member 李四,43122203,member");
    check(RECORD "检查人：张三、李四、王五" TOLD, "people", "张三,,member 李四,,member 王五,,member");
}

/* A line that nobody signed is no receipt, whatever stands behind it. */
static void a_blank_signature_is_no_receipt(void **state)
{
    (void)state;
#define LIST "^移送材料清单\n移送书文号：沅环拘移字〔2016〕1号\n"
    check(LIST "接收人（签名）：范例警　　警官证号：0419600", "receipt", "范例警");
    check(LIST "接收人（签名）：　　　　警官证号：", "receipt", "");
    check(LIST "接收人：　　　　警号：　　　　", "receipt", "");
    check(LIST "移送人（签名）：范例送　　执法证号：43122305\n接收人（签名）：　　警官证号：0419600", "receipt", "");
    check(LIST "接收人：　　　　　年　月　日", "receipt", "");
    check(LIST "接收人：____________ ____年__月__日", "receipt", "");
    check(LIST "接收人（签名）：\n　　　　年　月　日", "receipt", "");
    check(LIST "接收单位（盖章）：　　　接收人：　　　　（签名）　　年　月　日", "receipt", "");
    check(LIST "|移送人|范例送|接收人|　　年　月　日", "receipt", "");
    check(LIST "接收人：年月　　　2016年10月19日", "receipt", "年月　　　2016年10月19日");
    check(LIST "接收人：范例警　　　年　月　日", "receipt", "范例警　　　年　月　日");
    check(LIST "接收单位经办人：范例警（警官证0419600）", "receipt", "接收单位经办人：范例警（警官证0419600");
}

/* Rows of a list count where they have numbers and names. */
static void a_list_tells_its_rows(void **state)
{
    (void)state;
    const char *table = LIST "|序号|材料名称|数量|备注\n|1|移送书|1份|原件\n|2|现场照片|4张|\n|3||\n||以下空白|\n";
    check(table, "row-listed", "1|1份 2|4张");
    check(LIST "|序号|材料名称|页数\n|1|移送书|2\n", "row-listed", "1|");
    check("^卷内目录\n|序号|材料名称|数量\n|1|移送书|1份\n", "row-listed", "");
}

/* The order that a recheck checks is the one it names, not the one it hands over. */
static void a_recheck_names_its_order(void **state)
{
    (void)state;
#define RECHECK "^现场检查（勘察）笔录\n检查时间：2016年10月20日9时至10时\n"
    check(RECHECK "本次检查系对沅环责改字〔2016〕32号《责令改正违法行为决定书》执行情况的复查。", "order-number", "沅环责改字〔2016〕32号");
    check(RECHECK "9月1日送达沅环责改〔2016〕24号，今日复查仍未改正。", "order-number", "沅环责改〔2016〕24号");
    check(RECHECK "该厂曾因同一行为被处罚（沅环罚字〔2015〕3号）。", "order-number", "");
}

static void what_a_sentence_is_about_decides(void **state)
{
    (void)state;
    check(DECISION "你厂可在三日内提出陈述申辩，地址：沅陵县辰州中街8号。" SIGNED, "address", "");
    check(DECISION "你厂未提出陈述申辩。地址：沅陵县官庄镇太平铺村" SIGNED, "address", "沅陵县官庄镇太平铺村");
    check(DECISION "地　　址　沅陵县官庄镇太平铺村" SIGNED, "address", "沅陵县官庄镇太平铺村");
    check(DECISION "依据《环境保护法》第五十九条第一款，我局于2016年10月8日告知你厂有权进行陈述。" SIGNED, "laws-basis",
          "中华人民共和国环境保护法|59|1|");
    check(DECISION "依据《行政处罚法》第三十二条，我局于2016年10月8日告知你厂有权进行陈述。" SIGNED, "laws-basis", "");
    check(CRIME_TRANSFER "其行为违反《环境保护法》第六十三条第（三）项，依据《刑法》第三百三十八条移送。" SIGNED,
          "laws-violated", "");
    check(CRIME_TRANSFER "其行为违反《环境保护法》第四十二条第四款。" SIGNED, "laws-violated", "中华人民共和国环境保护法|42|4|");
    check(DECISION "你厂未按《环境监察办法》第二十一条备案。" SIGNED, "laws-violated", "环境监察办法|21||");
    check(DECISION "一、对甲厂直排的行为，罚款三万元；\n二、对乙厂直排的行为，罚款三万元。" SIGNED, "fine-yuan", "60000.00");
    check(DECISION "本决定书已收到。全有财 2016年10月21日" SIGNED, "service-date", "2016-10-21");
    check(DECISION "你厂已收到我局责令改正决定。全有财 2016年10月21日检查" SIGNED, "service-date", "");
}

/* Words stand; figures that differ from them are a second value, which contradicts the first. */
static void words_stand_and_differing_figures_are_kept(void **state)
{
    (void)state;
#define TOTAL "^按日连续处罚决定书\n沅环连罚〔2016〕1号\n|罚款总额|人民币壹佰叁拾万元整（￥"
    check(TOTAL "1,030,000.00）" SIGNED, "total-yuan", "1300000.00 1030000.00");
    check(TOTAL "1,300,000.00）" SIGNED, "total-yuan", "1300000.00");
    check("^按日连续处罚决定书\n沅环连罚〔2016〕1号\n|罚款总额|人民币壹佰叁拾万元整，其中每日￥100,000.00" SIGNED, "total-yuan", "1300000.00");
}

/* A day that is none is found wherever it is written, once. */
static void days_that_are_none(void **state)
{
    (void)state;
#define INTERVIEW "^调查询问笔录\n询问时间："
    check(INTERVIEW "2016年9月31日14时30分至15时50分\n询问人：张三", "written-date", "2016年9月31日/invalid");
    check(INTERVIEW "2016年9月30日14时30分至15时50分\n询问人：张三", "written-date", "");
    check(INTERVIEW "2016年９月３１日14时至9月32日16时", "written-date", "2016年９月３１日/invalid");
    check(INTERVIEW "二〇一六年十一月三十一日9时至10时", "written-date", "二〇一六年十一月三十一日/invalid");
    check(INTERVIEW "9月30日\n答：从去年6月31日起就没有开过治污设施。", "written-date", "6月31日/invalid");
    check(INTERVIEW "2016-09-31 14:30", "written-date", "2016-09-31/invalid");
    check(INTERVIEW "2016年9月00日14时30分至15时50分\n询问人：张三", "written-date", "2016年9月00日/invalid");
    check(INTERVIEW "2016年9月○日\n询问人：张三", "written-date", "");
    check("^监测报告\n采样依据：HJ/T 91-2002，5.2.31，编号2016-13-45", "written-date", "");
    check("^监测报告\n采样日期：2016年2月29日", "written-date", "");
    check("^监测报告\n采样时间为2015年2月29日上午", "written-date", "2015年2月29日/invalid");
    /* what a field of its own tells is not told again */
    check(DECISION "我局决定罚款叁万元。\n沅陵县环境保护局\n2016年9月31日", "written-date", "");
    check(DECISION "我局决定罚款叁万元。\n沅陵县环境保护局\n2016年9月31日", "decision-date", "2016年9月31日/invalid");
    check(DECISION "我局决定罚款叁万元。\n沅陵县环境保护局\n2016年9月0日", "decision-date", "2016年9月0日/invalid");
    check(DECISION "我局决定罚款叁万元。\n沅陵县环境保护局\n2016年9月20日", "decision-date", "2016-09-20");
    /* quoted as a slip, of the old calendar, in a note, out of reach of any year */
    check(DECISION "询问笔录所写2016年9月31日系笔误，应为9月30日。" SIGNED, "written-date", "");
    check(INTERVIEW "2016年9月30日\n被询问人：张三，1962年2月30日出生", "written-date", "");
    check("^关于询问笔录日期的更正说明\n原写2016年9月31日，实为2016年9月30日", "written-date", "");
    check("^监测报告\n数据核对无误，采样人员6月31日返回。", "written-date", "6月31日/invalid");
}

/* A sentence takes its year from the dates around it, a signature does not. */
static void a_signature_without_a_year(void **state)
{
    (void)state;
#define INSPECTED DECISION "我局于2016年9月12日检查，9月14日立案。\n"
    check(INSPECTED "沅陵县环境保护局\n9月20日", "decision-date", "9月20日/partial");
    check(INSPECTED "沅陵县环境保护局\n2016年9月20日", "decision-date", "2016-09-20");
    check(INSPECTED SIGNED, "filing-date", "2016-09-14");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_left_out_is_that_of_both_neighbours),
        cmocka_unit_test(events_give_days_their_meaning),
        cmocka_unit_test(provisions_are_told_by_their_chapter),
        cmocka_unit_test(clauses_are_quoted),
        cmocka_unit_test(dates_of_daily_decisions_are_reckoned),
        cmocka_unit_test(rounds_that_add_up_are_one_count),
        cmocka_unit_test(pairs_in_rows_belong_together),
        cmocka_unit_test(opinions_of_leaders_are_told_from_others),
        cmocka_unit_test(a_plan_told_again_is_no_draft),
        cmocka_unit_test(provisions_are_listed_and_carried),
        cmocka_unit_test(people_keep_their_numbers_and_parts),
        cmocka_unit_test(a_person_has_no_code),
        cmocka_unit_test(labels_are_worded_in_many_ways),
        cmocka_unit_test(open_titles_are_settled_by_number_and_text),
        cmocka_unit_test(the_day_after_and_ends_of_ranges),
        cmocka_unit_test(people_in_a_row_are_parties_each),
        cmocka_unit_test(several_things_stand_in_one_cell),
        cmocka_unit_test(who_signs_is_no_addressee),
        cmocka_unit_test(an_approval_is_of_what_it_approves),
        cmocka_unit_test(later_pages_say_what_they_are),
        cmocka_unit_test(the_heading_is_kept_beside_the_signature), cmocka_unit_test(an_application_is_its_signers),
        cmocka_unit_test(a_certificate_names_all_it_is_for),
        cmocka_unit_test(a_report_is_of_the_day_it_was_signed),
        cmocka_unit_test(a_certificate_has_figures),
        cmocka_unit_test(the_recorder_is_told_apart),
        cmocka_unit_test(numbers_told_together_are_those_of_both),
        cmocka_unit_test(a_blank_signature_is_no_receipt),
        cmocka_unit_test(a_list_tells_its_rows),
        cmocka_unit_test(a_recheck_names_its_order),
        cmocka_unit_test(what_a_sentence_is_about_decides),
        cmocka_unit_test(words_stand_and_differing_figures_are_kept),
        cmocka_unit_test(days_that_are_none),
        cmocka_unit_test(a_signature_without_a_year),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
