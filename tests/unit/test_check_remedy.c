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
static void put_text(char **at, const char *text)
{
    g_free(*at);
    *at = g_strdup(text);
}

static void put_note(Submitted *s, const char *stated)
{
    filed_late(s);
    put_document(s, NOTE, "other", "stated", stated, NULL);
}
static void filed_late_with_a_note(Submitted *s) { put_note(s, "核定总投资后于2016年9月20日立案，核定时间依法扣除。"); }
static void filed_late_with_another_note(Submitted *s) { put_note(s, "当事人名称变更的情况，特此说明。"); }
static void filed_late_with_a_note_of_the_day(Submitted *s) { put_note(s, "2016年9月5日检查、2016年9月20日立案，经过说明如下。"); }
static void filed_late_with_a_note_on_the_form(Submitted *s) { put_note(s, "立案审批表中当事人名称漏字，特此说明。"); }
static void put_paper(Submitted *s, const char *title)
{
    put_note(s, "核定总投资后于2016年9月20日立案，核定时间依法扣除，特此说明。");
    the_document(s, NOTE)->title = g_strdup(title);
}
static void filed_late_with_a_titled_note(Submitted *s) { put_paper(s, "关于清单外时间扣除的情况说明"); }
static void filed_late_with_contents(Submitted *s) { put_paper(s, "卷 内 目 录"); }
static void filed_late_with_a_defence(Submitted *s) { put_paper(s, "陈述申辩书"); }
static void filed_late_with_a_required_paper(Submitted *s) { put_paper(s, "当事人意见及催告情况说明"); }
static void filed_late_with_contents_by_name(Submitted *s)
{
    filed_late(s);
    put_document(s, "案卷/行政处罚1/00 卷内目录.docx", "other", "stated", "关于延期立案的情况说明", NULL);
}
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
                                      {filed_late_with_a_note_of_the_day, "LAW-001", "noted", "情况说明.docx"},
                                      {filed_late_with_a_note_on_the_form, "LAW-001", "noted", ""},
                                      {filed_late_with_a_titled_note, "LAW-001", "noted", "情况说明.docx"},
                                      {filed_late_with_contents, "LAW-001", "noted", ""},
                                      {filed_late_with_a_defence, "LAW-001", "noted", ""},
                                      {filed_late_with_a_required_paper, "LAW-001", "noted", ""},
                                      {filed_late_with_contents_by_name, "LAW-001", "noted", ""},
                                      {filed_late_with_a_correction, "LAW-001", "noted", ""}};
    expect_params(known, G_N_ELEMENTS(known));
}

/* ---- the other findings that ask for a note ---- */

static void filed_after_the_notice(Submitted *s)
{
    set_field(s, FILING, "filing-date", "2016-09-26");
    set_field(s, "案卷/行政处罚1/调查报告.docx", "filing-date", "2016-09-26");
}
static void with_note(Submitted *s, const char *stated)
{
    filed_after_the_notice(s);
    put_document(s, NOTE, "other", "stated", stated, NULL);
}
static void order_explained_by_the_days(Submitted *s) { with_note(s, "2016年9月20日先行告知，2016年9月26日补办立案。"); }
static void order_explained_in_words(Submitted *s) { with_note(s, "立案与告知确属先后颠倒，特此说明。"); }
static void one_day_explained(Submitted *s) { with_note(s, "2016年9月26日补拍现场照片，特此说明。"); }
static void order_explained_in_another_file(Submitted *s)
{
    filed_after_the_notice(s);
    put_document(s, "案卷/行政处罚2/情况说明.docx", "other", "stated", "立案与告知确属先后颠倒，特此说明。", NULL);
}
static void left_behind(Submitted *s, const char *stated)
{
    add_field(the_document(s, "案卷/行政处罚1/回证2.docx"), "served-how", "留置送达");
    put_document(s, NOTE, "other", "stated", stated, NULL);
}
static void left_behind_explained(Submitted *s) { left_behind(s, "决定书留置送达，当时未邀请见证人。"); }
static void left_behind_and_another_note(Submitted *s) { left_behind(s, "当事人名称变更的情况，特此说明。"); }

