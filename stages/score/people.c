/* Candidates: figures, ranks, awards (SPEC 8.8). */
#include "score_people.h"

#include <string.h>

#include "score_contest.h"
#include "score_node.h"
#include "score_steps.h"
#include "text.h"

typedef struct {
    const char *id, *notice, *rule, *path;
    size_t offset; /* of the mark in CandidateReviewRow */
} Marked;

static const Marked marked[PERSON_MARKS] = {
    {"file", "person-quality", "individual/quality/file", "individual/quality/file/@max",
     offsetof(CandidateReviewRow, file)},
    {"investigation", "person-quality", "individual/quality/investigation",
     "individual/quality/investigation/@max", offsetof(CandidateReviewRow, investigation)},
    {"story", "person-story", "individual/story", "individual/story/@max",
     offsetof(CandidateReviewRow, story)}};

static const SeasonPoints *marked_rule(const Season *season, int what)
{
    const SeasonPoints *const rules[] = {season->individual->quality->file,
                                         season->individual->quality->investigation,
                                         season->individual->story};
    return rules[what];
}

/* ---- marks ---- */

static Decimal mark_in(const CandidateReviewRow *row, const Marked *what)
{
    return *(const Decimal *)(const void *)((const char *)row + what->offset);
}

/* The mean of the marks given; NULL when nobody gave one. */
static const Rational *mean_of(const ScoreWork *work, const GPtrArray *reviews, const Marked *what)
{
    RationalSum *sum = rational_sum_new();
    int64_t count = 0;
    for (guint i = 0; reviews && i < reviews->len; i++) {
        Decimal mark = mark_in(reviews->pdata[i], what);
        rational_sum_add(sum, mark);
        count += mark.set;
    }
    const Rational *total = rational_sum_take(sum, work->pool);
    return count > 0 ? rational_div(work->pool, total, score_number(work, count)) : NULL;
}

/* The marks one by one; returns their mean as it is reckoned, which the caller frees. */
static GString *explain_marks(const GPtrArray *reviews, const Marked *what, Node *node)
{
    GString *formula = g_string_new(NULL);
    int64_t count = 0;
    for (guint i = 0; reviews && i < reviews->len; i++) {
        const CandidateReviewRow *row = reviews->pdata[i];
        Decimal mark = mark_in(row, what);
        if (!mark.set)
            continue;
        leaf_add_decimal(node, "mark", mark, row->place, row->expert);
        g_autofree char *text = decimal_format(mark);
        formula_term(formula, text);
        count++;
    }
    if (count > 1) {
        g_string_prepend_c(formula, '(');
        g_string_append_printf(formula, ")/%" G_GINT64_FORMAT, (gint64)count);
    }
    return formula;
}

static void explain_points_of_mark(const ScoreWork *work, const ScorePersonWork *person, int what,
                                   const Rational *mean, const Rational *exact, Node *node)
{
    const SeasonPoints *rule = marked_rule(work->season, what);
    node_assume(node, score_assumes(rule->assumed, "max"));
    g_autoptr(GString) formula = explain_marks(person->reviews, &marked[what], node);
    leaf_add_rule_decimal(node, "max", rule->max, marked[what].path);
    if (mean) {
        g_autofree char *most = decimal_format(rule->max);
        g_string_append_printf(formula, "/100 × %s", most);
        node_set(node, exact, g_strdup(formula->str));
    } else {
        node_set_code(node, "unmarked");
    }
    node_round(node, exact, (unsigned)work->season->individual->decimals);
}

/* Points for one thing that experts mark; adds its id to MISSING when nobody did. */
static const Rational *points_of_mark(const ScoreWork *work, const ScorePersonWork *person, int what,
                                      GPtrArray *nodes, GString *missing)
{
    const Rational *mean = mean_of(work, person->reviews, &marked[what]), *exact = score_number(work, 0);
    if (mean) {
        const Rational *max = rational_from_decimal(work->pool, marked_rule(work->season, what)->max);
        exact = rational_div(work->pool, rational_mul(work->pool, mean, max), score_number(work, 100));
    } else {
        g_string_append_printf(missing, "%s%s", missing->len ? " " : "", marked[what].id);
    }
    Node *node = node_add(nodes, marked[what].id, NULL, "8.8", marked[what].notice);
    if (node)
        explain_points_of_mark(work, person, what, mean, exact, node);
    return rational_round(work->pool, exact, (unsigned)work->season->individual->decimals);
}

