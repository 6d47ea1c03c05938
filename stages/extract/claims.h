/*
 * claims: rows of a candidate's case list (案件清单), from a CSV file, a workbook or a table of a DOCX; private to the stage.
 *
 * The header row is found among the first rows: it has at least the columns of number and of role.  Rows without a
 * number are skipped; a range of numbers in one cell is a claim each.
 */
#ifndef ANJUAN_EXTRACT_CLAIMS_H
#define ANJUAN_EXTRACT_CLAIMS_H

#include <stdbool.h>

#include "extractrules.h"
#include "rec_casefiles.h"

typedef struct {
    const ExtractRules *rules;
    GPtrArray *claims; /* Claim */
    int number, kind, role, decided; /* columns, -1 until the header was seen */
    bool has_header;
} ClaimReader;

void claimreader_init(ClaimReader *reader, const ExtractRules *rules, GPtrArray *claims);
/* Another table begins: its header is looked for again. */
void claimreader_restart(ClaimReader *reader);
/* Takes one row of COUNT cells; PLACE is its place code. */
void claimreader_row(ClaimReader *reader, const char *const *cells, guint count, const char *place);

/* Reads a case list from the SIZE bytes of a CSV file into CLAIMS.  FALSE and an input fault when it is no text. */
gboolean claims_read_csv(const ExtractRules *rules, const void *bytes, size_t size, GPtrArray *claims, GError **error);
/* The same from a workbook, all its sheets; FILE is its name in messages. */
gboolean claims_read_xlsx(const ExtractRules *rules, const char *file, const void *bytes, size_t size, GPtrArray *claims, GError **error);

#endif
