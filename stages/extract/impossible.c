/* Days that the calendar does not have (2016年9月31日), wherever a document writes them: beside the dates that are
 * fields of their own, times of records, terms and what is told in passing. */
#include <string.h>

#include "cndate.h"
#include "reading.h"

enum { LEAP_YEAR = 2016, YEAR_LEAST = 1950, YEAR_MOST = 2099 };
enum { MONTHS = 12, SHORTEST_MONTH = 28, LONGEST_MONTH = 31 };

/* In a year far off it is another number than a year, and with signs between (2016.13.5) another than a date, unless
 * only the day is a few too many.  Without a year it may be of a leap year. */
static bool is_impossible(const CnDate *date, const char *text)
{
    bool words = !memchr(text + date->start, '.', date->end - date->start) &&
                 !memchr(text + date->start, '-', date->end - date->start) &&
                 !memchr(text + date->start, '/', date->end - date->start);
    bool slip = date->month >= 1 && date->month <= MONTHS && date->day_of_month > SHORTEST_MONTH &&
                date->day_of_month <= LONGEST_MONTH;
    if (date->state == CNDATE_NO_YEAR)
        return day_from_ymd(LEAP_YEAR, date->month, date->day_of_month) == DAY_NONE;
    return date->state == CNDATE_INVALID && date->has_day && date->year >= YEAR_LEAST &&
           date->year <= YEAR_MOST && (words || slip);
}

/* Whether the sentence around byte AT tells of a slip, or of a day of another calendar. */
static bool is_not_meant(const Gather *gather, const char *text, size_t at)
{
    const NamedPattern *none = extractrules_named(gather->reading->rules, "day-not-meant");
    size_t start, end;
    matchtext_sentence(text, at, &start, &end);
    return none && matcher_find(gather->reading->matcher, none->pattern, text + start, end - start, 0);
}

/* The first byte of the folded paragraph that stems from byte AT of the original, or from behind it. */
static size_t folded_offset(const MatchText *folded, size_t at)
{
    size_t i = 0;
    while (i < folded->length && folded->origin[i] < at)
        i++;
    return i;
}

/* Dates are looked for as written: folding joins a day and the time behind it, 2016-09-31 14:30. */
static void read_paragraph(Gather *gather, uint32_t paragraph)
{
    const char *text = gather->reading->docx->paragraphs[paragraph].text;
    const MatchText *folded = folded_at(gather->reading, paragraph);
    CnDate date;
    for (size_t from = 0; cndate_find(text, from, &date); from = date.end) {
        if (!is_impossible(&date, text) || is_not_meant(gather, text, date.start))
            continue;
        GatherPlace place = gather_clause(gather, paragraph, folded_offset(folded, date.start),
                                          folded_offset(folded, date.end));
        gather_add_value(gather, "written-date", 1, "impossible-day", paragraph, place.quote,
                         g_strndup(text + date.start, date.end - date.start), NULL, VALUE_INVALID);
        g_free(place.quote);
    }
}

void gather_impossible_days(Gather *gather)
{
    for (uint32_t i = gather->part->first; i < gather->part->end; i++)
        read_paragraph(gather, i);
}
