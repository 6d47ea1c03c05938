/*
 * bulk: seasons as large as one likes, for tests of speed.  Every unit is the recipe templates/bulk.ini with
 * its number filled in; each bundle of scans takes as many further pages as it needs.  A few dozen base pages
 * are set once; every page is one of them with noise and a page stamp of its own, encoded anew, so that no
 * two pages have the same bytes and all compress as scans do.
 */
#ifndef SAMPLES_BULK_H
#define SAMPLES_BULK_H

#include "sink.h"
#include "unit.h"

typedef struct {
    guint units, pages, page_kb; /* pages a unit, kilobytes a page */
    gboolean one_bundle;         /* all pages in the bundle of the first case file */
    uint64_t seed;
} BulkPlan;

/* The units of PLAN, made of the recipe at PATH. */
GPtrArray *bulk_units(const BulkPlan *plan, const char *path);

/* Prepares the base pages from the papers of UNIT; call once, before threads start.  Nothing when PLAN wants
 * no pages. */
void bulk_start(const BulkPlan *plan, const Unit *unit);
void bulk_stop(void);
/* True between the two when pages are wanted. */
gboolean bulk_is_on(void);

/* Adds to BUNDLE the pages of PLAN that fall to FILE of UNIT; nothing when none are wanted. */
void bulk_add_pages(const Unit *unit, const CaseFile *file, Sink *bundle);

#endif
