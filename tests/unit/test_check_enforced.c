/* LAW-010: a surcharge above the fine, a fine that was paid in part, a review that nobody is said to have asked for.
 * EXT-002: another sum than the fine, or its rest.
 * LAW-013: a confiscation that no notice told of. */
#include "docnumber.h"
#include "findingcases.h"

#define CASE "案卷/强制执行1/"
#define APPLICATION CASE "申请书.docx"
#define DEMAND CASE "催告书.docx"
#define NUMBER "沅环罚字〔2016〕2号"

/* ---- the surcharge; the fine is 40000 yuan ---- */

static void surcharge(Submitted *s, const char *yuan) { set_field(s, APPLICATION, "surcharge-yuan", yuan); }
static void surcharge_above_the_fine(Submitted *s) { surcharge(s, "40000.01"); }
static void surcharge_of_the_fine(Submitted *s) { surcharge(s, "40000.00"); }
static void surcharge_demanded_above_the_fine(Submitted *s) { set_field(s, DEMAND, "surcharge-yuan", "52000.00"); }
static void surcharge_on_a_higher_sum(Submitted *s)
{
    surcharge_above_the_fine(s);
    set_field(s, DEMAND, "demanded-yuan", "50000.00");
}

/* ---- paid in part; the application is made in September ---- */

static void paid(Submitted *s, const char *number, const char *day, const char *demanded)
{
    put_document(s, CASE "缴款.docx", "payment-receipt", "decision-number", number, "payment-date", day, "fine-yuan",
                 "20000.00", NULL);
    set_field(s, APPLICATION, "demanded-yuan", demanded);
}
static void half_paid_and_all_applied_for(Submitted *s) { paid(s, NUMBER, "2016-03-10", "40000.00"); }
static void half_paid_and_half_applied_for(Submitted *s) { paid(s, NUMBER, "2016-03-10", "20000.00"); }
static void another_fine_paid(Submitted *s) { paid(s, "沅环罚字〔2016〕9号", "2016-03-10", "40000.00"); }
static void paid_after_the_application(Submitted *s) { paid(s, NUMBER, "2016-11-20", "40000.00"); }
static void payment_told_by_the_application(Submitted *s)
{
    half_paid_and_all_applied_for(s);
    set_field(s, APPLICATION, "paid-told", "已缴纳罚款20000元");
}
static void less_than_the_rest_applied_for(Submitted *s) { paid(s, NUMBER, "2016-03-10", "15000.00"); }
static void half_applied_for_after_another_fine_was_paid(Submitted *s)
{
    paid(s, "沅环罚字〔2016〕9号", "2016-03-10", "20000.00");
}
static void half_applied_for_before_half_was_paid(Submitted *s) { paid(s, NUMBER, "2016-11-20", "20000.00"); }
static void half_paid_by_a_slip_that_names_no_decision(Submitted *s)
{
    half_paid_and_half_applied_for(s);
    drop_field(s, CASE "缴款.docx", "decision-number");
    drop_field(s, CASE "缴款.docx", "payment-date");
}
static void told_paid(Submitted *s, const char *told, const char *demanded)
{
    set_field(s, DEMAND, "paid-told", told);
    set_field(s, APPLICATION, "demanded-yuan", demanded);
}
static void rest_of_what_the_demand_tells(Submitted *s) { told_paid(s, "于2016年3月10日缴纳了20000元", "20000.00"); }
static void rest_of_two_payments_told(Submitted *s) { told_paid(s, "先后缴纳5000元、1.5万元", "20000.00"); }
static void rest_without_what_was_paid(Submitted *s) { told_paid(s, "已缴纳部分罚款", "20000.00"); }
static void not_the_rest_of_what_is_told(Submitted *s) { told_paid(s, "于2016年3月10日缴纳了20000元", "15000.00"); }
static void more_than_the_fine_after_a_payment(Submitted *s) { told_paid(s, "已缴纳部分罚款", "50000.00"); }

static void demanded(Submitted *s, const char *yuan) { set_field(s, DEMAND, "demanded-yuan", yuan); }
static void more_demanded(Submitted *s) { demanded(s, "30000.00"); }
static void the_fine_demanded(Submitted *s) { demanded(s, "40000.00"); }
static void total_demanded(Submitted *s, const char *total)
{
    demanded(s, "650000.00");
    put_document(s, CASE "按日决定书.docx", "daily-decision", "decision-date", "2016-03-24", "total-yuan", total, NULL);
}
static void a_daily_total_demanded(Submitted *s) { total_demanded(s, "650000.00"); }
static void no_daily_total_demanded(Submitted *s) { total_demanded(s, "600000.00"); }

