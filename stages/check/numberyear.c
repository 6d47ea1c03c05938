/* EXT-003, year: the year in a paper's own number against the day it bears (GB/T 9704-2012, 7.2.5: the full year of
 * issue). */
#include <string.h>

#include "checks.h"
#include "docnumber.h"
#include "lawdates.h"
#include "text.h"

typedef struct { const char *type, *date; } Numbered;

static const Numbered numbered[] = {
    {"filing-form", "filing-date"},             {"hearing-notice", "document-date"},
    {"penalty-decision", "decision-date"},      {"daily-decision", "decision-date"},
    {"seizure-decision", "decision-date"},      {"restriction-decision", "decision-date"},
    {"penalty-notice", "notice-date"},          {"rectification-order", "decision-date"},
    {"transfer-approval", "approval-date"},     {"detention-transfer", "transfer-date"},
    {"crime-transfer", "transfer-date"},        {"monitoring-report", "document-date"},
    {"enforcement-application", "application-date"}, {"demand", "demand-date"},
    {"audit-opinion", "decision-date"}};

static int year_of(Day day)
{
    int year, month, date;
    day_to_ymd(day, &year, &month, &date);
    return year;
}

/* About New Year a number may have been taken in the one year and the paper signed in the other. */
static bool is_near(int year, Day day)
{
    enum { DAYS = 31 };
    return year_of(day - DAYS) == year || year_of(day + DAYS) == year;
}

/* A paper that was served in the year before bore its number then: a new year's number cannot have been taken later. */
static bool is_served_before(const CaseWalk *papers, const Document *document, int year)
{
    const Served served = casegroup_served(papers->check->in->rules, papers->group, document->type, document, DAY_NONE);
    return served.day != DAY_NONE && year_of(served.day) < year;
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
    if (year == 0 || year == year_of(dated.day) ||
        (is_near(year, dated.day) && !is_served_before(papers, document, year)))
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
