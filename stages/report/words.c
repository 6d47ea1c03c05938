#include "report_words.h"

#include <stdbool.h>
#include <string.h>

#include "lang.h"
#include "text.h"
#include "vocabulary.h"

static const char *word(WordUse use, const char *class_name, const char *id)
{
    return use == WORDS_TABLE ? vocabulary_chinese(class_name, id) : vocabulary_word(class_name, id);
}

const char *words_award(WordUse use, int state, const char *title)
{
    return state == GIVEN_OPEN ? word(use, "given", "open") : state == GIVEN_YES ? title : NULL;
}

const char *words_recommend(WordUse use, int state)
{
    return state == GIVEN_OPEN  ? word(use, "given", "open")
           : state == GIVEN_YES ? (use == WORDS_TABLE ? "推荐省厅" : tr("推荐省厅", "recommended"))
                                : NULL;
}

const char *words_eligibility(WordUse use, const char *code)
{
    return code ? word(use, "eligibility", code) : NULL;
}

const char *words_review(WordUse use, int review)
{
    return word(use, "review", review_ids[review]);
}

char *words_vetoes(WordUse use, const GPtrArray *codes)
{
    if (codes->len == 0)
        return NULL;
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < codes->len; i++)
        g_string_append_printf(words, "%s%s",
                               i == 0               ? ""
                               : use == WORDS_TABLE ? "、"
                                                    : tr("、", ", "),
                               word(use, "veto", codes->pdata[i]));
    return g_string_free(words, FALSE);
}

const char *words_indicator(const char *id)
{
    return vocabulary_chinese("figure", id);
}

char *words_position(WordUse use, Kind kind, int64_t position)
{
    if (kind == KIND_NONE)
        return NULL;
    return g_strdup_printf("%s-%" G_GINT64_FORMAT,
                           use == WORDS_TABLE ? kind_printed(kind)
                                              : tr(kind_printed(kind), kind_english(kind)),
                           (gint64)position);
}

char *words_shown(const char *text)
{
    return text ? text_display_keeping(text, "\t\r\n") : NULL;
}

char *words_money(const char *number)
{
    if (!number)
        return NULL;
    size_t sign = number[0] == '-', digits = strspn(number + sign, "0123456789");
    const char *rest = number + sign + digits;
    bool decimals = rest[0] == '.' && rest[1 + strspn(rest + 1, "0123456789")] == '\0';
    if (digits == 0 || (rest[0] != '\0' && !decimals))
        return g_strdup(number);
    GString *money = g_string_new_len(number, (gssize)sign);
    for (size_t i = 0; i < digits; i++) {
        if (i > 0 && (digits - i) % 3 == 0)
            g_string_append_c(money, ',');
        g_string_append_c(money, number[sign + i]);
    }
    g_string_append(money, rest);
    return g_string_free(money, FALSE);
}
