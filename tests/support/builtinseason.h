/* builtinseason: the season of the built-in template, for a group of tests. */
#ifndef ANJUAN_TEST_BUILTINSEASON_H
#define ANJUAN_TEST_BUILTINSEASON_H

#include "season.h"

extern Season *season;

/* The group's setup and teardown. */
int season_load(void **state);
int season_drop(void **state);

#endif
