/* The environment veto (SPEC 8.6). */
#include "score_steps.h"

#include <string.h>

#include "score_node.h"
#include "text.h"

typedef struct {
    bool pm10, pm25, water;      /* known to have got worse */
    bool air_known, water_known; /* all that the veto looks at is there */
} Worsening;

static bool got_worse(Decimal before, Decimal after)
{
    return before.set && after.set && decimal_compare(after, before) > 0;
}

static void leaf_pair(Node *node, const char *name, const char *before, const char *after, const char *source,
                      const char *object)
{
    if (!node)
        return;
    g_autofree char *value = g_strdup_printf("%s %s", before[0] ? before : "-", after[0] ? after : "-");
    leaf_add(node, name, value, ORIGIN_TABLE, source, object);
}

static void leaf_pair_decimal(Node *node, const char *name, Decimal before, Decimal after, const char *source)
{
    if (!node)
        return;
    g_autofree char *a = decimal_format(before), *b = decimal_format(after);
    leaf_pair(node, name, a, b, source, NULL);
}

static void look_at_air(const ScoreUnitWork *unit, Worsening *w, Node *node)
{
    for (guint i = 0; i < unit->rows->air->len; i++) {
        const AirRow *row = unit->rows->air->pdata[i];
        w->pm10 |= got_worse(row->pm10_2015, row->pm10_2016);
        w->pm25 |= got_worse(row->pm25_2015, row->pm25_2016);
        w->air_known |= row->pm10_2015.set && row->pm10_2016.set && row->pm25_2015.set && row->pm25_2016.set;
        leaf_pair_decimal(node, "pm10", row->pm10_2015, row->pm10_2016, row->place);
        leaf_pair_decimal(node, "pm25", row->pm25_2015, row->pm25_2016, row->place);
    }
}

static void look_at_water(const ScoreUnitWork *unit, Worsening *w, Node *node)
{
    for (guint i = 0; i < unit->rows->water->len; i++) {
        const WaterRow *row = unit->rows->water->pdata[i];
        w->water_known = true;
        if (row->none) {
            leaf_add(node, "water", "none", ORIGIN_TABLE, row->place, row->section);
            continue;
        }
        bool worse = row->class_2016 > row->class_2015;
        w->water |= worse && !row->external;
        char before[24], after[24];
        g_snprintf(before, sizeof before, "%" G_GINT64_FORMAT, (gint64)row->class_2015);
        g_snprintf(after, sizeof after, "%" G_GINT64_FORMAT, (gint64)row->class_2016);
        leaf_pair(node, "water", before, after, row->place, row->section);
        if (worse)
            leaf_add(node, "external", row->external ? "yes" : "no", ORIGIN_TABLE, row->place, row->section);
    }
}

/* True when A was decided after B; of two of one day the greater number stands, so that the order of rows never matters. */
static bool is_later(const RulingRow *a, const RulingRow *b)
{
    if (a->ruled != b->ruled)
        return a->ruled > b->ruled;
    return text_compare_natural(a->id ? a->id : "", b->id ? b->id : "") > 0;
}

/* The ruling that settles the veto, the one decided last; NULL without one. */
static const RulingRow *settling_ruling(const ScoreUnitWork *unit)
{
    const RulingRow *last = NULL;
    for (guint i = 0; i < unit->rows->rulings->len; i++) {
        const RulingRow *ruling = unit->rows->rulings->pdata[i];
        bool settles = ruling->type == RULING_VETO_UPHELD || ruling->type == RULING_VETO_DENIED;
        if (settles && (!last || is_later(ruling, last)))
            last = ruling;
    }
    return last;
}

static void add_code(ScoreUnitWork *unit, bool add, const char *code)
{
    if (add)
        g_ptr_array_add(unit->out->vetoes, g_strdup(code));
}

static void find_missing(const ScoreWork *work, const ScoreUnitWork *unit, const Worsening *w)
{
    if (work->figures_only)
        return;
    Finding *finding = score_finding(work, unit, "DAT-004", NULL, NULL, NULL);
    finding_param(finding, "missing", w->air_known ? "water" : w->water_known ? "air" : "air water");
}

static void veto_of_unit(const ScoreWork *work, ScoreUnitWork *unit)
{
    Worsening w = {0};
    Node *node = node_add(unit->nodes, "veto", NULL, "8.6", "veto-air");
    look_at_air(unit, &w, node);
    look_at_water(unit, &w, node);
    const RulingRow *ruling = settling_ruling(unit);
    bool measured = w.pm10 || w.pm25 || w.water, denied = ruling && ruling->type == RULING_VETO_DENIED;
    if (node && !w.pm10 && !w.pm25 && w.water)
        node->notice = "veto-water";
    if (ruling)
        leaf_add_ruling(node, ruling);
    if (!denied) {
        add_code(unit, w.pm10, "pm10");
        add_code(unit, w.pm25, "pm25");
        add_code(unit, w.water, "water");
        add_code(unit, ruling && !measured, "upheld");
        unit->veto = measured || ruling             ? AWARD_VETOED
                     : w.air_known && w.water_known ? AWARD_CLEAR
                                                    : AWARD_UNDECIDED;
    }
    if (unit->veto == AWARD_UNDECIDED) {
        add_code(unit, true, "undecided");
        find_missing(work, unit, &w);
    }
    g_ptr_array_add(unit->out->vetoes, NULL);
    g_autofree char *codes = g_strjoinv(" ", (char **)unit->out->vetoes->pdata);
    g_ptr_array_set_size(unit->out->vetoes, (gint)unit->out->vetoes->len - 1);
    node_set_code(node, codes[0] ? codes : "no");
}

void score_vetoes(ScoreWork *work)
{
    for (guint i = 0; i < work->units->len; i++) {
        ScoreUnitWork *unit = work->units->pdata[i];
        if (unit->group && unit->group->environment_veto)
            veto_of_unit(work, unit);
    }
}
