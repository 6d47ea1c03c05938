/*
 * finish: a season run from lock to summary, for `run` and `score`.
 */
#ifndef ANJUAN_FINISH_H
#define ANJUAN_FINISH_H

#include <stdbool.h>

#include "seasonrun.h"

/* Opens and locks the season at ROOT, runs it with OPTIONS, publishes, and tells the person what came of it.  Returns the exit status;
 * when *ERROR is set that decides. */
int season_run_and_publish(const char *root, const RunOptions *options, bool republish, GError **error);

/* Opens and locks ROOT and says what a run would read. */
int season_plan(const char *root, const RunOptions *options, GError **error);

#endif
