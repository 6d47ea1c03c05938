/*
 * digest: SHA-256, as 64 lower-case hexadecimal digits in records and names of blobs; and codes under a secret
 * key, by which the program knows bytes again that it has seen before.  The only file that includes libcrypto.
 *
 * A code takes an eighth of the time of a SHA-256 (it is GMAC of AES-256 at a nonce of zeroes: a polynomial
 * over all the bytes at a secret point), and is as good for one question: are these the bytes that had this
 * code?  Whoever does not have the key cannot make other bytes with the code of given ones but by guessing,
 * with one chance in 2^100 for each try at 16 MiB, however the bytes are chosen.  A checksum like CRC-32
 * would not do: anybody can make bytes that have it.
 *
 * Where the key is known the codes prove nothing, and whoever chooses the bytes must not be shown codes
 * under one key.  So a key stays with what it marks in the folder of records; codes name nothing and stand
 * in no result.  What names bytes is a digest.
 */
#ifndef ANJUAN_DIGEST_H
#define ANJUAN_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/* ---- codes under a secret key ---- */

#define MAC_KEY_HEX 64
#define MAC_HEX 32

typedef struct {
    uint8_t bytes[MAC_KEY_HEX / 2];
} MacKey;

/* A new key from the system's random numbers. */
void mac_key_make(MacKey *key);
/* The key in the 64 lower-case hexadecimal digits of HEX; false when it is anything else (NULL too). */
bool mac_key_parse(const char *hex, MacKey *key);
void mac_key_format(const MacKey *key, char hex[MAC_KEY_HEX + 1]);

/* A code in the making.  It holds KEY, which need not outlive it. */
typedef struct Mac Mac;

Mac *mac_new(const MacKey *key);
void mac_update(Mac *mac, const void *data, size_t size);
/* Writes the 32 digits and a NUL; nothing follows but mac_free. */
void mac_finish(Mac *mac, char hex[MAC_HEX + 1]);
void mac_free(Mac *mac);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Mac, mac_free)

#endif
