/* LAW-001, 008, 020 and 022: spans of time between two papers that are too long or too short.  Goods seized or registered as
 * evidence and kept over the term (Administrative Compulsion Law, art. 25; Order 29, art. 15; Order 8, art. 39); a public
 * notice that ran too short (Civil Procedure Law 2012, art. 92); a transfer approved late (State Council Order 310,
 * art. 5); an act found after two years (Administrative Penalties Law 1996, art. 29). */
#include <stdio.h>
#include <string.h>

#include "cndate.h"
#include "lawdates.h"
#include "text.h"

static bool is_titled(const Document *document, const char *const *words)
{
    g_autofree char *title = document->title ? text_squeeze(document->title) : NULL;
    return text_has_any(title, words);
}

/* ---- seizure ---- */

static const char *const release_words[] = {"解除", "解封", "返还", "退还", NULL};
static const char *const extension_words[] = {"延", NULL};

typedef struct {
    Check *check;
    const CaseGroup *group;
    const Document *release;
    Dated begun;   /* the first decision that the release names */
    bool extended; /* by a paper or a word in the file */
} Seizure;

/* What was seized was so from the day on which the decision reached the party. */
static void look_begun(const SubFile *file, const Document *document, gpointer data)
{
    Seizure *seizure = data;
    if (is_titled(document, release_words) || is_titled(document, extension_words))
        return;
    const Field *number = document_value(document, "doc-number");
    Dated made = dated_of(file, document, "decision-date");
    if (made.day == DAY_NONE || !number || !number->key || !document_mentions(seizure->release, number->key))
        return;
    Dated served = dated_service(seizure->check, seizure->group, "seizure-decision", document, DAY_NONE);
    made.day = MAX(made.day, served.day);
    if (!seizure->begun.document || made.day < seizure->begun.day)
        seizure->begun = made;
}

static void look_extended(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    bool decides = strcmp(document->type, "seizure-decision") == 0 && is_titled(document, extension_words);
    *(bool *)data |= decides || document_value(document, "extended") != NULL;
}

static bool is_file_named(const CaseGroup *group, const char *const *words)
{
    for (guint i = 0; i < group->files->len; i++)
        if (text_has_any(((const SubFile *)group->files->pdata[i])->base, words))
            return true;
    return false;
}

static void look_release(const SubFile *file, const Document *document, gpointer data)
{
    Seizure seizure = *(const Seizure *)data;
    Dated released = dated_of(file, document, "decision-date");
    if (!is_titled(document, release_words) || released.day == DAY_NONE)
        return;
    seizure.release = document;
    casegroup_each_of(seizure.group, "seizure-decision", look_begun, &seizure);
    const LimitRule *limit = law_limit(seizure.check, seizure.extended ? "seizure-extended" : "seizure");
    if (limit_exceeded(seizure.check->in->rules, limit, seizure.begun.day, released.day))
        law_add(seizure.check, seizure.group, limit, seizure.extended ? "extended" : NULL, seizure.begun.day, &released);
}

static void check_seizures(Check *check, const CaseGroup *group)
{
    Seizure seizure = {.check = check, .group = group};
    if (casegroup_count(group, "seizure-decision") == 0)
        return;
    seizure.extended = is_file_named(group, extension_words);
    casegroup_each_document(group, look_extended, &seizure.extended);
    casegroup_each_of(group, "seizure-decision", look_release, &seizure);
}

/* ---- registered evidence ---- */

typedef struct { Dated registered, handled; bool several; } Registered;

static const char *const registration_words[] = {"登记保存", NULL};
static const char *const handling_words[] = {"解除", "处理", "退还", "返还", NULL};

static void look_registered(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const lists[] = {"清单", "审批", NULL};
    Registered *registered = data;
    Dated made = dated_of(file, document, "document-date");
    if (!is_titled(document, registration_words) || is_titled(document, lists) || made.day == DAY_NONE)
        return;
    Dated *which = is_titled(document, handling_words) ? &registered->handled : &registered->registered;
    registered->several |= which->document != NULL;
    *which = made;
}

typedef struct { const CheckRules *rules; const LimitRule *limit; Day from; bool found; } Decided;

static void look_decided(const SubFile *file, const Document *document, gpointer data)
{
    Decided *decided = data;
    Day day = dated_of(file, document, "decision-date").day;
    decided->found |= day >= decided->from && !limit_exceeded(decided->rules, decided->limit, decided->from, day);
}

