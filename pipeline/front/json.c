#include "json.h"

#include <glib.h>

char *json_string(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *json = g_string_new("\"");
    for (const char *p = valid; *p; p++) {
        if (*p == '"' || *p == '\\')
            g_string_append_printf(json, "\\%c", *p);
        else if ((unsigned char)*p < 0x20)
            g_string_append_printf(json, "\\u%04x", (unsigned char)*p);
        else
            g_string_append_c(json, *p);
    }
    g_string_append_c(json, '"');
    return g_string_free(json, FALSE);
}
