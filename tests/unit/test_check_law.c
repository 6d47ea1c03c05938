/* LAW: each limit with the last day that keeps it and the first that does not; holidays of autumn 2016 between
 * them. */
#include "docnumber.h"
#include "findingcases.h"

#define DECISION "案卷/行政处罚1/决定书.docx"
#define DAILY "案卷/按日1/按日决定书.docx"
#define APPLICATION "案卷/强制执行1/申请书.docx"

static void row_date(Submitted *s, guint row, const char *day)
{
    ((CaseRow *)s->slice->cases->pdata[row])->date = day_parse_iso(day);
}

/* Inspected Monday 2016-09-05; Mid-Autumn 15 to 17 September is off, Sunday 18 September worked: the seventh working
 * day is 14 September. */
static void file_on(Submitted *s, const char *day)
{
    set_field(s, "案卷/行政处罚1/立案.docx", "filing-date", day);
    set_field(s, "案卷/行政处罚1/调查报告.docx", "filing-date", day);
}
static void filed_on_the_eighth(Submitted *s) { file_on(s, "2016-09-18"); }
static void filed_on_the_seventh(Submitted *s) { file_on(s, "2016-09-14"); }

/* The record is a scan: the day is that on which filing form and decision agree. */
static void record_scanned(Submitted *s, const char *filing_tells, const char *decision_tells)
{
    filed_on_the_eighth(s);
    drop_files(s, "案卷/行政处罚1/检查笔录");
    put_scan(s, "案卷/行政处罚1/现场检查笔录.jpg", "record", "inspection-record", NULL);
    set_field(s, "案卷/行政处罚1/立案.docx", "inspection-dates", filing_tells);
    set_field(s, DECISION, "inspection-dates", decision_tells);
}
static void inspection_told_by_two(Submitted *s) { record_scanned(s, "2016-09-05", "2016-09-05"); }
static void inspection_told_by_one(Submitted *s)
{
    inspection_told_by_two(s);
    drop_field(s, DECISION, "inspection-dates");
}
static void second_inspection_told_by_one(Submitted *s) { record_scanned(s, "2016-09-05", "2016-09-12"); }
static void second_inspection_recorded(Submitted *s)
{
    inspection_told_by_two(s);
    put_document(s, "案卷/行政处罚1/检查笔录2.docx", "inspection-record", "inspection-dates", "2016-09-12", NULL);
}
static void interviewed_after_the_scanned_record(Submitted *s)
{
    inspection_told_by_two(s);
    put_document(s, "案卷/行政处罚1/询问笔录.docx", "interview-record", "inspection-dates", "2016-09-12", NULL);
}
static void record_and_report_scanned(Submitted *s)
{
    inspection_told_by_two(s);
    put_scan(s, "案卷/行政处罚1/监测报告.jpg", "report", "monitoring-report", NULL);
}

/* Samples of the inspection's day, 5 September, whose report came in on DAY. */
static void filed_with_a_report(Submitted *s, const char *day)
{
    filed_on_the_eighth(s);
    put_document(s, "案卷/行政处罚1/监测报告.docx", "monitoring-report", "sampling-date", "2016-09-05", "document-date", day, NULL);
}
static void filed_when_the_report_came(Submitted *s) { filed_with_a_report(s, "2016-09-13"); }
static void reported_after_filing(Submitted *s) { filed_with_a_report(s, "2016-09-20"); }
/* Inspected before the holiday table begins: how many working days there are is not known, but in 28 days no fewer
 * than ten. */
static void inspect_and_file(Submitted *s, const char *inspected, const char *filed)
{
    set_field(s, "案卷/行政处罚1/检查笔录.docx", "inspection-dates", inspected);
    file_on(s, filed);
}
static void inspected_before_the_table_begins(Submitted *s)
{
    inspect_and_file(s, "2015-12-31", "2016-01-27");
}
static void inspected_four_weeks_before(Submitted *s) { inspect_and_file(s, "2015-12-31", "2016-01-28"); }
static void inspected_a_year_before(Submitted *s) { inspect_and_file(s, "2015-09-05", "2016-09-07"); }
static void rechecked_after_filing(Submitted *s)
{
    add_field(the_document(s, "案卷/行政处罚1/检查笔录.docx"), "inspection-dates", "2016-11-20");
}

