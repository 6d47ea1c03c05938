/* linefacts: what the reader of documents makes of a document with some lines. */
#ifndef ANJUAN_TEST_LINEFACTS_H
#define ANJUAN_TEST_LINEFACTS_H

#include "rec_casefiles.h"

/* Setup and teardown of a group of tests: the project's rules are loaded once.  The setup fails where they are bad. */
int linefacts_load(void **state);
int linefacts_unload(void **state);

/* The facts of a Word document of LINES (docxfile_of_lines) that a package has as PATH; between the two above.  Free
 * with record_free(&file_facts_type, …). */
FileFacts *linefacts_read(const char *path, const char *lines);
/* The same where the names of file and folder say that it is a document of NAMED_TYPE (NULL: nothing). */
FileFacts *linefacts_read_named(const char *path, const char *named_type, const char *lines);

/* The values of FIELD in the first document as "a b", each with its status behind a slash unless it is valid; of "people",
 * "recorders" and "kind" who investigated, who of them wrote, and the document's type.  Fails where a value has no quotation,
 * place or rule (SPEC 6.2).  Caller frees. */
char *linefacts_values(const FileFacts *facts, const char *field);

/* Fails where the values of FIELD in a document of LINES are others than EXPECTED. */
void linefacts_check(const char *lines, const char *field, const char *expected);

/* The doc-type that the name PATH of a document says; NULL for none.  Caller frees. */
char *linefacts_named(const char *path);

#endif
