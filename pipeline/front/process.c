#include "process.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib-unix.h>

#include "beside.h"
#include "lang.h"
#include "spawn.h"
#include "underwatch.h"

#define OUTPUT_BYTES_MAX ((gsize)1 << 20) /* of what a stage may say; records go to files */

struct Process {
    ProcessPool *pool;
    char **argv;
    ProcessLimits limits;
    ProcessDone done;
    void *data;
    GPid pid; /* 0: not started */
    guint timer, end_watch;
    bool held;  /* to be told when it may go on */
    bool waits; /* it was written to be told so, by INPUT */
    bool told;  /* process_tell() was called, whether it had started or not */
    bool timed_out, ended;
    int wait_status;
    int open_streams;
    int input, streams[2]; /* -1: closed */
    guint stream_watches[2];
    GString *text[2]; /* standard output, standard error */
};

struct ProcessPool {
    int places;
    GQueue *waiting;
    GPtrArray *running;
    GPtrArray *held; /* outside of the places */
    bool cramped;    /* nothing more is started ahead of its turn */
    GMainLoop *loop;
    int signal_number;
    void (*tick)(void *);
    void *tick_data;
};

static void process_free(Process *self)
{
    g_strfreev(self->argv);
    g_string_free(self->text[0], TRUE);
    g_string_free(self->text[1], TRUE);
    g_free(self);
}

ProcessPool *process_pool_new(int jobs)
{
    ProcessPool *pool = g_new0(ProcessPool, 1);
    pool->places = CLAMP(jobs, 1, 64);
    pool->waiting = g_queue_new();
    pool->running = g_ptr_array_new();
    pool->held = g_ptr_array_new();
    pool->loop = g_main_loop_new(NULL, FALSE);
    return pool;
}

void process_pool_free(ProcessPool *pool)
{
    if (!pool)
        return;
    g_queue_free_full(pool->waiting, (GDestroyNotify)process_free);
    g_ptr_array_unref(pool->running);
    g_ptr_array_unref(pool->held);
    g_main_loop_unref(pool->loop);
    g_free(pool);
}

static void pool_fill(ProcessPool *pool);

static void process_finish(Process *self)
{
    if (self->held || !self->ended || self->open_streams > 0)
        return;
    ProcessPool *pool = self->pool;
    if (self->timer)
        g_source_remove(self->timer);
    g_ptr_array_remove_fast(pool->running, self);
    if (pool->signal_number == 0) {
        ProcessEnd end = self->timed_out                ? PROCESS_TIMED_OUT
                         : WIFEXITED(self->wait_status) ? PROCESS_ENDED
                                                        : PROCESS_CRASHED;
        int status = WIFEXITED(self->wait_status) ? WEXITSTATUS(self->wait_status) : WTERMSIG(self->wait_status);
        self->done(end, status, self->text[0]->str, self->text[1]->str, self->data);
    }
    process_free(self);
    pool_fill(pool);
}

static void process_ended(GPid pid, int wait_status, gpointer data)
{
    Process *self = data;
    kill(-pid, SIGKILL); /* children that outlived it */
    self->ended = true;
    self->end_watch = 0;
    self->wait_status = wait_status;
    process_finish(self);
}

static gboolean process_out_of_time(gpointer data)
{
    Process *self = data;
    self->timed_out = true;
    self->timer = 0;
    kill(-self->pid, SIGKILL);
    return G_SOURCE_REMOVE;
}

typedef struct {
    Process *process;
    int which;
} StreamWatch;

static gboolean stream_ready(gint fd, GIOCondition condition, gpointer data)
{
    StreamWatch *watch = data;
    (void)condition;
    char buffer[8192];
    ssize_t got = read(fd, buffer, sizeof buffer);
    Process *process = watch->process;
    GString *text = process->text[watch->which];
    if (got > 0) {
        if (text->len < OUTPUT_BYTES_MAX)
            g_string_append_len(text, buffer, (gssize)MIN((gsize)got, OUTPUT_BYTES_MAX - text->len));
        return G_SOURCE_CONTINUE;
    }
    close(fd);
    process->stream_watches[watch->which] = 0;
    process->open_streams--;
    process_finish(process);
    return G_SOURCE_REMOVE;
}

