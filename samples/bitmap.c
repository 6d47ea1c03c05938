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
#define PAPER_LEVEL 249
#define BLACK_BELOW 140 /* of G4 pages */

Bitmap *bitmap_new(guint width, guint height, guint channels, guint dpi) {
    Bitmap *raster = g_new(Bitmap, 1);
    *raster = (Bitmap){width, height, channels, dpi, g_malloc((gsize)width * height * channels)};
    return raster;
}

void bitmap_free(Bitmap *raster) {
    g_free(raster->pixels);
    g_free(raster);
}

/* The sum of two even draws, near enough to what a sensor gives. */
static void fill_noise(int8_t *table, Noise *noise, guint amplitude) {
    for (guint i = 0; i < NOISE_TABLE; i++) {
        uint64_t draw = noise_next(noise);
        int a = (int)((draw & 0xffff) * (amplitude + 1) >> 16), b = (int)((draw >> 16 & 0xffff) * (amplitude + 1) >> 16);
        table[i] = (int8_t)(a - b);
    }
}

static guint8 clamp_level(int level) {
    return level < 0 ? 0 : level > 255 ? 255 : (guint8)level;
}

Bitmap *bitmap_from_surface(cairo_surface_t *surface, guint channels, guint dpi, Noise *noise, guint amplitude) {
    guint width = (guint)cairo_image_surface_get_width(surface), height = (guint)cairo_image_surface_get_height(surface);
    guint stride = (guint)cairo_image_surface_get_stride(surface);
    const guint8 *data = cairo_image_surface_get_data(surface);
    Bitmap *raster = bitmap_new(width, height, channels, dpi);
    g_autofree int8_t *table = g_malloc(NOISE_TABLE);
    fill_noise(table, noise, amplitude);
    int tint = PAPER_LEVEL - (int)noise_below(noise, 8);
    guint8 *out = raster->pixels;
    for (guint y = 0; y < height; y++) {
        const guint8 *row = data + (gsize)y * stride;
        guint at = (guint)(noise_next(noise) & (NOISE_TABLE - 1));
        for (guint x = 0; x < width; x++) {
            const guint8 *pixel = row + 4 * x; /* blue, green, red */
            int level = table[at++ & (NOISE_TABLE - 1)];
            if (channels == 1) {
                *out++ = clamp_level((pixel[2] * 77 + pixel[1] * 151 + pixel[0] * 28) / 256 * tint / 255 + level);
                continue;
            }
            for (int c = 2; c >= 0; c--) *out++ = clamp_level(pixel[c] * tint / 255 + level);
        }
    }
    return raster;
}

GBytes *bitmap_jpeg(const Bitmap *raster, int quality) {
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *data = NULL;
    unsigned long size = 0;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &data, &size);
    jpeg.image_width = raster->width;
    jpeg.image_height = raster->height;
    jpeg.input_components = (int)raster->channels;
    jpeg.in_color_space = raster->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg.density_unit = 1;
    jpeg.X_density = jpeg.Y_density = (UINT16)raster->dpi;
    jpeg.dct_method = JDCT_IFAST;
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        JSAMPROW row = raster->pixels + (gsize)jpeg.next_scanline * raster->width * raster->channels;
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
GBytes *bitmap_png(const Bitmap *raster) {
    GByteArray *out = g_byte_array_new();
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png))) g_error("png");
    png_set_write_fn(png, out, png_to_bytes, png_flush_nothing);
    png_set_IHDR(png, info, raster->width, raster->height, 4, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    guint dots_per_metre = (guint)((double)raster->dpi / 0.0254 + 0.5);
    png_set_pHYs(png, info, dots_per_metre, dots_per_metre, PNG_RESOLUTION_METER);
    png_set_compression_level(png, 3);
    png_set_filter(png, 0, PNG_FILTER_NONE);
    png_write_info(png, info);
    g_autofree guint8 *row = g_malloc0(raster->width / 2 + 1);
    for (guint y = 0; y < raster->height; y++) {
        const guint8 *pixels = raster->pixels + (gsize)y * raster->width;
        for (guint x = 0; x + 1 < raster->width; x += 2) row[x / 2] = (guint8)((pixels[x] & 0xf0) | pixels[x + 1] >> 4);
        if (raster->width % 2) row[raster->width / 2] = pixels[raster->width - 1] & 0xf0;
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
    if (memory->at + (gsize)size > memory->bytes->len) g_byte_array_set_size(memory->bytes, (guint)(memory->at + (gsize)size));
    memcpy(memory->bytes->data + memory->at, data, (gsize)size);
    memory->at += (gsize)size;
    return size;
}

static toff_t memory_seek(thandle_t handle, toff_t offset, int whence) {
    Memory *memory = handle;
    memory->at = whence == SEEK_CUR ? memory->at + offset : whence == SEEK_END ? memory->bytes->len + offset : offset;
    return memory->at;
}

static int memory_close(thandle_t handle) {
    (void)handle;
    return 0;
}

static toff_t memory_size(thandle_t handle) {
    return ((Memory *)handle)->bytes->len;
}

static void write_tiff_page(TIFF *tiff, const Bitmap *raster, guint page, guint n_pages) {
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, raster->width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, raster->height);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_FILLORDER, FILLORDER_MSB2LSB);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, raster->height);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, (double)raster->dpi);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, (double)raster->dpi);
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    if (n_pages > 1) {
        TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_PAGE);
        TIFFSetField(tiff, TIFFTAG_PAGENUMBER, page, n_pages);
    }
    g_autofree guint8 *row = g_malloc((raster->width + 7) / 8);
    for (guint y = 0; y < raster->height; y++) {
        const guint8 *pixels = raster->pixels + (gsize)y * raster->width;
        memset(row, 0, (raster->width + 7) / 8);
        for (guint x = 0; x < raster->width; x++) {
            if (pixels[x] < BLACK_BELOW) row[x / 8] |= (guint8)(0x80 >> (x % 8));
        }
        TIFFWriteScanline(tiff, row, y, 0);
    }
    TIFFWriteDirectory(tiff);
}

GBytes *bitmap_tiff(GPtrArray *rasters) {
    Memory memory = {g_byte_array_new(), 0};
    TIFF *tiff = TIFFClientOpen("scan", "w", &memory, memory_read, memory_write, memory_seek, memory_close, memory_size, NULL, NULL);
    for (guint i = 0; i < rasters->len; i++) write_tiff_page(tiff, g_ptr_array_index(rasters, i), i, rasters->len);
    TIFFClose(tiff);
    return g_byte_array_free_to_bytes(memory.bytes);
}
