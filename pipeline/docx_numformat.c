/* How w:numFmt writes a number. */
#include <string.h>

#include "docx_parts.h"

static const char *const plain_digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

typedef struct {
    const char *digits[10];
    const char *units[5];
} Writing;

static const Writing common_writing = {{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千", "万"}},
                     legal_writing = {{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, {"", "拾", "佰", "仟", "万"}},
                     traditional_writing = {{"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"}, {"", "拾", "佰", "仟", "萬"}},
                     japanese_writing = {{"零", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九"}, {"", "拾", "百", "阡", "萬"}};

static void append_decimal(GString *out, int64_t n)
{
    g_string_append_printf(out, "%" G_GINT64_FORMAT, n);
}

/* Digit by digit: 一〇二. */
static void append_digits(GString *out, int64_t n)
{
    char digits[24];
    g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, n);
    for (const char *p = digits; *p; p++)
        g_string_append(out, plain_digits[*p - '0']);
}

/* 1 to 99999 with units: 一百零三; SHORT_TEN: 十二, not 一十二; SHORT_ONE: 百, not 一百. */
static void append_units(GString *out, int64_t n, const Writing *writing, bool short_ten, bool short_one, bool zeros)
{
    int64_t power = 10000;
    bool begun = false, zero = false;
    for (int unit = 4; unit >= 0; unit--, power /= 10) {
        int digit = (int)(n / power % 10);
        if (digit == 0) {
            zero = begun;
            continue;
        }
        if (zero && zeros)
            g_string_append(out, writing->digits[0]);
        bool silent = digit == 1 && ((unit == 1 && short_ten && !begun) || (unit >= 1 && unit <= 3 && short_one));
        if (!silent)
            g_string_append(out, writing->digits[digit]);
        g_string_append(out, writing->units[unit]);
        begun = true;
        zero = false;
    }
}

static void append_roman(GString *out, int64_t n, bool upper)
{
    static const struct { int value; const char *sign; } signs[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    if (n > 3999) {
        append_decimal(out, n);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        for (; n >= signs[i].value; n -= signs[i].value)
            for (const char *p = signs[i].sign; *p; p++)
                g_string_append_c(out, upper ? g_ascii_toupper(*p) : *p);
}

/* a … z, aa, bb … */
static void append_letter(GString *out, int64_t n, char first)
{
    if (n > (int64_t)26 * 20)
        append_decimal(out, n);
    else
        for (int64_t i = 0; i <= (n - 1) / 26; i++)
            g_string_append_c(out, (char)(first + (n - 1) % 26));
}

/* The Nth of a run of characters that begins at FIRST, up to COUNT; else decimal. */
static void append_run(GString *out, int64_t n, gunichar first, int count)
{
    if (n <= count)
        g_string_append_unichar(out, first + (gunichar)(n - 1));
    else
        append_decimal(out, n);
}

/* ① to ㊿ stand in three places. */
static void append_circled(GString *out, int64_t n)
{
    if (n > 35)
        append_run(out, n, 0x32B1 - 35, 50);
    else if (n > 20)
        append_run(out, n, 0x3251 - 20, 35);
    else
        append_run(out, n, 0x2460, 20);
}

static void append_cycle(GString *out, int64_t n, const char *const *signs, int count)
{
    if (n <= count)
        g_string_append(out, signs[n - 1]);
    else
        append_decimal(out, n);
}

static void append_full_width(GString *out, int64_t n)
{
    char digits[24];
    g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, n);
    for (const char *p = digits; *p; p++)
        g_string_append_unichar(out, 0xFF10 + (gunichar)(*p - '0'));
}

/* Chinese and its neighbours; false when FORMAT is none of them. */
static bool append_ideographic(GString *out, const char *format, int64_t n)
{
    static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    static const char *const branches[] = {"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"};
    if (strcmp(format, "chineseLegalSimplified") == 0)
        append_units(out, n, &legal_writing, false, false, true);
    else if (strcmp(format, "ideographLegalTraditional") == 0)
        append_units(out, n, &traditional_writing, false, false, true);
    else if (strcmp(format, "japaneseLegal") == 0)
        append_units(out, n, &japanese_writing, false, false, false);
    else if (strcmp(format, "japaneseCounting") == 0)
        append_units(out, n, &common_writing, true, true, false);
    else if (strcmp(format, "chineseCountingThousand") == 0 || strcmp(format, "taiwaneseCountingThousand") == 0)
        append_units(out, n, &common_writing, true, false, true);
    else if (strcmp(format, "chineseCounting") == 0 || strcmp(format, "taiwaneseCounting") == 0)
        n > 99 ? append_digits(out, n) : append_units(out, n, &common_writing, true, false, true);
    else if (strcmp(format, "ideographDigital") == 0 || strcmp(format, "japaneseDigitalTenThousand") == 0 ||
             strcmp(format, "taiwaneseDigital") == 0)
        append_digits(out, n);
    else if (strcmp(format, "ideographTraditional") == 0)
        append_cycle(out, n, stems, G_N_ELEMENTS(stems));
    else if (strcmp(format, "ideographZodiac") == 0)
        append_cycle(out, n, branches, G_N_ELEMENTS(branches));
    else if (strcmp(format, "ideographEnclosedCircle") == 0)
        append_run(out, n, 0x3280, 10);
    else
        return false;
    return true;
}

static void append_western(GString *out, const char *format, int64_t n)
{
    if (strcmp(format, "decimalZero") == 0)
        g_string_append_printf(out, "%02" G_GINT64_FORMAT, n);
    else if (strcmp(format, "upperRoman") == 0 || strcmp(format, "lowerRoman") == 0)
        append_roman(out, n, format[0] == 'u');
    else if (strcmp(format, "upperLetter") == 0 || strcmp(format, "lowerLetter") == 0)
        append_letter(out, n, format[0] == 'u' ? 'A' : 'a');
    else if (g_str_has_prefix(format, "decimalEnclosedCircle"))
        append_circled(out, n);
    else if (strcmp(format, "decimalEnclosedParen") == 0)
        append_run(out, n, 0x2474, 20);
    else if (strcmp(format, "decimalEnclosedFullstop") == 0)
        append_run(out, n, 0x2488, 20);
    else if (g_str_has_prefix(format, "decimalFullWidth"))
        append_full_width(out, n);
    else if (strcmp(format, "numberInDash") == 0)
        g_string_append_printf(out, "- %" G_GINT64_FORMAT " -", n);
    else
        append_decimal(out, n);
}

void docx_number_append(GString *out, const char *format, int64_t n)
{
    if (!format || n < 1 || n > 99999)
        append_decimal(out, n);
    else if (strcmp(format, "none") != 0 && !append_ideographic(out, format, n))
        append_western(out, format, n);
}
