/* EXT-005, no-time: an interview that tells of no time. */
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define TALK PENALTY "询问.docx"

/* An interview by two officers that tells of no time, and such that do. */
static void talk_without_time(Submitted *s)
{
    put_officer(put_document(s, TALK, "interview-record", "introduced", "过目", NULL), "范例先", "湘N0001");
}
static void talk_with_blank_time(Submitted *s)
{
    talk_without_time(s);
    set_field(s, TALK, "record-begin", "年 月 日 时");
    set_field(s, TALK, "record-time-blank", "询问时间：");
}
static void talk_with(Submitted *s, const char *field, const char *value)
{
    talk_without_time(s);
    set_field(s, TALK, field, value);
}
static void talk_with_its_day(Submitted *s) { talk_with(s, "record-begin", "2016年9月9日"); }
static void talk_with_an_hour(Submitted *s) { talk_with(s, "hour-told", "9时"); }
static void talk_that_tells_of_its_day(Submitted *s) { talk_with(s, "inspection-dates", "2016-09-09"); }
static void talk_not_introduced(Submitted *s)
{
    talk_without_time(s);
    drop_field(s, TALK, "introduced");
}
static void talk_of_a_time_scanned(Submitted *s)
{
    talk_without_time(s);
    put_scan(s, PENALTY "询问笔录.jpg", "talk", "interview-record", NULL);
}
static void talk_whose_head_was_not_read(Submitted *s) { put_document(s, TALK, "interview-record", "introduced", "过目", NULL); }

static const FindingCase cases[] = {
    RAISED("EXT-005", "no-time", talk_without_time, talk_with_its_day),
    RAISED("EXT-005", "no-time", talk_with_blank_time, talk_with_its_day),
    RAISED("EXT-005", "no-time", talk_without_time, talk_with_an_hour),
    RAISED("EXT-005", "no-time", talk_without_time, talk_that_tells_of_its_day),
    RAISED("EXT-005", "no-time", talk_without_time, talk_not_introduced),
    RAISED("EXT-005", "no-time", talk_without_time, talk_of_a_time_scanned),
    RAISED("EXT-005", "no-time", talk_without_time, talk_whose_head_was_not_read),
};

int main(void)
{
    return finding_cases_run("times of records", cases, G_N_ELEMENTS(cases));
}
