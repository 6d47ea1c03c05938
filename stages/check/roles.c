/* CND-015: what a candidate claims to have done against the proofs and the papers of the case. */
#include <string.h>

#include "checks.h"
#include "docnumber.h"
#include "text.h"

/* ---- who handled a case ---- */

typedef struct {
    GPtrArray *names, *leads; /* char *, borrowed, each once */
    GHashTable *seen;         /* set of those in names */
    GHashTable *leading;      /* set of those in leads */
    bool person, person_leads;
    const Person *of;
} Officers;

static void officers_clear(Officers *officers)
{
    g_ptr_array_unref(officers->names);
    g_ptr_array_unref(officers->leads);
    g_hash_table_unref(officers->seen);
    g_hash_table_unref(officers->leading);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Officers, officers_clear)

static void add_once(GPtrArray *names, GHashTable *seen, const char *name)
{
    if (g_hash_table_add(seen, (gpointer)name))
        g_ptr_array_add(names, (gpointer)name);
}

static void look_officers(const SubFile *file G_GNUC_UNUSED, const Document *document, gpointer data)
{
    Officers *officers = data;
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *one = document->investigators->pdata[i];
        bool leads = one->role == ROLE_LEAD, same = folder_bears(person_meant(officers->of), one->name);
        add_once(officers->names, officers->seen, one->name);
        if (leads)
            add_once(officers->leads, officers->leading, one->name);
        officers->person = officers->person || same;
        officers->person_leads = officers->person_leads || (same && leads);
    }
}

static Officers officers_of(const CaseGroup *group, const Person *person)
{
    Officers officers = {.names = g_ptr_array_new(),
                         .leads = g_ptr_array_new(),
                         .seen = g_hash_table_new(g_str_hash, g_str_equal),
                         .leading = g_hash_table_new(g_str_hash, g_str_equal),
                         .of = person};
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
        text_add_line(list, names->pdata[i]);
    finding_param(finding, "others", list->str);
}

/* ---- claims ---- */

static char *absent_key(const Person *person, const char *key)
{
    return g_strjoin("\n", person->path, key, NULL);
}

const char *claim_others(const Check *check, const Person *person, const Claim *claim)
{
    g_autofree char *key = absent_key(person, claim->key);
    return g_hash_table_lookup(check->absent, key);
}

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
    if (!led_by_others)
        g_hash_table_insert(check->absent, absent_key(person, claim->key),
                            g_strdup(finding_value(finding, "others")));
    return true;
}

/* The case files by the number with which they speak, those in 案卷/ before those of candidates. */
static GHashTable *groups_by_number(const Check *check)
{
    const GPtrArray *const lists[] = {check->submission->groups, check->submission->others};
    GHashTable *groups = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; j < lists[i]->len; j++) {
            CaseGroup *group = lists[i]->pdata[j];
            if (group->key && !g_hash_table_contains(groups, group->key))
                g_hash_table_insert(groups, (gpointer)group->key, group);
        }
    return groups;
}

typedef struct { const SubFile *file; const Claim *claim; } Stated;

/* Whether DOCUMENT, a proof, says of whom it is, and that is another than PERSON, whom it may name besides. */
static bool tells_of_another(const Person *person, const Document *document)
{
    const Field *about = document_value(document, "attested");
    return about && !folder_bears(person->name, about->value) && !folder_bears(person_meant(person), about->value);
}

/* The roles that the person's proofs state, by number, the first of each. */
static GHashTable *roles_stated(const Person *person)
{
    GHashTable *roles = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *proof = person->files->pdata[i];
        const Document *document = proof->proof ? subfile_document(proof, "other") : NULL;
        if (tells_of_another(person, document))
            continue;
        for (guint j = 0; document && j < document->claims->len; j++) {
            const Claim *claim = document->claims->pdata[j];
            if (!g_hash_table_contains(roles, claim->key))
                g_hash_table_insert(roles, claim->key, g_memdup2(&(Stated){proof, claim}, sizeof(Stated)));
        }
    }
    return roles;
}

static void check_claim_in_proof(Check *check, const Person *person, const SubFile *file, const Claim *claim, const Stated *stated)
{
    if (claim->role == ROLE_NONE || stated->claim->role == claim->role)
        return;
    Finding *finding = person_add(check, "CND-015", NULL, person, file, claim->place);
    finding_param(finding, "number", claim->number);
    finding_param(finding, "role", role_ids[claim->role]);
    finding_param(finding, "other-role", role_ids[stated->claim->role]);
    finding_param(finding, "told", stated->claim->role_text);
    finding_param(finding, "other-file", stated->file->facts->path);
    finding_param(finding, "other-place", stated->claim->place);
}

