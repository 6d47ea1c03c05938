/* What all programs share: options, arguments, language, faults, exit statuses; and the words for kinds. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <gio/gio.h>

#include "fault.h"
#include "fileio.h"
#include "json.h"
#include "kinds.h"
#include "lang.h"
#include "stage.h"

/* ---- a program ---- */

static char *season;
static int calls;

static int run(char **arguments, GError **error)
{
    calls++;
    if (strcmp(arguments[0], "bad") == 0)
        return fault_input(error, FAULT_DAMAGED, "甲\033[2J"), EXIT_DONE; /* the fault decides, whatever is returned */
    if (strcmp(arguments[0], "disk") == 0)
        return fault_system(error, ENOSPC, "x"), EXIT_DONE;
    if (strcmp(arguments[0], "print") == 0) {
        puts("a line");
        fflush(stdout); /* a write that fails before the last one */
    }
    if (strcmp(arguments[0], "publish") == 0) {
        stage_done_at("it lies there");
        puts("a line");
    }
    return strcmp(arguments[0], "findings") == 0 ? EXIT_FINDINGS : EXIT_DONE;
}

static const GOptionEntry options[] = {STAGE_PATH("season", &season), STAGE_JOBS, {NULL}};
static const StageProgram program = {
    .name = "anjuan-x", .help_zh = "用法\n", .help_en = "usage\n", .options = options, .arguments_min = 1, .arguments_max = 2, .run = run};

/* Runs it with the words of LINE and its output in OUT_PATH; *ERRORS is what it said. */
static int run_into(const char *out_path, const char *line, char **errors)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    g_autofree char *err_path = g_build_filename(g_get_tmp_dir(), "err", NULL);
    g_autofree char **argv = g_memdup2(words, (g_strv_length(words) + 1) * sizeof *words); /* GOption moves the pointers */
    int out = dup(STDOUT_FILENO), err = dup(STDERR_FILENO);
    fflush(stdout);
    assert_non_null(freopen(out_path, "w", stdout));
    assert_non_null(freopen(err_path, "w", stderr));
    g_clear_pointer(&season, g_free);
    calls = 0;
    int status = stage_main((int)g_strv_length(words), argv, &program);
    fflush(stdout);
    fflush(stderr);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    close(out);
    close(err);
    *errors = file_read_whole(err_path, 1000, NULL, NULL);
    unlink(err_path);
    lang_set(LANG_ZH);
    return status;
}

/* The same; *OUTPUT is what it printed. */
static int run_with(const char *line, char **output, char **errors)
{
    g_autofree char *out_path = g_build_filename(g_get_tmp_dir(), "out", NULL);
    int status = run_into(out_path, line, errors);
    *output = file_read_whole(out_path, 1000, NULL, NULL);
    unlink(out_path);
    return status;
}

static const struct {
    const char *line;
    int status, calls;
    const char *output, *error; /* how they begin; "" for nothing at all */
} runs[] = {
    {"anjuan-x a", EXIT_DONE, 1, "", ""},
    {"anjuan-x --jobs 3 a b --season s", EXIT_DONE, 1, "", ""},
    {"anjuan-x findings", EXIT_FINDINGS, 1, "", ""},
    {"anjuan-x -- --help", EXIT_DONE, 1, "", ""},
    {"anjuan-x", EXIT_USAGE, 0, "", "anjuan-x: 缺少参数；用法见 anjuan-x --help\n"},
    {"anjuan-x a b c", EXIT_USAGE, 0, "", "anjuan-x: 多余的参数“c”"},
    {"anjuan-x --no-such a", EXIT_USAGE, 0, "", "anjuan-x: "},
    {"anjuan-x --jobs x a", EXIT_USAGE, 0, "", "anjuan-x: --jobs 应为不小于1的整数，不能是“x”"},
    {"anjuan-x --jobs 0 a", EXIT_USAGE, 0, "", "anjuan-x: --jobs 应为不小于1的整数，不能是“0”"},
    {"anjuan-x --jobs -1 a", EXIT_USAGE, 0, "", "anjuan-x: --jobs "},
    {"anjuan-x --jobs 2x a", EXIT_USAGE, 0, "", "anjuan-x: --jobs "},
    {"anjuan-x --jobs 1 a", EXIT_DONE, 1, "", ""},
    {"anjuan-x --help", EXIT_DONE, 0, "用法\n", ""},
    {"anjuan-x --lang en --help", EXIT_DONE, 0, "usage\n", ""},
    {"anjuan-x --lang fr a", EXIT_USAGE, 0, "", "anjuan-x: --lang 只能是 zh 或 en\n"},
    {"anjuan-x --version", EXIT_DONE, 0, "anjuan-x 0.", ""},
    {"anjuan-x bad", EXIT_INPUT, 1, "", "anjuan-x: 甲\\u{1b}[2J\n"},
    {"anjuan-x disk", EXIT_IO, 1, "", "anjuan-x: x ("},
    {"anjuan-x --lang en", EXIT_USAGE, 0, "", "anjuan-x: an argument is missing"},
};

