/* EXT-003, time: a record that ends before it begins. */
#include <string.h>

#include "cndate.h"
#include "lawdates.h"

enum { HOUR = 60, DAY_MINUTES = 24 * HOUR };

/* From when to when, in minutes. */
typedef struct { int64_t from, to; } Span;

static const char *skip_blanks(const char *p)
{
    while (*p == ' ' || *p == '\t' || g_str_has_prefix(p, "　"))
        p += g_str_has_prefix(p, "　") ? strlen("　") : 1;
    return p;
}

/* 9时5分, 9:05, 15时, of 24 hours: minutes, with *END behind them; -1 for none. */
static int read_clock(const char *text, const char **end)
{
    const char *p;
    int hour = cndate_number(skip_blanks(text), &p);
    if (hour < 0 || hour > 24)
        return -1;
    p = skip_blanks(p);
    static const char *const signs[] = {"时", "点", ":", "："};
    const char *behind = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
        if (g_str_has_prefix(p, signs[i]))
            behind = p + strlen(signs[i]);
    if (!behind)
        return -1;
    const char *after;
    int minute = cndate_number(skip_blanks(behind), &after);
    *end = minute < 0 ? behind : after;
    const char *unit = skip_blanks(*end);
    *end = g_str_has_prefix(unit, "分") ? unit + strlen("分") : *end;
    return minute >= HOUR ? -1 : hour * HOUR + MAX(minute, 0);
}

/* A date, a time, 至, another date or none, and a time; false when it is written otherwise (下午, 次日 …). */
static bool read_span(const char *text, Span *span)
{
    static const char *const signs[] = {"至", "到", "—", "-", "~", "－", "～"};
    CnDate first, second;
    const char *p;
    if (!cndate_find(text, 0, &first) || first.state != CNDATE_FULL)
        return false;
    int from = read_clock(text + first.end, &p);
    if (from < 0)
        return false;
    const char *sign = skip_blanks(p), *rest = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
        if (g_str_has_prefix(sign, signs[i]))
            rest = skip_blanks(sign + strlen(signs[i]));
    if (!rest)
        return false;
    bool dated = cndate_find(rest, 0, &second) && second.start == 0 && second.state == CNDATE_FULL;
    int to = read_clock(dated ? rest + second.end : rest, &p);
    span->from = (int64_t)first.day * DAY_MINUTES + from;
    span->to = (int64_t)(dated ? second.day : first.day) * DAY_MINUTES + to;
    return to >= 0;
}

typedef struct { Check *check; const CaseGroup *group; } Records;

static void look_record(const SubFile *file, const Document *document, gpointer data)
{
    const Records *records = data;
    const Field *field = document_value(document, "record-time");
    Span span;
    if (!field || !read_span(field->value, &span) || span.to >= span.from)
        return;
    Finding *finding = check_add(records->check, "EXT-003", "time", records->group, file, field->place);
    finding_param(finding, "doctype", document->type);
    param_quote(finding, "value", field->value);
}

void times_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_record, &(Records){check, group});
}