static void heard_by_the_investigator(Submitted *s, const char *stated)
{
    put_document(s, "案卷/行政处罚1/听证笔录.docx", "hearing-record", "chair", "向例明", NULL);
    put_document(s, NOTE, "other", "stated", stated, NULL);
}
static void hearing_explained(Submitted *s) { heard_by_the_investigator(s, "听证笔录主持人系笔误，特此说明。"); }
static void hearing_and_another_note(Submitted *s) { heard_by_the_investigator(s, "当事人名称变更的情况，特此说明。"); }
static void withdrawal_asked(Submitted *s, const char *stated)
{
    put_document(s, "案卷/行政处罚1/询问.docx", "interview-record", "introduced", "证件", "recusal-asked", "向例明", NULL);
    put_document(s, NOTE, "other", "stated", stated, NULL);
}
static void withdrawal_explained(Submitted *s) { withdrawal_asked(s, "当事人当场撤回回避请求，特此说明。"); }
static void withdrawal_and_another_note(Submitted *s) { withdrawal_asked(s, "当事人名称变更的情况，特此说明。"); }

static void a_note_on_the_fault_is_named(void **state)
{
    (void)state;
    static const ParamCase known[] = {{filed_after_the_notice, "LAW-009", "noted", ""},
                                      {order_explained_by_the_days, "LAW-009", "noted", "情况说明.docx"},
                                      {order_explained_in_words, "LAW-009", "noted", "情况说明.docx"},
                                      {one_day_explained, "LAW-009", "noted", ""},
                                      {order_explained_in_another_file, "LAW-009", "noted", ""},
                                      {left_behind_explained, "LAW-020", "noted", "情况说明.docx"},
                                      {left_behind_and_another_note, "LAW-020", "noted", ""},
                                      {hearing_explained, "LAW-021", "noted", "情况说明.docx"},
                                      {hearing_and_another_note, "LAW-021", "noted", ""},
                                      {withdrawal_explained, "LAW-018", "noted", "情况说明.docx"},
                                      {withdrawal_and_another_note, "LAW-018", "noted", ""}};
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
    put_text(&only->place, "P6");
    put_text(&only->quote, "检查人：向例明（43122201）");
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

static void told_at(void (*change)(Submitted *), const char *file, const char *place)
{
    Submitted *s = submitted_clean();
    change(s);
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "LAW-012");
    assert_string_equal(finding->file, file);
    assert_string_equal(finding->place, place);
    submitted_free(s);
}
#define FIRST_REPORT "案卷/行政处罚1/0调查报告.docx"
static void officer_at(Submitted *s, const char *path, const char *name, const char *place)
{
    put_officer(the_document(s, path), name, NULL);
    GPtrArray *officers = the_document(s, path)->investigators;
    put_text(&((Investigator *)officers->pdata[officers->len - 1])->place, place);
}
static void without_a_number_in_the_report(Submitted *s)
{
    put_document(s, FIRST_REPORT, "investigation-report", NULL);
    officer_at(s, FIRST_REPORT, "瞿例之", "T2R3C2");
}
static void without_a_number_in_both(Submitted *s)
{
    without_a_number_in_the_report(s);
    officer_at(s, INSPECTION, "瞿例之", "P7");
}
static void another_without_a_number_in_the_record(Submitted *s)
{
    without_a_number_in_the_report(s);
    officer_at(s, INSPECTION, "米例春", "P8");
}

