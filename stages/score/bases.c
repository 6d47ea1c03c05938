/* Shares, totals, bases and the points for quantity (SPEC 8.5). */
#include "score_steps.h"

#include "score_node.h"

#define RATIO_PLACES 4
#define MONEY_PLACES 2

static const char *const point_ids[] = {"cases-points", "fines-points", "major-points"};
static const char *const total_ids[] = {"cases-total", "fines-total", "major-total"};
static const char *const point_notices[] = {"cases", "fines", "major"};
static const char *const base_notices[] = {"base-cases", "base-fines", "base-major"};

/* Sums over the units of one scope: the city, or a group where totals="group". */
typedef struct {
    const Rational *listed[INDICATOR_COUNT], *value[INDICATOR_COUNT];
} Totals;

/* What the points of one unit for one indicator are made from. */
typedef struct {
    ScoreWork *work;
    ScoreUnitWork *unit;
    Indicator indicator;
    const SeasonPoints *rule;
    const Totals *totals;
    const Rational *base, *ratio, *points; /* ratio NULL where the base is 0; points exact */
} Reckoning;

static const SeasonPoints *points_rule(const SeasonQuantity *rules, Indicator indicator)
{
    const SeasonPoints *const all[] = {rules->cases, rules->fines, rules->major};
    return all[indicator];
}

/* Cases and major cases are counted; money has two decimals. */
static char *format_value(Indicator indicator, const Rational *value)
{
    return indicator == INDICATOR_FINES ? rational_format_places(value, MONEY_PLACES)
                                        : rational_format(value);
}

/* ---- share ---- */

static const Rational *share_of(const ScoreWork *work, const ScoreUnitWork *unit)
{
    if (unit->row->share_percent.set)
        return rational_div(work->pool, rational_from_decimal(work->pool, unit->row->share_percent),
                            score_number(work, 100));
    if (work->sorted->enterprises == 0)
        return score_number(work, 0);
    return rational_from_ratio(work->pool, unit->rows->enterprises->len, work->sorted->enterprises);
}

static const Rational *percent(const ScoreWork *work, const Rational *share)
{
    return rational_mul(work->pool, share, score_number(work, 100));
}

static void explain_share(const ScoreWork *work, const ScoreUnitWork *unit, const Rational *printed,
                          Node *node)
{
    if (unit->row->share_percent.set) {
        g_autofree char *given = decimal_format(unit->row->share_percent);
        node_set(node, unit->share, g_strdup_printf("%s/100", given));
        leaf_add(node, "override", given, ORIGIN_TABLE, unit->row->place, NULL);
    } else {
        bool none = work->sorted->enterprises == 0;
        node_set(node, unit->share,
                 none ? g_strdup("0")
                      : g_strdup_printf("%u/%" G_GINT64_FORMAT, unit->rows->enterprises->len,
                                        (gint64)work->sorted->enterprises));
        for (guint i = 0; i < unit->rows->enterprises->len; i++) {
            const EnterpriseRow *row = unit->rows->enterprises->pdata[i];
            leaf_add(node, "enterprise", row->categories, ORIGIN_TABLE, row->place, row->name);
        }
        leaf_add_int(node, "enterprises-total", work->sorted->enterprises, ORIGIN_TABLE, "enterprises");
    }
    node_round(node, printed, RATIO_PLACES);
}

static void make_share(const ScoreWork *work, ScoreUnitWork *unit)
{
    Node *node = node_add(unit->nodes, "share", NULL, "8.5", "share");
    unit->share = share_of(work, unit);
    const Rational *printed = percent(work, unit->share);
    if (node)
        explain_share(work, unit, printed, node);
    unit->out->share_percent = rational_format_places(printed, RATIO_PLACES);
}

/* ---- totals ---- */

static void totals_add(const ScoreWork *work, Totals *totals, const ScoreUnitWork *unit)
{
    for (int i = 0; i < INDICATOR_COUNT; i++) {
        totals->listed[i] = totals->listed[i] ? rational_add(work->pool, totals->listed[i], unit->listed[i])
                                              : unit->listed[i];
        totals->value[i] =
            totals->value[i] ? rational_add(work->pool, totals->value[i], unit->value[i]) : unit->value[i];
    }
}

