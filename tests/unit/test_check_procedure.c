/* Procedure: what papers should say and do not, forms filled in all but for a name, payment and closing, and what
 * cannot be so. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define NOTICE PENALTY "告知书.docx"
#define DECISION PENALTY "决定书.docx"
#define RECORD PENALTY "检查笔录.docx"
#define RECEIPT PENALTY "回证2.docx"

static void say(Submitted *s, const char *path, const char *field, const char *value)
{
    set_field(s, path, field, value);
}

/* ---- what papers should say ---- */

static void no_rights(Submitted *s) { drop_field(s, NOTICE, "rights"); }
static void only_a_hearing_offered(Submitted *s)
{
    no_rights(s);
    say(s, NOTICE, "hearing", "有权要求举行听证");
}
static void rights_in_another_notice(Submitted *s)
{
    no_rights(s);
    put_document(s, PENALTY "听证告知书.docx", "penalty-notice", "rights", "要求听证", NULL);
}
static void rights_may_be_in_a_scan(Submitted *s)
{
    no_rights(s);
    put_scan(s, PENALTY "听证告知书.jpg", "notice", "penalty-notice", NULL);
}
static void no_rights_in_the_notice_and_its_scan(Submitted *s)
{
    no_rights(s);
    put_scan(s, PENALTY "告知书.jpg", "notice", "penalty-notice", "沅环罚告字〔2016〕1号");
}
static void no_rights_in_the_demand(Submitted *s) { drop_field(s, "案卷/强制执行1/催告书.docx", "rights"); }
static void payment_heading_alone(Submitted *s) { say(s, DECISION, "payment-heading", "三、履行方式和期限"); }
static void payment_heading_with_text(Submitted *s)
{
    payment_heading_alone(s);
    say(s, DECISION, "payment-way", "缴至指定银行");
}
static void evidence_heading_alone(Submitted *s) { say(s, DECISION, "evidence-heading", "以上事实，有下列证据证明"); }
static void evidence_heading_with_list(Submitted *s)
{
    evidence_heading_alone(s);
    say(s, DECISION, "evidence-listed", "现场检查笔录");
}
static void nothing_shown(Submitted *s) { drop_field(s, RECORD, "introduced"); }
static void nothing_shown_at_a_recheck(Submitted *s)
{
    nothing_shown(s);
    say(s, RECORD, "recheck", "复查");
}
static void nothing_shown_at_an_interview(Submitted *s)
{
    put_document(s, PENALTY "询问.docx", "interview-record", NULL);
}
static void shown_at_an_interview(Submitted *s)
{
    put_document(s, PENALTY "询问.docx", "interview-record", "introduced", "过目", NULL);
}

static void no_recusal_told(Submitted *s)
{
    put_document(s, PENALTY "询问.docx", "interview-record", "introduced", "过目", "signed-line", "被询问人（签名）：熊例养", NULL);
}
/* Nothing of what is said at the beginning was read: it may lie in a part that is not text. */
static void signed_and_nothing_introduced(Submitted *s)
{
    put_document(s, PENALTY "询问.docx", "interview-record", "signed-line", "被询问人（签名）：熊例养", NULL);
}
static void recusal_told(Submitted *s)
{
    no_recusal_told(s);
    set_field(s, PENALTY "询问.docx", "recusal-told", "回避");
}
static void recusal_told_in_another_interview(Submitted *s)
{
    no_recusal_told(s);
    put_document(s, PENALTY "又询问.docx", "interview-record", "introduced", "过目", "recusal-told", "回避", NULL);
}
static void recusal_told_by_a_paper_on_rights(Submitted *s)
{
    no_recusal_told(s);
    put_scan(s, PENALTY "权利义务告知书.jpg", "rights", "other", NULL);
}
static void page_of_the_interview_pasted_in(Submitted *s)
{
    no_recusal_told(s);
    set_field(s, PENALTY "询问.docx", "pasted", "picture");
}

/* ---- forms ---- */

#define FILING PENALTY "立案.docx"

