/*
 * xmlplain: a scanner for the plain part of XML in which our own records and rules are written; private to
 * xmlio.
 *
 * Plain is a UTF-8 document whose root is in a namespace of ours (urn:anjuan:…), which is the only one, and
 * that has no prefix, processing instruction, CDATA, DOCTYPE, carriage return, and no reference but &amp;
 * &lt; &gt; &quot; &apos; &#9; &#10; &#13;.  What such a document means is what libxml2 says of it, in a
 * fraction of the time.
 *
 * The scanner judges nothing: of what is not plain, not well-formed or very large it only says PLAIN_ODD,
 * whatever came before, and libxml2 has to read the document.
 */
#ifndef ANJUAN_XMLPLAIN_H
#define ANJUAN_XMLPLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

typedef enum { PLAIN_ODD = -1, PLAIN_DONE, PLAIN_START, PLAIN_END, PLAIN_TEXT } PlainEvent;

/* A part of the document, not ended by a NUL. */
typedef struct {
    const char *at;
    size_t size;
} PlainSlice;

typedef struct {
    PlainSlice name, value;
} PlainAttribute;

enum { PLAIN_DEPTH_MAX = 64, PLAIN_ATTRIBUTES_MAX = 40 };

typedef struct {
    const char *at, *end; /* what is left of the document */
    int line;             /* of AT, from 1 */
    int depth;            /* elements that are open */
    PlainSlice open[PLAIN_DEPTH_MAX];
    bool begun;  /* the root has been met */
    bool closes; /* the start tag given last closes its element too */

    /* Of the event given last: */
    PlainSlice name; /* of an element */
    PlainAttribute attributes[PLAIN_ATTRIBUTES_MAX]; /* PLAIN_START: all but the namespace's declaration */
    guint attribute_count;
    PlainSlice text; /* PLAIN_TEXT: a piece of it; more may follow behind a comment */
    int text_line;   /* the line that libxml2 tells of it */
    PlainSlice ns;   /* of all elements */
} Plain;

/* Sets PLAIN to the beginning of SIZE bytes at DATA, which must outlive it. */
void plain_begin(Plain *plain, const char *data, size_t size);

/* The next event; not to be called after PLAIN_DONE or PLAIN_ODD. */
PlainEvent plain_next(Plain *plain);

/* Appends a value or text as it is meant, with its references resolved. */
void plain_append(GString *texts, PlainSlice raw);

#endif
