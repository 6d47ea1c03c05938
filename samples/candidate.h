/*
 * candidate: the folders of people, from the sections [candidate N] and [legal N] of a recipe:
 *   officer=1  file=案卷 name  lead=number;…  member=number;…   (number:kind where the table lacks the claim)
 *   story=1|2  proof=docx|scans  list=csv|csv-gbk|docx  certificate=scan|docx
 *   without=廉洁证明;…  long-story=yes  no-number=yes
 */
#ifndef SAMPLES_CANDIDATE_H
#define SAMPLES_CANDIDATE_H

#include "sink.h"
#include "unit.h"

/* The sections of the recipe whose name begins with PREFIX ("candidate ", "legal "), in order; g_strfreev. */
char **unit_sections(const Unit *unit, const char *prefix);

/* Writes 先进个人/<姓名>/ for SECTION into SINK. */
void candidate_write(const Unit *unit, const char *section, Sink *sink);
/* Writes 法制先进个人/<姓名>/. */
void legal_candidate_write(const Unit *unit, const char *section, Sink *sink);

#endif
