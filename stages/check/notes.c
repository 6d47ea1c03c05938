/* Notes, corrections and waivers that lie in a file already: who asks for one again gets it never. */
#include <string.h>

#include "checks.h"
#include "text.h"

typedef struct { GPtrArray *first, *second; GString *names; } NoteSearch;

/* The ways in which a note may write the value: as it stands there, as its canonical form, a day in words. */
static GPtrArray *ways_to_write(const Field *field)
{
    GPtrArray *ways = g_ptr_array_new_with_free_func(g_free);
    Day day = day_parse_iso(field->value);
    int year, month, of_month;
    if (field->quote && field->quote[0] != '\0')
        g_ptr_array_add(ways, text_fold(field->quote));
    g_ptr_array_add(ways, text_fold(field->value));
    if (day == DAY_NONE)
        return ways;
    day_to_ymd(day, &year, &month, &of_month);
    g_autofree char *words = g_strdup_printf("%d年%d月%d日", year, month, of_month);
    g_ptr_array_add(ways, text_fold(words));
    return ways;
}

static void add_name(GString *names, const SubFile *file)
{
    g_string_append_printf(names, "%s%s", names->len > 0 ? "\n" : "", file->base);
}

static void look_note(const SubFile *file, const Document *document, gpointer data)
{
    NoteSearch *search = data;
    bool first = false, second = false;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "stated") != 0)
            continue;
        g_autofree char *text = text_fold(field->value);
        first |= text_has_any_of(text, search->first);
        second |= text_has_any_of(text, search->second);
    }
    if (first && second)
        add_name(search->names, file);
}

void param_noted(Finding *finding, const CaseGroup *group, const Field *a, const Field *b)
{
    g_autoptr(GPtrArray) first = ways_to_write(a), second = ways_to_write(b);
    g_autoptr(GString) names = g_string_new(NULL);
    casegroup_each_having(group, "stated", look_note, &(NoteSearch){first, second, names});
    if (names->len > 0)
        finding_param(finding, "noted", names->str);
}

static void look_register(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const words[] = {"通知书", "登记", "核准", NULL};
    bool registered = false;
    for (int i = 0; strcmp(document->type, "statement") == 0 && words[i]; i++)
        registered |= document->title && strstr(document->title, words[i]);
    if (registered)
        look_note(file, document, data);
}

bool notes_registered(const CaseGroup *group, const Field *a, const Field *b)
{
    g_autoptr(GPtrArray) first = ways_to_write(a), second = ways_to_write(b);
    g_autoptr(GString) names = g_string_new(NULL);
    casegroup_each_having(group, "stated", look_register, &(NoteSearch){first, second, names});
    return names->len > 0;
}

/* ---- why a term was not kept ---- */

typedef struct { const char *about; GString *names; } AboutSearch;

static void look_explanation(const SubFile *file, const Document *document, gpointer data)
{
    AboutSearch *search = data;
    bool about = false, explains = strstr(file->base, "说明") != NULL;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "stated") != 0)
            continue;
        explains |= strstr(field->value, "说明") != NULL;
        about |= text_has_any_parted(field->value, search->about);
    }
    if (about && explains)
        add_name(search->names, file);
}

void param_noted_about(Finding *finding, const CaseGroup *group, const char *about)
{
    g_autoptr(GString) names = g_string_new(NULL);
    casegroup_each_having(group, "stated", look_explanation, &(AboutSearch){about, names});
    if (names->len > 0)
        finding_param(finding, "noted", names->str);
}

/* ---- papers of a type ---- */

static void look_type(const SubFile *file, const Document *document, gpointer data)
{
    (void)document;
    add_name(data, file);
}

void param_noted_type(Finding *finding, const CaseGroup *group, const char *type)
{
    g_autoptr(GString) names = g_string_new(NULL);
    casegroup_each_of(group, type, look_type, names);
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (file->facts->documents->len == 0 && subfile_stands_for(file, type))
            add_name(names, file);
    }
    if (names->len > 0)
        finding_param(finding, "noted", names->str);
}
