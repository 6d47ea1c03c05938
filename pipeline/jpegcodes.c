#include "jpegcodes.h"

#include <glib.h>
#include <string.h>

enum {
    /* A symbol: how many zeros come before (high half), how many bits the value has (low half). */
    SIZE_MASK = 15,
    RUN_OF_ZEROS = 15
};

/* ---- codes ---- */

/* Takes a code into the tables; false when they have no use for such a symbol. */
typedef bool (*CodeAdd)(JpegCoding *coding, unsigned code, unsigned length, unsigned symbol);

/* Calls ADD for every code.  False when the lengths make no code: as the library has it, none is all ones. */
static bool codes_each(const JpegCodesKept *codes, CodeAdd add, JpegCoding *coding)
{
    unsigned code = 0, index = 0;
    for (unsigned length = 1; length <= JPEG_CODE_BITS_MAX; length++, code <<= 1)
        for (unsigned i = 0; i < codes->counts[length]; i++, code++, index++)
            if (code + 1 >= 1U << length || !add(coding, code, length, codes->symbols[index]))
                return false;
    return true;
}

/* How many entries of a table stand for a code, and the first of them. */
static unsigned entries_of(unsigned code, unsigned length, unsigned *first)
{
    *first = length <= JPEG_LOOK_BITS ? code << (JPEG_LOOK_BITS - length) : 0;
    return length <= JPEG_LOOK_BITS ? 1U << (JPEG_LOOK_BITS - length) : 0;
}

static JpegStep make_step(unsigned bits, unsigned coefficients, bool goes_on)
{
    unsigned sign = (unsigned)goes_on << JPEG_STEP_SIGN_SHIFT;
    return (JpegStep)(bits | coefficients << JPEG_STEP_COEFFICIENTS_SHIFT | sign);
}

static JpegStep step_of(unsigned length, unsigned symbol)
{
    unsigned size = symbol & SIZE_MASK, run = symbol >> 4;
    bool goes_on = size > 0 || run == RUN_OF_ZEROS;
    return make_step(length + size, goes_on ? run + 1 : 0, goes_on);
}

static bool add_ac(JpegCoding *coding, unsigned code, unsigned length, unsigned symbol)
{
    unsigned first, entries = entries_of(code, length, &first);
    for (unsigned i = 0; i < entries; i++)
        coding->later[first + i] = step_of(length, symbol);
    coding->limit[length] = (code + 1) << (JPEG_CODE_BITS_MAX - length);
    coding->offset[length] = coding->count++ - (int)code;
    return true;
}

static bool add_dc(JpegCoding *coding, unsigned code, unsigned length, unsigned symbol)
{
    unsigned first, entries = entries_of(code, length, &first);
    memset(&coding->first[first], (uint8_t)(length | symbol << 4), entries);
    return symbol <= SIZE_MASK;
}

static bool keep_codes(JpegCodes codes, JpegCodesKept *kept)
{
    size_t count = 0;
    for (unsigned length = 1; length <= JPEG_CODE_BITS_MAX; length++) {
        kept->counts[length] = codes.counts[length];
        count += codes.counts[length];
    }
    if (count <= JPEG_SYMBOLS_MAX)
        memcpy(kept->symbols, codes.symbols, count);
    return count <= JPEG_SYMBOLS_MAX;
}

/* ---- steps ---- */

static JpegStep first_step(const JpegCoding *coding, unsigned look)
{
    unsigned first = coding->first[look], length = first & 15;
    if (length == 0)
        return 0;
    return make_step(length + (first >> 4), 1, true);
}

/* The step for a later code longer than JPEG_LOOK_BITS. */
static JpegStep long_step(const JpegCoding *coding, uint64_t bits)
{
    unsigned next = (unsigned)(bits >> (64 - JPEG_CODE_BITS_MAX));
    for (unsigned length = JPEG_LOOK_BITS + 1; length <= JPEG_CODE_BITS_MAX; length++)
        if (next < coding->limit[length]) {
            int index = (int)(next >> (JPEG_CODE_BITS_MAX - length)) + coding->offset[length];
            if (index < 0 || index >= JPEG_SYMBOLS_MAX)
                return 0;
            return step_of(length, coding->ac.symbols[index]);
        }
    return 0;
}

