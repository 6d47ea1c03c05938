/* EXT-003, time and two-places: a record that ends before it begins, and an officer who was in two cases at
 * one time; EXT-005, no-end: a record that says when it began and not when it ended; no-time: an interview that
 * tells of no time at all. */
#include <string.h>

#include "cndate.h"
#include "lawdates.h"
#include "text.h"

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
    sign += g_str_has_prefix(sign, "起") ? strlen("起") : 0; /* 起至 */
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

/* 2016年9月12日9时20分, and nothing behind it. */
static bool is_beginning_only(const char *text)
{
    CnDate date;
    const char *end;
    return cndate_find(text, 0, &date) && date.state == CNDATE_FULL && read_clock(text + date.end, &end) >= 0 &&
           *skip_blanks(end) == '\0';
}

/* The form asks for both (时 分至 时 分). */
static void look_for_end(const CaseWalk *records, const SubFile *file, const Document *document)
{
    const Field *begin = document_value(document, "record-begin");
    if (!begin || !is_beginning_only(begin->value) || document_value(document, "record-time") ||
        document_value(document, "record-end") || law_has_unread(records->group, document->type))
        return;
    Finding *finding = check_add(records->check, "EXT-005", "no-end", records->group, file, begin->place);
    finding_param(finding, "doctype", document->type);
    param_quote(finding, "quote", begin->quote);
}

/* An interview whose head was read, and in which neither a line for the time nor another sentence tells of one. */
static void look_for_time(const CaseWalk *records, const SubFile *file, const Document *document)
{
    static const char *const told[] = {"record-time", "record-end", "hour-told", "inspection-dates"};
    const Field *blank = document_value(document, "record-time-blank");
    bool found = strcmp(document->type, "interview-record") != 0 || !document_value(document, "introduced") ||
                 document->investigators->len == 0 || (!blank && document_value(document, "record-begin"));
    for (gsize i = 0; !found && i < G_N_ELEMENTS(told); i++)
        found = document_value(document, told[i]);
    if (found || law_has_unread(records->group, document->type))
        return;
    Finding *finding = check_add(records->check, "EXT-005", "no-time", records->group, file,
                                 blank ? blank->place : document->first);
    finding_param(finding, "doctype", document->type);
}

static void look_record(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *records = data;
    const Field *field = document_value(document, "record-time");
    Span span;
    look_for_end(records, file, document);
    look_for_time(records, file, document);
    if (!field || !read_span(field->value, &span) || span.to >= span.from)
        return;
    Finding *finding = check_add(records->check, "EXT-003", "time", records->group, file, field->place);
    finding_param(finding, "doctype", document->type);
    param_quote(finding, "value", field->value);
}

void times_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_record, &(CaseWalk){check, group});
}

/* ---- one officer in two cases at one time ---- */

/* A record with its time; borrowed. */
typedef struct {
    const CaseGroup *group;
    const SubFile *file;
    const Document *document;
    const Field *field;
    Span span;
} Timed;

typedef struct { const CaseGroup *group; GArray *all; } Timing;

static void note_record(const SubFile *file, const Document *document, gpointer data)
{
    const Timing *timing = data;
    const Field *field = document_value(document, "record-time");
    Timed one = {.group = timing->group, .file = file, .document = document, .field = field};
    if (field && document->investigators->len > 0 && read_span(field->value, &one.span) &&
        one.span.to > one.span.from)
        g_array_append_val(timing->all, one);
}

static const Investigator *in_both(const Document *a, const Document *b)
{
    for (guint i = 0; i < a->investigators->len; i++)
        for (guint j = 0; j < b->investigators->len; j++) {
            const Investigator *one = a->investigators->pdata[i], *other = b->investigators->pdata[j];
            if (text_same(one->name, other->name))
                return one;
        }
    return NULL;
}

/* The party that the record itself names; NULL for none. */
static const Field *own_party(const Document *document)
{
    const Field *party = document_value(document, "party"),
                *field = party ? party : document_value(document, "subject-party");
    return field && field->status == VALUE_VALID ? field : NULL;
}

/* Both are of one party by what they say themselves: mostly one record that lies in two case files, one of which
 * is not its own. */
static bool say_one_party(const Timed *a, const Timed *b)
{
    const Field *first = own_party(a->document), *second = own_party(b->document);
    return first && second && text_same(field_key(first), field_key(second));
}

/* Of one party several records may be made side by side; the copy of a case with a candidate is the same
 * case. */
static bool is_another_case(const Timed *a, const Timed *b)
{
    return !say_one_party(a, b) &&
           a->group != b->group && a->group->party && b->group->party && a->group->key && b->group->key &&
           !text_same(a->group->key, b->group->key) &&
           !text_same(field_key(a->group->party), field_key(b->group->party));
}

static bool overlap(const Timed *a, const Timed *b)
{
    return a->span.from < b->span.to && b->span.from < a->span.to;
}

static void tell_two_places(Check *check, const Investigator *person, const Timed *one, const Timed *other)
{
    Finding *finding = check_add(check, "EXT-003", "two-places", one->group, one->file, one->field->place);
    finding_param(finding, "name", person->name);
    finding_param(finding, "doctype", one->document->type);
    param_quote(finding, "value", one->field->value);
    finding_param(finding, "other-doctype", other->document->type);
    param_quote(finding, "other-value", other->field->value);
    finding_param(finding, "other-file", other->file->facts->path);
    finding_param(finding, "other-place", other->field->place);
}

/* Tells each officer of a record once, with the first of the other cases: those who sign a hundred records of one
 * hour would otherwise be told thousands of times. */
static void check_two_places(Check *check, const GArray *all, guint index)
{
    const Timed *one = &g_array_index(all, Timed, index);
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < index && g_hash_table_size(told) < one->document->investigators->len; i++) {
        const Timed *other = &g_array_index(all, Timed, i);
        bool apart = overlap(one, other) && is_another_case(one, other);
        const Investigator *person = apart ? in_both(one->document, other->document) : NULL;
        if (person && g_hash_table_add(told, person->name))
            tell_two_places(check, person, one, other);
    }
}

void places_check(Check *check)
{
    const GPtrArray *groups = check->submission->groups;
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Timed));
    for (guint i = 0; i < groups->len; i++)
        casegroup_each_document(groups->pdata[i], note_record, &(Timing){groups->pdata[i], all});
    for (guint i = 0; i < all->len; i++)
        check_two_places(check, all, i);
}
