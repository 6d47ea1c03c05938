/*
 * process: the stages as processes (SPEC 5.7).
 *
 * Every stage runs in a process of its own with a deadline and a ceiling on memory, in a process group of its own so
 * that it is killed with its children, and dies with the front command.  A pool starts as many at a time as it was made for, all from the
 * main thread, and calls back when one has ended; callbacks start what comes next.
 *
 *     ProcessPool *pool = process_pool_new(jobs);
 *     process_start(pool, argv, &limits, stage_done, unit);
 *     process_pool_run(pool);            -- until nothing is queued or running
 */
#ifndef ANJUAN_PROCESS_H
#define ANJUAN_PROCESS_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

typedef struct ProcessPool ProcessPool;

typedef struct {
    int64_t deadline_s;   /* 0: none */
    int64_t memory_bytes; /* RLIMIT_DATA; 0: none */
} ProcessLimits;

typedef enum {
    PROCESS_ENDED,    /* by itself: status is its exit status */
    PROCESS_CRASHED,  /* by a signal: status is the signal */
    PROCESS_TIMED_OUT,
    PROCESS_INTERRUPTED, /* process_run only: we were told to stop; status is the signal */
    PROCESS_NOT_STARTED
} ProcessEnd;

/* END and STATUS as above; OUTPUT is what it wrote to standard output (only if captured), ERRORS to standard error, both at most 1 MiB, never NULL. */
typedef void (*ProcessDone)(ProcessEnd end, int status, const char *output, const char *errors, void *data);

/* A pool of JOBS places (1-64). */
ProcessPool *process_pool_new(int jobs);
void process_pool_free(ProcessPool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ProcessPool, process_pool_free)

/* Queues ARGV (NULL-terminated, copied; argv[0] is the program's path).  DONE is called from process_pool_run(). */
void process_start(ProcessPool *pool, const char *const *argv, const ProcessLimits *limits, ProcessDone done, void *data);

/* The same, before all that waits: the next step of what has begun, so that one unit is written while another is looked at. */
void process_start_next(ProcessPool *pool, const char *const *argv, const ProcessLimits *limits, ProcessDone done, void *data);

/* Starts ARGV soon after what runs at the time, outside of the places, and lets it make ready; it is a program that
 * waits before it reads what others have still to make, for bytes from its standard input (stage_await).
 * process_tell() tells it that all is there but what is made last, and process_go() that all is: from then on it is
 * as if it had been started by process_start_next().  What it is told before it has started it learns then.  It is
 * also ended, and started again at its turn, where another lacks its place in the system.  What was not told to go
 * on by the end of process_pool_run() is killed then, and its Process must not be used any more. */
typedef struct Process Process;
Process *process_hold(ProcessPool *pool, const char *const *argv, const ProcessLimits *limits);
/* Starts them at once, before the pool runs. */
void process_pool_start_held(ProcessPool *pool);
void process_tell(Process *process);
void process_go(Process *process, ProcessDone done, void *data);

/* Runs what is queued until nothing is left.  False when it was interrupted (SIGINT, SIGTERM, SIGHUP): then all processes were
 * killed, no further callback was called, and *SIGNAL_NUMBER says by which. */
bool process_pool_run(ProcessPool *pool, int *signal_number);

/* From now on SIGINT, SIGTERM and SIGHUP wait while no pool runs, so that a command can clean up behind itself; at the end
 * process_release_signals() lets them through again. */
void process_hold_signals(void);
void process_release_signals(void);

/* Calls TICK about ten times a second while the pool runs; NULL for none. */
void process_pool_tick(ProcessPool *pool, void (*tick)(void *data), void *data);

/* Runs one process to its end outside any pool.  *OUTPUT and *ERRORS are freed by the caller (each may be NULL: not wanted). */
ProcessEnd process_run(const char *const *argv, const ProcessLimits *limits, int *status, char **output, char **errors);

#endif