static void decide_on(Submitted *s, const char *day)
{
    set_field(s, DECISION, "decision-date", day);
    row_date(s, 0, day);
}
static void decided_late(Submitted *s)
{
    file_on(s, "2016-06-08");
    decide_on(s, "2016-09-09");
}
static void decided_on_the_last_day(Submitted *s)
{
    file_on(s, "2016-06-08");
    decide_on(s, "2016-09-08");
}
static void three_months_end_on_a_sunday(Submitted *s)
{
    file_on(s, "2016-06-11"); /* 2016-09-11 is a Sunday: Monday keeps the limit if it moves */
    decide_on(s, "2016-09-12");
}
static void decided_on_that_sunday(Submitted *s)
{
    file_on(s, "2016-06-11");
    decide_on(s, "2016-09-11");
}
static void decided_after_that_monday(Submitted *s)
{
    file_on(s, "2016-06-11");
    decide_on(s, "2016-09-13");
}

static void no_notice(Submitted *s) { drop_files(s, "案卷/行政处罚1/告知书.docx"); }
static void notice_as_scan(Submitted *s)
{
    no_notice(s);
    put_scan(s, "案卷/行政处罚1/告知书.jpg", "notice", "penalty-notice", NULL);
}
static void no_daily_notice(Submitted *s) { drop_files(s, "案卷/按日1/告知书.docx"); }
static void only_the_daily_notice(Submitted *s) { drop_files(s, "案卷/按日1/原告知书.docx"); }
static void original_before_its_notice(Submitted *s)
{
    set_field(s, "案卷/按日1/原告知书.docx", "notice-date", "2016-09-29");
}
static void decided_two_days_after(Submitted *s) { decide_on(s, "2016-09-23"); }
static void decided_three_days_after(Submitted *s) { decide_on(s, "2016-09-24"); }
static void daily_decided_two_days_after(Submitted *s) { set_field(s, DAILY, "decision-date", "2016-10-13"); }
static void daily_decided_three_days_after(Submitted *s)
{
    set_field(s, DAILY, "decision-date", "2016-10-14");
}
static void notice_served_after_the_decision(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/回证1.docx", "service-date", "2016-09-29");
}
static void notice_served_with_the_decision(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/回证1.docx", "service-date", "2016-09-28");
}

static void serve_on(Submitted *s, const char *day)
{
    set_field(s, "案卷/行政处罚1/回证2.docx", "service-date", day);
}
static void served_after_the_holidays(Submitted *s) { serve_on(s, "2016-10-09"); }
static void late_beside_another_decision_in_time(Submitted *s)
{
    served_after_the_holidays(s);
    put_document(s, "案卷/行政处罚1/决定书2.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕77号", NULL);
    put_document(s, "案卷/行政处罚1/回证3.docx", "service-receipt", "served-number", "沅环罚字〔2016〕77号", "service-date",
                 "2016-09-29", NULL);
}
static void in_time_beside_another_late(Submitted *s)
{
    put_document(s, "案卷/行政处罚1/决定书2.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕77号", NULL);
    put_document(s, "案卷/行政处罚1/回证3.docx", "service-receipt", "served-number", "沅环罚字〔2016〕77号", "service-date",
                 "2016-10-20", NULL);
}
static void served_on_the_seventh_day(Submitted *s) { serve_on(s, "2016-10-05"); }
static void served_on_the_rolled_day(Submitted *s)
{
    serve_on(s, "2016-10-08"); /* 5 October is a holiday; Saturday the 8th is worked */
}

