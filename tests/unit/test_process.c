/* Processes: how they end, what they may use, what they say. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "fault.h"
#include "nothreads.h"
#include "process.h"
#include "seasonrun.h"

static ProcessEnd run_shell(const char *script, const ProcessLimits *limits, int *status, char **output, char **errors)
{
    const char *const argv[] = {"/bin/sh", "-c", script, NULL};
    return process_run(argv, limits, status, output, errors);
}

static void test_how_it_ended(void **state G_GNUC_UNUSED)
{
    static const struct {
        const char *script;
        ProcessEnd end;
        int status;
    } cases[] = {{"exit 0", PROCESS_ENDED, 0}, {"exit 74", PROCESS_ENDED, 74}, {"kill -SEGV $$", PROCESS_CRASHED, SIGSEGV}, {"kill -KILL $$", PROCESS_CRASHED, SIGKILL}};
    const ProcessLimits none = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        int status = -1;
        assert_int_equal(run_shell(cases[i].script, &none, &status, NULL, NULL), cases[i].end);
        assert_int_equal(status, cases[i].status);
    }
}

static void test_not_started(void **state G_GNUC_UNUSED)
{
    const char *const argv[] = {"/nonexistent/anjuan-unpack", NULL};
    const ProcessLimits none = {0};
    int status;
    g_autofree char *errors = NULL;
    assert_int_equal(process_run(argv, &none, &status, NULL, &errors), PROCESS_NOT_STARTED);
    assert_string_equal(errors, "无法启动 /nonexistent/anjuan-unpack：没有这个程序，请检查安装是否完整");
}

static void test_not_executable(void **state G_GNUC_UNUSED)
{
    const ProcessLimits none = {0};
    int status;
    g_autofree char *errors = NULL, *path = g_build_filename(g_get_tmp_dir(), "anjuan-unpack", NULL);
    const char *const argv[] = {path, NULL};
    assert_true(g_file_set_contents_full(path, "#!/bin/sh\n", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    assert_int_equal(process_run(argv, &none, &status, NULL, &errors), PROCESS_NOT_STARTED);
    assert_true(g_str_has_prefix(errors, "无法启动 ") && strstr(errors, path) && strstr(errors, "没有执行权限"));
    g_autofree char *said = NULL;
    assert_int_equal(chmod(path, 0700), 0); /* what can be started says for itself how it ends */
    assert_int_equal(process_run(argv, &none, &status, NULL, &said), PROCESS_ENDED);
    assert_string_equal(said, "");
    unlink(path);
}

/* Only what was started can be said to have ended. */
static void test_what_a_fault_says(void **state G_GNUC_UNUSED)
{
    g_autoptr(GError) not_started = NULL, ended = NULL, crashed = NULL;
    assert_false(stage_end_fault("tables", PROCESS_NOT_STARTED, 0, "无法启动 x", &not_started));
    assert_string_equal(not_started->message, "无法启动 x");
    assert_int_equal(fault_exit_status(not_started), EXIT_INTERNAL);
    assert_false(stage_end_fault("tables", PROCESS_ENDED, 70, "", &ended));
    assert_string_equal(ended->message, "anjuan-tables 未能正常结束（状态 70）：没有说明原因");
    assert_false(stage_end_fault("tables", PROCESS_CRASHED, 11, "x", &crashed));
    assert_string_equal(crashed->message, "anjuan-tables 未能正常结束（信号 11）：x");
}

/* GLib would end this process. */
static void test_not_started_where_no_thread_can_be_had(void **state G_GNUC_UNUSED)
{
    const ProcessLimits none = {0};
    int status;
    g_autofree char *errors = NULL;
    nothreads_begin();
    assert_int_equal(run_shell("exit 0", &none, &status, NULL, &errors), PROCESS_NOT_STARTED);
    nothreads_end();
    assert_non_null(strstr(errors, "线程"));
    assert_int_equal(run_shell("exit 0", &none, &status, NULL, NULL), PROCESS_ENDED);
}

