/*
 * citizenid: numbers of citizens' identity cards (GB 11643-1999): six figures of a place, the day of birth, three figures and one
 * that checks the others.  Those of 15 figures, from before 1999, stand in older papers.
 */
#ifndef ANJUAN_CITIZENID_H
#define ANJUAN_CITIZENID_H

#include <stdbool.h>

typedef enum { CITIZENID_VALID, CITIZENID_LENGTH, CITIZENID_BIRTH, CITIZENID_CHECK } CitizenIdStatus;

/* What is wrong with NUMBER, ASCII figures that an X may end; of several faults the first in the order above. */
CitizenIdStatus citizenid_judge(const char *number);

/* NUMBER with the figures between the place and the last four hidden; those that tell it from OTHER (NULL: none) are shown where
 * nothing else does.  Caller frees. */
char *citizenid_shown(const char *number, const char *other);

#endif
