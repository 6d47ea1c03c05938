/*
 * beside: work beside the caller, by threads where they can be had.  A process that may have no more of them (a
 * limit on processes or on memory) does the same work itself: later, and with the same results.  GLib's own calls
 * end the process instead, or let a pool wait for ever, so nothing else starts a thread.
 */
#ifndef ANJUAN_BESIDE_H
#define ANJUAN_BESIDE_H

#include <stdbool.h>

#include <glib.h>

/* A thread that does work(data), or NULL when none can be had.  End it with g_thread_join(). */
GThread *beside_thread(const char *name, GThreadFunc work, gpointer data);

/* One piece of work.  WORK may not wait for what the caller does after beside_start(): without a thread it is done
 * there. */
typedef struct {
    GThread *thread; /* NULL: done */
    gpointer result;
} Beside;
Beside beside_start(const char *name, GThreadFunc work, gpointer data);
/* Waits for the end of it; what WORK returned.  The same again when called again. */
gpointer beside_end(Beside *beside);

/* Any number of pieces of work, done by up to JOBS threads (1 at least) as work(task, data), in any order. */
typedef struct Crew Crew;
Crew *crew_new(GFunc work, gpointer data, int jobs);
/* Adds a TASK, not NULL; without threads it is done before this returns, so the caller may hold no lock that WORK
 * takes. */
void crew_push(Crew *crew, gpointer task);
/* Waits until all tasks are done, or with HURRY until those are that were begun: the others never are.  NULL is
 * allowed. */
void crew_free(Crew *crew, bool hurry);

#endif
