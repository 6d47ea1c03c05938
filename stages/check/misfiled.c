/* EXT-002, misfiled: papers that by all that they say are of another case file of the unit, or of a firm of which no
 * other paper in the file speaks; misnamed: records that are of this case but for the party. */
#include <string.h>

#include "misfiled.h"
#include "namedbodies.h"
#include "text.h"

/* ---- what a file says of its case ---- */

/* Borrowed; PARTY is NULL when the file names none, or several. */
typedef struct { const SubFile *file; const Document *document; const Field *party; } Told;

const Field *misfiled_party(const Document *document)
{
    const Field *party = document_value(document, "party");
    return party ? party : document_value(document, "subject-party");
}

static Told told_by(const SubFile *file)
{
    Told told = {.file = file};
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        const Field *party = misfiled_party(document);
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
    return (own && g_strcmp0(own->key, key) == 0) || document_mentions(document, key);
}

bool misfiled_names(const SubFile *file, const char *key)
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

bool misfiled_names_case(const CaseGroup *group, const SubFile *file)
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

/* An opinion on an audit has two parties: the team that was audited and the firm whose supervision was looked at. */
static bool is_party_of(const Document *document, const Field *party)
{
    const Field *first = misfiled_party(document);
    for (guint i = 0; first && i < document->fields->len; i++) {
        const Field *each = document->fields->pdata[i];
        if (strcmp(each->id, first->id) == 0 && !body_is_another(each, party))
            return true;
    }
    return false;
}

static bool speaks_of(const SubFile *file, const Field *party)
{
    for (guint i = 0; i < file->facts->documents->len; i++)
        if (is_party_of(file->facts->documents->pdata[i], party))
            return true;
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

bool misfiled_names_any(const SubFile *file, const CaseGroup *other)
{
    for (guint i = 0; i < other->own_keys->len; i++)
        if (misfiled_names(file, other->own_keys->pdata[i]))
            return true;
    return false;
}

/* By what FILE is of another case beside its party, ids of fields parted by blanks; NULL: by nothing.  With OTHER
 * NULL the firm has no case file here, and its head or code must be another as well. */
static const char *signs_of(const CaseGroup *group, const CaseGroup *other, const SubFile *file)
{
    if (other) {
        bool number = misfiled_names_any(file, other),
             amount = has_amount(file, other->fine) && !has_amount(file, group->fine);
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
    const GArray *same = partyindex_same(check->parties, told->party);
    const CaseGroup *found = NULL;
    for (guint i = 0; i < same->len; i++) {
        const CaseGroup *other = check->submission->groups->pdata[g_array_index(same, guint, i)];
        const char *its = other != group ? signs_of(group, other, told->file) : NULL;
        if (!its || (found && strlen(its) <= strlen(*signs)))
            continue;
        found = other;
        *signs = its;
    }
    if (!found && is_about_the_case(told->file))
        *signs = signs_of(group, NULL, told->file);
    return found;
}

/* ---- records ---- */

/* A record of a third firm may be evidence.  It is of another case when no paper here speaks of that firm, nor it of the party, and
 * that firm has a case file here, or what it tells was on another day than all here. */
typedef struct {
    const Check *check;
    const CaseGroup *group;
    GHashTable *foreign;  /* SubFile: records that name another firm: what they say is not said by this case */
    NamedBodies *bodies;  /* what the other papers name */
} Records;

static bool is_record(const SubFile *file)
{
    static const char *const types[] = {"interview-record", "inspection-record", "evidence", "discussion-record", NULL};
    for (guint i = 0; i < file->facts->documents->len; i++)
        if (!g_strv_contains(types, ((const Document *)file->facts->documents->pdata[i])->type))
            return false;
    return file->facts->documents->len > 0;
}

/* Where FILE, which says nowhere whose it is, names a firm of which the unit has a case file; *OTHER is that. */
static Told told_in_passing(const Records *records, const SubFile *file, const CaseGroup **other)
{
    const GPtrArray *groups = records->check->submission->groups;
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        for (guint j = 0; j < document->fields->len; j++) {
            const Field *field = document->fields->pdata[j];
            for (guint k = 0; strcmp(field->id, "named-body") == 0 && k < groups->len; k++) {
                *other = groups->pdata[k];
                if (*other != records->group && body_is_another((*other)->party, records->group->party) &&
                    namedbodies_has(field, (*other)->party))
                    return (Told){file, document, field};
            }
        }
    }
    return (Told){.file = file};
}

/* Whose FILE apparently is, when that is another firm; party NULL when not.  *OTHER is its case file, where only that tells. */
static Told told_of_record(const Records *records, const SubFile *file, const CaseGroup **other)
{
    *other = NULL;
    if (!is_record(file))
        return (Told){0};
    Told told = told_by(file);
    if (told.party)
        return body_is_another(told.party, records->group->party) ? told : (Told){0};
    told = told_in_passing(records, file, other);
    return told;
}

typedef struct { const Records *records; const char *field, *value; bool any, same; } ToldHere;

static void look_told(const SubFile *file, const Document *document, gpointer data)
{
    ToldHere *search = data;
    if (g_hash_table_contains(search->records->foreign, file))
        return;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        bool told = strcmp(field->id, search->field) == 0 && field->status == VALUE_VALID;
        search->any |= told;
        search->same |= told && strcmp(field->value, search->value) == 0;
    }
}