static void opinion_blank(Submitted *s) { say(s, FILING, "opinion", "签名：\n2016年9月7日"); }
static void opinion_without_a_date(Submitted *s) { say(s, FILING, "opinion", "签名：　　年　月　日"); }
static void opinion_given(Submitted *s) { say(s, FILING, "opinion", "同意立案。\n签名：\n2016年9月7日"); }
static void date_beside_the_opinion(Submitted *s) { say(s, FILING, "opinion", "2016年9月7日"); }
static void opinion_absent(Submitted *s)
{
    Field *opinion = add_field(the_document(s, FILING), "opinion", "");
    opinion->status = VALUE_ABSENT;
    g_free(opinion->quote);
    opinion->quote = g_strdup("局领导审批意见");
}
static void opinion_absent_and_on_a_scan(Submitted *s)
{
    opinion_absent(s);
    put_scan(s, PENALTY "立案审批表.jpg", "立案审批表", "filing-form", NULL);
}
static void opinion_undated(Submitted *s) { say(s, FILING, "approval-undated", "局领导审批意见"); }
static void opinion_undated_and_on_a_scan(Submitted *s)
{
    opinion_undated(s);
    put_scan(s, PENALTY "立案审批表.jpg", "立案审批表", "filing-form", NULL);
}
static void head_signed(Submitted *s) { say(s, FILING, "opinion", "签名：林某\n2016年9月7日"); }

/* ---- payment and closing; the fine is 48,000 yuan ---- */

static void pay(Submitted *s, const char *yuan)
{
    add_field(the_document(s, PENALTY "缴款.docx"), "fine-yuan", yuan);
}
static void paid_too_much(Submitted *s) { pay(s, "50000.00"); }
static void paid_with_a_surcharge(Submitted *s) { pay(s, "49440.00"); }
static void paid_with_a_surcharge_of_33_days(Submitted *s) { pay(s, "95520.00"); }
static void paid_with_a_surcharge_of_34_days(Submitted *s) { pay(s, "96960.00"); }
static void paid_too_much_in_two_receipts(Submitted *s)
{
    paid_too_much(s);
    put_document(s, PENALTY "缴款2.docx", "payment-receipt", "fine-yuan", "1000.00", NULL);
}
static void paid_up_with(Submitted *s, const char *yuan) { set_field(s, PENALTY "结案.docx", "paid-up-yuan", yuan); }
static void paid_up_with_less(Submitted *s) { paid_up_with(s, "40000.00"); }
static void paid_up_with_all(Submitted *s) { paid_up_with(s, "48000.00"); }
static void paid_up_by_two_receipts(Submitted *s)
{
    paid_up_with_less(s);
    put_document(s, PENALTY "缴款2.docx", "payment-receipt", "fine-yuan", "8000.00", NULL);
}
static void closed_and_paid_on(Submitted *s, const char *paid)
{
    set_field(s, PENALTY "结案.docx", "closing-date", "2016-10-20");
    set_field(s, PENALTY "结案.docx", "payment-date", paid);
}
static void closed_before_its_own_payment(Submitted *s) { closed_and_paid_on(s, "2016-10-21"); }
static void closed_on_its_own_payment(Submitted *s) { closed_and_paid_on(s, "2016-10-20"); }
static void closed_unfinished(Submitted *s) { say(s, PENALTY "结案.docx", "unfinished", "余款申请分期"); }
static void unfinished_in_the_report(Submitted *s) { say(s, PENALTY "调查报告.docx", "unfinished", "余款申请分期"); }

/* ---- the order to correct: made on 6 September, the decision on the 28th ---- */

static void serve_order(Submitted *s, const char *day)
{
    drop_field(s, PENALTY "责改.docx", "service-date");
    say(s, PENALTY "责改.docx", "doc-number", "沅环责改字〔2016〕1号");
    put_document(s, PENALTY "回证3.docx", "service-receipt", "served-number", "沅环责改字〔2016〕1号", "service-date",
                 day, NULL);
}
static void order_served_after_the_decision(Submitted *s) { serve_order(s, "2016-09-29"); }
static void order_served_with_the_decision(Submitted *s) { serve_order(s, "2016-09-28"); }
static void order_made_with_the_decision(Submitted *s)
{
    order_served_after_the_decision(s);
    say(s, PENALTY "责改.docx", "decision-date", "2016-09-28");
}

/* ---- who chaired, whom to ask, what was defended ---- */

static void chaired_by(Submitted *s, const char *name)
{
    put_document(s, PENALTY "讨论.docx", "discussion-record", "document-date", "2016-09-27", "chair", name,
                 NULL);
}
static void the_investigator_chaired(Submitted *s) { chaired_by(s, "向例明"); }
static void the_investigator_chaired_as_head(Submitted *s) { chaired_by(s, "舒例川（副局长）"); }
static void somebody_else_chaired(Submitted *s) { chaired_by(s, "林例（局长）"); }

