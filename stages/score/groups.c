/* Units: totals, ranks, eligibility, awards (SPEC 8.1, 8.7, 8.9, 8.10). */
#include "score_steps.h"

#include <string.h>

#include "score_contest.h"
#include "score_node.h"

static const char *const component_ids[] = {"quality", "cases-points", "fines-points", "major-points"};

/* ---- total ---- */

static bool is_component(const Node *node)
{
    for (size_t i = 0; i < G_N_ELEMENTS(component_ids); i++)
        if (strcmp(node->id, component_ids[i]) == 0)
            return true;
    return false;
}

/* Puts the components' nodes below the total's, which comes first. */
static Node *gather_components(GPtrArray *nodes)
{
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    Node *total = node_add(others, "total", NULL, "8.1", NULL);
    for (guint i = 0; i < nodes->len; i++)
        g_ptr_array_add(is_component(nodes->pdata[i]) ? total->nodes : others, nodes->pdata[i]);
    g_ptr_array_set_size(nodes, 0);
    g_ptr_array_extend(nodes, others, NULL, NULL);
    return total;
}

static void explain_total(const ScoreWork *work, const ScoreUnitWork *unit, const Rational *const *components,
                          size_t count)
{
    unsigned decimals = (unsigned)work->season->collective->decimals;
    Node *node = gather_components(unit->nodes);
    g_autoptr(GString) formula = g_string_new(NULL);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *text = components[i] ? rational_format_places(components[i], decimals) : NULL;
        if (text)
            formula_term(formula, text);
    }
    node_set(node, unit->total, g_strdup(formula->str));
    node_round(node, unit->total, decimals);
    node_assume(node, score_assumes(work->season->collective->assumed, "decimals"));
    leaf_add(node, "program", work->scores->program, ORIGIN_PROGRAM, NULL, "score");
    if (unit->record)
        leaf_add(node, "program", unit->record->program, ORIGIN_PROGRAM, NULL, "check");
}

static void make_total(const ScoreWork *work, ScoreUnitWork *unit)
{
    const Rational *const components[] = {unit->quality, unit->points[0], unit->points[1], unit->points[2]};
    unit->total = score_number(work, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(components); i++)
        if (components[i])
            unit->total = rational_add(work->pool, unit->total, components[i]);
    if (unit->nodes)
        explain_total(work, unit, components, G_N_ELEMENTS(components));
    unit->out->total = rational_format_places(unit->total, (unsigned)work->season->collective->decimals);
}

/* ---- rank and eligibility ---- */

static const char *eligibility_of(const ScoreWork *work, const ScoreUnitWork *unit, const RulingRow *ruling)
{
    if (!unit->handed_in)
        return "not-handed-in";
    if (unit->submitted < work->season->case_files->minimum)
        return "below-minimum";
    return ruling ? "ineligible" : "eligible";
}

static void make_eligibility(const ScoreWork *work, ScoreUnitWork *unit)
{
    const RulingRow *ruling = score_ruling(unit, RULING_INELIGIBLE, NULL);
    Node *node =
        node_add(unit->nodes, "eligibility", NULL, unit->handed_in ? "8.2" : "8.10", "files-minimum");
    unit->out->eligibility = g_strdup(eligibility_of(work, unit, ruling));
    node_set_code(node, unit->out->eligibility);
    leaf_add(node, "handed-in", unit->handed_in ? "yes" : "no", ORIGIN_OWN, NULL, NULL);
    leaf_add_rule_int(node, "minimum", work->season->case_files->minimum, "case-files/@minimum");
    if (ruling)
        leaf_add_ruling(node, ruling);
    node_refer(node_below(node), "submitted", NULL, score_number(work, unit->submitted));
}

void score_explain_rank(const ScoreWork *work, Node *node, int64_t rank, const NodeRanked *ranked, guint at)
{
    if (!node)
        return;
    node_set(node, score_number(work, rank), g_strdup_printf("%" G_GINT64_FORMAT " + 1", (gint64)rank - 1));
    leaf_add_others(node, "better", rank - 1, ranked, 1, rank - 1, at);
}

static void make_rank(const ScoreWork *work, ScoreUnitWork *unit, int64_t rank, const NodeRanked *ranked,
                      guint at)
{
    unit->out->rank = rank;
    Node *node = node_add(unit->nodes, "rank", NULL, "8.1", NULL);
    if (rank == 0) {
        node_set_code(node, "not-handed-in");
        leaf_add(node, "handed-in", "no", ORIGIN_OWN, NULL, NULL);
        return;
    }
    score_explain_rank(work, node, rank, ranked, at);
}

/* ---- what stands beside the figures ---- */

