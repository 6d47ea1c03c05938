#include "image_tiff.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>
#include <tiffio.h>

#include "raster.h"

enum { MAX_SAMPLES = 8 }; /* a pixel: colour, four inks, some extra channels */

/* One file. */
typedef struct {
    TIFF *tif;
    const uint8_t *data;
    size_t size;
    size_t position;
    ScanFacts *facts;
    FactsReason complaint; /* of libtiff about the data of the page at hand */
    uint32_t complaint_row; /* of the page: where it came */
    uint64_t pixels;      /* of all pages so far */
} TiffJob;

/* One page. */
typedef struct {
    TIFF *tif;
    uint32_t width;
    uint32_t height;
    uint16_t bits;    /* a sample */
    uint16_t samples; /* a pixel */
    uint16_t photometric;
    uint16_t compression;
    bool planes; /* colours come one after the other, not pixel by pixel */
    uint8_t palette[256];
    Raster *raster;
    uint8_t *packed;  /* a row or a tile, as libtiff gives it */
    uint8_t *samples8; /* a row, a byte a sample */
    uint8_t *grey;    /* a row, a byte a pixel */
} TiffPage;

/* ---- the file in memory ---- */

static tmsize_t memory_read(thandle_t handle, void *to, tmsize_t size)
{
    TiffJob *job = handle;
    size_t left = job->position < job->size ? job->size - job->position : 0;
    size_t count = MIN((size_t)size, left);

    memcpy(to, job->data + (left > 0 ? job->position : 0), count);
    job->position += count;
    return (tmsize_t)count;
}

static tmsize_t memory_write(thandle_t handle, void *from, tmsize_t size)
{
    (void)handle;
    (void)from;
    (void)size;
    return -1;
}

static toff_t memory_seek(thandle_t handle, toff_t offset, int whence)
{
    TiffJob *job = handle;
    toff_t base = whence == SEEK_CUR ? job->position : whence == SEEK_END ? job->size : 0;

    job->position = (size_t)(base + offset);
    return job->position;
}

static int memory_close(thandle_t handle)
{
    (void)handle;
    return 0;
}

static toff_t memory_size(thandle_t handle)
{
    return ((TiffJob *)handle)->size;
}

/* libtiff then decodes straight from our bytes, which it only reads. */
static int memory_map(thandle_t handle, void **base, toff_t *size)
{
    TiffJob *job = handle;

    memcpy(base, &job->data, sizeof job->data);
    *size = job->size;
    return 1;
}

static void memory_unmap(thandle_t handle, void *base, toff_t size)
{
    (void)handle;
    (void)base;
    (void)size;
}

/* ---- complaints: both say "handled", so that nothing is printed ---- */

/* The first one counts. */
static void complain(TiffJob *job, TIFF *tif, FactsReason reason)
{
    if (job->complaint != FACTS_REASON_NONE)
        return;
    job->complaint = reason;
    job->complaint_row = TIFFCurrentRow(tif);
}

static int on_error(TIFF *tif, void *user, const char *module, const char *format, va_list arguments)
{
    TiffJob *job = user;
    bool ended = strstr(format, "Read error") != NULL || strstr(format, "Not enough data") != NULL ||
                 g_str_has_prefix(format, "ZLib error"); /* not of the data: these are a "Decoding error" */
    bool rare = g_str_has_prefix(format, "Uncompressed data"); /* among the codes of a fax */

    (void)module;
    (void)arguments;
    complain(job, tif, rare ? FACTS_REASON_FEATURE : ended ? FACTS_REASON_TRUNCATED : FACTS_REASON_CORRUPT);
    return 1;
}

/* Decoders report damage that they papered over as warnings; those of the directory reader are about odd tags. */
static int on_warning(TIFF *tif, void *user, const char *module, const char *format, va_list arguments)
{
    static const char *const decoders[] = {"Fax3", "Fax4", "JPEGLib", "PackBitsDecode"};
    TiffJob *job = user;
    bool ended = g_str_has_prefix(format, "Premature EOF");

    (void)arguments;
    for (size_t i = 0; i < G_N_ELEMENTS(decoders); i++)
        if (module != NULL && g_str_has_prefix(module, decoders[i]))
            complain(job, tif, ended ? FACTS_REASON_TRUNCATED : FACTS_REASON_CORRUPT);
    return 1;
}

