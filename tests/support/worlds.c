#include "worlds.h"

#include <string.h>

#include "rec_scores.h"

/* SPEC 8.7 as it reads: award after award, by rank among the eligible, one a contender. */
static void fill_world(Worlds *w, const size_t *order, unsigned vetoed)
{
    bool served[WORLDS_MOST] = {false};
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
        size_t kept[WORLDS_MOST];
        memcpy(kept, order, sizeof kept);
        order[at] = kept[i];
        order[i] = kept[at];
        each_order(w, order, at + 1, vetoed);
        memcpy(order, kept, sizeof kept);
    }
}

void worlds_try(Worlds *w)
{
    unsigned undecided = 0, vetoed = 0;
    for (size_t i = 0; i < w->count; i++) {
        undecided |= (unsigned)(w->contenders[i].standing == AWARD_UNDECIDED) << i;
        vetoed |= (unsigned)(w->contenders[i].standing == AWARD_VETOED) << i;
    }
    for (unsigned outcome = 0; outcome < 1u << w->count; outcome++) {
        size_t order[WORLDS_MOST] = {0, 1, 2, 3, 4, 5, 6, 7};
        if ((outcome & ~undecided) == 0)
            each_order(w, order, 0, vetoed | outcome);
    }
}

int worlds_award(const Worlds *w, size_t who, int *award)
{
    int possible = 0, last = -1;
    for (size_t a = 0; a <= w->award_count; a++) {
        possible += w->reach[who][a];
        if (a < w->award_count && w->reach[who][a])
            last = (int)a;
    }
    bool open = possible > 1 || (last >= 0 && w->contenders[who].pending);
    *award = open ? -1 : last;
    return open ? GIVEN_OPEN : last >= 0 ? GIVEN_YES : GIVEN_NO;
}

int worlds_recommend(const Worlds *w, size_t who)
{
    if (!w->recommended[who][1])
        return GIVEN_NO;
    return w->recommended[who][0] || w->contenders[who].pending ? GIVEN_OPEN : GIVEN_YES;
}
