/* Fines that a decision sets in a table: a row an act, a column of amounts, and perhaps a total. */
#include <string.h>

#include "cells.h"
#include "fine.h"
#include "money.h"

enum { YUAN_FEN = 100, WAN_YUAN_FEN = 1000000 };

/* Whether the cell stands over a column of fines: 罚款金额（元）, 处罚金额, 金额. */
static bool is_over_fines(const DocxText *docx, uint32_t cell, const char *title)
{
    static const char *const starts[] = {"罚款", "处罚", "金额", "应罚", "决定罚款", "拟罚款", "拟处罚款"};
    bool money = strstr(title, "款") || strstr(title, "额") || strstr(title, "元");
    bool starting = false;
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++)
        starting = starting || g_str_has_prefix(title, starts[i]);
    return money && starting && docx->cells[cell].row == 1;
}

/* The amount in CELL, in units of UNIT_FEN where it has none of its own. */
static bool read_amount(const DocxText *docx, uint32_t cell, int64_t unit_fen, Money *money, char **quote)
{
    if (cell_is_empty(docx, cell))
        return false;
    g_autofree char *text = docx_cell_text(docx, cell);
    if (!money_find(text, 0, money) && (!unit_fen || !money_parse_cell(text, unit_fen, money)))
        return false;
    *quote = g_steal_pointer(&text);
    return money->fen > 0;
}

static bool is_total(const char *title)
{
    static const char *const words[] = {"合计", "总计", "共计", "总额", "合并"};
    bool total = false;
    for (size_t i = 0; title && i < G_N_ELEMENTS(words); i++)
        total = total || g_str_has_prefix(title, words[i]) || g_str_has_suffix(title, words[i]);
    return total;
}

/* The row of the cell BELOW: its amount; that of a total may stand in another cell. */
static void add_row(const DocxText *docx, uint32_t below, int64_t unit_fen, GArray *fines)
{
    uint32_t first = below + 1 - docx->cells[below].column;
    g_autofree char *title = cell_label(docx, first);
    Fine fine = {.itemised = true, .total = is_total(title)};
    Money money;
    uint32_t cell = below;
    bool found = read_amount(docx, cell, unit_fen, &money, &fine.quote);
    for (int64_t next = first; fine.total && !found && next >= 0; next = cell_right(docx, cell)) {
        cell = (uint32_t)next;
        found = read_amount(docx, cell, 0, &money, &fine.quote);
    }
    if (!found)
        return;
    fine.fen = money.fen;
    fine.paragraph = cell_paragraph(docx, cell);
    g_array_append_val(fines, fine);
}

void fines_in_tables(const Gather *gather, uint32_t from, uint32_t to, GArray *fines)
{
    const DocxText *docx = gather->reading->docx;
    for (CellWalk walk = cells_from(docx, from, to); cells_next(&walk);) {
        g_autofree char *title = cell_label(docx, walk.cell);
        if (!title || !is_over_fines(docx, walk.cell, title))
            continue;
        int64_t unit_fen = strstr(title, "万元") ? WAN_YUAN_FEN : YUAN_FEN;
        for (int64_t below = cell_below(docx, walk.cell); below >= 0;
             below = cell_below(docx, (uint32_t)below))
            add_row(docx, (uint32_t)below, unit_fen, fines);
        if (fines->len > 0)
            return;
    }
}
