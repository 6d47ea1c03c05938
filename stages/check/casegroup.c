#include "casegroup.h"

#include <string.h>

#include "docnumber.h"
#include "text.h"

/* ---- documents ---- */

/* Documents that were read, and files that only their name says to be one. */
typedef struct { int read, named; } DocumentCount;

static DocumentCount count_documents(const CaseGroup *group, const char *type)
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

int casegroup_count(const CaseGroup *group, const char *type)
{
    DocumentCount count = count_documents(group, type);
    return count.read + count.named;
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

/* ---- kind ---- */

static bool has_speaking_document(const CaseGroup *group, const KindRule *rule)
{
    g_auto(GStrv) types = g_strsplit(rule->speaks, " ", -1);
    for (char **type = types; *type; type++)
        if (casegroup_document(group, *type, NULL))
            return true;
    return false;
}

bool casegroup_speaks_for(const CheckRules *rules, const SubFile *file, Kind kind)
{
    g_auto(GStrv) types = g_strsplit(kind_rule(rules, kind)->speaks, " ", -1);
    for (char **type = types; *type; type++)
        if (subfile_stands_for(file, *type))
            return true;
    return false;
}

static bool says_kind(const Document *document, const KindRule *rule)
{
    static const char *const numbers[] = {"doc-number", "transfer-number"};
    bool says = document->title && text_has_any_of(document->title, rule->names);
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        const Field *number = document_value(document, numbers[i]);
        says = says || (number && text_has_any_of(number->value, rule->names));
    }
    return says;
}

/* Whether the approval or the list of what was handed over, by title, number or name of file, is RULE's. */
static bool handed_over_as(const CaseGroup *group, const KindRule *rule)
{
    static const char *const types[] = {"transfer-approval", "transfer-list", NULL};
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (file->facts->named_type && g_strv_contains(types, file->facts->named_type) &&
            text_has_any_of(file->base, rule->names))
            return true;
        for (guint j = 0; j < file->facts->documents->len; j++) {
            const Document *document = file->facts->documents->pdata[j];
            if (g_strv_contains(types, document->type) && says_kind(document, rule))
                return true;
        }
    }
    return false;
}

static bool kind_speaks_by(const KindRule *rule, const char *type)
{
    return type && word_in_list(rule->speaks, ' ', type); /* kinds holds no NULL: NOLINT(clang-analyzer-core.NullDereference) */
}

/* Whether the name of FILE leaves open whether it speaks for RULE's kind (移送书), and the other papers say that it speaks
 * for the other one: its letter was read, or only the other's approval or list is there. */
static bool is_others_letter(const CheckRules *rules, const CaseGroup *group, const SubFile *file, const KindRule *rule)
{
    if (!file->facts->named_or || has_speaking_document(group, rule))
        return false;
    const char *type = kind_speaks_by(rule, file->facts->named_or) ? file->facts->named_type : file->facts->named_or;
    for (guint i = 0; i < rules->cases->kinds->len; i++) {
        const KindRule *other = rules->cases->kinds->pdata[i];
        if (other != rule && kind_speaks_by(other, type))
            return has_speaking_document(group, other) ||
                   (handed_over_as(group, other) && !handed_over_as(group, rule));
    }
    return false;
}

/* Whether there is a scan (or an unread document) whose name says that it is one of the speaking documents. */
static bool has_speaking_name(const CheckRules *rules, const CaseGroup *group, const KindRule *rule)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        const Kind kind = (Kind)rule->kind; /* kinds holds no NULL: NOLINT(clang-analyzer-core.NullDereference) */
        if (casegroup_speaks_for(rules, file, kind) && !is_others_letter(rules, group, file, rule))
            return true;
    }
    return false;
}

/* That file, NULL for none; of several the one whose name carries a number. */
static const SubFile *speaking_by_name(const CheckRules *rules, const CaseGroup *group, const KindRule *rule)
{
    const SubFile *found = NULL;
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        bool fits = casegroup_speaks_for(rules, file, (Kind)rule->kind);
        if (fits && (!found || (found->facts->named_numbers->len == 0 && file->facts->named_numbers->len > 0)))
            found = file;
    }
    return found;
}

static const char *folder_name(const CaseGroup *group)
{
    return path_base(group->name);
}

static bool starts_with_any(const char *text, const GPtrArray *words)
{
    for (guint i = 0; i < words->len; i++)
        if (g_str_has_prefix(text, words->pdata[i]))
            return true;
    return false;
}

/* NAME, folded, without remarks in brackets on what the case file holds besides (行政处罚（含查封）).  Caller frees. */
static char *without_asides(const CheckRules *rules, const char *name)
{
    static const char opening[] = "〔", closing[] = "〕";
    g_autofree char *folded = text_fold(name);
    GString *kept = g_string_new(NULL);
    const char *at = folded, *open, *end;
    while ((open = strstr(at, opening)) && (end = strstr(open, closing))) {
        end += strlen(closing);
        const bool aside = starts_with_any(open + strlen(opening), rules->cases->asides);
        g_string_append_len(kept, at, (aside ? open : end) - at);
        at = end;
    }
    g_string_append(kept, at);
    return g_string_free(kept, FALSE);
}

static bool name_says(const CheckRules *rules, const CaseGroup *group, const KindRule *rule)
{
    g_autofree char *name = without_asides(rules, folder_name(group));
    return text_has_any_of(name, rule->names);
}

Kind casegroup_named_kind(const CheckRules *rules, const char *folder)
{
    g_autofree char *name = without_asides(rules, folder);
    for (guint i = 0; i < rules->cases->kinds->len; i++) {
        const KindRule *rule = rules->cases->kinds->pdata[i];
        if (text_has_any_of(name, rule->names))
            return (Kind)rule->kind;
    }
    return KIND_NONE;
}