/* The rows of LIST that claim to have led the case, by number, the first of each. */
static GHashTable *rows_as_lead(const Document *list)
{
    GHashTable *leads = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < list->claims->len; i++) {
        Claim *claim = list->claims->pdata[i];
        if (!claim->unread && claim->role == ROLE_LEAD && !g_hash_table_contains(leads, claim->key))
            g_hash_table_insert(leads, claim->key, claim);
    }
    return leads;
}

/* CLAIM and the row that counts in its place are one case in two roles (SPEC 8.8). */
static void add_two_roles(Check *check, const Person *person, const SubFile *file, const Claim *claim,
                          const Claim *lead)
{
    Finding *finding = person_add(check, "CND-015", "two-roles", person, file, lead->place);
    finding_param(finding, "number", claim->number);
    finding_param(finding, "role", role_ids[lead->role]);
    finding_param(finding, "other-role", role_ids[claim->role]);
    finding_param(finding, "other-place", claim->place);
}

/* A case that the list has as lead and in another row as member, each number once. */
static void check_two_roles(Check *check, const Person *person, const SubFile *file, const Document *list,
                            GHashTable *leads)
{
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < list->claims->len; i++) {
        const Claim *claim = list->claims->pdata[i];
        bool member = !claim->unread && claim->role == ROLE_MEMBER;
        const Claim *lead = member ? g_hash_table_lookup(leads, claim->key) : NULL;
        if (lead && lead->kind == claim->kind && g_hash_table_add(told, claim->key))
            add_two_roles(check, person, file, claim, lead);
    }
}

/* A case that the list has again in one kind and one role, each once; it counts once (SPEC 8.8). */
static void check_twice(Check *check, const Person *person, const SubFile *file, const Document *list)
{
    g_autoptr(GHashTable) rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          told = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = 0; i < list->claims->len; i++) {
        Claim *claim = list->claims->pdata[i];
        if (claim->unread || claim->kind == KIND_NONE)
            continue;
        g_autofree char *row = g_strdup_printf("%d %d %s", claim->kind, claim->role, claim->key);
        Claim *first = g_hash_table_lookup(rows, row);
        if (!first)
            g_hash_table_insert(rows, g_steal_pointer(&row), claim);
        else if (g_hash_table_add(told, first)) {
            Finding *finding = person_add(check, "CND-015", "twice", person, file, claim->place);
            finding_param(finding, "number", claim->number);
            finding_param(finding, "other-place", first->place);
        }
    }
}

/* Where PERSON's form tells of the case KEY in FIELD; NULL for nowhere. */
static const Field *told_in_form(const Person *person, const char *id, const char *key, const SubFile **file)
{
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *each = person->files->pdata[i];
        const Field *field = each->group ? NULL : document_value(subfile_document(each, "candidate-form"), id);
        g_autoptr(GPtrArray) keys = field ? docnumber_keys(field->value, DOCNUMBER_TEXT) : NULL;
        if (!keys || !g_ptr_array_find_with_equal_func(keys, key, g_str_equal, NULL))
            continue;
        *file = each;
        return field;
    }
    return NULL;
}

/* The form gives CLAIM the other role, and not its own as well. */
static void check_claim_in_form(Check *check, const Person *person, const SubFile *file, const Claim *claim)
{
    bool leads = claim->role == ROLE_LEAD;
    const SubFile *form = NULL;
    if (claim->role == ROLE_NONE || told_in_form(person, leads ? "cases-led" : "cases-joined", claim->key, &form))
        return;
    const Field *other = told_in_form(person, leads ? "cases-joined" : "cases-led", claim->key, &form);
    if (!other)
        return;
    Finding *finding = person_add(check, "CND-015", "form", person, file, claim->place);
    finding_param(finding, "number", claim->number);
    finding_param(finding, "role", role_ids[claim->role]);
    finding_param(finding, "other-role", role_ids[leads ? ROLE_MEMBER : ROLE_LEAD]);
    finding_param(finding, "other-file", form->facts->path);
    finding_param(finding, "other-place", other->place);
}

/* A number that the list has twice is looked at once, in the role that counts: as lead when one row says so. */
static void check_list_of_cases(Check *check, const Person *person, const SubFile *file, const Document *list, GHashTable *groups)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal), roles = roles_stated(person),
                          leads = rows_as_lead(list);
    check_two_roles(check, person, file, list, leads);
    check_twice(check, person, file, list);
    for (guint i = 0; i < list->claims->len; i++) {
        const Claim *first = list->claims->pdata[i];
        if (first->unread || !g_hash_table_add(seen, first->key))
            continue;
        const Claim *lead = g_hash_table_lookup(leads, first->key), *claim = lead ? lead : first;
        const CaseGroup *group = g_hash_table_lookup(groups, claim->key);
        const Stated *stated = g_hash_table_lookup(roles, claim->key);
        bool told = group && check_claim_in_group(check, person, file, claim, group);
        if (!told && stated)
            check_claim_in_proof(check, person, file, claim, stated);
        check_claim_in_form(check, person, file, claim);
    }
}

