/* LAW-019 and SET-005, three times the limit; LAW-005 and 016, what a daily penalty rests on; SET-007, one act fined twice. */
#include "docnumber.h"
#include "findingcases.h"
#include "submission.h"

/* ---- crimes ---- */

#define CRIME "案卷/犯罪1/"
#define LETTER CRIME "移送书.docx"
#define REPORT CRIME "监测报告.docx"
#define ITEM(n) "最高人民法院、最高人民检察院关于办理环境污染刑事案件适用法律若干问题的解释|1||" n

static void measured(Submitted *s, const char *row)
{
    add_field(the_document(s, LETTER), "laws-basis", ITEM("3"));
    set_field(s, REPORT, "exceedance", row);
    set_field(s, REPORT, "monitored-by", "怀化市环境监测站");
}
static void two_and_a_half_times(Submitted *s) { measured(s, "3.9|1.5|1.6"); }
static void three_times(Submitted *s) { measured(s, "4.5|1.5|2.0"); }
static void another_item_too(Submitted *s)
{
    two_and_a_half_times(s);
    add_field(the_document(s, CRIME "审批.docx"), "laws-basis", ITEM("2"));
}
static void another_report_in_a_scan(Submitted *s)
{
    two_and_a_half_times(s);
    put_scan(s, CRIME "监测报告2.jpg", "report", "monitoring-report", NULL);
}
static void another_report_without_values(Submitted *s)
{
    two_and_a_half_times(s);
    put_document(s, CRIME "监测报告2.docx", "monitoring-report", "document-date", "2016-09-12", NULL);
}
static void another_report_in_the_letter(Submitted *s)
{
    another_report_in_a_scan(s);
    add_field(the_document(s, LETTER), "over-limit", "3.9mg/L，超过限值（1.5mg/L");
    add_field(the_document(s, LETTER), "concentration", "3.9");
    add_field(the_document(s, LETTER), "concentration", "1.5");
    add_field(the_document(s, LETTER), "times-told", "1.6倍");
}
static void another_value_in_the_letter(Submitted *s)
{
    another_report_in_the_letter(s);
    add_field(the_document(s, LETTER), "concentration", "2.8");
}
static void more_times_in_the_report(Submitted *s)
{
    another_report_in_the_letter(s);
    add_field(the_document(s, CRIME "报告.docx"), "times-told", "2.2倍");
}
static void many_times_in_words(Submitted *s)
{
    another_report_in_the_letter(s);
    add_field(the_document(s, CRIME "报告.docx"), "times-told", "数倍");
}
static void a_hidden_pipe_in_the_letter(Submitted *s)
{
    another_report_in_the_letter(s);
    add_field(the_document(s, LETTER), "other-ground", "暗管");
}
static void without_times(Submitted *s)
{
    measured(s, "3.9|1.5|1.6");
    drop_field(s, REPORT, "exceedance");
    add_field(the_document(s, REPORT), "over-limit", "0.8|1.5");
    add_field(the_document(s, REPORT), "over-limit", "3.9|1.5");
}
static void three_times_without_times(Submitted *s)
{
    without_times(s);
    add_field(the_document(s, REPORT), "over-limit", "4.5|1.5");
}
static void without_times_or_a_limit(Submitted *s)
{
    without_times(s);
    add_field(the_document(s, REPORT), "over-limit", "3.9mg/L，1.5mg/L");
}
/* 2.6 times the limit, told as 2.6 times over it where the limit is not told. */
static void the_ratio_for_the_excess(Submitted *s)
{
    without_times(s);
    add_field(the_document(s, LETTER), "exceeded-by", "3.9mg/L，超标2.6倍");
}
static void another_value_by_the_ratio(Submitted *s)
{
    without_times(s);
    add_field(the_document(s, LETTER), "exceeded-by", "4.1mg/L，超标2.6倍");
}
static void three_times_by_words(Submitted *s)
{
    without_times(s);
    drop_field(s, LETTER, "laws-basis");
    add_field(the_document(s, LETTER), "threefold", "超过国家污染物排放标准三倍以上");
}
static void another_ground_by_words(Submitted *s)
{
    three_times_by_words(s);
    add_field(the_document(s, CRIME "报告.docx"), "other-ground", "危险废物");
}
static void no_ground(Submitted *s)
{
    add_field(the_document(s, LETTER), "over-limit", "限值1.5mg/L，实测3.9mg/L");
}
static void a_ground_in_a_record(Submitted *s)
{
    no_ground(s);
    add_field(the_document(s, CRIME "检查笔录.docx"), "other-ground", "渗坑");
}
static void a_ground_in_a_scan(Submitted *s)
{
    no_ground(s);
    put_scan(s, CRIME "危险废物鉴别意见.jpg", "waste", NULL, NULL);
}
static void a_ground_in_an_article(Submitted *s)
{
    no_ground(s);
    add_field(the_document(s, LETTER), "laws-basis", ITEM("5"));
}
static void three_times_in_the_letter(Submitted *s)
{
    no_ground(s);
    add_field(the_document(s, LETTER), "over-limit", "限值1.5mg/L，实测4.5mg/L");
}
static void recognised(Submitted *s)
{
    three_times(s);
    set_field(s, CRIME "报告.docx", "recognised", "监测数据已经省环境保护厅认可");
}
static void recognised_in_a_scan(Submitted *s)
{
    three_times(s);
    put_scan(s, CRIME "认可函.jpg", "recognition", NULL, NULL);
}
static void recognised_in_a_scan_without_a_name(Submitted *s)
{
    three_times(s);
    put_scan(s, CRIME "扫描0001.jpg", "recognition", NULL, NULL);
}
static void measured_by_the_province(Submitted *s)
{
    three_times(s);
    set_field(s, REPORT, "monitored-by", "湖南省环境监测中心站");
}

