/* CND-003, differs: the certificate number in a candidate's form against the certificate of integrity, the list of
 * candidates and the unit's case files. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* One number somewhere; all borrowed but NUMBER. */
typedef struct {
    char *number;
    const SubFile *file;
    const char *doctype, *place;
} Shown;

typedef struct {
    const Person *person;
    const SubFile *file;
    const Field *own;   /* in the form */
    Shown first;        /* the first other number; number NULL: none */
    GString *places;    /* where more of them stand */
    bool known;         /* a case file has OWN with the name */
    Shown in_cases;     /* the first other number in case files, and how often it stands there */
    int count;
} Look;

static const SubFile *form_of(const Person *person, const Document **form)
{
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        if (!file->group && (*form = subfile_document(file, "candidate-form")))
            return file;
    }
    return NULL;
}

bool certificate_is_another(const char *own, const char *number)
{
    g_autofree char *a = text_fold(own), *b = text_fold(number);
    size_t length = strlen(a);
    bool masked = strchr(b, '*') || strchr(b, 'x');
    return length == strlen(b) && !masked && strcmp(a, b) != 0 && strncmp(a, b, (length + 1) / 2) == 0;
}

static void note(Look *look, Shown shown)
{
    if (!certificate_is_another(look->own->value, shown.number))
        return;
    if (look->first.number) {
        saying_add_place(look->places, shown.file, shown.place);
        return;
    }
    look->first = shown;
    look->first.number = g_strdup(shown.number);
}

static void look_free(gpointer data)
{
    Look *look = data;
    g_free(look->first.number);
    g_string_free(look->places, TRUE);
    g_free(look);
}

/* ---- all candidates at once: of thousands each would otherwise have all papers read again ---- */

typedef struct {
    GPtrArray *all;      /* Look: those whose form has a number */
    GHashTable *by_name; /* folded name → GPtrArray of Look */
    GHashTable *owners;  /* folded number → GPtrArray of Person whose form has it */
} Looks;

static void list_free(gpointer list)
{
    g_ptr_array_unref(list);
}

static void looks_init(Looks *looks)
{
    looks->all = g_ptr_array_new_with_free_func(look_free);
    looks->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, list_free);
    looks->owners = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, list_free);
}

static void looks_clear(Looks *looks)
{
    g_hash_table_unref(looks->by_name);
    g_hash_table_unref(looks->owners);
    g_ptr_array_unref(looks->all);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Looks, looks_clear)

static void add_to_list(GHashTable *lists, const char *name, gconstpointer item)
{
    g_autofree char *folded = text_fold(name);
    GPtrArray *list = g_hash_table_lookup(lists, folded);
    if (!list)
        g_hash_table_insert(lists, g_steal_pointer(&folded), list = g_ptr_array_new());
    g_ptr_array_add(list, (gpointer)item);
}

/* NULL for none. */
static const GPtrArray *list_of(GHashTable *lists, const char *name)
{
    g_autofree char *folded = text_fold(name);
    return g_hash_table_lookup(lists, folded);
}

static void add_person(Looks *looks, const Person *person)
{
    const Document *form = NULL;
    const SubFile *file = form_of(person, &form);
    const Field *own = file ? document_value(form, "certificate-number") : NULL;
    if (!own)
        return;
    add_to_list(looks->owners, own->value, person);
    if (own->status != VALUE_VALID || own->value[0] == '\0')
        return;
    Look *look = g_new0(Look, 1);
    *look = (Look){.person = person, .file = file, .own = own, .places = g_string_new(NULL)};
    g_ptr_array_add(looks->all, look);
    add_to_list(looks->by_name, person_meant(person), look);
}

/* The number in the row of a list, for those who bear its name. */
static void look_row(const Looks *looks, const SubFile *file, const Field *field)
{
    const char *bar = strchr(field->value, '|');
    g_autofree char *name = bar ? g_strndup(field->value, (gsize)(bar - field->value)) : NULL;
    const GPtrArray *bearers = name ? list_of(looks->by_name, name) : NULL;
    for (guint i = 0; bearers && field->status == VALUE_VALID && i < bearers->len; i++)
        note(bearers->pdata[i], (Shown){(char *)bar + 1, file, "candidate-list", field->place});
}

