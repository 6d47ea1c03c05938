/* What changed between two runs, and why (SPEC 9, changes.csv); and the derivation as it is printed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "explain.h"
#include "fault.h"
#include "rec_casefiles.h"
#include "score_change.h"
#include "scorelab.h"

/* Two counties alike in all; one candidate each. */
static int make_lab(void **state)
{
    Lab *lab = lab_new();
    static const char *const ids[] = {"A", "B"};
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
        lab_unit(lab, ids[i], "county", 2, true);
        lab_clean(lab, ids[i]);
        lab_cases(lab, ids[i], 3);
        lab_marked_file(lab, ids[i], "1", KIND_PENALTY, i ? "70" : "80");
        lab_marked_file(lab, ids[i], "2", KIND_PENALTY, "70");
        lab_marked_file(lab, ids[i], "3", KIND_PENALTY, "70");
        g_autofree char *name = g_strconcat(ids[i], "员", NULL);
        lab_claim(lab_candidate(lab, ids[i], name, true), "n", KIND_PENALTY, ROLE_LEAD);
        lab_person_marks(lab, ids[i], name, "甲", "80", "80", "80");
    }
    *state = lab;
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_lab, lab_tear_down)

/* Scores the lab again and compares; gives the changes of UNIT (and PERSON) as "item was>is origins; …". */
static char *changes(Lab *lab, Scores *before, const char *unit, const char *person)
{
    lab_score(lab);
    score_changes(lab->scores, before);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lab->scores->changes->len; i++) {
        const ScoreChange *one = lab->scores->changes->pdata[i];
        if (strcmp(one->unit, unit) == 0 && g_strcmp0(one->person, person) == 0)
            g_string_append_printf(text, "%s%s %s>%s %s", text->len ? "; " : "", one->item, one->was, one->is,
                                   one->origins);
    }
    return g_string_free(text, FALSE);
}

/* The origins of the change of ITEM, "none" when there is none. */
static const char *origins_of(const Scores *scores, const char *person, const char *item)
{
    for (guint i = 0; i < scores->changes->len; i++) {
        const ScoreChange *one = scores->changes->pdata[i];
        if (g_strcmp0(one->person, person) == 0 && strcmp(one->item, item) == 0)
            return one->origins;
    }
    return "none";
}

/* The scores as they are now, no longer the lab's. */
static Scores *take_scores(Lab *lab)
{
    lab_score(lab);
    return g_steal_pointer(&lab->scores);
}

static void nothing_changed(void **state)
{
    Lab *lab = *state;
    Scores *before = take_scores(lab);
    for (guint i = 0; i < lab->tables->reviews->len; i++) { /* other lines of the file, the same marks */
        ReviewRow *row = lab->tables->reviews->pdata[i];
        g_free(row->place);
        row->place = g_strdup_printf("reviews.csv:%u", 900 + i);
    }
    g_autofree char *got = changes(lab, before, "A", NULL);
    assert_string_equal(got, "");
    assert_int_equal(lab->scores->changes->len, 0);
    record_free(&scores_type, before);
}

static void a_mark_is_of_the_tables(void **state)
{
    Lab *lab = *state;
    Scores *before = take_scores(lab);
    ((ReviewRow *)lab->tables->reviews->pdata[1])->mark = decimal_from_int(77);
    g_autofree char *own = changes(lab, before, "A", NULL);
    assert_string_equal(own,
                        "total 26.36>26.96 table; quality 18.86>19.46 table; average 31.4286>32.4286 table");
    record_free(&scores_type, before);
}

static void an_overtaken_unit_changed_through_another(void **state)
{
    Lab *lab = *state;
    Scores *before = take_scores(lab);
    ((ReviewRow *)lab->tables->reviews->pdata[3])->mark = decimal_from_int(100); /* B's first: 70 to 100 */
    g_autofree char *other = changes(lab, before, "A", NULL);
    assert_string_equal(other, "rank 1>2 other; award 先进集体>优胜集体 other; recommend yes> other");
    record_free(&scores_type, before);
    before = take_scores(lab);
    ((ReviewRow *)lab->tables->reviews->pdata[0])->mark =
        decimal_from_int(60); /* nothing of B's, but B is not overtaken */
    g_autofree char *untouched = changes(lab, before, "B", NULL);
    assert_string_equal(untouched, "");
    record_free(&scores_type, before);
}