/* One Totals a scope: with totals="all" a single one, else one a group; the caller frees. */
static Totals *totals_new(const ScoreWork *work, bool by_group)
{
    guint groups = work->season->collective->groups->len;
    Totals *totals = g_new0(Totals, groups + 1);
    for (guint i = 0; i < work->units->len; i++) {
        const ScoreUnitWork *unit = work->units->pdata[i];
        totals_add(work, &totals[by_group ? unit->group_index : 0], unit);
    }
    return totals;
}

/* The totals with every unit's part, once for the whole record. */
static void explain_totals(const ScoreWork *work, const Totals *totals, int scope, const char *group)
{
    for (int indicator = 0; indicator < INDICATOR_COUNT; indicator++) {
        if (!totals->value[indicator])
            continue;
        Node *node =
            node_add(work->nodes, total_ids[indicator], group, "8.5", base_notices[indicator]);
        if (!node)
            return;
        node_set(node, totals->value[indicator], NULL);
        node->rounded = record_keep_taken(format_value((Indicator)indicator, totals->value[indicator]));
        for (guint i = 0; i < work->units->len; i++) {
            const ScoreUnitWork *unit = work->units->pdata[i];
            g_autofree char *value = format_value((Indicator)indicator, unit->value[indicator]);
            bool listed = rational_sign(unit->listed[indicator]) > 0;
            if (listed && (!group || unit->group_index == scope))
                leaf_add(node, indicator_ids[indicator], value, ORIGIN_OTHER, "cases", unit->row->id);
        }
    }
}

/* In a unit's own derivation the others' part stands as what the table lists for them less what of it does
 * not count. */
static void explain_total(const Reckoning *r, GPtrArray *nodes)
{
    RationalPool *pool = r->work->pool;
    const Rational *own = r->unit->value[r->indicator], *all = r->totals->value[r->indicator];
    const Rational *others =
        rational_sub(pool, r->totals->listed[r->indicator], r->unit->listed[r->indicator]);
    const Rational *left_out = rational_sub(pool, rational_add(pool, own, others), all);
    bool by_group = r->work->season->collective->quantity->totals == TOTALS_GROUP;
    Node *node = node_add(nodes, total_ids[r->indicator], by_group ? r->unit->group->id : NULL, "8.5",
                          base_notices[r->indicator]);
    node_assume(node, score_assumes(r->work->season->collective->quantity->assumed, "totals"));
    g_autofree char *a = rational_format_short(own), *b = rational_format_short(others),
                    *c = rational_format_short(left_out);
    node_set(node, all,
             rational_sign(left_out) ? g_strdup_printf("%s + %s - %s", a, b, c)
                                     : g_strdup_printf("%s + %s", a, b));
    node->rounded = record_keep_taken(format_value(r->indicator, all));
    leaf_add_rule(node, "totals", by_group ? "group" : "all", "collective/quantity/@totals");
    leaf_add(node, "others-listed", b, ORIGIN_TABLE, "cases", NULL);
    if (rational_sign(left_out))
        leaf_add(node, "others-left-out", c, ORIGIN_OTHER, NULL, NULL);
    node_refer(node->nodes, indicator_ids[r->indicator], NULL, own);
}

/* ---- points ---- */

/* Where full-at and zero-at are one, or between="step", the points follow from comparing; else from a
 * straight line. */
static const Rational *points_for_ratio(const Reckoning *r)
{
    RationalPool *pool = r->work->pool;
    const SeasonQuantity *rules = r->work->season->collective->quantity;
    const Rational *max = rational_from_decimal(pool, r->rule->max), *zero = score_number(r->work, 0);
    const Rational *full_at = rational_from_decimal(pool, rules->full_at),
                   *zero_at = rational_from_decimal(pool, rules->zero_at);
    bool above = rational_compare(r->ratio, full_at) > 0, below = rational_compare(r->ratio, zero_at) < 0;
    if (rational_compare(full_at, zero_at) == 0)
        return above ? max : zero;
    if (rules->between == BETWEEN_STEP)
        return above ? max : below ? zero : rational_div(pool, max, score_number(r->work, 2));
    const Rational *part =
        rational_div(pool, rational_sub(pool, r->ratio, zero_at), rational_sub(pool, full_at, zero_at));
    return rational_mul(pool, max, rational_clamp(part, zero, score_number(r->work, 1)));
}

