/* What holds for every season, over random ones (SPEC 8). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "calculator.h"
#include "randomseason.h"

#define SEASONS 1000

static void shuffle(GPtrArray *list)
{
    for (guint i = list->len; i > 1; i--) {
        guint j = (guint)roll(0, (int)i - 1);
        gpointer kept = list->pdata[j];
        list->pdata[j] = list->pdata[i - 1];
        list->pdata[i - 1] = kept;
    }
}

static void check_order(Lab *lab)
{
    lab_score(lab);
    g_autofree char *before = season_figures(lab);
    Tables *t = lab->tables;
    GPtrArray *const lists[] = {t->units,         t->enterprises, t->cases, t->reviews, t->candidate_reviews,
                                t->legal_reviews, t->air,         t->water, t->rulings, lab->records};
    for (size_t l = 0; l < G_N_ELEMENTS(lists); l++)
        shuffle(lists[l]);
    lab_score(lab);
    g_autofree char *after = season_figures(lab);
    assert_string_equal(before, after);
}

static void order_does_not_matter(void **state)
{
    (void)state;
    season_each(SEASONS, true, check_order);
}

/* ---- figures alone ---- */

/* Who stands where, with what: all that is compared when another rule is tried. */
static char *standings(const Scores *scores)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < scores->units->len; i++) {
        const ScoreUnit *unit = scores->units->pdata[i];
        g_string_append_printf(text, "%s %d %s %s %d %d\n", unit->id, (int)unit->rank, unit->total,
                               unit->award, unit->award_state, unit->recommend_state);
    }
    for (guint i = 0; i < scores->people->len; i++) {
        const ScorePerson *person = scores->people->pdata[i];
        g_string_append_printf(text, "%s %s %d %s %d %d\n", person->unit, person->name, (int)person->rank,
                               person->award, person->award_state, person->recommend_state);
    }
    for (guint i = 0; i < scores->legals->len; i++) {
        const ScoreLegal *legal = scores->legals->pdata[i];
        g_string_append_printf(text, "%s %s %d %s %d %d\n", legal->unit, legal->name, (int)legal->rank,
                               legal->award, legal->award_state, legal->recommend_state);
    }
    return g_string_free(text, FALSE);
}

static void check_figures_only(Lab *lab)
{
    lab_score(lab);
    g_autoptr(SortedTables) sorted = sorted_tables_new(lab->tables);
    ScoreInputs inputs = lab_inputs(lab);
    inputs.sorted = sorted;
    Scores *alone = score_figures_only(&inputs, NULL);
    g_autofree char *with = standings(lab->scores), *without = standings(alone);
    assert_string_equal(without, with);
    const GPtrArray *const unsaid[] = {alone->nodes, alone->findings, alone->counted, alone->casefiles,
                                       alone->baselines};
    for (size_t i = 0; i < G_N_ELEMENTS(unsaid); i++)
        assert_int_equal(unsaid[i]->len, 0);
    for (guint i = 0; i < alone->units->len; i++)
        assert_int_equal(((const ScoreUnit *)alone->units->pdata[i])->nodes->len, 0);
    record_free(&scores_type, alone);
}

