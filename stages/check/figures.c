/* Where a figure of a daily penalty that is wrong stands besides: all of it is mended at once (LAW-006, LAW-007). */
#include "figures.h"

#include <string.h>

#include "oddpaper.h"
#include "text.h"

void figures_add(Figures *figures, const Field *field)
{
    if (field && field->status == VALUE_VALID && figures->n < FIGURES_MAX)
        figures->field[figures->n++] = field;
}

/* Whether papers tell in their field ID what the decision tells in its FIELD; of the total each has a field of its own. */
static bool tells(const char *field, const char *id)
{
    static const char *const totals[] = {"proposed-fine-yuan", "fine-yuan", "demanded-yuan", NULL};
    return strcmp(field, id) == 0 || (strcmp(field, "total-yuan") == 0 && g_strv_contains(totals, id));
}

static bool is_one_of(const Figures *figures, const char *id, const char *value)
{
    for (guint i = 0; i < figures->n; i++)
        if (tells(figures->field[i]->id, id) && text_same(figures->field[i]->value, value))
            return true;
    return false;
}

/* FIELD is one of them, or says that one stands once more (again: "days|13"). */
static bool has_figure(const Figures *figures, const Field *field)
{
    if (field->status != VALUE_VALID)
        return false;
    if (strcmp(field->id, "again") != 0)
        return is_one_of(figures, field->id, field->value);
    g_auto(GStrv) parts = g_strsplit(field->value, "|", 2);
    return g_strv_length(parts) == 2 && is_one_of(figures, parts[0], parts[1]);
}

typedef struct {
    const CaseGroup *group;
    const CaseRules *rules;
    const Figures *figures;
    GHashTable *seen;                     /* path|place: what the finding names itself, and what was listed */
    GString *places;
    GString *served, *inside;             /* types, parted by blanks: how each kind of paper is corrected */
} Search;

static void add_type(GString *types, const char *type)
{
    if (!word_in_list(types->str, ' ', type))
        g_string_append_printf(types, "%s%s", types->len > 0 ? " " : "", type);
}

static char *place_key(const char *path, const char *place)
{
    return g_strjoin("|", path, place ? place : "", NULL);
}

static void look_figure(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const others[] = {"payment-receipt", "court-document", "police-receipt", NULL}; /* of others, or of the original */
    Search *search = data;
    if (g_strv_contains(others, document->type))
        return;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (!has_figure(search->figures, field) || !g_hash_table_add(search->seen, place_key(file->facts->path, field->place)))
            continue;
        saying_add_place(search->places, file, field->place);
        if (document != search->group->speaking)
            add_type(type_is_served(search->rules, document->type) ? search->served : search->inside, document->type);
    }
}

static void param_list(Finding *finding, const char *name, const GString *list)
{
    if (list->len > 0)
        finding_param(finding, name, list->str);
}

void figures_tell(const Check *check, const CaseGroup *group, Finding *finding, const Figures *figures)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) places = g_string_new(NULL), served = g_string_new(NULL), inside = g_string_new(NULL),
                       ids = g_string_new(NULL);
    g_hash_table_add(seen, place_key(finding->file, finding->place));
    casegroup_each_document(group, look_figure,
                            &(Search){group, check->in->rules->cases, figures, seen, places, served, inside});
    for (guint i = 0; i < figures->n; i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? "|" : "", figures->field[i]->id);
    if (places->len == 0)
        return;
    param_list(finding, "figures", ids);
    param_list(finding, "others", places);
    param_list(finding, "served-too", served);
    param_list(finding, "inside-too", inside);
}
