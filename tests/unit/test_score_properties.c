/* What awards, vetoes, points for quantity and rulings must do in every season (SPEC 8.4 to 8.9), over random ones. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "randomseason.h"
#include "worlds.h"

#define SEASONS 500

static int looked_at; /* how often a property had something to look at */

/* ---- awards: every order of the tied, every outcome of the undecided ---- */

static bool has_ruling(const Lab *lab, const char *unit, RulingType type, const char *object)
{
    for (guint i = 0; i < lab->tables->rulings->len; i++) {
        const RulingRow *row = lab->tables->rulings->pdata[i];
        if (strcmp(row->unit, unit) == 0 && row->type == (int)type && g_strcmp0(row->object, object) == 0)
            return true;
    }
    return false;
}

static AwardContender contender(const Lab *lab, const char *unit, const char *person, int64_t rank,
                                const char *eligibility)
{
    return (AwardContender){.rank = rank,
                            .priority = has_ruling(lab, unit, RULING_PRIORITY, person),
                            .pending = has_ruling(lab, unit, RULING_PENDING, person),
                            .standing = strcmp(eligibility, "eligible") == 0 ? AWARD_CLEAR : AWARD_BARRED};
}

/* Contenders of one contest with what score says of each. */
typedef struct {
    AwardContender contenders[32];
    const char *award[32];
    int state[32], recommend[32];
    size_t count;
} Contest;

static void check_contest(const Contest *c, const GPtrArray *awards)
{
    AwardPlaces places[WORLDS_AWARDS];
    assert_true(awards->len <= WORLDS_AWARDS);
    for (guint i = 0; i < awards->len; i++) {
        const SeasonAward *award = awards->pdata[i];
        places[i] = (AwardPlaces){award->count, award->recommend, award->veto == VETO_BARS};
    }
    if (c->count > WORLDS_MOST - 1)
        return;
    Worlds worlds = {.awards = places, .award_count = awards->len, .contenders = c->contenders, .count = c->count};
    worlds_try(&worlds);
    for (size_t i = 0; i < c->count; i++) {
        int award, state = worlds_award(&worlds, i, &award);
        assert_int_equal(c->state[i], state);
        assert_int_equal(c->recommend[i], worlds_recommend(&worlds, i));
        const char *title = award >= 0 ? ((const SeasonAward *)awards->pdata[award])->title : NULL;
        assert_int_equal(g_strcmp0(c->award[i], title), 0);
        looked_at += state == GIVEN_OPEN;
    }
}

static void add_unit(Contest *c, const Lab *lab, const ScoreUnit *unit)
{
    size_t at = c->count++;
    c->contenders[at] = contender(lab, unit->id, NULL, unit->rank, unit->eligibility);
    bool vetoed = unit->vetoes->len > 0,
         undecided = vetoed && strcmp(unit->vetoes->pdata[0], "undecided") == 0;
    if (c->contenders[at].standing == AWARD_CLEAR && vetoed)
        c->contenders[at].standing = undecided ? AWARD_UNDECIDED : AWARD_VETOED;
    c->award[at] = unit->award;
    c->state[at] = unit->award_state;
    c->recommend[at] = unit->recommend_state;
}

static void check_unit_awards(const Lab *lab)
{
    const GPtrArray *groups = lab->season->collective->groups;
    for (guint g = 0; g < groups->len; g++) {
        const SeasonGroup *group = groups->pdata[g];
        Contest contest = {.count = 0};
        for (guint i = 0; i < lab->scores->units->len; i++) {
            const ScoreUnit *unit = lab->scores->units->pdata[i];
            if (strcmp(unit->group, group->id) == 0)
                add_unit(&contest, lab, unit);
        }
        check_contest(&contest, group->awards);
    }
}

static void check_people_awards(const Lab *lab)
{
    const GPtrArray *groups = lab->season->individual->groups;
    for (guint g = 0; g < groups->len; g++) {
        const SeasonPersonGroup *group = groups->pdata[g];
        Contest contest = {.count = 0};
        for (guint i = 0; i < lab->scores->people->len; i++) {
            const ScorePerson *person = lab->scores->people->pdata[i];
            if (strcmp(person->group, group->id) != 0)
                continue;
            size_t at = contest.count++;
            contest.contenders[at] = contender(lab, person->unit, person->name, person->rank, person->eligibility);
            contest.award[at] = person->award;
            contest.state[at] = person->award_state;
            contest.recommend[at] = person->recommend_state;
        }
        check_contest(&contest, group->awards);
    }
}