/* What the papers of GROUP tell in FIELD, records of other firms apart, against VALUE. */
static ToldHere told_in(const Records *records, const CaseGroup *group, const char *field, const Field *value)
{
    ToldHere search = {records, field, value ? value->value : NULL, false, false};
    if (value && group)
        casegroup_each_having(group, field, look_told, &search);
    return search;
}

/* The papers of GROUP tell such days in FIELD, and the day VALUE is none of them. */
static bool is_another_day(const Records *records, const CaseGroup *group, const char *field, const Field *value)
{
    const ToldHere told = told_in(records, group, field, value);
    return told.any && !told.same;
}

/* By what FILE is of this case and not of OTHER's, though it names another party: ids of fields; NULL: by nothing, or it is of
 * another one by its head, code or address. */
static char *signs_of_this(const Records *records, const CaseGroup *other, const SubFile *file)
{
    static const char *const ids[] = {"legal-rep", "credit-code", "address"};
    const Field *day = value_in(file, "inspection-dates");
    bool here = told_in(records, records->group, "inspection-dates", day).same ||
                told_in(records, records->group, "recheck-date", day).same;
    bool alone = here && !told_in(records, other, "inspection-dates", day).same;
    g_autoptr(GString) signs = g_string_new(alone ? "inspection-dates" : "");
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        const Field *its = value_in(file, ids[i]);
        const ToldHere own = told_in(records, records->group, ids[i], its);
        if (own.any && !own.same)
            return NULL;
        if (own.same && !told_in(records, other, ids[i], its).same)
            g_string_append_printf(signs, "%s%s", signs->len > 0 ? " " : "", ids[i]);
    }
    return signs->len > 0 ? g_string_free(g_steal_pointer(&signs), FALSE) : NULL;
}

/* By what a record in FILE is of another case, as above; OTHER is the case file of its firm, NULL: there is none. */
static const char *signs_of_record(const Records *records, const CaseGroup *other, const SubFile *file)
{
    const Field *inspected = value_in(file, "inspection-dates"), *made = value_in(file, "document-date");
    bool another_day = is_another_day(records, records->group, "inspection-dates", inspected);
    if (another_day && (!other || !is_another_day(records, other, "inspection-dates", inspected)))
        return "party inspection-dates";
    if (other)
        return "party";
    bool of_party = !inspected && value_in(file, "of-party"); /* he who was questioned is no witness of the case */
    return of_party && is_another_day(records, records->group, "interviewed-on", made) ? "party interviewed-on" : NULL;
}

static bool is_unknown_here(const Records *records, const Told *told, const Field *party)
{
    const GPtrArray *files = records->group->files;
    for (guint i = 0; i < files->len; i++)
        if (!g_hash_table_contains(records->foreign, files->pdata[i]) && speaks_of(files->pdata[i], party))
            return false;
    const char *own = records->group->party->value;
    return !namedbodies_elsewhere(records->bodies, party->value, own, told->file) &&
           !namedbodies_in_file(told->file, own, party->value);
}

