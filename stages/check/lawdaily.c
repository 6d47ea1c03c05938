/* LAW-005: the order and the recheck of a daily penalty. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

typedef struct { const char *key; const Document *order; Dated served; } OrderSearch;

static void look_order(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    OrderSearch *search = data;
    const Field *number = strcmp(document->type, "rectification-order") == 0 ? document_value(document, "doc-number") : NULL;
    if (number && search->key && g_strcmp0(number->key, search->key) == 0)
        search->order = document;
}

/* The order of the number that the decision names; NULL for none. */
static const Document *order_named(const CaseGroup *group)
{
    const Field *number = document_value(group->speaking, "order-number");
    OrderSearch search = {.key = number ? number->key : NULL};
    casegroup_each_document(group, look_order, &search);
    return search.order;
}

static void look_order_receipt(const SubFile *file, const Document *document, gpointer data)
{
    OrderSearch *search = data;
    const Field *number = document_value(document, "served-number");
    if (number && g_strcmp0(number->key, search->key) == 0 && search->served.day == DAY_NONE)
        search->served = (Dated){document_day(document, "service-date"), file, document, document_value(document, "service-date")};
}

/* By the receipt with the number of the order that the decision names and that was not read: others may be of the second one. */
static Dated unread_order_service(const CaseGroup *group)
{
    OrderSearch search = {.key = document_value(group->speaking, "order-number")->key};
    if (search.key)
        casegroup_each_of(group, "service-receipt", look_order_receipt, &search);
    return search.served.day != DAY_NONE ? search.served : dated_own(group, "order-service-date");
}

/* When the order was served: that of the number the decision names; as the decision says where that order is
 * missing; else the first one served (the second order follows the recheck). */
static Dated order_service(const Check *check, const CaseGroup *group)
{
    const Document *order = order_named(group);
    const Field *number = document_value(group->speaking, "order-number");
    if (!order && number && casegroup_may_hold_unread(group, "rectification-order", number->key))
        return unread_order_service(group);
    Served served = casegroup_served(check->in->rules, group, "rectification-order", order, DAY_NONE);
    bool astray = number && !order &&
                  document_day(group->speaking, "order-service-date") != DAY_NONE;
    if (served.day != DAY_NONE && !astray)
        return (Dated){served.day, served.file, served.document, served.field};
    return dated_own(group, "order-service-date");
}

/* The reports that were there when the order was served, and the days on which they were got: the last of each.
 * KEYS: the numbers of those that the order names; empty for any. */
typedef struct {
    const Document *order; /* that of the number the decision names; NULL: any made before the service */
    GHashTable *keys;
    Day served;
    bool named;
    Dated report, received;
} ReportSearch;

static void look_keys(const SubFile *file, const Document *document, gpointer data)
{
    ReportSearch *search = data;
    if (search->order ? document != search->order : dated_of(file, document, "decision-date").day > search->served)
        return;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "report-number") == 0 && field->key)
            g_hash_table_add(search->keys, field->key);
    }
}

static bool is_named_report(const ReportSearch *search, const Document *document)
{
    const Field *number = document_value(document, "doc-number");
    return number && number->key && g_hash_table_contains(search->keys, number->key);
}

static void look_named(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ReportSearch *search = data;
    search->named |= is_named_report(search, document);
}

static void look_report(const SubFile *file, const Document *document, gpointer data)
{
    ReportSearch *search = data;
    Dated report = dated_of(file, document, "document-date");
    if (search->named && !is_named_report(search, document))
        return;
    if (report.day != DAY_NONE && report.day > search->report.day && report.day <= search->served)
        search->report = report;
}

static void look_received(const SubFile *file, const Document *document, gpointer data)
{
    ReportSearch *search = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "report-received") != 0 || field->status != VALUE_VALID)
            continue;
        Day day = day_parse_iso(field->value);
        if (day != DAY_NONE && day > search->received.day && day <= search->served)
            search->received = (Dated){day, file, document, field};
    }
}

