#include "exif.h"

#include <stdbool.h>
#include <string.h>

#include "scan.h"

/* A TIFF structure in memory; OFFSETs count from its first byte. */
typedef struct {
    const uint8_t *data;
    size_t size;
    bool big_endian;
} Tiff;

enum {
    TAG_X_RESOLUTION = 0x011a,
    TAG_Y_RESOLUTION = 0x011b,
    TAG_RESOLUTION_UNIT = 0x0128,
    TYPE_SHORT = 3,
    TYPE_RATIONAL = 5,
    UNIT_INCH = 2,
    UNIT_CM = 3,
    ENTRY_BYTES = 12
};

/* The number of BYTES bytes (at most 4) at OFFSET, 0 when it is not inside. */
static uint32_t number_at(const Tiff *tiff, size_t offset, size_t bytes)
{
    uint32_t value = 0;

    if (offset > tiff->size || tiff->size - offset < bytes)
        return 0;
    for (size_t i = 0; i < bytes; i++)
        value = value << 8 | tiff->data[offset + (tiff->big_endian ? i : bytes - 1 - i)];
    return value;
}

/* Dots an inch of the rational that the entry at OFFSET points to. */
static uint32_t rational_dpi(const Tiff *tiff, size_t entry, uint32_t unit_cmm)
{
    uint32_t place = number_at(tiff, entry + 8, 4);
    uint32_t top = number_at(tiff, place, 4);
    uint32_t bottom = number_at(tiff, (size_t)place + 4, 4);

    if (number_at(tiff, entry + 2, 2) != TYPE_RATIONAL || bottom == 0)
        return 0;
    return scan_dpi_from((uint64_t)top * 1000 / bottom, unit_cmm * 1000);
}

static uint32_t unit_length_cmm(const Tiff *tiff, size_t entry)
{
    uint32_t unit = number_at(tiff, entry + 2, 2) == TYPE_SHORT ? number_at(tiff, entry + 8, 2) : 0;
    return unit == UNIT_CM ? 1000 : unit == UNIT_INCH ? 2540 : 0;
}

static size_t find_entry(const Tiff *tiff, uint32_t tag)
{
    size_t directory = number_at(tiff, 4, 4);
    uint32_t count = number_at(tiff, directory, 2);

    for (uint32_t i = 0; i < count; i++) {
        size_t entry = directory + 2 + (size_t)i * ENTRY_BYTES;
        if (entry + ENTRY_BYTES > tiff->size)
            return 0;
        if (number_at(tiff, entry, 2) == tag)
            return entry;
    }
    return 0;
}

void exif_resolution(const uint8_t *segment, size_t size, uint32_t *dpi_x, uint32_t *dpi_y)
{
    *dpi_x = *dpi_y = 0;
    if (size < 14 || memcmp(segment, "Exif\0\0", 6) != 0)
        return;
    Tiff tiff = {segment + 6, size - 6, segment[6] == 'M'};
    size_t unit = find_entry(&tiff, TAG_RESOLUTION_UNIT);
    size_t x = find_entry(&tiff, TAG_X_RESOLUTION);
    size_t y = find_entry(&tiff, TAG_Y_RESOLUTION);
    uint32_t length_cmm = unit ? unit_length_cmm(&tiff, unit) : 2540; /* the standard's default is the inch */
    if (length_cmm == 0 || x == 0 || y == 0)
        return;
    *dpi_x = rational_dpi(&tiff, x, length_cmm);
    *dpi_y = rational_dpi(&tiff, y, length_cmm);
}
