#include "lawdates.h"
#include "text.h"

#include <string.h>

#include "money.h"

Dated dated_of(const SubFile *file, const Document *document, const char *field)
{
    Dated dated = {document_day(document, field), file, document, document_value(document, field)};
    if (dated.day == DAY_NONE) {
        dated.day = document_day(document, "document-date");
        dated.field = document_value(document, "document-date");
    }
    return dated.day == DAY_NONE ? (Dated){0} : dated;
}

Dated dated_own(const CaseGroup *group, const char *field)
{
    Day day = document_day(group->speaking, field);
    return day == DAY_NONE ? (Dated){0} : (Dated){day, group->speaking_file, group->speaking, document_value(group->speaking, field)};
}

typedef struct { const char *field; Dated found; } DateSearch;

static void look_date(const SubFile *file, const Document *document, gpointer data)
{
    DateSearch *search = data;
    if (search->found.day != DAY_NONE)
        return;
    Day day = document_day(document, search->field);
    if (day != DAY_NONE)
        search->found = (Dated){day, file, document, document_value(document, search->field)};
}

Dated dated_find(const CaseGroup *group, const char *types, const char *field)
{
    g_auto(GStrv) list = g_strsplit(types, " ", -1);
    for (char **type = list; *type; type++) {
        DateSearch search = {.field = field};
        casegroup_each_of(group, *type, look_date, &search);
        if (search.found.day != DAY_NONE)
            return search.found;
    }
    return (Dated){0};
}

Dated dated_filing(const CaseGroup *group)
{
    return dated_find(group, "filing-form investigation-report closing-form transfer-approval", "filing-date");
}

/* The last inspection up to LIMIT, and how many papers tell it. */
typedef struct { Day limit; Dated best; guint count; } InspectionSearch;

static void look_inspection(const SubFile *file, const Document *document, gpointer data)
{
    InspectionSearch *search = data;
    Dated last = {0};
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Day day = strcmp(field->id, "inspection-dates") == 0 && field->status == VALUE_VALID ? day_parse_iso(field->value) : DAY_NONE;
        if (day != DAY_NONE && day <= search->limit && day > last.day)
            last = (Dated){day, file, document, field};
    }
    if (last.day == DAY_NONE || last.day < search->best.day)
        return;
    search->count = last.day == search->best.day ? search->count + 1 : 1;
    search->best = last.day == search->best.day ? search->best : last;
}

Dated dated_inspection(const CaseGroup *group, Day limit)
{
    InspectionSearch search = {.limit = limit};
    casegroup_each_of(group, "inspection-record", look_inspection, &search);
    if (search.best.day == DAY_NONE)
        casegroup_each_of(group, "investigation-report", look_inspection, &search);
    return search.best;
}

Dated dated_inspection_told(const CaseGroup *group, Day limit)
{
    enum { AGREEING_MIN = 2 };
    InspectionSearch search = {.limit = limit};
    casegroup_each_of(group, "filing-form investigation-report penalty-notice rectification-order penalty-decision", look_inspection,
                      &search);
    Dated record = dated_inspection(group, limit);
    return search.count < AGREEING_MIN || record.day > search.best.day ? (Dated){0} : search.best;
}

Dated dated_decision(const SubFile *file, const Document *decision)
{
    return dated_of(file, decision, "decision-date");
}

typedef struct {
    const CaseGroup *group;
    const Document *decision;
    const char *key; /* of the first notice that DECISION names; NULL */
    Day limit;
    Dated named, last, first;
} NoticeSearch;

/* Whether DECISION (NULL: none was read) names the notice of NUMBER, among others as it may be: 又以…号重新告知. */
static bool names_notice(const Document *decision, const Field *number)
{
    for (guint i = 0; decision && number && number->key && i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        if (strcmp(field->id, "notice-number") == 0 && g_strcmp0(field->key, number->key) == 0)
            return true;
    }
    return false;
}

static Dated dated_as_notice(const SubFile *file, const Document *document)
{
    const Dated dated = dated_of(file, document, "notice-date");
    return dated.document ? dated : (Dated){.file = file, .document = document};
}

static bool tells_fine(const Document *notice)
{
    return notice && document_value(notice, "proposed-fine-yuan");
}

