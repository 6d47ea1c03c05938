/*
 * reference: the tables that the city bureau supplies, from all recipes and season.ini.  The section [table
 * NAME] of season.ini says how a table is saved: encoding=utf8|utf8-bom|gb18030, title=TEXT (a row above the
 * header), total=yes (a row 合计 below), grouped=yes (thousands separators), unit=万元 (罚款金额 in ten
 * thousands), brackets=yes (〔〕 in every number).  Its section [rows NAME] holds rows that are written as
 * they stand.
 */
#ifndef SAMPLES_REFERENCE_H
#define SAMPLES_REFERENCE_H

#include "unit.h"

/* Writes the tables into reference/ below FOLDER.  ROUND as in parcel.h: the receipts of what was handed in
 * so far.  CASE_ROWS further rows without papers go into `cases`. */
void reference_write(GKeyFile *season, GPtrArray *units, guint round, guint case_rows, const char *folder);
/* Only `receipts`, when the later packages are added. */
void reference_write_receipts(GKeyFile *season, GPtrArray *units, guint round, const char *folder);

#endif
