#include "quotes.h"

#include <string.h>

/* Leaves whose value is the number of the document that speaks for a case file. */
static bool is_number_leaf(const Leaf *leaf)
{
    return strcmp(leaf->name, "number") == 0 || strcmp(leaf->name, "casefile") == 0;
}

static bool is_meant(const Leaf *leaf, const Field *field)
{
    bool kind = is_number_leaf(leaf) ? strcmp(field->id, "doc-number") == 0
                                     : strcmp(leaf->name, "date") == 0 && g_str_has_suffix(field->id, "-date");
    return kind && g_strcmp0(field->value, leaf->value) == 0;
}

static const Field *field_of(const FileFacts *file, const Leaf *leaf)
{
    for (guint d = 0; d < file->documents->len; d++) {
        const Document *document = file->documents->pdata[d];
        for (guint f = 0; f < document->fields->len; f++)
            if (is_meant(leaf, document->fields->pdata[f]))
                return document->fields->pdata[f];
    }
    return NULL;
}

static void quote_leaf(GHashTable *files, Leaf *leaf)
{
    const FileFacts *file = leaf->origin == ORIGIN_OWN && leaf->source ? g_hash_table_lookup(files, leaf->source) : NULL;
    const Field *field = file && !leaf->place ? field_of(file, leaf) : NULL;
    if (!field)
        return;
    leaf->place = g_strdup(field->place);
    leaf->quote = g_strdup(field->quote);
}

static void quote_nodes(GHashTable *files, const GPtrArray *nodes)
{
    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = nodes->pdata[i];
        for (guint l = 0; l < node->leaves->len; l++)
            quote_leaf(files, node->leaves->pdata[l]);
        quote_nodes(files, node->nodes);
    }
}

void quotes_add(const Casefiles *casefiles, const GPtrArray *nodes)
{
    g_autoptr(GHashTable) files = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < casefiles->files->len; i++) {
        FileFacts *file = casefiles->files->pdata[i];
        g_hash_table_insert(files, file->path, file);
    }
    quote_nodes(files, nodes);
}
