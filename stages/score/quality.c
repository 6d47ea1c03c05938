/* Case files: slots, marks, points for quality (SPEC 8.2, 8.3). */
#include "score_steps.h"

#include "docnumber.h"
#include "score_node.h"
#include "slots.h"
#include "text.h"

#define MEAN_PLACES 4

const GPtrArray *score_marks_of(const ScoreUnitWork *unit, const UnitCase *file)
{
    const GPtrArray *marks = file->key ? g_hash_table_lookup(unit->rows->reviews, file->key) : NULL;
    if (marks)
        return marks;
    g_autofree char *folded = text_fold(file->name);
    marks = g_hash_table_lookup(unit->rows->reviews, folded);
    if (marks)
        return marks;
    g_autofree char *number = docnumber_key(file->name);
    return number && !file->key ? g_hash_table_lookup(unit->rows->reviews, number) : NULL;
}

static const Rational *mean_of(const ScoreWork *work, const GPtrArray *marks)
{
    if (!marks || marks->len == 0)
        return NULL;
    RationalSum *sum = rational_sum_new();
    for (guint i = 0; i < marks->len; i++)
        rational_sum_add(sum, ((const ReviewRow *)marks->pdata[i])->mark);
    return rational_div(work->pool, rational_sum_take(sum, work->pool), score_number(work, marks->len));
}

/* ---- derivation of a slot ---- */

/* Names the marks; returns their mean as it is reckoned, which the caller frees. */
static char *explain_marks(Node *node, const GPtrArray *marks)
{
    GString *formula = g_string_new(NULL);
    for (guint i = 0; marks && i < marks->len; i++) {
        const ReviewRow *review = marks->pdata[i];
        leaf_add_decimal(node, "mark", review->mark, review->place, review->expert);
        g_autofree char *text = decimal_format(review->mark);
        formula_term(formula, text);
    }
    if (marks && marks->len > 1) {
        g_string_prepend_c(formula, '(');
        g_string_append_printf(formula, ")/%u", marks->len);
    }
    return g_string_free(formula, FALSE);
}

static void explain_valid(const ScoreUnitWork *unit, const SlotEntry *slot, Node *node)
{
    for (guint i = 0; i < unit->rows->rulings->len; i++) {
        const RulingRow *ruling = unit->rows->rulings->pdata[i];
        if (ruling->type == RULING_FILE_VALID && slot->casefile->key &&
            g_strcmp0(ruling->key, slot->casefile->key) == 0)
            leaf_add_ruling(node, ruling);
    }
}

static void explain_zero(const ScoreWork *work, const SlotEntry *slot, Node *node)
{
    const UnitCase *file = slot->casefile;
    if (slot->state == SLOT_OUTSIDE) {
        g_autofree char *date = day_format(file->date);
        g_autofree char *from = day_format(work->season->window->from),
                        *to = day_format(work->season->window->to);
        g_autofree char *window = g_strdup_printf("%s %s", from, to);
        leaf_add(node, "date", date, ORIGIN_OWN, file->file, file->name);
        leaf_add_rule(node, "window", window, "window");
        node_set_code(node, "out-of-window");
    } else if (slot->state == SLOT_REPEATED) {
        leaf_add(node, "casefile", slot->repeats->name, ORIGIN_OWN, slot->repeats->file,
                 slot->repeats->number);
        node_set_code(node, "repeated-number");
    } else {
        node_set_code(node, "unmarked");
    }
    node_round(node, score_number(work, 0), 0);
}

/* The file in a slot, and the marks from which its mean was made. */
static void explain_filled(const ScoreWork *work, const ScoreUnitWork *unit, guint index, Node *node)
{
    const SlotEntry *slot = unit->slots->pdata[index];
    const Rational *mean = unit->means->pdata[index];
    leaf_add(node, "number", slot->casefile->number ? slot->casefile->number : "", ORIGIN_OWN,
             slot->casefile->file, slot->casefile->name);
    explain_valid(unit, slot, node);
    g_autofree char *formula = explain_marks(node, unit->marks->pdata[index]);
    if (slot->state == SLOT_COUNTS && mean) {
        node_set(node, mean, g_steal_pointer(&formula));
        node_round(node, mean, MEAN_PLACES);
    } else {
        explain_zero(work, slot, node);
    }
}

