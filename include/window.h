/*
 * window: a stretch of bytes that can be read at any place, of an open file or of memory.
 *
 * A stored ZIP inside a ZIP is a window of the outer file, so that it is read in place and never copied.  A
 * Window is a plain value; it borrows its descriptor or memory, which must outlive it.  Reading uses pread,
 * moves no file offset, and may be done by several threads at once.
 */
#ifndef ANJUAN_WINDOW_H
#define ANJUAN_WINDOW_H

#include <stddef.h>
#include <stdint.h>

#include <glib.h>

typedef struct {
    int fd;               /* -1: the bytes are in memory */
    const uint8_t *bytes; /* when fd is -1 */
    uint64_t start;       /* where in the file the window begins */
    uint64_t length;
} Window;

Window window_of_memory(const void *bytes, size_t length);
/* LENGTH bytes of the file FD from START on. */
Window window_of_file(int fd, uint64_t start, uint64_t length);
/* The part of WINDOW from START on, LENGTH bytes, cut to what WINDOW holds. */
Window window_part(const Window *window, uint64_t start, uint64_t length);

/* Reads exactly SIZE bytes at AT into BUFFER.  Input fault FAULT_DAMAGED when the window (or a file that
 * became shorter meanwhile) ends before, system fault when reading fails. */
gboolean window_read(const Window *window, uint64_t at, void *buffer, size_t size, GError **error);

/* Reads up to SIZE bytes at AT, fewer at the end.  Returns their number, or -1 and a system fault. */
gssize window_read_some(const Window *window, uint64_t at, void *buffer, size_t size, GError **error);

#endif
