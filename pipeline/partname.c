#include "partname.h"

#include <string.h>

#include <glib.h>

#include "cndate.h"
#include "text.h"

/* A number in figures or Chinese numerals that TEXT begins with, up to PARTS_MAX; 0 for none.  *END is behind
 * it. */
static int part_number(const char *text, const char **end)
{
    int number = cndate_number(text, end);
    return number > 0 && number <= PARTS_MAX ? number : 0;
}

/* Words for a part at the end of a name: 上, 上册, 续, 正文, 附件. */
static int part_word(const char *text)
{
    static const struct { const char *word; int part; } words[] = {
        {"上", 1},             {"正文", 1},           {"首页", 1},           {"中", PART_MIDDLE},
        {"续", PART_MIDDLE},   {"续页", PART_MIDDLE}, {"续表", PART_MIDDLE}, {"附件", PART_MIDDLE},
        {"附表", PART_MIDDLE}, {"附页", PART_MIDDLE}, {"下", PART_LAST},     {"上册", 1},
        {"上篇", 1},           {"中册", PART_MIDDLE}, {"中篇", PART_MIDDLE}, {"下册", PART_LAST},
        {"下篇", PART_LAST}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(text, words[i].word) == 0)
            return words[i].part;
    return 0;
}

/* MARK as a part: 2, 二, 第2页, 第二部分, 上; BARE: a number alone counts. */
static int part_of_mark(const char *mark, bool bare)
{
    bool ordinal = g_str_has_prefix(mark, "第");
    const char *end = mark;
    int part = part_number(ordinal ? mark + strlen("第") : mark, &end);
    if (part == 0)
        return part_word(mark);
    static const char *const units[] = {"页", "部分", "份", "段", NULL};
    bool whole = *end == '\0' ? bare && !ordinal : g_strv_contains(units, end);
    return whole ? part : 0;
}

/* Cuts STEM at AT and takes blanks and joining signs off its end. */
static void cut_stem(char *stem, size_t at)
{
    stem[at] = '\0';
    for (size_t length = strlen(stem); length > 0 && strchr("-_ .", stem[length - 1]); length--)
        stem[length - 1] = '\0';
}

/* The mark at the end of STEM that stands in brackets, behind a sign or, a word for a part, right behind the
 * name; cuts it off. */
static int take_mark(char *stem)
{
    size_t length = strlen(stem);
    char *open = length > 0 && stem[length - 1] == ')' ? strrchr(stem, '(') : NULL;
    char *sign = strrchr(stem, '-') ? strrchr(stem, '-') : strrchr(stem, '_');
    int part = 0;
    if (open) {
        g_autofree char *inside = g_strndup(open + 1, strlen(open) - 2);
        part = part_of_mark(inside, true);
        if (part)
            cut_stem(stem, (size_t)(open - stem));
        return part;
    }
    if (sign && (part = part_of_mark(sign + 1, true)) > 0) {
        cut_stem(stem, (size_t)(sign - stem));
        return part;
    }
    for (char *p = stem; *p && part == 0; p = g_utf8_next_char(p))
        if ((part = part_of_mark(p, false)) > 0) {
            cut_stem(stem, (size_t)(p - stem));
            return part;
        }
    return 0;
}

/* NAME without its extension, squeezed. */
static char *whole_stem(const char *name)
{
    const char *dot = strrchr(name, '.');
    g_autofree char *whole = g_strndup(name, dot && dot > name ? (gsize)(dot - name) : strlen(name));
    return text_squeeze(whole);
}

int part_of_name(const char *name, char **stem)
{
    *stem = whole_stem(name);
    return take_mark(*stem);
}

/* Whether WORD stands in the mark of NAME, whose stem is STEM. */
static bool mark_holds(const char *name, const char *stem, const char *word)
{
    g_autofree char *whole = whole_stem(name);
    return strstr(whole + strlen(stem), word) != NULL;
}

bool part_is_end(const char *name, const char *stem)
{
    return mark_holds(name, stem, "下");
}

bool part_is_bare(const char *name)
{
    g_autofree char *stem = NULL;
    return part_of_name(name, &stem) >= PART_MIDDLE && stem[strspn(stem, "0123456789-_ .")] == '\0' &&
           (mark_holds(name, stem, "第") || mark_holds(name, stem, "续"));
}
