#include "casekind.h"

#include <string.h>

#include "docnumber.h"
#include "text.h"

/* ---- documents ---- */

DocumentCount casegroup_counts(const CaseGroup *group, const char *type)
{
    DocumentCount count = {0};
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        int here = 0;
        for (guint j = 0; j < file->facts->documents->len; j++)
            here += strcmp(((const Document *)file->facts->documents->pdata[j])->type, type) == 0;
        count.read += here;
        count.named += here == 0 && subfile_stands_for(file, type);
    }
    return count;
}

/* How many files that stand for TYPE by their names are scans of papers that were read, and add none. */
static int copies_of_type(const CaseGroup *group, const char *type)
{
    int copies = 0;
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        copies += file->facts->documents->len == 0 && subfile_stands_for(file, type) && casegroup_is_copy(group, file, type);
    }
    return copies;
}

int casegroup_count(const CaseGroup *group, const char *type)
{
    const DocumentCount count = casegroup_counts(group, type);
    const int copies = count.read > 0 && count.named > 0 ? copies_of_type(group, type) : 0;
    return count.read + count.named - copies;
}

void casegroup_each_document(const CaseGroup *group, DocumentFunc func, gpointer data)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        for (guint j = 0; j < file->facts->documents->len; j++)
            func(file, file->facts->documents->pdata[j], data);
    }
}

typedef struct { const CaseGroup *group; Day first; } DaySearch;

static void look_first_day(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    DaySearch *search = data;
    if (casegroup_is_aside(search->group, search->group->speaking, document))
        return;
    Day decided = document_day(document, "decision-date"),
        day = decided != DAY_NONE ? decided : document_day(document, "document-date");
    if (day != DAY_NONE && (search->first == DAY_NONE || day < search->first))
        search->first = day;
}

Day casegroup_first_day(const CaseGroup *group, const char *type)
{
    DaySearch search = {.group = group, .first = DAY_NONE};
    casegroup_each_of(group, type, look_first_day, &search);
    return search.first;
}

/* ---- the speaking document ---- */

/* Of several documents of one type the first with a number, else the first. */
static void choose_speaking(CaseGroup *group, const char *type)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        for (guint j = 0; j < file->facts->documents->len; j++) {
            const Document *document = file->facts->documents->pdata[j];
            if (strcmp(document->type, type) != 0)
                continue;
            bool better = !group->speaking || (!document_value(group->speaking, "doc-number") && document_value(document, "doc-number"));
            if (!better)
                continue;
            group->speaking = document;
            group->speaking_file = file;
        }
    }
}

/* How likely the name of FILE means what speaks: in a file that was read another paper was found, which only the folder's name calls so. */
static int speaking_rank(const SubFile *file)
{
    return (file->facts->documents->len == 0 ? 2 : 0) + (file->facts->named_numbers->len > 0 ? 1 : 0);
}

/* The file whose name says that it speaks for RULE's kind, NULL for none; of several alike the first. */
static const SubFile *speaking_by_name(const CheckRules *rules, const CaseGroup *group, const KindRule *rule)
{
    const SubFile *found = NULL;
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        bool fits = casegroup_speaks_for(rules, file, (Kind)rule->kind);
        if (fits && (!found || speaking_rank(file) > speaking_rank(found)))
            found = file;
    }
    return found;
}

static void find_speaking(const CheckRules *rules, CaseGroup *group, const KindRule *rule)
{
    g_auto(GStrv) types = g_strsplit(rule->speaks, " ", -1);
    for (char **type = types; *type && !group->speaking; type++)
        choose_speaking(group, *type);
    if (!group->speaking)
        group->speaking_file = speaking_by_name(rules, group, rule);
}

static void take_number(CaseGroup *group, const char *number, const char *key)
{
    group->number = number;
    group->key = key;
}

/* The document that speaks for a case of another kind was read in FILE: the number in its name is that one's. */
static bool speaks_elsewise(const CheckRules *rules, const SubFile *file)
{
    for (guint i = 0; i < rules->cases->kinds->len; i++) {
        g_auto(GStrv) types = g_strsplit(((const KindRule *)rules->cases->kinds->pdata[i])->speaks, " ", -1);
        for (char **type = types; *type; type++)
            if (subfile_document(file, *type))
                return true;
    }
    return false;
}

/* Without a document the number stands in the scan's name, else it is the only number that names in the group carry. */
static void find_number_in_names(const CheckRules *rules, CaseGroup *group)
{
    const DocNumber *only = NULL;
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        for (guint j = 0; j < file->facts->named_numbers->len && !speaks_elsewise(rules, file); j++) {
            const DocNumber *number = file->facts->named_numbers->pdata[j];
            if (file == group->speaking_file) {
                take_number(group, number->raw, number->key);
                return;
            }
            if (only && strcmp(only->key, number->key) != 0)
                return;
            only = number;
        }
    }
    if (only && !group->speaking_file)
        take_number(group, only->raw, only->key);
}

static void find_number(const CheckRules *rules, CaseGroup *group)
{
    const Field *field = document_value(group->speaking, "doc-number");
    if (field && field->key)
        take_number(group, field->value, field->key);
    else if (!group->speaking)
        find_number_in_names(rules, group);
}

