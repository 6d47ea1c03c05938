#include "image_strip.h"

#include "archive.h"
#include "image_png.h"
#include "image_tiff.h"

/* Both formats are written with the high byte first, as a PDF's samples of 16 bits stand. */
static void add_16(GByteArray *file, uint32_t value)
{
    const uint8_t bytes[] = {(uint8_t)(value >> 8), (uint8_t)value};
    g_byte_array_append(file, bytes, sizeof bytes);
}

static void add_32(GByteArray *file, uint32_t value)
{
    add_16(file, value >> 16);
    add_16(file, value);
}

/* ---- TIFF ---- */

/* TIFF 6.0, and the technical note on Deflate. */
enum {
    TAG_WIDTH = 256,
    TAG_HEIGHT = 257,
    TAG_BITS = 258,
    TAG_COMPRESSION = 259,
    TAG_PHOTOMETRIC = 262,
    TAG_STRIP_OFFSET = 273,
    TAG_SAMPLES = 277,
    TAG_ROWS_PER_STRIP = 278,
    TAG_STRIP_BYTES = 279,
    TAG_FAX_OPTIONS = 292,
    TAG_PREDICTOR = 317,
    TAG_PALETTE = 320,
    TYPE_SHORT = 3,
    TYPE_LONG = 4,
    HEAD_BYTES = 8,
    ENTRY_BYTES = 12
};

static void add_entry(GByteArray *file, uint16_t tag, uint16_t type, uint32_t count, uint32_t value)
{
    add_16(file, tag);
    add_16(file, type);
    add_32(file, count);
    if (type == TYPE_SHORT && count == 1) {
        add_16(file, value);
        add_16(file, 0);
    } else {
        add_32(file, value);
    }
}

static uint32_t compression_of(StripCoding coding)
{
    switch (coding) {
    case STRIP_FAX_4: return 4;
    case STRIP_FAX_3:
    case STRIP_FAX_3_TWO_WAYS: return 3;
    case STRIP_FLATE:
    case STRIP_FLATE_DIFFERENCES: return 8;
    default: return 1;
    }
}

static uint32_t photometric_of(const Strip *strip)
{
    if (strip->colours > 0)
        return 3;
    return strip->samples == 4 ? 5 : strip->samples == 3 ? 2 : strip->inverted ? 0 : 1;
}

/* Red of all colours first, then green, then blue. */
static void add_palette(GByteArray *file, const Strip *strip)
{
    for (unsigned channel = 0; channel < 3; channel++)
        for (unsigned i = 0; i < 1U << strip->bits; i++)
            add_16(file, strip->palette[i][channel] * 257U);
}

/* The head of a TIFF whose only strip, of SIZE bytes, follows it. */
static void add_tiff_head(GByteArray *file, const Strip *strip, uint32_t size)
{
    uint32_t palette = strip->colours > 0 ? 3U << strip->bits : 0, entries = palette > 0 ? 12 : 11;
    uint32_t bits_at = HEAD_BYTES + 2 + entries * ENTRY_BYTES + 4, palette_at = bits_at + 2U * strip->samples;
    uint32_t data_at = palette_at + 2 * palette;
    g_byte_array_append(file, (const guint8 *)"MM\0*\0\0\0\10", HEAD_BYTES);
    add_16(file, entries);
    add_entry(file, TAG_WIDTH, TYPE_LONG, 1, strip->width_px);
    add_entry(file, TAG_HEIGHT, TYPE_LONG, 1, strip->height_px);
    add_entry(file, TAG_BITS, TYPE_SHORT, strip->samples, strip->samples == 1 ? strip->bits : bits_at);
    add_entry(file, TAG_COMPRESSION, TYPE_SHORT, 1, compression_of(strip->coding));
    add_entry(file, TAG_PHOTOMETRIC, TYPE_SHORT, 1, photometric_of(strip));
    add_entry(file, TAG_STRIP_OFFSET, TYPE_LONG, 1, data_at);
    add_entry(file, TAG_SAMPLES, TYPE_SHORT, 1, strip->samples);
    add_entry(file, TAG_ROWS_PER_STRIP, TYPE_LONG, 1, strip->height_px);
    add_entry(file, TAG_STRIP_BYTES, TYPE_LONG, 1, size);
    add_entry(file, TAG_FAX_OPTIONS, TYPE_LONG, 1, strip->coding == STRIP_FAX_3_TWO_WAYS ? 1 : 0);
    add_entry(file, TAG_PREDICTOR, TYPE_SHORT, 1, strip->coding == STRIP_FLATE_DIFFERENCES ? 2 : 1);
    if (palette > 0)
        add_entry(file, TAG_PALETTE, TYPE_SHORT, palette, palette_at);
    add_32(file, 0); /* no directory follows */
    for (uint16_t i = 0; i < strip->samples; i++)
        add_16(file, strip->bits);
    if (palette > 0)
        add_palette(file, strip);
}

/* ---- PNG ---- */

static void add_chunk(GByteArray *file, const char *type, const uint8_t *data, size_t size)
{
    add_32(file, (uint32_t)size);
    guint begin = file->len;
    g_byte_array_append(file, (const guint8 *)type, 4);
    g_byte_array_append(file, data, (guint)size);
    add_32(file, archive_crc32(file->data + begin, file->len - begin));
}

