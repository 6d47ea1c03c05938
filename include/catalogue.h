/*
 * catalogue: the list of findings (SPEC 7) as data, pipeline/rules/findings.xml: for each code its level, variants with another
 * level, the sentence and the remedy in both languages with places to fill, why it matters and its source.
 *
 * A stage makes a finding with catalogue_add(): the level comes from the catalogue, never from the caller.  Whoever
 * prints fills the sentence with catalogue_sentence().  Places in sentences are those of phrase.h.  A finding of a code that is not in the
 * catalogue (an older record) is printed with its code and parameters as they stand.
 */
#ifndef ANJUAN_CATALOGUE_H
#define ANJUAN_CATALOGUE_H

#include <stdbool.h>
#include <stdio.h>

#include "rec_common.h"

typedef struct Catalogue Catalogue;

/* Reads the catalogue (PATH NULL: the installed one).  Input fault naming line and reason when it is bad. */
Catalogue *catalogue_read(const char *path, GError **error);
/* Gives codes the levels that the profile at PATH asks for (NULL: none): a code's level is also that of its variants that have none of
 * their own.  The digest changes with it.  Input fault naming file and line when the profile cannot be read, or names a code or
 * variant that there is not, or one twice. */
gboolean catalogue_set_levels(Catalogue *catalogue, const char *path, GError **error);
/* What was changed so, for people: "SCN-002 请核实 → 提示；…"; "" when nothing was.  The caller frees. */
char *catalogue_changes(const Catalogue *catalogue);
void catalogue_free(Catalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Catalogue, catalogue_free)

/* Adds a finding of CODE to FINDINGS (a GPtrArray of Finding) with the level of CODE, or of its VARIANT when not NULL.  Both must
 * be in the catalogue (a bug otherwise).  CASEFILE, FILE and PLACE may be NULL and are copied.  The caller adds parameters
 * with finding_param(). */
Finding *catalogue_add(const Catalogue *catalogue, GPtrArray *findings, const char *code, const char *variant, const char *casefile,
                       const char *file, const char *place);

/* The sentence, and what to do, in the chosen language.  Callers free. */
char *catalogue_sentence(const Catalogue *catalogue, const Finding *finding);
char *catalogue_remedy(const Catalogue *catalogue, const Finding *finding);
/* What a finding can cost, the least first: findings are shown in the opposite order. */
typedef enum { COST_NONE, COST_PERSON, COST_QUANTITY, COST_MARK, COST_SLOT, COST_AWARD, COST_PACKAGE } Cost;
extern const char *const cost_ids[]; /* "none", "person", … */
/* That of FINDING: its variant's own, else its code's; COST_NONE where the catalogue does not know it. */
Cost catalogue_cost(const Catalogue *catalogue, const Finding *finding);
/* Sorts Findings for reading: the worst level first, and within it what can cost most; else the order stays. */
void catalogue_sort_by_cost(const Catalogue *catalogue, GPtrArray *findings);
/* Why it matters (which points it can cost); "" when there is none. */
const char *catalogue_reason(const Catalogue *catalogue, const char *code);
/* The reason of the finding's own variant. */
const char *catalogue_reason_of(const Catalogue *catalogue, const Finding *finding);
/* True when CODE, and VARIANT of it unless NULL, stand in the catalogue. */
bool catalogue_has(const Catalogue *catalogue, const char *code, const char *variant);
/* Level for people: 退回, 须补正, 请核实, 提示 (or fatal, error, warning, info). */
const char *level_printed(Level level);
/* Prints the whole list for `check --list-findings`, "text", "csv" or "xml". */
void catalogue_print(const Catalogue *catalogue, const char *format, FILE *stream);
/* Number of codes, and the code at INDEX in catalogue order. */
guint catalogue_count(const Catalogue *catalogue);
const char *catalogue_code(const Catalogue *catalogue, guint index);
/* SHA-256 of the catalogue's canonical form, in HEX: findings depend on it. */
void catalogue_digest(const Catalogue *catalogue, char hex[65]);

#endif
