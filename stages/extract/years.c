/* The year that a sentence leaves out: 9月12日 between two dates of 2016 is a day of 2016 (SPEC 6, dates). */
#include <string.h>

#include "dates.h"
#include "docnumber.h"

static GArray *dates_of(const Gather *gather)
{
    GArray *dates = g_array_new(FALSE, FALSE, sizeof(DateAt));
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        DateAt at = {.paragraph = i};
        const char *text = gather->reading->docx->paragraphs[i].text;
        for (size_t from = 0; cndate_find(text, from, &at.date); from = at.date.end) {
            at.yearless = at.date.state == CNDATE_NO_YEAR;
            g_array_append_val(dates, at);
        }
    }
    return dates;
}

static void set_year(DateAt *at, int year)
{
    Day day = year ? day_from_ymd(year, at->date.month, at->date.day_of_month) : DAY_NONE;
    if (day == DAY_NONE)
        return;
    at->date.state = CNDATE_FULL;
    at->date.year = year;
    at->date.day = day;
}

/* 今年9月12日 and 去年9月12日 in a document of YEAR; 0 for a date that says neither. */
static int year_told(const Gather *gather, const DateAt *at, int year)
{
    const char *text = gather->reading->docx->paragraphs[at->paragraph].text;
    static const struct {
        const char *word;
        int later;
    } words[] = {{"今年", 0}, {"本年", 0}, {"去年", -1}, {"上年", -1}};
    for (size_t i = 0; year && i < G_N_ELEMENTS(words); i++) {
        size_t n = strlen(words[i].word);
        if (at->date.start >= n && memcmp(text + at->date.start - n, words[i].word, n) == 0)
            return year + words[i].later;
    }
    return 0;
}

/* The year that a date takes over from the one before it in its paragraph: behind 同年, or in one sentence
 * when it is later; 0 where that is not said. */
static int year_of_sentence(const Gather *gather, const DateAt *before, const DateAt *at)
{
    if (before->paragraph != at->paragraph || before->date.state != CNDATE_FULL)
        return 0;
    const char *text = gather->reading->docx->paragraphs[at->paragraph].text;
    g_autofree char *between = g_strndup(text + before->date.end, at->date.start - before->date.end);
    bool same = g_str_has_suffix(between, "同年") || g_str_has_suffix(between, "当年");
    bool later = at->date.month > before->date.month ||
                 (at->date.month == before->date.month && at->date.day_of_month >= before->date.day_of_month);
    return same || (later && !strstr(between, "。")) ? before->date.year : 0;
}

static int year_of_number(const Gather *gather)
{
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *candidate = g_ptr_array_index(gather->found, i);
        DocNumberParts number;
        if (strcmp(candidate->field->id, "doc-number") != 0 ||
            !docnumber_parse(candidate->field->value, &number))
            continue;
        int year = number.year;
        docnumber_clear(&number);
        return year;
    }
    return 0;
}

static void note_dates_after(GArray *dates)
{
    guint after = dates->len;
    for (guint i = dates->len; i-- > 0;) {
        DateAt *at = &g_array_index(dates, DateAt, i);
        at->after = after;
        after = at->date.state == CNDATE_FULL ? i : after;
    }
}

/* Whether the day of A in its year is no later than that of B in its own. */
static bool is_no_later(const DateAt *a, const DateAt *b)
{
    return a->date.month < b->date.month ||
           (a->date.month == b->date.month && a->date.day_of_month <= b->date.day_of_month);
}

/* The year of a date without one that stands between BEFORE (0: none) and AFTER: the one on which they agree;
 * the only one that there is, where the date is no later in that year than LAST, with which the document
 * ends. */
static int year_between(int before, const DateAt *at, const DateAt *after, const DateAt *last)
{
    if (!after)
        return before;
    bool only = before == 0 && after->date.year == last->date.year && is_no_later(at, last);
    return before == after->date.year || only ? after->date.year : 0;
}

/* Gives each date the year on which its sentence or else the nearest dates with a year before and after
 * agree; where there is none before, the document's own number stands for it. */
