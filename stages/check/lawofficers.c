/* LAW-011 and 012: at least two investigators, each with a certificate, whose number stands in the record. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

static const char *const record_types[] = {"inspection-record", "interview-record", NULL};
static const char *const naming_types[] = {"inspection-record", "interview-record", "investigation-report", NULL};

/* A number that stands with a name, how often, and in which document first; borrowed. */
typedef struct { const char *name, *number; int count; const Document *document; } Shown;

typedef struct {
    Check *check;
    const CaseGroup *group;
    GPtrArray *names;         /* char *, borrowed, each once */
    GPtrArray *acting;        /* of these and of all in the file: who is named as more than the recorder somewhere */
    GArray *shown;            /* Shown, in order of first appearance: in the documents that should name them */
    GArray *known;            /* Shown: anywhere in the file */
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

static void note_number(GArray *shown, const Investigator *person, const Document *document)
{
    for (guint i = 0; i < shown->len; i++) {
        Shown *known = &g_array_index(shown, Shown, i);
        if (text_same(known->name, person->name) && text_same(known->number, person->certificate)) {
            known->count++;
            return;
        }
    }
    const Shown first = {person->name, person->certificate, 1, document};
    g_array_append_val(shown, first);
}

static bool has_number(const Investigator *person)
{
    return person->certificate && person->certificate[0] != '\0';
}

static void look_anywhere(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Officers *officers = data;
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (!person->recorder && !is_named(officers->acting, person->name))
            g_ptr_array_add(officers->acting, person->name);
        if (has_number(person))
            note_number(officers->known, person, document);
    }
}

static void collect(Officers *officers, const Document *document)
{
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (!is_named(officers->names, person->name))
            g_ptr_array_add(officers->names, person->name);
        if (has_number(person))
            note_number(officers->shown, person, document);
    }
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

/* Where SHOWN has a number of NAME's own; NULL for nowhere. */
static const Shown *number_of(const GArray *shown, const char *name)
{
    for (guint i = 0; i < shown->len; i++)
        if (text_same(g_array_index(shown, Shown, i).name, name) && is_owner(shown, i))
            return &g_array_index(shown, Shown, i);
    return NULL;
}

static char *names_joined(const GPtrArray *names)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", (const char *)names->pdata[i]);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static Finding *add_few(Officers *officers, const char *variant, const SubFile *file, const Document *document, const GPtrArray *names)
{
    g_autofree char *list = names_joined(names);
    Finding *finding = check_add(officers->check, "LAW-011", variant, officers->group, file, document->first);
    finding_param(finding, "doctype", document->type);
    param_int(finding, "count", names->len);
    finding_param(finding, "names", list);
    param_int(finding, "minimum", limit_rule(officers->check->in->rules, "investigators")->amount);
    officers->told = true;
    return finding;
}

/* Whoever only wrote the record counts as the second officer when a number stands with the name somewhere in the
 * file, or another document names the same person as investigator. */
static bool is_officer(const Officers *officers, const Investigator *person)
{
    return is_named(officers->acting, person->name) || number_of(officers->known, person->name);
}

/* LAW-011: the second name of a record is only that of the recorder. */
static void check_recorder(Officers *officers, const SubFile *file, const Document *document)
{
    g_autoptr(GPtrArray) acting = g_ptr_array_new(), recorders = g_ptr_array_new();
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        g_ptr_array_add(is_officer(officers, person) ? acting : recorders, person->name);
    }
    if (acting->len >= limit_rule(officers->check->in->rules, "investigators")->amount)
        return;
    g_autofree char *recorder = names_joined(recorders);
    finding_param(add_few(officers, "recorder", file, document, acting), "recorder", recorder);
}

/* LAW-012: the number of an officer stands elsewhere in the file, but not in this record, where it belongs
 * (domain.md 4.5).  The official form asks for none of the recorder's. */
static void check_numbers_in_record(Officers *officers, const SubFile *file, const Document *document)
{
    g_autoptr(GPtrArray) without = g_ptr_array_new();
    g_autoptr(GString) where = g_string_new(NULL);
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        const Shown *number = has_number(person) || person->recorder ? NULL : number_of(officers->known, person->name);
        if (!number)
            continue;
        g_ptr_array_add(without, person->name);
        if (!word_in_list(where->str, ' ', number->document->type))
            g_string_append_printf(where, "%s%s", where->len > 0 ? " " : "", number->document->type);
    }
    if (without->len == 0)
        return;
    g_autofree char *names = names_joined(without);
    Finding *finding = check_add(officers->check, "LAW-012", "record", officers->group, file, document->first);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "names", names);
    finding_param(finding, "where", where->str);
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
    if (document->investigators->len == 0 || !g_strv_contains(record_types, document->type))
        return;
    check_numbers_in_record(officers, file, document);
    if (document->investigators->len >= limit_rule(officers->check->in->rules, "investigators")->amount) {
        check_recorder(officers, file, document);
        return;
    }
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < document->investigators->len; i++)
        g_ptr_array_add(names, ((const Investigator *)document->investigators->pdata[i])->name);
    add_few(officers, NULL, file, document, names);
}

static void check_certificates(const Officers *officers)
{
    g_autoptr(GPtrArray) without = g_ptr_array_new();
    for (guint i = 0; i < officers->names->len; i++) {
        bool is_recorder = !is_named(officers->acting, officers->names->pdata[i]); /* LAW-011 asks about those */
        if (!is_recorder && !number_of(officers->shown, officers->names->pdata[i]))
            g_ptr_array_add(without, officers->names->pdata[i]);
    }
    if (without->len == 0)
        return;
    g_autofree char *list = names_joined(without);
    finding_param(check_add(officers->check, "LAW-012", NULL, officers->group, officers->file, officers->document->first), "names", list);
}

void officers_check(Check *check, CaseGroup *group)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new(), acting = g_ptr_array_new();
    g_autoptr(GArray) shown = g_array_new(FALSE, FALSE, sizeof(Shown)), known = g_array_new(FALSE, FALSE, sizeof(Shown));
    Officers officers = {.check = check, .group = group, .names = names, .acting = acting, .shown = shown, .known = known};
    casegroup_each_document(group, look_anywhere, &officers);
    casegroup_each_document(group, look, &officers);
    if (!officers.document)
        return;
    if (!officers.told && names->len < limit_rule(check->in->rules, "investigators")->amount)
        add_few(&officers, NULL, officers.file, officers.document, names);
    check_certificates(&officers);
}