/* ---- the average ---- */

/* Index of the file at a position, or -1. */
static int file_at(const ScoreUnitWork *unit, int kind, int64_t position)
{
    for (guint i = 0; i < unit->slots->len; i++) {
        const SlotEntry *slot = unit->slots->pdata[i];
        if (slot->casefile->kind == kind && slot->position == position && !slot->extra)
            return (int)i;
    }
    return -1;
}

/* The mark that counts in a slot; INDEX: of the file in it, -1 when it is empty. */
static const Rational *mark_at(const ScoreWork *work, const ScoreUnitWork *unit, int index)
{
    const SlotEntry *slot = index >= 0 ? unit->slots->pdata[index] : NULL;
    bool counts = slot && slot->state == SLOT_COUNTS && unit->means->pdata[index];
    return counts ? unit->means->pdata[index] : score_number(work, 0);
}

static void explain_slot(const ScoreWork *work, const ScoreUnitWork *unit, int kind, int64_t position,
                         int index, GPtrArray *nodes)
{
    g_autofree char *object = g_strdup_printf("%s-%" G_GINT64_FORMAT, kind_ids[kind], (gint64)position);
    Node *node = node_add(nodes, "slot", object, "8.3", "files");
    if (index >= 0) {
        explain_filled(work, unit, (guint)index, node);
    } else {
        node_set_code(node, "empty");
        node_round(node, score_number(work, 0), 0);
    }
}

static void make_average(const ScoreWork *work, ScoreUnitWork *unit, Node *node)
{
    const GPtrArray *kinds = work->season->case_files->slots;
    const Rational *sum = score_number(work, 0);
    g_autoptr(GString) formula = node ? g_string_new(NULL) : NULL;
    for (guint k = 0; k < kinds->len; k++) {
        const SeasonSlot *kind = kinds->pdata[k];
        for (int64_t position = 1; position <= kind->count; position++) {
            int index = file_at(unit, kind->kind, position);
            const Rational *mark = mark_at(work, unit, index);
            sum = rational_add(work->pool, sum, mark);
            if (!node)
                continue;
            explain_slot(work, unit, kind->kind, position, index, node->nodes);
            formula_term_number(formula, mark);
        }
    }
    int64_t slots = season_slots_total(work->season);
    unit->average = rational_div(work->pool, sum, score_number(work, slots));
    if (!node)
        return;
    node_set(node, unit->average, g_strdup_printf("(%s)/%" G_GINT64_FORMAT, formula->str, (gint64)slots));
    node_round(node, unit->average, MEAN_PLACES);
    leaf_add_rule_int(node, "slots", slots, "case-files/slot/@count");
    score_explain_refusals(unit, node);
}

/* ---- points ---- */

/* The ruling that makes the points 0, or NULL (8.3). */
static const RulingRow *zeroing_ruling(const ScoreWork *work, const ScoreUnitWork *unit)
{
    for (guint i = 0; i < unit->rows->rulings->len; i++) {
        const RulingRow *ruling = unit->rows->rulings->pdata[i];
        bool zeroes = ruling->type == RULING_OVERTURNED || ruling->type == RULING_FORGED;
        if (zeroes && (ruling->fact == DAY_NONE || season_in_window(work->season, ruling->fact)))
            return ruling;
    }
    return NULL;
}

static void explain_points(const ScoreWork *work, const ScoreUnitWork *unit, const RulingRow *zeroing,
                           const Rational *exact, Node *node)
{
    const SeasonCollective *rules = work->season->collective;
    char *formula = g_strdup("0");
    if (zeroing) {
        leaf_add_ruling(node, zeroing);
        node->notice = "quality-zero";
    } else {
        g_autofree char *average = rational_format_short(unit->average),
                        *max = decimal_format(rules->quality->max);
        g_free(formula);
        formula = g_strdup_printf("%s/100 × %s", average, max);
    }
    node_set(node, exact, formula);
    node_round(node, exact, (unsigned)rules->decimals);
}

