/*
 * ruleexamples: tries the examples that stand in rules of extraction; private to the stage.
 *
 * Every title, name and pattern brings texts that it must match and texts that it must not.  The tests run those of our own
 * rules; `--check-rules` runs those of a clerk's, before anything is read with them.
 */
#ifndef ANJUAN_EXTRACT_RULEEXAMPLES_H
#define ANJUAN_EXTRACT_RULEEXAMPLES_H

#include "extractrules.h"

/* How many of the examples of RULES do not hold; a line for each, with file, line, rule and what was read instead, is added to
 * COMPLAINTS, in the chosen language. */
guint ruleexamples_try(const ExtractRules *rules, GString *complaints);

#endif
