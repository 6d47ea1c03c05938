/*
 * submissions: the packages in the folder submissions/ and the units they belong to (SPEC 2).
 */
#ifndef ANJUAN_SUBMISSIONS_H
#define ANJUAN_SUBMISSIONS_H

#include <stdbool.h>

#include "rec_tables.h"

typedef struct {
    char *name; /* as records and people have it (name_of_package()), unlike every other in its list */
    char *path; /* on the disk */
    bool folder;
    bool special;          /* a symbolic link, device or pipe: never opened (PKG-005) */
    const UnitRow *unit;   /* NULL: matches none, or two */
    const UnitRow *second; /* the other one that fits as well */
    char signature[65];    /* "" when it could not be walked */
    int64_t newest_ns, size_bytes;
} Submitted;

/* The packages of FOLDER in natural order of name: folders, and files of any kind; hidden entries, Thumbs.db and the like are left out.
 * System fault when the folder cannot be read or holds nothing.  Free with g_ptr_array_unref. */
GPtrArray *submissions_list(const char *folder, const Tables *tables, GError **error);

/* True when a package that records call NAME lies in FOLDER. */
bool submissions_has(const char *folder, const char *name);

/* The name that the package at PATH gets on its own.  Caller frees. */
char *submissions_name(const char *path);

/* The packages at PATHS (NULL-terminated), all given to UNIT (NULL: told by their names).  Input fault when one is not there. */
GPtrArray *submissions_given(char **paths, const Tables *tables, const UnitRow *unit, GError **error);

/* The unit whose id, name or alias begins NAME (a package's name, with or without .zip); the longest that fits decides.  *SECOND is
 * set, and NULL returned, when two units fit equally well, or the name joins another to it (中方县和会同县). */
const UnitRow *submissions_match(const Tables *tables, const char *name, const UnitRow **second);

/* The finding on a row of `units` that cannot be used, and whose unit NAME fits; borrowed, NULL for none. */
const Finding *submissions_lost(const Tables *tables, const char *name);
/* The names of the units that NAME fits so, one a line.  Caller frees. */
char *submissions_rivals(const Tables *tables, const char *name);

/* The unit that TEXT names exactly, by id, name or alias, after folding; NULL when none does. */
const UnitRow *submissions_unit(const Tables *tables, const char *text);

#endif
