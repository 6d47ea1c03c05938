/*
 * cataloguerows: the rows of the catalogue of a case file (卷内目录) or of a list of papers handed over, and whether
 * their numbers follow each other; private to anjuan-check.
 */
#ifndef CATALOGUEROWS_H
#define CATALOGUEROWS_H

#include "rec_casefiles.h"

#define CATALOGUE_SHARE 4 /* one in so many rows or numbers may be odd, and the list still be judged */

typedef struct {
    const Document *list; /* in which it stands */
    const Field *field;
    const char *name;
    int64_t serial, first_page, last_page; /* 0: none that can be read */
    char **types;                          /* of the kinds that its name may mean those that are judged */
    bool judged;                           /* a paper of such a kind, or of no kind that is known */
    bool exact;                            /* a paper bears its name */
    char *full, *core; /* catalogue_name, catalogue_core */
    char **parts;      /* of the field: serial, pages, kinds, name */
} CatalogueRow;

/* Adds the rows that DOCUMENT's fields tell to ROWS, as CatalogueRow, to be freed with cataloguerow_free; they borrow
 * from DOCUMENT. */
void catalogue_rows(const Document *document, GPtrArray *rows);
void cataloguerow_free(gpointer row);

/* NAME folded, without a number before it and figures behind it.  Caller frees. */
char *catalogue_name(const char *name);
/* The same, of such a name, without what stands in brackets and without the word for a copy.  Caller frees. */
char *catalogue_core(const char *full);
/* False for names of pictures, copies of licences, notes and the like, which need not be listed, nor lie in a file of
 * their own. */
bool catalogue_judges(const char *name);
/* True for the kinds of papers that a case file is made of. */
bool catalogue_judges_kind(const char *type);

typedef struct {
    GString *gaps, *back, *pages; /* lines: "6→9", "5→3", "调查询问笔录（4-3）"; never NULL */
    guint breaks_of_serials, breaks_of_pages, risen, paged;
    const CatalogueRow *first; /* at which something is wrong */
} CatalogueOrder;

/* Fills ORDER from ROWS (CatalogueRow), in the order of one list. */
void catalogue_order(const GPtrArray *rows, CatalogueOrder *order);
void catalogueorder_clear(CatalogueOrder *order);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CatalogueOrder, catalogueorder_clear)

#endif
