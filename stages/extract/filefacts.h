/*
 * filefacts: what one file says, by its name and its bytes; private to the stage.
 */
#ifndef ANJUAN_EXTRACT_FILEFACTS_H
#define ANJUAN_EXTRACT_FILEFACTS_H

#include "extractrules.h"
#include "rec_casefiles.h"

/* Files longer than this are not looked into (reason "limit"): documents of case files are far smaller. */
#define DOCUMENT_BYTES_MAX ((size_t)256 << 20)

/* Fills what the name of FACTS->path says: named_type to named_numbers. */
void filefacts_name(const ExtractRules *rules, Matcher *matcher, FileFacts *facts);

/* True when the bytes of a file of that type and name are to be looked at. */
gboolean filefacts_wants_bytes(const FileFacts *facts);

/* Fills what the SIZE bytes say; path, type and named_type are set.  Never fails: what is wrong is content and reason. */
void filefacts_read(const ExtractRules *rules, Matcher *matcher, const void *bytes, size_t size, FileFacts *facts);

/* Copies content, counts and documents of FROM, which has the same bytes and named_type, to TO. */
void filefacts_copy(const FileFacts *from, FileFacts *to);

#endif
