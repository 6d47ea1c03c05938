/*
 * labels: what the readers of lines and of cells share; private to the stage.
 *
 * LABELS are the rules (LabelRule) of one label, NULL for a text that is none.
 */
#ifndef ANJUAN_EXTRACT_LABELS_H
#define ANJUAN_EXTRACT_LABELS_H

#include "reading.h"

/* Whether one of LABELS means something in this document. */
bool labels_apply(const Gather *gather, const GPtrArray *labels);
/* Whether LABELS mean FIELD_ID in this document. */
bool labels_mean(const Gather *gather, const GPtrArray *labels, const char *field_id);
/* Whether nobody wrote behind a label: TEXT is empty, or what forms print, 年　月　日（盖章）. */
bool label_is_unwritten(const Gather *gather, const char *text);
/* Adds QUOTE as the value of each of LABELS, but what is only printed as no text; where other words stand before the label (not ALONE), of those
 * that are told within a text.  FROM_CELL as in gather_add(). */
void labels_add(Gather *gather, const GPtrArray *labels, bool alone, uint32_t paragraph, const char *quote,
                bool from_cell);

/* Reads the value that belongs to CELL where that is a label. */
void label_in_cell(Gather *gather, uint32_t cell);

#endif