static const KindRule *kind_by_content(const CheckRules *rules, const CaseGroup *group)
{
    for (guint i = 0; i < rules->cases->kinds->len; i++) {
        const KindRule *rule = rules->cases->kinds->pdata[i];
        if (!has_speaking_document(group, rule))
            continue;
        const KindRule *other = rule->yields != KIND_NONE ? kind_rule(rules, (Kind)rule->yields) : NULL;
        if (!other || name_says(rules, group, rule) || !has_speaking_document(group, other))
            return rule;
    }
    return NULL;
}

/* Whether RULE has a hint of one of TYPES. */
static bool is_hint_of(const KindRule *rule, char *const *types)
{
    for (guint i = 0; i < rule->hints->len; i++) {
        g_auto(GStrv) own = g_strsplit(((const DocumentRule *)rule->hints->pdata[i])->any, "|", -1);
        for (char **type = own; *type; type++)
            if (g_strv_contains((const char *const *)types, *type))
                return true;
    }
    return false;
}

/* Whether the group holds what hardly any other kind has, and where FOUND is given, not that either (the papers of both
 * transfers are the same).  A scan may show what was read: the two are not added up. */
static bool holds_hint(const CaseGroup *group, const KindRule *rule, const KindRule *found)
{
    for (guint i = 0; i < rule->hints->len; i++) {
        const DocumentRule *hint = rule->hints->pdata[i];
        g_auto(GStrv) types = g_strsplit(hint->any, "|", -1);
        for (char **type = types; *type && !(found && is_hint_of(found, types)); type++) {
            DocumentCount count = count_documents(group, *type);
            if (MAX(count.read, count.named) >= MAX(hint->count, 1))
                return true;
        }
    }
    return false;
}

/* Whether one of the files that by name speak for RULE's kind is one in which nothing was read, or has a word of that kind in its
 * own name: the folder's name gives a kind to every file whose own name says none. */
static bool has_own_speaking_name(const CheckRules *rules, const CaseGroup *group, const KindRule *rule)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if ((file->facts->documents->len == 0 || text_has_any_of(file->base, rule->names)) &&
            casegroup_speaks_for(rules, file, (Kind)rule->kind))
            return true;
    }
    return false;
}

/* Whether the group is of RULE's kind although the document that would speak for that cannot be read, or is missing, and
 * one of FOUND's kind speaks: the folder's name says so, and so does a file's name or a document of that kind alone.  A name
 * that says FOUND's kind too (按日连续处罚) needs the file; one that says no kind needs both. */
static bool is_unread_kind(const CheckRules *rules, const CaseGroup *group, const KindRule *rule, const KindRule *found)
{
    bool unread = has_speaking_name(rules, group, rule);
    if (name_says(rules, group, rule) && name_says(rules, group, found))
        return unread && has_own_speaking_name(rules, group, rule);
    if (name_says(rules, group, rule))
        return unread || holds_hint(group, rule, found);
    return unread && casegroup_named_kind(rules, folder_name(group)) == KIND_NONE && holds_hint(group, rule, NULL);
}

/* The kind of what was read; but what cannot be read would make it one of a kind that goes before: then that (SPEC 4.1: a scan
 * is what its name and folder say). */
static const KindRule *kind_by_papers(const CheckRules *rules, const CaseGroup *group)
{
    const KindRule *found = kind_by_content(rules, group);
    for (guint i = 0; found && rules->cases->kinds->pdata[i] != found; i++)
        if (is_unread_kind(rules, group, rules->cases->kinds->pdata[i], found))
            return rules->cases->kinds->pdata[i];
    return found;
}

Kind casegroup_kind_by_papers(const CheckRules *rules, const CaseGroup *group)
{
    const KindRule *rule = kind_by_papers(rules, group);
    return rule ? (Kind)rule->kind : KIND_NONE;
}

static const KindRule *kind_by_name(const CheckRules *rules, const CaseGroup *group)
{
    Kind named = casegroup_named_kind(rules, folder_name(group));
    if (named != KIND_NONE)
        return kind_rule(rules, named);
    for (guint i = 0; i < rules->cases->kinds->len; i++)
        if (has_speaking_name(rules, group, rules->cases->kinds->pdata[i]))
            return rules->cases->kinds->pdata[i];
    return NULL;
}

/* What the folder's name says when it says another kind than the one found. */
static Kind contrary_name(const CheckRules *rules, const CaseGroup *group, const KindRule *found)
{
    Kind named = KIND_NONE;
    for (guint i = 0; i < rules->cases->kinds->len; i++) {
        const KindRule *rule = rules->cases->kinds->pdata[i];
        if (!name_says(rules, group, rule))
            continue;
        if (rule == found)
            return KIND_NONE;
        if (named == KIND_NONE)
            named = (Kind)rule->kind;
    }
    return named;
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
    return true;
}

/* SPEC 6.4: the decision's fine (penalty), the total (daily), else that of a penalty decision in the file. */
void casegroup_find_fine(CaseGroup *group)
{
    group->fine = NULL;
    group->fine_file = NULL;
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
    const KindRule *by_papers = kind_by_papers(rules, group);
    const KindRule *rule = by_papers ? by_papers : kind_by_name(rules, group);
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
    group->named_kind = by_papers ? contrary_name(rules, group, rule) : KIND_NONE;
    find_identity(rules, group, rule);
}

/* The kind that is left: that of the papers, unless the folder's name says the kind as it was; or as it was. */
static Kind kind_without(const CheckRules *rules, const CaseGroup *group)
{
    Kind named = casegroup_named_kind(rules, folder_name(group)), left = casegroup_kind_by_papers(rules, group);
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
    if (casegroup_named_kind(rules, folder_name(group)) == group->kind)
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
