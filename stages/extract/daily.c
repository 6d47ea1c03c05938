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

/* What a sentence tells of the order's service stands only where it is another day than that of the decision's own line for it. */
static void drop_service_again(Gather *gather)
{
    const Field *served = only_value(gather, "order-service-date");
    for (guint i = gather->found->len; served && i-- > 0;) {
        const Field *field = ((const Candidate *)g_ptr_array_index(gather->found, i))->field;
        if (strcmp(field->id, "order-served-on") == 0 && strcmp(field->value, served->value) == 0)
            g_ptr_array_remove_index(gather->found, i);
    }
}

/* The text from date A to date B of one paragraph. */
static void add_day(Gather *gather, const char *field, const DateAt *day, const DateAt *a, const DateAt *b)
{
    const char *text = gather->reading->docx->paragraphs[day->paragraph].text;
    g_autofree char *quote = g_strndup(text + a->date.start, b->date.end - a->date.start);
    if (!gather_has(gather, field, NULL))
        gather_add_value(gather, field, 8, "days-counted", day->paragraph, quote, day_format(day->date.day),
                         NULL, VALUE_VALID);
}

static void tell_span(Gather *gather)
{
    enum { APART_BYTES_MAX = 240 };
    const Field *days = only_value(gather, "days");
    int64_t count;
    if (!days || !text_integer(days->value, &count) || count < 1 || count > G_MAXINT32 ||
        (gather_has(gather, "first-day", NULL) && gather_has(gather, "last-day", NULL)))
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

/* ---- several rounds ---- */

enum { ROUNDS_MAX = 12 };

/* What is counted in one round after the other (令第28号, art. 17): the spans, in order, and the sum of their days. */
typedef struct {
    char *first[ROUNDS_MAX], *last[ROUNDS_MAX]; /* dates as 2016-10-08, owned by the candidates */
    int n, n_last;
    int64_t days[ROUNDS_MAX], sum;
} Rounds;

static void insert_date(char **dates, int *n, char *date)
{
    int at = 0;
    while (at < *n && strcmp(dates[at], date) < 0)
        at++;
    if (*n >= ROUNDS_MAX || (at < *n && strcmp(dates[at], date) == 0))
        return;
    memmove(dates + at + 1, dates + at, (size_t)(*n - at) * sizeof *dates);
    dates[at] = date;
    ++*n;
}

static bool is_counted(const Candidate *one, const char *field)
{
    return strcmp(one->field->id, field) == 0 && one->field->status == VALUE_VALID;
}

/* Whether every number of days that the document gives is that of one round or the sum, and the sum is among them. */
static bool days_fit(const Gather *gather, const Rounds *rounds)
{
    bool total = false;
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        int64_t days;
        if (!is_counted(one, "days"))
            continue;
        bool fits = text_integer(one->field->value, &days) && days == rounds->sum;
        total |= fits;
        for (int k = 0; k < rounds->n && !fits; k++)
            fits = days == rounds->days[k];
        if (!fits)
            return false;
    }
    return total;
}

static bool rounds_found(const Gather *gather, Rounds *rounds)
{
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        if (is_counted(one, "first-day"))
            insert_date(rounds->first, &rounds->n, one->field->value);
        if (is_counted(one, "last-day"))
            insert_date(rounds->last, &rounds->n_last, one->field->value);
    }
    if (rounds->n < 2 || rounds->n != rounds->n_last)
        return false;
    for (int k = 0; k < rounds->n; k++) {
        rounds->days[k] = day_parse_iso(rounds->last[k]) - day_parse_iso(rounds->first[k]) + 1;
        rounds->sum += rounds->days[k];
        if (rounds->days[k] < 1 || (k > 0 && strcmp(rounds->first[k], rounds->last[k - 1]) <= 0))
            return false;
    }
    return days_fit(gather, rounds);
}

/* Rounds that add up are one count: from the first day of the first to the last of the last.  With a gap between them no last day
 * stays, which would not fit the days. */
static void join_rounds(Gather *gather)
{
    Rounds rounds = {0};
    if (!rounds_found(gather, &rounds))
        return;
    const char *last = rounds.last[rounds.n - 1];
    g_autofree char *first_kept = g_strdup(rounds.first[0]), *sum = g_strdup_printf("%" G_GINT64_FORMAT, rounds.sum),
                    *last_kept = g_strdup(day_parse_iso(last) - day_parse_iso(first_kept) + 1 == rounds.sum ? last : "");
    const char *const kept[][2] = {{"first-day", first_kept}, {"last-day", last_kept}, {"days", sum}};
    for (guint i = gather->found->len; i-- > 0;) {
        const Field *field = ((const Candidate *)g_ptr_array_index(gather->found, i))->field;
        bool drop = false;
        for (size_t k = 0; k < G_N_ELEMENTS(kept); k++)
            drop = drop || (strcmp(field->id, kept[k][0]) == 0 && g_strcmp0(field->value, kept[k][1]) != 0);
        if (drop)
            g_ptr_array_remove_index(gather->found, i);
    }
}

void gather_daily(Gather *gather)
{
    bool notice = strcmp(gather->document->type, "penalty-notice") == 0;
    if (!notice && strcmp(gather->document->type, "daily-decision") != 0)
        return;
    join_rounds(gather);
    if (notice)
        return;
    drop_service_again(gather);
    if (!gather_has(gather, "recheck-date", NULL))
        tell_rechecks(gather);
    tell_span(gather);
}
