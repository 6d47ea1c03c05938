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
    bool scanned = has_scanned_form(person);
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        const Document *form = file->group ? NULL : subfile_document(file, "candidate-form");
        const Field *unit = document_value(form, "unit"), *opinion = document_value(form, "unit-opinion");
        if (unit && unit->status == VALUE_VALID && agency_is_elsewhere(check, unit->value))
            finding_param(person_add(check, "CND-016", NULL, person, file, unit->place), "other", unit->value);
        if (opinion && opinion->status == VALUE_ABSENT && !scanned)
            person_add(check, "CND-016", "no-opinion", person, file, opinion->place);
    }
}

/* ---- the list of candidates ---- */

/* A name as it is compared: a folder may bear more than the name, 尹例宁（副本）.  Caller frees. */
static char *bare_name(const char *name)
{
    char *bare = text_fold(name);
    bare[strcspn(bare, "(")] = '\0';
    return bare;
}

GPtrArray *people_listed(const Check *check, const SubFile **file)
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

/* NAMES as they are compared. */
static GHashTable *bare_names(const GPtrArray *names)
{
    GHashTable *bare = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < names->len; i++)
        g_hash_table_add(bare, bare_name(names->pdata[i]));
    return bare;
}

char *people_unlisted(const Check *check, bool legal, const SubFile **file)
{
    g_autoptr(GPtrArray) names = people_listed(check, file);
    g_autoptr(GHashTable) listed = bare_names(names);
    g_autoptr(GString) missing = g_string_new(NULL);
    bool any = false;
    for (guint i = 0; i < check->submission->persons->len; i++) {
        const Person *person = check->submission->persons->pdata[i];
        g_autofree char *bare = bare_name(person_meant(person));
        bool there = g_hash_table_contains(listed, bare);
        any = any || (person->legal == legal && there);
        if (person->legal == legal && !there)
            text_add_line(missing, person->name);
    }
    return g_strdup(any ? missing->str : "");
}

/* True when the people of one list who are not on the paper are named already, as too many have a folder (CND-004). */
static bool unlisted_are_told(const Check *check, bool legal)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "CND-004", NULL, &at));)
        if ((told->variant != NULL) == legal && finding_value(told, "unlisted"))
            return true;
    return false;
}

/* The people with a folder who are not on the paper.  Those told with the quota are told again only BESIDE names without a folder, of
 * which they may be misspellings.  Caller frees. */
static char *unlisted_to_tell(const Check *check, bool beside)
{
    g_autoptr(GString) unlisted = g_string_new(NULL);
    for (int legal = false; legal <= true; legal++) {
        const SubFile *file = NULL;
        g_autofree char *names = people_unlisted(check, legal, &file);
        if (names[0] != '\0' && (beside || !unlisted_are_told(check, legal)))
            text_add_line(unlisted, names);
    }
    return g_string_free(g_steal_pointer(&unlisted), FALSE);
}

/* Those whose folder bears another name, which is told already (PKG-016).  Caller unrefs. */
static GHashTable *names_told_lost(const Check *check)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "PKG-016", NULL, &at));) {
        const char *name = finding_value(told, "name"), *several = finding_value(told, "names");
        g_auto(GStrv) parts = g_strsplit(several ? several : name ? name : "", "\n", -1);
        for (char **part = parts; *part; part++)
            g_ptr_array_add(names, g_strdup(*part));
    }
    return bare_names(names);
}

static void check_list(Check *check)
{
    const SubFile *file = NULL;
    g_autoptr(GPtrArray) names = people_listed(check, &file), people = g_ptr_array_new();
    for (guint i = 0; i < check->submission->persons->len; i++)
        g_ptr_array_add(people, (gpointer)person_meant(check->submission->persons->pdata[i]));
    g_autoptr(GHashTable) with_folder = bare_names(people), told = names_told_lost(check);
    g_autoptr(GString) lost = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *bare = bare_name(names->pdata[i]);
        if (!g_hash_table_contains(with_folder, bare) && !g_hash_table_contains(told, bare))
            text_add_line(lost, names->pdata[i]);
    }
    g_autofree char *unlisted = unlisted_to_tell(check, lost->len > 0);
    if (!file || people->len == 0 || (lost->len == 0 && unlisted[0] == '\0'))
        return;
    Finding *finding = check_add(check, "CND-017", NULL, NULL, file, NULL);
    finding_param(finding, "listed", lost->str);
    finding_param(finding, "folders", unlisted);
}

/* ---- one person twice, one story twice ---- */

/* OFFICERS: folded name → the first candidate of that name. */
static void check_both_lists(Check *check, const Person *person, GHashTable *officers)
{
    g_autofree char *name = text_fold(person->name);
    const Person *officer = g_hash_table_lookup(officers, name);
    if (!person->legal && !officer)
        g_hash_table_insert(officers, g_steal_pointer(&name), (gpointer)person);
    if (!person->legal || !officer)
        return;
    Finding *finding = catalogue_add(check->in->catalogue, check->findings, "CND-012", "both-lists", NULL, officer->path, NULL);
    finding_param(finding, "name", officer->name);
    finding_param(finding, "other", person->path);
}

/* The file with the story of PERSON; NULL for none that can be read. */
static const SubFile *story_of(const Person *person, const Document **story)
{
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        if (!file->group && (*story = subfile_document(file, "story")))
            return file;
    }
    return NULL;
}

/* STORIES: digest of the text → file of the first with it. */
static void check_same_story(Check *check, const Person *person, GHashTable *stories)
{
    const Document *story = NULL;
    const SubFile *file = story_of(person, &story);
    if (!file || !story->text_digest)
        return;
    const SubFile *first = g_hash_table_lookup(stories, story->text_digest);
    if (!first)
        g_hash_table_insert(stories, story->text_digest, (gpointer)file);
    if (!first || text_same(person->name, first->person->name))
        return;
    Finding *finding = person_add(check, "CND-018", NULL, person, file, NULL);
    finding_param(finding, "other", first->person->name);
    finding_param(finding, "other-file", first->facts->path);
}

void people_check(Check *check)
{
    const GPtrArray *persons = check->submission->persons;
    g_autoptr(GHashTable) officers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          stories = g_hash_table_new(g_str_hash, g_str_equal);
    check_list(check);
    for (guint i = 0; i < persons->len; i++) { /* in path order, in which 先进个人 and 执法先进个人 stand before 法制先进个人 */
        check_both_lists(check, persons->pdata[i], officers);
        check_same_story(check, persons->pdata[i], stories);
    }
}
