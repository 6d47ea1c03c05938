#include "jpegmeans.h"

#include <string.h>

enum {
    LOOK_BITS = 12, /* bits looked at together: two or three codes of a scanned page, and tables that stay in the cache */
    LOOK_COUNT = 1 << LOOK_BITS,
    CODE_BITS_MAX = 16,
    SYMBOLS_MAX = 256,
    NEED_BITS = 32, /* a code of 16 bits and a value of 15 */
    BLOCK_COEFFICIENTS = 64,
    BLOCK_ROWS_MAX = 2,
    SIZE_MASK = 15, /* a symbol: how many zeros come before (high half), how many bits the value has (low half) */
    RUN_OF_ZEROS = 15,
    DC_REACH = 512, /* of a dequantised mean, where the library clamps; beyond it wraps */
    MARKER_FIRST_RESTART = 0xd0,
    MARKER_END = 0xd9
};

/* What stands in a table for some next bits: how many bits go, how many coefficients with them, whether the block ends.
 * 0: no code of up to LOOK_BITS fits. */
typedef uint16_t Step;
enum { STEP_BITS = 31, STEP_ADVANCE_SHIFT = 5, STEP_ADVANCE = 127, STEP_END = 1 << 12 };

typedef struct {
    Step one[LOOK_COUNT];     /* the first code */
    Step several[LOOK_COUNT]; /* as many codes as fit with their values */
    uint32_t limit[CODE_BITS_MAX + 1]; /* the codes of each length, as the high bits of 16, lie below this */
    int offset[CODE_BITS_MAX + 1];     /* index of a symbol less its code */
    int count;                         /* of the symbols so far */
    const uint8_t *symbols;
} AcTable;

/* How long the code is (low half; 0: longer than LOOK_BITS) and how long the value behind it (high half). */
typedef struct {
    uint8_t code[LOOK_COUNT];
} DcTable;

typedef struct {
    const uint8_t *at, *end;
    uint64_t bits; /* the next one highest */
    int count;     /* how many of them are known */
    int made_up;   /* zeros put behind the last one, because a marker or the end of the data follows */
} BitReader;

/* ---- bits ---- */

static bool has_ff(uint64_t bytes)
{
    return ((~bytes - UINT64_C(0x0101010101010101)) & bytes & UINT64_C(0x8080808080808080)) != 0;
}

static void bits_fill_by_bytes(BitReader *b)
{
    while (b->count <= 56) {
        uint64_t byte = 0;
        bool stuffed = b->end - b->at >= 2 && b->at[0] == 0xff && b->at[1] == 0;
        if (b->at < b->end && (b->at[0] != 0xff || stuffed)) {
            byte = b->at[0];
            b->at += stuffed ? 2 : 1;
        } else {
            b->made_up += 8;
        }
        b->bits |= byte << (56 - b->count);
        b->count += 8;
    }
}

/* Afterwards at least 56 bits are known. */
static inline void bits_fill(BitReader *b)
{
    uint64_t next;
    if (b->end - b->at >= (ptrdiff_t)sizeof next) {
        memcpy(&next, b->at, sizeof next);
        if (!has_ff(next)) {
            /* Bits of a byte that is not counted yet may come along: they are the same when it is. */
            b->bits |= GUINT64_FROM_BE(next) >> b->count;
            int bytes = (63 - b->count) >> 3;
            b->at += bytes;
            b->count += 8 * bytes;
            return;
        }
    }
    bits_fill_by_bytes(b);
}

static inline void bits_drop(BitReader *b, unsigned count)
{
    b->bits <<= count;
    b->count -= (int)count;
}

static inline unsigned bits_look(const BitReader *b)
{
    return (unsigned)(b->bits >> (64 - LOOK_BITS));
}

static bool bits_ran_out(const BitReader *b)
{
    return b->count < b->made_up;
}

/* Whether less than a byte is left before MARKER; then goes behind it. */
static bool bits_pass_marker(BitReader *b, unsigned marker)
{
    bits_fill_by_bytes(b);
    int left = b->count - b->made_up;
    if (b->made_up == 0 || left < 0 || left > 7 || b->end - b->at < 2 || b->at[0] != 0xff || b->at[1] != marker)
        return false;
    *b = (BitReader){.at = b->at + 2, .end = b->end};
    return true;
}

/* ---- tables ---- */

/* Takes a code into a table; false when the table has no use for such a symbol. */
typedef bool (*CodeAdd)(gpointer table, unsigned code, unsigned length, unsigned symbol);

/* Calls ADD for every code.  False when the lengths make no code: as the library has it, none is all ones. */
static bool codes_each(JpegCodes codes, CodeAdd add, gpointer table)
{
    unsigned code = 0, index = 0;
    for (unsigned length = 1; length <= CODE_BITS_MAX; length++, code <<= 1)
        for (unsigned i = 0; i < codes.counts[length]; i++, code++, index++)
            if (index >= SYMBOLS_MAX || code + 1 >= 1U << length || !add(table, code, length, codes.symbols[index]))
                return false;
    return true;
}

