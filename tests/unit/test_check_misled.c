/* Findings whose remedy, taken alone, would spoil a right document: each names what contradicts it, and a near miss. */
#include "docnumber.h"
#include "findingcases.h"
#include "submission.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#define DAILY "案卷/按日1/按日决定书.docx"
#define ORDER_RECEIPT "案卷/按日1/回证1.docx"
#define RECHECK "案卷/按日1/复查笔录.docx"
#define CLOSING "案卷/行政处罚1/结案.docx"

/* ---- a receipt against the papers that tell when it was ---- */

static void receipt_misread(Submitted *s) { set_field(s, ORDER_RECEIPT, "service-date", "2016-09-08"); }
static void receipt_misread_and_papers_agree(Submitted *s)
{
    receipt_misread(s);
    set_field(s, RECHECK, "order-served-on", "2016-09-07");
    set_field(s, "案卷/按日1/再责改.docx", "order-served-on", "2016-09-07");
}
static void receipt_misread_and_one_tells_a_third_day(Submitted *s)
{
    receipt_misread(s);
    set_field(s, RECHECK, "order-served-on", "2016-09-06");
}
static void decision_alone_with_the_day(Submitted *s)
{
    receipt_misread(s);
    set_field(s, RECHECK, "order-served-on", "2016-09-08");
}
static void papers_tell_the_same_day(Submitted *s)
{
    set_field(s, RECHECK, "order-served-on", "2016-09-07");
    set_field(s, CLOSING, "service-date", "2016-09-29");
    set_field(s, "案卷/行政处罚1/决定书.docx", "notice-served-on", "2016-09-21");
}
/* The second receipt is of another attempt, and shows the day that is told. */
static void served_twice(Submitted *s)
{
    receipt_misread(s);
    put_document(s, "案卷/按日1/回证5.docx", "service-receipt", "served-number", "沅环责改字〔2016〕20号", "service-date",
                 "2016-09-07", NULL);
}
static void order_without_a_receipt(Submitted *s)
{
    drop_files(s, ORDER_RECEIPT);
    set_field(s, RECHECK, "order-served-on", "2016-09-09");
}
static void record_of_the_second_order(Submitted *s)
{
    set_field(s, RECHECK, "order-served-on", "2016-09-20");
    set_field(s, RECHECK, "order-number", "沅环责改字〔2016〕21号");
}
static void put_mention(Document *document, const char *number)
{
    DocNumber *mention = record_add(document->mentions, &docnumber_type);
    *mention = (DocNumber){.raw = g_strdup(number), .key = docnumber_key(number), .place = g_strdup("P4")};
}
static void second_order_only_mentioned(Submitted *s)
{
    set_field(s, RECHECK, "order-served-on", "2016-09-20");
    put_mention(the_document(s, "案卷/按日1/复查笔录.docx"), "沅环责改字〔2016〕21号");
}
/* Two orders of one step, of which the paper mentions the one whose receipt shows another day. */
static void one_of_two_orders_mentioned(Submitted *s)
{
    put_document(s, "案卷/按日1/责改0.docx", "rectification-order", "doc-number", "沅环责改字〔2016〕19号", "decision-date",
                 "2016-09-05", "party", "沅陵县乌有锰业有限公司", NULL);
    second_order_only_mentioned(s);
    put_mention(the_document(s, "案卷/按日1/复查笔录.docx"), "沅环责改字〔2016〕20号");
}
static void closing_form_of_another_day(Submitted *s) { set_field(s, CLOSING, "service-date", "2016-09-30"); }
static void closing_form_of_another_decision(Submitted *s)
{
    closing_form_of_another_day(s);
    set_field(s, CLOSING, "decision-number", "沅环罚字〔2016〕7号");
}
static void decision_tells_another_day(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/决定书.docx", "notice-served-on", "2016-09-22");
}
/* A notice of 25 September was served that day, after one of the 20th on the 21st. */
static void told_again(Submitted *s, const char *first, const char *second)
{
    static const char decision[] = "案卷/行政处罚1/决定书.docx";
    set_field(s, decision, "notice-number", "沅环罚告字〔2016〕1号");
    add_field(the_document(s, decision), "notice-number", "沅环罚告字〔2016〕9号");
    set_field(s, decision, "notice-served-on", first);
    add_field(the_document(s, decision), "notice-served-on", second);
    put_document(s, "案卷/行政处罚1/重新告知.docx", "penalty-notice", "rights", "陈述", "doc-number", "沅环罚告字〔2016〕9号",
                 "notice-date", "2016-09-25", NULL);
    put_document(s, "案卷/行政处罚1/回证9.docx", "service-receipt", "served-number", "沅环罚告字〔2016〕9号", "service-date",
                 "2016-09-25", NULL);
}
static void told_again_on_its_day(Submitted *s) { told_again(s, "2016-09-21", "2016-09-25"); }
static void told_again_on_another_day(Submitted *s) { told_again(s, "2016-09-21", "2016-09-24"); }

