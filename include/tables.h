/*
 * tables: the folder of reference tables (SPEC 3) becomes the record of all tables and a slice for each unit.
 *
 * Each table is NAME.csv or NAME.xlsx; another format is refused with the remedy, and so are two files for one table,
 * because nobody could tell which holds.  The experts' marks may also lie in reviews/, candidate_reviews/ and
 * legal_reviews/, any number of files that are read in natural order after reviews.csv as one table.  Only `units` must be
 * there.  What lies in the folder and is no table by its name (cases.pdf, a letter) is noted and left alone.
 *
 * Nothing here depends on a clock or on where the folder lies.
 */
#ifndef ANJUAN_TABLES_H
#define ANJUAN_TABLES_H

#include "rec_tables.h"
#include "season.h"

/* Reads all tables of the folder.  RULES_PATH is the file of header names, NULL for the installed one.  NULL and an input fault
 * that names the file and the remedy when a table cannot be used at all, a system fault when the disk fails.
 * Free with record_free(&tables_type, …). */
Tables *tables_read(const char *reference_dir, const Season *season, const char *rules_path, const char *profile_path, GError **error);

/* Writes tables.xml and slices/UNIT.xml into the folder, which is made when it is not there.  A slice that would not change is
 * left alone; slices of units that are no more are removed; tables.xml comes last. */
gboolean tables_write(const Tables *tables, const char *folder, GError **error);

#endif
