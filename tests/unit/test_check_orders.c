/* LAW-009 as apparent: the pairs of dates that the rules name, each the wrong way round and on one day; and a filing that
 * all other dates contradict, told once at the filing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define DETENTION "案卷/拘留1/"
#define ENFORCEMENT "案卷/强制执行1/"

/* The order of 行政处罚1 gets a number and a receipt of its own, of 7 September. */
static void order_on(Submitted *s, const char *day)
{
    set_field(s, PENALTY "责改.docx", "doc-number", "沅环责改字〔2016〕1号");
    set_field(s, PENALTY "责改.docx", "decision-date", day);
    put_document(s, PENALTY "回证3.docx", "service-receipt", "served-number", "沅环责改字〔2016〕1号", "service-date",
                 "2016-09-07", NULL);
}
static void order_after_its_receipt(Submitted *s) { order_on(s, "2016-09-08"); }
static void order_with_its_receipt(Submitted *s) { order_on(s, "2016-09-07"); }
static void order_with_the_receipt_of_another(Submitted *s)
{
    order_after_its_receipt(s);
    set_field(s, PENALTY "回证3.docx", "served-number", "沅环责改字〔2016〕2号");
}
static void notice_after_its_receipt(Submitted *s)
{
    set_field(s, PENALTY "告知书.docx", "notice-date", "2016-09-22");
}
static void notice_with_its_receipt(Submitted *s)
{
    set_field(s, PENALTY "告知书.docx", "notice-date", "2016-09-21");
}
static void demand_after_its_receipt(Submitted *s)
{
    set_field(s, ENFORCEMENT "催告书.docx", "demand-date", "2016-09-10");
}
static void demand_with_its_receipt(Submitted *s)
{
    set_field(s, ENFORCEMENT "催告书.docx", "demand-date", "2016-09-09");
}

/* The decision of 24 February was served on the 25th; fifteen days to pay end on 11 March. */
static void demanded_on(Submitted *s, const char *day) { set_field(s, ENFORCEMENT "催告书.docx", "demand-date", day); }
static void demand_before_the_decision(Submitted *s) { demanded_on(s, "2016-02-06"); }
static void demand_before_its_service(Submitted *s) { demanded_on(s, "2016-02-24"); }
static void demand_while_it_may_be_paid(Submitted *s) { demanded_on(s, "2016-03-11"); }
static void demand_after_the_term(Submitted *s) { demanded_on(s, "2016-03-12"); }
static void demand_before_the_decision_alone(Submitted *s)
{
    demand_before_the_decision(s);
    drop_files(s, ENFORCEMENT "回证1.docx");
}
static void demand_after_one_of_two(Submitted *s)
{
    demand_before_its_service(s);
    put_document(s, ENFORCEMENT "决定书2.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕1号", "decision-date",
                 "2016-01-04", NULL);
    put_document(s, ENFORCEMENT "回证3.docx", "service-receipt", "served-number", "沅环罚字〔2016〕1号", "service-date",
                 "2016-01-05", NULL);
}
static void demand_in_a_penalty_file(Submitted *s)
{
    put_document(s, "案卷/行政处罚1/催告书.docx", "demand", "demand-date", "2016-09-01", NULL);
}

static void put_list(Submitted *s, const char *title, const char *day)
{
    put_document(s, DETENTION "清单2.docx", "transfer-list", "transfer-date", day, NULL)->title = g_strdup(title);
}
static void letter_after_its_list(Submitted *s) { put_list(s, "移 送 材 料 清 单", "2016-10-12"); }
static void letter_with_its_list(Submitted *s) { put_list(s, "移送材料清单", "2016-10-14"); }
static void letter_after_a_list_of_evidence(Submitted *s) { put_list(s, "案件证据材料清单", "2016-09-12"); }

