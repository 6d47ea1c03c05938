/*
 * diff: what moved between two published runs, for whom, and why (SPEC 9), from their scores and manifests.
 */
#ifndef ANJUAN_DIFF_H
#define ANJUAN_DIFF_H

#include <stdio.h>

#include "layout.h"
#include "manifest.h"
#include "rec_changes.h"
#include "rec_tables.h"

/* Adds the inputs and programs of which the two manifests differ. */
void diff_manifests(Changes *changes, const Manifest *was, const Manifest *is);

/* For people: inputs that changed, who moved in ranks and awards, then every figure by unit and person.  Units of NOW are named by its
 * tables, those no longer there by WAS. */
void diff_print_text(FILE *stream, const Layout *layout, const Changes *changes, const Tables *now, const Tables *was);
/* The columns of changes.csv. */
void diff_print_csv(FILE *stream, const Changes *changes, const Tables *now, const Tables *was);

#endif
