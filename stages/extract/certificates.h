/* Certificate numbers that stand apart from the names of those whose they are; used while people are gathered (people.c). */
#ifndef ANJUAN_EXTRACT_CERTIFICATES_H
#define ANJUAN_EXTRACT_CERTIFICATES_H

#include <stdbool.h>

#include "reading.h"

/* A citizen's number behind a name is no certificate, and the name that of a party; nor is a mobile telephone's, unless the paper
 * has it under a label of certificates, 执法证号：18122230101 (domain.md 4.5: any number may be one).  CERTIFICATE may be NULL. */
bool certificate_is_identity(const Gather *gather, const char *certificate);
/* Whether TEXT, squeezed, ends as what stands before or over the number of a certificate: 执法证号, 检查人员及证件编号. */
bool certificate_is_label(const char *text);
/* Gives the people found so far, in the order of the text, those of CERTIFICATES that they lack, when there are as many. */
void certificates_give(Gather *gather, char **certificates);
/* Gives the people found so far the numbers of the lines below them, and those that stand together behind their names. */
void gather_certificates(Gather *gather);
/* Field certificate-shown of a record, name|number: the numbers that it tells together when the officers say who they are, whether
 * or not they are those of its other places, and where else it has the number that each person was read with. */
void gather_shown_certificates(Gather *gather);

#endif