/* ---- rows ---- */

static void unpack_small(const uint8_t *packed, unsigned bits, bool scale, uint8_t *out, size_t count)
{
    unsigned top = (1U << bits) - 1;
    unsigned factor = scale ? 255 / top : 1;

    for (size_t i = 0; i < count; i++) {
        size_t bit = i * bits;
        out[i] = (uint8_t)((packed[bit / 8] >> (8 - bits - bit % 8) & top) * factor);
    }
}

/* COUNT samples of a packed row as bytes; palette indices stay as they are, others are scaled to 0-255. */
static void unpack(const TiffPage *page, const uint8_t *packed, size_t count)
{
    if (page->bits == 8) {
        memcpy(page->samples8, packed, count);
    } else if (page->bits == 16) {
        for (size_t i = 0; i < count; i++) {
            uint16_t value;
            memcpy(&value, packed + 2 * i, sizeof value);
            page->samples8[i] = (uint8_t)(value >> 8);
        }
    } else {
        unpack_small(packed, page->bits, page->photometric != PHOTOMETRIC_PALETTE, page->samples8, count);
    }
}

static uint8_t pixel_grey(const TiffPage *page, const uint8_t *s)
{
    switch (page->photometric) {
    case PHOTOMETRIC_MINISWHITE:
        return (uint8_t)(255 - s[0]);
    case PHOTOMETRIC_PALETTE:
        return page->palette[s[0]];
    case PHOTOMETRIC_RGB:
        return raster_grey(s[0], s[1], s[2]);
    case PHOTOMETRIC_SEPARATED:
        return (uint8_t)((raster_grey(255U - s[0], 255U - s[1], 255U - s[2]) * (255U - s[3]) + 127) / 255);
    default:
        return s[0];
    }
}

/* Adds COUNT pixels of a packed row; PLANE is the colour they carry when planes come one by one. */
static void add_row(TiffPage *page, uint32_t x, uint32_t y, const uint8_t *packed, size_t count, uint16_t plane)
{
    static const uint32_t weights[] = {RASTER_RED, RASTER_GREEN, RASTER_BLUE};

    if (page->planes) {
        unpack(page, packed, count);
        raster_add(page->raster, (RasterRun){x, y, 1, weights[plane]}, page->samples8, count);
        return;
    }
    unpack(page, packed, count * page->samples);
    for (size_t i = 0; i < count; i++)
        page->grey[i] = pixel_grey(page, page->samples8 + i * page->samples);
    raster_add(page->raster, (RasterRun){x, y, 1, RASTER_WHOLE}, page->grey, count);
}

/* ---- strips and tiles, one plane ---- */

static bool read_strips(TiffPage *page, uint16_t plane)
{
    bool bilevel = page->bits == 1 && page->samples == 1 && page->photometric != PHOTOMETRIC_PALETTE;

    for (uint32_t y = 0; y < page->height; y++) {
        if (TIFFReadScanline(page->tif, page->packed, y, plane) < 0)
            return false;
        if (bilevel)
            raster_add_bits(page->raster, y, page->packed, page->photometric == PHOTOMETRIC_MINISWHITE);
        else
            add_row(page, 0, y, page->packed, page->width, plane);
    }
    return true;
}

static bool read_tiles(TiffPage *page, uint16_t plane)
{
    uint32_t width = 0, height = 0;
    tmsize_t row_bytes = TIFFTileRowSize(page->tif);

    TIFFGetField(page->tif, TIFFTAG_TILEWIDTH, &width);
    TIFFGetField(page->tif, TIFFTAG_TILELENGTH, &height);
    for (uint32_t y = 0; y < page->height; y += height)
        for (uint32_t x = 0; x < page->width; x += width) {
            if (TIFFReadTile(page->tif, page->packed, x, y, 0, plane) < 0)
                return false;
            for (uint32_t row = 0; row < height && y + row < page->height; row++)
                add_row(page, x, y + row, page->packed + (size_t)row * (size_t)row_bytes,
                        MIN(width, page->width - x), plane);
        }
    return true;
}

