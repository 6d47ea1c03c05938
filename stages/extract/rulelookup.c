/* Looks things up in a set of rules. */
#include "extractrules.h"

#include <string.h>

#include "matchtext.h"
#include "text.h"

int extractrules_doctype(const ExtractRules *rules, const char *id)
{
    for (guint i = 0; id && i < rules->doctypes->len; i++)
        if (strcmp(((DocType *)g_ptr_array_index(rules->doctypes, i))->id, id) == 0)
            return (int)i;
    return -1;
}

char *extractrules_reword(char *squeezed)
{
    static const char *const pairs[][2] = {{"或者", "或"}, {"签字", "签名"}, {"签章", "签名"}, {"签名或盖章", "签名"}, {"签名(盖章)", "签名"},
                                           {"签名、盖章", "签名"}, {"签名盖章", "签名"}, {"签名/盖章", "签名"}};
    if (!strstr(squeezed, "或者") && !strstr(squeezed, "签"))
        return squeezed; /* nearly all */
    char *plain = squeezed;
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        if (!strstr(plain, pairs[i][0]))
            continue;
        g_auto(GStrv) parts = g_strsplit(plain, pairs[i][0], -1);
        g_free(plain);
        plain = g_strjoinv(pairs[i][1], parts);
    }
    return plain;
}

char *extractrules_label(const char *label)
{
    return extractrules_reword(matchtext_squeeze(label));
}

int extractrules_number_doctype(const ExtractRules *rules, const char *type)
{
    int doctype = -1;
    for (const char *p = type; doctype < 0 && *p; p = g_utf8_next_char(p))
        doctype = GPOINTER_TO_INT(g_hash_table_lookup(rules->number_types, p)) - 1;
    return doctype;
}

const char *extractrules_doctype_id(const ExtractRules *rules, int doctype)
{
    return doctype >= 0 && (guint)doctype < rules->doctypes->len ? ((DocType *)g_ptr_array_index(rules->doctypes, doctype))->id : NULL;
}

const char *extractrules_column(const ExtractRules *rules, const char *text)
{
    GHashTable *columns = rules->columns;
    g_autofree char *squeezed = matchtext_squeeze(text), *plain = g_strdup(squeezed);
    const char *column = g_hash_table_lookup(columns, squeezed);
    char *open = strchr(plain, '('), *close = open ? strchr(open, ')') : NULL;
    if (!column && close)
        memmove(open, close + 1, strlen(close + 1) + 1);
    if (!column)
        column = g_hash_table_lookup(columns, plain);
    GHashTableIter iter;
    gpointer name, value;
    size_t best = 0;
    bool exact = column != NULL;
    g_hash_table_iter_init(&iter, columns);
    while (!exact && g_hash_table_iter_next(&iter, &name, &value))
        if (strlen(name) > best && g_str_has_suffix(plain, name)) {
            best = strlen(name);
            column = value;
        }
    return column;
}

const NamedPattern *extractrules_named(const ExtractRules *rules, const char *id)
{
    return g_hash_table_lookup(rules->named, id);
}

bool extractrules_when(char *const *words, const char *text)
{
    return !words || text_has_any(text, (const char *const *)words);
}
