/* Counted cases: which rows count, and cases, fines and major cases of each unit (SPEC 8.4). */
#include "score_steps.h"

#include <string.h>

#include "score_node.h"
#include "text.h"

#define TERMS_MAX 24 /* a sum of more amounts is not written out: its leaves are the list */

/* Why a row does not count whoever handed in what; NULL when it may. */
static const char *out_of_scope(const ScoreWork *work, const CaseRow *row)
{
    if (!season_in_window(work->season, row->date))
        return "out-of-window";
    return row->kind == KIND_ENFORCEMENT ? "enforcement" : NULL;
}

/* Why a row in scope does not count; NULL when it counts. */
static const char *left_out(const ScoreWork *work, const ScoreUnitWork *unit, const CaseRow *row)
{
    if (!unit->handed_in)
        return "not-handed-in";
    bool required = work->season->collective->quantity->evidence == EVIDENCE_REQUIRED;
    return required && !g_hash_table_contains(unit->evidence, row->key) ? "no-evidence" : NULL;
}

/* ---- evidence ---- */

/* A row whose only scans lie in case files that are as if not handed in (8.9) has none: they are withheld. */
static void collect_evidence(ScoreUnitWork *unit)
{
    for (guint i = 0; i < unit->record->evidence->len; i++) {
        const Evidence *evidence = unit->record->evidence->pdata[i];
        bool refused = score_is_refused(unit, evidence->casefile);
        GHashTable *paths = refused ? unit->withheld : unit->evidence;
        if (!g_hash_table_contains(paths, evidence->key))
            g_hash_table_insert(paths, evidence->key, evidence->path);
    }
}

/* True when a ruling, not the unit's package, is why ROW lacks evidence. */
static bool is_withheld(const ScoreUnitWork *unit, const CaseRow *row)
{
    return g_hash_table_contains(unit->withheld, row->key) && !g_hash_table_contains(unit->evidence, row->key);
}

/* ---- tallies: the three indicators over some rows, each thing once ---- */

/* The first row of each thing, in table order; for fines the first with an amount. */
typedef struct {
    const GPtrArray *cases; /* all rows of the unit, */
    const CaseRef *refs;    /* and what they are about */
    guint8 *seen;           /* a bit an indicator, at the first row about the thing */
    GPtrArray *rows[INDICATOR_COUNT];
} Tally;

static void tally_init(Tally *tally, const UnitRows *rows)
{
    tally->cases = rows->cases;
    tally->refs = rows->refs;
    tally->seen = g_new0(guint8, rows->cases->len + 1);
    for (int i = 0; i < INDICATOR_COUNT; i++)
        tally->rows[i] = g_ptr_array_new();
}

static void tally_clear(Tally *tally)
{
    g_free(tally->seen);
    for (int i = 0; i < INDICATOR_COUNT; i++)
        g_ptr_array_unref(tally->rows[i]);
}

static void tally_once(Tally *tally, Indicator indicator, guint index)
{
    guint8 *seen = &tally->seen[tally->refs[index].same[indicator]];
    if (!(*seen & 1u << indicator))
        g_ptr_array_add(tally->rows[indicator], tally->cases->pdata[index]);
    *seen |= (guint8)(1u << indicator);
}

static void tally_row(Tally *tally, guint index)
{
    const CaseRow *row = tally->cases->pdata[index];
    tally_once(tally, INDICATOR_CASES, index);
    if (row->fine_yuan.set)
        tally_once(tally, INDICATOR_FINES, index);
    if (kind_is_major((Kind)row->kind))
        tally_once(tally, INDICATOR_MAJOR, index);
}

static const Rational *tally_value(const ScoreWork *work, const Tally *tally, Indicator indicator)
{
    const GPtrArray *rows = tally->rows[indicator];
    if (indicator != INDICATOR_FINES)
        return score_number(work, rows->len);
    RationalSum *sum = rational_sum_new();
    for (guint i = 0; i < rows->len; i++)
        rational_sum_add(sum, ((const CaseRow *)rows->pdata[i])->fine_yuan);
    return rational_sum_take(sum, work->pool);
}

/* ---- derivation ---- */

