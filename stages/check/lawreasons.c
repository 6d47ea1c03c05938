/* LAW-024: a fine within a range of which no paper says what weighed for or against the party (Order 8, art. 6 and 54).
 * What was weighed may be told in any words: only where none of a long list of them stands anywhere is it asked for. */
#include <string.h>

#include "lawdates.h"

/* The papers in which the bureau says how it came to its fine. */
static const char *const weighing[] = {"investigation-report", "discussion-record", "penalty-notice", "hearing-record",
                                       NULL};

typedef struct {
    bool weighed;
    const SubFile *file; /* of the report or discussion to be named: one that says that there is nothing, else the first */
    const Document *document;
    const Field *none; /* where it says so */
} Weighing;

static void look_weighing(const SubFile *file, const Document *document, gpointer data)
{
    Weighing *found = data;
    if (!g_strv_contains(weighing, document->type))
        return;
    bool reports = strcmp(document->type, weighing[0]) == 0 || strcmp(document->type, weighing[1]) == 0;
    const Field *none = document_value(document, "discretion-none");
    found->weighed |= !none && document_value(document, "discretion") != NULL;
    if (!reports || (found->document && (found->none || !none)))
        return;
    found->file = file;
    found->document = document;
    found->none = none;
}

/* The lowest fine of the range asks for no reasons. */
static bool is_least(const Penalty *penalty)
{
    const GPtrArray *fields = penalty->decision->fields;
    for (guint i = 0; i < fields->len; i++) {
        const Field *field = fields->pdata[i];
        if (strcmp(field->id, "fine-least-yuan") == 0 && strcmp(field->value, penalty->fine->value) == 0)
            return true;
    }
    return false;
}

/* Without a report or a discussion that can be read nothing is known of what was weighed. */
static void check_discretion(Check *check, const CaseGroup *group)
{
    const Penalty penalty = law_own_penalty(group);
    Weighing found = {0};
    if (!penalty.decision || !penalty.fine || document_value(penalty.decision, "discretion"))
        return;
    casegroup_each_document(group, look_weighing, &found);
    const Field *range = document_value(penalty.decision, "fine-range");
    if (found.weighed || !found.document || (!range && !found.none) || is_least(&penalty))
        return;
    const char *place = range ? range->place : penalty.fine->place;
    Finding *finding = check_add(check, "LAW-024", NULL, group, penalty.file, place);
    finding_param(finding, "doctype", penalty.decision->type);
    finding_param(finding, "fine", penalty.fine->value);
    param_quote(finding, "quote", range ? range->value : NULL);
    finding_param(finding, "other-doctype", found.document->type);
    finding_param(finding, "other-file", found.file->facts->path);
    param_quote(finding, "other-quote", found.none ? found.none->value : NULL);
    finding_param(finding, "other-place", found.none ? found.none->place : NULL);
}

void reasons_check(Check *check, CaseGroup *group)
{
    check_discretion(check, group);
}
