/*
 * tablerows: the rows of a sheet become structs of rec_tables.h.
 *
 * A TableKind says for one table which column fills which member and in what form (table_kinds), and has a judge for what no
 * cell can tell alone: duplicates, amounts that differ, a ruling without its object.  table_rows_read() goes through a
 * sheet: rows of sums, repeated headers and rows without content are skipped, a good row is appended to its list in
 * Tables, and a row with a value that cannot be used becomes one finding and is not used at all (SPEC 3): DAT-002 when the unit
 * is not known, else DAT-001 for the first bad value in the order of the kind's fields.  Rows of a unit whose own row is not used
 * are counted in its DAT-001 (lost; names: how the unit is called, folded, one a line) instead of telling of a name that is right.
 *
 * Parameters of both findings: table (id), column (as the rules call it), value (as written, cut short); DAT-001 also
 * reason (an id of cell.h, a trouble of sheet.h, not-computed, digits-lost, bad-id, unknown-group, duplicate, second-amount,
 * not-ruling, not-mode, no-object) and, where another row is to blame, other (its place).
 *
 * Units come first: other tables' units are looked up among the rows read before.  Every row struct begins with its place.
 */
#ifndef ANJUAN_TABLEROWS_H
#define ANJUAN_TABLEROWS_H

#include "catalogue.h"
#include "rec_tables.h"
#include "season.h"
#include "sheet.h"
#include "tabledef.h"

/* How a cell fills a member. */
typedef enum {
    FORM_TEXT,        /* char *: trimmed */
    FORM_UNIT_ID,     /* char *: also a file's name, so letters, digits, - and _ only */
    FORM_GROUP,       /* char *: a group of the season */
    FORM_ALIASES,     /* GPtrArray *: parted by 、 or other commas */
    FORM_QUOTA,       /* int64_t; -1 when empty */
    FORM_PERCENT,     /* Decimal */
    FORM_UNIT,        /* char *: the id of a known unit */
    FORM_KEYED,       /* char * as written, and its key in the second member */
    FORM_KIND,        /* int: Kind */
    FORM_DAY,         /* Day */
    FORM_INSTANT,     /* int64_t */
    FORM_AMOUNT,      /* Decimal, in the unit of the header */
    FORM_MARK,        /* Decimal */
    FORM_SECTION,     /* char *; 无 sets WaterRow.none instead and makes the forms below idle */
    FORM_WATER_CLASS, /* int64_t */
    FORM_EXTERNAL,    /* bool; may be empty when the class did not get worse */
    FORM_RULING,      /* int: RulingType */
    FORM_MODE         /* int: RECEIPT_…; empty is 补充 */
} CellForm;

typedef struct {
    const char *column; /* id in the rules */
    CellForm form;
    size_t offset, key_offset;
    bool needed;        /* an empty cell is a value that cannot be used */
} RowField;

/* What is wrong with a row. */
typedef struct {
    const char *column; /* id */
    const char *reason; /* NULL: nothing is wrong */
    const char *other;  /* place of the row that was there first; NULL for none */
} RowProblem;

typedef struct TableReader TableReader;

typedef struct {
    const char *id;         /* of the table */
    const RecordType *type; /* of its rows */
    size_t list;            /* offset of their array in Tables */
    const RowField *fields; /* ended by one without column */
    /* Judges a row whose cells were all read; it is appended when the problem has no reason.  NULL: nothing to judge. */
    RowProblem (*judge)(TableReader *reader, gpointer row);
} TableKind;

/* The tables of SPEC 3 in the order of reading, ended by one without id. */
extern const TableKind table_kinds[];

struct TableReader {
    const TableRules *rules;
    const Season *season;
    const Catalogue *catalogue;
    Tables *tables;
    GHashTable *units;      /* folded id, name or alias → UnitRow *, of the rows used */
    GHashTable *lost;       /* the same → LostUnit *, of rows that are not */
    const TableKind *kind;
    const TableRule *table;
    GHashTable *seen;       /* of the table in hand: a judge's key → row */
};

/* A reader that fills TABLES; all must outlive it. */
TableReader *table_reader_new(const TableRules *rules, const Season *season, const Catalogue *catalogue, Tables *tables);
void table_reader_free(TableReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TableReader, table_reader_free)

/* The next rows are those of KIND. */
void table_reader_begin(TableReader *reader, const TableKind *kind);
/* Reads a sheet of the table begun; *ROWS is the number of rows used.  An input fault when it has no header. */
gboolean table_rows_read(TableReader *reader, const Sheet *sheet, int64_t *rows, GError **error);

/* Notes for people that WHAT ("ignored-column" …) with that name stands in SHEET's file and was passed over. */
void table_note_add(TableReader *reader, const Sheet *sheet, const char *what, const char *value);

/* Reads one cell into a member of ROW: NULL, or the reason why not ("unknown-unit" for an unknown unit; "empty" only where the
 * field needs a value). */
const char *table_cell_read(const TableReader *reader, const RowField *field, SheetCell cell, unsigned exponent, gpointer row);

#endif
