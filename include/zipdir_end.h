/*
 * zipdir_end: where the central directory of a ZIP archive lies.  Only zipdir.c calls this.
 *
 * The end record is looked for from the end of the window backwards, over as many bytes as a comment may
 * have, so bytes after the archive do no harm; bytes before it show as a shift between the offsets written
 * and those found.  An end record is believed only when a directory begins where it says.
 */
#ifndef ANJUAN_ZIPDIR_END_H
#define ANJUAN_ZIPDIR_END_H

#include <stdint.h>

#include <glib.h>

#include "window.h"

typedef struct {
    uint64_t start; /* of the directory, within the window */
    uint64_t size;
    int64_t shift; /* to be added to every offset written in the archive */
} ZipEnd;

/* FALSE and FAULT_DAMAGED when there is no believable end record, FAULT_UNSUPPORTED when the archive is one
 * part of several. */
gboolean zipdir_find_end(const Window *window, ZipEnd *end, GError **error);

#endif
