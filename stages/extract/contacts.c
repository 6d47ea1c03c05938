/* Lists of contacts: people whose row has no telephone in any of the columns for one. */
#include <string.h>

#include "cells.h"
#include "matchtext.h"
#include "reading.h"
#include "text.h"

enum { COLUMNS_MAX = 12, DIGITS_MIN = 6, ROWS_MAX = 100 };

static bool is_telephone_title(const char *label)
{
    static const char *const titles[] = {"电话", "手机", "联系方式", "座机", NULL};
    return text_has_any(label, titles);
}

/* A run of digits as of a telephone stands in TEXT. */
static bool has_telephone(const char *text)
{
    int run = 0;
    for (const char *p = text; *p; p++) {
        run = g_ascii_isdigit(*p) ? run + 1 : *p == '-' ? run : 0;
        if (run >= DIGITS_MIN)
            return true;
    }
    return false;
}

/* A telephone stands outside the tables of the paper, whosever it is. */
static bool told_outside(const Gather *gather)
{
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        const DocxParagraph *p = &gather->reading->docx->paragraphs[i];
        g_autofree char *squeezed = p->cell < 0 ? matchtext_squeeze(p->text) : NULL;
        if (squeezed && has_telephone(squeezed))
            return true;
    }
    return false;
}

/* The cells of the row of TITLE that ask for a telephone; how many. */
static size_t telephone_columns(const DocxText *docx, uint32_t title, uint32_t grids[COLUMNS_MAX])
{
    size_t count = 0;
    for (int64_t cell = cell_right(docx, title); cell >= 0 && count < COLUMNS_MAX; cell = cell_right(docx, (uint32_t)cell)) {
        g_autofree char *label = cell_label(docx, (uint32_t)cell);
        if (label && is_telephone_title(label))
            grids[count++] = docx->cells[cell].grid;
    }
    return count;
}

/* The first cell for a telephone in the row of NAME when all of them are there and empty, and no other cell of the row has one;
 * -1 else. */
static int64_t empty_cell(const DocxText *docx, uint32_t name, const uint32_t *grids, size_t count)
{
    int64_t first = -1;
    size_t empty = 0;
    for (int64_t cell = cell_right(docx, name); cell >= 0; cell = cell_right(docx, (uint32_t)cell)) {
        g_autofree char *text = docx_cell_text(docx, (uint32_t)cell), *squeezed = matchtext_squeeze(text);
        if (has_telephone(squeezed))
            return -1;
        for (size_t i = 0; i < count; i++)
            if (docx->cells[cell].grid == grids[i] && *squeezed == '\0') {
                first = first >= 0 ? first : cell;
                empty++;
            }
    }
    return empty == count ? first : -1;
}

/* A table with its titles in one row: in a form what stands right of 姓名 is the name. */
static bool is_row_of_titles(const DocxText *docx, uint32_t title)
{
    static const char *const titles[] = {"职务", "单位", "部门", "性别", "职称", "科室", "分工", NULL};
    const int64_t right = cell_right(docx, title);
    g_autofree char *label = right >= 0 ? cell_label(docx, (uint32_t)right) : NULL;
    return label && (is_telephone_title(label) || text_has_any(label, titles));
}

static bool is_name(const char *text)
{
    enum { NAME_CHARS_MIN = 2, NAME_CHARS_MAX = 4 };
    static const char *const words[] = {"合计", "备注", "职务", "单位", "姓名", "电话", "手机", "邮箱", "传真", "地址", "说明", NULL};
    const glong chars = g_utf8_strlen(text, -1);
    return chars >= NAME_CHARS_MIN && chars <= NAME_CHARS_MAX && !text_has_any(text, words);
}

static void look_below(Gather *gather, uint32_t title)
{
    const DocxText *docx = gather->reading->docx;
    uint32_t grids[COLUMNS_MAX];
    const size_t count = telephone_columns(docx, title, grids);
    int rows = 0;
    for (int64_t cell = count > 0 ? cell_below(docx, title) : -1; cell >= 0 && rows < ROWS_MAX; rows++) {
        g_autofree char *text = docx_cell_text(docx, (uint32_t)cell), *name = matchtext_squeeze(text);
        const int64_t empty = is_name(name) ? empty_cell(docx, (uint32_t)cell, grids, count) : -1;
        if (empty >= 0)
            gather_add_value(gather, "no-telephone", 1, "no-telephone", cell_paragraph(docx, (uint32_t)cell), text, g_strdup(name),
                             NULL, VALUE_VALID);
        cell = cell_below(docx, (uint32_t)cell);
    }
}

void gather_contacts(Gather *gather)
{
    static const char *const titles[] = {"姓名", "联络员", "联络员姓名", "联系人", NULL};
    const DocxText *docx = gather->reading->docx;
    if (strcmp(gather->document->type, "contact-list") != 0 || told_outside(gather))
        return;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        g_autofree char *label = cell_label(docx, walk.cell);
        if (label && g_strv_contains(titles, label) && is_row_of_titles(docx, walk.cell))
            look_below(gather, walk.cell);
    }
}
