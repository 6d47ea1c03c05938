/* Figures of a daily penalty that are wrong, and where else they stand (private to anjuan-check). */
#ifndef FIGURES_H
#define FIGURES_H

#include "checks.h"

#define FIGURES_MAX 3

/* Fields of the decision, borrowed. */
typedef struct {
    const Field *field[FIGURES_MAX];
    guint n;
} Figures;

/* Adds FIELD, if it is one (NULL: not). */
void figures_add(Figures *figures, const Field *field);

/* FINDING is about FIGURES: names the places besides its own in which the papers of GROUP have one of them, and the kinds of these
 * papers by how they are corrected.  Nothing where there are none. */
void figures_tell(const Check *check, const CaseGroup *group, Finding *finding, const Figures *figures);

#endif
