/*
 * cell: what one cell of a table says.
 *
 * Pure functions from the text of a cell to a value, in the forms of SPEC 3: full-width digits and letters are read as
 * ASCII, surrounding blanks do not matter, thousands separators count when they part groups of three.  Each returns CELL_OK
 * and sets its result, or says why not and leaves the result alone.  An empty cell is CELL_EMPTY everywhere; whether that
 * is allowed is the caller's to know.  Nothing here guesses: 2016年10月 is no date, 10/8/2016 is no date, 20万元 is no number.
 *
 * Reasons are codes; their ids stand in records (cell_reason_id), their sentences in the rules of the tables.
 */
#ifndef ANJUAN_CELL_H
#define ANJUAN_CELL_H

#include <stdbool.h>
#include <stdint.h>

#include "day.h"
#include "decimal.h"
#include "kinds.h"

typedef enum {
    CELL_OK,
    CELL_EMPTY,       /* nothing in it */
    CELL_NOT_DATE,    /* not written as a date */
    CELL_NO_SUCH_DAY, /* 2016-02-30, or a year before 1949 or after 2100 */
    CELL_NOT_INSTANT, /* no date with a time of day */
    CELL_NOT_NUMBER,
    CELL_BAD_GROUPS,  /* thousands separators that part no groups of three */
    CELL_NEGATIVE,
    CELL_TOO_LONG,    /* more than 15 digits or 4 decimals, also after 万元 became yuan */
    CELL_OUT_OF_RANGE,
    CELL_NOT_INTEGER,
    CELL_NOT_YES_NO,
    CELL_NOT_CLASS,   /* no class of water */
    CELL_NOT_KIND,    /* no 案件类型 of SPEC 3 */
    CELL_ERROR,       /* what a spreadsheet shows where it could not compute */
    CELL_REASONS
} CellReason;

/* "empty", "not-date" …; "ok" for CELL_OK. */
const char *cell_reason_id(CellReason reason);

/* True for what spreadsheets show in place of a value: #N/A, #REF!, Err:502 …  No table means it, in whatever column. */
bool cell_is_error(const char *text);

/* 2016-10-08, 2016/10/8, 2016.10.8, 2016年10月8日, each with a time of day behind it or not; a whole number from
 * 30000 to 60000 is a day as spreadsheets count (42651 = 2016-10-08). */
CellReason cell_read_day(const char *text, Day *day);

/* A number, never negative, times ten to the EXPONENT (0, or 4 for 万元). */
CellReason cell_read_decimal(const char *text, unsigned exponent, Decimal *value);

/* 12.5 or 12.5%, both 12.5; at most 100. */
CellReason cell_read_percent(const char *text, Decimal *value);

/* A number from 0 to 100. */
CellReason cell_read_mark(const char *text, Decimal *value);

/* A whole number from 0 to MAX (12, also 12.0). */
CellReason cell_read_count(const char *text, int64_t max, int64_t *count);

/* 是 or 否. */
CellReason cell_read_yes_no(const char *text, bool *yes);

/* Classes of water in order of worsening: 1 to 5, 6 for worse than the fifth.  Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ 劣Ⅴ, also in letters, also with 类. */
#define CELL_WATER_CLASS_WORST 6
CellReason cell_read_water_class(const char *text, int *water_class);

/* The words of SPEC 3 for a kind of case with their synonyms (按日连续处罚, 按日计罚 …), compared after folding. */
CellReason cell_read_kind(const char *text, Kind *kind);

/* 2016-11-25T09:00:00+08:00, or a date in any form of cell_read_day with a time of day (seconds may be missing), which is then
 * China's.  A date alone is CELL_NOT_INSTANT: the hour decides about deadlines. */
CellReason cell_read_instant(const char *text, int64_t *instant_s);

#endif
