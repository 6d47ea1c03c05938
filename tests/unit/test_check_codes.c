/* The catalogue of findings is covered and complete: every code, and every variant of it, has a test that raises it and one that nearly does
 * (tests/support/findingcases.h, or the test named below), and says everything in both languages. */
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <glib.h>

#define CATALOGUE "pipeline/rules/findings.xml"

/* Raised by other programs than check: the tests that see each of them, and see it stay away. */
static const char *const elsewhere[][2] = {
    {"PKG-010", "tests/season/test_intake.c"},     {"PKG-010 several", "tests/unit/test_submissions.c"},
    {"PKG-010 row", "tests/season/test_intake.c"},
    {"PKG-011", "tests/season/test_intake.c"},     {"PKG-012", "tests/season/test_intake.c"},
    {"PKG-013", "tests/season/test_intake.c"},     {"PKG-014", "tests/season/test_intake.c"},
    {"PKG-014 added", "tests/season/test_intake.c"},
    {"PKG-015", "tests/season/test_intake.c"},     {"SCN-005 other-unit", "tests/unit/test_score_rulings.c"},
    {"REF-004", "tests/unit/test_score_rulings.c"}, {"REF-004 other-party", "tests/unit/test_score_rulings.c"},
    {"REF-004 registered", "tests/unit/test_score_rulings.c"}, {"REF-004 registered-other-party", "tests/unit/test_score_rulings.c"},
    {"REF-004 entered", "tests/unit/test_score_rulings.c"}, {"REF-004 entered-other-party", "tests/unit/test_score_rulings.c"},
    {"DAT-001", "tests/unit/test_tables.c"},       {"DAT-002", "tests/unit/test_tables.c"},
    {"DAT-003", "tests/unit/test_score_units.c"},
    {"DAT-003 candidate", "tests/unit/test_score_people.c"}, {"DAT-003 legal", "tests/unit/test_score_people.c"},
    {"DAT-004", "tests/unit/test_score_units.c"},  {"DAT-005", "tests/unit/test_score_units.c"},
    {"DAT-005 total", "tests/unit/test_score_units.c"},
    {"DAT-006", "tests/unit/test_score_rulings.c"}, {"DAT-006 file", "tests/unit/test_score_rulings.c"},
    {"DAT-007", "tests/unit/test_score_rulings.c"}, {"DAT-007 name", "tests/unit/test_score_rulings.c"},
    {"DAT-007 person", "tests/unit/test_score_rulings.c"},
    {"DAT-008", "tests/season/test_intake.c"}, {"DAT-008 unnamed", "tests/season/test_intake.c"},
    {"SCO-001", "tests/unit/test_score_rulings.c"}, {"SCO-001 recommend", "tests/unit/test_score_people.c"},
    {"SYS-001", "tests/season/test_units.c"},      {"SYS-001 stale", "tests/season/test_units.c"},
    {"SYS-001 check", "tests/season/test_units.c"}};

static char *read_text(const char *path)
{
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        fail_msg("no %s", path);
    return text;
}

static GPtrArray *matches(const char *text, const char *pattern)
{
    g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_DOTALL, 0, NULL);
    g_autoptr(GMatchInfo) info = NULL;
    GPtrArray *list = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    assert_non_null(regex);
    for (g_regex_match(regex, text, 0, &info); g_match_info_matches(info); g_match_info_next(info, NULL))
        g_ptr_array_add(list, g_match_info_fetch_all(info));
    return list;
}

/* "SCN-002" and "SCN-002 estimated" for all that the catalogue has. */
static GHashTable *catalogue_codes(void)
{
    g_autofree char *text = read_text(CATALOGUE);
    g_autoptr(GPtrArray) list = matches(text, "<finding code=\"([^\"]+)\"|<variant id=\"([^\"]+)\"");
    GHashTable *codes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const char *code = "";
    for (guint i = 0; i < list->len; i++) {
        char **found = list->pdata[i];
        bool variant = found[1][0] == '\0';
        code = variant ? code : found[1];
        g_hash_table_add(codes, variant ? g_strconcat(code, " ", found[2], NULL) : g_strdup(code));
    }
    return codes;
}

/* All RAISED(code, variant, raise, miss) of the tables, which stand in tests/unit/test_check_*.c. */
static GPtrArray *read_cases(void)
{
    g_autoptr(GString) all = g_string_new(NULL);
    g_autoptr(GDir) folder = g_dir_open("tests/unit", 0, NULL);
    assert_non_null(folder);
    for (const char *name; (name = g_dir_read_name(folder));) {
        if (!g_str_has_prefix(name, "test_check_") || !g_str_has_suffix(name, ".c") || strcmp(name, "test_check_codes.c") == 0)
            continue;
        g_autofree char *path = g_build_filename("tests/unit", name, NULL), *text = read_text(path);
        g_string_append(all, text);
    }
    return matches(all->str, "RAISED\\(\"([^\"]+)\", (?:NULL|\"([^\"]+)\"), (\\w+), (\\w+)\\)");
}

