#include "change_words.h"

#include <string.h>

#include <glib.h>

#include "lang.h"
#include "text.h"
#include "vocabulary.h"

/* Figures whose values are codes, and the class of their words. */
static const struct {
    const char *item, *class_name;
} coded[] = {{"eligibility", "eligibility"}, {"veto", "veto"}, {"award", "given"}, {"recommend", "given"}, {"review", "review"}};

static const char *word_of(const char *class_name, const char *id, bool chinese)
{
    return chinese ? vocabulary_chinese(class_name, id) : vocabulary_word(class_name, id);
}

/* IDS parted by blanks. */
static char *words_of(const char *class_name, const char *ids, bool chinese)
{
    g_auto(GStrv) list = g_strsplit(ids, " ", -1);
    GString *words = g_string_new(NULL);
    for (char **id = list; *id; id++)
        if (**id != '\0')
            g_string_append_printf(words, "%s%s", words->len == 0 ? "" : chinese ? "、" : tr("、", ", "), word_of(class_name, *id, chinese));
    return g_string_free(words, FALSE);
}

char *change_value(const char *item, const char *value, bool chinese)
{
    if (!value || value[0] == '\0')
        return NULL;
    if (strcmp(item, "recommend") == 0 && strcmp(value, "yes") == 0)
        return g_strdup(chinese ? "推荐省厅" : tr("推荐省厅", "recommended"));
    bool title = strcmp(item, "award") == 0 && strcmp(value, "open") != 0; /* an award's title is no code */
    for (gsize i = 0; i < G_N_ELEMENTS(coded) && !title; i++)
        if (strcmp(item, coded[i].item) == 0)
            return words_of(coded[i].class_name, value, chinese);
    return text_display(value);
}

char *change_origins(const char *ids, bool chinese)
{
    return words_of("origin", ids ? ids : "", chinese);
}
