/* Papers in a case file that have no say in it because they are of another case. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* ---- of which case a paper is ---- */

typedef struct {
    const SubFile *file;
    const Document *document;
    const char *key, *notice; /* its number, and that of the notice it names; NULL */
    const Field *party;       /* NULL */
    guint papers;             /* files of its case */
} Decision;

/* The decisions of one type, each number once, and what tells of which of them a paper is: their numbers and those
 * of their notices, and their parties, each with the index of the decision plus one, or SHARED. */
typedef struct {
    GArray *decisions;
    GHashTable *keys;       /* the decisions' own numbers */
    GHashTable *by_number;  /* borrowed keys */
    GHashTable *by_party;   /* folded, owned keys */
    GHashTable *by_document;
} Cases;

enum { SHARED = -1 };

static void cases_init(Cases *cases)
{
    cases->decisions = g_array_new(FALSE, FALSE, sizeof(Decision));
    cases->keys = g_hash_table_new(g_str_hash, g_str_equal);
    cases->by_number = g_hash_table_new(g_str_hash, g_str_equal);
    cases->by_party = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    cases->by_document = g_hash_table_new(NULL, NULL);
}

static void cases_clear(Cases *cases)
{
    g_array_unref(cases->decisions);
    g_hash_table_unref(cases->keys);
    g_hash_table_unref(cases->by_number);
    g_hash_table_unref(cases->by_party);
    g_hash_table_unref(cases->by_document);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Cases, cases_clear)

/* NAME, which TABLE takes, tells the decision of that NUMBER, counted from 1. */
static void note_sign(GHashTable *table, char *name, int number)
{
    int known = GPOINTER_TO_INT(g_hash_table_lookup(table, name));
    g_hash_table_insert(table, name, GINT_TO_POINTER(known == 0 || known == number ? number : SHARED));
}

static void note_signs(Cases *cases, const Decision *decision)
{
    int number = (int)cases->decisions->len;
    g_hash_table_insert(cases->by_document, (gpointer)decision->document, GINT_TO_POINTER(number));
    note_sign(cases->by_number, (char *)decision->key, number);
    if (decision->notice)
        note_sign(cases->by_number, (char *)decision->notice, number);
    if (decision->party)
        note_sign(cases->by_party, text_fold(field_key(decision->party)), number);
}

/* Decisions of the type, each number once. */
static void look_decision(const SubFile *file, const Document *document, gpointer data)
{
    Cases *cases = data;
    const Field *number = document_value(document, "doc-number"),
                *notice = document_value(document, "notice-number"),
                *party = document_value(document, "party");
    if (!number || !number->key || !g_hash_table_add(cases->keys, number->key))
        return;
    Decision decision = {file, document, number->key, notice ? notice->key : NULL,
                         party && party->status == VALUE_VALID ? party : NULL, 0};
    g_array_append_val(cases->decisions, decision);
    note_signs(cases, &decision);
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

enum { OF_NONE = -1, OF_SEVERAL = -2 };

static int joined(int a, int b)
{
    return a == OF_NONE || a == b ? b : b == OF_NONE ? a : OF_SEVERAL;
}

static int case_of_sign(GHashTable *table, const void *sign)
{
    int number = GPOINTER_TO_INT(g_hash_table_lookup(table, sign));
    return number == 0 ? OF_NONE : number == SHARED ? OF_SEVERAL : number - 1;
}

/* The decision with which DOCUMENT belongs, by the numbers in it. */
static int case_by_number(const Cases *cases, const Document *document)
{
    int itself = case_of_sign(cases->by_document, document);
    if (itself != OF_NONE)
        return itself;
    const Field *own = document_value(document, "doc-number");
    int found = own && own->key ? case_of_sign(cases->by_number, own->key) : OF_NONE;
    for (guint i = 0; i < document->mentions->len; i++) {
        const DocNumber *mention = document->mentions->pdata[i];
        found = joined(found, case_of_sign(cases->by_number, mention->key));
    }
    return found;
}

static int case_by_party(const Cases *cases, const Document *document)
{
    const Field *party = document_value(document, "party");
    if (!party || party->status != VALUE_VALID)
        return OF_NONE;
    g_autofree char *folded = text_fold(field_key(party));
    return case_of_sign(cases->by_party, folded);
}

static int case_by_documents(const Cases *cases, const SubFile *file)
{
    int found = OF_NONE;
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        int by_number = case_by_number(cases, document);
        found = joined(found, by_number != OF_NONE ? by_number : case_by_party(cases, document));
    }
    return found;
}

/* ---- of which case a scan is (SPEC 4.1: what its name and folder say) ---- */

/* By the number in its name, else by the party. */
static int case_by_name(const Cases *cases, const SubFile *file)
{
    g_autofree char *name = text_fold(file->base);
    int by_number = OF_NONE, by_party = OF_NONE;
    for (guint i = 0; i < file->facts->named_numbers->len; i++) {
        const DocNumber *number = file->facts->named_numbers->pdata[i];
        by_number = joined(by_number, case_of_sign(cases->by_number, number->key));
    }
    for (guint i = 0; by_number == OF_NONE && i < cases->decisions->len; i++) {
        const Decision *each = &g_array_index(cases->decisions, Decision, i);
        g_autofree char *party = each->party ? text_fold(each->party->value) : NULL;
        if (party && party[0] != '\0' && strstr(name, party))
            by_party = joined(by_party, (int)i);
    }
    return by_number != OF_NONE ? by_number : by_party;
}

/* The folder that PATH lies in; NULL for none.  Caller frees. */
static char *folder_above(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? g_strndup(path, (gsize)(slash - path)) : NULL;
}

