/* EXT-002, listed-day: the day of the record of the inspection, as a decision lists it among its evidence, is another than the
 * one day of inspection that the same decision and other papers of the case tell; listed-record: than that of the one record there is. */
#include <stdlib.h>
#include <string.h>

#include "checks.h"
#include "cndate.h"
#include "text.h"

enum { AGREEING_MIN = 2 }; /* papers beside the decision that tell the same day as its sentence */

/* LISTED as the evidence has it, TOLD as the sentence. */
typedef struct {
    Saying listed, told;
    Day listed_day, told_day;
    int agreeing;
    bool doubtful;
} ListedDay;

static Day day_of(const Field *field)
{
    return field->status == VALUE_VALID ? day_parse_iso(field->value) : DAY_NONE;
}

Day listed_day_in(const Field *field)
{
    CnDate first, next;
    bool one = cndate_find(field->value, 0, &first) && first.state == CNDATE_FULL && !cndate_find(field->value, first.end, &next);
    return one ? first.day : DAY_NONE;
}

/* What the decision lists, and the one other day of inspection that it tells at another place. */
static void look_decision(ListedDay *days)
{
    const Document *decision = days->listed.document;
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        Day day = strcmp(field->id, "inspection-dates") == 0 ? day_of(field) : DAY_NONE;
        if (day == DAY_NONE)
            continue;
        bool in_list = g_strcmp0(field->place, days->listed.field->place) == 0;
        days->doubtful |= in_list ? day != days->listed_day
                                  : day == days->listed_day || (days->told.field && day != days->told_day);
        if (in_list || days->told.field)
            continue;
        days->told = (Saying){days->listed.file, decision, field};
        days->told_day = day;
    }
}

/* Any paper with the day listed, as whatever it is, may be the record or tell of it. */
static void look_other(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ListedDay *days = data;
    bool agrees = false;
    for (guint i = 0; document != days->listed.document && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Day day = day_of(field);
        days->doubtful |= day == days->listed_day;
        agrees |= day == days->told_day && strcmp(field->id, "inspection-dates") == 0;
    }
    days->agreeing += agrees;
}

/* ---- the one record was read ---- */

typedef struct {
    Saying record, listed; /* LISTED: the first that has the day */
    Day day, listed_day;   /* of the record; of what lists it */
    const char *other;     /* the type of a paper of another kind that is of the day listed; NULL */
    int tellers;           /* papers that tell of an inspection on the day listed */
    GString *others; /* what else lists that day */
} ListedRecord;

/* Whether RECORD, of DAY, may be called after LISTED as well: any day in it, or one that goes on after midnight. */
static bool may_be_of(const Document *record, Day day, Day listed)
{
    static const char *const overnight[] = {"次日", "翌日", "凌晨", NULL};
    for (guint i = 0; i < record->fields->len; i++) {
        const Field *field = record->fields->pdata[i];
        CnDate written;
        for (gsize from = 0; field->value && cndate_find(field->value, from, &written); from = written.end)
            if (written.state == CNDATE_FULL && written.day == listed)
                return true;
        if (day_of(field) == listed || (abs(day - listed) == 1 && text_has_any(field->quote, overnight)))
            return true;
    }
    return false;
}

/* A paper that tells of an inspection on the day listed, at another place than in the list, or one of that day. */
static void look_that_day(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ListedRecord *search = data;
    static const char *const made[] = {"interview-record", "monitoring-report", NULL};
    bool tells = false;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (day_of(field) != search->listed_day)
            continue;
        const bool listed_here = document == search->listed.document && g_strcmp0(field->place, search->listed.field->place) == 0;
        tells |= strcmp(field->id, "inspection-dates") == 0 && !listed_here;
        if (strcmp(field->id, "document-date") == 0 && g_strv_contains(made, document->type))
            search->other = document->type;
    }
    search->tellers += tells;
}

static void look_listing(const SubFile *file, const Document *document, gpointer data)
{
    ListedRecord *search = data;
    const Field *listed = document_value(document, "inspection-listed");
    const Day day = listed ? listed_day_in(listed) : DAY_NONE;
    if (day == DAY_NONE || may_be_of(search->record.document, search->day, day))
        return;
    if (!search->listed.field) {
        search->listed = (Saying){file, document, listed};
        search->listed_day = day;
    } else if (day == search->listed_day) {
        saying_add_place(search->others, file, listed->place);
    }
}

static bool is_told(const Check *check, const CaseGroup *group, Day day)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "EXT-002", group, &at));) {
        const char *value = g_strcmp0(told->variant, "inspected") == 0 ? finding_value(told, "value") : NULL;
        if (value && day_parse_iso(value) == day)
            return true;
    }
    return false;
}

/* Where the file holds one record of an inspection, that was read, and nothing that may be another. */
static void check_record(Check *check, const CaseGroup *group)
{
    ListedRecord search = {0};
    search.record.document = casegroup_document(group, "inspection-record", &search.record.file);
    search.record.field = search.record.document ? document_value(search.record.document, "inspection-dates") : NULL;
    search.day = search.record.field ? day_of(search.record.field) : DAY_NONE;
    if (search.day == DAY_NONE || group->kind == KIND_DAILY || casegroup_count(group, "inspection-record") != 1 ||
        casegroup_may_hold_unread(group, "inspection-record", NULL) || group_has_untold(group))
        return;
    g_autoptr(GString) others = g_string_new(NULL);
    search.others = others;
    casegroup_each_of(group, "penalty-decision penalty-notice rectification-order investigation-report", look_listing, &search);
    if (!search.listed.field || is_told(check, group, search.listed_day))
        return;
    casegroup_each_document(group, look_that_day, &search);
    Finding *finding = contradiction_add_as(check, group, "listed-record", "inspection-dates", &search.listed, &search.record);
    if (search.tellers > 0)
        param_int(finding, "tellers", search.tellers);
    else if (search.other)
        finding_param(finding, "other-kind", search.other);
    if (others->len > 0)
        finding_param(finding, "others", others->str);
}

/* Where more than one record of an inspection is in the file, each may be of its own day. */
static void check_unread_record(Check *check, const CaseGroup *group)
{
    ListedDay days = {0};
    days.listed.document = casegroup_document(group, "penalty-decision", &days.listed.file);
    days.listed.field = days.listed.document ? document_value(days.listed.document, "inspection-listed") : NULL;
    days.listed_day = days.listed.field ? listed_day_in(days.listed.field) : DAY_NONE;
    if (days.listed_day == DAY_NONE || casegroup_count(group, "inspection-record") != 1 ||
        casegroup_document(group, "inspection-record", NULL))
        return;
    look_decision(&days);
    if (!days.told.field || days.doubtful)
        return;
    casegroup_each_document(group, look_other, &days);
    if (days.doubtful || days.agreeing < AGREEING_MIN)
        return;
    contradiction_add_as(check, group, "listed-day", "inspection-dates", &days.listed, &days.told);
}

void listedday_check(Check *check, const CaseGroup *group)
{
    check_unread_record(check, group);
    check_record(check, group);
}