static void explain_bulletins(const ScoreWork *work, bool given)
{
    for (guint i = 0; i < work->units->len; i++) {
        const ScoreUnitWork *unit = work->units->pdata[i];
        const ScoreUnit *out = unit->out;
        Node *node = node_add(unit->nodes, "bulletins", NULL, "3", "bulletins");
        node_set(node, score_number(work, out->bulletins), NULL);
        leaf_add_int(node, "bulletins", out->bulletins, given ? ORIGIN_TABLE : ORIGIN_OWN,
                     given ? "bulletins" : "信息/");
        node = node_add(unit->nodes, "adopted", NULL, "3", "bulletins");
        node_set(node, score_number(work, out->adopted), NULL);
        leaf_add_int(node, "adopted", out->adopted, ORIGIN_TABLE, "bulletins");
    }
}

/* From the table where there is one, else from the packages (SPEC 3). */
static void count_bulletins(const ScoreWork *work)
{
    const GPtrArray *rows = work->tables->bulletins;
    bool given = tables_has_bulletins(work->tables);
    for (guint i = 0; i < rows->len; i++) {
        const BulletinRow *row = rows->pdata[i];
        ScoreUnitWork *unit = g_hash_table_lookup(work->by_id, row->unit);
        if (!unit || !season_in_window(work->season, row->date))
            continue;
        unit->out->bulletins++;
        unit->out->adopted += row->adopted && row->adopted[0];
    }
    for (guint i = 0; !given && i < work->units->len; i++) {
        ScoreUnitWork *unit = work->units->pdata[i];
        for (guint b = 0; unit->handed_in && b < unit->record->bulletins->len; b++)
            unit->out->bulletins += season_in_window(
                work->season, ((const UnitBulletin *)unit->record->bulletins->pdata[b])->date);
    }
    explain_bulletins(work, given);
}

/* ---- groups ---- */

static const char *award_notice(const SeasonGroup *group)
{
    return strcmp(group->id, "city") == 0 ? "award-city" : "award-county";
}

static void contest_of_group(ScoreWork *work, const SeasonGroup *group, GPtrArray *units,
                             const int64_t *ranks)
{
    g_autofree ScoreContender *contenders = g_new0(ScoreContender, units->len + 1);
    for (guint i = 0; i < units->len; i++) {
        ScoreUnitWork *unit = units->pdata[i];
        ScoreUnit *out = unit->out;
        bool eligible = strcmp(out->eligibility, "eligible") == 0;
        contenders[i] = (ScoreContender){.unit = unit,
                                         .name = out->name,
                                         .eligibility = out->eligibility,
                                         .nodes = unit->nodes,
                                         .award = &out->award,
                                         .award_state = &out->award_state,
                                         .recommend_state = &out->recommend_state};
        contenders[i].place =
            (AwardContender){.rank = ranks[i], .standing = eligible ? unit->veto : AWARD_BARRED};
    }
    g_autofree char *rules = g_strdup_printf("collective/group[%s]", group->id);
    score_contest(work, contenders, units->len, group->awards, award_notice(group), rules);
}

static void score_group(ScoreWork *work, int index)
{
    g_autoptr(GPtrArray) units = g_ptr_array_new();
    for (guint i = 0; i < work->units->len; i++) {
        ScoreUnitWork *unit = work->units->pdata[i];
        if (unit->group_index == index)
            g_ptr_array_add(units, unit);
    }
    g_autofree const Rational **totals = g_new0(const Rational *, units->len + 1);
    g_autofree int64_t *ranks = g_new0(int64_t, units->len + 1);
    for (guint i = 0; i < units->len; i++) {
        ScoreUnitWork *unit = units->pdata[i];
        make_total(work, unit);
        totals[i] = unit->handed_in ? unit->total : NULL;
    }
    award_ranks(totals, units->len, ranks);
    g_autoptr(NodeRanked) ranked = node_ranked_new();
    for (guint i = 0; i < units->len; i++)
        node_ranked_add(ranked, ((const ScoreUnitWork *)units->pdata[i])->out->name, NULL, ranks[i]);
    for (guint i = 0; i < units->len; i++) {
        ScoreUnitWork *unit = units->pdata[i];
        make_rank(work, unit, ranks[i], ranked, i);
        make_eligibility(work, unit);
        unit->out->review = unit->unmarked || unit->failed ? REVIEW_INCOMPLETE : REVIEW_COMPLETE;
    }
    contest_of_group(work, work->season->collective->groups->pdata[index], units, ranks);
    for (guint i = 0; i < units->len; i++) {
        ScoreUnitWork *unit = units->pdata[i];
        score_explain_rulings(work, unit, NULL, unit->nodes);
    }
}

void score_groups(ScoreWork *work)
{
    for (guint g = 0; g < work->season->collective->groups->len; g++)
        score_group(work, (int)g);
    if (!work->figures_only)
        count_bulletins(work);
}