static void test_what_it_says(void **state G_GNUC_UNUSED)
{
    const ProcessLimits none = {0};
    int status;
    g_autofree char *output = NULL, *errors = NULL;
    run_shell("echo out; echo err >&2", &none, &status, &output, &errors);
    assert_string_equal(output, "out\n");
    assert_string_equal(errors, "err\n");
    g_autofree char *flood = NULL; /* kept to a mebibyte, but read to its end so that it does not stall */
    assert_int_equal(run_shell("head -c 3000000 /dev/zero | tr '\\0' x; exit 3", &none, &status, &flood, NULL), PROCESS_ENDED);
    assert_int_equal(status, 3);
    assert_int_equal(strlen(flood), 1 << 20);
}

/* The deadline holds for children, too: a sleeping one would keep standard output open. */
static void test_deadline(void **state G_GNUC_UNUSED)
{
    const ProcessLimits limits = {.deadline_s = 1};
    int status;
    int64_t start_us = g_get_monotonic_time();
    assert_int_equal(run_shell("sleep 30 & sleep 30", &limits, &status, NULL, NULL), PROCESS_TIMED_OUT);
    assert_true(g_get_monotonic_time() - start_us < 10 * G_USEC_PER_SEC);
}

static void test_children_die_with_it(void **state G_GNUC_UNUSED)
{
    const ProcessLimits none = {0};
    int status;
    int64_t start_us = g_get_monotonic_time();
    assert_int_equal(run_shell("sleep 30 & exit 0", &none, &status, NULL, NULL), PROCESS_ENDED);
    assert_true(g_get_monotonic_time() - start_us < 10 * G_USEC_PER_SEC);
}

static void test_no_core_dumps(void **state G_GNUC_UNUSED)
{
    const ProcessLimits none = {0};
    int status;
    g_autofree char *output = NULL;
    run_shell("ulimit -c", &none, &status, &output, NULL);
    assert_string_equal(output, "0\n");
}

static void test_memory(void **state G_GNUC_UNUSED)
{
    const ProcessLimits limits = {.memory_bytes = 64 << 20};
    int status;
    g_autofree char *output = NULL;
    if (g_getenv("ANJUAN_NO_SANDBOX"))
        skip();
    run_shell("ulimit -d", &limits, &status, &output, NULL);
#ifdef ANJUAN_SANITIZED
    assert_string_equal(output, "unlimited\n");
#else
    assert_string_equal(output, "65536\n");
#endif
}

/* ---- pools ---- */

typedef struct {
    ProcessPool *pool;
    int started, ended, statuses;
} Chain;

static void start_next(Chain *chain);

static void step_done(ProcessEnd end, int status, const char *output G_GNUC_UNUSED, const char *errors G_GNUC_UNUSED, void *data)
{
    Chain *chain = data;
    assert_int_equal(end, PROCESS_ENDED);
    chain->ended++;
    chain->statuses += status;
    if (chain->started < 6)
        start_next(chain);
}

static void start_next(Chain *chain)
{
    const ProcessLimits none = {0};
    g_autofree char *script = g_strdup_printf("exit %d", ++chain->started);
    const char *const argv[] = {"/bin/sh", "-c", script, NULL};
    process_start(chain->pool, argv, &none, step_done, chain);
}

static void test_callbacks_start_what_comes_next(void **state G_GNUC_UNUSED)
{
    for (int jobs = 1; jobs <= 3; jobs++) {
        g_autoptr(ProcessPool) pool = process_pool_new(jobs);
        Chain chain = {.pool = pool};
        int signal_number = -1;
        start_next(&chain);
        start_next(&chain);
        assert_true(process_pool_run(pool, &signal_number));
        assert_int_equal(signal_number, 0);
        assert_int_equal(chain.ended, 6);
        assert_int_equal(chain.statuses, 1 + 2 + 3 + 4 + 5 + 6);
    }
}

typedef struct {
    ProcessPool *pool;
    GString *said;
} Order;

