/*
 * findings_print: findings as people and programs read them (SPEC 1.3, 7).
 */
#ifndef ANJUAN_FINDINGS_PRINT_H
#define ANJUAN_FINDINGS_PRINT_H

#include <stdio.h>

#include "catalogue.h"
#include "layout.h"

/* Grouped by case file, the group with the worst findings first, each with level, code, file, place, sentence and remedy. */
void findings_print_text(FILE *stream, const Layout *layout, const Catalogue *catalogue, const GPtrArray *findings);

/* The table of findings (SPEC 9.3): fills the cells of one row, NULL for an empty one, names in display form.  The caller frees each. */
enum { FINDING_COLUMNS = 8 };
void finding_cells(const Catalogue *catalogue, const Finding *finding, char *cells[FINDING_COLUMNS]);

/* The table as CSV, with byte-order mark and header. */
void findings_print_csv(FILE *stream, const Catalogue *catalogue, const GPtrArray *findings);

/* <findings xmlns="urn:anjuan:findings"> as in the record, each with its sentence and remedy as attributes. */
void findings_print_xml(FILE *stream, const Catalogue *catalogue, const GPtrArray *findings);

#endif