static char *case_name(char **found)
{
    return found[2][0] == '\0' ? g_strdup(found[1]) : g_strconcat(found[1], " ", found[2], NULL);
}

static void every_code_is_raised_and_missed(void **state)
{
    (void)state;
    g_autoptr(GHashTable) codes = catalogue_codes();
    g_autoptr(GPtrArray) cases = read_cases();
    for (guint i = 0; i < cases->len; i++) {
        g_autofree char *name = case_name(cases->pdata[i]);
        g_hash_table_remove(codes, name);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(elsewhere); i++)
        g_hash_table_remove(codes, elsewhere[i][0]);
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, codes);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        print_error("no test raises %s\n", (char *)name);
    assert_int_equal(g_hash_table_size(codes), 0);
}

static void every_case_is_in_the_catalogue(void **state)
{
    (void)state;
    g_autoptr(GHashTable) codes = catalogue_codes();
    g_autoptr(GPtrArray) cases = read_cases();
    assert_true(cases->len > 100);
    for (guint i = 0; i < cases->len; i++) {
        char **found = cases->pdata[i];
        g_autofree char *name = case_name(found);
        if (!g_hash_table_contains(codes, name) || strcmp(found[3], found[4]) == 0)
            fail_msg("%s is not in the catalogue, or has no near miss", name);
    }
}

static int count_word(const char *text, const char *word)
{
    int count = 0;
    for (const char *p = text; (p = strstr(p, word)); p += strlen(word))
        count++;
    return count;
}

/* The code stands in the test at least twice, and the variant there once. */
static void codes_of_other_programs_have_tests(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(elsewhere); i++) {
        g_autofree char *text = read_text(elsewhere[i][1]);
        g_auto(GStrv) parts = g_strsplit(elsewhere[i][0], " ", 2);
        g_autofree char *variant = parts[1] ? g_strdup_printf("\"%s\"", parts[1]) : NULL;
        if (count_word(text, parts[0]) < (variant ? 1 : 2) || (variant && count_word(text, variant) < 1))
            fail_msg("%s is not tested in %s", elsewhere[i][0], elsewhere[i][1]);
    }
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names of the places of TEXT, sorted and joined. */
static char *places_of(const char *text)
{
    g_autoptr(GPtrArray) list = matches(text, "\\{([a-z-]+)");
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < list->len; i++)
        g_ptr_array_add(names, ((char **)list->pdata[i])[1]);
    g_ptr_array_sort(names, compare_names);
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++)
        if (i == 0 || strcmp(names->pdata[i - 1], names->pdata[i]) != 0)
            g_string_append_printf(joined, "%s ", (char *)names->pdata[i]);
    return g_string_free(g_steal_pointer(&joined), FALSE);
}

static bool has_han(const char *text)
{
    return g_regex_match_simple("\\p{Han}", text, 0, 0);
}

/* The last part may be one that is left out. */
static bool ends_sentence(const char *text, const char *stop)
{
    g_autofree char *optional = g_strconcat(stop, "]", NULL);
    return g_str_has_suffix(text, stop) || g_str_has_suffix(text, optional);
}

static void everything_is_said_in_both_languages(void **state)
{
    (void)state;
    g_autofree char *text = read_text(CATALOGUE);
    g_autoptr(GPtrArray) words = matches(text, "<(sentence|remedy|reason|source) zh=\"([^\"]*)\" en=\"([^\"]*)\"");
    g_autoptr(GPtrArray) all = matches(text, "<(sentence|remedy|reason|source) ");
    assert_int_equal(words->len, all->len);
    for (guint i = 0; i < words->len; i++) {
        char **found = words->pdata[i];
        const char *zh = found[2], *en = found[3];
        bool source = strcmp(found[1], "source") == 0;
        if (source && zh[0] == '\0' && en[0] == '\0')
            continue; /* a note of the program has none */
        if (!has_han(zh) || !g_regex_match_simple("[a-z]{3}", en, 0, 0))
            fail_msg("only one language: %s | %s", zh, en);
        if (!source && (!ends_sentence(zh, "。") || !ends_sentence(en, ".")))
            fail_msg("no whole sentence: %s | %s", zh, en);
        g_autofree char *left = places_of(zh), *right = places_of(en);
        if (strcmp(found[1], "sentence") == 0 && strcmp(left, right) != 0)
            fail_msg("other places: %s | %s", zh, en);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_code_is_raised_and_missed), cmocka_unit_test(every_case_is_in_the_catalogue),
                                       cmocka_unit_test(codes_of_other_programs_have_tests),
                                       cmocka_unit_test(everything_is_said_in_both_languages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
