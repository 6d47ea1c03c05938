/* EXT-002, foreign-decision and second-decision: the decision of another case in the place of a case file's own, or
 * beside it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "findingcases.h"
#include "submission.h"

#define FIRM "沅陵县红枫塑料有限公司"
#define FIRST "案卷/行政处罚1/"
#define SECOND "案卷/行政处罚2/"
#define DETENTION "案卷/拘留1/"

/* The second case is of another firm than the others. */
static void second_firm(Submitted *s)
{
    static const char *const papers[] = {"检查笔录", "立案", "调查报告", "责改", "告知书", "决定书", "缴款", "结案"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf(SECOND "%s.docx", papers[i]);
        set_field(s, path, "party", FIRM);
    }
}

static const char *own_number(Submitted *s, const char *path) { return the_field(s, path, "doc-number")->value; }

static void mention(Submitted *s, const char *path, const Field *number)
{
    DocNumber *mentioned = record_add(the_document(s, path)->mentions, &docnumber_type);
    mentioned->raw = g_strdup(number->value);
    mentioned->key = g_strdup(field_key(number));
}

/* PATH says what the decision at FROM says; its mentions too. */
static void say_as(Submitted *s, const char *path, const char *number, const char *notice, const char *party)
{
    set_field(s, path, "doc-number", number);
    set_field(s, path, "notice-number", notice);
    set_field(s, path, "party", party);
    mention(s, path, the_field(s, path, "notice-number"));
}
static void say_as_the_second(Submitted *s, const char *path)
{
    second_firm(s);
    say_as(s, path, own_number(s, SECOND "决定书.docx"), own_number(s, SECOND "告知书.docx"), FIRM);
}

static void decision_of_the_second(Submitted *s) { say_as_the_second(s, FIRST "决定书.docx"); }
static void without_the_own_scan(Submitted *s)
{
    decision_of_the_second(s);
    drop_files(s, FIRST "证据.zip/决定书.jpg");
}
static void decision_with_the_own_notice(Submitted *s)
{
    decision_of_the_second(s);
    mention(s, FIRST "决定书.docx", the_field(s, FIRST "告知书.docx", "doc-number"));
}
static void decision_that_is_closed_here(Submitted *s)
{
    decision_of_the_second(s);
    set_field(s, FIRST "结案.docx", "decision-number", own_number(s, SECOND "决定书.docx"));
    mention(s, FIRST "结案.docx", the_field(s, SECOND "决定书.docx", "doc-number"));
}
static void notice_of_the_firm_too(Submitted *s)
{
    decision_of_the_second(s);
    set_field(s, FIRST "告知书.docx", "party", FIRM);
}
static void asked_by_the_firm_too(Submitted *s)
{
    decision_of_the_second(s);
    put_document(s, FIRST "询问笔录.docx", "interview-record", "party", FIRM, NULL);
}
/* The receipt of that decision lies there too. */
static void decision_with_its_receipt(Submitted *s)
{
    without_the_own_scan(s);
    set_field(s, FIRST "回证2.docx", "served-number", own_number(s, SECOND "决定书.docx"));
    mention(s, FIRST "回证2.docx", the_field(s, SECOND "决定书.docx", "doc-number"));
}
static void decision_served_on_the_party(Submitted *s)
{
    decision_with_its_receipt(s);
    set_field(s, FIRST "回证2.docx", "party", the_field(s, FIRST "立案.docx", "party")->value);
}
static void party_with_a_slip(Submitted *s)
{
    second_firm(s);
    set_field(s, FIRST "决定书.docx", "party", FIRM);
}
static void swapped(Submitted *s)
{
    g_autofree char *number = g_strdup(own_number(s, FIRST "决定书.docx")),
                    *party = g_strdup(the_field(s, FIRST "决定书.docx", "party")->value);
    without_the_own_scan(s);
    say_as(s, SECOND "决定书.docx", number, own_number(s, FIRST "告知书.docx"), party);
    drop_files(s, SECOND "证据.zip/决定书.jpg");
}

/* ---- a firm without a case file here ---- */