static void write_order(ProcessEnd end G_GNUC_UNUSED, int status G_GNUC_UNUSED, const char *output, const char *errors G_GNUC_UNUSED, void *data)
{
    Order *order = data;
    static const char *const argv[] = {"/bin/echo", "next", NULL};
    const ProcessLimits none = {0};
    g_string_append(order->said, output);
    if (order->said->len == strlen("one\n"))
        process_start_next(order->pool, argv, &none, write_order, order);
}

static void test_what_has_begun_goes_first(void **state G_GNUC_UNUSED)
{
    static const char *const one[] = {"/bin/echo", "one", NULL}, *const two[] = {"/bin/echo", "two", NULL};
    const ProcessLimits none = {0};
    g_autoptr(ProcessPool) pool = process_pool_new(1);
    Order order = {pool, g_string_new(NULL)};
    process_start(pool, one, &none, write_order, &order);
    process_start(pool, two, &none, write_order, &order);
    assert_true(process_pool_run(pool, NULL));
    assert_string_equal(order.said->str, "one\nnext\ntwo\n");
    g_string_free(order.said, TRUE);
}

static void test_nothing_to_do(void **state G_GNUC_UNUSED)
{
    g_autoptr(ProcessPool) pool = process_pool_new(2);
    assert_true(process_pool_run(pool, NULL));
}

static void fail_when_called(ProcessEnd end G_GNUC_UNUSED, int status G_GNUC_UNUSED, const char *output G_GNUC_UNUSED,
                             const char *errors G_GNUC_UNUSED, void *data G_GNUC_UNUSED)
{
    fail();
}

static void interrupt_myself(void *data G_GNUC_UNUSED)
{
    kill(getpid(), SIGTERM);
}

static void test_interruption_ends_all(void **state G_GNUC_UNUSED)
{
    static const char *const argv[] = {"/bin/sh", "-c", "sleep 30", NULL};
    const ProcessLimits none = {0};
    int signal_number = 0;
    int64_t start_us = g_get_monotonic_time();
    g_autoptr(ProcessPool) pool = process_pool_new(1);
    process_start(pool, argv, &none, fail_when_called, NULL);
    process_start(pool, argv, &none, fail_when_called, NULL); /* still waiting */
    process_pool_tick(pool, interrupt_myself, NULL);
    process_hold_signals();
    assert_false(process_pool_run(pool, &signal_number));
    process_release_signals();
    assert_int_equal(signal_number, SIGTERM);
    assert_true(g_get_monotonic_time() - start_us < 10 * G_USEC_PER_SEC);
}

/* ---- held: started before their turn ---- */

typedef struct {
    Process *held;
    GString *told; /* "how it ended, what it said" of each */
} Turn;

static void note_end(ProcessEnd end, int status, const char *output, const char *errors G_GNUC_UNUSED, void *data)
{
    Turn *turn = data;
    g_string_append_printf(turn->told, "%d %d %s;", end, status, output);
    if (turn->held)
        process_go(g_steal_pointer(&turn->held), note_end, turn);
}

/* What is told of FIRST and then of HELD, which goes on when FIRST has ended, with one place for both.  Caller frees. */
static char *take_turns(const char *first, const char *const *held)
{
    const char *const argv[] = {"/bin/sh", "-c", first, NULL};
    const ProcessLimits none = {.deadline_s = 20};
    g_autoptr(ProcessPool) pool = process_pool_new(1);
    Turn turn = {.told = g_string_new(NULL)};
    process_start(pool, argv, &none, note_end, &turn);
    turn.held = process_hold(pool, held, &none);
    assert_true(process_pool_run(pool, NULL));
    return g_string_free(turn.told, FALSE);
}

static void test_held_goes_on_when_told(void **state G_GNUC_UNUSED)
{
    g_autofree char *mark = g_build_filename(g_get_tmp_dir(), "anjuan-held", NULL);
    g_autofree char *script = g_strdup_printf("touch %s; printf %%s $(head -c 1 | wc -c)", mark);
    g_autofree char *first = g_strdup_printf("while ! test -e %s; do sleep 0.01; done; printf began", mark);
    const char *const held[] = {"/bin/sh", "-c", script, NULL};
    unlink(mark);
    g_autofree char *told = take_turns(first, held); /* the first ends only after the held one has begun */
    assert_string_equal(told, "0 0 began;0 0 1;");
    unlink(mark);
}

