/*
 * remembered: what was found in files of folders before, by what the file system says of them (SPEC 5.3): an unchanged file need not
 * be read to know its bytes, nor an unchanged archive what it holds.
 *
 * A file is known by its path in the package, size, times of change (ns), inode and device together.  It is remembered only when the
 * newer of the times was at least two seconds old as the folder was listed: a later change could not be told by the times otherwise.
 * Nor is one in which something is damaged or exceeds a limit: a second look may find another reason.  A cache, like the state of a run: without it everything is read, to the same inventory.
 */
#ifndef ANJUAN_UNPACK_REMEMBERED_H
#define ANJUAN_UNPACK_REMEMBERED_H

#include <sys/stat.h>

#include "rec_inventory.h"

typedef struct Remembered Remembered;

/* One file and what it took of the package's budgets. */
typedef struct {
    char *signature;
    int64_t members, bytes; /* of Intake; the file itself is none of these members */
    GPtrArray *found;       /* Member: its own, then those in it */
} RememberedFile;

/* What FILE says; nothing when it is NULL, not there, or made by another program or under limits other than those of the digest
 * LIMITS.  Never NULL. */
Remembered *remembered_read(const char *file, const char *limits);
void remembered_free(Remembered *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Remembered, remembered_free)

/* A file by its path in the package and what lstat said; 64 hexadecimal digits. */
void remembered_signature(const char *path, const struct stat *info, char signature[65]);

/* The file of that signature, or NULL.  Its members may be taken out of it. */
RememberedFile *remembered_find(const Remembered *self, const char *signature);

/* Notes a copy of FILE, of a folder listed at LISTED_NS (since the epoch); passes over what proves nothing. */
void remembered_note(Remembered *self, const RememberedFile *file, const struct stat *info, int64_t listed_ns);

/* Writes what was noted to FILE; what was only read is forgotten.  Nothing happens when FILE is NULL or nothing was noted.  System
 * fault on failure. */
gboolean remembered_write(const Remembered *self, const char *file, GError **error);

#endif
