/*
 * docx_story: one story part while it is read; private to the DOCX reader.
 *
 * docx_story.c takes the events and knows which element means what; docx_block.c keeps paragraphs, cells, boxes and notes;
 * docx_inline.c takes characters, tabs, breaks, symbols and fields, and decides which are read and which are only counted.
 */
#ifndef ANJUAN_DOCX_STORY_H
#define ANJUAN_DOCX_STORY_H

#include "docx_names.h"
#include "docx_parts.h"

enum { DOCX_DEPTH_MAX = 300, DOCX_OPEN_MAX = 120, DOCX_FIELDS_MAX = 200 };

/* A paragraph that is being read; text boxes and ruby nest them. */
typedef struct {
    GString *text;
    DocxStory story;
    uint32_t index, number;
    uint32_t generated; /* of text that was carried over into it */
    int32_t cell;
    DocxStyle style, own; /* what its style says, and what it says itself, in whatever order; -1: nothing */
    bool page_start, ruby;
    bool picture;      /* one stands in it */
    bool drop_empty;   /* of a drawing or a separator of notes: nothing when it has no text */
    bool mark_deleted; /* its mark is deleted or hidden: it goes on in the next */
    bool numbered;     /* … and shows its own number all the same */
} DocxOpen;

/* A table that is being read, or a text box inside which tables are its own. */
typedef struct {
    uint32_t table, row, column, grid;
    int32_t cell;     /* -1 outside cells */
    uint32_t in_cell; /* paragraphs of the cell so far */
    DocxStory story;
    uint32_t story_index, in_story;
    bool box, separator;
    bool hidden; /* by the style of the table */
} DocxFrame;

/* An mc:AlternateContent: one that has given characters is used up. */
typedef struct {
    int64_t put_before;
} DocxAlternate;

/* What decides whether a run is hidden; -1: nothing said. */
typedef struct {
    int direct, style;
} DocxRun;

typedef struct {
    uint32_t serial;
    bool in_code;
    char *shown;         /* what a legacy check box or drop-down list shows; NULL for other fields */
    int chosen, entries; /* of a list: which entry is shown, and how many have come */
    bool answered;       /* w:result was given, w:default no longer counts */
    int64_t put_before;  /* characters read before it: a field with a result of its own shows that */
} DocxField;

typedef struct {
    DocxSink *sink;
    XmlReader *reader;
    DocxElement path[DOCX_DEPTH_MAX];
    GArray *open;       /* DocxOpen */
    GArray *frames;     /* DocxFrame; the first is the story itself */
    GArray *alternates; /* DocxAlternate */
    DocxField field[DOCX_FIELDS_MAX];
    int fields, code_depth;                    /* open fields; how many of them are in their code */
    int deleted_at, alternate_at, ignored_at; /* depth of the outermost element that does so; 0: none */
    DocxRun run;
    bool comment, break_pending;
    uint32_t notes;
    GString *carry; /* text of a paragraph whose mark is deleted: goes on in the next */
    uint32_t carry_generated;
    GArray *later;  /* DocxParagraph: of boxes, until the paragraph that holds them ends */
} DocxReading;

static inline DocxOpen *docx_top_open(DocxReading *s)
{
    return s->open->len ? &g_array_index(s->open, DocxOpen, s->open->len - 1) : NULL;
}

static inline DocxFrame *docx_top_frame(DocxReading *s)
{
    return &g_array_index(s->frames, DocxFrame, s->frames->len - 1);
}

/* True where nothing that is met can come into the result. */
static inline bool docx_left_out(const DocxReading *s)
{
    return s->comment || s->alternate_at > 0;
}

/* ---- docx_block.c ---- */

void docx_open_paragraph(DocxReading *s, bool ruby);
void docx_close_paragraph(DocxReading *s);
void docx_apply_style(DocxReading *s, DocxOpen *open);
/* Ends a paragraph that was to go on in a next one, where none follows. */
void docx_flush_carry(DocxReading *s);
void docx_open_table(DocxReading *s);
void docx_open_row(DocxReading *s);
void docx_open_cell(DocxReading *s);
void docx_widen_cell(DocxReading *s);
/* A w:vMerge or w:hMerge. */
void docx_merge_cell(DocxReading *s, bool across);
void docx_open_box(DocxReading *s);
void docx_open_note(DocxReading *s);

/* ---- docx_inline.c ---- */

/* The characters TEXT of ELEMENT: w:t, w:delText, w:instrText, or text of formulas and drawings, which SPEC 6 does not count. */
void docx_take_characters(DocxReading *s, DocxElement element, const char *text);
/* A tab, break or the like, which reads as SIGN; one character of the count when COUNTED. */
void docx_take_sign(DocxReading *s, const char *sign, bool counted);
void docx_take_symbol(DocxReading *s);
void docx_take_break(DocxReading *s);
void docx_take_field_char(DocxReading *s);
/* A part of w:ffData, below PARENT: what the field in hand will show. */
void docx_take_form_field(DocxReading *s, DocxElement element, DocxElement parent);
/* Notes the fields of an ended story whose result never began. */
void docx_end_fields(DocxReading *s);

#endif
