/*
 * runs: the published runs of a season by name, and the two links into them: results/latest, the newest, and results/official, the one
 * that was sealed last.
 *
 * A run's name is its time, 20161128T020000Z, with -2, -3 … for more in one second, so that names in natural order are the order of
 * publication.
 */
#ifndef ANJUAN_RUNS_H
#define ANJUAN_RUNS_H

#include "rec_tables.h"
#include "seasondir.h"

/* Names of all runs in results/, oldest first; free with g_ptr_array_unref. */
GPtrArray *runs_list(const SeasonDir *dir);

/* The run that TEXT names: its name, the beginning of it where it fits one run alone, "latest" or "official".  NULL and a usage fault
 * that says which runs there are.  Caller frees. */
char *runs_find(const SeasonDir *dir, const char *text, GError **error);

/* results/NAME; the caller frees. */
char *runs_folder(const SeasonDir *dir, const char *name);
/* SHA-256 of the run's manifest.xml. */
gboolean runs_digest(const SeasonDir *dir, const char *name, char hex[65], GError **error);

/* The run that results/LINK ("latest", "official") points at; NULL when there is none or it is gone.  Caller frees. */
char *runs_pointed(const SeasonDir *dir, const char *link);
/* Lets results/LINK point at the run NAME, in one step. */
gboolean runs_point(const SeasonDir *dir, const char *link, const char *name, GError **error);

/* The tables as the last run read them, from its records or, when work/ was deleted, from its results.  NULL and an input fault when there was no
 * run.  Caller frees. */
Tables *runs_tables(const SeasonDir *dir, GError **error);

/* Ends a publication that a kill interrupted between the run and the links: lets them point at what was published. */
gboolean runs_complete(const SeasonDir *dir, GError **error);

#endif
