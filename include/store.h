/*
 * store: every byte that was handed in, once, under the name of its SHA-256: DIR/sha256/ab/<62 hex>.
 *
 * Append-only: a blob is written to DIR/tmp, and comes under its final name, read-only, only in store_commit,
 * after one syncfs for all of them.  A blob under its final name is therefore always whole, whatever
 * happened, and may be trusted by its size; what a killed process left in DIR/tmp is worth nothing.  Several
 * processes may write to one store at once.
 *
 * Order: store_open; store_put and store_writer_… by any number of threads; when all of them are done,
 * store_commit; then write the record that names the blobs; store_free.
 */
#ifndef ANJUAN_STORE_H
#define ANJUAN_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "digest.h"

typedef struct Store Store;

/* Opens DIR for writing, making it and what belongs in it when it is not there.  NULL and a system fault. */
Store *store_open(const char *dir, GError **error);
/* Removes what was put and not committed. */
void store_free(Store *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Store, store_free)

/* From now on a blob counts as being there only when its bytes are still those of its name: what is put again heals a damaged one. */
void store_distrust(Store *store);

/* From now on blobs that the store HELD (a folder like DIR; NULL: none) has are taken for being there; HELD is never written. */
void store_look_into(Store *store, const char *held);

/* Puts SIZE bytes; DIGEST becomes their name.  Writes nothing when they are there already.  System fault on
 * failure. */
gboolean store_put(Store *store, const void *bytes, size_t size, char digest[DIGEST_HEX + 1], GError **error);

/* A blob whose bytes come piece by piece. */
typedef struct StoreWriter StoreWriter;
StoreWriter *store_writer_new(Store *store, GError **error);
gboolean store_writer_write(StoreWriter *writer, const void *bytes, size_t size, GError **error);
/* A descriptor that reads what was written so far; belongs to the writer. */
int store_writer_fd(const StoreWriter *writer);
/* Gives the blob its name and size, and frees WRITER, whether it succeeds or not. */
gboolean store_writer_finish(StoreWriter *writer, char digest[DIGEST_HEX + 1], uint64_t *size,
                             GError **error);
/* Throws away what was written; NULL is allowed. */
void store_writer_free(StoreWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(StoreWriter, store_writer_free)

/* Makes everything put so far durable and visible.  Does nothing when nothing new was put. */
gboolean store_commit(Store *store, GError **error);

/* True when a blob of that name and SIZE is in the store (committed, put by STORE, or in the one looked into). */
bool store_has(Store *store, const char *digest, uint64_t size);

/* A file without a name in the store's file system, for what is needed while a package is read.  The caller
 * closes it. -1 and a system fault. */
int store_scratch(Store *store, GError **error);

/* True when PATH lies, whatever links lead there, in the folder of receipts of the store. */
bool store_holds_receipt(const Store *store, const char *path);

/* Where the stages that read blobs find them: in DIR, or else in HELD (NULL: there is no other). */
typedef struct {
    const char *dir, *held;
} StoreDirs;

/* The path of a blob below the store DIR; caller frees.  For the stages that read blobs. */
char *store_blob_path(const char *dir, const char *digest);

/* The same of a blob in one of DIRS. */
char *store_find_blob(const StoreDirs *dirs, const char *digest);

/* Removes what killed processes left in DIR/tmp.  Only for one who knows that none is at work (the holder of
 * the season's lock). */
gboolean store_clean(const char *dir, GError **error);

#endif
