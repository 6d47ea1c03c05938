/* Days of an inspection or interview, as papers have them: when a record was begun, and where else a day stands. */
#include <string.h>

#include "lawdates.h"

typedef struct { const char *day, *padded; bool that_day; } Begun; /* 2016年9月7日, 2016年09月07日 */

static void look_begun(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Begun *begun = data;
    const Field *time = document_value(document, "record-time");
    begun->that_day |= time && (strstr(time->value, begun->day) || strstr(time->value, begun->padded));
}

bool record_is_begun_on(const CaseGroup *group, const char *type, const Field *field)
{
    int year = 0, month = 0, day = 0;
    Day begun_on = day_parse_iso(field->value);
    if (begun_on == DAY_NONE)
        return false;
    day_to_ymd(begun_on, &year, &month, &day);
    g_autofree char *written = g_strdup_printf("%d年%d月%d日", year, month, day),
                    *padded = g_strdup_printf("%d年%02d月%02d日", year, month, day);
    Begun begun = {.day = written, .padded = padded};
    casegroup_each_of(group, type, look_begun, &begun);
    return begun.that_day;
}

/* Where papers have a day that is asked about besides: in their lists of records, or where it stands once more. */
typedef struct { const char *day; GString *places; } DaySearch;

static bool has_day_besides(const Field *field, const char *day)
{
    static const char again[] = "inspection-dates|";
    if (strcmp(field->id, "inspection-listed") == 0)
        return listed_day_in(field) != DAY_NONE && listed_day_in(field) == day_parse_iso(day);
    return strcmp(field->id, "again") == 0 && g_str_has_prefix(field->value, again) && strcmp(field->value + sizeof again - 1, day) == 0;
}

static void look_besides(const SubFile *file, const Document *document, gpointer data)
{
    const DaySearch *search = data;
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal); /* places of DOCUMENT that are named already */
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (field->place && strcmp(field->id, "inspection-dates") == 0 && strcmp(field->value, search->day) == 0)
            g_hash_table_add(told, field->place);
    }
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (field->place && has_day_besides(field, search->day) && g_hash_table_add(told, field->place))
            saying_add_place(search->places, file, field->place);
    }
}

void param_besides(Finding *finding, const CaseGroup *group, const char *day)
{
    g_autoptr(GString) places = g_string_new(NULL);
    casegroup_each_document(group, look_besides, &(DaySearch){day, places});
    if (places->len > 0)
        finding_param(finding, "besides", places->str);
}
