/* Findings of one cause name each other, or what may lie behind them; what an electronic text alone has wrong is not served again. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "docnumber.h"
#include "findingcases.h"

/* Fails unless the remedy of FINDING has PART. */
static void expect_remedy(const Submitted *s, const Finding *finding, const char *part)
{
    g_autofree char *remedy = catalogue_remedy(s->catalogue, finding);
    if (!strstr(remedy, part))
        fail_msg("%s: %s", finding->code, remedy);
}

/* ---- a number that the text cites otherwise than the notice has it (EXT-002) ---- */

static void a_wrong_text_is_replaced_and_a_wrong_original_served_again(void **state G_GNUC_UNUSED)
{
    static const struct { const char *path, *field, *value, *variant; bool served; } known[] = {
        {"案卷/行政处罚1/决定书.docx", "notice-number", "沅环罚告字〔2016〕70号", NULL, true},
        {"案卷/行政处罚1/调查报告.docx", "filing-date", "2016-09-08", NULL, false}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        set_field(s, known[i].path, known[i].field, known[i].value);
        const Finding *finding = submitted_told(s, "EXT-002", known[i].variant);
        g_autofree char *remedy = catalogue_remedy(s->catalogue, finding);
        expect_remedy(s, finding, "只是电子文本写错的，换上与原件一致的文本");
        if ((strstr(remedy, "的原件有误、已送达的，依法更正并重新送达") != NULL) != known[i].served)
            fail_msg("%zu: %s", i, remedy);
        submitted_free(s);
    }
}

/* ---- a scan that is there and cannot be read (REF-008) ---- */

static void break_scan(Scan *scan, const char *reason)
{
    scan->state = SCAN_DAMAGED;
    g_free(scan->reason);
    scan->reason = g_strdup(reason);
}

static void a_broken_scan_of_that_name_is_what_is_missing(void **state G_GNUC_UNUSED)
{
    static const struct { const char *number, *path, *unread, *code; } known[] = {
        {"沅环罚字〔2016〕61号", "案件证据/沅环罚字〔2016〕61号.pdf", "案件证据/沅环罚字〔2016〕61号.pdf", "SCN-004"},
        {"沅环罚字〔2016〕61号", "案件证据/沅环罚字〔2016〕61号.jpg", "案件证据/沅环罚字〔2016〕61号.jpg", "SCN-001"},
        {"沅环罚字〔2016〕62号", "案件证据/沅环罚字〔2016〕62号.jpg", NULL, NULL}, /* another document */
        {"沅环罚字〔2016〕61号", "信息/沅环罚字〔2016〕61号.jpg", NULL, NULL}};     /* no evidence */
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        put_penalty(s, "案卷/行政处罚9", 61, true);
        drop_files(s, "案卷/行政处罚9/证据.zip/");
        put_scan(s, "案卷/行政处罚9/处罚决定书送达回证.jpg", "receipt", "service-receipt", "沅环罚字〔2016〕61号");
        break_scan(put_scan(s, known[i].path, "broken", NULL, known[i].number), "truncated");
        const Finding *finding = submitted_told(s, "REF-008", NULL);
        expect_param(finding, "unread", known[i].unread);
        expect_param(finding, "unread-code", known[i].code);
        expect_remedy(s, finding, known[i].code ? "即可，不必另交；那一份不是该文书的，请在“案件证据”文件夹补交" : "请在“案件证据”文件夹补交");
        submitted_free(s);
    }
}

/* ---- a candidate's statement and case file that are of two cases (CND-015) ---- */

#define OWN_FILE "先进个人/向例明/案卷/行政处罚1"
#define STATED "沅环罚字〔2016〕36号"

static void a_case_file_of_others_may_be_why_the_statement_does_not_fit(void **state G_GNUC_UNUSED)
{
    static const struct { bool others; const char *misfiled, *about, *remedy; } known[] = {
        {true, OWN_FILE, STATED, "请先核对案卷“" OWN_FILE "”：放错的，换上" STATED "的案卷，说明不必改动；没有放错的，请核实"},
        {false, NULL, NULL, "请核实：说明应针对所报送的案卷"}}; /* his case file: the statement is the slip */
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        DocNumber *mention = record_add(the_document(s, "先进个人/向例明/情况说明.docx")->mentions, &docnumber_type);
        *mention = (DocNumber){.raw = g_strdup(STATED), .key = docnumber_key(STATED), .place = g_strdup("P2")};
        Document *record = the_document(s, OWN_FILE "/检查笔录.docx");
        record_list_clear(record->investigators, &investigator_type);
        put_officer(record, "舒例川", "43122203");
        put_officer(record, known[i].others ? "瞿例之" : "向例明", "43122207");
        const Finding *finding = submitted_told(s, "CND-015", "note");
        expect_param(finding, "misfiled", known[i].misfiled);
        expect_remedy(s, finding, known[i].remedy);
        assert_int_equal(submitted_count(s, "CND-015", "file"), known[i].others);
        if (known[i].others)
            expect_param(submitted_told(s, "CND-015", "file"), "about", known[i].about);
        submitted_free(s);
    }
}

/* ---- where the day of the inspection stands (LAW-001) ---- */

