/* CND-003: which papers leave a candidate's certificate number blank; blank: though the form gives it. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* The number that LIST gives PERSON is left empty there: where; else NULL. */
static const Field *left_empty(const Document *list, const Person *person)
{
    for (guint i = 0; list && i < list->fields->len; i++) {
        const Field *field = list->fields->pdata[i];
        const char *bar = strcmp(field->id, "listed-certificate") == 0 && field->status == VALUE_ABSENT ? strchr(field->value, '|')
                                                                                                      : NULL;
        g_autofree char *name = bar ? g_strndup(field->value, (gsize)(bar - field->value)) : NULL;
        if (name && text_same(name, person->name))
            return field;
    }
    return NULL;
}

/* The first list of candidates that leaves PERSON's number empty, and where; NULL for none. */
static const SubFile *list_left_empty(const Check *check, const Person *person, const Field **empty)
{
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        *empty = file->group ? NULL : left_empty(subfile_document(file, "candidate-list"), person);
        if (*empty)
            return file;
    }
    return NULL;
}

/* Where DOCUMENT leaves the number of PERSON blank and gives it nowhere; else NULL. */
static const Field *left_blank(const Document *document, const Person *person)
{
    const Field *blank = document_value(document, "certificate-blank"), *given = document_value(document, "certificate-number");
    bool known = given && given->value[0] != '\0';
    for (guint i = 0; i < document->investigators->len && !known; i++) {
        const Investigator *officer = document->investigators->pdata[i];
        known = officer->certificate && text_same(officer->name, person_meant(person));
    }
    return known ? NULL : blank;
}

typedef struct { const SubFile *file; const Field *field; } Blank;

/* The papers of PERSON's own, but the FORM, that leave the number blank.  Caller unrefs. */
static GArray *blanks_of(const Person *person, const SubFile *form)
{
    GArray *blanks = g_array_new(FALSE, FALSE, sizeof(Blank));
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        for (guint j = 0; !file->group && file != form && j < file->facts->documents->len; j++) {
            Blank blank = {file, left_blank(file->facts->documents->pdata[j], person)};
            if (blank.field)
                g_array_append_val(blanks, blank);
        }
    }
    return blanks;
}

/* "others": BLANKS from the one at FROM. */
static void param_others(Finding *finding, const GArray *blanks, guint from)
{
    g_autoptr(GString) places = g_string_new(NULL);
    for (guint i = from; i < blanks->len; i++) {
        const Blank *blank = &g_array_index(blanks, Blank, i);
        saying_add_place(places, blank->file, blank->field->place);
    }
    if (places->len > 0)
        finding_param(finding, "others", places->str);
}

void param_numbers_blank(const Check *check, Finding *finding, const Person *person, const SubFile *form)
{
    const Field *empty = NULL;
    const SubFile *list = list_left_empty(check, person, &empty);
    g_autoptr(GArray) blanks = blanks_of(person, form);
    if (list) {
        finding_param(finding, "list", list->facts->path);
        finding_param(finding, "list-place", empty->place);
    }
    param_others(finding, blanks, 0);
}

void blank_numbers_check(Check *check, const Person *person, const SubFile *form, const char *number)
{
    Blank list = {0};
    list.file = list_left_empty(check, person, &list.field);
    g_autoptr(GArray) blanks = blanks_of(person, form);
    if (list.file)
        g_array_append_val(blanks, list);
    if (blanks->len == 0)
        return;
    const Blank *first = &g_array_index(blanks, Blank, 0);
    Finding *finding = person_add(check, "CND-003", "blank", person, first->file, first->field->place);
    finding_param(finding, "number", number);
    param_others(finding, blanks, 1);
}