static void who_is_in_error_is_told(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *suspect, *count, *tellers, *file, *even; } known[] = {
        {receipt_misread, NULL, "1", NULL, DAILY, "rectification-order"},
        {receipt_misread_and_one_tells_a_third_day, NULL, "1", NULL, RECHECK, NULL},
        {decision_alone_with_the_day, "daily-decision", "1", NULL, DAILY, NULL},
        {receipt_misread_and_papers_agree, "service-receipt", "3", "再责改.docx|P3\n复查笔录.docx|P3\n按日决定书.docx|P3", ORDER_RECEIPT, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-002");
        assert_string_equal(finding->file, known[i].file);
        assert_string_equal(finding_value(finding, "other-file"), ORDER_RECEIPT);
        assert_int_equal(g_strcmp0(finding_value(finding, "of-even"), known[i].even), 0);
        assert_string_equal(finding_value(finding, "value"), strcmp(known[i].file, RECHECK) == 0 ? "2016-09-06" : "2016-09-07");
        assert_string_equal(finding_value(finding, "count"), known[i].count);
        if (g_strcmp0(finding_value(finding, "suspect"), known[i].suspect) != 0 ||
            g_strcmp0(finding_value(finding, "tellers"), known[i].tellers) != 0)
            fail_msg("%zu: %s, %s, %s", i, finding_value(finding, "suspect"), finding_value(finding, "tellers"), finding->file);
        submitted_free(s);
    }
}

/* ---- one paper of another party ---- */

#define RECEIPT "案卷/行政处罚1/回证2.docx"
#define COURT "案卷/强制执行1/"

static void receipt_of_another_party(Submitted *s)
{
    set_field(s, RECEIPT, "served-document", "行政处罚决定书");
    set_field(s, RECEIPT, "party", "沅陵县蜃楼电镀有限公司");
}
static void receipt_and_report_of_another_party(Submitted *s)
{
    receipt_of_another_party(s);
    set_field(s, "案卷/行政处罚1/调查报告.docx", "party", "沅陵县蜃楼电镀有限公司");
}

static void more_applied_for(Submitted *s)
{
    set_field(s, COURT "申请书.docx", "demanded-yuan", "50000.00");
}
static void more_applied_for_than_demanded(Submitted *s)
{
    more_applied_for(s);
    set_field(s, COURT "催告书.docx", "demanded-yuan", "40000.00");
}
static void more_demanded_and_applied_for(Submitted *s)
{
    more_applied_for(s);
    set_field(s, COURT "催告书.docx", "demanded-yuan", "50000.00");
}

#define FILING "案卷/行政处罚1/立案.docx"
#define REPORT "案卷/行政处罚1/调查报告.docx"

static void filing_of_another_day(Submitted *s) { set_field(s, FILING, "filing-date", "2016-09-06"); }
static void filing_alone_with_its_day(Submitted *s)
{
    filing_of_another_day(s);
    set_field(s, CLOSING, "filing-date", "2016-09-07");
}
static void each_with_its_day(Submitted *s)
{
    filing_of_another_day(s);
    set_field(s, CLOSING, "filing-date", "2016-09-08");
}
static void two_forms_of_two_days(Submitted *s)
{
    filing_alone_with_its_day(s);
    drop_files(s, REPORT);
}
static void form_alone_against_two(Submitted *s)
{
    two_forms_of_two_days(s);
    put_document(s, "案卷/行政处罚1/销案.docx", "closing-form", "filing-date", "2016-09-07", NULL);
}

