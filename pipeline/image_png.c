#include "image_png.h"

#include <setjmp.h>
#include <stdbool.h>
#include <string.h>
#include <png.h>

#include "raster.h"

enum {
    CHUNK_BYTES = 8 * 1024 * 1024, /* of one optional chunk in memory, inflated */
    CHUNK_COUNT = 1000             /* optional chunks kept */
};

/* All that a decoding holds, so that it can be dropped from anywhere. */
typedef struct {
    png_structp png;
    png_infop info;
    const uint8_t *data;
    size_t left;
    ScanFacts *facts;
    Raster *raster;
    uint8_t *row;
    uint8_t *grey;
    uint32_t width;
    uint32_t height;
    int channels;
} PngJob;

/* The first complaint counts: one that was noted before is not overwritten. */
static G_NORETURN void on_error(png_structp png, png_const_charp text)
{
    PngJob *job = png_get_error_ptr(png);
    bool ended = strcmp(text, "Not enough image data") == 0;

    scan_facts_fail(job->facts, job->raster == NULL ? FACTS_REASON_HEADER
                                : ended             ? FACTS_REASON_TRUNCATED
                                                    : FACTS_REASON_CORRUPT);
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp text)
{
    (void)png;
    (void)text;
}

static void on_read(png_structp png, png_bytep to, size_t size)
{
    PngJob *job = png_get_io_ptr(png);

    if (size > job->left) {
        scan_facts_fail(job->facts, FACTS_REASON_TRUNCATED);
        png_error(png, "truncated");
    }
    memcpy(to, job->data, size);
    job->data += size;
    job->left -= size;
}

/* Comments and colour profiles are checked against their checksum and dropped. */
static void skip_texts(png_structp png)
{
    static const uint8_t names[] = "iCCP\0iTXt\0tEXt\0zTXt\0sPLT\0eXIf";
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, names, sizeof names / 5);
}

static void prepare(PngJob *job)
{
    png_set_read_fn(job->png, job, on_read);
    /* Sides are judged by us, with our own reason. */
    png_set_user_limits(job->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_malloc_max(job->png, CHUNK_BYTES);
    png_set_chunk_cache_max(job->png, CHUNK_COUNT);
    png_set_benign_errors(job->png, 1);
    skip_texts(job->png);
}

static void open_picture(PngJob *job)
{
    png_read_info(job->png, job->info);
    job->width = png_get_image_width(job->png, job->info);
    job->height = png_get_image_height(job->png, job->info);
    FactsReason reason = scan_judge_size(job->width, job->height);
    if (reason != FACTS_REASON_NONE) {
        scan_facts_fail(job->facts, reason);
        png_error(job->png, "size");
    }
    png_set_expand(job->png);
    png_set_strip_16(job->png);
    png_read_update_info(job->png, job->info);
    job->channels = png_get_channels(job->png, job->info);
    job->raster = raster_new(job->width, job->height, scan_cell_px(job->facts, job->width, job->height));
    job->row = g_malloc(png_get_rowbytes(job->png, job->info));
    job->grey = g_malloc(job->width);
}

/* A level under so much alpha, lying on white. */
static uint8_t on_white(unsigned level, unsigned alpha)
{
    return (uint8_t)(255 - (alpha * (255 - level) + 127) / 255);
}

static void row_to_grey(const PngJob *job, uint32_t count)
{
    const uint8_t *from = job->row;
    bool colour = job->channels >= 3;
    bool alpha = job->channels == 2 || job->channels == 4;

    for (uint32_t i = 0; i < count; i++, from += job->channels) {
        uint8_t grey = colour ? raster_grey(from[0], from[1], from[2]) : from[0];
        job->grey[i] = alpha ? on_white(grey, from[job->channels - 1]) : grey;
    }
}

static void read_row(PngJob *job, RasterRun run, uint32_t count)
{
    png_read_row(job->png, job->row, NULL);
    if (job->channels != 1)
        row_to_grey(job, count);
    raster_add(job->raster, run, job->channels == 1 ? job->row : job->grey, count);
}

/* Without png_set_interlace_handling each pass comes as a small picture of its own, which needs no full-size memory. */
static void read_pass(PngJob *job, int pass)
{
    uint32_t rows = PNG_PASS_ROWS(job->height, pass);
    uint32_t columns = PNG_PASS_COLS(job->width, pass);

    if (columns == 0)
        return;
    for (uint32_t row = 0; row < rows; row++) {
        RasterRun run = {PNG_PASS_START_COL(pass), PNG_ROW_FROM_PASS_ROW(row, pass),
                         1U << PNG_PASS_COL_SHIFT(pass), RASTER_WHOLE};
        read_row(job, run, columns);
    }
}

static void read_picture(PngJob *job)
{
    if (png_get_interlace_type(job->png, job->info) == PNG_INTERLACE_NONE)
        for (uint32_t y = 0; y < job->height; y++)
            read_row(job, (RasterRun){0, y, 1, RASTER_WHOLE}, job->width);
    else
        for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; pass++)
            read_pass(job, pass);
    png_read_end(job->png, job->info);
}

static void read_resolution(const PngJob *job, PageFacts *page)
{
    png_uint_32 x = 0, y = 0;
    int unit = PNG_RESOLUTION_UNKNOWN;

    if (png_get_pHYs(job->png, job->info, &x, &y, &unit) == 0 || unit != PNG_RESOLUTION_METER)
        return;
    page->dpi_x = scan_dpi_from(x, 100000);
    page->dpi_y = scan_dpi_from(y, 100000);
}

/* All that the library may leave by the jump. */
static void decode(PngJob *job)
{
    PageFacts page = {0};

    prepare(job);
    open_picture(job);
    read_picture(job);
    read_resolution(job, &page);
    scan_take_raster(job->facts, job->raster, &page);
}

static void job_free(PngJob *job)
{
    png_destroy_read_struct(&job->png, &job->info, NULL);
    raster_free(job->raster);
    g_free(job->row);
    g_free(job->grey);
    g_free(job);
}

void image_png_scan(const uint8_t *data, size_t size, ScanFacts *facts)
{
    PngJob *job = g_new0(PngJob, 1); /* not on the stack, where a jump may undo changes */

    job->data = data;
    job->left = size;
    job->facts = facts;
    job->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, job, on_error, on_warning);
    g_assert(job->png != NULL);
    job->info = png_create_info_struct(job->png);
    g_assert(job->info != NULL);
    if (setjmp(png_jmpbuf(job->png)) == 0)
        decode(job);
    job_free(job);
}
