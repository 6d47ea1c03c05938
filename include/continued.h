/*
 * continued: one document over several files (行政处罚决定书(1).docx and (2).docx, …（上） and …（下）, …正文
 * and …附件, …第1页 and …第2页).
 *
 * A file goes on with another one when both lie in one folder, their names differ only in the mark of the
 * part, the parts follow each other, and what it holds is one document with neither a title nor a number of
 * its own, of the kind of the one before or of none that is known.  What has its own title or number is a
 * document of its own, whatever its name (SPEC 4.1).
 */
#ifndef ANJUAN_CONTINUED_H
#define ANJUAN_CONTINUED_H

#include "rec_casefiles.h"

/* Moves what later parts say into the document of the first (SPEC 6.4 takes it for one): fields that it
 * lacks, people, numbers and claims, with the part's file name before each place.  The parts' files keep no
 * document and no kind.  Changes CASEFILES; doing it again changes nothing more. */
void casefiles_join_continued(Casefiles *casefiles);

/* The part that a file's NAME (with its extension) says that it is, 1 for the first, 0 when it names none;
 * *STEM is the name without the mark and the extension (caller frees).  …续 and …附件 are 2, …下 is 3. */
int part_of_name(const char *name, char **stem);

#endif
