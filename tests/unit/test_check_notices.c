/* EXT-001 undated-notice, LAW-003 early and waived, LAW-020 stranger, LAW-024 first, SET-007 corrected: a notice without a
 * day, a decision the day after it with and without a waiver, who took a document, a first offence that was none, a
 * corrected case file beside the one that it corrects. */
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define NOTICE PENALTY "告知书.docx"
#define DECISION PENALTY "决定书.docx"
#define RECEIPT PENALTY "回证2.docx"

/* ---- a notice without a day ---- */

static void notice_without_a_day(Submitted *s)
{
    drop_field(s, NOTICE, "notice-date");
    set_field(s, NOTICE, "agency", "沅陵县环境保护局");
}
static void notice_with_a_day(Submitted *s) { set_field(s, NOTICE, "agency", "沅陵县环境保护局"); }
static void notice_with_a_blank_for_the_day(Submitted *s)
{
    notice_without_a_day(s);
    set_field(s, NOTICE, "unfilled", "2016年9月××日");
}
static void notice_read_in_part(Submitted *s) { drop_field(s, NOTICE, "notice-date"); }
/* It still tells of the day and the service of the decision. */
#define DEMAND "案卷/强制执行1/催告书.docx"
static void demand_with_a_day(Submitted *s)
{
    set_field(s, DEMAND, "agency", "沅陵县环境保护局");
    set_field(s, DEMAND, "decision-date", "2016-03-10");
    set_field(s, DEMAND, "service-date", "2016-03-11");
}
static void demand_without_a_day(Submitted *s)
{
    demand_with_a_day(s);
    drop_field(s, DEMAND, "demand-date");
}
#define ORDER "案卷/按日1/责改.docx"
static void order_with_a_day(Submitted *s) { set_field(s, ORDER, "agency", "沅陵县环境保护局"); }
static void order_without_a_day(Submitted *s)
{
    order_with_a_day(s);
    drop_field(s, ORDER, "decision-date");
}

/* ---- the days after the notice; the decision is of 28 September ---- */

static void served_the_day_before(Submitted *s) { set_field(s, PENALTY "回证1.docx", "service-date", "2016-09-27"); }
static void waived_on(Submitted *s, const char *day)
{
    served_the_day_before(s);
    put_document(s, PENALTY "放弃声明.docx", "waiver", "document-date", day, NULL);
}
static void waived_that_day(Submitted *s) { waived_on(s, "2016-09-27"); }
static void waived_after_the_decision(Submitted *s) { waived_on(s, "2016-09-29"); }
static void waived_before_the_notice(Submitted *s) { waived_on(s, "2016-09-20"); }
static void waived_on_a_scan(Submitted *s)
{
    served_the_day_before(s);
    put_scan(s, PENALTY "放弃听证声明.jpg", "waiver", "waiver", NULL);
}
static void waived_and_served_after_the_decision(Submitted *s)
{
    waived_on_a_scan(s);
    set_field(s, PENALTY "回证1.docx", "service-date", "2016-09-29");
}
static void waived_by_the_decision_alone(Submitted *s)
{
    served_the_day_before(s);
    set_field(s, DECISION, "waived", "自愿放弃陈述、申辩");
}
static void waived_by_the_receipt_alone(Submitted *s)
{
    served_the_day_before(s);
    set_field(s, PENALTY "回证1.docx", "waived", "当事人放弃听证");
}
static void waived_by_receipt_and_decision(Submitted *s)
{
    waived_by_the_receipt_alone(s);
    waived_by_the_decision_alone(s);
}
static void waived_in_an_interview(Submitted *s, const char *day)
{
    waived_by_the_decision_alone(s);
    put_document(s, PENALTY "询问笔录2.docx", "interview-record", "document-date", day, "waived", "我单位自愿放弃听证", NULL);
}
static void waived_in_an_interview_that_day(Submitted *s) { waived_in_an_interview(s, "2016-09-27"); }
static void waived_in_an_interview_before(Submitted *s) { waived_in_an_interview(s, "2016-09-12"); }
static void begin_interview(Submitted *s, const char *day, const char *begun)
{
    waived_in_an_interview(s, day);
    set_field(s, PENALTY "询问笔录2.docx", "record-begin", begun);
}
static void interview_begun_that_day(Submitted *s) { begin_interview(s, "2016-09-29", "2016 年 9 月 27 日16时05分至16时53分"); }
static void interview_begun_before(Submitted *s) { begin_interview(s, "2016-09-27", "2016年9月12日16时05分"); }
#define DAILY "案卷/按日1/"
static void original_told_a_day_before(Submitted *s) { set_field(s, DAILY "原回证.docx", "service-date", "2016-09-27"); }
static void original_waived(Submitted *s)
{
    original_told_a_day_before(s);
    put_document(s, DAILY "放弃声明.docx", "waiver", "document-date", "2016-09-27", NULL);
}

/* ---- who took it ---- */