/* FOLDERS has the case of all the documents in each folder, at any depth. */
static void note_folders(GHashTable *folders, const SubFile *file, int of)
{
    if (of == OF_NONE)
        return;
    for (char *folder = folder_above(file->facts->path); folder;) {
        char *above = folder_above(folder);
        note_sign(folders, folder, of == OF_SEVERAL ? SHARED : of + 1);
        folder = above;
    }
}

/* The case of all the documents in the nearest folder that has any. */
static int case_by_folder(GHashTable *folders, const SubFile *file)
{
    int found = OF_NONE;
    for (char *folder = folder_above(file->facts->path); folder;) {
        char *above = found == OF_NONE ? folder_above(folder) : NULL;
        found = found == OF_NONE ? case_of_sign(folders, folder) : found;
        g_free(folder);
        folder = above;
    }
    return found;
}

static int case_of_scan(const Cases *cases, GHashTable *folders, const SubFile *file)
{
    int by_name = case_by_name(cases, file);
    return by_name != OF_NONE ? by_name : case_by_folder(folders, file);
}

/* By their documents: the case of each file of the group and of its folders, and how many papers each case has.
 * Caller frees. */
static int *cases_by_documents(const CaseGroup *group, const Cases *cases, GHashTable *folders)
{
    int *of = g_new(int, group->files->len);
    for (guint i = 0; i < group->files->len; i++) {
        of[i] = case_by_documents(cases, group->files->pdata[i]);
        note_folders(folders, group->files->pdata[i], of[i]);
        if (of[i] >= 0)
            g_array_index(cases->decisions, Decision, of[i]).papers++;
    }
    return of;
}

/* ---- a penalty of another firm beside a letter, an application or a daily penalty ---- */

static const char fined[] = "penalty-decision";

/* Two firms, each named in full, with another head or another code: a firm and its head, or two names of one, are none. */
static bool are_two_firms(const Document *a, const Document *b)
{
    static const char *const ids[] = {"legal-rep", "credit-code"};
    const Field *its = document_value(a, "party"), *other = document_value(b, "party");
    bool two = false;
    if (!its || !other || !body_is_another(its, other))
        return false;
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        const Field *one = document_value(a, ids[i]), *another = document_value(b, ids[i]);
        two |= one && another && one->status == VALUE_VALID && another->status == VALUE_VALID &&
               !text_same(field_key(one), field_key(another));
    }
    return two;
}

/* Of the decisions in a file: one of the party of SPEAKING, which that rests on, and one of another firm that it does not name. */
typedef struct { const Document *speaking; const SubFile *file; const Document *other; bool own; } FinedBeside;

static void look_fined(const SubFile *file, const Document *decision, gpointer data)
{
    FinedBeside *beside = data;
    const Field *party = document_value(decision, "party"), *number = document_value(decision, "doc-number"),
                *its = document_value(beside->speaking, "party");
    if (!party || !its || !number || !number->key)
        return;
    beside->own |= same_party(party, its);
    if (beside->other || document_mentions(beside->speaking, number->key) || !are_two_firms(decision, beside->speaking))
        return;
    beside->file = file;
    beside->other = decision;
}

/* Adds it to CASES, which has the one paper that speaks.  Returns false where there is none. */
static bool add_fined_beside(const CaseGroup *group, Cases *cases)
{
    const Decision *first = &g_array_index(cases->decisions, Decision, 0);
    FinedBeside beside = {.speaking = first->document};
    if (strcmp(first->document->type, fined) == 0)
        return false;
    casegroup_each_of(group, fined, look_fined, &beside);
    if (!beside.own || !beside.other)
        return false;
    look_decision(beside.file, beside.other, cases);
    return cases->decisions->len > 1;
}

/* A decision alone may be a proof of something, or lie there by mistake; with its papers it is a case. */
static bool is_case_of_its_own(const Cases *cases)
{
    enum { PAPERS_OF_A_CASE = 4 };
    return g_array_index(cases->decisions, Decision, 1).papers >= PAPERS_OF_A_CASE;
}

/* ---- */

/* The decision of which most papers are; of several the first. */
static guint home_of(const GArray *decisions)
{
    guint home = 0;
    for (guint i = 1; i < decisions->len; i++)
        if (g_array_index(decisions, Decision, i).papers > g_array_index(decisions, Decision, home).papers)
            home = i;
    return home;
}

/* What is not of the case of HOME. */
static void put_aside(CaseGroup *group, const Cases *cases, GHashTable *folders, const int *of, guint home_index)
{
    const GArray *decisions = cases->decisions;
    const Decision *home = &g_array_index(decisions, Decision, home_index);
    GPtrArray *own = g_ptr_array_new();
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        int its = subfile_is_scan(file) ? case_of_scan(cases, folders, file) : of[i];
        bool stray = its >= 0 && is_other_case(home, &g_array_index(decisions, Decision, its));
        g_ptr_array_add(stray ? group->strays : own, (gpointer)file);
    }
    g_ptr_array_unref(group->files);
    group->files = own;
    documentindex_drop(group->index);
}

void casegroup_part_cases(CaseGroup *group, const KindRule *rule)
{
    g_auto(GStrv) types = g_strsplit(rule->speaks, " ", -1);
    g_auto(Cases) cases;
    cases_init(&cases);
    for (char **type = types; *type && cases.decisions->len == 0; type++)
        casegroup_each_of(group, *type, look_decision, &cases);
    bool beside = cases.decisions->len == 1 && add_fined_beside(group, &cases);
    if (cases.decisions->len < 2)
        return;
    g_autoptr(GHashTable) folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree int *of = cases_by_documents(group, &cases, folders);
    if (!beside || is_case_of_its_own(&cases)) /* what speaks for the kind stays, however many papers the other has */
        put_aside(group, &cases, folders, of, beside ? 0 : home_of(cases.decisions));
}
