/*
 * signing_form: 基准值确认表, the last sheet of the workbook: a line a unit with its share, the city's totals, its base values, what it
 * has and what that gives, room for each unit to sign, and below what of the rules is assumed.  It repeats figures of 基准值测算表 in a
 * form to be printed on A4, signed and kept; nothing is computed.
 */
#ifndef ANJUAN_SIGNING_FORM_H
#define ANJUAN_SIGNING_FORM_H

#include "report_input.h"

#define SIGNING_COLUMNS 19
#define SIGNING_HEADER_ROW 2 /* it takes two rows; what stands above is title and office */
#define SIGNING_FIRST_ROW 4

typedef enum {
    FORM_TITLE,
    FORM_PLAIN, /* text without a frame */
    FORM_HEADER,
    FORM_TEXT,
    FORM_COUNT,
    FORM_MONEY,
    FORM_FOUR,
    FORM_POINTS,
    FORM_STYLES
} FormStyle; /* from FORM_COUNT on: numbers */

/* A cell, or several merged into one: from ROW and COLUMN to LAST_ROW and LAST_COLUMN. */
typedef struct {
    guint row, column, last_row, last_column;
    FormStyle style;
    char *text; /* NULL: empty */
} FormCell;

typedef struct {
    GPtrArray *cells;        /* FormCell */
    GArray *heights;         /* double, in points, one a row */
    const double *widths;    /* SIGNING_COLUMNS of them, in characters */
} SigningForm;

/* The form, or NULL when no unit has base values.  Free with signing_form_free(). */
SigningForm *signing_form_new(const ReportInput *input);
void signing_form_free(SigningForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SigningForm, signing_form_free)

#endif
