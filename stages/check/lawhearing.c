/* LAW-014: a notice of a large fine that does not say that a hearing may be asked for.  For people the limit is a tenth of it; a local rule
 * may set others, so that only what reaches the limit for firms is told, as apparent. */
#include <string.h>

#include "lawdates.h"

typedef struct {
    const Document *notice;
    Decimal proposed; /* in it */
    bool offered;     /* by another paper */
} HearingSearch;

static bool proposed_fine(const Document *notice, Decimal *fine)
{
    const Field *proposed = document_value(notice, "proposed-fine-yuan");
    return proposed && proposed->status == VALUE_VALID && decimal_parse(proposed->value, fine);
}

/* 听证告知书 may be a paper of its own beside the notice: one of the same fine, or of none. */
static void look_offer(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    HearingSearch *search = data;
    if (document == search->notice || strcmp(document->type, "penalty-notice") != 0 || !document_value(document, "hearing"))
        return;
    Decimal fine = {0};
    search->offered |= !proposed_fine(document, &fine) || decimal_compare(fine, search->proposed) == 0;
}

typedef struct { Check *check; const CaseGroup *group; } Notices;

static void look_notice(const SubFile *file, const Document *document, gpointer data)
{
    const Notices *notices = data;
    const int64_t limit = limit_rule(notices->check->in->rules, "hearing")->amount;
    HearingSearch search = {.notice = document};
    if (strcmp(document->type, "penalty-notice") != 0 || document_value(document, "hearing") ||
        !proposed_fine(document, &search.proposed) || decimal_compare(search.proposed, decimal_from_int(limit)) < 0)
        return;
    casegroup_each_document(notices->group, look_offer, &search);
    if (search.offered)
        return;
    const Field *proposed = document_value(document, "proposed-fine-yuan");
    Finding *finding = check_add(notices->check, "LAW-014", NULL, notices->group, file, proposed->place);
    finding_param(finding, "proposed", proposed->value);
    param_int(finding, "limit", limit);
}

/* A scan of a notice cannot be read; it may be the paper that offers the hearing. */
void hearing_check(Check *check, CaseGroup *group)
{
    if (casegroup_count(group, "hearing-notice") > 0 || casegroup_count(group, "hearing-record") > 0 ||
        law_has_scan(group, "penalty-notice"))
        return;
    Notices notices = {check, group};
    casegroup_each_document(group, look_notice, &notices);
}