/* The first of the entries for a code, whose number is 1 << (LOOK_BITS - length). */
static unsigned first_entry(unsigned code, unsigned length)
{
    return code << (LOOK_BITS - length);
}

static Step step_of(unsigned length, unsigned symbol)
{
    unsigned size = symbol & SIZE_MASK, run = symbol >> 4;
    if (size == 0 && run != RUN_OF_ZEROS)
        return (Step)(length | STEP_END);
    return (Step)((length + size) | (run + 1) << STEP_ADVANCE_SHIFT);
}

static unsigned step_advance(Step step)
{
    return step >> STEP_ADVANCE_SHIFT & STEP_ADVANCE;
}

static bool add_ac(gpointer data, unsigned code, unsigned length, unsigned symbol)
{
    AcTable *table = data;
    table->limit[length] = (code + 1) << (CODE_BITS_MAX - length);
    table->offset[length] = table->count++ - (int)code;
    if (length > LOOK_BITS)
        return true;
    Step step = step_of(length, symbol);
    for (unsigned i = 0; i < 1U << (LOOK_BITS - length); i++)
        table->one[first_entry(code, length) + i] = step;
    return true;
}

static bool add_dc(gpointer data, unsigned code, unsigned length, unsigned symbol)
{
    DcTable *table = data;
    for (unsigned i = 0; length <= LOOK_BITS && i < 1U << (LOOK_BITS - length); i++)
        table->code[first_entry(code, length) + i] = (uint8_t)(length | symbol << 4);
    return symbol <= SIZE_MASK;
}

/* The codes that the bits of INDEX hold whole with their values; at least the first. */
static Step several_at(const AcTable *table, unsigned index)
{
    Step all = table->one[index];
    while (all != 0 && !(all & STEP_END) && (all & STEP_BITS) < LOOK_BITS) {
        unsigned used = all & STEP_BITS;
        Step next = table->one[index << used & (LOOK_COUNT - 1)];
        unsigned bits = used + (next & STEP_BITS), advance = step_advance(all) + step_advance(next);
        if (next == 0 || bits > LOOK_BITS || advance >= BLOCK_COEFFICIENTS)
            break;
        all = (Step)(bits | advance << STEP_ADVANCE_SHIFT | (next & STEP_END));
    }
    return all;
}

static bool ac_table_init(AcTable *table, JpegCodes codes)
{
    memset(table, 0, sizeof *table);
    table->symbols = codes.symbols;
    if (!codes_each(codes, add_ac, table))
        return false;
    for (unsigned i = 0; i < LOOK_COUNT; i++)
        table->several[i] = several_at(table, i);
    return true;
}

static bool dc_table_init(DcTable *table, JpegCodes codes)
{
    memset(table, 0, sizeof *table);
    return codes_each(codes, add_dc, table);
}

/* The step for a code longer than LOOK_BITS; 0 when there is none. */
static Step long_step(const AcTable *table, const BitReader *b)
{
    unsigned next = (unsigned)(b->bits >> (64 - CODE_BITS_MAX));
    for (unsigned length = LOOK_BITS + 1; length <= CODE_BITS_MAX; length++)
        if (next < table->limit[length]) {
            int index = (int)(next >> (CODE_BITS_MAX - length)) + table->offset[length];
            return index >= 0 && index < SYMBOLS_MAX ? step_of(length, table->symbols[index]) : 0;
        }
    return 0;
}

/* ---- blocks ---- */

/* Adds the difference that a block begins with to MEAN. */
static inline bool read_dc(BitReader *b, const DcTable *table, int *mean)
{
    bits_fill(b);
    unsigned code = table->code[bits_look(b)], length = code & 15, size = code >> 4;
    bits_drop(b, length);
    /* Without a branch, which nobody could foresee: the lower half of all values stands for negative ones. */
    int value = (int)(b->bits >> 1 >> (63 - size)), lower = value < 1 << size >> 1;
    bits_drop(b, size);
    *mean += value - (((1 << size) - 1) & -lower);
    return length > 0 && *mean >= INT16_MIN && *mean <= INT16_MAX;
}

static inline bool pass_ac(BitReader *b, const AcTable *table)
{
    for (unsigned k = 1; k < BLOCK_COEFFICIENTS;) {
        if (b->count < NEED_BITS)
            bits_fill(b);
        Step step = table->several[bits_look(b)];
        /* Codes that reach over the end of the block belong to the next one: then code by code. */
        if (step == 0 || k + step_advance(step) + (step & STEP_END ? 1 : 0) > BLOCK_COEFFICIENTS) {
            step = table->one[bits_look(b)];
            if (step == 0)
                step = long_step(table, b);
            if (step == 0 || k + step_advance(step) > BLOCK_COEFFICIENTS)
                return false;
        }
        bits_drop(b, step & STEP_BITS);
        if (step & STEP_END)
            break;
        k += step_advance(step);
    }
    return true;
}

