/* LAW-019: a decision that says that a provision was violated, and not which; and rights told under articles of a later law. */
#include "lawdates.h"

typedef struct { Check *check; const CaseGroup *group; } Papers;

static void look_later(const SubFile *file, const Document *document, gpointer data)
{
    const Papers *papers = data;
    const Field *later = document_value(document, "later-article");
    if (!later)
        return;
    Finding *finding = check_add(papers->check, "LAW-019", "later", papers->group, file, later->place);
    finding_param(finding, "doctype", document->type);
    param_quote(finding, "quote", later->value);
}

void provisions_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_later, &(Papers){check, group});
    const Field *unnamed = document_value(group->speaking, "provision-unnamed");
    if (!unnamed || document_value(group->speaking, "laws-violated"))
        return;
    Finding *finding = check_add(check, "LAW-019", NULL, group, group->speaking_file, unnamed->place);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote(finding, "quote", unnamed->quote);
}
