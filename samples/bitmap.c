/* Pixels and their encodings. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo.h>
#include <jpeglib.h>
#include <png.h>
#include <tiffio.h>

#include "scanner.h"

#define NOISE_TABLE (1 << 16)
#define PAPER_LEVEL 254
#define BLACK_BELOW 140 /* of G4 pages */

static Bitmap *bitmap_new(guint width, guint height, guint channels, guint dpi) {
    Bitmap *bitmap = g_new(Bitmap, 1);
    *bitmap = (Bitmap){width, height, channels, dpi, g_malloc((gsize)width * height * channels)};
    return bitmap;
}

void bitmap_free(Bitmap *bitmap) {
    g_free(bitmap->pixels);
    g_free(bitmap);
}

/* The sum of two even draws, near enough to what a sensor gives. */
static void fill_noise(int8_t *table, Noise *noise, guint amplitude) {
    for (guint i = 0; i < NOISE_TABLE; i++) {
        uint64_t draw = noise_next(noise);
        int a = (int)((draw & 0xffff) * (amplitude + 1) >> 16),
            b = (int)((draw >> 16 & 0xffff) * (amplitude + 1) >> 16);
        table[i] = (int8_t)(a - b);
    }
}

static inline guint8 clamp_level(int level) {
    return level < 0 ? 0 : level > 255 ? 255 : (guint8)level;
}

/* TINT is the paper's level in 1/256 of white. */
static void grey_row(guint8 *out, const guint8 *pixels, const int8_t *noise, guint width, int tint) {
    for (guint x = 0; x < width; x++) {
        int level = (pixels[4 * x] * 28 + pixels[4 * x + 1] * 151 + pixels[4 * x + 2] * 77) >> 8;
        out[x] = clamp_level((level * tint >> 8) + noise[x]);
    }
}

static void colour_row(guint8 *out, const guint8 *pixels, const int8_t *noise, guint width, int tint) {
    for (guint x = 0; x < width; x++) {
        out[3 * x] = clamp_level((pixels[4 * x + 2] * tint >> 8) + noise[x]);
        out[3 * x + 1] = clamp_level((pixels[4 * x + 1] * tint >> 8) + noise[x]);
        out[3 * x + 2] = clamp_level((pixels[4 * x] * tint >> 8) + noise[x]);
    }
}

Bitmap *bitmap_from_surface(cairo_surface_t *surface, guint channels, guint dpi, Noise *noise,
                            guint amplitude) {
    guint width = (guint)cairo_image_surface_get_width(surface),
          height = (guint)cairo_image_surface_get_height(surface);
    guint stride = (guint)cairo_image_surface_get_stride(surface);
    const guint8 *data = cairo_image_surface_get_data(surface);
    Bitmap *bitmap = bitmap_new(width, height, channels, dpi);
    g_autofree int8_t *table = g_malloc(NOISE_TABLE);
    fill_noise(table, noise, amplitude);
    g_assert(width < NOISE_TABLE);
    int tint = PAPER_LEVEL - (int)noise_below(noise, 6);
    for (guint y = 0; y < height; y++) {
        const int8_t *row_noise = table + noise_below(noise, NOISE_TABLE - width);
        const guint8 *pixels = data + (gsize)y * stride;
        guint8 *out = bitmap->pixels + (gsize)y * width * channels;
        if (channels == 1) grey_row(out, pixels, row_noise, width, tint);
        else colour_row(out, pixels, row_noise, width, tint);
    }
    return bitmap;
}

GBytes *bitmap_jpeg(const Bitmap *bitmap, int quality) {
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *data = NULL;
    unsigned long size = 0;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &data, &size);
    jpeg.image_width = bitmap->width;
    jpeg.image_height = bitmap->height;
    jpeg.input_components = (int)bitmap->channels;
    jpeg.in_color_space = bitmap->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg.density_unit = 1;
    jpeg.X_density = jpeg.Y_density = (UINT16)bitmap->dpi;
    jpeg.dct_method = JDCT_IFAST;
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        JSAMPROW row = bitmap->pixels + (gsize)jpeg.next_scanline * bitmap->width * bitmap->channels;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    return g_bytes_new_with_free_func(data, size, free, data);
}

static void png_to_bytes(png_structp png, png_bytep data, png_size_t size) {
    g_byte_array_append(png_get_io_ptr(png), data, (guint)size);
}

static void png_flush_nothing(png_structp png) {
    (void)png;
}

