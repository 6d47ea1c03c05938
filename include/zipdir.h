/*
 * zipdir: the central directory of a ZIP archive, read and judged by ourselves.
 *
 * Kept libraries hide what we must see (raw names, NUL, offsets) or refuse whole archives for harmless
 * oddities, so this reader gives every entry as it stands and judges it before a byte is inflated.  It reads
 * ZIP64, archives with bytes before or after them, and wrong entry counts; it needs an intact directory, and
 * says FAULT_DAMAGED where there is none.
 *
 * Calling order: zipdir_read, look at the entries, zipdir_free.  Local headers are read too, in the order of
 * their offsets, so that data_offset is known, entries that disagree with their own header in what matters
 * are marked damaged, and stretches that overlap are found exactly.  Time is linear in the size of the
 * directory but for one sort.
 *
 * Everything is checked: no length or offset of the archive is believed before it was compared with what is
 * there.
 */
#ifndef ANJUAN_ZIPDIR_H
#define ANJUAN_ZIPDIR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "window.h"

/* Directories longer than this are refused (FAULT_LIMIT): 200 000 entries with names of 300 bytes fit. */
#define ZIPDIR_MAX_BYTES (64u << 20)

typedef enum {
    ZIPENTRY_FINE,
    ZIPENTRY_DAMAGED, /* no local header where it should be, sizes or methods that disagree, data beyond the
                         archive */
    ZIPENTRY_ENCRYPTED,
    ZIPENTRY_METHOD,  /* neither stored nor deflated */
    ZIPENTRY_OVERLAP, /* shares bytes with another entry */
    ZIPENTRY_LINK,    /* a symbolic link */
    ZIPENTRY_SPECIAL  /* a device, pipe or socket */
} ZipEntryState;

enum { ZIP_METHOD_STORED = 0, ZIP_METHOD_DEFLATED = 8 };

typedef struct {
    const uint8_t *name; /* raw, not terminated; belongs to the directory */
    const uint8_t *extra;
    uint16_t name_size;
    uint16_t extra_size;
    uint16_t method;
    bool folder; /* name ends with a separator, or marked as one, and without data */
    ZipEntryState state;
    uint32_t crc;
    uint64_t header_offset; /* within the window */
    uint64_t data_offset;   /* within the window; 0 when damaged */
    uint64_t packed_size;   /* bytes in the archive */
    uint64_t size;          /* bytes as claimed */
} ZipEntry;

typedef struct {
    guint count;
    ZipEntry *entries; /* in directory order */
    uint8_t *bytes;    /* the directory as read; names and extra fields point into it */
} ZipDirectory;

/* Reads the directory of the archive in WINDOW.  NULL and an input fault: FAULT_DAMAGED (no intact
 * directory), FAULT_UNSUPPORTED (in several parts), FAULT_ENCRYPTED (the directory itself), FAULT_LIMIT (more
 * than MAX_ENTRIES, or a directory beyond ZIPDIR_MAX_BYTES); or a system fault.  Free with zipdir_free. */
ZipDirectory *zipdir_read(const Window *window, uint64_t max_entries, GError **error);
void zipdir_free(ZipDirectory *directory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ZipDirectory, zipdir_free)

#endif
