/*
 * score_alternatives: what every assumed value of the season file would change in the ranking if it were taken another way.
 *
 * Which other way is data: pipeline/rules/alternatives.xml; of a choice it is every other choice.  Each is
 * scored from the same inputs, figures alone, and compared in ranks, awards and recommendations.
 */
#ifndef ANJUAN_SCORE_ALTERNATIVES_H
#define ANJUAN_SCORE_ALTERNATIVES_H

#include "rec_intake.h"
#include "rec_scores.h"
#include "rec_tables.h"
#include "score_model.h"

/* Completes SCORES->assumed, made from INPUTS: readings that the season file does not name are added, and each gets its alternatives or the
 * reason for having none.  Input fault when the list of alternatives cannot be used. */
gboolean score_alternatives(const ScoreInputs *inputs, Scores *scores, GError **error);

/* Calls VISIT for every element of the season file, with its path ("collective/group[county]/award[优胜集体]"). */
typedef void (*SeasonVisit)(const RecordType *type, char *record, const char *path, gpointer data);
void score_visit_season(Season *season, SeasonVisit visit, gpointer data);
/* The description of an attribute, or NULL; and its value as it is written, NULL for none.  Caller frees the value. */
const RecordField *score_season_field(const RecordType *type, const char *name);
char *score_season_value(const RecordField *field, const char *record);

#endif
