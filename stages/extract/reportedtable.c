/* How many cases of each kind a unit's report on itself tells of in a table: a row each, under the titles of the kind
 * and of the number of cases.  A table of case files that are handed in counts those. */
#include <string.h>

#include "cells.h"
#include "reading.h"
#include "text.h"

enum { COLUMNS_MAX = 63 }; /* of a table in Word */

static bool is_title(const Gather *gather, uint32_t cell)
{
    return g_strcmp0(gather_column(gather, cell), "case-count") == 0;
}

/* The cell with the title of the kinds in the row of NUMBERS; -1 for none, or where the row or the line above the table
 * speaks of case files or of a longer time. */
static int64_t kinds_beside(const Gather *gather, uint32_t numbers)
{
    static const char *const other[] = {"案卷", "报送", "选送", "推荐", "全年", "今年", "上半年",
                                        "去年", "年初", "1月至", "1-10月", "专项", NULL};
    const DocxText *docx = gather->reading->docx;
    const uint32_t first = cell_paragraph(docx, numbers);
    for (uint32_t i = first > 4 ? first - 4 : 0; i < first; i++)
        if (text_has_any(gather->reading->folded[i].text, other))
            return -1;
    int64_t cell = cell_left(docx, numbers);
    for (int i = 0; cell >= 0 && i < COLUMNS_MAX; i++, cell = cell_left(docx, (uint32_t)cell))
        if (g_strcmp0(gather_column(gather, (uint32_t)cell), "kind") == 0)
            return cell;
    return -1;
}

static void add_row(Gather *gather, uint32_t kind_cell, uint32_t number_cell)
{
    const DocxText *docx = gather->reading->docx;
    g_autofree char *kind_text = docx_cell_text(docx, kind_cell), *squeezed = matchtext_squeeze(kind_text);
    const Kind kind = (Kind)GPOINTER_TO_INT(g_hash_table_lookup(gather->reading->rules->kinds, squeezed));
    g_autofree char *raw = docx_cell_text(docx, number_cell), *number = matchtext_squeeze(raw);
    const size_t digits = strspn(number, "0123456789");
    static const char *const units[] = {"", "件", "起", "宗", "份", NULL};
    if (kind == KIND_NONE || kind == KIND_ENFORCEMENT || kind == KIND_AUDIT || digits == 0 || digits > 4 ||
        !g_strv_contains(units, number + digits))
        return;
    g_autofree char *field = g_strconcat("reported-", kind_ids[kind], NULL),
                    *quote = g_strdup_printf("%s %s", squeezed, number);
    gather_add_value(gather, field, 1, "reported-table", cell_paragraph(docx, number_cell), quote,
                     g_strndup(number, digits), NULL, VALUE_VALID);
}

void gather_reported(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    if (strcmp(gather->document->type, "self-assessment") != 0)
        return;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        const int64_t kinds = is_title(gather, walk.cell) ? kinds_beside(gather, walk.cell) : -1;
        int64_t at = kinds >= 0 ? cell_below(docx, walk.cell) : -1;
        /* below another title that one tells */
        for (; at >= 0 && !is_title(gather, (uint32_t)at); at = cell_below(docx, (uint32_t)at)) {
            const int64_t kind = cell_at(docx, (uint32_t)at, docx->cells[at].row, docx->cells[kinds].grid);
            if (kind >= 0)
                add_row(gather, (uint32_t)kind, (uint32_t)at);
        }
    }
}
