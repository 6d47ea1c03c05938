/* SET-004 and 005: a daily penalty without a record of the recheck on which it rests, beside one of a later recheck or a
 * report on samples. */
#include "findingcases.h"

#define FOLDER "案卷/按日1/"
#define DAILY FOLDER "按日决定书.docx"
#define RECORD FOLDER "复查笔录.docx"

/* ---- the only record is dated after the notice (10 October) ---- */

static void recheck_on(Submitted *s, const char *day) { set_field(s, FOLDER "复查笔录.docx", "inspection-dates", day); }
static void only_the_second_recheck(Submitted *s) { recheck_on(s, "2016-10-17"); }
static void on_the_day_of_the_notice(Submitted *s) { recheck_on(s, "2016-10-10"); }
static void second_recheck_named_too(Submitted *s)
{
    only_the_second_recheck(s);
    add_field(the_document(s, DAILY), "recheck-date", "2016-10-17");
}
static void both_rechecks(Submitted *s)
{
    put_document(s, FOLDER "第二次复查.docx", "inspection-record", "inspection-dates", "2016-10-17", NULL);
}
/* ---- the day of the recheck (20 September) in the notice ---- */

static void notice_tells(Submitted *s, const char *day) { set_field(s, FOLDER "告知书.docx", "rechecked-on", day); }
static void notice_of_another_day(Submitted *s) { notice_tells(s, "2016-09-18"); }
static void notice_of_the_day(Submitted *s) { notice_tells(s, "2016-09-20"); }
static void notice_of_another_recheck(Submitted *s)
{
    notice_of_another_day(s);
    put_document(s, FOLDER "先前复查.docx", "inspection-record", "inspection-dates", "2016-09-18", NULL);
}
static void recheck_not_named(Submitted *s)
{
    only_the_second_recheck(s);
    set_field(s, DAILY, "recheck-date", "");
}
static void second_recheck_and_a_scan(Submitted *s)
{
    only_the_second_recheck(s);
    put_scan(s, FOLDER "复查笔录2.jpg", "recheck", "inspection-record", NULL);
}
/* A scan of the name of a record that was read is that record. */
static void second_recheck_and_its_scan(Submitted *s)
{
    only_the_second_recheck(s);
    put_scan(s, FOLDER "复查笔录（扫描件）.jpg", "recheck", "inspection-record", NULL);
}
/* So are its pages, where the first is there. */
static void second_recheck_and_a_page(Submitted *s)
{
    only_the_second_recheck(s);
    put_scan(s, FOLDER "扫描.zip/05、复查笔录-1.jpg", "recheck", "inspection-record", NULL);
}
static void second_recheck_and_two_pages(Submitted *s)
{
    only_the_second_recheck(s);
    put_scan(s, FOLDER "扫描.zip/复查笔录01.jpg", "recheck", "inspection-record", NULL);
    put_scan(s, FOLDER "扫描.zip/复查笔录02.jpg", "recheck 2", "inspection-record", NULL);
}
static void second_recheck_and_a_folder_of_pages(Submitted *s)
{
    static const char path[] = FOLDER "扫描.zip/复查笔录/002.jpg";
    only_the_second_recheck(s);
    put_scan(s, path, "recheck 2", "inspection-record", NULL);
    the_file(s, path)->named_by_folder = true;
}
/* One called otherwise may be of the first inspection as well. */
static void second_recheck_and_a_scanned_record(Submitted *s)
{
    only_the_second_recheck(s);
    put_scan(s, FOLDER "现场检查笔录-第1页.jpg", "inspection", "inspection-record", NULL);
}
static void both_rechecks_and_a_scanned_record(Submitted *s)
{
    both_rechecks(s);
    put_scan(s, FOLDER "现场检查笔录-第1页.jpg", "inspection", "inspection-record", NULL);
}
static void dated_otherwise_before_the_notice(Submitted *s) { recheck_on(s, "2016-10-09"); }

/* ---- a report on samples alone ---- */