/* Four bits a pixel, as the office scanner's "text and line art" setting writes. */
GBytes *bitmap_png(const Bitmap *bitmap) {
    GByteArray *out = g_byte_array_new();
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png))) g_error("png");
    png_set_write_fn(png, out, png_to_bytes, png_flush_nothing);
    png_set_IHDR(png, info, bitmap->width, bitmap->height, 4, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    guint dots_per_metre = (guint)((double)bitmap->dpi / 0.0254 + 0.5);
    png_set_pHYs(png, info, dots_per_metre, dots_per_metre, PNG_RESOLUTION_METER);
    png_set_compression_level(png, 3);
    png_set_filter(png, 0, PNG_FILTER_NONE);
    png_write_info(png, info);
    g_autofree guint8 *row = g_malloc0(bitmap->width / 2 + 1);
    for (guint y = 0; y < bitmap->height; y++) {
        const guint8 *pixels = bitmap->pixels + (gsize)y * bitmap->width;
        for (guint x = 0; x + 1 < bitmap->width; x += 2)
            row[x / 2] = (guint8)((pixels[x] & 0xf0) | pixels[x + 1] >> 4);
        if (bitmap->width % 2) row[bitmap->width / 2] = pixels[bitmap->width - 1] & 0xf0;
        png_write_row(png, row);
    }
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return g_byte_array_free_to_bytes(out);
}

typedef struct {
    GByteArray *bytes;
    toff_t at;
} Memory;

static tsize_t memory_read(thandle_t handle, tdata_t data, tsize_t size) {
    Memory *memory = handle;
    gsize left = memory->at < memory->bytes->len ? memory->bytes->len - (gsize)memory->at : 0;
    gsize n = MIN((gsize)size, left);
    memcpy(data, memory->bytes->data + memory->at, n);
    memory->at += n;
    return (tsize_t)n;
}

static tsize_t memory_write(thandle_t handle, tdata_t data, tsize_t size) {
    Memory *memory = handle;
    gsize old = memory->bytes->len, end = (gsize)memory->at + (gsize)size;
    if (end > old) {
        g_byte_array_set_size(memory->bytes, (guint)end);
        memset(memory->bytes->data + old, 0, end - old); /* libtiff skips a byte now and then */
    }
    memcpy(memory->bytes->data + memory->at, data, (gsize)size);
    memory->at += (gsize)size;
    return size;
}

static toff_t memory_seek(thandle_t handle, toff_t offset, int whence) {
    Memory *memory = handle;
    memory->at = whence == SEEK_CUR   ? memory->at + offset
                 : whence == SEEK_END ? memory->bytes->len + offset
                                      : offset;
    return memory->at;
}

static int memory_close(thandle_t handle) {
    (void)handle;
    return 0;
}

static toff_t memory_size(thandle_t handle) {
    return ((Memory *)handle)->bytes->len;
}

static void write_tiff_page(TIFF *tiff, const Bitmap *bitmap, guint page, guint n_pages) {
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, bitmap->width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, bitmap->height);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_FILLORDER, FILLORDER_MSB2LSB);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, bitmap->height);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, (double)bitmap->dpi);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, (double)bitmap->dpi);
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    if (n_pages > 1) {
        TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_PAGE);
        TIFFSetField(tiff, TIFFTAG_PAGENUMBER, page, n_pages);
    }
    g_autofree guint8 *row = g_malloc((bitmap->width + 7) / 8);
    for (guint y = 0; y < bitmap->height; y++) {
        const guint8 *pixels = bitmap->pixels + (gsize)y * bitmap->width;
        memset(row, 0, (bitmap->width + 7) / 8);
        for (guint x = 0; x < bitmap->width; x++) {
            if (pixels[x] < BLACK_BELOW) row[x / 8] |= (guint8)(0x80 >> (x % 8));
        }
        TIFFWriteScanline(tiff, row, y, 0);
    }
    TIFFWriteDirectory(tiff);
}

GBytes *bitmap_fax(const Bitmap *bitmap) {
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_ptr_array_add(one, (gpointer)bitmap);
    g_autoptr(GBytes) file = bitmap_tiff(one);
    Memory memory = {g_byte_array_new(), 0};
    gsize size;
    gconstpointer data = g_bytes_get_data(file, &size);
    g_byte_array_append(memory.bytes, data, (guint)size);
    TIFF *tiff = TIFFClientOpen("scan", "r", &memory, memory_read, memory_write, memory_seek, memory_close,
                                memory_size, NULL, NULL);
    tsize_t strip_size = (tsize_t)TIFFRawStripSize(tiff, 0);
    guint8 *strip = g_malloc((gsize)strip_size);
    if (TIFFReadRawStrip(tiff, 0, strip, strip_size) != strip_size) g_error("tiff");
    TIFFClose(tiff);
    g_byte_array_unref(memory.bytes);
    return g_bytes_new_take(strip, (gsize)strip_size);
}

GBytes *bitmap_tiff(GPtrArray *bitmaps) {
    Memory memory = {g_byte_array_new(), 0};
    TIFF *tiff = TIFFClientOpen("scan", "w", &memory, memory_read, memory_write, memory_seek, memory_close,
                                memory_size, NULL, NULL);
    for (guint i = 0; i < bitmaps->len; i++)
        write_tiff_page(tiff, g_ptr_array_index(bitmaps, i), i, bitmaps->len);
    TIFFClose(tiff);
    return g_byte_array_free_to_bytes(memory.bytes);
}
