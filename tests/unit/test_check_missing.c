/* Case files that are missing or of no kind: what such a one apparently is, and where the missing one may lie. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "findingcases.h"

typedef void (*ChangeFunc)(Submitted *s);

static void no_crime_file(Submitted *s) { drop_files(s, "案卷/犯罪1/"); }
static void only_other_papers(Submitted *s) { put_document(s, "案卷/某案/说明.docx", "other", NULL); }

/* ---- what a file of no kind apparently is ---- */

static void a_penalty_without_its_decision(Submitted *s)
{
    drop_files(s, "案卷/行政处罚3/");
    put_penalty(s, "案卷/某案", 3, false);
    drop_files(s, "案卷/某案/决定书.docx");
    drop_files(s, "案卷/某案/证据.zip/");
    drop_files(s, "案卷/某案/立案.docx");
}
static void a_transfer_list_where_detention_is_missing(Submitted *s)
{
    drop_files(s, "案卷/拘留1/");
    put_document(s, "案卷/某案/清单.docx", "transfer-list", NULL);
}
static void a_transfer_list_where_both_are_missing(Submitted *s)
{
    a_transfer_list_where_detention_is_missing(s);
    drop_files(s, "案卷/犯罪1/");
}
static void two_orders(Submitted *s)
{
    put_document(s, "案卷/某案/责改.docx", "rectification-order", NULL);
    put_document(s, "案卷/某案/再责改.docx", "rectification-order", NULL);
}
static void a_report_where_crime_is_missing(Submitted *s)
{
    no_crime_file(s);
    put_document(s, "案卷/某案/调查报告.docx", "investigation-report", NULL);
}

static void crime_file_beside_the_folder(Submitted *s)
{
    no_crime_file(s);
    put_document(s, "涉嫌犯罪/移送书.docx", "crime-transfer", NULL);
    put_document(s, "涉嫌犯罪/决定书.docx", "penalty-decision", NULL);
}
static void crime_file_among_the_news(Submitted *s)
{
    no_crime_file(s);
    put_document(s, "信息/涉嫌犯罪/移送书.docx", "crime-transfer", NULL);
}
static void crime_paper_among_the_news(Submitted *s)
{
    crime_file_beside_the_folder(s);
    put_document(s, "信息/移送书.docx", "crime-transfer", NULL);
}
static void crime_file_of_a_candidate_beside_it(Submitted *s)
{
    crime_file_beside_the_folder(s);
    put_document(s, "先进人物/张三/推荐表.docx", "candidate-form", NULL);
    put_document(s, "先进人物/张三/案卷/甲/移送书.docx", "crime-transfer", NULL); /* the candidate's, for no slot */
}
static void detention_file_with_its_decision_beside_the_folder(Submitted *s)
{
    drop_files(s, "案卷/行政处罚2/");
    drop_files(s, "案卷/拘留1/");
    put_document(s, "拘留/决定书.docx", "penalty-decision", NULL);
    put_document(s, "拘留/移送书.docx", "detention-transfer", NULL);
}
static void a_file_outside_is_named_for_its_own_kind_only(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    detention_file_with_its_decision_beside_the_folder(s);
    submitted_check(s);
    int told = 0;
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        if (strcmp(finding->code, "SET-001") != 0)
            continue;
        told++;
        bool own = strcmp(finding_value(finding, "kind"), "detention") == 0;
        assert_int_equal(g_strcmp0(finding_value(finding, "elsewhere"), own ? "拘留" : NULL), 0);
    }
    assert_int_equal(told, 2);
    submitted_free(s);
}
static void crime_letter_as_evidence(Submitted *s)
{
    no_crime_file(s);
    put_document(s, "案件证据/移送书.docx", "crime-transfer", NULL);
}

static void a_file_outside_is_named_with_the_empty_slot(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *elsewhere; } known[] = {
        {crime_file_among_the_news, "信息/涉嫌犯罪"}, {crime_paper_among_the_news, "涉嫌犯罪"},
        {crime_file_beside_the_folder, "涉嫌犯罪"}, {crime_file_of_a_candidate_beside_it, "涉嫌犯罪"},
        {crime_letter_as_evidence, NULL}, {no_crime_file, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(
            g_strcmp0(finding_value(submitted_finding(s, "SET-001"), "elsewhere"), known[i].elsewhere), 0);
        submitted_free(s);
    }
}

