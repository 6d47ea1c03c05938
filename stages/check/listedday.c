/* EXT-002, listed-day: the day of the record of the inspection, as a decision lists it among its evidence, is another than the
 * one day of inspection that the same decision and other papers of the case tell. */
#include <string.h>

#include "checks.h"
#include "cndate.h"

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

/* The day written in FIELD, which lists a record; DAY_NONE where none is, or several are. */
static Day day_in(const Field *field)
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

/* Where more than one record of an inspection is in the file, each may be of its own day; that of one which is read is
 * compared elsewhere. */
void listedday_check(Check *check, const CaseGroup *group)
{
    ListedDay days = {0};
    days.listed.document = casegroup_document(group, "penalty-decision", &days.listed.file);
    days.listed.field = days.listed.document ? document_value(days.listed.document, "inspection-listed") : NULL;
    days.listed_day = days.listed.field ? day_in(days.listed.field) : DAY_NONE;
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
