/*
 * check_page: what `anjuan check` found as one page to send to the county: it needs no script, loads nothing
 * from elsewhere and prints well on A4.  The words are those of the terminal; the template
 * rules/site/check.xsl only dresses them.
 */
#ifndef ANJUAN_CHECK_PAGE_H
#define ANJUAN_CHECK_PAGE_H

#include "check_report.h"

/* The page as HTML; *SIZE without the NUL that follows.  Caller frees.  NULL and a fault when the template
 * cannot be used. */
char *check_page(const CheckReport *report, size_t *size, GError **error);

#endif
