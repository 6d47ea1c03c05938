/*
 * program: what a program says of itself.  The digest is made at build time over the library, the contracts and the
 * program's own sources, and stands in every record it writes (SPEC 5.2), so that a changed program makes its records stale.
 */
#ifndef ANJUAN_PROGRAM_H
#define ANJUAN_PROGRAM_H

#define ANJUAN_VERSION "0.1.0"

/* 64 lower-case hexadecimal digits; defined by a generated source file of each program. */
extern const char program_digest[];

/* In the front command: the digests of all stage programs it was built with, ended by {NULL, NULL}. */
typedef struct {
    const char *stage; /* "unpack" */
    const char *sha256;
} StageDigest;
extern const StageDigest stage_digests[];

/* The libraries it was built with, for the manifest; ended by {NULL, NULL}. */
typedef struct {
    const char *name, *version;
} LibraryVersion;
extern const LibraryVersion library_versions[];

#endif
