/* LAW-003: a decision before the three days after the notice had passed, or before it was served; and where the party
 * apparently gave up in writing what the days are for, after which the law of 1996 knows no wait. */
#include <string.h>

#include "cndate.h"
#include "lawdates.h"

/* From the service of the notice to the decision; PAPER: a waiver of its own is there; RECORD: the first record of
 * one. */
typedef struct { Day from, until; bool paper; Saying record; } Waived;

static void look_paper(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Waived *search = data;
    const Day day = document_day(document, "document-date");
    search->paper |= day == DAY_NONE || (day >= search->from && day <= search->until);
}

/* The day of service of a receipt; of a record when it was begun, or else signed. */
static Day record_day(const Document *document)
{
    static const char *const times[] = {"record-begin", "record-time"};
    Day day = document_day(document, "service-date");
    CnDate begun;
    for (size_t i = 0; i < G_N_ELEMENTS(times) && day == DAY_NONE; i++) {
        const Field *time = document_value(document, times[i]);
        if (time && cndate_find(time->value, 0, &begun) && begun.state == CNDATE_FULL)
            day = begun.day;
    }
    return day != DAY_NONE ? day : document_last_day(document);
}

static void look_record(const SubFile *file, const Document *document, gpointer data)
{
    Waived *search = data;
    const Field *told = search->record.field ? NULL : document_value(document, "waived");
    const Day day = record_day(document);
    if (told && day >= search->from && day <= search->until)
        search->record = (Saying){file, document, told};
}

/* Whether GROUP holds a waiver, as a paper, a scan, or in the record of an interview or of a service that DECISION goes
 * by. */
static bool is_waived(const CaseGroup *group, const Document *decision, Waived *search)
{
    casegroup_each_of(group, "waiver", look_paper, search);
    for (guint i = 0; i < group->files->len && !search->paper; i++) {
        const SubFile *file = group->files->pdata[i];
        search->paper = file->facts->documents->len == 0 && subfile_stands_for(file, "waiver");
    }
    if (!search->paper && decision && document_value(decision, "waived"))
        casegroup_each_of(group, "interview-record service-receipt", look_record, search);
    return search->paper || search->record.field;
}

Finding *law_add_hasty(Check *check, const CaseGroup *group, bool original, Day from, const Dated *decided)
{
    static const char *const variants[][3] = {{"after", "early", "waived"},
                                              {"original-after", "original-early", "original-waived"}};
    Waived search = {.from = from, .until = decided->day};
    bool early = decided->day >= from, waived = early && is_waived(group, decided->document, &search);
    Finding *finding =
        law_add(check, group, law_limit(check, "notice"), variants[original][early + waived], from, decided);
    param_noted_type(finding, group, "waiver");
    if (!search.record.field)
        return finding;
    finding_param(finding, "doctype", search.record.document->type);
    finding_param(finding, "other-file", search.record.file->facts->path);
    finding_param(finding, "other-place", search.record.field->place);
    param_quote(finding, "waiver", field_quote(search.record.field));
    return finding;
}
