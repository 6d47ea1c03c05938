/*
 * picture: scanned pages made at test time: drawn in grey, saved in every way that scanners and hostile people save.
 * Everything is a function of the arguments, byte for byte.
 */
#ifndef ANJUAN_TEST_PICTURE_H
#define ANJUAN_TEST_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

typedef struct {
    uint32_t width;
    uint32_t height;
    uint8_t *grey; /* 0 black to 255 white, row by row */
} Picture;

/* A white page.  Free with picture_free. */
Picture *picture_new(uint32_t width, uint32_t height);
void picture_free(Picture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Picture, picture_free)

/* Fills a rectangle, clipped to the page. */
void picture_fill(Picture *picture, uint32_t x, uint32_t y, uint32_t width, uint32_t height, uint8_t level);
/* A line of COUNT square characters of SIZE pixels, each of a few strokes that depend on SEED. */
void picture_line(Picture *picture, uint32_t x, uint32_t y, uint32_t size, uint32_t count, uint32_t seed);
/* A page full of lines of characters of SIZE pixels. */
void picture_text(Picture *picture, uint32_t size, uint32_t seed);
/* Adds paper grain: each pixel is darkened by 0 to AMOUNT levels. */
void picture_grain(Picture *picture, uint8_t amount, uint32_t seed);

/* Adds a shadow of DEPTH levels over a slanting stripe from the top to the bottom, WIDTH pixels wide, each of whose sides
 * is RIM pixels broad. */
void picture_shadow(Picture *picture, uint32_t width, uint32_t rim, uint8_t depth);
/* Means over RADIUS pixels to each side, three times: a Gauss filter whose radius is half a pixel more. */
void picture_blur(Picture *picture, uint32_t radius);

/* The page at PERCENT of its size, every pixel the mean of what it covers. */
Picture *picture_at_size(const Picture *from, uint32_t percent);

typedef struct {
    int quality;      /* 0: 75 */
    int unit;         /* of JFIF: 0 none, 1 inch, 2 centimetre */
    int density;      /* 0: not recorded */
    bool progressive;
    bool separate;    /* a pass for each colour */
    int components;   /* 0: 3 (YCbCr 4:2:0); 1 grey; 4 CMYK as Adobe writes it */
    bool ycck;        /* CMYK through YCCK */
    bool rgb;         /* no colour transform */
    int across, down; /* luma samples for one of chroma; 0: 2 */
    int restart;      /* units between restart markers; 0: none */
    const uint8_t *app1; /* an APP1 segment, and then no JFIF header; NULL: none */
    size_t app1_size;
} PictureJpeg;
GByteArray *picture_jpeg(const Picture *picture, PictureJpeg how);

typedef struct {
    uint32_t per_metre; /* 0: not recorded */
    bool unit_unknown;
    bool interlaced;
    int depth;          /* 0: 8; 1, 16 */
    int colour;         /* PNG_COLOR_TYPE_…; 0: grey */
} PicturePng;
GByteArray *picture_png(const Picture *picture, PicturePng how);

typedef struct {
    int compression;   /* 0: none */
    int bits;          /* 0: 8; 1, 4, 16 */
    int photometric;   /* PHOTOMETRIC_…: min-is-white 0, min-is-black 1, RGB 2, palette 3, separated 5, YCbCr 6 */
    bool planes;
    bool tiled;
    uint32_t rows_per_strip; /* 0: all */
    float resolution;  /* 0: not recorded */
    int unit;          /* 0: inch; RESUNIT_… */
    bool preview;      /* a small preview after each page */
    bool two_ways;     /* of COMPRESSION_CCITTFAX3: lines coded by the one above */
} PictureTiff;
/* COUNT pages, all the same picture. */
GByteArray *picture_tiff(const Picture *picture, unsigned count, PictureTiff how);

/* The only strip of such a file of one page, without the rest. */
GByteArray *picture_tiff_strip(const Picture *picture, PictureTiff how);
/* What the data chunks of such a PNG hold. */
GByteArray *picture_png_data(const Picture *picture, PicturePng how);

/* A PDF of one page of so many points, on which DATA stand as a picture with those ENTRIES of a dictionary.
 */
GByteArray *picture_pdf_page(const char *entries, const GByteArray *data, unsigned width_pt,
                             unsigned height_pt);
/* A PDF with a page of A4 for each of COUNT pictures (JPEG bytes, all of the size given); NULL instead of bytes makes a page of text. */
GByteArray *picture_pdf(GByteArray *const *jpegs, unsigned count, uint32_t width, uint32_t height);
/* The same file encrypted (AES-256). */
GByteArray *picture_pdf_encrypted(const GByteArray *pdf, const char *user_password, const char *owner_password);

#endif
