/* What is compared with a paper of the file is held back where the paper that is meant may be one that was not read, as it is a
 * scan, or locked, or was refused (EXT-002, LAW-008). */
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define DAILY "案卷/按日1/"
#define CRIME "案卷/犯罪1/"
#define DETENTION "案卷/拘留1/"

static void put_locked(Submitted *s, const char *path, const char *named) { put_file(s, path, "ooxml-encrypted", named, NULL); }
static void scan_beside(Submitted *s, ChangeFunc change, const char *path, const char *named)
{
    change(s);
    put_scan(s, path, path, named, NULL);
}

/* ---- the record of the recheck that the decision names is of another day ---- */

static void rechecked_on_another_day(Submitted *s) { set_field(s, DAILY "复查笔录.docx", "inspection-dates", "2016-10-09"); }
static void first_recheck_scanned(Submitted *s)
{
    scan_beside(s, rechecked_on_another_day, DAILY "第一次复查笔录.jpg", "inspection-record");
}
static void first_recheck_locked(Submitted *s)
{
    rechecked_on_another_day(s);
    put_locked(s, DAILY "复查笔录（9月20日）.docx", "inspection-record");
}
static void first_recheck_refused(Submitted *s)
{
    rechecked_on_another_day(s);
    put_member(s, DAILY "其余文书.rar", MEMBER_FORMAT, "rar");
}
static void pictures_refused(Submitted *s)
{
    rechecked_on_another_day(s);
    put_member(s, DAILY "现场照片.rar", MEMBER_FORMAT, "rar");
}
static void first_inspection_scanned(Submitted *s)
{
    scan_beside(s, rechecked_on_another_day, DAILY "现场检查笔录.jpg", "inspection-record");
}
static void the_recheck_itself_scanned_too(Submitted *s)
{
    scan_beside(s, rechecked_on_another_day, DAILY "复查笔录（扫描件）.jpg", "inspection-record");
}
/* The record that was read is called that of a second recheck, or nothing of the kind: the scan may be that of the first. */
static void renamed(Submitted *s, const char *name)
{
    rechecked_on_another_day(s);
    g_autofree char *path = g_strconcat(DAILY, name, NULL);
    drop_files(s, DAILY "复查笔录.docx");
    put_document(s, path, "inspection-record", "inspection-dates", "2016-10-09", NULL);
}
static void called_a_second_recheck(Submitted *s) { renamed(s, "第二次复查笔录.docx"); }
static void called_no_recheck(Submitted *s) { renamed(s, "笔录.docx"); }
static void first_not_called_so(Submitted *s)
{
    scan_beside(s, called_a_second_recheck, DAILY "现场检查笔录.jpg", "inspection-record");
}
static void neither_called_so(Submitted *s) { scan_beside(s, called_no_recheck, DAILY "现场检查笔录.jpg", "inspection-record"); }
static void a_scan_of_no_name(Submitted *s) { scan_beside(s, called_no_recheck, DAILY "IMG_001.jpg", NULL); }

/* The decision counts to a day of which there is a record, and names a recheck of which there is none. */
static void counted_to_the_second_record(Submitted *s)
{
    called_a_second_recheck(s);
    set_field(s, DAILY "按日决定书.docx", "last-day", "2016-10-09");
}
static void counted_so_beside_a_scan(Submitted *s)
{
    scan_beside(s, counted_to_the_second_record, DAILY "现场检查笔录.jpg", "inspection-record");
}

/* ---- a receipt with the number of no order, or notice, in the file ---- */

static void number_served(Submitted *s, const char *receipt, const char *words, const char *number)
{
    set_field(s, receipt, "served-document", words);
    set_field(s, receipt, "served-number", number);
}
static void receipt_of_another_order(Submitted *s)
{
    number_served(s, DAILY "再回证.docx", "责令改正违法行为决定书", "沅环责改字〔2016〕9号");
}
static void an_order_scanned(Submitted *s)
{
    scan_beside(s, receipt_of_another_order, DAILY "首次责令改正决定书.jpg", "rectification-order");
}
static void an_order_locked(Submitted *s)
{
    receipt_of_another_order(s);
    put_locked(s, DAILY "首次责令改正决定书.docx", "rectification-order");
}
static void an_order_scanned_with_that_number(Submitted *s)
{
    receipt_of_another_order(s);
    put_scan(s, DAILY "沅环责改字〔2016〕9号.jpg", "order 9", "rectification-order", "沅环责改字〔2016〕9号");
}
static void an_order_scanned_with_a_third_number(Submitted *s)
{
    receipt_of_another_order(s);
    put_scan(s, DAILY "沅环责改字〔2016〕8号.jpg", "order 8", "rectification-order", "沅环责改字〔2016〕8号");
}
static void an_order_scanned_that_was_read(Submitted *s)
{
    receipt_of_another_order(s);
    put_scan(s, DAILY "沅环责改字〔2016〕21号.jpg", "order 21", "rectification-order", "沅环责改字〔2016〕21号");
}
/* A case has one decision: its scan is no other. */
static void receipt_of_another_decision(Submitted *s)
{
    number_served(s, DAILY "回证2.docx", "行政处罚决定书", "沅环罚字〔2016〕9号");
}
static void decision_scanned_too(Submitted *s)
{
    scan_beside(s, receipt_of_another_decision, DAILY "盖章的决定书.jpg", "penalty-decision");
}

