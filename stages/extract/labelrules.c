/* Loads labels (30-labels.xml), and the lists of names that several of them share. */
#include <string.h>

#include "lang.h"
#include "loading.h"

static void label_free(gpointer data)
{
    LabelRule *label = data;
    g_free(label->rule);
    g_free(label);
}

/* OF: what all labels of ENTRY have in common. */
static void add_label(const Loading *load, const RuleEntry *entry, const LabelRule *of, const char *text)
{
    g_autofree char *name = extractrules_label(text);
    GPtrArray *list = g_hash_table_lookup(load->rules->labels, name);
    if (!list) {
        list = g_ptr_array_new_with_free_func(label_free);
        g_hash_table_insert(load->rules->labels, g_strdup(name), list);
    }
    LabelRule *label = g_new(LabelRule, 1);
    *label = (LabelRule){of->field, of->docs, of->rank, g_strconcat("label:", name, NULL),
                         g_strcmp0(ruleentry_get(entry, "alone"), "yes") == 0 || g_utf8_strlen(name, -1) < 3,
                         g_strcmp0(ruleentry_get(entry, "heading"), "yes") == 0};
    g_ptr_array_add(list, label);
}

static void add_labels(const Loading *load, const RuleEntry *entry, const LabelRule *of, const GPtrArray *texts)
{
    for (guint i = 0; i < texts->len; i++) {
        g_autoptr(GPtrArray) names = rulefile_expand(((RuleEntry *)g_ptr_array_index(texts, i))->text);
        for (guint n = 0; n < names->len; n++)
            add_label(load, entry, of, g_ptr_array_index(names, n));
    }
}

gboolean labelrules_names(const Loading *load, const RuleEntry *entry, GError **error)
{
    const char *id = ruleentry_get(entry, "id");
    if (!id || g_hash_table_contains(load->names, id))
        return loading_bad(load, entry, error, tr("需要唯一的 id", "needs an id of its own"));
    g_hash_table_insert(load->names, (gpointer)id, entry->children);
    return TRUE;
}

gboolean labelrules_label(const Loading *load, const RuleEntry *entry, GError **error)
{
    LabelRule label = {.field = loading_field(load, entry, error), .rank = RANK_USUAL};
    if (!label.field || !loading_docs(load, entry, &label.docs, error) ||
        !loading_number(load, entry, "rank", &label.rank, error))
        return FALSE;
    const char *id = ruleentry_get(entry, "names");
    const GPtrArray *shared = id ? g_hash_table_lookup(load->names, id) : NULL;
    if (id && !shared)
        return loading_bad(load, entry, error,
                           tr("names 不是已知的名称表", "names is no known list of names"));
    if (shared)
        add_labels(load, entry, &label, shared);
    add_labels(load, entry, &label, entry->children);
    return shared || entry->children->len > 0 ||
           loading_bad(load, entry, error, tr("没有标签", "no label in it"));
}
