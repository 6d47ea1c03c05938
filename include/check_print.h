/*
 * check_print: what stands above the findings of `anjuan check`: the verdict in one line, the slots and the candidates at a glance.
 */
#ifndef ANJUAN_CHECK_PRINT_H
#define ANJUAN_CHECK_PRINT_H

#include <stdio.h>

#include "layout.h"
#include "rec_unit.h"
#include "season.h"

/* NAME is what was checked, as the user knows it.  UNIT may be NULL when nothing could be read. */
void check_print_head(FILE *stream, const Layout *layout, const Season *season, const char *name, const UnitRecord *unit, const GPtrArray *findings);

#endif
