/* Versions of one document in a case file: which of two with one number has no say in it. */
#include <string.h>

#include "casegroup.h"
#include "text.h"

/* ---- what the other papers say ---- */

enum { AGREEING_MIN = 2 }; /* one other paper may have been written after the wrong version */

/* The amount that a decision sets; NULL for none. */
static const Field *amount_of(const Document *document)
{
    const Field *fine = document_value(document, "fine-yuan"), *total = document_value(document, "total-yuan");
    const Field *amount = fine ? fine : total;
    return amount && amount->status == VALUE_VALID ? amount : NULL;
}

typedef struct {
    const Document *document, *other; /* two versions */
    const char *key, *other_key;      /* their amounts */
    guint count, later;               /* papers that have the first amount and not the other; those made afterwards */
    GString *places;
} Tally;

/* What was proposed before the decision is no proof that it was decided so. */
static void look_amount(const SubFile *file, const Document *document, gpointer data)
{
    Tally *tally = data;
    const Field *found = NULL;
    if (document == tally->document || document == tally->other)
        return;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        bool amount = field->status == VALUE_VALID && g_str_has_suffix(field->id, "-yuan");
        if (amount && text_same(field_key(field), tally->other_key))
            return;
        if (amount && !found && text_same(field_key(field), tally->key))
            found = field;
    }
    if (!found)
        return;
    tally->count++;
    tally->later += strcmp(found->id, "proposed-fine-yuan") != 0;
    g_string_append_printf(tally->places, "%s%s|%s", tally->places->len > 0 ? "\n" : "", file->base,
                           found->place ? found->place : "");
}

/* Counts the papers of GROUP that have the amount of DOCUMENT and not that of OTHER.  Free places. */
static Tally tally_of(const CaseGroup *group, const Document *document, const Document *other)
{
    const Field *amount = amount_of(document), *contrary = amount_of(other);
    Tally tally = {.document = document, .other = other, .places = g_string_new(NULL)};
    if (!amount || !contrary || text_same(field_key(amount), field_key(contrary)))
        return tally;
    tally.key = field_key(amount);
    tally.other_key = field_key(contrary);
    casegroup_each_with_amount(group, tally.key, look_amount, &tally);
    return tally;
}

char *casegroup_agreeing(const CaseGroup *group, const Document *document, const Document *other, int *count)
{
    Tally tally = tally_of(group, document, other);
    *count = (int)tally.count;
    return g_string_free(tally.places, FALSE);
}

bool casegroup_prefers(const CaseGroup *group, const Document *document, const Document *other)
{
    Tally with = tally_of(group, document, other);
    g_string_free(with.places, TRUE);
    if (with.count < AGREEING_MIN || with.later == 0)
        return false;
    Tally against = tally_of(group, other, document);
    g_string_free(against.places, TRUE);
    return against.count == 0;
}

/* ---- what the names say ---- */

/* Whether the names of the two tell that NEW replaces OLD. */
static bool name_replaces(const CaseRules *rules, const SubFile *new, const SubFile *old)
{
    if (text_has_any_of(new->base, rules->old_versions))
        return false;
    return text_has_any_of(old->base, rules->old_versions) ||
           (text_has_any_of(new->base, rules->new_versions) && !text_has_any_of(old->base, rules->new_versions));
}

/* ---- the two together ---- */

bool documents_are_versions(const Document *a, const Document *b)
{
    const Field *number = document_value(a, "doc-number"), *other = document_value(b, "doc-number");
    return a != b && strcmp(a->type, b->type) == 0 && number && other && number->key &&
           g_strcmp0(number->key, other->key) == 0;
}

typedef struct {
    const CheckRules *rules;
    const CaseGroup *group;
    const SubFile *old;
    const Document *document; /* in OLD */
    Version found;
} VersionSearch;

/* DOCUMENT has the number looked for.  A name is easily given: what all the other papers say is believed before it. */
static void look_version(const SubFile *file, const Document *document, gpointer data)
{
    VersionSearch *search = data;
    if (search->found.document || file == search->old || strcmp(document->type, search->document->type) != 0)
        return;
    bool named = name_replaces(search->rules->cases, file, search->old),
         preferred = casegroup_prefers(search->group, document, search->document);
    if (preferred || (named && !casegroup_prefers(search->group, search->document, document)))
        search->found = (Version){file, document, named};
}

Version casegroup_newer(const CheckRules *rules, const CaseGroup *group, const SubFile *old)
{
    const GPtrArray *documents = old->facts->documents;
    const Field *number = documents->len == 1 ? document_value(documents->pdata[0], "doc-number") : NULL;
    if (!number || !number->key)
        return (Version){0};
    VersionSearch search = {rules, group, old, documents->pdata[0], {0}};
    casegroup_each_numbered(group, number->key, look_version, &search);
    return search.found;
}

void casegroup_part_versions(const CheckRules *rules, CaseGroup *group)
{
    GPtrArray *own = g_ptr_array_new();
    for (guint i = 0; i < group->files->len; i++) {
        bool replaced = casegroup_newer(rules, group, group->files->pdata[i]).document != NULL;
        g_ptr_array_add(replaced ? group->replaced : own, group->files->pdata[i]);
    }
    g_ptr_array_unref(group->files);
    group->files = own;
    documentindex_drop(group->index);
}

bool casegroup_replaced_says(const CaseGroup *group, const char *field, const char *key)
{
    for (guint i = 0; i < group->replaced->len; i++) {
        const SubFile *file = group->replaced->pdata[i];
        const Field *value = document_value(file->facts->documents->pdata[0], field);
        if (value && text_same(field_key(value), key))
            return true;
    }
    return false;
}