/* ---- the candidate's own case file, and the statement about it ---- */

/* What is told of a GROUP that is apparently not the person's; NULL for nothing. */
static Finding *check_own_file(Check *check, const Person *person, const CaseGroup *group)
{
    g_auto(Officers) officers = officers_of(group, person);
    if (!lacks_person(&officers))
        return NULL;
    const SubFile *file = group->speaking_file ? group->speaking_file : group->files->pdata[0];
    Finding *finding = person_add(check, "CND-015", "file", person, file, NULL);
    finding_param(finding, "casefile", group->name);
    param_names(finding, officers.names);
    return finding;
}

/* The numbers that papers in the person's case files have as their own; none where no case file tells its number. */
static GHashTable *own_numbers(const Person *person)
{
    GHashTable *numbers = g_hash_table_new(g_str_hash, g_str_equal);
    bool told = false;
    for (guint i = 0; i < person->groups->len; i++) {
        const CaseGroup *group = person->groups->pdata[i];
        told = told || group->key;
        for (guint j = 0; j < group->own_keys->len; j++)
            g_hash_table_add(numbers, group->own_keys->pdata[j]);
        if (group->key)
            g_hash_table_add(numbers, (gpointer)group->key);
    }
    if (!told)
        g_hash_table_remove_all(numbers);
    return numbers;
}

static bool names_number(const char *text, const char *key)
{
    g_autoptr(GPtrArray) keys = text ? docnumber_keys(text, DOCNUMBER_TEXT) : NULL;
    return keys && g_ptr_array_find_with_equal_func(keys, key, g_str_equal, NULL);
}

/* Whether it is told of GROUP that its decision has another number than KEY, by which the other papers or the table know the case.  A
 * paper that alone names it by KEY, or is another case's, is the slip itself. */
static bool is_misnumbered(const Check *check, const CaseGroup *group, const char *key)
{
    static const char *const codes[] = {"EXT-002", "REF-001", "REF-002"};
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
        guint at = 0;
        for (const Finding *told; (told = told_next(check, codes[i], group, &at));) {
            const char *suspect = finding_value(told, "suspect");
            const bool stands = suspect ? group->speaking && strcmp(suspect, group->speaking->type) == 0
                                        : !finding_value(told, "elsewhere");
            if (stands && names_number(finding_value(told, i == 0 ? "other-value" : "likely"), key))
                return true;
        }
    }
    return false;
}

/* Whether KEY is that of one of the person's case files, though its decision says another (is_misnumbered). */
static bool is_of_misnumbered(const Check *check, const Person *person, const char *key)
{
    for (guint i = 0; i < person->groups->len; i++)
        if (is_misnumbered(check, person->groups->pdata[i], key))
            return true;
    return false;
}

/* MISFILED is what is told of a case file that is not the person's, NULL for nothing: that of the statement belongs in its place. */
static void check_statement(Check *check, const Person *person, const SubFile *file, const Document *statement, Finding *misfiled)
{
    g_autoptr(GHashTable) own = own_numbers(person);
    bool about = statement->mentions->len == 0 || g_hash_table_size(own) == 0;
    for (guint i = 0; i < statement->mentions->len && !about; i++) {
        const char *key = ((const DocNumber *)statement->mentions->pdata[i])->key;
        about = g_hash_table_contains(own, key) || is_of_misnumbered(check, person, key);
    }
    if (about)
        return;
    const DocNumber *number = statement->mentions->pdata[0];
    Finding *finding = person_add(check, "CND-015", "note", person, file, number->place);
    finding_param(finding, "number", number->raw);
    if (!misfiled)
        return;
    finding_param(finding, "misfiled", finding_value(misfiled, "casefile"));
    if (!finding_value(misfiled, "about"))
        finding_param(misfiled, "about", number->raw);
}

static void check_person(Check *check, const Person *person, GHashTable *groups)
{
    Finding *misfiled = NULL;
    for (guint i = 0; i < person->groups->len; i++) {
        Finding *told = check_own_file(check, person, person->groups->pdata[i]);
        misfiled = misfiled ? misfiled : told;
    }
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        const Document *list = file->group ? NULL : subfile_document(file, "case-list"),
                       *statement = file->group ? NULL : subfile_document(file, "role-statement");
        if (list)
            check_list_of_cases(check, person, file, list, groups);
        if (statement)
            check_statement(check, person, file, statement, misfiled);
    }
    form_cases_check(check, person);
}

void roles_check(Check *check)
{
    g_autoptr(GHashTable) groups = groups_by_number(check);
    for (guint i = 0; i < check->submission->persons->len; i++) {
        const Person *person = check->submission->persons->pdata[i];
        if (!person->legal)
            check_person(check, person, groups);
    }
}
