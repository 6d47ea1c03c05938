#include "ruleexamples.h"

#include <string.h>

#include "events.h"
#include "lang.h"
#include "matchtext.h"
#include "reading.h"

/* What the pattern reads in the example: NULL for no match or no value; where it has no value of its own, what it matches. */
static char *read_pattern(const RuleExample *example, Matcher *matcher)
{
    const Pattern *pattern = example->pattern ? example->pattern->pattern : example->named->pattern;
    char *const *when = example->pattern ? example->pattern->when : example->named->when;
    MatchText folded;
    matchtext_init(&folded, example->text, strlen(example->text));
    char *value = NULL;
    size_t start, end;
    if (extractrules_when(when, folded.text) && matcher_find(matcher, pattern, folded.text, folded.length, 0) &&
        matcher_span(matcher, example->pattern ? pattern_group(pattern, "value") : 0, &start, &end)) {
        g_autofree char *quote = matchtext_quote(&folded, example->text, start, end);
        Field *field = record_new(&field_type);
        if (!example->pattern)
            value = g_strdup(quote);
        else if (value_read(example->pattern->field, quote, false, field))
            value = g_strdup(field->value);
        record_free(&field_type, field);
    }
    matchtext_clear(&folded);
    return value;
}

/* The kind of document that the example is, NULL for none. */
static char *read_title(const ExtractRules *rules, const RuleExample *example, Matcher *matcher)
{
    g_autofree char *squeezed = matchtext_squeeze(example->text);
    const TitleRule *title = example->of_name ? NULL : title_rule(rules, matcher, squeezed);
    if (!title && !example->of_name)
        title = loose_title_rule(rules, matcher, squeezed);
    int other, doctype = example->of_name ? name_doctype(rules, matcher, example->text, &other) : title ? title->doctype : -1;
    return g_strdup(extractrules_doctype_id(rules, doctype));
}

typedef struct {
    const RuleExample *example;
    const MatchText *folded;
    char *value;
} EventTried;

static void keep_first(const EventRule *rule, const EventQuote *at, void *data)
{
    EventTried *tried = data;
    if (rule != tried->example->event || tried->value)
        return;
    g_autofree char *quote = event_date(at, tried->folded, tried->example->text);
    Field *field = record_new(&field_type);
    if (value_read(at->days_later > 0 ? rule->next_field : rule->field, quote, false, field))
        tried->value = g_strdup(field->value);
    record_free(&field_type, field);
}

/* The day that the event rule reads in the example. */
static char *read_event(const ExtractRules *rules, const RuleExample *example, Matcher *matcher)
{
    MatchText folded;
    matchtext_init(&folded, example->text, strlen(example->text));
    EventTried tried = {example, &folded, NULL};
    events_read(rules, matcher, NULL, &folded, example->text, keep_first, &tried);
    matchtext_clear(&folded);
    return tried.value;
}

/* What the rule of the example reads in it. */
static char *read_rule(const ExtractRules *rules, const RuleExample *example, Matcher *matcher)
{
    return example->doctype >= 0 ? read_title(rules, example, matcher)
           : example->event ? read_event(rules, example, matcher) : read_pattern(example, matcher);
}

static bool holds(const ExtractRules *rules, const RuleExample *example, const char *read)
{
    if (example->doctype >= 0)
        return (g_strcmp0(read, extractrules_doctype_id(rules, example->doctype)) == 0) == example->must_match;
    if (!example->must_match)
        return read == NULL;
    return read && (!example->value || strcmp(read, example->value) == 0);
}

guint ruleexamples_try(const ExtractRules *rules, GString *complaints)
{
    g_autoptr(Matcher) matcher = matcher_new();
    guint wrong = 0;
    for (guint i = 0; i < rules->examples->len; i++) {
        const RuleExample *example = g_ptr_array_index(rules->examples, i);
        g_autofree char *read = read_rule(rules, example, matcher);
        if (holds(rules, example, read))
            continue;
        wrong++;
        g_string_append_printf(complaints, tr("%s 第%d行 %s：例子“%s”%s，读出的是“%s”\n", "%s line %d %s: the example \"%s\" %s; it reads \"%s\"\n"),
                               example->file, example->line, example->rule, example->text,
                               example->must_match ? tr("应当匹配", "must match") : tr("不应匹配", "must not match"), read ? read : tr("无", "nothing"));
    }
    return wrong;
}
