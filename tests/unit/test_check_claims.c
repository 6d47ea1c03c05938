/* What findings on candidates say besides: what to do first with a claim, who handled its case, who counts, what else a lost
 * folder lacks. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docnumber.h"
#include "findingcases.h"

/* ---- a claim that counts nothing may come off the list, so that its proofs are not asked for without that ---- */

static void claim_without_proof(Submitted *s) { drop_files(s, "先进个人/向例明/证明材料/"); }
static void claim_outside_without_proof(Submitted *s)
{
    claim_without_proof(s);
    ((CaseRow *)s->slice->cases->pdata[0])->date = day_parse_iso("2016-12-01");
}

static void claim_that_cannot_be_looked_up(Submitted *s)
{
    claim_without_proof(s);
    submitted_without_tables(s);
}

static void what_to_do_first_with_a_claim_is_told(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *first; } known[] = {
        {claim_without_proof, NULL}, {claim_outside_without_proof, "CND-005"}, {claim_that_cannot_be_looked_up, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "CND-006");
        if (g_strcmp0(finding_value(finding, "first"), known[i].first) != 0)
            fail_msg("%zu: %s", i, finding_value(finding, "first"));
        submitted_free(s);
    }
}

/* ---- a claim whose case file is told as well is not to come off the list for a slip ---- */

#define DECISION "案卷/行政处罚1/决定书.docx"

static void dated_outside_in_the_table(Submitted *s) { first_row(s)->date = day_parse_iso("2016-12-01"); }
static void dated_outside_everywhere(Submitted *s)
{
    set_field(s, DECISION, "decision-date", "2016-08-08");
    first_row(s)->date = day_parse_iso("2016-08-08");
}
static void dated_outside_without_a_case_file(Submitted *s)
{
    dated_outside_in_the_table(s);
    drop_files(s, "案卷/行政处罚1/");
}
static void of_another_kind_in_the_table(Submitted *s) { first_row(s)->kind = KIND_RESTRICTION; }
static void of_another_kind_without_a_case_file(Submitted *s)
{
    of_another_kind_in_the_table(s);
    drop_files(s, "案卷/行政处罚1/");
}

static void what_tells_the_same_of_the_case_file_is_named(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *variant, *see, *kind; } known[] = {
        {dated_outside_in_the_table, "window", "REF-002", NULL},     {dated_outside_everywhere, "window", "SET-006", NULL},
        {dated_outside_without_a_case_file, "window", NULL, NULL},   {of_another_kind_in_the_table, "kind", "REF-002", "penalty"},
        {of_another_kind_without_a_case_file, "kind", NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        const Finding *finding = submitted_told(s, "CND-005", known[i].variant);
        expect_param(finding, "see", known[i].see);
        expect_param(finding, "file-kind", known[i].kind);
        submitted_free(s);
    }
}

/* ---- what proves a claim goes with it ---- */

static void no_row(Submitted *s) { record_free(&case_row_type, g_ptr_array_steal_index(s->slice->cases, 0)); }
static void no_row_and_no_proof(Submitted *s)
{
    no_row(s);
    claim_without_proof(s);
}
static void no_row_and_a_proof_of_two(Submitted *s)
{
    no_row(s);
    drop_files(s, "先进个人/向例明/证明材料/参与.jpg");
    put_document(s, "先进个人/向例明/证明材料/参与.docx", "other", "doc-number", "沅环罚字〔2016〕1号", "doc-number",
                 "沅环罚字〔2016〕12号", NULL);
}

static void the_proof_of_a_claim_is_named_with_it(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *variant, *proofs; } known[] = {
        {no_row, NULL, "参与.jpg"},
        {no_row_and_a_proof_of_two, NULL, NULL},
        {dated_outside_without_a_case_file, "window", "参与.jpg"},
        {no_row_and_no_proof, NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        expect_param(submitted_told(s, "CND-005", known[i].variant), "proofs", known[i].proofs);
        submitted_free(s);
    }
}

/* ---- a case that others handled needs no proof of who took part ---- */

static void handled_by(Submitted *s, const char *officer)
{
    claim_without_proof(s);
    for (guint i = 0; i < s->casefiles->files->len; i++) {
        const FileFacts *facts = s->casefiles->files->pdata[i];
        if (!g_str_has_prefix(facts->path, "案卷/行政处罚1/"))
            continue;
        for (guint j = 0; j < facts->documents->len; j++)
            record_list_clear(((Document *)facts->documents->pdata[j])->investigators, &investigator_type);
    }
    put_officer(the_document(s, "案卷/行政处罚1/检查笔录.docx"), "舒例川", "43122203");
    put_officer(the_document(s, "案卷/行政处罚1/检查笔录.docx"), officer, "43122204");
}

