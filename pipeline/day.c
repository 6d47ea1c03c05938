#include "day.h"

#include <stdio.h>
#include <string.h>

#define CHINA_OFFSET_S ((int64_t)8 * 3600)
#define DAY_S ((int64_t)86400)

Day day_from_ymd(int year, int month, int day)
{
    if (year < DAY_YEAR_MIN || year > DAY_YEAR_MAX || month < 1 || month > 12 || day < 1 || day > 31)
        return DAY_NONE;
    if (!g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return DAY_NONE;
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return (Day)g_date_get_julian(&date);
}

void day_to_ymd(Day day, int *year, int *month, int *day_of_month)
{
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, (guint32)day);
    if (year)
        *year = g_date_get_year(&date);
    if (month)
        *month = (int)g_date_get_month(&date);
    if (day_of_month)
        *day_of_month = g_date_get_day(&date);
}

int day_weekday(Day day)
{
    return (day - 1) % 7 + 1; /* 0001-01-01 was a Monday */
}

/* Reads COUNT decimal digits at *TEXT and moves behind them; -1 when there are fewer. */
static int read_digits(const char **text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++, (*text)++) {
        if (!g_ascii_isdigit(**text))
            return -1;
        value = value * 10 + (**text - '0');
    }
    return value;
}

static bool read_char(const char **text, char wanted)
{
    if (**text != wanted)
        return false;
    (*text)++;
    return true;
}

static Day read_iso(const char **text)
{
    int year = read_digits(text, 4);
    if (year < 0 || !read_char(text, '-'))
        return DAY_NONE;
    int month = read_digits(text, 2);
    if (month < 0 || !read_char(text, '-'))
        return DAY_NONE;
    int day = read_digits(text, 2);
    return day < 0 ? DAY_NONE : day_from_ymd(year, month, day);
}

Day day_parse_iso(const char *text)
{
    if (!text)
        return DAY_NONE;
    Day day = read_iso(&text);
    return *text == '\0' ? day : DAY_NONE;
}

/* The last COUNT digits of VALUE at TEXT. */
static void put_digits(char *text, int count, int value)
{
    for (; count-- > 0; value /= 10)
        text[count] = (char)('0' + value % 10);
}

char *day_format(Day day)
{
    if (day == DAY_NONE)
        return g_strdup("");
    int y, m, d;
    day_to_ymd(day, &y, &m, &d);
    char text[] = "0000-00-00"; /* by hand: a season has hundreds of thousands */
    put_digits(text, 4, y);
    put_digits(text + 5, 2, m);
    put_digits(text + 8, 2, d);
    return g_strdup(text);
}

static Day epoch_day(void)
{
    return day_from_ymd(1970, 1, 1);
}

/* "Z" or "+08:00" at TEXT to its end, as seconds east of Greenwich. */
static bool read_zone(const char *text, int *offset_s)
{
    if (strcmp(text, "Z") == 0) {
        *offset_s = 0;
        return true;
    }
    int sign = *text == '-' ? -1 : 1;
    if (*text != '+' && *text != '-')
        return false;
    text++;
    int hours = read_digits(&text, 2);
    if (hours < 0 || hours > 14 || !read_char(&text, ':'))
        return false;
    int minutes = read_digits(&text, 2);
    if (minutes < 0 || minutes > 59 || *text != '\0')
        return false;
    *offset_s = sign * (hours * 3600 + minutes * 60);
    return true;
}

bool instant_parse(const char *text, int64_t *instant_s)
{
    const char *p = text ? text : "";
    Day day = read_iso(&p);
    if (day == DAY_NONE || !read_char(&p, 'T'))
        return false;
    int h = read_digits(&p, 2), m = read_char(&p, ':') ? read_digits(&p, 2) : -1;
    int s = read_char(&p, ':') ? read_digits(&p, 2) : -1, offset_s = 0;
    if (h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59 || !read_zone(p, &offset_s))
        return false;
    int second = h * 3600 + m * 60 + s - offset_s;
    *instant_s = (day - epoch_day()) * DAY_S + second;
    return true;
}

Day instant_day(int64_t instant_s)
{
    int64_t local = instant_s + CHINA_OFFSET_S;
    int64_t days = local >= 0 ? local / DAY_S : -((-local + DAY_S - 1) / DAY_S);
    return (Day)(epoch_day() + days);
}

char *instant_format(int64_t instant_s)
{
    if (instant_s == 0)
        return g_strdup("");
    Day day = instant_day(instant_s);
    int seconds = (int)(instant_s + CHINA_OFFSET_S - (day - epoch_day()) * DAY_S);
    g_autofree char *date = day_format(day);
    return g_strdup_printf("%sT%02d:%02d:%02d+08:00", date, seconds / 3600, seconds / 60 % 60, seconds % 60);
}