static void check_awards(Lab *lab)
{
    lab_score(lab);
    check_unit_awards(lab);
    check_people_awards(lab);
}

static void awards_are_what_every_world_agrees_on(void **state)
{
    (void)state;
    looked_at = 0;
    season_each(SEASONS, true, check_awards);
    assert_true(looked_at > SEASONS / 10);
}

/* ---- a veto passes an award on ---- */

static int place_of(const Lab *lab, const ScoreUnit *unit)
{
    const GPtrArray *groups = lab->season->collective->groups;
    for (guint g = 0; g < groups->len; g++) {
        const SeasonGroup *group = groups->pdata[g];
        for (guint a = 0; a < group->awards->len && strcmp(group->id, unit->group) == 0; a++)
            if (g_strcmp0(((const SeasonAward *)group->awards->pdata[a])->title, unit->award) == 0)
                return (int)a;
    }
    return 9;
}

static bool any_open(const Lab *lab)
{
    for (guint i = 0; i < lab->scores->units->len; i++)
        if (((const ScoreUnit *)lab->scores->units->pdata[i])->award_state == GIVEN_OPEN)
            return true;
    return false;
}

/* The county with the first award, in a season where nothing is open; NULL: none. */
static const ScoreUnit *clear_leader(const Lab *lab)
{
    for (guint i = 0; i < lab->scores->units->len && !any_open(lab); i++) {
        const ScoreUnit *unit = lab->scores->units->pdata[i];
        if (strcmp(unit->group, "county") == 0 && g_strcmp0(unit->award, "先进集体") == 0)
            return unit;
    }
    return NULL;
}

static void check_passing_on(Lab *lab)
{
    lab_score(lab);
    const ScoreUnit *leader = clear_leader(lab);
    if (!leader || strstr(lab->season_text->str, "veto=\"ignored\""))
        return;
    g_autofree char *id = g_strdup(leader->id), *ranking = lab_ranking(lab);
    g_autoptr(GHashTable) before = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < lab->scores->units->len; i++) {
        const ScoreUnit *unit = lab->scores->units->pdata[i];
        g_hash_table_insert(before, g_strdup(unit->id), GINT_TO_POINTER(place_of(lab, unit)));
    }
    lab_ruling(lab, id, RULING_VETO_UPHELD, NULL, NULL)->ruled = day_parse_iso("2016-12-31");
    lab_score(lab);
    g_autofree char *ranking_after = lab_ranking(lab);
    assert_string_equal(ranking_after, ranking);
    assert_string_not_equal(lab_find(lab, id)->award ? lab_find(lab, id)->award : "", "先进集体");
    for (guint i = 0; i < lab->scores->units->len; i++) {
        const ScoreUnit *unit = lab->scores->units->pdata[i];
        int was = GPOINTER_TO_INT(g_hash_table_lookup(before, unit->id));
        if (strcmp(unit->id, id) == 0 || unit->award_state == GIVEN_OPEN)
            continue;
        assert_true(place_of(lab, unit) <= was);
        looked_at += place_of(lab, unit) < was;
    }
}

static void a_veto_passes_the_award_on(void **state)
{
    (void)state;
    looked_at = 0;
    season_each(SEASONS, true, check_passing_on);
    assert_true(looked_at > 10);
}

/* ---- counts, counted again ---- */

static bool has_evidence(const UnitRecord *record, const char *key)
{
    for (guint i = 0; i < record->evidence->len; i++)
        if (strcmp(((const Evidence *)record->evidence->pdata[i])->key, key) == 0)
            return true;
    return false;
}

static bool row_counts(const Lab *lab, const CaseRow *row)
{
    bool required = lab->season->collective->quantity->evidence == EVIDENCE_REQUIRED;
    return row->date >= lab->season->window->from && row->date <= lab->season->window->to &&
           row->kind != KIND_ENFORCEMENT && (!required || has_evidence(lab_record(lab, row->unit), row->key));
}

