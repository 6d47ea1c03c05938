/* EXT-002: what papers tell of the penalty on which they rest (its day, its fine), the order that a wrong number means, reports
 * that a list names by their own names, and heads of the firm that are told once. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docnumber.h"
#include "findingcases.h"

#define DETENTION "案卷/拘留1/"
#define DAILY "案卷/按日1/"
#define COURT "案卷/强制执行1/"
#define PENALTY "案卷/行政处罚1/"
#define DECIDED "original-decision-date"
#define FINED "original-fine-yuan"

/* ---- the day of the decision: 24 February, 10 October, 28 September ---- */

static void tell(Submitted *s, const char *path, const char *id, const char *value, const char *quote)
{
    quote_field(add_field(the_document(s, path), id, value), quote);
}
static void application_of_another_day(Submitted *s) { tell(s, COURT "申请书.docx", DECIDED, "2016-02-23", NULL); }
static void application_of_the_day(Submitted *s) { tell(s, COURT "申请书.docx", DECIDED, "2016-02-24", NULL); }
static void application_of_an_earlier_case(Submitted *s)
{
    tell(s, COURT "申请书.docx", DECIDED, "2015-02-23", "2015年2月23日作出沅环罚字〔2015〕9号行政处罚决定");
}
static void application_with_the_number(Submitted *s)
{
    tell(s, COURT "申请书.docx", DECIDED, "2016-02-23", "2016年2月23日作出沅环罚〔2016〕2号行政处罚决定");
}
static void application_of_both_cases(Submitted *s)
{
    tell(s, COURT "申请书.docx", DECIDED, "2015-02-23", NULL);
    application_of_the_day(s);
}
static void application_of_two_other_cases(Submitted *s)
{
    tell(s, COURT "申请书.docx", DECIDED, "2015-02-23", NULL);
    application_of_another_day(s);
}
static void application_without_a_decision(Submitted *s)
{
    application_of_another_day(s);
    set_field(s, COURT "催告书.docx", "decision-date", "2016-02-24");
    drop_field(s, COURT "决定书.docx", "decision-date");
}
static void letter_of_another_day(Submitted *s) { tell(s, DETENTION "移送书.docx", DECIDED, "2016-10-09", NULL); }
static void letter_of_the_day(Submitted *s) { tell(s, DETENTION "移送书.docx", DECIDED, "2016-10-10", NULL); }
static void approval_of_another_day(Submitted *s) { tell(s, DETENTION "审批.docx", DECIDED, "2016-10-09", NULL); }
static void approval_of_the_day(Submitted *s) { tell(s, DETENTION "审批.docx", DECIDED, "2016-10-10", NULL); }
static void approval_before_the_decision(Submitted *s)
{
    approval_of_another_day(s);
    set_field(s, DETENTION "审批.docx", "approval-date", "2016-10-09");
}
static void daily_decision_of_another_day(Submitted *s) { tell(s, DAILY "按日决定书.docx", DECIDED, "2016-09-26", NULL); }
static void daily_decision_of_the_day(Submitted *s) { tell(s, DAILY "按日决定书.docx", DECIDED, "2016-09-28", NULL); }
static void daily_notice_of_another_day(Submitted *s) { tell(s, DAILY "告知书.docx", DECIDED, "2016-09-26", NULL); }
static void original_notice_of_an_earlier_case(Submitted *s) { tell(s, DAILY "原告知书.docx", DECIDED, "2016-03-02", NULL); }

/* ---- what it fined: 50,000 and 80,000 yuan ---- */

static void daily_decision_of_another_fine(Submitted *s) { tell(s, DAILY "按日决定书.docx", FINED, "45000.00", NULL); }
static void daily_decision_of_the_fine(Submitted *s) { tell(s, DAILY "按日决定书.docx", FINED, "50000.00", NULL); }
static void daily_notice_of_another_fine(Submitted *s) { tell(s, DAILY "告知书.docx", FINED, "55000.00", NULL); }
static void original_notice_of_another_fine(Submitted *s) { tell(s, DAILY "原告知书.docx", FINED, "20000.00", NULL); }
static void letter_of_another_fine(Submitted *s) { tell(s, DETENTION "移送书.docx", FINED, "60000.00", NULL); }
static void letter_of_the_fine_of_another(Submitted *s)
{
    tell(s, DETENTION "移送书.docx", FINED, "60000.00", "作出沅环罚字〔2016〕31号行政处罚决定，罚款60000元");
}

