/*
 * archive: the members of ZIP archives.  The wall around libzip, libdeflate and zlib.
 *
 * Opening reads and judges the directory (zipdir.h); an open archive does not change, so threads may share
 * it, each with an Unpacker of its own, which holds the buffers.  Deflated bytes come through libzip where it
 * opens the archive and agrees with the judged directory about the member and its place, and by the judged
 * offset where it refuses or disagrees: two readers may see different archives in the same bytes, and what is
 * read must be what was judged.  The bytes are the same either way; archive_way tells which it is.  Stored
 * bytes, and what is only peeked at or skimmed, are always read by the judged offset.
 *
 * A small member is inflated in one piece by libdeflate; a large one is streamed by zlib; a stored one is
 * just read.  The bytes are counted as they come out and never exceed the size claimed, which archive_judge
 * compares with the limits beforehand; CRC and size are verified before the last piece counts.
 */
#ifndef ANJUAN_ARCHIVE_H
#define ANJUAN_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "window.h"
#include "zipdir.h"

/* One large buffer each way a thread: members up to these sizes take the quick way. */
#define ARCHIVE_QUICK_PACKED_BYTES (8u << 20)
#define ARCHIVE_QUICK_BYTES (16u << 20)

typedef struct Archive Archive;

/* Opens the archive in WINDOW, whose descriptor or memory must outlive it.  At most MAX_ENTRIES entries. NULL
 * and a fault as of zipdir_read.  Free with archive_free. */
Archive *archive_open(const Window *window, uint64_t max_entries, GError **error);
void archive_free(Archive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Archive, archive_free)

const Window *archive_window(const Archive *archive);
guint archive_count(const Archive *archive);
/* INDEX is below archive_count; belongs to the archive. */
const ZipEntry *archive_entry(const Archive *archive, guint index);
/* The index of the member with the raw name NAME, else of the first that differs only in ASCII case; -1 when
 * there is none. */
gssize archive_find(const Archive *archive, const char *name);

/* Limits on one member (SPEC 4.5); 0: none. */
typedef struct {
    uint64_t member_bytes;
    uint64_t ratio;             /* bytes out for one byte in … */
    uint64_t ratio_above_bytes; /* … for members larger than this */
} ArchiveLimits;

typedef enum {
    ARCHIVE_FINE,
    ARCHIVE_DAMAGED,
    ARCHIVE_ENCRYPTED,
    ARCHIVE_METHOD, /* a compression method that is not read */
    ARCHIVE_LINK,
    ARCHIVE_SPECIAL,
    ARCHIVE_OVERLAP,
    ARCHIVE_MEMBER_BYTES,
    ARCHIVE_RATIO
} ArchiveVerdict;

/* Whether the member may be read, from its directory record alone. */
ArchiveVerdict archive_judge(const ZipEntry *entry, const ArchiveLimits *limits);

typedef enum {
    ARCHIVE_UNREADABLE, /* archive_judge (without limits) refuses the member */
    ARCHIVE_BY_LIBZIP,
    ARCHIVE_BY_OFFSET
} ArchiveWay;

/* How the packed bytes of the member are got. */
ArchiveWay archive_way(const Archive *archive, guint index);

typedef struct Unpacker Unpacker;

/* Buffers and decompressors of one thread. */
Unpacker *unpacker_new(void);
void unpacker_free(Unpacker *unpacker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Unpacker, unpacker_free)

/* True when unpacker_read can take the member in one piece. */
bool archive_is_quick(const ZipEntry *entry);

/* The first bytes of a readable member, up to SIZE, into BUFFER.  Returns their number, 0 where they cannot
 * be had. */
size_t unpacker_peek(Unpacker *unpacker, const Archive *archive, guint index, uint8_t *buffer, size_t size);

/* A buffer of SIZE bytes, at most ARCHIVE_QUICK_BYTES, that belongs to UNPACKER until its next use: for
 * reading files that are in no archive without a buffer of their own. */
uint8_t *unpacker_buffer(Unpacker *unpacker, size_t size);

/* All bytes of a member for which archive_is_quick holds, NUL-terminated, verified.  They belong to UNPACKER
 * until its next use.  NULL and FAULT_DAMAGED (CRC, size, structure), another input fault when archive_judge
 * (without limits) would refuse it, or a system fault. */
const uint8_t *unpacker_read(Unpacker *unpacker, const Archive *archive, guint index, GError **error);

/* Takes the next SIZE bytes of a member; FALSE and a fault stop the reading. */
typedef gboolean (*ArchiveSink)(const uint8_t *bytes, size_t size, gpointer data, GError **error);

/* The same for a member of any size, piece by piece.  The sink may have taken bytes of a member that then
 * turns out damaged. */
gboolean unpacker_stream(Unpacker *unpacker, const Archive *archive, guint index, ArchiveSink sink,
                         gpointer data, GError **error);

/* Is shown the next SIZE packed bytes of a member as they stand in the archive. */
typedef void (*ArchiveWatch)(const uint8_t *bytes, size_t size, gpointer data);

/* From now on WATCH (NULL: nobody) is shown the packed bytes that UNPACKER reads. */
void unpacker_watch(Unpacker *unpacker, ArchiveWatch watch, gpointer data);

/* Reads all packed bytes of a member at the judged offset for the one who watches, and unpacks nothing.  FALSE
 * and an input fault when archive_judge (without limits) would refuse it, or a system fault. */
gboolean unpacker_skim(Unpacker *unpacker, const Archive *archive, guint index, GError **error);

/* The bytes of one member, at most MAX_BYTES (else FAULT_LIMIT), NUL-terminated; caller frees with g_free.
 * For readers of documents that need a few members whole. */
uint8_t *archive_read(const Archive *archive, guint index, size_t max_bytes, size_t *size, GError **error);

/* CRC-32 as ZIP has it. */
uint32_t archive_crc32(const void *bytes, size_t size);

#endif
