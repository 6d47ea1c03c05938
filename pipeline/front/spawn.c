#include "spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>

#define STACK_BYTES ((size_t)64 * 1024) /* for the few calls until the program begins */

enum { INPUT, OUTPUT, ERRORS, PROBLEM, PIPES };

typedef struct {
    char *const *argv;
    int64_t memory_bytes;
    int ours[PIPES], theirs[PIPES]; /* -1: none */
} Start;

/* Our handlers write to what is ours, and the child shares our memory. */
static void forget_handlers(void)
{
    for (int number = 1; number < NSIG; number++) {
        struct sigaction now;
        if (sigaction(number, NULL, &now) != 0 || now.sa_handler == SIG_DFL || now.sa_handler == SIG_IGN)
            continue;
        memset(&now, 0, sizeof now);
        now.sa_handler = SIG_DFL;
        sigaction(number, &now, NULL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void set_limits(const Start *start)
{
    struct rlimit limit = {(rlim_t)start->memory_bytes, (rlim_t)start->memory_bytes}, no_core = {0, 0};
    if (start->memory_bytes > 0)
        setrlimit(RLIMIT_DATA, &limit);
    setrlimit(RLIMIT_CORE, &no_core);
}

/* Nothing but the standard streams goes on to the program. */
static void close_others(void)
{
    if (close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        return;
    for (int fd = STDERR_FILENO + 1; fd < 1024; fd++)
        fcntl(fd, F_SETFD, FD_CLOEXEC);
}

static bool set_streams(const Start *start)
{
    int input = start->theirs[INPUT] >= 0 ? start->theirs[INPUT] : open("/dev/null", O_RDONLY | O_CLOEXEC);
    return input >= 0 && dup2(input, STDIN_FILENO) >= 0 && dup2(start->theirs[OUTPUT], STDOUT_FILENO) >= 0 &&
           dup2(start->theirs[ERRORS], STDERR_FILENO) >= 0;
}

/* In the child, which shares our memory: nothing but calls of the system. */
static int become_program(void *data)
{
    const Start *start = data;
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    forget_handlers();
    set_limits(start);
    if (set_streams(start)) {
        close_others();
        execv(start->argv[0], start->argv);
    }
    int problem = errno;
    ssize_t told = write(start->theirs[PROBLEM], &problem, sizeof problem);
    _exit(told == (ssize_t)sizeof problem ? 126 : 127);
}

static pid_t clone_child(Start *start)
{
    sigset_t all, before;
    g_autofree char *stack = g_malloc(STACK_BYTES);
    char *top = stack + STACK_BYTES;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t pid = clone(become_program, top - (uintptr_t)top % 16, CLONE_VM | CLONE_VFORK | SIGCHLD, start);
    int problem = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = problem;
    return pid;
}

static void close_all(int *fds)
{
    for (int i = 0; i < PIPES; i++)
        if (fds[i] >= 0)
            close(fds[i]);
}

/* No end of ours may be one of the standard streams, which the child replaces. */
static bool make_pipe(Start *start, int which)
{
    int ends[2];
    bool made = which == INPUT ? socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0
                               : pipe2(ends, O_CLOEXEC) == 0;
    if (!made)
        return false;
    for (int i = 0; i < 2; i++) {
        int fd = ends[i] > STDERR_FILENO ? ends[i] : fcntl(ends[i], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        if (fd != ends[i])
            close(ends[i]);
        (i == 0 ? start->ours : start->theirs)[which] = fd;
    }
    return start->ours[which] >= 0 && start->theirs[which] >= 0;
}

/* The errno with which the child failed to become the program; 0 when it did. */
static int child_problem(const Start *start)
{
    int problem = 0;
    ssize_t got;
    do
        got = read(start->ours[PROBLEM], &problem, sizeof problem);
    while (got < 0 && errno == EINTR);
    return got == (ssize_t)sizeof problem ? problem : 0;
}

int spawn_start(char *const *argv, int64_t memory_bytes, bool input, Spawned *started)
{
    Start start = {argv, memory_bytes, {-1, -1, -1, -1}, {-1, -1, -1, -1}};
    bool ready = (!input || make_pipe(&start, INPUT)) && make_pipe(&start, OUTPUT) && make_pipe(&start, ERRORS) &&
                 make_pipe(&start, PROBLEM);
    pid_t pid = ready ? clone_child(&start) : -1;
    int problem = pid < 0 ? errno : 0;
    close_all(start.theirs);
    if (pid >= 0 && (problem = child_problem(&start)) != 0)
        waitpid(pid, NULL, 0);
    if (problem != 0) {
        close_all(start.ours);
        return problem;
    }
    close(start.ours[PROBLEM]);
    *started = (Spawned){pid, start.ours[INPUT], start.ours[OUTPUT], start.ours[ERRORS]};
    return 0;
}
