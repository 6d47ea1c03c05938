/* Whole runs of the sample season: the same bytes whatever the way, and the exit statuses of SPEC 1.1. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "fileio.h"
#include "nothreads.h"
#include "seasonlab.h"

static const char *const nothing[] = {NULL};
/* The time of day and what depends on the way a run came about. */
static const char *const timed[] = {"manifest.xml", NULL};
static const char *const timed_and_changes[] = {"manifest.xml", "changes.csv", "scores.xml", "anjuan.xlsx", "index.html", NULL};
static const char *const cache[] = {"state.xml", "files.xml", NULL};

static char *below(const char *season, const char *name)
{
    return g_build_filename(season, name, NULL);
}

static void assert_same_results(const char *a, const char *b, const char *const *skip)
{
    g_autofree char *left = below(a, "results/latest"), *right = below(b, "results/latest");
    lab_assert_same_tree(left, right, skip);
}

static int count_runs(const char *season)
{
    g_autofree char *results = below(season, "results");
    g_autoptr(GDir) folder = g_dir_open(results, 0, NULL);
    int count = 0;
    for (const char *name; folder && (name = g_dir_read_name(folder));)
        count += g_str_has_prefix(name, "2");
    return count;
}

static void one_job_equals_many(void **state)
{
    (void)state;
    g_autofree char *one = lab_season("one"), *many = lab_season("many");
    lab_season_run(one, 0, "--jobs", "1", NULL);
    lab_season_run(many, 0, "--jobs", "8", NULL);
    assert_same_results(one, many, timed);
    g_autofree char *left = below(one, "work"), *right = below(many, "work");
    lab_assert_same_tree(left, right, cache);
    g_autofree char *left_store = below(one, "store"), *right_store = below(many, "store");
    lab_assert_same_tree(left_store, right_store, nothing);
}

/* The programs of the build in a folder of their own, each stage in a process in which no thread can be had.  Caller
 * frees the path of the front command. */
static char *programs_without_threads(void)
{
    static const char *const stages[] = {"tables", "unpack", "scan", "extract", "check", "score", "report"};
    g_autofree char *top = g_build_filename(g_getenv("TMPDIR"), "no-threads", NULL), *bin = below(top, "bin");
    g_autofree char *share = below(top, "share");
    g_autofree char *shared = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", NULL);
    g_autofree char *front = lab_program("anjuan"), *bytes = NULL;
    char *copy = below(bin, "anjuan");
    gsize size;
    assert_int_equal(g_mkdir_with_parents(bin, 0777), 0);
    assert_int_equal(symlink(shared, share), 0);
    assert_true(g_file_get_contents(front, &bytes, &size, NULL));
    assert_true(g_file_set_contents_full(copy, bytes, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0777, NULL));
    for (size_t i = 0; i < G_N_ELEMENTS(stages); i++) {
        g_autofree char *name = g_strconcat("anjuan-", stages[i], NULL), *program = lab_program(name);
        g_autofree char *path = below(bin, name);
        g_autofree char *script =
            g_strdup_printf("#!/bin/sh\nulimit -s " NOTHREADS_STACK_KIB " && exec '%s' \"$@\"\n", program);
        assert_true(g_file_set_contents_full(path, script, -1, G_FILE_SET_CONTENTS_NONE, 0777, NULL));
    }
    return copy;
}

static void results_are_the_same_where_no_thread_can_be_had(void **state)
{
    (void)state;
    g_autofree char *many = lab_season("threads"), *none = lab_season("no-thread");
    g_autofree char *program = programs_without_threads();
    lab_season_run(many, 0, "--jobs", "8", NULL);
    LabResult result = lab_run_array((const char *[]){
        program, "run", "--quiet", "--received", "2016-11-28T09:00:00+08:00", "--jobs", "8", none, NULL});
    assert_int_equal(result.status, 0);
    lab_result_clear(&result);
    assert_same_results(many, none, timed);
}

static void incremental_equals_full(void **state)
{
    (void)state;
    g_autofree char *full = lab_season("full"), *steps = lab_season_before_corrections("steps");
    lab_season_run(full, 0, NULL);
    lab_season_run(steps, 0, NULL);
    lab_correct(steps);
    lab_season_run(steps, 0, NULL);
    assert_int_equal(count_runs(steps), 2);
    assert_same_results(full, steps, timed_and_changes);
}

static void unchanged_season_publishes_nothing(void **state)
{
    (void)state;
    g_autofree char *season = lab_season("same");
    lab_season_run(season, 0, NULL);
    g_usleep(2100000); /* signatures younger than two seconds prove nothing */
    lab_season_run(season, 0, NULL);
    lab_season_run(season, 0, NULL);
    assert_int_equal(count_runs(season), 1);
    g_autofree char *log = lab_read(season, "run.log");
    g_auto(GStrv) lines = g_strsplit(g_strstrip(log), "\n", -1);
    assert_int_equal(g_strv_length(lines), 3);
    assert_non_null(strstr(lines[2], "\"result\":\"unchanged\""));
    assert_non_null(strstr(lines[2], "\"stages\":0,\"read\":[]"));
}

