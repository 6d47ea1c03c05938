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
    GArray *known;            /* Shown, in order of first appearance: anywhere in the file */
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

static void look_anywhere(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Officers *officers = data;
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (!person->recorder && !is_named(officers->acting, person->name))
            g_ptr_array_add(officers->acting, person->name);
        if (officer_has_number(person))
            note_number(officers->known, person, document);
    }
}

static void collect(Officers *officers, const Document *document)
{
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (!is_named(officers->names, person->name))
            g_ptr_array_add(officers->names, person->name);
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
        text_add_line(text, names->pdata[i]);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* Where DOCUMENT first names an officer; NULL for nowhere. */
static const Investigator *first_named(const Document *document)
{
    return document->investigators->len > 0 ? document->investigators->pdata[0] : NULL;
}

/* "alike": where else DOCUMENT has NAME, the only officer that it names: what tells who they are, and the signature. */
static void param_alike(Finding *finding, const SubFile *file, const Document *document, const char *name)
{
    g_autoptr(GString) places = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_add(seen, finding->place);
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        const char *quote = field_quote(field);
        if (quote && strstr(quote, name) && field->place && g_hash_table_add(seen, field->place))
            saying_add_place(places, file, field->place);
    }
    if (places->len > 0)
        finding_param(finding, "alike", places->str);
}

static Finding *add_few(Officers *officers, const char *variant, const SubFile *file, const Document *document, const GPtrArray *names)
{
    g_autofree char *list = names_joined(names);
    const Investigator *named = first_named(document);
    bool placed = named && named->place && named->place[0] != '\0';
    Finding *finding = check_add(officers->check, "LAW-011", variant, officers->group, file,
                                 placed ? named->place : document->first);
    if (named)
        param_quote_around(finding, "quote", named->quote, named->name);
    finding_param(finding, "doctype", document->type);
    param_int(finding, "count", names->len);
    finding_param(finding, "names", list);
    param_int(finding, "minimum", limit_rule(officers->check->in->rules, "investigators")->amount);
    if (!variant && names->len == 1 && finding->place)
        param_alike(finding, file, document, names->pdata[0]);
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

/* Adds PLACE in FILE to the finding that tells of another paper without the numbers of NAMES; false where there is none. */
static bool add_to_told(const Officers *officers, const char *names, const SubFile *file, const char *place)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(officers->check, "LAW-012", officers->group, &at));) {
        if (g_strcmp0(told->variant, "record") != 0 || g_strcmp0(finding_value(told, "names"), names) != 0)
            continue;
        g_autoptr(GString) places = g_string_new(finding_value(told, "others"));
        saying_add_place(places, file, place);
        finding_set((Finding *)told, "others", places->str);
        return true;
    }
    return false;
}

/* LAW-012: the number of an officer stands elsewhere in the file, but not in this record, where it belongs
 * (domain.md 4.5), or in this report, which gives those of others.  The official form asks for none of the recorder's. */
static void check_numbers_in_record(Officers *officers, const SubFile *file, const Document *document)
{
    g_autoptr(GPtrArray) without = g_ptr_array_new();
    g_autoptr(GString) where = g_string_new(NULL);
    const char *place = NULL; /* of the first */
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        const Shown *number = officer_has_number(person) || person->recorder ? NULL : number_of(officers->known, person->name);
        if (!number)
            continue;
        g_ptr_array_add(without, person->name);
        place = place ? place : person->place;
        if (!word_in_list(where->str, ' ', number->document->type))
            g_string_append_printf(where, "%s%s", where->len > 0 ? " " : "", number->document->type);
    }
    if (without->len == 0)
        return;
    g_autofree char *names = names_joined(without);
    place = place ? place : document->first;
    if (add_to_told(officers, names, file, place))
        return;
    Finding *finding = check_add(officers->check, "LAW-012", "record", officers->group, file, place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "names", names);
    finding_param(finding, "where", where->str);
}

/* A report need not give numbers; one that gives some gives them all. */
static bool gives_numbers(const Document *document)
{
    for (guint i = 0; i < document->investigators->len; i++)
        if (officer_has_number(document->investigators->pdata[i]))
            return true;
    return false;
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
    const bool record = g_strv_contains(record_types, document->type);
    if (record || gives_numbers(document))
        check_numbers_in_record(officers, file, document);
    if (document->investigators->len == 0 || !record)
        return;
    if (document->investigators->len >= limit_rule(officers->check->in->rules, "investigators")->amount) {
        check_recorder(officers, file, document);
        return;
    }
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < document->investigators->len; i++)
        g_ptr_array_add(names, ((const Investigator *)document->investigators->pdata[i])->name);
    add_few(officers, NULL, file, document, names);
}

/* NAME stands with a number that is that of a name like it: LAW-012, name, tells that. */
static bool is_misspelt(const Officers *officers, const char *name)
{
    for (guint i = 0; i < officers->known->len; i++) {
        const Shown *own = &g_array_index(officers->known, Shown, i);
        for (guint j = 0; j < officers->known->len && text_same(own->name, name); j++) {
            const Shown *other = &g_array_index(officers->known, Shown, j);
            if (text_same(own->number, other->number) && name_is_slip(own->name, other->name))
                return true;
        }
    }
    return false;
}

