/* linefacts: what the reader of documents makes of a document with some lines. */
#ifndef ANJUAN_TEST_LINEFACTS_H
#define ANJUAN_TEST_LINEFACTS_H

#include "extractrules.h"
#include "rec_casefiles.h"

/* The facts of a Word document of LINES (docxfile_of_lines) that a package has as PATH.  Free with
 * record_free(&file_facts_type, …). */
FileFacts *linefacts_read(const ExtractRules *rules, Matcher *matcher, const char *path, const char *lines);

#endif
