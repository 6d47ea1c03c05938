/* Loads the words and meanings of events (45-events.xml). */
#include <string.h>

#include "lang.h"
#include "loading.h"
#include "matchtext.h"

static int find_happening(const ExtractRules *rules, const char *id)
{
    for (guint i = 0; id && i < rules->happenings->len; i++)
        if (strcmp(g_ptr_array_index(rules->happenings, i), id) == 0)
            return (int)i;
    return -1;
}

static gboolean word_meaning(const Loading *load, const RuleEntry *entry, EventWord *word, GError **error)
{
    if (strcmp(entry->name, "later") == 0) {
        *word = (EventWord){NULL, EVENT_LATER, -1};
        if (!loading_number(load, entry, "days", &word->what, error))
            return FALSE;
        return (word->what == 0 || word->what == 1) ||
               loading_bad(load, entry, error, tr("days 应为 0 或 1", "days must be 0 or 1"));
    }
    if (strcmp(entry->name, "nothing") == 0) {
        *word = (EventWord){NULL, EVENT_NOTHING, 0};
        return TRUE;
    }
    if (strcmp(entry->name, "paper") == 0) {
        *word = (EventWord){NULL, EVENT_PAPER, extractrules_doctype(load->rules, ruleentry_get(entry, "of"))};
        return word->what >= 0 || loading_bad(load, entry, error,
                                              tr("of 不是已知的文书类型", "of is no known kind of document"));
    }
    const char *id = ruleentry_get(entry, "id");
    if (!id || find_happening(load->rules, id) >= 0)
        return loading_bad(load, entry, error, tr("需要唯一的 id", "needs an id of its own"));
    *word = (EventWord){NULL, EVENT_HAPPENING, (int)load->rules->happenings->len};
    bool opinion =
        g_strcmp0(ruleentry_get(entry, "signed"), "yes") == 0 && word->what < HAPPENINGS_SIGNED_MAX;
    load->rules->signed_happenings |= opinion ? (uint64_t)1 << word->what : 0;
    g_ptr_array_add(load->rules->happenings, g_strdup(id));
    return TRUE;
}

static void word_free(gpointer data)
{
    EventWord *word = data;
    g_free(word->text);
    g_free(word);
}

static void add_word(ExtractRules *rules, const char *text, const EventWord *meaning)
{
    EventWord *word = g_memdup2(meaning, sizeof *meaning);
    word->text = matchtext_squeeze(text);
    gpointer first = GUINT_TO_POINTER(g_utf8_get_char(word->text));
    GPtrArray *list = g_hash_table_lookup(rules->event_words, first);
    if (!list)
        g_hash_table_insert(rules->event_words, first, list = g_ptr_array_new_with_free_func(word_free));
    g_ptr_array_add(list, word);
}

gboolean eventrules_words(const Loading *load, const RuleEntry *entry, GError **error)
{
    EventWord meaning;
    if (!word_meaning(load, entry, &meaning, error))
        return FALSE;
    for (guint i = 0; i < entry->children->len; i++) {
        g_autoptr(GPtrArray) words =
            rulefile_expand(((RuleEntry *)g_ptr_array_index(entry->children, i))->text);
        for (guint n = 0; n < words->len; n++)
            add_word(load->rules, g_ptr_array_index(words, n), &meaning);
    }
    return TRUE;
}

gboolean eventrules_event(const Loading *load, const RuleEntry *entry, GError **error)
{
    const FieldRule *field = loading_field(load, entry, error);
    const char *id = ruleentry_get(entry, "happening");
    EventRule rule = {.field = field, .happening = find_happening(load->rules, id), .rank = RANK_USUAL};
    if (!field || !loading_docs(load, entry, &rule.docs, error) ||
        !loading_number(load, entry, "rank", &rule.rank, error) ||
        (ruleentry_get(entry, "papers") && !loading_kinds(load, entry, "papers", &rule.papers, error)))
        return FALSE;
    if (rule.happening < 0)
        return loading_bad(load, entry, error,
                           tr("happening 不是已知的事项", "happening is none that is known"));
    rule.next_field = loading_variant(load, field, false, true);
    rule.unnamed = g_strcmp0(ruleentry_get(entry, "unnamed"), "yes") == 0;
    rule.rule = loading_keep(load, g_strdup_printf("event:%s", id));
    EventRule *kept = g_memdup2(&rule, sizeof rule);
    g_ptr_array_add(load->rules->events, kept);
    return loading_examples(load, entry, &(RuleExample){.event = kept}, error);
}

/* Longer words first, so that 批准立案 is not read as 批准. */
static int compare_words(gconstpointer a, gconstpointer b)
{
    const EventWord *left = *(const EventWord *const *)a, *right = *(const EventWord *const *)b;
    size_t l = strlen(left->text), r = strlen(right->text);
    return l != r ? (l > r ? -1 : 1) : strcmp(left->text, right->text);
}

gboolean eventrules_finish(ExtractRules *rules, GError **error)
{
    GHashTableIter iter;
    gpointer list;
    g_hash_table_iter_init(&iter, rules->event_words);
    while (g_hash_table_iter_next(&iter, NULL, &list))
        g_ptr_array_sort(list, compare_words);
    return rules->events->len == 0 ||
           (rules->event_date = pattern_new("(?P>date)", rules->defs, error)) != NULL;
}
