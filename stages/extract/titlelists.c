/* Cells that say what others below them hold: 姓名、执法证号、分工. */
#include "reading.h"
#include "text.h"

bool word_is_title(const Gather *gather, const char *word)
{
    g_autofree char *squeezed = matchtext_squeeze(word);
    return *squeezed && (g_hash_table_contains(gather->reading->rules->columns, squeezed) || label_named(gather, squeezed));
}

/* Where the next word of TEXT begins, after the marks and blanks that part it from the one before. */
static const char *next_word(const char *text)
{
    while (*text && !g_unichar_isalnum(text_fold_width(g_utf8_get_char(text))))
        text = g_utf8_next_char(text);
    return text;
}

static const char *end_of_word(const char *text)
{
    while (*text && g_unichar_isalnum(text_fold_width(g_utf8_get_char(text))))
        text = g_utf8_next_char(text);
    return text;
}

bool is_title_list(const Gather *gather, const char *text)
{
    guint words = 0, titles = 0;
    for (const char *word = next_word(text), *end; *word; word = next_word(end)) {
        end = end_of_word(word);
        g_autofree char *one = g_strndup(word, (gsize)(end - word));
        bool title = word_is_title(gather, one);
        if (words == 0 && !title)
            return false;
        words++;
        titles += title;
    }
    return titles > 1 && titles * 2 > words;
}
