/* seasonlab: sample seasons in $TMPDIR and the front command run on them, for tests of whole runs. */
#ifndef ANJUAN_TEST_SEASONLAB_H
#define ANJUAN_TEST_SEASONLAB_H

#include <glib.h>

typedef struct {
    int status; /* exit status; 128 + number when it ended by a signal */
    char *out, *err;
} LabResult;
void lab_result_clear(LabResult *result);

/* Path of a program of the build under test.  Caller frees. */
char *lab_program(const char *name);
/* Runs a program of the build with the arguments up to NULL. */
LabResult lab_run(const char *name, ...) G_GNUC_NULL_TERMINATED;
/* The same with a NULL-terminated array, argv[0] being a path. */
LabResult lab_run_array(const char *const *argv);

/* A copy of the sample season as $TMPDIR/NAME; the caller frees the path.  `make` has made the season before. */
char *lab_season(const char *name);
/* The same as it was before corrections came in, and what brings them in. */
char *lab_season_before_corrections(const char *name);
void lab_correct(const char *season);

/* Runs `anjuan run SEASON --quiet --received …` with one fixed time and the further options up to NULL; fails the test unless it exits with STATUS. */
void lab_season_run(const char *season, int status, ...) G_GNUC_NULL_TERMINATED;

/* Fails the test unless the two folders hold the same files with the same bytes.  SKIP: names (of files or folders, NULL-terminated) left out;
 * what stands between <time> tags is not compared. */
void lab_assert_same_tree(const char *a, const char *b, const char *const *skip);

/* The whole of a file; fails the test when there is none.  Caller frees. */
char *lab_read(const char *folder, const char *name);

/* A copy of the season FROM as $TMPDIR/NAME, hard links and times kept.  Caller frees. */
char *lab_copy(const char *from, const char *name);
/* Replaces the first ORIGINAL in a file of the season, or the whole file; fails the test when that cannot be
 * done. */
void lab_edit(const char *season, const char *name, const char *original, const char *replacement);
void lab_overwrite(const char *season, const char *name, const char *text);
/* The run that results/latest points at.  Caller frees. */
char *lab_latest(const char *season);
/* Runs `anjuan COMMAND …`, expects STATUS, and gives what it printed, faults included.  Caller frees. */
char *lab_said(int status, const char *command, const char *a, const char *b, const char *c, const char *d);

#endif
