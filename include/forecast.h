/*
 * forecast: what tonight's run would make of the package in hand (SPEC 1.5): the season's figures with this
 * unit's new record and everybody else's as the last run left them.
 */
#ifndef ANJUAN_FORECAST_H
#define ANJUAN_FORECAST_H

#include "rec_scores.h"
#include "seasonrun.h"

/* The figures, made by anjuan-score in the private folder of RUN, whose one unit is done.  NULL, without a
 * fault, where they cannot be known: SEASON was never run, its records are gone, or the unit has none now.
 * Free with record_free(&scores_type). *SIGNAL_NUMBER is set when it was interrupted, else left. */
Scores *forecast_scores(SeasonRun *run, const char *season, int *signal_number);

#endif
