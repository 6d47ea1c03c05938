#include "score_contest.h"

#include <string.h>

#include "score_node.h"
#include "text.h"

#define NAMES_MAX 50 /* names in one finding; the count always stands */

/* Who of those not barred bears on the others' awards: all, those under the veto, those whose veto is
 * undecided, and those whom a ruling puts first. */
typedef enum { LISTED_ALL, LISTED_VETOED, LISTED_UNDECIDED, LISTED_FIRST, LISTINGS } Listing;

typedef struct {
    size_t *up_to;      /* how many have a rank up to i */
    NodeRanked *ranked; /* the same by name; the rest without rank */
} Listed;

typedef struct {
    ScoreWork *work;
    ScoreContender *contenders;
    size_t count;
    const GPtrArray *awards;
    const char *notice, *rules;
    AwardResult *result;
    GPtrArray **open;    /* for each award the contenders that it is open for (ScoreContender) */
    Listed listed[LISTINGS];
} Contest;

/* ---- rulings ---- */

static bool is_about_person(const RulingRow *ruling)
{
    switch (ruling->type) {
    case RULING_INTEGRITY:
        return true;
    case RULING_PENDING:
    case RULING_INELIGIBLE:
    case RULING_PRIORITY:
        return ruling->key != NULL;
    default:
        return false;
    }
}

static bool is_about(const RulingRow *ruling, const char *folded)
{
    if (!folded)
        return !is_about_person(ruling);
    return is_about_person(ruling) && ruling->key && strcmp(ruling->key, folded) == 0;
}

const RulingRow *score_ruling(const ScoreUnitWork *unit, RulingType type, const char *person)
{
    g_autofree char *folded = person && unit->rows->rulings->len > 0 ? text_fold(person) : NULL;
    for (guint i = 0; i < unit->rows->rulings->len; i++) {
        const RulingRow *ruling = unit->rows->rulings->pdata[i];
        if (ruling->type == (int)type && is_about(ruling, folded))
            return ruling;
    }
    return NULL;
}

static void leaf_day(Node *node, const char *name, Day day, const RulingRow *ruling)
{
    g_autofree char *text = day_format(day);
    if (day != DAY_NONE)
        leaf_add(node, name, text, ORIGIN_TABLE, ruling->place, NULL);
}

void score_explain_rulings(const ScoreWork *work, const ScoreUnitWork *unit, const char *person,
                           GPtrArray *nodes)
{
    g_autofree char *folded = person ? text_fold(person) : NULL;
    for (guint i = 0; nodes && i < unit->rows->rulings->len; i++) {
        const RulingRow *ruling = unit->rows->rulings->pdata[i];
        if (!is_about(ruling, folded))
            continue;
        Node *node = node_add(nodes, "ruling", ruling->id, "8.9", NULL);
        node_set_code(node, ruling_ids[ruling->type]);
        leaf_add_ruling(node, ruling);
        if (ruling->object)
            leaf_add(node, "object", ruling->object, ORIGIN_TABLE, ruling->place, NULL);
        leaf_day(node, "fact-date", ruling->fact, ruling);
        leaf_day(node, "ruled-date", ruling->ruled, ruling);
        bool zeroes = ruling->type == RULING_OVERTURNED || ruling->type == RULING_FORGED;
        if (zeroes && ruling->fact != DAY_NONE && !season_in_window(work->season, ruling->fact))
            leaf_add(node, "no-effect", "out-of-window", ORIGIN_RULES, "season.xml window", NULL);
        if (ruling->note)
            leaf_add(node, "note", ruling->note, ORIGIN_TABLE, ruling->place, NULL);
    }
}

/* ---- what stays open ---- */

