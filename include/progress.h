/*
 * progress: one line on a terminal while work of more than a second goes on (SPEC 1.4): unit, stage, done/total, bytes, time left.
 * Where standard error is no terminal, nothing is ever written.
 */
#ifndef ANJUAN_PROGRESS_H
#define ANJUAN_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

typedef struct Progress Progress;

/* QUIET: never shows anything. */
Progress *progress_new(bool quiet);
void progress_free(Progress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Progress, progress_free)

/* Adds to the work that is expected: steps, and bytes of packages to be read. */
void progress_expect(Progress *progress, int steps, int64_t bytes);
/* UNIT is now in STAGE (both shown as they are). */
void progress_at(Progress *progress, const char *unit, const char *stage);
/* STEPS more are done, with BYTES of packages. */
void progress_done(Progress *progress, int steps, int64_t bytes);
/* Draws the line if a second has passed since the start; for process_pool_tick(). */
void progress_draw(void *progress);
/* Takes the line off the terminal. */
void progress_clear(Progress *progress);

#endif
