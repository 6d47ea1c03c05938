#include <stdio.h>
#include <stdlib.h>
#include <jpeglib.h>

#include "picture.h"

static const jpeg_scan_info one_by_one[] = {
    {1, {0}, 0, 63, 0, 0}, {1, {1}, 0, 63, 0, 0}, {1, {2}, 0, 63, 0, 0}};

static void set_up(struct jpeg_compress_struct *cinfo, const Picture *picture, PictureJpeg how)
{
    int components = how.components == 0 ? 3 : how.components;

    cinfo->image_width = picture->width;
    cinfo->image_height = picture->height;
    cinfo->input_components = components;
    cinfo->in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(cinfo);
    if (how.ycck)
        jpeg_set_colorspace(cinfo, JCS_YCCK);
    if (how.rgb)
        jpeg_set_colorspace(cinfo, JCS_RGB);
    jpeg_set_quality(cinfo, how.quality == 0 ? 75 : how.quality, TRUE);
    if (components > 1 && how.across != 0)
        cinfo->comp_info[0].h_samp_factor = how.across;
    if (components > 1 && how.down != 0)
        cinfo->comp_info[0].v_samp_factor = how.down;
    cinfo->restart_interval = (unsigned)how.restart;
    if (how.progressive)
        jpeg_simple_progression(cinfo);
    if (how.separate) {
        cinfo->scan_info = one_by_one;
        cinfo->num_scans = G_N_ELEMENTS(one_by_one);
    }
    if (how.app1 != NULL)
        cinfo->write_JFIF_header = FALSE;
    if (how.density != 0) {
        cinfo->density_unit = (UINT8)how.unit;
        cinfo->X_density = cinfo->Y_density = (UINT16)how.density;
    }
}

/* Inks are stored inverted, and only black is used where there is ink. */
static void fill_row(const Picture *picture, uint32_t y, int components, JSAMPLE *row)
{
    const uint8_t *grey = picture->grey + (size_t)y * picture->width;

    for (uint32_t x = 0; x < picture->width; x++)
        for (int i = 0; i < components; i++)
            *row++ = components == 4 && i < 3 ? 255 : grey[x];
}

GByteArray *picture_jpeg(const Picture *picture, PictureJpeg how)
{
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct cinfo;
    unsigned char *bytes = NULL;
    unsigned long size = 0;

    cinfo.err = jpeg_std_error(&errors);
    jpeg_create_compress(&cinfo);
    jpeg_mem_dest(&cinfo, &bytes, &size);
    set_up(&cinfo, picture, how);
    jpeg_start_compress(&cinfo, TRUE);
    if (how.app1 != NULL)
        jpeg_write_marker(&cinfo, JPEG_APP0 + 1, how.app1, (unsigned)how.app1_size);
    g_autofree JSAMPLE *row = g_malloc((size_t)picture->width * (size_t)cinfo.input_components);
    while (cinfo.next_scanline < cinfo.image_height) {
        JSAMPROW rows[] = {row};
        fill_row(picture, cinfo.next_scanline, cinfo.input_components, row);
        jpeg_write_scanlines(&cinfo, rows, 1);
    }
    jpeg_finish_compress(&cinfo);
    jpeg_destroy_compress(&cinfo);
    GByteArray *result = g_byte_array_append(g_byte_array_new(), bytes, (guint)size);
    free(bytes);
    return result;
}
