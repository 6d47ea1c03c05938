/*
 * quotes: where in a unit's documents the inputs of a derivation stand.
 *
 * Scoring sees the compact record of a unit, which names the file of a document number or a date and nothing more.  Whoever shows a
 * derivation and has the unit's casefiles.xml at hand (explain, report) lets this module look the values up there again and add
 * place and quotation to the leaves; nothing is added where the record no longer says the same.
 */
#ifndef ANJUAN_QUOTES_H
#define ANJUAN_QUOTES_H

#include "rec_casefiles.h"
#include "rec_scores.h"

/* Fills in place and quote of the leaves below NODES (Node) that come from the unit's own documents. */
void quotes_add(const Casefiles *casefiles, const GPtrArray *nodes);

#endif
