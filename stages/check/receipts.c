/* Service receipts: which document each one serves, and when. */
#include <string.h>

#include "casegroup.h"

static const char receipt_type_id[] = "service-receipt";

/* Of which document of the group NUMBER_KEY is the own number, as its type; NULL for none. */
typedef struct { const char *key, *type; } Lookup;

static void look(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Lookup *lookup = data;
    const Field *field = document_value(document, "doc-number");
    if (!lookup->type && field && strcmp(document->type, receipt_type_id) != 0 && strcmp(field_key(field), lookup->key) == 0)
        lookup->type = document->type;
}

static const char *type_of_number(const CaseGroup *group, const char *key)
{
    Lookup lookup = {.key = key};
    casegroup_each_document(group, look, &lookup);
    return lookup.type;
}

static const char *type_of_words(const CheckRules *rules, const char *words)
{
    for (guint i = 0; words && i < rules->cases->served->len; i++) {
        const ServedRule *rule = rules->cases->served->pdata[i];
        for (guint j = 0; j < rule->words->len; j++)
            if (strstr(words, rule->words->pdata[j]))
                return rule->doctype;
    }
    return NULL;
}

static const char *served_key(const Document *receipt)
{
    const Field *number = document_value(receipt, "served-number");
    return number ? number->key : NULL;
}

/* The type of the document that a receipt serves; NULL when it does not tell. */
static const char *receipt_serves(const CheckRules *rules, const CaseGroup *group, const SubFile *file, const Document *receipt)
{
    const char *key = served_key(receipt);
    const char *type = key ? type_of_number(group, key) : NULL;
    const Field *words = document_value(receipt, "served-document");
    if (!type)
        type = type_of_words(rules, words ? words->value : NULL);
    return type ? type : type_of_words(rules, file->base);
}

/* Receipts in FILE that serve TYPE, or that tell nothing when TYPE is NULL. */
static int count_in_file(const CheckRules *rules, const CaseGroup *group, const SubFile *file, const char *type)
{
    int count = 0;
    bool any = false;
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        if (strcmp(document->type, receipt_type_id) != 0)
            continue;
        any = true;
        count += g_strcmp0(receipt_serves(rules, group, file, document), type) == 0;
    }
    if (any || !subfile_stands_for(file, receipt_type_id))
        return count;
    return g_strcmp0(type_of_words(rules, file->base), type) == 0;
}

int casegroup_receipts(const CheckRules *rules, const CaseGroup *group, const char *type)
{
    int count = 0;
    for (guint i = 0; i < group->files->len; i++)
        count += count_in_file(rules, group, group->files->pdata[i], type);
    return count;
}

int casegroup_receipts_untold(const CheckRules *rules, const CaseGroup *group)
{
    return casegroup_receipts(rules, group, NULL);
}

/* ---- a receipt with the number of nothing in the file ---- */

/* One receipt may serve several documents. */
static bool serves_number(const Document *receipt, const char *key)
{
    for (guint i = 0; i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        if (strcmp(field->id, "served-number") == 0 && strcmp(field_key(field), key) == 0)
            return true;
    }
    return false;
}

static bool serves_a_known_number(const CaseGroup *group, const Document *receipt)
{
    for (guint i = 0; i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        if (strcmp(field->id, "served-number") == 0 && type_of_number(group, field_key(field)))
            return true;
    }
    return false;
}

typedef struct { const char *key; int count; } Naming;

static void look_naming(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Naming *naming = data;
    naming->count += strcmp(document->type, receipt_type_id) == 0 && serves_number(document, naming->key);
}

int casegroup_receipts_naming(const CaseGroup *group, const Document *document)
{
    const Field *number = document_value(document, "doc-number");
    if (!number || number->status != VALUE_VALID)
        return 0;
    Naming naming = {.key = field_key(number)};
    casegroup_each_document(group, look_naming, &naming);
    return naming.count;
}

typedef struct {
    const CaseGroup *group;
    const char *type;
    const SubFile *file;
    const Document *document;
} Unnamed;

/* The first document of the type whose number no receipt names. */
static void look_unnamed(const SubFile *file, const Document *document, gpointer data)
{
    Unnamed *unnamed = data;
    if (unnamed->document || strcmp(document->type, unnamed->type) != 0)
        return;
    const Field *number = document_value(document, "doc-number");
    if (!number || number->status != VALUE_VALID || casegroup_receipts_naming(unnamed->group, document) > 0)
        return;
    unnamed->file = file;
    unnamed->document = document;
}

const Document *casegroup_receipt_meant(const CheckRules *rules, const CaseGroup *group, const SubFile *file,
                                        const Document *receipt, const SubFile **meant)
{
    bool is_receipt = strcmp(receipt->type, receipt_type_id) == 0;
    const Field *number = is_receipt ? document_value(receipt, "served-number") : NULL;
    bool astray = number && number->status == VALUE_VALID && !serves_a_known_number(group, receipt);
    const char *type = astray ? receipt_serves(rules, group, file, receipt) : NULL;
    Unnamed unnamed = {.group = group, .type = type};
    if (type)
        casegroup_each_document(group, look_unnamed, &unnamed);
    *meant = unnamed.file;
    return unnamed.document;
}

/* ---- when ---- */

typedef struct {
    const CheckRules *rules;
    const CaseGroup *group;
    const char *type, *key; /* of the document served; key NULL: any of the type */
    Day limit;
    Served best;
} Search;

static bool is_better(const Search *search, Day day)
{
    if (search->best.day == DAY_NONE)
        return true;
    bool fits = search->limit == DAY_NONE || day <= search->limit;
    bool best_fits = search->limit == DAY_NONE || search->best.day <= search->limit;
    if (fits != best_fits)
        return fits;
    return fits && search->limit != DAY_NONE ? day > search->best.day : day < search->best.day;
}

static void try_receipt(const SubFile *file, const Document *document, gpointer data)
{
    Search *search = data;
    if (strcmp(document->type, receipt_type_id) != 0)
        return;
    const char *key = served_key(document);
    bool names_it = search->key && key && strcmp(key, search->key) == 0;
    bool names_other = search->key && key && !names_it && type_of_number(search->group, key);
    if (names_other || (!names_it && g_strcmp0(receipt_serves(search->rules, search->group, file, document), search->type) != 0))
        return;
    Day day = document_day(document, "service-date");
    if (day != DAY_NONE && is_better(search, day))
        search->best = (Served){day, file, document, document_value(document, "service-date")};
}

Served casegroup_served(const CheckRules *rules, const CaseGroup *group, const char *type, const Document *document, Day limit)
{
    const Field *number = document_value(document, "doc-number");
    Search search = {.rules = rules, .group = group, .type = type, .key = number ? number->key : NULL, .limit = limit};
    casegroup_each_document(group, try_receipt, &search);
    return search.best;
}