static void rechecked(Submitted *s, const char *day) { set_field(s, DAILY, "recheck-date", day); }
static void rechecked_late(Submitted *s) { rechecked(s, "2016-10-10"); }
static void rechecked_in_time(Submitted *s) { rechecked(s, "2016-10-07"); } /* day 30, a holiday */
static void rechecked_after_the_holidays(Submitted *s) { rechecked(s, "2016-10-08"); }
static void days_wrong(Submitted *s)
{
    set_field(s, DAILY, "days", "12");
    set_field(s, DAILY, "total-yuan", "600000.00");
}
static void days_right(Submitted *s)
{
    set_field(s, DAILY, "last-day", "2016-09-19");
    set_field(s, DAILY, "days", "12");
}
/* The receipt of the notice of 20 September is a scan; the decision of the 28th tells when it was served. */
static void notice_told_as_served(Submitted *s, const char *day)
{
    drop_files(s, "案卷/行政处罚1/回证1.docx");
    put_scan(s, "案卷/行政处罚1/回证1.jpg", "receipt", "service-receipt", NULL);
    set_field(s, "案卷/行政处罚1/决定书.docx", "notice-date", day);
}
static void told_as_served_two_days_before(Submitted *s) { notice_told_as_served(s, "2016-09-26"); }
static void told_as_served_three_days_before(Submitted *s) { notice_told_as_served(s, "2016-09-25"); }
static void told_as_served_after_the_decision(Submitted *s) { notice_told_as_served(s, "2016-09-29"); }
static void period_not_told(Submitted *s)
{
    drop_field(s, DAILY, "first-day");
    drop_field(s, DAILY, "last-day");
    drop_field(s, DAILY, "days");
}
static void period_told_in_other_words(Submitted *s)
{
    period_not_told(s);
    set_field(s, DAILY, "counting-told", "次日");
}
static void days_alone(Submitted *s)
{
    drop_field(s, DAILY, "first-day");
    drop_field(s, DAILY, "last-day");
}
static void from_the_day_of_service(Submitted *s)
{
    set_field(s, DAILY, "first-day", "2016-09-07");
    set_field(s, DAILY, "days", "14");
}
static void only_the_first_day_wrong(Submitted *s) { set_field(s, DAILY, "first-day", "2016-09-07"); }
static void counted_to(Submitted *s, const char *day, const char *days)
{
    set_field(s, DAILY, "last-day", day);
    set_field(s, DAILY, "days", days);
}
static void counted_to_a_day_before_the_recheck(Submitted *s) { counted_to(s, "2016-09-16", "9"); }
static void counted_to_a_day_after_the_recheck(Submitted *s) { counted_to(s, "2016-09-21", "14"); }
static void counted_to_the_second_recheck(Submitted *s)
{
    counted_to(s, "2016-09-25", "18");
    add_field(the_document(s, DAILY), "recheck-date", "2016-09-25");
}
/* The record is of the last day counted. */
static void recheck_misdated_in_the_decision(Submitted *s) { rechecked(s, "2016-09-22"); }
static void recheck_not_dated(Submitted *s)
{
    counted_to_a_day_before_the_recheck(s);
    set_field(s, DAILY, "recheck-date", "");
}
static void second_order_comes_first_by_path(Submitted *s)
{
    put_document(s, "案卷/按日1/0再次责改.docx", "rectification-order", "doc-number", "沅环责改字〔2016〕22号",
                 "decision-date", "2016-09-20", NULL);
    put_document(s, "案卷/按日1/0回证.docx", "service-receipt", "served-number", "沅环责改字〔2016〕22号", "service-date",
                 "2016-09-20", NULL);
}
static void only_the_second_order_is_there(Submitted *s)
{
    set_field(s, DAILY, "order-number", "沅环责改字〔2016〕20号");
    drop_files(s, "案卷/按日1/责改.docx");
    drop_files(s, "案卷/按日1/回证1.docx");
    put_document(s, "案卷/按日1/回证5.docx", "service-receipt", "served-number", "沅环责改字〔2016〕21号", "service-date",
                 "2016-09-20", NULL);
}
static void total_wrong(Submitted *s) { set_field(s, DAILY, "total-yuan", "600000.00"); }
static void per_day_is_not_the_original_fine(Submitted *s)
{
    set_field(s, DAILY, "per-day-yuan", "50000.50");
    set_field(s, DAILY, "total-yuan", "650006.50");
}
static void per_day_written_otherwise(Submitted *s) { set_field(s, DAILY, "per-day-yuan", "50000"); }
static void which_is_the_original_is_open(Submitted *s)
{
    per_day_is_not_the_original_fine(s);
    put_document(s, "案卷/按日1/决定书2.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕78号", "fine-yuan",
                 "50000.50", NULL);
}
static void total_in_cents(Submitted *s)
{
    set_field(s, DAILY, "per-day-yuan", "50000.50");
    set_field(s, DAILY, "total-yuan", "650006.50");
}

/* Approved Tuesday 2016-10-11: the third working day is Friday the 14th. */
static void detention_late(Submitted *s) { set_field(s, "案卷/拘留1/移送书.docx", "transfer-date", "2016-10-17"); }
/* Approved Thursday 2016-09-29: 30 September, and Saturday and Sunday 8 and 9 October, worked for the National
 * Day. */