/* Whether NOTICE was not given before KNOWN and tells no less than that: one of the hearing alone leaves open what is planned. */
static bool is_given_again(const Dated *notice, const Dated *known)
{
    return notice->day >= known->day && (tells_fine(notice->document) || !tells_fine(known->document));
}

static void look_notice(const SubFile *file, const Document *document, gpointer data)
{
    NoticeSearch *search = data;
    if (casegroup_is_aside(search->group, search->decision, document))
        return;
    const Dated dated = dated_as_notice(file, document);
    if (names_notice(search->decision, document_value(document, "doc-number")) &&
        (!search->named.document || (dated.day <= search->limit && is_given_again(&dated, &search->named))))
        search->named = dated;
    if (dated.day <= search->limit && dated.day >= search->last.day)
        search->last = dated;
    if (!search->first.document)
        search->first = dated;
}

/* The same firm was told again after the notice that the decision names, and before that: what counts is the last. */
static void look_notice_again(const SubFile *file, const Document *document, gpointer data)
{
    NoticeSearch *search = data;
    const Field *party = document_value(document, "party"), *told = document_value(search->named.document, "party");
    const Dated dated = dated_as_notice(file, document);
    if (party && told && body_is_same(party, told) && search->named.day != DAY_NONE && dated.day > search->named.day &&
        dated.day <= search->limit && tells_fine(document) &&
        !casegroup_is_aside(search->group, search->decision, document))
        search->named = dated;
}

Dated dated_notice(const CaseGroup *group, const Document *decision, Day day)
{
    const Field *number = document_value(decision, "notice-number");
    static const char notice[] = "penalty-notice";
    NoticeSearch search = {.group = group, .decision = decision, .key = number ? number->key : NULL, .limit = day};
    casegroup_each_of(group, notice, look_notice, &search);
    if (search.named.document)
        casegroup_each_of(group, notice, look_notice_again, &search);
    bool tells = search.named.document || (!search.key && group->kind != KIND_DAILY); /* a daily file holds two */
    if (!tells && casegroup_may_hold_unread(group, notice, search.key))
        return (Dated){0};
    return search.named.document ? search.named : search.last.document ? search.last : search.first;
}

Dated dated_service(const Check *check, const CaseGroup *group, const char *type, const Document *document, Day limit)
{
    if (!document)
        return (Dated){0};
    Served served = casegroup_served(check->in->rules, group, type, document, limit);
    if (served.day != DAY_NONE)
        return (Dated){served.day, served.file, served.document, served.field};
    if (strcmp(type, "penalty-decision") == 0)
        return dated_find(group, "closing-form", "service-date");
    return (Dated){0};
}

const Document *law_document(const CaseGroup *group, const char *type, const SubFile **file)
{
    if (group->speaking && strcmp(group->speaking->type, type) == 0) {
        *file = group->speaking_file;
        return group->speaking;
    }
    return casegroup_document(group, type, file);
}

Penalty law_own_penalty(const CaseGroup *group)
{
    if (group->kind != KIND_PENALTY || !group->speaking)
        return (Penalty){0};
    return (Penalty){group->speaking_file, group->speaking, group->fine_file, group->fine};
}

typedef struct { Penalty found; int count; } PenaltySearch;

static void look_penalty(const SubFile *file, const Document *document, gpointer data)
{
    PenaltySearch *search = data;
    const Field *fine = document_value(document, "fine-yuan");
    bool known = fine && fine->status == VALUE_VALID;
    search->found = (Penalty){file, document, known ? file : NULL, known ? fine : NULL};
    search->count++;
}

Penalty law_original_penalty(const CaseGroup *group)
{
    bool rests = group->kind == KIND_DAILY || group->kind == KIND_DETENTION ||
                 group->kind == KIND_ENFORCEMENT;
    PenaltySearch search = {0};
    if (rests)
        casegroup_each_of(group, "penalty-decision", look_penalty, &search);
    return search.count == 1 ? search.found : (Penalty){0};
}

Penalty law_penalty(const CaseGroup *group)
{
    return group->kind == KIND_PENALTY ? law_own_penalty(group) : law_original_penalty(group);
}

static Day last_day(const LimitRule *limit, Day from)
{
    return limit->unit == LIMIT_MONTHS ? day_add_months(from, (int)limit->amount) : from + (Day)limit->amount;
}

