/*
 * whatif: how ranks, points and awards would stand under other rules, or under the tables as they are now, without publishing anything.
 *
 * Units are checked and scored again in a private folder outside the season from the records that the last run left; nothing in the season is
 * written.
 */
#ifndef ANJUAN_WHATIF_H
#define ANJUAN_WHATIF_H

#include <stdio.h>

#include "layout.h"
#include "rec_scores.h"
#include "seasondir.h"

/* The scores of the season DIR (locked, so that no run is at work) under the rules in the file RULES.  NULL and a fault: the rules cannot be
 * used, or a package would have to be read again, as in `score`.  *UNUSABLE is the number of findings on the tables (DAT-001, DAT-002) under these rules.  Caller frees. */
Scores *whatif_scores(const SeasonDir *dir, const char *rules, guint *unusable, GError **error);

/* A line for every unit and person: now, then, and the difference.  SEASON names the groups. */
void whatif_print_text(FILE *stream, const Layout *layout, const Season *season, const Scores *now, const Scores *then);
void whatif_print_csv(FILE *stream, const Season *season, const Scores *now, const Scores *then);

#endif