/* SPEC 8.4: distinct cases, and distinct pairs of case and major kind; numbers are all different here. */
static void check_counts(Lab *lab)
{
    lab_score(lab);
    for (guint u = 0; u < lab->scores->units->len; u++) {
        const ScoreUnit *unit = lab->scores->units->pdata[u];
        g_autoptr(GHashTable) cases = g_hash_table_new(g_str_hash, g_str_equal),
                              major = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        g_autoptr(RationalPool) pool = rational_pool_new();
        const Rational *fines = rational_from_int(pool, 0);
        for (guint i = 0; unit->rank && i < lab->tables->cases->len; i++) {
            const CaseRow *row = lab->tables->cases->pdata[i];
            if (strcmp(row->unit, unit->id) != 0 || !row_counts(lab, row))
                continue;
            g_hash_table_add(cases, row->id);
            fines = rational_add(pool, fines, rational_from_decimal(pool, row->fine_yuan));
            if (kind_is_major((Kind)row->kind))
                g_hash_table_add(major, g_strdup_printf("%s %d", row->id, row->kind));
        }
        g_autofree char *sum = rational_format_places(fines, 2);
        assert_int_equal(unit->cases, g_hash_table_size(cases));
        assert_int_equal(unit->major, g_hash_table_size(major));
        assert_string_equal(unit->fines_yuan, sum);
    }
}

static void counts_are_those_of_the_rows(void **state)
{
    (void)state;
    season_each(SEASONS, true, check_counts);
}

/* ---- points for quantity, worked out again ---- */

static int64_t enterprises_of(const Lab *lab, const char *unit)
{
    int64_t count = 0;
    for (guint i = 0; i < lab->tables->enterprises->len; i++)
        count += !unit || strcmp(((const EnterpriseRow *)lab->tables->enterprises->pdata[i])->unit, unit) == 0;
    return count;
}

static const Rational *share_of(const Lab *lab, RationalPool *pool, const char *unit)
{
    Decimal own = tables_unit(lab->tables, unit)->share_percent;
    if (own.set)
        return rational_div(pool, rational_from_decimal(pool, own), rational_from_int(pool, 100));
    int64_t all = enterprises_of(lab, NULL);
    return all ? rational_from_ratio(pool, enterprises_of(lab, unit), all) : rational_from_int(pool, 0);
}

/* The cases of a unit or of all that the total is over. */
static int64_t cases_total(const Lab *lab, const char *group)
{
    int64_t total = 0;
    for (guint i = 0; i < lab->scores->units->len; i++) {
        const ScoreUnit *unit = lab->scores->units->pdata[i];
        if (lab->season->collective->quantity->totals == TOTALS_ALL || strcmp(unit->group, group) == 0)
            total += unit->cases;
    }
    return total;
}

/* Both readings of the notice's rule of 50 %, and what holds without a base (SPEC 8.5). */
static const Rational *points_expected(const Lab *lab, RationalPool *pool, const ScoreUnit *unit)
{
    const SeasonQuantity *rules = lab->season->collective->quantity;
    const Rational *max = rational_from_decimal(pool, rules->cases->max), *zero = rational_from_int(pool, 0),
                   *full_at = rational_from_decimal(pool, rules->full_at),
                   *zero_at = rational_from_decimal(pool, rules->zero_at), *share = share_of(lab, pool, unit->id);
    int64_t total = cases_total(lab, unit->group);
    if (total == 0)
        return zero;
    if (rational_compare(share, zero) == 0)
        return unit->cases > 0 ? max : zero;
    const Rational *base = rational_mul(pool, rational_from_int(pool, total), share),
                   *ratio = rational_div(pool, rational_from_int(pool, unit->cases), base);
    int above = rational_compare(ratio, full_at), below = rational_compare(ratio, zero_at);
    if (rational_compare(full_at, zero_at) == 0)
        return above > 0 ? max : zero;
    if (above > 0 || below < 0)
        return above > 0 ? max : zero;
    if (rules->between == BETWEEN_STEP)
        return rational_div(pool, max, rational_from_int(pool, 2));
    return rational_mul(pool, max,
                        rational_div(pool, rational_sub(pool, ratio, zero_at), rational_sub(pool, full_at, zero_at)));
}

