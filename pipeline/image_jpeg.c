#include "image_jpeg.h"

#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <jpeglib.h>
#include <jerror.h>

#include "exif.h"
#include "jpegmeans.h"
#include "raster.h"

enum {
    STRAY_BYTES = 2,           /* before the end marker: padding of some scanners */
    MARKER_EOI = 0xd9,
    JFIF_UNIT_INCH = 1,
    JFIF_UNIT_CM = 2
};

/* All that a decoding holds, so that it can be dropped from anywhere. */
typedef struct {
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    struct jpeg_decompress_struct cinfo;
    jmp_buf jump;
    ScanFacts *facts;
    Raster *raster;
    JSAMPLE *row;  /* as the library gives it */
    uint8_t *grey; /* one sample a cell */
    bool has_turn;
} JpegJob;

static JpegJob *job_of(j_common_ptr cinfo)
{
    return cinfo->client_data;
}

static G_NORETURN void give_up(JpegJob *job, FactsReason reason)
{
    scan_facts_fail(job->facts, reason);
    longjmp(job->jump, 1);
}

static FactsReason reason_of_error(int code)
{
    switch (code) {
    case JERR_INPUT_EOF:
    case JERR_INPUT_EMPTY:
        return FACTS_REASON_TRUNCATED;
    case JERR_BAD_PRECISION:
    case JERR_SOF_UNSUPPORTED:
    case JERR_ARITH_NOTIMPL:
    case JERR_CCIR601_NOTIMPL:
    case JERR_FRACT_SAMPLE_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_NOTIMPL:
    case JERR_NOT_COMPILED:
        return FACTS_REASON_FEATURE;
    case JERR_OUT_OF_MEMORY:
    case JERR_NO_BACKING_STORE:
    case JERR_WIDTH_OVERFLOW:
        return FACTS_REASON_MEMORY;
    case JERR_IMAGE_TOO_BIG:
        return FACTS_REASON_PIXELS;
    case JERR_HUFF_MISSING_CODE:
    case JERR_NO_HUFF_TABLE:
    case JERR_NO_QUANT_TABLE:
        return FACTS_REASON_CORRUPT;
    default:
        return FACTS_REASON_HEADER;
    }
}

static G_NORETURN void on_error(j_common_ptr cinfo)
{
    give_up(job_of(cinfo), reason_of_error(cinfo->err->msg_code));
}

static bool warning_is_harmless(const struct jpeg_error_mgr *err)
{
    switch (err->msg_code) {
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
    case JWRN_BOGUS_ICC:
        return true;
    case JWRN_EXTRANEOUS_DATA:
        return err->msg_parm.i[0] <= STRAY_BYTES && err->msg_parm.i[1] == MARKER_EOI;
    default:
        return false;
    }
}

static void on_message(j_common_ptr cinfo, int level)
{
    if (level >= 0 || warning_is_harmless(cinfo->err))
        return;
    bool ended = cinfo->err->msg_code == JWRN_JPEG_EOF;
    give_up(job_of(cinfo), ended ? FACTS_REASON_TRUNCATED : FACTS_REASON_CORRUPT);
}

static void on_output(j_common_ptr cinfo)
{
    (void)cinfo;
}

/* Called again and again while data are read. */
static void on_progress(j_common_ptr cinfo)
{
    if (job_of(cinfo)->cinfo.input_scan_number > SCAN_MAX_PASSES)
        give_up(job_of(cinfo), FACTS_REASON_PIXELS);
}

/* What the library holds when a picture comes in several passes: every coefficient. */
static uint64_t held_bytes(const struct jpeg_decompress_struct *cinfo)
{
    uint64_t blocks = 0;

    for (int i = 0; i < cinfo->num_components; i++)
        blocks += (uint64_t)cinfo->comp_info[i].width_in_blocks * cinfo->comp_info[i].height_in_blocks;
    return blocks * sizeof(JBLOCK);
}

static void prepare_memory(JpegJob *job)
{
    if (!jpeg_has_multiple_scans(&job->cinfo))
        return;
    uint64_t held = held_bytes(&job->cinfo);
    if (held > SCAN_MAX_HELD_BYTES)
        give_up(job, FACTS_REASON_MEMORY);
    if (held > SCAN_TURN_BYTES) {
        scan_turn_take();
        job->has_turn = true;
    }
}

static J_COLOR_SPACE output_space(JpegJob *job)
{
    switch (job->cinfo.jpeg_color_space) {
    case JCS_GRAYSCALE:
    case JCS_YCbCr:
    case JCS_RGB:
        return JCS_GRAYSCALE;
    case JCS_CMYK:
    case JCS_YCCK:
        return JCS_CMYK;
    default:
        give_up(job, FACTS_REASON_FEATURE);
    }
}

