#include "labelindex.h"

#include <string.h>

#include "rulefile.h"

#define RULE_PREFIX "label:"

/* Labels that begin alike, spelt as in the rules file. */
typedef struct {
    LabelRule of;
    char *spelt;
} Spelling;

/* All labels that begin with one character. */
typedef struct {
    GArray *spellings; /* Spelling */
    GHashTable *rules; /* label, within the rule of the first → GPtrArray of LabelRule */
    GPtrArray *texts;  /* char *: the rules of the labels */
    gsize spelt_out;   /* not 0 once RULES holds them all */
} Initial;

struct LabelIndex {
    GHashTable *initials; /* character → Initial */
};

static void spelling_clear(gpointer data)
{
    g_free(((Spelling *)data)->spelt);
}

static Initial *initial_new(void)
{
    Initial *initial = g_new0(Initial, 1);
    initial->spellings = g_array_new(FALSE, FALSE, sizeof(Spelling));
    g_array_set_clear_func(initial->spellings, spelling_clear);
    initial->rules = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    initial->texts = g_ptr_array_new_with_free_func(g_free);
    return initial;
}

static void initial_free(gpointer data)
{
    Initial *initial = data;
    g_array_unref(initial->spellings);
    g_hash_table_unref(initial->rules);
    g_ptr_array_unref(initial->texts);
    g_free(initial);
}

LabelIndex *labelindex_new(void)
{
    LabelIndex *index = g_new0(LabelIndex, 1);
    index->initials = g_hash_table_new_full(NULL, NULL, NULL, initial_free);
    return index;
}

void labelindex_free(LabelIndex *index)
{
    if (!index)
        return;
    g_hash_table_unref(index->initials);
    g_free(index);
}

/* ---- adding ---- */

/* SPELT begins with a character of its own; it is taken. */
static void add_spelling(LabelIndex *index, const LabelRule *of, char *spelt)
{
    gpointer character = GUINT_TO_POINTER(g_utf8_get_char(spelt));
    Initial *initial = g_hash_table_lookup(index->initials, character);
    if (!initial)
        g_hash_table_insert(index->initials, character, initial = initial_new());
    const Spelling spelling = {*of, spelt};
    g_array_append_val(initial->spellings, spelling);
}

void labelindex_add(LabelIndex *index, const LabelRule *of, const char *spelt)
{
    const char *close = *spelt == '{' ? strchr(spelt, '}') : NULL;
    if (!close) {
        add_spelling(index, of, g_strdup(spelt));
        return;
    }
    for (const char *choice = spelt + 1, *end; choice <= close; choice = end + 1) {
        end = choice + strcspn(choice, "|}");
        g_autofree char *begun = g_strndup(choice, (gsize)(end - choice));
        g_autofree char *spelling = g_strconcat(begun, close + 1, NULL);
        labelindex_add(index, of, spelling);
    }
}

/* ---- finding ---- */

/* RULE, whose name is squeezed, is taken. */
static void add_label(Initial *initial, const LabelRule *of, char *rule)
{
    rule = extractrules_reword(rule);
    g_ptr_array_add(initial->texts, rule);
    const char *name = rule + strlen(RULE_PREFIX);
    LabelRule *label = g_memdup2(of, sizeof *of);
    label->rule = rule;
    label->exact = of->exact || g_utf8_strlen(name, -1) < 3;
    GPtrArray *list = g_hash_table_lookup(initial->rules, name);
    if (!list)
        g_hash_table_insert(initial->rules, (gpointer)name, list = g_ptr_array_new_with_free_func(g_free));
    g_ptr_array_add(list, label);
}

static void spell_out(Initial *initial)
{
    for (guint i = 0; i < initial->spellings->len; i++) {
        const Spelling *spelling = &g_array_index(initial->spellings, Spelling, i);
        g_autofree char *spelt = g_strconcat(RULE_PREFIX, spelling->spelt, NULL);
        g_autoptr(GPtrArray) rules = rulefile_expand(spelt);
        g_ptr_array_set_free_func(rules, NULL);
        for (guint n = 0; n < rules->len; n++)
            add_label(initial, &spelling->of, g_ptr_array_index(rules, n));
    }
}

GPtrArray *labelindex_find(const LabelIndex *index, const char *name)
{
    Initial *initial = g_hash_table_lookup(index->initials, GUINT_TO_POINTER(g_utf8_get_char(name)));
    if (!initial)
        return NULL;
    if (g_once_init_enter(&initial->spelt_out)) {
        spell_out(initial);
        g_once_init_leave(&initial->spelt_out, 1);
    }
    return g_hash_table_lookup(initial->rules, name);
}