JpegStep jpegcoding_step_one(const JpegCoding *coding, uint64_t bits, unsigned passed)
{
    unsigned look = (unsigned)(bits >> (64 - JPEG_LOOK_BITS));
    if (passed == 0)
        return first_step(coding, look);
    JpegStep step = coding->later[look];
    if (step == 0)
        step = long_step(coding, bits);
    unsigned reached = passed + jpegstep_coefficients(step);
    if (reached == JPEG_BLOCK_COEFFICIENTS)
        return make_step(step & JPEG_STEP_BITS, jpegstep_coefficients(step), false);
    if (reached > JPEG_BLOCK_COEFFICIENTS)
        return 0;
    return step;
}

/* STEP and all codes behind it that the bits of LOOK hold whole with their values. */
static JpegStep lengthen(const JpegCoding *coding, unsigned look, JpegStep step)
{
    unsigned bits = step & JPEG_STEP_BITS, coefficients = jpegstep_coefficients(step);
    if (step == 0 || bits > JPEG_STEP_BITS_MAX)
        return JPEG_STEP_NONE;
    while (jpegstep_goes_on(step) && bits < JPEG_LOOK_BITS) {
        JpegStep next = coding->later[look << bits & (JPEG_LOOK_COUNT - 1)];
        bits += next & JPEG_STEP_BITS;
        coefficients += jpegstep_coefficients(next);
        if (next == 0 || bits > JPEG_LOOK_BITS || coefficients >= JPEG_BLOCK_COEFFICIENTS - 1)
            break;
        step = make_step(bits, coefficients, jpegstep_goes_on(next));
    }
    return step;
}

/* ---- differences ---- */

int jpegcoding_difference_long(const JpegCoding *coding, uint32_t bits)
{
    unsigned first = coding->first[bits >> (32 - JPEG_LOOK_BITS)], size = first >> 4;
    int value = (int)((uint64_t)bits << (first & 15) << size >> 32) & ((1 << size) - 1);
    bool negative = value < 1 << size >> 1; /* the lower half stands for those */
    return negative ? value - ((1 << size) - 1) : value;
}

static int16_t short_difference(const JpegCoding *coding, unsigned look)
{
    unsigned first = coding->first[look];
    bool whole = (first & 15) + (first >> 4) <= JPEG_LOOK_BITS;
    return (int16_t)(whole ? jpegcoding_difference_long(coding, look << (32 - JPEG_LOOK_BITS)) : JPEG_LONG);
}

/* ---- all of them ---- */

bool jpegcoding_make(JpegCoding *coding, JpegCodes dc, JpegCodes ac)
{
    JpegCodesKept kept_dc = {0}, kept_ac = {0};
    if (!keep_codes(dc, &kept_dc) || !keep_codes(ac, &kept_ac))
        return false;
    if (coding->is_made && memcmp(&coding->dc, &kept_dc, sizeof kept_dc) == 0 &&
        memcmp(&coding->ac, &kept_ac, sizeof kept_ac) == 0)
        return true;
    memset(coding, 0, sizeof *coding);
    coding->dc = kept_dc;
    coding->ac = kept_ac;
    if (!codes_each(&coding->dc, add_dc, coding) || !codes_each(&coding->ac, add_ac, coding))
        return false;
    for (unsigned look = 0; look < JPEG_LOOK_COUNT; look++) {
        coding->begin[look] = lengthen(coding, look, first_step(coding, look));
        coding->inside[look] = lengthen(coding, look, coding->later[look]);
        coding->difference[look] = short_difference(coding, look);
    }
    coding->is_made = true;
    return true;
}