static void make_marks(const ScoreWork *work, ScorePersonWork *person, GPtrArray *nodes)
{
    g_autoptr(GString) missing = g_string_new(NULL);
    for (int what = 0; what < PERSON_MARKS; what++)
        person->points[what] = points_of_mark(work, person, what, nodes, missing);
    if (missing->len == 0 || work->figures_only)
        return;
    person->out->review = REVIEW_INCOMPLETE;
    Finding *finding =
        score_finding(work, person->unit, "DAT-003", "candidate", NULL, person->candidate->path);
    finding_param(finding, "object", person->candidate->name);
    finding_param(finding, "missing", missing->str);
}

/* ---- quantity ---- */

static void leaf_highest(const ScorePersonWork *person, const ScorePersonWork *best, Node *node)
{
    g_autofree char *value = rational_format_short(best->weighted);
    g_autofree char *who = g_strdup_printf("%s %s", best->unit->row->name, best->candidate->name);
    leaf_add(node, "highest", value, best->unit == person->unit ? ORIGIN_OWN : ORIGIN_OTHER,
             best->candidate->path, who);
}

/* max − per-percent × percent below the highest, not under 0 (8.8). */
static const Rational *quantity_points(const ScoreWork *work, const Rational *weighted,
                                       const Rational *highest)
{
    const SeasonPersonQuantity *rules = work->season->individual->quantity;
    RationalPool *pool = work->pool;
    const Rational *max = rational_from_decimal(pool, rules->max), *zero = score_number(work, 0);
    if (rational_sign(highest) == 0)
        return zero;
    const Rational *below = rational_div(pool, rational_sub(pool, highest, weighted), highest);
    below = rational_mul(pool, below, score_number(work, 100));
    if (rules->step == STEP_WHOLE)
        below = rational_floor(pool, below);
    const Rational *cut = rational_mul(pool, rational_from_decimal(pool, rules->per_percent), below);
    return rational_max(rational_sub(pool, max, cut), zero);
}

/* The same as a formula.  Caller frees. */
static char *quantity_formula(const SeasonPersonQuantity *rules, const Rational *weighted,
                              const Rational *highest)
{
    if (rational_sign(highest) == 0)
        return g_strdup("0");
    g_autofree char *most = decimal_format(rules->max), *cost = decimal_format(rules->per_percent);
    g_autofree char *mine = rational_format_short(weighted), *best = rational_format_short(highest);
    return g_strdup_printf(rules->step == STEP_WHOLE ? "max(%s - %s × floor((%s - %s)/%s × 100), 0)"
                                                     : "max(%s - %s × (%s - %s)/%s × 100, 0)",
                           most, cost, best, mine, best);
}

static void explain_quantity(const ScoreWork *work, const ScorePersonWork *person,
                             const ScorePersonWork *best, const Rational *exact, Node *node)
{
    const SeasonPersonQuantity *rules = work->season->individual->quantity;
    node_assume(node, score_assumes(rules->assumed, "max") || score_assumes(rules->assumed, "step") ||
                          score_assumes(rules->assumed, "per-percent"));
    node_set(node, exact, quantity_formula(rules, person->weighted, best->weighted));
    node_round(node, exact, (unsigned)work->season->individual->decimals);
    leaf_add_rule_decimal(node, "max", rules->max, "individual/quantity/@max");
    leaf_add_rule_decimal(node, "per-percent", rules->per_percent, "individual/quantity/@per-percent");
    leaf_add_rule(node, "step", rules->step == STEP_WHOLE ? "whole" : "continuous",
                  "individual/quantity/@step");
    leaf_highest(person, best, node);
}

static void make_quantity(const ScoreWork *work, ScorePersonWork *person, const ScorePersonWork *best)
{
    const Rational *exact = quantity_points(work, person->weighted, best->weighted);
    if (person->quantity_node)
        explain_quantity(work, person, best, exact, person->quantity_node);
    person->quantity = rational_round(work->pool, exact, (unsigned)work->season->individual->decimals);
}

/* ---- one person ---- */