static bool read_directly(TiffPage *page)
{
    bool tiled = TIFFIsTiled(page->tif);
    uint16_t planes = page->planes ? 3 : 1;

    page->packed = g_malloc0((size_t)(tiled ? TIFFTileSize64(page->tif) : TIFFScanlineSize64(page->tif)));
    page->samples8 = g_malloc((size_t)page->width * page->samples);
    page->grey = g_malloc(page->width);
    for (uint16_t plane = 0; plane < planes; plane++)
        if (!(tiled ? read_tiles(page, plane) : read_strips(page, plane)))
            return false;
    return true;
}

/* ---- through libtiff's conversion to colour ---- */

/* libtiff's rows stand bottom up. */
static void add_converted(TiffPage *page, const uint32_t *colours, RasterRun at, uint32_t stride, uint32_t rows)
{
    uint32_t count = MIN(stride, page->width - at.x);

    for (uint32_t row = 0; row < rows && at.y + row < page->height; row++) {
        const uint32_t *from = colours + (size_t)(rows - 1 - row) * stride;
        for (uint32_t i = 0; i < count; i++)
            page->grey[i] = raster_grey(TIFFGetR(from[i]), TIFFGetG(from[i]), TIFFGetB(from[i]));
        raster_add(page->raster, (RasterRun){at.x, at.y + row, 1, RASTER_WHOLE}, page->grey, count);
    }
}

static bool read_converted_block(TiffPage *page, uint32_t *colours, uint32_t x, uint32_t y)
{
    return TIFFIsTiled(page->tif) ? TIFFReadRGBATileExt(page->tif, x, y, colours, 1)
                                  : TIFFReadRGBAStripExt(page->tif, y, colours, 1);
}

static bool read_converted(TiffPage *page, uint32_t width, uint32_t height)
{
    g_autofree uint32_t *colours = g_new0(uint32_t, (size_t)width * height);

    page->grey = g_malloc(page->width);
    for (uint32_t y = 0; y < page->height; y += height)
        for (uint32_t x = 0; x < page->width; x += width) {
            if (!read_converted_block(page, colours, x, y))
                return false;
            /* The last strip is given without the rows that it lacks, a tile always whole. */
            uint32_t rows = TIFFIsTiled(page->tif) ? height : MIN(height, page->height - y);
            add_converted(page, colours, (RasterRun){.x = x, .y = y}, width, rows);
        }
    return true;
}

/* The size of a strip or tile in pixels. */
static void block_size(const TiffPage *page, uint32_t *width, uint32_t *height)
{
    *width = page->width;
    *height = page->height;
    if (TIFFIsTiled(page->tif)) {
        TIFFGetField(page->tif, TIFFTAG_TILEWIDTH, width);
        TIFFGetField(page->tif, TIFFTAG_TILELENGTH, height);
    } else {
        TIFFGetFieldDefaulted(page->tif, TIFFTAG_ROWSPERSTRIP, height);
        *height = MIN(*height, page->height);
    }
}

/* ---- a page ---- */

static bool is_direct(const TiffPage *page)
{
    uint16_t format = SAMPLEFORMAT_UINT;

    TIFFGetFieldDefaulted(page->tif, TIFFTAG_SAMPLEFORMAT, &format);
    if (format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_VOID)
        return false;
    if (page->bits > 16 || (page->bits & (page->bits - 1)) != 0 || page->compression == COMPRESSION_OJPEG)
        return false;
    switch (page->photometric) {
    case PHOTOMETRIC_MINISWHITE:
    case PHOTOMETRIC_MINISBLACK:
        return !page->planes;
    case PHOTOMETRIC_PALETTE:
        return page->samples == 1 && page->bits <= 8;
    case PHOTOMETRIC_RGB:
        return page->samples >= 3;
    case PHOTOMETRIC_SEPARATED:
        return page->samples >= 4 && !page->planes;
    default:
        return false;
    }
}

