/* CND-012 both-lists, 016, 017 and 018: candidates' forms, the list of them, and their stories against one another. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* ---- forms ---- */

/* A form that was signed on paper lies beside the document as a scan. */
static bool has_scanned_form(const Person *person)
{
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        if (!file->group && subfile_is_scan(file) && subfile_stands_for(file, "candidate-form"))
            return true;
    }
    return false;
}

void forms_check(Check *check, const Person *person)
{
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        const Document *form = file->group ? NULL : subfile_document(file, "candidate-form");
        const Field *unit = document_value(form, "unit"), *opinion = document_value(form, "unit-opinion");
        if (unit && unit->status == VALUE_VALID && agency_is_elsewhere(check, unit->value))
            finding_param(person_add(check, "CND-016", NULL, person, file, unit->place), "other", unit->value);
        if (opinion && opinion->status == VALUE_ABSENT && !has_scanned_form(person))
            person_add(check, "CND-016", "no-opinion", person, file, opinion->place);
    }
}

/* ---- the list of candidates ---- */

static bool bears_name(const Person *person, const char *name)
{
    g_autofree char *folder = text_squeeze(person->name), *squeezed = text_squeeze(name);
    return strstr(folder, squeezed) || strstr(squeezed, folder);
}

/* The names in all lists of candidates, in their order; *FILE the first that has any. */
static GPtrArray *listed_names(const Check *check, const SubFile **file)
{
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *each = check->submission->files->pdata[i];
        const Document *list = each->group ? NULL : subfile_document(each, "candidate-list");
        for (guint j = 0; list && j < list->fields->len; j++) {
            const Field *field = list->fields->pdata[j];
            if (strcmp(field->id, "name") != 0)
                continue;
            g_ptr_array_add(names, field->value);
            *file = *file ? *file : each;
        }
    }
    return names;
}

static void add_line(GString *list, const char *name)
{
    g_string_append_printf(list, "%s%s", list->len > 0 ? "\n" : "", name);
}

/* The people of one list (LEGAL or not) who are not among NAMES; "" where none of that list is: it has one of its own. */
static void add_unlisted(const Check *check, const GPtrArray *names, bool legal, GString *unlisted)
{
    g_autoptr(GString) missing = g_string_new(NULL);
    bool any = false;
    for (guint i = 0; i < check->submission->persons->len; i++) {
        const Person *person = check->submission->persons->pdata[i];
        bool listed = false;
        for (guint j = 0; j < names->len && !listed; j++)
            listed = bears_name(person, names->pdata[j]);
        any = any || (person->legal == legal && listed);
        if (person->legal == legal && !listed)
            add_line(missing, person->name);
    }
    if (any && missing->len > 0)
        add_line(unlisted, missing->str);
}

static void check_list(Check *check)
{
    const SubFile *file = NULL;
    g_autoptr(GPtrArray) names = listed_names(check, &file);
    g_autoptr(GString) listed = g_string_new(NULL), folders = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++) {
        bool there = false;
        for (guint j = 0; j < check->submission->persons->len && !there; j++)
            there = bears_name(check->submission->persons->pdata[j], names->pdata[i]);
        if (!there)
            add_line(listed, names->pdata[i]);
    }
    add_unlisted(check, names, false, folders);
    add_unlisted(check, names, true, folders);
    if (!file || check->submission->persons->len == 0 || (listed->len == 0 && folders->len == 0))
        return;
    Finding *finding = check_add(check, "CND-017", NULL, NULL, file, NULL);
    finding_param(finding, "listed", listed->str);
    finding_param(finding, "folders", folders->str);
}

/* ---- one person twice, one story twice ---- */

static void check_both_lists(Check *check, const Person *person, const Person *other)
{
    if (person->legal == other->legal || !text_same(person->name, other->name))
        return;
    const Person *legal = person->legal ? person : other, *officer = person->legal ? other : person;
    Finding *finding = catalogue_add(check->in->catalogue, check->findings, "CND-012", "both-lists", NULL, officer->path, NULL);
    finding_param(finding, "name", officer->name);
    finding_param(finding, "other", legal->path);
}

/* The story of PERSON, and its file. */
static const Document *story_of(const Person *person, const SubFile **file)
{
    for (guint i = 0; i < person->files->len; i++) {
        const Document *story = ((const SubFile *)person->files->pdata[i])->group ? NULL : subfile_document(person->files->pdata[i], "story");
        if (!story)
            continue;
        *file = person->files->pdata[i];
        return story;
    }
    return NULL;
}

static void check_same_story(Check *check, const Person *person, const Person *other)
{
    const SubFile *file = NULL, *other_file = NULL;
    const Document *story = story_of(person, &file), *other_story = story_of(other, &other_file);
    if (!story || !other_story || !story->text_digest || g_strcmp0(story->text_digest, other_story->text_digest) != 0 ||
        text_same(person->name, other->name))
        return;
    Finding *finding = person_add(check, "CND-018", NULL, person, file, NULL);
    finding_param(finding, "other", other->name);
    finding_param(finding, "other-file", other_file->facts->path);
}

void people_check(Check *check)
{
    const GPtrArray *persons = check->submission->persons;
    check_list(check);
    for (guint i = 0; i < persons->len; i++)
        for (guint j = 0; j < i; j++) {
            check_both_lists(check, persons->pdata[i], persons->pdata[j]);
            check_same_story(check, persons->pdata[i], persons->pdata[j]);
        }
}
