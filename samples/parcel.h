/*
 * parcel: what a unit hands in, from the sections [package N] of its recipe:
 *   name=沅陵县(更正).zip   the name below submissions/
 *   kind=folder | zip | zip-gbk | zip-unflagged, with -in-folder behind it when one folder in the ZIP holds all
 *   contents=all, or any of: files evidence people legal bulletins plan contact-list self-assessment
 *            candidate-list junk
 *   mended=案卷 name;…      these case files again, without their faults
 *   received=2016-11-25 16:20   way=补充   round=2 (handed in after the first round)
 *   cut=yes   the ZIP lacks its end
 */
#ifndef SAMPLES_PARCEL_H
#define SAMPLES_PARCEL_H

#include "unit.h"

/* Which packages are meant: those of the first round (1), those handed in later (2), or both (0). */
gboolean parcel_is_in_round(const Unit *unit, const char *section, guint round);

/* Writes the package of SECTION into the folder SUBMISSIONS. */
void parcel_write(const Unit *unit, const char *section, const char *submissions);

/* The days between which documents count for the season. */
void parcel_set_window(Day from, Day to);
/* bulletins.ini; load before threads start. */
void parcel_load_bulletins(const char *path);

#endif
