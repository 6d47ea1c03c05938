/* Names and numbers in lists, told apart by how they are written. */
#include "namesnumbers.h"

#include <string.h>

#include "text.h"

enum { WORDS_MAX = 60, CHARS_MIN = 2, CHARS_MAX = 4 };

typedef struct {
    char *text, *role; /* role: 主办, 询问人; NULL: none is said */
    bool number;
    bool blank; /* nothing but a blank parts it from the word before */
} Word;

static void word_free(gpointer data)
{
    Word *word = data;
    g_free(word->text);
    g_free(word->role);
    g_free(word);
}

static void pair_free(gpointer data)
{
    NameNumber *pair = data;
    g_free(pair->name);
    g_free(pair->number);
    g_free(pair->role);
    g_free(pair);
}

static bool is_han(gunichar c)
{
    return g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
}

static bool is_all_han(const char *text)
{
    for (; *text && is_han(g_utf8_get_char(text));)
        text = g_utf8_next_char(text);
    return !*text;
}

/* Whether the named pattern ID is found in TEXT, and the bytes of GROUP (NULL: all of the match). */
static bool found(const ExtractRules *rules, Matcher *matcher, const char *id, const char *text, const char *group,
                  size_t *start, size_t *end)
{
    const NamedPattern *rule = extractrules_named(rules, id);
    return rule && matcher_find(matcher, rule->pattern, text, strlen(text), 0) &&
           matcher_span(matcher, group ? pattern_group(rule->pattern, group) : 0, start, end);
}

static bool says(const ExtractRules *rules, Matcher *matcher, const char *id, const char *text)
{
    size_t start, end;
    return found(rules, matcher, id, text, NULL, &start, &end);
}

static Word *add_word(GPtrArray *words, const char *text, size_t length, bool number, bool blank)
{
    Word *word = g_new0(Word, 1);
    word->text = g_strndup(text, length);
    word->number = number;
    word->blank = blank;
    g_ptr_array_add(words, word);
    return word;
}

/* One run of characters: a name, a number, both, 询问人 before the name, or 执法证号 before either. */
static void add_run(const ExtractRules *rules, Matcher *matcher, GPtrArray *words, const char *run, bool blank)
{
    size_t start, end;
    if (found(rules, matcher, "number-label", run, NULL, &start, &end))
        run += end;
    const bool has_role = found(rules, matcher, "number-role", run, "role", &start, &end);
    g_autofree char *role = has_role ? g_strndup(run, end) : NULL;
    run += role ? end : 0;
    if (!*run || strcmp(run, "号") == 0) /* 第43220号 */
        return;
    if (found(rules, matcher, "number-glued", run, "name", &start, &end)) {
        add_word(words, run, end, false, blank)->role = g_steal_pointer(&role);
        add_word(words, run + end, strlen(run + end), true, false);
        return;
    }
    add_word(words, run, strlen(run), says(rules, matcher, "number-alone", run), blank)->role = g_steal_pointer(&role);
}

/* Whether C, behind BEFORE and in front of AFTER, parts words: a mark, a dash behind Han characters in front of
 * another. */
static bool parts_words(gunichar before, gunichar c, gunichar after)
{
    bool dash = c == '-' || c == 0x2014;
    return dash ? is_han(before) && is_han(after) : !g_unichar_isalnum(c) && c != '*';
}

/* What joins two people right behind a number: 43220和滕永忠. */
static bool joins_people(gunichar c)
{
    return g_utf8_strchr("和及与", -1, c);
}

/* The words of TEXT, which is folded but for its blanks; a figure before a Han character ends a word
 * (43220和滕永忠). */
static GPtrArray *split_words(const ExtractRules *rules, Matcher *matcher, const char *text)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(word_free);
    g_autoptr(GString) run = g_string_new(NULL);
    gunichar before = ' ';
    bool blank = false, blanks = true;
    for (const char *p = text; words->len <= WORDS_MAX; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool glued = before < 0x80 && g_ascii_isdigit((char)before) && is_han(c);
        bool dot = c == '.' && before < 0x80 && g_ascii_isalpha((char)before); /* NO.43220 */
        gunichar after = g_utf8_get_char(*p ? g_utf8_next_char(p) : p);
        bool parted = !c || (glued && joins_people(c)) || (!dot && parts_words(before, c, after));
        bool item = c == '.' && run->len < 3 && run->len && g_ascii_isdigit(run->str[0]); /* 1. */
        if ((parted || glued) && run->len) {
            if (!item)
                add_run(rules, matcher, words, run->str, blank);
            g_string_truncate(run, 0);
            blanks = true;
        }
        if (!c)
            break;
        blanks = blanks && (!parted || text_is_blank(c));
        if (!parted && !dot) {
            blank = run->len ? blank : blanks;
            g_string_append_unichar(run, c);
        }
        before = c;
    }
    return words;
}

static void join_words(GPtrArray *words, guint i)
{
    Word *word = words->pdata[i], *next = words->pdata[i + 1];
    char *joined = g_strconcat(word->text, next->text, NULL);
    g_free(word->text);
    word->text = joined;
    word->number = word->number || next->number;
    word->role = word->role ? word->role : g_steal_pointer(&next->role);
    g_ptr_array_remove_index(words, i + 1);
}