static void find_date(CaseGroup *group, const KindRule *rule)
{
    g_auto(GStrv) ids = g_strsplit(rule->date, " ", -1);
    for (char **id = ids; *id && group->date == DAY_NONE; id++) {
        group->date = document_day(group->speaking, *id);
        if (group->date != DAY_NONE)
            group->date_field = document_value(group->speaking, *id);
    }
}

static bool take_fine(CaseGroup *group, const SubFile *file, const Document *document, const char *id)
{
    const Field *field = document_value(document, id);
    if (!field || field->status != VALUE_VALID)
        return false;
    group->fine = field;
    group->fine_file = file;
    group->fine_document = document;
    return true;
}

/* SPEC 6.4: the decision's fine (penalty), the total (daily), else that of a penalty decision in the file. */
void casegroup_find_fine(CaseGroup *group)
{
    group->fine = NULL;
    group->fine_file = NULL;
    group->fine_document = NULL;
    if (group->kind == KIND_DAILY)
        take_fine(group, group->speaking_file, group->speaking, "total-yuan");
    else if (group->kind == KIND_PENALTY)
        take_fine(group, group->speaking_file, group->speaking, "fine-yuan");
    if (group->fine || group->kind == KIND_PENALTY || group->kind == KIND_DAILY)
        return;
    const SubFile *file = NULL;
    const Document *decision = casegroup_document(group, "penalty-decision", &file);
    take_fine(group, file, decision, "fine-yuan");
}

typedef struct { CaseGroup *group; GHashTable *seen; } OwnKeys;

static void add_own_key(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    OwnKeys *own = data;
    const Field *field = document_value(document, "doc-number");
    if (field && field->key && g_hash_table_add(own->seen, field->key))
        g_ptr_array_add(own->group->own_keys, field->key);
}

static void find_own_keys(CaseGroup *group)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    casegroup_each_document(group, add_own_key, &(OwnKeys){group, seen});
}

/* What the paper that speaks for a case file of RULE's kind says of it. */
static void find_identity(const CheckRules *rules, CaseGroup *group, const KindRule *rule)
{
    find_speaking(rules, group, rule);
    find_number(rules, group);
    if (group->speaking) {
        group->party = document_value(group->speaking, "party");
        find_date(group, rule);
    }
    casegroup_find_fine(group);
    if (group->key && !g_ptr_array_find_with_equal_func(group->own_keys, group->key, g_str_equal, NULL))
        g_ptr_array_add(group->own_keys, (gpointer)group->key);
}

void casegroup_read(const CheckRules *rules, CaseGroup *group)
{
    const KindFound found = casekind_find(rules, group);
    const KindRule *rule = found.rule;
    find_own_keys(group);
    for (guint i = 0; i < group->files->len; i++)
        subfile_add_keys(group->files->pdata[i], group->all_keys);
    casegroup_part_versions(rules, group);
    if (rule)
        casegroup_part_cases(group, rule);
    casegroup_note_numbers(rules, group);
    if (!rule)
        return;
    group->kind = (Kind)rule->kind;
    group->named_kind = found.named;
    find_identity(rules, group, rule);
}

/* The kind that is left: that of the papers, unless the folder's name says the kind as it was; or as it was. */
static Kind kind_without(const CheckRules *rules, const CaseGroup *group)
{
    Kind named = casegroup_named_kind(rules, path_base(group->name)), left = casegroup_kind_by_papers(rules, group);
    if (named == group->kind)
        return named;
    return left != KIND_NONE ? left : named != KIND_NONE ? named : group->kind;
}

void casegroup_lose_speaking(const CheckRules *rules, CaseGroup *group)
{
    documentindex_drop(group->index);
    g_hash_table_remove_all(group->numbered);
    g_ptr_array_set_size(group->own_keys, 0);
    group->speaking = NULL;
    group->speaking_file = NULL;
    group->number = group->key = NULL;
    group->party = group->date_field = NULL;
    group->date = DAY_NONE;
    find_own_keys(group);
    casegroup_note_numbers(rules, group);
    group->kind = kind_without(rules, group);
    if (casegroup_named_kind(rules, path_base(group->name)) == group->kind)
        group->named_kind = KIND_NONE;
    find_identity(rules, group, kind_rule(rules, group->kind));
}

const char *casegroup_speaking_type(const CheckRules *rules, const CaseGroup *group)
{
    const KindRule *rule = kind_rule(rules, group->kind);
    if (group->speaking)
        return group->speaking->type;
    return rule && !strchr(rule->speaks, ' ') ? rule->speaks : "speaking-document";
}

static bool mentions_any(const CaseGroup *group, const GPtrArray *keys)
{
    for (guint i = 0; i < keys->len; i++)
        if (g_hash_table_contains(group->all_keys, keys->pdata[i]))
            return true;
    return false;
}

bool casegroup_related(const CaseGroup *a, const CaseGroup *b)
{
    return mentions_any(a, b->own_keys) || mentions_any(b, a->own_keys);
}

const char *casegroup_date_name(Kind kind, const char *field)
{
    return kind == KIND_AUDIT ? "document-date" : field;
}
