/* Seals, signatures and photographs. */
#include <math.h>
#include <pango/pangocairo.h>

#include "page.h"

#define SEAL_RADIUS_PT 59.5 /* 42 mm across */

static void draw_star(cairo_t *cr, double radius) {
    for (int i = 0; i < 5; i++) {
        double angle = -M_PI / 2 + i * 4 * M_PI / 5;
        cairo_line_to(cr, radius * cos(angle), radius * sin(angle));
    }
    cairo_close_path(cr);
    cairo_fill(cr);
}

/* The name's characters stand upright on an arc of 250 degrees. */
static void draw_ring_text(cairo_t *cr, const char *agency, double radius) {
    glong n = g_utf8_strlen(agency, -1);
    double span = MIN(250.0, 26.0 * (double)n) * M_PI / 180;
    double size = n > 12 ? 11 : 14;
    g_autoptr(PangoLayout) layout = pango_cairo_create_layout(cr);
    g_autofree char *font = g_strdup_printf("Noto Serif CJK SC Bold %g", size * 0.75);
    PangoFontDescription *description = pango_font_description_from_string(font);
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
    const char *p = agency;
    for (glong i = 0; i < n; i++, p = g_utf8_next_char(p)) {
        int width, height;
        double angle = n > 1 ? -span / 2 + span * (double)i / (double)(n - 1) : 0;
        cairo_save(cr);
        cairo_rotate(cr, angle);
        pango_layout_set_text(layout, p, (int)(g_utf8_next_char(p) - p));
        pango_layout_get_size(layout, &width, &height);
        cairo_move_to(cr, -width / 2.0 / PANGO_SCALE, -radius);
        pango_cairo_show_layout(cr, layout);
        cairo_restore(cr);
    }
}

void page_draw_seal(cairo_t *cr, const char *agency, double x, double y) {
    cairo_save(cr);
    cairo_translate(cr, x, y);
    cairo_set_source_rgba(cr, 0.84, 0.08, 0.1, 0.78);
    cairo_set_line_width(cr, 2.6);
    cairo_new_sub_path(cr);
    cairo_arc(cr, 0, 0, SEAL_RADIUS_PT, 0, 2 * M_PI);
    cairo_stroke(cr);
    draw_star(cr, 17);
    draw_ring_text(cr, agency, SEAL_RADIUS_PT - 6);
    cairo_restore(cr);
}

void page_draw_stroke(cairo_t *cr, Noise *noise, double x, double y, double width) {
    cairo_save(cr);
    cairo_set_source_rgb(cr, 0.1, 0.12, 0.32);
    cairo_set_line_width(cr, 1.1);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    double step = width / 9;
    for (int i = 0; i < 9; i++) {
        double left = x + i * step;
        cairo_move_to(cr, left, y + noise_between(noise, -9, 5));
        cairo_curve_to(cr, left + noise_between(noise, 0, 12), y - noise_between(noise, 4, 13),
                       left + noise_between(noise, -4, 9), y + noise_between(noise, -2, 7),
                       left + step + noise_between(noise, 0, 6), y + noise_between(noise, -8, 3));
    }
    cairo_stroke(cr);
    cairo_restore(cr);
}

static void fill_gradient(cairo_t *cr, double y0, double y1, const double from[3], const double to[3]) {
    cairo_pattern_t *pattern = cairo_pattern_create_linear(0, y0, 0, y1);
    cairo_pattern_add_color_stop_rgb(pattern, 0, from[0], from[1], from[2]);
    cairo_pattern_add_color_stop_rgb(pattern, 1, to[0], to[1], to[2]);
    cairo_set_source(cr, pattern);
    cairo_fill(cr);
    cairo_pattern_destroy(pattern);
}

static void draw_hills(cairo_t *cr, Noise *noise, double width, double top, double bottom) {
    cairo_move_to(cr, 0, bottom);
    for (double x = 0; x <= width; x += width / 8) cairo_line_to(cr, x, top + noise_between(noise, -20, 14));
    cairo_line_to(cr, width, bottom);
    cairo_close_path(cr);
    fill_gradient(cr, top, bottom, (double[]){0.35, 0.45, 0.4}, (double[]){0.5, 0.56, 0.42});
}

static void draw_works(cairo_t *cr, Noise *noise, double width, double ground) {
    for (int i = 0; i < 4; i++) {
        double x = noise_between(noise, 0.05, 0.75) * width, w = noise_between(noise, 0.08, 0.2) * width;
        double h = noise_between(noise, 20, 60), shade = noise_between(noise, 0.45, 0.75);
        cairo_rectangle(cr, x, ground - h, w, h);
        cairo_set_source_rgb(cr, shade, shade * 0.97, shade * 0.92);
        cairo_fill(cr);
        cairo_rectangle(cr, x + w * 0.4, ground - h - 50, 7, 50);
        cairo_set_source_rgb(cr, 0.5, 0.3, 0.26);
        cairo_fill(cr);
    }
}

void page_draw_photo(cairo_t *cr, Noise *noise, double x, double y, double width, double height) {
    double ground = height * 0.62;
    cairo_save(cr);
    cairo_translate(cr, x, y);
    cairo_rectangle(cr, 0, 0, width, height);
    cairo_clip(cr);
    cairo_rectangle(cr, 0, 0, width, height);
    fill_gradient(cr, 0, ground, (double[]){0.62, 0.72, 0.86}, (double[]){0.88, 0.9, 0.92});
    draw_hills(cr, noise, width, height * 0.35, ground);
    cairo_rectangle(cr, 0, ground, width, height - ground);
    fill_gradient(cr, ground, height, (double[]){0.45, 0.46, 0.35}, (double[]){0.3, 0.34, 0.3});
    draw_works(cr, noise, width, ground);
    double outfall = noise_between(noise, 0.3, 0.7) * width;
    cairo_move_to(cr, outfall, ground + 10);
    cairo_curve_to(cr, outfall + 20, ground + 30, outfall - 60, height - 20,
                   outfall + noise_between(noise, -90, 90), height);
    cairo_set_line_width(cr, noise_between(noise, 12, 26));
    cairo_set_source_rgb(cr, 0.36, 0.32, noise_between(noise, 0.25, 0.5));
    cairo_stroke(cr);
    cairo_restore(cr);
}