enum { PERSON_PARTS = 1 + PERSON_MARKS };

/* The parts of a total in the order of the results. */
static void parts_of(const ScorePersonWork *person, const Rational *parts[PERSON_PARTS])
{
    parts[0] = person->quantity;
    memcpy(parts + 1, person->points, sizeof person->points);
}

static void explain_total(const ScoreWork *work, const ScorePersonWork *person, Node *node)
{
    const ScorePerson *out = person->out;
    const char *const printed[PERSON_PARTS] = {out->quantity, out->file, out->investigation, out->story};
    g_autoptr(GString) formula = g_string_new(NULL);
    for (int i = 0; i < PERSON_PARTS; i++)
        formula_term(formula, printed[i]);
    node_set(node, person->total, g_strdup(formula->str));
    node_round(node, person->total, (unsigned)work->season->individual->decimals);
    node_assume(node, score_assumes(work->season->individual->assumed, "decimals"));
    leaf_add(node, "program", work->scores->program, ORIGIN_PROGRAM, NULL, "score");
    leaf_add(node, "program", person->unit->record->program, ORIGIN_PROGRAM, NULL, "check");
}

static void print_figures(const ScoreWork *work, const ScorePersonWork *person, const Rational *const *parts)
{
    ScorePerson *out = person->out;
    unsigned decimals = (unsigned)work->season->individual->decimals;
    char **printed[PERSON_PARTS] = {&out->quantity, &out->file, &out->investigation, &out->story};
    for (int i = 0; i < PERSON_PARTS; i++)
        *printed[i] = rational_format_places(parts[i], decimals);
    out->total = rational_format_places(person->total, decimals);
    out->weighted = rational_format_exact(person->weighted);
}

static void make_total(const ScoreWork *work, ScorePersonWork *person)
{
    const Rational *parts[PERSON_PARTS];
    parts_of(person, parts);
    person->total = score_number(work, 0);
    for (int i = 0; i < PERSON_PARTS; i++)
        person->total = rational_add(work->pool, person->total, parts[i]);
    if (work->figures_only)
        return;
    print_figures(work, person, parts);
    explain_total(work, person, person->total_node);
}

static ScorePersonWork *person_new(const ScoreWork *work, const ScoreUnitWork *unit, guint order)
{
    ScorePersonWork *person = g_new0(ScorePersonWork, 1);
    person->unit = unit;
    person->order = order;
    person->candidate = unit->record->candidates->pdata[order];
    const UnitCandidate *candidate = person->candidate;
    g_autofree char *key = score_person_key(unit->row->id, candidate->name);
    person->reviews = g_hash_table_lookup(work->sorted->candidate_reviews, key);
    person->removed =
        score_removal(unit, candidate->name, candidate->integrity, order, unit->row->individuals);
    ScorePerson *out = person->out = record_add(work->scores->people, &score_person_type);
    person->nodes = work->figures_only ? NULL : out->nodes;
    out->group = g_strdup(unit->row->group);
    out->name = g_strdup(candidate->name);
    out->unit = g_strdup(unit->row->id);
    out->unit_name = g_strdup(unit->row->name);
    out->path = g_strdup(candidate->path);
    const RulingRow *ineligible = score_ruling(unit, RULING_INELIGIBLE, candidate->name);
    out->eligibility = g_strdup(person->removed ? person->removed : ineligible ? "ineligible" : "eligible");
    return person;
}

/* ---- a group ---- */

static const ScorePersonWork *highest_of(const GPtrArray *people)
{
    const ScorePersonWork *best = NULL;
    for (guint i = 0; i < people->len; i++) {
        const ScorePersonWork *person = people->pdata[i];
        if (!person->removed && (!best || rational_compare(person->weighted, best->weighted) > 0))
            best = person;
    }
    return best;
}

/* 状态 of one who is removed, and so has no figures: by its marks like everybody's. */
static void review_removed(const ScoreWork *work, ScorePersonWork *person)
{
    for (int what = 0; what < PERSON_MARKS; what++)
        if (!mean_of(work, person->reviews, &marked[what]))
            person->out->review = REVIEW_INCOMPLETE;
}