/* ---- the review ---- */

static Document *review(Submitted *s, const char *title, const char *number)
{
    Document *notice = put_document(s, CASE "复议.docx", "court-document", "document-date", "2016-03-10", NULL);
    notice->title = g_strdup(title);
    DocNumber *mention = record_add(notice->mentions, &docnumber_type);
    *mention = (DocNumber){.raw = g_strdup(number), .key = docnumber_key(number), .place = g_strdup("P4")};
    set_field(s, APPLICATION, "review-denied", "未申请行政复议");
    return notice;
}
static void review_accepted(Submitted *s) { review(s, "行政复议申请受理通知书", NUMBER); }
static void review_refused(Submitted *s) { review(s, "行政复议申请不予受理决定书", NUMBER); }
static void review_asked_for(Submitted *s) { review(s, "行政复议申请书", NUMBER); }
static void review_of_another_case(Submitted *s) { review(s, "行政复议申请受理通知书", "沅环罚字〔2016〕9号"); }
static void review_decided(Submitted *s)
{
    review_accepted(s);
    put_document(s, CASE "复议2.docx", "court-document", "document-date", "2016-05-10", NULL)->title = g_strdup("行政复议决定书");
}
static void review_may_be_decided_in_a_scan(Submitted *s)
{
    review_accepted(s);
    put_scan(s, CASE "扫描0001.jpg", "review", NULL, NULL);
}
static void review_told(Submitted *s)
{
    review_accepted(s);
    drop_field(s, APPLICATION, "review-denied");
}

/* ---- confiscation ---- */

#define PENALTY "案卷/行政处罚1/"

static void confiscated(Submitted *s)
{
    set_field(s, PENALTY "决定书.docx", "confiscated", "没收违法所得36000元");
    set_field(s, PENALTY "告知书.docx", "proposed-fine-yuan", "48000.00");
}
static void confiscated_as_told(Submitted *s)
{
    confiscated(s);
    set_field(s, PENALTY "告知书.docx", "confiscated", "没收违法所得");
}
static void confiscated_and_another_notice(Submitted *s)
{
    confiscated(s);
    put_scan(s, PENALTY "告知书（没收）.jpg", "notice", "penalty-notice", NULL);
}

static const FindingCase cases[] = {
    RAISED("LAW-010", "surcharge-above", surcharge_above_the_fine, surcharge_of_the_fine),
    RAISED("LAW-010", "surcharge-above", surcharge_demanded_above_the_fine, surcharge_on_a_higher_sum),
    RAISED("LAW-010", "part-paid", half_paid_and_all_applied_for, half_paid_and_half_applied_for),
    RAISED("LAW-010", "part-paid", half_paid_and_all_applied_for, another_fine_paid),
    RAISED("LAW-010", "part-paid", half_paid_and_all_applied_for, paid_after_the_application),
    RAISED("LAW-010", "part-paid", half_paid_and_all_applied_for, payment_told_by_the_application),
    RAISED("EXT-002", NULL, less_than_the_rest_applied_for, half_paid_and_half_applied_for),
    RAISED("EXT-002", NULL, half_applied_for_after_another_fine_was_paid, half_paid_by_a_slip_that_names_no_decision),
    RAISED("EXT-002", NULL, half_applied_for_before_half_was_paid, rest_of_what_the_demand_tells),
    RAISED("EXT-002", NULL, not_the_rest_of_what_is_told, rest_of_two_payments_told),
    RAISED("EXT-002", NULL, more_than_the_fine_after_a_payment, rest_without_what_was_paid),
    RAISED("EXT-002", NULL, more_demanded, the_fine_demanded),
    RAISED("EXT-002", NULL, no_daily_total_demanded, a_daily_total_demanded),
    RAISED("LAW-010", "review-pending", review_accepted, review_refused),
    RAISED("LAW-010", "review-pending", review_accepted, review_asked_for),
    RAISED("LAW-010", "review-pending", review_accepted, review_of_another_case),
    RAISED("LAW-010", "review-pending", review_accepted, review_decided),
    RAISED("LAW-010", "review-pending", review_accepted, review_may_be_decided_in_a_scan),
    RAISED("LAW-010", "review-pending", review_accepted, review_told),
    RAISED("LAW-013", "confiscated", confiscated, confiscated_as_told),
    RAISED("LAW-013", "confiscated", confiscated, confiscated_and_another_notice),
};

int main(void)
{
    return finding_cases_run("enforced", cases, G_N_ELEMENTS(cases));
}
