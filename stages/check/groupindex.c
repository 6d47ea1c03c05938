/* The documents of a group by type and by what they tell, so that a look for one does not pass by all the papers
 * there are. */
#include <string.h>

#include "casegroup.h"
#include "text.h"

static const char receipt_type_id[] = "service-receipt";

/* A document, where it stands, and how many of the group stand before it. */
typedef struct { const SubFile *file; const Document *document; guint order; } Placed;

struct DocumentIndex {
    GHashTable *by_type;  /* type → GArray of Placed, in path order; NULL: to be made */
    GHashTable *by_field; /* id of a field → GArray of Placed: those that have it, each once */
    GHashTable *by_number; /* number → GArray of Placed: those whose own it is */
    GHashTable *by_amount; /* folded amount → GArray of Placed: those that have it in some field */
    GHashTable *by_served; /* number → GArray of Placed: the receipts that name it */
    GArray *astray;        /* Placed: receipts that name none of the group's numbers; NULL: to be made */
    GHashTable *apart;     /* as apart_find; NULL: to be made */
    GHashTable *names;     /* as apart_names; NULL: to be made */
};

DocumentIndex *documentindex_new(void)
{
    return g_new0(DocumentIndex, 1);
}

void documentindex_drop(DocumentIndex *index)
{
    g_clear_pointer(&index->by_type, g_hash_table_unref);
    g_clear_pointer(&index->by_field, g_hash_table_unref);
    g_clear_pointer(&index->by_number, g_hash_table_unref);
    g_clear_pointer(&index->by_amount, g_hash_table_unref);
    g_clear_pointer(&index->by_served, g_hash_table_unref);
    g_clear_pointer(&index->astray, g_array_unref);
    g_clear_pointer(&index->apart, g_hash_table_unref);
    g_clear_pointer(&index->names, g_hash_table_unref);
}

void documentindex_free(DocumentIndex *index)
{
    documentindex_drop(index);
    g_free(index);
}

typedef struct { const CaseGroup *group; const DocumentIndex *index; guint count; } Placing;

static void add_placed(GHashTable *lists, char *name, const Placed *placed)
{
    GArray *list = g_hash_table_lookup(lists, name);
    if (!list)
        g_hash_table_insert(lists, name, list = g_array_new(FALSE, FALSE, sizeof(Placed)));
    bool known = list->len > 0 && g_array_index(list, Placed, list->len - 1).document == placed->document;
    if (!known)
        g_array_append_val(list, *placed);
}

static void add_amount(GHashTable *lists, const Field *field, const Placed *placed)
{
    g_autofree char *amount = text_fold(field_key(field));
    if (g_hash_table_contains(lists, amount))
        add_placed(lists, amount, placed);
    else
        add_placed(lists, g_steal_pointer(&amount), placed);
}

static void place_field(const Placing *placing, const Field *field, bool receipt, const Placed *placed)
{
    const DocumentIndex *index = placing->index;
    add_placed(index->by_field, field->id, placed);
    if (field->status == VALUE_VALID && g_str_has_suffix(field->id, "-yuan"))
        add_amount(index->by_amount, field, placed);
    if (receipt && casegroup_is_served_number(placing->group, field))
        add_placed(index->by_served, (char *)field_key(field), placed);
}

static void place(const SubFile *file, const Document *document, gpointer data)
{
    Placing *placing = data;
    const Placed placed = {file, document, placing->count++};
    const Field *number = document_value(document, "doc-number");
    add_placed(placing->index->by_type, document->type, &placed);
    if (number && number->key)
        add_placed(placing->index->by_number, number->key, &placed);
    bool receipt = strcmp(document->type, receipt_type_id) == 0;
    for (guint i = 0; i < document->fields->len; i++)
        place_field(placing, document->fields->pdata[i], receipt, &placed);
}

static GHashTable *lists_new(GDestroyNotify free_key)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, free_key, (GDestroyNotify)g_array_unref);
}

static DocumentIndex *index_of(const CaseGroup *group)
{
    DocumentIndex *index = group->index;
    if (!index->by_type) {
        index->by_type = lists_new(NULL);
        index->by_field = lists_new(NULL);
        index->by_number = lists_new(NULL);
        index->by_amount = lists_new(g_free);
        index->by_served = lists_new(NULL);
        casegroup_each_document(group, place, &(Placing){.group = group, .index = index});
    }
    return index;
}

