/* EXT-003 year: papers whose number is of another year than they are.  EXT-003 and 002 identity: numbers of identity cards.
 * EXT-005: draft wording, however often, is one finding. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "findingcases.h"
#include "submission.h"

#define PENALTY "案卷/行政处罚1/"
#define DETENTION "案卷/拘留1/"

/* ---- the year of a number ---- */

static void numbered(Submitted *s, const char *path, const char *number, const char *date, const char *day)
{
    set_field(s, path, "doc-number", number);
    set_field(s, path, date, day);
}
static void filed_of_next_year(Submitted *s) { numbered(s, PENALTY "立案.docx", "沅环立字〔2017〕7号", "filing-date", "2016-09-07"); }
static void filed_of_this_year(Submitted *s) { numbered(s, PENALTY "立案.docx", "沅环立字〔2016〕7号", "filing-date", "2016-09-07"); }
static void filed_about_new_year(Submitted *s) { numbered(s, PENALTY "立案.docx", "沅环立字〔2016〕7号", "filing-date", "2015-12-25"); }
static void approved_of_last_year(Submitted *s)
{
    numbered(s, DETENTION "审批.docx", "沅环拘移批〔2015〕1号", "approval-date", "2016-10-11");
}
static void approved_of_this_year(Submitted *s)
{
    numbered(s, DETENTION "审批.docx", "沅环拘移批〔2016〕1号", "approval-date", "2016-10-11");
}
static void reported_of_last_year(Submitted *s)
{
    numbered(s, "案卷/犯罪1/监测报告.docx", "沅环监字〔2015〕第64号", "document-date", "2016-09-12");
}
static void reported_of_this_year(Submitted *s)
{
    numbered(s, "案卷/犯罪1/监测报告.docx", "沅环监字〔2016〕第64号", "document-date", "2016-09-12");
}

/* A notice of December with a number of the new year, which was served on DAY with that number on it. */
static void notice_served(Submitted *s, const char *day)
{
    static const char number[] = "沅环罚告字〔2016〕2号", case_file[] = "案卷/强制执行1/";
    g_autofree char *notice = g_strconcat(case_file, "告知书.docx", NULL), *receipt = g_strconcat(case_file, "告知回证.docx", NULL);
    put_document(s, notice, "penalty-notice", "doc-number", number, "notice-date", "2015-12-25", NULL);
    if (day)
        put_document(s, receipt, "service-receipt", "served-number", number, "service-date", day, NULL);
}
static void served_in_the_year_before(Submitted *s) { notice_served(s, "2015-12-28"); }
static void served_in_the_new_year(Submitted *s) { notice_served(s, "2016-01-04"); }
static void signed_in_the_year_before(Submitted *s) { notice_served(s, NULL); }

/* ---- identity cards ---- */

static void identity(Submitted *s, const char *path, const char *number, int status)
{
    add_field(the_document(s, path), "identity-number", number)->status = status;
}
/* Whom the letter hands over, and of whom the approval speaks. */
static void handed_over(Submitted *s, const char *letter, const char *approved)
{
    set_field(s, DETENTION "移送书.docx", "responsible", letter);
    put_document(s, DETENTION "移送审批表2.docx", "transfer-approval", "approval-date", "2016-10-10", "responsible", approved,
                 "legal-rep", "宋文斌", NULL);
}
static void another_is_handed_over(Submitted *s) { handed_over(s, "胡小军", "唐志刚（厂长）"); }
static void the_same_is_handed_over(Submitted *s) { handed_over(s, "厂长唐志刚", "唐志刚，男，1969年8月生"); }
static void the_head_is_handed_over(Submitted *s) { handed_over(s, "宋文斌", "唐志刚"); }
static void one_of_two_is_handed_over(Submitted *s) { handed_over(s, "胡小军、唐志刚", "唐志刚"); }
static void nobody_by_name_is_handed_over(Submitted *s) { handed_over(s, "胡小军", "厂长"); }
static void a_hidden_name_is_handed_over(Submitted *s) { handed_over(s, "胡某某", "唐志刚"); }

static void a_figure_is_missing(Submitted *s) { identity(s, DETENTION "移送书.docx", "43122419650717231", VALUE_INVALID); }
static void all_figures_are_there(Submitted *s) { identity(s, DETENTION "移送书.docx", "431224196507172312", VALUE_VALID); }

