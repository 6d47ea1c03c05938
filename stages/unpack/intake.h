/*
 * intake: one run of the stage: what is shared while packages are walked.
 *
 * The walker (one thread) goes through a package in a fixed order, makes a Member for everything it meets,
 * judges names, limits and archives, and hands each leaf that may be read to the workers (leaf.h), which fill
 * in type, digest and state of that Member.  All budgets are kept by the walker and go by sizes as claimed,
 * which no member can exceed when it is read; so the record does not depend on how many workers there are or
 * which is faster.
 *
 * A fault returned by any function here is a system fault and ends the run; whatever is wrong with a package
 * stands in its members.
 */
#ifndef ANJUAN_UNPACK_INTAKE_H
#define ANJUAN_UNPACK_INTAKE_H

#include "archive.h"
#include "membername.h"
#include "rec_inventory.h"
#include "remembered.h"
#include "season.h"
#include "store.h"

typedef struct Workers Workers; /* leaf.h */

typedef struct {
    const SeasonLimits *limits;
    Store *store;
    NameDecoder *decoder;
    Unpacker *unpacker; /* the walker's */
    Workers *workers;
    Remembered *remembered; /* files of folders that were read before */
    /* the package in hand */
    Package *package;
    uint64_t members; /* met so far, in all its archives */
    uint64_t bytes;   /* claimed so far, in all its archives */
    GArray *archives; /* Brought: those in a package that is a ZIP which are known by their packed bytes */
} Intake;

/* What a file of a folder, or an archive, brought to the package: its own member and what is in it, one after the other, and what that
 * took of the budgets. */
typedef struct {
    char signature[65]; /* remembered_signature, or a code */
    bool recalled;      /* it was not read again */
    guint first, count; /* of the package's members */
    uint64_t members, bytes;
} Brought;

/* Before and after a file or archive is taken in whose own member is the last of the package. */
void brought_begin(Brought *brought, const Intake *intake);
void brought_end(Brought *brought, const Intake *intake);
/* BROUGHT as it is remembered; its strings and members are borrowed.  Caller unrefs its list FOUND. */
RememberedFile brought_file(Brought *brought, const Intake *intake);

/* Takes in what is remembered of the signature of BROUGHT, which was begun: TRUE when the store has all of it still and no limit is
 * near.  Its own member then gives way to what was found before. */
bool intake_recall(Intake *intake, Brought *brought);

/* An open archive and what it needs to stay open, counted: the walker holds one while it walks, each leaf job
 * one. */
typedef struct Bundle Bundle;
struct Bundle {
    Archive *archive;
    int fd;         /* owned; -1 when it lies in its parent */
    Bundle *parent; /* held; NULL when it has a file of its own */
};

/* Opens the archive in WINDOW.  FD (read instead of WINDOW's, owned from now on, also on failure) or PARENT
 * (held) keeps its bytes.  NULL and a fault as of archive_open. */
Bundle *bundle_new(const Window *window, int fd, Bundle *parent, uint64_t max_entries, GError **error);
Bundle *bundle_hold(Bundle *bundle);
void bundle_drop(Bundle *bundle);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bundle, bundle_drop)

/* A new member of the package in hand with the raw name NAME, SIZE bytes, found at DEPTH below PARENT (a
 * path, or NULL).  EXTRA as in name_decode. Its state is MEMBER_UNSAFE or MEMBER_LIMIT when the name is
 * refused, MEMBER_JUNK for junk, else MEMBER_READ.  NULL for a folder whose name is in order, of which no
 * record is kept: FOLDER says that the caller knows it for one. */
typedef struct {
    const uint8_t *raw, *extra;
    size_t raw_size, extra_size;
    const char *parent;
    int64_t depth, size_bytes;
    bool folder;
    bool on_disk; /* RAW is a path on a disk, NUL-terminated */
} FoundName;
Member *intake_member(Intake *intake, const FoundName *found);

/* PACKAGE cannot be read (PKG-001), for REASON, a code of rec_inventory.h. */
void package_refuse(Package *package, const char *reason);
/* PACKAGE as a whole is over a limit of the season, by its name and value (PKG-006). */
void package_exceeds(Package *package, const char *limit_name, int64_t limit);
/* Refuses MEMBER: a limit of the season, by its name and value. */
void member_exceeds(Member *member, const char *limit_name, int64_t limit);
void member_refuse(Member *member, MemberState state, const char *reason);

/* True when the extension of PATH is one of EXTENSIONS ("zip", …), NULL-terminated. */
bool path_has_extension(const char *path, const char *const *extensions);

#endif
