/*
 * xlsxfile: workbooks made from the XML of their sheets, for tests.
 *
 *     const XlsxRecipe recipe = {.data = "<row r='1'><c r='A1' t='inlineStr'><is><t>单位</t></is></c></row>"};
 *     g_autoptr(GBytes) workbook = xlsx_make(&recipe);
 *
 * What a recipe leaves out is as Excel writes it: one visible sheet "Sheet1", the 1900 date system, shared texts and number
 * formats only when given.
 */
#ifndef ANJUAN_TEST_XLSXFILE_H
#define ANJUAN_TEST_XLSXFILE_H

#include <stdbool.h>

#include <glib.h>

typedef struct {
    const char *data;      /* inside sheetData of the first sheet */
    const char *merges;    /* inside its mergeCells */
    const char *second;    /* inside sheetData of a second sheet, 另页 */
    const char *state;     /* of the second sheet: "hidden" */
    const char *properties; /* inside the workbook, before its sheets: "<workbookPr date1904='1'/>" */
    const char *shared;    /* si elements */
    const char *formats;   /* numFmt elements; cell formats 1, 2, … use numbers 164, 165, … */
    int builtins[8];       /* cell formats behind those, each with a builtin number; ends with 0 */
    bool strict;           /* namespaces of ISO strict */
    const char *before;    /* before the root element of the sheet: a DOCTYPE */
} XlsxRecipe;

/* Free with g_bytes_unref. */
GBytes *xlsx_make(const XlsxRecipe *recipe);

#endif