static void collect_open(Contest *c)
{
    c->open = g_new0(GPtrArray *, c->awards->len + 1);
    for (guint a = 0; a < c->awards->len; a++) {
        c->open[a] = g_ptr_array_new();
        for (size_t i = 0; i < c->count; i++) {
            const AwardOutcome *outcome = award_outcome(c->result, i);
            if (outcome->reach[a] && (outcome->state == GIVEN_OPEN || outcome->recommend == GIVEN_OPEN))
                g_ptr_array_add(c->open[a], &c->contenders[i]);
        }
    }
}

/* A person's name stands with the unit's: two counties may propose people of one name.  Caller frees. */
static char *named(const ScoreContender *contender)
{
    return contender->person ? g_strdup_printf("%s（%s）", contender->name, contender->unit->row->name) : g_strdup(contender->name);
}

/* Between whom award A is open for CONTENDER, one a line. */
static char *between_whom(const Contest *c, guint a, const ScoreContender *contender)
{
    g_autofree char *own = named(contender);
    g_autoptr(GString) names = g_string_new(own);
    guint told = 1;
    for (guint i = 0; i < c->open[a]->len && told < NAMES_MAX; i++) {
        const ScoreContender *other = c->open[a]->pdata[i];
        if (other == contender)
            continue;
        g_autofree char *name = named(other);
        g_string_append_printf(names, "\n%s", name);
        told++;
    }
    if (told < c->open[a]->len)
        g_string_append_printf(names, "\n…(%u)", c->open[a]->len);
    return g_string_free(g_steal_pointer(&names), FALSE);
}

typedef struct { bool tie, veto, pending; } Causes;

/* Why CONTENDERS are open; each stands in the list once. */
static Causes causes_among(const GPtrArray *contenders)
{
    Causes causes = {0};
    g_autoptr(GHashTable) ranks = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = 0; i < contenders->len; i++) {
        const AwardContender *place = &((const ScoreContender *)contenders->pdata[i])->place;
        causes.veto |= place->standing == AWARD_UNDECIDED;
        causes.pending |= place->pending;
        causes.tie |= !g_hash_table_add(ranks, GSIZE_TO_POINTER((gsize)place->rank * 2 + place->priority));
    }
    return causes;
}

/* An award may hang on who takes another: the cause is then found among all that are open. */
static Causes causes_of(const Contest *c, guint a)
{
    Causes causes = causes_among(c->open[a]);
    if (causes.tie || causes.veto || causes.pending)
        return causes;
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    for (guint b = 0; b < c->awards->len; b++)
        for (guint i = 0; i < c->open[b]->len; i++)
            if (!g_ptr_array_find(all, c->open[b]->pdata[i], NULL))
                g_ptr_array_add(all, c->open[b]->pdata[i]);
    return causes_among(all);
}

/* What would settle award A: ids of the class "settle". */
static const char *settled_by(const Contest *c, guint a)
{
    const Causes causes = causes_of(c, a);
    static const char *const words[] = {"pending", "tie", "veto", "tie-veto"};
    static const char *const with_pending[] = {"pending", "tie pending", "veto pending", "tie-veto pending"};
    return (causes.pending ? with_pending : words)[causes.tie + 2 * causes.veto];
}

static void find_open(Contest *c, size_t index, const char *const *settle)
{
    const ScoreContender *contender = &c->contenders[index];
    const AwardOutcome *outcome = award_outcome(c->result, index);
    for (guint a = 0; a < c->awards->len; a++) {
        const SeasonAward *award = c->awards->pdata[a];
        bool open = outcome->reach[a] && (outcome->state == GIVEN_OPEN || outcome->recommend == GIVEN_OPEN);
        if (!open)
            continue;
        g_autofree char *between = between_whom(c, a, contender);
        Finding *finding =
            score_finding(c->work, contender->unit, "SCO-001",
                          outcome->state == GIVEN_OPEN ? NULL : "recommend", NULL, contender->path);
        finding_param(finding, "award", award->title);
        finding_param(finding, "between", between);
        finding_param(finding, "settle", settle[a]);
    }
}

/* ---- derivation ---- */

