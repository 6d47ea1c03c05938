/* One case, one file: what is told of papers of another case and of replaced versions (EXT-002, SET-011). */
#include <string.h>

#include "checks.h"
#include "text.h"

/* ---- another case ---- */

/* What speaks in FILE, a stray: as that of this case does, else as a penalty of another firm; NULL: nothing. */
static const Document *other_decision(const CaseGroup *group, const SubFile *file)
{
    const Document *document = subfile_document(file, group->speaking->type);
    return document ? document : subfile_document(file, "penalty-decision");
}

/* "papers": the files that go with the other DECISION, those without a decision of their own. */
static void param_papers(Finding *finding, const CaseGroup *group, const SubFile *decision)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < group->strays->len; i++) {
        const SubFile *file = group->strays->pdata[i];
        if (file != decision && !other_decision(group, file))
            text_add_line(names, file->facts->path);
    }
    if (names->len > 0)
        finding_param(finding, "papers", names->str);
}

static void add_other_case(Check *check, const CaseGroup *group, const SubFile *file,
                           const Document *document)
{
    const Field *number = document_value(group->speaking, "doc-number"),
                *party = document_value(document, "party");
    const Saying own = {group->speaking_file, group->speaking, number},
                 other = {file, document, document_value(document, "doc-number")};
    const char *variant = strcmp(document->type, group->speaking->type) == 0 ? "two-cases" : "other-case";
    Finding *finding = contradiction_add_as(check, group, variant, "doc-number", &own, &other);
    finding_param(finding, "party", group->party ? group->party->value : NULL);
    finding_param(finding, "other-party", party ? party->value : NULL);
    param_papers(finding, group, file);
}

/* ---- what the bureau took back, and what only goes on ---- */

typedef struct { const char *key; bool found; } WithdrawalSearch;

static void look_withdrawal(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    WithdrawalSearch *search = data;
    bool withdraws = strcmp(document->type, "other") == 0 && document->title && strstr(document->title, "撤销");
    search->found |= withdraws && document_mentions(document, search->key);
}

/* A decision that the bureau withdrew by itself, to make another in the same case. */
static bool is_withdrawn(const CaseGroup *group, const Document *document)
{
    const Field *number = document_value(document, "doc-number");
    WithdrawalSearch search = {.key = number ? field_key(number) : NULL};
    if (search.key)
        casegroup_each_document(group, look_withdrawal, &search);
    for (guint i = 0; search.key && i < group->strays->len; i++) { /* what names that decision goes with it */
        const SubFile *file = group->strays->pdata[i];
        for (guint j = 0; j < file->facts->documents->len; j++)
            look_withdrawal(file, file->facts->documents->pdata[j], &search);
    }
    return search.found;
}

/* A paper that ends or prolongs what the document that speaks for GROUP began: it has a number of its own. */
static bool goes_on(const CaseGroup *group, const Document *document)
{
    static const char *const words[] = {"解除", "延期", "延长"};
    for (size_t i = 0; document->title && i < G_N_ELEMENTS(words); i++)
        if (strstr(document->title, words[i]) && !(group->speaking->title && strstr(group->speaking->title, words[i])))
            return true;
    return false;
}

/* The case file that speaks with the number of DOCUMENT, a stray; NULL: none other. */
static const CaseGroup *its_case_file(const Check *check, const CaseGroup *group, const Document *document)
{
    const Field *number = document_value(document, "doc-number"), *party = document_value(document, "party");
    const CaseGroup *other = number && number->key ? g_hash_table_lookup(check->spoken, number->key) : NULL;
    bool same = other && other != group && (!party || !other->party || body_is_same(party, other->party));
    return same ? other : NULL;
}

/* FILE belongs into OTHER, and is told as what is to be taken out. */
static void add_out_of_place(Check *check, const CaseGroup *group, const SubFile *file, const Document *document,
                             const CaseGroup *other)
{
    const Field *party = document_value(document, "party");
    const Saying own = {group->speaking_file, group->speaking, document_value(group->speaking, "doc-number")},
                 its = {file, document, document_value(document, "doc-number")};
    Finding *finding = contradiction_add_as(check, group, "second-decision", "doc-number", &its, &own);
    finding_param(finding, "name", file->base);
    finding_param(finding, "party", group->party ? group->party->value : NULL);
    finding_param(finding, "other-party", party ? party->value : NULL);
    finding_param(finding, "elsewhere", other->name);
    param_papers(finding, group, file);
}

