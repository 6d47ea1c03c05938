#include "cndate.h"

#include <string.h>

#include <glib.h>

#include "text.h"

enum { NIAN = 0x5E74, YUE = 0x6708, RI = 0x65E5, HAO = 0x53F7, DIGITS_MAX = 8 };

/* 0-9 of a digit in any script people use for dates, -1 for others. */
static int digit_value(gunichar c)
{
    static const gunichar chinese[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    static const gunichar capital[] = {0x96F6, 0x58F9, 0x8D30, 0x53C1, 0x8086, 0x4F0D, 0x9646, 0x67D2, 0x634C, 0x7396}; /* 零壹贰叁… */
    c = text_fold_width(c);
    if (c >= '0' && c <= '9')
        return (int)(c - '0');
    for (int i = 0; i < 10; i++)
        if (c == chinese[i] || c == capital[i])
            return i;
    switch (c) {
    case 0x25CB: case 0x25EF: case 0x25CE: case 0x041E: case 0x039F: case 'O': case 'o': return 0;
    case 0x4E24: return 2; /* 两 */
    default: return -1;
    }
}

static bool is_letter_zero(gunichar c)
{
    c = text_fold_width(c);
    return c == 'O' || c == 'o' || c == 0x041E || c == 0x039F || c == 0x25CE;
}

static int ten_value(gunichar c)
{
    return c == 0x5341 || c == 0x62FE ? 10 : c == 0x5EFF ? 20 : c == 0x5345 ? 30 : c == 0x767E ? 100 : 0; /* 十 拾 廿 卅 百 */
}

static const char *skip_blanks(const char *p)
{
    while (*p && *p != '\n' && text_is_blank(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return p;
}

int cndate_number(const char *text, const char **end)
{
    int value = 0, pending = -1, digits = 0;
    bool tens = false;
    const char *p = text;
    for (; *p && digits < DIGITS_MAX; digits++) {
        gunichar c = g_utf8_get_char(p);
        int digit = digit_value(c), ten = ten_value(c);
        if (digit < 0 && ten == 0)
            break;
        if (ten == 0) {
            pending = tens ? digit : (pending < 0 ? 0 : pending) * 10 + digit;
            if (tens && digits > 0 && digit_value(g_utf8_get_char(g_utf8_prev_char(p))) > 0)
                break; /* 十二三 */
        } else {
            value += ten == 10 || ten == 100 ? (pending < 0 ? 1 : pending) * ten : ten;
            pending = -1;
            tens = true;
        }
        const char *next = g_utf8_next_char(p);
        const char *after = skip_blanks(next);
        p = next;
        gunichar follow = *after ? g_utf8_get_char(after) : 0;
        bool chinese = (digit_value(follow) >= 0 || ten_value(follow)) && !g_ascii_isdigit((char)*after);
        if (after != next && chinese && !g_ascii_isdigit((char)*g_utf8_prev_char(next)))
            p = after; /* letter-spaced: 二 ○ 一 六 年 十 月 二 十 一 日 */
    }
    *end = p;
    if (digits == 0)
        return -1;
    return value + (pending < 0 ? 0 : pending);
}

/* Reads NUMBER UNIT at P; returns after the unit, or NULL. */
static const char *read_part(const char *p, int *value, gunichar unit, gunichar other)
{
    const char *after;
    p = skip_blanks(p);
    *value = cndate_number(p, &after);
    if (*value < 0 || after == p)
        return NULL;
    after = skip_blanks(after);
    gunichar c = *after ? text_fold_width(g_utf8_get_char(after)) : 0;
    if (c != unit && c != other)
        return NULL;
    return g_utf8_next_char(after);
}

static void judge(CnDate *date)
{
    date->day = day_from_ymd(date->year, date->month, date->day_of_month);
    date->state = date->day == DAY_NONE ? CNDATE_INVALID : CNDATE_FULL;
}

/* A figure stands in what is written from P to END: 00日, not ○日. */
static bool has_figure(const char *p, const char *end)
{
    for (; p < end; p = g_utf8_next_char(p)) {
        gunichar c = text_fold_width(g_utf8_get_char(p));
        if (c >= '0' && c <= '9')
            return true;
    }
    return false;
}

/* 10月8日 at P, after a year or without one. */
static const char *read_month_day(const char *p, CnDate *date)
{
    const char *month = read_part(p, &date->month, YUE, YUE);
    if (!month)
        return NULL;
    const char *day = read_part(month, &date->day_of_month, RI, HAO);
    if (!day) {
        date->day_of_month = 0;
        return month;
    }
    date->has_day = date->day_of_month > 0 || has_figure(month, day);
    return day;
}

/* 2016-10-8, 2016/10/8, 2016.10.8 after the year at P. */
static const char *read_signs(const char *p, gunichar sign, CnDate *date)
{
    const char *month = read_part(p, &date->month, sign, sign), *end;
    if (!month)
        return NULL;
    date->day_of_month = cndate_number(month, &end);
    date->has_day = date->day_of_month >= 0;
    return date->day_of_month >= 0 && end != month && end - month <= 6 ? end : NULL;
}

static const char *read_with_year(const char *p, const char *after_year, CnDate *date)
{
    const char *unit = skip_blanks(after_year);
    gunichar c = *unit ? text_fold_width(g_utf8_get_char(unit)) : 0;
    if (c == '-' || c == '/' || c == '.') {
        if (!g_ascii_isdigit(*p) && text_fold_width(g_utf8_get_char(p)) == g_utf8_get_char(p))
            return NULL;
        const char *end = read_signs(g_utf8_next_char(unit), c, date);
        if (end)
            judge(date);
        return end;
    }
    if (c != NIAN)
        return NULL;
    const char *end = read_month_day(g_utf8_next_char(unit), date);
    if (!end)
        return NULL;
    if (!date->has_day)
        date->state = date->month >= 1 && date->month <= 12 ? CNDATE_NO_DAY : CNDATE_INVALID;
    else
        judge(date);
    return end;
}

/* A date that begins exactly at P. */
static const char *read_at(const char *p, CnDate *date)
{
    const char *after;
    *date = (CnDate){0};
    int first = cndate_number(p, &after);
    if (first < 0)
        return NULL;
    if (first >= 1000 && first <= 9999) {
        date->year = first;
        return read_with_year(p, after, date);
    }
    const char *end = read_month_day(p, date);
    if (!end || !date->has_day || date->month < 1 || date->month > 12 || date->day_of_month > 31)
        return NULL;
    date->state = CNDATE_NO_YEAR;
    return end;
}

/* Past the number at P, and past the unit behind it, so that 16年10月8日 is not taken for 10月8日. */
static const char *skip_number(const char *p)
{
    const char *after;
    cndate_number(p, &after);
    const char *unit = skip_blanks(after);
    return *unit && g_utf8_get_char(unit) == NIAN ? g_utf8_next_char(unit) : after;
}

bool cndate_find(const char *text, size_t from, CnDate *date)
{
    for (const char *p = text + from; *p;) {
        gunichar c = g_utf8_get_char(p);
        if ((digit_value(c) < 0 && ten_value(c) == 0) || is_letter_zero(c)) {
            p = g_utf8_next_char(p);
            continue;
        }
        const char *end = read_at(p, date);
        if (end) {
            date->start = (size_t)(p - text);
            date->end = (size_t)(end - text);
            return true;
        }
        const char *next = skip_number(p);
        p = next > p ? next : g_utf8_next_char(p);
    }
    return false;
}

bool cndate_parse(const char *text, CnDate *date)
{
    const char *p = text;
    while (*p && text_is_blank(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    const char *end = *p ? read_at(p, date) : NULL;
    if (!end)
        return false;
    date->start = (size_t)(p - text);
    date->end = (size_t)(end - text);
    while (*end && text_is_blank(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    return *end == '\0';
}
