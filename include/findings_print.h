/*
 * findings_print: findings as programs read them, CSV and XML (SPEC 1.3, 7, 9), and their places as people do.
 */
#ifndef ANJUAN_FINDINGS_PRINT_H
#define ANJUAN_FINDINGS_PRINT_H

#include <stdio.h>

#include "catalogue.h"

/* The place of FINDING in words, with those that stand there ("第24段（“我局于…”处）": nobody counts paragraphs) unless SENTENCE
 * quotes them; NULL for none.  Caller frees. */
char *finding_place_words(const Finding *finding, const char *sentence);

/* The table of findings (SPEC 9.3): fills the cells of one row, NULL for an empty one, names in display form.  The caller frees each. */
enum { FINDING_COLUMNS = 8 };
void finding_cells(const Catalogue *catalogue, const Finding *finding, char *cells[FINDING_COLUMNS]);

/* The table as CSV, with byte-order mark and header. */
void findings_print_csv(FILE *stream, const Catalogue *catalogue, const GPtrArray *findings);

/* <findings xmlns="urn:anjuan:findings"> as in the record, each with its sentence and remedy as attributes. */
void findings_print_xml(FILE *stream, const Catalogue *catalogue, const GPtrArray *findings);

#endif
