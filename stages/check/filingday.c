/* EXT-002: of two days of the filing the one against which the steps of the case speak: more papers may have it than have the right
 * one, and it is not the lone one that is to be corrected then. */
#include "filingday.h"

#include <string.h>

#include "lawdates.h"
#include "oddpaper.h"
#include "text.h"

/* The step that speaks against a day; day DAY_NONE: none.  LIMIT: the term that would be exceeded; NULL: the two are in the wrong order. */
typedef struct { Dated step; const LimitRule *limit; } Opposed;

/* The notice or the decision that would come before a filing on DAY (LAW-009). */
static Dated step_before(const CaseGroup *group, Day day)
{
    const SubFile *file = NULL;
    const Document *decision = law_document(group, "penalty-decision", &file);
    const Dated decided = dated_decision(file, decision),
                steps[] = {decision ? dated_notice(group, decision, decided.day) : (Dated){0}, decided, dated_own(group, "transfer-date")};
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
        if (steps[i].field && steps[i].day != DAY_NONE && steps[i].day < day)
            return steps[i];
    return (Dated){0};
}

/* The inspection that led to a filing on KEPT, where one on DAY would be before any: a daily penalty is inspected again, and what is
 * enforced long after. */
static Dated inspected_after(const CaseGroup *group, Day day, Day kept)
{
    if (group->kind == KIND_DAILY || group->kind == KIND_ENFORCEMENT || casegroup_may_hold_unread(group, "inspection-record", NULL) ||
        dated_inspection(group, day).day != DAY_NONE)
        return (Dated){0};
    return dated_inspection(group, kept);
}

/* What speaks against DAY, told of the filing beside KEPT. */
static Opposed opposed(const Check *check, const CaseGroup *group, Day day, Day kept)
{
    Opposed opposed = {.step = step_before(group, day)};
    Day report = DAY_NONE;
    if (opposed.step.day == DAY_NONE)
        opposed.step = inspected_after(group, day, kept);
    if (opposed.step.day != DAY_NONE)
        return opposed;
    if (law_filed_late(check, group, day, &opposed.step, &report) && report == DAY_NONE && opposed.step.field)
        return (Opposed){opposed.step, law_limit(check, "filing")};
    if (!law_has_stopped(group) && law_decided_late(check, group, day, &opposed.step) && opposed.step.field)
        return (Opposed){opposed.step, law_limit(check, "decision")};
    return (Opposed){0};
}

const Saying *filing_untimely(const Check *check, const CaseGroup *group, const Saying *one, const Saying *other)
{
    const Day day = day_parse_iso(one->field->value), another = day_parse_iso(other->field->value);
    if (strcmp(one->field->id, "filing-date") != 0 || day == DAY_NONE || another == DAY_NONE || day == another)
        return NULL;
    const bool against = opposed(check, group, day, another).step.day != DAY_NONE,
               against_other = opposed(check, group, another, day).step.day != DAY_NONE;
    return against == against_other ? NULL : against ? one : other;
}

typedef struct { const Document *wrong; const Field *day; GString *places; } AlikeSearch;

static void look_alike(const SubFile *file, const Document *document, gpointer data)
{
    const AlikeSearch *search = data;
    const Field *told = document != search->wrong ? document_value(document, search->day->id) : NULL;
    if (told && told->status == VALUE_VALID && text_same(told->value, search->day->value))
        saying_add_place(search->places, file, told->place);
}

char *filing_told_alike(const CaseGroup *group, const Document *wrong, const Field *day)
{
    g_autoptr(GString) places = g_string_new(NULL);
    casegroup_each_document(group, look_alike, &(AlikeSearch){wrong, day, places});
    return places->len > 0 ? g_string_free(g_steal_pointer(&places), FALSE) : NULL;
}

void filing_tell_untimely(const Check *check, const CaseGroup *group, Finding *finding, const Saying *wrong, const Saying *kept)
{
    const Day day = day_parse_iso(wrong->field->value);
    const Opposed by = opposed(check, group, day, day_parse_iso(kept->field->value));
    if (!by.step.document)
        return; /* nothing speaks against it */
    finding_param(finding, "step-of", by.step.document->type);
    finding_param(finding, "step-field", by.step.field->id);
    param_day(finding, "step-day", by.step.day);
    param_day(finding, by.limit ? "overdue" : "untimely", day);
    if (by.limit)
        param_int(finding, by.limit->unit == LIMIT_MONTHS ? "months" : "workdays", by.limit->amount);
    finding_param(finding, "untimely-in", wrong->document->type);
    g_autofree char *places = filing_told_alike(group, wrong->document, wrong->field);
    if (places)
        finding_param(finding, "untimely-places", places);
    else
        finding_param(finding, type_is_served(check->in->rules->cases, wrong->document->type) ? "corrected" : "rewritten",
                      wrong->document->type);
    finding_drop(finding, "winner"); /* nobody is to go by what is taken for wrong */
    if (g_strcmp0(finding_value(finding, "other-file"), wrong->file->facts->path) != 0 ||
        g_strcmp0(finding_value(finding, "other-place"), wrong->field->place) != 0)
        return; /* it stands there */
    finding_turn_to(finding, wrong);
    finding_param(finding, "agreed-file", kept->file->facts->path);
    finding_param(finding, "agreed-place", kept->field->place);
}