static void detention_over_the_holidays(Submitted *s, const char *day)
{
    set_field(s, "案卷/拘留1/决定书.docx", "decision-date", "2016-09-28");
    set_field(s, "案卷/拘留1/审批.docx", "approval-date", "2016-09-29");
    set_field(s, "案卷/拘留1/移送书.docx", "transfer-date", day);
}
static void detention_on_the_fourth(Submitted *s) { detention_over_the_holidays(s, "2016-10-10"); }
static void detention_on_the_third(Submitted *s) { detention_over_the_holidays(s, "2016-10-09"); }
static void detention_approved_again(Submitted *s)
{
    detention_late(s);
    put_document(s, "案卷/拘留1/审批（再次）.docx", "transfer-approval", "approval-date", "2016-10-14", NULL);
}
static void detention_by_the_decision(Submitted *s)
{
    drop_files(s, "案卷/拘留1/审批.docx"); /* decided on the 10th */
}
/* Approved Tuesday 2016-10-11, the letter of the 14th. */
static void police_sign(Submitted *s, const char *title, const char *field, const char *day)
{
    Document *receipt = the_document(s, "案卷/拘留1/回执.docx");
    receipt->title = g_strdup(title);
    set_field(s, "案卷/拘留1/回执.docx", field, day);
}
static void receipt_after_four_days(Submitted *s) { police_sign(s, "案件移送接收回执", "document-date", "2016-10-17"); }
static void receipt_on_the_third_day(Submitted *s) { police_sign(s, "案件移送接收回执", "document-date", "2016-10-14"); }
static void receipt_tells_of_the_third_day(Submitted *s)
{
    receipt_after_four_days(s);
    set_field(s, "案卷/拘留1/回执.docx", "received-on", "2016-10-14");
}
static void police_accept_the_case_later(Submitted *s) { police_sign(s, "接受案件回执单", "document-date", "2016-10-17"); }
static void police_order_detention_later(Submitted *s) { police_sign(s, "沅陵县公安局拘留决定书", "document-date", "2016-10-17"); }
static void list_signed_in_time(Submitted *s)
{
    receipt_after_four_days(s);
    set_field(s, "案卷/拘留1/清单.docx", "receipt", "丁卫东（警官证号0440131）");
    set_field(s, "案卷/拘留1/清单.docx", "transfer-date", "2016-10-14");
}
static void list_signed_late(Submitted *s)
{
    list_signed_in_time(s);
    drop_files(s, "案卷/拘留1/回执.docx");
    set_field(s, "案卷/拘留1/清单.docx", "transfer-date", "2016-10-18");
}
static void list_signed_by_the_bureau_alone(Submitted *s)
{
    list_signed_late(s);
    drop_field(s, "案卷/拘留1/清单.docx", "receipt");
}
/* What the police say outweighs the day on a list that both signed. */
static void receipt_says_later_than_the_list(Submitted *s)
{
    list_signed_in_time(s);
    set_field(s, "案卷/拘留1/回执.docx", "received-on", "2016-10-17");
}
static void letter_received(Submitted *s, const char *day)
{
    put_document(s, "案卷/拘留1/回证9.docx", "service-receipt", "served-number", "沅环拘移〔2016〕1号", "service-date", day, NULL);
}
static void letter_received_late(Submitted *s) { letter_received(s, "2016-10-18"); }
static void letter_received_in_time(Submitted *s) { letter_received(s, "2016-10-14"); }
static void crime_received(Submitted *s, const char *day)
{
    set_field(s, "案卷/犯罪1/回执.docx", "received-on", day); /* approved on 22 September, the letter of the 23rd */
}
static void crime_received_on_the_second_day(Submitted *s) { crime_received(s, "2016-09-24"); }
static void crime_received_the_next_day(Submitted *s) { crime_received(s, "2016-09-23"); }
static void crime_late(Submitted *s) { set_field(s, "案卷/犯罪1/移送书.docx", "transfer-date", "2016-09-24"); }
static void crime_by_the_report(Submitted *s)
{
    drop_files(s, "案卷/犯罪1/审批.docx"); /* reported on the 20th, transferred on the 23rd */
}
static void crime_letter_tells_of_approval(Submitted *s, const char *day)
{
    crime_by_the_report(s);
    set_field(s, "案卷/犯罪1/移送书.docx", "approval-date", day);
}
static void crime_approved_by_the_letter_in_time(Submitted *s) { crime_letter_tells_of_approval(s, "2016-09-22"); }
static void crime_approved_by_the_letter_long_before(Submitted *s) { crime_letter_tells_of_approval(s, "2016-09-21"); }
static void crime_approved_by_the_letter_afterwards(Submitted *s) { crime_letter_tells_of_approval(s, "2016-09-24"); }
static void crime_a_day_after_the_report(Submitted *s)
{
    crime_by_the_report(s);
    set_field(s, "案卷/犯罪1/报告.docx", "document-date", "2016-09-22");
}
static void crime_same_day(Submitted *s) { set_field(s, "案卷/犯罪1/移送书.docx", "transfer-date", "2016-09-22"); }

