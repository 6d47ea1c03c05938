/* What holds for every season, over random ones (SPEC 8). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "calculator.h"
#include "rec_casefiles.h"
#include "scorelab.h"

#define SEASONS 300

static GRand *dice;

static int roll(int low, int high)
{
    return g_rand_int_range(dice, low, high + 1);
}

static bool chance(int one_in)
{
    return roll(1, one_in) == 1;
}

/* ---- random seasons ---- */

static void random_rules(Lab *lab)
{
    if (chance(3))
        lab_rule(lab, "between=\"linear\"", "between=\"step\"");
    if (chance(4))
        lab_rule(lab, "full-at=\"1.5\"", "full-at=\"0.5\"");
    if (chance(3))
        lab_rule(lab, "totals=\"all\"", "totals=\"group\"");
    if (chance(3))
        lab_rule(lab, "step=\"continuous\"", "step=\"whole\"");
    if (chance(3))
        lab_rule(lab, "combine=\"multiply\"", chance(2) ? "combine=\"max\"" : "combine=\"add\"");
    if (chance(3))
        lab_rule(lab, "collective decimals=\"2\"", "collective decimals=\"0\"");
}

static void random_cases(Lab *lab, const char *unit)
{
    for (int i = roll(0, 8); i > 0; i--) {
        g_autofree char *id = g_strdup_printf("%s-%d", unit, roll(1, 6)),
                        *number = g_strdup_printf("%s-%d", unit, ++lab->rows);
        g_autofree char *fine = g_strdup_printf("%d.%02d", roll(0, 90000), roll(0, 99));
        g_autofree char *date = g_strdup_printf("2016-%02d-15", roll(8, 12));
        lab_case(lab, unit, id, (Kind)roll(KIND_PENALTY, KIND_ENFORCEMENT), number, date,
                 chance(3) ? NULL : fine);
    }
}

static void random_files(Lab *lab, const char *unit)
{
    for (int i = roll(0, 9); i > 0; i--) {
        g_autofree char *name = g_strdup_printf("%02d", i),
                        *number = g_strdup_printf("%s号%d", unit, roll(1, 12));
        lab_file(lab, unit, name, (Kind)roll(KIND_NONE, KIND_AUDIT), chance(6) ? NULL : number,
                 chance(6) ? "2016-12-02" : "2016-10-02");
        g_autofree char *mark = g_strdup_printf("%d.%d", roll(0, 99), roll(0, 9));
        if (!chance(5))
            lab_mark(lab, unit, number, chance(2) ? "甲" : "乙", mark);
    }
}

static void random_people(Lab *lab, const char *unit)
{
    for (int i = roll(0, 3); i > 0; i--) {
        g_autofree char *name = g_strdup_printf("%s员%d", unit, i),
                        *mark = g_strdup_printf("%d", roll(0, 100));
        UnitCandidate *candidate = lab_candidate(lab, unit, name, !chance(6));
        for (int c = roll(0, 5); c > 0; c--) {
            g_autofree char *number = g_strdup_printf("%d", roll(1, 4));
            lab_claim(candidate, number, (Kind)roll(KIND_PENALTY, KIND_CRIME), roll(ROLE_LEAD, ROLE_MEMBER))
                ->in_window = !chance(6);
        }
        lab_person_marks(lab, unit, name, "甲", mark, chance(4) ? NULL : "77.5", "81");
    }
}

static void random_rulings(Lab *lab, const char *unit)
{
    static const RulingType types[] = {RULING_OVERTURNED,  RULING_PENDING,     RULING_INELIGIBLE,
                                       RULING_VETO_UPHELD, RULING_VETO_DENIED, RULING_PRIORITY};
    if (chance(4))
        lab_ruling(lab, unit, types[roll(0, (int)G_N_ELEMENTS(types) - 1)], NULL,
                   chance(2) ? "2016-10-10" : NULL);
}

static Lab *random_season(void)
{
    Lab *lab = lab_new();
    random_rules(lab);
    for (int i = roll(1, 7); i > 0; i--) {
        g_autofree char *id = g_strdup_printf("U%d", i);
        bool handed_in = !chance(6);
        lab_unit(lab, id, chance(4) ? "city" : "county", roll(0, 3), handed_in);
        random_cases(lab, id);
        random_rulings(lab, id);
        if (!chance(4))
            lab_clean(lab, id);
        if (!handed_in)
            continue;
        random_files(lab, id);
        random_people(lab, id);
        lab_legal(lab, id, "法", "88.25");
    }
    return lab;
}

/* ---- figures as text, without derivations ---- */

static char *figures(const Lab *lab)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    GString *text = g_string_new(NULL);
    const Scores *s = lab->scores;
    for (guint i = 0; i < s->units->len; i++) {
        ScoreUnit unit = *(const ScoreUnit *)s->units->pdata[i];
        unit.nodes = none;
        g_autofree char *one = record_format(&score_unit_type, &unit, &(size_t){0});
        g_string_append(text, one);
    }
    for (guint i = 0; i < s->people->len; i++) {
        ScorePerson person = *(const ScorePerson *)s->people->pdata[i];
        person.nodes = none;
        g_autofree char *one = record_format(&score_person_type, &person, &(size_t){0});
        g_string_append(text, one);
    }
    for (guint i = 0; i < s->baselines->len; i++) {
        g_autofree char *one = record_format(&score_baseline_type, s->baselines->pdata[i], &(size_t){0});
        g_string_append(text, one);
    }
    return g_string_free(text, FALSE);
}

static void shuffle(GPtrArray *list)
{
    for (guint i = list->len; i > 1; i--) {
        guint j = (guint)roll(0, (int)i - 1);
        gpointer kept = list->pdata[j];
        list->pdata[j] = list->pdata[i - 1];
        list->pdata[i - 1] = kept;
    }
}