static void put_sample(Submitted *s, const char *sampled)
{
    put_document(s, PENALTY "监测报告.docx", "monitoring-report", "sampling-date", sampled, "document-date",
                 "2016-09-09", NULL);
}
static void sampled_after_the_report(Submitted *s) { put_sample(s, "2016-09-10"); }
static void sampled_with_the_report(Submitted *s) { put_sample(s, "2016-09-09"); }
static void sampled_after_another_report(Submitted *s)
{
    put_sample(s, "2016-09-05");
    put_document(s, PENALTY "监测报告2.docx", "monitoring-report", "sampling-date", "2016-09-12",
                 "document-date", "2016-09-14", NULL);
}

static void put_discussion(Submitted *s, const char *folder, const char *day)
{
    g_autofree char *path = g_strconcat(folder, "讨论.docx", NULL);
    put_document(s, path, "discussion-record", "document-date", day, NULL);
}
static void discussed_after_the_decision(Submitted *s) { put_discussion(s, PENALTY, "2016-09-29"); }
static void discussed_with_the_decision(Submitted *s) { put_discussion(s, PENALTY, "2016-09-28"); }
static void daily_discussed_after_the_original(Submitted *s) { put_discussion(s, "案卷/按日1/", "2016-10-17"); }
static void report_of(Submitted *s, const char *path, const char *day) { set_field(s, path, "document-date", day); }
static void report_after_the_approval(Submitted *s) { report_of(s, "案卷/犯罪1/报告.docx", "2016-09-23"); }
static void report_with_the_approval(Submitted *s) { report_of(s, "案卷/犯罪1/报告.docx", "2016-09-22"); }
static void second_report_after_the_approval(Submitted *s)
{
    put_document(s, "案卷/犯罪1/补充报告.docx", "investigation-report", "document-date", "2016-09-23", NULL);
}
static void report_after_the_discussion(Submitted *s)
{
    put_discussion(s, PENALTY, "2016-09-26");
    report_of(s, PENALTY "调查报告.docx", "2016-09-27");
}
static void report_with_the_discussion(Submitted *s)
{
    put_discussion(s, PENALTY, "2016-09-26");
    report_of(s, PENALTY "调查报告.docx", "2016-09-26");
}
static void report_titled(Submitted *s, const char *title, const char *day)
{
    drop_field(s, PENALTY "调查报告.docx", "filing-date");
    report_of(s, PENALTY "调查报告.docx", day);
    Document *report = the_document(s, PENALTY "调查报告.docx");
    g_free(report->title);
    report->title = g_strdup(title);
}
static void report_before_the_filing(Submitted *s) { report_titled(s, "案件调查报告", "2016-09-06"); }
static void report_with_the_filing(Submitted *s) { report_titled(s, "案件调查报告", "2016-09-07"); }
static void report_that_led_to_the_filing(Submitted *s) { report_titled(s, "关于某厂排污情况的调查报告", "2016-09-06"); }
static void report_before_the_filing_it_tells(Submitted *s) { report_of(s, PENALTY "调查报告.docx", "2016-09-06"); }
static void report_with_the_filing_it_tells(Submitted *s) { report_of(s, PENALTY "调查报告.docx", "2016-09-07"); }
static void report_of_another_filing(Submitted *s) /* which EXT-002 tells */
{
    report_titled(s, "案件调查报告", "2016-09-06");
    set_field(s, PENALTY "调查报告.docx", "filing-date", "2016-09-05");
}
static void transfer_discussed_after_the_decision(Submitted *s)
{
    put_discussion(s, DETENTION, "2016-10-11");
}

