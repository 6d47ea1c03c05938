/*
 * jpegmeans: the mean of every 8x8 block of a plain JPEG scan, read off its Huffman codes without making a
 * pixel.
 *
 * A mean is the first coefficient of a block; of the other 63 only the end must be found.  A decoder looks at
 * every one of their codes by itself, which was half of the time of a night's run; here codes that nobody
 * needs are passed over several at a time (jpegcodes).  First only the ends of some blocks are found, and
 * then what each of them begins with is read: to find the ends is one long chain, where each step waits for
 * the one before, and nothing else belongs in it.
 *
 * Headers, tables and every unusual kind are the library's business (image_jpeg): what comes here is one
 * baseline scan of 8-bit samples that holds all components.  A scan is read to its last bit and must be
 * followed by the end marker at once.  Anything else — a code that no table has, a marker out of turn, a bit
 * too few or too many, a value out of range — makes the reading fail.  That is no verdict on the picture: the
 * library then reads it again and judges.
 */
#ifndef ANJUAN_JPEGMEANS_H
#define ANJUAN_JPEGMEANS_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "jpegcodes.h"

enum { JPEGMEANS_COMPONENTS_MAX = 3 };

typedef struct {
    unsigned across, down; /* blocks in a unit of the scan (MCU), 1 or 2 each */
    JpegCodes dc, ac;
} JpegComponent;

/* The first component is the one whose means are wanted; it must have the most blocks of all. */
typedef struct {
    uint32_t width_px, height_px;
    unsigned components; /* 1 or 3 */
    JpegComponent component[JPEGMEANS_COMPONENTS_MAX];
    unsigned dc_quantum;       /* step of the first coefficient, 1 to 255 */
    unsigned restart_interval; /* units between restart markers; 0: none */
} JpegScan;

/* Takes one row of means, 0 black to 255 white, one for each block that holds a pixel; rows come from the top. */
typedef void (*JpegMeansRow)(gpointer user, uint32_t row, const uint8_t *means, size_t count);

/* Reads the SIZE_BYTES at DATA, which begin behind the header of the scan.  Returns true when all of it was read and
 * nothing was unusual; otherwise the rows given so far mean nothing. */
bool jpegmeans_read(const JpegScan *scan, const uint8_t *data, size_t size_bytes, JpegMeansRow row, gpointer user);

#endif
