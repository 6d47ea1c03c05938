/*
 * seasondir: a season on disk (SPEC 2): where things lie, the lock, and the season file.  Only the front command knows
 * this layout; stages are told every path.
 */
#ifndef ANJUAN_SEASONDIR_H
#define ANJUAN_SEASONDIR_H

#include <glib.h>

#include "season.h"

typedef struct {
    char *root;
    char *season_file, *reference, *submissions, *store, *receipts, *work, *results, *log;
    char *held_work; /* of a private copy: the records of the season itself, absolute; else NULL */
    char *profile_file; /* NULL: the season has none */
    Season *season;
    int lock_fd; /* -1: not locked */
} SeasonDir;

/* Opens the season at ROOT: reads and checks season.xml.  Input fault when ROOT is no season or its season file cannot be used. */
SeasonDir *seasondir_open(const char *root, GError **error);
/* The same without reading season.xml, for commands that only look at what was received and published: it may be wrong just now.
 * The member season is NULL. */
SeasonDir *seasondir_locate(const char *root, GError **error);
void seasondir_close(SeasonDir *dir);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SeasonDir, seasondir_close)

/* The same with the one lock of the season (flock on its folder), held until it is closed.  NULL sets *STATUS, the exit status:
 * EXIT_LOCKED, said on standard error without a fault, when another run holds it. */
SeasonDir *seasondir_open_locked(const char *root, int *status, GError **error);
/* Whether a run holds that lock just now.  For a moment this one holds it, shared: not to be asked while a
 * run may well begin. */
bool seasondir_is_busy(const SeasonDir *dir);

/* SEASON/work/units/ID/NAME, SEASON/store/receipts/ID; callers free. */
char *seasondir_unit_path(const SeasonDir *dir, const char *unit, const char *name);
char *seasondir_receipt_folder(const SeasonDir *dir, const char *unit);
/* The folder results/latest points at, or NULL when nothing was published or the run is gone; caller frees. */
char *seasondir_latest(const SeasonDir *dir);

#endif