/* A paper of TYPE that the decision rests on, of DAY, in FOLDER. */
static void put_ground(Submitted *s, const char *folder, const char *type, const char *day)
{
    g_autofree char *path = g_strconcat(folder, "依据.docx", NULL);
    put_document(s, path, type, "document-date", day, NULL);
}
/* A report tells when that of the monitoring came. */
static void report_came_on(Submitted *s, const char *day)
{
    put_document(s, PENALTY "又一报告.docx", "investigation-report", "document-date", "2016-09-08", "report-received", day, NULL);
}
static void report_came_after_what_cites_it(Submitted *s) { report_came_on(s, "2016-09-10"); }
static void report_came_before(Submitted *s) { report_came_on(s, "2016-09-08"); }
static void interviewed_after_the_decision(Submitted *s)
{
    put_ground(s, PENALTY, "interview-record", "2016-09-29");
}
static void interviewed_on_that_day(Submitted *s)
{
    put_ground(s, PENALTY, "interview-record", "2016-09-28");
}
static void interviewed_again_after_the_decision(Submitted *s)
{
    interviewed_on_that_day(s);
    put_document(s, PENALTY "再次询问.docx", "interview-record", "document-date", "2016-10-10", NULL);
}
static void interviewed_about_not_paying(Submitted *s)
{
    put_ground(s, ENFORCEMENT, "interview-record", "2016-10-10");
}
static void measured_after_the_decision(Submitted *s)
{
    put_ground(s, PENALTY, "monitoring-report", "2016-09-29");
}
static void measured_on_that_day(Submitted *s) { put_ground(s, PENALTY, "monitoring-report", "2016-09-28"); }
static void recheck_measured_after_the_original(Submitted *s)
{
    put_ground(s, "案卷/按日1/", "monitoring-report", "2016-10-17");
}
static void reported_on(Submitted *s, const char *day)
{
    set_field(s, PENALTY "调查报告.docx", "document-date", day);
}
static void reported_after_the_decision(Submitted *s) { reported_on(s, "2016-09-29"); }
static void reported_on_that_day(Submitted *s) { reported_on(s, "2016-09-28"); }

static void paid_after_closing(Submitted *s)
{
    set_field(s, PENALTY "缴款.docx", "payment-date", "2016-10-13");
}
static void paid_with_closing(Submitted *s) { set_field(s, PENALTY "缴款.docx", "payment-date", "2016-10-12"); }
static void last_part_paid_after_closing(Submitted *s)
{
    put_document(s, PENALTY "缴款2.docx", "payment-receipt", "payment-date", "2016-10-20",
                 NULL); /* 加处罚款, or an instalment */
}

static void approve_on(Submitted *s, const char *day)
{
    set_field(s, DETENTION "审批.docx", "approval-date", day);
}
static void approved_after_the_letter(Submitted *s) { approve_on(s, "2016-10-15"); }
static void approved_with_the_letter(Submitted *s) { approve_on(s, "2016-10-14"); }
/* The letter lies there as a scan as well, whose name might be that of one of a crime. */
static void letter_scanned(Submitted *s)
{
    put_scan(s, DETENTION "扫描件/移送书（拘留）.jpg", "scanned letter", "crime-transfer", NULL);
    the_file(s, DETENTION "扫描件/移送书（拘留）.jpg")->named_or = g_strdup("detention-transfer");
}
static void approved_after_the_scanned_letter(Submitted *s)
{
    letter_scanned(s);
    approved_after_the_letter(s);
}
static void approved_after_and_a_letter_of_a_crime_unread(Submitted *s)
{
    approved_after_the_letter(s);
    put_scan(s, DETENTION "扫描件/犯罪移送书.jpg", "another letter", "crime-transfer", NULL);
}

