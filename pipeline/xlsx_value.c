/* Numbers and texts of cells as people read them. */
#include <string.h>

#include "day.h"
#include "xlsx_parts.h"

enum {
    DIGITS_KEPT = 15,     /* a spreadsheet's numbers have no more */
    PLAIN_DIGITS_MAX = 60 /* what is longer is no figure of a table */
};

/* A number as its significant digits and the place of the point: value = 0.DIGITS × 10^point. */
typedef struct {
    char digits[DIGITS_KEPT + 1];
    int count, point;
    bool negative;
} Number;

/* Rounds half up at the end; a nine there may run through. */
static void number_round_up(Number *number)
{
    while (number->count > 0 && number->digits[number->count - 1] == '9')
        number->count--;
    if (number->count > 0) {
        number->digits[number->count - 1]++;
    } else {
        number->digits[number->count++] = '1';
        number->point++;
    }
}

/* Reads the digits before and after the point; their end, NULL when there are none.  *UP: the first digit not kept rounds up. */
static const char *mantissa_read(const char *at, Number *number, bool *up)
{
    bool any = false, behind = false;
    int dropped = 0;
    for (;; at++) {
        if (*at == '.' && !behind) {
            behind = true;
            continue;
        }
        if (!g_ascii_isdigit(*at))
            break;
        any = true;
        bool leading = number->count == 0 && *at == '0';
        number->point += leading ? -behind : !behind;
        if (leading)
            continue;
        if (number->count < DIGITS_KEPT)
            number->digits[number->count++] = *at;
        else if (dropped++ == 0)
            *up = *at >= '5';
    }
    return any ? at : NULL;
}

static bool number_read(const char *text, Number *number)
{
    bool up = false;
    *number = (Number){ .negative = text[0] == '-' };
    const char *at = mantissa_read(text + (text[0] == '-' || text[0] == '+'), number, &up);
    if (!at)
        return false;
    if (*at == 'e' || *at == 'E') {
        char *end = NULL;
        gint64 exponent = g_ascii_strtoll(at + 1, &end, 10);
        if (end == at + 1 || exponent > 1000 || exponent < -1000)
            return false;
        number->point += (int)exponent;
        at = end;
    }
    if (up)
        number_round_up(number);
    while (number->count > 0 && number->digits[number->count - 1] == '0')
        number->count--;
    return *at == '\0';
}

/* Appends digits FROM to TO (before TO) of the number, zeros where it has none. */
static void digits_put(GString *out, const Number *number, int from, int to)
{
    for (int i = from; i < to; i++)
        g_string_append_c(out, i >= 0 && i < number->count ? number->digits[i] : '0');
}

static void number_put(GString *out, const Number *number)
{
    if (number->count == 0) {
        g_string_append_c(out, '0');
        return;
    }
    if (number->negative)
        g_string_append_c(out, '-');
    digits_put(out, number, MIN(0, number->point - 1), number->point);
    if (number->count > number->point) {
        g_string_append_c(out, '.');
        digits_put(out, number, number->point, number->count);
    }
}

/* ---- dates --------------------------------------------------------------------------------------------------- */

enum { DAY_SECONDS = 86400, DAYS_1904 = 1462, DAYS_FEIGNED = 60, DAYS_MAX = 2958465 /* 9999-12-31 */ };

/* The whole days of a number, and the seconds of its fraction, to the nearest; false when it is no date. */
static bool serial_split(const Number *number, int64_t *days, int64_t *seconds)
{
    if (number->negative || number->point > 7)
        return false;
    g_autoptr(GString) whole = g_string_new("0"), fraction = g_string_new(NULL);
    if (number->point > 0)
        digits_put(whole, number, 0, number->point);
    digits_put(fraction, number, number->point, number->point + 9);
    *days = g_ascii_strtoll(whole->str, NULL, 10);
    *seconds = (g_ascii_strtoll(fraction->str, NULL, 10) * DAY_SECONDS + 500000000) / 1000000000;
    if (*seconds == DAY_SECONDS) {
        *seconds = 0;
        ++*days;
    }
    return *days <= DAYS_MAX;
}

