/*
 * publish: scoring, and a run's results whole or not at all (SPEC 5.4-5.6, 9).
 *
 * Results are built in a folder of their own beside results/RUN, closed with a manifest over every byte, made durable and
 * renamed; only then does results/latest point at them.  A season in which nothing changed publishes nothing.
 */
#ifndef ANJUAN_PUBLISH_H
#define ANJUAN_PUBLISH_H

#include <stdbool.h>

#include "rec_manifest.h"
#include "seasonrun.h"

typedef struct {
    bool published;  /* false: nothing changed since results/latest */
    char *run;       /* name of the run published, or of the one that still stands */
    char *folder;    /* results/RUN */
    int exit_status; /* EXIT_DONE or EXIT_NEEDS_PERSON */
} Published;

void published_clear(Published *published);
/* Has the end of the program say where the results lie, should its output be lost (stage_done_at). */
void published_tell(const Published *published);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Published, published_clear)

/* The folder in which results are put together before they are published, empty.  Caller frees. */
char *publish_staging(const SeasonDir *dir, GError **error);
/* Closes what lies in STAGING with MANIFEST, whose time and inputs are set and which gets its name, outputs and chain here; makes all
 * durable and visible, and points results/latest at it. */
gboolean publish_folder(const SeasonDir *dir, const char *staging, Manifest *manifest, Published *published, GError **error);

/* Scores and publishes a run whose units are done.  REPUBLISH publishes an unchanged season too. */
gboolean publish_run(SeasonRun *run, bool republish, Published *published, GError **error);

/* Appends LINE, a JSON object and a line end, to SEASON/run.log. */
gboolean publish_log_line(const SeasonDir *dir, const char *line, GError **error);
/* Appends a line to SEASON/run.log: time, what was done (RESULT), the run and the digest of its manifest, exit status, and what RUN (NULL: no
 * stage ran) read again. */
gboolean publish_log(const SeasonDir *dir, const SeasonRun *run, const char *result, const char *run_name, int exit_status, GError **error);

#endif
