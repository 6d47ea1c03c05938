/* LAW-003, 004 and SET-005 as apparent: the penalty on which a daily penalty, a detention or an application to
 * the court rests.  Only receipts tell when its papers were served: a closing form in such a file may be that of
 * the other case. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

/* When DOCUMENT of TYPE was served; not known in a daily file, which holds two notices, unless a receipt names
 * it. */
static Dated served_by_receipt(const Check *check, const CaseGroup *group, const char *type,
                               const Document *document, Day limit)
{
    if (!document || (group->kind == KIND_DAILY && casegroup_receipts_naming(group, document) == 0))
        return (Dated){0};
    Served served = casegroup_served(check->in->rules, group, type, document, limit);
    return (Dated){served.day, served.file, served.document, served.field};
}

static void check_told(Check *check, const CaseGroup *group, const Penalty *penalty, const Dated *decided)
{
    Dated notice = dated_notice(group, penalty->decision, decided->day),
          served = served_by_receipt(check, group, "penalty-notice", notice.document, decided->day);
    const LimitRule *limit = limit_rule(check->in->rules, "notice");
    if (served.day == DAY_NONE || decided->day == DAY_NONE || decided->day >= served.day + limit->amount)
        return;
    law_add_hasty(check, group, true, served.day, decided);
}

static void check_served(Check *check, const CaseGroup *group, const Penalty *penalty, const Dated *decided)
{
    Dated served = served_by_receipt(check, group, "penalty-decision", penalty->decision, DAY_NONE);
    const LimitRule *limit = limit_rule(check->in->rules, "service");
    if (limit_exceeded(check->in->rules, limit, decided->day, served.day))
        law_add_late(check, group, limit, "original", "original-rest-day", decided->day, &served);
}

/* ---- SET-005: its papers, beyond the lists of the kinds ---- */

/* The notices of the daily penalty, and the receipts that name them. */
typedef struct { const CaseGroup *group; const Document *decision; int documents, receipts; } Others;

static void look_other(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Others *others = data;
    if (!casegroup_is_aside(others->group, others->decision, document))
        return;
    others->documents++;
    others->receipts += casegroup_receipts_naming(others->group, document);
}

static void add_paper(GString *papers, const char *paper)
{
    text_add_line(papers, paper);
}

/* The receipt of the decision is on the list of a daily file; an application to the court has its own papers.
 * A receipt that does not tell what it serves may be any. */
static void check_papers(Check *check, const CaseGroup *group, const Penalty *penalty)
{
    if (group->kind == KIND_ENFORCEMENT)
        return;
    const CheckRules *rules = check->in->rules;
    Others others = {.group = group, .decision = penalty->decision};
    casegroup_each_of(group, "penalty-notice", look_other, &others);
    g_auto(Untold) untold = casegroup_receipts_untold(rules, group);
    g_autoptr(GString) papers = g_string_new(NULL);
    if (casegroup_count(group, "penalty-notice") <= others.documents)
        add_paper(papers, "penalty-notice");
    if (casegroup_receipts(rules, group, "penalty-notice") <= others.receipts && untold.count-- <= 0)
        add_paper(papers, "service-receipt:penalty-notice");
    if (group->kind == KIND_DETENTION && casegroup_receipts(rules, group, "penalty-decision") == 0 &&
        untold.count-- <= 0)
        add_paper(papers, "service-receipt:penalty-decision");
    if (papers->len == 0)
        return;
    Finding *finding = check_add(check, "SET-005", "original", group, penalty->file, NULL);
    finding_param(finding, "kind", kind_ids[group->kind]);
    finding_param(finding, "missing", papers->str);
    param_unread(check, finding, group, "penalty-notice|service-receipt");
}

void original_check(Check *check, CaseGroup *group)
{
    const Penalty penalty = law_original_penalty(group);
    if (!penalty.decision)
        return;
    Dated decided = dated_decision(penalty.file, penalty.decision);
    check_told(check, group, &penalty, &decided);
    check_served(check, group, &penalty, &decided);
    check_papers(check, group, &penalty);
}
