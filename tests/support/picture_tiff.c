#include <stdbool.h>
#include <string.h>
#include <tiffio.h>

#include "picture.h"

/* A file that grows in memory. */
typedef struct {
    GByteArray *bytes;
    toff_t position;
} Memory;

static tmsize_t memory_read(thandle_t handle, void *to, tmsize_t size)
{
    Memory *m = handle;
    tmsize_t left = m->position < m->bytes->len ? (tmsize_t)(m->bytes->len - m->position) : 0;
    tmsize_t count = MIN(size, left);
    memcpy(to, m->bytes->data + (count > 0 ? m->position : 0), (size_t)count);
    m->position += (toff_t)count;
    return count;
}

static tmsize_t memory_write(thandle_t handle, void *from, tmsize_t size)
{
    Memory *m = handle;
    if (m->position + (toff_t)size > m->bytes->len)
        g_byte_array_set_size(m->bytes, (guint)(m->position + (toff_t)size));
    memcpy(m->bytes->data + m->position, from, (size_t)size);
    m->position += (toff_t)size;
    return size;
}

static toff_t memory_seek(thandle_t handle, toff_t offset, int whence)
{
    Memory *m = handle;
    m->position = offset + (whence == SEEK_CUR ? m->position : whence == SEEK_END ? m->bytes->len : 0);
    return m->position;
}

static int memory_close(thandle_t handle)
{
    (void)handle;
    return 0;
}

static toff_t memory_size(thandle_t handle)
{
    return ((Memory *)handle)->bytes->len;
}

static uint16_t samples_of(PictureTiff how)
{
    return how.photometric == PHOTOMETRIC_RGB || how.photometric == PHOTOMETRIC_YCBCR ? 3
           : how.photometric == PHOTOMETRIC_SEPARATED                                 ? 4
                                                                                      : 1;
}

static void set_palette(TIFF *tif)
{
    static uint16_t levels[256];
    for (unsigned i = 0; i < 256; i++) /* the other way round, so that indices are no levels */
        levels[i] = (uint16_t)((255 - i) * 257);
    TIFFSetField(tif, TIFFTAG_COLORMAP, levels, levels, levels);
}

