#include "page.h"

#include <pango/pangocairo.h>
#include <string.h>

#define MARGIN_X 74.0
#define MARGIN_TOP 72.0
#define TEXT_BOTTOM (PAGE_HEIGHT_PT - 66.0)
#define TEXT_RIGHT (PAGE_WIDTH_PT - MARGIN_X)
#define TEXT_WIDTH (PAGE_WIDTH_PT - 2 * MARGIN_X)
#define PHOTO_HEIGHT 250.0
#define CELL_PAD 4.0

typedef struct {
    cairo_t *cr;
    Noise *noise;
    double size, y;
} Sheet;

static double kind_size(const Sheet *sheet, BlockKind kind) {
    return kind == BLOCK_TITLE ? sheet->size * 1.5 : sheet->size;
}

static PangoLayout *make_layout(Sheet *sheet, const char *text, double size, gboolean bold, double width) {
    PangoLayout *layout = pango_cairo_create_layout(sheet->cr);
    PangoContext *context = pango_layout_get_context(layout);
    pango_cairo_context_set_resolution(context, 72);
    PangoFontDescription *font =
        pango_font_description_from_string(bold ? "Noto Serif CJK SC Bold" : "Noto Serif CJK SC");
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, text, -1);
    return layout;
}

static void set_alignment(PangoLayout *layout, BlockKind kind, double size) {
    switch (kind) {
    case BLOCK_TITLE:
    case BLOCK_SUBTITLE:
    case BLOCK_NUMBER:
    case BLOCK_PHOTO:
        pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
        break;
    case BLOCK_RIGHT:
    case BLOCK_SIGN:
    case BLOCK_DATE:
        pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
        break;
    case BLOCK_BODY:
        pango_layout_set_indent(layout, (int)(2 * size * PANGO_SCALE));
        pango_layout_set_justify(layout, TRUE);
        break;
    default:
        break;
    }
}

/* Draws lines from *LINE on while they fit; true when the paragraph is finished. */
static gboolean draw_lines(Sheet *sheet, PangoLayout *layout, double pitch, guint *line) {
    PangoLayoutIter *iter = pango_layout_get_iter(layout);
    gboolean fits = TRUE;
    guint index = 0;
    do {
        if (index++ < *line) continue;
        if (sheet->y + pitch > TEXT_BOTTOM) {
            fits = FALSE;
            break;
        }
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(iter, NULL, &extents);
        cairo_move_to(sheet->cr, MARGIN_X + (double)extents.x / PANGO_SCALE, sheet->y + pitch * 0.72);
        pango_cairo_show_layout_line(sheet->cr, pango_layout_iter_get_line_readonly(iter));
        sheet->y += pitch;
        ++*line;
    } while (pango_layout_iter_next_line(iter));
    pango_layout_iter_free(iter);
    return fits;
}

static gboolean has_signature(const char *text) {
    return g_str_has_suffix(text, "签名：") || g_str_has_suffix(text, "签字：") || strstr(text, "（签名）") ||
           strstr(text, "（签字）");
}

static gboolean draw_paragraph(Sheet *sheet, const PaperBlock *block, guint *line) {
    double size = kind_size(sheet, block->kind), pitch = size * 1.72;
    g_autoptr(PangoLayout) layout =
        make_layout(sheet, block->text, size, block->kind == BLOCK_TITLE, TEXT_WIDTH);
    set_alignment(layout, block->kind, size);
    if (block->kind == BLOCK_SIGN && *line == 0) {
        if (sheet->y + pitch * 4 > TEXT_BOTTOM) return FALSE; /* the seal stays with its date */
        sheet->y += pitch;
    }
    double top = sheet->y;
    cairo_set_source_rgb(sheet->cr, 0.06, 0.06, 0.07);
    if (!draw_lines(sheet, layout, pitch, line)) return FALSE;
    if (block->kind == BLOCK_SIGN) page_draw_seal(sheet->cr, block->text, TEXT_RIGHT - 70, top + pitch);
    if (block->kind == BLOCK_TITLE) sheet->y += size * 0.4;
    if (has_signature(block->text)) {
        int width;
        pango_layout_get_size(layout, &width, NULL);
        double x = MARGIN_X + MIN((double)width / PANGO_SCALE, TEXT_WIDTH - 90);
        page_draw_stroke(sheet->cr, sheet->noise, x, sheet->y - pitch * 0.35, 74);
    }
    return TRUE;
}

static gboolean draw_photo(Sheet *sheet, const PaperBlock *block) {
    if (sheet->y + PHOTO_HEIGHT + 30 > TEXT_BOTTOM) return FALSE;
    page_draw_photo(sheet->cr, sheet->noise, MARGIN_X + 30, sheet->y, TEXT_WIDTH - 60, PHOTO_HEIGHT);
    sheet->y += PHOTO_HEIGHT + 4;
    g_autoptr(PangoLayout) layout = make_layout(sheet, block->text, sheet->size * 0.9, FALSE, TEXT_WIDTH);
    set_alignment(layout, BLOCK_PHOTO, sheet->size);
    guint line = 0;
    cairo_set_source_rgb(sheet->cr, 0.06, 0.06, 0.07);
    draw_lines(sheet, layout, sheet->size * 1.6, &line);
    sheet->y += 10;
    return TRUE;
}

