/* EXT-003, exceedance: a value that exceeds its limit by other times than it does, as the value and the limit
 * beside it tell: 186毫克/升，超过限值（100毫克/升）1.86倍 is 0.86 times over.  Where the times are those of the value that the
 * monitoring report has, it is the value that was written wrongly (exceedance-value). */
#include <math.h>
#include <string.h>

#include "exceedance.h"
#include "lawdates.h"
#include "oddpaper.h"
#include "text.h"

typedef struct { const char *start, *end; double number; int decimals; } Figure;

/* The next number in TEXT from AT on; false for no more. */
static bool next_figure(const char *at, Figure *figure)
{
    char *end = NULL;
    at += strcspn(at, "0123456789");
    if (!*at)
        return false;
    const double number = g_ascii_strtod(at, &end);
    const char *point = memchr(at, '.', (size_t)(end - at));
    *figure = (Figure){at, end, number, point ? (int)(end - point - 1) : 0};
    return true;
}

static bool has_unit(const Figure *figure)
{
    static const char *const units[] = {"毫克", "微克", "纳克", "mg", "μg", "ug", "ng"};
    const char *unit = figure->end + strspn(figure->end, " ");
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (g_str_has_prefix(unit, units[i]))
            return true;
    return false;
}

/* Whether what stands between FROM and TO says that a limit follows. */
static bool leads_to_limit(const char *from, const char *to)
{
    static const char *const words[] = {"限值", "标准", "允许", NULL};
    g_autofree char *text = g_strndup(from, (gsize)(to - from));
    return text_has_any(text, words);
}

/* 超过标准，是限值（200mg/m³）的1.73倍 tells what the value is by the limit, and not by how much it exceeds that. */
static bool is_ratio(const char *text, const char *times)
{
    static const char *const words[] = {"是", "为", "达到", "相当于", NULL};
    const char *over = g_strrstr_len(text, (gssize)(times - text), "超");
    g_autofree char *between = over ? g_strndup(over, (gsize)(times - over)) : NULL;
    return !between || (g_str_has_suffix(between, "的") && text_has_any(between, words));
}

/* Of a sentence: two figures with a unit, one of which is called the limit, and the times at the end. */
static bool read_sentence(const char *text, Excess *excess)
{
    Figure with_unit[2], figure = {0}, last = {0};
    int count = 0;
    for (const char *at = text; next_figure(at, &figure); at = figure.end) {
        last = figure;
        if (has_unit(&figure) && count++ < 2)
            with_unit[count - 1] = figure;
    }
    if (count < 1 || count > 2 || last.start == with_unit[count - 1].start || is_ratio(text, last.start))
        return false;
    *excess = (Excess){with_unit[0].number, 0, last.number, with_unit[0].decimals, last.decimals};
    if (count == 1)
        return true;
    const bool first = leads_to_limit(text, with_unit[0].start), second = leads_to_limit(with_unit[0].end, with_unit[1].start);
    const Figure *value = &with_unit[first ? 1 : 0];
    excess->value = value->number;
    excess->value_decimals = value->decimals;
    excess->limit = with_unit[first ? 0 : 1].number;
    return first != second;
}

/* Of a row of a table: value|limit|times. */
static bool read_row(const char *text, Excess *excess)
{
    Figure value, limit, times;
    if (!next_figure(text, &value) || !next_figure(value.end, &limit) || !next_figure(limit.end, &times))
        return false;
    *excess = (Excess){value.number, limit.number, times.number, value.decimals, times.decimals};
    return true;
}

bool excess_read(const Field *field, Excess *excess)
{
    const bool read = strchr(field->value, '|') ? read_row(field->value, excess) : read_sentence(field->value, excess);
    return read && excess->value > 0;
}

bool excess_read_limit(const Field *field, Excess *excess)
{
    Figure first, second;
    const char *text = field->value;
    if (!next_figure(text, &first))
        return false;
    const bool row = strchr(text, '|') != NULL, limit_first = !row && leads_to_limit(text, first.start);
    while (!row && !has_unit(&first))
        if (!next_figure(first.end, &first))
            return false;
    const char *at = first.end;
    do {
        if (!next_figure(at, &second))
            return false;
        at = second.end;
    } while (!row && !has_unit(&second));
    if (!row && limit_first == leads_to_limit(first.end, second.start))
        return false;
    const Figure *value = limit_first ? &second : &first, *limit = limit_first ? &first : &second;
    *excess = (Excess){value->number, limit->number, 0, value->decimals, 0};
    return excess->value > 0 && excess->limit > 0;
}

static double right_times(const Excess *excess)
{
    return excess->value / excess->limit - 1;
}

/* How far times may be off.  With two decimals they were reckoned, and only rounding, or cutting off, of times and value makes a
 * difference; with fewer they are told roughly, by one unit of the last place at most. */
static double slack_of(const Excess *excess)
{
    const double place = pow(10, -excess->times_decimals), value_half = 0.5 * pow(10, -excess->value_decimals);
    const double rough = fmax(0.06, 0.03 * right_times(excess));
    return excess->times_decimals < 2 ? fmax(rough, 0.999 * place) : fmin(rough, 1.05 * place + value_half / excess->limit);
}

/* What is reckoned wrongly, and where it stands besides. */
typedef struct { Excess excess; Saying by; GString *places; const Document *last; } Wrong;

static void wrong_clear(gpointer data)
{
    g_string_free(((Wrong *)data)->places, TRUE);
}

static Wrong *wrong_of(GArray *wrongs, const Excess *excess)
{
    for (guint i = 0; i < wrongs->len; i++) {
        Wrong *wrong = &g_array_index(wrongs, Wrong, i);
        bool limit = excess->limit <= 0 || excess->limit == wrong->excess.limit;
        if (limit && excess->value == wrong->excess.value && excess->times == wrong->excess.times)
            return wrong;
    }
    return NULL;
}