static void time_put(GString *out, int64_t seconds)
{
    g_string_append_printf(out, "%02d:%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60), (int)(seconds % 60));
}

/* The spreadsheet's day DAYS; it counts a 29 February 1900 that never was. */
static void day_put(GString *out, int64_t days)
{
    if (days == DAYS_FEIGNED) {
        g_string_append(out, "1900-02-29");
        return;
    }
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, 31, G_DATE_DECEMBER, 1899);
    g_date_add_days(&date, (guint)(days < DAYS_FEIGNED ? days : days - 1));
    g_string_append_printf(out, "%04d-%02d-%02d", (int)g_date_get_year(&date), (int)g_date_get_month(&date),
                           (int)g_date_get_day(&date));
}

static bool date_put(GString *out, const Number *number, Shown shown, bool from_1904)
{
    int64_t days, seconds;
    if (!serial_split(number, &days, &seconds))
        return false;
    bool time_alone = days == 0 && !(shown & SHOWN_DATE);
    if (!time_alone)
        day_put(out, days + (from_1904 ? DAYS_1904 : 0));
    if (!time_alone && (seconds > 0 || (shown & SHOWN_TIME)))
        g_string_append_c(out, ' ');
    if (time_alone || seconds > 0 || (shown & SHOWN_TIME))
        time_put(out, seconds);
    return true;
}

void xlsx_put_iso_date(GString *out, const char *value, Shown shown)
{
    const char *time = strchr(value, 'T');
    bool midnight = time && strspn(time + 1, "0:.Z") == strlen(time + 1);
    size_t size = strlen(value) -
                  g_str_has_suffix(value, "Z"); /* it is no instant: the times of a workbook are those of its place */
    if (midnight && !(shown & SHOWN_TIME))
        size = (size_t)(time - value);
    g_string_append_len(out, value, (gssize)size);
}

/* ---- cells --------------------------------------------------------------------------------------------------- */

bool xlsx_put_number(GString *out, const char *value, Shown shown, bool from_1904)
{
    Number number;
    if (!number_read(value, &number) || number.point > PLAIN_DIGITS_MAX || number.point < -PLAIN_DIGITS_MAX) {
        g_string_append(out, value);
        return false;
    }
    if ((shown & (SHOWN_DATE | SHOWN_TIME)) && date_put(out, &number, shown, from_1904))
        return false;
    if (shown & SHOWN_PERCENT)
        number.point += 2;
    number_put(out, &number);
    if (shown & SHOWN_PERCENT)
        g_string_append_c(out, '%');
    return number.count > 0 && number.point > DIGITS_KEPT;
}

/* The character that _xHHHH_ at AT stands for, 0 when it stands for itself. */
static gunichar escaped_char(const char *at)
{
    enum { HEX_DIGITS = 4 };
    gunichar c = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
        if (!g_ascii_isxdigit(at[2 + i]))
            return 0;
        c = c * 16 + (gunichar)g_ascii_xdigit_value(at[2 + i]);
    }
    return at[2 + HEX_DIGITS] == '_' && g_unichar_validate(c) ? c : 0;
}

void xlsx_unescape(GString *text)
{
    enum { ESCAPE_BYTES = 7 };
    if (!strstr(text->str, "_x"))
        return;
    char *to = text->str;
    for (const char *from = text->str; *from != '\0';) {
        gunichar c = from[0] == '_' && from[1] == 'x' ? escaped_char(from) : 0;
        if (c == 0) {
            *to++ = *from++;
            continue;
        }
        to += g_unichar_to_utf8(c, to);
        from += ESCAPE_BYTES;
    }
    g_string_truncate(text, (gsize)(to - text->str));
}
