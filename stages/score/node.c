#include "score_node.h"

#include <inttypes.h>
#include <stdbool.h>

#include "text.h"

#define OTHERS_NAMED_MAX 20

Node *node_add(GPtrArray *nodes, const char *id, const char *object, const char *rule, const char *notice)
{
    if (!nodes)
        return NULL;
    Node *node = record_add(nodes, &node_type);
    node->id = id;
    node->object = record_keep(object);
    node->rule = rule;
    node->notice = notice;
    return node;
}

GPtrArray *node_below(Node *node)
{
    return node ? node->nodes : NULL;
}

void node_assume(Node *node, bool assumed)
{
    if (node)
        node->assumed |= assumed;
}

void node_set(Node *node, const Rational *value, char *formula_take)
{
    if (node) {
        node->value = record_keep_taken(rational_format(value));
        node->formula = record_keep(formula_take);
    }
    g_free(formula_take);
}

void node_set_code(Node *node, const char *code)
{
    if (node)
        node->value = record_keep(code);
}

void node_round(Node *node, const Rational *value, unsigned places)
{
    if (node)
        node->rounded = record_keep_taken(rational_format_places(value, places));
}

Node *node_refer(GPtrArray *nodes, const char *id, const char *object, const Rational *value)
{
    Node *node = node_add(nodes, id, object, NULL, NULL);
    if (!node)
        return NULL;
    node->value = record_keep_taken(rational_format(value));
    node->elsewhere = true;
    return node;
}

void node_refer_code(GPtrArray *nodes, const char *id, const char *code)
{
    Node *node = node_add(nodes, id, NULL, NULL, NULL);
    if (!node)
        return;
    node->value = record_keep(code);
    node->elsewhere = true;
}

static Leaf *leaf_new(Node *node, const char *name, Origin origin)
{
    Leaf *leaf = record_add(node->leaves, &leaf_type);
    leaf->name = name;
    leaf->origin = origin;
    return leaf;
}

void leaf_add(Node *node, const char *name, const char *value, Origin origin, const char *source,
              const char *object)
{
    if (!node)
        return;
    Leaf *leaf = leaf_new(node, name, origin);
    leaf->value = record_keep(value);
    leaf->source = record_keep(source);
    leaf->object = record_keep(object);
}

void leaf_add_case(Node *node, const CaseRow *row, const char *why, Origin whence)
{
    if (!node)
        return;
    g_autofree char *id = text_squeeze(row->id), *fine = decimal_format(row->fine_yuan);
    Leaf *leaf = leaf_new(node, "case", ORIGIN_TABLE);
    const char *kind = kind_ids[row->kind];
    g_autofree char *value = g_strconcat(id, " ", kind, fine[0] ? " " : "", fine, NULL);
    leaf->value = record_store(value);
    leaf->source = row->place;
    leaf->object = row->number;
    if (!why)
        return;
    leaf = leaf_new(node, "left-out", whence);
    leaf->value = why;
    leaf->object = row->number;
}

void leaf_add_rule(Node *node, const char *name, const char *value, const char *path)
{
    if (!node)
        return;
    g_autofree char *source = g_strconcat("season.xml ", path, NULL);
    leaf_add(node, name, value, ORIGIN_RULES, source, NULL);
}

void leaf_add_rule_decimal(Node *node, const char *name, Decimal value, const char *path)
{
    if (!node)
        return;
    g_autofree char *text = decimal_format(value);
    leaf_add_rule(node, name, text, path);
}

void leaf_add_rule_int(Node *node, const char *name, int64_t value, const char *path)
{
    if (!node)
        return;
    g_autofree char *text = g_strdup_printf("%" PRId64, value);
    leaf_add_rule(node, name, text, path);
}

void leaf_add_decimal(Node *node, const char *name, Decimal value, const char *source, const char *object)
{
    if (!node)
        return;
    g_autofree char *text = decimal_format(value);
    leaf_add(node, name, text, ORIGIN_TABLE, source, object);
}

void leaf_add_int(Node *node, const char *name, int64_t value, Origin origin, const char *source)
{
    if (!node)
        return;
    g_autofree char *text = g_strdup_printf("%" PRId64, value);
    leaf_add(node, name, text, origin, source, NULL);
}

NodeRanked *node_ranked_new(void)
{
    NodeRanked *list = g_new0(NodeRanked, 1);
    list->names = g_ptr_array_new_with_free_func(g_free);
    list->ranks = g_array_new(FALSE, FALSE, sizeof(int64_t));
    return list;
}

void node_ranked_add(NodeRanked *list, const char *unit, const char *person, int64_t rank)
{
    g_ptr_array_add(list->names, person ? g_strdup_printf("%s %s", unit, person) : g_strdup(unit));
    g_array_append_val(list->ranks, rank);
}

void node_ranked_free(NodeRanked *list)
{
    if (!list)
        return;
    g_ptr_array_unref(list->names);
    g_array_unref(list->ranks);
    g_free(list);
}

void leaf_add_others(Node *node, const char *name, int64_t count, const NodeRanked *list, int64_t from,
                     int64_t to, size_t self)
{
    if (!node)
        return;
    int64_t own = g_array_index(list->ranks, int64_t, self);
    int64_t left = count - (own > 0 && own >= from && own <= to); /* to find */
    g_autoptr(GString) names = g_string_new(NULL);
    guint named = 0;
    for (guint i = 0; i < list->names->len && left > 0 && named <= OTHERS_NAMED_MAX; i++) {
        int64_t rank = g_array_index(list->ranks, int64_t, i);
        if (rank == 0 || rank < from || rank > to || i == self)
            continue;
        left--;
        if (++named <= OTHERS_NAMED_MAX)
            text_add_line(names, list->names->pdata[i]);
        else
            g_string_append_printf(names, "\n…(%" PRId64 ")", count);
    }
    g_autofree char *value = g_strdup_printf("%" PRId64, count);
    leaf_add(node, name, value, ORIGIN_OTHER, NULL, names->len ? names->str : NULL);
}

void leaf_add_ruling(Node *node, const RulingRow *ruling)
{
    leaf_add(node, "ruling", ruling_ids[ruling->type], ORIGIN_TABLE, ruling->place, ruling->id);
}

void formula_term(GString *formula, const char *text)
{
    if (formula->len > 0)
        g_string_append(formula, " + ");
    g_string_append(formula, text);
}

void formula_term_number(GString *formula, const Rational *number)
{
    g_autofree char *text = rational_format_short(number);
    formula_term(formula, text);
}
