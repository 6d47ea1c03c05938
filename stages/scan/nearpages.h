/*
 * nearpages: printed pages that may be one picture saved twice, told by very small pictures
 * of them, so that all pages of a large package can be kept in mind while its scans go by.  Which of them
 * are one is for a closer look to say (closely.h).
 */
#ifndef ANJUAN_SCAN_NEARPAGES_H
#define ANJUAN_SCAN_NEARPAGES_H

#include <stdbool.h>
#include <glib.h>

#include "likeness.h"
#include "rec_scans.h"

enum { NEAR_SIDE = 10, NEAR_DOTS = NEAR_SIDE * NEAR_SIDE };

typedef struct {
    guint scan;      /* its index among the scans */
    uint32_t number; /* of the page in its file */
    uint32_t width_px, height_px;
    int32_t key; /* what the upper half is brighter than the lower */
    int32_t sum; /* of the dots */
    uint8_t dots[NEAR_DOTS];
    Look *look;  /* for pages of its own size; NULL when there were too many, or the pairs are told */
    bool cut;    /* more pages came near than it was compared with */
} NearPage;

/* Two indices, A < B. */
typedef struct {
    guint a, b;
    bool one_size;
    guint distance; /* of one size looks_difference, of two the sum of the dots' squared differences */
} NearPair;

/* No pages yet.  Free with g_array_unref. */
GArray *nearpages_new(void);

/* Adds PAGE of the scan with index SCAN to PAGES (NearPage), unless it is a photograph, has no ink on
 * it, or cannot be looked at closely. */
void nearpages_add(GArray *pages, guint scan, const ScanPage *page);

/* Every two of PAGES of one shape that lie near each other, and of one size only those that are alike
 * (likeness.h), nearest first; those that came near too many are marked as cut.  Takes the looks from PAGES,
 * so it is done once.  The caller frees the array of NearPair. */
GArray *nearpages_pairs(GArray *pages);

#endif
