/* LAW-011 and 012: at least two investigators, each with a certificate. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

static const char *const record_types[] = {"inspection-record", "interview-record", NULL};
static const char *const naming_types[] = {"inspection-record", "interview-record", "investigation-report", NULL};

typedef struct { const char *name, *number; int count; } Shown; /* borrowed; how often the number stands with the name */

typedef struct {
    Check *check;
    const CaseGroup *group;
    GPtrArray *names;         /* char *, borrowed, each once */
    GArray *shown;            /* Shown, in order of first appearance */
    const SubFile *file;      /* of the first document that should name them */
    const Document *document;
    bool told;                /* LAW-011 was raised for one document */
} Officers;

static bool is_named(const GPtrArray *names, const char *name)
{
    for (guint i = 0; i < names->len; i++)
        if (text_same(names->pdata[i], name))
            return true;
    return false;
}

static void note_number(GArray *shown, const Investigator *person)
{
    for (guint i = 0; i < shown->len; i++) {
        Shown *known = &g_array_index(shown, Shown, i);
        if (text_same(known->name, person->name) && text_same(known->number, person->certificate)) {
            known->count++;
            return;
        }
    }
    const Shown first = {person->name, person->certificate, 1};
    g_array_append_val(shown, first);
}

static void collect(Officers *officers, const Document *document)
{
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (!is_named(officers->names, person->name))
            g_ptr_array_add(officers->names, person->name);
        if (person->certificate && person->certificate[0] != '\0')
            note_number(officers->shown, person);
    }
}

static char *names_joined(const GPtrArray *names)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", (const char *)names->pdata[i]);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void add_few(Officers *officers, const SubFile *file, const Document *document, const GPtrArray *names)
{
    g_autofree char *list = names_joined(names);
    Finding *finding = check_add(officers->check, "LAW-011", NULL, officers->group, file, document->first);
    finding_param(finding, "doctype", document->type);
    param_int(finding, "count", names->len);
    finding_param(finding, "names", list);
    param_int(finding, "minimum", limit_rule(officers->check->in->rules, "investigators")->amount);
    officers->told = true;
}

static void look(const SubFile *file, const Document *document, gpointer data)
{
    Officers *officers = data;
    if (!g_strv_contains(naming_types, document->type))
        return;
    collect(officers, document);
    if (!officers->document) {
        officers->file = file;
        officers->document = document;
    }
    bool few = document->investigators->len > 0 && document->investigators->len < limit_rule(officers->check->in->rules, "investigators")->amount;
    if (!few || !g_strv_contains(record_types, document->type))
        return;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < document->investigators->len; i++)
        g_ptr_array_add(names, ((const Investigator *)document->investigators->pdata[i])->name);
    add_few(officers, file, document, names);
}

/* One number is one person's: where a sentence gives a number for two names (甲、乙，执法证号为1), it is that of the
 * name it stands with most, else of the first. */
static bool is_owner(const GArray *shown, guint index)
{
    const Shown *own = &g_array_index(shown, Shown, index);
    for (guint i = 0; i < shown->len; i++) {
        const Shown *other = &g_array_index(shown, Shown, i);
        bool before = other->count > own->count || (other->count == own->count && i < index);
        if (before && text_same(other->number, own->number))
            return false;
    }
    return true;
}

static bool is_certified(const GArray *shown, const char *name)
{
    for (guint i = 0; i < shown->len; i++)
        if (text_same(g_array_index(shown, Shown, i).name, name) && is_owner(shown, i))
            return true;
    return false;
}

static void check_certificates(const Officers *officers)
{
    g_autoptr(GPtrArray) without = g_ptr_array_new();
    for (guint i = 0; i < officers->names->len; i++) {
        if (!is_certified(officers->shown, officers->names->pdata[i]))
            g_ptr_array_add(without, officers->names->pdata[i]);
    }
    if (without->len == 0)
        return;
    g_autofree char *list = names_joined(without);
    finding_param(check_add(officers->check, "LAW-012", NULL, officers->group, officers->file, officers->document->first), "names", list);
}

void officers_check(Check *check, CaseGroup *group)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GArray) shown = g_array_new(FALSE, FALSE, sizeof(Shown));
    Officers officers = {.check = check, .group = group, .names = names, .shown = shown};
    casegroup_each_document(group, look, &officers);
    if (!officers.document)
        return;
    if (!officers.told && names->len < limit_rule(check->in->rules, "investigators")->amount)
        add_few(&officers, officers.file, officers.document, names);
    check_certificates(&officers);
}