/* The receipt of a notice names no number of the file and another day than the decision tells. */
static void notice_served_on_another_day(Submitted *s)
{
    number_served(s, DAILY "原回证.docx", "行政处罚告知书", "沅环罚告字〔2016〕9号");
    set_field(s, DAILY "原回证.docx", "service-date", "2016-09-16");
    set_field(s, DAILY "决定书.docx", "notice-served-on", "2016-09-15");
}
static void a_notice_scanned(Submitted *s)
{
    scan_beside(s, notice_served_on_another_day, DAILY "听证告知书.jpg", "penalty-notice");
}

/* ---- a decision that names a notice of another number ---- */

static void notice_of_another_number(Submitted *s)
{
    set_field(s, DAILY "告知书.docx", "doc-number", "沅环连罚告字〔2016〕2号");
}
static void that_notice_scanned(Submitted *s)
{
    scan_beside(s, notice_of_another_number, DAILY "按日连续处罚告知书.jpg", "penalty-notice");
}

/* ---- a transfer of which the approval was not read (SPEC 7) ---- */

static void crime_without_approval(Submitted *s)
{
    drop_files(s, CRIME "审批.docx");
    set_field(s, CRIME "报告.docx", "document-date", "2016-09-20");
}
static void crime_approval_scanned(Submitted *s)
{
    scan_beside(s, crime_without_approval, CRIME "移送审批表.jpg", "transfer-approval");
}
static void crime_approval_locked(Submitted *s)
{
    crime_without_approval(s);
    put_locked(s, CRIME "移送审批表.docx", "transfer-approval");
}
static void crime_approval_undated(Submitted *s) { drop_field(s, CRIME "审批.docx", "approval-date"); }
static void detention_without_approval(Submitted *s)
{
    drop_files(s, DETENTION "审批.docx");
    set_field(s, DETENTION "移送书.docx", "transfer-date", "2016-10-21");
}
static void detention_approval_scanned(Submitted *s)
{
    scan_beside(s, detention_without_approval, DETENTION "移送审批表.jpg", "transfer-approval");
}
static void approved_long_before(Submitted *s) { set_field(s, DETENTION "移送书.docx", "transfer-date", "2016-10-21"); }
static void approved_again_by_scan(Submitted *s)
{
    scan_beside(s, approved_long_before, DETENTION "移送审批表（补）.jpg", "transfer-approval");
}
static void approval_scanned_with_its_text(Submitted *s)
{
    scan_beside(s, approved_long_before, DETENTION "审批（扫描件）.jpg", "transfer-approval");
}

/* ---- the papers of the other step of a daily file ---- */

static void only_the_original_notice(Submitted *s)
{
    drop_files(s, DAILY "决定书.docx");
    drop_files(s, DAILY "告知书.docx");
    set_field(s, DAILY "原告知书.docx", "proposed-fine-yuan", "50000.00");
}
static void both_scanned(Submitted *s)
{
    scan_beside(s, only_the_original_notice, DAILY "按日连续处罚告知书.jpg", "penalty-notice");
    put_scan(s, DAILY "原决定书.jpg", "original", "penalty-decision", NULL);
}
static void without_daily_decision(Submitted *s) { drop_files(s, DAILY "按日决定书.docx"); } /* of which a scan is left */
static void original_notice_late(Submitted *s)
{
    without_daily_decision(s);
    set_field(s, DAILY "原告知书.docx", "notice-date", "2016-10-09");
}
static void original_notice_not_there(Submitted *s)
{
    without_daily_decision(s);
    drop_files(s, DAILY "原告知书.docx"); /* which a daily file need not hold */
}
static void put_discussion(Submitted *s, const char *day)
{
    put_document(s, DAILY "讨论.docx", "discussion-record", "document-date", day, NULL);
}
static void discussed_after_both(Submitted *s) { put_discussion(s, "2016-10-19"); }
static void discussed_after_the_one_that_was_read(Submitted *s)
{
    without_daily_decision(s);
    put_discussion(s, "2016-10-11");
}
static void first_order_missing(Submitted *s)
{
    without_daily_decision(s);
    drop_files(s, DAILY "责改.docx");
}
static void second_order_scanned_too(Submitted *s)
{
    first_order_missing(s);
    put_scan(s, DAILY "沅环责改字〔2016〕21号.jpg", "order 21", "rectification-order", "沅环责改字〔2016〕21号");
}
static void first_order_scanned(Submitted *s) { scan_beside(s, first_order_missing, DAILY "责改.jpg", "rectification-order"); }
static void first_order_served_on(Submitted *s)
{
    first_order_missing(s);
    set_field(s, DAILY "告知书.docx", "order-served-on", "2016-09-07");
}
static void scanned_order_served_on(Submitted *s)
{
    scan_beside(s, first_order_served_on, DAILY "责改.jpg", "rectification-order");
}
/* The decision counts from the day after the service of an order of which only the number is known. */
static void counted_from_an_order_missing(Submitted *s)
{
    drop_files(s, DAILY "责改.docx");
    drop_files(s, DAILY "回证1.docx");
    set_field(s, DAILY "按日决定书.docx", "order-number", "沅环责改字〔2016〕20号");
    drop_field(s, DAILY "按日决定书.docx", "order-service-date");
}
static void counted_from_an_order_scanned(Submitted *s)
{
    scan_beside(s, counted_from_an_order_missing, DAILY "责改.jpg", "rectification-order");
}
static void counted_from_another_day_than_its_receipt(Submitted *s)
{
    counted_from_an_order_scanned(s);
    put_document(s, DAILY "回证1.docx", "service-receipt", "served-number", "沅环责改字〔2016〕20号", "service-date", "2016-09-08", NULL);
}

