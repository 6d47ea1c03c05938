/* EXT-002, record-days: a record whose head and whose signature are of days that cannot be those of one questioning or inspection. */
#include <stdlib.h>
#include <string.h>

#include "checks.h"
#include "cndate.h"
#include "text.h"

enum { DAYS_APART = 2 }; /* one that began in the evening is signed on the day after */

/* What papers tell of the day of such records in FIELD; BOTH: they tell the one day and the other. */
typedef struct { const char *field, *head, *signature, *right; GString *places; bool both; } TellingDays;

static void look_telling(const SubFile *file, const Document *document, gpointer data)
{
    TellingDays *telling = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        const bool is_one = strcmp(field->id, telling->field) == 0 &&
                            (text_same(field->value, telling->head) || text_same(field->value, telling->signature));
        if (!is_one)
            continue;
        telling->both |= telling->right && !text_same(telling->right, field->value);
        telling->right = field->value;
        saying_add_place(telling->places, file, field->place);
    }
}

/* "right", "others": the one of the two days that other papers tell. */
static void param_told_elsewhere(const CaseGroup *group, Finding *finding, const char *type)
{
    g_autoptr(GString) places = g_string_new(NULL);
    const bool interview = strcmp(type, "interview-record") == 0;
    TellingDays telling = {interview ? "interviewed-on" : "inspection-dates", finding_value(finding, "value"),
                           finding_value(finding, "other-value"), NULL, places, false};
    casegroup_each_of(group, "filing-form investigation-report penalty-notice rectification-order penalty-decision", look_telling, &telling);
    if (!telling.right || telling.both)
        return;
    finding_param(finding, "right", telling.right);
    finding_param(finding, "others", places->str);
}

/* The only day in the head of RECORD; DAY_NONE where none is written in full, or the record goes over several. */
static Day head_day(const Field *time)
{
    CnDate written;
    Day only = DAY_NONE;
    for (gsize from = 0; time && cndate_find(time->value, from, &written); from = written.end) {
        if (written.state != CNDATE_FULL || (only != DAY_NONE && written.day != only))
            return DAY_NONE;
        only = written.day;
    }
    return only;
}

static void look_record(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *records = data;
    const Field *time = document_value(document, "record-time"), *signature = document_value(document, "document-date");
    const Day head = head_day(time),
              signed_on = signature && signature->status == VALUE_VALID ? day_parse_iso(signature->value) : DAY_NONE;
    if (head == DAY_NONE || signed_on == DAY_NONE || abs(head - signed_on) < DAYS_APART)
        return;
    Finding *finding = check_add(records->check, "EXT-002", "record-days", records->group, file, time->place);
    finding_param(finding, "doctype", document->type);
    param_day(finding, "value", head);
    param_day(finding, "other-value", signed_on);
    finding_param(finding, "other-place", signature->place);
    param_told_elsewhere(records->group, finding, document->type);
}

void recorddays_check(Check *check, CaseGroup *group)
{
    casegroup_each_of(group, "interview-record inspection-record", look_record, &(CaseWalk){check, group});
}
