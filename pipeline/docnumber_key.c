/* Keys of document numbers: what makes two spellings one number. */
#include <string.h>

#include "docnumber.h"

void docnumber_clear(DocNumberParts *number)
{
    g_free(number->issuer);
    g_free(number->branch);
    g_free(number->type);
    g_free(number->serial);
    *number = (DocNumberParts){0};
}

void docnumber_span_free(DocNumberSpan *span)
{
    docnumber_clear(&span->number);
    g_free(span);
}

static char *key_with_serial(const DocNumberParts *number, const char *serial)
{
    static const char *const kinds[] = {
        [DOCNUMBER_AGENCY] = "", [DOCNUMBER_COURT] = "court|", [DOCNUMBER_MONITORING] = "report|"};
    if (number->kind == DOCNUMBER_MASKED)
        return NULL;
    return g_strdup_printf("%s%s|%s|%s|%d|%s", kinds[number->kind], number->issuer, number->branch, number->type,
                           number->year, serial);
}

char *docnumber_key_of(const DocNumberParts *number)
{
    return key_with_serial(number, number->serial);
}

void docnumber_expand(const DocNumberParts *number, GPtrArray *keys)
{
    if (number->kind == DOCNUMBER_MASKED)
        return;
    g_ptr_array_add(keys, docnumber_key_of(number));
    for (uint32_t n = number->serial_first + 1; n <= number->serial_last; n++) {
        g_autofree char *serial = g_strdup_printf("%u", n);
        g_ptr_array_add(keys, key_with_serial(number, serial));
    }
}

char *docnumber_key(const char *text)
{
    DocNumberParts whole = {0};
    if (docnumber_parse(text, &whole)) {
        char *key = docnumber_key_of(&whole);
        docnumber_clear(&whole);
        return key;
    }
    g_autoptr(GPtrArray) found = docnumber_find(text, DOCNUMBER_TEXT);
    if (found->len != 1)
        return NULL;
    const DocNumberSpan *span = g_ptr_array_index(found, 0);
    return docnumber_key_of(&span->number);
}

bool docnumber_same_series(const char *a, const char *b)
{
    const char *end = strrchr(a, '|');
    return end && strncmp(a, b, (size_t)(end - a) + 1) == 0 && !strchr(b + (end - a) + 1, '|');
}

bool docnumber_same_type(const char *a, const char *b)
{
    enum { BEHIND = 3 }; /* type, year and serial end a key */
    g_auto(GStrv) one = g_strsplit(a, "|", -1), other = g_strsplit(b, "|", -1);
    guint first = g_strv_length(one), second = g_strv_length(other);
    return first >= BEHIND && second >= BEHIND && strcmp(one[first - BEHIND], other[second - BEHIND]) == 0;
}

GPtrArray *docnumber_keys(const char *text, DocNumberPlace place)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) found = docnumber_find(text, place);
    for (guint i = 0; i < found->len; i++)
        docnumber_expand(&((DocNumberSpan *)g_ptr_array_index(found, i))->number, all);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < all->len; i++) {
        char *key = g_ptr_array_index(all, i);
        if (g_hash_table_add(seen, key))
            g_ptr_array_add(keys, g_strdup(key));
    }
    return keys;
}
