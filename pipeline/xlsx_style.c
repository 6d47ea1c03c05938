/* Which numbers are dates or percentages: that stands nowhere but in how they are shown. */
#include <string.h>

#include "fault.h"
#include "xlsx_parts.h"

enum { FORMATS_MAX = 100000 };

/* The end of what is quoted, bracketed or escaped at AT; AT itself when nothing is.  [h], [mm] and [ss], elapsed time, are
 * no such thing. */
static const char *literal_end(const char *at)
{
    const char *end = NULL;
    if (*at == '"')
        end = strchr(at + 1, '"');
    else if (*at == '[' && !strchr("hHmMsS", at[1]))
        end = strchr(at, ']');
    else if (*at != '\0' && strchr("\\_*", *at) && at[1] != '\0')
        return g_utf8_next_char(at + 1);
    else
        return at;
    return end ? end + 1 : at + strlen(at);
}

Shown xlsx_format_shown(const char *code)
{
    bool day = false, minute_or_month = false, hour = false, percent = false;
    if (g_ascii_strncasecmp(code, "General", strlen("General")) == 0 || g_str_has_prefix(code, "G/"))
        return SHOWN_PLAIN;
    for (const char *at = code; *at != '\0' && *at != ';';) {
        const char *end = literal_end(at);
        if (end > at) {
            at = end;
            continue;
        }
        char c = g_ascii_tolower(*at);
        day |= c == 'y' || c == 'd';
        minute_or_month |= c == 'm';
        hour |= c == 'h' || c == 's';
        percent |= c == '%';
        at++;
    }
    if (day || hour || minute_or_month)
        return (hour ? SHOWN_TIME : 0) | (day || !hour ? SHOWN_DATE : 0);
    return percent ? SHOWN_PERCENT : SHOWN_PLAIN;
}

/* The formats that files name by number alone; 27 to 36 and 50 to 58 are the dates of Chinese Excel. */
static Shown builtin_shown(int64_t id)
{
    if (id == 9 || id == 10)
        return SHOWN_PERCENT;
    if (id == 22)
        return SHOWN_DATE | SHOWN_TIME;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56)
        return SHOWN_TIME;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
        return SHOWN_DATE;
    return SHOWN_PLAIN;
}

static int64_t format_id(const XmlReader *reader)
{
    const char *id = xml_reader_attribute(reader, "", "numFmtId");
    return id ? g_ascii_strtoll(id, NULL, 10) : 0;
}

/* One element at the depth at which formats stand; CUSTOM: Shown by id of the formats with a code. */
static void format_take(XlsxBook *book, const XmlReader *reader, bool in_cell_formats, GHashTable *custom)
{
    const char *name = xml_reader_name(reader), *code = xml_reader_attribute(reader, "", "formatCode");
    int64_t id = format_id(reader);
    if (strcmp(name, "numFmt") == 0 && code)
        g_hash_table_insert(custom, GINT_TO_POINTER((int)id), GINT_TO_POINTER((int)xlsx_format_shown(code)));
    gpointer known = NULL;
    if (in_cell_formats && strcmp(name, "xf") == 0 && book->shown->len < FORMATS_MAX) {
        bool own = g_hash_table_lookup_extended(custom, GINT_TO_POINTER((int)id), NULL, &known);
        Shown shown = own ? (Shown)GPOINTER_TO_INT(known) : builtin_shown(id);
        g_array_append_val(book->shown, shown);
    }
}

gboolean xlsx_read_styles(XlsxBook *book, XmlReader *reader, GError **error)
{
    g_autoptr(GHashTable) custom = g_hash_table_new(NULL, NULL);
    bool in_cell_formats = false;
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE) {
        if (event != XML_START || !xlsx_is_main(xml_reader_namespace(reader)))
            continue;
        if (xml_reader_depth(reader) == 1)
            in_cell_formats = strcmp(xml_reader_name(reader), "cellXfs") == 0;
        else if (xml_reader_depth(reader) == 2)
            format_take(book, reader, in_cell_formats, custom);
    }
    return event == XML_DONE;
}