static void watch_stream(Process *self, int fd, int which)
{
    StreamWatch *watch = g_new(StreamWatch, 1);
    *watch = (StreamWatch){self, which};
    self->open_streams++;
    self->streams[which] = fd;
    GSource *source = g_unix_fd_source_new(fd, G_IO_IN | G_IO_HUP | G_IO_ERR);
    g_source_set_callback(source, (GSourceFunc)(void (*)(void))stream_ready, watch, g_free);
    self->stream_watches[which] = g_source_attach(source, NULL);
    g_source_unref(source);
    /* cppcheck-suppress memleak ; the source frees it */
}

/* Where the program was looked for, and what stands in the way. */
static char *not_started(const char *program, int problem)
{
    return g_strdup_printf(tr("无法启动 %s：%s", "cannot start %s: %s"), program,
                           problem == ENOENT   ? tr("没有这个程序，请检查安装是否完整", "it is not there; is the installation whole?")
                           : problem == EACCES ? tr("没有执行权限，请检查安装", "it may not be executed; look into the installation")
                                               : g_strerror(problem));
}

static void send_told(const Process *self)
{
    send(self->input, "", 1, MSG_NOSIGNAL);
}

/* Starts what is to be watched; the errno that stands in the way. */
static int process_spawn(Process *self)
{
    Spawned started;
    int problem = spawn_start(self->argv, under_watch() ? 0 : self->limits.memory_bytes, self->waits, &started);
    if (problem != 0)
        return problem;
    self->pid = started.pid;
    self->input = started.input;
    if (self->told)
        send_told(self);
    watch_stream(self, started.output, 0);
    watch_stream(self, started.errors, 1);
    self->end_watch = g_child_watch_add(self->pid, process_ended, self);
    return 0;
}

/* What was started takes a place, and its time begins. */
static void process_go_on(Process *self)
{
    g_ptr_array_add(self->pool->running, self);
    if (self->waits) {
        send(self->input, "\0", 2, MSG_NOSIGNAL); /* when it has ended already, that is told below */
        close(self->input);
        self->input = -1;
    }
    if (self->limits.deadline_s > 0)
        self->timer = g_timeout_add_seconds((guint)MIN(self->limits.deadline_s, G_MAXINT), process_out_of_time, self);
}

