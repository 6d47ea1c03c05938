/* check as a whole: a clean package, the unit record, packages that cannot be read. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "submitted.h"

static void print_findings(const Submitted *s)
{
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        g_autofree char *sentence = catalogue_sentence(s->catalogue, finding);
        print_message("%s %s %s: %s\n", finding->code, finding->casefile ? finding->casefile : "-", finding->file ? finding->file : "-", sentence);
    }
}

static void a_clean_package_has_no_finding(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    submitted_received(s, "2016-09-05T09:00:00+08:00");
    submitted_check(s);
    print_findings(s);
    assert_int_equal(s->findings->findings->len, 0);
    assert_string_equal(s->findings->unit, "YL");
    submitted_free(s);
}

static void the_unit_record_holds_what_scoring_needs(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    submitted_check(s);
    assert_int_equal(s->unit->state, UNIT_HANDED_IN);
    assert_int_equal(s->unit->casefiles->len, 7);
    const UnitCase *first = s->unit->casefiles->pdata[6]; /* path order by code point: 强制执行, 拘留, 按日, 犯罪, 行政处罚 */
    assert_string_equal(first->name, "行政处罚3");
    assert_int_equal(first->kind, KIND_PENALTY);
    assert_string_equal(first->number, "沅环罚字〔2016〕13号");
    assert_string_equal(first->file, "案卷/行政处罚3/决定书.docx");
    assert_string_equal(first->party, "沅陵县乌有锰业有限公司");
    assert_true(first->in_window);
    assert_int_equal(first->fine_yuan.mantissa, 48000);
    /* Six rows; of one, scans in two case files and one in none. */
    assert_int_equal(s->unit->evidence->len, 8);
    assert_int_equal(s->unit->bulletins->len, 6);
    assert_int_equal(s->unit->papers->len, 4);
    assert_int_equal(s->unit->legals->len, 1);
    const UnitCandidate *candidate = s->unit->candidates->pdata[0];
    assert_string_equal(candidate->path, "先进个人/向例明");
    assert_true(candidate->integrity && candidate->statement);
    assert_int_equal(candidate->story_chars, 2800);
    assert_int_equal(candidate->casefiles->len, 1);
    const UnitClaim *claim = candidate->claims->pdata[0];
    assert_non_null(claim->row);
    assert_true(claim->in_window && claim->evidence);
    submitted_free(s);
}

/* A claim knows the case files on which its evidence hangs; with a scan outside them it hangs on none. */
static void a_claim_names_the_case_files_of_its_scans(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    submitted_check(s);
    const UnitClaim *claim = ((const UnitCandidate *)s->unit->candidates->pdata[0])->claims->pdata[0];
    assert_int_equal(claim->casefiles->len, 2);
    assert_string_equal(claim->casefiles->pdata[0], "先进个人/向例明/案卷/行政处罚1");
    assert_string_equal(claim->casefiles->pdata[1], "行政处罚1");
    put_scan(s, "案件证据/沅环罚字〔2016〕1号.jpg", "outside", "penalty-decision", "沅环罚字〔2016〕1号");
    submitted_check(s);
    claim = ((const UnitCandidate *)s->unit->candidates->pdata[0])->claims->pdata[0];
    assert_true(claim->evidence);
    assert_int_equal(claim->casefiles->len, 0);
    submitted_free(s);
}

static void the_daily_file_takes_the_total_and_the_transfer_the_decision_s_fine(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    submitted_check(s);
    for (guint i = 0; i < s->unit->casefiles->len; i++) {
        const UnitCase *file = s->unit->casefiles->pdata[i];
        if (file->kind == KIND_DAILY)
            assert_int_equal(file->fine_yuan.mantissa, 650000);
        if (file->kind == KIND_DETENTION)
            assert_int_equal(file->fine_yuan.mantissa, 80000);
        if (file->kind == KIND_CRIME)
            assert_false(file->fine_yuan.set);
    }
    submitted_free(s);
}