/* Of two papers neither is said to be wrong, nor to be gone by; a report is never gone by. */
static void of_two_papers_neither_is_accused(void **state G_GNUC_UNUSED)
{
    static const struct { ChangeFunc change; const char *file, *suspect, *even; } known[] = {
        {filing_of_another_day, REPORT, NULL, "filing-date"},     {filing_alone_with_its_day, FILING, "filing-form", NULL},
        {each_with_its_day, REPORT, NULL, NULL},                  {two_forms_of_two_days, FILING, NULL, "filing-date"},
        {form_alone_against_two, FILING, "filing-form", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-002");
        assert_non_null(finding);
        assert_string_equal(finding->file, known[i].file);
        assert_null(finding_value(finding, "winner"));
        if (g_strcmp0(finding_value(finding, "suspect"), known[i].suspect) != 0 ||
            g_strcmp0(finding_value(finding, "even"), known[i].even) != 0)
            fail_msg("%zu: %s, %s", i, finding_value(finding, "suspect"), finding_value(finding, "even"));
        submitted_free(s);
    }
}

static void the_odd_paper_is_the_place(void **state G_GNUC_UNUSED)
{
    static const struct { ChangeFunc change; const char *file, *suspect; } known[] = {
        {receipt_of_another_party, RECEIPT, "service-receipt"},
        {more_applied_for_than_demanded, COURT "申请书.docx", "enforcement-application"},
        {more_applied_for, COURT "决定书.docx", NULL},
        {more_demanded_and_applied_for, COURT "决定书.docx", NULL},
        {receipt_and_report_of_another_party, "案卷/行政处罚1/决定书.docx", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-002");
        assert_non_null(finding);
        assert_string_equal(finding->file, known[i].file);
        assert_int_equal(g_strcmp0(finding_value(finding, "suspect"), known[i].suspect), 0);
        submitted_free(s);
    }
}

static void counted_from_the_day_after(Submitted *s)
{
    set_field(s, DAILY, "order-service-date", "2016-09-06");
    receipt_misread(s);
}

/* The first day is right by what the decision tells, not by the receipt: which of the two must be found out first. */
static void the_days_are_not_to_be_touched_yet(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *stated; } known[] = {
        {receipt_misread, "2016-09-07"}, {counted_from_the_day_after, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "LAW-006");
        assert_string_equal(finding_value(finding, "service"), "2016-09-08");
        if (g_strcmp0(finding_value(finding, "stated"), known[i].stated) != 0)
            fail_msg("%zu: %s", i, finding_value(finding, "stated"));
        submitted_free(s);
    }
}

/* ---- a decision of another case in the file ---- */

#define OTHER_FACTORY "沅陵县镜花砂石有限公司"

/* The decision of another case; its name puts it in PATH order before or after the file's own. */
static void put_other_decision(Submitted *s, const char *path)
{
    put_document(s, path, "penalty-decision", "doc-number", "沅环罚字〔2016〕77号", "notice-number", "沅环罚告字〔2016〕77号",
                 "decision-date", "2016-10-18", "fine-yuan", "30000.00", "party", OTHER_FACTORY, NULL);
}
static void other_case_behind(Submitted *s) { put_other_decision(s, "案卷/行政处罚1/附 决定书.docx"); }
static void other_case_before(Submitted *s) { put_other_decision(s, "案卷/行政处罚1/0决定书.docx"); }
static void other_case_with_its_papers(Submitted *s)
{
    other_case_behind(s);
    put_document(s, "案卷/行政处罚1/附 告知书.docx", "penalty-notice", "doc-number", "沅环罚告字〔2016〕77号", "notice-date",
                 "2016-10-08", "party", OTHER_FACTORY, NULL);
    put_document(s, "案卷/行政处罚1/附 立案.docx", "filing-form", "filing-date", "2016-09-30", "party", OTHER_FACTORY, NULL);
}
/* Scans of the other case by number, party or folder; those that tell nothing stay, as do those of this case. */
static void other_case_with_its_scans(Submitted *s)
{
    put_other_decision(s, "案卷/行政处罚1/附/决定书.docx");
    put_scan(s, "案卷/行政处罚1/沅环罚告字〔2016〕77号.jpg", "by number", "penalty-notice", "沅环罚告字〔2016〕77号");
    put_scan(s, "案卷/行政处罚1/" OTHER_FACTORY "现场.jpg", "by party", NULL, NULL);
    put_scan(s, "案卷/行政处罚1/现场.jpg", "by nothing", NULL, NULL);
    put_scan(s, "案卷/行政处罚1/附/证据.zip/1.jpg", "by folder", NULL, NULL);
    put_scan(s, "案卷/行政处罚1/附/沅环罚字〔2016〕1号.jpg", "of this case", NULL, "沅环罚字〔2016〕1号");
}
/* The penalty of another firm, with HEAD, and its papers lie with a letter. */
static void penalty_beside_the_letter(Submitted *s, const char *party, const char *head)
{
    static const char *const papers[][2] = {
        {"立案", "filing-form"}, {"报告", "investigation-report"}, {"结案", "closing-form"}};
    set_field(s, "案卷/拘留1/移送书.docx", "legal-rep", "曾样川");
    put_document(s, "案卷/拘留1/另/决定书.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕77号", "decision-date",
                 "2016-10-18", "fine-yuan", "30000.00", "party", party, "legal-rep", head, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf("案卷/拘留1/另/%s.docx", papers[i][0]);
        put_document(s, path, papers[i][1], "party", party, NULL);
    }
}
static void another_firm_fined(Submitted *s) { penalty_beside_the_letter(s, OTHER_FACTORY, "舒样山"); }
static void its_head_fined(Submitted *s)
{
    penalty_beside_the_letter(s, "曾样川", "曾样川");
    drop_field(s, "案卷/拘留1/另/决定书.docx", "legal-rep");
}
static void one_firm_by_another_name(Submitted *s) { penalty_beside_the_letter(s, OTHER_FACTORY, "曾样川"); }
static void another_firm_fined_as_the_letter_tells(Submitted *s)
{
    another_firm_fined(s);
    DocNumber *mention = record_add(the_document(s, "案卷/拘留1/移送书.docx")->mentions, &docnumber_type);
    mention->raw = g_strdup("沅环罚字〔2016〕77号");
    mention->key = g_strdup(field_key(the_field(s, "案卷/拘留1/另/决定书.docx", "doc-number")));
}
static void decision_of_another_firm_alone(Submitted *s)
{
    another_firm_fined(s);
    drop_files(s, "案卷/拘留1/另/立案.docx");
}
/* Its number has a slip, and nothing else tells another case. */
static void a_number_with_a_slip(Submitted *s)
{
    put_document(s, "案卷/行政处罚1/决定书2.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕11号", "notice-number",
                 "沅环罚告字〔2016〕1号", "decision-date", "2016-09-28", "fine-yuan", "48000.00", "party", "沅陵县乌有锰业有限公司",
                 NULL);
}
static void the_only_decision_has_a_slip(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/决定书.docx", "doc-number", "沅环罚字〔2016〕10号");
}

/* One finding tells it, with all that is of the other case, and nothing is to be changed to fit it. */
static void another_case_is_told_once(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *papers; } known[] = {
        {other_case_behind, NULL},
        {other_case_before, NULL},
        {other_case_with_its_papers, "案卷/行政处罚1/附 告知书.docx\n案卷/行政处罚1/附 立案.docx"},
        {other_case_with_its_scans, "案卷/行政处罚1/沅环罚告字〔2016〕77号.jpg\n案卷/行政处罚1/" OTHER_FACTORY
                                    "现场.jpg\n案卷/行政处罚1/附/证据.zip/1.jpg"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(s->findings->findings->len, 2);
        const Finding *finding = submitted_finding(s, "EXT-002"), *second = submitted_finding(s, "SET-011");
        assert_string_equal(finding->variant, "two-cases");
        assert_string_equal(finding_value(finding, "value"), "沅环罚字〔2016〕1号");
        assert_string_equal(finding_value(finding, "other-value"), "沅环罚字〔2016〕77号");
        assert_string_equal(finding_value(second, "number"), "沅环罚字〔2016〕1号");
        if (g_strcmp0(finding_value(finding, "papers"), known[i].papers) != 0)
            fail_msg("%zu: %s", i, finding_value(finding, "papers"));
        submitted_free(s);
    }
}

/* The papers of the two are not compared with each other. */
static void a_case_beside_a_letter_is_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    another_firm_fined(s);
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "EXT-002");
    assert_int_equal(submitted_count(s, "EXT-002", "*"), 1);
    assert_string_equal(finding_value(finding, "other-value"), "沅环罚字〔2016〕77号");
    assert_string_equal(finding_value(finding, "papers"),
                        "案卷/拘留1/另/报告.docx\n案卷/拘留1/另/立案.docx\n案卷/拘留1/另/结案.docx");
    submitted_free(s);
}

