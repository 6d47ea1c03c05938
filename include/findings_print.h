/*
 * findings_print: findings as people and programs read them (SPEC 1.3, 7).
 */
#ifndef ANJUAN_FINDINGS_PRINT_H
#define ANJUAN_FINDINGS_PRINT_H

#include <stdio.h>

#include "catalogue.h"
#include "csv.h"
#include "layout.h"

/* Grouped by case file, the group with the worst findings first, each with level, code, file, place, sentence and remedy. */
void findings_print_text(FILE *stream, const Layout *layout, const Catalogue *catalogue, const GPtrArray *findings);

/* The columns of findings.csv (SPEC 9), with byte-order mark and header. */
void findings_print_csv(FILE *stream, const Catalogue *catalogue, const GPtrArray *findings);
/* One row of it; UNIT is used where the finding has none. */
void findings_csv_row(CsvWriter *writer, const Catalogue *catalogue, const Finding *finding, const char *unit);
/* Its column names, ended by NULL. */
extern const char *const findings_csv_header[];

/* <findings xmlns="urn:anjuan:findings"> as in the record, each with its sentence and remedy as attributes. */
void findings_print_xml(FILE *stream, const Catalogue *catalogue, const GPtrArray *findings);

/* How many findings are of LEVEL. */
int findings_count(const GPtrArray *findings, Level level);

#endif