/* Three empty slots, one file too deep and two folders elsewhere: each is told once. */
static void what_may_fill_a_slot_is_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    drop_files(s, "案卷/行政处罚");
    put_document(s, "怀化大练兵/案卷/行政处罚9/决定书.docx", "penalty-decision", NULL);
    put_document(s, "怀化大练兵/先进个人/某甲/推荐表.docx", "candidate-form", "name", "某甲", NULL);
    put_document(s, "甲/决定书.docx", "penalty-decision", NULL);
    put_document(s, "乙/决定书.docx", "penalty-decision", NULL);
    submitted_check(s);
    assert_int_equal(submitted_count(s, "SET-001", "wrapped"), 1);
    assert_int_equal(submitted_count(s, "SET-001", NULL), 2);
    int told = 0;
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        const char *elsewhere = strcmp(finding->code, "SET-001") == 0 ? finding_value(finding, "elsewhere") : NULL;
        assert_true(!elsewhere || strcmp(elsewhere, "乙\n甲") == 0);
        assert_null(finding_value(finding, "bare")); /* the one too deep has its decision */
        told += elsewhere != NULL;
    }
    assert_int_equal(told, 1);
    submitted_free(s);
}

/* ---- where the missing case file may be ---- */

static void locked_crime_file(Submitted *s)
{
    no_crime_file(s);
    put_member(s, "案卷/犯罪1.zip/移送书.docx", MEMBER_ENCRYPTED, NULL);
    put_member(s, "案卷/犯罪1.zip/清单.docx", MEMBER_ENCRYPTED, NULL);
    put_member(s, "案卷/08.zip", MEMBER_ENCRYPTED, NULL);
}
static void locked_penalty_file(Submitted *s)
{
    no_crime_file(s);
    put_member(s, "案卷/行政处罚9.zip/移送书.docx", MEMBER_ENCRYPTED, NULL);
}
static void locked_bundle_in_a_file(Submitted *s)
{
    no_crime_file(s);
    put_member(s, "案卷/07.zip/移送书.docx", MEMBER_ENCRYPTED, NULL);
    put_document(s, "案卷/07.zip/说明.docx", "other", NULL);
}
static void too_deep(Submitted *s, const char *paper, const char *type)
{
    no_crime_file(s);
    put_document(s, paper, type, NULL);
    put_document(s, "大练兵/先进个人/某甲/推荐表.docx", "candidate-form", "name", "某甲", NULL);
}
static void crime_file_too_deep_without_its_letter(Submitted *s)
{
    too_deep(s, "大练兵/案卷/涉嫌犯罪移送案卷/立案.docx", "filing-form");
    put_document(s, "大练兵/案卷/涉嫌犯罪移送案卷/证据/勘验.docx", "inspection-record", NULL);
}
static void crime_file_too_deep(Submitted *s) { too_deep(s, "大练兵/案卷/涉嫌犯罪移送案卷/移送书.docx", "crime-transfer"); }
static void detention_file_too_deep_without_its_letter(Submitted *s)
{
    too_deep(s, "大练兵/案卷/移送行政拘留案卷/立案.docx", "filing-form");
}
static void crime_rows(Submitted *s, int count)
{
    for (int i = 0; i < count; i++) {
        g_autofree char *number = g_strdup_printf("沅环刑移字〔2016〕%d号", 70 + i);
        put_row(s, KIND_CRIME, number, "某厂", "2016-10-12", 0);
    }
}
static void crime_in_the_table(Submitted *s)
{
    no_crime_file(s);
    crime_rows(s, 1);
}
static void crime_in_the_table_with_its_file_locked(Submitted *s)
{
    locked_crime_file(s);
    crime_rows(s, 1);
}
static void crime_in_the_table_before_the_window(Submitted *s)
{
    no_crime_file(s);
    put_row(s, KIND_CRIME, "沅环刑移字〔2016〕70号", "某厂", "2016-03-12", 0);
}
static void penalty_in_the_table_and_in_the_detention_file(Submitted *s)
{
    drop_files(s, "案卷/行政处罚3/");
    put_row(s, KIND_PENALTY, "沅环罚字〔2016〕30号", "某厂", "2016-10-10", 80000);
}
static void many_crimes_in_the_table(Submitted *s)
{
    no_crime_file(s);
    crime_rows(s, 4);
}
static void five_crimes_in_the_table(Submitted *s)
{
    no_crime_file(s);
    crime_rows(s, 5);
}
static void six_crimes_in_the_table(Submitted *s)
{
    no_crime_file(s);
    crime_rows(s, 6);
}