/* ---- the number of an order ---- */

static void mention(Submitted *s, const char *path, const char *number)
{
    DocNumber *mention = record_add(the_document(s, path)->mentions, &docnumber_type);
    *mention = (DocNumber){.raw = g_strdup(number), .key = docnumber_key(number), .place = g_strdup("P4")};
}
static void order_cited_wrongly(Submitted *s) { mention(s, DAILY "告知书.docx", "沅环责改字〔2016〕82号"); }
static void first_order_missing(Submitted *s)
{
    mention(s, DAILY "告知书.docx", "沅环责改字〔2016〕20号");
    drop_files(s, DAILY "责改.docx");
}
static void second_order_cited_wrongly(Submitted *s)
{
    mention(s, DAILY "告知书.docx", "沅环责改字〔2016〕20号");
    mention(s, DAILY "告知书.docx", "沅环责改字〔2016〕31号");
}

/* ---- a list of papers handed over ---- */

#define REPORT "案卷/犯罪1/监测报告.docx"

static Document *list_named(Submitted *s, const char *paper)
{
    const char *const papers[] = {"移送书", "案件调查报告", "现场检查笔录", paper};
    Document *list = put_document(s, "案卷/犯罪1/又一清单.docx", "transfer-list", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++)
        add_field(list, "listed", papers[i]);
    Document *report = the_document(s, REPORT);
    g_free(report->title);
    report->title = g_strdup("危险废物认定意见");
    return list;
}
static void list_of_other_papers(Submitted *s) { list_named(s, "危险废物称重记录"); }
static void list_of_the_report_by_its_title(Submitted *s) { list_named(s, "《危险废物认定意见》（复印件）"); }
static void list_of_the_report_by_its_kind(Submitted *s)
{
    add_field(list_named(s, "属性分析意见"), "catalogued", "4||monitoring-report|属性分析意见");
}
static void list_of_another_kind(Submitted *s) { add_field(list_named(s, "属性分析意见"), "catalogued", "4||interview-record|属性分析意见"); }
static void list_of_the_report_by_its_file(Submitted *s)
{
    list_named(s, "污泥属性意见");
    drop_files(s, REPORT);
    put_document(s, "案卷/犯罪1/06污泥属性意见（复印件）.docx", "monitoring-report", "document-date", "2016-09-12", NULL);
}

/* ---- the head of the firm in an application ---- */

static void heads(Submitted *s, const char *decision, const char *demand, const char *application)
{
    set_field(s, COURT "决定书.docx", "legal-rep", decision);
    if (demand)
        set_field(s, COURT "催告书.docx", "legal-rep", demand);
    set_field(s, COURT "申请书.docx", "legal-rep", application);
}
static void application_with_another_head(Submitted *s) { heads(s, "唐例山", "唐例山", "唐例龙"); }
static void application_with_the_head(Submitted *s) { heads(s, "唐例山", "唐例山", "唐例山"); }
static void demand_without_a_head(Submitted *s) { heads(s, "唐例山", NULL, "唐例龙"); }

