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

static const Rational *mean_of(const ScoreWork *work, const GPtrArray *reviews, const Marked *what,
                               Node *node, GString *formula)
{
    RationalSum *sum = rational_sum_new();
    int64_t count = 0;
    for (guint i = 0; reviews && i < reviews->len; i++) {
        const CandidateReviewRow *row = reviews->pdata[i];
        Decimal mark = *(const Decimal *)(const void *)((const char *)row + what->offset);
        if (!mark.set)
            continue;
        rational_sum_add(sum, mark);
        leaf_add_decimal(node, "mark", mark, row->place, row->expert);
        g_autofree char *text = decimal_format(mark);
        formula_term(formula, text);
        count++;
    }
    const Rational *total = rational_sum_take(sum, work->pool);
    if (count == 0)
        return NULL;
    if (count > 1) {
        g_string_prepend_c(formula, '(');
        g_string_append_printf(formula, ")/%" G_GINT64_FORMAT, (gint64)count);
    }
    return rational_div(work->pool, total, score_number(work, count));
}

/* Points for one thing that experts mark; adds its id to MISSING when nobody did. */
static const Rational *points_of_mark(const ScoreWork *work, const ScorePersonWork *person, int what,
                                      GPtrArray *nodes, GString *missing)
{
    const SeasonPoints *rule = marked_rule(work->season, what);
    unsigned decimals = (unsigned)work->season->individual->decimals;
    Node *node = node_add(nodes, marked[what].id, NULL, "8.8", marked[what].notice);
    node->assumed = score_assumes(rule->assumed, "max");
    g_autoptr(GString) formula = g_string_new(NULL);
    const Rational *mean = mean_of(work, person->reviews, &marked[what], node, formula);
    const Rational *exact = score_number(work, 0);
    leaf_add_rule_decimal(node, "max", rule->max, marked[what].path);
    if (mean) {
        const Rational *max = rational_from_decimal(work->pool, rule->max);
        exact = rational_div(work->pool, rational_mul(work->pool, mean, max), score_number(work, 100));
        g_autofree char *most = decimal_format(rule->max);
        g_string_append_printf(formula, "/100 × %s", most);
        node_set(node, exact, g_strdup(formula->str));
    } else {
        g_string_append_printf(missing, "%s%s", missing->len ? " " : "", marked[what].id);
        node_set_code(node, "unmarked");
    }
    node_round(node, exact, decimals);
    return rational_round(work->pool, exact, decimals);
}

static void make_marks(const ScoreWork *work, ScorePersonWork *person, GPtrArray *nodes)
{
    g_autoptr(GString) missing = g_string_new(NULL);
    for (int what = 0; what < PERSON_MARKS; what++)
        person->points[what] = points_of_mark(work, person, what, nodes, missing);
    if (missing->len == 0)
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
                                       const Rational *highest, char **formula)
{
    const SeasonPersonQuantity *rules = work->season->individual->quantity;
    RationalPool *pool = work->pool;
    const Rational *max = rational_from_decimal(pool, rules->max), *zero = score_number(work, 0);
    g_autofree char *most = rational_format_short(max), *mine = rational_format_short(weighted),
                    *best = rational_format_short(highest);
    g_autofree char *cost = decimal_format(rules->per_percent);
    if (rational_sign(highest) == 0) {
        *formula = g_strdup("0");
        return zero;
    }
    const Rational *below = rational_div(pool, rational_sub(pool, highest, weighted), highest);
    below = rational_mul(pool, below, score_number(work, 100));
    bool whole = rules->step == STEP_WHOLE;
    if (whole)
        below = rational_floor(pool, below);
    *formula = g_strdup_printf(whole ? "max(%s - %s × floor((%s - %s)/%s × 100), 0)"
                                     : "max(%s - %s × (%s - %s)/%s × 100, 0)",
                               most, cost, best, mine, best);
    const Rational *cut = rational_mul(pool, rational_from_decimal(pool, rules->per_percent), below);
    return rational_max(rational_sub(pool, max, cut), zero);
}

static void make_quantity(const ScoreWork *work, ScorePersonWork *person, const ScorePersonWork *best,
                          Node *node)
{
    const SeasonPersonQuantity *rules = work->season->individual->quantity;
    unsigned decimals = (unsigned)work->season->individual->decimals;
    char *formula;
    const Rational *exact = quantity_points(work, person->weighted, best->weighted, &formula);
    node->assumed = score_assumes(rules->assumed, "max") || score_assumes(rules->assumed, "step") ||
                    score_assumes(rules->assumed, "per-percent");
    node_set(node, exact, formula);
    node_round(node, exact, decimals);
    leaf_add_rule_decimal(node, "max", rules->max, "individual/quantity/@max");
    leaf_add_rule_decimal(node, "per-percent", rules->per_percent, "individual/quantity/@per-percent");
    leaf_add_rule(node, "step", rules->step == STEP_WHOLE ? "whole" : "continuous",
                  "individual/quantity/@step");
    leaf_highest(person, best, node);
    person->quantity = rational_round(work->pool, exact, decimals);
}