/* 杨绍辉（主办）: a word for the part that somebody plays is no name. */
static void settle_roles(const ExtractRules *rules, GPtrArray *words)
{
    for (guint i = 1; i < words->len; i++) {
        Word *word = words->pdata[i], *before = words->pdata[i - 1];
        if (word->number || before->number || before->role || !g_hash_table_contains(rules->roles, word->text))
            continue;
        before->role = g_strdup(word->text);
        g_ptr_array_remove_index(words, i--);
    }
}

enum { SPACED = 3 }; /* characters of a name that are all set apart; of four, two may be each a name */

/* 武 玉 春: the words from I on are single characters, parted by blanks, and no more than a name has. */
static bool is_spaced_name(const GPtrArray *words, guint i)
{
    guint count = 0;
    for (; i + count < words->len && count <= SPACED; count++) {
        const Word *word = words->pdata[i + count];
        if (word->number || (count > 0 && !word->blank) || !is_all_han(word->text) || g_utf8_strlen(word->text, -1) != 1)
            break;
    }
    return count == SPACED;
}

/* 杨 勇 and 武 玉 春 are one name each, 湘环监执 43220 one number. */
static void settle_words(const ExtractRules *rules, Matcher *matcher, GPtrArray *words)
{
    for (guint i = 0; i < words->len; i++)
        for (guint more = is_spaced_name(words, i) ? SPACED - 1 : 0; more > 0; more--)
            join_words(words, i);
    for (guint i = 0; i + 1 < words->len; i++) {
        const Word *word = words->pdata[i], *next = words->pdata[i + 1];
        if (word->number || !next->blank || !is_all_han(word->text))
            continue;
        bool prefix = next->number && !is_han(g_utf8_get_char(next->text)) &&
                      says(rules, matcher, "number-begins", word->text);
        bool half = !next->number && g_utf8_strlen(word->text, -1) == 1 && is_all_han(next->text) &&
                    g_utf8_strlen(next->text, -1) < CHARS_MAX - 1 &&
                    (g_utf8_strlen(next->text, -1) == 1 || !says(rules, matcher, "number-begins", next->text));
        if (prefix || half)
            join_words(words, i--);
    }
}

static bool is_name(const Word *word)
{
    long chars = g_utf8_strlen(word->text, -1);
    return !word->number && chars >= CHARS_MIN && chars <= CHARS_MAX && is_all_han(word->text);
}

/* Whether WORDS are names and numbers by turns, or (STEP: how many) so many names and then as many numbers. */
static bool are_listed(const GPtrArray *words, guint step)
{
    for (guint i = 0; i < words->len; i++) {
        const Word *word = words->pdata[i];
        bool number = i / step % 2 == 1;
        if (number ? !word->number : !is_name(word))
            return false;
    }
    return words->len > 0 && words->len % 2 == 0;
}

/* TEXT folded in width, with its blanks and breaks. */
static char *fold_kept(const char *text)
{
    GString *kept = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = text_fold_width(g_utf8_get_char(p));
        g_string_append_unichar(kept, (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? 0x2014 : c);
    }
    return g_string_free(kept, FALSE);
}

GPtrArray *names_numbers(const ExtractRules *rules, Matcher *matcher, const char *text)
{
    g_autofree char *kept = fold_kept(text);
    g_autoptr(GPtrArray) words = split_words(rules, matcher, kept);
    settle_words(rules, matcher, words);
    settle_roles(rules, words);
    guint step = are_listed(words, 1) ? 1 : MAX(words->len / 2, 1);
    if (words->len > WORDS_MAX || !are_listed(words, step))
        return NULL;
    GPtrArray *pairs = g_ptr_array_new_with_free_func(pair_free);
    for (guint i = 0; i < words->len; i++) {
        const Word *name = words->pdata[i];
        if (name->number)
            continue;
        NameNumber *pair = g_new0(NameNumber, 1);
        pair->name = g_strdup(name->text);
        pair->role = g_strdup(name->role);
        pair->number = g_strdup(((Word *)words->pdata[i + step])->text);
        g_ptr_array_add(pairs, pair);
    }
    return pairs;
}

size_t names_numbers_cut(const ExtractRules *rules, Matcher *matcher, const MatchText *folded, const char *text,
                         size_t start, size_t end)
{
    enum { RUN_MAX = 14 };
    size_t stop = start, blanks[RUN_MAX], n_blanks = 0;
    int spaced = 0; /* the characters at the beginning behind each of which is a blank */
    for (int chars = 0; chars < RUN_MAX && is_han(g_utf8_get_char(folded->text + stop)); chars++) {
        size_t next = (size_t)(g_utf8_next_char(folded->text + stop) - folded->text);
        const char *behind = g_utf8_next_char(text + folded->origin[stop]);
        bool blank = next < folded->length && text + folded->origin[next] > behind;
        if (blank && chars + 1 >= CHARS_MIN && chars + 1 <= CHARS_MAX)
            blanks[n_blanks++] = next;
        spaced += blank && spaced == chars;
        stop = next;
        if (spaced == SPACED && g_ascii_isalnum(folded->text[stop]))
            return stop;
    }
    if (!g_ascii_isalnum(folded->text[stop]))
        return end;
    for (size_t i = 0; i < n_blanks; i++) {
        g_autofree char *rest = g_strndup(folded->text + blanks[i], stop - blanks[i]);
        if (!*rest || says(rules, matcher, "number-begins", rest))
            return blanks[i];
    }
    return end;
}
