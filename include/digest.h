/*
 * digest: SHA-256, as 64 lower-case hexadecimal digits in records and names of blobs.  The only file that includes libcrypto.
 */
#ifndef ANJUAN_DIGEST_H
#define ANJUAN_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#define DIGEST_HEX 64

typedef struct Digest Digest;

Digest *digest_new(void);
void digest_update(Digest *digest, const void *data, size_t size);
/* Writes the 64 digits and a NUL; the digest is then ready for a new message. */
void digest_finish(Digest *digest, char hex[DIGEST_HEX + 1]);
void digest_free(Digest *digest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Digest, digest_free)

/* The digest of SIZE bytes at DATA. */
void digest_bytes(const void *data, size_t size, char hex[DIGEST_HEX + 1]);
/* The digest of the file at PATH; system fault when it cannot be read or is no regular
 * file (a link to one is followed). */
gboolean digest_file(const char *path, char hex[DIGEST_HEX + 1], GError **error);
/* The digest of a folder of rules: over the sorted relative names and contents of all regular files below PATH. */
gboolean digest_folder(const char *path, char hex[DIGEST_HEX + 1], GError **error);
/* True for exactly 64 lower-case hexadecimal digits. */
bool digest_is_valid(const char *hex);

#endif
