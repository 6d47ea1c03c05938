/* LAW-023: an application to the court that nobody signed for the bureau, as far as its text and the scans tell (Administrative
 * Compulsion Law, art. 55: signed by the head of the agency, sealed and dated). */
#include <string.h>

#include "lawdates.h"

/* True when the name of a scan anywhere carries the NUMBER of the application. */
static bool is_scanned(const Check *check, const Field *number)
{
    for (guint i = 0; number && number->key && i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (subfile_is_readable_scan(file) && subfile_names_number(file, number->key))
            return true;
    }
    return false;
}

static void look_application(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *papers = data;
    const Field *date = document_value(document, "application-date");
    if (!date || g_strcmp0(date->rule, "signature-line") != 0 || document_value(document, "head-signed") ||
        document_value(document, "head-named") || is_scanned(papers->check, document_value(document, "doc-number")))
        return;
    const Field *blank = document_value(document, "head-blank");
    Finding *finding = check_add(papers->check, "LAW-023", blank ? "blank" : NULL, papers->group, file,
                                 blank ? blank->place : date->place);
    if (blank)
        param_quote(finding, "quote", blank->value);
    param_unread(papers->check, finding, papers->group, "enforcement-application");
}

void application_check(Check *check, CaseGroup *group)
{
    if (!law_has_unread(group, "enforcement-application") && !group_has_untold(group))
        casegroup_each_of(group, "enforcement-application", look_application, &(CaseWalk){check, group});
}
