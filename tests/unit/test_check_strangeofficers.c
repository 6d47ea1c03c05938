/* EXT-002, officers: the record of an interview by officers whom no other paper of the case knows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define RECORD PENALTY "询问笔录.docx"
#define REPORT PENALTY "调查报告.docx"

/* The clean file's record of the place has 向例明 and 舒例川. */
static Document *interviewed(Submitted *s, const char *one, const char *number, const char *other)
{
    Document *record = put_document(s, RECORD, "interview-record", "document-date", "2016-09-05", NULL);
    put_officer(record, one, number);
    put_officer(record, other, NULL);
    return record;
}
static void reported(Submitted *s, const char *one, const char *other)
{
    put_officer(the_document(s, REPORT), one, NULL);
    put_officer(the_document(s, REPORT), other, NULL);
}
static void by_others(Submitted *s)
{
    reported(s, "向例明", "舒例川");
    interviewed(s, "覃例和", "43122207", "石例安");
}
static void by_one_of_them(Submitted *s)
{
    reported(s, "向例明", "舒例川");
    interviewed(s, "覃例和", "43122207", "舒例川");
}
static void by_a_number_of_them(Submitted *s) /* misspelt */
{
    reported(s, "向例明", "舒例川");
    interviewed(s, "问例明", "43122201", "石例安");
}
static void reported_too(Submitted *s)
{
    reported(s, "覃例和", "石例安");
    interviewed(s, "覃例和", "43122207", "石例安");
}
static void reported_by_a_third_team(Submitted *s)
{
    reported(s, "滕例平", "粟例元");
    interviewed(s, "覃例和", "43122207", "石例安");
}
static void one_paper_beside(Submitted *s)
{
    interviewed(s, "覃例和", "43122207", "石例安");
}
static void known_from_a_form(Submitted *s)
{
    by_others(s);
    put_officer(the_document(s, PENALTY "立案.docx"), "石例安", NULL);
}
static void in_a_daily_file(Submitted *s)
{
    static const char *const papers[] = {"案卷/按日1/复查笔录.docx", "案卷/按日1/报告.docx"};
    Document *report = put_document(s, papers[1], "investigation-report", NULL);
    put_officer(report, "向例明", NULL);
    Document *record = put_document(s, "案卷/按日1/询问笔录.docx", "interview-record", NULL);
    put_officer(record, "覃例和", "43122207");
    put_officer(record, "石例安", NULL);
}

static void the_case_they_act_in_is_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    by_others(s);
    expect_param(submitted_told(s, "EXT-002", "officers"), "elsewhere", NULL);
    Document *record = the_document(s, "案卷/行政处罚2/检查笔录.docx");
    put_officer(record, "覃例和", NULL);
    put_officer(record, "石例安", NULL);
    const Finding *finding = submitted_told(s, "EXT-002", "officers");
    assert_string_equal(finding->file, RECORD);
    expect_param(finding, "elsewhere", "行政处罚2");
    expect_param(finding, "names", "覃例和\n石例安");
    expect_param(finding, "officers", "向例明\n舒例川");
    g_autofree char *sentence = catalogue_sentence(s->catalogue, finding);
    if (!strstr(sentence, "调查询问笔录的执法人员覃例和、石例安在本案其他文书中都没有出现，是办理案卷“行政处罚2”的；其他文书写的是向例明、舒例川（检查笔录.docx"))
        fail_msg("%s", sentence);
    submitted_free(s);
}

int main(void)
{
    static const FindingCase cases[] = {
        RAISED("EXT-002", "officers", by_others, by_one_of_them),    RAISED("EXT-002", "officers", by_others, by_a_number_of_them),
        RAISED("EXT-002", "officers", by_others, reported_too),      RAISED("EXT-002", "officers", by_others, reported_by_a_third_team),
        RAISED("EXT-002", "officers", by_others, one_paper_beside),  RAISED("EXT-002", "officers", by_others, known_from_a_form),
        RAISED("EXT-002", "officers", by_others, in_a_daily_file)};
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_case_they_act_in_is_named)};
    return finding_cases_run("officers of an interview", cases, G_N_ELEMENTS(cases)) ||
           cmocka_run_group_tests_name("their case", tests, NULL, NULL);
}
