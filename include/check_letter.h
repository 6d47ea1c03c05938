/*
 * check_letter: 材料补正通知书, the letter by which the office that runs the campaign asks a unit to correct
 * its material, as DOCX in the form of official documents (GB/T 9704-2012).
 *
 * The words are here, how they look is rules/letter: document.xsl makes word/document.xml of them, the other
 * parts are packed as they lie there, so that an office can give the letter its own look.  The same input
 * gives the same bytes.
 */
#ifndef ANJUAN_CHECK_LETTER_H
#define ANJUAN_CHECK_LETTER_H

#include <stdio.h>

#include "check_report.h"

/* What only the office knows; each may be NULL: a blank is left to fill in by hand. */
typedef struct {
    char *number; /* 文号 */
    char *date;   /* of signature, 2016-11-28 */
    char *due;    /* until when to correct; NULL: the deadline of the season, a blank where date is after it */
} LetterDetails;

/* True when the dates of DETAILS can be read and leave time to correct; else a usage fault. */
gboolean check_letter_usable(const LetterDetails *details, GError **error);

/* Why no letter is to be written, in words; NULL when there is something to correct. */
const char *check_letter_is_needless(const CheckReport *report);

/* What the letter could not say, in words, for the person who sends it; NULL when it says all. */
const char *check_letter_lacks(const CheckReport *report, const LetterDetails *details);

/* The letter as DOCX; *SIZE its bytes.  Caller frees.  NULL and a fault when its parts cannot be used. */
char *check_letter(const CheckReport *report, const LetterDetails *details, size_t *size, GError **error);

#endif
