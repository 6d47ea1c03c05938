/* Of which kind a case file is: by what its documents say, else by the names of its files, and last by that of its folder
 * (SPEC 4.1, 6.4). */
#include "casekind.h"

#include <string.h>

#include "text.h"

typedef struct { bool own, any; } SpeakingSearch;

/* Whether nothing but its folder's name says what DOCUMENT in FILE is. */
static bool is_told_by_folder(const SubFile *file, const Document *document)
{
    return file->facts->named_by_folder && g_strcmp0(document->rule, "name") == 0;
}

static void look_speaking(const SubFile *file, const Document *document, gpointer data)
{
    SpeakingSearch *search = data;
    search->any = true;
    search->own |= !is_told_by_folder(file, document);
}

/* Whether a document that speaks for RULE's kind was read; by_place: also one of which only its folder's name says so. */
static bool has_speaking(const CaseGroup *group, const KindRule *rule, bool by_place)
{
    SpeakingSearch search = {false, false};
    casegroup_each_of(group, rule->speaks, look_speaking, &search);
    return by_place ? search.any : search.own;
}

static bool has_speaking_document(const CaseGroup *group, const KindRule *rule)
{
    return has_speaking(group, rule, false);
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

bool kind_lies_in_others(const KindRule *rule)
{
    return rule->kind == KIND_PENALTY || rule->yields != KIND_NONE;
}

static bool holds_any(const CaseGroup *group, const char *any)
{
    bool holds = false;
    g_auto(GStrv) types = g_strsplit(any, "|", -1);
    for (char **type = types; *type && !holds; type++)
        holds = casegroup_count(group, *type) > 0;
    return holds;
}

/* Whether the group holds all that a case file of RULE's kind must, receipts aside, and with LETTER_ASIDE what speaks for it. */
static bool holds_musts(const CaseGroup *group, const KindRule *rule, bool letter_aside)
{
    bool whole = rule->must->len > 0;
    for (guint i = 0; i < rule->must->len && whole; i++) {
        const DocumentRule *must = rule->must->pdata[i];
        whole = must->of || (letter_aside && kind_speaks_by(rule, must->any)) || holds_any(group, must->any);
    }
    return whole;
}

/* Whether no more is to be looked for in what has no name of its own. */
static bool is_whole(const CaseGroup *group, const KindRule *rule)
{
    return holds_musts(group, rule, false);
}

/* Whether there is a scan (or an unread document) whose name says that it is one of the speaking documents.  What only the folder's
 * name says so of does not count against FOUND, NULL for none: its own document was read, and lies in no other kind's files or has
 * with it all that goes with it. */
static bool has_speaking_name(const CheckRules *rules, const CaseGroup *group, const KindRule *rule, const KindRule *found)
{
    const bool place_tells = !found || (kind_lies_in_others(found) && !is_whole(group, found));
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        const Kind kind = (Kind)rule->kind; /* kinds holds no NULL: NOLINT(clang-analyzer-core.NullDereference) */
        if ((place_tells || !file->facts->named_by_folder) && casegroup_speaks_for(rules, file, kind) &&
            !is_others_letter(rules, group, file, rule))
            return true;
    }
    return false;
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

/* NAME, folded, in the words of the kinds: without remarks in brackets on what the case file holds besides (行政处罚（含查封）),
 * and with 连罚 in short, as 按日连续处罚 is not called a penalty (行政处罚).  Caller frees. */
static char *words_of(const CheckRules *rules, const char *name)
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
    g_string_replace(kept, "连续处罚", "连罚", 0);
    return g_string_free(kept, FALSE);
}

static bool name_says(const CheckRules *rules, const CaseGroup *group, const KindRule *rule)
{
    g_autofree char *name = words_of(rules, folder_name(group));
    return text_has_any_of(name, rule->names);
}

Kind casegroup_named_kind(const CheckRules *rules, const char *folder)
{
    g_autofree char *name = words_of(rules, folder);
    for (guint i = 0; i < rules->cases->kinds->len; i++) {
        const KindRule *rule = rules->cases->kinds->pdata[i];
        if (text_has_any_of(name, rule->names))
            return (Kind)rule->kind;
    }
    return KIND_NONE;
}