static void read_header(JpegJob *job, const uint8_t *data, size_t size)
{
    struct jpeg_decompress_struct *cinfo = &job->cinfo;

    jpeg_mem_src(cinfo, data, size);
    jpeg_save_markers(cinfo, JPEG_APP0 + 1, 0xffff);
    jpeg_read_header(cinfo, TRUE);
    FactsReason reason = scan_judge_size(cinfo->image_width, cinfo->image_height);
    if (reason != FACTS_REASON_NONE)
        give_up(job, reason);
}

/* ---- plain pictures, without the library's decoder ---- */

static bool take_component(const struct jpeg_decompress_struct *cinfo, int index, JpegComponent *component)
{
    const jpeg_component_info *info = cinfo->cur_comp_info[index];
    if (info != &cinfo->comp_info[index] || info->dc_tbl_no >= NUM_HUFF_TBLS || info->ac_tbl_no >= NUM_HUFF_TBLS)
        return false;
    const JHUFF_TBL *dc = cinfo->dc_huff_tbl_ptrs[info->dc_tbl_no], *ac = cinfo->ac_huff_tbl_ptrs[info->ac_tbl_no];
    if (dc == NULL || ac == NULL)
        return false;
    *component = (JpegComponent){.across = (unsigned)info->h_samp_factor,
                                 .down = (unsigned)info->v_samp_factor,
                                 .dc = {dc->bits, dc->huffval},
                                 .ac = {ac->bits, ac->huffval}};
    return index == 0 ? component->across <= 2 && component->down <= 2 : component->across * component->down == 1;
}

/* The scan as jpegmeans takes it; false where only the library will do. */
static bool take_scan(const struct jpeg_decompress_struct *cinfo, JpegScan *scan)
{
    bool grey = cinfo->num_components == 1 && cinfo->jpeg_color_space == JCS_GRAYSCALE;
    bool coloured = cinfo->num_components == JPEGMEANS_COMPONENTS_MAX && cinfo->jpeg_color_space == JCS_YCbCr;
    if ((!grey && !coloured) || cinfo->data_precision != 8 || cinfo->progressive_mode || cinfo->arith_code ||
        cinfo->comps_in_scan != cinfo->num_components || cinfo->Ss != 0 || cinfo->Se != DCTSIZE2 - 1 || cinfo->Ah != 0 ||
        cinfo->Al != 0)
        return false;
    *scan = (JpegScan){.width_px = cinfo->image_width,
                       .height_px = cinfo->image_height,
                       .components = (unsigned)cinfo->num_components,
                       .restart_interval = cinfo->restart_interval};
    for (int i = 0; i < cinfo->num_components; i++) {
        unsigned table = (unsigned)cinfo->comp_info[i].quant_tbl_no;
        const JQUANT_TBL *quanta = table < NUM_QUANT_TBLS ? cinfo->quant_tbl_ptrs[table] : NULL;
        if (quanta == NULL || !take_component(cinfo, i, &scan->component[i]))
            return false;
        if (i == 0)
            scan->dc_quantum = quanta->quantval[0];
    }
    bool one_block = scan->component[0].across * scan->component[0].down == 1;
    return scan->dc_quantum >= 1 && scan->dc_quantum <= UINT8_MAX && (coloured || one_block);
}

static void on_means(gpointer user, uint32_t row, const uint8_t *means, size_t count)
{
    raster_add_cells(user, row, means, count);
}

/* True when the picture is of the plain kind that nearly all scanners write, and sound: then its cells are known. */
static bool read_plain(JpegJob *job)
{
    const struct jpeg_decompress_struct *cinfo = &job->cinfo;
    JpegScan scan;
    if (!take_scan(cinfo, &scan))
        return false;
    job->raster = raster_new(scan.width_px, scan.height_px, RASTER_CELL_PX);
    if (jpegmeans_read(&scan, cinfo->src->next_input_byte, cinfo->src->bytes_in_buffer, on_means, job->raster))
        return true;
    g_clear_pointer(&job->raster, raster_free);
    return false;
}

/* ---- all others ---- */