static void notice_before_filing(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/告知书.docx", "notice-date", "2016-09-06");
}
static void notice_with_filing(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/告知书.docx", "notice-date", "2016-09-07");
}
static void served_before_decision(Submitted *s) { serve_on(s, "2016-09-27"); }
static void served_with_decision(Submitted *s) { serve_on(s, "2016-09-28"); }
static void closed_before_service(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/结案.docx", "closing-date", "2016-09-28");
}
static void closed_with_service(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/结案.docx", "closing-date", "2016-09-29");
}
static void closed_before_the_decision(Submitted *s)
{
    drop_files(s, "案卷/行政处罚1/回证2.docx"); /* when it was served is not known */
    set_field(s, "案卷/行政处罚1/结案.docx", "closing-date", "2016-09-27");
}
static void closed_with_the_decision(Submitted *s)
{
    closed_before_the_decision(s);
    set_field(s, "案卷/行政处罚1/结案.docx", "closing-date", "2016-09-28");
}
static void decided_before_notice(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/告知书.docx", "notice-date", "2016-09-29");
}
static void decided_with_notice(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/告知书.docx", "notice-date", "2016-09-28");
}
static void paid_before_service(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/缴款.docx", "payment-date", "2016-09-28");
}
static void paid_with_service(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/缴款.docx", "payment-date", "2016-09-29");
}
static void original_after_daily(Submitted *s)
{
    set_field(s, "案卷/按日1/决定书.docx", "decision-date", "2016-10-19");
}
/* Decided on 18 October and served on the 19th; the original decision was served on 29 September. */
static void daily_paid(Submitted *s, const char *number, const char *day)
{
    put_document(s, "案卷/按日1/缴款.docx", "payment-receipt", "decision-number", number, "payment-date", day, NULL);
}
static void daily_paid_before_it_was_decided(Submitted *s) { daily_paid(s, "沅环连罚字〔2016〕1号", "2016-10-09"); }
static void daily_paid_when_served(Submitted *s) { daily_paid(s, "沅环连罚字〔2016〕1号", "2016-10-19"); }
/* The number stands in a remark: 备注：沅环连罚字〔2016〕1号. */
static void paid_as_remarked(Submitted *s, const char *number)
{
    Document *document = put_document(s, "案卷/按日1/缴款.docx", "payment-receipt", "payment-date", "2016-10-09", NULL);
    DocNumber *mention = record_add(document->mentions, &docnumber_type);
    mention->raw = g_strdup(number);
    mention->key = docnumber_key(number);
}
static void daily_paid_as_remarked(Submitted *s) { paid_as_remarked(s, "沅环连罚字〔2016〕1号"); }
static void original_paid_as_remarked(Submitted *s) { paid_as_remarked(s, "沅环罚字〔2016〕20号"); }
static void original_paid_before_the_daily(Submitted *s) { daily_paid(s, "沅环罚字〔2016〕20号", "2016-10-09"); }
static void daily_closed(Submitted *s, const char *day)
{
    put_document(s, "案卷/按日1/结案.docx", "closing-form", "decision-number", "沅环连罚字〔2016〕1号", "closing-date", day, NULL);
}
static void daily_closed_before_its_service(Submitted *s) { daily_closed(s, "2016-10-18"); }
static void daily_closed_when_served(Submitted *s) { daily_closed(s, "2016-10-19"); }
static void original_with_daily(Submitted *s)
{
    set_field(s, "案卷/按日1/决定书.docx", "decision-date", "2016-10-18");
    set_field(s, "案卷/按日1/回证2.docx", "service-date", "2016-10-18");
}
static void demand_with_application(Submitted *s)
{
    set_field(s, "案卷/强制执行1/催告书.docx", "demand-date", "2016-10-20");
}
static void demand_the_day_before(Submitted *s)
{
    set_field(s, "案卷/强制执行1/催告书.docx", "demand-date", "2016-10-19");
}

