/* LAW-011, 012 and 014: how many officers and under which numbers, whom a hearing was offered. */
#include "findingcases.h"

static void propose(Submitted *s, const char *fine)
{
    set_field(s, "案卷/行政处罚1/告知书.docx", "proposed-fine-yuan", fine);
}
/* The notice of 行政处罚1 proposes a fine of YUAN. */
static Document *notice_of(Submitted *s, const char *yuan)
{
    propose(s, yuan);
    return the_document(s, "案卷/行政处罚1/告知书.docx");
}
static void large_without_hearing(Submitted *s) { notice_of(s, "50000"); }
static void below_without_hearing(Submitted *s) { notice_of(s, "49999.99"); }
static void large_with_hearing(Submitted *s) { add_field(notice_of(s, "50000"), "hearing", "有权要求举行听证"); }
static void second_notice(Submitted *s, const char *yuan)
{
    large_without_hearing(s);
    put_document(s, "案卷/行政处罚1/听证告知书.docx", "penalty-notice", "hearing", "可以要求听证",
                 yuan ? "proposed-fine-yuan" : NULL, yuan, NULL);
}
static void large_with_a_second_notice(Submitted *s) { second_notice(s, "50000.00"); }
static void large_with_a_plain_second_notice(Submitted *s) { second_notice(s, NULL); }
static void large_with_the_notice_of_another_fine(Submitted *s) { second_notice(s, "650000"); }
static void large_with_a_scanned_notice(Submitted *s)
{
    large_without_hearing(s);
    put_scan(s, "案卷/行政处罚1/听证告知书.jpg", "notice", "penalty-notice", NULL);
}
/* The original of the notice that was read says no more than that. */
static void large_with_the_scan_of_that_notice(Submitted *s)
{
    large_without_hearing(s);
    put_scan(s, "案卷/行政处罚1/告知书.jpg", "notice", "penalty-notice", "沅环罚告字〔2016〕1号");
    put_scan(s, "案卷/行政处罚1/事先告知书第2页.jpg", "page", "penalty-notice", NULL);
}
static void large_with_the_scan_of_a_combined_notice(Submitted *s)
{
    g_free(notice_of(s, "50000")->title);
    the_document(s, "案卷/行政处罚1/告知书.docx")->title = g_strdup("行政处罚事先（听证）告知书");
    put_scan(s, "案卷/行政处罚1/事先（听证）告知书.jpg", "notice", "penalty-notice", NULL);
}
static void large_with_the_scan_of_another_number(Submitted *s)
{
    large_without_hearing(s);
    put_scan(s, "案卷/行政处罚1/告知书.jpg", "notice", "penalty-notice", "沅环听告字〔2016〕1号");
}
static void fine_a_person(Submitted *s, const char *yuan)
{
    notice_of(s, yuan);
    set_field(s, "案卷/行政处罚1/告知书.docx", "party", "吕大强");
    drop_field(s, "案卷/行政处罚1/告知书.docx", "legal-rep");
}
static void person_without_hearing(Submitted *s) { fine_a_person(s, "5000"); }
static void small_fine_of_a_person(Submitted *s) { fine_a_person(s, "4999.99"); }
static void as_much_for_a_firm(Submitted *s) { notice_of(s, "49999"); }
static void as_much_for_a_shop(Submitted *s)
{
    person_without_hearing(s);
    set_field(s, "案卷/行政处罚1/告知书.docx", "party", "老吕店");
}
static void as_much_for_one_with_a_licence(Submitted *s)
{
    person_without_hearing(s);
    set_field(s, "案卷/行政处罚1/告知书.docx", "registration-number", "431222600012345");
}
static void person_with_hearing(Submitted *s)
{
    person_without_hearing(s);
    set_field(s, "案卷/行政处罚1/告知书.docx", "hearing", "有权要求举行听证");
}
static void large_with_a_hearing(Submitted *s)
{
    large_without_hearing(s);
    put_document(s, "案卷/行政处罚1/听证笔录.docx", "hearing-record", NULL);
}
static void drop_officer(Submitted *s, const char *path)
{
    GPtrArray *officers = the_document(s, path)->investigators;
    record_free(&investigator_type, officers->pdata[1]);
    g_ptr_array_remove_index(officers, 1);
}
static void one_officer(Submitted *s) { drop_officer(s, "案卷/行政处罚1/检查笔录.docx"); }
static void one_officer_in_the_report(Submitted *s)
{
    put_officer(the_document(s, "案卷/行政处罚1/调查报告.docx"), "向例明", "43122201");
}
static void no_officers(Submitted *s)
{
    record_list_clear(the_document(s, "案卷/行政处罚1/检查笔录.docx")->investigators, &investigator_type);
}
static void officers_only_in_the_report(Submitted *s)
{
    no_officers(s);
    one_officer_in_the_report(s);
    put_officer(the_document(s, "案卷/行政处罚1/调查报告.docx"), "舒例川", "43122203");
}
static void no_certificate(Submitted *s)
{
    Investigator *officer = the_document(s, "案卷/行政处罚1/检查笔录.docx")->investigators->pdata[0];
    g_clear_pointer(&officer->certificate, g_free);
}
/* The second officer is given the number of the first, as in 向例明、舒例川，执法证号为43122201. */
static void number_of_another(Submitted *s)
{
    Investigator *officer = the_document(s, "案卷/行政处罚1/检查笔录.docx")->investigators->pdata[1];
    g_free(officer->certificate);
    officer->certificate = g_strdup("43122201");
}
static void number_of_another_once(Submitted *s)
{
    put_officer(the_document(s, "案卷/行政处罚1/检查笔录.docx"), "舒例川", "43122201"); /* beside the own one */
}
/* The second name of the inspection record is that of the recorder, without a number. */
static void second_is_the_recorder(Submitted *s)
{
    Investigator *officer = the_document(s, "案卷/行政处罚1/检查笔录.docx")->investigators->pdata[1];
    officer->recorder = true;
    g_clear_pointer(&officer->certificate, g_free);
}
static void recorder_with_a_number(Submitted *s)
{
    ((Investigator *)the_document(s, "案卷/行政处罚1/检查笔录.docx")->investigators->pdata[1])->recorder = true;
}
static void recorder_with_a_number_in_the_report(Submitted *s)
{
    second_is_the_recorder(s);
    put_officer(the_document(s, "案卷/行政处罚1/调查报告.docx"), "舒例川", "43122203");
    ((Investigator *)the_document(s, "案卷/行政处罚1/调查报告.docx")->investigators->pdata[0])->recorder = true;
}
static void recorder_named_as_investigator(Submitted *s)
{
    second_is_the_recorder(s);
    put_officer(the_document(s, "案卷/行政处罚1/立案.docx"), "舒例川", NULL);
}
static void recorder_named_as_recorder_again(Submitted *s)
{
    recorder_named_as_investigator(s);
    ((Investigator *)the_document(s, "案卷/行政处罚1/立案.docx")->investigators->pdata[0])->recorder = true;
}
static void recorder_beside_two(Submitted *s)
{
    put_officer(the_document(s, "案卷/行政处罚1/检查笔录.docx"), "覃例和", NULL);
    ((Investigator *)the_document(s, "案卷/行政处罚1/检查笔录.docx")->investigators->pdata[2])->recorder = true;
}
static void certificate_elsewhere(Submitted *s)
{
    no_certificate(s);
    one_officer_in_the_report(s);
}
/* The inspection record names nobody; the report names two, and no paper their numbers. */
static void numbers_nowhere(Submitted *s)
{
    no_officers(s);
    put_officer(the_document(s, "案卷/行政处罚1/调查报告.docx"), "向例明", NULL);
    put_officer(the_document(s, "案卷/行政处罚1/调查报告.docx"), "舒例川", NULL);
}
static void numbers_in_a_letter(Submitted *s)
{
    numbers_nowhere(s);
    put_document(s, "案卷/行政处罚1/移送书.docx", "other", NULL);
    put_officer(the_document(s, "案卷/行政处罚1/移送书.docx"), "向例明", "43122201");
    put_officer(the_document(s, "案卷/行政处罚1/移送书.docx"), "舒例川", "43122203");
}
static void numbers_nowhere_and_a_scanned_record(Submitted *s)
{
    numbers_nowhere(s);
    put_scan(s, "案卷/行政处罚1/询问笔录（二）.jpg", "record", "interview-record", NULL);
}
/* A scan of another paper tells no officer's number. */
static void numbers_nowhere_and_a_scanned_notice(Submitted *s)
{
    numbers_nowhere(s);
    put_scan(s, "案卷/行政处罚1/告知书.jpg", "notice", "penalty-notice", NULL);
}
/* The record that was read names one without a number: the scan of another changes nothing. */
static void no_certificate_and_a_scanned_record(Submitted *s)
{
    no_certificate(s);
    put_scan(s, "案卷/行政处罚1/询问笔录（二）.jpg", "record", "interview-record", NULL);
}

