/*
 * docx_parts: what the parts of the DOCX reader share; private to it.
 *
 * docx.c reads the parts of the package in order; docx_style.c reads styles, docx_numbering.c the definitions of lists, docx_number.c counts and renders their numbers; docx_story.c reads one story
 * part into a DocxSink (docx_story.h).
 */
#ifndef ANJUAN_DOCX_PARTS_H
#define ANJUAN_DOCX_PARTS_H

#include "docx.h"
#include "xmlio.h"

/* What a style or a paragraph says of itself; -1: nothing. */
typedef struct {
    char *based_on;
    int hidden, centred, num_id, level, half_points;
} DocxStyle;

#define DOCX_NO_STYLE ((DocxStyle){NULL, -1, -1, -1, -1, -1})

/* The namespaces of WordprocessingML are two, those of DrawingML too: transitional and strict. */
bool docx_is_word(const char *ns);
bool docx_is_drawing(const char *ns);

enum { NUMBER_LEVELS = 9 };

typedef struct {
    char *format; /* w:numFmt */
    char *text;   /* w:lvlText, "%1、" */
    char *font;   /* of the number itself; decides what a bullet looks like */
    char *style;  /* paragraphs of this style are of this level */
    int start;
    int restart;  /* w:lvlRestart: -1 after any higher level, 0 never, n after level n or higher */
    bool legal;   /* w:isLgl: all numbers decimal */
    bool gap;     /* followed by a tab or a blank */
} DocxLevel;

typedef struct {
    DocxLevel levels[NUMBER_LEVELS];
    int64_t counters[NUMBER_LEVELS];
    bool used[NUMBER_LEVELS];
    char *style_link; /* numbering defined elsewhere: id of a numbering style */
} DocxAbstractNum;

typedef struct {
    char *abstract_id;
    DocxLevel *levels[NUMBER_LEVELS];  /* levels defined anew for this list; NULL: as the abstract one has them */
    int start_override[NUMBER_LEVELS]; /* -1: none */
    bool started[NUMBER_LEVELS];
} DocxNum;

typedef struct {
    GHashTable *styles;    /* id → DocxStyle */
    char *default_style;   /* of paragraphs, or NULL */
    char *default_run;     /* of characters, or NULL */
    bool hidden;           /* what the document's defaults say */
    GHashTable *abstracts; /* id → DocxAbstractNum */
    GHashTable *nums;      /* number → DocxNum */
} DocxLook;

enum { DOCX_DEFINITIONS_MAX = 20000 }; /* styles, and lists */

void docx_look_init(DocxLook *look);
void docx_look_clear(DocxLook *look);
gboolean docx_read_styles(DocxLook *look, XmlReader *reader, GError **error);
gboolean docx_read_numbering(DocxLook *look, XmlReader *reader, GError **error);

/* What the style ID and those it is based on say, in one; fields that none sets are -1.  ID NULL: the default style of
 * paragraphs.  A list that a style names without a level is on the level that names the style. */
DocxStyle docx_style_resolve(const DocxLook *look, const char *id);
/* Whether the style ID of characters hides them: 1, 0, or -1 when it says nothing.  ID NULL: the default one. */
int docx_style_hides_run(const DocxLook *look, const char *id);

void docx_numbering_init(DocxLook *look);
/* The level of list NUM_ID that names the paragraph style STYLE, -1 for none. */
int docx_numbering_level_of(const DocxLook *look, int num_id, const char *style);

/* The list NUM_ID and the abstract one that it counts in; NULL when either is not there. */
DocxNum *docx_num(const DocxLook *look, int num_id);
DocxAbstractNum *docx_num_abstract(const DocxLook *look, const DocxNum *num);

/* Counts one paragraph of list NUM_ID at LEVEL and appends its rendered number to OUT; returns its characters. */
int64_t docx_number_render(DocxLook *look, int num_id, int level, GString *out);
/* Appends N as FORMAT (w:numFmt; NULL: decimal) writes it. */
void docx_number_append(GString *out, const char *format, int64_t n);

/* The character that the fonts Symbol, Wingdings … show for CODE (0xF0A3 and 0xA3 alike); 0 when FONT is another one or
 * shows nothing known there. */
gunichar docx_symbol(const char *font, gunichar code);

/* The attribute w:val of the element in hand, as text (or NULL) and as a number between LOW and HIGH (LOW when absent). */
const char *docx_val(const XmlReader *reader);
int docx_int_val(const XmlReader *reader, int low, int high);
/* True for an on/off property's value: absent, 1, true, on. */
bool docx_on(const char *value);

/* Where stories are read into. */
typedef struct {
    GArray *paragraphs; /* DocxParagraph */
    GArray *cells;      /* DocxCell */
    GPtrArray *unread;  /* DocxUnread */
    uint32_t tables, boxes, body, alt_chunks;
    DocxCount count;
    int64_t put; /* characters that went into a paragraph, those outside the count included */
    bool revisions, pictures, drawn, floating;
    uint32_t fields;    /* complex fields begun so far */
    GHashTable *broken; /* numbers of fields that end before their result begins: their code is taken for text */
    GArray *unclosed;   /* uint32_t: fields of this kind that have been met */
    DocxLook look;
} DocxSink;

/* Reads one story part.  STORY DOCX_FOOTNOTE or DOCX_ENDNOTE: each note is numbered on its own; COMMENT: only counted. */
gboolean docx_read_story(DocxSink *sink, XmlReader *reader, DocxStory story, uint32_t index, bool comment, GError **error);

#endif
