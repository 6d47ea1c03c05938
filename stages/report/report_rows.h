/*
 * report_rows: the rows of each result table, in the order of SPEC 9.3.  Each function fills an empty table
 * of its type.
 */
#ifndef ANJUAN_REPORT_ROWS_H
#define ANJUAN_REPORT_ROWS_H

#include "report_tables.h"

void rows_collectives(const ReportInput *input, ReportTable *table);
void rows_individuals(const ReportInput *input, ReportTable *table);
void rows_legal(const ReportInput *input, ReportTable *table);
void rows_casefiles(const ReportInput *input, ReportTable *table);
void rows_counted(const ReportInput *input, ReportTable *table);
void rows_baseline(const ReportInput *input, ReportTable *table);
void rows_findings(const ReportInput *input, ReportTable *table);
/* One row. */
void rows_assumed(const ReportInput *input, const ScoreAssumed *assumed, ReportTable *table);
void rows_changes(const ReportInput *input, ReportTable *table);

#endif
