#include "award.h"

#include <string.h>

#include "rec_scores.h"

/* A stretch of places: an award's recommended ones, or the rest of it.  The stretches of all awards stand in
 * document order. */
typedef struct {
    int64_t size, before;
    bool bars;
} Stretch; /* before: places in all stretches ahead */

/* Those who share a rank and a priority; nobody barred. */
typedef struct {
    int64_t clear, vetoed, undecided;
} Class;

typedef struct {
    size_t count; /* two an award */
    Stretch *stretches;
    int64_t *easy, *hard; /* room left by the classes so far: undecided = clear and vetoed first; undecided =
                             vetoed and clear first */
    int64_t *room;        /* to try things in */
    int64_t ahead;        /* contenders in the classes so far */
} Filling;

struct AwardResult {
    AwardOutcome *outcomes;
    GPtrArray *reaches; /* unsigned char *: shared by contenders of one class and standing */
};

/* ---- taking places ---- */

static void take(const Filling *f, int64_t *room, int64_t people, bool vetoed)
{
    for (size_t i = 0; i < f->count && people > 0; i++) {
        if (vetoed && f->stretches[i].bars)
            continue;
        int64_t taken = MIN(people, room[i]);
        room[i] -= taken;
        people -= taken;
    }
}

/* The stretch where the next contender finds its place; f->count when there is none. */
static size_t first_room(const Filling *f, const int64_t *room, bool vetoed)
{
    for (size_t i = 0; i < f->count; i++)
        if (room[i] > 0 && !(vetoed && f->stretches[i].bars))
            return i;
    return f->count;
}

/* Room after CLEAR and VETOED step forward from START. */
static void try_room(Filling *f, const int64_t *start, int64_t clear, int64_t vetoed, bool vetoed_first)
{
    memcpy(f->room, start, f->count * sizeof *start);
    if (vetoed_first)
        take(f, f->room, vetoed, true);
    take(f, f->room, clear, false);
    if (!vetoed_first)
        take(f, f->room, vetoed, true);
}

static void pass_class(Filling *f, const Class *class)
{
    take(f, f->easy, class->vetoed, true);
    take(f, f->easy, class->clear + class->undecided, false);
    take(f, f->hard, class->clear, false);
    take(f, f->hard, class->vetoed + class->undecided, true);
    f->ahead += class->clear + class->vetoed + class->undecided;
}

/* ---- what can be reached ---- */

/* Whether an unvetoed contender whose MATES are tied with it can find its place in stretch AT, which the
 * vetoed may take too. It does in a world where all places ahead of AT and not all of AT are taken; then
 * exactly as many step before it. */
static bool clear_reaches_shared(Filling *f, const Class *mates, size_t at)
{
    int64_t all = f->ahead + mates->clear + mates->undecided + mates->vetoed;
    int64_t before = MIN(all, f->stretches[at].before + f->stretches[at].size - 1);
    if (before < f->ahead || before < f->stretches[at].before)
        return false;
    int64_t clear = MIN(before - f->ahead, mates->clear + mates->undecided);
    try_room(f, f->easy, clear, before - f->ahead - clear, true);
    return first_room(f, f->room, false) >= at;
}

static void reach_as_clear(Filling *f, const Class *mates, unsigned char *reach)
{
    size_t best = first_room(f, f->hard, false);
    try_room(f, f->easy, mates->clear + mates->undecided, mates->vetoed, true);
    size_t worst = first_room(f, f->room, false);
    for (size_t i = 0; i < f->count; i++)
        if (f->stretches[i].size > 0 && i >= best && i <= worst)
            reach[i] |= f->stretches[i].bars || clear_reaches_shared(f, mates, i);
    reach[f->count] |= worst == f->count;
}

static void reach_as_vetoed(Filling *f, const Class *mates, unsigned char *reach)
{
    size_t best = first_room(f, f->easy, true);
    try_room(f, f->hard, mates->clear, mates->vetoed + mates->undecided, false);
    size_t worst = first_room(f, f->room, true);
    for (size_t i = best; i < f->count && i <= worst; i++)
        reach[i] |= f->stretches[i].size > 0 && !f->stretches[i].bars;
    reach[f->count] |= worst == f->count;
}

static void reach_of(Filling *f, const Class *class, AwardStanding standing, unsigned char *reach)
{
    Class mates = *class;
    if (standing == AWARD_CLEAR)
        mates.clear--;
    else if (standing == AWARD_VETOED)
        mates.vetoed--;
    else
        mates.undecided--;
    if (standing != AWARD_VETOED)
        reach_as_clear(f, &mates, reach);
    if (standing != AWARD_CLEAR)
        reach_as_vetoed(f, &mates, reach);
}

/* ---- from stretches to awards ---- */

/* What the stretches that can be reached say.  Afterwards REACH has an element an award, and one for none. */
static AwardOutcome outcome_of(unsigned char *reach, size_t awards)
{
    AwardOutcome outcome = {.award = -1, .reach = reach};
    bool recommended = false, plain = reach[2 * awards];
    int possible = reach[2 * awards];
    for (size_t i = 0; i < awards; i++) {
        recommended |= reach[2 * i];
        plain |= reach[2 * i + 1];
        reach[i] = reach[2 * i] | reach[2 * i + 1];
        possible += reach[i];
        if (reach[i])
            outcome.award = (int)i;
    }
    reach[awards] = reach[2 * awards];
    outcome.state = possible > 1 ? GIVEN_OPEN : outcome.award >= 0 ? GIVEN_YES : GIVEN_NO;
    outcome.recommend = !recommended ? GIVEN_NO : plain ? GIVEN_OPEN : GIVEN_YES;
    if (outcome.state == GIVEN_OPEN)
        outcome.award = -1;
    return outcome;
}