static void complete_years(const Gather *gather, GArray *dates)
{
    const DateAt *last = NULL; /* that of the signature, as a rule */
    for (guint i = 0; i < dates->len; i++)
        last = g_array_index(dates, DateAt, i).date.state == CNDATE_FULL ? &g_array_index(dates, DateAt, i)
                                                                         : last;
    int before = year_of_number(gather), year = before ? before : last ? last->date.year : 0;
    for (guint i = 0; i < dates->len; i++) {
        DateAt *at = &g_array_index(dates, DateAt, i);
        if (at->yearless)
            set_year(at, year_told(gather, at, year));
        if (at->date.state == CNDATE_NO_YEAR && i > 0)
            set_year(at, year_of_sentence(gather, at - 1, at));
    }
    note_dates_after(dates);
    for (guint i = 0; i < dates->len; i++) {
        DateAt *at = &g_array_index(dates, DateAt, i);
        const DateAt *after = at->after < dates->len ? &g_array_index(dates, DateAt, at->after) : NULL;
        if (at->date.state == CNDATE_NO_YEAR)
            set_year(at, year_between(before, at, after, last));
        bool old = at->date.year + 1 < year; /* a birth, a registration: nothing that the document tells of */
        before = at->date.state == CNDATE_FULL && !old ? at->date.year : before;
    }
}

GArray *dates_resolved(const Gather *gather)
{
    GArray *dates = dates_of(gather);
    complete_years(gather, dates);
    return dates;
}

static void settle_day(Candidate *candidate, Day day)
{
    if (day == DAY_NONE)
        return;
    g_free(candidate->field->value);
    candidate->field->value = day_format(day + (candidate->rule->next_day ? 1 : 0));
    candidate->field->status = VALUE_VALID;
}

/* 同月24日 is a day of the month of the date before it, 本月4日 where there is none of the one after. */
static void resolve_same_month(const GArray *dates, Candidate *candidate)
{
    const char *value = candidate->field->value, *end;
    const char *number = strstr(value, "月");
    const DateAt *before = NULL;
    for (guint i = 0; i < dates->len; i++) {
        const DateAt *at = &g_array_index(dates, DateAt, i);
        bool earlier = at->paragraph < candidate->order ||
                       (at->paragraph == candidate->order && at->date.start < candidate->offset);
        before = earlier && at->date.state == CNDATE_FULL ? at : before;
    }
    for (guint i = 0; i < dates->len && !before && g_str_has_prefix(value, "本月"); i++)
        before = g_array_index(dates, DateAt, i).date.state == CNDATE_FULL ? &g_array_index(dates, DateAt, i)
                                                                           : NULL;
    int day_of_month = number ? cndate_number(number + strlen("月"), &end) : -1;
    if (before && day_of_month > 0)
        settle_day(candidate, day_from_ymd(before->date.year, before->date.month, day_of_month));
}

/* The day that the value of CANDIDATE, written without its year, is found to be. */
static void resolve(const GArray *dates, Candidate *candidate, const CnDate *wanted)
{
    for (guint i = 0; i < dates->len; i++) {
        const DateAt *at = &g_array_index(dates, DateAt, i);
        if (at->paragraph == candidate->order && at->yearless && at->date.month == wanted->month &&
            at->date.day_of_month == wanted->day_of_month) {
            settle_day(candidate, at->date.state == CNDATE_FULL ? at->date.day : DAY_NONE);
            return;
        }
    }
}

/* With the date of the signature a paper stands or falls: its year is written there, and is never taken from the text. */
static bool may_take_year(const Candidate *candidate)
{
    return candidate->rule->type == VALUE_DATE && candidate->field->status == VALUE_PARTIAL &&
           strcmp(candidate->field->rule, "signature-line") != 0;
}

void gather_years(Gather *gather)
{
    g_autoptr(GArray) dates = NULL;
    enum { RESOLVED_MAX = 100 };
    for (guint i = 0, resolved = 0; i < gather->found->len && resolved < RESOLVED_MAX; i++) {
        Candidate *candidate = g_ptr_array_index(gather->found, i);
        CnDate date;
        if (!may_take_year(candidate))
            continue;
        if (!dates)
            dates = dates_resolved(gather);
        if (cndate_parse(candidate->field->value, &date) && date.state == CNDATE_NO_YEAR)
            resolve(dates, candidate, &date);
        else if (date_is_same_month(candidate->field->value))
            resolve_same_month(dates, candidate);
        resolved++;
    }
}
