#include "fields.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fault.h"

Fields *fields_new(void) {
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

Fields *fields_copy(Fields *fields) {
    Fields *copy = fields_new();
    GHashTableIter iter;
    gpointer name, value;
    g_hash_table_iter_init(&iter, fields);
    while (g_hash_table_iter_next(&iter, &name, &value)) fields_put(copy, name, value);
    return copy;
}

void fields_put(Fields *fields, const char *name, const char *value) {
    g_hash_table_replace(fields, g_strdup(name), g_strdup(value ? value : ""));
}

void fields_printf(Fields *fields, const char *name, const char *format, ...) {
    va_list args;
    va_start(args, format);
    g_hash_table_replace(fields, g_strdup(name), g_strdup_vprintf(format, args));
    va_end(args);
}

const char *fields_get(Fields *fields, const char *name) {
    const char *value = g_hash_table_lookup(fields, name);
    return value ? value : "";
}

/* A value may name fields itself (a violation's facts name the party): twice is enough. */
static char *fill_once(Fields *fields, const char *text, const char *where, gboolean *again) {
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p;) {
        const char *end = *p == '{' ? strchr(p, '}') : NULL;
        if (!end) {
            g_string_append_c(out, *p++);
            continue;
        }
        g_autofree char *name = g_strndup(p + 1, (gsize)(end - p - 1));
        const char *value = g_hash_table_lookup(fields, name);
        if (!value) maker_fail("%s：没有名为 %s 的字段 / no field %s\n", where, name, name);
        if (strchr(value, '{')) *again = TRUE;
        g_string_append(out, value);
        p = end + 1;
    }
    return g_string_free(out, FALSE);
}

char *fields_fill(Fields *fields, const char *text, const char *where) {
    gboolean again = FALSE;
    g_autofree char *once = fill_once(fields, text, where, &again);
    return again ? fill_once(fields, once, where, &again) : g_steal_pointer(&once);
}

void maker_fail(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("anjuan-samples: ", stderr);
    vfprintf(stderr, format, args);
    va_end(args);
    fflush(NULL);
    _exit(EXIT_INPUT); /* other threads may be at work, and what anyone holds is not given back */
}

void maker_check(GError *error) {
    if (error) maker_fail("%s\n", error->message);
}