static void put_report(Submitted *s)
{
    put_document(s, FOLDER "复查监测报告.docx", "monitoring-report", "document-date", "2016-09-22", "sampling-date",
                 "2016-09-20", NULL);
}
static void report_alone(Submitted *s)
{
    drop_files(s, FOLDER "复查笔录.docx");
    put_report(s);
}
static void report_and_the_second_recheck(Submitted *s)
{
    only_the_second_recheck(s);
    put_report(s);
}
static void report_the_second_recheck_and_its_page(Submitted *s)
{
    report_and_the_second_recheck(s);
    put_scan(s, FOLDER "复查笔录第1页.jpg", "recheck", "inspection-record", NULL);
}
static void report_the_second_recheck_and_another(Submitted *s)
{
    report_and_the_second_recheck(s);
    put_scan(s, FOLDER "复查情况记录.jpg", "recheck", "inspection-record", NULL);
}
static void report_and_record(Submitted *s) { put_report(s); }
static void report_and_a_scan_of_no_name(Submitted *s)
{
    report_alone(s);
    put_scan(s, FOLDER "IMG_001.jpg", "some page", NULL, NULL);
}
static void report_and_a_paper_of_the_recheck(Submitted *s)
{
    report_alone(s);
    put_document(s, FOLDER "暗查情况.docx", "other", NULL);
}
static void report_and_a_record_without_a_date(Submitted *s)
{
    report_alone(s);
    put_document(s, FOLDER "检查笔录.docx", "inspection-record", NULL);
}

static void report_and_a_scan_named_as_a_report(Submitted *s)
{
    drop_files(s, FOLDER "复查笔录.docx");
    put_scan(s, FOLDER "复查监测报告.jpg", "report", "monitoring-report", NULL);
}

/* ---- the only record is a scan that may be of the first inspection ---- */

static void a_scan_named_as(Submitted *s, const char *name)
{
    g_autofree char *path = g_strconcat(FOLDER, name, NULL);
    drop_files(s, FOLDER "复查笔录.docx");
    put_scan(s, path, "inspection", "inspection-record", NULL);
}
static void only_a_scanned_record(Submitted *s) { a_scan_named_as(s, "现场检查笔录.jpg"); }
static void a_scan_named_for_the_recheck(Submitted *s) { a_scan_named_as(s, "现场复查检查笔录.jpg"); }
static void two_scanned_records(Submitted *s)
{
    only_a_scanned_record(s);
    put_scan(s, FOLDER "现场检查笔录2.jpg", "the second", "inspection-record", NULL);
}
static void a_scan_and_a_read_record(Submitted *s) { put_scan(s, FOLDER "现场检查笔录.jpg", "inspection", "inspection-record", NULL); }
static void a_scan_and_photographs_of_the_recheck(Submitted *s)
{
    only_a_scanned_record(s);
    put_scan(s, FOLDER "复查现场照片.jpg", "photographs", "evidence", NULL);
}
static void a_scan_and_photographs_with_a_record(Submitted *s)
{
    only_a_scanned_record(s);
    put_scan(s, FOLDER "复查记录及照片.jpg", "photographs", "evidence", NULL);
}
static void a_scan_and_one_of_no_name(Submitted *s)
{
    only_a_scanned_record(s);
    put_scan(s, FOLDER "IMG_001.jpg", "some page", NULL, NULL);
}

/* ---- the record of the recheck of 20 September is there, dated no later than the order of the 6th ---- */

static void dated(Submitted *s, const char *day)
{
    set_field(s, DAILY, "order-number", "沅环责改字〔2016〕20号");
    set_field(s, RECORD, "inspection-dates", day);
}
static void dated_before_the_order(Submitted *s) { dated(s, "2016-08-20"); }
static void dated_on_the_day_of_the_order(Submitted *s) { dated(s, "2016-09-06"); }
static void dated_after_the_order(Submitted *s) { dated(s, "2016-09-07"); }
static void another_record(Submitted *s, const char *day, const char *order)
{
    dated(s, day);
    drop_files(s, RECORD);
    put_document(s, FOLDER "检查笔录.docx", "inspection-record", "introduced", "出示", "inspection-dates", day, order ? "order-number" : NULL,
                 order, NULL);
}
static void record_of_the_first_inspection(Submitted *s) { another_record(s, "2016-09-05", NULL); }
static void record_that_names_the_order_too_early(Submitted *s) { another_record(s, "2016-08-20", "沅环责改字〔2016〕20号"); }
/* The order may be given, and noted in the record, on the day of the first inspection. */
static void record_that_names_the_order_of_that_day(Submitted *s) { another_record(s, "2016-09-06", "沅环责改字〔2016〕20号"); }
static void recheck_of_an_older_order(Submitted *s)
{
    dated_before_the_order(s);
    set_field(s, RECORD, "order-number", "沅环责改字〔2016〕3号");
}
static void misdated_beside_a_report(Submitted *s)
{
    put_document(s, FOLDER "监测报告.docx", "monitoring-report", "sampling-date", "2016-09-20", NULL);
    dated_before_the_order(s);
}
static void misdated_without_a_day_in_the_decision(Submitted *s)
{
    misdated_beside_a_report(s);
    drop_field(s, FOLDER "按日决定书.docx", "recheck-date");
}
/* The first order is missing: the record is of the day of the second, which is the recheck's. */
static void record_of_the_day_that_the_decision_names(Submitted *s) { drop_files(s, FOLDER "责改.docx"); }

