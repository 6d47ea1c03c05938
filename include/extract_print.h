/*
 * extract_print: what was read in documents, for a person (anjuan extract): a block a document, a line a value with its
 * quotation and place, in the order in which a case is told.
 */
#ifndef ANJUAN_EXTRACT_PRINT_H
#define ANJUAN_EXTRACT_PRINT_H

#include <stdio.h>

#include "layout.h"
#include "rec_casefiles.h"

/* One value, whichever list of the record it stands in; any but field and value may be NULL.  Borrowed strings. */
typedef struct {
    const char *field, *value, *status, *quote, *place, *rule;
} ExtractRow;

typedef void (*ExtractRowFunc)(const ExtractRow *row, void *data);

/* Calls FUNC for every value of DOCUMENT: its kind, its fields in the record's order, investigators, claims, the length of a
 * story, the numbers mentioned.  A list is a row a value. */
void extract_rows(const Document *document, ExtractRowFunc func, void *data);

/* Prints FILE: its name, how much of it was read, its documents. */
void extract_print_file(FILE *stream, const Layout *layout, const FileFacts *file);

#endif
