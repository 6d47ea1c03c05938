/* What the dates of a daily decision are, told by reckoning (令第28号, art. 10 and 17): an inspection after
 * the order was served is the recheck, and two dates that are as many days apart as were counted are the
 * first and the last of them. */
#include <string.h>

#include "dates.h"
#include "text.h"

/* The one valid value of FIELD among the candidates of the best rank, NULL for none or several. */
static const Field *only_value(const Gather *gather, const char *field)
{
    const Candidate *best = NULL;
    bool several = false;
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        if (strcmp(one->field->id, field) != 0 || one->field->status != VALUE_VALID ||
            (best && one->rank > best->rank))
            continue;
        several = best && one->rank == best->rank &&
                  (several || strcmp(one->field->value, best->field->value) != 0);
        best = one;
    }
    return best && !several ? best->field : NULL;
}

static bool is_found(const Gather *gather, const char *field)
{
    bool found = false;
    for (guint i = 0; i < gather->found->len; i++)
        found = found || strcmp(((Candidate *)g_ptr_array_index(gather->found, i))->field->id, field) == 0;
    return found;
}

/* Dates as 2016-10-08 compare as texts. */
static void tell_rechecks(Gather *gather)
{
    const Field *served = only_value(gather, "order-service-date");
    const FieldRule *recheck = g_hash_table_lookup(gather->reading->rules->fields, "recheck-date");
    for (guint i = 0; served && recheck && i < gather->found->len; i++) {
        Candidate *one = g_ptr_array_index(gather->found, i);
        if (strcmp(one->field->id, "inspection-dates") != 0 || one->field->status != VALUE_VALID ||
            strcmp(one->field->value, served->value) <= 0)
            continue;
        g_free(one->field->id);
        one->field->id = g_strdup(recheck->id);
        one->rule = recheck;
    }
}

/* The text from date A to date B of one paragraph. */
static void add_day(Gather *gather, const char *field, const DateAt *day, const DateAt *a, const DateAt *b)
{
    const char *text = gather->reading->docx->paragraphs[day->paragraph].text;
    g_autofree char *quote = g_strndup(text + a->date.start, b->date.end - a->date.start);
    if (!is_found(gather, field))
        gather_add_value(gather, field, 8, "days-counted", day->paragraph, quote, day_format(day->date.day),
                         NULL, VALUE_VALID);
}

static void tell_span(Gather *gather)
{
    enum { APART_BYTES_MAX = 240 };
    const Field *days = only_value(gather, "days");
    int64_t count;
    if (!days || !text_integer(days->value, &count) || count < 1 || count > G_MAXINT32 ||
        (is_found(gather, "first-day") && is_found(gather, "last-day")))
        return;
    g_autoptr(GArray) dates = dates_resolved(gather);
    for (guint i = 1; i < dates->len; i++) {
        const DateAt *last = &g_array_index(dates, DateAt, i), *first = last - 1;
        if (first->paragraph != last->paragraph || first->date.state != CNDATE_FULL ||
            last->date.state != CNDATE_FULL || last->date.day - first->date.day + 1 != count ||
            last->date.start - first->date.end > APART_BYTES_MAX)
            continue;
        add_day(gather, "first-day", first, first, last);
        add_day(gather, "last-day", last, first, last);
        return;
    }
}

void gather_daily(Gather *gather)
{
    if (strcmp(gather->document->type, "daily-decision") != 0)
        return;
    if (!is_found(gather, "recheck-date"))
        tell_rechecks(gather);
    tell_span(gather);
}
