/* Units: a season of four computed by hand, and each rule with a near miss (SPEC 8.1 to 8.6). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "scorelab.h"

/* ---- the season of four ----
 *
 * Enterprises 4, 3, 2, 1: shares 0.4, 0.3, 0.2, 0.1.  D handed in nothing.
 *        cases            fines                          major
 *   A    a1 a2 a3 = 3     50000+120000+30000 = 200000    a1 daily, a3 seizure = 2   (a4 is out of the window;
 * e2 is enforcement) B    b1 b2 b3 = 3     20000+10000+10000 = 40000      b2 detention = 1 C    c1 = 1 60000
 * 0 D    (d1 does not count) all  7                300000                         3 Bases: A 2.8 120000 1.2,
 * B 2.1 90000 0.9, C 1.4 60000 0.6, D 0.7 30000 0.3 Points: A 15·(3/2.8−0.5) = 8.571 → 8.57; 5/3 → 10; 5/3 →
 * 15 B 15·(3/2.1−0.5) = 13.929 → 13.93; 4/9 → 0; 15·(1/0.9−0.5) = 9.167 → 9.17 C 15·(1/1.4−0.5) = 3.214
 * → 3.21; 10·0.5 = 5; 0 Quality: A 88 (of 90 and 86), 80, 0 (out of the window), daily 91.5: 259.5/7
 * = 37.0714 → ·60/100 = 22.243 → 22.24 B 70 75 80 and detention 85: 310/7 = 44.2857 → 26.571 → 26.57 C 60 and
 * one without a mark: 60/7 = 8.5714 → 5.143 → 5.14; two files are under the minimum Totals: A 55.81, B 49.67,
 * C 13.35.  A's PM10 rose, so B gets 先进集体. */
static void make_four(Lab *lab)
{
    lab_unit(lab, "A", "county", 4, true);
    lab_unit(lab, "B", "county", 3, true);
    lab_unit(lab, "C", "county", 2, true);
    lab_unit(lab, "D", "county", 1, false);
    lab_unit(lab, "Z", NULL, 0, false);
    lab_case(lab, "A", "a1", KIND_PENALTY, "A1", "2016-09-01", "50000");
    lab_case(lab, "A", "a1", KIND_DAILY, "A1d", "2016-10-01", "120000");
    lab_case(lab, "A", "a2", KIND_PENALTY, "A2", "2016-11-30", "30000");
    lab_case(lab, "A", "a3", KIND_SEIZURE, "A3", "2016-10-09", NULL);
    lab_case(lab, "A", "a4", KIND_PENALTY, "A4", "2016-12-01", "99999");
    lab_case(lab, "A", "a5", KIND_ENFORCEMENT, "E2", "2016-10-11", "7");
    lab_case(lab, "B", "b1", KIND_PENALTY, "B1", "2016-10-01", "20000");
    lab_case(lab, "B", "b2", KIND_PENALTY, "B2", "2016-10-01", "10000");
    lab_case(lab, "B", "b2", KIND_DETENTION, "B2t", "2016-10-01", NULL);
    lab_case(lab, "B", "b3", KIND_PENALTY, "B3", "2016-10-01", "10000");
    lab_case(lab, "C", "c1", KIND_PENALTY, "C1", "2016-10-01", "60000");
    lab_case(lab, "D", "d1", KIND_PENALTY, "D1", "2016-10-01", "500000");
    lab_file(lab, "A", "1", KIND_PENALTY, "A1", "2016-09-01");
    lab_file(lab, "A", "2", KIND_PENALTY, "A2", "2016-11-30");
    lab_file(lab, "A", "3", KIND_PENALTY, "A4", "2016-12-01");
    lab_file(lab, "A", "4", KIND_DAILY, "A1d", "2016-10-01");
    lab_mark(lab, "A", "A1", "甲", "90");
    lab_mark(lab, "A", "A1", "乙", "86");
    lab_mark(lab, "A", "A2", "甲", "80");
    lab_mark(lab, "A", "A4", "甲", "95");
    lab_mark(lab, "A", "A1d", "甲", "91.5");
    lab_marked_file(lab, "B", "1", KIND_PENALTY, "70");
    lab_marked_file(lab, "B", "2", KIND_PENALTY, "75");
    lab_marked_file(lab, "B", "3", KIND_PENALTY, "80");
    lab_marked_file(lab, "B", "4", KIND_DETENTION, "85");
    lab_marked_file(lab, "C", "1", KIND_PENALTY, "60");
    lab_file(lab, "C", "2", KIND_PENALTY, "C2", "2016-10-01");
    lab_air(lab, "A", "80", "80.1", "50", "49");
    lab_water(lab, "A", "河口", 3, 3, false);
    lab_clean(lab, "B");
    lab_clean(lab, "D");
}