static void figures_alone_are_the_same(void **state)
{
    (void)state;
    season_each(SEASONS, true, check_figures_only);
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

static void check_formulas(Lab *lab)
{
    g_autoptr(RationalPool) pool = rational_pool_new();
    const Scores *scores = lab_score(lab);
    for (guint u = 0; u < scores->units->len; u++)
        check_nodes(pool, ((const ScoreUnit *)scores->units->pdata[u])->nodes);
    for (guint p = 0; p < scores->people->len; p++)
        check_nodes(pool, ((const ScorePerson *)scores->people->pdata[p])->nodes);
    for (guint l = 0; l < scores->legals->len; l++)
        check_nodes(pool, ((const ScoreLegal *)scores->legals->pdata[l])->nodes);
}

static void a_calculator_suffices(void **state)
{
    (void)state;
    season_each(SEASONS, true, check_formulas);
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

static void check_sums(Lab *lab)
{
    g_autoptr(RationalPool) pool = rational_pool_new();
    const Scores *scores = lab_score(lab);
    const Rational *shares = rational_from_int(pool, 0);
    for (guint u = 0; u < scores->units->len; u++) {
        const ScoreUnit *unit = scores->units->pdata[u];
        const char *const parts[] = {unit->quality, unit->cases_points, unit->fines_points, unit->major_points};
        const Rational *sum = rational_from_int(pool, 0);
        for (size_t p = 0; p < G_N_ELEMENTS(parts); p++)
            sum = rational_add(pool, sum, printed(pool, parts[p]));
        assert_int_equal(rational_compare(sum, printed(pool, unit->total)), 0);
        shares = rational_add(pool, shares, printed(pool, share_node(unit)->value));
    }
    int64_t enterprises = lab->tables->enterprises->len;
    assert_int_equal(rational_compare(shares, rational_from_int(pool, enterprises > 0)), 0);
}

static void totals_and_shares_add_up(void **state)
{
    (void)state;
    season_each(SEASONS, false, check_sums);
}

/* ---- one case more ---- */

static int moved;

static const ScoreUnit *some_unit_with_rank(const Lab *lab)
{
    for (guint i = 0; i < lab->scores->units->len; i++) {
        const ScoreUnit *unit = lab->scores->units->pdata[i];
        if (unit->rank && unit->cases_points)
            return unit;
    }
    return NULL;
}

/* A counted row of another unit, of the same group and with a number of its own. */
static CaseRow *row_of_another(const Lab *lab, const ScoreUnit *unit)
{
    for (guint i = 0; i < lab->scores->counted->len; i++) {
        const ScoreCounted *row = lab->scores->counted->pdata[i];
        if (!row->counted || strcmp(row->unit, unit->id) == 0 ||
            g_strcmp0(tables_unit(lab->tables, row->unit)->group, unit->group) != 0)
            continue;
        for (guint c = 0; c < lab->tables->cases->len; c++) {
            CaseRow *found = lab->tables->cases->pdata[c];
            if (strcmp(found->place, row->place) == 0)
                return found;
        }
    }
    return NULL;
}

/* A case that moves from one unit to another leaves the total of the cases as it is. */
static void check_one_case_more(Lab *lab)
{
    g_autoptr(RationalPool) pool = rational_pool_new();
    lab_score(lab);
    const ScoreUnit *unit = some_unit_with_rank(lab);
    CaseRow *row = unit ? row_of_another(lab, unit) : NULL;
    if (!row)
        return;
    g_autofree char *id = g_strdup(unit->id);
    int64_t cases = unit->cases;
    const Rational *before = printed(pool, unit->cases_points);
    g_free(row->unit);
    row->unit = g_strdup(id);
    Evidence *evidence = record_add(lab_record(lab, id)->evidence, &evidence_type);
    evidence->key = g_strdup(row->key);
    evidence->path = g_strdup("案件证据/x.pdf");
    lab_score(lab);
    if (lab_find(lab, id)->cases != cases + 1)
        fail_msg("one case more and %d instead of %d", (int)lab_find(lab, id)->cases, (int)cases + 1);
    assert_true(rational_compare(printed(pool, lab_find(lab, id)->cases_points), before) >= 0);
    moved++;
}

static void one_case_more_never_lowers_the_points(void **state)
{
    (void)state;
    season_each(SEASONS, true, check_one_case_more);
    assert_true(moved > SEASONS / 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SEASON_TEST(order_does_not_matter), SEASON_TEST(figures_alone_are_the_same),
        SEASON_TEST(a_calculator_suffices), SEASON_TEST(totals_and_shares_add_up),
        SEASON_TEST(one_case_more_never_lowers_the_points)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
