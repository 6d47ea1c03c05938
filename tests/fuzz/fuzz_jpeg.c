/* Pictures: whatever the bytes are, the quick reader and the library tell the same facts. */
#include "fuzz.h"
#include "image_jpeg.h"
#include "picture.h"

#include <stdio.h>
#include <string.h>

const char fuzz_name[] = "jpeg";

/* "WIDTH HEIGHT COMPONENTS QUALITY ACROSS DOWN RESTART" of a page of text. */
GBytes *fuzz_input(const char *recipe, gsize size)
{
    g_autofree char *text = g_strndup(recipe, size);
    unsigned width = 0, height = 0;
    PictureJpeg how = {0};
    int read = sscanf(text, "%u %u %d %d %d %d %d", &width, &height, &how.components, &how.quality, &how.across, &how.down, &how.restart);
    g_assert(read == 7);
    g_autoptr(Picture) picture = picture_new(width, height);
    picture_text(picture, 12, 1);
    picture_grain(picture, 100, 2);
    return g_byte_array_free_to_bytes(picture_jpeg(picture, how));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ScanFacts quick, library;
    scan_facts_init(&quick);
    scan_facts_init(&library);
    image_jpeg_scan(data, size, &quick);
    image_jpeg_scan_by_library(data, size, &library);
    g_assert(quick.reason == library.reason && quick.pages->len == library.pages->len);
    g_assert(quick.pages->len == 0 || memcmp(quick.pages->data, library.pages->data, quick.pages->len * sizeof(PageFacts)) == 0);
    scan_facts_clear(&quick);
    scan_facts_clear(&library);
    return 0;
}
