/*
 * jpegcodes: the Huffman tables of a component of a JPEG scan, made into tables of steps.
 *
 * A step passes over as many codes as the next JPEG_LOOK_BITS bits hold whole, values and all, up to the end
 * of the block at most. Steps look the same whether they begin a block or not and end it or not, so that a
 * reader needs no branch that depends on what it reads: nothing could foresee it on a scanned page, and a
 * processor that guessed wrong loses more time than a whole step takes.
 *
 * What has no step (a code longer than the table looks, a value longer than a step may be, a code that does
 * not exist) is read one code at a time.
 */
#ifndef ANJUAN_JPEGCODES_H
#define ANJUAN_JPEGCODES_H

#include <stdbool.h>
#include <stdint.h>

enum {
    JPEG_LOOK_BITS = 12, /* two or three codes of a scanned page, and tables that stay in the cache */
    JPEG_LOOK_COUNT = 1 << JPEG_LOOK_BITS,
    JPEG_BLOCK_COEFFICIENTS = 64,
    JPEG_CODE_BITS_MAX = 16,
    JPEG_SYMBOLS_MAX = 256,
    JPEG_ONE_BITS_MAX = 31, /* of a code and its value */
    JPEG_STEP_BITS_MAX = 25 /* of a step from a table: of 56 known bits it leaves JPEG_ONE_BITS_MAX */
};

/* A Huffman table as a file has it: how many codes of each length (counts[1] to counts[16]), and their
 * symbols. */
typedef struct {
    const uint8_t *counts;
    const uint8_t *symbols; /* as many as there are codes */
} JpegCodes;

/* A copy of one; behind the symbols are zeros. */
typedef struct {
    uint8_t counts[JPEG_CODE_BITS_MAX + 1];
    uint8_t symbols[JPEG_SYMBOLS_MAX];
} JpegCodesKept;

/* How many bits go (the lowest six), how many coefficients with them (the next six), whether the block goes
 * on behind them (the sign). */
typedef int16_t JpegStep;
enum {
    JPEG_STEP_BITS = 63,
    JPEG_STEP_COEFFICIENTS = 63 << 6,
    JPEG_STEP_COEFFICIENTS_SHIFT = 6,
    JPEG_STEP_SIGN_SHIFT = 15,
    /* Stands where there is no step, and looks like one too long for any block: a reader has just that to
     * ask. */
    JPEG_STEP_NONE = JPEG_STEP_COEFFICIENTS
};

typedef struct {
    /* By the bits that follow. With what was passed before, a step may reach 63 coefficients: then it counts
     * for nothing, because what comes behind a full block is another block. */
    JpegStep begin[JPEG_LOOK_COUNT];     /* from the beginning of a block */
    JpegStep inside[JPEG_LOOK_COUNT];    /* from a later coefficient */
    int16_t difference[JPEG_LOOK_COUNT]; /* of means, at the beginning; JPEG_LONG: it needs more bits */
    /* One code at a time: */
    uint8_t first[JPEG_LOOK_COUNT]; /* bits of code (low half; 0: none so short) and value (high half) */
    JpegStep later[JPEG_LOOK_COUNT]; /* 0: none so short */
    uint32_t limit[JPEG_CODE_BITS_MAX + 1]; /* codes of each length, as high bits of 16, lie below this */
    int offset[JPEG_CODE_BITS_MAX + 1];     /* index of a symbol less its code */
    int count;                              /* of the symbols so far */
    bool is_made;
    JpegCodesKept dc, ac; /* what all this was made of */
} JpegCoding;

enum { JPEG_LONG = INT16_MIN }; /* no difference: 15 bits reach from -32767 to 32767 */

/* Makes the tables for the codes of means (DC) and of other coefficients (AC). CODING is all zeros or was
 * made before; if of the same codes, it stays as it is, for most pages of a package come from one scanner.
 * False when a table makes no code, or has a symbol that 8-bit samples cannot have. */
bool jpegcoding_make(JpegCoding *coding, JpegCodes dc, JpegCodes ac);

/* The step for one code and its value, where BITS follow (the next one highest, JPEG_ONE_BITS_MAX of them
 * known) and so many coefficients of the block are passed. It ends the block when that is full. 0: there is
 * no such code. */
JpegStep jpegcoding_step_one(const JpegCoding *coding, uint64_t bits, unsigned passed);

/* The difference of means whose code and value BITS begin with, where there is no short cut. */
int jpegcoding_difference_long(const JpegCoding *coding, uint32_t bits);

/* Coefficients that STEP passes over. */
static inline unsigned jpegstep_coefficients(JpegStep step)
{
    return (unsigned)(step & JPEG_STEP_COEFFICIENTS) >> JPEG_STEP_COEFFICIENTS_SHIFT;
}

/* Whether the block goes on behind STEP: all bits set, or none. */
static inline int jpegstep_goes_on(JpegStep step)
{
    return step >> JPEG_STEP_SIGN_SHIFT;
}

/* The difference of means that a block begins with. BITS are its first 32, of which JPEG_ONE_BITS_MAX are
 * known; they must begin with a code. */
static inline int jpegcoding_difference(const JpegCoding *coding, uint32_t bits)
{
    int difference = coding->difference[bits >> (32 - JPEG_LOOK_BITS)];
    return difference != JPEG_LONG ? difference : jpegcoding_difference_long(coding, bits);
}

#endif
