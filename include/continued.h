/*
 * continued: one document over several files (行政处罚决定书(1).docx and (2).docx, …（上） and …（下）, …正文
 * and …附件, …第1页 and …第2页).
 *
 * A file goes on with another one when both lie in one folder, their names differ only in the mark of the
 * part, the parts follow each other, and what it holds is one document with neither a title nor a number of
 * its own, of the kind of the one before or of none that is known.  What has its own title or number is a
 * document of its own, whatever its name (SPEC 4.1).  A later part whose name says no more than that
 * (第2页.docx) goes on with the only document in its folder of the kind that its text tells, or with the only
 * one that nobody signed and whose number it names.
 */
#ifndef ANJUAN_CONTINUED_H
#define ANJUAN_CONTINUED_H

#include "rec_casefiles.h"

/* Moves what later parts say into the document of the first (SPEC 6.4 takes it for one): fields that it
 * lacks, people, numbers and claims, with the part's file name before each place.  The parts' files keep no
 * document and no kind.  Changes CASEFILES; doing it again changes nothing more. */
void casefiles_join_continued(Casefiles *casefiles);

#endif