static void the_same_records_give_the_same_bytes(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    char first[65], second[65];
    drop_files(s, "案卷/行政处罚2/告知书.docx");
    submitted_check(s);
    record_digest(&findings_type, s->findings, first);
    submitted_check(s);
    record_digest(&findings_type, s->findings, second);
    assert_string_equal(first, second);
    submitted_free(s);
}

static void without_tables_they_are_said_to_be_unchecked(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    submitted_without_tables(s);
    submitted_check(s);
    print_findings(s);
    assert_int_equal(s->findings->findings->len, 1);
    assert_string_equal(submitted_finding(s, "PKG-020")->code, "PKG-020");
    const Finding *unchecked = submitted_finding(s, "PKG-020");
    assert_non_null(strstr(finding_value(unchecked, "checks"), "REF-003"));
    assert_non_null(strstr(finding_value(unchecked, "others"), "CND-005"));
    assert_string_equal(finding_value(unchecked, "count"), "13");
    submitted_free(s);
}

static void nothing_readable_is_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_empty();
    ((Package *)s->inventory->packages->pdata[0])->state = PACKAGE_UNREADABLE;
    submitted_check(s);
    assert_int_equal(s->unit->state, UNIT_UNREADABLE);
    assert_int_equal(s->findings->findings->len, 1);
    assert_int_equal(submitted_finding(s, "PKG-001")->level, LEVEL_FATAL);
    record_list_clear(s->inventory->packages, &package_type);
    submitted_check(s);
    assert_int_equal(s->unit->state, UNIT_NOTHING);
    assert_int_equal(s->findings->findings->len, 0);
    submitted_free(s);
}

static void a_unit_that_only_nominates_owes_no_case_files(void **state)
{
    (void)state;
    Submitted *s = submitted_empty();
    g_clear_pointer(&s->slice->unit->group, g_free);
    s->slice->unit->individuals = 0;
    put_document(s, "法制先进个人/某人/推荐表.docx", "candidate-form", NULL);
    put_document(s, "法制先进个人/某人/事迹材料.docx", "story", NULL);
    submitted_check(s);
    print_findings(s);
    assert_int_equal(s->findings->findings->len, 0);
    submitted_free(s);
}

/* Kinds by content before names, measures within a penalty case, and scans without a document. */
static Kind kind_of(Submitted *s)
{
    submitted_check(s);
    Kind kind = (Kind)((const UnitCase *)s->unit->casefiles->pdata[0])->kind;
    submitted_free(s);
    return kind;
}

static void kinds_are_told_by_content_first(void **state)
{
    (void)state;
    Submitted *s = submitted_empty();
    put_document(s, "案卷/行政处罚1/a.docx", "daily-decision", NULL);
    put_document(s, "案卷/行政处罚1/b.docx", "penalty-decision", NULL);
    assert_int_equal(kind_of(s), KIND_DAILY);
    s = submitted_empty();
    put_document(s, "案卷/处罚/a.docx", "seizure-decision", NULL);
    put_document(s, "案卷/处罚/b.docx", "penalty-decision", NULL);
    assert_int_equal(kind_of(s), KIND_PENALTY);
    s = submitted_empty();
    put_document(s, "案卷/查封/a.docx", "seizure-decision", NULL);
    put_document(s, "案卷/查封/b.docx", "penalty-decision", NULL);
    assert_int_equal(kind_of(s), KIND_SEIZURE);
    s = submitted_empty();
    put_scan(s, "案卷/某公司/移送书.jpg", "x", "detention-transfer", "沅环拘移〔2016〕1号");
    assert_int_equal(kind_of(s), KIND_DETENTION);
    s = submitted_empty();
    put_scan(s, "案卷/申请强制执行/1.jpg", "x", NULL, NULL);
    assert_int_equal(kind_of(s), KIND_ENFORCEMENT);
    s = submitted_empty();
    put_scan(s, "案卷/某公司/1.jpg", "x", NULL, NULL);
    assert_int_equal(kind_of(s), KIND_NONE);
}

