/* Laws as (law, article, paragraph, item): what was violated and what the penalty rests on. */
#include <string.h>

#include "cndate.h"
#include "reading.h"

enum { LAWS_MAX = 200, CARRY_MAX = 200 };

typedef struct {
    char *law;
    int article, paragraph, item;
    size_t start, end;
} Citation;

static int group_number(const Gather *gather, const NamedPattern *rule, const char *text, const char *name)
{
    size_t start, end;
    if (!matcher_span(gather->reading->matcher, pattern_group(rule->pattern, name), &start, &end) || end == start)
        return 0;
    const char *after;
    int number = cndate_number(text + start, &after);
    return MAX(number, 0);
}

/* The law's full name for what the text calls it. */
static char *law_name(const Gather *gather, const char *cited)
{
    g_autofree char *squeezed = matchtext_squeeze(cited);
    const char *full = g_hash_table_lookup(gather->reading->rules->laws, squeezed);
    return g_strdup(full ? full : squeezed);
}

/* Reads the citation of the last match; LAST is the law named before it, for 该法 and for articles without a law. */
static bool read_citation(const Gather *gather, const NamedPattern *rule, const char *text, char **last, Citation *citation)
{
    size_t start, end;
    Matcher *matcher = gather->reading->matcher;
    if (matcher_span(matcher, pattern_group(rule->pattern, "law"), &start, &end) && end > start) {
        g_autofree char *cited = g_strndup(text + start, end - start);
        char *name = law_name(gather, cited);
        g_free(*last);
        *last = name;
    }
    if (!*last)
        return false;
    citation->law = *last;
    citation->article = group_number(gather, rule, text, "article");
    citation->paragraph = group_number(gather, rule, text, "paragraph");
    citation->item = group_number(gather, rule, text, "item");
    return matcher_span(matcher, 0, &citation->start, &citation->end);
}

static void add_citation(Gather *gather, const char *field, uint32_t paragraph, const Citation *c)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    g_autofree char *quote = matchtext_quote(folded, gather->reading->docx->paragraphs[paragraph].text, c->start, c->end);
    GString *value = g_string_new(c->law);
    const int parts[] = {c->article, c->paragraph, c->item};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_string_append(value, parts[i] ? "" : "|");
    g_string_truncate(value, strlen(c->law));
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        parts[i] ? g_string_append_printf(value, "|%d", parts[i]) : (void)g_string_append_c(value, '|');
    gather_add_value(gather, field, 1, field, paragraph, quote, g_string_free(value, FALSE), NULL, VALUE_VALID);
}

/* Which field a citation at AT belongs to, by the nearest of the words before it: 违反 or 依据/根据. */
static const char *field_of(const char *text, size_t at, const char *before)
{
    static const struct { const char *word, *field; } words[] = {
        {"违反", "laws-violated"}, {"依据", "laws-basis"}, {"根据", "laws-basis"}, {"依照", "laws-basis"}, {"按照", "laws-basis"}};
    const char *field = before;
    size_t nearest = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        for (const char *p = strstr(text, words[i].word); p && (size_t)(p - text) < at; p = strstr(p + 1, words[i].word))
            if ((size_t)(p - text) >= nearest) {
                nearest = (size_t)(p - text);
                field = words[i].field;
            }
    return field;
}

void gather_laws(Gather *gather)
{
    static const char *const documents[] = {"penalty-decision", "daily-decision", "penalty-notice", "investigation-report", "rectification-order",
                                            "seizure-decision", "restriction-decision", "detention-transfer", "crime-transfer", NULL};
    const NamedPattern *rule = extractrules_named(gather->reading->rules, "law-citation");
    if (!rule || !g_strv_contains(documents, gather->document->type))
        return;
    char *last = NULL;
    uint32_t from_decision, end; /* laws on payment and remedies come after the decision */
    decision_range(gather, &from_decision, &end);
    for (uint32_t i = gather->part->first; i < end; i++) {
        const MatchText *folded = folded_at(gather->reading, i);
        if (folded->length == 0 || !extractrules_when(rule->when, folded->text))
            continue;
        size_t from = 0;
        for (int n = 0; n < LAWS_MAX && matcher_find(gather->reading->matcher, rule->pattern, folded->text, folded->length, from); n++) {
            Citation citation;
            size_t start, after;
            matcher_span(gather->reading->matcher, 0, &start, &after);
            from = MAX(after, from + 1);
            const char *field = field_of(folded->text, start, NULL);
            if (read_citation(gather, rule, folded->text, &last, &citation) && field && citation.article > 0)
                add_citation(gather, field, i, &citation);
        }
    }
    g_free(last);
}