static void make_points(const ScoreWork *work, ScoreUnitWork *unit)
{
    const SeasonCollective *rules = work->season->collective;
    Node *node = node_add(unit->nodes, "quality", NULL, "8.3", "quality");
    node_assume(node, score_assumes(rules->quality->assumed, "max"));
    leaf_add_rule_decimal(node, "max", rules->quality->max, "collective/quality/@max");
    leaf_add_rule_int(node, "decimals", rules->decimals, "collective/@decimals");
    make_average(work, unit, node_add(node_below(node), "average", NULL, "8.3", "quality"));
    const RulingRow *zeroing = zeroing_ruling(work, unit);
    const Rational *exact = score_number(work, 0);
    if (!zeroing) {
        const Rational *max = rational_from_decimal(work->pool, rules->quality->max);
        exact =
            rational_div(work->pool, rational_mul(work->pool, unit->average, max), score_number(work, 100));
    }
    if (node)
        explain_points(work, unit, zeroing, exact, node);
    unit->quality = rational_round(work->pool, exact, (unsigned)rules->decimals);
}

static void explain_submitted(const ScoreWork *work, const ScoreUnitWork *unit)
{
    Node *node = node_add(unit->nodes, "submitted", NULL, "8.2", "files-minimum");
    if (!node)
        return;
    node_set(node, score_number(work, unit->submitted), NULL);
    for (guint i = 0; i < unit->slots->len; i++) {
        const SlotEntry *slot = unit->slots->pdata[i];
        if (!slot->submitted)
            continue;
        leaf_add(node, "casefile", slot->casefile->number, ORIGIN_OWN, slot->casefile->file,
                 slot->casefile->name);
        explain_valid(unit, slot, node);
    }
    score_explain_refusals(unit, node);
}

static void find_unmarked(const ScoreWork *work, ScoreUnitWork *unit)
{
    for (guint i = 0; i < unit->slots->len; i++) {
        const SlotEntry *slot = unit->slots->pdata[i];
        if (slot->position == 0 || slot->extra || unit->means->pdata[i])
            continue;
        unit->unmarked = true;
        if (work->figures_only)
            continue;
        Finding *finding = score_finding(work, unit, "DAT-003", NULL, slot->casefile->name, NULL);
        finding_param(finding, "object",
                      slot->casefile->number ? slot->casefile->number : slot->casefile->name);
    }
}

static void quality_of_unit(const ScoreWork *work, ScoreUnitWork *unit)
{
    g_autoptr(GPtrArray) nothing = g_ptr_array_new();
    const GPtrArray *files = unit->handed_in ? unit->record->casefiles : nothing;
    g_autoptr(GHashTable) valid = score_ruled_keys(unit, RULING_FILE_VALID),
                          refused = score_ruled_keys(unit, RULING_FILE_REFUSED);
    const SlotRulings rulings = {valid, refused};
    unit->slots = slots_assign(work->season, unit->row->id, files, &rulings);
    unit->marks = g_ptr_array_new();
    unit->means = g_ptr_array_new();
    for (guint i = 0; i < files->len; i++) {
        const GPtrArray *marks = score_marks_of(unit, files->pdata[i]);
        g_ptr_array_add(unit->marks, (gpointer)marks);
        g_ptr_array_add(unit->means, (gpointer)mean_of(work, marks));
    }
    unit->submitted = slots_submitted(unit->slots);
    make_points(work, unit);
    explain_submitted(work, unit);
    find_unmarked(work, unit);
    unit->out->submitted = unit->submitted;
    unit->out->average = rational_format_places(unit->average, MEAN_PLACES);
    unit->out->quality = rational_format_places(unit->quality, (unsigned)work->season->collective->decimals);
}

void score_quality(ScoreWork *work)
{
    for (guint i = 0; i < work->units->len; i++)
        quality_of_unit(work, work->units->pdata[i]);
}
