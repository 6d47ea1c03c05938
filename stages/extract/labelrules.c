/* Loads labels (30-labels.xml), and the lists of names that several of them share. */
#include <string.h>

#include "labelindex.h"
#include "lang.h"
#include "loading.h"
#include "matchtext.h"

static void add_labels(const Loading *load, const LabelRule *of, const GPtrArray *texts)
{
    for (guint i = 0; i < texts->len; i++) {
        g_autofree char *squeezed = matchtext_squeeze(((RuleEntry *)g_ptr_array_index(texts, i))->text);
        labelindex_add(load->rules->labels, of, squeezed);
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
    LabelRule label = {.field = loading_field(load, entry, error),
                       .rank = RANK_USUAL,
                       .exact = g_strcmp0(ruleentry_get(entry, "alone"), "yes") == 0,
                       .heading = g_strcmp0(ruleentry_get(entry, "heading"), "yes") == 0};
    if (!label.field || !loading_docs(load, entry, &label.docs, error) ||
        !loading_number(load, entry, "rank", &label.rank, error))
        return FALSE;
    const char *id = ruleentry_get(entry, "names");
    const GPtrArray *shared = id ? g_hash_table_lookup(load->names, id) : NULL;
    if (id && !shared)
        return loading_bad(load, entry, error,
                           tr("names 不是已知的名称表", "names is no known list of names"));
    if (shared)
        add_labels(load, &label, shared);
    add_labels(load, &label, entry->children);
    return shared || entry->children->len > 0 ||
           loading_bad(load, entry, error, tr("没有标签", "no label in it"));
}
