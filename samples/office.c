#include "office.h"

#include <stdlib.h>

#include "wordfile.h"

#define JPEG_QUALITY 26 /* what a small office sets to get its mail through */

void office_type(const Unit *unit, Sink *sink, const char *name, Paper *paper, gboolean tracked) {
    g_autofree char *writer = unit_value(unit, "unit", "writer", "word");
    g_autofree char *author = unit_value(unit, "unit", "author", "Administrator");
    g_autofree char *label = g_strdup_printf("%s %s", unit->id, name);
    g_autofree char *path = g_strconcat(name, ".docx", NULL);
    WordOptions options = {.hand = wordhand_named(writer),
                           .seed = unit->seed,
                           .label = label,
                           .author = author,
                           .stamp = "2016-11-18",
                           .tracked = tracked};
    g_autoptr(GBytes) bytes = wordfile_write(paper, &options);
    sink_put(sink, path, bytes);
    paper_free(paper);
}

static ScanFormat format_of(const Unit *unit, const char *format, const char *label) {
    static const char *const names[] = {"jpg", "colour", "png", "tif", "pdf", "image-pdf", "fax-pdf"};
    static const ScanFormat formats[] = {SCAN_JPEG, SCAN_JPEG_COLOUR, SCAN_PNG,    SCAN_TIFF,
                                         SCAN_PDF,  SCAN_PDF_IMAGE,   SCAN_PDF_FAX};
    g_autofree char *habit = unit_value(unit, "unit", "scans", "jpg;tif;pdf;jpg;png;pdf");
    g_auto(GStrv) habits = g_strsplit(habit, ";", -1);
    Noise noise;
    noise_init(&noise, unit->seed, label);
    const char *chosen = format ? format : g_strstrip(habits[noise_below(&noise, g_strv_length(habits))]);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (g_str_equal(chosen, names[i])) return formats[i];
    }
    maker_fail("%s：scans=%s 不认识 / unknown format\n", unit->path, chosen);
}

/* The bytes as they come out of a scanner that was switched off too early, and so on. */
static GBytes *damage(GBytes *bytes, ScanFault fault) {
    gsize size = g_bytes_get_size(bytes);
    if (fault == SCAN_TRUNCATED) return g_bytes_new_from_bytes(bytes, 0, size * 2 / 5);
    if (fault == SCAN_EMPTY) return g_bytes_new_static("", 0);
    return g_bytes_ref(bytes);
}

void office_scan(const Unit *unit, Sink *sink, const char *name, Paper *paper, const OfficeScan *how) {
    g_autofree char *own_label = g_strdup_printf("%s %s", unit->id, name);
    g_autofree char *dpi = unit_value(unit, "unit", "dpi", "150");
    ScanOptions options = {
        .max_pages = how->max_pages, .quality = JPEG_QUALITY, .seed = unit->seed, .stamp = "2016-11-18"};
    options.label = how->label ? how->label : own_label;
    options.format = format_of(unit, how->format, options.label);
    options.dpi = how->fault == SCAN_LOW ? 100 : (guint)strtoul(dpi, NULL, 10);
    if (how->fault == SCAN_BLANK) {
        paper_free(paper);
        paper = paper_empty();
    }
    g_autoptr(GPtrArray) files = scanner_paper(paper, &options);
    for (guint i = 0; i < files->len; i++) {
        g_autofree char *index = files->len > 1 ? g_strdup_printf("%u", i + 1) : g_strdup("");
        /* 12号1.jpg would read as another number */
        const char *hyphen = files->len > 1 && g_str_has_suffix(name, "号") ? "-" : "";
        g_autofree char *path =
            g_strdup_printf("%s%s%s.%s", name, hyphen, index, scanner_suffix(options.format));
        g_autoptr(GBytes) bytes =
            damage(g_ptr_array_index(files, i), i + 1 == files->len ? how->fault : SCAN_SOUND);
        sink_put(sink, path, bytes);
    }
    paper_free(paper);
}