/* The fine is of 10 October; the transfer, too, may have been discussed. */
static Document *discussed_on(Submitted *s, const char *name, const char *day, const char *sum, const char *quote)
{
    g_autofree char *path = g_strconcat(DETENTION, name, ".docx", NULL);
    Document *record = put_document(s, path, "discussion-record", "document-date", day, NULL);
    quote_field(add_field(record, "proposed-fine-yuan", sum), quote);
    return record;
}
static void fine_discussed_after_it(Submitted *s) { discussed_on(s, "讨论", "2016-10-12", "80000.00", "同意罚款80000元"); }
static void fine_discussed_on_that_day(Submitted *s) { discussed_on(s, "讨论", "2016-10-10", "80000.00", "同意罚款80000元"); }
static void transfer_discussed(Submitted *s)
{
    discussed_on(s, "讨论", "2016-10-12", "80000.00", "已处以罚款80000元，同意移送");
}
static void another_sum_discussed(Submitted *s) { discussed_on(s, "讨论", "2016-10-12", "90000.00", "同意罚款90000元"); }
static void discussed_before_and_again(Submitted *s)
{
    fine_discussed_after_it(s);
    discussed_on(s, "讨论1", "2016-10-08", "80000.00", "同意罚款80000元");
}
/* The original fine of 28 September, and the daily penalty of 18 October that multiplies it. */
static Document *daily_discussed_on(Submitted *s, const char *day, const char *sum)
{
    return put_document(s, "案卷/按日1/讨论.docx", "discussion-record", "document-date", day, "proposed-fine-yuan", sum, NULL);
}
static void original_discussed_after_it(Submitted *s) { daily_discussed_on(s, "2016-09-30", "50000.00"); }
static void original_discussed_before_it(Submitted *s) { daily_discussed_on(s, "2016-09-27", "50000.00"); }
static void daily_discussed(Submitted *s) { add_field(daily_discussed_on(s, "2016-10-14", "50000.00"), "proposed-fine-yuan", "650000.00"); }
static void only_the_sum_of_a_day_discussed(Submitted *s)
{
    add_field(daily_discussed_on(s, "2016-10-14", "50000.00"), "cause", "按日连续处罚");
}
static void total_discussed_after_it(Submitted *s)
{
    original_discussed_before_it(s);
    put_document(s, "案卷/按日1/讨论2.docx", "discussion-record", "document-date", "2016-10-19", "proposed-fine-yuan", "650000.00", NULL);
}
static void total_discussed_before_it(Submitted *s)
{
    original_discussed_before_it(s);
    put_document(s, "案卷/按日1/讨论2.docx", "discussion-record", "document-date", "2016-10-17", "proposed-fine-yuan", "650000.00", NULL);
}
static void penalty_after_the_letter(Submitted *s)
{
    set_field(s, DETENTION "决定书.docx", "decision-date", "2016-10-15");
}
static void penalty_with_the_letter(Submitted *s)
{
    set_field(s, DETENTION "决定书.docx", "decision-date", "2016-10-14");
}
static void closing_form_paid_on(Submitted *s, const char *day)
{
    set_field(s, "案卷/行政处罚1/结案.docx", "payment-date", day);
}
static void closing_tells_an_earlier_payment(Submitted *s) { closing_form_paid_on(s, "2016-09-20"); }
static void closing_tells_that_payment(Submitted *s) { closing_form_paid_on(s, "2016-10-10"); }
static void closing_tells_a_later_payment(Submitted *s)
{
    closing_form_paid_on(s, "2016-10-11");
    set_field(s, "案卷/行政处罚1/缴款.docx", "fine-yuan", "48000.00");
}
static void closing_tells_the_last_payment(Submitted *s)
{
    closing_form_paid_on(s, "2016-10-11");
    set_field(s, "案卷/行政处罚1/缴款.docx", "fine-yuan", "100.00");
}
static void closing_tells_both_payments(Submitted *s)
{
    closing_tells_an_earlier_payment(s);
    add_field(the_document(s, "案卷/行政处罚1/结案.docx"), "payment-date", "2016-10-10");
}
static void police_before_the_letter(Submitted *s)
{
    set_field(s, DETENTION "回执.docx", "document-date", "2016-10-13");
}
static void police_with_the_letter(Submitted *s)
{
    set_field(s, DETENTION "回执.docx", "document-date", "2016-10-14");
}