static void own_cases_move_the_others_bases(void **state)
{
    Lab *lab = *state;
    Scores *before = take_scores(lab);
    lab_cases(lab, "B", 2);
    g_autofree char *other = changes(lab, before, "A", NULL);
    assert_string_equal(
        other,
        "total 26.36>22.61 table; rank 1>2 other table; cases-points 7.50>3.75 table; "
        "base-cases 3.0000>4.0000 table; "
        "award 先进集体>优胜集体 other table; recommend yes> other table");
    record_free(&scores_type, before);
    before = take_scores(lab);
    lab_record(lab, "B")->state = UNIT_NOTHING; /* now B's rows do not count */
    g_autofree char *gone = changes(lab, before, "A", NULL);
    assert_non_null(strstr(gone, "base-cases 4.0000>1.5000 other"));
    record_free(&scores_type, before);
}

static void rules_and_material(void **state)
{
    Lab *lab = *state;
    Scores *before = take_scores(lab);
    lab_rule(lab, "<quality max=\"60\"", "<quality max=\"70\"");
    g_autofree char *rules = changes(lab, before, "A", NULL);
    assert_string_equal(rules, "total 26.36>29.50 rules; quality 18.86>22.00 rules");
    record_free(&scores_type, before);
    before = take_scores(lab);
    UnitCandidate *candidate = lab_record(lab, "A")->candidates->pdata[0];
    lab_claim(candidate, "m", KIND_PENALTY, ROLE_LEAD);
    g_autofree char *own = changes(lab, before, "A", "A员");
    g_autofree char *other = changes(lab, before, "B", "B员");
    assert_non_null(strstr(own, "weighted 2>4 own"));
    assert_non_null(strstr(other, "quantity 20.00>10.00 other"));
    record_free(&scores_type, before);
}

static void a_ruling_is_of_the_tables(void **state)
{
    Lab *lab = *state;
    Scores *before = take_scores(lab);
    lab_ruling(lab, "A", RULING_INELIGIBLE, NULL, NULL);
    g_autofree char *got = changes(lab, before, "A", NULL);
    assert_string_equal(got,
                        "eligibility eligible>ineligible table; award 先进集体> table; recommend yes> table");
    record_free(&scores_type, before);
}

/* A certificate is withdrawn: the marks and rules that go with the figures have not changed. */
static void who_is_removed_changed_through_the_removal(void **state)
{
    Lab *lab = *state;
    Scores *before = take_scores(lab);
    ((UnitCandidate *)lab_record(lab, "A")->candidates->pdata[0])->integrity = false;
    g_autofree char *removed = changes(lab, before, "A", "A员");
    assert_string_equal(removed, "total 84.00> own; rank 1> own; quantity 20.00> own; file 24.00> own; "
                                 "investigation 16.00> own; story 24.00> own; weighted 2> own; "
                                 "eligibility eligible>no-integrity-certificate own; "
                                 "award 执法先进个人> own; recommend yes> own");
    record_free(&scores_type, before);
    before = take_scores(lab);
    ((UnitCandidate *)lab_record(lab, "A")->candidates->pdata[0])->integrity = true;
    /* and B's mark is gone: a removal is nobody else's cause */
    record_free(&candidate_review_row_type, g_ptr_array_remove_index(lab->tables->candidate_reviews, 1));
    g_autofree char *back = changes(lab, before, "A", "A员"), *other = changes(lab, before, "B", "B员");
    assert_non_null(strstr(back, "file >24.00 own; "));
    assert_non_null(strstr(other, "file 24.00>0.00 table; "));
    record_free(&scores_type, before);
}

/* A, who stands ahead, comes under the veto, which moves no total and no rank. */
static void an_award_that_was_passed_on_changed_through_another(void **state)
{
    Lab *lab = *state;
    Scores *before = take_scores(lab);
    ((AirRow *)lab->tables->air->pdata[0])->pm10_2016 = decimal_from_int(81);
    g_autofree char *own = changes(lab, before, "A", NULL), *other = changes(lab, before, "B", NULL);
    assert_string_equal(own, "veto >pm10 table; award 先进集体> table; recommend yes> table");
    assert_string_equal(other, "award 优胜集体>先进集体 other; recommend >yes other");
    record_free(&scores_type, before);
}

