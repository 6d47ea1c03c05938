#include "jpegmeans.h"

#include <string.h>

enum {
    BATCH_BLOCKS = 64, /* passed before their means are looked at: both kinds of work stay at hand */
    BATCH_BYTES = BATCH_BLOCKS * JPEG_BLOCK_COEFFICIENTS * JPEG_ONE_BITS_MAX / 8, /* the most they can have */
    AHEAD_BYTES = sizeof(uint64_t),                                               /* read at once */
    PLAIN_BYTES = 2 * BATCH_BYTES,
    BLOCK_ROWS_MAX = 2,
    UNIT_BLOCKS_MAX = 4, /* of one component */
    DC_REACH = 512, /* of a dequantised mean, where the library clamps; beyond it wraps.  A power of two. */
    MARKER_FIRST_RESTART = 0xd0,
    MARKER_END = 0xd9
};

/* ---- bytes ---- */

/* A stretch of the scan without the zeros that stand behind every 0xff. Behind its last byte it goes on with
 * zeros, so that a batch can be read before anybody asks whether it was all there. */
typedef struct {
    const uint8_t *at, *end; /* of what is not in PLAIN yet */
    uint8_t plain[PLAIN_BYTES + BATCH_BYTES + AHEAD_BYTES];
    size_t count; /* bytes in it that came from the data */
    size_t bit;   /* the next one to be read */
    bool last;    /* a marker, or the end of the data, comes behind them */
} Stretch;

static void stretch_start(Stretch *s, const uint8_t *data, size_t size)
{
    s->at = data;
    s->end = data + size;
    s->count = s->bit = 0;
    s->last = false;
}

/* Takes the bytes up to the next 0xff, and that too unless it begins a marker. */
static void stretch_add_run(Stretch *s)
{
    size_t room = MIN(PLAIN_BYTES - s->count, (size_t)(s->end - s->at));
    const uint8_t *ff = memchr(s->at, 0xff, room);
    size_t run = ff ? (size_t)(ff - s->at) : room;
    memcpy(s->plain + s->count, s->at, run);
    s->at += run;
    s->count += run;
    s->last = ff && (s->end - s->at < 2 || s->at[1] != 0);
    if (ff && !s->last) {
        s->plain[s->count++] = 0xff;
        s->at += 2;
    }
}

/* Afterwards a whole batch can be read. (Where a batch ended beyond the last byte, nothing is read any more.)
 * */
static void stretch_fill(Stretch *s)
{
    size_t from = s->bit / 8;
    if (s->last || s->count - from >= BATCH_BYTES + AHEAD_BYTES)
        return;
    memmove(s->plain, s->plain + from, s->count - from);
    s->count -= from;
    s->bit -= 8 * from;
    while (s->count < PLAIN_BYTES && s->at < s->end && !s->last)
        stretch_add_run(s);
    s->last |= s->at == s->end;
    if (s->last)
        memset(s->plain + s->count, 0, BATCH_BYTES + AHEAD_BYTES);
}

static bool stretch_ran_out(const Stretch *s)
{
    return s->bit > 8 * s->count;
}

/* Whether less than a byte is left before MARKER; then goes behind it. */
static bool stretch_pass_marker(Stretch *s, unsigned marker)
{
    stretch_fill(s);
    if (!s->last || stretch_ran_out(s) || 8 * s->count - s->bit > 7)
        return false;
    if (s->end - s->at < 2 || s->at[0] != 0xff || s->at[1] != marker)
        return false;
    stretch_start(s, s->at + 2, (size_t)(s->end - s->at) - 2);
    return true;
}

/* ---- bits ---- */

typedef struct {
    uint64_t bits;       /* the next one highest */
    unsigned known;      /* of them, modulo 64; behind them stand some that come next anyway, or zeros */
    const uint8_t *next; /* the byte behind those that are known whole */
} BitReader;

/* Afterwards at least 56 bits are known. */
static inline void bits_fill(BitReader *b)
{
    uint64_t next;
    memcpy(&next, b->next, sizeof next);
    b->bits |= GUINT64_FROM_BE(next) >> (b->known & 63);
    b->next += (~b->known & 63) >> 3;
    b->known |= 56;
}

/* Drops as many as the low six bits of COUNT say, which is how steps have it. */
static inline void bits_drop(BitReader *b, unsigned count)
{
    b->bits <<= count & 63;
    b->known -= count;
}

static BitReader bits_from(const Stretch *s)
{
    BitReader b = {.next = s->plain + s->bit / 8};
    bits_fill(&b);
    bits_drop(&b, s->bit % 8);
    return b;
}

static size_t bits_at(const BitReader *b, const Stretch *s)
{
    return 8 * (size_t)(b->next - s->plain) - (b->known & 63);
}

/* ---- blocks ---- */

/* The steps that may follow on one of a block: those of the next block's beginning, or of the inside of this
 * one, as a pointer and what turns it into the other. */
typedef struct {
    uintptr_t next_begin;
    uintptr_t to_inside; /* exclusive or */
} Onward;