static void make_figures(const ScoreWork *work, const GPtrArray *people)
{
    for (guint i = 0; i < people->len; i++) {
        ScorePersonWork *person = people->pdata[i];
        if (person->removed) {
            review_removed(work, person);
            continue;
        }
        person->total_node = node_add(person->nodes, "total", NULL, "8.1", NULL);
        person->quantity_node =
            node_add(node_below(person->total_node), "quantity", NULL, "8.8", "person-quantity");
        person->weighted = score_weighted(work, person, node_below(person->quantity_node));
        make_marks(work, person, node_below(person->total_node));
    }
    const ScorePersonWork *best = highest_of(people);
    for (guint i = 0; best && i < people->len; i++) {
        ScorePersonWork *person = people->pdata[i];
        if (person->removed)
            continue;
        make_quantity(work, person, best);
        make_total(work, person);
    }
}

static const SeasonPersonGroup *rules_of(const ScoreWork *work, const char *group)
{
    const GPtrArray *groups = work->season->individual->groups;
    for (guint i = 0; group && i < groups->len; i++)
        if (strcmp(((const SeasonPersonGroup *)groups->pdata[i])->id, group) == 0)
            return groups->pdata[i];
    return NULL;
}

/* Ranks and awards of a group. */
static void contest_of_people(ScoreWork *work, const GPtrArray *people, const char *group)
{
    const SeasonPersonGroup *rules = rules_of(work, group);
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autofree ScoreNominee *nominees = g_new0(ScoreNominee, people->len + 1);
    for (guint i = 0; i < people->len; i++) {
        const ScorePersonWork *person = people->pdata[i];
        ScorePerson *out = person->out;
        nominees[i] = (ScoreNominee){.unit = person->unit,
                                     .name = out->name,
                                     .folder = out->path,
                                     .eligibility = out->eligibility,
                                     .certificate = person->candidate->integrity ? "yes" : "no",
                                     .order = person->order,
                                     .quota = person->unit->row->individuals,
                                     .figure = person->total,
                                     .nodes = person->nodes,
                                     .rank = &out->rank,
                                     .award = &out->award,
                                     .award_state = &out->award_state,
                                     .recommend_state = &out->recommend_state};
    }
    g_autofree char *path = g_strdup_printf("individual/group[%s]", group ? group : "");
    const char *notice = g_strcmp0(group, "city") == 0 ? "award-person-city" : "award-person";
    score_nominees_rank(work, nominees, people->len);
    score_nominees_contest(work, nominees, people->len, rules ? rules->awards : none, notice, path);
}

/* ---- all ---- */

/* Removed people last; by group, rank, unit id, path order (9.3). */
static int compare_people(gconstpointer left, gconstpointer right)
{
    const ScorePersonWork *a = *(ScorePersonWork *const *)left, *b = *(ScorePersonWork *const *)right;
    if (a->unit->group_index != b->unit->group_index)
        return a->unit->group_index < b->unit->group_index ? -1 : 1;
    int order = score_compare_ranks(a->out->rank, b->out->rank);
    if (order == 0)
        order = strcmp(a->out->unit, b->out->unit);
    return order ? order : (int)a->order - (int)b->order;
}

static void score_person_group(ScoreWork *work, const GPtrArray *people)
{
    const ScorePersonWork *first = people->len > 0 ? people->pdata[0] : NULL;
    if (!first)
        return;
    make_figures(work, people);
    contest_of_people(work, people, first->unit->row->group);
}

void score_people(ScoreWork *work)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    score_explain_weights(work);
    for (int g = 0; g <= (int)work->season->collective->groups->len; g++) {
        g_autoptr(GPtrArray) people = g_ptr_array_new();
        for (guint i = 0; i < work->units->len; i++) {
            const ScoreUnitWork *unit = work->units->pdata[i];
            for (guint c = 0; unit->group_index == g && unit->handed_in && c < unit->record->candidates->len;
                 c++) {
                ScorePersonWork *person = person_new(work, unit, c);
                g_ptr_array_add(people, person);
                g_ptr_array_add(all, person);
            }
        }
        score_person_group(work, people);
    }
    g_ptr_array_sort(all, compare_people);
    for (guint i = 0; i < all->len; i++)
        work->scores->people->pdata[i] = ((ScorePersonWork *)all->pdata[i])->out;
}