static void check_quantity(Lab *lab)
{
    g_autoptr(RationalPool) pool = rational_pool_new();
    lab_score(lab);
    for (guint i = 0; i < lab->scores->units->len; i++) {
        const ScoreUnit *unit = lab->scores->units->pdata[i];
        if (!unit->cases_points)
            continue;
        g_autofree char *want = rational_format_places(points_expected(lab, pool, unit),
                                                       (unsigned)lab->season->collective->decimals);
        assert_string_equal(unit->cases_points, want);
        bool no_share = rational_compare(share_of(lab, pool, unit->id), rational_from_int(pool, 0)) == 0;
        looked_at += no_share;
        if (no_share && cases_total(lab, unit->group) > 0)
            assert_true(lab_findings(lab, "DAT-005", NULL, unit->id) > 0);
    }
}

static void points_follow_the_rule_of_fifty_percent(void **state)
{
    (void)state;
    looked_at = 0;
    season_each(SEASONS, true, check_quantity);
    assert_true(looked_at > 100);
}

/* ---- every kind of ruling ---- */

/* The first unit that handed in something. */
static const ScoreUnit *first_unit(const Lab *lab)
{
    for (guint i = 0; i < lab->scores->units->len; i++)
        if (((const ScoreUnit *)lab->scores->units->pdata[i])->rank)
            return lab->scores->units->pdata[i];
    return NULL;
}

static void check_zeroing(Lab *lab)
{
    lab_score(lab);
    const ScoreUnit *unit = first_unit(lab);
    if (!unit)
        return;
    g_autofree char *id = g_strdup(unit->id), *average = g_strdup(unit->average), *before = season_figures(lab);
    RulingRow *ruling = lab_ruling(lab, id, chance(2) ? RULING_OVERTURNED : RULING_FORGED, NULL, "2016-08-31");
    lab_score(lab);
    g_autofree char *outside = season_figures(lab);
    assert_string_equal(outside, before);
    ruling->fact = chance(2) ? DAY_NONE : day_parse_iso(chance(2) ? "2016-09-01" : "2016-11-30");
    lab_score(lab);
    assert_string_equal(lab_find(lab, id)->average, average);
    assert_int_equal(strspn(lab_find(lab, id)->quality, "0."), strlen(lab_find(lab, id)->quality));
}

static void annulled_or_forged_takes_the_points_and_leaves_the_average(void **state)
{
    (void)state;
    season_each(SEASONS, true, check_zeroing);
}

static void check_refusing(Lab *lab)
{
    lab_score(lab);
    const ScoreUnit *unit = first_unit(lab);
    GPtrArray *files = unit ? lab_record(lab, unit->id)->casefiles : NULL;
    if (!files || files->len == 0 || !((UnitCase *)files->pdata[0])->key)
        return;
    g_autofree char *id = g_strdup(unit->id), *key = g_strdup(((UnitCase *)files->pdata[0])->key);
    RulingRow *ruling = lab_ruling(lab, id, RULING_FILE_REFUSED, key, NULL);
    lab_score(lab);
    g_autofree char *refused = season_figures(lab);
    ruling->type = RULING_OVERTURNED; /* of no effect: the fact lies outside */
    ruling->fact = day_parse_iso("2015-01-01");
    for (guint i = files->len; i > 0; i--)
        if (g_strcmp0(((UnitCase *)files->pdata[i - 1])->key, key) == 0) {
            record_free(&unit_case_type, files->pdata[i - 1]);
            g_ptr_array_remove_index(files, i - 1);
        }
    lab_score(lab);
    g_autofree char *without = season_figures(lab);
    assert_string_equal(refused, without);
    looked_at++;
}

static void refused_is_as_if_not_handed_in(void **state)
{
    (void)state;
    looked_at = 0;
    season_each(SEASONS, true, check_refusing);
    assert_true(looked_at > SEASONS / 4);
}

/* A file that a ruling finds valid never costs its unit anything. */
static void check_validity(Lab *lab)
{
    g_autoptr(RationalPool) pool = rational_pool_new();
    lab_score(lab);
    const ScoreUnit *unit = first_unit(lab);
    GPtrArray *files = unit ? lab_record(lab, unit->id)->casefiles : NULL;
    if (!files || files->len != 1 || !((UnitCase *)files->pdata[0])->key)
        return;
    g_autofree char *id = g_strdup(unit->id);
    int64_t submitted = unit->submitted;
    const UnitCase *file = files->pdata[0];
    bool refused = has_ruling(lab, id, RULING_FILE_REFUSED, file->key);
    lab_ruling(lab, id, RULING_FILE_VALID, file->key, NULL);
    lab_score(lab);
    bool counts = season_slots_of(lab->season, (Kind)file->kind) > 0 && !refused;
    assert_int_equal(lab_find(lab, id)->submitted, counts ? 1 : submitted);
    looked_at += counts && submitted == 0;
}