static void scans_give_their_number_by_name(void **state)
{
    (void)state;
    Submitted *s = submitted_empty();
    put_scan(s, "案卷/某公司/沅环罚字〔2016〕9号.pdf", "x", "penalty-decision", "沅环罚字〔2016〕9号");
    submitted_check(s);
    const UnitCase *file = s->unit->casefiles->pdata[0];
    assert_string_equal(file->number, "沅环罚字〔2016〕9号");
    assert_false(file->in_window); /* no date is known */
    assert_int_equal(submitted_count(s, "EXT-001", "no-document"), 1);
    submitted_free(s);
}

static void a_wrong_value_is_told_once_at_the_decision(void **state)
{
    (void)state;
    static const char *const paths[] = {"案卷/行政处罚1/立案.docx", "案卷/行政处罚1/决定书.docx", "案卷/行政处罚1/告知书.docx"};
    Submitted *s = submitted_clean();
    Document *first = put_document(s, "案卷/行政处罚1/01说明.docx", "other", NULL); /* before the decision by its path */
    add_field(first, "credit-code", "914312221234567890")->status = VALUE_INVALID;
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++)
        add_field(the_document(s, paths[i]), "credit-code", "914312221234567890")->status = VALUE_INVALID;
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-003", NULL), 1);
    assert_string_equal(submitted_finding(s, "EXT-003")->file, paths[1]);
    assert_string_equal(finding_value(submitted_finding(s, "EXT-003"), "more"), "3");
    assert_string_equal(finding_value(submitted_finding(s, "EXT-003"), "places"), "01说明.docx|P3\n告知书.docx|P3\n立案.docx|P3");
    submitted_free(s);
}

typedef struct { const char *form, *report, *form_party, *right, *places; } OtherCodes;

/* The other papers of the case that are of the same party may have the code; where they have two nobody knows which. */
static void the_code_of_the_other_papers_is_named(void **state)
{
    (void)state;
    static const OtherCodes known[] = {
        {NULL, NULL, NULL, NULL, NULL},
        {"91430682MA4L12345X", NULL, NULL, "91430682MA4L12345X", "立案.docx|P3"},
        {"91430682MA4L12345X", "91430682ma4l12345x", NULL, "91430682MA4L12345X", "立案.docx|P3\n调查报告.docx|P3"},
        {"91430682MA4L12345X", "91430682MA4L99999Y", NULL, NULL, NULL},
        {"91430682MA4L12345X", NULL, "沅陵县蜃楼电镀有限公司", NULL, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        add_field(the_document(s, "案卷/行政处罚1/决定书.docx"), "credit-code", "914312221234567890")->status = VALUE_INVALID;
        if (known[i].form)
            add_field(the_document(s, "案卷/行政处罚1/立案.docx"), "credit-code", known[i].form);
        if (known[i].report)
            add_field(the_document(s, "案卷/行政处罚1/调查报告.docx"), "credit-code", known[i].report);
        if (known[i].form_party)
            set_field(s, "案卷/行政处罚1/立案.docx", "party", known[i].form_party);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-003");
        assert_int_equal(g_strcmp0(finding_value(finding, "right"), known[i].right), 0);
        assert_int_equal(g_strcmp0(finding_value(finding, "right-places"), known[i].places), 0);
        submitted_free(s);
    }
}

static void a_reused_scan_points_at_the_case_file_before_a_copy(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_scan(s, "先进个人/向例明/案卷/行政处罚1/照片.jpg", "photo", NULL, NULL);
    put_scan(s, "案卷/行政处罚1/照片.jpg", "photo", NULL, NULL);
    put_scan(s, "案卷/行政处罚2/照片.jpg", "photo", NULL, NULL);
    submitted_check(s);
    assert_int_equal(submitted_count(s, "SCN-005", NULL), 1);
    assert_string_equal(finding_value(submitted_finding(s, "SCN-005"), "other-casefile"), "行政处罚1");
    submitted_free(s);
}

static char *winner_of(const char *path, const char *field, const char *value)
{
    Submitted *s = submitted_clean();
    set_field(s, path, field, value);
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "EXT-002");
    assert_non_null(finding);
    char *winner = g_strdup(finding_value(finding, "winner"));
    submitted_free(s);
    return winner;
}

