/* EXT-002, misfiled: papers that by all that they say are of another case file of the unit, or of a firm of which no
 * other paper in the file speaks. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* ---- what a file says of its case ---- */

/* Borrowed; PARTY is NULL when the file names none, or several. */
typedef struct { const SubFile *file; const Document *document; const Field *party; } Told;

static const Field *party_of(const Document *document)
{
    const Field *party = document_value(document, "party");
    return party ? party : document_value(document, "subject-party");
}

static Told told_by(const SubFile *file)
{
    Told told = {.file = file};
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        const Field *party = party_of(document);
        if (!party)
            continue;
        if (told.party && !text_same(field_key(told.party), field_key(party)))
            return (Told){.file = file};
        if (!told.party)
            told = (Told){file, document, party};
    }
    return told;
}

/* The first valid value of FIELD in the file. */
static const Field *value_in(const SubFile *file, const char *field)
{
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Field *value = document_value(file->facts->documents->pdata[i], field);
        if (value && value->status == VALUE_VALID)
            return value;
    }
    return NULL;
}

static bool has_type(const SubFile *file, const char *type)
{
    return subfile_document(file, type) != NULL;
}

static bool document_names(const Document *document, const char *key)
{
    const Field *own = document_value(document, "doc-number");
    if (own && g_strcmp0(own->key, key) == 0)
        return true;
    for (guint i = 0; i < document->mentions->len; i++)
        if (strcmp(((const DocNumber *)document->mentions->pdata[i])->key, key) == 0)
            return true;
    return false;
}

static bool names_number(const SubFile *file, const char *key)
{
    for (guint i = 0; i < file->facts->documents->len; i++)
        if (document_names(file->facts->documents->pdata[i], key))
            return true;
    return false;
}

/* True when a document of FILE has an amount that is FINE. */
static bool has_amount(const SubFile *file, const Field *fine)
{
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        for (guint j = 0; fine && j < document->fields->len; j++) {
            const Field *field = document->fields->pdata[j];
            if (g_str_has_suffix(field->id, "-yuan") && text_same(field_key(field), field_key(fine)))
                return true;
        }
    }
    return false;
}

/* ---- whose it is ---- */

typedef struct { const SubFile *file; bool elsewhere; } Named;

static void look_named(const SubFile *file, const Document *document, gpointer data)
{
    (void)document;
    Named *named = data;
    named->elsewhere |= file != named->file;
}

/* Any number of the papers of GROUP but FILE stands in FILE: then it is of this case after all. */
static bool names_this_case(const CaseGroup *group, const SubFile *file)
{
    Named named = {file, false};
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        const Field *own = document_value(document, "doc-number");
        if (own && own->key)
            casegroup_each_numbered(group, own->key, look_named, &named);
        for (guint j = 0; j < document->mentions->len && !named.elsewhere; j++) {
            const DocNumber *mention = document->mentions->pdata[j];
            casegroup_each_numbered(group, mention->key, look_named, &named);
        }
    }
    return named.elsewhere;
}

static bool speaks_of(const SubFile *file, const Field *party)
{
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Field *each = party_of(file->facts->documents->pdata[i]);
        if (each && !body_is_another(each, party))
            return true;
    }
    return false;
}

/* No paper of GROUP but FILE, that which speaks among them, is of PARTY or a form of its name. */
static bool is_stranger(const CaseGroup *group, const SubFile *file, const Field *party)
{
    for (guint i = 0; i < group->files->len; i++)
        if (group->files->pdata[i] != file && speaks_of(group->files->pdata[i], party))
            return false;
    return true;
}

static bool names_any(const SubFile *file, const CaseGroup *other)
{
    for (guint i = 0; i < other->own_keys->len; i++)
        if (names_number(file, other->own_keys->pdata[i]))
            return true;
    return false;
}

/* By what FILE is of another case beside its party, ids of fields parted by blanks; NULL: by nothing.  With OTHER
 * NULL the firm has no case file here, and its head or code must be another as well. */
static const char *signs_of(const CaseGroup *group, const CaseGroup *other, const SubFile *file)
{
    if (other) {
        bool number = names_any(file, other), amount = has_amount(file, other->fine) && !has_amount(file, group->fine);
        return number && amount ? "party doc-number fine-yuan"
               : number         ? "party doc-number"
               : amount         ? "party fine-yuan"
                                : NULL;
    }
    static const char *const ids[] = {"legal-rep", "credit-code"};
    static const char *const signs[] = {"party legal-rep", "party credit-code"};
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        const Field *own = document_value(group->speaking, ids[i]), *its = value_in(file, ids[i]);
        if (own && its && own->status == VALUE_VALID && !text_same(field_key(own), field_key(its)))
            return signs[i];
    }
    return NULL;
}