static void a_slip_is_told_as_before(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; int contradictions, second; } known[] = {
        {a_number_with_a_slip, 0, 1}, {the_only_decision_has_a_slip, 1, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(submitted_count(s, "EXT-002", "two-cases"), 0);
        assert_int_equal(submitted_count(s, "EXT-002", "*"), known[i].contradictions);
        assert_int_equal(submitted_count(s, "SET-011", "*"), known[i].second);
        submitted_free(s);
    }
}

/* ---- an old version beside the valid one ---- */

static void put_version(Submitted *s, const char *path, const char *fine)
{
    put_document(s, path, "penalty-decision", "doc-number", "沅环罚〔2016〕1号", "notice-number", "沅环罚告字〔2016〕1号",
                 "decision-date", "2016-09-28", "fine-yuan", fine, "party", "沅陵县乌有锰业有限公司", NULL);
}
static void old_version(Submitted *s) { put_version(s, "案卷/行政处罚1/决定书(旧).docx", "50000.00"); }
static void old_version_with_the_same_values(Submitted *s) { put_version(s, "案卷/行政处罚1/决定书(旧).docx", "48000.00"); }
static void version_of_no_name(Submitted *s) { put_version(s, "案卷/行政处罚1/决定书2.docx", "50000.00"); }
static void corrected_version(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/决定书.docx", "fine-yuan", "50000.00");
    put_version(s, "案卷/行政处罚1/决定书（更正后）.docx", "48000.00");
}
/* The name says that it is final, but closing form and payment have the amount of the one without a word. */
static void final_version_that_no_paper_knows(Submitted *s)
{
    put_version(s, "案卷/行政处罚1/决定书（定稿）.docx", "50000.00");
    set_field(s, "案卷/行政处罚1/告知书.docx", "proposed-fine-yuan", "48000.00");
    set_field(s, CLOSING, "fine-yuan", "48000.00");
}
/* What was decided otherwise than proposed: the papers made afterwards have the new amount. */
static void final_version_that_closing_knows(Submitted *s)
{
    final_version_that_no_paper_knows(s);
    set_field(s, "案卷/行政处罚1/缴款.docx", "fine-yuan", "48000.00");
    set_field(s, CLOSING, "fine-yuan", "50000.00");
}
static void final_version_before_the_closing(Submitted *s)
{
    final_version_that_no_paper_knows(s);
    drop_field(s, CLOSING, "fine-yuan");
    put_document(s, "案卷/行政处罚1/讨论.docx", "discussion-record", "proposed-fine-yuan", "48000.00", NULL);
}
static void version_for_approval(Submitted *s) { put_version(s, "案卷/行政处罚1/决定书（送审）.docx", "50000.00"); }
static void version_that_no_paper_settles(Submitted *s)
{
    version_of_no_name(s);
    set_field(s, CLOSING, "fine-yuan", "50000.00");
}
/* The word is part of the party's name and stands in both. */
static void word_in_both_names(Submitted *s)
{
    put_version(s, "案卷/行政处罚1/废旧金属决定书1.docx", "48000.00");
    put_version(s, "案卷/行政处罚1/废旧金属决定书2.docx", "48000.00");
    drop_files(s, "案卷/行政处罚1/决定书.docx");
}

static void the_valid_version_speaks(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *valid, *old; } known[] = {
        {old_version, "案卷/行政处罚1/决定书.docx", "案卷/行政处罚1/决定书(旧).docx"},
        {corrected_version, "案卷/行政处罚1/决定书（更正后）.docx", "案卷/行政处罚1/决定书.docx"},
        {final_version_that_no_paper_knows, "案卷/行政处罚1/决定书.docx", "案卷/行政处罚1/决定书（定稿）.docx"},
        {version_for_approval, "案卷/行政处罚1/决定书.docx", "案卷/行政处罚1/决定书（送审）.docx"},
        {version_that_no_paper_settles, "案卷/行政处罚1/决定书.docx", "案卷/行政处罚1/决定书2.docx"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(s->findings->findings->len, 1); /* not REF-002 as well */
        const Finding *finding = submitted_finding(s, "EXT-002");
        assert_string_equal(finding->file, known[i].valid);
        assert_string_equal(finding_value(finding, "other-file"), known[i].old);
        submitted_free(s);
    }
}

