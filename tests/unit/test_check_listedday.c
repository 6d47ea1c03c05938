/* EXT-002, listed-day: the day of the record that a decision lists and that of the inspection that it tells. */
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define DECISION PENALTY "决定书.docx"

static void tell_inspection(Submitted *s, const char *path, const char *day, const char *place)
{
    Field *field = add_field(the_document(s, path), "inspection-dates", day);
    g_free(field->place);
    field->place = g_strdup(place);
}

/* The record is a scan; the decision tells of 5 September at P8 and lists, at P9, what LISTED is. */
static void decision_lists(Submitted *s, const char *listed, const char *day)
{
    static const char *const tellers[] = {"立案", "调查报告", "告知书"};
    drop_files(s, PENALTY "检查笔录.docx");
    put_scan(s, PENALTY "现场检查笔录.jpg", "inspection scan", "inspection-record", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tellers); i++) {
        g_autofree char *path = g_strdup_printf(PENALTY "%s.docx", tellers[i]);
        set_field(s, path, "inspection-dates", "2016-09-05");
    }
    drop_field(s, DECISION, "inspection-dates");
    tell_inspection(s, DECISION, "2016-09-05", "P8");
    tell_inspection(s, DECISION, day, "P9");
    Field *list = add_field(the_document(s, DECISION), "inspection-listed", listed);
    g_free(list->place);
    list->place = g_strdup("P9");
}
static void record_of_another_day(Submitted *s) { decision_lists(s, "2016年9月1日《现场检查笔录》", "2016-09-01"); }
static void record_of_that_day(Submitted *s) { decision_lists(s, "2016年9月5日《现场检查笔录》", "2016-09-05"); }
static void two_inspections_told(Submitted *s)
{
    record_of_another_day(s);
    tell_inspection(s, DECISION, "2016-09-01", "P7");
}
static void told_by_another_paper(Submitted *s)
{
    record_of_another_day(s);
    tell_inspection(s, PENALTY "调查报告.docx", "2016-09-01", "P5");
}
static void two_records(Submitted *s)
{
    record_of_another_day(s);
    put_scan(s, PENALTY "现场检查笔录2.jpg", "another inspection scan", "inspection-record", NULL);
}
static void no_other_paper_tells(Submitted *s)
{
    record_of_another_day(s);
    drop_field(s, PENALTY "立案.docx", "inspection-dates");
    drop_field(s, PENALTY "调查报告.docx", "inspection-dates");
}

/* ---- the record, of 5 September, was read ---- */

static void listed_as(Submitted *s, const char *path, const char *listed)
{
    drop_files(s, PENALTY "证据.zip");
    set_field(s, PENALTY "检查笔录.docx", "inspection-dates", "2016-09-05");
    Field *list = add_field(the_document(s, path), "inspection-listed", listed);
    g_free(list->place);
    list->place = g_strdup("P9");
}
static void lists_another_day(Submitted *s) { listed_as(s, DECISION, "2016年9月9日《现场检查笔录》"); }
static void lists_the_day(Submitted *s) { listed_as(s, DECISION, "2016年9月5日《现场检查笔录》"); }
static void lists_no_day(Submitted *s) { listed_as(s, DECISION, "《现场检查笔录》"); }
static void order_lists_another_day(Submitted *s) { listed_as(s, PENALTY "责改.docx", "2016年9月9日《现场检查笔录》"); }
static void order_lists_the_day(Submitted *s) { listed_as(s, PENALTY "责改.docx", "2016年9月5日《现场检查笔录》"); }
static void another_record_is_scanned(Submitted *s)
{
    lists_another_day(s);
    put_scan(s, PENALTY "现场检查笔录2.jpg", "another inspection scan", "inspection-record", NULL);
}
static void record_went_on_after_midnight(Submitted *s)
{
    listed_as(s, DECISION, "2016年9月6日《现场检查笔录》");
    set_field(s, PENALTY "检查笔录.docx", "record-time", "2016年9月5日22时至次日1时");
    quote_field(the_field(s, PENALTY "检查笔录.docx", "record-time"), "2016年9月5日22时至次日1时");
}
static void lists_the_day_after(Submitted *s) { listed_as(s, DECISION, "2016年9月6日《现场检查笔录》"); }

static const FindingCase cases[] = {
    RAISED("EXT-002", "listed-record", lists_another_day, lists_the_day),
    RAISED("EXT-002", "listed-record", lists_another_day, lists_no_day),
    RAISED("EXT-002", "listed-record", order_lists_another_day, order_lists_the_day),
    RAISED("EXT-002", "listed-record", lists_another_day, another_record_is_scanned),
    RAISED("EXT-002", "listed-record", lists_the_day_after, record_went_on_after_midnight),
    RAISED("EXT-002", "listed-day", record_of_another_day, record_of_that_day),
    RAISED("EXT-002", "listed-day", record_of_another_day, two_inspections_told),
    RAISED("EXT-002", "listed-day", record_of_another_day, told_by_another_paper),
    RAISED("EXT-002", "listed-day", record_of_another_day, two_records),
    RAISED("EXT-002", "listed-day", record_of_another_day, no_other_paper_tells),
};

int main(void)
{
    return finding_cases_run("days of listed records", cases, G_N_ELEMENTS(cases));
}