static void work_can_be_deleted(void **state)
{
    (void)state;
    g_autofree char *season = lab_season("rebuilt"), *work = below(season, "work"), *aside = below(season, "work-before");
    lab_season_run(season, 0, NULL);
    assert_int_equal(g_rename(work, aside), 0);
    lab_season_run(season, 0, NULL);
    assert_int_equal(count_runs(season), 1);
    static const char *const skip[] = {"state.xml", "files.xml", "scores.xml", NULL}; /* the second run had nothing to score */
    lab_assert_same_tree(aside, work, skip);
}

/* Killed at any moment, the next run completes to the bytes of a run that was never interrupted (SPEC 5.4). */
static void killed_run_is_completed(void **state)
{
    (void)state;
    g_autofree char *calm = lab_season("calm"), *killed = lab_season("killed"), *program = lab_program("anjuan");
    lab_season_run(calm, 0, NULL);
    const char *const argv[] = {program, "run", "--quiet", "--received", "2016-11-28T09:00:00+08:00", killed, NULL};
    for (int delay_ms = 20; delay_ms < 700; delay_ms += 120) {
        GPid pid;
        assert_true(g_spawn_async(NULL, (char **)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL));
        g_usleep((gulong)delay_ms * 1000);
        kill(pid, SIGKILL);
        g_spawn_close_pid(pid);
    }
    g_usleep(300000);
    lab_season_run(killed, 0, NULL);
    assert_same_results(calm, killed, timed_and_changes);
}

static void table_change_reads_no_package(void **state)
{
    (void)state;
    g_autofree char *season = lab_season("tables"), *path = below(season, "reference/air.csv");
    lab_season_run(season, 0, NULL);
    g_usleep(2100000);
    lab_season_run(season, 0, NULL);
    g_autoptr(GError) error = NULL;
    assert_true(file_write_whole(path, "单位,PM10_2015,PM10_2016,PM2.5_2015,PM2.5_2016\nYL,60,59,40,39\n",
                                 strlen("单位,PM10_2015,PM10_2016,PM2.5_2015,PM2.5_2016\nYL,60,59,40,39\n"), &error));
    LabResult result = lab_run("anjuan", "score", "--quiet", season, NULL);
    assert_int_equal(result.status, 0);
    lab_result_clear(&result);
    g_autofree char *log = lab_read(season, "run.log");
    assert_non_null(strstr(strrchr(g_strchomp(log), '\n'), "\"result\":\"published\""));
    assert_non_null(strstr(strrchr(log, '\n'), "\"read\":[]"));
}

static void exit_statuses(void **state)
{
    (void)state;
    g_autofree char *season = lab_season_before_corrections("bad");
    LabResult missing = lab_run("anjuan", "run", "/nowhere/season", NULL);
    assert_int_equal(missing.status, 3);
    assert_non_null(strstr(missing.err, "/nowhere/season"));
    lab_result_clear(&missing);
    LabResult usage = lab_run("anjuan", "run", NULL);
    assert_int_equal(usage.status, 2);
    lab_result_clear(&usage);

    int lock = open(season, O_RDONLY | O_DIRECTORY);
    assert_int_equal(flock(lock, LOCK_EX | LOCK_NB), 0);
    LabResult locked = lab_run("anjuan", "run", season, NULL);
    assert_int_equal(locked.status, 75);
    lab_result_clear(&locked);
    close(lock);

    g_autofree char *submissions = below(season, "submissions"), *aside = below(season, "elsewhere");
    assert_int_equal(g_rename(submissions, aside), 0);
    LabResult absent = lab_run("anjuan", "run", season, NULL);
    assert_int_equal(absent.status, 74);
    lab_result_clear(&absent);
    g_mkdir(submissions, 0777);
    LabResult empty = lab_run("anjuan", "run", season, NULL);
    assert_int_equal(empty.status, 74);
    assert_int_equal(count_runs(season), 0);
    lab_result_clear(&empty);
}

static void wrong_season_file_names_line_and_attribute(void **state)
{
    (void)state;
    g_autofree char *season = lab_season_before_corrections("wrong"), *path = below(season, "season.xml");
    g_autofree char *text = lab_read(season, "season.xml");
    char *at = strstr(text, "full-at=\"1.5\"");
    assert_non_null(at);
    memcpy(at, "full-at=\"x.5\"", 13);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    LabResult result = lab_run("anjuan", "run", "--lang", "en", season, NULL);
    assert_int_equal(result.status, 3);
    assert_non_null(strstr(result.err, "full-at"));
    assert_non_null(strstr(result.err, "season.xml:"));
    lab_result_clear(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_job_equals_many),          cmocka_unit_test(incremental_equals_full),
        cmocka_unit_test(unchanged_season_publishes_nothing), cmocka_unit_test(work_can_be_deleted),
        cmocka_unit_test(killed_run_is_completed),      cmocka_unit_test(table_change_reads_no_package),
        cmocka_unit_test(exit_statuses),                cmocka_unit_test(wrong_season_file_names_line_and_attribute),
        cmocka_unit_test(results_are_the_same_where_no_thread_can_be_had),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
