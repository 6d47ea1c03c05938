/* EXT-002, misfiled: papers of another case file, or of a firm of which no other paper speaks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "findingcases.h"
#include "submission.h"

#define FIRM "沅陵县红枫塑料有限公司"
#define STRAY "案卷/行政处罚1/错放.docx"
#define REPORT "案卷/行政处罚1/调查报告.docx"

/* The second case is of another firm than the first. */
static void second_firm(Submitted *s)
{
    static const char *const papers[] = {"检查笔录", "立案", "调查报告", "责改", "告知书", "决定书", "缴款", "结案"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf("案卷/行政处罚2/%s.docx", papers[i]);
        set_field(s, path, "party", FIRM);
    }
}
static void paper_of(Submitted *s, const char *party, const char *number)
{
    second_firm(s);
    put_document(s, STRAY, "closing-form", "party", party, "doc-number", number, NULL);
}
static void paper_of_the_second(Submitted *s) { paper_of(s, FIRM, "沅环罚字〔2016〕12号"); }
static void paper_that_names_this_case(Submitted *s)
{
    paper_of_the_second(s);
    DocNumber *mention = record_add(the_document(s, STRAY)->mentions, &docnumber_type);
    mention->raw = g_strdup("沅环罚字〔2016〕1号");
    mention->key = g_strdup(field_key(the_field(s, "案卷/行政处罚1/决定书.docx", "doc-number")));
}
static void paper_of_the_party(Submitted *s) { paper_of(s, "沅陵县乌有锰业有限公司", "沅环罚字〔2016〕12号"); }
static void paper_with_its_party_alone(Submitted *s) { paper_of(s, FIRM, "沅环罚字〔2016〕777号"); }

static void report_of(Submitted *s, const char *party, const char *head)
{
    set_field(s, "案卷/行政处罚1/决定书.docx", "legal-rep", "曾样川");
    set_field(s, REPORT, "party", party);
    set_field(s, REPORT, "legal-rep", head);
}
static void report_of_a_stranger(Submitted *s) { report_of(s, "会同县广漠木业有限公司", "舒样山"); }
static void report_with_the_head(Submitted *s) { report_of(s, "会同县广漠木业有限公司", "曾样川"); }
static void two_papers_of_a_stranger(Submitted *s)
{
    report_of_a_stranger(s);
    set_field(s, "案卷/行政处罚1/立案.docx", "party", "会同县广漠木业有限公司");
}
static void licence_of_a_stranger(Submitted *s)
{
    report_of(s, "沅陵县乌有锰业有限公司", "曾样川");
    put_document(s, STRAY, "other", "party", "会同县广漠木业有限公司", "legal-rep", "舒样山", NULL);
}
static void report_missing(Submitted *s) { drop_files(s, REPORT); }

/* ---- records ---- */

#define RECORD "案卷/行政处罚1/询问笔录2.docx"

/* A record of TYPE made on DAY with the second firm, which has a case file of its own (inspected on 5 September as the first one). */
static void record_of_the_second(Submitted *s, const char *type, const char *day)
{
    second_firm(s);
    put_document(s, RECORD, type, "party", FIRM, "document-date", day, NULL);
}
static void interview_of_the_second(Submitted *s) { record_of_the_second(s, "interview-record", "2016-09-07"); }
static void discussion_of_the_second(Submitted *s) { record_of_the_second(s, "discussion-record", "2016-09-22"); }
static void interview_that_names_the_party(Submitted *s)
{
    interview_of_the_second(s);
    add_field(the_document(s, RECORD), "named-body", "废渣是从乌有锰厂");
}
static void interview_of_which_the_report_speaks(Submitted *s)
{
    interview_of_the_second(s);
    add_field(the_document(s, REPORT), "named-body", "将废渣交给红枫塑料厂");
}
static void interview_that_names_its_own_firm(Submitted *s)
{
    interview_of_the_second(s);
    add_field(the_document(s, RECORD), "named-body", "我是沅陵县红枫塑料有限公司");
    add_field(the_document(s, REPORT), "named-body", "拟对沅陵县乌有锰业有限公司");
}
static void interview_with_the_firm_in_short(Submitted *s)
{
    interview_of_the_second(s);
    set_field(s, RECORD, "party", "红枫塑料有限公司");
}
static void interview_with_the_party(Submitted *s)
{
    interview_of_the_second(s);
    set_field(s, RECORD, "party", "沅陵县乌有锰业有限公司");
}
static void photos_of_the_second(Submitted *s)
{
    second_firm(s);
    put_document(s, RECORD, "evidence", "named-body", "2016年9月5日，沅陵县红枫塑料有限公司", NULL);
}
static void photos_of_both(Submitted *s)
{
    photos_of_the_second(s);
    add_field(the_document(s, RECORD), "named-body", "沅陵县乌有锰业有限公司");
}
static void photos_of_another_place(Submitted *s)
{
    second_firm(s);
    put_document(s, RECORD, "evidence", "named-body", "2016年9月5日，沅陵县红枫养殖场", NULL);
}
/* Two records of the second firm do not speak for each other. */
static void two_records_of_the_second(Submitted *s)
{
    interview_of_the_second(s);
    add_field(the_document(s, RECORD), "named-body", "我是沅陵县红枫塑料有限公司");
    put_document(s, "案卷/行政处罚1/检查笔录2.docx", "inspection-record", "party", FIRM, "inspection-dates", "2016-08-08",
                 "named-body", "到沅陵县红枫塑料有限公司", NULL);
}
static void record_and_report_of_the_second(Submitted *s)
{
    interview_of_the_second(s);
    set_field(s, REPORT, "party", FIRM);
    set_field(s, REPORT, "doc-number", "沅环罚字〔2016〕1号");
}

