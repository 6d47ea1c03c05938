/*
 * partname: names of files that hold one document between them (行政处罚决定书(1).docx and (2).docx, …（上） and
 * …（下）, …正文 and …附件, …第1页 and …第2页, 第2页 alone).
 */
#ifndef ANJUAN_PARTNAME_H
#define ANJUAN_PARTNAME_H

#include <stdbool.h>

enum { PARTS_MAX = 50, PART_MIDDLE = 2, PART_LAST = 3 };

/* The part that a file's NAME (with its extension) says that it is, 1 for the first, 0 when it names none;
 * *STEM is the name without the mark and the extension (caller frees).  …续 and …附件 are PART_MIDDLE, …下 is
 * PART_LAST. */
int part_of_name(const char *name, char **stem);

/* True when the mark of NAME, whose stem is STEM, says that nothing follows: …（下）, …下册. */
bool part_is_end(const char *name, const char *stem);

/* True for a later part whose NAME says no more than that: 第2页.docx, 11第2页.docx; which document it goes
 * on with must be told by what it says. */
bool part_is_bare(const char *name);

#endif
