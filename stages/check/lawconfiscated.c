/* LAW-013, confiscated: a decision that confiscates, which the notice before it did not tell (Administrative Penalties Law
 * 1996, art. 31 and 41). */
#include <string.h>

#include "lawdates.h"

static void look_told(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    *(bool *)data |= document_value(document, "confiscated") != NULL;
}

/* No paper that tells the party beforehand speaks of it; a scan may be another notice. */
void confiscated_check(Check *check, CaseGroup *group)
{
    const Field *confiscated =
        group->kind == KIND_PENALTY ? document_value(group->speaking, "confiscated") : NULL;
    bool told = false;
    if (!confiscated)
        return;
    Dated decided = dated_decision(group->speaking_file, group->speaking),
          notice = dated_notice(group, group->speaking, decided.day);
    casegroup_each_of(group, "penalty-notice hearing-notice", look_told, &told);
    if (told || !document_value(notice.document, "proposed-fine-yuan") || law_has_unread(group, "penalty-notice") ||
        group_has_untold(group))
        return;
    Finding *finding = check_add(check, "LAW-013", "confiscated", group, group->speaking_file, confiscated->place);
    param_quote(finding, "quote", confiscated->value);
    finding_param(finding, "other-file", notice.file->facts->path);
}