static void ask_for_review(Submitted *s, const char *body) { say(s, DECISION, "review-body", body); }
static void review_by_the_same_bureau(Submitted *s) { ask_for_review(s, "沅陵县环境保护局"); }
static void review_by_ourselves(Submitted *s) { ask_for_review(s, "我局"); }
static void review_by_the_bureau_above(Submitted *s) { ask_for_review(s, "怀化市环境保护局"); }
static void review_by_the_one_above_ours(Submitted *s) { ask_for_review(s, "我局的上一级主管部门"); }

static void defended(Submitted *s) { say(s, DECISION, "defended", "提出书面陈述、申辩"); }
static void defended_with_the_paper(Submitted *s)
{
    defended(s);
    put_document(s, PENALTY "材料.docx", "other", NULL)->title = g_strdup("关于行政处罚的申辩书");
}
static void defended_orally(Submitted *s) { say(s, DECISION, "defence-told", "口头提出陈述、申辩"); }
static void defended_orally_and_answered(Submitted *s)
{
    defended_orally(s);
    say(s, DECISION, "defence-answered", "经复核不予采纳");
}
static void defended_orally_with_a_review(Submitted *s)
{
    defended_orally(s);
    put_document(s, "案卷/行政处罚1/复核意见.docx", "other", NULL);
}
static void defended_twice_told(Submitted *s)
{
    defended(s);
    defended_orally(s);
}
static void defended_with_a_scan(Submitted *s)
{
    defended(s);
    put_scan(s, PENALTY "陈述申辩.jpg", "defence", NULL, NULL);
}

/* ---- court: a surcharge ---- */

#define APPLICATION "案卷/强制执行1/申请书.docx"

static void surcharge_asked(Submitted *s) { say(s, APPLICATION, "surcharge", "加处罚款人民币肆万元"); }
static void surcharge_asked_and_demanded(Submitted *s)
{
    surcharge_asked(s);
    say(s, "案卷/强制执行1/催告书.docx", "surcharge", "加处罚款");
}

/* ---- a recheck that finds nothing ---- */

#define RECHECK "案卷/按日1/复查笔录.docx"

static void recheck_finds(Submitted *s, const char *ended)
{
    say(s, RECHECK, "recheck", "复查");
    say(s, RECHECK, "ended", ended);
}
static void recheck_within_the_limit(Submitted *s) { recheck_finds(s, "未超过标准限值"); }
static void recheck_beyond_another_limit(Submitted *s)
{
    recheck_within_the_limit(s);
    say(s, RECHECK, "exceeding", "超过标准限值1.71倍");
}
static void a_second_recheck_tells_otherwise(Submitted *s)
{
    recheck_within_the_limit(s);
    put_document(s, "案卷/按日1/复查2.docx", "inspection-record", "introduced", "出示", "recheck", "复查", NULL);
}