static void check_unit(const Lab *lab, const char *id, const char *want)
{
    const ScoreUnit *u = lab_find(lab, id);
    g_autofree char *got = g_strdup_printf(
        "%d %s = %s + %s + %s + %s, average %s of %d, counts %d %s %d, share %s, bases %s %s %s, %s",
        (int)u->rank, u->total, u->quality, u->cases_points, u->fines_points, u->major_points, u->average,
        (int)u->submitted, (int)u->cases, u->fines_yuan, (int)u->major, u->share_percent, u->base_cases,
        u->base_fines, u->base_major, u->eligibility);
    assert_string_equal(got, want);
}

static void four_units_by_hand(void **state)
{
    Lab *lab = *state;
    make_four(lab);
    lab_score(lab);
    check_unit(
        lab, "A",
        "1 55.81 = 22.24 + 8.57 + 10.00 + 15.00, average 37.0714 of 3, counts 3 200000.00 2, share 40.0000, "
        "bases 2.8000 120000.0000 1.2000, eligible");
    check_unit(
        lab, "B",
        "2 49.67 = 26.57 + 13.93 + 0.00 + 9.17, average 44.2857 of 4, counts 3 40000.00 1, share 30.0000, "
        "bases 2.1000 90000.0000 0.9000, eligible");
    check_unit(
        lab, "C",
        "3 13.35 = 5.14 + 3.21 + 5.00 + 0.00, average 8.5714 of 2, counts 1 60000.00 0, share 20.0000, "
        "bases 1.4000 60000.0000 0.6000, below-minimum");
    check_unit(lab, "D",
               "0 0.00 = 0.00 + 0.00 + 0.00 + 0.00, average 0.0000 of 0, counts 0 0.00 0, share 10.0000, "
               "bases 0.7000 30000.0000 0.3000, not-handed-in");
    g_autofree char *ranking = lab_ranking(lab);
    assert_string_equal(ranking, "A1 B2 C3 D-");
    lab_check_vetoes(lab, "A", "pm10");
    lab_check_vetoes(lab, "B", "");
    lab_check_vetoes(lab, "C", "undecided");
    assert_null(lab_find(lab, "A")->award);
    assert_string_equal(lab_find(lab, "B")->award, "先进集体");
    assert_int_equal(lab_find(lab, "B")->recommend_state, GIVEN_YES);
    assert_int_equal(lab_find(lab, "A")->review, REVIEW_COMPLETE);
    assert_int_equal(lab_find(lab, "C")->review, REVIEW_INCOMPLETE);
    assert_int_equal(lab_findings(lab, "DAT-003", "", "C"), 1);
    assert_int_equal(lab_findings(lab, "DAT-003", NULL, "A"), 0);
    assert_int_equal(lab_findings(lab, "DAT-004", NULL, "C"), 1);
    assert_int_equal(lab_findings(lab, "DAT-004", NULL, NULL), 1);
    assert_int_equal(lab_findings(lab, "SCO-001", NULL, NULL), 0);
}

static void rows_beside_the_figures(void **state)
{
    Lab *lab = *state;
    make_four(lab);
    const Scores *scores = lab_score(lab);
    assert_int_equal(scores->baselines->len, 12);
    const ScoreBaseline *fines = scores->baselines->pdata[1];
    assert_string_equal(fines->indicator, "fines");
    assert_string_equal(fines->total, "300000.00");
    assert_string_equal(fines->actual, "200000.00");
    assert_string_equal(fines->ratio, "1.6667");
    assert_int_equal(fines->enterprises_total, 10);
    static const char *const reasons[] = {NULL, NULL, NULL, NULL, "out-of-window", "enforcement", NULL,
                                          NULL, NULL, NULL, NULL, "not-handed-in"};
    assert_int_equal(scores->counted->len, G_N_ELEMENTS(reasons));
    for (guint i = 0; i < scores->counted->len; i++) {
        const ScoreCounted *row = scores->counted->pdata[i];
        assert_true(g_strcmp0(row->reason, reasons[i]) == 0);
        assert_true(row->counted == (reasons[i] == NULL));
    }
    const ScoreCase *late = scores->casefiles->pdata[2];
    assert_string_equal(late->why, "out-of-window");
    assert_string_equal(late->mean, "95.0000");
    assert_string_equal(late->counted_mark, "0");
    assert_int_equal(late->position, 3);
}

