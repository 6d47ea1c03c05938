#include "money.h"

#include <string.h>

#include <glib.h>

#include "text.h"

enum { WAN = 0x4E07, WAN_OLD = 0x842C, YI = 0x4EBF, YI_OLD = 0x5104, YUAN = 0x5143, YUAN_OLD = 0x5706, JIAO = 0x89D2, FEN = 0x5206,
       ZHENG = 0x6574, ZHENG_OTHER = 0x6B63 };

static gunichar peek(const char *p)
{
    return *p ? text_fold_width(g_utf8_get_char(p)) : 0;
}

static const char *next(const char *p)
{
    return *p ? g_utf8_next_char(p) : p;
}

static const char *skip_blanks(const char *p)
{
    while (*p && *p != '\n' && text_is_blank(g_utf8_get_char(p)))
        p = next(p);
    return p;
}

static int word_digit(gunichar c)
{
    static const char *const digits[] = {"零〇○", "壹一弌", "贰貳二两", "叁參三叄", "肆四", "伍五", "陆陸六", "柒七", "捌八", "玖九"};
    char utf8[7] = {0};
    g_unichar_to_utf8(c, utf8);
    for (int i = 0; c && i < 10; i++)
        if (strstr(digits[i], utf8))
            return i;
    return -1;
}

static int64_t small_unit(gunichar c)
{
    switch (c) {
    case 0x62FE: case 0x5341: return 10;   /* 拾 十 */
    case 0x4F70: case 0x767E: return 100;  /* 佰 百 */
    case 0x4EDF: case 0x5343: return 1000; /* 仟 千 */
    default: return 0;
    }
}

static int64_t large_unit(gunichar c)
{
    return c == WAN || c == WAN_OLD ? 10000 : c == YI || c == YI_OLD ? 100000000 : 0;
}

/* Number in words at P; returns after it, NULL when there is none or it is too large. */
static const char *read_words(const char *p, int64_t *number)
{
    int64_t total = 0, section = 0, digit = -1;
    const char *start = p;
    for (int i = 0; i < 60; i++) {
        const char *at = skip_blanks(p);
        gunichar c = peek(at);
        int value = word_digit(c);
        int64_t small = small_unit(c), large = large_unit(c);
        if (value >= 0) {
            digit = value;
        } else if (small) {
            section += (digit < 0 ? 1 : digit) * small;
            digit = -1;
        } else if (large) {
            section += MAX(digit, 0);
            if (p == start || total + section > MONEY_FEN_MAX / 100 / large)
                return NULL;
            total = (large > 10000 ? total + section : section) * large + (large > 10000 ? 0 : total);
            section = 0;
            digit = -1;
        } else {
            break;
        }
        p = next(at);
    }
    *number = total + section + MAX(digit, 0);
    return p > start ? p : NULL;
}

/* Arabic number at P in hundredths of a fen at most: digits, groups, decimals; *SCALE is the number of decimals. */
static const char *read_figures(const char *p, int64_t *mantissa, int *scale)
{
    int digits = 0;
    *mantissa = 0;
    *scale = 0;
    bool point = false;
    while (*p) {
        gunichar c = peek(p);
        if (c >= '0' && c <= '9') {
            if (++digits > 15)
                return NULL;
            *mantissa = *mantissa * 10 + (int64_t)(c - '0');
            *scale += point;
        } else if (c == '.' && !point && digits > 0 && g_unichar_isdigit(peek(next(p)))) {
            point = true;
        } else if (c == ',' && !point && digits > 0 && g_unichar_isdigit(peek(next(p)))) {
            /* a group; a cell's separators are judged elsewhere */
        } else {
            break;
        }
        p = next(p);
    }
    return digits ? p : NULL;
}

/* MANTISSA / 10^SCALE units of UNIT_FEN as fen; false when it is no whole number of fen or too large. */
static bool scale_to_fen(int64_t mantissa, int scale, int64_t unit_fen, int64_t *fen)
{
    for (; scale > 0 && unit_fen % 10 == 0; scale--)
        unit_fen /= 10;
    for (; scale > 0; scale--) {
        if (mantissa % 10 != 0)
            return false;
        mantissa /= 10;
    }
    if (mantissa > MONEY_FEN_MAX / unit_fen)
        return false;
    *fen = mantissa * unit_fen;
    return true;
}