/* A whole PNG of the SIZE bytes of DATA. */
static void add_png(GByteArray *file, const Strip *strip, const uint8_t *data, size_t size)
{
    g_autoptr(GByteArray) header = g_byte_array_new();
    uint8_t colour = strip->colours > 0 ? 3 : strip->samples == 3 ? 2 : 0;
    const uint8_t rest[] = {(uint8_t)strip->bits, colour, 0, 0, 0};
    add_32(header, strip->width_px);
    add_32(header, strip->height_px);
    g_byte_array_append(header, rest, sizeof rest);
    g_byte_array_append(file, (const guint8 *)"\x89PNG\r\n\x1a\n", 8);
    add_chunk(file, "IHDR", header->data, header->len);
    if (strip->colours > 0)
        add_chunk(file, "PLTE", strip->palette[0], (size_t)3 * strip->colours);
    add_chunk(file, "IDAT", data, size);
    add_chunk(file, "IEND", NULL, 0);
}

/* ---- either ---- */

/* SIZE without what cannot belong to the picture: writers count a line end in, or fill up with zeros, of
 * which a fax ends in one byte at most; and libtiff refuses to read much more. */
static size_t size_within(const Strip *strip, const uint8_t *data, size_t size)
{
    while (strip->coding >= STRIP_FAX_4 && size >= 2 && data[size - 1] == 0 && data[size - 2] == 0)
        size--;
    uint64_t row_bits = (uint64_t)strip->width_px * strip->bits * strip->samples;
    uint64_t whole = (row_bits + 7) / 8 * strip->height_px;
    return strip->coding == STRIP_PLAIN ? MIN(size, whole) : MIN(size, MAX(10 * whole, (uint64_t)1 << 20));
}

/* Without the codes for the ends of lines, T.4 has variants that libtiff cannot be told of. */
static bool begins_with_line_end(const uint8_t *data, size_t size)
{
    return size >= 2 && data[0] == 0 && data[1] >> 4 <= 1;
}

static bool is_read(const Strip *strip, const uint8_t *data, size_t size)
{
    bool fax = strip->coding >= STRIP_FAX_4;
    if (strip->width_px == 0 || strip->height_px == 0 || size == 0 || size > SCAN_MAX_TILE_BYTES)
        return false;
    if (strip->colours > 0 && (strip->samples != 1 || strip->bits > 8))
        return false;
    if (strip->coding == STRIP_FLATE_PNG)
        return strip->samples <= 3 && !strip->inverted && (strip->samples == 1 || strip->bits >= 8);
    if (strip->coding == STRIP_FLATE_DIFFERENCES)
        return strip->bits >= 8; /* libtiff takes no differences of less */
    return !fax || strip->coding == STRIP_FAX_4 || begins_with_line_end(data, size);
}

static uint32_t scan_tiff(const Strip *strip, const uint8_t *data, size_t size, ScanFacts *facts)
{
    g_autoptr(GByteArray) file = g_byte_array_new();
    add_tiff_head(file, strip, (uint32_t)size);
    g_byte_array_append(file, data, (guint)size);
    return image_tiff_scan_to_row(file->data, file->len, facts);
}

/* What is complained of in row ROW may be the end of the data, behind which libtiff takes padding for codes.
 * When they end sooner, that comes sooner; damage stays where it is.  In the last row it may be a checksum
 * that no program looks at. */
static bool is_surely_corrupt(const Strip *strip, const uint8_t *data, size_t size, uint32_t row)
{
    enum { CUT_BYTES = 256 };
    ScanFacts facts;
    if (row + 1 >= strip->height_px || strip->coding < STRIP_FAX_4)
        return row + 1 < strip->height_px;
    if (size <= CUT_BYTES)
        return false;
    scan_facts_init(&facts);
    uint32_t row_again = scan_tiff(strip, data, size - CUT_BYTES, &facts);
    bool corrupt = facts.reason == FACTS_REASON_CORRUPT && row_again == row;
    scan_facts_clear(&facts);
    return corrupt;
}

/* Libpng does not tell a wrong code from a wrong checksum. */
static bool scan_png(const Strip *strip, const uint8_t *data, size_t size, ScanFacts *facts)
{
    g_autoptr(GByteArray) file = g_byte_array_new();
    add_png(file, strip, data, size);
    image_png_scan(file->data, file->len, facts);
    return facts->reason != FACTS_REASON_CORRUPT;
}

/* False when what is complained of is no certain damage. */
static bool scan_strip(const Strip *strip, const uint8_t *data, size_t size, ScanFacts *facts)
{
    if (strip->coding == STRIP_FLATE_PNG)
        return scan_png(strip, data, size, facts);
    uint32_t row = scan_tiff(strip, data, size, facts);
    return facts->reason != FACTS_REASON_CORRUPT || is_surely_corrupt(strip, data, size, row);
}

void image_strip_scan(const Strip *strip, const uint8_t *data, size_t size, ScanFacts *facts)
{
    size = size_within(strip, data, size);
    if (!is_read(strip, data, size)) {
        scan_facts_fail(facts, FACTS_REASON_FEATURE);
        return;
    }
    if (!scan_strip(strip, data, size, facts)) {
        facts->state = FACTS_OK;
        scan_facts_fail(facts, FACTS_REASON_TRUNCATED);
    }
}
