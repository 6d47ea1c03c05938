/* LAW-005 and 016: what a daily penalty rests on.  A recheck whose report says that the limits were kept, though the papers
 * cite it for the opposite (Order 28, art. 12 and 13); an order that does not say that a daily penalty may follow (art. 9). */
#include <string.h>

#include "lawdates.h"

/* The report that keeps the limits, and the first paper that cites it, with the paragraph by which a limit is exceeded. */
typedef struct { const SubFile *file; const Document *report; const char *key; Saying citing; } Recheck;

static bool is_exceeded(const Document *document)
{
    static const char *const fields[] = {"exceedance", "exceeded-by", "exceeding"};
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        if (document_value(document, fields[i]))
            return true;
    return false;
}

/* Reports on samples of the recheck or later; one that is undated or tells of a limit exceeded, or of none kept, leaves it open. */
typedef struct { Day from; Recheck kept; bool open; } ReportSearch;

static void look_report(const SubFile *file, const Document *document, gpointer data)
{
    ReportSearch *search = data;
    const Day sampled = document_day(document, "sampling-date");
    const Field *number = document_value(document, "doc-number");
    if (sampled != DAY_NONE && sampled < search->from)
        return;
    if (sampled == DAY_NONE || !number || !number->key || is_exceeded(document) ||
        !document_value(document, "compliant") || search->kept.report)
        search->open = true;
    else
        search->kept = (Recheck){.file = file, .report = document, .key = number->key};
}

static bool is_mentioned_at(const Document *document, const char *key, const char *place)
{
    for (guint i = 0; i < document->mentions->len; i++) {
        const DocNumber *mention = document->mentions->pdata[i];
        if (strcmp(mention->key, key) == 0 && g_strcmp0(mention->place, place) == 0)
            return true;
    }
    return false;
}

static void look_citing(const SubFile *file, const Document *document, gpointer data)
{
    Recheck *kept = data;
    for (guint i = 0; !kept->citing.field && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        const bool exceeded = strcmp(field->id, "exceeded-by") == 0 || strcmp(field->id, "exceedance") == 0;
        if (exceeded && is_mentioned_at(document, kept->key, field->place))
            kept->citing = (Saying){file, document, field};
    }
}

/* A record that tells of the violation going on is another ground, as at another outlet. */
static void look_record(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ReportSearch *search = data;
    search->open |= document_last_day(document) >= search->from && document_value(document, "exceeding");
}

static void check_compliant(Check *check, const CaseGroup *group)
{
    ReportSearch search = {.from = document_day(group->speaking, "recheck-date")};
    if (search.from == DAY_NONE || law_has_unread(group, "monitoring-report"))
        return;
    casegroup_each_of(group, "monitoring-report", look_report, &search);
    casegroup_each_of(group, "inspection-record", look_record, &search);
    Recheck *kept = &search.kept;
    if (search.open || !kept->report)
        return;
    casegroup_each_of(group, "rectification-order", look_citing, kept);
    casegroup_each_of(group, "daily-decision", look_citing, kept);
    if (!kept->citing.field)
        return;
    const Field *compliant = document_value(kept->report, "compliant");
    Finding *finding = check_add(check, "LAW-005", "compliant", group, kept->citing.file, kept->citing.field->place);
    finding_param(finding, "doctype", kept->citing.document->type);
    param_quote(finding, "told", kept->citing.field->value);
    param_quote(finding, "quote", compliant->value);
    finding_param(finding, "other-file", kept->file->facts->path);
    finding_param(finding, "other-place", compliant->place);
}

/* The first order, and not that which follows the recheck.  One of which the term for a review was not read may not have been
 * read to its end. */
typedef struct { const CaseGroup *group; const SubFile *file; const Document *order; bool told; } Orders;

static void look_order(const SubFile *file, const Document *document, gpointer data)
{
    Orders *orders = data;
    if (casegroup_is_aside(orders->group, orders->group->speaking, document))
        return;
    orders->told |= document_value(document, "consequence") || !document_value(document, "review-days");
    if (!orders->order) {
        orders->file = file;
        orders->order = document;
    }
}

static void check_consequence(Check *check, const CaseGroup *group)
{
    Orders orders = {.group = group};
    casegroup_each_of(group, "rectification-order", look_order, &orders);
    if (!orders.order || orders.told)
        return;
    const Field *number = document_value(orders.order, "doc-number");
    check_add(check, "LAW-016", "consequence", group, orders.file, number ? number->place : NULL);
}

Day law_recheck_end(const CaseGroup *group)
{
    if (group->kind != KIND_DAILY || document_day(group->speaking, "recheck-date") == DAY_NONE)
        return DAY_NONE;
    const Dated notice = dated_notice(group, group->speaking, dated_decision(group->speaking_file, group->speaking).day);
    for (guint i = 0; i < group->speaking->fields->len; i++) {
        const Field *field = group->speaking->fields->pdata[i];
        if (strcmp(field->id, "recheck-date") == 0 && field->status == VALUE_VALID && day_parse_iso(field->value) >= notice.day)
            return DAY_NONE;
    }
    return notice.day;
}

void recheck_check(Check *check, CaseGroup *group)
{
    if (group->kind != KIND_DAILY || !group->speaking)
        return;
    check_compliant(check, group);
    check_consequence(check, group);
}