/* ---- detention ---- */

#define DETENTION "案卷/拘留1/"

static void metal(Submitted *s, const char *quote, const char *value)
{
    set_field(s, DETENTION "移送书.docx", "no-crime", "尚不构成犯罪");
    set_field(s, DETENTION "报告.docx", "exceedance", value);
    quote_field(the_field(s, DETENTION "报告.docx", "exceedance"), quote);
}
#define OVER "0.46mg/L，超过限值（0.1mg/L）3.6倍"
#define LESS "0.39mg/L，超过限值（0.1mg/L）2.9倍"
static void cadmium_over_four_times(Submitted *s) { metal(s, "管口废水总镉" OVER, OVER); }
static void cadmium_under_four_times(Submitted *s) { metal(s, "管口废水总镉" LESS, LESS); }
static void ammonia_over_four_times(Submitted *s) { metal(s, "总镉未检出，氨氮" OVER, OVER); }
static void cadmium_in_a_table(Submitted *s) { metal(s, "总镉 0.46mg/L 0.1mg/L 3.6", "0.46|0.1|3.6"); }
static void ammonia_in_a_table(Submitted *s) { metal(s, "氨氮 0.46mg/L 0.1mg/L 3.6", "0.46|0.1|3.6"); }
static void handed_over_as_a_crime_too(Submitted *s)
{
    cadmium_over_four_times(s);
    put_scan(s, DETENTION "涉嫌犯罪案件移送书.jpg", "crime letter", NULL, NULL);
}
static void no_word_of_crimes(Submitted *s)
{
    cadmium_over_four_times(s);
    drop_field(s, DETENTION "移送书.docx", "no-crime");
}

/* ---- daily penalties; the recheck is of 20 September ---- */

#define DAILY "案卷/按日1/"
#define NUMBER "沅环监字〔2016〕48号"

static void rechecked(Submitted *s, const char *sampled)
{
    put_document(s, DAILY "监测报告.docx", "monitoring-report", "doc-number", NUMBER, "sampling-date", sampled, "compliant",
                 "符合标准要求", NULL);
    g_free(the_field(s, DAILY "监测报告.docx", "doc-number")->key);
    the_field(s, DAILY "监测报告.docx", "doc-number")->key = docnumber_key(NUMBER);
    Document *order = the_document(s, DAILY "再责改.docx");
    Field *told = add_field(order, "exceeded-by", "285mg/m³，超过标准限值0.43倍");
    DocNumber *mention = record_add(order->mentions, &docnumber_type);
    *mention = (DocNumber){.raw = g_strdup(NUMBER), .key = docnumber_key(NUMBER), .place = g_strdup(told->place)};
}
static void limits_kept(Submitted *s) { rechecked(s, "2016-09-20"); }
static void limits_kept_before_the_recheck(Submitted *s) { rechecked(s, "2016-09-19"); }
static void limit_of_another_outlet_exceeded(Submitted *s)
{
    limits_kept(s);
    put_document(s, DAILY "监测报告2.docx", "monitoring-report", "doc-number", "沅环监字〔2016〕49号", "sampling-date",
                 "2016-09-20", "exceeded-by", "301mg/m³，超过标准限值0.5倍", NULL);
}
static void limit_exceeded_by_the_record(Submitted *s)
{
    limits_kept(s);
    set_field(s, DAILY "复查笔录.docx", "exceeding", "仍在排放");
}
static void a_limit_exceeded_in_the_report(Submitted *s)
{
    limits_kept(s);
    set_field(s, DAILY "监测报告.docx", "exceeding", "超过标准限值0.43倍");
}
static void order_read(Submitted *s) { set_field(s, DAILY "责改.docx", "review-days", "60"); }
static void order_with_its_consequence(Submitted *s)
{
    order_read(s);
    set_field(s, DAILY "责改.docx", "consequence", "五十九条");
}
static void second_order_read(Submitted *s) { set_field(s, DAILY "再责改.docx", "review-days", "60"); }

