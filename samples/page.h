/*
 * page: papers set on A4 sheets with cairo and pango, as a scanner or a PDF printer would deliver them:
 * heading, text, tables, signature strokes, and the round red seal over the agency's name.
 */
#ifndef SAMPLES_PAGE_H
#define SAMPLES_PAGE_H

#include <cairo.h>

#include "noise.h"
#include "paper.h"

#define PAGE_WIDTH_PT 595.276
#define PAGE_HEIGHT_PT 841.89

typedef struct {
    guint block, line; /* where the next page begins */
} PageCursor;

/* Draws one page of PAPER from CURSOR on, in points, with body text of SIZE points; CURSOR moves on.
 * True while something is left for a further page.  NOISE makes strokes and photographs differ. */
gboolean page_draw(cairo_t *cr, const Paper *paper, double size, Noise *noise, PageCursor *cursor);

/* The largest of the usual sizes at which PAPER needs at most N_PAGES pages (the smallest when none does). */
double page_fit_size(const Paper *paper, guint n_pages);

/* The round seal of AGENCY around X, Y, and a hand-written stroke as wide as WIDTH. */
void page_draw_seal(cairo_t *cr, const char *agency, double x, double y);
void page_draw_stroke(cairo_t *cr, Noise *noise, double x, double y, double width);
/* A made-up view: sky, hills, a works, a stream with its outfall. */
void page_draw_photo(cairo_t *cr, Noise *noise, double x, double y, double width, double height);

#endif
