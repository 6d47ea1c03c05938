/* Papers in a case file that have no say in it because they are of another case. */
#include <string.h>

#include "casegroup.h"
#include "text.h"

/* ---- of which case a paper is ---- */

typedef struct {
    const SubFile *file;
    const Document *document;
    const char *key, *notice; /* its number, and that of the notice it names; NULL */
    const Field *party;       /* NULL */
    guint papers;             /* files of its case */
} Decision;

typedef struct { const char *type; GArray *decisions; } DecisionSearch;

/* Decisions of the type, each number once. */
static void look_decision(const SubFile *file, const Document *document, gpointer data)
{
    DecisionSearch *search = data;
    const Field *number = document_value(document, "doc-number"),
                *notice = document_value(document, "notice-number"),
                *party = document_value(document, "party");
    if (strcmp(document->type, search->type) != 0 || !number || !number->key)
        return;
    for (guint i = 0; i < search->decisions->len; i++)
        if (strcmp(g_array_index(search->decisions, Decision, i).key, number->key) == 0)
            return;
    Decision decision = {file, document, number->key, notice ? notice->key : NULL,
                         party && party->status == VALUE_VALID ? party : NULL, 0};
    g_array_append_val(search->decisions, decision);
}

static bool same_party(const Field *a, const Field *b)
{
    return text_same(field_key(a), field_key(b));
}

/* Of two numbers one may be a slip; another party, or another notice, makes it another case. */
static bool is_other_case(const Decision *a, const Decision *b)
{
    bool other_party = a->party && b->party && !same_party(a->party, b->party);
    return other_party || (a->notice && b->notice && strcmp(a->notice, b->notice) != 0);
}

static bool has_number(const Document *document, const char *key)
{
    const Field *own = document_value(document, "doc-number");
    if (key && own && g_strcmp0(own->key, key) == 0)
        return true;
    for (guint i = 0; key && i < document->mentions->len; i++)
        if (strcmp(((const DocNumber *)document->mentions->pdata[i])->key, key) == 0)
            return true;
    return false;
}

enum { OF_NONE = -1, OF_SEVERAL = -2 };

static int joined(int a, int b)
{
    return a == OF_NONE || a == b ? b : b == OF_NONE ? a : OF_SEVERAL;
}

/* The decision with which DOCUMENT belongs, by the numbers in it. */
static int case_by_number(const GArray *decisions, const Document *document)
{
    int found = OF_NONE;
    for (guint i = 0; i < decisions->len; i++) {
        const Decision *each = &g_array_index(decisions, Decision, i);
        if (each->document == document)
            return (int)i;
        if (has_number(document, each->key) || has_number(document, each->notice))
            found = joined(found, (int)i);
    }
    return found;
}

static int case_by_party(const GArray *decisions, const Document *document)
{
    const Field *party = document_value(document, "party");
    int found = OF_NONE;
    for (guint i = 0; party && party->status == VALUE_VALID && i < decisions->len; i++) {
        const Decision *each = &g_array_index(decisions, Decision, i);
        if (each->party && same_party(each->party, party))
            found = joined(found, (int)i);
    }
    return found;
}

static int case_by_documents(const GArray *decisions, const SubFile *file)
{
    int found = OF_NONE;
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        int by_number = case_by_number(decisions, document);
        found = joined(found, by_number != OF_NONE ? by_number : case_by_party(decisions, document));
    }
    return found;
}

/* ---- of which case a scan is (SPEC 4.1: what its name and folder say) ---- */

static bool name_carries(const SubFile *file, const char *key)
{
    for (guint i = 0; key && i < file->facts->named_numbers->len; i++)
        if (strcmp(((const DocNumber *)file->facts->named_numbers->pdata[i])->key, key) == 0)
            return true;
    return false;
}

/* By the number in its name, else by the party. */
static int case_by_name(const GArray *decisions, const SubFile *file)
{
    g_autofree char *name = text_fold(file->base);
    int by_number = OF_NONE, by_party = OF_NONE;
    for (guint i = 0; i < decisions->len; i++) {
        const Decision *each = &g_array_index(decisions, Decision, i);
        g_autofree char *party = each->party ? text_fold(each->party->value) : NULL;
        if (name_carries(file, each->key) || name_carries(file, each->notice))
            by_number = joined(by_number, (int)i);
        if (party && party[0] != '\0' && strstr(name, party))
            by_party = joined(by_party, (int)i);
    }
    return by_number != OF_NONE ? by_number : by_party;
}

/* The case of all the documents in the nearest folder that has any; OF has the case of each file of the group. */
static int case_by_folder(const CaseGroup *group, const int *of, const SubFile *file)
{
    const char *path = file->facts->path;
    int found = OF_NONE;
    for (size_t length = strlen(path); length > 0 && found == OF_NONE; length--)
        for (guint i = 0; path[length - 1] == '/' && i < group->files->len; i++) {
            const SubFile *other = group->files->pdata[i];
            if (of[i] != OF_NONE && strncmp(other->facts->path, path, length) == 0)
                found = joined(found, of[i]);
        }
    return found;
}

static int case_of_scan(const CaseGroup *group, const GArray *decisions, const int *of, const SubFile *file)
{
    int by_name = case_by_name(decisions, file);
    return by_name != OF_NONE ? by_name : case_by_folder(group, of, file);
}

/* By their documents: the case of each file of the group, and how many papers each case has.  Caller frees. */
static int *cases_by_documents(const CaseGroup *group, GArray *decisions)
{
    int *of = g_new(int, group->files->len);
    for (guint i = 0; i < group->files->len; i++) {
        of[i] = case_by_documents(decisions, group->files->pdata[i]);
        if (of[i] >= 0)
            g_array_index(decisions, Decision, of[i]).papers++;
    }
    return of;
}

/* The decision of which most papers are; of several the first. */
static guint home_of(const GArray *decisions)
{
    guint home = 0;
    for (guint i = 1; i < decisions->len; i++)
        if (g_array_index(decisions, Decision, i).papers > g_array_index(decisions, Decision, home).papers)
            home = i;
    return home;
}

static void put_aside(CaseGroup *group, const GArray *decisions, const int *of)
{
    const Decision *home = &g_array_index(decisions, Decision, home_of(decisions));
    GPtrArray *own = g_ptr_array_new();
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        int its = subfile_is_scan(file) ? case_of_scan(group, decisions, of, file) : of[i];
        bool stray = its >= 0 && is_other_case(home, &g_array_index(decisions, Decision, its));
        g_ptr_array_add(stray ? group->strays : own, (gpointer)file);
    }
    g_ptr_array_unref(group->files);
    group->files = own;
}

void casegroup_part_cases(CaseGroup *group, const KindRule *rule)
{
    g_auto(GStrv) types = g_strsplit(rule->speaks, " ", -1);
    g_autoptr(GArray) decisions = g_array_new(FALSE, FALSE, sizeof(Decision));
    for (char **type = types; *type && decisions->len == 0; type++)
        casegroup_each_document(group, look_decision, &(DecisionSearch){*type, decisions});
    if (decisions->len < 2)
        return;
    g_autofree int *of = cases_by_documents(group, decisions);
    put_aside(group, decisions, of);
}