/* The same as a formula.  Caller frees. */
static char *formula_for_ratio(const Reckoning *r)
{
    const SeasonQuantity *rules = r->work->season->collective->quantity;
    RationalPool *pool = r->work->pool;
    g_autofree char *ratio = rational_format_short(r->ratio), *most = decimal_format(r->rule->max);
    g_autofree char *full = decimal_format(rules->full_at), *none = decimal_format(rules->zero_at);
    bool above = rational_compare(r->ratio, rational_from_decimal(pool, rules->full_at)) > 0;
    bool below = rational_compare(r->ratio, rational_from_decimal(pool, rules->zero_at)) < 0;
    if (decimal_compare(rules->full_at, rules->zero_at) == 0)
        return above ? g_strdup_printf("%s > %s: %s", ratio, full, most)
                     : g_strdup_printf("%s ≤ %s: 0", ratio, full);
    if (rules->between == BETWEEN_STEP)
        return above   ? g_strdup_printf("%s > %s: %s", ratio, full, most)
               : below ? g_strdup_printf("%s < %s: 0", ratio, none)
                       : g_strdup_printf("%s ≤ %s ≤ %s: %s/2", none, ratio, full, most);
    return g_strdup_printf("%s × clamp((%s - %s)/(%s - %s), 0, 1)", most, ratio, none, full, none);
}

/* Without a base: whatever there is, is above it. */
static bool is_full_without_base(const Reckoning *r)
{
    return r->unit->handed_in && rational_sign(r->totals->value[r->indicator]) > 0 &&
           rational_sign(r->unit->value[r->indicator]) > 0;
}

/* The exact points. */
static const Rational *points_of(const Reckoning *r)
{
    if (r->unit->handed_in && r->ratio)
        return points_for_ratio(r);
    return is_full_without_base(r) ? rational_from_decimal(r->work->pool, r->rule->max)
                                   : score_number(r->work, 0);
}

/* How they came about.  Caller frees. */
static char *points_formula(const Reckoning *r)
{
    if (r->unit->handed_in && r->ratio)
        return formula_for_ratio(r);
    if (!is_full_without_base(r))
        return g_strdup("0");
    g_autofree char *actual = rational_format_short(r->unit->value[r->indicator]),
                    *most = decimal_format(r->rule->max);
    return g_strdup_printf("%s > 0: %s", actual, most);
}

static bool rests_on_assumed(const Reckoning *r)
{
    const char *assumed = r->work->season->collective->quantity->assumed;
    return score_assumes(r->rule->assumed, "max") || score_assumes(assumed, "full-at") ||
           score_assumes(assumed, "zero-at") || score_assumes(assumed, "between");
}

static void explain_base(const Reckoning *r, GPtrArray *nodes)
{
    Node *node = node_add(nodes, "base", indicator_ids[r->indicator], "8.5", base_notices[r->indicator]);
    g_autofree char *total = rational_format_short(r->totals->value[r->indicator]),
                    *share = rational_format_short(r->unit->share);
    node_set(node, r->base, g_strdup_printf("%s × %s", total, share));
    node_round(node, r->base, RATIO_PLACES);
    explain_total(r, node->nodes);
    node_refer(node->nodes, "share", NULL, r->unit->share);
}

static void explain_points(const Reckoning *r, Node *node)
{
    const SeasonCollective *rules = r->work->season->collective;
    g_autofree char *max_path = g_strdup_printf("collective/quantity/%s/@max", indicator_ids[r->indicator]);
    node_assume(node, rests_on_assumed(r));
    node_set(node, r->points, points_formula(r));
    node_round(node, r->points, (unsigned)rules->decimals);
    leaf_add_rule_decimal(node, "max", r->rule->max, max_path);
    leaf_add_rule_decimal(node, "full-at", rules->quantity->full_at, "collective/quantity/@full-at");
    leaf_add_rule_decimal(node, "zero-at", rules->quantity->zero_at, "collective/quantity/@zero-at");
    leaf_add_rule(node, "between", rules->quantity->between == BETWEEN_STEP ? "step" : "linear",
                  "collective/quantity/@between");
    leaf_add_rule_int(node, "decimals", rules->decimals, "collective/@decimals");
    if (!r->unit->handed_in)
        leaf_add(node, "left-out", "not-handed-in", ORIGIN_OWN, NULL, NULL);
    Node *ratio = node;
    if (r->ratio) {
        ratio = node_add(node->nodes, "ratio", indicator_ids[r->indicator], "8.5", NULL);
        g_autofree char *value = rational_format_short(r->unit->value[r->indicator]),
                        *base = rational_format_short(r->base);
        node_set(ratio, r->ratio, g_strdup_printf(strchr(base, '/') ? "%s/(%s)" : "%s/%s", value, base));
        node_round(ratio, r->ratio, RATIO_PLACES);
    }
    node_refer(ratio->nodes, indicator_ids[r->indicator], NULL, r->unit->value[r->indicator]);
    explain_base(r, ratio->nodes);
}