/* ---- what was asked for lies in the file already ---- */

static Document *put_note(Submitted *s, const char *path, const char *type, const char *stated)
{
    return put_document(s, path, type, "stated", stated, NULL);
}
static void closing_form_of_another_fine(Submitted *s)
{
    set_field(s, CLOSING, "fine-yuan", "84000.00");
    set_field(s, CLOSING, "decision-date", "2016-09-26");
}
static void noted_as_a_slip(Submitted *s)
{
    set_field(s, CLOSING, "decision-date", "2016-09-26");
    put_note(s, "案卷/行政处罚1/更正说明.docx", "correction-notice",
             "结案审批表中处罚决定日期“２０１６年９月26日”系笔误，应为“2016年9月28日”");
}
/* It tells one of the two only. */
static void noted_of_something_else(Submitted *s)
{
    set_field(s, CLOSING, "decision-date", "2016-09-26");
    put_note(s, "案卷/行政处罚1/更正说明.docx", "correction-notice", "决定书2016年9月28日作出，案由更正为超标排放");
}
/* A table of contents tells both days as well, and explains nothing. */
static void told_in_the_contents(Submitted *s)
{
    set_field(s, CLOSING, "decision-date", "2016-09-26");
    put_note(s, "案卷/行政处罚1/目录.docx", "other", "决定书2016年9月28日，情况说明2016年9月26日")->title =
        g_strdup("卷内目录");
}
static void receipt_noted(Submitted *s)
{
    receipt_misread(s);
    put_note(s, "案卷/按日1/说明.docx", "role-statement", "送达回证写为2016年9月8日，应为2016年9月7日");
}
static void renamed(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/立案.docx", "party", "沅陵县乌有冶炼厂");
    put_note(s, "案卷/行政处罚1/变更通知书.docx", "statement", "原名沅陵县乌有冶炼厂，变更为沅陵县乌有锰业有限公司");
}
static void served_the_day_before(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/回证1.docx", "service-date", "2016-09-27");
}
static void waived(Submitted *s)
{
    served_the_day_before(s);
    put_note(s, "案卷/行政处罚1/放弃声明.docx", "waiver", "自愿放弃陈述、申辩的权利");
}
static void waived_on_a_scan(Submitted *s)
{
    served_the_day_before(s);
    put_scan(s, "案卷/行政处罚1/放弃听证声明.jpg", "waiver", "waiver", NULL);
}

/* Whoever added what the remedy asked for is told that it was seen, and the finding keeps its level; but a waiver leaves
 * nothing to mend. */
static void a_note_in_the_file_is_named(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *code, *noted; } known[] = {
        {closing_form_of_another_fine, "EXT-002", NULL}, {noted_as_a_slip, "EXT-002", "更正说明.docx"},
        {noted_of_something_else, "EXT-002", NULL},      {told_in_the_contents, "EXT-002", NULL},
        {receipt_noted, "EXT-002", "说明.docx"},
        {renamed, "EXT-002", "变更通知书.docx"},         {served_the_day_before, "LAW-003", NULL},
        {waived, "LAW-003", "放弃声明.docx"},            {waived_on_a_scan, "LAW-003", "放弃听证声明.jpg"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, known[i].code);
        assert_non_null(finding);
        assert_int_equal(finding->level, g_strcmp0(finding->variant, "waived") == 0 ? LEVEL_WARNING : LEVEL_ERROR);
        if (g_strcmp0(finding_value(finding, "noted"), known[i].noted) != 0)
            fail_msg("%zu: %s", i, finding_value(finding, "noted"));
        submitted_free(s);
    }
}

/* ---- what later papers say of the decision ---- */

static void demanded(Submitted *s, const char *file, const char *yuan)
{
    set_field(s, file, "demanded-yuan", yuan);
}
static void demand_of_another_amount(Submitted *s) { demanded(s, "案卷/强制执行1/催告书.docx", "4000.00"); }
static void application_of_another_amount(Submitted *s) { demanded(s, "案卷/强制执行1/申请书.docx", "400000.00"); }
static void the_fine_is_demanded(Submitted *s)
{
    demanded(s, "案卷/强制执行1/催告书.docx", "40000.00");
    demanded(s, "案卷/强制执行1/申请书.docx", "40000.00");
}
static void court_accepts_another(Submitted *s)
{
    set_field(s, "案卷/强制执行1/受理.docx", "decision-number", "沅环罚字〔2016〕6号");
}
static void court_accepts_this(Submitted *s)
{
    set_field(s, "案卷/强制执行1/受理.docx", "decision-number", "沅环罚〔2016〕02号");
}
static void letter_of_another_penalty(Submitted *s)
{
    set_field(s, "案卷/拘留1/移送书.docx", "decision-number", "沅环罚字〔2016〕31号");
}
static void letter_of_this_penalty(Submitted *s)
{
    set_field(s, "案卷/拘留1/移送书.docx", "decision-number", "沅环罚字〔2016〕30号");
}
static void the_penalty_is_not_there(Submitted *s)
{
    letter_of_another_penalty(s);
    drop_files(s, "案卷/拘留1/决定书.docx");
}

