/*
 * docx: the text of a DOCX with places (SPEC 6).
 *
 * Reads the main part (found by relationship), headers, footers, footnotes, endnotes and, only to count them, comments;
 * strict and transitional namespaces, any encoding that xmlio reads.  Insertions and moved-in text are in; deletions,
 * moved-out text, hidden text and field codes are out, but counted; of alternate content one alternative is read, so that a
 * text box is read once.  Generated numbering is rendered in front of its paragraph.  A hidden paragraph mark joins two
 * paragraphs; text that is only hidden on the web is not hidden.  Formulas and the text of drawings are read outside the count.
 *
 * The result is flat: paragraphs in reading order, a text box's after the paragraph that holds it, a cell's inside its
 * table; and the cells of all tables, nested ones included.  A paragraph's text has '\t' for tabs and '\n' for breaks.
 * Everything belongs to the DocxText; free it once.
 *
 * Bytes are a stranger's: parts are bounded in size, XML in depth, the work is linear in the size of the parts.
 */
#ifndef ANJUAN_DOCX_H
#define ANJUAN_DOCX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

/* Beyond these a document is refused ("limit"): far above any that people write, and low enough that several are read
 * side by side within the memory of a stage. */
#define DOCX_PART_MAX ((size_t)64 << 20)  /* bytes of one part as they come out */
#define DOCX_TOTAL_MAX ((size_t)96 << 20) /* of all parts that are read */
#define DOCX_TEXT_MAX ((int64_t)8 << 20)  /* characters */
#define DOCX_ITEMS_MAX 500000u            /* paragraphs, and cells */

typedef enum { DOCX_BODY, DOCX_HEADER, DOCX_FOOTER, DOCX_FOOTNOTE, DOCX_ENDNOTE, DOCX_BOX } DocxStory;

typedef struct {
    char *text;              /* as read, UTF-8; never NULL */
    uint32_t length;         /* bytes of text */
    uint32_t generated;      /* bytes of rendered numbering at its beginning */
    DocxStory story;
    uint32_t story_index;    /* which header, footer, note or box, from 1 */
    uint32_t number;         /* from 1: in the body outside tables, in its cell, or in its header, note, box */
    int32_t cell;            /* index into cells, or -1 */
    bool centred;
    bool picture;            /* one stands in it */
    bool page_start;         /* a page or section break stands before it */
    uint16_t half_points;    /* size of its first visible run when given there or by its style, else 0 */
} DocxParagraph;

typedef struct {
    uint32_t table, row, column; /* from 1; tables in the order in which they begin, columns count w:tc */
    uint32_t grid, span;         /* first column of the grid, from 0, and how many it covers */
    bool continues;              /* lower part of a vertically merged cell */
    uint32_t first, count;       /* its own paragraphs: docx->in_cells[first … first + count - 1] are their indexes */
} DocxCell;

/* Characters (SPEC 6): present = read + deleted + hidden + alternate + comment + field_code. */
typedef struct {
    int64_t present, read, deleted, hidden, alternate, comment, field_code;
    int64_t numbering; /* generated, not among the others */
} DocxCount;

/* A part that is not in the result: broken, or in a format that is not read. */
typedef struct {
    const char *kind;   /* of its relationship: "footer", "styles", …; "aFChunk": a document that Word inserts */
    char *part;         /* "word/footer1.xml" */
    const char *reason; /* "xml", "doctype", "limit", "damaged", "encrypted", "duplicate"; "format": not read at all */
} DocxUnread;

typedef struct {
    DocxParagraph *paragraphs;
    uint32_t n_paragraphs;
    DocxCell *cells; /* by table, row, column of each table as it begins; an inner table's cells stand after the cell that holds it */
    uint32_t n_cells;
    uint32_t *in_cells;
    uint32_t n_tables;
    DocxCount count;
    GPtrArray *unread; /* DocxUnread; the body is never among them */
    bool pictures;  /* a picture stands in the body: perhaps a signature or a seal */
    bool drawn;     /* anything is drawn or pasted in, be it in a page header: perhaps a mark */
    bool floating;  /* … and is not in a paragraph of its own but lies wherever it was anchored */
    bool revisions; /* tracked insertions, deletions, moves or changes of format are left in */
    bool comments;
} DocxText;

/* Reads the DOCX of SIZE bytes at DATA.  NULL and an input fault; *REASON is then "not-zip", "no-document", "xml",
 * "doctype", "encrypted", "damaged", "duplicate" or "limit" (a static string).  Free with docx_free. */
DocxText *docx_read(const void *data, size_t size, const char **reason, GError **error);
void docx_free(DocxText *docx);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocxText, docx_free)

/* The place code of a paragraph: "P12", "T2R3C1", "T2R3C1P2" from a cell's second paragraph on, "H1", "N3P2", "B1".
 * Caller frees. */
char *docx_place(const DocxText *docx, uint32_t paragraph);
/* "T2R3C1".  Caller frees. */
char *docx_cell_place(const DocxText *docx, uint32_t cell);
/* The texts of a cell's own paragraphs, joined by '\n'.  Caller frees. */
char *docx_cell_text(const DocxText *docx, uint32_t cell);

#endif
