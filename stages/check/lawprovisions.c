/* LAW-019: a decision that says that a provision was violated, and not which. */
#include "lawdates.h"

void provisions_check(Check *check, CaseGroup *group)
{
    const Field *unnamed = document_value(group->speaking, "provision-unnamed");
    if (!unnamed || document_value(group->speaking, "laws-violated"))
        return;
    Finding *finding = check_add(check, "LAW-019", NULL, group, group->speaking_file, unnamed->place);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote(finding, "quote", unnamed->quote);
}