static void the_decision_wins_over_what_repeats_it(void **state)
{
    (void)state;
    static const ChangeFunc changes[] = {demand_of_another_amount, application_of_another_amount, court_accepts_another,
                                         letter_of_another_penalty};
    for (size_t i = 0; i < G_N_ELEMENTS(changes); i++) {
        Submitted *s = submitted_clean();
        changes[i](s);
        submitted_check(s);
        assert_int_equal(submitted_count(s, "EXT-002", "*"), 1);
        assert_string_equal(finding_value(submitted_finding(s, "EXT-002"), "winner"), "penalty-decision");
        submitted_free(s);
    }
}

/* ---- a copy of a case file ---- */

static void copied_folder(Submitted *s) { put_penalty(s, "案卷/行政处罚1 - 副本", 1, false); }
static void copied_by_the_browser(Submitted *s) { put_penalty(s, "案卷/行政处罚1 (1)", 1, false); }
static void copied_in_front(Submitted *s) { put_penalty(s, "案卷/复件 行政处罚1", 1, false); }
static void same_number_in_another_folder(Submitted *s) { put_penalty(s, "案卷/行政处罚11", 1, false); }
static void same_number_in_a_bracketed_name(Submitted *s) { put_penalty(s, "案卷/行政处罚1(某某公司)", 1, false); }
static void copy_of_another_number(Submitted *s) { put_penalty(s, "案卷/行政处罚1 - 副本", 4, true); }

/* ---- receipts without a day, or of another party; interviews in another case ---- */

#define RECEIPT "案卷/行政处罚1/回证2.docx"
#define INTERVIEW "案卷/行政处罚1/询问笔录.docx"

static void receipt_undated(Submitted *s) { drop_field(s, RECEIPT, "service-date"); }
/* The demand tells when the decision was served, not the demand. */
static void demand_receipt_dated(Submitted *s) { set_field(s, "案卷/强制执行1/催告书.docx", "service-date", "2016-03-11"); }
static void demand_receipt_undated(Submitted *s)
{
    demand_receipt_dated(s);
    drop_field(s, "案卷/强制执行1/回证2.docx", "service-date");
}
static void receipt_of_no_such_day(Submitted *s)
{
    set_field(s, RECEIPT, "service-date", "2016-09-31"); /* EXT-003 tells it */
    the_field(s, RECEIPT, "service-date")->status = VALUE_INVALID;
}
static void another_receipt_is_dated(Submitted *s)
{
    receipt_undated(s);
    put_document(s, "案卷/行政处罚1/回证3.docx", "service-receipt", "served-number", "沅环罚字〔2016〕1号", "service-date",
                 "2016-09-29", NULL);
}
static void signed_on_the_decision(Submitted *s)
{
    receipt_undated(s);
    set_field(s, "案卷/行政处罚1/决定书.docx", "service-date", "2016-09-29");
}
static void received_by(Submitted *s, const char *who) { set_field(s, RECEIPT, "party", who); }
static void served_on_another_firm(Submitted *s) { received_by(s, "沅陵县南柯页岩砖厂"); }
static void served_on_the_firm_in_short(Submitted *s) { received_by(s, "沅陵乌有锰业公司"); }
static void served_on_a_person(Submitted *s) { received_by(s, "范例先"); }
static void served_on_the_firm_with_a_name(Submitted *s) { received_by(s, "沅陵县乌有锰业有限公司（范例先）"); }
static void served_on_a_masked_firm(Submitted *s) { received_by(s, "沅陵县某某页岩砖厂"); }
static void served_on_the_police(Submitted *s)
{
    put_document(s, "案卷/拘留1/回证.docx", "service-receipt", "served-number", "沅环拘移〔2016〕1号", "service-date",
                 "2016-10-14", "party", "沅陵县公安局治安大队", NULL);
}
static void interview_about(Submitted *s, const char *firm)
{
    Document *record = put_document(s, INTERVIEW, "interview-record", "subject-party", firm, NULL);
    put_officer(record, "向例明", "43122201");
    put_officer(record, "舒例川", "43122203");
}
static void interview_in_another_case(Submitted *s) { interview_about(s, "沅陵县南柯页岩砖厂"); }
static void interview_in_this_case(Submitted *s)
{
    interview_about(s, "沅陵县乌有锰业公司");
    set_field(s, INTERVIEW, "party", "沅陵县南柯页岩砖厂"); /* where the witness works */
}

static void courts(Submitted *s, const char *asked, const char *taken)
{
    set_field(s, "案卷/强制执行1/申请书.docx", "court", asked);
    set_field(s, "案卷/强制执行1/受理.docx", "court", taken);
}
static void application_to_another_court(Submitted *s) { courts(s, "辰溪县人民法院", "沅陵县人民法院"); }
static void application_to_this_court(Submitted *s) { courts(s, "沅陵县人民法院", "湖南省沅陵县人民法院"); }
static void decided_on_appeal(Submitted *s) { courts(s, "沅陵县人民法院", "湖南省怀化市中级人民法院"); }

/* ---- no receipt was read: what papers tell of one service is compared with each other ---- */

