/* Remedies that nobody follows to the harm of a true paper: what they name besides, and near misses. */
#include "findingcases.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#define FILING "案卷/行政处罚1/立案.docx"
#define INSPECTION "案卷/行政处罚1/检查笔录.docx"
#define DECISION "案卷/行政处罚1/决定书.docx"
#define NOTE "案卷/行政处罚1/情况说明.docx"

/* The parameter NAME of the first finding with CODE after CHANGE; "" for none.  Caller frees. */
static char *param_after(ChangeFunc change, const char *code, const char *name)
{
    Submitted *s = submitted_clean();
    change(s);
    submitted_check(s);
    const char *value = finding_value(submitted_finding(s, code), name);
    char *copy = g_strdup(value ? value : "");
    submitted_free(s);
    return copy;
}

typedef struct { ChangeFunc change; const char *code, *name, *value; } ParamCase;

static void expect_params(const ParamCase *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        g_autofree char *value = param_after(cases[i].change, cases[i].code, cases[i].name);
        if (strcmp(value, cases[i].value) != 0)
            fail_msg("%zu: %s of %s is '%s'", i, cases[i].name, cases[i].code, value);
    }
}

/* ---- terms that were not kept ---- */

static void filed_late(Submitted *s)
{
    set_field(s, FILING, "filing-date", "2016-09-20");
    set_field(s, "案卷/行政处罚1/调查报告.docx", "filing-date", "2016-09-20");
    quote_field(the_field(s, FILING, "filing-date"), "立案日期：2016年9月20日");
}
static void filed_late_by_a_date_alone(Submitted *s)
{
    filed_late(s);
    quote_field(the_field(s, FILING, "filing-date"), "2016年9月20日");
}
static void put_note(Submitted *s, const char *stated)
{
    filed_late(s);
    put_document(s, NOTE, "other", "stated", stated, NULL);
}
static void filed_late_with_a_note(Submitted *s) { put_note(s, "核定总投资后于2016年9月20日立案，核定时间依法扣除。"); }
static void filed_late_with_another_note(Submitted *s) { put_note(s, "当事人名称变更的情况，特此说明。"); }
static void filed_late_with_a_correction(Submitted *s)
{
    filed_late(s);
    put_document(s, "案卷/行政处罚1/更正.docx", "correction-notice", "stated", "立案审批表中当事人名称应为乌有公司", NULL);
}

static void a_note_on_the_term_is_named(void **state)
{
    (void)state;
    static const ParamCase known[] = {{filed_late, "LAW-001", "noted", ""},
                                      {filed_late, "LAW-001", "quote", "立案日期：2016年9月20日"},
                                      {filed_late_by_a_date_alone, "LAW-001", "quote", ""},
                                      {filed_late_with_a_note, "LAW-001", "noted", "情况说明.docx"},
                                      {filed_late_with_another_note, "LAW-001", "noted", ""},
                                      {filed_late_with_a_correction, "LAW-001", "noted", ""}};
    expect_params(known, G_N_ELEMENTS(known));
}

/* ---- papers that the party has ---- */

static void notice_of_another_party(Submitted *s) { set_field(s, "案卷/行政处罚1/告知书.docx", "party", "沅陵县镜花砂石有限公司"); }
static void record_of_another_party(Submitted *s) { set_field(s, INSPECTION, "party", "沅陵县镜花砂石有限公司"); }
static void filing_of_another_party(Submitted *s) { set_field(s, FILING, "party", "沅陵县镜花砂石有限公司"); }
static void report_filed_elsewhen(Submitted *s) { set_field(s, FILING, "filing-date", "2016-09-08"); }

static void what_the_party_has_is_named(void **state)
{
    (void)state;
    static const ParamCase known[] = {{notice_of_another_party, "EXT-002", "served", "penalty-decision penalty-notice"},
                                      {record_of_another_party, "EXT-002", "served", "penalty-decision"},
                                      {record_of_another_party, "EXT-002", "signed", "inspection-record"},
                                      {filing_of_another_party, "EXT-002", "served", "penalty-decision"},
                                      {filing_of_another_party, "EXT-002", "signed", ""},
                                      {report_filed_elsewhen, "EXT-002", "served", ""}};
    expect_params(known, G_N_ELEMENTS(known));
}

/* ---- what is done with the one in error ---- */

static void report_alone_with_its_day(Submitted *s)
{
    set_field(s, FILING, "filing-date", "2016-09-08");
    set_field(s, "案卷/行政处罚1/结案.docx", "filing-date", "2016-09-08");
}
static void decision_alone_with_its_party(Submitted *s) { set_field(s, DECISION, "party", "沅陵县镜花砂石有限公司"); }
static void another_firm_measured(Submitted *s)
{
    put_document(s, "案卷/行政处罚1/监测.docx", "monitoring-report", "party", "沅陵县镜花砂石有限公司", NULL);
}
static void another_firm_paid(Submitted *s) { set_field(s, "案卷/行政处罚1/缴款.docx", "party", "沅陵县镜花砂石有限公司"); }