static const FindingCase cases[] = {
    RAISED("EXT-002", "told", notice_of_another_day, notice_of_the_day),
    RAISED("EXT-002", "told", notice_of_another_day, notice_of_another_recheck),
    RAISED("SET-004", "recheck-misdated", dated_before_the_order, dated_after_the_order),
    RAISED("SET-004", "recheck-misdated", dated_on_the_day_of_the_order, record_of_the_first_inspection),
    RAISED("SET-004", "recheck-misdated", dated_before_the_order, recheck_of_an_older_order),
    RAISED("SET-004", "recheck-misdated", record_that_names_the_order_too_early, record_that_names_the_order_of_that_day),
    RAISED("SET-004", "recheck-misdated", misdated_beside_a_report, record_of_the_day_that_the_decision_names),
    RAISED("SET-004", "recheck", recheck_of_an_older_order, dated_before_the_order),
    RAISED("SET-004", "recheck-report", report_alone, misdated_beside_a_report),
    RAISED("LAW-005", "early", misdated_without_a_day_in_the_decision, misdated_beside_a_report),
    RAISED("SET-004", "recheck", only_the_second_recheck, on_the_day_of_the_notice),
    RAISED("SET-004", "recheck", only_the_second_recheck, second_recheck_named_too),
    RAISED("SET-004", "recheck", only_the_second_recheck, both_rechecks),
    RAISED("SET-004", "recheck", only_the_second_recheck, recheck_not_named),
    RAISED("SET-004", "recheck", second_recheck_and_its_scan, second_recheck_and_a_scan),
    RAISED("SET-004", "recheck", second_recheck_and_a_page, second_recheck_and_a_scan),
    RAISED("SET-004", "recheck", second_recheck_and_two_pages, second_recheck_and_a_scan),
    RAISED("SET-004", "recheck", second_recheck_and_a_folder_of_pages, second_recheck_and_a_scan),
    RAISED("SET-004", "recheck-report", report_the_second_recheck_and_its_page, report_the_second_recheck_and_another),
    RAISED("SET-004", "recheck", only_the_second_recheck, report_and_the_second_recheck),
    RAISED("EXT-002", NULL, dated_otherwise_before_the_notice, only_the_second_recheck),
    RAISED("SET-004", "recheck-report", report_alone, report_and_record),
    RAISED("SET-004", "recheck-report", report_and_the_second_recheck, both_rechecks),
    RAISED("SET-004", "recheck-report", report_alone, report_and_a_scan_of_no_name),
    RAISED("SET-004", "recheck-report", report_alone, report_and_a_paper_of_the_recheck),
    RAISED("SET-004", "recheck-report", report_alone, report_and_a_record_without_a_date),
    RAISED("SET-004", "recheck-report", report_and_a_scan_named_as_a_report, report_and_a_paper_of_the_recheck),
    RAISED("SET-005", "recheck-scan", only_a_scanned_record, a_scan_named_for_the_recheck),
    RAISED("SET-005", "recheck-scan", second_recheck_and_a_scanned_record, second_recheck_and_a_scan),
    RAISED("SET-005", "recheck-scan", second_recheck_and_a_scanned_record, both_rechecks_and_a_scanned_record),
    RAISED("SET-005", "recheck-scan", a_scan_and_photographs_of_the_recheck, a_scan_and_photographs_with_a_record),
    RAISED("SET-005", "recheck-scan", only_a_scanned_record, two_scanned_records),
    RAISED("SET-005", "recheck-scan", only_a_scanned_record, a_scan_and_a_read_record),
    RAISED("SET-005", "recheck-scan", only_a_scanned_record, a_scan_and_one_of_no_name),
};

int main(void)
{
    return finding_cases_run("recheck", cases, G_N_ELEMENTS(cases));
}