/* ---- one act ---- */

static void act(Submitted *s, const char *path, const char *day, const char *facts)
{
    set_field(s, path, "inspection-dates", day);
    set_field(s, path, "laws-violated", "中华人民共和国大气污染防治法|72|1|");
    set_field(s, path, "facts", facts);
}
#define FACTS "厂区东侧露天堆放煤渣和石灰石粉约300吨，未密闭，也未采取有效覆盖措施"
static void fined(Submitted *s, const char *day, const char *facts)
{
    act(s, "案卷/行政处罚1/决定书.docx", "2016-09-05", FACTS);
    act(s, "案卷/行政处罚2/决定书.docx", day, facts);
}
static void fined_twice(Submitted *s) { fined(s, "2016-09-05", FACTS); }
static void fined_for_another_day(Submitted *s) { fined(s, "2016-09-26", FACTS); }
static void fined_for_another_act(Submitted *s) { fined(s, "2016-09-05", "危险废物贮存间没有设置识别标志，台账记录不全，混入生活垃圾"); }
static void two_parties_fined(Submitted *s)
{
    fined_twice(s);
    set_field(s, "案卷/行政处罚2/决定书.docx", "party", "沅陵县某某水泥有限公司");
}

/* ---- a crime that no monitoring proves ---- */

static void no_monitoring(Submitted *s) { drop_files(s, REPORT); }
static void weighed(Submitted *s)
{
    no_monitoring(s);
    put_document(s, CRIME "称重记录.docx", "evidence", NULL);
}
static void weighed_and_recognised(Submitted *s)
{
    weighed(s);
    put_document(s, CRIME "危险废物认定意见.docx", "other", NULL);
}
static void weighed_and_over_the_limit(Submitted *s)
{
    weighed_and_recognised(s);
    add_field(the_document(s, LETTER), "laws-basis", ITEM("3"));
}
static void weighed_and_recognised_in_scans(Submitted *s)
{
    no_monitoring(s);
    put_scan(s, CRIME "过磅单.jpg", "weight", "evidence", NULL);
    put_scan(s, CRIME "危险废物属性鉴别报告.jpg", "nature", "evidence", NULL);
}
static void rests_on_article(Submitted *s, const char *law)
{
    no_monitoring(s);
    add_field(the_document(s, LETTER), "laws-basis", law);
}
static void tampered_with_data(Submitted *s) { rests_on_article(s, "中华人民共和国刑法|286|2|"); }
static void waste_unproved(Submitted *s) { rests_on_article(s, ITEM("2")); }
static void waste_of_three_tons(Submitted *s)
{
    waste_unproved(s);
    put_document(s, CRIME "危险废物认定意见.docx", "other", NULL);
}
static void waste_weighed_and_unproved(Submitted *s)
{
    waste_unproved(s);
    put_scan(s, CRIME "过磅单.jpg", "weight", "evidence", NULL);
}
static void a_hidden_pipe(Submitted *s) { rests_on_article(s, ITEM("4")); }
static void waste_of_three_tons_by_the_approval(Submitted *s)
{
    no_monitoring(s);
    put_document(s, CRIME "危险废物属性鉴别报告.docx", "other", NULL);
    add_field(the_document(s, CRIME "审批.docx"), "laws-basis", ITEM("2"));
}
static void waste_of_three_tons_in_words(Submitted *s)
{
    no_monitoring(s);
    add_field(the_document(s, LETTER), "unmeasured-ground", "危险废物三吨以上");
}
static void two_punishments(Submitted *s) { rests_on_article(s, ITEM("5")); }
static void waste_and_a_limit(Submitted *s)
{
    waste_of_three_tons(s);
    add_field(the_document(s, LETTER), "laws-basis", ITEM("3"));
}
static void a_hidden_pipe_and_a_figure(Submitted *s)
{
    a_hidden_pipe(s);
    add_field(the_document(s, LETTER), "concentration", "12.3");
}
static void polluted(Submitted *s) { rests_on_article(s, "中华人民共和国刑法|338||"); }
static void tampered_and_over_the_limit(Submitted *s)
{
    tampered_with_data(s);
    add_field(the_document(s, LETTER), "exceedance", "4.5|1.5|2.0");
}

