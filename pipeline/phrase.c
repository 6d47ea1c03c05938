#include "phrase.h"

#include <string.h>

#include "day.h"
#include "fault.h"
#include "lang.h"
#include "rec_casefiles.h"
#include "text.h"
#include "vocabulary.h"

typedef char *(*FormFunc)(const char *value);

/* Line ends and tabs would break the sentence; what else could do harm on a terminal or a page is escaped. */
static char *form_plain(const char *value)
{
    g_autofree char *flat = g_strdup(value);
    g_strdelimit(flat, "\r\n\t", ' ');
    return text_display(flat);
}

static char *form_date(const char *value)
{
    Day day = day_parse_iso(value);
    if (day == DAY_NONE || lang_get() == LANG_EN)
        return form_plain(value);
    int year, month, day_of_month;
    day_to_ymd(day, &year, &month, &day_of_month);
    return g_strdup_printf("%d年%d月%d日", year, month, day_of_month);
}

/* 2016-12-05T18:00:00+08:00 */
static char *form_instant(const char *value)
{
    if (strlen(value) < 16 || value[10] != 'T')
        return form_plain(value);
    g_autofree char *day = g_strndup(value, 10);
    g_autofree char *shown = form_date(day);
    return g_strdup_printf(tr("%s%.5s", "%s %.5s"), shown, value + 11);
}

/* 2016-09 */
static char *form_month(const char *value)
{
    if (strlen(value) != 7 || lang_get() == LANG_EN)
        return form_plain(value);
    return g_strdup_printf("%.4s年%s月", value, value[5] == '0' ? value + 6 : value + 5);
}

static char *form_money(const char *value)
{
    return g_str_has_suffix(value, ".00") ? g_strndup(value, strlen(value) - 3) : form_plain(value);
}

static char *form_bytes(const char *value)
{
    static const char *const units[] = {"B", "KiB", "MiB", "GiB"};
    guint64 bytes = g_ascii_strtoull(value, NULL, 10);
    size_t unit = 0;
    while (unit + 1 < G_N_ELEMENTS(units) && bytes >= 1024 && bytes % 1024 == 0) {
        bytes /= 1024;
        unit++;
    }
    return g_strdup_printf("%" G_GUINT64_FORMAT " %s", bytes, units[unit]);
}

static char *form_list(const char *value)
{
    g_auto(GStrv) items = g_strsplit(value, "\n", -1);
    guint count = g_strv_length(items);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < MIN(count, PHRASE_LIST_MAX); i++) {
        g_autofree char *item = form_plain(items[i]);
        g_string_append_printf(text, "%s%s", i > 0 ? tr("、", ", ") : "", item);
    }
    if (count > PHRASE_LIST_MAX)
        g_string_append_printf(text, tr("等（前%d项，共%u项）", " … (the first %d of %u)"), PHRASE_LIST_MAX, count);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* The same of places, each as a person reads it: "决定书.docx|P3". */
static char *form_places(const char *value)
{
    g_auto(GStrv) places = g_strsplit(value, "\n", -1);
    for (char **place = places; *place; place++) {
        char *shown = place_printed(*place);
        g_free(*place);
        *place = shown;
    }
    g_autofree char *lines = g_strjoinv("\n", places);
    return form_list(lines);
}