static bool is_listed(const ScoreContender *contender, Listing listing)
{
    const AwardContender *place = &contender->place;
    switch (listing) {
    case LISTED_VETOED:
        return place->standing == AWARD_VETOED;
    case LISTED_UNDECIDED:
        return place->standing == AWARD_UNDECIDED;
    case LISTED_FIRST:
        return place->standing != AWARD_BARRED && place->priority;
    default:
        return place->standing != AWARD_BARRED;
    }
}

static Listed list_contenders(const Contest *c, Listing listing)
{
    Listed listed = {.up_to = g_new0(size_t, c->count + 2), .ranked = node_ranked_new()};
    for (size_t i = 0; i < c->count; i++) {
        const ScoreContender *contender = &c->contenders[i];
        int64_t rank = is_listed(contender, listing) ? contender->place.rank : 0;
        listed.up_to[rank]++;
        node_ranked_add(listed.ranked, contender->unit->row->name, contender->person, rank);
    }
    listed.up_to[0] = 0;
    for (size_t rank = 1; rank <= c->count; rank++)
        listed.up_to[rank] += listed.up_to[rank - 1];
    return listed;
}

static void explain_awards(const Contest *c, Node *node)
{
    for (guint a = 0; a < c->awards->len; a++) {
        const SeasonAward *award = c->awards->pdata[a];
        g_autofree char *source = g_strdup_printf("season.xml %s/award[%s]/@count", c->rules, award->title);
        g_autofree char *places = g_strdup_printf("%" G_GINT64_FORMAT, (gint64)award->count);
        leaf_add(node, award->veto == VETO_BARS ? "places" : "places-veto-ignored", places, ORIGIN_RULES,
                 source, award->title);
        node_assume(node, score_assumes(award->assumed, "veto") || score_assumes(award->assumed, "count"));
    }
}

/* Those of LISTING with a rank FROM to TO; where there are none, only LISTED_ALL says so. */
static void explain_listed(const Contest *c, size_t index, Node *node, const char *name, Listing listing,
                           int64_t from, int64_t to)
{
    const Listed *listed = &c->listed[listing];
    int64_t count = (int64_t)(listed->up_to[to] - listed->up_to[from - 1]);
    if (count > 0 || listing == LISTED_ALL)
        leaf_add_others(node, name, count, listed->ranked, from, to, index);
}

static void explain_others(const Contest *c, size_t index, Node *node, int64_t rank)
{
    explain_listed(c, index, node, "ahead", LISTED_ALL, 1, rank - 1);
    explain_listed(c, index, node, "level", LISTED_ALL, rank, rank);
    explain_listed(c, index, node, "level-first", LISTED_FIRST, rank, rank);
    explain_listed(c, index, node, "vetoed", LISTED_VETOED, 1, rank);
    explain_listed(c, index, node, "undecided", LISTED_UNDECIDED, 1, rank);
}

static void explain_standing(const Contest *c, size_t index, Node *node)
{
    const ScoreContender *contender = &c->contenders[index];
    int64_t rank = contender->place.rank;
    node_refer_code(node->nodes, "eligibility", contender->eligibility);
    if (!contender->person && contender->unit->group->environment_veto)
        node_refer_code(node->nodes, "veto", NULL);
    if (rank > 0 && contender->place.standing != AWARD_BARRED)
        explain_others(c, index, node, rank);
    static const RulingType types[] = {RULING_PENDING, RULING_PRIORITY, RULING_INELIGIBLE};
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        const RulingRow *ruling = score_ruling(contender->unit, types[i], contender->person);
        if (ruling)
            leaf_add_ruling(node, ruling);
    }
}

