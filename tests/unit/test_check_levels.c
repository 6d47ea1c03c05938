/* PKG-017, grouped and people: a folder level too many inside 案卷/ or 先进个人/, near misses, and what is not told
 * beside it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "findingcases.h"

/* ---- case files in a folder of 案卷/ ---- */

static void case_files_in_a_group(Submitted *s)
{
    put_penalty(s, "案卷/处罚/甲", 41, false);
    put_penalty(s, "案卷/处罚/乙.zip", 42, false);
}
static void case_file_in_two_volumes(Submitted *s)
{
    put_penalty(s, "案卷/处罚/正卷", 41, false);
    put_penalty(s, "案卷/处罚/副卷", 41, false);
}
static void decision_of_another_case_as_evidence(Submitted *s)
{
    put_penalty(s, "案卷/处罚/正卷", 41, false);
    put_document(s, "案卷/处罚/证据/前案决定书.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕42号", NULL);
}
static void another_case_file_in_a_case_file(Submitted *s)
{
    put_penalty(s, "案卷/处罚", 41, false);
    put_penalty(s, "案卷/处罚/另案", 42, false);
}

/* ---- candidates in a folder of 先进个人/ ---- */

static void put_form(Submitted *s, const char *path, const char *name)
{
    put_document(s, path, "candidate-form", "name", name, NULL);
}
static void people_in_a_group(Submitted *s)
{
    put_form(s, "先进个人/推荐材料/张三/推荐表.docx", "张三");
    put_form(s, "先进个人/推荐材料/李四.zip/推荐表.docx", "李四");
}
static void form_deeper_in_the_own_folder(Submitted *s) { put_form(s, "先进个人/张三/材料/推荐表.docx", "张三"); }
static void own_folder_twice(Submitted *s) { put_form(s, "先进个人/张三（推荐）/张三/推荐表.docx", "张三"); }
static void folder_of_another_beside_the_own_form(Submitted *s)
{
    put_form(s, "先进个人/张三/推荐表.docx", "张三");
    put_form(s, "先进个人/张三/李四/推荐表.docx", "李四");
}
static void form_of_another_in_no_folder_of_that_name(Submitted *s)
{
    put_form(s, "先进个人/张三/材料/推荐表.docx", "李四");
}

static const FindingCase cases[] = {
    RAISED("PKG-017", "grouped", case_files_in_a_group, case_file_in_two_volumes),
    RAISED("PKG-017", "grouped", case_files_in_a_group, decision_of_another_case_as_evidence),
    RAISED("PKG-017", "grouped", case_files_in_a_group, another_case_file_in_a_case_file),
    RAISED("SET-011", NULL, decision_of_another_case_as_evidence, case_files_in_a_group),
    RAISED("EXT-002", "two-cases", another_case_file_in_a_case_file, case_files_in_a_group),
    RAISED("PKG-017", "people", people_in_a_group, form_deeper_in_the_own_folder),
    RAISED("PKG-017", "people", people_in_a_group, own_folder_twice),
    RAISED("PKG-017", "people", people_in_a_group, folder_of_another_beside_the_own_form),
    RAISED("PKG-017", "people", people_in_a_group, form_of_another_in_no_folder_of_that_name),
    RAISED("CND-001", NULL, form_deeper_in_the_own_folder, people_in_a_group),
    RAISED("CND-013", NULL, form_of_another_in_no_folder_of_that_name, people_in_a_group),
};

/* A level too many inside 案卷/ and 先进个人/ is told once each; what counts stays as the folders are. */
static void a_level_too_many_is_told_alone(void **state)
{
    (void)state;
    static const char *const of_the_whole[] = {"REF-001", "SET-002", NULL}; /* no row, and one too many */
    Submitted *s = submitted_clean();
    submitted_check(s);
    guint casefiles = s->unit->casefiles->len, people = s->unit->candidates->len;
    put_penalty(s, "案卷/全部/处罚", 41, false);
    put_document(s, "案卷/全部/移送/移送书.docx", "detention-transfer", "doc-number", "沅环拘移字〔2016〕9号", "party", "某厂", NULL);
    put_document(s, "案卷/全部/移送/立案.docx", "filing-form", "filing-date", "2016-10-20", "party", "某厂", NULL);
    put_document(s, "案卷/全部/移送/调查报告.docx", "investigation-report", "party", "某厂", NULL);
    put_document(s, "执法先进个人/推荐/张三/推荐表.docx", "candidate-form", "name", "张三", NULL);
    put_document(s, "先进个人候选名单.docx", "candidate-list", "name", "张三", NULL);
    submitted_check(s);
    assert_int_equal(submitted_count(s, "PKG-017", "grouped"), 1);
    assert_int_equal(submitted_count(s, "PKG-017", "people"), 1);
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        bool about = g_strcmp0(finding->casefile, "全部") == 0 || g_str_has_prefix(finding->code, "CND-");
        if (about && !g_strv_contains(of_the_whole, finding->code))
            fail_msg("%s %s of %s", finding->code, finding->variant ? finding->variant : "", finding->file);
    }
    assert_int_equal(s->unit->casefiles->len, casefiles + 1);
    assert_int_equal(s->unit->candidates->len, people + 1);
    submitted_free(s);
}

int main(void)
{
    int failed = finding_cases_run("levels", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_level_too_many_is_told_alone)};
    return failed + cmocka_run_group_tests_name("levels, what is told", tests, NULL, NULL);
}