/* As case_of; TOLD is of a record. */
static const CaseGroup *case_of_record(const Records *records, const Told *told, const CaseGroup *other, const char **signs)
{
    const GArray *same = partyindex_same(records->check->parties, told->party);
    for (guint i = 0; !other && i < same->len; i++) {
        const CaseGroup *each = records->check->submission->groups->pdata[g_array_index(same, guint, i)];
        if (each != records->group)
            other = each;
    }
    const char *its = signs_of_record(records, other, told->file);
    if (its && is_unknown_here(records, told, other ? other->party : told->party))
        *signs = its;
    return other;
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

/* In the wording of VARIANT, by SIGNS. */
static void add_misfiled(Check *check, CaseGroup *group, const char *variant, const Told *told, const CaseGroup *other,
                         const char *signs)
{
    const Saying own = {group->speaking_file, group->speaking, group->party},
                 its = {told->file, told->document, told->party};
    g_autofree char *types = types_in(told->file);
    Finding *finding = contradiction_add_as(check, group, variant, "party", &its, &own); /* placed at what is to be moved */
    finding_set(finding, "quote", told->party->value); /* without what runs on behind it */
    finding_param(finding, "name", told->file->base);
    finding_param(finding, "types", types);
    finding_param(finding, "signs", signs);
    finding_param(finding, "elsewhere", other ? other->name : NULL);
    finding_param(finding, "stranger", other ? NULL : told->party->value);
    g_ptr_array_add(strcmp(variant, "misfiled") == 0 ? group->misfiled : group->misnamed, (gpointer)told->file);
}

/* Returns whether it was told. */
static bool tell_misfiled(Check *check, CaseGroup *group, const SubFile *file)
{
    const char *signs = NULL;
    const Told told = told_by(file);
    if (!told.party || !body_is_another(told.party, group->party) || misfiled_names_case(group, file))
        return false;
    const CaseGroup *other = case_of(check, group, &told, &signs);
    if (!signs || !is_stranger(group, file, told.party)) /* the last, which asks every paper */
        return false;
    add_misfiled(check, group, "misfiled", &told, other, signs);
    return true;
}

static void tell_record(Check *check, CaseGroup *group, const Records *records, const SubFile *file)
{
    const char *signs = NULL;
    const CaseGroup *other = NULL;
    if (!g_hash_table_contains(records->foreign, file) || misfiled_names_case(group, file))
        return;
    const Told told = told_of_record(records, file, &other);
    if (!told.party)
        return;
    other = case_of_record(records, &told, other, &signs);
    g_autofree char *here = signs ? signs_of_this(records, other, file) : NULL;
    if (signs)
        add_misfiled(check, group, here ? "misnamed" : "misfiled", &told, other, here ? here : signs);
}

/* The decision that gives GROUP its fine, and by its number another paper names it: it is of this case. */
static bool is_named_fine(const CaseGroup *group, const SubFile *file)
{
    const Document *decision = file == group->fine_file ? subfile_document(file, "penalty-decision") : NULL;
    const Field *number = decision ? document_value(decision, "doc-number") : NULL;
    for (guint i = 0; number && number->key && i < group->files->len; i++)
        if (group->files->pdata[i] != file && misfiled_names(group->files->pdata[i], number->key))
            return true;
    return file == group->fine_file && (!number || !number->key);
}

/* What speaks for the case is told by what follows from it (see foreigndecision.c). */
static bool may_be_misfiled(const CaseGroup *group, const SubFile *file)
{
    return file != group->speaking_file && !has_type(file, group->speaking->type) && !is_named_fine(group, file);
}

static void find_in_files(Check *check, CaseGroup *group, Records *records)
{
    const CaseGroup *other;
    g_autoptr(GPtrArray) own = g_ptr_array_new();
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (may_be_misfiled(group, file) && told_of_record(records, file, &other).party)
            g_hash_table_add(records->foreign, (gpointer)file);
        else
            g_ptr_array_add(own, (gpointer)file);
    }
    if (g_hash_table_size(records->foreign) > 0)
        records->bodies = namedbodies_new(own);
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (may_be_misfiled(group, file) && !tell_misfiled(check, group, file))
            tell_record(check, group, records, file);
    }
}