static void handled_by_others(Submitted *s) { handled_by(s, "瞿例之"); }
static void handled_by_the_candidate(Submitted *s) { handled_by(s, "向例明"); }
static void who_handled_a_claimed_case_is_told(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *others; } known[] = {
        {handled_by_others, "舒例川\n瞿例之"}, {handled_by_the_candidate, NULL}, {claim_without_proof, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const char *others = finding_value(submitted_finding(s, "CND-006"), "others");
        if (g_strcmp0(others, known[i].others) != 0)
            fail_msg("%zu: %s", i, others);
        submitted_free(s);
    }
}

/* ---- a number of another year may be a slip ---- */

static void a_row_of_the_right_year_is_named(void **state)
{
    (void)state;
    static const struct { const char *number, *likely; } known[] = {
        {"沅环罚字〔2015〕1号", "沅环罚字〔2016〕1号"}, {"沅环罚字〔2015〕77号", NULL}, {"会环罚字〔2015〕1号", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        Claim *claim = the_document(s, "先进个人/向例明/案件清单.docx")->claims->pdata[0];
        g_free(claim->key);
        claim->key = docnumber_key(known[i].number);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "CND-005");
        assert_string_equal(finding_value(finding, "year"), "2015");
        if (g_strcmp0(finding_value(finding, "likely"), known[i].likely) != 0)
            fail_msg("%s: %s", known[i].number, finding_value(finding, "likely"));
        submitted_free(s);
    }
}

static void the_paper_that_tells_the_day_is_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    Claim *claim = the_document(s, "先进个人/向例明/案件清单.docx")->claims->pdata[0];
    g_free(claim->key);
    claim->key = docnumber_key("沅环罚字〔2016〕2号"); /* of February, in the file of an application */
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "CND-005");
    assert_string_equal(finding->variant, "decided");
    assert_string_equal(finding_value(finding, "paper"), "案卷/强制执行1/决定书.docx");
    assert_string_equal(finding_value(finding, "date"), "2016-02-24");
    assert_string_equal(finding_value(finding, "from"), "2016-09-01");
    submitted_free(s);
}

/* ---- a case of which only other papers were scanned ---- */

static void no_decision_scanned(Submitted *s)
{
    drop_files(s, "案卷/行政处罚1/证据.zip/");
    drop_files(s, "先进个人/向例明/案卷/行政处罚1/证据.zip/");
}

static void photograph_scanned(Submitted *s)
{
    no_decision_scanned(s);
    put_scan(s, "案卷/行政处罚1/现场照片.jpg", "photograph", "evidence", NULL);
}

static void proof_broken_as(Submitted *s, const char *name)
{
    claim_without_proof(s);
    g_autofree char *path = g_strconcat("先进个人/向例明/证明材料/", name, NULL);
    put_scan(s, path, "broken proof", NULL, g_str_has_prefix(name, "沅环罚字") ? "沅环罚字〔2016〕1号" : NULL)->state = SCAN_DAMAGED;
}
static void proof_broken(Submitted *s) { proof_broken_as(s, "沅环罚字〔2016〕1号参与办案证明.jpg"); }
static void proof_broken_as_pdf(Submitted *s)
{
    proof_broken(s);
    FileFacts *file = the_file(s, "先进个人/向例明/证明材料/沅环罚字〔2016〕1号参与办案证明.jpg");
    g_free(file->type);
    file->type = g_strdup("pdf");
}
static void proof_broken_in_its_folder(Submitted *s) { proof_broken_as(s, "沅环罚〔2016〕1号/证明.jpg"); }
static void proof_broken_of_no_number(Submitted *s) { proof_broken_as(s, "参与办案证明.jpg"); }
static void proof_broken_of_another_number(Submitted *s) { proof_broken_as(s, "沅环罚〔2016〕9号/证明.jpg"); }

/* A proof that has the number and cannot be read: what is told of it is referred to. */
static void a_proof_that_cannot_be_read_is_named(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *code; } known[] = {
        {proof_broken, "SCN-001"}, {proof_broken_as_pdf, "SCN-004"}, {proof_broken_in_its_folder, "SCN-001"},
        {proof_broken_of_no_number, NULL}, {proof_broken_of_another_number, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "CND-006");
        assert_int_equal(submitted_count(s, "CND-006", "*"), 1);
        if (g_strcmp0(finding_value(finding, "unread-code"), known[i].code) != 0 || !finding_value(finding, "unread") != !known[i].code)
            fail_msg("%zu: %s", i, finding_value(finding, "unread-code"));
        submitted_free(s);
    }
}