/* The order is served within three working days after the report on the samples was got (Order 28, art. 8).  Where no
 * paper tells when that was, the report's own date is all there is.  What was found at a later inspection needs no
 * report. */
static void check_order_served(Check *check, const CaseGroup *group, const Dated *served)
{
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
    ReportSearch search = {.order = order_named(group), .keys = keys, .served = served->day};
    casegroup_each_of(group, "rectification-order", look_keys, &search);
    casegroup_each_of(group, "monitoring-report", look_named, &search);
    casegroup_each_of(group, "monitoring-report", look_report, &search);
    casegroup_each_document(group, look_received, &search);
    const bool told = search.received.document && search.received.day >= search.report.day;
    const Dated *from = told ? &search.received : &search.report;
    const LimitRule *limit = limit_rule(check->in->rules, "report");
    if (!from->document || from->day < dated_inspection(group, served->day).day ||
        !limit_exceeded(check->in->rules, limit, from->day, served->day))
        return;
    Finding *finding = law_add(check, group, limit, told ? "order" : "order-dated", from->day, served);
    finding_param(finding, "other-file", from->file->facts->path);
    finding_param(finding, "other-place", from->field->place);
}

typedef struct { Day recheck, served; Saying other, record; bool found; } RecheckSearch;

/* Records after the order was served: one of the day that the decision names, else the first of another. */
static void look_recheck(const SubFile *file, const Document *document, gpointer data)
{
    RecheckSearch *search = data;
    if (strcmp(document->type, "inspection-record") != 0)
        return;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "inspection-dates") != 0 || field->status != VALUE_VALID)
            continue;
        Day day = day_parse_iso(field->value);
        if (day == search->recheck && !search->found)
            search->record = (Saying){file, document, field};
        search->found |= day == search->recheck;
        if (day > search->served && !search->other.field)
            search->other = (Saying){file, document, field};
    }
}

static const char recheck_word[] = "复查";

bool record_is_called_recheck(const SubFile *file, const Document *document)
{
    return (document->title && strstr(document->title, recheck_word)) ||
           (file->facts->documents->len == 1 && strstr(file->base, recheck_word));
}

/* Whether RECORD is called that of one recheck and not of a second one, so that a record that is called nothing of the kind is of
 * the inspection before. */
static bool is_called_first(const Saying *record)
{
    static const char *const later[] = {"第二次", "二次", "再次", "第三次", "三次", NULL};
    const char *title = record->document->title ? record->document->title : "";
    return record_is_called_recheck(record->file, record->document) && !text_has_any(title, later) && !text_has_any(record->file->base, later);
}

/* Whether the record of the recheck that RECORD is taken for may be one that was not read: a scan, or one that is locked or broken. */
static bool may_hold_other_recheck(const CaseGroup *group, const Saying *record)
{
    const GPtrArray *unread = casegroup_apart(group, "inspection-record");
    const bool first = is_called_first(record);
    for (guint i = 0; unread && i < unread->len; i++)
        if (!first || strstr(((const SubFile *)unread->pdata[i])->base, recheck_word))
            return true;
    return group->refused || (!first && group_has_untold(group));
}

/* The recheck that the decision names is that of the record (EXT-002). */
static void check_recheck_record(Check *check, const CaseGroup *group, Day served, const Dated *recheck)
{
    RecheckSearch search = {.recheck = recheck->day, .served = served};
    if (served == DAY_NONE || recheck->day == DAY_NONE)
        return;
    casegroup_each_document(group, look_recheck, &search);
    if (search.found || !search.other.field || may_hold_other_recheck(group, &search.other))
        return;
    const Day end = law_recheck_end(group);
    if (end != DAY_NONE && day_parse_iso(search.other.field->value) > end)
        return; /* a later recheck: that of the decision has no record (required.c) */
    const Saying decision = {recheck->file, recheck->document, recheck->field};
    contradiction_add(check, group, "recheck-date", &decision, &search.other);
}

