#include <png.h>

#include "picture.h"

static void on_write(png_structp png, png_bytep data, size_t size)
{
    g_byte_array_append(png_get_io_ptr(png), data, (guint)size);
}

static void on_flush(png_structp png)
{
    (void)png;
}

static void write_header(png_structp png, png_infop info, const Picture *picture, PicturePng how, int depth)
{
    png_set_IHDR(png, info, picture->width, picture->height, depth, how.colour,
                 how.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (how.per_metre != 0)
        png_set_pHYs(png, info, how.per_metre, how.per_metre,
                     how.unit_unknown ? PNG_RESOLUTION_UNKNOWN : PNG_RESOLUTION_METER);
    if (how.colour == PNG_COLOR_TYPE_PALETTE) {
        png_color palette[256];
        for (int i = 0; i < 256; i++) /* the other way round, so that indices are no levels */
            palette[i].red = palette[i].green = palette[i].blue = (png_byte)(255 - i);
        png_set_PLTE(png, info, palette, 256);
    }
    png_write_info(png, info);
}

/* With alpha, ink is opaque black and paper is transparent black: only on white does it look like the picture. */
static uint8_t sample(uint8_t grey, int colour, int channel, int channels)
{
    if (colour == PNG_COLOR_TYPE_PALETTE)
        return (uint8_t)(255 - grey);
    if ((colour & PNG_COLOR_MASK_ALPHA) == 0)
        return grey;
    return channel == channels - 1 ? (uint8_t)(255 - grey) : 0;
}

static void fill_row(const uint8_t *grey, uint32_t width, PicturePng how, int channels, uint8_t *row)
{
    for (uint32_t x = 0; x < width; x++) {
        if (how.depth == 1) {
            if (x % 8 == 0)
                row[x / 8] = 0;
            row[x / 8] |= (uint8_t)(grey[x] >= 128 ? 0x80 >> x % 8 : 0);
            continue;
        }
        for (int channel = 0; channel < channels; channel++) {
            *row++ = sample(grey[x], how.colour, channel, channels);
            if (how.depth == 16)
                *row++ = 0;
        }
    }
}

GByteArray *picture_png(const Picture *picture, PicturePng how)
{
    GByteArray *bytes = g_byte_array_new();
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);

    png_set_write_fn(png, bytes, on_write, on_flush);
    png_set_compression_level(png, 3);
    write_header(png, info, picture, how, how.depth == 0 ? 8 : how.depth);
    int channels = png_get_channels(png, info);
    int passes = png_set_interlace_handling(png);
    g_autofree uint8_t *row = g_malloc((size_t)picture->width * (size_t)channels * 2);
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t y = 0; y < picture->height; y++) {
            fill_row(picture->grey + (size_t)y * picture->width, picture->width, how, channels, row);
            png_write_row(png, row);
        }
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

GByteArray *picture_png_data(const Picture *picture, PicturePng how)
{
    enum { SIGNATURE = 8, AROUND = 12 }; /* length, type and checksum */
    g_autoptr(GByteArray) file = picture_png(picture, how);
    GByteArray *data = g_byte_array_new();
    guint32 size = 0;

    for (guint at = SIGNATURE; at < file->len; at += AROUND + size) {
        memcpy(&size, file->data + at, sizeof size);
        size = GUINT32_FROM_BE(size);
        if (memcmp(file->data + at + 4, "IDAT", 4) == 0)
            g_byte_array_append(data, file->data + at + 8, size);
    }
    return data;
}
