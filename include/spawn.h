/*
 * spawn: starts a program for process.c.
 *
 * The way of posix_spawn(): the new process borrows our memory until it becomes the program.  A fork would copy the
 * table of all our pages first, and make us pay again for each page that we touch afterwards.  posix_spawn() itself
 * cannot have the child die with us nor bound its memory.
 */
#ifndef ANJUAN_SPAWN_H
#define ANJUAN_SPAWN_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct {
    pid_t pid;
    int input;          /* a socket; -1: the program reads from /dev/null */
    int output, errors; /* ends of pipes to read from */
} Spawned;

/* Starts argv[0], a path, in a process group of its own that gets SIGKILL when this thread ends.  MEMORY_BYTES is its
 * RLIMIT_DATA, 0 for none; INPUT: its standard input is a socket of ours.  Returns 0, or the errno that stood in the
 * way.  The caller closes the descriptors and reaps the process. */
int spawn_start(char *const *argv, int64_t memory_bytes, bool input, Spawned *started);

#endif
