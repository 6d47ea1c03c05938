/*
 * walk: the members of archives, archives within archives included.
 */
#ifndef ANJUAN_UNPACK_WALK_H
#define ANJUAN_UNPACK_WALK_H

#include "intake.h"

/* Takes in all members of BUNDLE, which lies at PATH (NULL for the package itself) and whose members are at
 * DEPTH.  Its budget has been granted (walk_budget). */
gboolean walk_bundle(Intake *intake, Bundle *bundle, const char *path, int64_t depth, GError **error);

/* Charges the archive to the package.  Returns NULL, or the name of the limit that it exceeds (and *LIMIT).
 */
const char *walk_budget(Intake *intake, const Archive *archive, int64_t *limit);

/* Takes in MEMBER, a regular file with content FD of member->size_bytes bytes, found outside any archive: as
 * a leaf or an archive.  Closes FD. */
gboolean walk_file(Intake *intake, Member *member, int fd, GError **error);

#endif