/* The order was served on Wednesday, 7 September 2016. */
#define ORDER "案卷/按日1/责改.docx"
static void put_report(Submitted *s, const char *name, const char *number, const char *day)
{
    g_autofree char *path = g_strconcat("案卷/按日1/", name, ".docx", NULL);
    put_document(s, path, "monitoring-report", "doc-number", number, "document-date", day, NULL);
}
static void report_four_working_days_before(Submitted *s) { put_report(s, "监测报告", "沅环监字〔2016〕1号", "2016-09-01"); }
static void report_three_working_days_before(Submitted *s) { put_report(s, "监测报告", "沅环监字〔2016〕1号", "2016-09-02"); }
static void received(Submitted *s, const char *day)
{
    report_four_working_days_before(s);
    put_document(s, "案卷/按日1/报告.docx", "investigation-report", "report-received", day, NULL);
}
static void received_four_working_days_before(Submitted *s) { received(s, "2016-09-01"); }
static void received_three_working_days_before(Submitted *s) { received(s, "2016-09-02"); }
static void received_after_the_order(Submitted *s) { received(s, "2016-09-12"); }
static void received_three_working_days_before_by_two_papers(Submitted *s)
{
    received_four_working_days_before(s);
    set_field(s, ORDER, "report-received", "2016-09-02");
}
static void inspected_after_the_report(Submitted *s)
{
    report_four_working_days_before(s);
    put_document(s, "案卷/按日1/检查.docx", "inspection-record", "introduced", "出示", "inspection-dates", "2016-09-06", NULL);
}
static void reported_after_the_order(Submitted *s) { put_report(s, "监测报告", "沅环监字〔2016〕1号", "2016-09-12"); }
static void a_report_on_the_recheck_too(Submitted *s)
{
    report_four_working_days_before(s);
    put_report(s, "复查监测报告", "沅环监字〔2016〕3号", "2016-09-22");
}
static void order_names(Submitted *s, const char *number)
{
    report_four_working_days_before(s);
    put_report(s, "监测报告2", "沅环监字〔2016〕2号", "2016-09-05");
    set_field(s, ORDER, "report-number", number);
}
static void order_names_the_earlier_report(Submitted *s) { order_names(s, "沅环监字〔2016〕1号"); }
static void order_names_the_later_report(Submitted *s) { order_names(s, "沅环监字〔2016〕2号"); }
static void report_four_working_days_before_a_penalty(Submitted *s)
{
    put_document(s, PENALTY "监测报告.docx", "monitoring-report", "document-date", "2016-08-22", NULL);
}
static void filed_long_after_the_inspection(Submitted *s) { set_field(s, RECORD, "inspection-dates", "2016-08-10"); }
static void filed_when_the_report_was_received(Submitted *s)
{
    filed_long_after_the_inspection(s);
    set_field(s, PENALTY "调查报告.docx", "report-received", "2016-09-01");
}
static void first_inspection_within_the_limit(Submitted *s) { say(s, RECHECK, "ended", "未超过标准限值"); }

/* ---- figures ---- */

static void exceed(Submitted *s, const char *text) { say(s, DECISION, "exceedance", text); }
static void ratio_for_excess(Submitted *s) { exceed(s, "186毫克/升，超过《标准》（GB 8978-1996）表4限值（100毫克/升）1.86倍"); }
static void excess(Submitted *s) { exceed(s, "186毫克/升，超过《标准》（GB 8978-1996）表4限值（100毫克/升）0.86倍"); }
static void excess_rounded(Submitted *s) { exceed(s, "94.6 mg/L,超过限值(30 mg/L)2.2倍"); }
static void excess_of_another_value(Submitted *s) { exceed(s, "96.4毫克/立方米，超过《标准》表2限值（30毫克/立方米）2.15倍"); }
static void excess_of_its_value(Submitted *s) { exceed(s, "94.6毫克/立方米，超过《标准》表2限值（30毫克/立方米）2.15倍"); }
static void excess_cut_off(Submitted *s) { exceed(s, "98毫克/立方米，超过《标准》表2限值（30毫克/立方米）2.25倍"); }
static void row_of_a_table_is_ratio(Submitted *s) { exceed(s, "346|200|1.73"); }
static void row_of_a_table(Submitted *s) { exceed(s, "346|200|0.73"); }
static void row_cut_off(Submitted *s) { exceed(s, "309|200|0.54"); }
static void limit_before_the_value(Submitted *s) { exceed(s, "限值为200mg/m³，实测346mg/m³，超标1.73倍"); }
static void limit_before_the_value_agrees(Submitted *s) { exceed(s, "限值为200mg/m³，实测346mg/m³，超标0.73倍"); }
static void told_as_a_ratio(Submitted *s) { exceed(s, "346mg/m³，超过标准，是标准限值（200mg/m³）的1.73倍"); }
static void excess_of_the_limit(Submitted *s) { exceed(s, "346mg/m³，超过标准限值200mg/m³的0.73倍"); }
static void ratio_of_the_limit(Submitted *s) { exceed(s, "346mg/m³，超过标准限值200mg/m³的1.73倍"); }
static void no_figure_is_the_limit(Submitted *s) { exceed(s, "346mg/m³，折算浓度200mg/m³，超标1.73倍"); }
static void excess_in_tenths(Submitted *s) { exceed(s, "346mg/m³，超过限值（200mg/m³）0.8倍"); }
static void excess_in_wrong_tenths(Submitted *s) { exceed(s, "346mg/m³，超过限值（200mg/m³）0.9倍"); }
static void excess_in_whole_times(Submitted *s) { exceed(s, "346mg/m³，超过限值（200mg/m³）1倍"); }
static void ratio_in_whole_times(Submitted *s) { exceed(s, "400mg/m³，超过限值（200mg/m³）2倍"); }
static void excess_without_a_limit(Submitted *s) { exceed(s, "286mg/L，超过排放标准1.86倍"); }