static const FindingCase cases[] = {
    RAISED("EXT-002", NULL, application_of_another_day, application_of_the_day),
    RAISED("EXT-002", NULL, application_with_the_number, application_of_an_earlier_case),
    RAISED("EXT-002", NULL, application_of_another_day, application_of_both_cases),
    RAISED("EXT-002", NULL, application_of_another_day, application_of_two_other_cases),
    RAISED("EXT-002", NULL, application_of_another_day, application_without_a_decision),
    RAISED("EXT-002", NULL, letter_of_another_day, letter_of_the_day),
    RAISED("EXT-002", NULL, approval_of_another_day, approval_of_the_day),
    RAISED("EXT-002", NULL, approval_of_another_day, approval_before_the_decision),
    RAISED("EXT-002", NULL, daily_decision_of_another_day, daily_decision_of_the_day),
    RAISED("EXT-002", NULL, daily_notice_of_another_day, original_notice_of_an_earlier_case),
    RAISED("EXT-002", NULL, daily_decision_of_another_fine, daily_decision_of_the_fine),
    RAISED("EXT-002", NULL, daily_notice_of_another_fine, original_notice_of_another_fine),
    RAISED("EXT-002", NULL, letter_of_another_fine, letter_of_the_fine_of_another),
    RAISED("EXT-002", "quoted", order_cited_wrongly, first_order_missing),
    RAISED("EXT-002", "unlisted", list_of_other_papers, list_of_the_report_by_its_title),
    RAISED("EXT-002", "unlisted", list_of_another_kind, list_of_the_report_by_its_kind),
    RAISED("EXT-002", "unlisted", list_of_other_papers, list_of_the_report_by_its_file),
    RAISED("EXT-002", "told", application_with_another_head, application_with_the_head),
    RAISED("EXT-002", "told", application_with_another_head, demand_without_a_head),
};

/* ---- what is told ---- */

static void expect(Submitted *s, const char *variant, const char *name, const char *value)
{
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-002", "*"), 1);
    assert_int_equal(submitted_count(s, "EXT-002", variant), 1);
    const char *found = finding_value(submitted_finding(s, "EXT-002"), name);
    assert_string_equal(found ? found : "", value);
    submitted_free(s);
}

/* Whatever speaks for the case: of the penalty its own decision says how it is. */
static void the_decision_counts(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    daily_decision_of_another_day(s);
    expect(s, NULL, "winner", "penalty-decision");
    s = submitted_clean();
    letter_of_another_fine(s);
    expect(s, NULL, "winner", "penalty-decision");
}

/* All that tell of it agree against it: one finding, and the decision is in error. */
static void one_cause_is_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    letter_of_another_day(s);
    approval_of_another_day(s);
    expect(s, NULL, "suspect", "penalty-decision");
}

static void a_number_is_held_against_the_order_that_is_meant(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *meant; } known[] = {{order_cited_wrongly, "沅环责改字〔2016〕20号"},
                                                                             {second_order_cited_wrongly, "沅环责改字〔2016〕21号"}};
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        expect(s, "quoted", "other-value", known[i].meant);
    }
}

/* The first order is missing, and that is all. */
static void a_missing_order_is_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    first_order_missing(s);
    submitted_check(s);
    assert_int_equal(submitted_count(s, "SET-004", "*"), 1);
    assert_int_equal(submitted_count(s, "EXT-002", "*"), 0);
    submitted_free(s);
}

/* A record that has the head whom all papers but the decision have is not told besides; one that has a third head is. */
static void heads_of_others_are_told_once(void **state)
{
    (void)state;
    static const struct { const char *head; int told; } known[] = {{"唐例龙", 0}, {"唐例海", 1}};
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        const char *const papers[] = {"立案", "调查报告", "告知书"};
        for (gsize j = 0; j < G_N_ELEMENTS(papers); j++) {
            g_autofree char *path = g_strdup_printf(PENALTY "%s.docx", papers[j]);
            set_field(s, path, "legal-rep", "唐例龙");
        }
        set_field(s, PENALTY "决定书.docx", "legal-rep", "唐例山");
        Field *head = add_field(the_document(s, PENALTY "检查笔录.docx"), "legal-rep", known[i].head);
        g_free(head->rule);
        head->rule = g_strdup("label:法定代表人");
        submitted_check(s);
        assert_int_equal(submitted_count(s, "EXT-002", NULL), 1);
        assert_int_equal(submitted_count(s, "EXT-002", "told"), known[i].told);
        submitted_free(s);
    }
}

int main(void)
{
    int failed = finding_cases_run("cites", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_decision_counts),
        cmocka_unit_test(one_cause_is_told_once),
        cmocka_unit_test(a_number_is_held_against_the_order_that_is_meant),
        cmocka_unit_test(a_missing_order_is_told_once),
        cmocka_unit_test(heads_of_others_are_told_once),
    };
    return failed + cmocka_run_group_tests_name("cites, what is told", tests, NULL, NULL);
}