/* ---- a report that names one ---- */

#define LONE_REPORT "案卷/拘留1/报告.docx"

static Field *lone(Submitted *s, const char *name, const char *rule)
{
    Field *field = add_field(the_document(s, LONE_REPORT), "lone-officer", name);
    g_free(field->rule);
    field->rule = g_strdup(rule);
    return field;
}
static void report_names_one(Submitted *s) { lone(s, "向例明", "lone-officer-cell"); }
static void report_names_one_twice(Submitted *s)
{
    report_names_one(s);
    lone(s, "向例明", "lone-officer-told");
    put_officer(the_document(s, LONE_REPORT), "向例明", "43122201");
}
static void report_names_one_here_and_two_there(Submitted *s)
{
    report_names_one(s);
    put_officer(the_document(s, LONE_REPORT), "向例明", "43122201");
    put_officer(the_document(s, LONE_REPORT), "舒例川", "43122203");
}
static void report_names_one_here_and_another_there(Submitted *s)
{
    report_names_one(s);
    lone(s, "舒例川", "lone-officer-told");
}
static void report_tells_of_one(Submitted *s) { lone(s, "向例明", "lone-officer-told"); }
static void report_tells_of_a_stranger(Submitted *s) { lone(s, "成立调", "lone-officer-told"); }
static void report_with_one_who_handled_it(Submitted *s)
{
    put_officer(the_document(s, LONE_REPORT), "向例明", "43122201"); /* 承办人：向例明 */
}
static void report_and_record_name_one(Submitted *s)
{
    report_names_one(s);
    drop_officer(s, "案卷/拘留1/检查笔录.docx"); /* which is told of the record */
}

