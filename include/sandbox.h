/*
 * sandbox: what a process that reads strangers' bytes can still do to the machine: next to nothing.
 *
 * Landlock leaves it the paths named, seccomp takes network and starting of programs away.  Enter once, from
 * the main thread, after everything is loaded that is loaded late (converters, digests) and before other
 * threads are started; it cannot be left.  Where the kernel lacks one of the two the work goes on, and
 * sandbox_say tells once.
 */
#ifndef ANJUAN_SANDBOX_H
#define ANJUAN_SANDBOX_H

typedef enum {
    SANDBOX_ON,
    SANDBOX_PARTIAL, /* only one of Landlock and seccomp */
    SANDBOX_MISSING, /* neither */
    SANDBOX_OFF      /* left off on purpose: under_watch() */
} SandboxState;

/* From now on, reads only below READ_PATHS and WRITE_PATHS, writes only below WRITE_PATHS; both are
 * NULL-terminated lists of files and folders, and may be NULL.  Paths that are not there are passed over. */
SandboxState sandbox_enter(const char *const *read_paths, const char *const *write_paths);

/* Says on standard error, as PROGRAM, what is missing; nothing for SANDBOX_ON.  The front command sets
 * ANJUAN_SANDBOX_SAID in the environment of the stages so that one run says it once. */
void sandbox_say(SandboxState state, const char *program);

#endif
