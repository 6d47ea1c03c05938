/*
 * rec_tables: the tables of the city bureau as one record (tables.xml), and the slice of one unit that check uses.
 *
 * Only usable rows stand here, in the order of the file, each with the place it came from ("cases.csv:12", for a workbook
 * "cases.xlsx:Sheet1!A12"); rows that cannot be used are findings (DAT-001, DAT-002).  Units are given by id.  Document
 * numbers stand as written beside their key for comparing (docnumber.h; text that is no document number has its folded text as key).
 */
#ifndef ANJUAN_REC_TABLES_H
#define ANJUAN_REC_TABLES_H

#include "kinds.h"
#include "rec_common.h"

typedef struct {
    char *place, *id, *name, *group; /* group NULL: only nominates people */
    GPtrArray *aliases;              /* char * */
    int64_t individuals, legals;     /* quotas: 先进个人名额, 法制个人名额; -1 when the cell is empty (no limit known) */
    Decimal share_percent;           /* 基准比例, 0-100; unset when empty */
} UnitRow;
typedef struct { char *place, *name, *unit, *categories; bool counts; } EnterpriseRow; /* counts: 废水 or 废气, and first of its name in the unit */
typedef struct {
    char *place, *id, *unit; /* 案件编号, unit id */
    int kind;                /* Kind */
    char *number, *key;      /* 文书文号 as written, key */
    char *party;
    Day date;
    Decimal fine_yuan; /* unset when the cell is empty */
} CaseRow;
typedef struct { char *place, *unit, *object, *key, *expert; Decimal mark; char *reason; } ReviewRow; /* object as written, key of a number or folded 案卷 name */
typedef struct { char *place, *unit, *name, *expert; Decimal file, investigation, story; } CandidateReviewRow;
typedef struct { char *place, *unit, *name, *expert; Decimal mark; } LegalReviewRow;
typedef struct { char *place, *unit; Decimal pm10_2015, pm10_2016, pm25_2015, pm25_2016; } AirRow;
typedef struct {
    char *place, *section, *unit;
    int64_t class_2015, class_2016; /* 1 (Ⅰ) to 6 (劣Ⅴ); 0 in a row that says the unit has no section */
    bool external, none;
} WaterRow;

typedef enum {
    RULING_OVERTURNED,   /* 复议纠正 */
    RULING_FORGED,       /* 案卷造假 */
    RULING_INTEGRITY,    /* 廉洁问题 */
    RULING_PENDING,      /* 核查中 */
    RULING_INELIGIBLE,   /* 不符合条件 */
    RULING_VETO_UPHELD,  /* 否决成立 */
    RULING_VETO_DENIED,  /* 否决不成立 */
    RULING_FILE_VALID,   /* 案卷有效 */
    RULING_FILE_REFUSED, /* 不予接收 */
    RULING_PRIORITY,     /* 并列优先 */
    RULING_COUNT
} RulingType;
extern const char *const ruling_ids[]; /* "overturned", … */
/* The word of the table (复议纠正, …). */
const char *ruling_printed(RulingType type);

typedef struct { char *place, *id, *unit; int type; char *object, *key; Day fact, ruled; char *note; } RulingRow; /* key: of a number, else folded name; NULL without object */
enum { RECEIPT_SUPPLEMENT, RECEIPT_REPLACE };
extern const char *const receipt_modes[]; /* "supplement", "replace" */
typedef struct { char *place, *id, *unit; int64_t received_s; int mode; char *file, *note; } ReceiptRow;
typedef struct { char *place, *unit; Day date; char *title, *adopted; } BulletinRow;
/* A column that was ignored, an alias that was used: worth telling, no fault. */
typedef struct { char *file, *what, *value; } TableNote;
/* Which tables were there; absent optional tables have no entry. */
typedef struct { char *name, *file, *sha256, *encoding; int64_t rows; } TableSource;

typedef struct {
    char *program;
    GPtrArray *made_from;
    GPtrArray *sources, *notes;
    GPtrArray *units, *enterprises, *cases, *reviews, *candidate_reviews, *legal_reviews, *air, *water, *rulings, *receipts, *bulletins;
    GPtrArray *findings;
} Tables;
extern const RecordType tables_type;

/* What check needs to know of one unit; its digest changes exactly when that does. */
typedef struct {
    UnitRow *unit;
    GPtrArray *cases;     /* CaseRow of this unit, all of them */
    GPtrArray *bulletins; /* BulletinRow of this unit */
    bool bulletins_given; /* tables_has_bulletins() */
} Slice;
extern const RecordType slice_type;
extern const RecordType unit_row_type, case_row_type, review_row_type, ruling_row_type, bulletin_row_type;
extern const RecordType enterprise_row_type, candidate_review_row_type, legal_review_row_type, air_row_type, water_row_type, receipt_row_type;
extern const RecordType table_note_type, table_source_type;

/* The unit of that id, or NULL. */
const UnitRow *tables_unit(const Tables *tables, const char *id);
/* How many rows cannot be used, with those of units whose own row cannot. */
int tables_rows_unusable(const Tables *tables);
/* Whether bulletins are those of the table, so that packages are not counted (SPEC 3): it has a row that can
 * be used. One with a header alone, as `init` writes it, is not kept. */
bool tables_has_bulletins(const Tables *tables);

#endif
