/*
 * workbook: all result tables as one anjuan.xlsx, a sheet each.  The only user of libxlsxwriter.
 *
 * Figures are numbers with the decimals they have in the CSV files, everything else is plain text, never a
 * formula or a link, however it begins.  The bytes depend on the input alone: the time of creation is the end
 * of the season's window.
 */
#ifndef ANJUAN_WORKBOOK_H
#define ANJUAN_WORKBOOK_H

#include "report_input.h"

/* Writes the workbook to PATH, whole or not at all.  System fault when that fails. */
gboolean workbook_write(const ReportInput *input, const char *path, GError **error);

#endif
