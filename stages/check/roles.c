/* CND-015: what a candidate claims to have done against the proofs and the papers of the case. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* ---- who handled a case ---- */

typedef struct { GPtrArray *names, *leads; bool person, person_leads; const Person *of; } Officers;

static void officers_clear(Officers *officers)
{
    g_ptr_array_unref(officers->names);
    g_ptr_array_unref(officers->leads);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Officers, officers_clear)

static void add_once(GPtrArray *names, const char *name)
{
    if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
        g_ptr_array_add(names, (gpointer)name);
}

/* A folder may bear more than the name: 尹例宁（副本）. */
static bool is_person(const Person *person, const char *name)
{
    g_autofree char *folder = text_squeeze(person->name), *squeezed = text_squeeze(name);
    return squeezed[0] != '\0' && strstr(folder, squeezed) != NULL;
}

static void look_officers(const SubFile *file G_GNUC_UNUSED, const Document *document, gpointer data)
{
    Officers *officers = data;
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *one = document->investigators->pdata[i];
        bool leads = one->role == ROLE_LEAD, same = is_person(officers->of, one->name);
        add_once(officers->names, one->name);
        if (leads)
            add_once(officers->leads, one->name);
        officers->person = officers->person || same;
        officers->person_leads = officers->person_leads || (same && leads);
    }
}

static Officers officers_of(const CaseGroup *group, const Person *person)
{
    Officers officers = {.names = g_ptr_array_new(), .leads = g_ptr_array_new(), .of = person};
    casegroup_each_document(group, look_officers, &officers);
    return officers;
}

/* Whether the file names enough people that somebody it does not name apparently had no part: every case has two. */
static bool lacks_person(const Officers *officers)
{
    return officers->names->len >= 2 && !officers->person;
}

static void param_names(Finding *finding, const GPtrArray *names)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(list, "%s%s", i > 0 ? "\n" : "", (const char *)names->pdata[i]);
    finding_param(finding, "others", list->str);
}

/* ---- claims ---- */

/* True when the papers of the claim's case contradict it. */
static bool check_claim_in_group(Check *check, const Person *person, const SubFile *file, const Claim *claim, const CaseGroup *group)
{
    g_auto(Officers) officers = officers_of(group, person);
    bool led_by_others = claim->role == ROLE_LEAD && officers.person && !officers.person_leads && officers.leads->len > 0;
    if (!lacks_person(&officers) && !led_by_others)
        return false;
    Finding *finding = person_add(check, "CND-015", led_by_others ? "lead" : "absent", person, file, claim->place);
    finding_param(finding, "number", claim->number);
    finding_param(finding, "casefile", group->name);
    param_names(finding, led_by_others ? officers.leads : officers.names);
    return true;
}

/* The case file in 案卷/ that speaks of the claim's case, else one of a candidate; NULL for none. */
static const CaseGroup *group_of_claim(const Check *check, const Claim *claim)
{
    const GPtrArray *const lists[] = {check->submission->groups, check->submission->others};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; j < lists[i]->len; j++) {
            const CaseGroup *group = lists[i]->pdata[j];
            if (group->key && strcmp(group->key, claim->key) == 0)
                return group;
        }
    return NULL;
}

/* Another role for the same case in a proof of the person's. */
static void check_claim_in_proofs(Check *check, const Person *person, const SubFile *file, const Claim *claim)
{
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *proof = person->files->pdata[i];
        const Document *document = proof->proof ? subfile_document(proof, "other") : NULL;
        for (guint j = 0; document && j < document->claims->len; j++) {
            const Claim *stated = document->claims->pdata[j];
            if (strcmp(stated->key, claim->key) != 0 || stated->role == claim->role)
                continue;
            Finding *finding = person_add(check, "CND-015", NULL, person, file, claim->place);
            finding_param(finding, "number", claim->number);
            finding_param(finding, "role", role_ids[claim->role]);
            finding_param(finding, "other-role", role_ids[stated->role]);
            finding_param(finding, "other-file", proof->facts->path);
            finding_param(finding, "other-place", stated->place);
            return;
        }
    }
}

static void check_list_of_cases(Check *check, const Person *person, const SubFile *file, const Document *list)
{
    for (guint i = 0; i < list->claims->len; i++) {
        const Claim *claim = list->claims->pdata[i];
        const CaseGroup *group = claim->unread ? NULL : group_of_claim(check, claim);
        bool told = group && check_claim_in_group(check, person, file, claim, group);
        if (!told && !claim->unread && claim->role != ROLE_NONE)
            check_claim_in_proofs(check, person, file, claim);
    }
}

/* ---- the candidate's own case file, and the statement about it ---- */

static void check_own_file(Check *check, const Person *person, const CaseGroup *group)
{
    g_auto(Officers) officers = officers_of(group, person);
    if (!lacks_person(&officers))
        return;
    const SubFile *file = group->speaking_file ? group->speaking_file : group->files->pdata[0];
    Finding *finding = person_add(check, "CND-015", "file", person, file, NULL);
    finding_param(finding, "casefile", group->name);
    param_names(finding, officers.names);
}

/* Whether one of NUMBERS is of a paper in the person's case files; true also where these tell no number. */
static bool is_about_own_file(const Person *person, const GPtrArray *numbers)
{
    bool told = false;
    for (guint i = 0; i < person->groups->len; i++) {
        const CaseGroup *group = person->groups->pdata[i];
        told = told || group->key;
        for (guint j = 0; j < numbers->len; j++) {
            const char *key = ((const DocNumber *)numbers->pdata[j])->key;
            if (g_strcmp0(group->key, key) == 0 || g_ptr_array_find_with_equal_func(group->own_keys, key, g_str_equal, NULL))
                return true;
        }
    }
    return !told;
}

static void check_statement(Check *check, const Person *person, const SubFile *file, const Document *statement)
{
    if (statement->mentions->len == 0 || is_about_own_file(person, statement->mentions))
        return;
    const DocNumber *number = statement->mentions->pdata[0];
    finding_param(person_add(check, "CND-015", "note", person, file, number->place), "number", number->raw);
}

void roles_check(Check *check, const Person *person)
{
    for (guint i = 0; i < person->groups->len; i++)
        check_own_file(check, person, person->groups->pdata[i]);
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        const Document *list = file->group ? NULL : subfile_document(file, "case-list"),
                       *statement = file->group ? NULL : subfile_document(file, "role-statement");
        if (list)
            check_list_of_cases(check, person, file, list);
        if (statement)
            check_statement(check, person, file, statement);
    }
}
