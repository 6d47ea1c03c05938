/*
 * checking: judges the packages of one unit in a private folder and gives what was found, on standard output and in
 * the files asked for (SPEC 1.5).  Nothing in a season changes.
 *
 * cmd_check.c reads the command line, check_outcome.h what the stages found, check_print.h and check_output.h give it.
 */
#ifndef ANJUAN_CHECKING_H
#define ANJUAN_CHECKING_H

#include "check_letter.h"
#include "seasonrun.h"

/* What the user asked for; all borrowed. */
typedef struct {
    const char *season;           /* whose rules and tables hold, and what the unit handed in before; NULL: built-in rules */
    const char *format;           /* text, csv or xml on standard output; NULL: text, or beside files the verdict alone */
    char **outputs;               /* files to write as well, NULL-terminated; NULL: none */
    const LetterDetails *letter;
} CheckRequest;

/* Checks the packages that OPTIONS names with DIR, of scratch_open().  Returns the exit status, with a fault where that
 * comes of one: several units at once (EXIT_USAGE), a file that cannot be written (EXIT_IO), a stage or record that
 * cannot be used.  A package of no unit is a finding, and EXIT_INPUT. */
int checking_run(SeasonDir *dir, const RunOptions *options, const CheckRequest *request, GError **error);

#endif