/* ---- the day of the recheck in the notice and the order given again ---- */

typedef struct { Check *check; const CaseGroup *group; Saying decided; } RecheckTold;

/* A paper that tells another day than the decision, of which there is no record. */
static void look_recheck_told(const SubFile *file, const Document *document, gpointer data)
{
    const RecheckTold *told = data;
    const Field *day = document_value(document, "rechecked-on");
    if (!day || day->status != VALUE_VALID || document_says(document, "rechecked-on", told->decided.field) ||
        document_says(told->decided.document, "recheck-date", day))
        return;
    RecheckSearch search = {.recheck = day_parse_iso(day->value), .served = DAY_NONE};
    casegroup_each_document(told->group, look_recheck, &search);
    if (search.found)
        return;
    const Saying other = {file, document, day};
    contradiction_add_as(told->check, told->group, "told", "recheck-date", &other, &told->decided);
}

static void check_recheck_told(Check *check, const CaseGroup *group, const Dated *recheck)
{
    const RecheckTold told = {check, group, {recheck->file, recheck->document, recheck->field}};
    if (recheck->day != DAY_NONE && !law_has_unread(group, "inspection-record"))
        casegroup_each_of(group, "penalty-notice rectification-order", look_recheck_told, (gpointer)&told);
}

/* Records that are called one of a recheck, by their title or the name of their file, and are of no day on which there was an
 * order; BEFORE is the day of that. */
typedef struct { Day before; const char *order; Saying early; Day day; } EarlySearch;

static void look_early(const SubFile *file, const Document *document, gpointer data)
{
    EarlySearch *search = data;
    const Field *dated = document_value(document, "inspection-dates"), *order = document_value(document, "order-number");
    const Day last = document_last_day(document);
    bool of_another = order && search->order && g_strcmp0(order->key, search->order) != 0;
    if (search->early.field || of_another || !dated || last == DAY_NONE || last >= search->before || !record_is_called_recheck(file, document))
        return;
    search->early = (Saying){file, document, dated};
    search->day = last;
}

/* The record is missing because of its date, and SET-004 tells that. */
static bool is_told_misdated(const Check *check, const CaseGroup *group, const SubFile *record)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "SET-004", group, &at));)
        if (g_strcmp0(told->variant, "recheck-misdated") == 0 && g_strcmp0(told->file, record->facts->path) == 0)
            return true;
    return false;
}

/* LAW-005: the record of the recheck is of a day before the order, and none is of the day that the decision names.  An earlier
 * recheck, of another order, may lie in the file besides. */
static void check_early_recheck(Check *check, const CaseGroup *group, const Dated *recheck)
{
    const Document *order = order_named(group);
    const Day made = order ? dated_of(NULL, order, "decision-date").day : document_day(group->speaking, "order-service-date");
    const Field *number = document_value(group->speaking, "order-number");
    EarlySearch search = {.before = made, .order = number ? number->key : NULL};
    RecheckSearch named = {.recheck = recheck->day, .served = made};
    if (made == DAY_NONE)
        return;
    casegroup_each_of(group, "inspection-record", look_early, &search);
    casegroup_each_document(group, look_recheck, &named);
    if (!search.early.field || is_told_misdated(check, group, search.early.file) || named.other.field || (recheck->day != DAY_NONE && named.found) ||
        may_hold_other_recheck(group, &search.early))
        return;
    Finding *finding = check_add(check, "LAW-005", "early", group, search.early.file, search.early.field->place);
    param_day(finding, "from", made);
    param_day(finding, "to", search.day);
    if (recheck->day != DAY_NONE)
        param_day(finding, "recheck", recheck->day);
}