/* Where a paper names an officer; borrowed. */
typedef struct { const SubFile *file; const Document *document; const Investigator *person; } NamedAt;

/* In a record, and not as the recorder only. */
static bool is_in_record(const NamedAt *named)
{
    return g_strv_contains(record_types, named->document->type) && !named->person->recorder;
}

/* Folded name → NamedAt, of each the first in a record, else in any paper that should name them. */
static void look_named(const SubFile *file, const Document *document, gpointer data)
{
    GHashTable *named = data;
    for (guint i = 0; g_strv_contains(naming_types, document->type) && i < document->investigators->len; i++) {
        const NamedAt one = {file, document, document->investigators->pdata[i]};
        g_autofree char *name = text_fold(one.person->name);
        const NamedAt *before = g_hash_table_lookup(named, name);
        if (!before || (is_in_record(&one) && !is_in_record(before)))
            g_hash_table_insert(named, g_steal_pointer(&name), g_memdup2(&one, sizeof one));
    }
}

/* True when a scan of GROUP may be that of a record, which nobody read: the numbers may stand there. */
static bool has_scanned_record(const CaseGroup *group)
{
    for (const char *const *type = record_types; *type; type++)
        if (law_has_unread(group, *type))
            return true;
    return group_has_untold(group);
}

/* True when papers that name officers were not read: more may stand there. */
static bool may_name_more(const CaseGroup *group)
{
    for (const char *const *type = naming_types; *type; type++)
        if (law_has_unread(group, *type))
            return true;
    return false;
}

static const char *place_of(const Investigator *person, const Document *document)
{
    return person->place && person->place[0] != '\0' ? person->place : document->first;
}

/* Where officers without a number are named besides: all of it is mended at once. */
typedef struct {
    const GPtrArray *names; /* of theirs */
    const Finding *finding; /* which tells of one place */
    GString *places;
} WithoutSearch;

static void look_without(const SubFile *file, const Document *document, gpointer data)
{
    const WithoutSearch *search = data;
    for (guint i = 0; g_strv_contains(naming_types, document->type) && i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (person->recorder || !is_named(search->names, person->name))
            continue;
        const char *place = place_of(person, document);
        const bool told = strcmp(file->facts->path, search->finding->file) == 0 && g_strcmp0(place, search->finding->place) == 0;
        if (!told)
            saying_add_place(search->places, file, place);
        return; /* once for a paper */
    }
}

/* LAW-012: no number of an officer anywhere in the file.  Told at the first record that names one of them, else where the first
 * of them is named; of those whom only the report names, not where a record is a scan. */
static void check_certificates(const Officers *officers)
{
    g_autoptr(GPtrArray) without = g_ptr_array_new();
    g_autoptr(GHashTable) named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    casegroup_each_document(officers->group, look_named, named);
    const NamedAt *first = NULL;
    const bool scanned = has_scanned_record(officers->group);
    for (guint i = 0; i < officers->names->len; i++) {
        const char *name = officers->names->pdata[i];
        bool is_recorder = !is_named(officers->acting, name); /* LAW-011 asks about those */
        if (is_recorder || number_of(officers->known, name) || is_misspelt(officers, name))
            continue;
        g_autofree char *folded = text_fold(name);
        const NamedAt *at = g_hash_table_lookup(named, folded);
        if (!is_in_record(at) && scanned)
            continue;
        g_ptr_array_add(without, (gpointer)name);
        if (!first || (is_in_record(at) && !is_in_record(first)))
            first = at;
    }
    if (!first)
        return;
    g_autofree char *list = names_joined(without);
    const char *place = place_of(first->person, first->document);
    Finding *finding = check_add(officers->check, "LAW-012", NULL, officers->group, first->file, place);
    finding_param(finding, "names", list);
    WithoutSearch others = {.names = without, .finding = finding, .places = g_string_new(NULL)};
    casegroup_each_document(officers->group, look_without, &others);
    if (others.places->len > 0)
        finding_param(finding, "others", others.places->str);
    g_string_free(others.places, TRUE);
}

void officers_check(Check *check, CaseGroup *group)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new(), acting = g_ptr_array_new();
    g_autoptr(GArray) known = g_array_new(FALSE, FALSE, sizeof(Shown));
    Officers officers = {.check = check, .group = group, .names = names, .acting = acting, .known = known};
    casegroup_each_document(group, look_anywhere, &officers);
    casegroup_each_document(group, look, &officers);
    officernumbers_check(check, group);
    if (!officers.document)
        return;
    if (!officers.told && names->len < limit_rule(check->in->rules, "investigators")->amount && !may_name_more(group))
        add_few(&officers, NULL, officers.file, officers.document, names);
    check_certificates(&officers);
}