static void ruling_on_another(Submitted *s) { set_field(s, ENFORCEMENT "受理.docx", "party", "沅陵县永顺石灰厂"); }
static void ruling_on_nobody(Submitted *s) { drop_field(s, ENFORCEMENT "受理.docx", "party"); }
static void court_before(Submitted *s, const char *title)
{
    Document *court = the_document(s, ENFORCEMENT "受理.docx");
    set_field(s, ENFORCEMENT "受理.docx", "document-date", "2016-10-19");
    g_free(court->title);
    court->title = g_strdup(title);
}
static void accepted_before_the_application(Submitted *s) { court_before(s, "受 理 案 件 通 知 书"); }
static void judged_before_the_application(Submitted *s) { court_before(s, "行政判决书"); }

/* ---- a filing after what follows it ---- */

static void filed_on(Submitted *s, const char *day, const char *also)
{
    set_field(s, PENALTY "立案.docx", "filing-date", day);
    set_field(s, PENALTY "调查报告.docx", "filing-date", also);
}
static void filed_after_the_service(Submitted *s) { filed_on(s, "2016-10-08", "2016-09-07"); }
static void filed_after_the_service_alone(Submitted *s)
{
    filed_after_the_service(s);
    set_field(s, PENALTY "结案.docx", "filing-date", "2016-09-07");
}
static void filed_after_the_decision(Submitted *s) { filed_on(s, "2016-09-29", "2016-09-29"); }
static void filed_after_the_notice(Submitted *s) { filed_on(s, "2016-09-23", "2016-09-07"); }
static void filed_with_the_decision(Submitted *s) { filed_on(s, "2016-09-28", "2016-09-28"); }
static void decided_before_the_notice_too(Submitted *s)
{
    filed_after_the_service(s);
    set_field(s, PENALTY "决定书.docx", "decision-date", "2016-09-18");
}
static void reported_later_still(Submitted *s) { filed_on(s, "2016-10-08", "2016-10-09"); }

/* A form of TYPE that was proposed and approved on these days. */
static void proposed(Submitted *s, const char *path, const char *type, const char *on, const char *approved)
{
    put_document(s, path, type, "proposed-on", on, "head-signed-on", approved, NULL);
}
static void approved_before_it_was_proposed(Submitted *s)
{
    proposed(s, "案卷/行政处罚1/立案表二.docx", "filing-form", "2016-09-10", "2016-09-08");
}
static void approved_on_the_same_day(Submitted *s)
{
    proposed(s, "案卷/行政处罚1/立案表二.docx", "filing-form", "2016-09-08", "2016-09-08");
}
static void transfer_approved_before_it_was_proposed(Submitted *s)
{
    proposed(s, "案卷/犯罪1/移送审批表二.docx", "transfer-approval", "2016-09-10", "2016-09-08");
}