/* The decision tells both days; the record and the receipt are what they are compared with. */
static void param_papers_to_compare(Finding *finding, const CaseGroup *group, const Dated *served, const Dated *recheck)
{
    RecheckSearch search = {.recheck = recheck->day, .served = served->day};
    casegroup_each_document(group, look_recheck, &search);
    if (search.record.file && search.record.file != recheck->file) {
        finding_param(finding, "record-file", search.record.file->facts->path);
        finding_param(finding, "record-place", search.record.field->place);
    }
    if (served->file && served->file != recheck->file) {
        finding_param(finding, "served-file", served->file->facts->path);
        finding_param(finding, "served-place", served->field ? served->field->place : NULL);
    }
}

static void check_recheck(Check *check, const CaseGroup *group, Dated served)
{
    Dated recheck = dated_own(group, "recheck-date");
    check_recheck_record(check, group, served.day, &recheck);
    check_recheck_told(check, group, &recheck);
    check_early_recheck(check, group, &recheck);
    const LimitRule *limit = limit_rule(check->in->rules, "recheck");
    if (!limit_exceeded(check->in->rules, limit, served.day, recheck.day))
        return;
    Finding *finding = law_add_late(check, group, limit, NULL, "rest-day", served.day, &recheck);
    param_papers_to_compare(finding, group, &served, &recheck);
}

static bool is_in_table(const Field *field)
{
    return field->place && field->place[0] == 'T';
}

/* The day of the recheck in a cell of the decision's table, which none of its sentences tells: what a cell repeats
 * is no value of its own. */
static void check_recheck_cell(Check *check, const CaseGroup *group)
{
    const Field *told = document_value(group->speaking, "recheck-date");
    if (!told || told->status != VALUE_VALID || is_in_table(told))
        return;
    for (guint i = 0; i < group->speaking->fields->len; i++) {
        const Field *field = group->speaking->fields->pdata[i];
        if (strcmp(field->id, "recheck-date") != 0 || field->status != VALUE_VALID || !is_in_table(field))
            continue;
        const Saying text = {group->speaking_file, group->speaking, told},
                     cell = {group->speaking_file, group->speaking, field};
        contradiction_add(check, group, "recheck-date", &text, &cell);
        return;
    }
}

bool recheck_is_misdated(const CaseGroup *group, Day recheck, Day last)
{
    RecheckSearch named = {.recheck = recheck}, counted = {.recheck = last};
    casegroup_each_document(group, look_recheck, &named);
    casegroup_each_document(group, look_recheck, &counted);
    return counted.found && !named.found && !may_hold_other_recheck(group, &counted.record);
}

/* Rechecks, told by their words or by the order they name; all of them found the violation ended. */
typedef struct { Saying ended; bool going_on; } EndedSearch;

static void look_ended(const SubFile *file, const Document *document, gpointer data)
{
    EndedSearch *search = data;
    bool is_recheck = strcmp(document->type, "inspection-record") == 0 &&
                      (document_value(document, "recheck") || document_value(document, "order-number"));
    const Field *ended = document_value(document, "ended");
    if (!is_recheck)
        return;
    search->going_on |= !ended || document_value(document, "exceeding");
    if (!search->ended.field)
        search->ended = (Saying){file, document, ended};
}

/* A daily penalty rests on a recheck that finds the violation going on (Order 28, art. 5 and 11). */
static void check_ended(Check *check, const CaseGroup *group)
{
    EndedSearch search = {0};
    casegroup_each_document(group, look_ended, &search);
    if (search.going_on || !search.ended.field)
        return;
    Finding *finding =
        check_add(check, "LAW-005", "ended", group, search.ended.file, search.ended.field->place);
    param_quote(finding, "quote", search.ended.field->value);
}

void daily_check(Check *check, CaseGroup *group)
{
    if (group->kind != KIND_DAILY || !group->speaking)
        return;
    Dated served = order_service(check, group);
    check_order_served(check, group, &served);
    check_recheck(check, group, served);
    counted_check(check, group, &served);
    check_recheck_cell(check, group);
    check_ended(check, group);
}
