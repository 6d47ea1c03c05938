/*
 * report_page: the pages of a run, in the vocabulary of page.h: what frames them, and result tables on them.
 *
 *     XmlWriter *xml = page_begin(input, &head);
 *     …                                          sections (page.h)
 *     page_finish(xml, sheet, path, error);
 */
#ifndef ANJUAN_REPORT_PAGE_H
#define ANJUAN_REPORT_PAGE_H

#include "page.h"
#include "report_input.h"
#include "xslt.h"

typedef struct {
    const char *id;       /* "index", "individuals", …: marks the entry of the navigation */
    const char *title;    /* of the page */
    const char *subtitle; /* may be NULL */
    const char *root;     /* "" or "../": from the page to the site's root */
} PageHead;

/* Opens a page; navigation and the time of the run are written.  The header is still open for page_fact():
 * close it with page_end(). */
XmlWriter *page_begin(const ReportInput *input, const PageHead *head);
/* Closes the page, dresses it and writes it to PATH.  Frees XML in every case. */
gboolean page_finish(XmlWriter *xml, XsltSheet *sheet, const char *path, GError **error);

/* A result table as it is, without the columns whose bits are set in HIDDEN. */
void page_result_table(XmlWriter *xml, const ReportInput *input, int table_id, const char *unit,
                       uint64_t hidden);

#endif