/* Who stands without a number in the report alone is told there. */
static void an_officer_is_told_where_he_is_named(void **state)
{
    (void)state;
    told_at(without_a_number_in_the_report, FIRST_REPORT, "T2R3C2");
    told_at(without_a_number_in_both, INSPECTION, "P7");
    told_at(another_without_a_number_in_the_record, INSPECTION, "P8");
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
static void corrected_before_the_third(Submitted *s) { put_penalty(s, "案卷/行政处罚2乙案（更正后）", 1, false); }
static void same_case_before_the_third(Submitted *s) { put_penalty(s, "案卷/行政处罚2乙案", 1, false); }
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
                                      {corrected_before_the_third, "SET-002", "renamed", "行政处罚2乙案（更正后）"},
                                      {corrected_before_the_third, "SET-002", "copy", ""},
                                      {same_case_before_the_third, "SET-002", "renamed", ""},
                                      {copy_before_the_third, "SET-002", "renamed", ""},
                                      {fourth_case, "SET-002", "copy", ""},
                                      {no_police_receipt, "SET-005", "list", "清单.docx"},
                                      {neither_receipt_nor_list, "SET-005", "list", ""}};
    expect_params(known, G_N_ELEMENTS(known));
}

/* ---- one fault, told once or with a reference ---- */

#define NOTICE "案卷/行政处罚1/告知书.docx"
#define REPORT "案卷/行政处罚1/调查报告.docx"
#define DAILY "案卷/按日1/"

static void scan_of_the_decision_alone(Submitted *s) { drop_files(s, DECISION); }
static void no_decision(Submitted *s)
{
    drop_files(s, DECISION);
    drop_files(s, "案卷/行政处罚1/证据.zip/决定书.jpg");
}
static void put_notice_again(Submitted *s, const char *path)
{
    static const char *const sha256 = "00000000000000000000000000000000000000000000000000000000000000aa";
    no_decision(s);
    put_document(s, path, "penalty-notice", "doc-number", "沅环罚告字〔2016〕1号", NULL);
    const char *const both[] = {NOTICE, path};
    for (size_t i = 0; i < G_N_ELEMENTS(both); i++) {
        FileFacts *file = the_file(s, both[i]);
        g_free(file->sha256);
        file->sha256 = g_strdup(sha256);
        g_clear_pointer(&file->named_type, g_free);
        g_free(the_document(s, both[i])->title);
        the_document(s, both[i])->title = g_strdup("行政处罚事先告知书");
    }
}
static void notice_saved_as_decision(Submitted *s) { put_notice_again(s, "案卷/行政处罚1/决定.docx"); }
static void notice_there_twice(Submitted *s) { put_notice_again(s, "案卷/行政处罚1/处罚事先告知书.docx"); }
static void another_notice_named_decision(Submitted *s)
{
    no_decision(s);
    put_document(s, "案卷/行政处罚1/决定.docx", "penalty-notice", "doc-number", "沅环罚告字〔2016〕1号", NULL);
}
static void no_fine(Submitted *s) { drop_field(s, DECISION, "fine-yuan"); }
static void fine_hidden(Submitted *s)
{
    no_fine(s);
    FileFacts *file = the_file(s, DECISION);
    file->chars = file->chars ? file->chars : record_new(&char_count_type);
    file->chars->hidden = 24;
}

/* The notice tells another term than the decision, each in one line (LINE) or in two. */
static void other_term_told(Submitted *s, const char *line, const char *other_line)
{
    set_field(s, DAILY "告知书.docx", "first-day", "2016-09-09");
    set_field(s, DAILY "告知书.docx", "last-day", "2016-09-21");
    quote_field(the_field(s, DAILY "告知书.docx", "first-day"), line);
    quote_field(the_field(s, DAILY "告知书.docx", "last-day"), other_line);
    quote_field(the_field(s, DAILY "按日决定书.docx", "first-day"), "自2016年9月8日起至2016年9月20日止");
    quote_field(the_field(s, DAILY "按日决定书.docx", "last-day"), "自2016年9月8日起至2016年9月20日止");
}
static void other_term_told_at_once(Submitted *s)
{
    other_term_told(s, "自2016年9月9日起至2016年9月21日止", "自2016年9月9日起至2016年9月21日止");
}
static void other_term_told_in_two_lines(Submitted *s)
{
    other_term_told(s, "自2016年9月9日起", "计至2016年9月21日");
}

