/*
 * tablefile: the bytes of one file as rows of the table that a reader has begun.
 *
 * A CSV file is one sheet.  Of a workbook's sheets the one that has the table's header is read; where several have it,
 * empty ones and then hidden ones step back, and two that are left are refused, because nobody could tell which holds.
 */
#ifndef ANJUAN_TABLEFILE_H
#define ANJUAN_TABLEFILE_H

#include "tablerows.h"

typedef enum {
    TABLEFILE_NONE,   /* no table by its name: a letter, a picture */
    TABLEFILE_READ,   /* .csv, .xlsx */
    TABLEFILE_REFUSED /* a table in a format that is not read: .xls, .et, .ods … */
} TableFileFormat;

/* What the name says the file is. */
TableFileFormat tablefile_format(const char *file);

/* Reads the SIZE bytes of FILE; fills SOURCE's rows and encoding.  An input fault that names the file and the remedy. */
gboolean tablefile_take(TableReader *reader, const char *file, const void *bytes, size_t size, TableSource *source, GError **error);

#endif