/* The rows in scope, one leaf each, which the three indicators refer to.  Those that do not count stand
 * there, too, so that a row which only lacks evidence or a package shows which of the two changed. */
static Node *explain_rows(const ScoreWork *work, const ScoreUnitWork *unit)
{
    Node *node = node_add(unit->nodes, "rows", NULL, "8.4", "data");
    node_assume(node, score_assumes(work->season->collective->quantity->assumed, "evidence"));
    leaf_add_rule(node, "evidence",
                  work->season->collective->quantity->evidence == EVIDENCE_REQUIRED ? "required" : "advisory",
                  "collective/quantity/@evidence");
    if (!unit->handed_in)
        leaf_add(node, "left-out", "not-handed-in", ORIGIN_OWN, NULL, unit->row->id);
    return node;
}

static char *sum_formula(const Tally *counted)
{
    const GPtrArray *rows = counted->rows[INDICATOR_FINES];
    if (rows->len < 2 || rows->len > TERMS_MAX)
        return NULL;
    g_autoptr(GString) formula = g_string_new(NULL);
    for (guint i = 0; i < rows->len; i++) {
        g_autofree char *text = decimal_format(((const CaseRow *)rows->pdata[i])->fine_yuan);
        formula_term(formula, text);
    }
    return g_string_free(g_steal_pointer(&formula), FALSE);
}

static void explain_count(const ScoreWork *work, const ScoreUnitWork *unit, const Tally *counted,
                          Indicator indicator, int64_t rows)
{
    static const char *const notices[] = {"data", "data", "major-kinds"};
    Node *node = node_add(unit->nodes, indicator_ids[indicator], NULL, "8.4", notices[indicator]);
    if (!node)
        return;
    node_set(node, unit->value[indicator], indicator == INDICATOR_FINES ? sum_formula(counted) : NULL);
    if (indicator == INDICATOR_FINES)
        node_round(node, unit->value[indicator], 2);
    node_refer(node->nodes, "rows", NULL, score_number(work, rows));
}

/* ---- a unit ---- */

static void counts_of_unit(const ScoreWork *work, ScoreUnitWork *unit)
{
    Tally listed, counted;
    int64_t rows = 0;
    tally_init(&listed, unit->rows);
    tally_init(&counted, unit->rows);
    if (unit->handed_in)
        collect_evidence(unit);
    Node *node = explain_rows(work, unit);
    bool withheld = false;
    for (guint i = 0; i < unit->rows->cases->len; i++) {
        const CaseRow *row = unit->rows->cases->pdata[i];
        if (out_of_scope(work, row))
            continue;
        const char *why = left_out(work, unit, row);
        tally_row(&listed, i);
        if (!why)
            tally_row(&counted, i);
        rows += !why;
        bool ruled = why && is_withheld(unit, row);
        leaf_add_case(node, row, !unit->handed_in ? NULL : ruled ? "scan-refused" : why,
                      ruled ? ORIGIN_TABLE : ORIGIN_OWN);
        withheld |= ruled;
    }
    if (withheld)
        score_explain_refusals(unit, node);
    node_set(node, score_number(work, rows), NULL);
    for (int i = 0; i < INDICATOR_COUNT; i++) {
        unit->listed[i] = tally_value(work, &listed, (Indicator)i);
        unit->value[i] = tally_value(work, &counted, (Indicator)i);
        explain_count(work, unit, &counted, (Indicator)i, rows);
    }
    unit->out->cases = counted.rows[INDICATOR_CASES]->len;
    unit->out->major = counted.rows[INDICATOR_MAJOR]->len;
    unit->out->fines_yuan = rational_format_places(unit->value[INDICATOR_FINES], 2);
    tally_clear(&listed);
    tally_clear(&counted);
}

void score_counts(ScoreWork *work)
{
    for (guint i = 0; i < work->units->len; i++)
        counts_of_unit(work, work->units->pdata[i]);
}

/* ---- the list of rows; see listing.c ---- */

const char *score_row_reason(const ScoreWork *work, const ScoreUnitWork *unit, const CaseRow *row)
{
    const char *why = out_of_scope(work, row);
    return why ? why : left_out(work, unit, row);
}