/* A fine of 48,000 yuan. */
static void share(Submitted *s, const char *investment)
{
    say(s, DECISION, "share-least", "1");
    say(s, DECISION, "share-most", "5");
    say(s, DECISION, "investment-yuan", investment);
    Field *fine = the_field(s, DECISION, "fine-yuan");
    quote_field(fine, "罚款人民币肆万捌仟元整");
}
static void less_than_the_share(Submitted *s) { share(s, "4800100.00"); }
static void share_mitigated(Submitted *s)
{
    less_than_the_share(s);
    set_field(s, PENALTY "决定书.docx", "mitigated", "减轻处罚");
}
static void just_the_share(Submitted *s) { share(s, "4800000.00"); }
static void more_than_the_share(Submitted *s) { share(s, "959900.00"); }
static void just_the_most_of_the_share(Submitted *s) { share(s, "960000.00"); }
static void more_than_the_whole(Submitted *s) /* no share: its product need not even fit into a number */
{
    share(s, "9999999999999.00");
    say(s, DECISION, "share-least", "9999999");
    say(s, DECISION, "share-most", "9999999");
}

/* ---- one officer in two cases ---- */

/* 向例明 inspected both, the second for PARTY. */
static void inspect_at_once(Submitted *s, const char *party, const char *time)
{
    static const char *const papers[] = {"检查笔录", "立案", "调查报告", "责改", "告知书", "决定书", "缴款", "结案"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf("案卷/行政处罚2/%s.docx", papers[i]);
        say(s, path, "party", party);
    }
    say(s, RECORD, "record-time", "2016年9月5日9时20分至10时50分");
    say(s, "案卷/行政处罚2/检查笔录.docx", "record-time", time);
}
static void at_two_firms(Submitted *s) { inspect_at_once(s, "沅陵县红枫塑料有限公司", "2016年9月5日10时至11时"); }
static void at_two_firms_in_turn(Submitted *s)
{
    inspect_at_once(s, "沅陵县红枫塑料有限公司", "2016年9月5日10时50分至11时");
}
/* The record of the second case lies in the first one's file, too. */
static void one_record_in_two_files(Submitted *s)
{
    inspect_at_once(s, "沅陵县红枫塑料有限公司", "2016年9月5日9时20分至10时50分");
    set_field(s, RECORD, "party", "沅陵县红枫塑料有限公司");
}
static void twice_at_one_firm(Submitted *s) { inspect_at_once(s, "沅陵县乌有锰业有限公司", "2016年9月5日10时至11时"); }

/* ---- provisions ---- */

#define LETTER "案卷/拘留1/移送书.docx"

static void rest_on(Submitted *s, const char *provision, const char *cause)
{
    say(s, LETTER, "laws-basis", provision);
    say(s, LETTER, "cause", cause);
}
static void item_of_permits_for_a_pipe(Submitted *s)
{
    rest_on(s, "中华人民共和国环境保护法|63||2", "涉嫌私设暗管逃避监管排放水污染物");
}
static void item_of_pipes_for_a_pipe(Submitted *s)
{
    rest_on(s, "中华人民共和国环境保护法|63||3", "涉嫌私设暗管逃避监管排放水污染物");
}
static void item_of_permits_for_a_permit(Submitted *s)
{
    rest_on(s, "中华人民共和国环境保护法|63||2", "涉嫌未取得排污许可证排污拒不停止");
}
static void item_of_permits_for_none(Submitted *s) { rest_on(s, "中华人民共和国环境保护法|63||2", "无证排污，被责令停止排污后拒不执行"); }
static void the_report_speaks_of_a_permit(Submitted *s)
{
    item_of_permits_for_a_pipe(s);
    say(s, "案卷/拘留1/报告.docx", "facts", "该单位没有排污许可证，责令停止排污后拒不执行");
}