static void taken_by(Submitted *s, const char *relation) { set_field(s, RECEIPT, "receiver-relation", relation); }
static void taken_by_a_shopkeeper(Submitted *s) { taken_by(s, "附近小卖部店主"); }
static void taken_by_a_neighbour(Submitted *s) { taken_by(s, "邻居"); }
static void taken_by_the_doorman(Submitted *s) { taken_by(s, "门卫（收发室）"); }
static void taken_by_the_head(Submitted *s) { taken_by(s, "法定代表人"); }
static void taken_by_a_neighbour_with_power(Submitted *s) { taken_by(s, "邻居（受公司委托代收）"); }
static void power_in_the_file(Submitted *s)
{
    taken_by_a_neighbour(s);
    put_scan(s, PENALTY "授权委托书.jpg", "power", NULL, NULL);
}
static void bundle_in_the_file(Submitted *s)
{
    taken_by_a_neighbour(s);
    put_scan(s, PENALTY "全卷扫描.pdf", "bundle", NULL, NULL);
}
static void left_with_a_neighbour(Submitted *s)
{
    taken_by_a_neighbour(s);
    set_field(s, RECEIPT, "served-how", "留置送达");
}

/* ---- the first offence ---- */

static void punished_before(Submitted *s)
{
    set_field(s, DECISION, "first-offence", "初次违法");
    put_document(s, PENALTY "询问笔录.docx", "interview-record", "punished-before", "去年10月被你们局罚过一次", NULL);
}
static void punished_before_and_not_called_first(Submitted *s)
{
    punished_before(s);
    drop_field(s, DECISION, "first-offence");
}
static void not_punished_before(Submitted *s) { set_field(s, DECISION, "first-offence", "初次违法"); }

/* ---- a corrected file ---- */

static void corrected_under_another_name(Submitted *s) { put_penalty(s, "案卷/某木器公司案（更正后）", 1, false); }
static void the_same_number_under_another_name(Submitted *s) { put_penalty(s, "案卷/某木器公司案", 1, false); }
/* Behind all others: it takes no place from any. */
static void the_same_number_behind_all(Submitted *s) { put_penalty(s, "案卷/麻某木器公司案", 1, false); }
static void corrected_behind_all(Submitted *s) { put_penalty(s, "案卷/麻某木器公司案（更正后）", 1, false); }
static void corrected_beside_its_own_name(Submitted *s) { put_penalty(s, "案卷/行政处罚1（更正后）", 1, false); }

static const FindingCase cases[] = {
    RAISED("EXT-001", "undated-notice", notice_without_a_day, notice_with_a_day),
    RAISED("EXT-001", "undated-notice", notice_without_a_day, notice_with_a_blank_for_the_day),
    RAISED("EXT-001", "undated-notice", notice_without_a_day, notice_read_in_part),
    RAISED("EXT-001", "undated-notice", demand_without_a_day, demand_with_a_day),
    RAISED("EXT-001", "undated-notice", order_without_a_day, order_with_a_day),
    RAISED("LAW-003", "early", served_the_day_before, waived_that_day),
    RAISED("LAW-003", "early", waived_after_the_decision, waived_on_a_scan),
    RAISED("LAW-003", "early", waived_before_the_notice, waived_that_day),
    RAISED("LAW-003", "early", waived_by_the_decision_alone, waived_by_receipt_and_decision),
    RAISED("LAW-003", "early", waived_by_the_receipt_alone, waived_in_an_interview_that_day),
    RAISED("LAW-003", "early", waived_in_an_interview_before, waived_in_an_interview_that_day),
    RAISED("LAW-003", "after", waived_and_served_after_the_decision, waived_on_a_scan),
    RAISED("LAW-003", "waived", waived_that_day, served_the_day_before),
    RAISED("LAW-003", "waived", waived_on_a_scan, waived_after_the_decision),
    RAISED("LAW-003", "waived", waived_by_receipt_and_decision, waived_by_the_receipt_alone),
    RAISED("LAW-003", "waived", waived_in_an_interview_that_day, waived_in_an_interview_before),
    RAISED("LAW-003", "waived", interview_begun_that_day, interview_begun_before),
    RAISED("LAW-003", "original-waived", original_waived, original_told_a_day_before),
    RAISED("LAW-003", "original-early", original_told_a_day_before, original_waived),
    RAISED("LAW-020", "stranger", taken_by_a_shopkeeper, taken_by_the_doorman),
    RAISED("LAW-020", "stranger", taken_by_a_neighbour, taken_by_the_head),
    RAISED("LAW-020", "stranger", taken_by_a_neighbour, taken_by_a_neighbour_with_power),
    RAISED("LAW-020", "stranger", taken_by_a_neighbour, power_in_the_file),
    RAISED("LAW-020", "stranger", taken_by_a_neighbour, bundle_in_the_file),
    RAISED("LAW-020", "stranger", taken_by_a_neighbour, left_with_a_neighbour),
    RAISED("LAW-024", "first", punished_before, punished_before_and_not_called_first),
    RAISED("LAW-024", "first", punished_before, not_punished_before),
    RAISED("SET-007", "corrected", corrected_under_another_name, the_same_number_under_another_name),
    RAISED("SET-007", "corrected", corrected_under_another_name, corrected_beside_its_own_name),
    RAISED("SET-002", NULL, the_same_number_behind_all, corrected_behind_all),
};

int main(void)
{
    return finding_cases_run("notices", cases, G_N_ELEMENTS(cases));
}
