/* SET-004 and 005: the record of a recheck, which must come after the order, and is not that of the inspection before it. */
#include "requiredrecheck.h"

#include <string.h>

#include "lawdates.h"
#include "text.h"

/* MISDATED: a record dated too early that is apparently the one asked for. */
typedef struct {
    const DocumentRule *rule;
    const char *order; /* the number of the order whose recheck is asked for; NULL */
    Day since, end, named; /* NAMED: the day of the recheck by the decision */
    int count;
    const SubFile *later;
    Day later_day, misdated_day;
    Saying misdated;
} AfterSearch;

static Day first_day_in(const Document *document)
{
    static const char *const ids[] = {"inspection-dates", "sampling-date", NULL};
    Day first = DAY_NONE;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Day day = g_strv_contains(ids, field->id) && field->status == VALUE_VALID ? day_parse_iso(field->value) : DAY_NONE;
        if (day != DAY_NONE && (first == DAY_NONE || day < first))
            first = day;
    }
    return first;
}

/* Called one of a recheck, of another day than the decision names; or it names the order, which there was not yet on that day. */
static bool is_misdated(const AfterSearch *search, const SubFile *file, const Document *document, Day day)
{
    const Field *order = document_value(document, "order-number");
    const bool of_it = order && search->order && g_strcmp0(order->key, search->order) == 0,
               of_another = order && search->order && !of_it;
    return strcmp(document->type, "inspection-record") == 0 && !of_another && day != search->named &&
           (day < search->since ? of_it || record_is_called_recheck(file, document)
                                : search->named != DAY_NONE && record_is_called_recheck(file, document));
}

static void look_out_of_time(const SubFile *file, const Document *document, gpointer data)
{
    AfterSearch *search = data;
    if (!word_in_list(search->rule->any, '|', document->type))
        return;
    const Day last = document_last_day(document), first = first_day_in(document);
    const bool early = search->since != DAY_NONE && last != DAY_NONE && last <= search->since,
               later = search->end != DAY_NONE && first != DAY_NONE && first > search->end;
    search->count += early || later;
    if (later && !search->later) {
        search->later = file;
        search->later_day = first;
    }
    const Field *dated = document_value(document, "inspection-dates");
    if (!early || !dated || search->misdated.field || !is_misdated(search, file, document, last))
        return;
    search->misdated = (Saying){file, document, dated};
    search->misdated_day = last;
}

/* The documents of RULE's types that are dated too early, or that are of a later recheck; one without a date may be the one
 * asked for. */
static AfterSearch out_of_time(const CaseGroup *group, const DocumentRule *rule)
{
    AfterSearch search = {.rule = rule, .since = DAY_NONE, .end = DAY_NONE, .named = DAY_NONE};
    if (!rule->after)
        return search;
    if (!casegroup_may_hold_unread(group, rule->after, NULL)) /* which may be the first one */
        search.since = casegroup_first_day(group, rule->after);
    search.end = law_recheck_end(group);
    const Field *order = document_value(group->speaking, "order-number");
    search.order = order ? order->key : NULL;
    search.named = document_day(group->speaking, "recheck-date");
    casegroup_each_document(group, look_out_of_time, &search);
    return search;
}

int recheck_out_of_time(const CaseGroup *group, const DocumentRule *rule)
{
    return out_of_time(group, rule).count;
}

void recheck_params(Finding *finding, const CaseGroup *group, const DocumentRule *rule)
{
    const AfterSearch search = out_of_time(group, rule);
    const Day recheck = document_day(group->speaking, "recheck-date");
    if (recheck != DAY_NONE)
        param_day(finding, "date", recheck);
    if (search.later) {
        finding_param(finding, "later", search.later->base);
        param_day(finding, "later-day", search.later_day);
    }
}

bool recheck_add_misdated(Check *check, const CaseGroup *group, const DocumentRule *rule)
{
    const AfterSearch search = out_of_time(group, rule);
    if (!search.misdated.field)
        return false;
    Finding *finding = check_add(check, "SET-004", "recheck-misdated", group, search.misdated.file, search.misdated.field->place);
    finding_param(finding, "kind", kind_ids[group->kind]);
    finding_param(finding, "missing", rule->named);
    finding_param(finding, "after", rule->after);
    param_day(finding, "to", search.misdated_day);
    param_day(finding, "since", search.since);
    recheck_params(finding, group, rule);
    param_unread(check, finding, group, rule->any);
    return true;
}

/* A paper that by its name tells of a recheck and was not read as one of another type, nor is the scan of a record that was; a report
 * on samples and a photograph are no record. */
static bool may_be_recheck(const CaseGroup *group, const SubFile *file)
{
    static const char *const words[] = {"复查", "暗查", "督察", "督查", "核查", "巡查", NULL}, *const pictures[] = {"照片", "影像", NULL},
                             *const records[] = {"笔录", "记录", NULL};
    const bool picture = text_has_any(file->base, pictures) && !text_has_any(file->base, records);
    return !subfile_is_known(file) && g_strcmp0(file->facts->named_type, "monitoring-report") != 0 && !picture &&
           text_has_any(file->base, words) && !casegroup_is_copy(group, file, "inspection-record");
}

typedef struct { Day end; int later, others; } RecordCount;

static void count_record(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    RecordCount *count = data;
    const Day first = first_day_in(document);
    const bool later = first != DAY_NONE && first > count->end;
    count->later += later;
    count->others += !later;
}

/* The one record of an inspection in the file, besides those of later rechecks, when it is a scan of a page or two: the inspection before
 * the order has a record, too, and this may be it.  NULL when there are more, or none. */
static const SubFile *lone_scanned_record(const CaseGroup *group)
{
    enum { PAGES_OF_ONE = 2 };
    const SubFile *lone = NULL;
    RecordCount count = {law_recheck_end(group), 0, 0};
    casegroup_each_of(group, "inspection-record", count_record, &count);
    if (count.others > 0 || casegroup_count(group, "inspection-record") - count.later != 1)
        return NULL;
    for (guint i = 0; i < group->files->len && !lone; i++) {
        const SubFile *file = group->files->pdata[i];
        if (subfile_is_readable_scan(file) && subfile_stands_for(file, "inspection-record") && !casegroup_is_copy(group, file, "inspection-record"))
            lone = file;
    }
    return lone && lone->scan && lone->scan->pages <= PAGES_OF_ONE ? lone : NULL;
}

void recheck_check_record(Check *check, const CaseGroup *group, const DocumentRule *rule)
{
    DocumentRule record = *rule;
    record.any = (char *)"inspection-record";
    const SubFile *lone = lone_scanned_record(group);
    if (law_recheck_end(group) == DAY_NONE || (required_is_met(check, group, &record) && !lone) || group_has_untold_scan(group))
        return;
    for (guint i = 0; i < group->files->len; i++)
        if (may_be_recheck(group, group->files->pdata[i]))
            return;
    if (!lone && recheck_add_misdated(check, group, &record))
        return;
    Finding *finding = check_add(check, lone ? "SET-005" : "SET-004", lone ? "recheck-scan" : "recheck-report", group, lone, NULL);
    finding_param(finding, "kind", kind_ids[group->kind]);
    finding_param(finding, "missing", rule->named);
    finding_param(finding, "scan", lone ? lone->base : NULL);
    recheck_params(finding, group, &record);
    param_unread(check, finding, group, record.any);
}
