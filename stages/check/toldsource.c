/* What papers tell of the one on which their case rests (EXT-002). */
#include "toldsource.h"

#include <string.h>

#include "docnumber.h"
#include "text.h"

struct ToldSource {
    const SameRule *rule;
    GHashTable *numbers; /* set of those of the papers of RULE->of */
    bool known;          /* one of them says it itself */
    Day first;           /* on which the first of them was made */
};

static void note_source(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ToldSource *source = data;
    const Field *value = document_value(document, source->rule->field), *number = document_value(document, "doc-number");
    source->known |= value && value->status == VALUE_VALID;
    if (number && number->key)
        g_hash_table_add(source->numbers, number->key);
}

ToldSource *toldsource_new(const CaseGroup *group, const SameRule *rule)
{
    ToldSource *source = g_new(ToldSource, 1);
    *source = (ToldSource){rule, g_hash_table_new(g_str_hash, g_str_equal), false, casegroup_first_day(group, rule->of)};
    casegroup_each_of(group, rule->of, note_source, source);
    return source;
}

void toldsource_free(ToldSource *source)
{
    if (!source)
        return;
    g_hash_table_unref(source->numbers);
    g_free(source);
}

/* Whether FIELD is told with the number of another such paper: that of an earlier case. */
static bool is_of_another(const ToldSource *source, const Field *field)
{
    g_autoptr(GPtrArray) keys = docnumber_keys(field_quote(field), DOCNUMBER_TEXT);
    bool another = false;
    for (guint i = 0; i < keys->len; i++) {
        GHashTableIter each;
        gpointer own;
        if (g_hash_table_contains(source->numbers, keys->pdata[i]))
            return false;
        g_hash_table_iter_init(&each, source->numbers);
        while (g_hash_table_iter_next(&each, &own, NULL))
            another |= docnumber_same_type(own, keys->pdata[i]);
    }
    return another;
}

/* A paper from before them can only tell of an earlier case. */
static bool is_earlier(const ToldSource *source, const Document *document)
{
    static const char *const own[] = {"decision-date", "notice-date", "transfer-date", "approval-date", "application-date"};
    Day last = document_last_day(document);
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
        last = MAX(last, document_day(document, own[i]));
    return last != DAY_NONE && source->first != DAY_NONE && last < source->first;
}

const Field *toldsource_value(const ToldSource *source, const Document *document)
{
    const Field *told = NULL;
    bool several = false;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, source->rule->told) != 0 || field->status != VALUE_VALID || is_of_another(source, field))
            continue;
        several |= told && !text_same(field_key(told), field_key(field));
        told = told ? told : field;
    }
    return source->known && !several && !is_earlier(source, document) ? told : NULL;
}