static void propose(Submitted *s, const char *notice, const char *report)
{
    set_field(s, NOTICE, "proposed-fine-yuan", notice);
    set_field(s, REPORT, "proposed-fine-yuan", report);
}
static void notice_alone_is_lower(Submitted *s) { propose(s, "20000.00", "48000.00"); }
static void report_is_another_again(Submitted *s) { propose(s, "20000.00", "30000.00"); }

static void notice_dated_late(Submitted *s) { set_field(s, NOTICE, "notice-date", "2016-09-29"); }
static void notice_dated_and_served_late(Submitted *s)
{
    notice_dated_late(s);
    set_field(s, "案卷/行政处罚1/回证1.docx", "service-date", "2016-09-30");
}

static void row_of_another_case(Submitted *s)
{
    CaseRow *row = s->slice->cases->pdata[0];
    row->date = day_parse_iso("2016-09-27");
    g_free(row->party);
    row->party = g_strdup("沅陵县镜花砂石有限公司");
}
static void row_of_another_day(Submitted *s)
{
    ((CaseRow *)s->slice->cases->pdata[0])->date = day_parse_iso("2016-09-27");
}
/* A second paper says what the decision says, in the candidate's copy, of which is told first. */
static void repeat_in_closing_form(Submitted *s, const char *id)
{
    add_field(the_document(s, "先进个人/向例明/案卷/行政处罚1/结案.docx"), id, the_field(s, DECISION, id)->value);
}
static void row_of_another_day_than_two_papers(Submitted *s)
{
    row_of_another_day(s);
    repeat_in_closing_form(s, "decision-date");
}
static void row_of_another_fine_than_two_papers(Submitted *s)
{
    ((CaseRow *)s->slice->cases->pdata[0])->fine_yuan = decimal_from_int(84000);
    repeat_in_closing_form(s, "fine-yuan");
}

static void what_follows_is_told_with_it(void **state)
{
    (void)state;
    static const ParamCase known[] = {
        {no_decision, "EXT-001", "owed", "penalty-decision"},
        {no_decision, "EXT-001", "absent", ""},
        {scan_of_the_decision_alone, "EXT-001", "absent", "penalty-decision"},
        {scan_of_the_decision_alone, "EXT-001", "owed", ""},
        {notice_saved_as_decision, "EXT-001", "twin", "决定.docx"},
        {notice_saved_as_decision, "EXT-001", "twin-of", "告知书.docx"},
        {notice_there_twice, "EXT-001", "twin", ""},
        {another_notice_named_decision, "EXT-001", "twin", ""},
        {fine_hidden, "EXT-001", "hidden", "24"},
        {no_fine, "EXT-001", "hidden", ""},
        {other_term_told_at_once, "EXT-002", "field", "first-day last-day"},
        {other_term_told_in_two_lines, "EXT-002", "field", "first-day"},
        {notice_alone_is_lower, "LAW-013", "agree", "investigation-report"},
        {report_is_another_again, "LAW-013", "agree", ""},
        {notice_alone_is_lower, "LAW-013", "decided-file", "案卷/行政处罚1/决定书.docx"},
        {report_is_another_again, "LAW-013", "decided-file", ""},
        {report_is_another_again, "LAW-013", "other-file", NOTICE},
        {notice_dated_and_served_late, "LAW-009", "see", "LAW-003"},
        {notice_dated_late, "LAW-009", "see", ""},
        {row_of_another_case, "REF-002", "table-party", "沅陵县镜花砂石有限公司"},
        {row_of_another_case, "REF-002", "table-date", "2016-09-27"},
        {row_of_another_day, "REF-002", "table-value", "2016-09-27"},
        {row_of_another_day, "REF-002", "same-in", ""},
        {row_of_another_day_than_two_papers, "REF-002", "same-in", "1"},
        {row_of_another_fine_than_two_papers, "REF-002", "same-in", "1"},
        {receipt_of_the_second_case, "EXT-002", "other-place", ""}};
    expect_params(known, G_N_ELEMENTS(known));
}

