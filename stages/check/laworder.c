/* LAW-009: the order of the steps: filing ≤ notice ≤ decision ≤ service ≤ payment, closing; original ≤ daily decision; demand < application. */
#include <string.h>

#include "lawdates.h"

static void add(Check *check, const CaseGroup *group, const char *variant, const Dated *first, const Dated *second)
{
    Finding *finding = check_add(check, "LAW-009", variant, group, second->file, second->field->place);
    finding_param(finding, "first-field", first->field->id);
    param_day(finding, "first", first->day);
    finding_param(finding, "first-doctype", first->document->type);
    finding_param(finding, "second-field", second->field->id);
    param_day(finding, "second", second->day);
    finding_param(finding, "second-doctype", second->document->type);
}

/* Each step against the last one before it that is dated. */
static void check_chain(Check *check, const CaseGroup *group, const Dated *steps, int count)
{
    const Dated *before = NULL;
    for (int i = 0; i < count; i++) {
        if (steps[i].day == DAY_NONE || !steps[i].field)
            continue;
        if (before && before->day > steps[i].day)
            add(check, group, NULL, before, &steps[i]);
        before = &steps[i];
    }
}

static void check_penalty(Check *check, const CaseGroup *group)
{
    const SubFile *file = NULL;
    const Document *decision = law_document(group, "penalty-decision", &file);
    if (!decision)
        return;
    Dated decided = dated_decision(file, decision);
    Dated notice = dated_notice(group, decision, decided.day);
    Dated served = dated_service(check, group, "penalty-decision", decision, DAY_NONE);
    Dated paid = dated_find(group, "payment-receipt closing-form", "payment-date");
    Dated closed = dated_find(group, "closing-form", "closing-date");
    const Dated steps[] = {dated_filing(group), notice, decided, served, paid};
    check_chain(check, group, steps, G_N_ELEMENTS(steps));
    const Dated end[] = {served.day != DAY_NONE ? served : decided, closed};
    check_chain(check, group, end, G_N_ELEMENTS(end));
}

static void check_daily(Check *check, const CaseGroup *group)
{
    if (group->kind != KIND_DAILY || !group->speaking)
        return;
    const SubFile *file = NULL;
    const Document *original = casegroup_document(group, "penalty-decision", &file);
    Dated decided = dated_decision(group->speaking_file, group->speaking);
    const Dated steps[] = {dated_decision(file, original), decided,
                           dated_service(check, group, "daily-decision", group->speaking, DAY_NONE)};
    check_chain(check, group, steps, G_N_ELEMENTS(steps));
    const Dated notice[] = {dated_notice(group, group->speaking, decided.day), decided};
    check_chain(check, group, notice, G_N_ELEMENTS(notice));
}

static void check_enforcement(Check *check, const CaseGroup *group)
{
    if (group->kind != KIND_ENFORCEMENT || !group->speaking)
        return;
    const SubFile *file = NULL;
    const Document *demand = casegroup_document(group, "demand", &file);
    Dated demanded = dated_of(file, demand, "demand-date"), application = dated_of(group->speaking_file, group->speaking, "application-date");
    if (demanded.day != DAY_NONE && application.day != DAY_NONE && demanded.day >= application.day)
        add(check, group, "before", &demanded, &application);
}

void order_check(Check *check, CaseGroup *group)
{
    check_penalty(check, group);
    check_daily(check, group);
    check_enforcement(check, group);
}
