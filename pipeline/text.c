#include "text.h"

#include <string.h>

gunichar text_fold_width(gunichar c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFF01 + 0x21;
    return c == 0x3000 ? ' ' : c;
}

bool text_is_blank(gunichar c)
{
    if (c > 0x3000) /* nearly all that is read */
        return c == 0xFEFF;
    return c == ' ' || (c >= 0x9 && c <= 0xD) || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000;
}

static gunichar fold_bracket(gunichar c)
{
    switch (c) {
    case '(': case '[': case '{': case 0x3014 /* 〔 */: case 0x3010 /* 【 */: case 0x3016 /* 〖 */: case 0x2768:
    case 0xFE5D /* ﹝ */: case 0x3008 /* 〈 */: case 0xFE59:
        return 0x3014;
    case ')': case ']': case '}': case 0x3015: case 0x3011: case 0x3017: case 0x2769: case 0xFE5E: case 0x3009: case 0xFE5A:
        return 0x3015;
    default:
        return c;
    }
}

static gunichar fold_char(gunichar c)
{
    c = fold_bracket(text_fold_width(c));
    return c < 0x80 ? (gunichar)g_ascii_tolower((char)c) : g_unichar_tolower(c);
}

/* TEXT (NULL: "") without blanks, each character as FOLD makes it. */
static char *without_blanks(const char *text, gunichar (*fold)(gunichar))
{
    GString *kept = g_string_sized_new(text ? strlen(text) : 0);
    for (const char *p = text ? text : "", *next; *p; p = next) {
        gunichar c = (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char(p), folded = fold(c);
        next = g_utf8_next_char(p);
        if (text_is_blank(c))
            continue;
        if (folded == c)
            g_string_append_len(kept, p, next - p);
        else
            g_string_append_unichar(kept, folded);
    }
    return g_string_free(kept, FALSE);
}

char *text_fold(const char *text)
{
    return without_blanks(text, fold_char);
}

char *text_squeeze(const char *text)
{
    return without_blanks(text, text_fold_width);
}

bool text_same(const char *a, const char *b)
{
    if (g_strcmp0(a, b) == 0)
        return true;
    g_autofree char *left = text_fold(a), *right = text_fold(b);
    return strcmp(left, right) == 0;
}

void text_add_line(GString *lines, const char *line)
{
    if (lines->len > 0)
        g_string_append_c(lines, '\n');
    g_string_append(lines, line);
}

bool text_has_any(const char *text, const char *const *words)
{
    for (; text && *words; words++)
        if (strstr(text, *words))
            return true;
    return false;
}

bool text_has_any_of(const char *text, const GPtrArray *words)
{
    for (guint i = 0; text && i < words->len; i++)
        if (strstr(text, words->pdata[i]))
            return true;
    return false;
}

bool text_has_any_parted(const char *text, const char *words)
{
    g_auto(GStrv) list = g_strsplit(words ? words : "", "|", -1);
    return text_has_any(text, (const char *const *)list);
}

char *text_trim(const char *text)
{
    const char *start = text;
    while (*start && text_is_blank(g_utf8_get_char(start)))
        start = g_utf8_next_char(start);
    const char *end = start + strlen(start);
    for (const char *last; end > start; end = last) {
        last = g_utf8_find_prev_char(start, end);
        if (!last || !text_is_blank(g_utf8_get_char(last)))
            break;
    }
    return g_strndup(start, (gsize)(end - start));
}

size_t text_count_printed(const char *text)
{
    size_t count = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        count += !text_is_blank(g_utf8_get_char(p));
    return count;
}

static const char *skip_zeros(const char *p)
{
    while (*p == '0')
        p++;
    return p;
}

static size_t digit_run(const char *p)
{
    size_t n = 0;
    while (g_ascii_isdigit(p[n]))
        n++;
    return n;
}

/* Compares the digit runs at *A and *B by value and moves behind them. */
static int compare_runs(const char **a, const char **b)
{
    const char *left = skip_zeros(*a), *right = skip_zeros(*b);
    size_t n = digit_run(left), m = digit_run(right);
    *a = left + n;
    *b = right + m;
    if (n != m)
        return n < m ? -1 : 1;
    return memcmp(left, right, n);
}

/* UTF-8 bytes compare as their code points do; END bytes ('\0', or '/' for paths) come before all others. */
static int compare_natural(const char *a, const char *b, bool paths)
{
    int by_zeros = 0;
    while (*a && *b) {
        if (g_ascii_isdigit(*a) && g_ascii_isdigit(*b)) {
            const char *a0 = a, *b0 = b;
            int order = compare_runs(&a, &b);
            if (order != 0)
                return order;
            if (by_zeros == 0)
                by_zeros = (a - a0 > b - b0) - (a - a0 < b - b0);
            continue;
        }
        if (*a != *b) {
            if (paths && (*a == '/' || *b == '/'))
                return *a == '/' ? -1 : 1;
            return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
        }
        a++;
        b++;
    }
    if (*a || *b)
        return *a ? 1 : -1;
    return by_zeros;
}

int text_compare_natural(const char *a, const char *b)
{
    return compare_natural(a, b, false);
}

int text_compare_paths(const char *a, const char *b)
{
    return compare_natural(a, b, true);
}

int text_compare_path_pointers(gconstpointer a, gconstpointer b)
{
    return text_compare_paths(*(const char *const *)a, *(const char *const *)b);
}

int text_compare_byte_pointers(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Shows as nothing at all, so that two names look alike; the joiners of other scripts and of pictures
 * (U+200C, U+200D) do not count. */
static bool is_invisible(gunichar c)
{
    return c == 0xAD || c == 0x180E || c == 0x200B || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF ||
           (c >= 0xE0000 && c <= 0xE007F);
}

static bool is_hidden_control(gunichar c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C || c == 0x2028 ||
           c == 0x2029 || is_invisible(c);
}

char *text_display_keeping(const char *text, const char *kept)
{
    GString *shown = g_string_sized_new(strlen(text));
    for (const char *p = text; *p;) {
        gunichar c = g_utf8_get_char_validated(p, -1);
        if (c == (gunichar)-1 || c == (gunichar)-2) {
            g_string_append_printf(shown, "\\x%02X", (unsigned char)*p++);
            continue;
        }
        if (is_hidden_control(c) && !strchr(kept, *p))
            g_string_append_printf(shown, "\\u{%x}", c);
        else
            g_string_append_unichar(shown, c);
        p = g_utf8_next_char(p);
    }
    return g_string_free(shown, FALSE);
}

char *text_display(const char *name)
{
    return text_display_keeping(name, "");
}

size_t text_char_width(gunichar c)
{
    if ((c >= 0x20 && c <= 0x7E) || (c >= 0x4E00 && c <= 0x9FFF)) /* nearly all that is printed */
        return c <= 0x7E ? 1 : 2;
    return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

size_t text_width(const char *text)
{
    size_t width = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        width += text_char_width(g_utf8_get_char(p));
    return width;
}

/* By hand: GLib sets up a locale at its first such number, and takes what that leaves in errno (where another thread
 * does the same, an EAGAIN) for a complaint about the number. */
bool text_integer(const char *text, int64_t *value)
{
    bool negative = text[0] == '-';
    const char *digit = text + (negative || text[0] == '+' ? 1 : 0);
    uint64_t number = 0, most = (uint64_t)G_MAXINT64 + negative;
    if (*digit == '\0')
        return false;
    for (; g_ascii_isdigit(*digit); digit++) {
        unsigned units = (unsigned)(*digit - '0');
        if (number > (most - units) / 10)
            return false;
        number = number * 10 + units;
    }
    if (*digit != '\0')
        return false;
    *value = (int64_t)(negative ? -number : number);
    return true;
}