static void test_held_is_told_of_at_its_turn(void **state G_GNUC_UNUSED)
{
    const char *const crashes[] = {"/bin/sh", "-c", "kill -SEGV $$", NULL}, *const missing[] = {"/nonexistent/anjuan-check", NULL};
    g_autofree char *crashed = take_turns("sleep 0.2; printf first", crashes), *none = take_turns("printf first", missing);
    g_autofree char *expected = g_strdup_printf("0 0 first;%d %d ;", PROCESS_CRASHED, SIGSEGV);
    g_autofree char *expected_none = g_strdup_printf("0 0 first;%d 0 ;", PROCESS_NOT_STARTED);
    assert_string_equal(crashed, expected);
    assert_string_equal(none, expected_none);
}

/* It starts after it was told that most is there, and learns of it all the same, before its turn. */
static void test_held_is_told_before_it_starts(void **state G_GNUC_UNUSED)
{
    g_autofree char *mark = g_build_filename(g_get_tmp_dir(), "anjuan-told", NULL);
    g_autofree char *script = g_strdup_printf("head -c 1 > /dev/null; touch %s; printf all", mark);
    g_autofree char *first = g_strdup_printf("while ! test -e %s; do sleep 0.01; done; printf began", mark);
    const char *const argv[] = {"/bin/sh", "-c", first, NULL}, *const held[] = {"/bin/sh", "-c", script, NULL};
    const ProcessLimits limits = {.deadline_s = 20};
    g_autoptr(ProcessPool) pool = process_pool_new(1);
    Turn turn = {.told = g_string_new(NULL)};
    unlink(mark);
    process_start(pool, argv, &limits, note_end, &turn);
    turn.held = process_hold(pool, held, &limits);
    process_tell(turn.held);
    assert_true(process_pool_run(pool, NULL));
    assert_string_equal(turn.told->str, "0 0 began;0 0 all;");
    g_string_free(turn.told, TRUE);
    unlink(mark);
}

static void test_held_and_not_told_is_killed(void **state G_GNUC_UNUSED)
{
    g_autofree char *mark = g_build_filename(g_get_tmp_dir(), "anjuan-dropped", NULL);
    g_autofree char *script = g_strdup_printf("head -c 1 > /dev/null; sleep 0.2; touch %s", mark);
    const char *const held[] = {"/bin/sh", "-c", script, NULL}, *const argv[] = {"/bin/sh", "-c", "sleep 0.1", NULL};
    const ProcessLimits none = {0};
    g_autoptr(ProcessPool) pool = process_pool_new(1);
    Turn turn = {.told = g_string_new(NULL)};
    process_start(pool, argv, &none, note_end, &turn);
    process_hold(pool, held, &none);
    assert_true(process_pool_run(pool, NULL));
    assert_string_equal(turn.told->str, "0 0 ;");
    g_string_free(turn.told, TRUE);
    g_usleep(400000);
    assert_false(g_file_test(mark, G_FILE_TEST_EXISTS));
}

/* ---- held, and in the way ---- */

enum { HELD = 3, FILES = 64 };

typedef struct {
    ProcessPool *pool;
    Process *held[HELD];
    GArray *taken; /* descriptors */
    struct rlimit before;
    GString *told;
} Cramped;

static void note_cramped(ProcessEnd end, int status, const char *output, const char *errors G_GNUC_UNUSED, void *data)
{
    Cramped *cramped = data;
    g_string_append_printf(cramped->told, "%d %d %s;", end, status, output);
}

