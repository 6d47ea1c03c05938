/*
 * zipmaker: ZIP archives made byte by byte, with the faults that a test asks for.
 *
 *     const ZipRecipe recipe[] = {
 *         {.name = "好.txt", .text = "good"},
 *         {.name = "坏.txt", .text = "bad", .crc_xor = 1},
 *     };
 *     g_autoptr(GBytes) zip = zip_make(recipe, G_N_ELEMENTS(recipe), NULL);
 *
 * A member without any fault is what every ZIP program reads.  Faults are named by what differs.
 */
#ifndef ANJUAN_TEST_ZIPMAKER_H
#define ANJUAN_TEST_ZIPMAKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

typedef struct {
    const char *name;
    size_t name_size; /* 0: strlen(name); else for names with NUL */
    const char *text; /* the content … */
    GBytes *bytes;    /* … or this, borrowed */
    bool deflate;
    uint16_t flags;      /* added: 1 encrypted, 0x800 UTF-8 */
    uint16_t method;     /* claimed instead of 0 or 8 */
    uint32_t mode;       /* Unix mode, S_IFLNK | 0777 … */
    uint32_t crc_xor;    /* spoils the CRC */
    int64_t size_add;    /* added to the claimed size, directory and header */
    int64_t packed_add;  /* added to the claimed packed size, directory only */
    int64_t offset_add;  /* added to the offset in the directory */
    bool same_place;     /* the directory points at the data of the member before */
    bool zip64;          /* sizes and offset in a ZIP64 field */
    bool descriptor;     /* sizes behind the data */
    const char *unicode; /* Unicode Path field … */
    bool unicode_stale;  /* … whose CRC does not fit */
} ZipRecipe;

typedef struct {
    const char *before, *after; /* bytes around the archive */
    bool zip64;                 /* ZIP64 end record */
    uint16_t part;              /* number of this part in the end record */
    int count_add;              /* added to the number of entries */
    size_t cut;                 /* bytes cut off at the end */
} ZipOptions;

/* OPTIONS may be NULL.  Free with g_bytes_unref. */
GBytes *zip_make(const ZipRecipe *recipes, size_t count, const ZipOptions *options);

/* COUNT bytes of C. */
GBytes *bytes_repeat(char c, size_t count);
/* COUNT bytes that do not compress, always the same for one SEED. */
GBytes *bytes_noise(uint32_t seed, size_t count);
/* Writes BYTES to FOLDER/NAME and returns that path; caller frees. */
char *bytes_save(GBytes *bytes, const char *folder, const char *name);

#endif