static void order_does_not_matter(void **state)
{
    (void)state;
    for (int i = 0; i < SEASONS; i++) {
        Lab *lab = random_season();
        lab_score(lab);
        g_autofree char *before = figures(lab);
        GPtrArray *const lists[] = {lab->tables->units,
                                    lab->tables->enterprises,
                                    lab->tables->cases,
                                    lab->tables->reviews,
                                    lab->tables->candidate_reviews,
                                    lab->tables->air,
                                    lab->tables->water,
                                    lab->records};
        for (size_t l = 0; l < G_N_ELEMENTS(lists); l++)
            shuffle(lists[l]);
        lab_score(lab);
        g_autofree char *after = figures(lab);
        assert_string_equal(before, after);
        lab_free(lab);
    }
}

/* ---- every formula gives its value ---- */

static int formulas;

static void check_node(RationalPool *pool, const Node *node)
{
    const Rational *value = node->value ? rational_parse(pool, node->value) : NULL;
    if (node->formula && value) {
        const Rational *worked_out = calculator_value(pool, node->formula);
        if (!worked_out || rational_compare(worked_out, value) != 0)
            fail_msg("%s %s: %s does not give %s", node->id, node->object ? node->object : "", node->formula,
                     node->value);
        formulas++;
    }
    if (value && node->rounded) {
        const char *point = strchr(node->rounded, '.');
        const Rational *scaled =
            strcmp(node->id, "share") == 0 ? rational_mul(pool, value, rational_from_int(pool, 100)) : value;
        g_autofree char *rounded = rational_format_places(scaled, point ? (unsigned)strlen(point + 1) : 0);
        assert_string_equal(rounded, node->rounded);
    }
    for (guint i = 0; i < node->nodes->len; i++)
        check_node(pool, node->nodes->pdata[i]);
}

static void check_nodes(RationalPool *pool, const GPtrArray *nodes)
{
    for (guint i = 0; i < nodes->len; i++)
        check_node(pool, nodes->pdata[i]);
}

static void a_calculator_suffices(void **state)
{
    (void)state;
    for (int i = 0; i < SEASONS; i++) {
        g_autoptr(RationalPool) pool = rational_pool_new();
        Lab *lab = random_season();
        const Scores *scores = lab_score(lab);
        for (guint u = 0; u < scores->units->len; u++)
            check_nodes(pool, ((const ScoreUnit *)scores->units->pdata[u])->nodes);
        for (guint p = 0; p < scores->people->len; p++)
            check_nodes(pool, ((const ScorePerson *)scores->people->pdata[p])->nodes);
        for (guint l = 0; l < scores->legals->len; l++)
            check_nodes(pool, ((const ScoreLegal *)scores->legals->pdata[l])->nodes);
        lab_free(lab);
    }
    assert_true(formulas > 10000);
}

/* ---- sums ---- */

static const Rational *printed(RationalPool *pool, const char *text)
{
    const Rational *number = text ? rational_parse(pool, text) : rational_from_int(pool, 0);
    assert_non_null(number);
    return number;
}

static const Node *share_node(const ScoreUnit *unit)
{
    for (guint i = 0; i < unit->nodes->len; i++)
        if (strcmp(((Node *)unit->nodes->pdata[i])->id, "share") == 0)
            return unit->nodes->pdata[i];
    fail_msg("no share");
    return NULL;
}

static void totals_and_shares_add_up(void **state)
{
    (void)state;
    for (int i = 0; i < SEASONS; i++) {
        g_autoptr(RationalPool) pool = rational_pool_new();
        Lab *lab = random_season();
        const Scores *scores = lab_score(lab);
        const Rational *shares = rational_from_int(pool, 0);
        for (guint u = 0; u < scores->units->len; u++) {
            const ScoreUnit *unit = scores->units->pdata[u];
            const char *const parts[] = {unit->quality, unit->cases_points, unit->fines_points,
                                         unit->major_points};
            const Rational *sum = rational_from_int(pool, 0);
            for (size_t p = 0; p < G_N_ELEMENTS(parts); p++)
                sum = rational_add(pool, sum, printed(pool, parts[p]));
            assert_int_equal(rational_compare(sum, printed(pool, unit->total)), 0);
            shares = rational_add(pool, shares, printed(pool, share_node(unit)->value));
        }
        int64_t enterprises = lab->tables->enterprises->len;
        assert_int_equal(rational_compare(shares, rational_from_int(pool, enterprises > 0)), 0);
        lab_free(lab);
    }
}

/* A row that moves from one unit to another leaves the total as it is. */
static void more_cases_never_lower_the_points(void **state)
{
    (void)state;
    for (int i = 0; i < SEASONS; i++) {
        g_autoptr(RationalPool) pool = rational_pool_new();
        Lab *lab = lab_new();
        random_rules(lab);
        lab_unit(lab, "A", "county", roll(0, 4), true);
        lab_unit(lab, "B", "county", roll(0, 4), true);
        lab_cases(lab, "A", roll(0, 6));
        lab_cases(lab, "B", roll(1, 12));
        lab_score(lab);
        const Rational *before = printed(pool, lab_find(lab, "A")->cases_points);
        CaseRow *last = lab->tables->cases->pdata[lab->tables->cases->len - 1];
        last->unit[0] = 'A';
        lab_score(lab);
        assert_true(rational_compare(printed(pool, lab_find(lab, "A")->cases_points), before) >= 0);
        lab_free(lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_does_not_matter), cmocka_unit_test(a_calculator_suffices),
        cmocka_unit_test(totals_and_shares_add_up), cmocka_unit_test(more_cases_never_lower_the_points)};
    dice = g_rand_new_with_seed(20160902);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    g_rand_free(dice);
    return failed;
}
