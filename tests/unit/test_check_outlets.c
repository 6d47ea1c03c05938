/* EXT-002 outlet: the stack that was measured and that of the decision. */
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"

static void measured_at(Submitted *s, const char *decided, const char *measured)
{
    set_field(s, PENALTY "决定书.docx", "outlet", decided);
    put_document(s, PENALTY "监测报告.docx", "monitoring-report", "outlet", measured, NULL);
}
static void another_stack_measured(Submitted *s) { measured_at(s, "1号窑炉排气筒", "2号窑炉排气筒"); }
static void another_stack_measured_and_written_otherwise(Submitted *s) { measured_at(s, "1号窑炉排气筒", "2#窑炉排气筒"); }
static void the_stack_measured(Submitted *s) { measured_at(s, "1号窑炉排气筒", "1#窑炉排气筒"); }
static void a_stack_of_another_name_measured(Submitted *s) { measured_at(s, "1号窑炉排气筒", "2号炉排气筒"); }
static void both_stacks_measured(Submitted *s)
{
    another_stack_measured(s);
    add_field(the_document(s, PENALTY "监测报告.docx"), "outlet", "1号窑炉排气筒");
}
static void measured_in_another_report(Submitted *s)
{
    another_stack_measured(s);
    put_document(s, PENALTY "监测报告2.docx", "monitoring-report", NULL);
}
static void other_reports_are_scans(Submitted *s)
{
    another_stack_measured(s);
    put_scan(s, PENALTY "监测报告1.pdf", "one", "monitoring-report", NULL);
    put_scan(s, PENALTY "监测报告2.pdf", "two", "monitoring-report", NULL);
}

/* A letter about the outlet of a workshop. */
static void points(Submitted *s, const char *letter, const char *measured)
{
    set_field(s, "案卷/犯罪1/移送书.docx", "discharge-point", letter);
    set_field(s, "案卷/犯罪1/监测报告.docx", "discharge-point", measured);
}
static void the_works_measured(Submitted *s) { points(s, "电镀车间排放口", "厂区总排口"); }
static void the_workshop_measured(Submitted *s) { points(s, "电镀车间排放口", "镀铬车间排口"); }
static void both_measured(Submitted *s)
{
    the_works_measured(s);
    add_field(the_document(s, "案卷/犯罪1/监测报告.docx"), "discharge-point", "车间");
}
static void both_in_the_letter(Submitted *s)
{
    the_works_measured(s);
    add_field(the_document(s, "案卷/犯罪1/移送书.docx"), "discharge-point", "总排口");
}
static void another_report_tells_no_point(Submitted *s)
{
    the_works_measured(s);
    put_document(s, "案卷/犯罪1/监测报告2.docx", "monitoring-report", NULL);
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "outlet", the_works_measured, the_workshop_measured),
    RAISED("EXT-002", "outlet", the_works_measured, both_measured),
    RAISED("EXT-002", "outlet", the_works_measured, both_in_the_letter),
    RAISED("EXT-002", "outlet", the_works_measured, another_report_tells_no_point),
    RAISED("EXT-002", "outlet", another_stack_measured, the_stack_measured),
    RAISED("EXT-002", "outlet", another_stack_measured_and_written_otherwise, a_stack_of_another_name_measured),
    RAISED("EXT-002", "outlet", another_stack_measured, both_stacks_measured),
    RAISED("EXT-002", "outlet", another_stack_measured, measured_in_another_report),
    RAISED("EXT-002", "outlet", another_stack_measured, other_reports_are_scans),
};

int main(void)
{
    return finding_cases_run("outlets", cases, G_N_ELEMENTS(cases));
}
