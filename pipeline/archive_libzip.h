/*
 * archive_libzip: the packed bytes of members as libzip delivers them.  Only archive.c calls this.  It and
 * archive_pack.c, which writes what is our own and reads nothing, are the files that include zip.h.
 *
 * libzip reads the directory a second time, and may see another archive in the same bytes than the one that
 * was judged (zipdir.h).  So it is believed only where both agree: on the number of members, on method, sizes
 * and CRC of the one asked for, and on the very place that the bytes come from, which is watched while it
 * reads.  Whatever it refuses, sees differently or fails at, the caller reads by offset; so nothing here
 * raises a fault.
 *
 * libzip's costs are not linear: it reads a whole directory for every end record near the end of the archive
 * and believes the counts in them, and names made to collide slow its table of names down.  Archives that
 * could cost more than the limits below are not shown to it.
 *
 * Order: libzip_new; libzip_open_member, libzip_read, libzip_close_member, by any number of threads (they
 * take turns); libzip_free when all members are closed.  libzip itself starts with the first member.
 */
#ifndef ANJUAN_ARCHIVE_LIBZIP_H
#define ANJUAN_ARCHIVE_LIBZIP_H

#include <stdbool.h>

#include "window.h"
#include "zipdir.h"

#define LIBZIP_MAX_ENTRIES 10000           /* were all names to collide: 50 million comparisons */
#define LIBZIP_MAX_DIRECTORY_BYTES (4u << 20) /* of all directories that end records in reach claim */

typedef struct Libzip Libzip;
typedef struct LibzipMember LibzipMember;

/* For the archive in WINDOW with the judged DIRECTORY; both must outlive it. */
Libzip *libzip_new(const Window *window, const ZipDirectory *directory);
void libzip_free(Libzip *libzip);

/* Member INDEX of the directory, whose state is ZIPENTRY_FINE.  NULL where libzip and the directory do not
 * agree.  Free with libzip_close_member. */
LibzipMember *libzip_open_member(Libzip *libzip, guint index);
/* NULL is allowed. */
void libzip_close_member(LibzipMember *member);

/* The next SIZE packed bytes into BUFFER; false when they cannot be had or are not those of the directory:
 * then nothing that is in BUFFER counts, and MEMBER is of no more use. */
bool libzip_read(LibzipMember *member, void *buffer, size_t size);

#endif
