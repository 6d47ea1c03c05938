/*
 * docxcount: the characters of SPEC 6 in a DOCX, counted from the bytes of its parts and by nothing else.
 *
 * A walk over tags, of its own and with no parser of ours or libxml2's: it shares no code with the reader that it judges.  It
 * expects what tests make and office programs write: well-formed UTF-8 parts, prefix w for WordprocessingML, parts where Word
 * puts them.
 */
#ifndef ANJUAN_TEST_DOCXCOUNT_H
#define ANJUAN_TEST_DOCXCOUNT_H

#include <stdint.h>

#include <glib.h>

#include "docx.h"

/* Unicode characters of w:t, w:delText and w:instrText, and one for each w:sym, w:tab (tab stops are none) and w:br, of all story
 * parts. */
int64_t docxcount_present(GBytes *docx);
/* The same for one part's text. */
int64_t docxcount_part(const char *xml, gsize size);

/* Fails the test unless DOCX, which was read from BYTES, accounts for every character; NAME stands in the message. */
void docxcount_check(const DocxText *docx, GBytes *bytes, const char *name);

#endif