static const KindRule *kind_by_content(const CheckRules *rules, const CaseGroup *group, bool by_place)
{
    for (guint i = 0; i < rules->cases->kinds->len; i++) {
        const KindRule *rule = rules->cases->kinds->pdata[i];
        if (!has_speaking(group, rule, by_place))
            continue;
        const KindRule *other = rule->yields != KIND_NONE ? kind_rule(rules, (Kind)rule->yields) : NULL;
        if (!other || name_says(rules, group, rule) || !has_speaking(group, other, by_place))
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
            DocumentCount count = casegroup_counts(group, *type);
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

/* Whether all that RULE's kind, a transfer, must hold is there but the letter. */
static bool lacks_letter_alone(const CaseGroup *group, const KindRule *rule)
{
    return handed_over_as(group, rule) && holds_musts(group, rule, true);
}

/* Whether all that RULE's kind must hold is there but the decision, which a receipt says was served. */
static bool lacks_decision_alone(const CheckRules *rules, const CaseGroup *group, const KindRule *rule)
{
    return casegroup_receipts(rules, group, rule->speaks) > 0 && holds_musts(group, rule, true);
}

/* Whether the group is of RULE's kind although the document that would speak for that cannot be read, or is missing, and
 * one of FOUND's kind speaks: the folder's name says so, and so does a file's name or a document of that kind alone.  A name
 * that says FOUND's kind too needs the file; one that says no kind needs both, or all but the letter or decision. */
static bool is_unread_kind(const CheckRules *rules, const CaseGroup *group, const KindRule *rule, const KindRule *found)
{
    bool unread = has_speaking_name(rules, group, rule, found);
    if (name_says(rules, group, rule) && name_says(rules, group, found))
        return unread && has_own_speaking_name(rules, group, rule);
    if (name_says(rules, group, rule))
        return unread || holds_hint(group, rule, found);
    if (casegroup_named_kind(rules, folder_name(group)) != KIND_NONE)
        return false;
    return unread ? holds_hint(group, rule, NULL)
                  : found->kind == KIND_PENALTY &&
                        (lacks_letter_alone(group, rule) || lacks_decision_alone(rules, group, rule));
}

/* The kind of what was read; but what cannot be read would make it one of a kind that goes before: then that (SPEC 4.1: a scan
 * is what its name and folder say). */
static const KindRule *kind_by_papers(const CheckRules *rules, const CaseGroup *group)
{
    const KindRule *found = kind_by_content(rules, group, false);
    if (!found)
        return kind_by_content(rules, group, true);
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
    const KindRule *speaking = NULL, *handed_over = NULL;
    for (guint i = 0; i < rules->cases->kinds->len; i++) {
        const KindRule *rule = rules->cases->kinds->pdata[i];
        speaking = !speaking && has_speaking_name(rules, group, rule, NULL) ? rule : speaking;
        handed_over = !handed_over && lacks_letter_alone(group, rule) ? rule : handed_over;
    }
    return handed_over && (!speaking || speaking->kind == KIND_PENALTY) ? handed_over : speaking;
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

/* The folder's name says NAMED, which the group is not: nor is a document for NAMED which nothing else says so of. */
static void forget_name(CaseGroup *group, const KindRule *named)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        for (guint j = 0; j < file->facts->documents->len; j++) {
            Document *document = file->facts->documents->pdata[j];
            if (!is_told_by_folder(file, document) || !kind_speaks_by(named, document->type))
                continue;
            g_free(document->type);
            document->type = g_strdup("other");
        }
    }
    documentindex_drop(group->index);
}

KindFound casekind_find(const CheckRules *rules, CaseGroup *group)
{
    const KindRule *by_papers = kind_by_papers(rules, group);
    const KindFound found = {by_papers ? by_papers : kind_by_name(rules, group),
                             by_papers ? contrary_name(rules, group, by_papers) : KIND_NONE};
    if (found.named != KIND_NONE)
        forget_name(group, kind_rule(rules, found.named));
    return found;
}