static void expect_begin(const char *line, const char *text, const char *wanted)
{
    if (wanted[0] ? !g_str_has_prefix(text, wanted) : text[0] != '\0')
        fail_msg("%s: '%s' where '%s' was wanted", line, text, wanted);
}

static void test_programs(void **state G_GNUC_UNUSED)
{
    for (size_t i = 0; i < G_N_ELEMENTS(runs); i++) {
        g_autofree char *output = NULL, *errors = NULL;
        assert_int_equal(run_with(runs[i].line, &output, &errors), runs[i].status);
        assert_int_equal(calls, runs[i].calls);
        expect_begin(runs[i].line, output, runs[i].output);
        expect_begin(runs[i].line, errors, runs[i].error);
    }
}

/* A file whose name looks like an option is told how to be written, what is no file is not. */
static void test_a_name_with_a_dash(void **state G_GNUC_UNUSED)
{
    g_autofree char *output = NULL, *errors = NULL, *output_without = NULL, *errors_without = NULL,
                    *before = g_get_current_dir();
    assert_int_equal(g_chdir(g_get_tmp_dir()), 0);
    assert_true(g_file_set_contents("-沅陵县.zip", "", 0, NULL));
    assert_int_equal(run_with("anjuan-x -沅陵县.zip", &output, &errors), EXIT_USAGE);
    assert_non_null(strstr(errors, "请写成 ./-沅陵县.zip\n"));
    unlink("-沅陵县.zip");
    assert_int_equal(run_with("anjuan-x -沅陵县.zip", &output_without, &errors_without), EXIT_USAGE);
    assert_null(strstr(errors_without, "./"));
    assert_int_equal(g_chdir(before), 0);
}

static void test_output_that_cannot_be_written(void **state G_GNUC_UNUSED)
{
    static const struct {
        const char *line;
        int status;
        bool said;
    } full[] = {{"anjuan-x publish", EXIT_DONE, true},
                {"anjuan-x print", EXIT_IO, true},
                {"anjuan-x --help", EXIT_IO, true},
                {"anjuan-x a", EXIT_DONE, false}};
    for (size_t i = 0; i < G_N_ELEMENTS(full); i++) {
        g_autofree char *errors = NULL;
        assert_int_equal(run_into("/dev/full", full[i].line, &errors), full[i].status);
        expect_begin(full[i].line, errors, full[i].said ? "anjuan-x: 输出没有写完整" : "");
        assert_int_equal(strstr(errors, "\nanjuan-x: it lies there\n") != NULL, i == 0);
    }
}

static void test_options_are_read(void **state G_GNUC_UNUSED)
{
    g_autofree char *output = NULL, *errors = NULL;
    run_with("anjuan-x a --jobs 3 --season=s", &output, &errors);
    assert_int_equal(stage_jobs(), 3);
    assert_string_equal(season, "s");
    g_clear_pointer(&season, g_free);
}

static void test_needs(void **state G_GNUC_UNUSED)
{
    g_autoptr(GError) error = NULL;
    assert_true(stage_need("x", "--season", &error));
    assert_false(stage_need(NULL, "--season", &error));
    assert_true(g_error_matches(error, FAULT_INPUT, FAULT_USAGE));
}

static void test_jobs(void **state G_GNUC_UNUSED)
{
    static const struct {
        const char *line;
        int jobs;
    } given[] = {{"anjuan-x a --jobs 1", 1},
                 {"anjuan-x a --jobs=64", 64},
                 {"anjuan-x a --jobs 1000", 64},
                 {"anjuan-x a --jobs 99999999999", 64}};
    for (size_t i = 0; i < G_N_ELEMENTS(given); i++) {
        g_autofree char *output = NULL, *errors = NULL;
        run_with(given[i].line, &output, &errors);
        assert_int_equal(stage_jobs(), given[i].jobs);
    }
    g_autofree char *output = NULL, *errors = NULL;
    run_with("anjuan-x a", &output, &errors);
    assert_in_range(stage_jobs(), 1, 64); /* the cores of this machine */
}

