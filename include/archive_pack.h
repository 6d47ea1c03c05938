/*
 * archive_pack: a small ZIP archive made in memory, for documents that we write ourselves.
 *
 * Members stand in the order given, stored as they are and without time or owner, so that the same parts give
 * the same bytes whatever compressor the machine has.
 */
#ifndef ANJUAN_ARCHIVE_PACK_H
#define ANJUAN_ARCHIVE_PACK_H

#include <stddef.h>

#include <glib.h>

typedef struct {
    const char *name; /* within the archive, ASCII */
    const void *data;
    size_t size;
} ArchivePart;

/* The archive; *SIZE its bytes.  Caller frees with g_free.  NULL and a system fault when it cannot be made.
 */
char *archive_pack(const ArchivePart *parts, gsize n_parts, size_t *size, GError **error);

#endif