static void load_palette(TiffPage *page)
{
    uint16_t *red, *green, *blue;

    if (page->photometric != PHOTOMETRIC_PALETTE || page->bits > 8 ||
        !TIFFGetField(page->tif, TIFFTAG_COLORMAP, &red, &green, &blue))
        return;
    for (unsigned i = 0; i < 1U << page->bits; i++)
        page->palette[i] = raster_grey(red[i] >> 8U, green[i] >> 8U, blue[i] >> 8U);
}

static void read_header(TiffPage *page)
{
    uint16_t planar = PLANARCONFIG_CONTIG;

    TIFFGetField(page->tif, TIFFTAG_IMAGEWIDTH, &page->width);
    TIFFGetField(page->tif, TIFFTAG_IMAGELENGTH, &page->height);
    TIFFGetFieldDefaulted(page->tif, TIFFTAG_BITSPERSAMPLE, &page->bits);
    TIFFGetFieldDefaulted(page->tif, TIFFTAG_SAMPLESPERPIXEL, &page->samples);
    TIFFGetFieldDefaulted(page->tif, TIFFTAG_PLANARCONFIG, &planar);
    TIFFGetFieldDefaulted(page->tif, TIFFTAG_COMPRESSION, &page->compression);
    if (!TIFFGetField(page->tif, TIFFTAG_PHOTOMETRIC, &page->photometric))
        page->photometric = page->bits == 1 ? PHOTOMETRIC_MINISWHITE : PHOTOMETRIC_MINISBLACK;
    page->planes = planar == PLANARCONFIG_SEPARATE && page->samples > 1;
    if (page->compression == COMPRESSION_JPEG && page->photometric == PHOTOMETRIC_YCBCR && !page->planes) {
        TIFFSetField(page->tif, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        page->photometric = PHOTOMETRIC_RGB;
    }
    load_palette(page);
}

static bool is_fax(const TiffPage *page)
{
    return page->compression == COMPRESSION_CCITTRLE || page->compression == COMPRESSION_CCITTRLEW ||
           page->compression == COMPRESSION_CCITTFAX3 || page->compression == COMPRESSION_CCITTFAX4;
}

/* Why the page is not even tried; FACTS_REASON_NONE when it is. */
static FactsReason judge_page(TiffJob *job, const TiffPage *page)
{
    FactsReason reason = scan_judge_size(page->width, page->height);
    uint64_t block = TIFFIsTiled(page->tif) ? TIFFTileSize64(page->tif) : TIFFScanlineSize64(page->tif);

    if (reason != FACTS_REASON_NONE)
        return reason;
    job->pixels += (uint64_t)page->width * page->height;
    if (job->pixels > SCAN_MAX_FILE_PX)
        return FACTS_REASON_PIXELS;
    if (page->bits == 0 || page->samples == 0 || block == 0)
        return FACTS_REASON_HEADER;
    if (is_fax(page) && (page->bits != 1 || page->samples != 1))
        return FACTS_REASON_HEADER; /* the fax decoders would fill only part of each row */
    if (page->samples > MAX_SAMPLES || !TIFFIsCODECConfigured(page->compression))
        return FACTS_REASON_FEATURE;
    return block > SCAN_MAX_TILE_BYTES ? FACTS_REASON_MEMORY : FACTS_REASON_NONE;
}

static FactsReason read_pixels(TiffJob *job, TiffPage *page)
{
    char why[1024];
    uint32_t width, height;
    bool done;

    page->raster = raster_new(page->width, page->height, scan_cell_px(job->facts, page->width, page->height));
    if (is_direct(page)) {
        done = read_directly(page);
    } else {
        block_size(page, &width, &height);
        if (width == 0 || height == 0 || !TIFFRGBAImageOK(page->tif, why))
            return FACTS_REASON_FEATURE;
        if ((uint64_t)width * height * 4 > SCAN_MAX_TILE_BYTES)
            return FACTS_REASON_MEMORY;
        job->complaint = FACTS_REASON_NONE;
        done = read_converted(page, width, height);
    }
    return job->complaint != FACTS_REASON_NONE ? job->complaint : done ? FACTS_REASON_NONE : FACTS_REASON_CORRUPT;
}

/* X dots to the recorded unit; libtiff gives a float. */
static uint32_t resolution(TIFF *tif, uint32_t tag)
{
    float dots = 0;
    uint16_t unit = RESUNIT_INCH;

    TIFFGetFieldDefaulted(tif, TIFFTAG_RESOLUTIONUNIT, &unit);
    if (unit == RESUNIT_NONE || !TIFFGetField(tif, tag, &dots) || !(dots > 0 && dots < 1e6F))
        return 0;
    return scan_dpi_from((uint64_t)((double)dots * 1000 + 0.5), unit == RESUNIT_CENTIMETER ? 1000000 : 2540000);
}

static void page_clear(TiffPage *page)
{
    raster_free(page->raster);
    g_free(page->packed);
    g_free(page->samples8);
    g_free(page->grey);
}

/* Reads the page that is the current directory. */
static void read_page(TiffJob *job)
{
    TiffPage page = {.tif = job->tif};
    PageFacts result = {0};

    job->complaint = FACTS_REASON_NONE;
    read_header(&page);
    FactsReason reason = judge_page(job, &page);
    if (reason == FACTS_REASON_NONE)
        reason = read_pixels(job, &page);
    if (reason == FACTS_REASON_NONE) {
        result.dpi_x = resolution(page.tif, TIFFTAG_XRESOLUTION);
        result.dpi_y = resolution(page.tif, TIFFTAG_YRESOLUTION);
        scan_take_raster(job->facts, page.raster, &result);
    } else {
        scan_facts_fail(job->facts, reason);
    }
    page_clear(&page);
}

/* ---- a file ---- */

static void read_pages(TiffJob *job)
{
    for (uint32_t directories = 1;; directories++) {
        uint32_t kind = 0;
        TIFFGetFieldDefaulted(job->tif, TIFFTAG_SUBFILETYPE, &kind);
        if ((kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0)
            read_page(job);
        if (job->facts->state != FACTS_OK || TIFFLastDirectory(job->tif))
            break;
        if (directories == SCAN_MAX_PAGES) {
            scan_facts_fail(job->facts, FACTS_REASON_PAGES);
            break;
        }
        if (!TIFFReadDirectory(job->tif)) {
            scan_facts_fail(job->facts, FACTS_REASON_HEADER);
            break;
        }
    }
    if (job->facts->pages->len == 0)
        scan_facts_fail(job->facts, FACTS_REASON_HEADER);
}

uint32_t image_tiff_scan_to_row(const uint8_t *data, size_t size, ScanFacts *facts)
{
    TiffJob job = {.data = data, .size = size, .facts = facts};
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();

    TIFFOpenOptionsSetMaxSingleMemAlloc(options, SCAN_MAX_HELD_BYTES);
    TIFFOpenOptionsSetErrorHandlerExtR(options, on_error, &job);
    TIFFOpenOptionsSetWarningHandlerExtR(options, on_warning, &job);
    job.tif = TIFFClientOpenExt("scan", "r", &job, memory_read, memory_write, memory_seek, memory_close,
                                memory_size, memory_map, memory_unmap, options);
    TIFFOpenOptionsFree(options);
    if (job.tif == NULL) {
        scan_facts_fail(facts, FACTS_REASON_HEADER);
        return 0;
    }
    read_pages(&job);
    TIFFClose(job.tif);
    return job.complaint_row;
}

void image_tiff_scan(const uint8_t *data, size_t size, ScanFacts *facts)
{
    image_tiff_scan_to_row(data, size, facts);
}
