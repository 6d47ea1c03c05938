/* SET-005, report-form: the heads' form in place of the investigation report. */
#include "findingcases.h"

#define TRANSFER "案卷/拘留1/"
#define REPORT TRANSFER "报告.docx"

static void only_title(Submitted *s, const char *title)
{
    Document *report = the_document(s, REPORT);
    g_free(report->title);
    report->title = g_strdup(title);
}
static void form_only(Submitted *s) { only_title(s, "案件处理内部审批表"); }
static void form_of_an_investigation(Submitted *s) { only_title(s, "案件调查终结内部审批表"); }
static void form_that_tells_what_was_found(Submitted *s)
{
    form_only(s);
    set_field(s, REPORT, "facts", "私设暗管排放废水");
}
static void form_beside_a_report(Submitted *s)
{
    form_only(s);
    put_document(s, TRANSFER "报告二.docx", "investigation-report", NULL);
}
static void form_beside_a_scan(Submitted *s)
{
    form_only(s);
    put_scan(s, TRANSFER "案件调查报告.jpg", "report", "investigation-report", NULL);
}
static void form_beside_an_unnamed_scan(Submitted *s)
{
    form_only(s);
    put_scan(s, TRANSFER "扫描001.jpg", "unnamed", NULL, NULL);
}


/* ---- a penalty ---- */

#define PENALTY "案卷/行政处罚1/"
static void titled(Submitted *s, const char *title)
{
    Document *report = the_document(s, PENALTY "调查报告.docx");
    g_free(report->title);
    report->title = g_strdup(title);
    drop_field(s, PENALTY "调查报告.docx", "facts");
}
static void penalty_with_the_form_only(Submitted *s) { titled(s, "案件处理内部审批表"); }
static void penalty_with_a_report(Submitted *s) { titled(s, "案件调查报告"); }
static void penalty_with_a_form_that_tells(Submitted *s)
{
    penalty_with_the_form_only(s);
    set_field(s, PENALTY "调查报告.docx", "facts", "超标排放废水");
}
static void penalty_with_both(Submitted *s)
{
    penalty_with_the_form_only(s);
    put_document(s, PENALTY "报告二.docx", "investigation-report", NULL);
}

static const FindingCase cases[] = {
    RAISED("SET-005", "report-form", form_only, form_of_an_investigation),
    RAISED("SET-005", "report-form", form_only, form_that_tells_what_was_found),
    RAISED("SET-005", "report-form", form_only, form_beside_a_report),
    RAISED("SET-005", "report-form", form_only, form_beside_a_scan),
    RAISED("SET-005", "report-form", form_only, form_beside_an_unnamed_scan),
    RAISED("SET-005", "report-form", penalty_with_the_form_only, penalty_with_a_report),
    RAISED("SET-005", "report-form", penalty_with_the_form_only, penalty_with_a_form_that_tells),
    RAISED("SET-005", "report-form", penalty_with_the_form_only, penalty_with_both),
};

int main(void)
{
    return finding_cases_run("reportform", cases, G_N_ELEMENTS(cases));
}