static void a_scan_of_another_paper_is_named(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *scan; } known[] = {
        {photograph_scanned, "现场照片.jpg"}, {no_decision_scanned, NULL}, {claim_without_proof, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const char *scan = finding_value(submitted_finding(s, "CND-006"), "scan");
        if (g_strcmp0(scan, known[i].scan) != 0)
            fail_msg("%zu: %s", i, scan);
        submitted_free(s);
    }
}

/* ---- a paper that lies there and cannot be read ---- */

static void put_broken(Submitted *s, const char *path, const char *named)
{
    if (g_str_has_suffix(path, ".docx")) {
        FileFacts *locked = put_file(s, path, "ole", named, NULL);
        locked->content = CONTENT_UNREADABLE;
        locked->reason = g_strdup("encrypted");
        return;
    }
    put_scan(s, path, path, named, NULL)->state = SCAN_DAMAGED;
}

/* Nobody can open what is empty, broken or locked; an old .doc, a text and a document read as nothing known, a person can. */
static void a_closed_file_stands_for_nothing(void **state)
{
    (void)state;
    static const struct { const char *code, *path, *named; } papers[] = {
        {"CND-001", "先进个人/向例明/廉洁证明.docx", "integrity-certificate"}, {"CND-007", "先进个人/向例明/情况说明.docx", "role-statement"},
        {"CND-009", "先进个人/向例明/事迹材料.docx", "story"}, {"SUB-001", "自评报告.docx", "self-assessment"}};
    static const struct { const char *type; ContentState content; bool closed; } states[] = {
        {"empty", CONTENT_UNREADABLE, true}, {"docx", CONTENT_UNREADABLE, true}, {"zip", CONTENT_UNREADABLE, true},
        {"ooxml-encrypted", CONTENT_NONE, true}, {"unknown", CONTENT_NONE, true}, {"doc", CONTENT_UNREADABLE, false},
        {"odf", CONTENT_NONE, false}, {"docx", CONTENT_EMPTY, false}};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        for (size_t j = 0; j < G_N_ELEMENTS(states); j++) {
            Submitted *s = submitted_clean();
            drop_files(s, papers[i].path);
            put_file(s, papers[i].path, states[j].type, papers[i].named, NULL)->content = states[j].content;
            submitted_check(s);
            const Finding *finding = submitted_finding(s, papers[i].code);
            if ((finding != NULL) != states[j].closed)
                fail_msg("%s: %s", papers[i].code, states[j].type);
            if (finding)
                assert_string_equal(finding_value(finding, "unread"), papers[i].path);
            submitted_free(s);
        }
}

static void a_paper_that_cannot_be_read_is_named(void **state)
{
    (void)state;
    static const struct { const char *code, *lost, *path, *named; bool told; } known[] = {
        {"CND-001", "先进个人/向例明/廉洁证明.docx", "先进个人/向例明/廉洁证明.jpg", "integrity-certificate", true},
        {"CND-001", "先进个人/向例明/廉洁证明.docx", "廉洁证明/向例明廉洁证明.jpg", "integrity-certificate", true},
        {"CND-001", "先进个人/向例明/廉洁证明.docx", "廉洁证明/向例同廉洁证明.jpg", "integrity-certificate", false},
        {"CND-001", "先进个人/向例明/廉洁证明.docx", "法制先进个人/覃例和/向例明廉洁证明.jpg", "integrity-certificate", false},
        {"CND-001", "先进个人/向例明/廉洁证明.docx", "先进个人/向例明/1.jpg", NULL, false},
        {"CND-003", "先进个人/向例明/推荐表.docx", "先进个人/向例明/推荐表2.docx", "candidate-form", true},
        {"CND-003", "先进个人/向例明/推荐表.docx", "先进个人/向例明/事迹2.docx", "story", false},
        {"CND-007", "先进个人/向例明/情况说明.docx", "先进个人/向例明/作用说明.jpg", "role-statement", true},
        {"CND-007", "先进个人/向例明/案卷/", "先进个人/向例明/作用说明.jpg", "role-statement", false},
        {"CND-009", "先进个人/向例明/事迹材料.docx", "先进个人/向例明/事迹材料.pdf", "story", true},
        {"CND-009", "法制先进个人/覃例和/事迹材料.docx", "法制先进个人/覃例和/事迹材料.pdf", "story", true},
        {"CND-011", "法制先进个人/覃例和/推荐表.docx", "法制先进个人/覃例和/推荐表.jpg", "candidate-form", true}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        drop_files(s, known[i].lost);
        put_broken(s, known[i].path, known[i].named);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, known[i].code);
        assert_non_null(finding);
        if (g_strcmp0(finding_value(finding, "unread"), known[i].told ? known[i].path : NULL) != 0)
            fail_msg("%zu: %s", i, finding_value(finding, "unread"));
        submitted_free(s);
    }
}

