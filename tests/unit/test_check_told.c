/* What a finding tells beside its code, so that one round of mending is enough: which paper is in error, and
 * what could not be read. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "docnumber.h"
#include "findingcases.h"

#define DECISION "案卷/行政处罚1/决定书.docx"

typedef void (*ChangeFunc)(Submitted *s);

static void party_differs(Submitted *s) { set_field(s, "案卷/行政处罚1/立案.docx", "party", "沅陵县乌有锰业有限责任公司"); }
static void no_crime_file(Submitted *s) { drop_files(s, "案卷/犯罪1/"); }
static void daily_receipt_missing(Submitted *s) { drop_files(s, "案卷/按日1/回证4.docx"); }
static void no_notice(Submitted *s) { drop_files(s, "案卷/行政处罚1/告知书.docx"); }
static void notice_as_broken_scan(Submitted *s)
{
    no_notice(s);
    put_scan(s, "案卷/行政处罚1/告知书.jpg", "notice", "penalty-notice", NULL)->state = SCAN_DAMAGED;
}

/* ---- what could not be read may be what is missing ---- */

/* "unread" of the first finding of CODE after CHANGE, "-" where it has none. */
static char *unread_after(ChangeFunc change, const char *code)
{
    Submitted *s = submitted_clean();
    change(s);
    submitted_check(s);
    const Finding *finding = submitted_finding(s, code);
    assert_non_null(finding);
    const char *unread = finding_value(finding, "unread");
    char *copy = g_strdup(unread ? unread : "-");
    submitted_free(s);
    return copy;
}

static void no_notice_in_a_locked_bundle(Submitted *s)
{
    no_notice(s);
    put_member(s, "案卷/行政处罚1/证据2.zip", MEMBER_ENCRYPTED, NULL);
    put_member(s, "案卷/行政处罚1/证据2.zip/1.jpg", MEMBER_ENCRYPTED, NULL);
    put_member(s, "案卷/行政处罚1/证据2.zip/2.jpg", MEMBER_ENCRYPTED, NULL);
    put_member(s, "案卷/行政处罚2/证据3.zip", MEMBER_DAMAGED, "directory");
}
static void no_notice_beside_a_broken_letter(Submitted *s)
{
    no_notice(s);
    FileFacts *letter = put_file(s, "案卷/行政处罚1/扫描0001.docx", "zip", NULL, NULL);
    letter->content = CONTENT_UNREADABLE;
    letter->reason = g_strdup("damaged");
}
static void no_notice_beside_a_broken_licence(Submitted *s)
{
    no_notice(s);
    put_scan(s, "案卷/行政处罚1/现场照片.jpg", "photo", "evidence", NULL)->state = SCAN_DAMAGED;
}
/* A file named for another paper could not be read. */
static void no_notice_beside_a_broken_report(Submitted *s)
{
    no_notice(s);
    FileFacts *report = put_file(s, "案卷/行政处罚1/复查.docx", "zip", "recheck-record", NULL);
    report->content = CONTENT_UNREADABLE;
    report->reason = g_strdup("damaged");
}
static void no_notice_beside_a_broken_bundle(Submitted *s)
{
    no_notice_beside_a_broken_report(s);
    Document *second = record_add(the_file(s, "案卷/行政处罚1/结案.docx")->documents, &document_type);
    second->type = g_strdup("other");
}
static void no_crime_file_and_a_broken_one(Submitted *s)
{
    no_crime_file(s);
    put_member(s, "案卷/07.zip", MEMBER_DAMAGED, "directory");
    put_member(s, "案卷/强制执行2.zip", MEMBER_DAMAGED, "directory");
}

/* ---- a decision alone against the other papers ---- */

