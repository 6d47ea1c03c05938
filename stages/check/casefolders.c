/* DOC-007, folder: a case file whose folder is called after another firm than that of which its papers are, be it the
 * party of another case file here or a firm that no paper speaks of.  A folder is called as one likes: only a name in
 * full is looked at, and what the folder has of the party's own name, or the papers of that firm, leaves it alone.
 * SET-009, number: a folder with a document number that no paper in it has or names. */
#include <string.h>

#include "docnumber.h"
#include "misfiled.h"
#include "namedbodies.h"
#include "text.h"

enum { AGREEING_MIN = 2, FIRM_CHARS_MIN = 6, FOLDER_CHARS_MAX = 60 }; /* nobody writes more into a folder's name */

typedef struct { const CaseGroup *group; const Field *firm; int own; bool speaks; } Papers;

static void look_paper(Papers *papers, const SubFile *file, bool counts)
{
    const Field *party = papers->group->party;
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Field *its = misfiled_party(file->facts->documents->pdata[i]);
        papers->own += counts && its && body_is_same(its, party);
        papers->speaks |= its && body_is_same(its, papers->firm);
    }
    papers->speaks = papers->speaks || namedbodies_in_file(file, papers->firm->value, party->value);
}

/* Several papers in GROUP are the party's, and none of whatever lies there speaks of FIRM. */
static bool papers_deny(const CaseGroup *group, const Field *firm)
{
    const GPtrArray *const lists[] = {group->files, group->strays, group->misfiled, group->replaced};
    Papers papers = {group, firm, 0, false};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; !papers.speaks && j < lists[i]->len; j++)
            look_paper(&papers, lists[i]->pdata[j], lists[i] == group->files);
    return !papers.speaks && papers.own >= AGREEING_MIN;
}

/* FOLDER is called after FIRM, and by nothing after PARTY. */
static bool is_called_after(const char *folder, const Field *firm, const Field *party)
{
    return body_is_another(firm, party) && !namedbodies_tell(folder, party->value, firm->value);
}

/* The other case file of the unit whose party stands in FOLDER; CASES are by party.  NULL for none. */
static const CaseGroup *case_called_so(GHashTable *cases, const CaseGroup *group, const char *folder)
{
    for (const char *p = folder; *p; p = g_utf8_next_char(p)) {
        g_autofree char *rest = g_strdup(p);
        for (char *end = rest + strlen(rest); end > rest; end = g_utf8_prev_char(end)) {
            *end = '\0';
            const CaseGroup *other = g_hash_table_lookup(cases, rest);
            if (other && other != group && is_called_after(folder, other->party, group->party))
                return other;
        }
    }
    return NULL;
}

/* The firm with whose whole name FOLDER ends, with what is written on before it; NULL for none.  Caller frees. */
static char *firm_in(const char *folder)
{
    static const char *const behind[] = {"案卷", "案"};
    g_autofree char *name = g_strdup(folder);
    for (size_t i = 0; i < G_N_ELEMENTS(behind); i++)
        if (g_str_has_suffix(name, behind[i])) {
            name[strlen(name) - strlen(behind[i])] = '\0';
            break;
        }
    if (!g_str_has_suffix(name, "公司"))
        return NULL;
    const char *start = name + strlen(name);
    glong chars = 0;
    for (; start > name; chars++) {
        const char *before = g_utf8_prev_char(start);
        gunichar c = g_utf8_get_char(before);
        if (g_unichar_get_script(c) != G_UNICODE_SCRIPT_HAN)
            break;
        start = before;
    }
    return chars >= FIRM_CHARS_MIN ? g_strdup(start) : NULL;
}

static void tell(Check *check, const CaseGroup *group, const CaseGroup *other)
{
    Finding *finding = check_add(check, "DOC-007", "folder", group, NULL, NULL);
    finding->file = g_strconcat("案卷/", group->name, NULL);
    finding_param(finding, "name", group->name);
    finding_param(finding, "party", group->party->value);
    finding_param(finding, "elsewhere", other ? other->name : NULL);
}

/* CaseGroup of the unit by party, folded; the first one of each. */
static GHashTable *cases_by_party(const GPtrArray *groups)
{
    GHashTable *cases = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < groups->len; i++) {
        CaseGroup *group = groups->pdata[i];
        char *party = group->party ? text_fold(group->party->value) : NULL;
        if (party && !g_hash_table_contains(cases, party))
            g_hash_table_insert(cases, party, group);
        else
            g_free(party);
    }
    return cases;
}