static const FindingCase cases[] = {
    RAISED("LAW-019", "fits", item_of_permits_for_a_pipe, item_of_pipes_for_a_pipe),
    RAISED("LAW-019", "fits", item_of_permits_for_a_pipe, item_of_permits_for_a_permit),
    RAISED("LAW-019", "fits", item_of_permits_for_a_pipe, item_of_permits_for_none),
    RAISED("LAW-019", "fits", item_of_permits_for_a_pipe, the_report_speaks_of_a_permit),
    RAISED("LAW-021", NULL, the_investigator_chaired, somebody_else_chaired),
    RAISED("LAW-021", NULL, the_investigator_chaired_as_head, somebody_else_chaired),
    RAISED("LAW-016", "review-body", review_by_the_same_bureau, review_by_the_bureau_above),
    RAISED("LAW-016", "review-body", review_by_ourselves, review_by_the_one_above_ours),
    RAISED("LAW-018", "defence-missing", defended, defended_with_the_paper),
    RAISED("LAW-018", "defence-missing", defended, defended_with_a_scan),
    RAISED("LAW-018", "answered", defended_orally, defended_orally_and_answered),
    RAISED("LAW-018", "answered", defended_orally, defended_orally_with_a_review),
    RAISED("LAW-018", "answered", defended_orally, defended_twice_told),
    RAISED("LAW-010", "surcharge", surcharge_asked, surcharge_asked_and_demanded),
    RAISED("LAW-005", "ended", recheck_within_the_limit, recheck_beyond_another_limit),
    RAISED("LAW-005", "ended", recheck_within_the_limit, a_second_recheck_tells_otherwise),
    RAISED("LAW-005", "ended", recheck_within_the_limit, first_inspection_within_the_limit),
    RAISED("LAW-005", "order", received_four_working_days_before, received_three_working_days_before),
    RAISED("LAW-005", "order", received_four_working_days_before, received_three_working_days_before_by_two_papers),
    RAISED("LAW-005", "order-dated", report_four_working_days_before, report_three_working_days_before),
    RAISED("LAW-005", "order-dated", report_four_working_days_before, received_three_working_days_before),
    RAISED("LAW-005", "order-dated", received_after_the_order, inspected_after_the_report),
    RAISED("LAW-005", "order-dated", a_report_on_the_recheck_too, reported_after_the_order),
    RAISED("LAW-005", "order-dated", order_names_the_earlier_report, order_names_the_later_report),
    RAISED("LAW-005", "order-dated", report_four_working_days_before, report_four_working_days_before_a_penalty),
    RAISED("LAW-001", NULL, filed_long_after_the_inspection, filed_when_the_report_was_received),
    RAISED("EXT-003", "exceedance", ratio_for_excess, excess),
    RAISED("EXT-003", "exceedance", ratio_for_excess, excess_rounded),
    RAISED("EXT-003", "exceedance", ratio_for_excess, excess_without_a_limit),
    RAISED("EXT-003", "exceedance", excess_of_another_value, excess_of_its_value),
    RAISED("EXT-003", "exceedance", excess_of_another_value, excess_cut_off),
    RAISED("EXT-003", "exceedance", row_of_a_table_is_ratio, row_of_a_table),
    RAISED("EXT-003", "exceedance", row_of_a_table_is_ratio, row_cut_off),
    RAISED("EXT-003", "exceedance", limit_before_the_value, limit_before_the_value_agrees),
    RAISED("EXT-003", "exceedance", ratio_of_the_limit, excess_of_the_limit),
    RAISED("EXT-003", "exceedance", ratio_of_the_limit, told_as_a_ratio),
    RAISED("EXT-003", "exceedance", ratio_of_the_limit, no_figure_is_the_limit),
    RAISED("EXT-003", "exceedance", excess_in_wrong_tenths, excess_in_tenths),
    RAISED("EXT-003", "exceedance", ratio_in_whole_times, excess_in_whole_times),
    RAISED("LAW-017", "share-below", less_than_the_share, just_the_share),
    RAISED("LAW-017", "share-below", less_than_the_share, share_mitigated),
    RAISED("LAW-017", "share-below", less_than_the_share, more_than_the_whole),
    RAISED("LAW-017", "share-above", more_than_the_share, just_the_most_of_the_share),
    RAISED("EXT-003", "two-places", at_two_firms, at_two_firms_in_turn),
    RAISED("EXT-003", "two-places", at_two_firms, twice_at_one_firm),
    RAISED("EXT-003", "two-places", at_two_firms, one_record_in_two_files),
    RAISED("LAW-016", "rights", no_rights, only_a_hearing_offered),
    RAISED("LAW-016", "rights", no_rights, rights_in_another_notice),
    RAISED("LAW-016", "rights", no_rights, rights_may_be_in_a_scan),
    RAISED("LAW-016", "rights", no_rights_in_the_notice_and_its_scan, rights_may_be_in_a_scan),
    RAISED("LAW-016", "rights", no_rights_in_the_demand, shown_at_an_interview),
    RAISED("LAW-016", "payment-way", payment_heading_alone, payment_heading_with_text),
    RAISED("LAW-019", "evidence", evidence_heading_alone, evidence_heading_with_list),
    RAISED("LAW-012", "not-shown", nothing_shown, nothing_shown_at_a_recheck),
    RAISED("LAW-012", "not-shown", nothing_shown_at_an_interview, shown_at_an_interview),
    RAISED("LAW-012", "no-recusal", no_recusal_told, recusal_told),
    RAISED("LAW-012", "no-recusal", no_recusal_told, recusal_told_in_another_interview),
    RAISED("LAW-012", "no-recusal", no_recusal_told, recusal_told_by_a_paper_on_rights),
    RAISED("LAW-012", "no-recusal", no_recusal_told, page_of_the_interview_pasted_in),
    RAISED("LAW-012", "no-recusal", no_recusal_told, shown_at_an_interview),
    RAISED("LAW-012", "no-recusal", no_recusal_told, signed_and_nothing_introduced),
    RAISED("EXT-005", "opinion", opinion_blank, opinion_without_a_date),
    RAISED("EXT-005", "opinion", opinion_blank, opinion_given),
    RAISED("EXT-005", "opinion", opinion_blank, date_beside_the_opinion),
    RAISED("EXT-005", "opinion", opinion_blank, head_signed),
    RAISED("EXT-005", "no-opinion", opinion_absent, opinion_absent_and_on_a_scan),
    RAISED("EXT-005", "no-opinion", opinion_absent, opinion_without_a_date),
    RAISED("EXT-005", "opinion-day", opinion_undated, opinion_undated_and_on_a_scan),
    RAISED("EXT-005", "opinion-day", opinion_undated, head_signed),
    RAISED("LAW-015", "over", paid_too_much, paid_with_a_surcharge),
    RAISED("LAW-015", "over", paid_with_a_surcharge_of_34_days, paid_with_a_surcharge_of_33_days),
    RAISED("LAW-015", "over", paid_too_much, paid_too_much_in_two_receipts),
    RAISED("LAW-015", "closing", paid_up_with_less, paid_up_with_all),
    RAISED("LAW-009", "apparent", closed_before_its_own_payment, closed_on_its_own_payment),
    RAISED("LAW-015", "closing", paid_up_with_less, paid_up_by_two_receipts),
    RAISED("LAW-015", "unfinished", closed_unfinished, unfinished_in_the_report),
    RAISED("LAW-009", "order-served", order_served_after_the_decision, order_served_with_the_decision),
    RAISED("LAW-009", "order-served", order_served_after_the_decision, order_made_with_the_decision),
};