static void explain_outcome(const Contest *c, size_t index)
{
    const ScoreContender *contender = &c->contenders[index];
    const AwardOutcome *outcome = award_outcome(c->result, index);
    const SeasonAward *award = outcome->award >= 0 ? c->awards->pdata[outcome->award] : NULL;
    Node *node = node_add(contender->nodes, "award", award ? award->title : NULL, "8.7", c->notice);
    node_set_code(node, given_ids[outcome->state]);
    explain_awards(c, node);
    explain_standing(c, index, node);
    for (guint a = 0; outcome->state == GIVEN_OPEN && a < c->awards->len; a++)
        if (outcome->reach[a])
            leaf_add(node, "within-reach", ((const SeasonAward *)c->awards->pdata[a])->title, ORIGIN_OTHER,
                     NULL, NULL);
    if (!award && outcome->recommend == GIVEN_NO)
        return;
    node = node_add(contender->nodes, "recommend", NULL, "8.7", c->notice);
    node_set_code(node, given_ids[outcome->recommend]);
    for (guint a = 0; a < c->awards->len; a++) {
        const SeasonAward *one = c->awards->pdata[a];
        g_autofree char *path = g_strdup_printf("%s/award[%s]/@recommend", c->rules, one->title);
        if (outcome->reach[a])
            leaf_add_rule_int(node, "recommended", one->recommend, path);
    }
}

/* ---- the contest ---- */

static void decide(Contest *c)
{
    g_autofree AwardContender *places = g_new0(AwardContender, c->count + 1);
    g_autofree AwardPlaces *awards = g_new0(AwardPlaces, c->awards->len + 1);
    for (size_t i = 0; i < c->count; i++) {
        ScoreContender *contender = &c->contenders[i];
        contender->place.pending = score_ruling(contender->unit, RULING_PENDING, contender->person) != NULL;
        contender->place.priority = score_ruling(contender->unit, RULING_PRIORITY, contender->person) != NULL;
        places[i] = contender->place;
    }
    for (guint a = 0; a < c->awards->len; a++) {
        const SeasonAward *award = c->awards->pdata[a];
        awards[a] = (AwardPlaces){award->count, award->recommend, award->veto == VETO_BARS};
    }
    c->result = award_decide(places, c->count, awards, c->awards->len);
}

static void tell_outcome(const Contest *c, size_t index)
{
    const ScoreContender *contender = &c->contenders[index];
    const AwardOutcome *outcome = award_outcome(c->result, index);
    *contender->award_state = outcome->state;
    *contender->recommend_state = outcome->recommend;
    if (outcome->award >= 0)
        *contender->award = g_strdup(((const SeasonAward *)c->awards->pdata[outcome->award])->title);
}

/* Derivation and findings of all. */
static void explain_contest(Contest *c)
{
    collect_open(c);
    for (Listing listing = 0; listing < LISTINGS; listing++)
        c->listed[listing] = list_contenders(c, listing);
    g_autofree const char **settle = g_new0(const char *, c->awards->len + 1);
    for (guint a = 0; a < c->awards->len; a++)
        settle[a] = settled_by(c, a);
    for (size_t i = 0; i < c->count; i++) {
        explain_outcome(c, i);
        find_open(c, i, settle);
    }
}

static void contest_clear(Contest *c)
{
    for (guint a = 0; c->open && a < c->awards->len; a++)
        g_ptr_array_unref(c->open[a]);
    g_free(c->open);
    for (Listing listing = 0; listing < LISTINGS; listing++) {
        g_free(c->listed[listing].up_to);
        node_ranked_free(c->listed[listing].ranked);
    }
    award_result_free(c->result);
}

void score_contest(ScoreWork *work, ScoreContender *contenders, size_t count, const GPtrArray *awards,
                   const char *notice, const char *rules)
{
    Contest c = {.work = work,
                 .contenders = contenders,
                 .count = count,
                 .awards = awards,
                 .notice = notice,
                 .rules = rules};
    decide(&c);
    for (size_t i = 0; i < count; i++)
        tell_outcome(&c, i);
    if (!work->figures_only)
        explain_contest(&c);
    contest_clear(&c);
}
