/* EXT-002, foreign-decision: the paper that speaks for a case file (its decision, its letter) is that of another case,
 * as all the other papers in the file say.  It has no say there: whose the file is and which number it should have
 * comes from these others. */
#include <string.h>

#include "misfiled.h"
#include "text.h"

enum { AGREEING_MIN = 2 };         /* papers that agree in a party against the one that speaks */
enum { AGAINST_STRANGER_MIN = 3 }; /* the same where the firm has no case file here */

/* ---- of whom a case file is, by its papers but the one that speaks ---- */

/* Borrowed; PARTY is NULL when they name none, or several; COUNT files name it. */
typedef struct { const SubFile *file; const Document *document; const Field *party; guint count; } Home;

static const char *party_types(const CheckRules *rules)
{
    for (guint i = 0; i < rules->cases->same->len; i++) {
        const SameRule *rule = rules->cases->same->pdata[i];
        if (strcmp(rule->field, "party") == 0)
            return rule->in;
    }
    return "";
}

/* Returns false when DOCUMENTS of FILE name another party than HOME has by then. */
static bool note_home(Home *home, const SubFile *file, const char *types)
{
    bool counted = false;
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        const Field *party = document_value(document, "party");
        if (!party || party->status != VALUE_VALID || !word_in_list(types, ' ', document->type))
            continue;
        if (home->party && !body_is_same(home->party, party))
            return false;
        if (!home->party)
            *home = (Home){file, document, party, 0};
        counted = true;
    }
    home->count += counted;
    return true;
}

static bool names_speaking(const CaseGroup *group, const SubFile *file)
{
    return file == group->speaking_file || (group->key && misfiled_names(file, group->key));
}

static Home home_of(const CheckRules *rules, const CaseGroup *group)
{
    Home home = {0};
    const char *types = party_types(rules);
    for (guint i = 0; i < group->files->len; i++)
        if (!names_speaking(group, group->files->pdata[i]) && !note_home(&home, group->files->pdata[i], types))
            return (Home){0};
    return home;
}

/* ---- whose the paper that speaks is ---- */

/* Borrowed but for ALONG. */
typedef struct {
    CaseGroup *group;
    const SubFile *file;      /* the one that speaks, with what it says */
    const Document *document;
    const Field *party;
    Home home;
    GPtrArray *along;         /* SubFile: its file, and what belongs to it */
    const CaseGroup *other;   /* whose it is; NULL: of a firm without a case file here */
    const char *signs;        /* by what, ids of fields parted by blanks */
} Foreign;

static void foreign_free(gpointer data)
{
    Foreign *foreign = data;
    g_ptr_array_unref(foreign->along);
    g_free(foreign);
}

static bool speaks_of(const SubFile *file, const Field *party)
{
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Field *each = misfiled_party(file->facts->documents->pdata[i]);
        if (each && body_is_same(each, party))
            return true;
    }
    return false;
}

static bool is_receipts(const SubFile *file)
{
    for (guint i = 0; i < file->facts->documents->len; i++)
        if (!g_str_has_suffix(((const Document *)file->facts->documents->pdata[i])->type, "-receipt"))
            return false;
    return true;
}

/* FILE names a number of this case file beside that of the paper that speaks. */
static bool names_another_here(const CaseGroup *group, const SubFile *file)
{
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        for (guint j = 0; j < document->mentions->len; j++) {
            const char *key = ((const DocNumber *)document->mentions->pdata[j])->key;
            if (strcmp(key, group->key) != 0 && g_hash_table_contains(group->numbered, key))
                return true;
        }
    }
    return false;
}

static bool is_of_this_case(const CaseGroup *group, const SubFile *file)
{
    return file == group->speaking_file ? misfiled_names_case(group, file) : names_another_here(group, file);
}

/* Parts the files into those that go along and the others; false when one of them joins the paper to this case. */
static bool part_files(Foreign *foreign)
{
    const CaseGroup *group = foreign->group;
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        bool names = names_speaking(group, file), its = speaks_of(file, foreign->party),
             here = speaks_of(file, foreign->home.party);
        if (!names && !its)
            continue;
        if (!names || here || (!its && !is_receipts(file)) || is_of_this_case(group, file))
            return false;
        g_ptr_array_add(foreign->along, (gpointer)file);
    }
    return true;
}

/* A number of the papers of OTHER stands in the paper, or its number in one of these. */
static bool is_joined(const Foreign *foreign, const CaseGroup *other)
{
    if (misfiled_names_any(foreign->file, other))
        return true;
    const char *key = foreign->group->key;
    for (guint i = 0; key && i < other->files->len; i++)
        if (other->files->pdata[i] != other->speaking_file && misfiled_names(other->files->pdata[i], key))
            return true;
    return false;
}

/* The case files of the unit with their homes; PARTIES: whose they are, by the papers but the one that speaks, else by
 * that. */
typedef struct { const GPtrArray *groups; GArray *homes; PartyIndex *parties; } Homes;

/* PLACE is of one of them with the party of the paper.  Two case files may be of one case, of which one has only the
 * decision. */