Day limit_last_day(const CheckRules *rules, const LimitRule *limit, Day from)
{
    return workdays_roll(rules->workdays, last_day(limit, from));
}

bool limit_exceeded(const CheckRules *rules, const LimitRule *limit, Day from, Day to)
{
    if (from == DAY_NONE || to == DAY_NONE)
        return false;
    if (limit->unit == LIMIT_WORKDAYS) {
        int days = workdays_between(rules->workdays, from, to);
        return days > limit->amount;
    }
    return to > last_day(limit, from);
}

/* HOLIDAYS_MAX: the working days that holidays in a row, or two near each other, take. */
enum { DAYS_OF_WEEK = 7, WORKDAYS_OF_WEEK = 5, HOLIDAYS_MAX = 10 };

bool limit_surely_exceeded(const CheckRules *rules, const LimitRule *limit, Day from, Day to)
{
    bool known = from != DAY_NONE && to != DAY_NONE && limit->unit == LIMIT_WORKDAYS;
    if (!known || (workdays_covers(rules->workdays, from) && workdays_covers(rules->workdays, to)))
        return false;
    return (to - from) / DAYS_OF_WEEK * WORKDAYS_OF_WEEK - HOLIDAYS_MAX > limit->amount;
}

Finding *law_add(Check *check, const CaseGroup *group, const LimitRule *limit, const char *variant, Day from, const Dated *to)
{
    Finding *finding = check_add(check, limit->code, variant, group, to->file, to->field ? to->field->place : NULL);
    if (to->field)
        param_near(finding, to->field);
    int days = limit->unit == LIMIT_WORKDAYS ? workdays_between(check->in->rules->workdays, from, to->day) : to->day - from;
    param_day(finding, "from", from);
    param_day(finding, "to", to->day);
    param_int(finding, "days", days);
    param_int(finding, "limit", limit->amount);
    enum { DATE_CHARS = 12 }; /* a date alone, 2016年10月13日, tells no more than the sentence */
    if (to->field && to->field->quote && g_utf8_strlen(to->field->quote, -1) > DATE_CHARS)
        param_quote_around(finding, "quote", to->field->quote, to->field->value);
    param_noted_about(check, finding, group, limit->about);
    return finding;
}

Finding *law_add_late(Check *check, const CaseGroup *group, const LimitRule *limit, const char *variant, const char *moved_variant, Day from,
                      const Dated *to)
{
    Day moved = limit_last_day(check->in->rules, limit, from);
    if (to->day > moved)
        return law_add(check, group, limit, variant, from, to);
    Finding *finding = law_add(check, group, limit, moved_variant, from, to);
    param_day(finding, "moved", moved);
    return finding;
}

bool law_amount_fen(const Field *field, int64_t *fen)
{
    Decimal value = {0};
    if (!field || field->status != VALUE_VALID || !decimal_parse(field->value, &value) || value.scale > 2)
        return false;
    *fen = value.mantissa * (value.scale == 0 ? 100 : value.scale == 1 ? 10 : 1);
    return *fen <= MONEY_FEN_MAX;
}

bool law_says_fen(const Document *document, const char *id, int64_t fen)
{
    int64_t said;
    for (guint i = 0; document && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) == 0 && law_amount_fen(field, &said) && said == fen)
            return true;
    }
    return false;
}

bool law_least_fen(const Document *document, const char *id, int64_t *fen)
{
    bool found = false;
    int64_t said;
    for (guint i = 0; document && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) != 0 || !law_amount_fen(field, &said))
            continue;
        *fen = found ? MIN(*fen, said) : said;
        found = true;
    }
    return found;
}

/* ---- papers told by words ---- */

typedef struct { const char *const *words; bool found; } TitleSearch;

static void look_title(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    TitleSearch *search = data;
    bool open = strcmp(document->type, "other") == 0 || strcmp(document->type, "court-document") == 0;
    search->found |= open && text_has_any(document->title, search->words);
}

bool law_has_paper(const CaseGroup *group, const char *const *words)
{
    TitleSearch search = {.words = words};
    casegroup_each_document(group, look_title, &search);
    for (guint i = 0; i < group->files->len; i++)
        search.found |= text_has_any(((const SubFile *)group->files->pdata[i])->base, words);
    return search.found;
}

const LimitRule *law_limit(const Check *check, const char *id)
{
    return limit_rule(check->in->rules, id);
}
