/*
 * docx_parts: what the parts of the DOCX reader share; private to it.
 *
 * docx.c opens the package and follows relationships, docx_style.c reads styles and numbering, docx_number.c renders
 * numbers, docx_story.c reads one story part into a DocxSink.
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

enum { NUMBER_LEVELS = 9 };

typedef struct {
    char *format; /* w:numFmt */
    char *text;   /* w:lvlText, "%1、" */
    int start;
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
    int start_override[NUMBER_LEVELS]; /* -1: none */
    bool started[NUMBER_LEVELS];
} DocxNum;

typedef struct {
    GHashTable *styles;    /* id → DocxStyle */
    char *default_style;   /* of paragraphs, or NULL */
    GHashTable *abstracts; /* id → DocxAbstractNum */
    GHashTable *nums;      /* number → DocxNum */
} DocxLook;

void docx_look_init(DocxLook *look);
void docx_look_clear(DocxLook *look);
gboolean docx_read_styles(DocxLook *look, XmlReader *reader, GError **error);
gboolean docx_read_numbering(DocxLook *look, XmlReader *reader, GError **error);

/* What the style ID and those it is based on say, in one; fields that none sets are -1.  ID NULL: the default style. */
DocxStyle docx_style_resolve(const DocxLook *look, const char *id);

/* Counts one paragraph of list NUM_ID at LEVEL and appends its rendered number to OUT; returns its characters. */
int64_t docx_number_render(DocxLook *look, int num_id, int level, GString *out);

/* True for an on/off property's value: absent, 1, true, on. */
bool docx_on(const char *value);

bool docx_is_word(const char *ns); /* the namespace of WordprocessingML, either of its two */

/* Where stories are read into. */
typedef struct {
    GArray *paragraphs; /* DocxParagraph */
    GArray *cells;      /* DocxCell */
    uint32_t tables, boxes, body;
    DocxCount count;
    bool revisions;
    DocxLook look;
} DocxSink;

/* Reads one story part.  STORY DOCX_FOOTNOTE or DOCX_ENDNOTE: each note is numbered on its own; COMMENT: only counted. */
gboolean docx_read_story(DocxSink *sink, XmlReader *reader, DocxStory story, uint32_t index, bool comment, GError **error);

#endif