/* 角 and 分 and 整 after 元. */
static const char *read_change(const char *p, int64_t *fen)
{
    for (int i = 0; i < 4; i++) {
        const char *at = skip_blanks(p);
        gunichar c = peek(at);
        if (c == ZHENG || c == ZHENG_OTHER)
            return next(at);
        int digit = word_digit(c);
        if (digit < 0 && c >= '0' && c <= '9')
            digit = (int)(c - '0');
        gunichar unit = digit >= 0 ? peek(next(at)) : 0;
        if (digit == 0 && unit != JIAO && unit != FEN && word_digit(unit) >= 0) {
            p = next(at); /* 零伍分 */
            continue;
        }
        if (unit != JIAO && unit != FEN)
            return p;
        *fen += (int64_t)digit * (unit == JIAO ? 10 : 1);
        p = next(next(at));
    }
    return p;
}

/* Units behind a number at P: 万, 元. */
static const char *read_units(const char *p, int64_t *unit_fen, bool *yuan)
{
    const char *at = skip_blanks(p);
    *unit_fen = 100;
    int64_t small = small_unit(peek(at)), large = 0;
    if (small && small > 10 && (large_unit(peek(next(at))) || peek(next(at)) == YUAN)) {
        *unit_fen *= small;
        at = next(at);
    }
    if ((large = large_unit(peek(at)))) {
        *unit_fen *= large;
        at = next(at);
    }
    const char *sign = skip_blanks(at);
    *yuan = peek(sign) == YUAN || peek(sign) == YUAN_OLD;
    return *yuan ? next(sign) : at;
}

/* An amount that begins exactly at P. */
static const char *read_amount(const char *p, int64_t unit_fen, bool bare, Money *money)
{
    gunichar first = peek(p);
    bool sign = first == 0xA5 || first == 0xFFE5;
    if (sign)
        p = skip_blanks(next(p));
    int64_t mantissa = 0, own_unit;
    int scale = 0;
    bool yuan;
    const char *after = read_figures(p, &mantissa, &scale);
    money->words = !after;
    if (!after)
        after = read_words(p, &mantissa);
    if (!after)
        return NULL;
    const char *end = read_units(after, &own_unit, &yuan);
    if (!yuan && !sign && !bare)
        return NULL;
    if (!yuan && !sign && own_unit == 100)
        own_unit = unit_fen;
    if (!scale_to_fen(mantissa, scale, own_unit, &money->fen))
        return NULL;
    return yuan ? read_change(end, &money->fen) : end;
}

bool money_find(const char *text, size_t from, Money *money)
{
    for (const char *p = text + from; *p;) {
        gunichar c = peek(p);
        bool figure = c >= '0' && c <= '9';
        if (!figure && c != 0xA5 && c != 0xFFE5 && word_digit(c) < 0 && small_unit(c) != 10) {
            p = next(p);
            continue;
        }
        const char *end = read_amount(p, 100, false, money);
        if (end) {
            money->start = (size_t)(p - text);
            money->end = (size_t)(end - text);
            return true;
        }
        do /* past this number */
            p = next(p), c = peek(p);
        while ((c >= '0' && c <= '9') || c == '.' || c == ',' || (!figure && (word_digit(c) >= 0 || small_unit(c) || large_unit(c))));
    }
    return false;
}

bool money_parse_cell(const char *text, int64_t unit_fen, Money *money)
{
    const char *p = skip_blanks(text);
    if (g_str_has_prefix(p, "人民币"))
        p = skip_blanks(p + strlen("人民币"));
    const char *end = read_amount(p, unit_fen, true, money);
    if (!end)
        return false;
    money->start = (size_t)(p - text);
    money->end = (size_t)(end - text);
    return *skip_blanks(end) == '\0';
}

char *money_format(int64_t fen)
{
    return g_strdup_printf("%" G_GINT64_FORMAT ".%02d", fen / 100, (int)(fen % 100));
}
