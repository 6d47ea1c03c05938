/*
 * report_tables: the result tables of SPEC 9 as rows of text, from which the CSV files, the workbook and the
 * site's lists are made.
 *
 * A table is described once: its columns with title and type, in order.  Cells hold what the CSV file holds:
 * figures are the strings that scoring rounded, so that no figure is ever computed or rounded here.  Words in
 * cells are Chinese whatever the language, only the sentences of findings follow it (SPEC 1.2).  Control and
 * bidirectional-override characters are escaped on the way in, but for tab and line ends, with which the
 * writers deal.
 */
#ifndef ANJUAN_REPORT_TABLES_H
#define ANJUAN_REPORT_TABLES_H

#include "report_input.h"

typedef enum {
    CELL_TEXT,
    CELL_LEVEL,  /* English id of a level; a reader of the workbook sees level_printed() */
    CELL_DATE,   /* 2016-10-08 */
    CELL_COUNT,  /* whole number */
    CELL_POINTS, /* collective decimals */
    CELL_PERSON, /* individual decimals */
    CELL_MONEY,  /* two decimals */
    CELL_FOUR,   /* four decimals */
    CELL_PLAIN   /* a number as short as it is */
} CellKind;

typedef struct {
    const char *title; /* Chinese, as SPEC 9 has it */
    CellKind kind;
} ReportColumn;

typedef struct {
    const char *name;                /* "collectives": the CSV file without .csv */
    const char *title_zh, *title_en; /* of the sheet and of lists */
    const ReportColumn *columns;
    guint n_columns;
} ReportTableType;

typedef struct {
    const ReportTableType *type;
    GPtrArray *rows; /* char **, n_columns of them, NULL for an empty cell */
} ReportTable;

typedef enum {
    TABLE_COLLECTIVES,
    TABLE_INDIVIDUALS,
    TABLE_LEGAL,
    TABLE_CASEFILES,
    TABLE_COUNTED,
    TABLE_BASELINE,
    TABLE_FINDINGS,
    TABLE_CHANGES,
    TABLE_COUNT
} ReportTableId;

extern const ReportTableType report_table_types[TABLE_COUNT];

/* One table with its rows.  Free with report_table_free(). */
ReportTable *report_table_build(const ReportInput *input, ReportTableId id);
void report_table_free(ReportTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ReportTable, report_table_free)

/* The assumed values and what each would change: the first sheet of the workbook, no CSV file (SPEC 9 has none). */
ReportTable *report_assumed_build(const ReportInput *input);

/* The title in the chosen language. */
const char *report_table_title(const ReportTableType *type);
/* True for kinds whose cells are numbers. */
bool cell_kind_is_number(CellKind kind);

/* The table as CSV (BOM, CRLF, SPEC 9.3).  Caller frees the GString. */
GString *report_table_csv(const ReportTable *table);
/* Writes every table as NAME.csv into the folder. */
gboolean report_tables_write(const ReportInput *input, const char *folder, GError **error);

#endif
