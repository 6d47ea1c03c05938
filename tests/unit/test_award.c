#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "award.h"
#include "rec_scores.h"

#include <string.h>

#define MOST 6 /* contenders in a random instance */
#define AWARDS 4

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

typedef struct {
    const AwardPlaces *awards;
    size_t award_count, count;
    const AwardContender *contenders;
    unsigned char reach[MOST][AWARDS + 1], recommended[MOST][2];
} Worlds;

/* SPEC 8.7 as it reads: award after award, by rank among the eligible, one a contender. */
static void fill_world(Worlds *w, const size_t *order, unsigned vetoed)
{
    bool served[MOST] = {false};
    for (size_t a = 0; a < w->award_count; a++) {
        int64_t given = 0;
        for (size_t i = 0; i < w->count && given < w->awards[a].count; i++) {
            size_t who = order[i];
            const AwardContender *c = &w->contenders[who];
            bool barred =
                c->rank == 0 || c->standing == AWARD_BARRED || (w->awards[a].bars && (vetoed >> who & 1));
            if (served[who] || barred)
                continue;
            served[who] = true;
            w->reach[who][a] = 1;
            w->recommended[who][given < w->awards[a].recommend] = 1;
            given++;
        }
    }
    for (size_t who = 0; who < w->count; who++)
        if (!served[who])
            w->reach[who][w->award_count] = w->recommended[who][0] = 1;
}

static bool may_stand_before(const AwardContender *a, const AwardContender *b)
{
    return a->rank < b->rank || (a->rank == b->rank && a->priority >= b->priority);
}

static void each_order(Worlds *w, size_t *order, size_t at, unsigned vetoed)
{
    if (at == w->count) {
        fill_world(w, order, vetoed);
        return;
    }
    for (size_t i = at; i < w->count; i++) {
        bool fits = true;
        for (size_t j = at; j < w->count; j++)
            fits &= may_stand_before(&w->contenders[order[i]], &w->contenders[order[j]]);
        if (!fits)
            continue;
        size_t kept[MOST];
        memcpy(kept, order, sizeof kept);
        order[at] = kept[i];
        order[i] = kept[at];
        each_order(w, order, at + 1, vetoed);
        memcpy(order, kept, sizeof kept);
    }
}

static void each_world(Worlds *w)
{
    unsigned undecided = 0, vetoed = 0;
    for (size_t i = 0; i < w->count; i++) {
        undecided |= (unsigned)(w->contenders[i].standing == AWARD_UNDECIDED) << i;
        vetoed |= (unsigned)(w->contenders[i].standing == AWARD_VETOED) << i;
    }
    for (unsigned outcome = 0; outcome < 1u << w->count; outcome++) {
        size_t order[MOST] = {0, 1, 2, 3, 4, 5};
        if ((outcome & ~undecided) == 0)
            each_order(w, order, 0, vetoed | outcome);
    }
}

static void check_instance(const Worlds *w, unsigned instance)
{
    g_autoptr(AwardResult) result = award_decide(w->contenders, w->count, w->awards, w->award_count);
    for (size_t i = 0; i < w->count; i++) {
        const AwardOutcome *got = award_outcome(result, i);
        int possible = 0, last = -1;
        for (size_t a = 0; a <= w->award_count; a++) {
            if (got->reach[a] != w->reach[i][a])
                fail_msg("instance %u, contender %zu, award %zu: %d, not %d", instance, i, a, got->reach[a],
                         w->reach[i][a]);
            possible += w->reach[i][a];
            if (a < w->award_count && w->reach[i][a])
                last = (int)a;
        }
        int recommend = !w->recommended[i][1] ? GIVEN_NO : w->recommended[i][0] ? GIVEN_OPEN : GIVEN_YES;
        assert_int_equal(got->state, possible > 1 ? GIVEN_OPEN : last >= 0 ? GIVEN_YES : GIVEN_NO);
        assert_int_equal(got->award, possible > 1 ? -1 : last);
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
        AwardPlaces awards[AWARDS] = {{0}};
        Worlds w = {.awards = awards, .contenders = contenders};
        w.count = (size_t)g_rand_int_range(random, 1, MOST + 1);
        w.award_count = (size_t)g_rand_int_range(random, 0, AWARDS + 1);
        for (size_t i = 0; i < w.award_count; i++)
            awards[i] = (AwardPlaces){g_rand_int_range(random, 0, 4), g_rand_int_range(random, 0, 3),
                                      g_rand_boolean(random)};
        int spread = g_rand_int_range(random, 1, MOST + 1);
        for (size_t i = 0; i < w.count; i++)
            contenders[i] = (AwardContender){
                .rank = g_rand_int_range(random, 0, 8) == 0 ? 0 : g_rand_int_range(random, 1, spread + 1),
                .priority = g_rand_int_range(random, 0, 5) == 0,
                .standing = (AwardStanding)(g_rand_int_range(random, 0, 7) / 2)};
        each_world(&w);
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