/* Those of TYPE in path order; NULL for none. */
static const GArray *placed_of(const CaseGroup *group, const char *type)
{
    return g_hash_table_lookup(index_of(group)->by_type, type);
}

static int compare_places(gconstpointer a, gconstpointer b)
{
    guint left = ((const Placed *)a)->order, right = ((const Placed *)b)->order;
    return (left > right) - (left < right);
}

static void call_each(const GArray *list, DocumentFunc func, gpointer data)
{
    for (guint i = 0; list && i < list->len; i++) {
        const Placed *placed = &g_array_index(list, Placed, i);
        func(placed->file, placed->document, data);
    }
}

static void add_list(GArray *all, const GArray *list)
{
    if (list)
        g_array_append_vals(all, list->data, list->len);
}

/* In path order. */
static void call_sorted(GArray *all, DocumentFunc func, gpointer data)
{
    g_array_sort(all, compare_places);
    call_each(all, func, data);
}

void casegroup_each_of(const CaseGroup *group, const char *types, DocumentFunc func, gpointer data)
{
    if (!strpbrk(types, " |")) {
        call_each(placed_of(group, types), func, data);
        return;
    }
    g_auto(GStrv) names = g_strsplit_set(types, " |", -1);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Placed));
    for (char **name = names; *name; name++)
        add_list(all, placed_of(group, *name));
    call_sorted(all, func, data);
}

void casegroup_each_with_amount(const CaseGroup *group, const char *amount, DocumentFunc func, gpointer data)
{
    g_autofree char *folded = text_fold(amount);
    call_each(g_hash_table_lookup(index_of(group)->by_amount, folded), func, data);
}

const GPtrArray *casegroup_apart(const CaseGroup *group, const char *type)
{
    if (!group->index->apart)
        group->index->apart = apart_find(group);
    return g_hash_table_lookup(group->index->apart, type);
}

GHashTable *casegroup_read_names(const CaseGroup *group)
{
    if (!group->index->names)
        group->index->names = apart_names(group);
    return group->index->names;
}

/* ---- receipts ---- */

bool casegroup_names_known(const CaseGroup *group, const Document *receipt)
{
    for (guint i = 0; i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        bool served = casegroup_is_served_number(group, field);
        if (served && g_hash_table_contains(group->numbered, field_key(field)))
            return true;
    }
    return false;
}

static const GArray *astray_in(const CaseGroup *group)
{
    DocumentIndex *index = index_of(group);
    const GArray *receipts = placed_of(group, receipt_type_id);
    if (index->astray)
        return index->astray;
    index->astray = g_array_new(FALSE, FALSE, sizeof(Placed));
    for (guint i = 0; receipts && i < receipts->len; i++)
        if (!casegroup_names_known(group, g_array_index(receipts, Placed, i).document))
            g_array_append_val(index->astray, g_array_index(receipts, Placed, i));
    return index->astray;
}

void casegroup_each_receipt_for(const CaseGroup *group, const char *key, DocumentFunc func, gpointer data)
{
    if (!g_hash_table_contains(group->numbered, key)) { /* those that name it are astray as well */
        call_each(astray_in(group), func, data);
        return;
    }
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Placed));
    add_list(all, g_hash_table_lookup(index_of(group)->by_served, key));
    add_list(all, astray_in(group));
    call_sorted(all, func, data);
}

int casegroup_receipts_naming(const CaseGroup *group, const Document *document)
{
    const Field *number = document_value(document, "doc-number");
    bool known = number && number->status == VALUE_VALID;
    const GArray *naming = known ? g_hash_table_lookup(index_of(group)->by_served, field_key(number)) : NULL;
    return naming ? (int)naming->len : 0;
}

void casegroup_each_numbered(const CaseGroup *group, const char *key, DocumentFunc func, gpointer data)
{
    call_each(g_hash_table_lookup(index_of(group)->by_number, key), func, data);
}

void casegroup_each_having(const CaseGroup *group, const char *field, DocumentFunc func, gpointer data)
{
    call_each(g_hash_table_lookup(index_of(group)->by_field, field), func, data);
}

const Document *casegroup_document(const CaseGroup *group, const char *type, const SubFile **file)
{
    const GArray *list = placed_of(group, type);
    if (!list)
        return NULL;
    const Placed *first = &g_array_index(list, Placed, 0);
    if (file)
        *file = first->file;
    return first->document;
}
