/*
 * docnumber_cells: a text as folded characters without blanks, each with the bytes it came from; private to the
 * docnumber module, whose parts read prefix and serial off it.
 */
#ifndef ANJUAN_DOCNUMBER_CELLS_H
#define ANJUAN_DOCNUMBER_CELLS_H

#include "docnumber.h"

typedef struct {
    gunichar ch;  /* width folded; every bracket kind is ( or ); every dash is -; tab and line ends are '\n' */
    uint32_t at;  /* first byte in the text */
    uint32_t end; /* byte after the last */
    bool gap;     /* blanks stood before it */
} Cell;

typedef struct {
    Cell *cell;
    size_t count;
    DocNumberPlace place;
    bool whole; /* the text as a whole must be a number: nothing is cut off */
} Cells;

typedef struct {
    char text[24]; /* "" when masked */
    uint32_t first, last;
    bool masked;
    bool lettered;
    size_t end; /* cell after it */
} Serial;

/* Allocates cells->cell; a text of more than 4 GiB - 1 has none. */
void cells_fold(const char *text, Cells *cells);

static inline gunichar cell_at(const Cells *c, size_t i)
{
    return i < c->count ? c->cell[i].ch : 0;
}

static inline bool cell_is_digit(const Cells *c, size_t i)
{
    return cell_at(c, i) >= '0' && cell_at(c, i) <= '9';
}

static inline bool cell_is_mask(const Cells *c, size_t i)
{
    gunichar ch = cell_at(c, i);
    return ch == 'X' || ch == 'x' || ch == 0xD7 || ch == '*' || ch == '_';
}

static inline bool char_is_han(gunichar ch)
{
    return (ch >= 0x4E00 && ch <= 0x9FFF) || (ch >= 0x3400 && ch <= 0x4DBF) || (ch >= 0x20000 && ch <= 0x2FA1F);
}

/* Reads issuer, branch and type from the cells that end before END and do not go below FLOOR; *START is where they
 * begin.  False when there is no such prefix. */
bool prefix_read(const Cells *c, size_t floor, size_t end, DocNumberParts *number, size_t *start);

/* Reads 第? serial 号 at I.  False when there is none. */
bool serial_read(const Cells *c, size_t i, Serial *serial);

/* Reads a further item of a list (、5号) at I, which is after SERIAL. */
bool serial_read_next(const Cells *c, size_t i, Serial *serial);

#endif
