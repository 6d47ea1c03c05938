/* EXT-003, year: the year in a paper's own number against the day it bears (GB/T 9704-2012, 7.2.5: the full year of
 * issue). */
#include <string.h>

#include "checks.h"
#include "docnumber.h"
#include "lawdates.h"
#include "text.h"

typedef struct { const char *type, *date; } Numbered;

static const Numbered numbered[] = {
    {"penalty-decision", "decision-date"},      {"daily-decision", "decision-date"},
    {"penalty-notice", "notice-date"},          {"rectification-order", "decision-date"},
    {"detention-transfer", "transfer-date"},    {"crime-transfer", "transfer-date"},
    {"enforcement-application", "application-date"}, {"demand", "demand-date"}};

/* About New Year a number may have been taken in the one year and the paper signed in the other. */
static bool is_near(int year, Day day)
{
    enum { DAYS = 31 };
    int of_day, month, date;
    day_to_ymd(day - DAYS, &of_day, &month, &date);
    if (of_day == year)
        return true;
    day_to_ymd(day + DAYS, &of_day, &month, &date);
    return of_day == year;
}

static void look(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *papers = data;
    const Field *number = document_value(document, "doc-number");
    const char *date = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(numbered); i++)
        date = strcmp(document->type, numbered[i].type) == 0 ? numbered[i].date : date;
    Dated dated = date ? dated_of(file, document, date) : (Dated){.day = DAY_NONE};
    DocNumberParts parts;
    if (dated.day == DAY_NONE || !dated.field || !number || number->status != VALUE_VALID ||
        !docnumber_parse(number->value, &parts))
        return;
    int year = parts.year;
    docnumber_clear(&parts);
    if (year == 0 || is_near(year, dated.day))
        return;
    Finding *finding = check_add(papers->check, "EXT-003", "year", papers->group, file, number->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "number", number->value);
    finding_param(finding, "date", dated.field->value);
}

void numberyear_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look, &(CaseWalk){check, group});
}