typedef struct {
    const JpegScan *scan;
    Stretch stretch;
    JpegCoding codings[JPEGMEANS_COMPONENTS_MAX];
    const JpegCoding *coding_of[JPEGMEANS_COMPONENTS_MAX]; /* which one each component uses */
    unsigned unit_blocks;
    const JpegCoding *coding[BATCH_BLOCKS + 1]; /* of each block of a batch, and of the one behind it */
    Onward onward[BATCH_BLOCKS];
    uint64_t begins[BATCH_BLOCKS + 1];  /* the bits that the blocks of a batch begin with */
    int mean[JPEGMEANS_COMPONENTS_MAX]; /* of the last block of each component, as the file has it */
    uint8_t *rows[BLOCK_ROWS_MAX];
} Reading;

/* Where the reader is within a batch. */
typedef struct {
    BitReader bits;
    const JpegStep *steps; /* from here on */
    size_t block;
    int64_t passed; /* coefficients of the block, where a step has them */
    size_t entered; /* the block after that of the last step: it begins here, unless that one goes on */
} Walk;

/* Without a branch (jpegcodes). */
static inline void walk_by(Walk *w, int64_t step, const Onward *onward)
{
    int64_t goes_on = -(int64_t)((uint64_t)step >> 63); /* all bits set, or none */
    bits_drop(&w->bits, (unsigned)step);
    onward += w->block;
    w->steps = (const JpegStep *)(onward->next_begin ^ (onward->to_inside & (uintptr_t)goes_on));
    w->passed = (w->passed + (step & JPEG_STEP_COEFFICIENTS)) & goes_on;
    w->entered = w->block + 1;
    w->block = w->entered + (size_t)goes_on;
}

/* By several codes.  False when they must be read one by one. */
static inline bool walk_by_several(Walk *w, Reading *r)
{
    r->begins[w->entered] = w->bits.bits; /* what is written within a block will be overwritten at its end */
    int64_t step = w->steps[w->bits.bits >> (64 - JPEG_LOOK_BITS)];
    if (w->passed + (step & JPEG_STEP_COEFFICIENTS) >= JPEG_STEP_COEFFICIENTS)
        return false;
    walk_by(w, step, r->onward);
    return true;
}

static bool walk_by_one(Walk *w, const Reading *r)
{
    bits_fill(&w->bits);
    unsigned passed = (unsigned)w->passed >> JPEG_STEP_COEFFICIENTS_SHIFT;
    JpegStep step = jpegcoding_step_one(r->coding[w->block], w->bits.bits, passed);
    if (step != 0)
        walk_by(w, step, r->onward);
    return step != 0;
}

/* Goes to the end of COUNT blocks, at most BATCH_BLOCKS, and keeps what they begin with. */
static bool pass_blocks(Reading *r, unsigned count)
{
    Walk w = {.bits = bits_from(&r->stretch), .steps = r->coding[0]->begin};
    while (w.block < count) {
        bits_fill(&w.bits);
        bool quick = walk_by_several(&w, r) && (w.block == count || walk_by_several(&w, r));
        if (!quick && !walk_by_one(&w, r))
            return false;
    }
    r->stretch.bit = bits_at(&w.bits, &r->stretch);
    return !stretch_ran_out(&r->stretch);
}

/* ---- the scan ---- */

/* Adds up the differences of component C, which is not wanted, in so many units.  BEGIN is what its first block
 * begins with.  False when a mean is out of range. */
static bool add_up(Reading *r, unsigned c, const uint64_t *begin, unsigned units)
{
    const JpegCoding *coding = r->coding_of[c];
    unsigned blocks = r->scan->component[c].across * r->scan->component[c].down, reached = 0;
    int mean = r->mean[c];
    for (unsigned unit = 0; unit < units; unit++, begin += r->unit_blocks)
        for (unsigned block = 0; block < blocks; block++) {
            mean += jpegcoding_difference(coding, (uint32_t)(begin[block] >> 32));
            reached |= (unsigned)(mean - INT16_MIN);
        }
    r->mean[c] = mean;
    return reached <= UINT16_MAX;
}

/* The same for the first component, whose means it puts where they belong in the rows, from unit COLUMN on: in
 * levels, rounded as the library does it.  False when one is out of the range where that is a clamp. */
static bool add_levels(Reading *r, size_t column, unsigned units)
{
    const JpegCoding *coding = r->coding_of[0];
    const uint64_t *begin = r->begins;
    unsigned across = r->scan->component[0].across, blocks = across * r->scan->component[0].down, reached = 0;
    int mean = r->mean[0], quantum = (int)r->scan->dc_quantum;
    uint8_t *places[UNIT_BLOCKS_MAX];
    for (unsigned block = 0; block < blocks; block++)
        places[block] = r->rows[block / across] + column * across + block % across;
    for (unsigned unit = 0; unit < units; unit++, begin += r->unit_blocks)
        for (unsigned block = 0; block < blocks; block++) {
            mean += jpegcoding_difference(coding, (uint32_t)(begin[block] >> 32));
            int value = (mean * quantum + 4) >> 3;
            reached |= (unsigned)(value + DC_REACH);
            places[block][(size_t)unit * across] = (uint8_t)CLAMP(value + 128, 0, 255);
        }
    r->mean[0] = mean;
    return reached < 2 * DC_REACH;
}