/* "6 信息": six things in the folder 信息; without a number, or with 1, the thing itself. */
static char *form_folders(const char *value)
{
    g_auto(GStrv) items = g_strsplit(value, "\n", -1);
    guint count = g_strv_length(items);
    guint64 total = 0;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < count; i++) {
        char *path = items[i];
        guint64 things = g_ascii_isdigit(*path) ? g_ascii_strtoull(path, &path, 10) : 0;
        bool counted = things > 0 && *path == ' ';
        things = counted ? things : 1;
        total += things;
        if (i >= PHRASE_LIST_MAX)
            continue;
        g_autofree char *shown = form_plain(counted ? path + 1 : items[i]);
        g_autofree char *number = things > 1 ? g_strdup_printf(tr("（%" G_GUINT64_FORMAT "项）", " (%" G_GUINT64_FORMAT ")"), things) : g_strdup("");
        g_string_append_printf(text, "%s%s%s", i > 0 ? tr("、", ", ") : "", shown, number);
    }
    if (count > PHRASE_LIST_MAX)
        g_string_append_printf(text, tr("等（列出前%d处，共%u处%" G_GUINT64_FORMAT "项）", " … (the first %d of %u, %" G_GUINT64_FORMAT " items)"),
                               PHRASE_LIST_MAX, count, total);
    else if (total > 1)
        g_string_append_printf(text, tr("，共%" G_GUINT64_FORMAT "项", "; %" G_GUINT64_FORMAT " in all"), total);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* "2 案卷/甲|回证.docx|决定书.docx": files that are no longer in a folder, the first by name. */