/* The report has less than the letter tells. */
static void less_in_the_report(Submitted *s, const char *reported)
{
    two_and_a_half_times(s);
    set_field(s, LETTER, "measured", "总铬浓度为8.9mg/L");
    set_field(s, REPORT, "measured", reported);
    set_field(s, LETTER, "exceedance", "8.9|1.5|4.93");
}
static void three_times_in_the_letter_alone(Submitted *s) { less_in_the_report(s, "总铬3.9mg/L"); }
static void three_times_of_another_metal(Submitted *s) { less_in_the_report(s, "总镉3.9mg/L"); }

static const FindingCase cases[] = {
    RAISED("LAW-019", "below-three", three_times_in_the_letter_alone, three_times_of_another_metal),
    RAISED("LAW-019", "below-three", two_and_a_half_times, three_times),
    RAISED("LAW-019", "below-three", two_and_a_half_times, another_item_too),
    RAISED("LAW-019", "below-three", two_and_a_half_times, another_report_in_a_scan),
    RAISED("LAW-019", "below-three", two_and_a_half_times, another_report_without_values),
    RAISED("LAW-019", "below-three", another_report_in_the_letter, another_value_in_the_letter),
    RAISED("LAW-019", "below-three", another_report_in_the_letter, more_times_in_the_report),
    RAISED("LAW-019", "below-three", another_report_in_the_letter, many_times_in_words),
    RAISED("LAW-019", "below-three", another_report_in_the_letter, a_hidden_pipe_in_the_letter),
    RAISED("LAW-019", "below-three", without_times, three_times_without_times),
    RAISED("LAW-019", "below-three", without_times, without_times_or_a_limit),
    RAISED("LAW-019", "below-three", the_ratio_for_the_excess, another_value_by_the_ratio),
    RAISED("LAW-019", "below-three", three_times_by_words, another_ground_by_words),
    RAISED("LAW-019", "no-ground", no_ground, a_ground_in_a_record),
    RAISED("LAW-019", "no-ground", no_ground, a_ground_in_a_scan),
    RAISED("LAW-019", "no-ground", no_ground, a_ground_in_an_article),
    RAISED("LAW-019", "no-ground", no_ground, three_times_in_the_letter),
    RAISED("SET-005", "recognition", three_times, recognised),
    RAISED("SET-005", "recognition", three_times, recognised_in_a_scan),
    RAISED("SET-005", "recognition", three_times, recognised_in_a_scan_without_a_name),
    RAISED("SET-005", "recognition", three_times, measured_by_the_province),
    RAISED("SET-005", NULL, weighed, weighed_and_recognised),
    RAISED("SET-005", NULL, weighed_and_over_the_limit, weighed_and_recognised),
    RAISED("SET-005", NULL, no_monitoring, weighed_and_recognised_in_scans),
    RAISED("SET-005", NULL, polluted, tampered_with_data),
    RAISED("SET-005", NULL, two_punishments, waste_of_three_tons),
    RAISED("SET-005", NULL, polluted, waste_of_three_tons_by_the_approval),
    RAISED("SET-005", NULL, weighed, waste_of_three_tons_in_words),
    RAISED("SET-005", NULL, waste_and_a_limit, waste_of_three_tons),
    RAISED("SET-005", NULL, waste_unproved, waste_of_three_tons),
    RAISED("SET-005", NULL, waste_weighed_and_unproved, a_hidden_pipe),
    RAISED("SET-005", NULL, a_hidden_pipe_and_a_figure, a_hidden_pipe),
    RAISED("SET-005", NULL, tampered_and_over_the_limit, tampered_with_data),
    RAISED("LAW-019", "crime", cadmium_over_four_times, cadmium_under_four_times),
    RAISED("LAW-019", "crime", cadmium_over_four_times, ammonia_over_four_times),
    RAISED("LAW-019", "crime", cadmium_in_a_table, ammonia_in_a_table),
    RAISED("LAW-019", "crime", cadmium_over_four_times, handed_over_as_a_crime_too),
    RAISED("LAW-019", "crime", cadmium_over_four_times, no_word_of_crimes),
    RAISED("LAW-005", "compliant", limits_kept, limits_kept_before_the_recheck),
    RAISED("LAW-005", "compliant", limits_kept, limit_of_another_outlet_exceeded),
    RAISED("LAW-005", "compliant", limits_kept, limit_exceeded_by_the_record),
    RAISED("LAW-005", "compliant", limits_kept, a_limit_exceeded_in_the_report),
    RAISED("LAW-016", "consequence", order_read, order_with_its_consequence),
    RAISED("LAW-016", "consequence", order_read, second_order_read),
    RAISED("SET-007", "same-act", fined_twice, fined_for_another_day),
    RAISED("SET-007", "same-act", fined_twice, fined_for_another_act),
    RAISED("SET-007", "same-act", fined_twice, two_parties_fined),
};

int main(void)
{
    return finding_cases_run("threefold", cases, G_N_ELEMENTS(cases));
}
