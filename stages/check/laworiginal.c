/* LAW-003 and 004 as apparent: the penalty on which a daily penalty, a detention or an application to the court
 * rests.  Only receipts tell when its papers were served: a closing form in such a file may be that of the other case. */
#include <string.h>

#include "lawdates.h"

/* When DOCUMENT of TYPE was served; not known in a daily file, which holds two notices, unless a receipt names it. */
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
    const char *variant = decided->day < served.day ? "original-after" : "original-early";
    param_noted_type(law_add(check, group, limit, variant, served.day, decided), group, "waiver");
}

static void check_served(Check *check, const CaseGroup *group, const Penalty *penalty, const Dated *decided)
{
    Dated served = served_by_receipt(check, group, "penalty-decision", penalty->decision, DAY_NONE);
    const LimitRule *limit = limit_rule(check->in->rules, "service");
    if (limit_exceeded(check->in->rules, limit, decided->day, served.day))
        law_add_late(check, group, limit, "original", "original-rest-day", decided->day, &served);
}

void original_check(Check *check, CaseGroup *group)
{
    const Penalty penalty = law_original_penalty(group);
    if (!penalty.decision)
        return;
    Dated decided = dated_decision(penalty.file, penalty.decision);
    check_told(check, group, &penalty, &decided);
    check_served(check, group, &penalty, &decided);
}