/* Demand served Friday 2016-09-09: the tenth working day is 26 September. */
static void applied_on_the_ninth(Submitted *s)
{
    set_field(s, APPLICATION, "application-date", "2016-09-23");
}
static void applied_on_the_tenth(Submitted *s)
{
    set_field(s, APPLICATION, "application-date", "2016-09-26");
}
static void applied_before_the_demand(Submitted *s)
{
    set_field(s, APPLICATION, "application-date", "2016-09-01");
}
static void applied_after_nine_months(Submitted *s)
{
    set_field(s, APPLICATION, "application-date", "2016-11-28"); /* the 25th is a Friday */
}
/* Served on Saturday 2016-02-27: nine months end on Sunday 27 November. */
static void apply_after_that_sunday(Submitted *s, const char *day)
{
    set_field(s, "案卷/强制执行1/决定书.docx", "decision-date", "2016-02-26");
    set_field(s, "案卷/强制执行1/回证1.docx", "service-date", "2016-02-27");
    set_field(s, APPLICATION, "application-date", day);
}
static void applied_on_the_monday(Submitted *s) { apply_after_that_sunday(s, "2016-11-28"); }
static void applied_on_the_tuesday(Submitted *s) { apply_after_that_sunday(s, "2016-11-29"); }
static void applied_within_nine_months(Submitted *s)
{
    set_field(s, APPLICATION, "application-date", "2016-11-25");
}
/* The receipt of the decision is a scan; the application and the demand tell when it was served. */
static void service_told(Submitted *s, const char *asked, const char *demanded)
{
    applied_after_nine_months(s);
    drop_files(s, "案卷/强制执行1/回证1.docx");
    put_scan(s, "案卷/强制执行1/决定书送达回证.jpg", "receipt", "service-receipt", NULL);
    set_field(s, "案卷/强制执行1/决定书.docx", "decision-date", "2015-11-25");
    add_field(the_document(s, APPLICATION), "service-date", asked);
    add_field(the_document(s, "案卷/强制执行1/催告书.docx"), "service-date", demanded);
}
static void told_as_served_last_year(Submitted *s) { service_told(s, "2015-11-26", "2015-11-26"); }
static void told_as_served_in_autumn(Submitted *s) { service_told(s, "2016-06-26", "2016-06-26"); }
static void told_as_served_on_two_days(Submitted *s) { service_told(s, "2015-11-26", "2016-06-26"); }
static void told_as_served_before_it_was_made(Submitted *s) { service_told(s, "2015-11-24", "2015-11-24"); }

static void propose(Submitted *s, const char *fine)
{
    set_field(s, "案卷/行政处罚1/告知书.docx", "proposed-fine-yuan", fine);
}
static void less_was_proposed(Submitted *s) { propose(s, "47999.99"); }
static void as_much_was_proposed(Submitted *s) { propose(s, "48000"); }
static void more_was_proposed(Submitted *s) { propose(s, "50000.00"); }

/* The firm was told again, on DAY, of what was decided; the decision is of 28 September. */
static void proposed_again(Submitted *s, const char *day, const char *party)
{
    less_was_proposed(s);
    set_field(s, "案卷/行政处罚1/告知书.docx", "party", "沅陵县乌有锰业有限公司");
    set_field(s, DECISION, "notice-number", "沅环罚告字〔2016〕1号");
    put_document(s, "案卷/行政处罚1/重新告知.docx", "penalty-notice", "rights", "陈述", "doc-number", "沅环罚告字〔2016〕9号",
                 "notice-date", day, "party", party, "proposed-fine-yuan", "48000", NULL);
}
static void another_was_told(Submitted *s) { proposed_again(s, "2016-09-24", "沅陵县子虚化工有限公司"); }
static void proposed_again_after_the_decision(Submitted *s) { proposed_again(s, "2016-09-29", "沅陵县乌有锰业有限公司"); }
static void proposed_again_before_the_decision(Submitted *s) { proposed_again(s, "2016-09-24", "沅陵县乌有锰业有限公司"); }
static void proposed_again_on_a_scan(Submitted *s)
{
    less_was_proposed(s);
    put_scan(s, "案卷/行政处罚1/行政处罚事先告知书（重新告知）.jpg", "notice", "penalty-notice", NULL);
}
static void notice_scanned(Submitted *s)
{
    less_was_proposed(s);
    put_scan(s, "案卷/行政处罚1/告知书.jpg", "notice", "penalty-notice", NULL);
}
static void decision_names_both_notices(Submitted *s)
{
    another_was_told(s);
    add_field(the_document(s, DECISION), "notice-number", "沅环罚告字〔2016〕9号");
}

static void more_was_proposed_and_the_party_answered(Submitted *s)
{
    more_was_proposed(s);
    put_document(s, "案卷/行政处罚1/陈述申辩书.docx", "other", NULL);
}
static void more_was_proposed_and_mitigated(Submitted *s)
{
    more_was_proposed(s);
    add_field(the_document(s, "案卷/行政处罚1/决定书.docx"), "mitigated", "决定减轻处罚");
}

static void pay(Submitted *s, const char *yuan)
{
    add_field(the_document(s, "案卷/行政处罚1/缴款.docx"), "fine-yuan", yuan);
}
static void paid_in_part(Submitted *s) { pay(s, "4800.00"); }
static void paid_in_full(Submitted *s) { pay(s, "48000"); }
static void paid_with_a_surcharge(Submitted *s) { pay(s, "49440.00"); }
static void paid_in_two_parts(Submitted *s)
{
    paid_in_part(s);
    put_document(s, "案卷/行政处罚1/缴款2.docx", "payment-receipt", "fine-yuan", "43200.00", NULL);
}
static void paid_in_part_with_a_scanned_receipt(Submitted *s)
{
    paid_in_part(s);
    put_scan(s, "案卷/行政处罚1/缴款书.jpg", "receipt", "payment-receipt", NULL);
}
static void paid_in_part_and_open(Submitted *s)
{
    paid_in_part(s);
    drop_files(s, "案卷/行政处罚1/结案");
}