#define FOUR "沅环刑移字〔2016〕70号\n沅环刑移字〔2016〕71号\n沅环刑移字〔2016〕72号\n沅环刑移字〔2016〕73号"
#define FIVE FOUR "\n沅环刑移字〔2016〕74号"

static void the_missing_file_is_looked_for(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *param, *value; } known[] = {
        {locked_crime_file, "locked", "犯罪1.zip\n08.zip"}, {locked_penalty_file, "locked", NULL},
        {locked_bundle_in_a_file, "locked", NULL},
        {crime_file_too_deep_without_its_letter, "bare", "大练兵/案卷/涉嫌犯罪移送案卷"},
        {crime_file_too_deep_without_its_letter, "speaks", "crime-transfer"},
        {crime_file_too_deep, "bare", NULL}, {detention_file_too_deep_without_its_letter, "bare", NULL},
        {crime_in_the_table, "known", "沅环刑移字〔2016〕70号"}, {crime_in_the_table, "known-count", NULL},
        {crime_in_the_table_with_its_file_locked, "known", NULL},
        {crime_in_the_table_before_the_window, "known", NULL},
        {penalty_in_the_table_and_in_the_detention_file, "known", "沅环罚字〔2016〕30号"},
        {penalty_in_the_table_and_in_the_detention_file, "within", "案卷/拘留1/决定书.docx"},
        {crime_in_the_table, "within", ""},
        {many_crimes_in_the_table, "known", NULL}, {many_crimes_in_the_table, "known-count", "4"},
        {many_crimes_in_the_table, "listed", FOUR}, {many_crimes_in_the_table, "listed-first", NULL},
        {five_crimes_in_the_table, "listed", FIVE}, {five_crimes_in_the_table, "known-count", "5"},
        {six_crimes_in_the_table, "listed", NULL}, {six_crimes_in_the_table, "listed-first", FIVE},
        {six_crimes_in_the_table, "listed-count", "5"}, {six_crimes_in_the_table, "known-count", "6"},
        {crime_in_the_table, "listed", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        record_list_clear(s->slice->cases, &case_row_type);
        known[i].change(s);
        submitted_check(s);
        const char *value = finding_value(submitted_finding(s, "SET-001"), known[i].param);
        if (g_strcmp0(value, known[i].value) != 0)
            fail_msg("%zu: %s: %s", i, known[i].param, value);
        submitted_free(s);
    }
}

/* A whole case in one file is told as such, not as its first document. */
static void all_that_a_stray_file_holds_is_told(void **state)
{
    (void)state;
    static const char path[] = "全卷.docx";
    for (int several = 0; several < 2; several++) {
        Submitted *s = submitted_clean();
        put_document(s, path, several ? "filing-form" : "penalty-decision", NULL);
        if (several)
            ((Document *)record_add(the_file(s, path)->documents, &document_type))->type = g_strdup("penalty-decision");
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "PKG-016");
        assert_int_equal(g_strcmp0(finding_value(finding, "doctype"), several ? NULL : "penalty-decision"), 0);
        assert_int_equal(g_strcmp0(finding_value(finding, "holds"), several ? "filing-form penalty-decision" : NULL), 0);
        submitted_free(s);
    }
}

static void a_file_of_no_kind_is_told_what_it_may_be(void **state)
{
    (void)state;
    static const struct {
        ChangeFunc change;
        const char *apparent, *missing;
    } known[] = {
        {a_penalty_without_its_decision, "penalty", "filing-form\npenalty-decision"},
        {a_transfer_list_where_detention_is_missing, "detention",
         "transfer-approval\ndetention-transfer\ninvestigation-report\npenalty-decision"},
        {a_transfer_list_where_both_are_missing, NULL, NULL},
        {two_orders, "daily",
         "service-receipt:rectification-order\npenalty-decision\nrecheck-record\npenalty-notice\nservice-"
         "receipt:penalty-notice\ndaily-decision"},
        {a_report_where_crime_is_missing, "crime", "transfer-approval\ncrime-transfer\ntransfer-list"},
        {only_other_papers, NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "SET-003");
        assert_non_null(finding);
        if (g_strcmp0(finding_value(finding, "apparent"), known[i].apparent) != 0 ||
            g_strcmp0(finding_value(finding, "missing"), known[i].missing) != 0)
            fail_msg("%zu: %s lacks %s", i, finding_value(finding, "apparent"),
                     finding_value(finding, "missing"));
        const Finding *slot = submitted_finding(
            s, "SET-001"); /* nothing is missing where two orders lie beside a whole package */
        assert_string_equal(slot && finding_value(slot, "likely") ? finding_value(slot, "likely") : "",
                            slot && known[i].apparent ? "某案" : "");
        submitted_free(s);
    }
}