/* ---- the scan ---- */

typedef struct {
    const JpegScan *scan;
    BitReader bits;
    AcTable ac[JPEGMEANS_COMPONENTS_MAX];
    DcTable dc[JPEGMEANS_COMPONENTS_MAX];
    unsigned ac_of[JPEGMEANS_COMPONENTS_MAX], dc_of[JPEGMEANS_COMPONENTS_MAX]; /* which one each component uses */
    int mean[JPEGMEANS_COMPONENTS_MAX]; /* of the last block of each component, in steps */
    uint8_t *rows[BLOCK_ROWS_MAX];
} Reading;

/* A mean in levels, rounded as the library does it.  False when it is out of the range where that is a clamp. */
static bool level_of(const JpegScan *scan, int mean, uint8_t *level)
{
    int value = (mean * (int)scan->dc_quantum + 4) >> 3;
    *level = (uint8_t)CLAMP(value + 128, 0, 255);
    return value >= -DC_REACH && value < DC_REACH;
}

static bool read_unit(Reading *r, size_t column)
{
    for (unsigned c = 0; c < r->scan->components; c++) {
        const JpegComponent *component = &r->scan->component[c];
        for (unsigned block = 0; block < component->across * component->down; block++) {
            if (!read_dc(&r->bits, &r->dc[r->dc_of[c]], &r->mean[c]) || !pass_ac(&r->bits, &r->ac[r->ac_of[c]]))
                return false;
            uint8_t *row = c == 0 ? r->rows[block / component->across] : NULL;
            if (row && !level_of(r->scan, r->mean[0], &row[column * component->across + block % component->across]))
                return false;
        }
    }
    return true;
}

/* Before the unit of this number: past the restart marker, where one is due. */
static bool pass_restart(Reading *r, uint64_t unit)
{
    unsigned interval = r->scan->restart_interval;
    if (interval == 0 || unit == 0 || unit % interval != 0)
        return true;
    memset(r->mean, 0, sizeof r->mean);
    return bits_pass_marker(&r->bits, MARKER_FIRST_RESTART + (unsigned)((unit / interval - 1) % 8));
}

static uint32_t parts(uint32_t whole, uint32_t part)
{
    return whole / part + (whole % part != 0);
}

static bool read_scan(Reading *r, JpegMeansRow give, gpointer user)
{
    const JpegComponent *first = &r->scan->component[0];
    uint32_t across = parts(r->scan->width_px, 8 * first->across), down = parts(r->scan->height_px, 8 * first->down);
    uint32_t cells_across = parts(r->scan->width_px, 8), cells_down = parts(r->scan->height_px, 8);
    uint64_t unit = 0;
    for (uint32_t y = 0; y < down; y++) {
        for (uint32_t x = 0; x < across; x++, unit++)
            if (!pass_restart(r, unit) || !read_unit(r, x))
                return false;
        if (bits_ran_out(&r->bits))
            return false;
        for (uint32_t i = 0; i < first->down && y * first->down + i < cells_down; i++)
            give(user, y * first->down + i, r->rows[i], cells_across);
    }
    return bits_pass_marker(&r->bits, MARKER_END);
}

/* Components share tables, as the two of colour do nearly always: so all of them stay in the cache. */
static bool tables_init(Reading *r)
{
    const JpegComponent *all = r->scan->component;
    for (unsigned c = 0; c < r->scan->components; c++) {
        while (all[r->ac_of[c]].ac.counts != all[c].ac.counts)
            r->ac_of[c]++;
        while (all[r->dc_of[c]].dc.counts != all[c].dc.counts)
            r->dc_of[c]++;
        if ((r->ac_of[c] == c && !ac_table_init(&r->ac[c], all[c].ac)) ||
            (r->dc_of[c] == c && !dc_table_init(&r->dc[c], all[c].dc)))
            return false;
    }
    return true;
}

bool jpegmeans_read(const JpegScan *scan, const uint8_t *data, size_t size, JpegMeansRow give, gpointer user)
{
    g_autofree Reading *r = g_new0(Reading, 1);
    r->scan = scan;
    r->bits = (BitReader){.at = data, .end = data + size};
    size_t cells = (size_t)parts(scan->width_px, 8) + 1;
    g_autofree uint8_t *rows = g_malloc0(BLOCK_ROWS_MAX * cells);
    for (size_t i = 0; i < BLOCK_ROWS_MAX; i++)
        r->rows[i] = rows + i * cells;
    return tables_init(r) && read_scan(r, give, user);
}
