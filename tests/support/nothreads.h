/* nothreads: a process in which no thread can be had, as under a limit on processes or memory. */
#ifndef ANJUAN_TEST_NOTHREADS_H
#define ANJUAN_TEST_NOTHREADS_H

/* From now on a new thread would need a stack larger than any address, so none starts; the other one puts it
 * right.  Skips the test under valgrind. */
void nothreads_begin(void);
void nothreads_end(void);
/* The same for a program, as a limit for `ulimit -s` (KiB). */
#define NOTHREADS_STACK_KIB "1125899906842624"

#endif