static bool may_be_its(const Foreign *foreign, const Homes *homes, guint place)
{
    const CaseGroup *other = homes->groups->pdata[place];
    bool alike = g_array_index(homes->homes, Home, place).party || g_strcmp0(other->key, foreign->group->key) == 0;
    return other != foreign->group && alike && is_joined(foreign, other);
}

static const CaseGroup *case_of(const Foreign *foreign, const Homes *homes)
{
    const GArray *same = partyindex_same(homes->parties, foreign->party);
    for (guint i = 0; i < same->len; i++)
        if (may_be_its(foreign, homes, g_array_index(same, guint, i)))
            return homes->groups->pdata[g_array_index(same, guint, i)];
    return NULL;
}

/* Any valid value of FIELD in the file but for what goes along. */
static const Field *value_here(const Foreign *foreign, const char *field)
{
    const GPtrArray *files = foreign->group->files;
    for (guint i = 0; i < files->len; i++) {
        const SubFile *file = files->pdata[i];
        for (guint j = 0; !g_ptr_array_find(foreign->along, file, NULL) && j < file->facts->documents->len; j++) {
            const Field *value = document_value(file->facts->documents->pdata[j], field);
            if (value && value->status == VALUE_VALID)
                return value;
        }
    }
    return NULL;
}

static bool differs(const Foreign *foreign, const char *field)
{
    const Field *its = document_value(foreign->document, field), *here = value_here(foreign, field);
    return its && here && its->status == VALUE_VALID && !text_same(field_key(its), field_key(here));
}

/* The number of the notice, or of the paper itself, that the others give is another, and so is the firm's head or code:
 * a name alone may be written wrongly. */
static const char *signs_of_stranger(const Foreign *foreign, const char *own_key)
{
    const Field *notice = document_value(foreign->document, "notice-number");
    bool number = own_key && foreign->group->key && notice && notice->key;
    if (!number || foreign->home.count < AGAINST_STRANGER_MIN || !body_is_another(foreign->party, foreign->home.party))
        return NULL;
    return differs(foreign, "credit-code") ? "party doc-number credit-code"
           : differs(foreign, "legal-rep") ? "party doc-number legal-rep"
                                           : NULL;
}

/* ---- the number that the file's own paper has ---- */

typedef struct { const char *type, *number, *key; const CheckRules *rules; bool several; } OwnNumber;

static bool may_name(const CheckRules *rules, const char *field, const Document *document, const char *type)
{
    for (guint i = 0; i < rules->cases->refers->len; i++) {
        const RefersRule *rule = rules->cases->refers->pdata[i];
        if (!rule->as && strcmp(rule->field, field) == 0 && word_in_list(rule->to, ' ', type) &&
            word_in_list(rule->in, ' ', document->type))
            return true;
    }
    return false;
}

static void note_numbers(OwnNumber *own, const Document *document)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (!field->key || field->status != VALUE_VALID || !may_name(own->rules, field->id, document, own->type))
            continue;
        own->several |= own->key && strcmp(own->key, field->key) != 0;
        own->number = field->value;
        own->key = field->key;
    }
}

/* By the other papers, when they agree; both NULL else. */
static OwnNumber own_number(const CheckRules *rules, const Foreign *foreign)
{
    OwnNumber own = {.type = foreign->document->type, .rules = rules};
    const GPtrArray *files = foreign->group->files;
    for (guint i = 0; i < files->len; i++) {
        const SubFile *file = files->pdata[i];
        for (guint j = 0; !g_ptr_array_find(foreign->along, file, NULL) && j < file->facts->documents->len; j++)
            note_numbers(&own, file->facts->documents->pdata[j]);
    }
    if (own.several)
        own.number = own.key = NULL;
    return own;
}

/* ---- all of them, before any is taken out ---- */

static bool is_foreign(const Check *check, Foreign *foreign, const Homes *homes)
{
    if (body_is_same(foreign->party, foreign->home.party) || foreign->home.count < AGREEING_MIN || !part_files(foreign))
        return false;
    foreign->other = case_of(foreign, homes);
    foreign->signs = foreign->other ? "party doc-number"
                                    : signs_of_stranger(foreign, own_number(check->in->rules, foreign).key);
    return foreign->signs != NULL;
}

static void look_group(const Check *check, CaseGroup *group, const Home *home, const Homes *homes, GPtrArray *found)
{
    if (!group->speaking || !group->party || group->party->status != VALUE_VALID || !home->party)
        return;
    Foreign *foreign = g_new0(Foreign, 1);
    *foreign = (Foreign){group, group->speaking_file, group->speaking, group->party, *home, g_ptr_array_new(), NULL,
                         NULL};
    if (is_foreign(check, foreign, homes))
        g_ptr_array_add(found, foreign);
    else
        foreign_free(foreign);
}

static GArray *homes_of(const CheckRules *rules, const GPtrArray *groups)
{
    GArray *homes = g_array_new(FALSE, FALSE, sizeof(Home));
    for (guint i = 0; i < groups->len; i++) {
        Home home = home_of(rules, groups->pdata[i]);
        g_array_append_val(homes, home);
    }
    return homes;
}