static void note_place(Wrong *wrong, const SubFile *file, const Document *document, const Field *field)
{
    if (wrong->last != document && wrong->by.document != document)
        saying_add_place(wrong->places, file, field->place);
    wrong->last = document;
}

enum { WRONG_MAX = 12 }; /* more of a case nobody reads */

static void look_reckoned(const SubFile *file, const Document *document, gpointer data)
{
    GArray *wrongs = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Excess excess;
        if (strcmp(field->id, "exceedance") != 0 || !excess_read(field, &excess) || excess.limit <= 0 ||
            fabs(excess.times - right_times(&excess)) <= slack_of(&excess))
            continue;
        Wrong *known = wrong_of(wrongs, &excess);
        if (known) {
            note_place(known, file, document, field);
        } else if (wrongs->len < WRONG_MAX) {
            const Wrong wrong = {excess, {file, document, field}, g_string_new(NULL), document};
            g_array_append_val(wrongs, wrong);
        }
    }
}

/* Papers that tell the value and the times without the limit repeat what is wrong. */
static void look_repeated(const SubFile *file, const Document *document, gpointer data)
{
    GArray *wrongs = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Excess excess;
        Wrong *wrong = strcmp(field->id, "exceeded-by") == 0 && excess_read(field, &excess) ? wrong_of(wrongs, &excess) : NULL;
        if (wrong)
            note_place(wrong, file, document, field);
    }
}

/* ---- a value that is the slip, where the times are those of the report's ---- */

/* Times without a digit behind the point are those of many values. */
static bool explains_times(double value, const Excess *excess)
{
    Excess reported = *excess;
    reported.value = value;
    return excess->times_decimals > 0 && fabs(excess->times - right_times(&reported)) <= slack_of(&reported);
}

typedef struct { const CaseGroup *group; const Wrong *wrong; } Slip;

/* Whether FINDING (EXT-002) tells of the value of a slip that it is not the report's. */
static bool tells_value(const Finding *finding, gconstpointer data)
{
    const Slip *slip = data;
    const char *field = finding_value(finding, "field"), *value = finding_value(finding, "value");
    Figure figure = {0};
    if (strcmp(finding->code, "EXT-002") != 0 || g_strcmp0(finding->casefile, slip->group->name) != 0 ||
        g_strcmp0(finding->file, slip->wrong->by.file->facts->path) != 0 || !field || !g_str_has_prefix(field, "measured"))
        return false;
    for (const char *at = value; at && next_figure(at, &figure); at = figure.end)
        if (figure.number == slip->wrong->excess.value)
            return true;
    return false;
}

/* What was told of the value names the papers that have it as well. */
static void take_others(const Check *check, const Slip *slip, GString *places)
{
    guint at = 0;
    for (const Finding *told; places->len == 0 && (told = told_next(check, "EXT-002", slip->group, &at));) {
        const char *with = tells_value(told, slip) ? finding_value(told, "with") : NULL;
        g_string_append(places, with ? with : "");
    }
}

static void tell_slip(Check *check, const CaseGroup *group, const Wrong *wrong, const Saying *reported)
{
    const Slip slip = {group, wrong};
    const char *type = wrong->by.document->type;
    const bool served = type_is_served(check->in->rules->cases, type), letter = g_str_has_suffix(type, "-transfer");
    take_others(check, &slip, wrong->places);
    check_fold(check, tells_value, &slip);
    Finding *finding = check_add(check, "EXT-003", "exceedance-value", group, wrong->by.file, wrong->by.field->place);
    finding_param(finding, "doctype", type);
    param_quote(finding, "quote", wrong->by.field->value);
    finding_param(finding, "report-quote", reported->field->value);
    finding_param(finding, "report", reported->document->type);
    finding_param(finding, "other-file", reported->file->facts->path);
    finding_param(finding, "other-place", reported->field->place);
    finding_param(finding, served ? "decided" : letter ? "letter" : "internal", type);
    if (wrong->places->len > 0)
        finding_param(finding, "others", wrong->places->str);
}

static void tell(Check *check, const CaseGroup *group, const Wrong *wrong)
{
    const Field *field = wrong->by.field;
    const char *type = wrong->by.document->type;
    const bool measured = strcmp(type, "monitoring-report") == 0;
    Saying reported;
    if (!measured && measured_reported(group, &wrong->by, &wrong->excess, explains_times, &reported)) {
        tell_slip(check, group, wrong, &reported);
        return;
    }
    g_autofree char *shown = g_strdup_printf("%.2f", right_times(&wrong->excess));
    Finding *finding = check_add(check, "EXT-003", "exceedance", group, wrong->by.file, field->place);
    finding_param(finding, "doctype", type);
    param_quote(finding, "quote", strchr(field->value, '|') ? field_quote(field) : field->value);
    finding_param(finding, "expected", shown);
    finding_param(finding, "measured", measured ? type : NULL);
    if (wrong->places->len > 0)
        finding_param(finding, "others", wrong->places->str);
}

void exceedance_check(Check *check, CaseGroup *group)
{
    g_autoptr(GArray) wrongs = g_array_new(FALSE, FALSE, sizeof(Wrong));
    g_array_set_clear_func(wrongs, wrong_clear);
    casegroup_each_document(group, look_reckoned, wrongs);
    if (wrongs->len > 0)
        casegroup_each_document(group, look_repeated, wrongs);
    for (guint i = 0; i < wrongs->len; i++)
        tell(check, group, &g_array_index(wrongs, Wrong, i));
}
