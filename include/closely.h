/*
 * closely: whether two printed pages, of one size or two, are one picture saved twice, by a closer look
 * at each (scan.h).
 *
 * Whoever saves a page at another size makes every edge a little softer or harder, and moves all of the
 * page by part of a dot; how much depends on his program and is not known.  It is the same everywhere,
 * though: each dot of one page comes from the nine around its place in the other by the same nine
 * weights.  Those that fit best are found, and what they leave is looked at dot by dot.  Saving leaves
 * little anywhere; another entry leaves a stroke in its place.
 *
 * Two copies of one form must never be taken for one picture.  Tried with pages of one form drawn at 150,
 * 200 and 300 dpi in 9 and 12 pt, clean and grainy, saved at 50 to 200 % of their size and JPEG qualities
 * of 40 to 75: what programs left that mix pixels (Lanczos, Catmull-Rom, Mitchell, triangle) was at most
 * 0.16 of the contrast from paper to print in any dot; one digit that was another (8 and 3, 8 and 7, 3 and
 * 8, 0 and 6) left 0.22 at least.  The limit lies in between, nearer to the former.  So these are let be,
 * and are not found: a third of pages that were made smaller by programs that drop pixels instead of
 * mixing them, pages with strokes of one pixel made half as large, pages scanned twice, and pages of fewer
 * than 600 pixels across at another size.  A digit of 7.5 pt that was another still left 0.27 on a
 * page of 75 dpi; smaller entries were not tried, and a finding says no more than that two are apparently
 * one picture.
 *
 * At one size no pixel moves.  Real characters of 7.5 to 10.5 pt at 120 to 300 dpi, saved at JPEG qualities
 * of 30 to 90, left 0.09 at most, or 0.10 where both were saved so; 8 and 0 in 7.5 pt left 0.12 from 150 dpi
 * on, 8 and 3, 8 and 6 half as much again.  Pages of less than 100 dpi are let be when one is much the worse.
 */
#ifndef ANJUAN_CLOSELY_H
#define ANJUAN_CLOSELY_H

#include <stdbool.h>
#include <stdint.h>
#include <glib.h>

typedef struct Closely Closely;

/* Takes the dots of a closer look, which it will free, of a page that is UPRIGHT (or square) or
 * not.  NULL when DOTS is NULL or too little stands out from the paper.  Free with closely_free. */
Closely *closely_new(uint8_t *dots, bool upright);
void closely_free(Closely *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Closely, closely_free)

/* True when the two are one picture; false also when one of them is NULL.  FINER should be the one with
 * more pixels.  ONE_SIZE: they have equally many, and were looked at for that (scan.h); then little may differ.  Takes a microsecond for most pairs that are not, and a millisecond for others. */
bool closely_same(const Closely *finer, const Closely *coarser, bool one_size);

#endif