static void a_valid_file_counts_outside_the_window(void **state)
{
    (void)state;
    looked_at = 0;
    season_each(2 * SEASONS, true, check_validity);
    assert_true(looked_at > 0);
}

/* Pending opens what its own unit would get; not eligible passes it on; priority leaves ranks alone. */
static void check_standing(Lab *lab)
{
    lab_score(lab);
    const ScoreUnit *unit = first_unit(lab);
    if (!unit)
        return;
    g_autofree char *id = g_strdup(unit->id), *ranking = lab_ranking(lab);
    int state = unit->award_state;
    RulingRow *ruling = lab_ruling(lab, id, RULING_PENDING, NULL, NULL);
    lab_score(lab);
    assert_int_equal(lab_find(lab, id)->award_state, state == GIVEN_NO ? GIVEN_NO : GIVEN_OPEN);
    ruling->type = RULING_PRIORITY;
    lab_score(lab);
    g_autofree char *shared = lab_ranking(lab);
    assert_string_equal(shared, ranking);
    ruling->type = RULING_INELIGIBLE;
    lab_score(lab);
    assert_int_equal(lab_find(lab, id)->award_state, GIVEN_NO);
    assert_string_not_equal(lab_find(lab, id)->eligibility, "eligible");
    g_autofree char *after = lab_ranking(lab);
    assert_string_equal(after, ranking);
}

static void rulings_on_standing_move_no_rank(void **state)
{
    (void)state;
    season_each(SEASONS, true, check_standing);
}

static void check_integrity(Lab *lab)
{
    lab_score(lab);
    if (lab->scores->people->len == 0)
        return;
    const ScorePerson *person = lab->scores->people->pdata[0];
    if (!person->rank)
        return;
    g_autofree char *name = g_strdup(person->name), *unit = g_strdup(person->unit);
    lab_ruling(lab, unit, RULING_INTEGRITY, name, "2010-01-01");
    lab_score(lab);
    person = lab_person(lab, name);
    assert_int_equal(person->rank, 0);
    assert_string_equal(person->eligibility, "integrity");
    assert_null(person->total);
    assert_null(person->weighted);
    assert_int_equal(person->award_state, GIVEN_NO);
    looked_at++;
}

static void an_integrity_ruling_removes_at_any_date(void **state)
{
    (void)state;
    looked_at = 0;
    season_each(SEASONS, true, check_integrity);
    assert_true(looked_at > SEASONS / 4);
}

static void check_denied(Lab *lab)
{
    lab_score(lab);
    const ScoreUnit *unit = first_unit(lab);
    if (!unit || strcmp(unit->group, "county") != 0)
        return;
    g_autofree char *id = g_strdup(unit->id);
    RulingRow *ruling = lab_ruling(lab, id, RULING_VETO_DENIED, NULL, NULL);
    ruling->ruled = day_parse_iso("2016-12-31");
    lab_score(lab);
    lab_check_vetoes(lab, id, "");
    ruling->type = RULING_VETO_UPHELD;
    lab_score(lab);
    const GPtrArray *vetoes = lab_find(lab, id)->vetoes;
    assert_true(vetoes->len > 0);
    assert_string_not_equal(vetoes->pdata[0], "undecided");
}

static void a_ruling_settles_the_veto(void **state)
{
    (void)state;
    season_each(SEASONS, true, check_denied);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SEASON_TEST(awards_are_what_every_world_agrees_on),
        SEASON_TEST(a_veto_passes_the_award_on),
        SEASON_TEST(counts_are_those_of_the_rows),
        SEASON_TEST(points_follow_the_rule_of_fifty_percent),
        SEASON_TEST(annulled_or_forged_takes_the_points_and_leaves_the_average),
        SEASON_TEST(refused_is_as_if_not_handed_in),
        SEASON_TEST(a_valid_file_counts_outside_the_window),
        SEASON_TEST(rulings_on_standing_move_no_rank),
        SEASON_TEST(an_integrity_ruling_removes_at_any_date),
        SEASON_TEST(a_ruling_settles_the_veto),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
