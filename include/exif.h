/*
 * exif: the resolution in the Exif segment of a JPEG, for cameras and copiers that write no JFIF header.
 *
 * Bounded, no recursion: only the first directory is looked at, only three of its entries are read, and every offset is
 * checked against the segment.
 */
#ifndef ANJUAN_EXIF_H
#define ANJUAN_EXIF_H

#include <stddef.h>
#include <stdint.h>

/* Sets *DPI_X and *DPI_Y to the recorded dots an inch, or both to 0 when SEGMENT (an APP1 segment without marker and
 * length, SIZE bytes) is no Exif, names no unit or cannot be read. */
void exif_resolution(const uint8_t *segment, size_t size_bytes, uint32_t *dpi_x, uint32_t *dpi_y);

#endif