static void others_say_another_party(Submitted *s)
{
    static const char *const papers[] = {"检查笔录", "立案", "调查报告", "责改", "告知书", "结案"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf("案卷/行政处罚1/%s.docx", papers[i]);
        set_field(s, path, "party", "沅陵县乌有锰业有限责任公司");
    }
}
static void all_but_one_say_another_party(Submitted *s)
{
    others_say_another_party(s);
    set_field(s, "案卷/行政处罚1/立案.docx", "party", "沅陵县乌有锰业有限公司");
}
static void others_say_two_parties(Submitted *s)
{
    others_say_another_party(s);
    set_field(s, "案卷/行政处罚1/立案.docx", "party", "沅陵县无何锰业有限公司");
}
/* The closing form and the receipt name the number that the decision should have. */
static void decision_of_another_number(Submitted *s)
{
    static const char *const number = "沅环罚字〔2016〕1号";
    set_field(s, DECISION, "doc-number", "沅环罚字〔2016〕10号");
    set_field(s, "案卷/行政处罚1/回证2.docx", "served-document", "行政处罚决定书");
    const char *const papers[] = {"案卷/行政处罚1/结案.docx", "案卷/行政处罚1/回证2.docx"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        DocNumber *mention = record_add(the_document(s, papers[i])->mentions, &docnumber_type);
        *mention =
            (DocNumber){.raw = g_strdup(number), .key = docnumber_key(number), .place = g_strdup("P4")};
    }
}
static void one_form_of_another_number(Submitted *s)
{
    decision_of_another_number(s);
    Document *form = the_document(s, "案卷/行政处罚1/立案.docx"); /* this one is on the decision's side */
    DocNumber *mention = record_add(form->mentions, &docnumber_type);
    *mention = (DocNumber){
        .raw = g_strdup("x"), .key = docnumber_key("沅环罚字〔2016〕10号"), .place = g_strdup("P4")};
}

static void a_decision_alone_is_told(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *alone, *others; int findings; } known[] = {
        {others_say_another_party, "6", "检查笔录.docx|P3\n立案.docx|P3\n结案.docx|P3\n调查报告.docx|P3\n责改.docx|P3", 1},
        {all_but_one_say_another_party, NULL, NULL, 1},
        {others_say_two_parties, NULL, NULL, 2},
        {party_differs, "6",
         "告知书.docx|P3\n检查笔录.docx|P3\n结案.docx|P3\n调查报告.docx|P3\n责改.docx|P3", 1},
        {decision_of_another_number, "2", "结案.docx|P4", 1},
        {one_form_of_another_number, NULL, NULL, 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-002");
        assert_non_null(finding);
        assert_int_equal(submitted_count(s, "EXT-002", NULL), known[i].findings);
        if (g_strcmp0(finding_value(finding, "alone"), known[i].alone) != 0 ||
            g_strcmp0(finding_value(finding, "others"), known[i].others) != 0)
            fail_msg("%zu: %s, %s", i, finding_value(finding, "alone"), finding_value(finding, "others"));
        assert_string_equal(finding_value(finding, "winner"), "penalty-decision");
        submitted_free(s);
    }
}