/* The number in PERSON's certificate of integrity. */
static void look_integrity(const Looks *looks, const SubFile *file)
{
    const Field *number = document_value(subfile_document(file, "integrity-certificate"), "certificate-number");
    const GPtrArray *bearers = number ? list_of(looks->by_name, person_meant(file->person)) : NULL;
    for (guint i = 0; bearers && number->status == VALUE_VALID && i < bearers->len; i++) {
        Look *look = bearers->pdata[i];
        if (look->person == file->person)
            note(look, (Shown){number->value, file, "integrity-certificate", number->place});
    }
}

static void look_file(const Looks *looks, const SubFile *file)
{
    if (file->group)
        return;
    const Document *list = subfile_document(file, "candidate-list");
    if (file->person)
        look_integrity(looks, file);
    for (guint i = 0; list && i < list->fields->len; i++) {
        const Field *field = list->fields->pdata[i];
        if (strcmp(field->id, "listed-certificate") == 0)
            look_row(looks, file, field);
    }
}

static void look_officer(Look *look, const Investigator *officer, const SubFile *file, const char *type)
{
    look->known = look->known || text_same(officer->certificate, look->own->value);
    if (!look->in_cases.number)
        look->in_cases = (Shown){officer->certificate, file, type, officer->place};
    look->count += text_same(officer->certificate, look->in_cases.number);
}

static void look_officers(const SubFile *file, const Document *document, gpointer data)
{
    const Looks *looks = data;
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *officer = document->investigators->pdata[i];
        const GPtrArray *bearers = officer->certificate ? list_of(looks->by_name, officer->name) : NULL;
        for (guint j = 0; bearers && j < bearers->len; j++)
            look_officer(bearers->pdata[j], officer, file, document->type);
    }
}

static void look_all(const Check *check, Looks *looks)
{
    const Submission *submission = check->submission;
    for (guint i = 0; i < submission->persons->len; i++)
        add_person(looks, submission->persons->pdata[i]);
    if (looks->all->len == 0)
        return;
    for (guint i = 0; i < submission->files->len; i++)
        look_file(looks, submission->files->pdata[i]);
    for (guint i = 0; i < submission->groups->len; i++)
        casegroup_each_document(submission->groups->pdata[i], look_officers, looks);
}

/* The other candidate whose form has the number; NULL: none. */
static const Person *owner_of(const Looks *looks, const Look *look)
{
    const GPtrArray *owners = list_of(looks->owners, look->first.number);
    for (guint i = 0; owners && i < owners->len; i++)
        if (owners->pdata[i] != look->person)
            return owners->pdata[i];
    return NULL;
}

static void tell(Check *check, const Looks *looks, const Look *look)
{
    Finding *finding = person_add(check, "CND-003", "differs", look->person, look->file, look->own->place);
    const Person *owner = owner_of(looks, look);
    finding_param(finding, "number", look->own->value);
    finding_param(finding, "other-number", look->first.number);
    finding_param(finding, "other-doctype", look->first.doctype);
    finding_param(finding, "other-file", look->first.file->facts->path);
    finding_param(finding, "other-place", look->first.place);
    if (owner)
        finding_param(finding, "owner", owner->name);
    if (look->places->len > 0)
        finding_param(finding, "others", look->places->str);
}

void certificate_numbers_check(Check *check)
{
    g_auto(Looks) looks;
    looks_init(&looks);
    look_all(check, &looks);
    for (guint i = 0; i < looks.all->len; i++) {
        Look *look = looks.all->pdata[i];
        if (!look->known && look->count >= 2) /* one alone may be a colleague's in the same sentence */
            note(look, look->in_cases);
        if (look->first.number)
            tell(check, &looks, look);
    }
}