static AwardOutcome with_pending(AwardOutcome outcome)
{
    if (outcome.state == GIVEN_YES)
        outcome.state = GIVEN_OPEN;
    if (outcome.recommend == GIVEN_YES)
        outcome.recommend = GIVEN_OPEN;
    outcome.award = -1;
    return outcome;
}

/* ---- the whole list ---- */

static bool takes_part(const AwardContender *contender)
{
    return contender->rank > 0 && contender->standing != AWARD_BARRED;
}

static int compare_contenders(gconstpointer left, gconstpointer right, gpointer data)
{
    const AwardContender *all = data, *a = &all[*(const size_t *)left], *b = &all[*(const size_t *)right];
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return (int)b->priority - (int)a->priority;
}

static void filling_init(Filling *f, const AwardPlaces *awards, size_t count)
{
    *f = (Filling){.count = 2 * count, .stretches = g_new0(Stretch, 2 * count + 1)};
    int64_t before = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t recommended = MIN(awards[i].recommend, awards[i].count);
        f->stretches[2 * i] = (Stretch){recommended, before, awards[i].bars};
        f->stretches[2 * i + 1] =
            (Stretch){awards[i].count - recommended, before + recommended, awards[i].bars};
        before += awards[i].count;
    }
    int64_t **rooms[] = {&f->easy, &f->hard, &f->room};
    for (size_t r = 0; r < G_N_ELEMENTS(rooms); r++) {
        *rooms[r] = g_new0(int64_t, f->count + 1);
        for (size_t i = 0; i < f->count; i++)
            (*rooms[r])[i] = f->stretches[i].size;
    }
}

static void filling_clear(Filling *f)
{
    g_free(f->stretches);
    g_free(f->easy);
    g_free(f->hard);
    g_free(f->room);
}

/* Decides one class, the contenders ORDER[0] to ORDER[COUNT-1]; those of one standing share a result. */
static void decide_class(Filling *f, AwardResult *result, const AwardContender *all, const size_t *order,
                         size_t count)
{
    Class class = {0};
    AwardOutcome shared[AWARD_BARRED];
    bool known[AWARD_BARRED] = {false};
    for (size_t i = 0; i < count; i++) {
        AwardStanding standing = all[order[i]].standing;
        class.clear += standing == AWARD_CLEAR;
        class.vetoed += standing == AWARD_VETOED;
        class.undecided += standing == AWARD_UNDECIDED;
    }
    for (size_t i = 0; i < count; i++) {
        const AwardContender *contender = &all[order[i]];
        if (!known[contender->standing]) {
            unsigned char *reach = g_new0(unsigned char, f->count + 1);
            g_ptr_array_add(result->reaches, reach);
            reach_of(f, &class, contender->standing, reach);
            shared[contender->standing] = outcome_of(reach, f->count / 2);
            known[contender->standing] = true;
        }
        AwardOutcome outcome = shared[contender->standing];
        result->outcomes[order[i]] = contender->pending ? with_pending(outcome) : outcome;
    }
    pass_class(f, &class);
}

AwardResult *award_decide(const AwardContender *contenders, size_t count, const AwardPlaces *awards,
                          size_t award_count)
{
    AwardResult *result = g_new0(AwardResult, 1);
    result->outcomes = g_new0(AwardOutcome, count + 1);
    result->reaches = g_ptr_array_new_with_free_func(g_free);
    unsigned char *nothing = g_new0(unsigned char, award_count + 1);
    nothing[award_count] = 1;
    g_ptr_array_add(result->reaches, nothing);
    g_autofree size_t *order = g_new0(size_t, count + 1);
    size_t taking_part = 0;
    for (size_t i = 0; i < count; i++) {
        result->outcomes[i] = (AwardOutcome){.award = -1, .reach = nothing};
        if (takes_part(&contenders[i]))
            order[taking_part++] = i;
    }
    g_qsort_with_data(order, (int)taking_part, sizeof *order, compare_contenders, (gpointer)contenders);
    Filling filling;
    filling_init(&filling, awards, award_count);
    for (size_t start = 0, end; start < taking_part; start = end) {
        for (end = start + 1;
             end < taking_part && compare_contenders(&order[start], &order[end], (gpointer)contenders) == 0;)
            end++;
        decide_class(&filling, result, contenders, order + start, end - start);
    }
    filling_clear(&filling);
    return result;
}

const AwardOutcome *award_outcome(const AwardResult *result, size_t index)
{
    return &result->outcomes[index];
}

void award_result_free(AwardResult *result)
{
    if (!result)
        return;
    g_ptr_array_unref(result->reaches);
    g_free(result->outcomes);
    g_free(result);
}

static int compare_totals(gconstpointer left, gconstpointer right, gpointer data)
{
    const Rational *const *totals = data;
    return rational_compare(totals[*(const size_t *)right], totals[*(const size_t *)left]);
}

void award_ranks(const Rational *const *totals, size_t count, int64_t *ranks)
{
    g_autofree size_t *order = g_new0(size_t, count + 1);
    size_t ranked = 0;
    for (size_t i = 0; i < count; i++) {
        ranks[i] = 0;
        if (totals[i])
            order[ranked++] = i;
    }
    g_qsort_with_data(order, (int)ranked, sizeof *order, compare_totals, (gpointer)totals);
    for (size_t i = 0; i < ranked; i++)
        ranks[order[i]] = i > 0 && rational_compare(totals[order[i - 1]], totals[order[i]]) == 0
                              ? ranks[order[i - 1]]
                              : (int64_t)i + 1;
}