/* The party gets no correction of an internal paper, and nobody goes by one that is taken for wrong. */
static void what_is_done_with_the_one_in_error(void **state)
{
    (void)state;
    static const ParamCase known[] = {{report_alone_with_its_day, "EXT-002", "rewritten", "investigation-report"},
                                      {report_alone_with_its_day, "EXT-002", "corrected", ""},
                                      {report_alone_with_its_day, "EXT-002", "winner", ""},
                                      {decision_alone_with_its_party, "EXT-002", "corrected", "penalty-decision"},
                                      {decision_alone_with_its_party, "EXT-002", "rewritten", ""},
                                      {decision_alone_with_its_party, "EXT-002", "winner", "penalty-decision"},
                                      {another_firm_measured, "EXT-002", "paid", ""},
                                      {another_firm_paid, "EXT-002", "paid", "payment-receipt"}};
    expect_params(known, G_N_ELEMENTS(known));
}

/* ---- the line with the officers ---- */

static void one_officer_of_unknown_place(Submitted *s)
{
    GPtrArray *officers = the_document(s, INSPECTION)->investigators;
    record_free(&investigator_type, officers->pdata[1]);
    g_ptr_array_remove_index(officers, 1);
}
static void one_officer(Submitted *s)
{
    one_officer_of_unknown_place(s);
    Investigator *only = the_document(s, INSPECTION)->investigators->pdata[0];
    only->place = g_strdup("P6");
    only->quote = g_strdup("检查人：向例明（43122201）");
}

static void the_line_with_the_officers_is_quoted(void **state)
{
    (void)state;
    static const ParamCase known[] = {{one_officer, "LAW-011", "quote", "检查人：向例明（43122201）"},
                                      {one_officer_of_unknown_place, "LAW-011", "quote", ""}};
    expect_params(known, G_N_ELEMENTS(known));
    Submitted *s = submitted_clean();
    one_officer(s);
    submitted_check(s);
    assert_string_equal(submitted_finding(s, "LAW-011")->place, "P6");
    submitted_free(s);
}

/* ---- where the other paper, or the other case file, lies ---- */

#define RECEIPT "案卷/行政处罚1/回证2.docx"

static void receipt_of(Submitted *s, const char *number)
{
    set_field(s, RECEIPT, "served-number", number);
    set_field(s, RECEIPT, "served-document", "行政处罚决定书");
}
static void receipt_of_the_second_case(Submitted *s) { receipt_of(s, "沅环罚字〔2016〕12号"); }
/* The decision lies in another case file too, but does not speak for that. */
static void receipt_of_a_case_seen_twice(Submitted *s)
{
    receipt_of_the_second_case(s);
    put_document(s, "案卷/强制执行1/别案决定书.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕12号", NULL);
}
static void receipt_of_a_case_for_the_court(Submitted *s) { receipt_of(s, "沅环罚字〔2016〕2号"); }
static void receipt_of_no_case(Submitted *s) { receipt_of(s, "沅环罚字〔2016〕777号"); }
static void copy_before_the_third(Submitted *s) { put_penalty(s, "案卷/行政处罚1 - 副本", 1, false); }
static void fourth_case(Submitted *s) { put_penalty(s, "案卷/行政处罚4", 40, true); }
static void no_police_receipt(Submitted *s) { drop_files(s, "案卷/拘留1/回执.docx"); }
static void neither_receipt_nor_list(Submitted *s)
{
    no_police_receipt(s);
    drop_files(s, "案卷/拘留1/清单.docx");
}

static void what_lies_elsewhere_is_named(void **state)
{
    (void)state;
    static const ParamCase known[] = {{receipt_of_the_second_case, "EXT-002", "elsewhere", "行政处罚2"},
                                      {receipt_of_a_case_seen_twice, "EXT-002", "elsewhere", "行政处罚2"},
                                      {receipt_of_a_case_for_the_court, "EXT-002", "elsewhere", "强制执行1"},
                                      {receipt_of_no_case, "EXT-002", "elsewhere", ""},
                                      {copy_before_the_third, "SET-002", "copy", "行政处罚1 - 副本"},
                                      {fourth_case, "SET-002", "copy", ""},
                                      {no_police_receipt, "SET-005", "list", "清单.docx"},
                                      {neither_receipt_nor_list, "SET-005", "list", ""}};
    expect_params(known, G_N_ELEMENTS(known));
}

/* ---- names without an encoding ---- */

static void put_names(Submitted *s, int count)
{
    static const char *const names[] = {"信息/一.docx", "信息/二.docx", "信息/三.docx", "信息/四.docx"};
    Package *package = s->inventory->packages->pdata[0];
    for (int i = 0; i < count; i++) {
        Member *member = record_add(package->members, &member_type);
        member->path = g_strdup(names[i]);
        member->state = i == 0 ? MEMBER_JUNK : MEMBER_ARCHIVE;
        member->encoding = NAME_GB18030;
    }
}
static void two_names(Submitted *s) { put_names(s, 2); }
static void four_names(Submitted *s)
{
    put_names(s, 4);
    put_names(s, 2);
}

static void three_names_are_shown(void **state)
{
    (void)state;
    static const ParamCase known[] = {{two_names, "PKG-008", "examples", "二.docx"},
                                      {four_names, "PKG-008", "examples", "二.docx\n三.docx\n四.docx"}};
    expect_params(known, G_N_ELEMENTS(known));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_note_on_the_term_is_named),
                                       cmocka_unit_test(what_the_party_has_is_named),
                                       cmocka_unit_test(what_is_done_with_the_one_in_error),
                                       cmocka_unit_test(the_line_with_the_officers_is_quoted),
                                       cmocka_unit_test(what_lies_elsewhere_is_named),
                                       cmocka_unit_test(three_names_are_shown)};
    return cmocka_run_group_tests_name("remedies", tests, NULL, NULL);
}