static const FindingCase cases[] = {
    RAISED("LAW-001", NULL, filed_on_the_eighth, filed_on_the_seventh),
    RAISED("LAW-001", NULL, filed_on_the_eighth, rechecked_after_filing),
    RAISED("LAW-001", NULL, inspection_told_by_two, inspection_told_by_one),
    RAISED("LAW-001", NULL, inspection_told_by_two, second_inspection_told_by_one),
    RAISED("LAW-001", NULL, interviewed_after_the_scanned_record, second_inspection_recorded),
    RAISED("LAW-001", NULL, inspection_told_by_two, record_and_report_scanned),
    RAISED("LAW-001", NULL, reported_after_filing, filed_when_the_report_came),
    RAISED("LAW-001", "on-report", filed_when_the_report_came, reported_after_filing),
    RAISED("LAW-002", NULL, decided_late, decided_on_the_last_day),
    RAISED("LAW-002", NULL, decided_late, decided_on_that_sunday),
    RAISED("LAW-002", "rest-day", three_months_end_on_a_sunday, decided_after_that_monday),
    RAISED("LAW-001", NULL, filed_on_the_eighth, inspected_before_the_table_begins),
    RAISED("LAW-001", "long-ago", inspected_four_weeks_before, inspected_before_the_table_begins),
    RAISED("LAW-001", "long-ago", inspected_a_year_before, filed_on_the_eighth),
    RAISED("LAW-003", NULL, no_notice, notice_as_scan),
    RAISED("LAW-003", "daily", no_daily_notice, only_the_daily_notice),
    RAISED("LAW-003", "early", decided_two_days_after, decided_three_days_after),
    RAISED("LAW-003", "early", daily_decided_two_days_after, daily_decided_three_days_after),
    RAISED("LAW-003", "early", told_as_served_two_days_before, told_as_served_three_days_before),
    RAISED("LAW-003", "early", told_as_served_two_days_before, told_as_served_after_the_decision),
    RAISED("LAW-003", "after", notice_served_after_the_decision, notice_served_with_the_decision),
    RAISED("LAW-004", NULL, served_after_the_holidays, served_on_the_seventh_day),
    RAISED("LAW-004", "rest-day", served_on_the_rolled_day, served_after_the_holidays),
    RAISED("LAW-004", NULL, late_beside_another_decision_in_time, in_time_beside_another_late),
    RAISED("LAW-005", NULL, rechecked_late, rechecked_in_time),
    RAISED("LAW-005", "rest-day", rechecked_after_the_holidays, rechecked_late),
    RAISED("LAW-006", NULL, days_wrong, days_right),
    RAISED("LAW-006", NULL, days_wrong, only_the_first_day_wrong),
    RAISED("LAW-006", "first-day", only_the_first_day_wrong, days_right),
    RAISED("LAW-006", "first-day", from_the_day_of_service, days_right),
    RAISED("LAW-006", "first-day", from_the_day_of_service, second_order_comes_first_by_path),
    RAISED("LAW-006", "first-day", from_the_day_of_service, only_the_second_order_is_there),
    RAISED("LAW-006", "no-period", period_not_told, period_told_in_other_words),
    RAISED("LAW-006", "no-period", period_not_told, days_alone),
    RAISED("LAW-006", "last-day", counted_to_a_day_before_the_recheck, total_wrong),
    RAISED("LAW-006", "last-day", counted_to_a_day_after_the_recheck, counted_to_the_second_recheck),
    RAISED("LAW-006", "last-day", counted_to_a_day_before_the_recheck, recheck_misdated_in_the_decision),
    RAISED("LAW-006", "last-day", counted_to_a_day_before_the_recheck, recheck_not_dated),
    RAISED("LAW-007", NULL, total_wrong, total_in_cents),
    RAISED("LAW-007", "per-day", per_day_is_not_the_original_fine, per_day_written_otherwise),
    RAISED("LAW-007", "per-day", per_day_is_not_the_original_fine, which_is_the_original_is_open),
    RAISED("LAW-008", NULL, detention_late, detention_on_the_third),
    RAISED("LAW-008", NULL, detention_on_the_fourth, detention_on_the_third),
    RAISED("LAW-008", NULL, detention_late, detention_approved_again),
    RAISED("LAW-008", "day", crime_by_the_report, crime_a_day_after_the_report),
    RAISED("LAW-008", "day", crime_by_the_report, crime_approved_by_the_letter_in_time),
    RAISED("LAW-008", "day", crime_approved_by_the_letter_long_before, crime_approved_by_the_letter_in_time),
    RAISED("LAW-008", "day", crime_approved_by_the_letter_afterwards, crime_approved_by_the_letter_in_time),
    RAISED("LAW-008", NULL, detention_by_the_decision, crime_late),
    RAISED("LAW-008", "day", crime_late, crime_same_day),
    RAISED("LAW-008", "handed-over", receipt_after_four_days, receipt_on_the_third_day),
    RAISED("LAW-008", "handed-over", receipt_after_four_days, receipt_tells_of_the_third_day),
    RAISED("LAW-008", "handed-over", receipt_after_four_days, police_accept_the_case_later),
    RAISED("LAW-008", "handed-over", receipt_after_four_days, police_order_detention_later),
    RAISED("LAW-008", "handed-over", receipt_after_four_days, list_signed_in_time),
    RAISED("LAW-008", "handed-over", receipt_says_later_than_the_list, list_signed_in_time),
    RAISED("LAW-008", "handed-over", list_signed_late, list_signed_by_the_bureau_alone),
    RAISED("LAW-008", "handed-over", letter_received_late, letter_received_in_time),
    RAISED("LAW-008", "handed-over", letter_received_late, detention_late),
    RAISED("LAW-008", "handed-over-day", crime_received_on_the_second_day, crime_received_the_next_day),
    RAISED("LAW-009", NULL, notice_before_filing, notice_with_filing),
    RAISED("LAW-009", NULL, served_before_decision, served_with_decision),
    RAISED("LAW-009", NULL, closed_before_service, closed_with_service),
    RAISED("LAW-009", NULL, closed_before_the_decision, closed_with_the_decision),
    RAISED("LAW-009", NULL, decided_before_notice, decided_with_notice),
    RAISED("LAW-009", NULL, paid_before_service, paid_with_service),
    RAISED("LAW-009", NULL, original_after_daily, original_with_daily),
    RAISED("LAW-009", NULL, daily_paid_before_it_was_decided, daily_paid_when_served),
    RAISED("LAW-009", NULL, daily_paid_before_it_was_decided, original_paid_before_the_daily),
    RAISED("LAW-009", NULL, daily_paid_as_remarked, original_paid_as_remarked),
    RAISED("LAW-009", NULL, daily_closed_before_its_service, daily_closed_when_served),
    RAISED("LAW-009", NULL, original_before_its_notice, only_the_daily_notice),
    RAISED("LAW-009", "before", demand_with_application, demand_the_day_before),
    RAISED("LAW-010", NULL, applied_on_the_ninth, applied_on_the_tenth),
    RAISED("LAW-010", NULL, applied_on_the_ninth, applied_before_the_demand),
    RAISED("LAW-010", "late", applied_after_nine_months, applied_within_nine_months),
    RAISED("LAW-010", "late", told_as_served_last_year, told_as_served_in_autumn),
    RAISED("LAW-010", "late", told_as_served_last_year, told_as_served_on_two_days),
    RAISED("LAW-010", "late", told_as_served_last_year, told_as_served_before_it_was_made),
    RAISED("LAW-010", "late-rest-day", applied_on_the_monday, applied_on_the_tuesday),
    RAISED("LAW-013", NULL, less_was_proposed, as_much_was_proposed),
    RAISED("LAW-013", NULL, less_was_proposed, more_was_proposed),
    RAISED("LAW-013", NULL, less_was_proposed, proposed_again_before_the_decision),
    RAISED("LAW-013", NULL, proposed_again_after_the_decision, proposed_again_before_the_decision),
    RAISED("LAW-013", NULL, notice_scanned, proposed_again_on_a_scan),
    RAISED("LAW-013", NULL, another_was_told, decision_names_both_notices),
    RAISED("LAW-013", "lighter", more_was_proposed, as_much_was_proposed),
    RAISED("LAW-013", "lighter", more_was_proposed, more_was_proposed_and_the_party_answered),
    RAISED("LAW-013", "lighter", more_was_proposed, more_was_proposed_and_mitigated),
    RAISED("LAW-015", NULL, paid_in_part, paid_in_full),
    RAISED("LAW-015", NULL, paid_in_part, paid_with_a_surcharge),
    RAISED("LAW-015", NULL, paid_in_part, paid_in_two_parts),
    RAISED("LAW-015", NULL, paid_in_part, paid_in_part_with_a_scanned_receipt),
    RAISED("LAW-015", NULL, paid_in_part, paid_in_part_and_open),
};

int main(void)
{
    return finding_cases_run("law", cases, G_N_ELEMENTS(cases));
}