/* A mark changed below it, but 已审定 was said of what was complete, and it still is. */
static void a_seal_is_no_change(void **state)
{
    Lab *lab = *state;
    Scores *before = take_scores(lab);
    for (guint i = 0; i < before->units->len; i++)
        ((ScoreUnit *)before->units->pdata[i])->review = REVIEW_SEALED;
    ((ReviewRow *)lab->tables->reviews->pdata[1])->mark = decimal_from_int(77);
    g_autofree char *complete = changes(lab, before, "A", NULL);
    assert_null(strstr(complete, "review"));
    lab_file(lab, "A", "9", KIND_DAILY, "n9", "2016-10-01"); /* without a mark */
    g_autofree char *incomplete = changes(lab, before, "A", NULL);
    assert_non_null(strstr(incomplete, "review sealed>incomplete own"));
    record_free(&scores_type, before);
}

static void a_file_ruled_valid_counts_by_the_ruling(void **state)
{
    Lab *lab = *state;
    lab_file(lab, "A", "9", KIND_PENALTY, "n9", "2016-08-31");
    Scores *before = take_scores(lab);
    lab_ruling(lab, "A", RULING_FILE_VALID, "n8", NULL);
    g_autofree char *another = changes(lab, before, "A", NULL);
    assert_string_equal(another, "");
    lab_ruling(lab, "A", RULING_FILE_VALID, "n9", NULL);
    g_autofree char *valid = changes(lab, before, "A", NULL);
    assert_string_equal(valid, "submitted 3>4 own table");
    record_free(&scores_type, before);
}

/* A claim without a scan counts by another rule: what was handed in is as before, though the leaf of the claim is another. */
static void material_that_stayed_is_no_cause(void **state)
{
    static const char *const evidence[] = {"combine=\"multiply\" evidence=\"required\"", "combine=\"multiply\" evidence=\"advisory\""};
    static const char *const inventories[] = {"the same", "another"}, *const origins[] = {"rules", "own rules"};
    Lab *lab = *state;
    ((UnitClaim *)((UnitCandidate *)lab_record(lab, "A")->candidates->pdata[0])->claims->pdata[0])->evidence = false;
    for (size_t i = 0; i < G_N_ELEMENTS(inventories); i++) {
        Scores *before = take_scores(lab);
        made_from_add(before->made_from, "A/inventory", "the same");
        lab_rule(lab, evidence[i], evidence[1 - i]);
        lab_score(lab);
        made_from_add(lab->scores->made_from, "A/inventory", inventories[i]);
        score_changes(lab->scores, before);
        assert_string_equal(origins_of(lab->scores, "A员", "weighted"), origins[i]);
        record_free(&scores_type, before);
    }
}

static void another_program(void **state)
{
    Lab *lab = *state;
    Scores *before = take_scores(lab);
    ScoreUnit *a = before->units->pdata[0];
    g_free(a->average);
    a->average = g_strdup("31.0000");
    Leaf *program = ((Node *)a->nodes->pdata[0])->leaves->pdata[0];
    program->value = "an older one";
    g_autofree char *got = changes(lab, before, "A", NULL);
    assert_string_equal(got, "average 31.0000>31.4286 program");
    record_free(&scores_type, before);
}

static void people_come_and_go(void **state)
{
    Lab *lab = *state;
    Scores *before = take_scores(lab);
    lab_candidate(lab, "A", "新员", true);
    record_list_clear(lab_record(lab, "B")->candidates, &unit_candidate_type);
    g_autofree char *come = changes(lab, before, "A", "新员");
    g_autofree char *gone = changes(lab, before, "B", "B员");
    assert_non_null(strstr(come, "total >"));
    assert_non_null(strstr(gone, "> own"));
    record_free(&scores_type, before);
}

/* ---- explain ---- */

static char *explained(const Lab *lab, const char *unit, const char *person, const char *format)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "explained", NULL);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    const ExplainOutput output = {.stream = file, .layout = {.columns = 200}, .xml = strcmp(format, "xml") == 0};
    assert_true(explain_print(&output, lab->scores, NULL, unit, person, NULL));
    fclose(file);
    char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    remove(path);
    return text;
}

static void a_derivation_reads_well(void **state)
{
    Lab *lab = *state;
    lab_score(lab);
    g_autofree char *text = explained(lab, "A", NULL, "text");
    static const char *const lines[] = {"总分 = 18.86 + 7.50 + 0.00 + 0.00",
                                        "案卷平均分 = (80 + 70 + 70 + 0 + 0 + 0 + 0)/7 = 220/7 ≈ 31.4286",
                                        "实际与基准之比〔查处案件数〕 = 3/3",
                                        "专家评分〔甲〕：80（基础数据表，reviews.csv:",
                                        "通知：“",
                                        "推荐省厅",
                                        "：60（collective/quality/@max）",
                                        "“规则8.x”指"};
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        if (!strstr(text, lines[i]))
            fail_msg("no '%s' in:\n%s", lines[i], text);
    g_autofree char *person = explained(lab, "A", " A员", "text");
    assert_non_null(strstr(person, "加权案件数 = 1 × 2 = 2"));
}