/* ---- one person ---- */

static void make_total(const ScoreWork *work, ScorePersonWork *person, Node *node)
{
    unsigned decimals = (unsigned)work->season->individual->decimals;
    const Rational *const parts[] = {person->quantity, person->points[0], person->points[1],
                                     person->points[2]};
    char **printed[] = {&person->out->quantity, &person->out->file, &person->out->investigation,
                        &person->out->story};
    g_autoptr(GString) formula = g_string_new(NULL);
    person->total = score_number(work, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        person->total = rational_add(work->pool, person->total, parts[i]);
        *printed[i] = rational_format_places(parts[i], decimals);
        formula_term(formula, *printed[i]);
    }
    node_set(node, person->total, g_strdup(formula->str));
    node_round(node, person->total, decimals);
    node->assumed = score_assumes(work->season->individual->assumed, "decimals");
    leaf_add(node, "program", work->scores->program, ORIGIN_PROGRAM, NULL, "score");
    leaf_add(node, "program", person->unit->record->program, ORIGIN_PROGRAM, NULL, "check");
    person->out->total = rational_format_places(person->total, decimals);
    person->out->weighted = rational_format_short(person->weighted);
}

static ScorePersonWork *person_new(const ScoreWork *work, const ScoreUnitWork *unit, guint order,
                                   GHashTable *reviews)
{
    ScorePersonWork *person = g_new0(ScorePersonWork, 1);
    person->unit = unit;
    person->order = order;
    person->candidate = unit->record->candidates->pdata[order];
    const UnitCandidate *candidate = person->candidate;
    g_autofree char *key = score_person_key(unit->row->id, candidate->name);
    person->reviews = g_hash_table_lookup(reviews, key);
    person->removed =
        score_removal(unit, candidate->name, candidate->integrity, order, unit->row->individuals);
    ScorePerson *out = person->out = record_add(work->scores->people, &score_person_type);
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
    for (int what = 0; what < PERSON_MARKS; what++) {
        g_autoptr(GPtrArray) nodes = g_ptr_array_new();
        g_autoptr(GString) missing = g_string_new(NULL);
        points_of_mark(work, person, what, nodes, missing);
        record_list_clear(nodes, &node_type);
        if (missing->len > 0)
            person->out->review = REVIEW_INCOMPLETE;
    }
}

static void make_figures(const ScoreWork *work, const GPtrArray *people)
{
    for (guint i = 0; i < people->len; i++) {
        ScorePersonWork *person = people->pdata[i];
        if (person->removed) {
            review_removed(work, person);
            continue;
        }
        person->total_node = node_add(person->out->nodes, "total", NULL, "8.1", NULL);
        person->quantity_node = node_add(person->total_node->nodes, "quantity", NULL, "8.8", "person-quantity");
        person->weighted = score_weighted(work, person, person->quantity_node->nodes);
        make_marks(work, person, person->total_node->nodes);
    }
    const ScorePersonWork *best = highest_of(people);
    for (guint i = 0; best && i < people->len; i++) {
        ScorePersonWork *person = people->pdata[i];
        if (person->removed)
            continue;
        make_quantity(work, person, best, person->quantity_node);
        make_total(work, person, person->total_node);
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
                                     .nodes = out->nodes,
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

static GHashTable *reviews_by_person(const Tables *tables)
{
    GHashTable *reviews = score_lists_new();
    for (guint i = 0; i < tables->candidate_reviews->len; i++) {
        const CandidateReviewRow *row = tables->candidate_reviews->pdata[i];
        g_autofree char *key = score_person_key(row->unit, row->name);
        g_ptr_array_add(score_list_in(reviews, key), (gpointer)row);
    }
    return reviews;
}

/* Removed people last; by group, rank, unit id, path order (9.3). */
static int compare_people(gconstpointer left, gconstpointer right)
{
    const ScorePersonWork *a = *(ScorePersonWork *const *)left, *b = *(ScorePersonWork *const *)right;
    if (a->unit->group_index != b->unit->group_index)
        return a->unit->group_index < b->unit->group_index ? -1 : 1;
    int64_t rank_a = a->out->rank ? a->out->rank : INT64_MAX,
            rank_b = b->out->rank ? b->out->rank : INT64_MAX;
    if (rank_a != rank_b)
        return rank_a < rank_b ? -1 : 1;
    int order = strcmp(a->out->unit, b->out->unit);
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
    g_autoptr(GHashTable) reviews = reviews_by_person(work->tables);
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    score_explain_weights(work);
    for (int g = 0; g <= (int)work->season->collective->groups->len; g++) {
        g_autoptr(GPtrArray) people = g_ptr_array_new();
        for (guint i = 0; i < work->units->len; i++) {
            const ScoreUnitWork *unit = work->units->pdata[i];
            for (guint c = 0; unit->group_index == g && unit->handed_in && c < unit->record->candidates->len;
                 c++) {
                ScorePersonWork *person = person_new(work, unit, c, reviews);
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
