/* The words of an explanation: values, what they are about and where they come from. */
#include "explain.h"

#include <string.h>

#include "kinds.h"
#include "lang.h"
#include "rec_casefiles.h"
#include "text.h"
#include "vocabulary.h"

/* Where the words for the values of a figure or an input stand; others are looked for in all of them. */
static const struct {
    const char *id, *class_name;
} value_classes[] = {{"ruling", "ruling"},
                     {"eligibility", "eligibility"},
                     {"award", "given"},
                     {"recommend", "given"},
                     {"claim", "role"},
                     {"water", "option"}};
static const char *const any_classes[] = {"why", "eligibility", "rule", "given", "ruling", "veto", "role"};

static const char *word_for_code(const char *id, const char *code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(value_classes); i++)
        if (strcmp(value_classes[i].id, id) == 0 && vocabulary_has(value_classes[i].class_name, code))
            return vocabulary_word(value_classes[i].class_name, code);
    if (strcmp(id, "veto") == 0 && vocabulary_has("veto", code))
        return vocabulary_word("veto", code);
    Kind kind = kind_from_id(code);
    if (kind != KIND_NONE)
        return lang_get() == LANG_ZH ? kind_printed(kind) : kind_english(kind);
    for (size_t i = 0; i < G_N_ELEMENTS(any_classes); i++)
        if (vocabulary_has(any_classes[i], code))
            return vocabulary_word(any_classes[i], code);
    return code;
}

/* "80 72.5" of 2015 and 2016 → "80 → 72.5"; classes of water by their numerals. */
static char *years_text(const char *id, const char *value)
{
    static const char *const classes[] = {"", "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"};
    g_auto(GStrv) years = g_strsplit(value, " ", 2);
    const char *shown[2] = {years[0], years[1]};
    for (int i = 0; i < 2 && strcmp(id, "water") == 0; i++)
        if (years[i][0] >= '1' && years[i][0] <= '6' && years[i][1] == '\0')
            shown[i] = classes[years[i][0] - '0'];
    return g_strdup_printf("%s → %s", shown[0], shown[1]);
}

/* Codes parted by blanks, joined by SEPARATOR. */
static char *words_text(const char *id, const char *value, const char *separator)
{
    g_auto(GStrv) codes = g_strsplit(value, " ", -1);
    g_autoptr(GString) words = g_string_new(NULL);
    for (char **code = codes; *code; code++)
        g_string_append_printf(words, "%s%s", words->len ? separator : "", word_for_code(id, *code));
    return g_string_free(g_steal_pointer(&words), FALSE);
}

/* A row of `cases`, or one side of a claim: the role with what the candidate lacks ("lead no-evidence"), the kind or why there is
 * none. */
static char *claim_text(const char *id, const char *value)
{
    g_autofree char *words = words_text(id, value, " ");
    bool lacks = strcmp(id, "claim") == 0 ? strchr(value, ' ') != NULL
                                          : !strchr(value, ' ') && kind_from_id(value) == KIND_NONE;
    return g_strconcat(words, lacks ? tr("，不计入", ", does not count") : "", NULL);
}

char *explain_value(const char *id, const char *value)
{
    bool years = strcmp(id, "pm10") == 0 || strcmp(id, "pm25") == 0 || strcmp(id, "water") == 0;
    if (years && strchr(value, ' '))
        return years_text(id, value);
    if (strcmp(id, "window") == 0 && strchr(value, ' '))
        return words_text(id, value, tr("至", " to "));
    if (strcmp(id, "veto") == 0)
        return words_text(id, value, tr("、", ", "));
    if (strcmp(id, "case") == 0 || strcmp(id, "claim") == 0)
        return claim_text(id, value);
    return g_strdup(word_for_code(id, value));
}

static char *names_in_line(const char *names)
{
    g_auto(GStrv) lines = g_strsplit(names, "\n", -1);
    return g_strjoinv(tr("、", ", "), lines);
}

char *explain_object(const char *object)
{
    const char *dash = strrchr(object, '-');
    g_autofree char *head = dash ? g_strndup(object, (gsize)(dash - object)) : NULL;
    Kind kind = head && g_ascii_isdigit(dash[1]) ? kind_from_id(head) : KIND_NONE;
    if (kind != KIND_NONE)
        return g_strconcat(tr(kind_printed(kind), kind_english(kind)), dash, NULL);
    if (strchr(object, '\n'))
        return names_in_line(object);
    return g_strdup(vocabulary_has("figure", object) ? vocabulary_word("figure", object)
                                                     : word_for_code("", object));
}

static char *quoted_source(const Leaf *leaf)
{
    g_autofree char *place = place_printed(leaf->place);
    return g_strdup_printf(tr("%s，%s：“%s”", "%s, %s: \"%s\""), leaf->source, place, leaf->quote ? leaf->quote : "");
}

/* A claim's place is one of the person's list of cases: "先进个人/甲 L2". */
char *explain_source(const Leaf *leaf)
{
    const char *blank = leaf->source ? strrchr(leaf->source, ' ') : NULL;
    if (leaf->place)
        return quoted_source(leaf);
    if (!blank || strcmp(leaf->name, "claim") != 0)
        return g_strdup(leaf->source);
    g_autofree char *place = place_printed(blank + 1);
    return g_strdup_printf(tr("%.*s，案件清单%s", "%.*s, list of cases, %s"), (int)(blank - leaf->source),
                           leaf->source, place);
}

const char *explain_rule_numbers(void)
{
    return tr("“规则8.x”指《评分规则》（SPEC）第8节第x条，“规则3”指第3节；所依据的通知原文引在各项之下。",
              "“Rule 8.x” is section 8.x of the rules of scoring (SPEC), “rule 3” its section 3; the notice "
              "is quoted at the figures that rest on it.");
}

const char *explain_legend(void)
{
    return tr("算式从左到右按先乘除后加减计算；clamp(x, 0, 1)：小于0取0、大于1取1；max(a, b)：取较大的；"
              "floor(x)：舍去小数。每个得分先四舍五入一次，再相加。",
              "clamp(x, 0, 1): 0 below 0, 1 above 1; max(a, b): the greater; floor(x): drops the fraction.  Each "
              "component is rounded once and only then added.");
}