/* ---- a report that gives the number of one officer and not of the other ---- */

static void report_names(Submitted *s, const char *number, const char *other_number)
{
    Document *report = the_document(s, "案卷/行政处罚1/调查报告.docx");
    record_list_clear(report->investigators, &investigator_type);
    put_officer(report, "向例明", number);
    put_officer(report, "舒例川", other_number);
}
static void one_number_in_the_report(Submitted *s) { report_names(s, "43122201", ""); }
static void no_number_in_the_report(Submitted *s) { report_names(s, "", ""); }
static void both_numbers_in_the_report(Submitted *s) { report_names(s, "43122201", "43122203"); }

/* ---- numbers left blank in papers that LAW-012 does not ask ---- */

static void number_blank_in_the_filing(Submitted *s) { set_field(s, "案卷/行政处罚1/立案.docx", "certificate-blank", "执法证号：____"); }
static void number_blank_beside_officers_without_one(Submitted *s)
{
    no_certificate(s);
    number_blank_in_the_filing(s);
}

static const FindingCase cases[] = {
    RAISED("LAW-011", "report", report_names_one, report_names_one_here_and_two_there),
    RAISED("LAW-011", "report", report_names_one, report_names_one_here_and_another_there),
    RAISED("LAW-011", "report", report_names_one_twice, report_with_one_who_handled_it),
    RAISED("LAW-011", "report", report_tells_of_one, report_tells_of_a_stranger),
    RAISED("LAW-011", "report", report_names_one, report_and_record_name_one),
    RAISED("LAW-011", NULL, one_officer, one_officer_in_the_report),
    RAISED("LAW-011", NULL, no_officers, officers_only_in_the_report),
    RAISED("LAW-014", NULL, large_without_hearing, below_without_hearing),
    RAISED("LAW-014", NULL, large_without_hearing, large_with_hearing),
    RAISED("LAW-014", NULL, large_with_the_notice_of_another_fine, large_with_a_second_notice),
    RAISED("LAW-014", NULL, large_without_hearing, large_with_a_plain_second_notice),
    RAISED("LAW-014", NULL, large_without_hearing, large_with_a_scanned_notice),
    RAISED("LAW-014", NULL, large_without_hearing, large_with_a_hearing),
    RAISED("LAW-014", NULL, large_with_the_scan_of_that_notice, large_with_the_scan_of_another_number),
    RAISED("LAW-014", NULL, large_with_the_scan_of_a_combined_notice, large_with_a_scanned_notice),
    RAISED("LAW-014", "person", person_without_hearing, small_fine_of_a_person),
    RAISED("LAW-014", "person", person_without_hearing, as_much_for_a_firm),
    RAISED("LAW-014", "person", person_without_hearing, as_much_for_a_shop),
    RAISED("LAW-014", "person", person_without_hearing, as_much_for_one_with_a_licence),
    RAISED("LAW-014", "person", person_without_hearing, person_with_hearing),
    RAISED("LAW-012", NULL, no_certificate, certificate_elsewhere),
    RAISED("LAW-012", NULL, number_of_another, number_of_another_once),
    RAISED("LAW-012", NULL, no_certificate, recorder_beside_two),
    RAISED("LAW-012", NULL, numbers_nowhere, numbers_in_a_letter),
    RAISED("LAW-012", NULL, numbers_nowhere_and_a_scanned_notice, numbers_nowhere_and_a_scanned_record),
    RAISED("LAW-012", NULL, no_certificate_and_a_scanned_record, certificate_elsewhere),
    RAISED("LAW-012", "blank", number_blank_in_the_filing, number_blank_beside_officers_without_one),
    RAISED("LAW-012", NULL, number_blank_beside_officers_without_one, number_blank_in_the_filing),
    RAISED("LAW-012", "record", one_number_in_the_report, no_number_in_the_report),
    RAISED("LAW-012", "record", one_number_in_the_report, both_numbers_in_the_report),
    RAISED("LAW-012", "record", certificate_elsewhere, no_certificate),
    RAISED("LAW-012", "record", certificate_elsewhere, recorder_with_a_number_in_the_report),
    RAISED("LAW-012", "record", certificate_elsewhere, one_officer_in_the_report),
    RAISED("LAW-011", "recorder", second_is_the_recorder, recorder_with_a_number),
    RAISED("LAW-011", "recorder", second_is_the_recorder, recorder_with_a_number_in_the_report),
    RAISED("LAW-011", "recorder", recorder_named_as_recorder_again, recorder_named_as_investigator),
    RAISED("LAW-011", "recorder", second_is_the_recorder, recorder_beside_two),
};

int main(void)
{
    return finding_cases_run("law, officers", cases, G_N_ELEMENTS(cases));
}
