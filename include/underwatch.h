/*
 * underwatch: whether this process runs under a sanitizer or valgrind, which need what production forbids: unbounded
 * address space, files of their own, and no code made at run time.
 */
#ifndef ANJUAN_UNDERWATCH_H
#define ANJUAN_UNDERWATCH_H

#include <stdbool.h>

/* True in a sanitizer build, and where the environment has ANJUAN_NO_SANDBOX: limits on memory, system calls and files, and
 * PCRE2's compiler, are then left off. */
bool under_watch(void);

#endif
