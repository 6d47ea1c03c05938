/*
 * tabledef: how the columns of the bureau's tables are called (pipeline/rules/tables.xml), and finding them in a sheet.
 *
 * The rules name for every table its columns, their aliases and what they measure; units of measure have a power of ten.  A
 * header cell is a column when, after folding, it is the name or an alias, alone or with a unit behind it: 罚款金额（万元）, 罚款金额/万元.  A
 * remark in brackets is allowed behind a column that measures nothing; behind one that does, an unknown unit makes it no
 * column at all, because reading the figures in the wrong unit would be worse than asking.  单位：万元 in a row above the
 * header holds for the columns that name no unit themselves.  Where several cells fit one column, its name goes before its
 * aliases and these in the order of the rules; two that fit alike are refused where the column is required or measures something.
 *
 * Where no single row is a header, two rows below each other may be: PM10 over 2015 and 2016, merged or not, is PM10 2015 and
 * PM10 2016, and 罚款金额 over （万元） is 罚款金额（万元）.
 */
#ifndef ANJUAN_TABLEDEF_H
#define ANJUAN_TABLEDEF_H

#include <stdbool.h>

#include <glib.h>

#include "record.h"
#include "sheet.h"

enum {
    TABLE_COLUMNS_MAX = 16,
    TABLE_HEADER_ROWS = 10 /* the header is one of the first ten rows (SPEC 3) */
};

typedef struct {
    char *id, *name;
    bool required;      /* the header must have it */
    char *measure;      /* NULL: no unit */
    GPtrArray *aliases; /* char * */
} ColumnRule;

typedef struct {
    char *id;
    bool required;      /* there must be such a file */
    GPtrArray *columns; /* ColumnRule, at most TABLE_COLUMNS_MAX */
} TableRule;

typedef struct { char *measure, *name; int64_t exponent; } MeasureRule;

typedef struct {
    GPtrArray *measures; /* MeasureRule */
    GPtrArray *totals;   /* char *: words that mark a row of sums */
    GPtrArray *tables;   /* TableRule */
} TableRules;

extern const RecordType table_rules_type;

/* The installed rules (PATH NULL) or those in a file.  NULL and an input fault when they are bad. */
TableRules *table_rules_read(const char *path, GError **error);
void table_rules_free(TableRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TableRules, table_rules_free)

/* The rule of that id; NULL when there is none. */
const TableRule *table_rule(const TableRules *rules, const char *id);
/* The index of the column of that id in the rule; a bug when there is none. */
guint table_column(const TableRule *table, const char *id);

/* Where the columns of a table are in a sheet. */
typedef struct {
    guint row, last;                        /* indexes of its first and last row: the same, or two below each other */
    guint found;                            /* number of columns found, also when that is no header */
    int at[TABLE_COLUMNS_MAX];              /* for each column of the rule: its place in the row, -1 when it is not there */
    unsigned exponent[TABLE_COLUMNS_MAX];   /* power of ten of its unit */
} TableHeader;

/* Finds the header of TABLE: of the first ten rows the one with all required columns and most columns, else two such rows.
 * An input fault that names the file, the columns that are missing or called alike and the remedy when there is none;
 * HEADER->found is set then, too.  Headers that no column claims are appended to IGNORED (char *, may be NULL), as written. */
gboolean table_header_find(const TableRules *rules, const TableRule *table, const Sheet *sheet, TableHeader *header,
                           GPtrArray *ignored, GError **error);

/* True when the first cell of ROW that holds anything of its own ends in 合计, 总计 … (but for a remark in brackets). */
bool table_row_is_total(const TableRules *rules, const Sheet *sheet, const SheetRow *row);

#endif
