/*
 * paper: a document before it is written, as a list of blocks.  The same paper becomes a DOCX (wordfile.h) or
 * a scanned page (page.h).
 *
 * Papers come from templates, readable text files in samples/templates:
 *   # remark                    not part of the paper
 *   @title TEXT                 large, centred, bold
 *   @subtitle TEXT              centred
 *   @number TEXT                the document's number, centred under the title
 *   @left TEXT / @right TEXT    without indent / at the right margin
 *   @sign TEXT                  the agency of the signature, at the right, with the seal on it
 *   @date TEXT                  the day of the signature, at the right under @sign
 *   @list TEXT                  an item whose number the word processor makes (一、二、三、)
 *   @table 20 30 20 30          a table with columns of these shares of the width; each following line that
 *                               begins with | is a row of cells parted by |; < merges a cell with its left
 *                               neighbour, ^ with the one above; a line that is one {field} stands for rows
 *                               that the maker works out
 *   @photo CAPTION              a photograph with its caption (scans only)
 *   @header TEXT / @footer TEXT
 *   @if FIELD … @endif          only when the field has a value (@unless: only when it has none); no nesting
 *   TEXT                        a paragraph, indented by two characters
 * {field} is replaced by its value; a line end within a value, and \n in the template, start a new paragraph
 * (in a cell, too).
 */
#ifndef SAMPLES_PAPER_H
#define SAMPLES_PAPER_H

#include "fields.h"

typedef enum {
    BLOCK_TITLE,
    BLOCK_SUBTITLE,
    BLOCK_NUMBER,
    BLOCK_BODY,
    BLOCK_LEFT,
    BLOCK_RIGHT,
    BLOCK_SIGN,
    BLOCK_DATE,
    BLOCK_LIST,
    BLOCK_PHOTO,
    BLOCK_TABLE,
    BLOCK_BREAK
} BlockKind;

typedef struct {
    char *text;      /* lines parted by \n */
    guint span;      /* columns it covers, 0 for one merged into its left neighbour */
    gboolean joined; /* merged with the cell above */
} PaperCell;

typedef struct {
    BlockKind kind;
    char *text;      /* NULL for tables and breaks */
    GArray *widths;  /* guint, tables only */
    GPtrArray *rows; /* GPtrArray of PaperCell, tables only */
} PaperBlock;

typedef struct {
    char *header, *footer; /* NULL for none */
    GPtrArray *blocks;
} Paper;

/* The folder of the templates; set once before threads start. */
void paper_set_folder(const char *folder);

/* The template NAME (without .txt) filled with FIELDS. */
Paper *paper_new(const char *name, Fields *fields);
/* An empty paper, for images and blank pages. */
Paper *paper_empty(void);
/* Moves the blocks of OTHER behind those of PAPER, on a new page, and frees OTHER. */
void paper_take(Paper *paper, Paper *other);
/* A block of KIND, for papers whose length is not the template's matter. */
void paper_add(Paper *paper, BlockKind kind, const char *text);
void paper_free(Paper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Paper, paper_free)

/* True when the block starts a table row merge at ROW, COLUMN (the cell below is joined to it). */
gboolean paper_cell_has_below(const PaperBlock *table, guint row, guint column);

#endif
