/* Certificate numbers that stand apart from the names of those whose they are; used while people are gathered (people.c). */
#ifndef ANJUAN_EXTRACT_CERTIFICATES_H
#define ANJUAN_EXTRACT_CERTIFICATES_H

#include <stdbool.h>

#include "reading.h"

/* A citizen's number behind a name is no certificate, and the name that of a party; nor is a mobile telephone's.  CERTIFICATE may be
 * NULL. */
bool certificate_is_identity(const char *certificate);
/* Gives the people found so far, in the order of the text, those of CERTIFICATES that they lack, when there are as many. */
void certificates_give(Gather *gather, char **certificates);
/* Gives the people found so far the numbers of the lines below them, and those that stand together behind their names. */
void gather_certificates(Gather *gather);

#endif