/* Of one registration and one paper that ends it; a decision in between (to seize, to confiscate) ends it, too. */
static void check_registered(Check *check, const CaseGroup *group)
{
    Registered registered = {0};
    const LimitRule *limit = law_limit(check, "registered");
    casegroup_each_of(group, "evidence other", look_registered, &registered);
    Day from = registered.registered.day;
    if (registered.several || from == DAY_NONE ||
        !limit_exceeded(check->in->rules, limit, from, registered.handled.day))
        return;
    Decided decided = {check->in->rules, limit, from, false};
    casegroup_each_of(group, "seizure-decision penalty-decision", look_decided, &decided);
    if (!decided.found)
        law_add(check, group, limit, "registered", from, &registered.handled);
}

/* ---- public notice ---- */

static void look_announced(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const notices[] = {"公告", NULL};
    const CaseWalk *papers = data;
    const LimitRule *limit = law_limit(papers->check, "public-notice");
    const Field *told = document_value(document, "notice-days");
    bool receipt = strcmp(document->type, "service-receipt") == 0;
    int64_t days;
    if (!told || !text_integer(told->value, &days) || days <= 0 || days >= limit->amount ||
        !(receipt ? law_was_served(document, "公告") : is_titled(document, notices)))
        return;
    Finding *finding = check_add(papers->check, limit->code, "public", papers->group, file, told->place);
    param_int(finding, "days", days);
    param_int(finding, "limit", limit->amount);
    param_quote(finding, "quote", told->quote);
}

/* ---- the approval of a transfer ---- */

static void look_reported(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *papers = data;
    const LimitRule *limit = law_limit(papers->check, "crime-approval");
    Day reported = document_day(document, "reported-on");
    Dated approved = {document_day(document, "approval-date"), file, document, document_value(document, "approval-date")};
    if (reported != DAY_NONE && approved.day > limit_last_day(papers->check->in->rules, limit, reported))
        law_add(papers->check, papers->group, limit, "approval", reported, &approved);
}

/* ---- two years ---- */

/* "2013年11月": the last day of that month. */
static Day month_end(const char *text)
{
    const char *end;
    int year = cndate_number(text, &end);
    if (year <= 0 || !g_str_has_prefix(end, "年"))
        return DAY_NONE;
    int month = cndate_number(end + strlen("年"), &end);
    if (month <= 0 || !g_str_has_prefix(end, "月"))
        return DAY_NONE;
    Day next = month == 12 ? day_from_ymd(year + 1, 1, 1) : day_from_ymd(year, month + 1, 1);
    return next == DAY_NONE ? DAY_NONE : next - 1;
}

/* The first day on which the bureau is known to have looked: an earlier visit may have found the act in time. */
static void look_found(const SubFile *file, const Document *document, gpointer data)
{
    Dated *first = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        bool looked = strcmp(field->id, "inspection-dates") == 0 || strcmp(field->id, "filing-date") == 0;
        Day day = looked && field->status == VALUE_VALID ? day_parse_iso(field->value) : DAY_NONE;
        if (day != DAY_NONE && (first->day == DAY_NONE || day < first->day))
            *first = (Dated){day, file, document, field};
    }
}

static void check_two_years(Check *check, const CaseGroup *group)
{
    const Field *ceased = group->kind == KIND_PENALTY ? document_value(group->speaking, "ceased") : NULL;
    const LimitRule *limit = law_limit(check, "two-years");
    if (!ceased)
        return;
    Day ended = month_end(ceased->value);
    Dated found = {0};
    casegroup_each_document(group, look_found, &found);
    if (!limit_exceeded(check->in->rules, limit, ended, found.day))
        return;
    Finding *finding = check_add(check, limit->code, "two-years", group, group->speaking_file, ceased->place);
    param_day(finding, "to", found.day);
    param_int(finding, "years", limit->amount / 12);
    param_quote(finding, "quote", ceased->quote);
    param_noted_about(check, finding, group, limit->about);
}

void spans_check(Check *check, CaseGroup *group)
{
    CaseWalk papers = {check, group};
    check_seizures(check, group);
    check_registered(check, group);
    casegroup_each_of(group, "service-receipt other", look_announced, &papers);
    if (group->kind == KIND_CRIME)
        casegroup_each_of(group, "transfer-approval", look_reported, &papers);
    check_two_years(check, group);
}
