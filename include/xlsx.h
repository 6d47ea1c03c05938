/*
 * xlsx: the worksheets of an Excel workbook as sheets (sheet.h).
 *
 * A cell's text is what a person reads in it, in the forms that cell.h reads: a text with its runs joined (phonetic guides
 * left out), a number as plain decimal digits, a percentage as 12.5%, a date as 2016-10-08 or 2016-10-08 09:00:00 where its
 * format or its value has a time of day, TRUE and FALSE, #N/A.  Numbers are decimal all the way: what the file writes is
 * rounded to the 15 digits that Excel works with (0.30000000000000004 is 0.3) and never passes through a binary fraction.
 * Formulas give the value that the program which saved the file computed; SheetForm says where there is none.  Hidden
 * rows, columns and sheets are read like any other; charts and macros are not.  Both namespaces (transitional and strict),
 * both date systems (1900 and 1904), cells without a reference, and texts in the cell or shared are all in use and read.
 *
 * Bytes may be a stranger's: parts are bounded as they come out, cells in number, and texts by the sum over the cells that
 * show them, because one text can be shared by millions.  The work is linear in the size of the parts.
 */
#ifndef ANJUAN_XLSX_H
#define ANJUAN_XLSX_H

#include <stddef.h>

#include <glib.h>

#include "sheet.h"

typedef struct {
    GPtrArray *sheets;   /* Sheet, those that hold any value, in the order of the workbook */
    GStringChunk *texts; /* hold the texts of all cells */
} Xlsx;

/* Reads the workbook of SIZE bytes at BYTES; FILE is its name in places and messages.  MAX_BYTES bounds what it may unpack to,
 * and the memory that it takes to about twice that.  NULL and an input fault that names the file and the remedy: ENCRYPTED
 * for a password, UNSUPPORTED for another format whatever the name says (.xls, .xlsb, ODF, HTML, text), LIMIT for one that
 * is too large, UNSAFE for a DOCTYPE, DAMAGED for a broken archive, XML or a reference that leads nowhere.
 * Free with xlsx_free, which takes the sheets along. */
Xlsx *xlsx_read(const char *file, const void *bytes, size_t size, size_t max_bytes, GError **error);
void xlsx_free(Xlsx *xlsx);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Xlsx, xlsx_free)

#endif