/* ---- output ---- */

static void add_baseline(const Reckoning *r, const char *points)
{
    ScoreBaseline *row = record_add(r->work->scores->baselines, &score_baseline_type);
    row->unit = g_strdup(r->unit->row->id);
    row->enterprises = r->unit->rows->enterprises->len;
    row->enterprises_total = r->work->sorted->enterprises;
    row->share_percent = g_strdup(r->unit->out->share_percent);
    row->indicator = g_strdup(indicator_ids[r->indicator]);
    row->total = format_value(r->indicator, r->totals->value[r->indicator]);
    row->base = rational_format_places(r->base, RATIO_PLACES);
    row->actual = format_value(r->indicator, r->unit->value[r->indicator]);
    row->ratio = r->ratio ? rational_format_places(r->ratio, RATIO_PLACES) : NULL;
    row->points = g_strdup(points);
}

static void reckon(Reckoning *r)
{
    ScoreUnit *out = r->unit->out;
    char **printed_points[] = {&out->cases_points, &out->fines_points, &out->major_points};
    char **printed_bases[] = {&out->base_cases, &out->base_fines, &out->base_major};
    unsigned decimals = (unsigned)r->work->season->collective->decimals;
    r->base = rational_mul(r->work->pool, r->totals->value[r->indicator], r->unit->share);
    if (rational_sign(r->base) > 0)
        r->ratio = rational_div(r->work->pool, r->unit->value[r->indicator], r->base);
    r->points = points_of(r);
    r->unit->points[r->indicator] = rational_round(r->work->pool, r->points, decimals);
    if (r->work->figures_only)
        return;
    explain_points(r, node_add(r->unit->nodes, point_ids[r->indicator], NULL, "8.5",
                               point_notices[r->indicator]));
    *printed_points[r->indicator] = rational_format_places(r->points, decimals);
    *printed_bases[r->indicator] = rational_format_places(r->base, RATIO_PLACES);
    add_baseline(r, *printed_points[r->indicator]);
    if (r->ratio)
        return;
    bool none = rational_sign(r->totals->value[r->indicator]) == 0; /* whatever the shares are */
    Finding *finding = score_finding(r->work, r->unit, "DAT-005", none ? "total" : NULL, NULL, NULL);
    finding_param(finding, "indicator", indicator_ids[r->indicator]);
    finding_param(finding, "points", *printed_points[r->indicator]);
}

void score_bases(ScoreWork *work)
{
    const SeasonQuantity *rules = work->season->collective->quantity;
    bool by_group = rules->totals == TOTALS_GROUP;
    g_autofree Totals *totals = totals_new(work, by_group);
    for (guint g = 0; g < (by_group ? work->season->collective->groups->len : 1); g++) {
        const SeasonGroup *group = by_group ? work->season->collective->groups->pdata[g] : NULL;
        explain_totals(work, &totals[g], (int)g, group ? group->id : NULL);
    }
    for (guint i = 0; i < work->units->len; i++) {
        ScoreUnitWork *unit = work->units->pdata[i];
        make_share(work, unit);
        for (int indicator = 0;
             unit->group && unit->group->quantity == QUANTITY_BASE && indicator < INDICATOR_COUNT;
             indicator++) {
            Reckoning r = {.work = work,
                           .unit = unit,
                           .indicator = (Indicator)indicator,
                           .rule = points_rule(rules, (Indicator)indicator),
                           .totals = &totals[by_group ? unit->group_index : 0]};
            reckon(&r);
        }
    }
}