static void give_back(ProcessEnd end, int status, const char *output, const char *errors, void *data)
{
    Cramped *cramped = data;
    note_cramped(end, status, output, errors, data);
    for (guint i = 0; i < cramped->taken->len; i++)
        close(g_array_index(cramped->taken, int, i));
    setrlimit(RLIMIT_NOFILE, &cramped->before);
    for (int i = 0; i < HELD; i++)
        process_go(cramped->held[i], note_cramped, cramped);
}

/* Takes every descriptor that is left, so that what is started next has none but those of the held ones. */
static void take_all(ProcessEnd end, int status, const char *output, const char *errors, void *data)
{
    const char *const argv[] = {"/bin/sh", "-c", "printf next", NULL};
    const ProcessLimits none = {0};
    Cramped *cramped = data;
    note_cramped(end, status, output, errors, data);
    for (int fd; (fd = dup(STDIN_FILENO)) >= 0;)
        g_array_append_val(cramped->taken, fd);
    process_start_next(cramped->pool, argv, &none, give_back, cramped);
}

static void test_held_makes_room_for_what_has_its_turn(void **state G_GNUC_UNUSED)
{
    const char *const first[] = {"/bin/sh", "-c", "sleep 0.2; printf first", NULL},
                      *const held[] = {"/bin/sh", "-c", "printf %s $(head -c 1 | wc -c)", NULL};
    const ProcessLimits none = {.deadline_s = 20};
    g_autoptr(ProcessPool) pool = process_pool_new(1);
    g_autoptr(GArray) taken = g_array_new(FALSE, FALSE, sizeof(int));
    Cramped cramped = {.pool = pool, .taken = taken, .told = g_string_new(NULL)};
    getrlimit(RLIMIT_NOFILE, &cramped.before);
    const struct rlimit few = {FILES, cramped.before.rlim_max};
    process_start(pool, first, &none, take_all, &cramped);
    for (int i = 0; i < HELD; i++)
        cramped.held[i] = process_hold(pool, held, &none);
    setrlimit(RLIMIT_NOFILE, &few);
    assert_true(process_pool_run(pool, NULL));
    assert_string_equal(cramped.told->str, "0 0 first;0 0 next;0 0 1;0 0 1;0 0 1;");
    g_string_free(cramped.told, TRUE);
}

/* No file that we have open is handed on, nor a signal that waits. */
static void test_nothing_is_handed_on(void **state G_GNUC_UNUSED)
{
    const ProcessLimits none = {0};
    int status, open_fd = fcntl(STDERR_FILENO, F_DUPFD, 77);
    g_autofree char *output = NULL, *script = g_strdup_printf("test -e /proc/self/fd/%d && echo open; readlink /proc/self/fd/0; grep SigBlk /proc/self/status", open_fd);
    assert_true(open_fd >= 77);
    assert_int_equal(run_shell(script, &none, &status, &output, NULL), PROCESS_ENDED);
    close(open_fd);
    assert_string_equal(output, "/dev/null\nSigBlk:\t0000000000000000\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_not_started_where_no_thread_can_be_had), /* first: no process was watched yet */
        cmocka_unit_test(test_how_it_ended),
        cmocka_unit_test(test_not_started),
        cmocka_unit_test(test_not_executable),
        cmocka_unit_test(test_what_a_fault_says),
        cmocka_unit_test(test_what_it_says),
        cmocka_unit_test(test_deadline),
        cmocka_unit_test(test_children_die_with_it),
        cmocka_unit_test(test_no_core_dumps),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_callbacks_start_what_comes_next),
        cmocka_unit_test(test_what_has_begun_goes_first),
        cmocka_unit_test(test_nothing_to_do),
        cmocka_unit_test(test_interruption_ends_all),
        cmocka_unit_test(test_held_goes_on_when_told),
        cmocka_unit_test(test_held_is_told_of_at_its_turn),
        cmocka_unit_test(test_held_is_told_before_it_starts),
        cmocka_unit_test(test_held_and_not_told_is_killed),
        cmocka_unit_test(test_held_makes_room_for_what_has_its_turn),
        cmocka_unit_test(test_nothing_is_handed_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
