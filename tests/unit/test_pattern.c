#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "pattern.h"
#include "patternneed.h"

#include <string.h>

static void named_groups_and_definitions(void **state)
{
    (void)state;
    g_autoptr(PatternDefs) defs = pattern_defs_new();
    assert_true(pattern_defs_add(defs, "digits", "[0-9]{1,4}"));
    assert_true(pattern_defs_add(defs, "day", "(?P>digits)年(?P>digits)月"));
    assert_false(pattern_defs_add(defs, "day", "x"));
    g_autoptr(Pattern) pattern = pattern_new("于(?<value>(?P>day))", defs, NULL);
    g_autoptr(Matcher) matcher = matcher_new();
    const char *text = "本局于2016年10月立案";
    assert_true(matcher_find(matcher, pattern, text, strlen(text), 0));
    size_t start, end;
    assert_true(matcher_span(matcher, pattern_group(pattern, "value"), &start, &end));
    g_autofree char *value = g_strndup(text + start, end - start);
    assert_string_equal(value, "2016年10月");
    assert_int_equal(pattern_group(pattern, "none"), -1);
    assert_false(matcher_span(matcher, -1, &start, &end));
    assert_false(matcher_find(matcher, pattern, text, strlen(text), end));
    assert_false(matcher_find(matcher, pattern, text, strlen(text), strlen(text) + 1));
}

static void punctuation_is_no_han(void **state)
{
    (void)state;
    g_autoptr(Pattern) pattern = pattern_new("^\\p{Han}+$", NULL, NULL);
    g_autoptr(Matcher) matcher = matcher_new();
    assert_true(matcher_find(matcher, pattern, "二〇一六年", strlen("二〇一六年"), 0));
    assert_false(matcher_find(matcher, pattern, "张三、李四", strlen("张三、李四"), 0));
    assert_false(matcher_find(matcher, pattern, "某局。", strlen("某局。"), 0));
}

static void check_bad(const char *source, const PatternDefs *defs, const char *word)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Pattern) pattern = pattern_new(source, defs, &error);
    assert_false(pattern && pattern_compile(pattern, &error));
    assert_non_null(strstr(error->message, word));
}

static void bad_patterns_say_why(void **state)
{
    (void)state;
    g_autoptr(PatternDefs) defs = pattern_defs_new();
    pattern_defs_add(defs, "self", "a(?P>self)");
    check_bad("(?<value>罚款", NULL, "parenthesis");
    check_bad("处罚(", NULL, "在末尾"); /* nothing is quoted from behind the end */
    check_bad("(?P>day)", NULL, "day");
    check_bad("罚\\C款", NULL, "\\C"); /* takes a byte out of a character */
    check_bad("(?P>self)", defs, "self");
    g_autoptr(Pattern) pattern = pattern_new("罚款)", NULL, NULL);
    for (int i = 0; i < 2; i++) { /* asked again, it fails again */
        g_autoptr(GError) error = NULL;
        assert_false(pattern_compile(pattern, &error));
        assert_non_null(error);
    }
}

/* Texts are passed over that lack the last byte of a pattern; none that it matches may be. */
static void nothing_is_passed_over_that_matches(void **state)
{
    (void)state;
    static const struct { const char *source, *text; size_t from; bool found; } cases[] = {
        {"处罚决定书", "行政处罚决定书", 0, true},
        {"处罚决定书", "行政处罚决定", 0, false},
        {"处罚(?:决定书)?", "行政处罚", 0, true},
        {"决定书|告知单", "告知单", 0, true},
        {"(?i)no\\.a", "NO.A", 0, true}, /* a letter stands for its other case */
        {"号(?=码)", "号码", 0, true},
        {"(?<=书)号", "书号", 3, true}, /* what lies before the place is only looked at */
        {"书号", "书号", 3, false},
        {"号\\K码?", "号", 0, true},
        {"字(?:1|2)?;", "字2;", 0, true},
        {"字(?:1|2)?;", "字2", 0, false},
        {"", "", 0, true},
    };
    g_autoptr(Matcher) matcher = matcher_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Pattern) pattern = pattern_new(cases[i].source, NULL, NULL);
        bool found = matcher_find(matcher, pattern, cases[i].text, strlen(cases[i].text), cases[i].from);
        if (found != cases[i].found)
            fail_msg("%s in %s", cases[i].source, cases[i].text);
    }
}

static void no_text_makes_a_pattern_run_away(void **state)
{
    (void)state;
    g_autoptr(Pattern) pattern = pattern_new("(罚+)+款", NULL, NULL);
    g_autoptr(Matcher) matcher = matcher_new();
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 5000; i++)
        g_string_append(text, "罚");
    g_string_append(text, "x款"); /* without it the required last character ends the search at once */
    assert_false(matcher_find(matcher, pattern, text->str, text->len, 0));
    assert_true(matcher_limited(matcher) > 0);
}

/* ---- what a text must hold ---- */

static char *need_of(const char *source)
{
    PatternNeed need;
    GString *told = g_string_new(NULL);
    pattern_need(source, &need);
    for (guint i = 0; i < need.count; i++) {
        g_string_append(told, i > 0 ? "|" : "");
        g_string_append_len(told, need.pieces[i].text, (gssize)need.pieces[i].size);
    }
    return g_string_free(told, FALSE);
}