/* ---- officers, and the inspection that led to the filing ---- */

static void one_officer_in_the_report(Submitted *s)
{
    drop_files(s, PENALTY "检查笔录.docx");
    put_officer(the_document(s, PENALTY "调查报告.docx"), "向例明", "43122201");
}
static void others_in_a_locked_record(Submitted *s)
{
    one_officer_in_the_report(s);
    put_locked(s, PENALTY "检查笔录.docx", "inspection-record");
}
static void filed_on_the_eighth(Submitted *s) { set_field(s, PENALTY "立案.docx", "filing-date", "2016-09-19"); }
static void another_inspection_scanned(Submitted *s)
{
    scan_beside(s, filed_on_the_eighth, PENALTY "第二次检查笔录.jpg", "inspection-record");
}
static void a_report_scanned(Submitted *s) { scan_beside(s, filed_on_the_eighth, PENALTY "监测报告.jpg", "monitoring-report"); }
static void the_record_scanned_too(Submitted *s)
{
    scan_beside(s, filed_on_the_eighth, PENALTY "检查笔录.jpg", "inspection-record");
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "notice", only_the_original_notice, both_scanned),
    RAISED("LAW-009", NULL, original_notice_late, original_notice_not_there),
    RAISED("LAW-009", "apparent", discussed_after_both, discussed_after_the_one_that_was_read),
    RAISED("SET-004", "recheck", first_order_missing, first_order_scanned),
    RAISED("SET-004", "recheck", second_order_scanned_too, first_order_scanned),
    RAISED("EXT-002", "service", first_order_served_on, scanned_order_served_on),
    RAISED("LAW-006", "first-day", counted_from_an_order_missing, counted_from_an_order_scanned),
    RAISED("LAW-006", "first-day", counted_from_another_day_than_its_receipt, counted_from_an_order_scanned),
    RAISED("LAW-011", NULL, one_officer_in_the_report, others_in_a_locked_record),
    RAISED("LAW-001", NULL, filed_on_the_eighth, another_inspection_scanned),
    RAISED("LAW-001", NULL, the_record_scanned_too, a_report_scanned),
    RAISED("EXT-002", NULL, rechecked_on_another_day, first_recheck_scanned),
    RAISED("EXT-002", NULL, rechecked_on_another_day, first_recheck_locked),
    RAISED("EXT-002", NULL, pictures_refused, first_recheck_refused),
    RAISED("EXT-002", NULL, first_inspection_scanned, first_recheck_scanned),
    RAISED("EXT-002", NULL, the_recheck_itself_scanned_too, first_recheck_scanned),
    RAISED("EXT-002", NULL, called_a_second_recheck, first_not_called_so),
    RAISED("EXT-002", NULL, called_no_recheck, neither_called_so),
    RAISED("EXT-002", NULL, called_no_recheck, a_scan_of_no_name),
    RAISED("LAW-006", "last-day", counted_so_beside_a_scan, counted_to_the_second_record),
    RAISED("EXT-002", NULL, receipt_of_another_order, an_order_scanned),
    RAISED("EXT-002", NULL, receipt_of_another_order, an_order_locked),
    RAISED("EXT-002", NULL, an_order_scanned_with_a_third_number, an_order_scanned_with_that_number),
    RAISED("EXT-002", NULL, an_order_scanned_that_was_read, an_order_scanned),
    RAISED("EXT-002", NULL, decision_scanned_too, an_order_scanned),
    RAISED("EXT-002", "service", notice_served_on_another_day, a_notice_scanned),
    RAISED("EXT-002", NULL, notice_of_another_number, that_notice_scanned),
    RAISED("LAW-008", "day", crime_without_approval, crime_approval_scanned),
    RAISED("LAW-008", "day", crime_without_approval, crime_approval_locked),
    RAISED("LAW-008", "day", crime_without_approval, crime_approval_undated),
    RAISED("LAW-008", NULL, detention_without_approval, detention_approval_scanned),
    RAISED("LAW-008", NULL, approval_scanned_with_its_text, approved_again_by_scan),
};

int main(void)
{
    return finding_cases_run("papers that were not read", cases, G_N_ELEMENTS(cases));
}
