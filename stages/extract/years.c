/* The year that a sentence leaves out: 9月12日 between two dates of 2016 is a day of 2016 (SPEC 6, dates). */
#include <string.h>

#include "cndate.h"
#include "docnumber.h"
#include "reading.h"

enum { RESOLVED_MAX = 100 };

/* One date of the document, in the order of the text. */
typedef struct {
    uint32_t paragraph;
    CnDate date;
} DateAt;

static GArray *dates_of(const Gather *gather)
{
    GArray *dates = g_array_new(FALSE, FALSE, sizeof(DateAt));
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        DateAt at = {.paragraph = i};
        const char *text = gather->reading->docx->paragraphs[i].text;
        for (size_t from = 0; cndate_find(text, from, &at.date); from = at.date.end)
            g_array_append_val(dates, at);
    }
    return dates;
}

/* The year of the nearest full date from FROM in steps of STEP, 0 for none. */
static int nearest_year(const GArray *dates, guint from, int step)
{
    for (gint64 i = (gint64)from + step; i >= 0 && i < dates->len; i += step)
        if (g_array_index(dates, DateAt, i).date.state == CNDATE_FULL)
            return g_array_index(dates, DateAt, i).date.year;
    return 0;
}

/* 同月24日 is a day of the month of the date before it. */
static void resolve_same_month(const GArray *dates, Candidate *candidate)
{
    const char *value = candidate->field->value, *end;
    const char *number = strstr(value, "月");
    const DateAt *before = NULL;
    for (guint i = 0; i < dates->len; i++) {
        const DateAt *at = &g_array_index(dates, DateAt, i);
        bool earlier = at->paragraph < candidate->order || (at->paragraph == candidate->order && at->date.start < candidate->offset);
        before = earlier && at->date.state == CNDATE_FULL ? at : before;
    }
    int day_of_month = number ? cndate_number(number + strlen("月"), &end) : -1;
    Day day = before && day_of_month > 0 ? day_from_ymd(before->date.year, before->date.month, day_of_month) : DAY_NONE;
    if (day == DAY_NONE)
        return;
    g_free(candidate->field->value);
    candidate->field->value = day_format(day);
    candidate->field->status = VALUE_VALID;
}

static int year_of_number(const Gather *gather)
{
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *candidate = g_ptr_array_index(gather->found, i);
        DocNumberParts number;
        if (strcmp(candidate->field->id, "doc-number") != 0 || !docnumber_parse(candidate->field->value, &number))
            continue;
        int year = number.year;
        docnumber_clear(&number);
        return year;
    }
    return 0;
}

/* The year on which the nearest full dates before and after agree; where there is none before, the document's own number
 * stands for it, and where there is none after, the one before suffices. */
static int year_around(const Gather *gather, const GArray *dates, guint index)
{
    int before = nearest_year(dates, index, -1), after = nearest_year(dates, index, 1);
    if (before == 0)
        before = year_of_number(gather);
    return after == 0 || before == after ? before : 0;
}

/* Where the value of CANDIDATE stands among the dates, -1 when it cannot be told. */
static int64_t index_of(const GArray *dates, const Candidate *candidate, const CnDate *wanted)
{
    for (guint i = 0; i < dates->len; i++) {
        const DateAt *at = &g_array_index(dates, DateAt, i);
        if (at->paragraph == candidate->order && at->date.state == CNDATE_NO_YEAR && at->date.month == wanted->month &&
            at->date.day_of_month == wanted->day_of_month)
            return i;
    }
    return -1;
}

static void resolve(const Gather *gather, const GArray *dates, Candidate *candidate, const CnDate *date)
{
    int64_t index = index_of(dates, candidate, date);
    int year = index < 0 ? 0 : year_around(gather, dates, (guint)index);
    Day day = year ? day_from_ymd(year, date->month, date->day_of_month) : DAY_NONE;
    if (day == DAY_NONE)
        return;
    g_free(candidate->field->value);
    candidate->field->value = day_format(day);
    candidate->field->status = VALUE_VALID;
}

void gather_years(Gather *gather)
{
    g_autoptr(GArray) dates = NULL;
    for (guint i = 0, resolved = 0; i < gather->found->len && resolved < RESOLVED_MAX; i++) {
        Candidate *candidate = g_ptr_array_index(gather->found, i);
        CnDate date;
        if (candidate->rule->type != VALUE_DATE || candidate->field->status != VALUE_PARTIAL)
            continue;
        if (!dates)
            dates = dates_of(gather);
        if (cndate_parse(candidate->field->value, &date) && date.state == CNDATE_NO_YEAR)
            resolve(gather, dates, candidate, &date);
        else if (date_is_same_month(candidate->field->value))
            resolve_same_month(dates, candidate);
        resolved++;
    }
}