/* Ends what was started and not told to go on. */
static void process_unstart(Process *self)
{
    for (int i = 0; i < 2; i++)
        if (self->stream_watches[i] != 0) {
            g_source_remove(self->stream_watches[i]);
            close(self->streams[i]);
        }
    if (self->input >= 0)
        close(self->input);
    if (self->end_watch != 0) {
        g_source_remove(self->end_watch);
        kill(-self->pid, SIGKILL);
        while (waitpid(self->pid, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    memset(self->stream_watches, 0, sizeof self->stream_watches);
    self->pid = 0;
    self->end_watch = 0;
    self->open_streams = 0;
    self->input = self->streams[0] = self->streams[1] = -1;
    g_string_truncate(self->text[0], 0);
    g_string_truncate(self->text[1], 0);
}

/* What waits gives back its descriptors, processes and memory, and starts when its turn comes; false when none
 * waits. */
static bool pool_make_room(ProcessPool *pool)
{
    bool made = false;
    pool->cramped = true;
    for (guint i = 0; i < pool->held->len; i++) {
        Process *held = pool->held->pdata[i];
        if (held->pid == 0 || held->ended)
            continue;
        process_unstart(held);
        made = true;
    }
    return made;
}

static bool is_want_of_room(int problem)
{
    return problem == EMFILE || problem == ENFILE || problem == EAGAIN || problem == ENOMEM;
}

static void process_begin(Process *self)
{
    int problem = process_spawn(self);
    if (is_want_of_room(problem) && pool_make_room(self->pool))
        problem = process_spawn(self);
    if (problem == 0) {
        process_go_on(self);
        return;
    }
    g_autofree char *why = not_started(self->argv[0], problem);
    self->done(PROCESS_NOT_STARTED, 0, "", why, self->data);
    process_free(self);
}

void process_pool_start_held(ProcessPool *pool)
{
    for (guint i = 0; pool->signal_number == 0 && !pool->cramped && i < pool->held->len; i++) {
        Process *held = pool->held->pdata[i];
        if (held->pid == 0 && process_spawn(held) != 0)
            held->pid = 0; /* it is told when its turn comes */
    }
}

static void pool_fill(ProcessPool *pool)
{
    while (pool->signal_number == 0 && (int)pool->running->len < pool->places && !g_queue_is_empty(pool->waiting))
        process_begin(g_queue_pop_head(pool->waiting));
    process_pool_start_held(pool);
    if (pool->running->len == 0 && (pool->signal_number != 0 || g_queue_is_empty(pool->waiting)))
        g_main_loop_quit(pool->loop);
}

static Process *process_new(ProcessPool *pool, const char *const *argv, const ProcessLimits *limits, ProcessDone done, void *data)
{
    Process *self = g_new0(Process, 1);
    self->pool = pool;
    self->argv = g_strdupv((char **)argv);
    self->limits = *limits;
    self->done = done;
    self->data = data;
    self->input = self->streams[0] = self->streams[1] = -1;
    self->text[0] = g_string_new(NULL);
    self->text[1] = g_string_new(NULL);
    return self;
}

void process_start(ProcessPool *pool, const char *const *argv, const ProcessLimits *limits, ProcessDone done, void *data)
{
    g_queue_push_tail(pool->waiting, process_new(pool, argv, limits, done, data));
}

void process_start_next(ProcessPool *pool, const char *const *argv, const ProcessLimits *limits, ProcessDone done, void *data)
{
    g_queue_push_head(pool->waiting, process_new(pool, argv, limits, done, data));
}

Process *process_hold(ProcessPool *pool, const char *const *argv, const ProcessLimits *limits)
{
    Process *self = process_new(pool, argv, limits, NULL, NULL);
    self->held = self->waits = true;
    g_ptr_array_add(pool->held, self);
    return self;
}

void process_go(Process *self, ProcessDone done, void *data)
{
    ProcessPool *pool = self->pool;
    g_ptr_array_remove(pool->held, self);
    self->held = false;
    self->done = done;
    self->data = data;
    if (self->pid != 0) {
        process_go_on(self);
        process_finish(self);
        return;
    }
    g_queue_push_head(pool->waiting, self);
    pool_fill(pool);
}

void process_tell(Process *self)
{
    self->told = true;
    if (self->input >= 0)
        send_told(self);
}

/* What nobody told to go on. */
static void process_drop(Process *self)
{
    process_unstart(self);
    process_free(self);
}

static void pool_drop_held(ProcessPool *pool)
{
    g_ptr_array_foreach(pool->held, (GFunc)(void (*)(void))process_drop, NULL);
    g_ptr_array_set_size(pool->held, 0);
}

void process_pool_tick(ProcessPool *pool, void (*tick)(void *data), void *data)
{
    pool->tick = tick;
    pool->tick_data = data;
}

static gboolean pool_tick(gpointer data)
{
    ProcessPool *pool = data;
    pool->tick(pool->tick_data);
    return G_SOURCE_CONTINUE;
}

static void pool_interrupt(ProcessPool *pool, int signal_number)
{
    pool->signal_number = signal_number;
    for (guint i = 0; i < pool->running->len; i++)
        kill(-((Process *)pool->running->pdata[i])->pid, SIGKILL);
    pool_fill(pool);
}

static gboolean on_interrupt(gpointer data)
{
    pool_interrupt(data, SIGINT);
    return G_SOURCE_CONTINUE;
}

static gboolean on_terminate(gpointer data)
{
    pool_interrupt(data, SIGTERM);
    return G_SOURCE_CONTINUE;
}

static gboolean on_hang_up(gpointer data)
{
    pool_interrupt(data, SIGHUP);
    return G_SOURCE_CONTINUE;
}

static gboolean pool_begin(gpointer data)
{
    pool_fill(data);
    return G_SOURCE_REMOVE;
}

static bool holding;

static void mask_signals(int how)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigprocmask(how, &set, NULL);
}

void process_hold_signals(void)
{
    holding = true;
    mask_signals(SIG_BLOCK);
}

void process_release_signals(void)
{
    holding = false;
    mask_signals(SIG_UNBLOCK);
}

static gpointer do_nothing(gpointer data)
{
    return data;
}

/* GLib watches signals and children with a thread of its own, and ends this process where it cannot have it. */
static bool can_watch(void)
{
    static bool known;
    GThread *probe = known ? NULL : beside_thread("probe", do_nothing, NULL);
    if (probe)
        g_thread_join(probe);
    known = known || probe;
    return known;
}

static void pool_give_up(ProcessPool *pool)
{
    Process *process;
    while ((process = g_queue_pop_head(pool->waiting)) != NULL) {
        process->done(PROCESS_NOT_STARTED, 0, "",
                      tr("系统不允许再启动线程（进程数或内存的限制），未能启动处理程序",
                         "no thread can be had to watch the stage (a limit on processes or memory)"),
                      process->data);
        process_free(process);
    }
}

bool process_pool_run(ProcessPool *pool, int *signal_number)
{
    if (signal_number)
        *signal_number = 0;
    if (!can_watch()) {
        pool_give_up(pool);
        pool_drop_held(pool);
        return true;
    }
    guint sources[] = {g_unix_signal_add(SIGINT, on_interrupt, pool), g_unix_signal_add(SIGTERM, on_terminate, pool),
                       g_unix_signal_add(SIGHUP, on_hang_up, pool)};
    if (holding)
        mask_signals(SIG_UNBLOCK);
    guint ticking = pool->tick ? g_timeout_add(100, pool_tick, pool) : 0;
    g_idle_add(pool_begin, pool);
    g_main_loop_run(pool->loop);
    pool_drop_held(pool);
    if (holding)
        mask_signals(SIG_BLOCK);
    for (gsize i = 0; i < G_N_ELEMENTS(sources); i++)
        g_source_remove(sources[i]);
    if (ticking)
        g_source_remove(ticking);
    if (signal_number)
        *signal_number = pool->signal_number;
    return pool->signal_number == 0;
}

typedef struct {
    ProcessEnd end;
    int status;
    char *output, *errors;
} OneRun;

static void one_done(ProcessEnd end, int status, const char *output, const char *errors, void *data)
{
    OneRun *run = data;
    *run = (OneRun){end, status, g_strdup(output), g_strdup(errors)};
}

ProcessEnd process_run(const char *const *argv, const ProcessLimits *limits, int *status, char **output, char **errors)
{
    g_autoptr(ProcessPool) pool = process_pool_new(1);
    OneRun run = {.end = PROCESS_CRASHED};
    int signal_number;
    process_start(pool, argv, limits, one_done, &run);
    if (!process_pool_run(pool, &signal_number))
        run = (OneRun){.end = PROCESS_INTERRUPTED, .status = signal_number};
    *status = run.status;
    if (output)
        *output = run.output ? run.output : g_strdup("");
    else
        g_free(run.output);
    if (errors)
        *errors = run.errors ? run.errors : g_strdup("");
    else
        g_free(run.errors);
    return run.end;
}
