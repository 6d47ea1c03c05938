/*
 * wordfile: papers as word processors write them.  Three hands: Word (rsid attributes, runs broken at every
 * change of script and where somebody typed twice), WPS (numbered style ids, its own namespace and
 * properties, runs with hints), LibreOffice (whole runs, empty properties).  All write headers, footers with
 * a page field, merged cells, generated numbers, and the seal as a text box under mc:AlternateContent with
 * its VML double.
 */
#ifndef SAMPLES_WORDFILE_H
#define SAMPLES_WORDFILE_H

#include "noise.h"
#include "paper.h"

typedef enum { HAND_WORD, HAND_WPS, HAND_LIBRE } Hand;

typedef struct {
    Hand hand;
    uint64_t seed;
    const char *label;  /* names the stream of chance */
    const char *author; /* docProps */
    const char *stamp;  /* docProps: 2016-10-08 */
    gboolean tracked;   /* leave an insertion, a deletion and a comment in */
} WordOptions;

/* word, wps or libreoffice; fails for others. */
Hand wordhand_named(const char *name);

/* The bytes of the .docx. */
GBytes *wordfile_write(const Paper *paper, const WordOptions *options);

#endif
