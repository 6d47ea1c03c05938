/* LAW-011 and 012: at least two investigators, each with a certificate. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

static const char *const record_types[] = {"inspection-record", "interview-record", NULL};
static const char *const naming_types[] = {"inspection-record", "interview-record", "investigation-report", NULL};

typedef struct {
    Check *check;
    const CaseGroup *group;
    GPtrArray *names;         /* char *, borrowed, each once */
    GHashTable *certified;    /* folded names; owned */
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

static void collect(Officers *officers, const Document *document)
{
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (!is_named(officers->names, person->name))
            g_ptr_array_add(officers->names, person->name);
        if (person->certificate && person->certificate[0] != '\0')
            g_hash_table_add(officers->certified, text_fold(person->name));
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

static void check_certificates(const Officers *officers)
{
    g_autoptr(GPtrArray) without = g_ptr_array_new();
    for (guint i = 0; i < officers->names->len; i++) {
        g_autofree char *name = text_fold(officers->names->pdata[i]);
        if (!g_hash_table_contains(officers->certified, name))
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
    g_autoptr(GHashTable) certified = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Officers officers = {.check = check, .group = group, .names = names, .certified = certified};
    casegroup_each_document(group, look, &officers);
    if (!officers.document)
        return;
    if (!officers.told && names->len < limit_rule(check->in->rules, "investigators")->amount)
        add_few(&officers, officers.file, officers.document, names);
    check_certificates(&officers);
}
