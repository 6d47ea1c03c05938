/*
 * plaintext: a document's text for a person; private to the stage.
 *
 * A paragraph a line, in reading order.  In a table the first cell of a row stands at the margin and what stands in the others is
 * indented by a tab, so that a label and its value, and one row and the next, can be told apart.  Breaks inside a paragraph are blanks.
 */
#ifndef ANJUAN_EXTRACT_PLAINTEXT_H
#define ANJUAN_EXTRACT_PLAINTEXT_H

#include "docx.h"

/* The text, every line ended; control characters are escaped as in names.  Caller frees. */
char *plaintext_of(const DocxText *docx);

/* One line that names what of the document was not read, without a line end; NULL when all was.  Caller frees. */
char *plaintext_unread(const DocxText *docx);

#endif