/* A case whose file has scans of other papers only, and a picture of a phone under NUMBER among the evidence. */
static void a_picture_that_is_not_read_is_named_with_the_missing_scan(void **state)
{
    (void)state;
    static const char *const numbers[] = {"沅环罚字〔2016〕61号", "沅环罚字〔2016〕62号"};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        Submitted *s = submitted_clean();
        put_penalty(s, "案卷/行政处罚9", 61, true);
        drop_files(s, "案卷/行政处罚9/证据.zip/");
        put_scan(s, "案卷/行政处罚9/处罚决定书送达回证.jpg", "receipt", "service-receipt", numbers[0]);
        put_file(s, "案件证据/1.heic", "unknown", NULL, numbers[i]);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "REF-008");
        assert_non_null(finding);
        if (g_strcmp0(finding_value(finding, "unread"), i == 0 ? "案件证据/1.heic" : NULL) != 0)
            fail_msg("%s: %s", finding_value(finding, "number"), finding_value(finding, "unread"));
        submitted_free(s);
    }
}

static void put_case_with_photographs(Submitted *s, int serial)
{
    g_autofree char *folder = g_strdup_printf("案卷/行政处罚%d", serial), *bundle = g_strconcat(folder, "/证据.zip/", NULL),
                    *photograph = g_strconcat(folder, "/现场照片.jpg", NULL);
    put_penalty(s, folder, serial, true);
    drop_files(s, bundle);
    put_scan(s, photograph, photograph, "evidence", NULL);
}

/* A scan under a number that nobody knows, where one document of its series has only scans of other papers, and where two have. */
static void a_misnamed_scan_is_told_what_it_may_be(void **state)
{
    (void)state;
    static const struct { int cases; const char *number, *without; } known[] = {
        {1, "沅环罚字〔2016〕611号", "沅环罚字〔2016〕61号"},
        {2, "沅环罚字〔2016〕611号", NULL},
        {1, "沅环罚字〔2015〕61号", NULL},
        {0, "沅环罚字〔2016〕611号", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        for (int n = 0; n < known[i].cases; n++)
            put_case_with_photographs(s, 61 + n);
        put_scan(s, "案件证据/决定书.jpg", "misnamed", "penalty-decision", known[i].number);
        expect_param(submitted_told(s, "REF-006", NULL), "without", known[i].without);
        submitted_free(s);
    }
}

/* The candidate's copy comes first in path order; what the unit owes is told of the unit's own case file. */
static void the_units_case_file_goes_before_a_candidates(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    static const char *const folders[] = {"先进个人/向例明/案卷/行政处罚9", "案卷/行政处罚9"};
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        put_penalty(s, folders[i], 61, i == 1);
        g_autofree char *bundle = g_strconcat(folders[i], "/证据.zip/", NULL),
                        *photograph = g_strconcat(folders[i], "/现场照片.jpg", NULL);
        drop_files(s, bundle);
        put_scan(s, photograph, "photograph", "evidence", NULL);
    }
    submitted_check(s);
    assert_string_equal(submitted_finding(s, "REF-008")->casefile, "行政处罚9");
    submitted_free(s);
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_may_fill_a_slot_is_told_once),
                                       cmocka_unit_test(the_units_case_file_goes_before_a_candidates),
                                       cmocka_unit_test(a_misnamed_scan_is_told_what_it_may_be),
                                       cmocka_unit_test(all_that_a_stray_file_holds_is_told),
                                       cmocka_unit_test(a_file_of_no_kind_is_told_what_it_may_be),
                                       cmocka_unit_test(the_missing_file_is_looked_for),
                                       cmocka_unit_test(a_picture_that_is_not_read_is_named_with_the_missing_scan),
                                       cmocka_unit_test(a_file_outside_is_named_with_the_empty_slot),
                                       cmocka_unit_test(a_file_outside_is_named_for_its_own_kind_only)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
