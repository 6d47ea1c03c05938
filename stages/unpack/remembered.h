/*
 * remembered: what was found in packages before, so that what has not changed need not be read, or not
 * unpacked, to know its bytes.
 *
 * A file of a folder is known by what the file system says of it (SPEC 5.3): its path in the package, size,
 * times of change (ns), inode and device together; then neither it nor, when it is an archive, what it holds
 * is read.  It is remembered only when the newer of the times was at least two seconds old as the folder was
 * listed: a later change could not be told by the times otherwise.
 *
 * A package that is a ZIP is another file each time, and of what is in it the file system says nothing.  Its
 * leaves are known by all their bytes as they stand in the archive, packed, with the method, size and CRC
 * claimed beside them.  A code of these (digest.h) takes a tenth of the time of unpacking, checking and hashing
 * them, and nothing is believed but that the earlier look at the same bytes was right.  Neither name, time,
 * size nor CRC proves anything: another scan can be handed in with all of them equal.  It cannot have the
 * same code without the key, which is made at random and lies beside the codes in the season's work
 * folder.  Who can read that folder could deceive the program about a package of his own, to no end: what
 * counts then are the bytes that he handed in before.  Names, limits and archives are judged every time as
 * if nothing were known.
 *
 * An archive in such a package that is deflated would have to be unpacked for its members to be seen at all.
 * It is known by its packed bytes in the same way, together with its path, and stands for all that was found
 * in it, as a file of a folder does.
 *
 * What is damaged or exceeds a limit is not remembered: a second look may find another reason.  What is
 * remembered of a package stands until it is read again.  A cache, like the state of a run: without it
 * everything is read, to the same inventory.
 */
#ifndef ANJUAN_UNPACK_REMEMBERED_H
#define ANJUAN_UNPACK_REMEMBERED_H

#include <sys/stat.h>

#include "digest.h"
#include "rec_inventory.h"
#include "zipdir.h"

typedef struct Remembered Remembered;

/* What FILE says; nothing when it is NULL, not there, or made by another program or under limits other than
 * those of the digest LIMITS.  NOTES: what is read now is to be remembered in its turn.  Never NULL. */
Remembered *remembered_read(const char *file, const char *limits, bool notes);
void remembered_free(Remembered *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Remembered, remembered_free)

/* The package NAME is read: what is noted from now on was found in it. */
void remembered_begin(Remembered *self, const char *name);
/* The package NAME is not read: what was noted of it before stands. */
void remembered_keep(Remembered *self, const char *name);

/* ---- files of folders ---- */

/* One file and what it took of the package's budgets. */
typedef struct {
    char *signature;
    int64_t members, bytes; /* of Intake; the file itself is none of these members */
    GPtrArray *found;       /* Member: its own, then those in it */
} RememberedFile;

/* A file by its path in the package and what lstat said; 64 hexadecimal digits. */
void remembered_signature(const char *path, const struct stat *info, char signature[65]);

/* The file of that signature, or NULL.  Its members may be taken out of it. */
RememberedFile *remembered_find(const Remembered *self, const char *signature);

/* Notes a copy of FILE, of a folder listed at LISTED_NS (since the epoch); passes over what proves nothing. */
void remembered_note(Remembered *self, const RememberedFile *file, const struct stat *info, int64_t listed_ns);

/* An ArchiveWatch: adds the packed bytes that it is shown to MAC. */
void remembered_watch(const uint8_t *bytes, size_t size, gpointer mac);

/* ---- archives in a package that is a ZIP ---- */

/* Begins the code of MEMBER, an archive in the package in hand, which ENTRY holds: all its packed bytes are
 * still to be added.  NULL as of remembered_mac.  The code is a signature for remembered_find. */
Mac *remembered_archive_mac(const Remembered *self, const ZipEntry *entry, const Member *member);

/* Notes a copy of FILE, whose signature is the code of an archive.  RECALLED: it was not read again, and the leaves in it stay
 * known, too. */
void remembered_note_archive(Remembered *self, const RememberedFile *file, bool recalled);

/* ---- leaves of archives, for any number of threads at once ---- */

typedef struct {
    char *code;
    char *type, *sha256; /* of Member */
    int64_t size_bytes;
} RememberedLeaf;

/* Begins the code of the member ENTRY: all its packed bytes are still to be added.  NULL when nobody asks for
 * it: nothing is known and nothing is to be remembered. */
Mac *remembered_mac(const Remembered *self, const ZipEntry *entry);

/* Whether any leaf is known. */
bool remembered_knows_leaves(const Remembered *self);
/* The leaf of that code, or NULL. */
const RememberedLeaf *remembered_find_leaf(const Remembered *self, const char *code);

/* Notes MEMBER, which was read, under its code. */
void remembered_note_leaf(Remembered *self, const char *code, const Member *member);

/* ---- the end ---- */

/* Writes what was noted and kept to FILE; what was only read is forgotten.  Nothing happens when nothing was
 * noted.  System fault on failure. */
gboolean remembered_write(const Remembered *self, const char *file, GError **error);

#endif