/* Papers about the case itself: a licence or a record of a third firm may be evidence. */
static bool is_about_the_case(const SubFile *file)
{
    static const char *const types[] = {"filing-form", "investigation-report", "penalty-notice",
                                        "rectification-order", "closing-form"};
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
        if (has_type(file, types[i]))
            return true;
    return false;
}

/* The case file of the unit that has the party and most else of the paper; *SIGNS as above, NULL when it is of
 * none. */
static const CaseGroup *case_of(const Check *check, const CaseGroup *group, const Told *told, const char **signs)
{
    const GPtrArray *groups = check->submission->groups;
    const CaseGroup *found = NULL;
    for (guint i = 0; i < groups->len; i++) {
        const CaseGroup *other = groups->pdata[i];
        bool same = other != group && other->party && text_same(field_key(other->party), field_key(told->party));
        const char *its = same ? signs_of(group, other, told->file) : NULL;
        if (!its || (found && strlen(its) <= strlen(*signs)))
            continue;
        found = other;
        *signs = its;
    }
    if (!found && is_about_the_case(told->file))
        *signs = signs_of(group, NULL, told->file);
    return found;
}

static char *types_in(const SubFile *file)
{
    g_autoptr(GString) types = g_string_new(NULL);
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const char *type = ((const Document *)file->facts->documents->pdata[i])->type;
        if (!word_in_list(types->str, ' ', type))
            g_string_append_printf(types, "%s%s", types->len > 0 ? " " : "", type);
    }
    return g_string_free(g_steal_pointer(&types), FALSE);
}

static bool tell_misfiled(Check *check, const CaseGroup *group, const Told *told)
{
    const char *signs = NULL;
    if (names_this_case(group, told->file))
        return false;
    const CaseGroup *other = case_of(check, group, told, &signs);
    if (!signs || !is_stranger(group, told->file, told->party)) /* the last, which asks every paper */
        return false;
    const Saying own = {group->speaking_file, group->speaking, group->party},
                 its = {told->file, told->document, told->party};
    g_autofree char *types = types_in(told->file);
    Finding *finding = contradiction_add_as(check, group, "misfiled", "party", &own, &its);
    finding_param(finding, "name", told->file->base);
    finding_param(finding, "types", types);
    finding_param(finding, "signs", signs);
    finding_param(finding, "elsewhere", other ? other->name : NULL);
    finding_param(finding, "stranger", other ? NULL : told->party->value);
    return true;
}

/* What speaks for the case, or gives it its fine, is told by what follows from it. */
static bool may_be_misfiled(const CaseGroup *group, const SubFile *file)
{
    return file != group->speaking_file && file != group->fine_file && !has_type(file, group->speaking->type);
}

void misfiled_find(Check *check, CaseGroup *group)
{
    if (!group->speaking || !group->party)
        return;
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        Told told = may_be_misfiled(group, file) ? told_by(file) : (Told){0};
        if (told.party && tell_misfiled(check, group, &told))
            g_ptr_array_add(group->misfiled, (gpointer)file);
    }
    for (guint i = 0; i < group->misfiled->len; i++)
        g_ptr_array_remove(group->files, group->misfiled->pdata[i]);
    if (group->misfiled->len == 0)
        return;
    documentindex_drop(group->index);
    g_hash_table_remove_all(group->numbered);
    casegroup_note_numbers(group);
}

/* ---- what is missing for it ---- */

static bool any_has_type(const CaseGroup *group, const char *types)
{
    g_auto(GStrv) each = g_strsplit_set(types ? types : "", " |", -1);
    for (guint i = 0; i < group->misfiled->len; i++)
        for (char **type = each; *type; type++)
            if (**type && has_type(group->misfiled->pdata[i], *type))
                return true;
    return false;
}

/* A paper in whose place a misfiled one lies is asked for by that finding. */
static bool follows(const Finding *finding, gconstpointer data)
{
    const CaseGroup *group = data;
    bool missing = strcmp(finding->code, "SET-004") == 0 || strcmp(finding->code, "SET-005") == 0;
    bool of_group = g_strcmp0(finding->casefile, group->name) == 0;
    if (!of_group || (!missing && strcmp(finding->code, "LAW-003") != 0))
        return false;
    return any_has_type(group, finding_value(finding, missing ? "missing" : "notice"));
}

static void fold_group(Check *check, CaseGroup *group)
{
    if (group->misfiled->len > 0)
        check_fold(check, follows, group);
}

void misfiled_fold(Check *check)
{
    check_each_group(check, fold_group);
}