static void decision_of_a_stranger(Submitted *s, const char *code)
{
    say_as(s, FIRST "决定书.docx", "沅环罚字〔2016〕77号", "沅环罚告字〔2016〕77号", "会同县广漠木业有限公司");
    set_field(s, FIRST "决定书.docx", "legal-rep", code);
    set_field(s, FIRST "告知书.docx", "legal-rep", "曾样川");
}
static void stranger(Submitted *s) { decision_of_a_stranger(s, "舒样山"); }
static void stranger_with_the_head(Submitted *s) { decision_of_a_stranger(s, "曾样川"); }
static void stranger_without_a_notice(Submitted *s)
{
    stranger(s);
    drop_field(s, FIRST "决定书.docx", "notice-number");
}
static void no_paper_gives_the_number(Submitted *s)
{
    stranger(s);
    drop_files(s, FIRST "结案.docx");
}

/* ---- beside the own one ---- */

static void put_second(Submitted *s, const char *number)
{
    second_firm(s);
    put_document(s, FIRST "附 决定书.docx", "penalty-decision", "doc-number", number, "notice-number",
                 own_number(s, SECOND "告知书.docx"), "party", FIRM, NULL);
}
static void beside_the_own(Submitted *s) { put_second(s, own_number(s, SECOND "决定书.docx")); }
static void beside_it_unknown(Submitted *s) { put_second(s, "沅环罚字〔2016〕777号"); }

/* ---- what only gives the fine ---- */

static void fine_of_the_second(Submitted *s) { say_as_the_second(s, DETENTION "决定书.docx"); }
static void fine_that_the_letter_names(Submitted *s)
{
    fine_of_the_second(s);
    mention(s, DETENTION "移送书.docx", the_field(s, SECOND "决定书.docx", "doc-number"));
}

/* ---- a letter of another kind ---- */

static void letter_of_the_crime(Submitted *s)
{
    static const char *const papers[] = {"检查笔录", "监测报告", "报告", "审批", "移送书", "清单", "回执"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf("案卷/犯罪1/%s.docx", papers[i]);
        set_field(s, path, "party", FIRM);
    }
    drop_files(s, DETENTION "移送书.docx");
    drop_files(s, DETENTION "移送书.jpg");
    put_document(s, DETENTION "移送书.docx", "crime-transfer", "doc-number", own_number(s, "案卷/犯罪1/移送书.docx"), "party", FIRM,
                 "transfer-date", "2016-09-23", NULL);
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "foreign-decision", decision_of_the_second, decision_with_the_own_notice),
    RAISED("EXT-002", "foreign-decision", decision_of_the_second, decision_that_is_closed_here),
    RAISED("EXT-002", "foreign-decision", decision_of_the_second, notice_of_the_firm_too),
    RAISED("EXT-002", "foreign-decision", decision_of_the_second, asked_by_the_firm_too),
    RAISED("EXT-002", "foreign-decision", decision_with_its_receipt, decision_served_on_the_party),
    RAISED("EXT-002", "foreign-decision", decision_with_its_receipt, party_with_a_slip),
    RAISED("EXT-002", "foreign-decision", swapped, party_with_a_slip),
    RAISED("EXT-002", "foreign-decision", letter_of_the_crime, party_with_a_slip),
    RAISED("EXT-002", "foreign-decision", stranger, stranger_with_the_head),
    RAISED("EXT-002", "foreign-decision", stranger, stranger_without_a_notice),
    RAISED("EXT-002", "foreign-decision", stranger, no_paper_gives_the_number),
    RAISED("EXT-002", "second-decision", beside_the_own, beside_it_unknown),
    RAISED("EXT-002", "two-cases", beside_it_unknown, beside_the_own),
    RAISED("SET-011", NULL, beside_it_unknown, beside_the_own),
    RAISED("EXT-002", "misfiled", fine_of_the_second, fine_that_the_letter_names),
};

/* All that is found of the case files, without what the changed firm brings about in the tables. */
static int findings_of_cases(const Submitted *s)
{
    return submitted_count(s, "EXT-001", "*") + submitted_count(s, "EXT-002", "*") + submitted_count(s, "SET-003", "*") +
           submitted_count(s, "SET-004", "*") + submitted_count(s, "SET-005", "*") + submitted_count(s, "SET-007", "*") +
           submitted_count(s, "SET-009", "*") + submitted_count(s, "SET-011", "*") + submitted_count(s, "CND-015", "*") +
           submitted_count(s, "DOC-007", "*") + submitted_count(s, "LAW-003", "*") + submitted_count(s, "LAW-013", "*");
}

