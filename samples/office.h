/*
 * office: a unit's typist and scanner.  Writes papers into a package in the unit's habits: writer= (which
 * word processor), scans= (which formats), dpi=.
 */
#ifndef SAMPLES_OFFICE_H
#define SAMPLES_OFFICE_H

#include "paper.h"
#include "scanner.h"
#include "sink.h"
#include "unit.h"

/* NAME.docx; takes PAPER. */
void office_type(const Unit *unit, Sink *sink, const char *name, Paper *paper, gboolean tracked);

/* What may be wrong with a scan (with its last page). */
typedef enum { SCAN_SOUND, SCAN_TRUNCATED, SCAN_EMPTY, SCAN_LOW, SCAN_BLANK } ScanFault;

typedef struct {
    const char *format; /* jpg, colour, png, tif, pdf, image-pdf, fax-pdf; NULL: one of the unit's */
    guint max_pages;    /* 0: as many as it takes */
    ScanFault fault;
    const char
        *label; /* stream of chance, NULL: made of unit and name; equal labels and papers give equal bytes */
} OfficeScan;

/* NAME.jpg, or NAME1.jpg, NAME2.jpg … when it takes several files; takes PAPER. */
void office_scan(const Unit *unit, Sink *sink, const char *name, Paper *paper, const OfficeScan *how);

#endif
