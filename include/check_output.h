/*
 * check_output: the files of `anjuan check -o`: the page (.html), the letter (.docx), the findings as a table
 * (.csv) or a record
 * (.xml), told apart by the ending of their names.  They are Chinese unless the user named a language
 * (SPEC 1.2).
 */
#ifndef ANJUAN_CHECK_OUTPUT_H
#define ANJUAN_CHECK_OUTPUT_H

#include "check_letter.h"

/* True when every one of PATHS (NULL-terminated) has an ending that is known, is none of PACKAGES and lies in
 * none of the folders among them, where it would be handed in with the rest, and is no file of SEASON (a
 * folder; NULL allowed): its packages, tables and results stay as they are; nor is it PROFILE (NULL allowed).
 * Else a usage fault. */
gboolean check_outputs_usable(char **paths, char **packages, const char *season, const char *profile,
                              GError **error);

/* Writes each whole and names it on STREAM, and what a letter lacks.  A letter that there is no need for is not
 * written, which is said instead. */
gboolean check_outputs_write(char **paths, const CheckReport *report, const LetterDetails *details,
                             FILE *stream, GError **error);

#endif
