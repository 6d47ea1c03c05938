/*
 * wordhand_named: what differs between the word processors, as strings and switches; used by wordfile.c and
 * wordtext.c only.
 */
#ifndef SAMPLES_WORDHAND_H
#define SAMPLES_WORDHAND_H

#include "wordfile.h"

typedef struct {
    const char *namespaces;                             /* attributes of w:document, w:hdr, w:ftr */
    const char *body_style, *title_style, *table_style; /* style ids */
    const char *table_look;                             /* the rest of w:tblPr */
    const char *section;                                /* page size and margins */
    const char *run_hint;                               /* within w:rFonts of Chinese runs */
    const char *application;                            /* docProps/app.xml */
    const char *app_version;
    gboolean rsids, splits, para_mark_props;
} HandStyle;

const HandStyle *wordhand_style(Hand hand);

/* The parts that hold no text of the paper; GString appended. */
void word_append_styles(GString *out, const HandStyle *style);
void word_append_settings(GString *out, const HandStyle *style, Hand hand);

typedef struct {
    GString *out;
    const HandStyle *style;
    Hand hand;
    Noise noise;
    guint next_id;    /* of drawings */
    gboolean tracked; /* still to do: one insertion, deletion and comment */
} WordWriter;

/* One paragraph of KIND; in cells CELL is set. */
void word_append_paragraph(WordWriter *writer, BlockKind kind, const char *text, gboolean cell);
void word_append_page_break(WordWriter *writer);

#endif