static char *form_losses(const char *value)
{
    g_auto(GStrv) items = g_strsplit(value, "\n", -1);
    g_autoptr(GString) text = g_string_new(NULL);
    for (char **item = items; *item; item++) {
        char *rest = NULL;
        guint64 count = g_ascii_strtoull(*item, &rest, 10);
        g_auto(GStrv) parts = g_strsplit(*rest == ' ' ? rest + 1 : rest, "|", -1);
        if (!parts[0])
            continue;
        bool all = g_strv_length(parts) - 1 == count;
        g_autofree char *lines = g_strjoinv("\n", parts + 1), *names = form_list(lines),
                        *folder = form_plain(parts[0]);
        g_string_append_printf(text,
                               tr("%s%s少了%" G_GUINT64_FORMAT "个文件（%s%s）",
                                  "%s%s lacks %" G_GUINT64_FORMAT " files (%s%s)"),
                               item > items ? tr("，", "; ") : "", folder, count, names, all ? "" : tr("等", " …"));
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* "cases.csv:62" or "cases.xlsx:Sheet1!A62": a row of a table that the sentence names. */
static char *form_row(const char *value)
{
    const char *end = value + strlen(value), *digits = end;
    while (digits > value && g_ascii_isdigit(digits[-1]))
        digits--;
    return digits < end ? g_strdup_printf(tr("第%s行", "row %s"), digits) : form_plain(value);
}

static char *form_words(const char *class_name, const char *value)
{
    bool any = strchr(value, '|') != NULL;
    g_auto(GStrv) ids = g_strsplit(value, any ? "|" : " ", -1);
    g_autoptr(GString) text = g_string_new(NULL);
    for (char **id = ids; *id; id++) {
        g_autofree char *word = form_plain(vocabulary_word(class_name, *id));
        if (id > ids)
            g_string_append(text, id[1] ? tr("、", ", ") : any ? tr("或", " or ") : tr("和", " and "));
        g_string_append(text, word);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* A list of papers: doc-types, "service-receipt:demand" the one that serves the other. */
static char *form_papers(const char *value)
{
    g_auto(GStrv) papers = g_strsplit(value, "\n", -1);
    for (char **paper = papers; *paper; paper++) {
        char *of = strchr(*paper, ':');
        if (of)
            *of++ = '\0';
        g_autofree char *type = form_words("doctype", *paper),
                        *served = of ? form_words("doctype", of) : NULL;
        g_free(*paper);
        *paper = of ? g_strdup_printf(tr("%1$s的%2$s", "%2$s for the %1$s"), served, type) : g_strdup(type);
    }
    g_autofree char *lines = g_strjoinv("\n", papers);
    return form_list(lines);
}

static const struct {
    const char *name;
    FormFunc func;
} forms[] = {{"number", form_plain},   {"date", form_date},       {"instant", form_instant},
             {"money", form_money},    {"month", form_month},     {"bytes", form_bytes},
             {"place", place_printed}, {"list", form_list},       {"places", form_places},
             {"papers", form_papers},  {"folders", form_folders}, {"row", form_row},
             {"losses", form_losses}, {"beside", form_plain}};

static FormFunc form_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (strcmp(forms[i].name, name) == 0)
            return forms[i].func;
    return NULL;
}

/* One place: its name, its form ("" for none), and where the text goes on. */
typedef struct { char *name, *form; const char *end; } Place;

static bool place_read(const char *open, Place *place)
{
    const char *close = strchr(open, '}');
    if (!close)
        return false;
    const char *name = open + 1, *colon = memchr(name, ':', (gsize)(close - name)), *end = colon ? colon : close;
    if (end == name)
        return false;
    *place = (Place){.name = g_strndup(name, (gsize)(end - name)),
                     .form = colon ? g_strndup(colon + 1, (gsize)(close - colon - 1)) : g_strdup(""),
                     .end = close + 1};
    return true;
}

static void place_clear(Place *place)
{
    g_free(place->name);
    g_free(place->form);
}

static const char *place_value(const Place *place, const Finding *finding)
{
    const char *value = finding_value(finding, place->name);
    if (value && strcmp(place->form, "beside") == 0)
        return finding_beside(finding, value);
    if (!value && strcmp(place->name, "casefile") == 0)
        value = finding->casefile;
    else if (!value && strcmp(place->name, "file") == 0)
        value = finding->file;
    else if (!value && strcmp(place->name, "place") == 0)
        value = finding->place;
    return value ? value : "";
}

/* Appends the filled place to TEXT; false when its value is empty. */
static bool place_fill(const Place *place, const Finding *finding, GString *text)
{
    const char *value = place_value(place, finding);
    if (value[0] == '\0')
        return false;
    FormFunc func = place->form[0] == '\0' ? form_plain : form_find(place->form);
    g_autofree char *shown = func ? func(value) : form_words(place->form, value);
    g_string_append(text, shown);
    return true;
}

char *phrase_fill(const char *template, const Finding *finding)
{
    g_autoptr(GString) text = g_string_new(NULL);
    gsize part_start = 0;
    bool part_full = true;
    for (const char *p = template; *p;) {
        Place place;
        if (*p == '{' && place_read(p, &place)) {
            part_full &= place_fill(&place, finding, text);
            p = place.end;
            place_clear(&place);
            continue;
        }
        if (*p == '[') {
            part_start = text->len;
            part_full = true;
        } else if (*p == ']') {
            if (!part_full)
                g_string_truncate(text, part_start);
        } else {
            g_string_append_c(text, *p);
        }
        p++;
    }
    if (template[0] == '{' && lang_get() == LANG_EN) /* a word of the vocabulary that begins a sentence */
        text->str[0] = g_ascii_toupper(text->str[0]);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static gboolean form_check(const Place *place, const char *template, GError **error)
{
    if (place->form[0] == '\0' || form_find(place->form) || vocabulary_has_class(place->form))
        return TRUE;
    return fault_input(error, FAULT_BAD, tr("“%s”：{%s:%s} 的形式不认识", "'%s': the form of {%s:%s} is not known"), template, place->name,
                       place->form);
}

gboolean phrase_check(const char *template, GError **error)
{
    bool inside = false;
    for (const char *p = template; *p; p++) {
        Place place;
        if ((*p == '[' && inside) || (*p == ']' && !inside) || *p == '}')
            return fault_input(error, FAULT_BAD, tr("“%s”：括号“%c”不成对", "'%s': unmatched '%c'"), template, *p);
        inside = *p == '[' || (inside && *p != ']');
        if (*p != '{')
            continue;
        if (!place_read(p, &place))
            return fault_input(error, FAULT_BAD, tr("“%s”：{ } 写法有误", "'%s': badly formed { }"), template);
        gboolean ok = form_check(&place, template, error);
        p = place.end - 1;
        place_clear(&place);
        if (!ok)
            return FALSE;
    }
    return inside ? fault_input(error, FAULT_BAD, tr("“%s”：缺少 ]", "'%s': ] is missing"), template) : TRUE;
}