static void the_check_figure_is_off(Submitted *s) { identity(s, DETENTION "移送书.docx", "431224196507172313", VALUE_INVALID); }

static void identity_of(Submitted *s, const char *paper, const char *value)
{
    g_autofree char *path = g_strconcat(DETENTION, paper, NULL);
    add_field(the_document(s, path), "identity-of", value);
}
static void one_person_with(Submitted *s, const char *letter)
{
    identity_of(s, "移送书.docx", letter);
    identity_of(s, "审批.docx", "宋春华|431224196507172312");
    identity_of(s, "报告.docx", "宋春华|431224196507172312");
}
static void one_person_with_two_numbers(Submitted *s) { one_person_with(s, "宋春华|43122419630808335X"); }
static void one_person_with_one_number(Submitted *s) { one_person_with(s, "宋春华|431224196507172312"); }
static void two_people(Submitted *s) { one_person_with(s, "蒲正兴|43122419630808335X"); }
static void two_people_with_one_number(Submitted *s) { one_person_with(s, "蒲正兴|431224196507172312"); }
static void one_person_with_an_office(Submitted *s) { one_person_with(s, "厂长宋春华|431224196507172312"); }
static void of_hidden_names(Submitted *s)
{
    identity_of(s, "移送书.docx", "宋某某|43122419630808335X");
    identity_of(s, "审批.docx", "宋某某|431224196507172312");
}

static const FindingCase cases[] = {
    RAISED("EXT-003", "year", filed_of_next_year, filed_of_this_year),
    RAISED("EXT-003", "year", filed_of_next_year, filed_about_new_year),
    RAISED("EXT-003", "year", approved_of_last_year, approved_of_this_year),
    RAISED("EXT-003", "year", reported_of_last_year, reported_of_this_year),
    RAISED("EXT-003", "year", served_in_the_year_before, served_in_the_new_year),
    RAISED("EXT-003", "year", served_in_the_year_before, signed_in_the_year_before),
    RAISED("EXT-003", "identity", a_figure_is_missing, all_figures_are_there),
    RAISED("EXT-003", "identity", a_figure_is_missing, the_check_figure_is_off),
    RAISED("EXT-003", "identity-check", the_check_figure_is_off, a_figure_is_missing),
    RAISED("EXT-002", "identity", one_person_with_two_numbers, one_person_with_one_number),
    RAISED("EXT-002", "identity", one_person_with_two_numbers, two_people),
    RAISED("EXT-002", "identity", one_person_with_two_numbers, of_hidden_names),
    RAISED("EXT-002", "one-number", two_people_with_one_number, two_people),
    RAISED("EXT-002", "one-number", two_people_with_one_number, one_person_with_an_office),
    RAISED("EXT-002", "responsible", another_is_handed_over, the_same_is_handed_over),
    RAISED("EXT-002", "responsible", another_is_handed_over, the_head_is_handed_over),
    RAISED("EXT-002", "responsible", another_is_handed_over, one_of_two_is_handed_over),
    RAISED("EXT-002", "responsible", another_is_handed_over, nobody_by_name_is_handed_over),
    RAISED("EXT-002", "responsible", another_is_handed_over, a_hidden_name_is_handed_over),
};

/* 我局拟对你单位作出罚款三万元的行政处罚 is read as draft wording and as a fine that is planned: it is told once. */
static void a_planned_fine_is_one_draft(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    Document *decision = the_document(s, PENALTY "决定书.docx");
    add_field(decision, "draft-wording", "我局拟对你单位作出罚款三万元的行政处罚")->status = VALUE_DRAFT;
    add_field(decision, "proposed-fine-yuan", "30000.00")->status = VALUE_DRAFT;
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-005", "*"), 1);
    submitted_free(s);
}

/* What is wrong is told, and not the whole number. */
static void a_number_is_not_shown_whole(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    a_figure_is_missing(s);
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "EXT-003");
    assert_string_equal(finding_value(finding, "value"), "431224*******7231");
    assert_string_equal(finding_value(finding, "reason"), "identity-length");
    assert_null(finding_value(finding, "quote"));
    submitted_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_planned_fine_is_one_draft),
                                       cmocka_unit_test(a_number_is_not_shown_whole)};
    return finding_cases_run("numbered", cases, G_N_ELEMENTS(cases)) + cmocka_run_group_tests(tests, NULL, NULL);
}