/* Who is over the quota learns who is within it, and which folder is meant. */
static void the_candidates_who_count_are_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    s->slice->unit->individuals = 2;
    put_document(s, "先进个人/向例乙/推荐表.docx", "candidate-form", "name", "向例乙", NULL);
    put_document(s, "先进个人/向例丙/推荐表.docx", "candidate-form", "name", "向例丙", NULL);
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "CND-004");
    g_autofree char *folder = g_strconcat("先进个人/", finding_value(finding, "name"), NULL);
    assert_string_equal(finding_value(finding, "folder"), folder);
    assert_string_equal(finding_value(finding, "kept"), "向例丙\n向例乙"); /* U+4E19, U+4E59, then 明 */
    submitted_free(s);
}

/* Two candidates for one place; LISTED (may be NULL) stands on the paper that names the candidates, beside 向例明. */
static Submitted *one_candidate_too_many(const char *listed)
{
    Submitted *s = submitted_clean();
    s->slice->unit->individuals = 1;
    put_document(s, "先进个人/向例乙/推荐表.docx", "candidate-form", "name", "向例乙", NULL);
    add_field(the_document(s, "先进个人候选名单.docx"), "name", "向例明");
    if (listed)
        add_field(the_document(s, "先进个人候选名单.docx"), "name", listed);
    submitted_check(s);
    return s;
}

/* By path order 向例乙 counts, whom the paper does not name; that is told with the quota, and not once more. */
static void who_is_not_on_the_list_is_named_with_the_quota(void **state)
{
    (void)state;
    Submitted *s = one_candidate_too_many(NULL);
    const Finding *finding = submitted_finding(s, "CND-004");
    assert_string_equal(finding_value(finding, "name"), "向例明");
    assert_string_equal(finding_value(finding, "unlisted"), "向例乙");
    assert_string_equal(finding_value(finding, "list"), "先进个人候选名单.docx");
    assert_null(submitted_finding(s, "CND-017"));
    submitted_free(s);
}

static void a_list_of_all_names_nobody_with_the_quota(void **state)
{
    (void)state;
    Submitted *s = one_candidate_too_many("向例乙");
    assert_null(finding_value(submitted_finding(s, "CND-004"), "unlisted"));
    submitted_free(s);
}

/* A name on the paper without a folder may be that of a folder misspelt: both stand side by side. */
static void a_name_without_a_folder_stands_beside_who_is_not_listed(void **state)
{
    (void)state;
    Submitted *s = one_candidate_too_many("舒例川");
    assert_string_equal(finding_value(submitted_finding(s, "CND-004"), "unlisted"), "向例乙");
    const Finding *differ = submitted_finding(s, "CND-017");
    assert_non_null(differ);
    assert_string_equal(finding_value(differ, "listed"), "舒例川");
    assert_string_equal(finding_value(differ, "folders"), "向例乙");
    submitted_free(s);
}

/* ---- a candidate's folder of another name ---- */

static void a_lost_candidate_is_told_what_else_lacks(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_document(s, "先进人物/张三/推荐表.docx", "candidate-form", "name", "张三", NULL);
    put_document(s, "先进人物/张三/事迹材料.docx", "story", NULL);
    put_document(s, "先进人物/李四/情况说明.docx", "role-statement", NULL);
    put_document(s, "先进人物/张三/案件清单.docx", "case-list", NULL);
    submitted_check(s);
    const Finding *lost = NULL;
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        lost = g_strcmp0(finding->variant, "lost") == 0 ? finding : lost;
    }
    assert_non_null(lost);
    assert_string_equal(finding_value(lost, "lacks"), "integrity-certificate\nrole-statement");
    submitted_free(s);
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_to_do_first_with_a_claim_is_told),
        cmocka_unit_test(what_tells_the_same_of_the_case_file_is_named),
        cmocka_unit_test(the_proof_of_a_claim_is_named_with_it),
        cmocka_unit_test(who_handled_a_claimed_case_is_told),
        cmocka_unit_test(a_row_of_the_right_year_is_named),
        cmocka_unit_test(the_paper_that_tells_the_day_is_named),
        cmocka_unit_test(a_scan_of_another_paper_is_named),
        cmocka_unit_test(a_proof_that_cannot_be_read_is_named),
        cmocka_unit_test(a_closed_file_stands_for_nothing),
        cmocka_unit_test(a_paper_that_cannot_be_read_is_named),
        cmocka_unit_test(the_candidates_who_count_are_named),
        cmocka_unit_test(who_is_not_on_the_list_is_named_with_the_quota),
        cmocka_unit_test(a_list_of_all_names_nobody_with_the_quota),
        cmocka_unit_test(a_name_without_a_folder_stands_beside_who_is_not_listed),
        cmocka_unit_test(a_lost_candidate_is_told_what_else_lacks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