/* One wrong figure is told once, with the papers that repeat it, also without the limit. */
static void one_excess_is_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    row_of_a_table_is_ratio(s);
    say(s, PENALTY "告知书.docx", "exceedance", "346mg/m³，超过限值（200mg/m³）1.73倍");
    say(s, PENALTY "调查报告.docx", "exceeded-by", "346mg/m³，超过标准限值1.73倍");
    say(s, PENALTY "立案.docx", "exceeded-by", "346mg/m³，超过标准限值0.73倍");
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-003", "exceedance"), 1);
    const Finding *finding = submitted_finding(s, "EXT-003");
    const char *others = finding_value(finding, "others");
    assert_non_null(others);
    assert_non_null(strstr(others, "告知书"));
    assert_non_null(strstr(others, "调查报告"));
    assert_null(strstr(others, "立案"));
    submitted_free(s);
}

/* A form that is read as the report goes by its own name. */
static void the_form_of_handling_is_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    Document *form = the_document(s, PENALTY "调查报告.docx");
    g_free(form->title);
    form->title = g_strdup("案件处理内部审批表");
    add_field(form, "opinion", "")->status = VALUE_ABSENT;
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "EXT-005");
    assert_non_null(finding);
    assert_string_equal(finding_value(finding, "title"), "案件处理内部审批表");
    assert_null(finding_value(finding, "doctype"));
    submitted_free(s);
}

int main(void)
{
    int failed = finding_cases_run("procedure", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_excess_is_told_once),
                                       cmocka_unit_test(the_form_of_handling_is_named)};
    return failed + cmocka_run_group_tests_name("procedure, what is told", tests, NULL, NULL);
}