#define PENALTY "案卷/行政处罚1/"
/* What decision, closing form, notice, slip and report say of the fine; NULL: nothing. */
static void fines(Submitted *s, const char *decision, const char *closing, const char *notice, const char *paid,
                  const char *report)
{
    set_field(s, PENALTY "决定书.docx", "fine-yuan", decision);
    set_field(s, PENALTY "结案.docx", "fine-yuan", closing);
    if (notice)
        set_field(s, PENALTY "告知书.docx", "proposed-fine-yuan", notice);
    if (paid)
        set_field(s, PENALTY "缴款.docx", "paid-yuan", paid);
    if (report)
        set_field(s, PENALTY "调查报告.docx", "proposed-fine-yuan", report);
}
/* The notice and the slip of the payment tell which of two fines stands alone; what was only proposed does not. */
static void other_papers_tell_which_fine_is_odd(void **state)
{
    (void)state;
    static const char ours[] = "48000.00", odd[] = "58000.00";
    static const struct { const char *decision, *closing, *notice, *paid, *report, *suspect, *file, *others; } known[] = {
        {odd, ours, ours, ours, NULL, "penalty-decision", PENALTY "决定书.docx", "告知书.docx|P3\n缴款.docx|P3"},
        {ours, odd, ours, ours, NULL, "closing-form", PENALTY "结案.docx", "告知书.docx|P3\n缴款.docx|P3"},
        {odd, ours, ours, NULL, NULL, NULL, PENALTY "决定书.docx", NULL},
        {odd, ours, ours, NULL, ours, NULL, PENALTY "决定书.docx", NULL},
        {odd, ours, ours, odd, ours, NULL, PENALTY "决定书.docx", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        fines(s, known[i].decision, known[i].closing, known[i].notice, known[i].paid, known[i].report);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-002");
        assert_string_equal(finding_value(finding, "field"), "fine-yuan");
        assert_string_equal(finding->file, known[i].file);
        if (g_strcmp0(finding_value(finding, "suspect"), known[i].suspect) != 0 ||
            g_strcmp0(finding_value(finding, "others"), known[i].others) != 0)
            fail_msg("%zu: %s, %s", i, finding_value(finding, "suspect"), finding_value(finding, "others"));
        submitted_free(s);
    }
}

/* The decision and the receipt name the number that the notice should have. */
static void notice_of_another_number(Submitted *s)
{
    static const char *const number = "沅环罚告字〔2016〕1号";
    const char *const papers[] = {DECISION, "案卷/行政处罚1/回证1.docx"};
    set_field(s, "案卷/行政处罚1/告知书.docx", "doc-number", "沅环罚告字〔2016〕10号");
    set_field(s, "案卷/行政处罚1/回证1.docx", "served-document", "行政处罚事先告知书");
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        *(DocNumber *)record_add(the_document(s, papers[i])->mentions, &docnumber_type) =
            (DocNumber){.raw = g_strdup(number), .key = docnumber_key(number), .place = g_strdup("P4")};
}
static void a_report_names_it_too(Submitted *s)
{
    notice_of_another_number(s);
    Document *report = the_document(s, "案卷/行政处罚1/调查报告.docx"); /* on the notice's side */
    *(DocNumber *)record_add(report->mentions, &docnumber_type) =
        (DocNumber){.raw = g_strdup("x"), .key = docnumber_key("沅环罚告字〔2016〕10号"), .place = g_strdup("P4")};
}

/* One finding that says which is apparently wrong, not one for each paper that disagrees. */
static void a_notice_alone_is_told(void **state)
{
    (void)state;
    for (int alone = 0; alone < 2; alone++) {
        Submitted *s = submitted_clean();
        (alone ? notice_of_another_number : a_report_names_it_too)(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-002");
        assert_int_equal(submitted_count(s, "EXT-002", NULL), 1);
        assert_int_equal(g_strcmp0(finding_value(finding, "suspect"), alone ? "penalty-notice" : NULL), 0);
        assert_int_equal(g_strcmp0(finding_value(finding, "others"), alone ? "决定书.docx|P4" : NULL), 0);
        submitted_free(s);
    }
}

/* ---- one wrong figure of a daily decision ---- */

#define DAILY "案卷/按日1/按日决定书.docx" /* 13 days of 50000 yuan each: 650000 */

static void days_wrong(Submitted *s) { set_field(s, DAILY, "days", "12"); }
static void amount_wrong(Submitted *s) { set_field(s, DAILY, "per-day-yuan", "5000.00"); }
static void total_wrong(Submitted *s) { set_field(s, DAILY, "total-yuan", "640000.00"); }

static void one_wrong_figure_is_enough(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *variant, *days, *total; } known[] = {
        {days_wrong, NULL, "13", NULL}, {amount_wrong, "per-day", NULL, "650000.00"}, {total_wrong, NULL, NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        const Finding *finding = submitted_told(s, "LAW-007", known[i].variant);
        assert_int_equal(submitted_count(s, "LAW-007", "*"), 1);
        expect_param(finding, "fits-days", known[i].days);
        expect_param(finding, "fits-total", known[i].total);
        submitted_free(s);
    }
}

/* ---- the row that fits when the number does not ---- */

static void number_of_the_next_file(Submitted *s)
{
    set_field(s, DECISION, "doc-number", the_field(s, "案卷/行政处罚2/决定书.docx", "doc-number")->value);
    set_field(s, DECISION, "decision-date", "2016-09-27");
    set_field(s, "先进个人/向例明/案卷/行政处罚1/决定书.docx", "decision-date", "2016-09-27");
    ((CaseRow *)s->slice->cases->pdata[0])->date = day_parse_iso("2016-09-27");
}
static void number_that_is_nowhere(Submitted *s) { set_field(s, DECISION, "doc-number", "沅环罚字〔2016〕111号"); }
static void number_that_is_nowhere_and_another_date(Submitted *s)
{
    number_that_is_nowhere(s);
    set_field(s, DECISION, "decision-date", "2016-09-27");
}
static void another_fine(Submitted *s) { set_field(s, DECISION, "fine-yuan", "4800.00"); }

static void the_row_that_fits_is_named(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *code, *variant, *likely; } known[] = {
        {number_of_the_next_file, "REF-002", "date", "沅环罚字〔2016〕1号"},
        {number_that_is_nowhere, "REF-001", NULL, "沅环罚字〔2016〕1号"},
        {number_that_is_nowhere_and_another_date, "REF-001", NULL, NULL},
        {another_fine, "REF-002", NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(submitted_count(s, known[i].code, known[i].variant), 1);
        const Finding *finding = submitted_finding(s, known[i].code);
        if (g_strcmp0(finding_value(finding, "likely"), known[i].likely) != 0)
            fail_msg("%zu: %s", i, finding_value(finding, "likely"));
        submitted_free(s);
    }
}

/* ---- quotations ---- */

/* Marks that lead on to what is not quoted are left out; a full stop stays, and so does what is nothing but marks. */
static void a_quotation_ends_with_words(void **state)
{
    (void)state;
    static const struct { const char *said, *quoted; } known[] = {
        {"2015年受过党内警告处分，", "2015年受过党内警告处分"}, {"曾受处分如下：\n", "曾受处分如下"},
        {"2015年受过党内警告处分。", "2015年受过党内警告处分。"}, {"：", "："}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        set_field(s, "先进个人/向例明/廉洁证明.docx", "misconduct", known[i].said);
        submitted_check(s);
        assert_string_equal(finding_value(submitted_finding(s, "CND-014"), "quote"), known[i].quoted);
        submitted_free(s);
    }
}

/* ---- the words at a place ---- */

static void the_words_at_a_place_are_told(void **state)
{
    (void)state;
    static const struct { const char *place, *quote, *near; } known[] = {
        {"P24", "罚款人民币肆万捌仟元整（￥48,000.00）\n限十五日内缴纳", "罚款人民币肆万捌仟元整（￥4"}, /* 14 characters */
        {"P24", "4800元", "4800元"},
        {"P24", "决定处罚如下：　", "决定处罚如下"},
        {"P24", "罚款4800元。", "罚款4800元。"},
        {"T1R2C1", "罚款4800元", NULL},
        {"P24", NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        another_fine(s);
        Field *fine = the_field(s, DECISION, "fine-yuan");
        g_free(fine->place);
        fine->place = g_strdup(known[i].place);
        quote_field(fine, known[i].quote);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "REF-002");
        assert_string_equal(finding->place, known[i].place);
        if (g_strcmp0(finding_value(finding, "near"), known[i].near) != 0)
            fail_msg("%zu: %s", i, finding_value(finding, "near"));
        submitted_free(s);
    }
}

/* ---- which scan may be the one that a row lacks ---- */

static void a_row(Submitted *s, const char *number)
{
    put_row(s, KIND_PENALTY, number, "某厂", "2016-10-10", 1000);
}
static void a_scan(Submitted *s, const char *number)
{
    g_autofree char *path = g_strconcat("案件证据/", number, ".jpg", NULL);
    put_scan(s, path, number, "penalty-decision", number);
}
static void a_scan_under_the_wrong_number(Submitted *s)
{
    a_row(s, "沅环罚字〔2016〕33号");
    a_scan(s, "沅环罚字〔2016〕32号");
}
static void a_scan_of_another_series(Submitted *s)
{
    a_row(s, "沅环罚字〔2016〕33号");
    a_scan(s, "沅环罚字〔2015〕32号");
}
static void a_scan_and_many_rows(Submitted *s)
{
    a_scan_under_the_wrong_number(s);
    a_row(s, "沅环罚字〔2016〕34号");
    a_row(s, "沅环罚字〔2016〕35号");
    a_row(s, "沅环罚字〔2016〕36号");
}
static void a_missing_scan_and_a_strange_one_name_each_other(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *likely, *maybe; } known[] = {
        {a_scan_under_the_wrong_number, "沅环罚字〔2016〕33号", "沅环罚字〔2016〕32号.jpg"},
        {a_scan_of_another_series, NULL, NULL}, {a_scan_and_many_rows, NULL, "沅环罚字〔2016〕32号.jpg"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const char *likely = finding_value(submitted_finding(s, "REF-006"), "likely"),
                   *maybe = finding_value(submitted_finding(s, "REF-003"), "maybe");
        if (g_strcmp0(likely, known[i].likely) != 0 || g_strcmp0(maybe, known[i].maybe) != 0)
            fail_msg("%zu: %s, %s", i, likely, maybe);
        submitted_free(s);
    }
}

/* ---- which document's name a receipt is to bear ---- */

static void the_example_is_of_what_is_missing(void **state)
{
    (void)state;
    static const struct { const char *receipt, *first; } known[] = {
        {"案卷/行政处罚1/回证1.docx", "penalty-notice"}, {"案卷/行政处罚1/回证2.docx", "penalty-decision"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        drop_files(s, known[i].receipt);
        put_scan(s, "案卷/行政处罚1/送达回证.pdf", "receipt", "service-receipt", NULL);
        submitted_check(s);
        assert_int_equal(submitted_count(s, "SET-005", "receipt-of"), 1);
        assert_string_equal(finding_value(submitted_finding(s, "SET-005"), "first"), known[i].first);
        submitted_free(s);
    }
}

static void what_was_not_read_is_named(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *code, *unread; } known[] = {
        {no_notice, "SET-004", "-"},
        {no_notice_in_a_locked_bundle, "SET-004", "证据2.zip"},
        {no_notice_beside_a_broken_letter, "SET-004", "扫描0001.docx"},
        {notice_as_broken_scan, "SET-004", "告知书.jpg"},
        {no_notice_beside_a_broken_licence, "SET-004", "-"},
        {no_notice_beside_a_broken_report, "SET-004", "-"},
        {no_notice_beside_a_broken_bundle, "SET-004", "复查.docx"},
        {daily_receipt_missing, "SET-005", "-"},
        {no_crime_file, "SET-001", "-"},
        {no_crime_file_and_a_broken_one, "SET-001", "07.zip"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autofree char *unread = unread_after(known[i].change, known[i].code);
        assert_string_equal(unread, known[i].unread);
    }
}

/* ---- a file whose name says what its papers do not ---- */

/* By what it holds it is a penalty, and takes the third place of that kind: nothing in it is of a daily one. */
static void daily_without_its_decision(Submitted *s)
{
    drop_files(s, "案卷/按日1/按日决定书.docx");
    drop_files(s, "案卷/按日1/决定书.pdf");
    drop_files(s, "案卷/按日1/再责改.docx");
}

static void the_name_tells_what_is_missing(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    daily_without_its_decision(s);
    submitted_check(s);
    assert_string_equal(finding_value(submitted_finding(s, "SET-009"), "missing"), "daily-decision");
    assert_string_equal(finding_value(submitted_finding(s, "SET-001"), "likely"), "按日1");
    assert_string_equal(finding_value(submitted_finding(s, "SET-002"), "misnamed"), "按日1");
    submitted_free(s);
    Submitted *surplus = submitted_clean();
    put_penalty(surplus, "案卷/行政处罚4", 40, true);
    submitted_check(surplus);
    assert_null(finding_value(submitted_finding(surplus, "SET-002"), "misnamed"));
    submitted_free(surplus);
}

/* ---- the other paper of two whose dates are out of order ---- */

static void both_papers_are_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_document(s, "案卷/行政处罚1/讨论.docx", "discussion-record", "document-date", "2016-12-30", NULL);
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "LAW-009");
    assert_non_null(finding);
    assert_string_equal(finding->file, DECISION);
    assert_string_equal(finding_value(finding, "other-file"), "案卷/行政处罚1/讨论.docx");
    g_autofree char *sentence = catalogue_sentence(s->catalogue, finding);
    assert_non_null(strstr(sentence, "“讨论.docx”"));
    submitted_free(s);
}

/* ---- what must not be done to mend it ---- */

/* The remedy of the first finding of CODE after CHANGE, without the tables where ALONE.  Caller frees. */
static char *remedy_after(ChangeFunc change, bool alone, const char *code)
{
    Submitted *s = submitted_clean();
    if (alone)
        submitted_without_tables(s);
    change(s);
    submitted_check(s);
    assert_non_null(submitted_finding(s, code));
    char *remedy = catalogue_remedy(s->catalogue, submitted_finding(s, code));
    submitted_free(s);
    return remedy;
}

static void no_decision_date(Submitted *s) { drop_field(s, DECISION, "decision-date"); }
static void no_party(Submitted *s) { drop_field(s, DECISION, "party"); }
static void no_plan(Submitted *s) { drop_files(s, "实施方案.docx"); }
static void one_in_october(Submitted *s) { drop_files(s, "信息/2016-10-05信息.docx"); }

static void a_date_is_not_added_afterwards(void **state G_GNUC_UNUSED)
{
    g_autofree char *date = remedy_after(no_decision_date, false, "EXT-001"),
                    *party = remedy_after(no_party, false, "EXT-001");
    assert_non_null(strstr(date, "原件上确实没有决定日期的，不得事后补写"));
    assert_null(strstr(party, "不得事后补写"));
}

static void what_was_sent_before_is_not_asked_for_again(void **state G_GNUC_UNUSED)
{
    g_autofree char *plan = remedy_after(no_plan, true, "SUB-001"),
                    *bulletin = remedy_after(one_in_october, true, "BUL-001"),
                    *known = remedy_after(no_plan, false, "SUB-001");
    assert_non_null(strstr(plan, "以前已经报过的，不必再报"));
    assert_non_null(strstr(bulletin, "以前已经报过的，不必再报"));
    assert_null(strstr(known, "以前已经报过的"));
}

static void one_in_october_and_one_of_last_year(Submitted *s)
{
    one_in_october(s);
    put_document(s, "信息/2015-10-05信息.docx", "bulletin", NULL);
}
static void one_in_october_and_one_of_july(Submitted *s)
{
    one_in_october(s);
    put_document(s, "信息/2015-07-05信息.docx", "bulletin", NULL);
}

static void a_bulletin_of_another_year_is_named(void **state G_GNUC_UNUSED)
{
    g_autofree char *slip = remedy_after(one_in_october_and_one_of_last_year, false, "BUL-001"),
                    *none = remedy_after(one_in_october_and_one_of_july, false, "BUL-001");
    assert_non_null(strstr(slip, "先核对信息/2015-10-05信息.docx的年份"));
    assert_null(strstr(none, "年份"));
}

/* ---- a number that two papers leave empty ---- */

static void the_list_that_leaves_it_empty_is_named(void **state)
{
    (void)state;
    static const char *const lists[] = {"向例明|", "舒例川|"};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        Submitted *s = submitted_clean();
        drop_field(s, "先进个人/向例明/推荐表.docx", "certificate-number");
        add_field(the_document(s, "先进个人候选名单.docx"), "listed-certificate", lists[i])->status = VALUE_ABSENT;
        const Finding *finding = submitted_told(s, "CND-003", NULL);
        expect_param(finding, "list", i == 0 ? "先进个人候选名单.docx" : NULL);
        submitted_free(s);
    }
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_decision_alone_is_told),
                                       cmocka_unit_test(other_papers_tell_which_fine_is_odd),
                                       cmocka_unit_test(a_notice_alone_is_told),
                                       cmocka_unit_test(one_wrong_figure_is_enough),
                                       cmocka_unit_test(the_row_that_fits_is_named),
                                       cmocka_unit_test(the_words_at_a_place_are_told),
                                       cmocka_unit_test(a_quotation_ends_with_words),
                                       cmocka_unit_test(a_missing_scan_and_a_strange_one_name_each_other),
                                       cmocka_unit_test(the_example_is_of_what_is_missing),
                                       cmocka_unit_test(what_was_not_read_is_named),
                                       cmocka_unit_test(the_name_tells_what_is_missing),
                                       cmocka_unit_test(a_date_is_not_added_afterwards),
                                       cmocka_unit_test(what_was_sent_before_is_not_asked_for_again),
                                       cmocka_unit_test(a_bulletin_of_another_year_is_named),
                                       cmocka_unit_test(both_papers_are_named),
                                       cmocka_unit_test(the_list_that_leaves_it_empty_is_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
