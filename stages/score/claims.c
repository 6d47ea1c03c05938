/* A candidate's weighted count (SPEC 8.8). */
#include "score_people.h"

#include <string.h>

#include "rec_casefiles.h"
#include "score_node.h"

#define TERMS_MAX 40

/* One document under one kind. */
typedef struct {
    const UnitClaim *claim;
    bool lead;
} Counted;

static const SeasonWeight *kind_weight(const SeasonPersonQuantity *rules, int kind)
{
    for (guint i = 0; i < rules->weights->len; i++) {
        const SeasonWeight *weight = rules->weights->pdata[i];
        if (!weight->role && weight->kind == kind && kind != KIND_NONE)
            return weight;
    }
    return NULL;
}

static const SeasonWeight *role_weight(const SeasonPersonQuantity *rules, bool lead)
{
    for (guint i = 0; i < rules->weights->len; i++) {
        const SeasonWeight *weight = rules->weights->pdata[i];
        if (weight->role && strcmp(weight->role, lead ? "lead" : "member") == 0)
            return weight;
    }
    return NULL;
}

/* True when a scan is asked for and all of the decision lie in case files that are as if not handed in (8.9). */
static bool is_withheld(const SeasonPersonQuantity *rules, const ScoreUnitWork *unit, const UnitClaim *claim)
{
    if (rules->evidence != EVIDENCE_REQUIRED)
        return false;
    for (guint i = 0; i < claim->casefiles->len; i++)
        if (!score_is_refused(unit, claim->casefiles->pdata[i]))
            return false;
    return claim->casefiles->len > 0;
}

/* Why a claim does not count, NULL when it does. */
static const char *invalid(const SeasonPersonQuantity *rules, const ScoreUnitWork *unit, const UnitClaim *claim)
{
    if (!claim->row)
        return "no-row";
    if (!claim->in_window)
        return "out-of-window";
    if (is_withheld(rules, unit, claim) || (rules->evidence == EVIDENCE_REQUIRED && !claim->evidence))
        return "no-evidence";
    return kind_weight(rules, claim->kind) ? NULL : "no-weight";
}

/* The claim is the candidate's own, the row behind it the table's: each leaf says what its side lacks. */
static void explain_claim(const SeasonPersonQuantity *rules, const ScorePersonWork *person,
                          const UnitClaim *claim, Node *node)
{
    bool proven = rules->evidence == EVIDENCE_ADVISORY || claim->evidence;
    g_autofree char *role = g_strdup_printf("%s%s", role_ids[claim->role], proven ? "" : " no-evidence");
    g_autofree char *source =
        g_strdup_printf("%s %s", person->candidate->path, claim->place ? claim->place : "");
    leaf_add(node, "claim", role, ORIGIN_OWN, g_strchomp(source), claim->number);
    const char *row = !claim->row                                 ? "no-row"
                      : !claim->in_window                         ? "out-of-window"
                      : is_withheld(rules, person->unit, claim) ? "scan-refused"
                                                                  : kind_ids[claim->kind];
    leaf_add(node, "case", row, ORIGIN_TABLE, claim->row, claim->number);
}

/* Each document once under each kind, as lead if claimed in two roles.  Free with g_array_unref. */
static GArray *counted_claims(const SeasonPersonQuantity *rules, const ScorePersonWork *person, Node *node)
{
    const GPtrArray *claims = person->candidate->claims;
    bool withheld = false;
    GArray *counted = g_array_new(FALSE, FALSE, sizeof(Counted));
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < claims->len; i++) {
        const UnitClaim *claim = claims->pdata[i];
        if (node)
            explain_claim(rules, person, claim, node);
        withheld |= is_withheld(rules, person->unit, claim);
        if (invalid(rules, person->unit, claim))
            continue;
        char *key = g_strdup_printf("%d %s", claim->kind, claim->key);
        guint at = GPOINTER_TO_UINT(g_hash_table_lookup(seen, key));
        if (at > 0) {
            g_array_index(counted, Counted, at - 1).lead |= claim->role == ROLE_LEAD;
            g_free(key);
            continue;
        }
        Counted one = {claim, claim->role == ROLE_LEAD};
        g_array_append_val(counted, one);
        g_hash_table_insert(seen, key, GUINT_TO_POINTER(counted->len));
    }
    if (withheld)
        score_explain_refusals(person->unit, node);
    return counted;
}