static void check_group(Check *check, GHashTable *cases, const CaseGroup *group)
{
    g_autofree char *folder = text_fold(group->name), *party = text_fold(group->party->value);
    if (strstr(folder, party) || g_utf8_strlen(folder, -1) > FOLDER_CHARS_MAX)
        return;
    const CaseGroup *other = case_called_so(cases, group, folder);
    g_autofree char *firm = other ? NULL : firm_in(folder);
    const Field named = {.id = (char *)"party", .value = firm, .status = VALUE_VALID};
    bool strange = firm && is_called_after(folder, &named, group->party) &&
                   !namedbodies_alike(firm, group->party->value);
    if ((other && papers_deny(group, other->party)) || (strange && papers_deny(group, &named)))
        tell(check, group, other);
}

/* ---- the number in a folder's name ---- */

/* The bytes of KEY before its year and serial: whose it is, and of which kind. */
static size_t series_length(const char *key)
{
    const char *serial = strrchr(key, '|');
    const char *year = serial ? g_strrstr_len(key, serial - key, "|") : NULL;
    return year ? (size_t)(year - key) : 0;
}

/* Whether both are numbers of one office and kind: 环罚〔2016〕1号 for short, or a serial of one's own, is of none. */
static bool is_of_one_series(const char *a, const char *b)
{
    const size_t length = series_length(a);
    return length > 0 && length == series_length(b) && strncmp(a, b, length) == 0;
}

static void look_numbered(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    const Document **found = data;
    *found = *found ? *found : document;
}

/* The paper of GROUP whose own number is of the series of KEY: the one that speaks, else the first; NULL for none. */
static const Document *paper_of_series(const CaseGroup *group, const char *key)
{
    if (group->speaking && group->key && is_of_one_series(group->key, key))
        return group->speaking;
    const Document *paper = NULL;
    for (guint i = 0; !paper && i < group->own_keys->len; i++)
        if (is_of_one_series(group->own_keys->pdata[i], key))
            casegroup_each_numbered(group, group->own_keys->pdata[i], look_numbered, &paper);
    return paper;
}

/* The case file of the unit that speaks with the number KEY; NULL for none. */
static const CaseGroup *case_of_number(const Check *check, const char *key)
{
    for (guint i = 0; i < check->submission->groups->len; i++) {
        const CaseGroup *each = check->submission->groups->pdata[i];
        if (g_strcmp0(each->key, key) == 0)
            return each;
    }
    return NULL;
}

/* SPEC 4.1: what the papers say counts before the name, and where they disagree that is told.  The name may be after any paper that
 * is here or named here: the notice, the penalty on which a later step rests. */
static void check_number(Check *check, const CaseGroup *group)
{
    g_autofree char *name = g_path_get_basename(group->name);
    g_autoptr(GPtrArray) numbers = docnumber_find(name, DOCNUMBER_NAME);
    const DocNumberSpan *span = numbers->len == 1 ? numbers->pdata[0] : NULL;
    g_autofree char *key = span && span->number.kind == DOCNUMBER_AGENCY ? docnumber_key_of(&span->number) : NULL;
    if (!key || span->number.serial_first != span->number.serial_last || g_hash_table_contains(group->all_keys, key))
        return;
    const Document *paper = paper_of_series(group, key);
    const Field *number = paper ? document_value(paper, "doc-number") : NULL;
    if (!number || number->status != VALUE_VALID)
        return;
    g_autofree char *named = g_strndup(name + span->start, span->end - span->start);
    const CaseGroup *other = case_of_number(check, key);
    Finding *finding = check_add(check, "SET-009", "number", group, NULL, NULL);
    finding_param(finding, "named", named);
    finding_param(finding, "doctype", paper->type);
    finding_param(finding, "number", number->value);
    finding_param(finding, "elsewhere", other && other != group ? other->name : NULL);
}

static void check_numbers(Check *check)
{
    const GPtrArray *const lists[] = {check->submission->groups, check->submission->others};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; j < lists[i]->len; j++) {
            const CaseGroup *group = lists[i]->pdata[j];
            if (!group->displaced && !group->several && group->kind != KIND_NONE)
                check_number(check, group);
        }
}

void casefolders_check(Check *check)
{
    check_numbers(check);
    const GPtrArray *groups = check->submission->groups;
    g_autoptr(GHashTable) cases = cases_by_party(groups);
    for (guint i = 0; i < groups->len; i++) {
        const CaseGroup *group = groups->pdata[i];
        if (group->party && !group->displaced)
            check_group(check, cases, group);
    }
}
