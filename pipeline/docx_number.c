/* Renders generated numbering: 一、 （三） 2.1 ① B. */
#include "docx_parts.h"

#include <string.h>

enum { NUMBER_TEXT_MAX = 200 };

/* 0 to 99999 in Chinese: 十二, 一百零三, 二十; DIGITS as in financial writing are never generated for lists here. */
static void append_chinese(GString *out, int64_t n)
{
    static const char *const digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static const char *const units[] = {"", "十", "百", "千", "万"};
    if (n <= 0 || n > 99999) {
        g_string_append_printf(out, "%" G_GINT64_FORMAT, n);
        return;
    }
    int64_t power = 10000;
    bool begun = false, zero = false;
    for (int unit = 4; unit >= 0; unit--, power /= 10) {
        int digit = (int)(n / power % 10);
        if (digit == 0) {
            zero = begun;
            continue;
        }
        if (zero)
            g_string_append(out, "零");
        if (!(unit == 1 && digit == 1 && !begun))
            g_string_append(out, digits[digit]);
        g_string_append(out, units[unit]);
        begun = true;
        zero = false;
    }
}

static void append_roman(GString *out, int64_t n, bool upper)
{
    static const struct { int value; const char *sign; } signs[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    if (n <= 0 || n > 3999) {
        g_string_append_printf(out, "%" G_GINT64_FORMAT, n);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        for (; n >= signs[i].value; n -= signs[i].value)
            for (const char *p = signs[i].sign; *p; p++)
                g_string_append_c(out, upper ? g_ascii_toupper(*p) : *p);
}

static void append_letter(GString *out, int64_t n, char first)
{
    if (n <= 0 || n > 26 * 20)
        g_string_append_printf(out, "%" G_GINT64_FORMAT, n);
    else
        for (int64_t i = 0; i <= (n - 1) / 26; i++)
            g_string_append_c(out, (char)(first + (n - 1) % 26));
}

/* The Nth of a run of characters that begins at FIRST, up to COUNT; else decimal. */
static void append_run(GString *out, int64_t n, gunichar first, int count)
{
    if (n >= 1 && n <= count)
        g_string_append_unichar(out, first + (gunichar)(n - 1));
    else
        g_string_append_printf(out, "%" G_GINT64_FORMAT, n);
}

static void append_stem(GString *out, int64_t n)
{
    static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    if (n >= 1 && n <= 10)
        g_string_append(out, stems[n - 1]);
    else
        g_string_append_printf(out, "%" G_GINT64_FORMAT, n);
}

static void append_full_width(GString *out, int64_t n)
{
    char digits[24];
    g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, n);
    for (const char *p = digits; *p; p++)
        g_string_append_unichar(out, g_ascii_isdigit(*p) ? 0xFF10 + (gunichar)(*p - '0') : (gunichar)*p);
}

static void append_number(GString *out, const char *format, int64_t n)
{
    if (!format || strcmp(format, "decimal") == 0)
        g_string_append_printf(out, "%" G_GINT64_FORMAT, n);
    else if (g_str_has_prefix(format, "chinese") || g_str_has_prefix(format, "japanese") || g_str_has_prefix(format, "taiwanese") ||
             strcmp(format, "ideographDigital") == 0)
        append_chinese(out, n);
    else if (strcmp(format, "decimalZero") == 0)
        g_string_append_printf(out, "%02" G_GINT64_FORMAT, n);
    else if (g_str_has_suffix(format, "Roman"))
        append_roman(out, n, format[0] == 'u');
    else if (strcmp(format, "upperLetter") == 0 || strcmp(format, "lowerLetter") == 0)
        append_letter(out, n, format[0] == 'u' ? 'A' : 'a');
    else if (g_str_has_prefix(format, "decimalEnclosedCircle"))
        append_run(out, n, 0x2460, 20);
    else if (strcmp(format, "decimalEnclosedParen") == 0)
        append_run(out, n, 0x2474, 20);
    else if (strcmp(format, "decimalEnclosedFullstop") == 0)
        append_run(out, n, 0x2488, 20);
    else if (g_str_has_prefix(format, "decimalFullWidth"))
        append_full_width(out, n);
    else if (strcmp(format, "ideographTraditional") == 0)
        append_stem(out, n);
    else if (strcmp(format, "none") != 0 && strcmp(format, "bullet") != 0)
        g_string_append_printf(out, "%" G_GINT64_FORMAT, n);
}

static DocxAbstractNum *find_abstract(const DocxLook *look, const DocxNum *num)
{
    DocxAbstractNum *abstract = num->abstract_id ? g_hash_table_lookup(look->abstracts, num->abstract_id) : NULL;
    if (!abstract || !abstract->style_link)
        return abstract;
    DocxStyle style = docx_style_resolve(look, abstract->style_link);
    const DocxNum *linked = style.num_id > 0 ? g_hash_table_lookup(look->nums, GINT_TO_POINTER(style.num_id)) : NULL;
    DocxAbstractNum *other = linked && linked->abstract_id ? g_hash_table_lookup(look->abstracts, linked->abstract_id) : NULL;
    return other ? other : abstract;
}

static void step_counter(DocxAbstractNum *abstract, DocxNum *num, int level)
{
    if (num->start_override[level] >= 0 && !num->started[level]) {
        abstract->counters[level] = num->start_override[level];
        num->started[level] = true;
    } else if (!abstract->used[level]) {
        abstract->counters[level] = abstract->levels[level].start;
    } else if (abstract->counters[level] < G_MAXINT32) {
        abstract->counters[level]++;
    }
    abstract->used[level] = true;
    for (int i = level + 1; i < NUMBER_LEVELS; i++)
        abstract->used[i] = false;
}

int64_t docx_number_render(DocxLook *look, int num_id, int level, GString *out)
{
    DocxNum *num = num_id > 0 ? g_hash_table_lookup(look->nums, GINT_TO_POINTER(num_id)) : NULL;
    DocxAbstractNum *abstract = num ? find_abstract(look, num) : NULL;
    if (!abstract || level < 0 || level >= NUMBER_LEVELS)
        return 0;
    step_counter(abstract, num, level);
    const DocxLevel *shown = &abstract->levels[level];
    size_t before = out->len;
    for (const char *p = shown->text ? shown->text : ""; *p && out->len - before < NUMBER_TEXT_MAX; p++) {
        if (*p == '%' && p[1] >= '1' && p[1] <= '9') {
            int which = *++p - '1';
            int64_t n = abstract->used[which] ? abstract->counters[which] : abstract->levels[which].start;
            append_number(out, shown->legal ? "decimal" : abstract->levels[which].format, n);
        } else {
            g_string_append_c(out, *p);
        }
    }
    if (out->len > before && shown->gap)
        g_string_append_c(out, ' ');
    return g_utf8_strlen(out->str + before, (gssize)(out->len - before));
}
