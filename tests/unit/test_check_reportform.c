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

static const FindingCase cases[] = {
    RAISED("SET-005", "report-form", form_only, form_of_an_investigation),
    RAISED("SET-005", "report-form", form_only, form_that_tells_what_was_found),
    RAISED("SET-005", "report-form", form_only, form_beside_a_report),
    RAISED("SET-005", "report-form", form_only, form_beside_a_scan),
    RAISED("SET-005", "report-form", form_only, form_beside_an_unnamed_scan),
};

int main(void)
{
    return finding_cases_run("reportform", cases, G_N_ELEMENTS(cases));
}