#define ENFORCEMENT "案卷/强制执行1/"
static void told_on(Submitted *s, const char *demand, const char *application)
{
    drop_files(s, ENFORCEMENT "回证1.docx");
    put_scan(s, ENFORCEMENT "回证1.jpg", "receipt", "service-receipt", NULL);
    set_field(s, ENFORCEMENT "催告书.docx", "decision-number", "沅环罚字〔2016〕2号");
    set_field(s, ENFORCEMENT "催告书.docx", "service-date", demand);
    set_field(s, ENFORCEMENT "申请书.docx", "decision-number", "沅环罚字〔2016〕2号");
    set_field(s, ENFORCEMENT "申请书.docx", "service-date", application);
}
static void told_on_two_days(Submitted *s) { told_on(s, "2016-02-25", "2016-02-26"); }
static void told_on_one_day(Submitted *s) { told_on(s, "2016-02-25", "2016-02-25"); }
static void told_of_two_decisions(Submitted *s)
{
    told_on_two_days(s);
    set_field(s, ENFORCEMENT "催告书.docx", "decision-number", "沅环罚字〔2016〕3号");
}
static void one_paper_tells_two_services(Submitted *s)
{
    told_on_two_days(s);
    add_field(the_document(s, ENFORCEMENT "催告书.docx"), "service-date", "2016-02-26");
}
static void told_on_two_days_and_a_receipt(Submitted *s)
{
    told_on_two_days(s);
    put_document(s, ENFORCEMENT "回证9.docx", "service-receipt", "served-number", "沅环罚字〔2016〕2号", "service-date", "2016-02-25", NULL);
}

/* ---- two days in one receipt ---- */

#define RECEIPT_2 "案卷/行政处罚1/回证2.docx"
static void receipt_tells(Submitted *s, const char *delivered, const char *signed_for)
{
    set_field(s, RECEIPT_2, "delivered-on", delivered);
    set_field(s, RECEIPT_2, "signed-for-on", signed_for);
}
static void signed_for_on_another_day(Submitted *s) { receipt_tells(s, "2016-09-29", "2016-10-09"); }
static void signed_for_on_the_day(Submitted *s) { receipt_tells(s, "2016-09-29", "2016-09-29"); }
static void sent_by_post(Submitted *s)
{
    signed_for_on_another_day(s);
    set_field(s, RECEIPT_2, "served-how", "邮寄送达");
}
static void post_is_not_ticked(Submitted *s)
{
    signed_for_on_another_day(s);
    set_field(s, RECEIPT_2, "served-how", "☑直接送达 □邮寄送达 □留置送达");
}
static void two_sign_for_it(Submitted *s)
{
    signed_for_on_another_day(s);
    add_field(the_document(s, RECEIPT_2), "signed-for-on", "2016-09-29");
}
/* Another paper contradicts the receipt: that is told, and once. */
static void closing_form_tells_the_other_day(Submitted *s)
{
    signed_for_on_another_day(s);
    set_field(s, CLOSING, "service-date", "2016-10-09");
}

/* ---- head and signature of a record ---- */

#define INTERVIEW "案卷/行政处罚1/询问笔录.docx"
static void interviewed(Submitted *s, const char *head, const char *signed_on)
{
    put_document(s, INTERVIEW, "interview-record", "introduced", "出示", "record-time", head, "document-date", signed_on, NULL);
}
static void head_is_months_off(Submitted *s) { interviewed(s, "2016年7月8日9时至10时", "2016-09-08"); }
static void head_is_of_the_day(Submitted *s) { interviewed(s, "2016年9月8日9时至10时", "2016-09-08"); }
static void signed_after_midnight(Submitted *s) { interviewed(s, "2016年9月8日22时至次日1时", "2016-09-09"); }
static void signed_two_days_later(Submitted *s) { interviewed(s, "2016年9月8日22时至23时", "2016-09-10"); }
/* Asked on 5 September about an inspection of that day; signed, by a slip, in June. */
static void signed_before_what_it_tells(Submitted *s)
{
    interviewed(s, "在该单位办公室", "2016-06-08");
    set_field(s, INTERVIEW, "inspection-dates", "2016-09-05");
}
static void signed_before_its_own_head(Submitted *s)
{
    interviewed(s, "2016年9月8日9时至10时", "2016-06-08");
    set_field(s, INTERVIEW, "inspection-dates", "2016-09-05");
}
static void told_of_another_day(Submitted *s)
{
    signed_before_what_it_tells(s);
    set_field(s, "案卷/行政处罚1/调查报告.docx", "interviewed-on", "2016-09-08");
}
static void held_on_several_days(Submitted *s) { interviewed(s, "2016年9月6日9时至2016年9月8日10时", "2016-09-08"); }
static void head_without_a_year(Submitted *s) { interviewed(s, "7月8日9时至10时", "2016-09-08"); }

