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
    the_field(s, FILING, "filing-date")->quote = g_strdup("立案日期：2016年9月20日");
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_note_on_the_term_is_named),
                                       cmocka_unit_test(what_the_party_has_is_named),
                                       cmocka_unit_test(the_line_with_the_officers_is_quoted)};
    return cmocka_run_group_tests_name("remedies", tests, NULL, NULL);
}
