/*
 * casefile: one case file as a folder or a ZIP.  Which papers and scans a kind has stands in
 * templates/KIND.list; how they are bound (papers=separate, grouped or single) and packed (casefile=folder or
 * zip) in the recipe, with the faults of the file:
 *   without=NAME;…       these papers or scans are missing
 *   damage=SCAN:HOW;…    truncated, empty, low or blank
 *   borrow=SCAN:FILE     the scan is the one of another case file, bytes and all
 *   tracked=PAPER        tracked changes and a comment were left in
 *   legacy=PAPER         an old binary .doc, only renamed
 *   encrypted=yes        the bundle of scans has a password (casefile=zip)
 *   rar=yes              the bundle of scans is a RAR, only renamed
 *   broken=yes           the bundle of scans was cut off
 */
#ifndef SAMPLES_CASEFILE_H
#define SAMPLES_CASEFILE_H

#include "sink.h"
#include "unit.h"

/* The folder of the lists; set once before threads start. */
void casefile_set_folder(const char *folder);

typedef enum {
    CASEFILE_SLIM =
        1, /* without the bundle of scans, papers bound in groups: the copy in a candidate's folder */
    CASEFILE_MENDED = 2 /* without the faults: what is handed in as a correction */
} CaseFileFlags;

/* Writes FILE into the folder SINK. */
void casefile_write(const Unit *unit, const CaseFile *file, Sink *sink, CaseFileFlags flags);

#endif