/* NULL: nothing. */
static bool tells(const Finding *finding, const char *name, const char *value)
{
    const char *told = finding_value(finding, name);
    return strcmp(told ? told : "", value ? value : "") == 0;
}

/* One mistake is one finding, at the paper that is out of place, with what is missing for it. */
static void it_is_told_once(void **state)
{
    (void)state;
    static const struct {
        ChangeFunc change;
        const char *variant, *file, *elsewhere, *missing, *papers;
    } known[] = {
        {decision_of_the_second, "foreign-decision", FIRST "决定书.docx", "行政处罚2", NULL, NULL},
        {without_the_own_scan, "foreign-decision", FIRST "决定书.docx", "行政处罚2", "penalty-decision", NULL},
        {decision_with_its_receipt, "foreign-decision", FIRST "决定书.docx", "行政处罚2", "penalty-decision", "回证2.docx"},
        {letter_of_the_crime, "foreign-decision", DETENTION "移送书.docx", "犯罪1", "detention-transfer", NULL},
        {beside_the_own, "second-decision", FIRST "附 决定书.docx", "行政处罚2", NULL, NULL},
        {fine_of_the_second, "misfiled", DETENTION "决定书.docx", "行政处罚2", NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-002");
        if (findings_of_cases(s) != 1 || g_strcmp0(finding->variant, known[i].variant) != 0 ||
            g_strcmp0(finding->file, known[i].file) != 0 ||
            !tells(finding, "elsewhere", known[i].elsewhere) || !tells(finding, "missing", known[i].missing) ||
            !tells(finding, "papers", known[i].papers))
            fail_msg("%zu: %d, %s, %s, %s, %s, %s", i, findings_of_cases(s), finding->variant, finding->file,
                     finding_value(finding, "elsewhere"), finding_value(finding, "missing"), finding_value(finding, "papers"));
        submitted_free(s);
    }
}

static const UnitCase *unit_case(const Submitted *s, const char *name)
{
    for (guint i = 0; i < s->unit->casefiles->len; i++) {
        const UnitCase *casefile = s->unit->casefiles->pdata[i];
        if (strcmp(casefile->name, name) == 0)
            return casefile;
    }
    fail_msg("%s", name);
    return NULL;
}

/* The case file keeps its own number and party, by its other papers. */
static void the_case_stays_what_it_is(void **state)
{
    (void)state;
    static const ChangeFunc changes[] = {without_the_own_scan, swapped};
    Submitted *clean = submitted_clean();
    submitted_check(clean);
    const UnitCase *before = unit_case(clean, "行政处罚1");
    for (size_t i = 0; i < G_N_ELEMENTS(changes); i++) {
        Submitted *s = submitted_clean();
        changes[i](s);
        submitted_check(s);
        const UnitCase *after = unit_case(s, "行政处罚1");
        assert_string_equal(after->key, before->key);
        assert_string_equal(after->party, before->party);
        assert_false(after->in_window);
        assert_int_equal(after->kind, before->kind);
        submitted_free(s);
    }
    submitted_free(clean);
}

/* Of two that are swapped each says where its own lies. */
static void the_swapped_name_each_other(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    swapped(s);
    submitted_check(s);
    assert_int_equal(findings_of_cases(s), 2);
    for (guint i = 0, told = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        if (g_strcmp0(finding->variant, "foreign-decision") != 0)
            continue;
        assert_string_equal(finding->casefile, told == 0 ? "行政处罚1" : "行政处罚2");
        assert_string_equal(finding_value(finding, "found"), told == 0 ? "行政处罚2" : "行政处罚1");
        assert_string_equal(finding_value(finding, "return-to"), finding_value(finding, "found"));
        assert_true(tells(finding, "held", NULL));
        told++;
    }
    submitted_free(s);
}

int main(void)
{
    int failed = finding_cases_run("foreign decision", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(it_is_told_once), cmocka_unit_test(the_case_stays_what_it_is),
                                       cmocka_unit_test(the_swapped_name_each_other)};
    return failed + cmocka_run_group_tests_name("foreign decision, what is told", tests, NULL, NULL);
}