static const FindingCase cases[] = {
    RAISED("LAW-009", "late-filing", filed_after_the_service, filed_after_the_notice),
    RAISED("LAW-009", "late-filing", filed_after_the_decision, filed_with_the_decision),
    RAISED("LAW-009", "late-filing", filed_after_the_service, decided_before_the_notice_too),
    RAISED("LAW-009", NULL, filed_after_the_notice, filed_after_the_service),
    RAISED("LAW-001", NULL, filed_after_the_notice, filed_after_the_service),
    RAISED("EXT-002", NULL, reported_later_still, filed_after_the_service),
    RAISED("LAW-009", "apparent", approved_before_it_was_proposed, approved_on_the_same_day),
    RAISED("LAW-009", "apparent", transfer_approved_before_it_was_proposed, approved_on_the_same_day),
    RAISED("LAW-009", "apparent", report_before_the_filing, report_with_the_filing),
    RAISED("LAW-009", "apparent", report_before_the_filing, report_that_led_to_the_filing),
    RAISED("LAW-009", "apparent", report_before_the_filing, report_of_another_filing),
    RAISED("LAW-009", "apparent", report_before_the_filing_it_tells, report_with_the_filing_it_tells),
    RAISED("LAW-009", "apparent", order_after_its_receipt, order_with_its_receipt),
    RAISED("LAW-009", "apparent", order_after_its_receipt, order_with_the_receipt_of_another),
    RAISED("LAW-009", "apparent", notice_after_its_receipt, notice_with_its_receipt),
    RAISED("LAW-009", "apparent", demand_after_its_receipt, demand_with_its_receipt),
    RAISED("LAW-009", "apparent", demand_before_the_decision, demand_in_a_penalty_file),
    RAISED("LAW-009", "apparent", demand_before_the_decision_alone, demand_after_the_term),
    RAISED("LAW-009", "apparent", demand_before_its_service, demand_while_it_may_be_paid),
    RAISED("LAW-009", "apparent", demand_before_its_service, demand_after_one_of_two),
    RAISED("LAW-010", "early-demand", demand_while_it_may_be_paid, demand_after_the_term),
    RAISED("LAW-010", "early-demand", demand_while_it_may_be_paid, demand_before_its_service),
    RAISED("LAW-009", "apparent", letter_after_its_list, letter_with_its_list),
    RAISED("LAW-009", "apparent", letter_after_its_list, letter_after_a_list_of_evidence),
    RAISED("LAW-009", "apparent", sampled_after_the_report, sampled_with_the_report),
    RAISED("LAW-009", "apparent", sampled_after_the_report, sampled_after_another_report),
    RAISED("LAW-009", "apparent", discussed_after_the_decision, discussed_with_the_decision),
    RAISED("LAW-009", "apparent", report_after_the_approval, report_with_the_approval),
    RAISED("LAW-009", "apparent", report_after_the_approval, second_report_after_the_approval),
    RAISED("LAW-009", "apparent", report_after_the_discussion, report_with_the_discussion),
    RAISED("LAW-009", "apparent", discussed_after_the_decision, daily_discussed_after_the_original),
    RAISED("LAW-009", "apparent", discussed_after_the_decision, transfer_discussed_after_the_decision),
    RAISED("LAW-009", "apparent", report_came_after_what_cites_it, report_came_before),
    RAISED("LAW-009", "apparent", interviewed_after_the_decision, interviewed_on_that_day),
    RAISED("LAW-009", "apparent", interviewed_after_the_decision, interviewed_again_after_the_decision),
    RAISED("LAW-009", "apparent", interviewed_after_the_decision, interviewed_about_not_paying),
    RAISED("LAW-009", "apparent", measured_after_the_decision, measured_on_that_day),
    RAISED("LAW-009", "apparent", measured_after_the_decision, recheck_measured_after_the_original),
    RAISED("LAW-009", "apparent", reported_after_the_decision, reported_on_that_day),
    RAISED("LAW-009", "apparent", paid_after_closing, paid_with_closing),
    RAISED("LAW-009", "apparent", paid_after_closing, last_part_paid_after_closing),
    RAISED("EXT-002", NULL, ruling_on_another, ruling_on_nobody),
    RAISED("EXT-002", NULL, closing_tells_an_earlier_payment, closing_tells_that_payment),
    RAISED("EXT-002", NULL, closing_tells_an_earlier_payment, closing_tells_both_payments),
    RAISED("EXT-002", NULL, closing_tells_a_later_payment, closing_tells_the_last_payment),
    RAISED("LAW-009", "apparent", approved_after_the_letter, approved_with_the_letter),
    RAISED("LAW-009", "apparent", approved_after_the_scanned_letter, approved_after_and_a_letter_of_a_crime_unread),
    RAISED("LAW-009", "apparent", fine_discussed_after_it, fine_discussed_on_that_day),
    RAISED("LAW-009", "apparent", fine_discussed_after_it, transfer_discussed),
    RAISED("LAW-009", "apparent", fine_discussed_after_it, another_sum_discussed),
    RAISED("LAW-009", "apparent", fine_discussed_after_it, discussed_before_and_again),
    RAISED("LAW-009", "apparent", original_discussed_after_it, original_discussed_before_it),
    RAISED("LAW-009", "apparent", original_discussed_after_it, daily_discussed),
    RAISED("LAW-009", "apparent", original_discussed_after_it, only_the_sum_of_a_day_discussed),
    RAISED("LAW-009", "apparent", total_discussed_after_it, total_discussed_before_it),
    RAISED("LAW-009", "transferred-first", penalty_after_the_letter, penalty_with_the_letter),
    RAISED("LAW-009", "transferred-first", penalty_after_the_letter, approved_after_the_letter),
    RAISED("LAW-009", "apparent", police_before_the_letter, police_with_the_letter),
    RAISED("LAW-009", "apparent", accepted_before_the_application, judged_before_the_application),
};

