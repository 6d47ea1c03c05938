/* docxfile: small DOCX files made from the text of their parts, for tests. */
#ifndef ANJUAN_TEST_DOCXFILE_H
#define ANJUAN_TEST_DOCXFILE_H

#include <glib.h>

typedef struct {
    const char *name; /* "word/document.xml" */
    const char *text;
    gsize size; /* bytes of text; 0: up to its NUL */
} DocxPart;

/* A ZIP (stored) of the COUNT parts. */
GBytes *docxfile_zip(const DocxPart *parts, guint count);

/* A DOCX whose body is BODY (the XML inside w:body; prefixes w, r, mc, wps, v, m are bound) and whose further story
 * parts are MORE: name "word/header1.xml" and so on, text the whole part's XML inside its root element.  Relationships
 * are written for them by name. */
GBytes *docxfile_make(const char *body, const DocxPart *more, guint count);

/* The XML of a paragraph with TEXT, or of a table whose rows are parted by '\n' and cells by '|'; '&' and '<' are
 * escaped.  Caller frees. */
char *docxfile_paragraph(const char *text);
char *docxfile_table(const char *rows);

/* A DOCX of lines: a line that begins with '|' is a table row (neighbouring ones are one table, cells parted by '|'), one
 * that begins with '^' is a centred paragraph, '~' one of the page header, '%' one in a text box, any other a paragraph.
 * ⏎ is a break and ⇥ a tab, ▣ a picture and ◪ one that is anchored there; a cell that begins with ⇓ goes on in the cells below it that hold only ⇓. */
GBytes *docxfile_of_lines(const char *lines);

#endif