/* The library makes one sample a cell. */
static void start_decoder(JpegJob *job, uint32_t cell_px)
{
    struct jpeg_decompress_struct *cinfo = &job->cinfo;

    cinfo->mem->max_memory_to_use = SCAN_MAX_HELD_BYTES;
    cinfo->out_color_space = output_space(job);
    cinfo->scale_num = 1;
    cinfo->scale_denom = cell_px;
    cinfo->dct_method = JDCT_ISLOW;
    cinfo->do_fancy_upsampling = FALSE;
    cinfo->do_block_smoothing = FALSE;
    prepare_memory(job);
    jpeg_start_decompress(cinfo);
}

/* Adobe programs, which write nearly all CMYK files, store the inks inverted. */
static void cmyk_to_grey(const JSAMPLE *row, uint8_t *grey, size_t count, bool inverted)
{
    uint8_t flip = inverted ? 0 : 0xff;
    for (size_t i = 0; i < count; i++, row += 4) {
        unsigned light = raster_grey(row[0] ^ flip, row[1] ^ flip, row[2] ^ flip);
        grey[i] = (uint8_t)((light * (row[3] ^ flip) + 127) / 255);
    }
}

static void read_rows(JpegJob *job)
{
    struct jpeg_decompress_struct *cinfo = &job->cinfo;
    bool cmyk = cinfo->out_color_space == JCS_CMYK;
    size_t count = cinfo->output_width;

    job->raster = raster_new(cinfo->image_width, cinfo->image_height, cinfo->scale_denom);
    job->row = g_malloc(count * (size_t)cinfo->output_components);
    job->grey = g_malloc(count);
    while (cinfo->output_scanline < cinfo->output_height) {
        uint32_t cell_y = cinfo->output_scanline;
        JSAMPROW rows[] = {job->row};
        jpeg_read_scanlines(cinfo, rows, 1);
        if (cmyk)
            cmyk_to_grey(job->row, job->grey, count, cinfo->saw_Adobe_marker);
        raster_add_cells(job->raster, cell_y, cmyk ? job->grey : job->row, count);
    }
    jpeg_finish_decompress(cinfo);
}

static void read_resolution(const struct jpeg_decompress_struct *cinfo, PageFacts *page)
{
    uint32_t length_cmm = cinfo->density_unit == JFIF_UNIT_INCH ? 2540 : cinfo->density_unit == JFIF_UNIT_CM ? 1000 : 0;

    if (cinfo->saw_JFIF_marker && length_cmm != 0) {
        page->dpi_x = scan_dpi_from(cinfo->X_density, length_cmm);
        page->dpi_y = scan_dpi_from(cinfo->Y_density, length_cmm);
        return;
    }
    for (jpeg_saved_marker_ptr m = cinfo->marker_list; m != NULL && page->dpi_x == 0; m = m->next)
        exif_resolution(m->data, m->data_length, &page->dpi_x, &page->dpi_y);
}

/* All that the library may leave by the jump. */
static void decode(JpegJob *job, const uint8_t *data, size_t size, bool library_alone)
{
    PageFacts page = {0};

    jpeg_create_decompress(&job->cinfo);
    job->cinfo.client_data = job;
    job->cinfo.progress = &job->progress;
    read_header(job, data, size);
    read_resolution(&job->cinfo, &page);
    uint32_t cell_px = scan_cell_px(job->facts, job->cinfo.image_width, job->cinfo.image_height);
    if (library_alone || cell_px != RASTER_CELL_PX || !read_plain(job)) {
        start_decoder(job, cell_px);
        read_rows(job);
    }
    scan_take_raster(job->facts, job->raster, &page);
}

static void job_free(JpegJob *job)
{
    jpeg_destroy_decompress(&job->cinfo);
    if (job->has_turn)
        scan_turn_give();
    raster_free(job->raster);
    g_free(job->row);
    g_free(job->grey);
    g_free(job);
}

static void scan_picture(const uint8_t *data, size_t size, bool library_alone, ScanFacts *facts)
{
    JpegJob *job = g_new0(JpegJob, 1); /* not on the stack, where a jump may undo changes */

    job->facts = facts;
    job->cinfo.err = jpeg_std_error(&job->errors);
    job->cinfo.client_data = job;
    job->errors.error_exit = on_error;
    job->errors.emit_message = on_message;
    job->errors.output_message = on_output;
    job->progress.progress_monitor = on_progress;
    if (setjmp(job->jump) == 0)
        decode(job, data, size, library_alone);
    job_free(job);
}

void image_jpeg_scan(const uint8_t *data, size_t size, ScanFacts *facts)
{
    scan_picture(data, size, false, facts);
}

void image_jpeg_scan_by_library(const uint8_t *data, size_t size, ScanFacts *facts)
{
    scan_picture(data, size, true, facts);
}