static const Rational *combined(const ScoreWork *work, const Counted *one)
{
    const SeasonPersonQuantity *rules = work->season->individual->quantity;
    const SeasonWeight *kind = kind_weight(rules, one->claim->kind), *role = role_weight(rules, one->lead);
    const Rational *a = rational_from_decimal(work->pool, kind->value);
    const Rational *b = role ? rational_from_decimal(work->pool, role->value) : score_number(work, 1);
    if (rules->combine == COMBINE_MULTIPLY)
        return rational_mul(work->pool, a, b);
    return rules->combine == COMBINE_MAX ? rational_max(a, b) : rational_add(work->pool, a, b);
}

/* The sum of the claims as a formula; NULL for none, and for more than anybody reads.  Caller frees. */
static char *sum_formula(const SeasonPersonQuantity *rules, const GArray *counted)
{
    static const char *const shapes[] = {"%s × %s", "max(%s, %s)", "(%s + %s)"};
    if (counted->len == 0 || counted->len > TERMS_MAX)
        return NULL;
    g_autoptr(GString) formula = g_string_new(NULL);
    for (guint i = 0; i < counted->len; i++) {
        const Counted *one = &g_array_index(counted, Counted, i);
        const SeasonWeight *role = role_weight(rules, one->lead);
        g_autofree char *left = decimal_format(kind_weight(rules, one->claim->kind)->value);
        g_autofree char *right = role ? decimal_format(role->value) : g_strdup("1");
        g_autofree char *term = g_strdup_printf(shapes[rules->combine], left, right);
        formula_term(formula, term);
    }
    return g_string_free(g_steal_pointer(&formula), FALSE);
}

/* Once for the whole record. */
void score_explain_weights(const ScoreWork *work)
{
    static const char *const combine_words[] = {"multiply", "max", "add"};
    const SeasonPersonQuantity *rules = work->season->individual->quantity;
    Node *node = node_add(work->nodes, "weights", NULL, "8.8", "person-kinds");
    if (!node)
        return;
    node_assume(node, score_assumes(rules->assumed, "combine"));
    leaf_add_rule(node, "combine", combine_words[rules->combine], "individual/quantity/@combine");
    leaf_add_rule(node, "evidence", rules->evidence == EVIDENCE_REQUIRED ? "required" : "advisory",
                  "individual/quantity/@evidence");
    for (guint i = 0; i < rules->weights->len; i++) {
        const SeasonWeight *weight = rules->weights->pdata[i];
        const char *what = weight->role ? weight->role : kind_ids[weight->kind];
        g_autofree char *source = g_strdup_printf("season.xml individual/quantity/weight[%s]/@value", what);
        g_autofree char *value = decimal_format(weight->value);
        leaf_add(node, weight->role ? "role-weight" : "kind-weight", value, ORIGIN_RULES, source, what);
    }
}

const Rational *score_weighted(const ScoreWork *work, const ScorePersonWork *person, GPtrArray *nodes)
{
    const SeasonPersonQuantity *rules = work->season->individual->quantity;
    Node *node = node_add(nodes, "weighted", NULL, "8.8", "person-kinds");
    node_assume(node, score_assumes(rules->assumed, "combine"));
    g_autoptr(GArray) counted = counted_claims(rules, person, node);
    const Rational *sum = score_number(work, 0);
    for (guint i = 0; i < counted->len; i++)
        sum = rational_add(work->pool, sum, combined(work, &g_array_index(counted, Counted, i)));
    if (!node)
        return sum;
    node_set(node, sum, sum_formula(rules, counted));
    node->rounded = record_keep_taken(rational_format_short(sum));
    node_refer_code(node->nodes, "weights", NULL);
    return sum;
}
