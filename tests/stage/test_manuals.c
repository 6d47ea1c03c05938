/* Help and manual say the same: every option of a program's --help stands in its man page, and both languages
 * have the same options; a stage's man page has no option that its help lacks. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include <string.h>

#include <glib.h>

#include "seasonlab.h"

static void free_names(gpointer names)
{
    g_ptr_array_unref(names);
}

/* The options that PATTERN's only group finds in TEXT, each once, sorted. */
static GPtrArray *options_in(const char *text, const char *pattern)
{
    g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_MULTILINE, 0, NULL);
    g_autoptr(GMatchInfo) info = NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    assert_non_null(regex);
    for (g_regex_match(regex, text, 0, &info); g_match_info_matches(info); g_match_info_next(info, NULL)) {
        char *name = g_match_info_fetch(info, 1);
        if (g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_free(name);
        else
            g_ptr_array_add(names, name);
    }
    return names;
}

static unsigned missing(const char *what, const GPtrArray *names, const GPtrArray *there)
{
    unsigned count = 0;
    for (guint i = 0; i < names->len; i++)
        if (!g_ptr_array_find_with_equal_func((GPtrArray *)there, names->pdata[i], g_str_equal, NULL)) {
            print_error("%s: --%s\n", what, (const char *)names->pdata[i]);
            count++;
        }
    return count;
}

static GPtrArray *options_of_help(const char *program, const char *command, const char *lang)
{
    LabResult result = command ? lab_run(program, "--lang", lang, command, "--help", NULL)
                               : lab_run(program, "--lang", lang, "--help", NULL);
    assert_int_equal(result.status, 0);
    GPtrArray *names = options_in(result.out, "--([a-z][a-z-]*)");
    lab_result_clear(&result);
    return names;
}

static GPtrArray *options_of_manual(const char *path)
{
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return options_in(text, "Fl -([a-z][a-z-]*)");
}

/* How many options of the help of PROGRAM (or its COMMAND) are not in MANUAL, or in one language only. */
static unsigned untold(const char *program, const char *command, const GPtrArray *manual)
{
    g_autofree char *what = g_strdup_printf("%s %s", program, command ? command : "");
    GPtrArray *chinese = options_of_help(program, command, "zh"),
              *english = options_of_help(program, command, "en");
    unsigned count =
        missing(what, chinese, english) + missing(what, english, chinese) + missing(what, english, manual);
    free_names(chinese);
    free_names(english);
    return count;
}

static void stages_say_the_same(void **state)
{
    (void)state;
    static const char *const stages[] = {"tables", "unpack", "scan", "extract", "check", "score", "report"};
    unsigned count = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(stages); i++) {
        g_autofree char *program = g_strdup_printf("anjuan-%s", stages[i]),
                        *path = g_strdup_printf("stages/%s/%s.1", stages[i], program);
        GPtrArray *manual = options_of_manual(path), *help = options_of_help(program, NULL, "en");
        count += untold(program, NULL, manual) + missing(path, manual, help);
        free_names(manual);
        free_names(help);
    }
    assert_int_equal(count, 0);
}

static void the_front_command_says_the_same(void **state)
{
    (void)state;
    static const char *const commands[] = {"init", "run", "check", "score", "explain", "diff", "extract",
                                           "status", "seal", "rebuild", "verify", "withdraw"};
    GPtrArray *manual = options_of_manual("pipeline/front/anjuan.1");
    unsigned count = untold("anjuan", NULL, manual);
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        count += untold("anjuan", commands[i], manual);
    free_names(manual);
    assert_int_equal(count, 0);
}

/* `anjuan help` says what --help says, with the language before or behind it; of no command it says that there is none. */
static void help_is_a_command(void **state)
{
    (void)state;
    LabResult top = lab_run("anjuan", "--lang", "en", "--help", NULL),
              check = lab_run("anjuan", "--lang", "en", "check", "--help", NULL),
              asked[] = {lab_run("anjuan", "--lang", "en", "help", NULL),
                         lab_run("anjuan", "help", "--lang", "en", NULL),
                         lab_run("anjuan", "--lang=en", "help", "check", NULL),
                         lab_run("anjuan", "help", "check", "--lang", "en", NULL)},
              none = lab_run("anjuan", "help", "chekc", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(asked); i++) {
        assert_int_equal(asked[i].status, 0);
        assert_string_equal(asked[i].out, i < 2 ? top.out : check.out);
        lab_result_clear(&asked[i]);
    }
    assert_int_equal(none.status, 2);
    assert_non_null(strstr(none.err, "chekc"));
    lab_result_clear(&top);
    lab_result_clear(&check);
    lab_result_clear(&none);
}

/* What the tests above go by finds what is missing. */
static void a_missing_option_is_found(void **state)
{
    (void)state;
    GPtrArray *help = options_in("  --season FILE\n  -o, --output FILE\n  --season\n", "--([a-z][a-z-]*)"),
              *manual = options_in(".It Fl -season Ar file\n.It Fl o\n", "Fl -([a-z][a-z-]*)");
    assert_int_equal(help->len, 2);
    assert_int_equal(manual->len, 1);
    assert_int_equal(missing("said on purpose", help, manual), 1);
    assert_int_equal(missing("", manual, help), 0);
    free_names(help);
    free_names(manual);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stages_say_the_same),
        cmocka_unit_test(the_front_command_says_the_same),
        cmocka_unit_test(help_is_a_command),
        cmocka_unit_test(a_missing_option_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
