/* EXT-002, told: the head of the firm in a record of the place, where the form has a line for the 法定代表人 itself.  Whoever
 * was there as 负责人 may be somebody else, and says nothing. */
#include <string.h>

#include "checks.h"
#include "text.h"

typedef struct { Check *check; const CaseGroup *group; Saying decided; } Heads;

static bool names_the_head(const Field *field)
{
    static const char *const labels[] = {"label:法定代表人", "label:法人", NULL};
    bool named = false;
    for (int i = 0; labels[i]; i++)
        named = named || g_str_has_prefix(field->rule, labels[i]);
    return named && field->status == VALUE_VALID;
}

static void look_record(const SubFile *file, const Document *document, gpointer data)
{
    const Heads *heads = data;
    const Field *head = strcmp(document->type, "inspection-record") == 0 ? document_value(document, "legal-rep") : NULL;
    if (!head || !names_the_head(head) || text_same(head->value, heads->decided.field->value))
        return;
    const Saying said = {file, document, head};
    contradiction_add_as(heads->check, heads->group, "told", "legal-rep", &said, &heads->decided);
}

/* A record of another party is told of as such (misfiled.c). */
void recordhead_check(Check *check, CaseGroup *group)
{
    Heads heads = {.check = check, .group = group};
    heads.decided.document = casegroup_document(group, "penalty-decision", &heads.decided.file);
    heads.decided.field = heads.decided.document ? document_value(heads.decided.document, "legal-rep") : NULL;
    if (heads.decided.field && heads.decided.field->status == VALUE_VALID)
        casegroup_each_document(group, look_record, &heads);
}