static PartyIndex *parties_of(const GPtrArray *groups, const GArray *homes)
{
    g_autoptr(GPtrArray) parties = g_ptr_array_new();
    for (guint i = 0; i < groups->len; i++) {
        const Field *party = g_array_index(homes, Home, i).party;
        g_ptr_array_add(parties, (gpointer)(party ? party : ((const CaseGroup *)groups->pdata[i])->party));
    }
    return partyindex_new(parties);
}

static GPtrArray *foreign_in(const Check *check)
{
    const GPtrArray *const lists[] = {check->submission->groups, check->submission->others};
    GPtrArray *found = g_ptr_array_new_with_free_func(foreign_free);
    g_autoptr(GArray) own = homes_of(check->in->rules, check->submission->groups),
                      others = homes_of(check->in->rules, check->submission->others);
    g_autoptr(PartyIndex) parties = parties_of(check->submission->groups, own);
    const Homes homes = {check->submission->groups, own, parties};
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; j < lists[i]->len; j++)
            look_group(check, lists[i]->pdata[j], &g_array_index(i == 0 ? own : others, Home, j), &homes, found);
    return found;
}

/* ---- what is told ---- */

static bool has_document(const CaseGroup *group, const char *type, const char *key)
{
    for (guint i = 0; key && i < group->files->len; i++) {
        const Document *document = subfile_document(group->files->pdata[i], type);
        const Field *number = document ? document_value(document, "doc-number") : NULL;
        if (number && g_strcmp0(number->key, key) == 0)
            return true;
    }
    return false;
}

/* Whether a paper of TYPE is there, or a scan that may be one by its name. */
static bool has_type(const CaseGroup *group, const char *type)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (subfile_document(file, type) || (subfile_is_scan(file) && subfile_stands_for(file, type)))
            return true;
    }
    return false;
}

/* The case file among those of FOUND in which the own paper of FOREIGN's lies, whose number is KEY; NULL. */
static const char *where_own_lies(const GPtrArray *found, const Foreign *foreign, const char *key)
{
    for (guint i = 0; i < found->len; i++) {
        const Foreign *each = found->pdata[i];
        const Field *number = document_value(each->document, "doc-number");
        if (each != foreign && !each->group->person && strcmp(each->document->type, foreign->document->type) == 0 &&
            (each->other == foreign->group || (key && number && g_strcmp0(number->key, key) == 0)))
            return each->group->name;
    }
    return NULL;
}

static void param_along(Finding *finding, const Foreign *foreign)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < foreign->along->len; i++) {
        const SubFile *file = foreign->along->pdata[i];
        if (file != foreign->file)
            text_add_line(names, file->base);
    }
    if (names->len > 0)
        finding_param(finding, "papers", names->str);
}

static void tell(Check *check, const Foreign *foreign, const GPtrArray *found, const OwnNumber *own)
{
    const CaseGroup *group = foreign->group, *other = foreign->other;
    const Field *number = document_value(foreign->document, "doc-number");
    const Saying its = {foreign->file, foreign->document, foreign->party},
                 here = {foreign->home.file, foreign->home.document, foreign->home.party};
    const bool there = other && has_document(other, foreign->document->type, number ? number->key : NULL);
    const char *held = there ? other->name : NULL;
    Finding *finding = contradiction_add_as(check, group, "foreign-decision", "party", &its, &here);
    finding_set(finding, "quote", foreign->party->value);
    finding_param(finding, "name", foreign->file->base);
    finding_param(finding, "number", number ? number->value : NULL);
    finding_param(finding, "signs", foreign->signs);
    param_int(finding, "count", foreign->home.count);
    finding_param(finding, "elsewhere", other ? other->name : NULL);
    finding_param(finding, "stranger", other ? NULL : foreign->party->value);
    finding_param(finding, "held", held);
    finding_param(finding, "return-to", other && !held ? other->name : NULL);
    finding_param(finding, "own-number", own->number);
    finding_param(finding, "own", group->displaced);
    if (!has_type(group, group->displaced)) {
        finding_param(finding, "missing", group->displaced);
        finding_param(finding, "found", where_own_lies(found, foreign, own->key));
    }
    param_along(finding, foreign);
}

static void take_out(const Check *check, const Foreign *foreign, const OwnNumber *own)
{
    CaseGroup *group = foreign->group;
    for (guint i = 0; i < foreign->along->len; i++) {
        g_ptr_array_add(group->misfiled, foreign->along->pdata[i]);
        g_ptr_array_remove(group->files, foreign->along->pdata[i]);
    }
    casegroup_lose_speaking(check->in->rules, group);
    group->displaced = casegroup_speaking_type(check->in->rules, group);
    if (!group->party)
        group->party = foreign->home.party;
    if (!group->speaking && own->key) {
        group->number = own->number;
        group->key = own->key;
    }
}

void foreigndecision_find(Check *check)
{
    g_autoptr(GPtrArray) found = foreign_in(check);
    for (guint i = 0; i < found->len; i++) {
        const Foreign *foreign = found->pdata[i];
        const OwnNumber own = own_number(check->in->rules, foreign);
        take_out(check, foreign, &own);
        tell(check, foreign, found, &own);
    }
}
