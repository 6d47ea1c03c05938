#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "award.h"
#include "rec_scores.h"
#include "worlds.h"

#define MOST 6 /* contenders in a random instance */

static void ranks_are_shared(void **state)
{
    (void)state;
    g_autoptr(RationalPool) pool = rational_pool_new();
    const Rational *totals[] = {
        rational_from_int(pool, 5), rational_from_int(pool, 9),       NULL,
        rational_from_int(pool, 7), rational_from_ratio(pool, 14, 2), rational_from_ratio(pool, 13, 2)};
    int64_t ranks[6];
    award_ranks(totals, 6, ranks);
    const int64_t want[] = {5, 1, 0, 2, 2, 4};
    assert_memory_equal(ranks, want, sizeof want);
}

static const AwardPlaces county[] = {{1, 1, true}, {3, 0, true}};

static void check_states(const AwardContender *contenders, size_t count, const AwardPlaces *awards,
                         size_t award_count, const char *want)
{
    g_autoptr(AwardResult) result = award_decide(contenders, count, awards, award_count);
    g_autoptr(GString) got = g_string_new(NULL);
    for (size_t i = 0; i < count; i++) {
        const AwardOutcome *outcome = award_outcome(result, i);
        g_string_append_c(got, outcome->state == GIVEN_OPEN ? 'o'
                               : outcome->award < 0         ? '-'
                                                            : (char)('0' + outcome->award));
        if (outcome->recommend != GIVEN_NO)
            g_string_append_c(got, outcome->recommend == GIVEN_YES ? '+' : '*');
    }
    assert_string_equal(got->str, want);
}

static void plain_ranking_fills_in_order(void **state)
{
    (void)state;
    AwardContender c[] = {{.rank = 1}, {.rank = 2}, {.rank = 3}, {.rank = 4}, {.rank = 5}};
    check_states(c, 5, county, 2, "0+111-");
    c[0].standing = AWARD_VETOED; /* the veto passes the award on */
    check_states(c, 5, county, 2, "-0+111");
    c[1].standing = AWARD_BARRED;
    check_states(c, 5, county, 2, "--0+11");
    c[4].rank = 0;
    check_states(c, 5, county, 2, "--0+1-");
}

static void ties_open_only_what_they_touch(void **state)
{
    (void)state;
    AwardContender c[] = {{.rank = 1}, {.rank = 2}, {.rank = 2}, {.rank = 4}, {.rank = 4}, {.rank = 6}};
    check_states(c, 6, county, 2, "0+11oo-");
    c[3].priority = true;
    check_states(c, 6, county, 2, "0+111--");
    c[4].priority = true; /* both: tied again */
    check_states(c, 6, county, 2, "0+11oo-");
    AwardContender first[] = {{.rank = 1}, {.rank = 1}, {.rank = 3}};
    check_states(first, 3, county, 2, "o*o*1");
}

static void undecided_vetoes_open_what_hangs_on_them(void **state)
{
    (void)state;
    AwardContender c[] = {{.rank = 1, .standing = AWARD_UNDECIDED},
                          {.rank = 2},
                          {.rank = 3},
                          {.rank = 4},
                          {.rank = 5},
                          {.rank = 6}};
    check_states(c, 6, county, 2, "o*o*11o-");
    const AwardPlaces second_ignored[] = {{1, 1, true}, {3, 0, false}};
    check_states(c, 6, second_ignored, 2, "o*o*11--");
}

static void pending_opens_its_own_only(void **state)
{
    (void)state;
    AwardContender c[] = {{.rank = 1, .pending = true},
                          {.rank = 2},
                          {.rank = 3, .pending = true},
                          {.rank = 4},
                          {.rank = 5, .pending = true}};
    check_states(c, 5, county, 2, "o*1o1-");
}

/* ---- against every world ---- */

static void check_instance(const Worlds *w, unsigned instance)
{
    g_autoptr(AwardResult) result = award_decide(w->contenders, w->count, w->awards, w->award_count);
    for (size_t i = 0; i < w->count; i++) {
        const AwardOutcome *got = award_outcome(result, i);
        for (size_t a = 0; a <= w->award_count; a++)
            if (got->reach[a] != w->reach[i][a])
                fail_msg("instance %u, contender %zu, award %zu: %d, not %d", instance, i, a, got->reach[a],
                         w->reach[i][a]);
        int award, state = worlds_award(w, i, &award), recommend = worlds_recommend(w, i);
        assert_int_equal(got->state, state);
        assert_int_equal(got->award, award);
        if (got->recommend != recommend)
            fail_msg("instance %u, contender %zu: recommendation %d, not %d", instance, i, got->recommend,
                     recommend);
    }
}

static void counting_agrees_with_every_world(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(2016);
    for (unsigned instance = 0; instance < 6000; instance++) {
        AwardContender contenders[MOST] = {{0}};
        AwardPlaces awards[WORLDS_AWARDS] = {{0}};
        Worlds w = {.awards = awards, .contenders = contenders};
        w.count = (size_t)g_rand_int_range(random, 1, MOST + 1);
        w.award_count = (size_t)g_rand_int_range(random, 0, WORLDS_AWARDS + 1);
        for (size_t i = 0; i < w.award_count; i++)
            awards[i] = (AwardPlaces){g_rand_int_range(random, 0, 4), g_rand_int_range(random, 0, 3),
                                      g_rand_boolean(random)};
        int spread = g_rand_int_range(random, 1, MOST + 1);
        for (size_t i = 0; i < w.count; i++)
            contenders[i] = (AwardContender){
                .rank = g_rand_int_range(random, 0, 8) == 0 ? 0 : g_rand_int_range(random, 1, spread + 1),
                .priority = g_rand_int_range(random, 0, 5) == 0,
                .standing = (AwardStanding)(g_rand_int_range(random, 0, 7) / 2)};
        worlds_try(&w);
        check_instance(&w, instance);
    }
    g_rand_free(random);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranks_are_shared),
        cmocka_unit_test(plain_ranking_fills_in_order),
        cmocka_unit_test(ties_open_only_what_they_touch),
        cmocka_unit_test(undecided_vetoes_open_what_hangs_on_them),
        cmocka_unit_test(pending_opens_its_own_only),
        cmocka_unit_test(counting_agrees_with_every_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
