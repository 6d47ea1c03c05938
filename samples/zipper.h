/*
 * zipper: ZIP archives as they come in from strangers.  Unlike a library it writes what a careless program
 * would: raw names in any bytes without a flag, old encryption, no surprises about times.  Every member
 * carries one fixed time, so that the same recipe gives the same bytes.  Members are written straight to the
 * file; archives beyond 4 GiB are not made.
 */
#ifndef SAMPLES_ZIPPER_H
#define SAMPLES_ZIPPER_H

#include <stdio.h>

#include <glib.h>

typedef enum {
    ZIPPER_UTF8 = 1,    /* set the UTF-8 flag */
    ZIPPER_STORE = 2,   /* do not compress */
    ZIPPER_ENCRYPT = 4, /* traditional encryption, password 123456 */
} ZipperFlags;

typedef struct Zipper Zipper;

/* Writes to FILE, which stays the caller's. */
Zipper *zipper_new(FILE *file);
/* Adds a member; NAME is raw bytes; a name that ends with / is a folder. */
void zipper_add(Zipper *zipper, const char *name, gconstpointer data, gsize size, ZipperFlags flags);
/* Adds the whole of FROM (read from its beginning) as a stored member. */
void zipper_add_file(Zipper *zipper, const char *name, FILE *from, ZipperFlags flags);
/* Writes the directory and frees. */
void zipper_finish(Zipper *zipper);

#endif