static bool add_means(Reading *r, size_t column, unsigned units)
{
    const JpegComponent *all = r->scan->component;
    const uint64_t *begin = r->begins;
    bool fine = add_levels(r, column, units);
    for (unsigned c = 1; c < r->scan->components; c++) {
        begin += (size_t)all[c - 1].across * all[c - 1].down;
        fine &= add_up(r, c, begin, units);
    }
    return fine;
}

/* Before the unit of this number: past the restart marker, where one is due. */
static bool pass_restart(Reading *r, uint64_t unit)
{
    unsigned interval = r->scan->restart_interval;
    if (interval == 0 || unit == 0 || unit % interval != 0)
        return true;
    memset(r->mean, 0, sizeof r->mean);
    return stretch_pass_marker(&r->stretch, MARKER_FIRST_RESTART + (unsigned)((unit / interval - 1) % 8));
}

/* How many units may be read together from UNIT on, of so many that are left in the row. */
static unsigned batch_units(const Reading *r, uint64_t unit, uint32_t left)
{
    unsigned interval = r->scan->restart_interval;
    uint64_t until_restart = interval == 0 ? left : interval - unit % interval;
    return (unsigned)MIN(MIN(left, until_restart), BATCH_BLOCKS / r->unit_blocks);
}

static bool read_row(Reading *r, uint64_t unit, uint32_t across)
{
    for (uint32_t x = 0, units; x < across; x += units, unit += units) {
        units = batch_units(r, unit, across - x);
        if (!pass_restart(r, unit))
            return false;
        stretch_fill(&r->stretch);
        if (!pass_blocks(r, units * r->unit_blocks) || !add_means(r, x, units))
            return false;
    }
    return true;
}

static uint32_t parts(uint32_t whole, uint32_t part)
{
    return whole / part + (whole % part != 0);
}

static bool read_scan(Reading *r, JpegMeansRow give, gpointer user)
{
    const JpegComponent *first = &r->scan->component[0];
    uint32_t across = parts(r->scan->width_px, 8 * first->across);
    uint32_t down = parts(r->scan->height_px, 8 * first->down);
    uint32_t cells_across = parts(r->scan->width_px, 8), cells_down = parts(r->scan->height_px, 8);
    for (uint32_t y = 0; y < down; y++) {
        if (!read_row(r, (uint64_t)y * across, across))
            return false;
        for (uint32_t i = 0; i < first->down && y * first->down + i < cells_down; i++)
            give(user, y * first->down + i, r->rows[i], cells_across);
    }
    return stretch_pass_marker(&r->stretch, MARKER_END);
}

static void line_up_blocks(Reading *r)
{
    r->unit_blocks = 0;
    for (unsigned c = 0; c < r->scan->components; c++)
        for (unsigned i = r->scan->component[c].across * r->scan->component[c].down; i > 0; i--)
            r->coding[r->unit_blocks++] = r->coding_of[c];
    for (unsigned i = r->unit_blocks; i <= BATCH_BLOCKS; i++)
        r->coding[i] = r->coding[i - r->unit_blocks];
    for (unsigned i = 0; i < BATCH_BLOCKS; i++) {
        uintptr_t next_begin = (uintptr_t)r->coding[i + 1]->begin;
        r->onward[i] = (Onward){next_begin, next_begin ^ (uintptr_t)r->coding[i]->inside};
    }
}

/* Components share tables, as the two of colour do nearly always: so all of them stay in the cache. */
static bool take_tables(Reading *r)
{
    const JpegComponent *all = r->scan->component;
    for (unsigned c = 0; c < r->scan->components; c++) {
        unsigned same = 0;
        while (all[same].ac.counts != all[c].ac.counts || all[same].dc.counts != all[c].dc.counts)
            same++;
        r->coding_of[c] = &r->codings[same];
        if (same == c && !jpegcoding_make(&r->codings[c], all[c].dc, all[c].ac))
            return false;
    }
    line_up_blocks(r);
    return true;
}

/* Each thread keeps one, and with it the tables of the last page. */
static Reading *reading_of_thread(void)
{
    static GPrivate kept = G_PRIVATE_INIT(g_free);
    if (!g_private_get(&kept))
        g_private_set(&kept, g_new0(Reading, 1));
    return g_private_get(&kept);
}

bool jpegmeans_read(const JpegScan *scan, const uint8_t *data, size_t size, JpegMeansRow give, gpointer user)
{
    Reading *r = reading_of_thread();
    size_t cells = (size_t)parts(scan->width_px, 8) + 1;
    g_autofree uint8_t *rows = g_malloc0(BLOCK_ROWS_MAX * cells);
    r->scan = scan;
    stretch_start(&r->stretch, data, size);
    memset(r->mean, 0, sizeof r->mean);
    for (size_t i = 0; i < BLOCK_ROWS_MAX; i++)
        r->rows[i] = rows + i * cells;
    return take_tables(r) && read_scan(r, give, user);
}
