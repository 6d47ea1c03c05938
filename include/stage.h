/*
 * stage: what the main functions of all programs share: options, help, version, language, exit status.
 *
 *     static char *season, *output;
 *     static const GOptionEntry options[] = {STAGE_PATH("season", &season), STAGE_JOBS, {NULL}};
 *     int main(int argc, char **argv) { return stage_main(argc, argv, &program); }
 *
 * Long options and -o are read by GOption; --help, --version and --lang zh|en are added here, and for stages
 * --private DIR, a folder whose files need not outlive a power cut (file_keep_private), and --await, for a stage that is
 * started before its turn (stage_await).  Help texts are written by hand in both languages.  A fault that run() reports
 * is printed as "anjuan-unpack: …" on standard error and gives the exit status of fault.h.
 */
#ifndef ANJUAN_STAGE_H
#define ANJUAN_STAGE_H

#include <glib.h>

typedef struct {
    const char *name;                 /* "anjuan-unpack" */
    const char *help_zh, *help_en;    /* whole text of --help, ending in a newline */
    const GOptionEntry *options;      /* ended by {NULL}; may be NULL */
    int arguments_min, arguments_max; /* how many arguments are left after the options; max -1: any number */
    /* Does the work.  ARGUMENTS is NULL-terminated.  Returns an exit status; when *ERROR is set that decides instead. */
    int (*run)(char **arguments, GError **error);
} StageProgram;

#define STAGE_PATH(long_name, variable) {long_name, 0, 0, G_OPTION_ARG_FILENAME, variable, NULL, NULL}
#define STAGE_OUTPUT(variable) {"output", 'o', 0, G_OPTION_ARG_FILENAME, variable, NULL, NULL}
#define STAGE_JOBS {"jobs", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer)stage_read_jobs, NULL, NULL}
#define STAGE_FLAG(long_name, variable) {long_name, 0, 0, G_OPTION_ARG_NONE, variable, NULL, NULL}
#define STAGE_WORD(long_name, variable) {long_name, 0, 0, G_OPTION_ARG_STRING, variable, NULL, NULL}

int stage_main(int argc, char **argv, const StageProgram *program);

/* To be called before records that other stages make are read, by any thread: with --await it waits until so many bytes
 * have come on standard input, and ends the process where that ends.  What can be read before is read before. */
typedef enum {
    STAGE_SOME_INPUTS = 1, /* all but the one that is made last */
    STAGE_ALL_INPUTS = 2
} StageInputs;
void stage_await(StageInputs inputs);

/* Says where the work of this program lies (copied), whatever becomes of what is printed: when that cannot be
 * written whole, WHERE is said on standard error, and the exit status stays that of the work. */
void stage_done_at(const char *where);

/* Usage fault unless VALUE is given: "--NAME is missing". */
gboolean stage_need(const char *value, const char *name, GError **error);

/* How many are to work side by side: the value of --jobs (STAGE_JOBS), else the number of cores; at most
 * 64. */
int stage_jobs(void);
/* GOption's callback for --jobs: usage fault unless VALUE is a number from 1. */
gboolean stage_read_jobs(const char *name, const char *value, gpointer data, GError **error);

/* Leaves HELD (NULL allowed) to the end of the process, which gives all memory back at once where a million little frees take a
 * second: for what a stage needs until it has written. */
void stage_leave(gpointer held);

#endif