static const FindingCase cases[] = {
    RAISED("EXT-002", "record-days", head_is_months_off, head_is_of_the_day),
    RAISED("EXT-002", "record-days", signed_two_days_later, signed_after_midnight),
    RAISED("EXT-002", "record-days", head_is_months_off, held_on_several_days),
    RAISED("EXT-002", "record-days", head_is_months_off, head_without_a_year),
    RAISED("LAW-009", "apparent", signed_before_what_it_tells, signed_before_its_own_head),
    RAISED("LAW-009", "apparent", signed_before_what_it_tells, told_of_another_day),
    RAISED("EXT-002", "service-told", told_on_two_days, told_on_one_day),
    RAISED("EXT-002", "service-told", told_on_two_days, told_of_two_decisions),
    RAISED("EXT-002", "service-told", told_on_two_days, one_paper_tells_two_services),
    RAISED("EXT-002", "service-told", told_on_two_days, told_on_two_days_and_a_receipt),
    RAISED("EXT-002", "service", told_on_two_days_and_a_receipt, told_on_two_days),
    RAISED("EXT-002", "receipt-days", signed_for_on_another_day, signed_for_on_the_day),
    RAISED("EXT-002", "receipt-days", post_is_not_ticked, sent_by_post),
    RAISED("EXT-002", "receipt-days", signed_for_on_another_day, two_sign_for_it),
    RAISED("EXT-002", "receipt-days", signed_for_on_another_day, closing_form_tells_the_other_day),
    RAISED("EXT-002", NULL, application_to_another_court, application_to_this_court),
    RAISED("EXT-002", NULL, application_to_another_court, decided_on_appeal),
    RAISED("EXT-001", "service", receipt_undated, receipt_of_no_such_day),
    RAISED("EXT-001", "service", receipt_undated, another_receipt_is_dated),
    RAISED("EXT-001", "service", demand_receipt_undated, demand_receipt_dated),
    RAISED("EXT-001", "service", receipt_undated, signed_on_the_decision),
    RAISED("EXT-002", NULL, served_on_another_firm, served_on_the_firm_in_short),
    RAISED("EXT-002", NULL, served_on_another_firm, served_on_a_person),
    RAISED("EXT-002", NULL, served_on_another_firm, served_on_the_firm_with_a_name),
    RAISED("EXT-002", NULL, served_on_another_firm, served_on_a_masked_firm),
    RAISED("EXT-002", NULL, served_on_another_firm, served_on_the_police),
    RAISED("EXT-002", NULL, interview_in_another_case, interview_in_this_case),
    RAISED("SET-007", "copy", copied_folder, same_number_in_another_folder),
    RAISED("SET-007", "copy", copied_by_the_browser, same_number_in_a_bracketed_name),
    RAISED("SET-007", "copy", copied_folder, copy_of_another_number),
    RAISED("SET-007", "original", copied_in_front, copied_folder),
    RAISED("SET-007", NULL, same_number_in_another_folder, copied_folder),
    RAISED("EXT-002", NULL, demand_of_another_amount, the_fine_is_demanded),
    RAISED("EXT-002", NULL, application_of_another_amount, the_fine_is_demanded),
    RAISED("EXT-002", NULL, court_accepts_another, court_accepts_this),
    RAISED("EXT-002", NULL, letter_of_another_penalty, letter_of_this_penalty),
    RAISED("EXT-002", NULL, letter_of_another_penalty, the_penalty_is_not_there),
    RAISED("EXT-002", "two-cases", other_case_behind, a_number_with_a_slip),
    RAISED("EXT-002", "other-case", another_firm_fined, its_head_fined),
    RAISED("EXT-002", "other-case", another_firm_fined, one_firm_by_another_name),
    RAISED("EXT-002", "other-case", another_firm_fined, another_firm_fined_as_the_letter_tells),
    RAISED("EXT-002", "other-case", another_firm_fined, decision_of_another_firm_alone),
    RAISED("EXT-002", "two-cases", other_case_before, the_only_decision_has_a_slip),
    RAISED("EXT-002", "old-version", old_version, version_of_no_name),
    RAISED("EXT-002", "old-version", corrected_version, old_version_with_the_same_values),
    RAISED("EXT-002", "versions", version_of_no_name, old_version),
    RAISED("EXT-002", "versions", final_version_that_no_paper_knows, final_version_that_closing_knows),
    RAISED("EXT-002", "versions", final_version_that_no_paper_knows, final_version_before_the_closing),
    RAISED("EXT-002", "versions", version_that_no_paper_settles, version_for_approval),
    RAISED("EXT-002", "old-version", final_version_that_closing_knows, final_version_that_no_paper_knows),
    RAISED("EXT-002", "old-version", version_for_approval, version_of_no_name),
    RAISED("SET-011", "old-version", old_version_with_the_same_values, word_in_both_names),
    RAISED("SET-011", "old-version", old_version_with_the_same_values, old_version),
    RAISED("EXT-002", "service", receipt_misread, papers_tell_the_same_day),
    RAISED("EXT-002", "service", receipt_misread, served_twice),
    RAISED("EXT-002", "service", receipt_misread, order_without_a_receipt),
    RAISED("EXT-002", "service", receipt_misread, record_of_the_second_order),
    RAISED("EXT-002", "service", one_of_two_orders_mentioned, second_order_only_mentioned),
    RAISED("EXT-002", "service", closing_form_of_another_day, closing_form_of_another_decision),
    RAISED("EXT-002", "service", decision_tells_another_day, papers_tell_the_same_day),
    RAISED("EXT-002", "service", told_again_on_another_day, told_again_on_its_day),
};

int main(void)
{
    int failed = finding_cases_run("misled", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(who_is_in_error_is_told), cmocka_unit_test(the_odd_paper_is_the_place),
        cmocka_unit_test(of_two_papers_neither_is_accused),
                                       cmocka_unit_test(another_case_is_told_once),
                                       cmocka_unit_test(a_case_beside_a_letter_is_told_once), cmocka_unit_test(a_slip_is_told_as_before),
                                       cmocka_unit_test(the_valid_version_speaks),
                                       cmocka_unit_test(a_note_in_the_file_is_named),
                                       cmocka_unit_test(the_decision_wins_over_what_repeats_it),
                                       cmocka_unit_test(the_days_are_not_to_be_touched_yet)};
    return failed + cmocka_run_group_tests_name("misled, what is told", tests, NULL, NULL);
}
