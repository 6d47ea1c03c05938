/*
 * page: the small vocabulary of pages (urn:anjuan:page) that the templates of rules/site dress as HTML.
 *
 * A page is a header with facts, and sections of text, tables, cards, findings and trees.  Nothing in it says
 * how it looks: tones ("good", "bad", "warn", "quiet", a level, a component of the total) name what a thing
 * means.  All text is made fit to be shown, so that no name can bring control characters into a page; escaping
 * is the XML writer's.
 *
 *     page_section(xml, "ranking", tr("…", "…"), NULL);
 *       page_table(xml, columns, n);  page_row(xml, NULL);  page_cell(xml, …); …  page_end(xml) for row,
 * table, section
 */
#ifndef ANJUAN_PAGE_H
#define ANJUAN_PAGE_H

#include <stdint.h>

#include "xmlio.h"

typedef struct {
    const char *label;
    const char *kind; /* "text", "long", "label" (not broken), "number", "mark" (centred), "bar", "scans" */
} PageColumn;

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

#endif