static void check_strays(Check *check, const CaseGroup *group)
{
    for (guint i = 0; i < group->strays->len; i++) {
        const SubFile *file = group->strays->pdata[i];
        const Document *document = other_decision(group, file);
        if (!document || !document_value(document, "doc-number") || is_withdrawn(group, document))
            continue;
        const CaseGroup *other = its_case_file(check, group, document);
        if (other)
            add_out_of_place(check, group, file, document, other);
        else
            add_other_case(check, group, file, document);
    }
}

/* ---- two numbers, one type ---- */

static const Document *other_number(const CaseGroup *group, const SubFile *file)
{
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        bool speaks = strcmp(document->type, group->speaking->type) == 0;
        const Field *number = speaks ? document_value(document, "doc-number") : NULL;
        if (number && number->key && strcmp(number->key, group->key) != 0 && !goes_on(group, document) &&
            !is_withdrawn(group, document))
            return document;
    }
    return NULL;
}

/* A second document that speaks, of the same type and with another number; told once. */
static void check_second(Check *check, const CaseGroup *group)
{
    const GPtrArray *const lists[] = {group->files, group->strays};
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; j < lists[i]->len; j++) {
            const SubFile *file = lists[i]->pdata[j];
            const Document *document = other_number(group, file);
            if (!document || (lists[i] == group->strays && its_case_file(check, group, document))) /* told above */
                continue;
            Finding *finding =
                check_add(check, "SET-011", NULL, group, group->speaking_file, group->speaking->first);
            finding_param(finding, "doctype", document->type);
            finding_param(finding, "number", group->number);
            finding_param(finding, "other-number", document_value(document, "doc-number")->value);
            finding_param(finding, "other", file->facts->path);
            return;
        }
}

/* ---- replaced versions ---- */

/* What the other papers say of the two, and whether their names say otherwise. */
static void param_agreeing(Finding *finding, const CaseGroup *group, const Version *newer, const Document *old)
{
    int count = 0;
    g_autofree char *places = casegroup_agreeing(group, newer->document, old, &count);
    if (count == 0)
        return;
    param_int(finding, "agree", count);
    finding_param(finding, "others", places);
}

/* Tells every field of which the two have different values; false when there is none. */
static bool tell_differences(Check *check, const CaseGroup *group, const Version *newer, const SubFile *file)
{
    const Document *old = file->facts->documents->pdata[0];
    const char *last = "";
    bool differ = false;
    for (guint i = 0; i < newer->document->fields->len; i++) {
        const Field *field = newer->document->fields->pdata[i], *other = document_value(old, field->id);
        bool first = strcmp(last, field->id) != 0;
        last = field->id;
        bool comparable = first && other && field_is_single(check, field->id, old->type) &&
                          field->status == VALUE_VALID && other->status == VALUE_VALID;
        if (!comparable || text_same(field_key(field), field_key(other)))
            continue;
        const Saying winner = {newer->file, newer->document, field}, loser = {file, old, other};
        Finding *finding = contradiction_add_as(check, group, newer->by_name ? "old-version" : "versions", field->id,
                                                &winner, &loser);
        param_agreeing(finding, group, newer, old);
        differ = true;
    }
    return differ;
}

static void check_replaced(Check *check, const CaseGroup *group)
{
    for (guint i = 0; i < group->replaced->len; i++) {
        const SubFile *file = group->replaced->pdata[i];
        Version newer = casegroup_newer(check->in->rules, group, file);
        if (!newer.document || tell_differences(check, group, &newer, file))
            continue;
        Finding *finding =
            check_add(check, "SET-011", "old-version", group, newer.file, newer.document->first);
        finding_param(finding, "doctype", newer.document->type);
        finding_param(finding, "other", file->facts->path);
    }
}

void onecase_check(Check *check, CaseGroup *group)
{
    check_replaced(check, group);
    if (!group->speaking || !group->key)
        return;
    check_strays(check, group);
    check_second(check, group);
}
