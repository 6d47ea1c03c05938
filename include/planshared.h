/*
 * planshared: what `run --dry-run` says beside packages: tables and rules that are others than those of the
 * run published last, after which units are checked and scored anew without anything being read.
 */
#ifndef ANJUAN_PLANSHARED_H
#define ANJUAN_PLANSHARED_H

#include "seasonrun.h"

/* Prints a line for each table and each file of rules of RUN (its tables are read) that is new, other or gone
 * since results/latest; returns how many.  None when nothing was published yet: then everything is new. */
int planshared_print(const SeasonRun *run);

#endif