static void all_papers_with_the_day_of_the_inspection_are_named(void **state G_GNUC_UNUSED)
{
    static const struct { const char *report, *inspected; } known[] = {
        {"2016-09-05", "检查笔录.docx|P3\n调查报告.docx|P3"},
        {"2016-09-09", "检查笔录.docx|P3"}}; /* the report tells of another inspection */
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        set_field(s, "案卷/行政处罚1/检查笔录.docx", "inspection-dates", "2016-09-05");
        set_field(s, "案卷/行政处罚1/立案.docx", "filing-date", "2016-09-20");
        set_field(s, "案卷/行政处罚1/调查报告.docx", "inspection-dates", known[i].report);
        const Finding *finding = submitted_told(s, "LAW-001", NULL);
        expect_param(finding, "inspected", known[i].inspected);
        expect_remedy(s, finding, "日期属实的不要改动");
        expect_remedy(s, finding, "写有同一日期的文书一并更正，并核对照片、扫描件上的日期是否一致");
        submitted_free(s);
    }
}

/* ---- a day outside the window that the table has, too (SET-006) ---- */

static void the_table_with_the_same_day_is_told(void **state G_GNUC_UNUSED)
{
    static const struct { const char *row, *same; } known[] = {{"2016-08-29", "cases.csv:2"}, {"2016-08-30", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        set_field(s, "案卷/行政处罚1/决定书.docx", "decision-date", "2016-08-29");
        first_row(s)->date = day_parse_iso(known[i].row);
        const Finding *finding = submitted_told(s, "SET-006", NULL);
        expect_param(finding, "same-row", known[i].same);
        expect_remedy(s, finding, "“案件证据”中的扫描件一并核对");
        g_autofree char *remedy = catalogue_remedy(s->catalogue, finding);
        if ((strstr(remedy, "系统一并更正后请市局重新导出") != NULL) != (known[i].same != NULL))
            fail_msg("%zu: %s", i, remedy);
        submitted_free(s);
    }
}

/* ---- a case file whose speaking document cannot be read (EXT-001) ---- */

#define APPLICATION "案卷/强制执行1/申请书.docx"

static void the_missing_document_may_be_in_the_broken_one(void **state G_GNUC_UNUSED)
{
    static const struct { const char *path, *type, *named, *broken; } known[] = {
        {"案卷/强制执行1/申请强制执行材料.docx", "docx", NULL, "申请强制执行材料.docx"},
        {APPLICATION, "docx", "enforcement-application", "申请书.docx"},
        {"案卷/强制执行1/调查报告.docx", "docx", "investigation-report", NULL}}; /* by its name another paper */
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        drop_files(s, APPLICATION);
        put_scan(s, "案卷/强制执行1/申请书扫描.jpg", "application", "enforcement-application", NULL);
        put_file(s, known[i].path, known[i].type, known[i].named, NULL)->content = CONTENT_UNREADABLE;
        const Finding *finding = submitted_told(s, "EXT-001", "no-document");
        expect_param(finding, "broken", known[i].broken);
        g_autofree char *remedy = catalogue_remedy(s->catalogue, finding);
        if ((strstr(remedy, "请先照DOC-001补好") != NULL) != (known[i].broken != NULL))
            fail_msg("%zu: %s", i, remedy);
        submitted_free(s);
    }
}

/* ---- where a record names its only officer (LAW-011) ---- */

static void put_quoted(Document *document, const char *field, const char *quote, const char *place)
{
    Field *told = add_field(document, field, quote);
    quote_field(told, quote);
    g_free(told->place);
    told->place = g_strdup(place);
}

static void all_places_of_the_only_officer_are_named(void **state G_GNUC_UNUSED)
{
    static const struct { const char *signed_by, *alike; } known[] = {
        {"检查人签名：向例明　2016年9月5日", "检查笔录.docx|P5\n检查笔录.docx|P10"}, {"当事人签名：石磊", "检查笔录.docx|P5"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        Document *record = the_document(s, "案卷/行政处罚1/检查笔录.docx");
        record_list_clear(record->investigators, &investigator_type);
        put_officer(record, "向例明", "43122201");
        put_quoted(record, "introduced", "我们是沅陵县环境保护局的执法人员向例明", "P5");
        put_quoted(record, "record-signed", known[i].signed_by, "P10");
        put_quoted(record, "introduced", "执法人员向例明出示证件", "P5"); /* a place once */
        expect_param(submitted_told(s, "LAW-011", NULL), "alike", known[i].alike);
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wrong_text_is_replaced_and_a_wrong_original_served_again),
        cmocka_unit_test(a_broken_scan_of_that_name_is_what_is_missing),
        cmocka_unit_test(a_case_file_of_others_may_be_why_the_statement_does_not_fit),
        cmocka_unit_test(all_papers_with_the_day_of_the_inspection_are_named),
        cmocka_unit_test(the_table_with_the_same_day_is_told),
        cmocka_unit_test(the_missing_document_may_be_in_the_broken_one),
        cmocka_unit_test(all_places_of_the_only_officer_are_named),
    };
    return cmocka_run_group_tests_name("one cause", tests, NULL, NULL);
}