static void needs_what_every_match_holds(void **state)
{
    (void)state;
    static const struct { const char *source, *need; } cases[] = {
        {"罚款", "罚款"}, {"甲(?:乙丙|丁戊)?(?:己庚|辛壬)", "己庚|辛壬"}, {"甲乙?丙丁", "丙丁"}, {"甲乙+丙", "甲乙"}, {"甲乙*", "甲"}, {"甲乙{0,2}", "甲"},
        {"甲乙??", "甲"}, {"甲乙|丙", "甲乙|丙"}, {"甲乙|[丙丁]", ""}, {"甲乙|", ""}, {"^[甲乙丙]+丁$", "丁"}, {"[^]甲]乙", "乙"}, {"a\\.bc", ".bc"}, {"\\d+元", "元"},
        {"\\p{Han}{2,8}局", "局"}, {"(?!甲乙)丙", "丙"}, {"(?<=甲乙)丙", "丙"}, {"(?=甲乙)", ""}, {"(?<value>甲乙)丙", "甲乙"}, {"(?P<value>甲乙)*", ""}, {"(甲乙){0}丙", "丙"},
        {"(?>甲乙)+", "甲乙"}, {"((甲|乙)丙丁|戊己)", "丙丁|戊己"}, {"", ""}, {".", ""},
        /* not understood, so nothing is known */
        {"(?i)abc", ""}, {"a(?i:b)c", ""}, {"甲\\Qa*\\E", ""}, {"(*UTF)甲", ""}, {"(甲)?(?(1)乙|丙)丁", ""}, {"(?|甲|乙)丙", ""}, {"甲)", ""}, {"(甲", ""}, {"甲[", ""},
        {"甲\\", ""}, {"甲[[:digit:]]", ""}, {"(?#甲)乙", ""}, {"(甲)\\1乙", ""}, {"甲\\x41", ""}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *need = need_of(cases[i].source);
        if (strcmp(need, cases[i].need) != 0)
            print_message("%s\n", cases[i].source);
        assert_string_equal(need, cases[i].need);
    }
}

/* Some pattern over 甲 and 乙, groups in groups. */
static void add_random(GRand *chance, GString *source, int depth)
{
    static const char *const parts[] = {"甲", "乙", "甲乙", "丙", ".", "[甲丙]", "[^甲]", "\\b", "\\d", "^", "$", "x", "\\."};
    static const char *const opens[] = {"(", "(?:", "(?=", "(?!", "(?<=甲|乙)(?:", "(?<!甲)(?:", "(?>"}, *const counts[] = {"", "", "", "?", "*", "+", "{2}", "{0,1}", "??"};
    for (int i = g_rand_int_range(chance, 1, 4); i > 0; i--) {
        if (depth < 3 && g_rand_int_range(chance, 0, 3) == 0) {
            g_string_append(source, opens[g_rand_int_range(chance, 0, G_N_ELEMENTS(opens))]);
            add_random(chance, source, depth + 1);
            g_string_append_c(source, ')');
        } else {
            g_string_append(source, parts[g_rand_int_range(chance, 0, G_N_ELEMENTS(parts))]);
        }
        if (!strchr("b^$", source->str[source->len - 1]))
            g_string_append(source, counts[g_rand_int_range(chance, 0, G_N_ELEMENTS(counts))]);
        if (g_rand_int_range(chance, 0, 5) == 0)
            g_string_append_c(source, '|');
    }
}

/* Of a pattern with a branch that can never match nothing is known, so it is always tried. */
static void passes_over_only_what_cannot_match(void **state)
{
    (void)state;
    static const char *const texts[] = {"甲", "乙", "丙", "甲乙", "乙甲", "甲乙丙", "丙乙甲乙", "x.甲", "1乙x", "", "甲甲乙乙"};
    g_autoptr(GRand) chance = g_rand_new_with_seed(7);
    g_autoptr(Matcher) matcher = matcher_new();
    int found = 0, passed_over = 0;
    for (int i = 0; i < 3000; i++) {
        g_autoptr(GString) source = g_string_new(NULL);
        add_random(chance, source, 0);
        g_autofree char *tried_source = g_strdup_printf("(?:%s)|(?!)", source->str), *need = need_of(source->str), *none = need_of(tried_source);
        assert_string_equal(none, "");
        g_autoptr(Pattern) given = pattern_new(source->str, NULL, NULL), tried = pattern_new(tried_source, NULL, NULL);
        for (size_t t = 0; t < G_N_ELEMENTS(texts); t++) {
            size_t size = strlen(texts[t]);
            bool by_need = matcher_find(matcher, given, texts[t], size, 0), by_trying = matcher_find(matcher, tried, texts[t], size, 0);
            if (by_need != by_trying)
                print_message("%s in %s needs %s\n", source->str, texts[t], need);
            assert_int_equal(by_need, by_trying);
            found += by_trying;
            passed_over += *need && !by_trying;
        }
    }
    assert_true(found > 5000 && passed_over > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(named_groups_and_definitions),
        cmocka_unit_test(punctuation_is_no_han),
        cmocka_unit_test(bad_patterns_say_why),
        cmocka_unit_test(nothing_is_passed_over_that_matches),
        cmocka_unit_test(no_text_makes_a_pattern_run_away),
        cmocka_unit_test(needs_what_every_match_holds),
        cmocka_unit_test(passes_over_only_what_cannot_match),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
