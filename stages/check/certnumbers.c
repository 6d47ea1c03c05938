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
    const char *own;    /* in the form */
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

/* Another number of the same series: as long, and with the same beginning.  Somebody may hold certificates of two
 * kinds, of which the numbers look different. */
static bool is_another(const char *own, const char *number)
{
    g_autofree char *a = text_fold(own), *b = text_fold(number);
    size_t length = strlen(a);
    bool masked = strchr(b, '*') || strchr(b, 'x');
    return length == strlen(b) && !masked && strcmp(a, b) != 0 && strncmp(a, b, (length + 1) / 2) == 0;
}

static void note(Look *look, Shown shown)
{
    if (!is_another(look->own, shown.number))
        return;
    if (look->first.number) {
        saying_add_place(look->places, shown.file, shown.place);
        return;
    }
    look->first = shown;
    look->first.number = g_strdup(shown.number);
}

/* The number in the row of the list that is PERSON's. */
static void look_row(Look *look, const SubFile *file, const Field *field)
{
    const char *bar = strchr(field->value, '|');
    g_autofree char *name = bar ? g_strndup(field->value, (gsize)(bar - field->value)) : NULL;
    if (name && text_same(name, person_meant(look->person)))
        note(look, (Shown){(char *)bar + 1, file, "candidate-list", field->place});
}

static void look_file(Look *look, const SubFile *file)
{
    const Document *list = file->group ? NULL : subfile_document(file, "candidate-list"),
                   *integrity = file->person == look->person && !file->group
                                    ? subfile_document(file, "integrity-certificate")
                                    : NULL;
    const Field *number = document_value(integrity, "certificate-number");
    if (number && number->status == VALUE_VALID)
        note(look, (Shown){number->value, file, "integrity-certificate", number->place});
    for (guint i = 0; list && i < list->fields->len; i++) {
        const Field *field = list->fields->pdata[i];
        if (strcmp(field->id, "listed-certificate") == 0)
            look_row(look, file, field);
    }
}

static void look_officers(const SubFile *file, const Document *document, gpointer data)
{
    Look *look = data;
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *officer = document->investigators->pdata[i];
        if (!officer->certificate || !text_same(officer->name, person_meant(look->person)))
            continue;
        look->known = look->known || text_same(officer->certificate, look->own);
        if (!look->in_cases.number)
            look->in_cases = (Shown){officer->certificate, file, document->type, officer->place};
        look->count += text_same(officer->certificate, look->in_cases.number);
    }
}

/* A number that stands once with the name may be a colleague's in the same sentence. */
static void look_cases(const Check *check, Look *look)
{
    for (guint i = 0; i < check->submission->groups->len; i++)
        casegroup_each_document(check->submission->groups->pdata[i], look_officers, look);
    if (!look->known && look->count >= 2)
        note(look, look->in_cases);
}

/* The other candidate whose form has NUMBER; NULL: none. */
static const Person *owner_of(const Check *check, const Look *look)
{
    for (guint i = 0; i < check->submission->persons->len; i++) {
        const Person *person = check->submission->persons->pdata[i];
        const Document *form = NULL;
        const Field *number = form_of(person, &form) ? document_value(form, "certificate-number") : NULL;
        if (number && person != look->person && text_same(number->value, look->first.number))
            return person;
    }
    return NULL;
}

static void tell(Check *check, const Look *look, const SubFile *file, const Field *own)
{
    Finding *finding = person_add(check, "CND-003", "differs", look->person, file, own->place);
    const Person *owner = owner_of(check, look);
    finding_param(finding, "number", own->value);
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
    for (guint i = 0; i < check->submission->persons->len; i++) {
        const Person *person = check->submission->persons->pdata[i];
        const Document *form = NULL;
        const SubFile *file = form_of(person, &form);
        const Field *own = document_value(form, "certificate-number");
        if (!own || own->status != VALUE_VALID || own->value[0] == '\0')
            continue;
        g_autoptr(GString) places = g_string_new(NULL);
        Look look = {.person = person, .own = own->value, .places = places};
        for (guint j = 0; j < check->submission->files->len; j++)
            look_file(&look, check->submission->files->pdata[j]);
        look_cases(check, &look);
        if (look.first.number)
            tell(check, &look, file, own);
        g_free(look.first.number);
    }
}
