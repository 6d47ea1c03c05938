/* form: a printed form drawn at any size, blank or filled in, for tests of what tells one copy from another. */
#ifndef ANJUAN_TEST_FORM_H
#define ANJUAN_TEST_FORM_H

#include "picture.h"

enum { FORM_WIDTH = 1240, FORM_HEIGHT = 1754 }; /* A4 at 150 dpi; other widths have their heights in proportion */

/* The form on a page W pixels wide: a frame of twelve rows, with labels, and a paragraph below. */
Picture *form_blank(uint32_t w);
/* FORM filled in: six entries, which depend on WHO. */
Picture *form_filled(const Picture *form, uint32_t who);
/* Writes NUMBER, of four figures 3 mm high, into a row of its own.  8 and 6, and 8 and 9, differ by one stroke. */
void form_number(Picture *page, uint32_t number);

#endif
