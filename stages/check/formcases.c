/* CND-015: what a candidate's form says of the cases handled, and the proofs, against the candidate's list of cases. */
#include <string.h>

#include "checks.h"
#include "docnumber.h"
#include "text.h"

/* The keys of all cases in PERSON's lists of cases, borrowed; NULL where there is no row, or one whose number could
 * not be read. */
static GHashTable *cases_listed(const Person *person)
{
    g_autoptr(GHashTable) listed = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        const Document *list = file->group ? NULL : subfile_document(file, "case-list");
        for (guint j = 0; list && j < list->claims->len; j++) {
            const Claim *claim = list->claims->pdata[j];
            if (claim->unread)
                return NULL;
            g_hash_table_add(listed, claim->key);
        }
    }
    return g_hash_table_size(listed) > 0 ? g_steal_pointer(&listed) : NULL;
}

/* The spelling of every number in TOLD of which LISTED lacks one (of a range, any), one a line; "" for none. */
static char *numbers_unlisted(const Field *told, GHashTable *listed)
{
    g_autoptr(GPtrArray) spans = docnumber_find(told->value, DOCNUMBER_TEXT);
    GString *unlisted = g_string_new(NULL);
    for (guint i = 0; i < spans->len; i++) {
        const DocNumberSpan *span = spans->pdata[i];
        g_autofree char *raw = g_strndup(told->value + span->start, span->end - span->start);
        g_autoptr(GPtrArray) keys = docnumber_keys(raw, DOCNUMBER_TEXT);
        for (guint j = 0; j < keys->len; j++)
            if (!g_hash_table_contains(listed, keys->pdata[j])) {
                text_add_line(unlisted, raw);
                break;
            }
    }
    return g_string_free(unlisted, FALSE);
}

/* A case that only the form tells counts for nothing. */
static void check_unlisted(Check *check, const Person *person, const SubFile *form, const Field *told, GHashTable *listed)
{
    if (!told)
        return;
    g_autofree char *unlisted = numbers_unlisted(told, listed);
    if (*unlisted == '\0')
        return;
    Finding *finding = person_add(check, "CND-015", "unlisted", person, form, told->place);
    finding_param(finding, "field", told->id);
    finding_param(finding, "numbers", unlisted);
}

static void check_number_of_cases(Check *check, const Person *person, const SubFile *form, const Field *told,
                                  GHashTable *listed)
{
    guint there = g_hash_table_size(listed);
    if (!told || told->status != VALUE_VALID || g_ascii_strtoull(told->value, NULL, 10) == there)
        return;
    Finding *finding = person_add(check, "CND-015", "cases", person, form, told->place);
    finding_param(finding, "value", told->value);
    param_int(finding, "count", there);
    param_quote_around(finding, "quote", field_quote(told), told->value);
}

/* ---- proofs of cases that the list leaves out ---- */

/* The row of KEY that would count; *CLAIMED: the list has a paper of the same case. */
static const CaseRow *countable_row(const Check *check, const char *key, GHashTable *listed, bool *claimed)
{
    const GPtrArray *rows = check->in->slice->cases;
    const CaseRow *found = NULL;
    for (guint i = 0; i < rows->len && !found; i++) {
        const CaseRow *row = rows->pdata[i];
        bool counts = row->kind != KIND_ENFORCEMENT && season_in_window(check->in->season, row->date);
        found = counts && strcmp(row->key, key) == 0 ? row : NULL;
    }
    *claimed = false;
    for (guint i = 0; i < rows->len && found && !*claimed; i++) {
        const CaseRow *row = rows->pdata[i];
        *claimed = strcmp(row->id, found->id) == 0 && g_hash_table_contains(listed, row->key);
    }
    return found;
}

/* A proof that bears the number of a case within the window is told where the list does not have that case: it may have been
 * forgotten. */
static void check_unclaimed(Check *check, const Person *person, const SubFile *proof, GHashTable *listed, GHashTable *told)
{
    for (guint i = 0; i < proof->facts->named_numbers->len; i++) {
        const DocNumber *number = proof->facts->named_numbers->pdata[i];
        bool claimed;
        const CaseRow *row = g_hash_table_contains(listed, number->key) ? NULL : countable_row(check, number->key, listed, &claimed);
        if (!row || claimed || !g_hash_table_add(told, row->key))
            continue;
        finding_param(person_add(check, "CND-015", "unclaimed", person, proof, NULL), "number", row->number);
    }
}

static void check_unclaimed_proofs(Check *check, const Person *person, GHashTable *listed)
{
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        if (file->proof)
            check_unclaimed(check, person, file, listed, told);
    }
}

void form_cases_check(Check *check, const Person *person)
{
    g_autoptr(GHashTable) listed = cases_listed(person);
    if (listed && check->in->slice)
        check_unclaimed_proofs(check, person, listed);
    for (guint i = 0; listed && i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        const Document *form = file->group ? NULL : subfile_document(file, "candidate-form");
        check_unlisted(check, person, file, document_value(form, "cases-led"), listed);
        check_unlisted(check, person, file, document_value(form, "cases-joined"), listed);
        check_number_of_cases(check, person, file, document_value(form, "reported-cases"), listed);
    }
}