/* ---- 8.5 ---- */

/* Points for cases of a unit with share 0.4 of 20 cases, base 8, when it has ACTUAL of them. */
static void check_points(const char *const *rules, int actual, const char *want)
{
    Lab *lab = lab_new();
    lab_rule(lab, "<cases max=\"15\"", "<cases max=\"10\"");
    for (; rules && *rules; rules += 2)
        lab_rule(lab, rules[0], rules[1]);
    lab_unit(lab, "A", "county", 4, true);
    lab_unit(lab, "B", "county", 6, true);
    lab_cases(lab, "A", actual);
    lab_cases(lab, "B", 20 - actual);
    lab_score(lab);
    assert_string_equal(lab_find(lab, "A")->base_cases, "8.0000");
    assert_string_equal(lab_find(lab, "A")->cases_points, want);
    lab_free(lab);
}

static void line_between_the_thresholds(void **state)
{
    (void)state;
    static const struct {
        int actual;
        const char *want;
    } cases[] = {{0, "0.00"}, {4, "0.00"},  {5, "1.25"},   {6, "2.50"},  {8, "5.00"},
                 {9, "6.25"}, {10, "7.50"}, {12, "10.00"}, {20, "10.00"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        check_points(NULL, cases[i].actual, cases[i].want);
}

static void step_takes_both_ends(void **state)
{
    (void)state;
    static const char *const step[] = {"between=\"linear\"", "between=\"step\"", NULL};
    static const struct {
        int actual;
        const char *want;
    } cases[] = {{3, "0.00"}, {4, "5.00"}, {8, "5.00"}, {12, "5.00"}, {13, "10.00"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        check_points(step, cases[i].actual, cases[i].want);
}

static void one_threshold_whatever_between(void **state)
{
    (void)state;
    static const char *const linear[] = {"full-at=\"1.5\"", "full-at=\"0.5\"", NULL};
    static const char *const step[] = {"full-at=\"1.5\"", "full-at=\"0.5\"", "between=\"linear\"",
                                       "between=\"step\"", NULL};
    static const struct {
        int actual;
        const char *want;
    } cases[] = {{3, "0.00"}, {4, "0.00"}, {5, "10.00"}, {20, "10.00"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        check_points(linear, cases[i].actual, cases[i].want);
        check_points(step, cases[i].actual, cases[i].want);
    }
}

static void zero_bases(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 0, true);
    lab_unit(lab, "B", "county", 0, true);
    lab_unit(lab, "C", "county", 5, true);
    lab_case(lab, "A", "a1", KIND_PENALTY, "A1", "2016-10-08", "100");
    lab_score(lab);
    assert_string_equal(lab_find(lab, "A")->cases_points, "15.00"); /* no share, some value */
    assert_string_equal(lab_find(lab, "A")->fines_points, "10.00");
    assert_string_equal(lab_find(lab, "A")->major_points, "0.00"); /* the city has none */
    assert_string_equal(lab_find(lab, "B")->cases_points, "0.00");
    assert_string_equal(lab_find(lab, "C")->major_points, "0.00");
    assert_int_equal(lab_findings(lab, "DAT-005", NULL, "A"), 3);
    assert_int_equal(lab_findings(lab, "DAT-005", NULL, "C"), 1);
    assert_int_equal(lab_findings(lab, "DAT-005", "total", "C"), 1); /* its share is no reason */
    assert_int_equal(lab_findings(lab, "DAT-005", "total", "A"), 1);
    assert_int_equal(lab_findings(lab, "DAT-005", "", "A"), 2);
}

static void given_share_leaves_the_others_alone(void **state)
{
    Lab *lab = *state;
    UnitRow *a = lab_unit(lab, "A", "county", 2, true);
    lab_unit(lab, "B", "county", 8, true);
    decimal_parse("12.5", &a->share_percent);
    lab_cases(lab, "A", 8);
    lab_score(lab);
    assert_string_equal(lab_find(lab, "A")->share_percent, "12.5000");
    assert_string_equal(lab_find(lab, "A")->base_cases, "1.0000");
    assert_string_equal(lab_find(lab, "B")->share_percent, "80.0000");
}

static void totals_of_all_or_of_the_group(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 5, true);
    lab_unit(lab, "S", "city", 5, true);
    lab_cases(lab, "A", 3);
    lab_cases(lab, "S", 7);
    lab_score(lab);
    assert_string_equal(lab_find(lab, "A")->base_cases, "5.0000");
    const ScoreUnit *city = lab_find(lab, "S");
    assert_null(city->cases_points);
    assert_null(city->base_cases);
    assert_string_equal(city->share_percent, "50.0000");
    assert_int_equal(city->cases, 7);
    assert_int_equal(lab->scores->baselines->len, 3);
    lab_rule(lab, "totals=\"all\"", "totals=\"group\"");
    lab_score(lab);
    assert_string_equal(lab_find(lab, "A")->base_cases, "1.5000");
}

/* ---- 8.4 ---- */

static void things_count_once(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_case(lab, "A", "1", KIND_PENALTY, "N1", "2016-10-08", NULL);    /* an empty amount is no amount */
    lab_case(lab, "A", "2", KIND_PENALTY, "N1", "2016-10-08", "100.5"); /* one number in two cases */
    lab_case(lab, "A", "1", KIND_DAILY, "N2", "2016-10-08", "20");
    lab_case(lab, "A", "1", KIND_DAILY, "N3", "2016-10-08", "30"); /* a second daily penalty of one case */
    lab_case(lab, "A", "1", KIND_SEIZURE, "N4", "2016-10-08", NULL);
    lab_score(lab);
    const ScoreUnit *a = lab_find(lab, "A");
    assert_int_equal(a->cases, 2);
    assert_string_equal(a->fines_yuan, "150.50");
    assert_int_equal(a->major, 2);
}

static void evidence_may_be_required(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_case(lab, "A", "1", KIND_PENALTY, "N1", "2016-10-08", "100");
    lab_case(lab, "A", "2", KIND_PENALTY, "N2", "2016-10-08", "200");
    Evidence *evidence = record_add(lab_record(lab, "A")->evidence, &evidence_type);
    evidence->key = g_strdup("N2");
    evidence->path = g_strdup("案件证据/N2.jpg");
    lab_score(lab);
    assert_int_equal(lab_find(lab, "A")->cases, 2);
    lab_rule(lab, "zero-at=\"0.5\" between=\"linear\" evidence=\"advisory\"",
             "zero-at=\"0.5\" between=\"linear\" evidence=\"required\"");
    lab_score(lab);
    assert_int_equal(lab_find(lab, "A")->cases, 1);
    assert_string_equal(lab_find(lab, "A")->fines_yuan, "200.00");
    const ScoreCounted *first = lab->scores->counted->pdata[0], *second = lab->scores->counted->pdata[1];
    assert_string_equal(first->reason, "no-evidence");
    assert_string_equal(second->evidence, "案件证据/N2.jpg");
}

/* ---- 8.2, 8.3 ---- */

static void seven_marks_by_hand(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_marked_file(lab, "A", "1", KIND_PENALTY, "90");
    lab_marked_file(lab, "A", "2", KIND_PENALTY, "80");
    lab_marked_file(lab, "A", "3", KIND_PENALTY, "85");
    lab_marked_file(lab, "A", "4", KIND_DETENTION, "70");
    lab_score(lab);
    assert_string_equal(lab_find(lab, "A")->average, "46.4286");
    assert_string_equal(lab_find(lab, "A")->quality, "27.86"); /* 325/7 · 60/100 = 27.857 */
}

static void files_fill_slots_in_order(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_file(lab, "A", "0 早", KIND_PENALTY, "K0",
             "2016-08-31"); /* outside: after those inside, so surplus */
    lab_marked_file(lab, "A", "1", KIND_PENALTY, "70");
    lab_file(lab, "A", "2", KIND_PENALTY, "A/1",
             "2016-10-08"); /* the number of 1 again: fills a slot, counts 0 */
    lab_marked_file(lab, "A", "3", KIND_PENALTY, "49");
    lab_marked_file(lab, "A", "4", KIND_PENALTY, "100"); /* surplus, but handed in */
    lab_marked_file(lab, "A", "5", KIND_AUDIT, "100");   /* no slot */
    lab_score(lab);
    const ScoreUnit *a = lab_find(lab, "A");
    assert_string_equal(a->average, "17.0000");
    assert_int_equal(a->submitted, 3);
    static const char *const why[] = {"surplus", NULL, "repeated-number", NULL, "surplus", NULL};
    for (guint i = 0; i < G_N_ELEMENTS(why); i++)
        assert_true(g_strcmp0(((ScoreCase *)lab->scores->casefiles->pdata[i])->why, why[i]) == 0);
}

static void a_file_without_number_is_marked_by_its_name(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_file(lab, "A", "某 公司", KIND_PENALTY, NULL, "2016-10-08");
    lab_mark(lab, "A", "某公司", "甲", "70");
    lab_score(lab);
    assert_string_equal(lab_find(lab, "A")->average, "10.0000");
    assert_int_equal(lab_find(lab, "A")->submitted, 1);
}

/* ---- 8.6 ---- */

static void vetoes_and_near_misses(void **state)
{
    Lab *lab = *state;
    static const struct {
        const char *air[4];
        int before, after;
        bool external, section;
        const char *want;
    } cases[] = {{{"80", "80", "50", "50"}, 3, 3, false, true, ""},
                 {{"80", "80.0001", "50", "50"}, 3, 3, false, true, "pm10"},
                 {{"80", "79", "50", "51"}, 3, 3, false, true, "pm25"},
                 {{"80", "81", "50", "51"}, 3, 4, false, true, "pm10 pm25 water"},
                 {{"80", "80", "50", "50"}, 3, 4, true, true, ""},
                 {{"80", "80", "50", "50"}, 5, 6, false, true, "water"},
                 {{"80", "80", "50", "50"}, 0, 0, false, false, ""},
                 {{"80", "81", NULL, NULL}, 0, 0, false, false, "pm10"}, /* known, whatever is missing */
                 {{"80", "79", NULL, NULL}, 0, 0, false, false, "undecided"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *id = g_strdup_printf("U%zu", i);
        lab_unit(lab, id, "county", 1, true);
        lab_air(lab, id, cases[i].air[0], cases[i].air[1], cases[i].air[2], cases[i].air[3]);
        lab_water(lab, id, cases[i].section ? "断面" : NULL, cases[i].before, cases[i].after,
                  cases[i].external);
    }
    lab_unit(lab, "V", "county", 1, true);
    lab_water(lab, "V", "断面", 1, 2, false); /* no air, but water is known */
    lab_unit(lab, "S", "city", 1, true);      /* a group without veto */
    lab_air(lab, "S", "1", "2", "1", "2");
    lab_score(lab);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *id = g_strdup_printf("U%zu", i);
        lab_check_vetoes(lab, id, cases[i].want);
    }
    lab_check_vetoes(lab, "V", "water");
    lab_check_vetoes(lab, "S", "");
    assert_int_equal(lab_findings(lab, "DAT-004", NULL, NULL), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(four_units_by_hand),
        LAB_TEST(rows_beside_the_figures),
        LAB_TEST(line_between_the_thresholds),
        LAB_TEST(step_takes_both_ends),
        LAB_TEST(one_threshold_whatever_between),
        LAB_TEST(zero_bases),
        LAB_TEST(given_share_leaves_the_others_alone),
        LAB_TEST(totals_of_all_or_of_the_group),
        LAB_TEST(things_count_once),
        LAB_TEST(evidence_may_be_required),
        LAB_TEST(seven_marks_by_hand),
        LAB_TEST(files_fill_slots_in_order),
        LAB_TEST(a_file_without_number_is_marked_by_its_name),
        LAB_TEST(vetoes_and_near_misses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