static void the_decision_wins_and_of_two_forms_none(void **state)
{
    (void)state;
    g_autofree char *number = winner_of("案卷/行政处罚1/结案.docx", "decision-number", "沅环罚字〔2016〕99号");
    g_autofree char *fine = winner_of("案卷/强制执行1/申请书.docx", "fine-yuan", "41000.00");
    g_autofree char *party = winner_of("案卷/行政处罚1/立案.docx", "party", "沅陵县子虚锰业有限公司");
    assert_string_equal(number, "penalty-decision");
    assert_string_equal(fine, "penalty-decision");
    assert_string_equal(party, "penalty-decision");
    Submitted *s = submitted_clean();
    set_field(s, "案卷/行政处罚1/结案.docx", "filing-date", "2016-09-08");
    drop_files(s, "案卷/行政处罚1/调查报告.docx");
    submitted_check(s);
    assert_null(finding_value(submitted_finding(s, "EXT-002"), "winner"));
    submitted_free(s);
}

/* A party that is wrong in many documents is told once, with all of them: else each check would tell only the
 * next one. */
static void all_documents_that_agree_are_named(void **state)
{
    (void)state;
    static const char *const wrong[] = {"案卷/行政处罚1/立案.docx", "案卷/行政处罚1/责改.docx", "案卷/行政处罚1/告知书.docx"};
    Submitted *s = submitted_clean();
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        set_field(s, wrong[i], "party", "沅陵县子虚锰业有限公司");
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-002", NULL), 1);
    const Finding *finding = submitted_finding(s, "EXT-002");
    const char *other = finding_value(finding, "other-doctype");
    g_autofree char *told = g_strjoin(" ", other, finding_value(finding, "also"), NULL);
    assert_string_equal(told, "penalty-notice filing-form rectification-order");
    submitted_free(s);
    s = submitted_clean();
    set_field(s, wrong[0], "party", "沅陵县子虚锰业有限公司");
    set_field(s, wrong[1], "party", "沅陵县无何锰业有限公司");
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-002", NULL), 2);
    assert_null(finding_value(submitted_finding(s, "EXT-002"), "also"));
    submitted_free(s);
}

/* A list that is there but could not be read is named; a missing one leaves only the candidate's folder. */
static void the_list_without_cases_is_named(void **state)
{
    (void)state;
    static const char list[] = "先进个人/向例明/案件清单.docx";
    for (int there = 0; there < 2; there++) {
        Submitted *s = submitted_clean();
        if (there)
            record_list_clear(the_document(s, list)->claims, &claim_type);
        else
            drop_files(s, list);
        submitted_check(s);
        assert_string_equal(submitted_finding(s, "CND-008")->file, there ? list : "先进个人/向例明");
        submitted_free(s);
    }
}

/* Two values of one sentence are shown with the sentence, so that the place can be found; of two sentences each stands for itself. */
static void one_sentence_is_shown_once(void **state)
{
    (void)state;
    static const char decision[] = "案卷/行政处罚1/决定书.docx", both[] = "罚款人民币肆万捌仟元（4800元）";
    for (int same = 0; same < 2; same++) {
        Submitted *s = submitted_clean();
        Field *first = (Field *)document_field(the_document(s, decision), "fine-yuan"), *second = add_field(the_document(s, decision), "fine-yuan", "4800.00");
        quote_field(first, both);
        quote_field(second, same ? both : "罚款4800元");
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-002");
        if (same)
            assert_string_equal(finding_value(finding, "within"), both);
        else
            assert_null(finding_value(finding, "within"));
        submitted_free(s);
    }
}

