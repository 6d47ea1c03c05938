/* The legal list: one over all units (SPEC 8.8). */
#include "score_people.h"

#include <string.h>

#include "score_contest.h"
#include "score_node.h"
#include "score_steps.h"

typedef struct {
    const ScoreUnitWork *unit;
    guint order;
    const Rational *points; /* NULL when removed */
    ScoreLegal *out;
    GPtrArray *nodes; /* of OUT; NULL when figures alone are made */
} LegalWork;

static void explain_points(const ScoreWork *work, const LegalWork *legal, const GPtrArray *reviews,
                           const Rational *exact, Node *node)
{
    g_autoptr(GString) formula = g_string_new(NULL);
    for (guint i = 0; reviews && i < reviews->len; i++) {
        const LegalReviewRow *row = reviews->pdata[i];
        leaf_add_decimal(node, "mark", row->mark, row->place, row->expert);
        g_autofree char *text = decimal_format(row->mark);
        formula_term(formula, text);
    }
    if (reviews)
        node_set(node, exact,
                 g_strdup_printf(reviews->len > 1 ? "(%s)/%u" : "%s", formula->str, reviews->len));
    else
        node_set_code(node, "unmarked");
    node_round(node, exact, (unsigned)work->season->individual->decimals);
    leaf_add(node, "program", work->scores->program, ORIGIN_PROGRAM, NULL, "score");
    leaf_add(node, "program", legal->unit->record->program, ORIGIN_PROGRAM, NULL, "check");
}

static void find_unmarked(const ScoreWork *work, const LegalWork *legal)
{
    Finding *finding = score_finding(work, legal->unit, "DAT-003", "legal", NULL, legal->out->path);
    finding_param(finding, "object", legal->out->name);
}

static void make_points(const ScoreWork *work, LegalWork *legal, const GPtrArray *reviews)
{
    unsigned decimals = (unsigned)work->season->individual->decimals;
    RationalSum *sum = rational_sum_new();
    for (guint i = 0; reviews && i < reviews->len; i++)
        rational_sum_add(sum, ((const LegalReviewRow *)reviews->pdata[i])->mark);
    const Rational *exact = rational_sum_take(sum, work->pool);
    if (reviews)
        exact = rational_div(work->pool, exact, score_number(work, reviews->len));
    legal->points = rational_round(work->pool, exact, decimals);
    if (work->figures_only)
        return;
    explain_points(work, legal, reviews, exact, node_add(legal->nodes, "points", NULL, "8.8", "award-legal"));
    if (!reviews)
        find_unmarked(work, legal);
    legal->out->points = rational_format_places(exact, decimals);
}

static LegalWork *legal_new(const ScoreWork *work, const ScoreUnitWork *unit, guint order)
{
    const UnitLegal *candidate = unit->record->legals->pdata[order];
    LegalWork *legal = g_new0(LegalWork, 1);
    legal->unit = unit;
    legal->order = order;
    ScoreLegal *out = legal->out = record_add(work->scores->legals, &score_legal_type);
    legal->nodes = work->figures_only ? NULL : out->nodes;
    out->name = g_strdup(candidate->name);
    out->unit = g_strdup(unit->row->id);
    out->unit_name = g_strdup(unit->row->name);
    out->path = g_strdup(candidate->path);
    const char *removed = score_removal(unit, candidate->name, true, order, unit->row->legals);
    const RulingRow *ineligible = score_ruling(unit, RULING_INELIGIBLE, candidate->name);
    out->eligibility = g_strdup(removed ? removed : ineligible ? "ineligible" : "eligible");
    g_autofree char *key = score_person_key(unit->row->id, candidate->name);
    const GPtrArray *marks = g_hash_table_lookup(work->sorted->legal_reviews, key);
    if (!removed)
        make_points(work, legal, marks);
    out->review = marks ? REVIEW_COMPLETE : REVIEW_INCOMPLETE;
    return legal;
}

/* Ranks and awards of all. */
static void contest_of_legals(ScoreWork *work, const GPtrArray *list)
{
    const SeasonLegal *rules = work->season->individual->legal;
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autofree ScoreNominee *nominees = g_new0(ScoreNominee, list->len + 1);
    for (guint i = 0; i < list->len; i++) {
        const LegalWork *legal = list->pdata[i];
        ScoreLegal *out = legal->out;
        nominees[i] = (ScoreNominee){.unit = legal->unit,
                                     .name = out->name,
                                     .folder = out->path,
                                     .eligibility = out->eligibility,
                                     .order = legal->order,
                                     .quota = legal->unit->row->legals,
                                     .figure = legal->points,
                                     .nodes = legal->nodes,
                                     .rank = &out->rank,
                                     .award = &out->award,
                                     .award_state = &out->award_state,
                                     .recommend_state = &out->recommend_state};
    }
    score_nominees_rank(work, nominees, list->len);
    score_nominees_contest(work, nominees, list->len, rules ? rules->awards : none, "award-legal",
                           "individual/legal");
}

static int compare_legals(gconstpointer left, gconstpointer right)
{
    const LegalWork *a = *(LegalWork *const *)left, *b = *(LegalWork *const *)right;
    int order = score_compare_ranks(a->out->rank, b->out->rank);
    if (order == 0)
        order = strcmp(a->out->unit, b->out->unit);
    return order ? order : (int)a->order - (int)b->order;
}

void score_legals(ScoreWork *work)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < work->units->len; i++) {
        const ScoreUnitWork *unit = work->units->pdata[i];
        for (guint c = 0; unit->handed_in && c < unit->record->legals->len; c++)
            g_ptr_array_add(list, legal_new(work, unit, c));
    }
    contest_of_legals(work, list);
    g_ptr_array_sort(list, compare_legals);
    for (guint i = 0; i < list->len; i++)
        work->scores->legals->pdata[i] = ((LegalWork *)list->pdata[i])->out;
}
