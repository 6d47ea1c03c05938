/* EXT-002, old-copy: a decision among a candidate's papers that fines another sum than the same decision in 案卷/, with which the other
 * papers of the case agree: it is an older draft, and what its sum brings about is told with it. */
#include <string.h>

#include "checks.h"

/* The case file below 案卷/ with the decision of GROUP, a candidate's, where that has the sum of the other papers; NULL. */
static const CaseGroup *good_copy(const Check *check, const CaseGroup *group)
{
    const CaseGroup *own = group->key ? g_hash_table_lookup(check->spoken, group->key) : NULL;
    const bool both = own && own != group && !own->person && group->speaking && own->speaking && own->fine && group->fine &&
                      own->kind == group->kind && own->fine_document == own->speaking && group->fine_document == group->speaking;
    return both && casegroup_prefers(group, own->speaking, group->speaking) &&
                   casegroup_prefers(own, own->speaking, group->speaking)
               ? own
               : NULL;
}

/* Of the same case file, and about the sum of the fine. */
static bool follows(const Finding *finding, gconstpointer data)
{
    const CaseGroup *group = data;
    if (g_strcmp0(finding->casefile, group->name) != 0 || g_strcmp0(finding->variant, "old-copy") == 0)
        return false;
    const char *value = finding_value(finding, "value"), *fine = finding_value(finding, "fine"), *field = finding_value(finding, "field");
    const bool of_sum = strcmp(finding->code, "REF-002") == 0 && !finding->variant && g_strcmp0(value, group->fine->value) == 0,
               apart = strcmp(finding->code, "EXT-002") == 0 && g_strcmp0(field, group->fine->id) == 0,
               against = (strcmp(finding->code, "LAW-013") == 0 || strcmp(finding->code, "LAW-015") == 0) &&
                         g_strcmp0(fine, group->fine->value) == 0;
    return of_sum || apart || against;
}

static void check_copy(Check *check, const CaseGroup *group)
{
    const CaseGroup *own = good_copy(check, group);
    if (!own)
        return;
    check_fold(check, follows, group);
    Finding *finding = check_add(check, "EXT-002", "old-copy", group, group->speaking_file, group->fine->place);
    finding_param(finding, "field", group->fine->id);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote_around(finding, "quote", field_quote(group->fine), group->fine->value);
    param_quote_around(finding, "other-quote", field_quote(own->fine), own->fine->value);
    finding_param(finding, "other-file", own->fine_file->facts->path);
    finding_param(finding, "other-place", own->fine->place);
}

void oldcopies_check(Check *check)
{
    for (guint i = 0; i < check->submission->others->len; i++)
        check_copy(check, check->submission->others->pdata[i]);
}