/* How many findings there are for one fault; a candidate's case file is told of besides. */
static void it_is_told_as_often(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *code, *variant; int count; } known[] = {
        {other_term_told_at_once, "EXT-002", "notice", 1}, {other_term_told_in_two_lines, "EXT-002", "notice", 2},
        {notice_alone_is_lower, "EXT-002", "told", 0},     {report_is_another_again, "EXT-002", "told", 1},
        {row_of_another_case, "REF-002", "*", 2},          {no_decision, "SET-004", "speaking", 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        int count = submitted_count(s, known[i].code, known[i].variant);
        if (count != known[i].count)
            fail_msg("%zu: %s is told %d times", i, known[i].code, count);
        submitted_free(s);
    }
}

/* The place is that of the paper in the wrong file, and the number itself, not what stands before it. */
static void the_place_is_that_of_the_wrong_paper(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    receipt_of_the_second_case(s);
    quote_field(the_field(s, "案卷/行政处罚1/回证2.docx", "served-number"), "送达沅环罚字〔2016〕12号决定书");
    char **place = &the_field(s, "案卷/行政处罚1/回证2.docx", "served-number")->place;
    g_free(*place);
    *place = g_strdup("P3");
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "EXT-002");
    assert_string_equal(finding->file, "案卷/行政处罚1/回证2.docx");
    assert_string_equal(finding->place, "P3");
    submitted_free(s);
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

/* ---- roles left out of a list that has the column ---- */

#define LIST "先进个人/向例明/案件清单.docx"

static void put_blank_roles(Submitted *s, guint count)
{
    for (guint i = 0; i < count; i++) {
        Claim *blank = put_claim(the_document(s, LIST), "沅环罚字〔2016〕1号", KIND_PENALTY, ROLE_NONE);
        g_free(blank->place);
        blank->place = g_strdup_printf("L%u", i + 3);
    }
}
static void two_roles_blank(Submitted *s) { put_blank_roles(s, 2); }
static void many_roles_blank(Submitted *s) { put_blank_roles(s, 23); }
static void the_only_role_blank(Submitted *s)
{
    ((Claim *)the_document(s, LIST)->claims->pdata[0])->role = ROLE_NONE;
}

static void blank_roles_are_named_by_their_rows(void **state G_GNUC_UNUSED)
{
    static const ParamCase known[] = {{two_roles_blank, "CND-010", "rows", "L3\nL4"},
                                      {two_roles_blank, "CND-010", "more", ""},
                                      {many_roles_blank, "CND-010", "count", "23"},
                                      {many_roles_blank, "CND-010", "more", "3"},
                                      {the_only_role_blank, "CND-010", "rows", ""}};
    expect_params(known, G_N_ELEMENTS(known));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_note_on_the_term_is_named),
                                       cmocka_unit_test(a_note_on_the_fault_is_named),
                                       cmocka_unit_test(what_the_party_has_is_named),
                                       cmocka_unit_test(what_is_done_with_the_one_in_error),
                                       cmocka_unit_test(the_line_with_the_officers_is_quoted),
                                       cmocka_unit_test(an_officer_is_told_where_he_is_named),
                                       cmocka_unit_test(what_lies_elsewhere_is_named),
                                       cmocka_unit_test(what_follows_is_told_with_it),
                                       cmocka_unit_test(it_is_told_as_often),
                                       cmocka_unit_test(the_place_is_that_of_the_wrong_paper),
                                       cmocka_unit_test(three_names_are_shown),
                                       cmocka_unit_test(blank_roles_are_named_by_their_rows)};
    return cmocka_run_group_tests_name("remedies", tests, NULL, NULL);
}
