/*
 * vocabulary: words for the codes that stand in records, in both languages, as data (pipeline/rules/vocabulary.xml):
 * doc-types, field ids, reasons, figures of derivations, eligibility and veto codes, clauses of the notice.
 * An id without an entry is printed as it stands, so that nothing is ever hidden; a test keeps the list complete.
 */
#ifndef ANJUAN_VOCABULARY_H
#define ANJUAN_VOCABULARY_H

#include <glib.h>

/* The word for ID in the class CLASS ("doctype", "field", "reason", "figure", "eligibility", "veto", "why", "table", "origin",
 * "clause", …), in the chosen language.  Loaded at the first call from the installed rules; belongs to the module. */
const char *vocabulary_word(const char *class_name, const char *id);
/* The same in Chinese whatever the chosen language: result tables use it. */
const char *vocabulary_chinese(const char *class_name, const char *id);
/* Ends the program with a message when the file cannot be read; call at start so that this happens before any work. */
gboolean vocabulary_load(GError **error);

#endif