typedef struct {
    PangoLayout *layout; /* NULL for cells without text of their own */
    double x, width;
    gboolean joined;
} SetCell;

/* Sets the row's cells; returns its height. */
static double set_row(Sheet *sheet, const PaperBlock *table, guint row, SetCell *set) {
    GPtrArray *cells = g_ptr_array_index(table->rows, row);
    double total = 0, x = MARGIN_X, height = sheet->size * 2.0;
    for (guint i = 0; i < table->widths->len; i++) total += g_array_index(table->widths, guint, i);
    for (guint i = 0; i < cells->len; i++) {
        const PaperCell *cell = g_ptr_array_index(cells, i);
        double width = 0;
        for (guint k = 0; k < cell->span; k++)
            width += g_array_index(table->widths, guint, i + k) * TEXT_WIDTH / total;
        set[i] = (SetCell){.x = x, .width = width, .joined = cell->joined};
        x += width;
        if (!cell->span || cell->joined) continue;
        int text_height;
        set[i].layout = make_layout(sheet, cell->text, sheet->size * 0.88, FALSE, width - 2 * CELL_PAD);
        pango_layout_get_size(set[i].layout, NULL, &text_height);
        height = MAX(height, (double)text_height / PANGO_SCALE + 2 * CELL_PAD);
    }
    return MIN(height, TEXT_BOTTOM - MARGIN_TOP);
}

static void draw_row(Sheet *sheet, SetCell *set, guint n_cells, double height) {
    cairo_t *cr = sheet->cr;
    cairo_set_source_rgb(cr, 0.06, 0.06, 0.07);
    cairo_set_line_width(cr, 0.8);
    for (guint i = 0; i < n_cells; i++) {
        if (set[i].width <= 0) continue;
        cairo_move_to(cr, set[i].x, sheet->y + height);
        cairo_line_to(cr, set[i].x, sheet->y);
        if (set[i].joined) cairo_move_to(cr, set[i].x + set[i].width, sheet->y);
        else cairo_line_to(cr, set[i].x + set[i].width, sheet->y);
        cairo_line_to(cr, set[i].x + set[i].width, sheet->y + height);
        cairo_stroke(cr);
        if (!set[i].layout) continue;
        cairo_move_to(cr, set[i].x + CELL_PAD, sheet->y + CELL_PAD);
        pango_cairo_show_layout(cr, set[i].layout);
    }
}

static void draw_bottom_line(Sheet *sheet) {
    cairo_move_to(sheet->cr, MARGIN_X, sheet->y);
    cairo_line_to(sheet->cr, TEXT_RIGHT, sheet->y);
    cairo_stroke(sheet->cr);
}

static gboolean draw_table(Sheet *sheet, const PaperBlock *table, guint *row) {
    enum { MAX_COLUMNS = 16 };
    SetCell set[MAX_COLUMNS];
    guint n_cells = MIN(table->widths->len, MAX_COLUMNS);
    gboolean drawn = FALSE;
    for (; *row < table->rows->len; ++*row) {
        double height = set_row(sheet, table, *row, set);
        gboolean fits = sheet->y + height <= TEXT_BOTTOM;
        if (fits) draw_row(sheet, set, n_cells, height);
        for (guint i = 0; i < n_cells; i++) g_clear_object(&set[i].layout);
        if (!fits) break;
        sheet->y += height;
        drawn = TRUE;
    }
    if (drawn) draw_bottom_line(sheet);
    if (*row < table->rows->len) return FALSE;
    sheet->y += sheet->size;
    return TRUE;
}

gboolean page_draw(cairo_t *cr, const Paper *paper, double size, Noise *noise, PageCursor *cursor) {
    Sheet sheet = {.cr = cr, .noise = noise, .size = size, .y = MARGIN_TOP};
    guint first = cursor->block;
    for (; cursor->block < paper->blocks->len; cursor->block++, cursor->line = 0) {
        const PaperBlock *block = g_ptr_array_index(paper->blocks, cursor->block);
        gboolean done = TRUE;
        if (block->kind == BLOCK_BREAK) {
            if (cursor->block > first) {
                cursor->block++;
                return cursor->block < paper->blocks->len;
            }
        } else if (block->kind == BLOCK_TABLE) {
            done = draw_table(&sheet, block, &cursor->line);
        } else if (block->kind == BLOCK_PHOTO) {
            done = draw_photo(&sheet, block);
        } else {
            done = draw_paragraph(&sheet, block, &cursor->line);
        }
        if (!done) return TRUE;
    }
    return FALSE;
}

double page_fit_size(const Paper *paper, guint n_pages) {
    static const double sizes[] = {15, 13.5, 12, 10.5, 9};
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    double size = sizes[0];
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        cairo_t *cr = cairo_create(surface);
        Noise noise;
        noise_init(&noise, 0, "");
        PageCursor cursor = {0};
        guint pages = 1;
        size = sizes[i];
        while (pages <= n_pages && page_draw(cr, paper, size, &noise, &cursor)) pages++;
        cairo_destroy(cr);
        if (pages <= n_pages) break;
    }
    cairo_surface_destroy(surface);
    return size;
}
