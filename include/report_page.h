/*
 * report_page: the small vocabulary of pages (urn:anjuan:page) that the templates of rules/site dress as
 * HTML.
 *
 * A page is a header with facts, and sections of text, tables, cards, findings and trees.  Nothing in it says
 * how it looks: tones
 * ("good", "bad", "warn", "quiet", a level, a component of the total) name what a thing means.  All text goes
 * through words_shown(), so that no name can bring control characters into a page; escaping is the XML
 * writer's.
 *
 *     XmlWriter *xml = page_begin(input, &head);
 *     page_section(xml, "ranking", tr("…", "…"), NULL);
 *       page_table(xml, columns, n);  page_row(xml, NULL);  page_cell(xml, …); …  page_end(xml) for row,
 * table, section page_finish(xml, sheet, path, error);
 */
#ifndef ANJUAN_REPORT_PAGE_H
#define ANJUAN_REPORT_PAGE_H

#include "report_input.h"
#include "xmlio.h"
#include "xslt.h"

typedef struct {
    const char *id;       /* "index", "individuals", …: marks the entry of the navigation */
    const char *title;    /* of the page */
    const char *subtitle; /* may be NULL */
    const char *root;     /* "" or "../": from the page to the site's root */
} PageHead;

typedef struct {
    const char *label;
    const char *kind; /* "text", "long", "label" (not broken), "number", "mark" (centred), "bar", "scans" */
} PageColumn;

/* Opens a page; navigation and the time of the run are written.  The header is still open for page_fact():
 * close it with page_end(). */
XmlWriter *page_begin(const ReportInput *input, const PageHead *head);
/* Closes the page, dresses it and writes it to PATH.  Frees XML in every case. */
gboolean page_finish(XmlWriter *xml, XsltSheet *sheet, const char *path, GError **error);

/* Closes the element opened last. */
void page_end(XmlWriter *xml);
void page_attribute(XmlWriter *xml, const char *name, const char *value);
/* <ELEMENT>TEXT</ELEMENT>; nothing for NULL. */
void page_text(XmlWriter *xml, const char *element, const char *text);
/* A labelled value; nothing for VALUE NULL.  TONE may be NULL. */
void page_fact(XmlWriter *xml, const char *label, const char *value, const char *tone);
/* Opens a section.  NOTE may be NULL. */
void page_section(XmlWriter *xml, const char *id, const char *title, const char *note);
/* Opens a table (tone NULL) and writes its head. */
void page_table(XmlWriter *xml, const PageColumn *columns, gsize n_columns);
void page_row(XmlWriter *xml, const char *tone);
/* A whole cell; TEXT NULL leaves it empty. */
void page_cell(XmlWriter *xml, const char *text);
void page_cell_tone(XmlWriter *xml, const char *text, const char *tone);
void page_cell_count(XmlWriter *xml, int64_t count);
/* The cell that names its row, as a link unless HREF is NULL. */
void page_cell_head(XmlWriter *xml, const char *text, const char *href);
void page_link(XmlWriter *xml, const char *href, const char *text);

/* "2016-12-06 10:00", China time; "" for 0.  Caller frees. */
char *page_time(int64_t time_s);
/* A result table as it is, without the columns whose bits are set in HIDDEN. */
void page_result_table(XmlWriter *xml, const ReportInput *input, int table_id, const char *unit,
                       uint64_t hidden);

#endif
