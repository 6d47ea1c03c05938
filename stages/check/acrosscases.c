/* EXT-002, one-code: two firms with one credit code in two case files of a unit. */
#include <string.h>

#include "checks.h"

/* ---- one code, two firms ---- */

/* A document of GROUP that names its party and the code, the one that speaks first. */
typedef struct { const Field *party, *code; const SubFile *file; const Document *document; } Coded;

static void look_coded(const SubFile *file, const Document *document, gpointer data)
{
    Coded *coded = data;
    const Field *party = document_value(document, "party"), *code = document_value(document, "credit-code");
    bool valid = party && code && party->status == VALUE_VALID && code->status == VALUE_VALID;
    if (valid && !coded->code)
        *coded = (Coded){party, code, file, document};
}

static Coded coded_of(const CaseGroup *group)
{
    Coded coded = {0};
    if (group->speaking)
        look_coded(group->speaking_file, group->speaking, &coded);
    casegroup_each_document(group, look_coded, &coded);
    return coded;
}

static bool is_one_code(const Coded *a, const Coded *b)
{
    return a->code && b->code && strcmp(field_key(a->code), field_key(b->code)) == 0 &&
           body_is_another(a->party, b->party);
}

static void tell_code(Check *check, const CaseGroup *group, const Coded *first, const Coded *other)
{
    Finding *finding = check_add(check, "EXT-002", "one-code", group, other->file, other->code->place);
    finding_param(finding, "value", other->code->value);
    finding_param(finding, "doctype", other->document->type);
    finding_param(finding, "party", other->party->value);
    finding_param(finding, "other-party", first->party->value);
    finding_param(finding, "other-doctype", first->document->type);
    finding_param(finding, "other-file", first->file->facts->path);
    finding_param(finding, "other-place", first->code->place);
}

/* Each case once, against the first: those of one code would otherwise be told by the square of their number. */
static void check_codes(Check *check)
{
    const GPtrArray *groups = check->submission->groups;
    g_autoptr(GArray) coded = g_array_new(FALSE, FALSE, sizeof(Coded));
    for (guint i = 0; i < groups->len; i++) {
        const Coded own = coded_of(groups->pdata[i]);
        g_array_append_val(coded, own);
        guint first = 0;
        while (first < i && !is_one_code(&g_array_index(coded, Coded, first), &own))
            first++;
        if (first < i)
            tell_code(check, groups->pdata[i], &g_array_index(coded, Coded, first), &own);
    }
}

void across_check(Check *check)
{
    check_codes(check);
}
