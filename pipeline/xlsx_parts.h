/*
 * xlsx_parts: what the parts of the XLSX reader share; private to it.
 *
 * xlsx.c opens the package and reads the workbook and the shared texts, xlsx_style.c tells dates and percentages from
 * numbers, xlsx_value.c writes numbers as people read them, xlsx_sheet.c reads one worksheet.
 */
#ifndef ANJUAN_XLSX_PARTS_H
#define ANJUAN_XLSX_PARTS_H

#include <stdbool.h>

#include "xlsx.h"
#include "xmlio.h"

/* How a number is shown: as such, or as a sum of these. */
typedef enum { SHOWN_PLAIN = 0, SHOWN_PERCENT = 1, SHOWN_DATE = 2, SHOWN_TIME = 4 } Shown;

/* What the cells of all sheets go by. */
typedef struct {
    const char *file;
    GPtrArray *shared;   /* const char *: the shared texts, in the chunk of the Xlsx */
    GArray *shown;       /* Shown of each cell format */
    GStringChunk *texts;
    bool from_1904;      /* days count from 1904-01-01 */
    bool recalculate;    /* whoever saved it computed nothing and asks the next program to: its zeros are no values */
    size_t text_left;    /* bytes that cells may still show */
    size_t cells_left;
} XlsxBook;

bool xlsx_is_main(const char *ns); /* the namespace of SpreadsheetML, either of its two */

/* Reads styles.xml into BOOK->shown. */
gboolean xlsx_read_styles(XlsxBook *book, XmlReader *reader, GError **error);
/* How the number format CODE ("yyyy\-mm\-dd", "0.0%") shows numbers; pure. */
Shown xlsx_format_shown(const char *code);

/* Appends the number that the file writes as VALUE ("42651", "1.25E-2") to OUT as SHOWN, rounded to 15 digits; what is no number is
 * appended as it is.  True for a whole number with more digits than a spreadsheet keeps. */
bool xlsx_put_number(GString *out, const char *value, Shown shown, bool from_1904);
/* Appends a date that the file writes as "2016-10-08T09:00:00". */
void xlsx_put_iso_date(GString *out, const char *value, Shown shown);
/* Puts the characters that TEXT has as _x000D_ in their place. */
void xlsx_unescape(GString *text);

/* Goes on to the text of the element that the reader stands in, to its end: of t elements, without phonetic guides.
 * Appends to OUT. */
gboolean xlsx_read_text(XmlReader *reader, GString *out, GError **error);

/* Reads a worksheet into SHEET. */
gboolean xlsx_read_sheet(XlsxBook *book, Sheet *sheet, XmlReader *reader, GError **error);

#endif
