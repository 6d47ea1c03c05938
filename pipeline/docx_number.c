/* Counts the paragraphs of lists and renders their numbers: 一、 （三） 2.1 ① B. */
#include <string.h>

#include "docx_parts.h"

enum { NUMBER_TEXT_MAX = 200 };

static const DocxLevel *level_of(const DocxAbstractNum *abstract, const DocxNum *num, int level)
{
    return num->levels[level] ? num->levels[level] : &abstract->levels[level];
}

/* Levels below begin again, but for those that say otherwise. */
static void reset_below(DocxAbstractNum *abstract, const DocxNum *num, int level)
{
    for (int i = level + 1; i < NUMBER_LEVELS; i++) {
        int restart = level_of(abstract, num, i)->restart;
        if (restart < 0 || level < restart)
            abstract->used[i] = false;
    }
}

static void step_counter(DocxAbstractNum *abstract, DocxNum *num, int level)
{
    if (num->start_override[level] >= 0 && !num->started[level])
        abstract->counters[level] = num->start_override[level];
    else if (!abstract->used[level])
        abstract->counters[level] = num->start_override[level] >= 0 ? num->start_override[level] : level_of(abstract, num, level)->start;
    else if (abstract->counters[level] < G_MAXINT32)
        abstract->counters[level]++;
    num->started[level] = true;
    abstract->used[level] = true;
    reset_below(abstract, num, level);
}

/* A bullet stands in a font of symbols as often as not. */
static void append_bullet(GString *out, const DocxLevel *level, const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), shown = docx_symbol(level->font, c);
        bool private_use = c >= 0xE000 && c <= 0xF8FF;
        g_string_append_unichar(out, shown ? shown : private_use ? 0x2022 : c);
    }
}

static void append_level(GString *out, const DocxAbstractNum *abstract, const DocxNum *num, const DocxLevel *shown)
{
    size_t before = out->len;
    for (const char *p = shown->text ? shown->text : ""; *p && out->len - before < NUMBER_TEXT_MAX; p++) {
        if (*p != '%' || p[1] < '1' || p[1] > '9') {
            g_string_append_c(out, *p);
            continue;
        }
        int which = *++p - '1';
        const DocxLevel *level = level_of(abstract, num, which);
        int64_t n = abstract->used[which] ? abstract->counters[which] : level->start;
        docx_number_append(out, shown->legal && g_strcmp0(level->format, "decimalZero") != 0 ? "decimal" : level->format, n);
    }
}

int64_t docx_number_render(DocxLook *look, int num_id, int level, GString *out)
{
    DocxNum *num = docx_num(look, num_id);
    DocxAbstractNum *abstract = num ? docx_num_abstract(look, num) : NULL;
    if (!abstract || level < 0 || level >= NUMBER_LEVELS)
        return 0;
    step_counter(abstract, num, level);
    const DocxLevel *shown = level_of(abstract, num, level);
    size_t before = out->len;
    if (g_strcmp0(shown->format, "bullet") == 0)
        append_bullet(out, shown, shown->text ? shown->text : "");
    else
        append_level(out, abstract, num, shown);
    if (out->len > before && shown->gap)
        g_string_append_c(out, ' ');
    return g_utf8_strlen(out->str + before, (gssize)(out->len - before));
}
