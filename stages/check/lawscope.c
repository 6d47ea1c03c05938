/* LAW-019: what the provision of a fine allows.  not-daily: a daily penalty on top of a fine for something else than
 * discharging pollutants (Environmental Protection Law, art. 59; Order 28, art. 5).  overdue: a fine under a provision
 * that fines only whoever does not correct the violation in time, before the time that was set was over. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

static bool is_cited_as(const Document *document, const char *id, const char *value)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) == 0 && strcmp(field->value, value) == 0)
            return true;
    }
    return false;
}

/* The first provision of PROVISIONS that DECISION rests on, when it rests on no other: the laws on procedure and what
 * it says was violated left out.  NULL else. */
static const Field *rests_on_alone(const Check *check, const Document *decision, const GPtrArray *provisions)
{
    const Field *first = NULL;
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        if (strcmp(field->id, "laws-basis") != 0 || law_is_procedural(check, field->value) ||
            is_cited_as(decision, "laws-violated", field->value))
            continue;
        if (field->status != VALUE_VALID || !provision_listed(provisions, field->value))
            return NULL;
        first = first ? first : field;
    }
    return first;
}

/* ---- a daily penalty on something else ---- */

/* Whether DECISION tells its facts, and these have none of WORDS. */
static bool tells_none_of(const Document *decision, const GPtrArray *words)
{
    bool told = false;
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        bool facts = strcmp(field->id, "facts") == 0;
        if ((facts || strcmp(field->id, "cause") == 0) &&
            (text_has_any_of(field->value, words) || text_has_any_of(field->quote, words)))
            return false;
        told |= facts;
    }
    return told;
}

/* Whether the daily penalty rests on a regulation of its own: a local one may add acts (art. 59(3)). */
static bool rests_on_more(const Check *check, const Document *daily)
{
    static const char *const common[] = {"中华人民共和国环境保护法|", "环境保护主管部门实施按日连续处罚办法|"};
    const GPtrArray *known = check->in->rules->laws->not_daily;
    for (guint i = 0; i < daily->fields->len; i++) {
        const Field *field = daily->fields->pdata[i];
        bool asked = strcmp(field->id, "laws-basis") == 0 && !law_is_procedural(check, field->value);
        for (size_t j = 0; asked && j < G_N_ELEMENTS(common); j++)
            asked = !g_str_has_prefix(field->value, common[j]);
        if (asked && !provision_listed(known, field->value))
            return true;
    }
    return false;
}

static void check_daily(Check *check, const CaseGroup *group)
{
    const LawRules *laws = check->in->rules->laws;
    const Penalty original = law_original_penalty(group);
    const Field *basis =
        original.decision ? rests_on_alone(check, original.decision, laws->not_daily) : NULL;
    if (!basis || !tells_none_of(original.decision, laws->discharges) || rests_on_more(check, group->speaking))
        return;
    const Field *daily = document_value(group->speaking, "laws-basis");
    Finding *finding = check_add(check, "LAW-019", "not-daily", group, group->speaking_file,
                                 daily ? daily->place : group->speaking->first);
    param_quote(finding, "quote", field_quote(basis));
    finding_param(finding, "other-file", original.file->facts->path);
    finding_param(finding, "other-place", basis->place);
}

/* ---- a fine before the time was over ---- */

/* untold: an order whose time is not known; over: one whose time was over, or overdue as some paper tells. */
typedef struct {
    const Check *check;
    const CaseGroup *group;
    Day decided, last;
    const SubFile *file;
    const Field *limit;
    bool untold, over, overdue;
} TimeSearch;

/* The last day that FIELD of ORDER gives: as it says, or so many days after the order was served; DAY_NONE for none. */
static Day last_day_of(const TimeSearch *search, const Document *order, const Field *field)
{
    int64_t days;
    if (field->status != VALUE_VALID)
        return DAY_NONE;
    if (strcmp(field->id, "correct-by") == 0)
        return day_parse_iso(field->value);
    if (strcmp(field->id, "correct-days") != 0 || !text_integer(field->value, &days))
        return DAY_NONE;
    const Dated served = dated_service(search->check, search->group, order->type, order, DAY_NONE);
    Day from = served.day != DAY_NONE ? served.day : document_day(order, "service-date"); /* signed for on the order */
    return from == DAY_NONE ? DAY_NONE : from + (Day)days;
}

/* Until when each order gives time; what says that it was not kept. */
static void look_time(const SubFile *file, const Document *document, gpointer data)
{
    TimeSearch *search = data;
    bool told = false;
    search->overdue |= document_value(document, "not-corrected") || document_value(document, "recheck");
    if (strcmp(document->type, "rectification-order") != 0)
        return;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Day day = last_day_of(search, document, field);
        if (day == DAY_NONE)
            continue;
        told = true;
        search->over |= day <= search->decided;
        if (search->limit && day <= search->last)
            continue;
        search->last = day;
        search->limit = field;
        search->file = file;
    }
    search->untold |= !told;
}

static void check_overdue(Check *check, const CaseGroup *group)
{
    static const char *const followed[] = {"复查", "督察", "整改", "验收", NULL};
    const Penalty penalty = law_own_penalty(group);
    if (!penalty.decision || !penalty.fine || law_has_unread(group, "rectification-order") ||
        law_has_unread(group, "inspection-record") || law_has_paper(group, followed))
        return;
    const Field *basis = rests_on_alone(check, penalty.decision, check->in->rules->laws->overdue);
    TimeSearch search = {
        .check = check, .group = group, .decided = dated_decision(penalty.file, penalty.decision).day};
    if (!basis || search.decided == DAY_NONE)
        return;
    casegroup_each_document(group, look_time, &search);
    if (!search.limit || search.untold || search.over || search.overdue)
        return;
    Finding *finding = check_add(check, "LAW-019", "overdue", group, penalty.file, basis->place);
    finding_param(finding, "doctype", penalty.decision->type);
    param_quote(finding, "quote", field_quote(basis));
    param_day(finding, "decided", search.decided);
    param_day(finding, "limit", search.last);
    finding_param(finding, "other-file", search.file->facts->path);
    finding_param(finding, "other-place", search.limit->place);
}

void scope_check(Check *check, CaseGroup *group)
{
    if (group->kind == KIND_DAILY && group->speaking)
        check_daily(check, group);
    check_overdue(check, group);
}
