#include "assumed_words.h"

#include <string.h>

#include "change_words.h"
#include "lang.h"
#include "text.h"
#include "vocabulary.h"

char *assumed_place(const char *element, const char *attribute)
{
    GString *place = g_string_new(NULL);
    bool inside = false;
    for (const char *p = element; *p; p++) {
        inside = inside || *p == '[';
        if (!inside)
            g_string_append_c(place, *p);
        inside = inside && *p != ']';
    }
    g_string_append_printf(place, "@%s", attribute);
    return g_string_free(place, FALSE);
}

char *assumed_name(const ScoreAssumed *assumed)
{
    g_autofree char *place = assumed_place(assumed->element, assumed->attribute);
    if (vocabulary_has("assumed", place))
        return g_strdup(vocabulary_word("assumed", place));
    return g_strdup_printf("%s/@%s", assumed->element, assumed->attribute);
}

/* The word for a choice, a time without its T and zone. */
static char *value_words(const char *value)
{
    int64_t time_s;
    if (value && instant_parse(value, &time_s)) {
        g_autofree char *text = instant_format(time_s);
        if (strlen(text) >= 16)
            text[10] = ' ';
        return g_strndup(text, 16);
    }
    return g_strdup(value && vocabulary_has("rule", value) ? vocabulary_word("rule", value) : value);
}

char *assumed_value(const ScoreAssumed *assumed)
{
    return value_words(assumed->value);
}

/* ---- what would change ---- */

static const char *unit_name(const Scores *scores, const char *id)
{
    for (guint i = 0; i < scores->units->len; i++) {
        const ScoreUnit *unit = scores->units->pdata[i];
        if (strcmp(unit->id, id) == 0)
            return unit->name;
    }
    return id;
}

/* "沅陵县环境保护局 2→1". */
static void append_change(GString *text, const Scores *scores, const ScoreChange *change)
{
    g_autofree char *who = text_display(change->person ? change->person : unit_name(scores, change->unit));
    g_autofree char *was = change_value(change->item, change->was, false), *is = change_value(change->item, change->is, false);
    const char *nothing = tr("无", "none");
    g_string_append_printf(text, "%s %s→%s", who, was ? was : nothing, is ? is : nothing);
}

/* "名次变动7个（甲 2→1、乙 1→2 等）", of ranks or of the rest. */
static void append_group(GString *text, const Scores *scores, const ScoreAlternative *alternative, bool ranks)
{
    int64_t count = ranks ? alternative->ranks : alternative->awards, shown = 0;
    if (count == 0) {
        g_string_append(text, ranks ? tr("名次不变", "no rank changes") : tr("奖项、推荐不变", "no award or recommendation changes"));
        return;
    }
    g_string_append_printf(text, ranks ? tr("名次变动%d个（", "%d ranks change (") : tr("奖项、推荐变动%d项（", "%d awards and recommendations change ("), (int)count);
    for (guint i = 0; i < alternative->changes->len; i++) {
        const ScoreChange *change = alternative->changes->pdata[i];
        if ((strcmp(change->item, "rank") == 0) != ranks)
            continue;
        g_string_append(text, shown++ ? tr("、", ", ") : "");
        append_change(text, scores, change);
    }
    g_string_append(text, shown < count ? tr("等）", " and others)") : tr("）", ")"));
}

static void append_alternative(GString *text, const ScoreAssumed *assumed, const ScoreAlternative *alternative, const Scores *scores)
{
    g_autofree char *place = assumed_place(assumed->element, assumed->attribute), *id = g_strdup_printf("%s=%s", place, alternative->value);
    g_autofree char *value = value_words(alternative->value);
    bool named = vocabulary_has("alternative", id);
    g_string_append_printf(text, named ? "%s%s" : tr("%s如取“%s”", "%sif '%s'"), text->len ? "\n" : "", named ? vocabulary_word("alternative", id) : value);
    g_string_append(text, tr("：", ": "));
    append_group(text, scores, alternative, true);
    g_string_append(text, tr("，", "; "));
    append_group(text, scores, alternative, false);
}

char *assumed_effect(const ScoreAssumed *assumed, const Scores *scores)
{
    if (assumed->alternatives->len == 0)
        return assumed->why ? g_strdup(vocabulary_word("no-alternative", assumed->why)) : NULL;
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < assumed->alternatives->len; i++)
        append_alternative(text, assumed, assumed->alternatives->pdata[i], scores);
    return g_string_free(text, FALSE);
}
