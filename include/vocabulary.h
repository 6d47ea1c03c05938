/*
 * vocabulary: words for the codes that stand in records, in both languages, as data (pipeline/rules/vocabulary.xml):
 * doc-types, field ids, reasons, figures of derivations, eligibility and veto codes, clauses of the notice.
 * An id without an entry is printed as it stands, so that nothing is ever hidden; a test keeps the list complete.
 * The class "kind" is that of kinds.h.
 */
#ifndef ANJUAN_VOCABULARY_H
#define ANJUAN_VOCABULARY_H

#include <stdbool.h>

#include <glib.h>

/* The word for ID in the class CLASS ("doctype", "field", "reason", "figure", "eligibility", "veto", "why", "table", "origin",
 * "clause", …), in the chosen language.  Loaded at the first call from the installed rules; belongs to the module. */
const char *vocabulary_word(const char *class_name, const char *id);
/* The same in Chinese whatever the chosen language: result tables use it. */
const char *vocabulary_chinese(const char *class_name, const char *id);
/* Reads the words now: FALSE and an input fault when the file is bad.  Called at start, a bad file is known before any work is done; a
 * program that does not call it ends with a message at the first word. */
gboolean vocabulary_load(GError **error);

/* True when there is such a class; and when ID has an entry in it. */
bool vocabulary_has_class(const char *class_name);
bool vocabulary_has(const char *class_name, const char *id);

#endif