/* Of a firm without a case file here. */
static void record_of_a_stranger(Submitted *s, const char *type, const char *inspected)
{
    put_document(s, RECORD, type, "party", "会同县广漠木业有限公司", "inspection-dates", inspected, NULL);
}
static void stranger_on_another_day(Submitted *s) { record_of_a_stranger(s, "interview-record", "2016-08-08"); }
static void stranger_on_that_day(Submitted *s) { record_of_a_stranger(s, "interview-record", "2016-09-05"); }
static void stranger_without_a_day(Submitted *s)
{
    put_document(s, RECORD, "interview-record", "party", "会同县广漠木业有限公司", "document-date", "2016-08-09", NULL);
}
static void witness_asked_on_another_day(Submitted *s)
{
    stranger_without_a_day(s);
    set_field(s, REPORT, "interviewed-on", "2016-09-06");
}
static void stranger_asked_on_another_day(Submitted *s)
{
    stranger_without_a_day(s);
    set_field(s, RECORD, "of-party", "当事人工作人员");
    set_field(s, REPORT, "interviewed-on", "2016-09-06");
}
static void stranger_asked_on_that_day(Submitted *s)
{
    stranger_asked_on_another_day(s);
    set_field(s, REPORT, "interviewed-on", "2016-08-09");
}
static void person_on_another_day(Submitted *s)
{
    put_document(s, RECORD, "interview-record", "party", "舒样山", "inspection-dates", "2016-08-08", NULL);
}

/* ---- records of this case that name another party ---- */

#define RECHECK "案卷/按日1/复查笔录.docx"
#define DAILY "案卷/按日1/按日决定书.docx"

/* The record of the recheck on 20 September, which the decision tells; the second firm was inspected on the 5th. */
static void recheck_names_the_second(Submitted *s)
{
    second_firm(s);
    set_field(s, RECHECK, "party", FIRM);
}
static void recheck_names_the_second_and_its_head(Submitted *s)
{
    recheck_names_the_second(s);
    set_field(s, DAILY, "legal-rep", "曾样川");
    set_field(s, RECHECK, "legal-rep", "舒样山");
}
static void second_was_inspected_that_day(Submitted *s)
{
    recheck_names_the_second(s);
    add_field(the_document(s, "案卷/行政处罚2/检查笔录.docx"), "inspection-dates", "2016-09-20");
}
static void second_was_inspected_that_day_and_the_head_is_ours(Submitted *s)
{
    second_was_inspected_that_day(s);
    set_field(s, DAILY, "legal-rep", "曾样川");
    set_field(s, RECHECK, "legal-rep", "曾样川");
}
static void both_have_one_head(Submitted *s)
{
    second_was_inspected_that_day_and_the_head_is_ours(s);
    set_field(s, "案卷/行政处罚2/决定书.docx", "legal-rep", "曾样川");
}
static void stranger_with_our_head(Submitted *s)
{
    stranger_on_another_day(s);
    set_field(s, "案卷/行政处罚1/决定书.docx", "legal-rep", "曾样川");
    set_field(s, RECORD, "legal-rep", "曾样川");
}

/* The record of the first inspection (the order is of the 6th) is the second firm's, and there is none of the recheck. */
static void first_record_of_the_second_and_no_recheck(Submitted *s)
{
    second_firm(s);
    drop_files(s, RECHECK);
    put_document(s, "案卷/按日1/检查笔录.docx", "inspection-record", "party", FIRM, "inspection-dates", "2016-09-05", NULL);
}

/* ---- records in an audit file ---- */

#define OPINION "案卷/稽查1/意见书.docx"

