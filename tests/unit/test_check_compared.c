/* Where to look: findings about two dates name the other paper and where each date stands; a claim without a row and
 * its case file without one are told as one matter. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "findingcases.h"

#define DAILY "案卷/按日1/按日决定书.docx"
#define RECORD "案卷/按日1/复查笔录.docx"
#define LIST "先进个人/向例明/案件清单.docx"

static const Finding *finding_of(Submitted *s, const char *code)
{
    submitted_check(s);
    return submitted_finding(s, code);
}

/* FIELD of the document PATH stands at PLACE and is quoted as QUOTE. */
static void stands_at(Submitted *s, const char *path, const char *id, const char *place, const char *quote)
{
    Field *field = the_field(s, path, id);
    g_free(field->place);
    field->place = g_strdup(place);
    quote_field(field, quote);
}

static void recheck(Submitted *s, const char *decision, const char *record)
{
    set_field(s, DAILY, "recheck-date", decision);
    set_field(s, DAILY, "last-day", decision);
    set_field(s, RECORD, "inspection-dates", record);
    stands_at(s, RECORD, "inspection-dates", "P4", "2016年10月10日");
    stands_at(s, DAILY, "doc-number", "P5", "处罚决定书号");
    stands_at(s, DAILY, "recheck-date", "P5", "2016年10月10日本局复查");
}

static void a_late_recheck_names_its_record(void **state G_GNUC_UNUSED)
{
    static const struct { const char *record, *named; } known[] = {{"2016-10-10", RECORD}, {"2016-09-20", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        recheck(s, "2016-10-10", known[i].record);
        const Finding *finding = finding_of(s, "LAW-005");
        expect_param(finding, "record-file", known[i].named);
        expect_param(finding, "record-place", known[i].named ? "P4" : NULL);
        expect_param(finding, "near", "2016年10月10日本局复");
        submitted_free(s);
    }
}

static void the_first_day_is_quoted_and_not_the_number(void **state G_GNUC_UNUSED)
{
    Submitted *s = submitted_clean();
    set_field(s, DAILY, "first-day", "2016-09-07");
    set_field(s, DAILY, "days", "12"); /* 13 would be right: then only the first day is told */
    stands_at(s, DAILY, "days", "P6", "共14日");
    stands_at(s, DAILY, "first-day", "P6", "自9月7日起");
    submitted_check(s);
    assert_int_equal(submitted_count(s, "LAW-006", "first-day"), 1);
    guint told = 0;
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        if (strcmp(finding->code, "LAW-006") != 0)
            continue;
        expect_param(finding, "near", finding->variant ? "自9月7日起" : "共14日");
        told++;
    }
    assert_int_equal(told, 2);
    submitted_free(s);
}

/* Both dates stand in one paper. */
static void an_earlier_date_in_the_same_paper_has_its_place(void **state G_GNUC_UNUSED)
{
    static const struct { const char *place, *told; } known[] = {{"T1R5C2", "T1R5C2"}, {"P6", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        const char *report = "案卷/行政处罚1/监测报告.docx";
        put_document(s, report, "monitoring-report", "sampling-date", "2016-09-14", "document-date", "2016-09-12", NULL);
        stands_at(s, report, "sampling-date", known[i].place, "2016年9月14日");
        stands_at(s, report, "document-date", "P6", "2016年9月12日");
        const Finding *finding = finding_of(s, "LAW-009");
        assert_string_equal(finding->place, "P6");
        expect_param(finding, "first-place", known[i].told);
        submitted_free(s);
    }
}

static void drop_row(Submitted *s, const char *number)
{
    for (guint i = s->slice->cases->len; i > 0; i--) {
        CaseRow *row = s->slice->cases->pdata[i - 1];
        if (strcmp(row->number, number) != 0)
            continue;
        g_ptr_array_remove_index(s->slice->cases, i - 1);
        record_free(&case_row_type, row);
    }
}

/* What hangs on a row that was entered under a wrong number is told as one matter with it. */
static void a_row_under_a_wrong_number_is_one_matter(void **state G_GNUC_UNUSED)
{
    static const char *const number = "沅环罚字〔2016〕1号", *const entered = "沅环罚字〔2016〕10号";
    Submitted *s = submitted_clean();
    drop_row(s, number);
    put_row(s, KIND_PENALTY, entered, "沅陵县乌有锰业有限公司", "2016-09-28", 48000);
    const Finding *finding = submitted_told(s, "REF-001", "entered");
    expect_param(finding, "number", number);
    expect_param(finding, "likely", entered);
    assert_non_null(strstr(finding_value(finding, "told-by"), "案件清单.docx"));
    finding = submitted_told(s, "CND-005", "entered");
    expect_param(finding, "see", "REF-001");
    expect_param(finding, "likely", entered);
    expect_param(submitted_told(s, "REF-003", "advisory"), "entered", number);
    submitted_free(s);

    s = submitted_clean(); /* a case of another day: that of the paper was not entered */
    drop_row(s, number);
    put_row(s, KIND_PENALTY, entered, "沅陵县乌有锰业有限公司", "2016-09-27", 48000);
    submitted_told(s, "REF-001", NULL);
    expect_param(submitted_told(s, "REF-003", "advisory"), "entered", NULL);
    submitted_free(s);
}

static void a_claim_whose_case_file_lacks_a_row_too_says_so(void **state G_GNUC_UNUSED)
{
    Submitted *s = submitted_clean();
    drop_row(s, "沅环罚字〔2016〕1号");
    expect_param(finding_of(s, "CND-005"), "see", "REF-001");
    assert_true(submitted_count(s, "REF-001", NULL) > 0);
    submitted_free(s);

    s = submitted_clean(); /* no case file is here that would tell it */
    put_claim(the_document(s, LIST), "沅环罚字〔2016〕77号", KIND_PENALTY, ROLE_LEAD);
    expect_param(finding_of(s, "CND-005"), "see", NULL);
    submitted_free(s);

    s = submitted_clean(); /* claimed as of another kind: that is another matter */
    put_claim(the_document(s, LIST), "沅环罚字〔2016〕1号", KIND_DAILY, ROLE_LEAD);
    expect_param(finding_of(s, "CND-005"), "see", NULL);
    submitted_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_late_recheck_names_its_record),
        cmocka_unit_test(the_first_day_is_quoted_and_not_the_number),
        cmocka_unit_test(an_earlier_date_in_the_same_paper_has_its_place),
        cmocka_unit_test(a_row_under_a_wrong_number_is_one_matter),
        cmocka_unit_test(a_claim_whose_case_file_lacks_a_row_too_says_so),
    };
    return cmocka_run_group_tests_name("compared", tests, NULL, NULL);
}