void misfiled_find(Check *check, CaseGroup *group)
{
    if (!group->speaking || !group->party)
        return;
    g_autoptr(GHashTable) foreign = g_hash_table_new(NULL, NULL);
    Records records = {check, group, foreign, NULL};
    find_in_files(check, group, &records);
    namedbodies_free(records.bodies);
    for (guint i = 0; i < group->misfiled->len; i++)
        g_ptr_array_remove(group->files, group->misfiled->pdata[i]);
    if (group->misfiled->len == 0)
        return;
    if (g_ptr_array_find(group->misfiled, group->fine_file, NULL))
        casegroup_find_fine(group);
    documentindex_drop(group->index);
    g_hash_table_remove_all(group->numbered);
    casegroup_note_numbers(check->in->rules, group);
}

/* ---- what is missing for it ---- */

static bool any_has_type(const CaseGroup *group, const char *types)
{
    g_auto(GStrv) each = g_strsplit_set(types ? types : "", " |", -1);
    if (group->displaced && g_strv_contains((const char *const *)each, group->displaced))
        return true;
    for (guint i = 0; i < group->misfiled->len; i++)
        for (char **type = each; *type; type++)
            if (**type && has_type(group->misfiled->pdata[i], *type))
                return true;
    return false;
}

/* A misfiled record of an inspection after the order lies where that of the recheck should. */
static bool is_in_recheck_place(const CaseGroup *group)
{
    const Day order = casegroup_first_day(group, "rectification-order");
    for (guint i = 0; i < group->misfiled->len; i++) {
        const Document *record = subfile_document(group->misfiled->pdata[i], "inspection-record");
        const Day last = record ? document_last_day(record) : DAY_NONE;
        if (record && (last == DAY_NONE || order == DAY_NONE || last > order))
            return true;
    }
    return false;
}

static bool is_among(const GPtrArray *files, const char *path)
{
    for (guint i = 0; i < files->len; i++)
        if (g_strcmp0(((const SubFile *)files->pdata[i])->facts->path, path) == 0)
            return true;
    return false;
}

/* The party that a record names is told of it once. */
static bool is_of_misnamed(const Finding *finding, const CaseGroup *group)
{
    bool of_party = strcmp(finding->code, "EXT-002") == 0 && g_strcmp0(finding->variant, "misnamed") != 0 &&
                    g_strcmp0(finding_value(finding, "field"), "party") == 0;
    return of_party && (is_among(group->misnamed, finding->file) ||
                        is_among(group->misnamed, finding_value(finding, "other-file")));
}

/* A paper in whose place a misfiled one lies is asked for by that finding; a name of another paper shows the same. */
static bool follows_in(const Finding *finding, const CaseGroup *group)
{
    if (is_of_misnamed(finding, group))
        return true;
    if (strcmp(finding->code, "DOC-007") == 0)
        return is_among(group->misfiled, finding->file);
    bool missing = strcmp(finding->code, "SET-004") == 0 || strcmp(finding->code, "SET-005") == 0;
    bool unread = strcmp(finding->code, "EXT-001") == 0 && g_strcmp0(finding->variant, "no-document") == 0;
    if (!missing && !unread && strcmp(finding->code, "LAW-003") != 0)
        return false;
    if (missing && g_strcmp0(finding_value(finding, "missing"), "recheck-record") == 0)
        return is_in_recheck_place(group);
    return any_has_type(group, finding_value(finding, missing ? "missing" : unread ? "doctype" : "notice"));
}

static bool follows(const Finding *finding, gconstpointer data)
{
    const GPtrArray *groups = finding->casefile ? g_hash_table_lookup((GHashTable *)data, finding->casefile) : NULL;
    for (guint i = 0; groups && i < groups->len; i++)
        if (follows_in(finding, groups->pdata[i]))
            return true;
    return false;
}

void misfiled_fold(Check *check)
{
    const GPtrArray *const lists[] = {check->submission->groups, check->submission->others};
    g_autoptr(GHashTable) named = lists_by_key(); /* name → GPtrArray of CaseGroup: those with such papers */
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; j < lists[i]->len; j++) {
            CaseGroup *group = lists[i]->pdata[j];
            GPtrArray *alike = g_hash_table_lookup(named, group->name);
            bool any = group->misfiled->len > 0 || group->misnamed->len > 0;
            if (any && !alike)
                g_hash_table_insert(named, (gpointer)group->name, alike = g_ptr_array_new());
            if (any)
                g_ptr_array_add(alike, group);
        }
    if (g_hash_table_size(named) > 0)
        check_fold(check, follows, named);
}