/* The unit's own part of a total is no other unit's, and who stands ahead has a name. */
static void others_are_named(void **state)
{
    Lab *lab = *state;
    lab_score(lab);
    const ScoreUnit *first = lab->scores->units->pdata[0], *second = lab->scores->units->pdata[1];
    g_autofree char *text = explained(lab, second->id, NULL, "text");
    g_autofree char *better = g_strdup_printf("总分更高的〔%s〕：1", first->name),
                    *ahead = g_strdup_printf("名次在前、可得奖的〔%s〕：1", first->name),
                    *own = g_strdup_printf("查处案件数〔%s〕：", second->name),
                    *other = g_strdup_printf("查处案件数〔%s〕：", first->name);
    assert_non_null(strstr(text, better));
    assert_non_null(strstr(text, ahead));
    const char *at = strstr(text, own), *end = at ? strchr(at, '\n') : NULL;
    assert_true(at && g_strstr_len(at, end - at, "（本单位，"));
    at = strstr(text, other);
    end = at ? strchr(at, '\n') : NULL;
    assert_true(at && g_strstr_len(at, end - at, "（其他单位，"));
}

static void places_of_claims_are_words(void **state)
{
    (void)state;
    char of_claim[] = "claim", of_rule[] = "max", list[] = "先进个人/甲 L2", table[] = "先进个人/甲 T1R4",
         season[] = "season.xml a/@max";
    Leaf claim = {.name = of_claim, .source = list}, rule = {.name = of_rule, .source = season};
    g_autofree char *line = explain_source(&claim);
    assert_string_equal(line, "先进个人/甲，案件清单第2行");
    claim.source = table;
    g_autofree char *cell = explain_source(&claim), *path = explain_source(&rule);
    assert_string_equal(cell, "先进个人/甲，案件清单表1第4行");
    assert_string_equal(path, "season.xml a/@max");
}

static void a_derivation_as_xml_is_a_record(void **state)
{
    Lab *lab = *state;
    lab_score(lab);
    g_autofree char *text = explained(lab, "B", NULL, "xml");
    Scores *part = record_parse(&scores_type, text, strlen(text), "explain", NULL);
    assert_non_null(part);
    assert_int_equal(part->units->len, 1);
    assert_int_equal(part->people->len, 0);
    assert_string_equal(((ScoreUnit *)part->units->pdata[0])->id, "B");
    record_free(&scores_type, part);
}

static void who_is_not_there_cannot_be_explained(void **state)
{
    Lab *lab = *state;
    lab_score(lab);
    g_autoptr(GError) error = NULL;
    const ExplainOutput output = {.stream = stdout, .layout = {.columns = 80}};
    assert_false(explain_print(&output, lab->scores, NULL, "A", "无此人", &error));
    assert_true(g_error_matches(error, FAULT_INPUT, FAULT_USAGE));
    assert_non_null(strstr(error->message, "A员"));
    assert_false(explain_print(&output, lab->scores, NULL, "Z", NULL, NULL));
}

int main(void)
{
    setenv("ANJUAN_DATA", "pipeline", 1);
    const struct CMUnitTest tests[] = {TEST(nothing_changed),
                                       TEST(a_mark_is_of_the_tables),
                                       TEST(an_overtaken_unit_changed_through_another),
                                       TEST(own_cases_move_the_others_bases),
                                       TEST(rules_and_material),
                                       TEST(a_ruling_is_of_the_tables),
                                       TEST(who_is_removed_changed_through_the_removal),
        TEST(an_award_that_was_passed_on_changed_through_another),
        TEST(a_seal_is_no_change),
        TEST(a_file_ruled_valid_counts_by_the_ruling),
        TEST(material_that_stayed_is_no_cause),
        TEST(another_program),
                                       TEST(people_come_and_go),
                                       TEST(a_derivation_reads_well),
                                       TEST(others_are_named),
                                       TEST(places_of_claims_are_words),
                                       TEST(a_derivation_as_xml_is_a_record),
                                       TEST(who_is_not_there_cannot_be_explained)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
