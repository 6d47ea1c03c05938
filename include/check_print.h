/*
 * check_print: what `anjuan check` found, for a terminal: the verdict in one line, the places for case files
 * and the candidates at a glance, the points at stake, then the findings by case file, the most costly first
 * (SPEC 1.5, 7).
 */
#ifndef ANJUAN_CHECK_PRINT_H
#define ANJUAN_CHECK_PRINT_H

#include <stdio.h>

#include "check_report.h"
#include "layout.h"

/* Nothing is cut: every file, every person and every finding is there. */
void check_print(FILE *stream, const Layout *layout, const CheckReport *report);
/* The verdict alone. */
void check_print_verdict(FILE *stream, const Layout *layout, const CheckReport *report);

#endif