/* ---- language ---- */

static void test_language(void **state G_GNUC_UNUSED)
{
    static const struct {
        const char *all, *lang;
        Lang wanted;
    } cases[] = {{NULL, NULL, LANG_ZH}, {"en_US.UTF-8", "zh_CN.UTF-8", LANG_EN}, {"C.UTF-8", "en_GB", LANG_EN}, {"C", "POSIX", LANG_ZH}, {"zh_TW", "en_US", LANG_ZH}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_unsetenv("LC_ALL");
        g_unsetenv("LANG");
        if (cases[i].all)
            g_setenv("LC_ALL", cases[i].all, TRUE);
        if (cases[i].lang)
            g_setenv("LANG", cases[i].lang, TRUE);
        lang_choose(NULL);
        assert_int_equal(lang_get(), cases[i].wanted);
    }
    lang_set(LANG_ZH);
    assert_false(lang_choose("english"));
    assert_int_equal(lang_get(), LANG_ZH);
    assert_true(lang_choose("en"));
    assert_string_equal(tr("是", "yes"), "yes");
    lang_set(LANG_ZH);
}

/* ---- faults ---- */

static void test_exit_statuses(void **state G_GNUC_UNUSED)
{
    const struct {
        GQuark domain;
        int code, status;
    } cases[] = {{FAULT_INPUT, FAULT_BAD, EXIT_INPUT},  {FAULT_INPUT, FAULT_USAGE, EXIT_USAGE},          {FAULT_SYSTEM, 0, EXIT_IO},
                 {G_FILE_ERROR, 0, EXIT_IO},            {G_IO_ERROR, 0, EXIT_IO},                        {G_OPTION_ERROR, 0, EXIT_USAGE},
                 {g_quark_from_static_string("x"), 0, EXIT_INTERNAL}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = g_error_new_literal(cases[i].domain, cases[i].code, "x");
        assert_int_equal(fault_exit_status(error), cases[i].status);
    }
}

static void test_faults_say_why(void **state G_GNUC_UNUSED)
{
    g_autoptr(GError) error = NULL, plain = NULL;
    assert_false(fault_system(&error, ENOENT, "没有 %s", "100%"));
    assert_true(g_str_has_prefix(error->message, "没有 100% ("));
    assert_false(fault_system(&plain, 0, "x"));
    assert_string_equal(plain->message, "x");
    assert_false(fault_system(NULL, ENOENT, "x"));
    assert_false(fault_input(NULL, FAULT_BAD, "x"));
}

/* ---- kinds, and strings of run.log ---- */

static void test_kinds(void **state G_GNUC_UNUSED)
{
    static const Kind major[] = {KIND_SEIZURE, KIND_RESTRICTION, KIND_DAILY, KIND_DETENTION, KIND_CRIME}; /* SPEC 8.4 */
    int count = 0;
    for (int kind = KIND_PENALTY; kind < KIND_COUNT; kind++) {
        assert_int_equal(kind_from_id(kind_ids[kind]), kind);
        assert_true(kind_printed((Kind)kind)[0] != '\0' && kind_english((Kind)kind)[0] != '\0');
        count += kind_is_major((Kind)kind);
    }
    assert_null(kind_ids[KIND_COUNT]);
    assert_int_equal(count, G_N_ELEMENTS(major));
    for (size_t i = 0; i < G_N_ELEMENTS(major); i++)
        assert_true(kind_is_major(major[i]));
    assert_int_equal(kind_from_id(""), KIND_NONE);
    assert_int_equal(kind_from_id("Penalty"), KIND_NONE);
    assert_string_equal(kind_printed(KIND_NONE), "");
}

static void test_json(void **state G_GNUC_UNUSED)
{
    static const char *const cases[][2] = {{"", "\"\""}, {"沅陵县.zip", "\"沅陵县.zip\""}, {"a\"b\\c", "\"a\\\"b\\\\c\""},
                                           {"\n\t\001", "\"\\u000a\\u0009\\u0001\""}, {"\xff", "\"\xEF\xBF\xBD\""}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *json = json_string(cases[i][0]);
        assert_string_equal(json, cases[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_programs),
        cmocka_unit_test(test_a_name_with_a_dash),
        cmocka_unit_test(test_output_that_cannot_be_written),
        cmocka_unit_test(test_options_are_read),
        cmocka_unit_test(test_needs), cmocka_unit_test(test_jobs),
        cmocka_unit_test(test_language),
        cmocka_unit_test(test_exit_statuses),
        cmocka_unit_test(test_faults_say_why),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