/* The team is audited for how it supervised a firm that has been punished too. */
static void audit_record_of(Submitted *s, const char *firm)
{
    put_document(s, OPINION, "audit-opinion", "doc-number", "沅环稽〔2016〕1号", "decision-date", "2016-10-08", "party",
                 "沅陵县环境监察大队", NULL);
    put_document(s, "案卷/稽查1/检查笔录.docx", "inspection-record", "party", firm, NULL);
}
static void audit_record_of_no_audited_firm(Submitted *s)
{
    second_firm(s);
    audit_record_of(s, FIRM);
    add_field(the_document(s, OPINION), "party", "沅陵县乌有锰业有限公司");
}
static void audit_record_of_the_audited_firm(Submitted *s)
{
    second_firm(s);
    audit_record_of(s, FIRM);
    add_field(the_document(s, OPINION), "party", FIRM);
}
static void audit_record_of_a_firm_in_the_text(Submitted *s)
{
    second_firm(s);
    audit_record_of(s, FIRM);
    add_field(the_document(s, OPINION), "named-body", "我局对" FIRM);
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "misfiled", audit_record_of_no_audited_firm, audit_record_of_the_audited_firm),
    RAISED("EXT-002", "misfiled", audit_record_of_no_audited_firm, audit_record_of_a_firm_in_the_text),
    RAISED("SET-004", "recheck", first_record_of_the_second_and_no_recheck, recheck_names_the_second_and_its_head),
    RAISED("EXT-002", "misnamed", recheck_names_the_second, recheck_names_the_second_and_its_head),
    RAISED("EXT-002", "misnamed", recheck_names_the_second, second_was_inspected_that_day),
    RAISED("EXT-002", "misnamed", second_was_inspected_that_day_and_the_head_is_ours, both_have_one_head),
    RAISED("EXT-002", "misnamed", stranger_with_our_head, stranger_on_another_day),
    RAISED("EXT-002", "misfiled", recheck_names_the_second_and_its_head, recheck_names_the_second),
    RAISED("EXT-002", "misfiled", second_was_inspected_that_day, second_was_inspected_that_day_and_the_head_is_ours),
    RAISED("EXT-002", "misfiled", interview_of_the_second, interview_that_names_the_party),
    RAISED("EXT-002", "misfiled", discussion_of_the_second, interview_of_which_the_report_speaks),
    RAISED("EXT-002", "misfiled", interview_that_names_its_own_firm, interview_with_the_party),
    RAISED("EXT-002", "misfiled", interview_with_the_firm_in_short, interview_that_names_the_party),
    RAISED("EXT-002", "misfiled", photos_of_the_second, photos_of_both),
    RAISED("EXT-002", "misfiled", photos_of_the_second, photos_of_another_place),
    RAISED("EXT-002", "misfiled", two_records_of_the_second, record_and_report_of_the_second),
    RAISED("EXT-002", "misfiled", stranger_on_another_day, stranger_on_that_day),
    RAISED("EXT-002", "misfiled", stranger_asked_on_another_day, stranger_asked_on_that_day),
    RAISED("EXT-002", "misfiled", stranger_asked_on_another_day, witness_asked_on_another_day),
    RAISED("EXT-002", "misfiled", stranger_on_another_day, stranger_without_a_day),
    RAISED("EXT-002", "misfiled", stranger_on_another_day, person_on_another_day),
    RAISED("EXT-002", "misfiled", paper_of_the_second, paper_that_names_this_case),
    RAISED("EXT-002", "misfiled", paper_of_the_second, paper_of_the_party),
    RAISED("EXT-002", "misfiled", paper_of_the_second, paper_with_its_party_alone),
    RAISED("EXT-002", "misfiled", report_of_a_stranger, report_with_the_head),
    RAISED("EXT-002", "misfiled", report_of_a_stranger, two_papers_of_a_stranger),
    RAISED("EXT-002", "misfiled", report_of_a_stranger, licence_of_a_stranger),
    RAISED("EXT-002", NULL, report_with_the_head, report_of_a_stranger),
    RAISED("EXT-002", NULL, paper_with_its_party_alone, paper_of_the_second),
    RAISED("SET-005", NULL, report_missing, report_of_a_stranger),
};

/* It is there, and its party is told of once. */
static void a_misnamed_record_is_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    recheck_names_the_second(s);
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "EXT-002");
    assert_int_equal(submitted_count(s, "EXT-002", "*"), 1);
    assert_int_equal(submitted_count(s, "SET-004", "*") + submitted_count(s, "SET-005", "*"), 0);
    assert_string_equal(finding->file, RECHECK);
    assert_string_equal(finding_value(finding, "signs"), "inspection-dates");
    assert_string_equal(finding_value(finding, "elsewhere"), "行政处罚2");
    submitted_free(s);
}

int main(void)
{
    int failed = finding_cases_run("misfiled", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_misnamed_record_is_told_once)};
    return failed + cmocka_run_group_tests_name("misnamed, once", tests, NULL, NULL);
}