/* Of half a paragraph only what stands around the value is shown. */
static void a_long_quotation_is_cut_around_the_value(void **state)
{
    (void)state;
    static const struct { const char *quote, *shown; } known[] = {
        {"沅陵县乌有锰业有限责任公司，地址：沅陵县子虚镇", "沅陵县乌有锰业有限责任公司，地址：沅陵县子虚镇"},
        {"沅陵县乌有锰业有限责任公司，统一社会信用代码：914312223452966605，法定代表人：范样川，地址：沅陵县子虚镇",
         "沅陵县乌有锰业有限责任公司…"},
        {"2016年9月5日上午，我局执法人员向例明、舒例川对位于子虚镇的沅陵县乌有锰业有限责任公司进行了现场检查，发现总排口有废水外排",
         "…舒例川对位于子虚镇的沅陵县乌有锰业有限责任公司进行了现场检查…"},
        {"2016年9月5日上午，我局执法人员依法对位于子虚镇工业集中区内的某某锰业公司（以下简称该公司）进行了现场检查，发现有废水外排",
         "2016年9月5日上午，我局执法人员依法对位于子虚镇工业集中区内的某某锰业公司（以下简称该公司）进行了现场检查，发现有废水外排"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        set_field(s, "案卷/行政处罚1/立案.docx", "party", "沅陵县乌有锰业有限责任公司");
        Field *field = the_field(s, "案卷/行政处罚1/立案.docx", "party");
        quote_field(field, known[i].quote);
        submitted_check(s);
        assert_string_equal(finding_value(submitted_finding(s, "EXT-002"), "other-quote"), known[i].shown);
        submitted_free(s);
    }
}

/* A day that is none is one finding whatever says it, at the field of its own. */
static void a_day_that_is_none_is_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    add_field(the_document(s, "案卷/行政处罚1/检查笔录.docx"), "written-date", "2016年9月31日")->status = VALUE_INVALID;
    add_field(the_document(s, "案卷/行政处罚1/立案.docx"), "interviewed-on", "2016年9月31日")->status = VALUE_INVALID;
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-003", "day"), 0);
    assert_int_equal(submitted_count(s, "EXT-003", NULL), 1);
    const Finding *finding = submitted_finding(s, "EXT-003");
    assert_string_equal(finding->file, "案卷/行政处罚1/立案.docx");
    assert_string_equal(finding_value(finding, "reason"), "no-such-day");
    assert_string_equal(finding_value(finding, "places"), "检查笔录.docx|P3");
    submitted_free(s);
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clean_package_has_no_finding),
        cmocka_unit_test(the_unit_record_holds_what_scoring_needs),
        cmocka_unit_test(a_claim_names_the_case_files_of_its_scans),
        cmocka_unit_test(the_daily_file_takes_the_total_and_the_transfer_the_decision_s_fine),
        cmocka_unit_test(the_same_records_give_the_same_bytes),
        cmocka_unit_test(without_tables_they_are_said_to_be_unchecked),
        cmocka_unit_test(nothing_readable_is_told_once),
        cmocka_unit_test(a_unit_that_only_nominates_owes_no_case_files),
        cmocka_unit_test(kinds_are_told_by_content_first),
        cmocka_unit_test(the_decision_wins_and_of_two_forms_none),
        cmocka_unit_test(all_documents_that_agree_are_named),
        cmocka_unit_test(the_list_without_cases_is_named),
        cmocka_unit_test(one_sentence_is_shown_once),
        cmocka_unit_test(a_long_quotation_is_cut_around_the_value),
        cmocka_unit_test(a_wrong_value_is_told_once_at_the_decision),
        cmocka_unit_test(the_code_of_the_other_papers_is_named),
        cmocka_unit_test(a_day_that_is_none_is_told_once),
        cmocka_unit_test(a_reused_scan_points_at_the_case_file_before_a_copy),
        cmocka_unit_test(scans_give_their_number_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