static void set_up(TIFF *tif, const Picture *picture, PictureTiff how)
{
    TIFFSetField(tif, TIFFTAG_IMAGEWIDTH, picture->width);
    TIFFSetField(tif, TIFFTAG_IMAGELENGTH, picture->height);
    TIFFSetField(tif, TIFFTAG_BITSPERSAMPLE, how.bits == 0 ? 8 : how.bits);
    TIFFSetField(tif, TIFFTAG_SAMPLESPERPIXEL, samples_of(how));
    TIFFSetField(tif, TIFFTAG_PHOTOMETRIC, how.photometric);
    TIFFSetField(tif, TIFFTAG_COMPRESSION, how.compression == 0 ? COMPRESSION_NONE : how.compression);
    TIFFSetField(tif, TIFFTAG_PLANARCONFIG, how.planes ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    if (how.compression == COMPRESSION_JPEG && how.photometric == PHOTOMETRIC_YCBCR)
        TIFFSetField(tif, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    if (how.photometric == PHOTOMETRIC_PALETTE)
        set_palette(tif);
    if (how.two_ways)
        TIFFSetField(tif, TIFFTAG_GROUP3OPTIONS, GROUP3OPT_2DENCODING);
    if (how.tiled) {
        TIFFSetField(tif, TIFFTAG_TILEWIDTH, 128);
        TIFFSetField(tif, TIFFTAG_TILELENGTH, 64);
    } else {
        TIFFSetField(tif, TIFFTAG_ROWSPERSTRIP, how.rows_per_strip == 0 ? picture->height : how.rows_per_strip);
    }
    if (how.resolution > 0) {
        TIFFSetField(tif, TIFFTAG_XRESOLUTION, how.resolution);
        TIFFSetField(tif, TIFFTAG_YRESOLUTION, how.resolution);
        TIFFSetField(tif, TIFFTAG_RESOLUTIONUNIT, how.unit == 0 ? RESUNIT_INCH : how.unit);
    }
}

/* One sample as it is stored, 0-255. */
static uint8_t stored(uint8_t grey, PictureTiff how, unsigned channel)
{
    switch (how.photometric) {
    case PHOTOMETRIC_MINISWHITE:
    case PHOTOMETRIC_PALETTE:
        return (uint8_t)(255 - grey);
    case PHOTOMETRIC_SEPARATED:
        return channel == 3 ? (uint8_t)(255 - grey) : 0;
    default:
        return grey;
    }
}

/* PLANE: the only channel of the row when planes are apart. */
static void fill_row(const uint8_t *grey, uint32_t count, PictureTiff how, unsigned plane, uint8_t *row)
{
    unsigned bits = how.bits == 0 ? 8 : (unsigned)how.bits;
    unsigned channels = how.planes ? 1 : samples_of(how);
    size_t at = 0;

    memset(row, 0, ((size_t)count * channels * bits + 7) / 8);
    for (uint32_t x = 0; x < count; x++)
        for (unsigned channel = 0; channel < channels; channel++, at++) {
            uint8_t value = stored(grey[x], how, plane + channel);
            if (bits == 16)
                ((uint16_t *)(void *)row)[at] = (uint16_t)(value << 8 | value);
            else
                row[at * bits / 8] |= (uint8_t)(value >> (8 - bits) << (8 - bits - at * bits % 8));
        }
}

static void write_tile(TIFF *tif, const Picture *picture, PictureTiff how, uint32_t x0, uint32_t y0)
{
    g_autofree uint8_t *tile = g_malloc0((size_t)TIFFTileSize(tif));
    for (uint16_t plane = 0; plane < (how.planes ? samples_of(how) : 1); plane++) {
        for (uint32_t y = y0; y < y0 + 64 && y < picture->height; y++)
            fill_row(picture->grey + (size_t)y * picture->width + x0, MIN(128U, picture->width - x0), how, plane,
                     tile + (size_t)(y - y0) * (size_t)TIFFTileRowSize(tif));
        TIFFWriteTile(tif, tile, x0, y0, 0, plane);
    }
}

static void write_rows(TIFF *tif, const Picture *picture, PictureTiff how)
{
    g_autofree uint8_t *row = g_malloc((size_t)picture->width * 8);
    for (uint16_t plane = 0; plane < (how.planes ? samples_of(how) : 1); plane++)
        for (uint32_t y = 0; y < picture->height; y++) {
            fill_row(picture->grey + (size_t)y * picture->width, picture->width, how, plane, row);
            TIFFWriteScanline(tif, row, y, plane);
        }
}

static void write_page(TIFF *tif, const Picture *picture, PictureTiff how)
{
    set_up(tif, picture, how);
    if (!how.tiled)
        write_rows(tif, picture, how);
    else
        for (uint32_t y = 0; y < picture->height; y += 64)
            for (uint32_t x = 0; x < picture->width; x += 128)
                write_tile(tif, picture, how, x, y);
    TIFFWriteDirectory(tif);
}

static void write_preview(TIFF *tif)
{
    g_autoptr(Picture) small = picture_new(40, 56);
    TIFFSetField(tif, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE);
    write_page(tif, small, (PictureTiff){.photometric = PHOTOMETRIC_MINISBLACK});
}

GByteArray *picture_tiff(const Picture *picture, unsigned count, PictureTiff how)
{
    Memory memory = {g_byte_array_new(), 0};
    TIFF *tif = TIFFClientOpen("made", "wm", &memory, memory_read, memory_write, memory_seek, memory_close,
                               memory_size, NULL, NULL);

    for (unsigned i = 0; i < count; i++) {
        write_page(tif, picture, how);
        if (how.preview)
            write_preview(tif);
    }
    TIFFClose(tif);
    return memory.bytes;
}

GByteArray *picture_tiff_strip(const Picture *picture, PictureTiff how)
{
    Memory memory = {picture_tiff(picture, 1, how), 0};
    TIFF *tif = TIFFClientOpen("made", "rmc", &memory, memory_read, memory_write, memory_seek, memory_close,
                               memory_size, NULL, NULL);
    GByteArray *strip = g_byte_array_new();

    g_byte_array_set_size(strip, (guint)TIFFRawStripSize(tif, 0));
    TIFFReadRawStrip(tif, 0, strip->data, (tmsize_t)strip->len);
    TIFFClose(tif);
    g_byte_array_unref(memory.bytes);
    return strip;
}
