/* LAW-023: an application to the court without the signature of the head of the bureau; REF-007: one that names no
 * court. */
#include "findingcases.h"

#define APPLICATION "案卷/强制执行1/申请书.docx"

/* Its text ends with the bureau's name and the date, by which there is FIELD (NULL: nothing). */
static void application_with(Submitted *s, const char *field)
{
    Field *date = the_field(s, APPLICATION, "application-date");
    g_free(date->rule);
    date->rule = g_strdup("signature-line");
    if (field)
        set_field(s, APPLICATION, field, "负责人（签名）");
}
static void application_without_a_name(Submitted *s) { application_with(s, NULL); }
static void application_left_blank(Submitted *s) { application_with(s, "head-blank"); }
static void application_signed(Submitted *s) { application_with(s, "head-signed"); }
static void application_with_the_head(Submitted *s) { application_with(s, "head-named"); }
static void application_blank_and_signed(Submitted *s)
{
    application_left_blank(s);
    set_field(s, APPLICATION, "head-signed", "夏例勤");
}
static void application_scanned(Submitted *s, const char *name, const char *named, const char *number)
{
    application_left_blank(s);
    g_autofree char *path = g_strconcat("案卷/强制执行1/", name, NULL);
    put_scan(s, path, "application", named, number);
}
static void application_with_its_scan(Submitted *s) { application_scanned(s, "申请书.jpg", "enforcement-application", NULL); }
static void application_with_some_scan(Submitted *s) { application_scanned(s, "14.jpg", NULL, NULL); }
static void application_with_a_scan_of_the_demand(Submitted *s) { application_scanned(s, "催告书.jpg", "demand", NULL); }
static void application_as_evidence(Submitted *s)
{
    application_left_blank(s);
    put_scan(s, "案件证据/申请书.pdf", "application", NULL, "沅环罚申字〔2016〕1号");
}
static void application_dated_above(Submitted *s) { set_field(s, APPLICATION, "head-blank", "负责人（签名）"); }

static void titled(Submitted *s, const char *title)
{
    Document *application = the_document(s, APPLICATION);
    g_free(application->title);
    application->title = g_strdup(title);
}
static void to_no_court(Submitted *s) { titled(s, "行政处罚强制执行申请书"); }
static void to_a_court(Submitted *s)
{
    to_no_court(s);
    set_field(s, APPLICATION, "court", "沅陵县人民法院");
}
static void to_a_court_in_other_words(Submitted *s)
{
    to_no_court(s);
    set_field(s, APPLICATION, "court-told", "特向贵院");
}
static void to_a_court_by_another_paper(Submitted *s)
{
    to_no_court(s);
    put_document(s, "案卷/强制执行1/申请函.docx", "enforcement-application", "court-told", "沅陵县人民法院", NULL);
}
static void form_of_an_application(Submitted *s) { titled(s, "强制执行申请审批表"); }
static void application_in_parts(Submitted *s)
{
    to_no_court(s);
    drop_field(s, APPLICATION, "application-date");
}
static void application_read_in_part(Submitted *s)
{
    to_no_court(s);
    UnreadPart *part = record_add(the_file(s, APPLICATION)->unread, &unread_part_type);
    *part = (UnreadPart){g_strdup("header"), g_strdup("word/header1.xml"), g_strdup("damaged")};
}

static const FindingCase cases[] = {
    RAISED("REF-007", "no-court", to_no_court, to_a_court),
    RAISED("REF-007", "no-court", to_no_court, to_a_court_in_other_words),
    RAISED("REF-007", "no-court", to_no_court, to_a_court_by_another_paper),
    RAISED("REF-007", "no-court", to_no_court, form_of_an_application),
    RAISED("REF-007", "no-court", to_no_court, application_in_parts),
    RAISED("REF-007", "no-court", to_no_court, application_read_in_part),
    RAISED("LAW-023", NULL, application_without_a_name, application_left_blank),
    RAISED("LAW-023", NULL, application_without_a_name, application_with_the_head),
    RAISED("LAW-023", "blank", application_left_blank, application_signed),
    RAISED("LAW-023", "blank", application_left_blank, application_blank_and_signed),
    RAISED("LAW-023", "blank", application_with_a_scan_of_the_demand, application_with_its_scan),
    RAISED("LAW-023", "blank", application_with_a_scan_of_the_demand, application_with_some_scan),
    RAISED("LAW-023", "blank", application_left_blank, application_as_evidence),
    RAISED("LAW-023", "blank", application_left_blank, application_dated_above),
};

int main(void)
{
    return finding_cases_run("application", cases, G_N_ELEMENTS(cases));
}