static void the_filing_is_told_once(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *right; } known[] = {
        {filed_after_the_service, "2016-09-07"}, {filed_after_the_service_alone, "2016-09-07"}, {filed_after_the_decision, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(s->findings->findings->len, 1);
        const Finding *finding = submitted_finding(s, "LAW-009");
        assert_string_equal(finding->file, PENALTY "立案.docx");
        assert_string_equal(finding_value(finding, "other-file"), PENALTY "告知书.docx");
        if (known[i].right) {
            assert_string_equal(finding_value(finding, "right"), known[i].right);
            assert_string_equal(finding_value(finding, "right-file"), PENALTY "调查报告.docx");
        } else
            assert_null(finding_value(finding, "right"));
        submitted_free(s);
    }
}

/* A demand older than the decision is older than its service, too: that is one slip. */
static void one_slip_is_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    demand_before_the_decision(s);
    submitted_check(s);
    assert_int_equal(submitted_count(s, "LAW-009", "*"), 1);
    assert_int_equal(submitted_count(s, "LAW-010", "*"), 0);
    submitted_free(s);
}

static void original_after_the_daily(Submitted *s) { set_field(s, "案卷/按日1/决定书.docx", "decision-date", "2016-10-19"); }
static void daily_before_its_notice(Submitted *s) { set_field(s, "案卷/按日1/告知书.docx", "notice-date", "2016-10-20"); }
static void decided_before_the_notice(Submitted *s) { set_field(s, PENALTY "告知书.docx", "notice-date", "2016-09-30"); }

/* The finding at FILE; NULL when there is none. */
static const Finding *finding_at(const Submitted *s, const char *file)
{
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        if (strcmp(finding->code, "LAW-009") == 0 && g_strcmp0(finding->file, file) == 0)
            return finding;
    }
    return NULL;
}

static void which_of_two_decisions_is_said(void **state)
{
    (void)state;
    static const char daily[] = "案卷/按日1/按日决定书.docx", receipt[] = "案卷/按日1/回证2.docx";
    static const struct { ChangeFunc change; const char *file, *first, *second; } known[] = {
        {original_after_the_daily, daily, "original-decision-date", "daily-decision-date"},
        {original_after_the_daily, receipt, "original-decision-date", "service-date"},
        {daily_before_its_notice, daily, "notice-date", "daily-decision-date"},
        {decided_before_the_notice, PENALTY "决定书.docx", "notice-date", "decision-date"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = finding_at(s, known[i].file);
        assert_non_null(finding);
        assert_string_equal(finding_value(finding, "first-field"), known[i].first);
        assert_string_equal(finding_value(finding, "second-field"), known[i].second);
        submitted_free(s);
    }
}

int main(void)
{
    int failed = finding_cases_run("orders", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_filing_is_told_once), cmocka_unit_test(one_slip_is_told_once),
                                       cmocka_unit_test(which_of_two_decisions_is_said)};
    return failed + cmocka_run_group_tests_name("orders, what is told", tests, NULL, NULL);
}
