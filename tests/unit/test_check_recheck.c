/* SET-004 and 005: a daily penalty without a record of the recheck on which it rests, beside one of a later recheck or a
 * report on samples. */
#include "findingcases.h"

#define FOLDER "案卷/按日1/"
#define DAILY FOLDER "按日决定书.docx"

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
static void a_scan_and_one_of_no_name(Submitted *s)
{
    only_a_scanned_record(s);
    put_scan(s, FOLDER "IMG_001.jpg", "some page", NULL, NULL);
}

static const FindingCase cases[] = {
    RAISED("SET-004", "recheck", only_the_second_recheck, on_the_day_of_the_notice),
    RAISED("SET-004", "recheck", only_the_second_recheck, second_recheck_named_too),
    RAISED("SET-004", "recheck", only_the_second_recheck, both_rechecks),
    RAISED("SET-004", "recheck", only_the_second_recheck, recheck_not_named),
    RAISED("SET-004", "recheck", second_recheck_and_its_scan, second_recheck_and_a_scan),
    RAISED("SET-004", "recheck", only_the_second_recheck, report_and_the_second_recheck),
    RAISED("EXT-002", NULL, dated_otherwise_before_the_notice, only_the_second_recheck),
    RAISED("SET-004", "recheck-report", report_alone, report_and_record),
    RAISED("SET-004", "recheck-report", report_and_the_second_recheck, both_rechecks),
    RAISED("SET-004", "recheck-report", report_alone, report_and_a_scan_of_no_name),
    RAISED("SET-004", "recheck-report", report_alone, report_and_a_paper_of_the_recheck),
    RAISED("SET-004", "recheck-report", report_alone, report_and_a_record_without_a_date),
    RAISED("SET-004", "recheck-report", report_and_a_scan_named_as_a_report, report_and_a_paper_of_the_recheck),
    RAISED("SET-005", "recheck-scan", only_a_scanned_record, a_scan_named_for_the_recheck),
    RAISED("SET-005", "recheck-scan", only_a_scanned_record, two_scanned_records),
    RAISED("SET-005", "recheck-scan", only_a_scanned_record, a_scan_and_a_read_record),
    RAISED("SET-005", "recheck-scan", only_a_scanned_record, a_scan_and_one_of_no_name),
};

int main(void)
{
    return finding_cases_run("recheck", cases, G_N_ELEMENTS(cases));
}
