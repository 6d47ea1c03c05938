/* Rows of tables of papers: the catalogue of a case file (卷内目录), the list of what is handed over (移送材料清单); and the
 * numbered lines of such a list that is no table. */
#include <string.h>

#include "cells.h"
#include "cndate.h"
#include "reading.h"
#include "text.h"

enum { HEADER_ROWS = 3, ROWS_MAX = 300 };

static bool is_column(const Gather *gather, uint32_t cell, const char *column)
{
    return g_strcmp0(gather_column(gather, cell), column) == 0;
}

/* The nearest cell titled COLUMN beside NAME, going by NEXT, before that of another column of names: two halves of a
 * table may stand beside each other; -1 for none. */
static int64_t column_beside(const Gather *gather, uint32_t name, const char *column,
                             int64_t (*next)(const DocxText *docx, uint32_t cell))
{
    const DocxText *docx = gather->reading->docx;
    for (int64_t cell = next(docx, name); cell >= 0 && !is_column(gather, (uint32_t)cell, "paper-name");
         cell = next(docx, (uint32_t)cell))
        if (is_column(gather, (uint32_t)cell, column))
            return cell;
    return -1;
}

/* Adds to KINDS those that TEXT, the name of a paper, tells as a title and as the name of a file. */
static void add_kinds(const Gather *gather, const char *text, GPtrArray *kinds)
{
    const Reading *reading = gather->reading;
    g_autofree char *squeezed = matchtext_squeeze(text);
    const TitleRule *title = title_rule(reading->rules, reading->matcher, squeezed);
    int other, named = name_doctype(reading->rules, reading->matcher, text, &other);
    const int told[] = {title ? title->doctype : -1, title ? title->other : -1, named, named >= 0 ? other : -1};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        const char *id = extractrules_doctype_id(reading->rules, told[i]);
        if (id && !g_ptr_array_find_with_equal_func(kinds, id, g_str_equal, NULL))
            g_ptr_array_add(kinds, (char *)id);
    }
}

/* The kinds of NAME, and of each paper where it names several (立案审批表、调查报告), parted by blanks.  Caller frees. */
static char *kinds_of(const Gather *gather, const char *name)
{
    static const char *const marks[] = {"、", "及", "和", "与", "，", ","};
    g_autoptr(GPtrArray) kinds = g_ptr_array_new();
    add_kinds(gather, name, kinds);
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        g_auto(GStrv) parts = g_strsplit(name, marks[i], -1);
        for (guint j = 0; parts[0] && parts[1] && parts[j]; j++)
            add_kinds(gather, parts[j], kinds);
    }
    g_ptr_array_add(kinds, NULL);
    return g_strjoinv(" ", (char **)kinds->pdata);
}

/* What stands in the row of NAME below TITLE, without blanks and |; "" for nothing.  Caller frees. */
static char *text_below(const DocxText *docx, uint32_t name, int64_t title)
{
    int64_t cell = title < 0 ? -1 : cell_at(docx, name, docx->cells[name].row, docx->cells[title].grid);
    g_autofree char *text = cell < 0 ? g_strdup("") : docx_cell_text(docx, (uint32_t)cell);
    return g_strdelimit(matchtext_squeeze(text), "|", '/');
}

/* The column of the papers' days beside NAME, under a title of its own or one as in a list of decisions; -1 for none. */
static int64_t dates_beside(const Gather *gather, uint32_t name)
{
    const int64_t dated = column_beside(gather, name, "paper-date", cell_right);
    return dated >= 0 ? dated : column_beside(gather, name, "decided", cell_right);
}

typedef struct { uint32_t name; int64_t serial, pages, quantity, dated; } ListColumns;

/* A numbered row of what is handed over, with how many of it: 5|4张. */
static void add_listed(Gather *gather, const ListColumns *columns, uint32_t cell, const char *serial, const char *quoted)
{
    g_autofree char *quantity = text_below(gather->reading->docx, cell, columns->quantity);
    if (strcmp(gather->document->type, "transfer-list") == 0 && *serial)
        gather_add_value(gather, "row-listed", 1, "list-of-papers", cell_paragraph(gather->reading->docx, cell), quoted,
                         g_strdup_printf("%s|%s", serial, quantity), NULL, VALUE_VALID);
}

/* The day on which the catalogue of a case file has the paper in its row: 2016-09-28|its kinds|its name. */
static void add_day(Gather *gather, const ListColumns *columns, uint32_t cell, const char *kinds, const char *name)
{
    const DocxText *docx = gather->reading->docx;
    const int64_t at = columns->dated < 0 ? -1 : cell_at(docx, cell, docx->cells[cell].row, docx->cells[columns->dated].grid);
    g_autofree char *text = at < 0 || docx->cells[at].count == 0 ? NULL : docx_cell_text(docx, (uint32_t)at);
    CnDate date;
    if (!text || !cndate_parse(text, &date) || date.state != CNDATE_FULL)
        return;
    g_autofree char *day = day_format(date.day);
    gather_add_value(gather, "catalogued-on", 1, "list-of-papers", cell_paragraph(docx, (uint32_t)at), text,
                     g_strdup_printf("%s|%s|%s", day, kinds, name), NULL, VALUE_VALID);
}

static void add_row(Gather *gather, const ListColumns *columns, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    g_autofree char *serial = text_below(docx, cell, columns->serial), *pages = text_below(docx, cell, columns->pages);
    g_autofree char *name = text_below(docx, cell, columns->name);
    if ((*serial == '\0' && *name == '\0') || docx->cells[cell].count == 0 || is_column(gather, cell, "paper-name"))
        return;
    g_autofree char *kinds = kinds_of(gather, name), *text = docx_cell_text(docx, cell);
    gather_add_value(gather, "catalogued", 1, "list-of-papers", cell_paragraph(docx, cell), text,
                     g_strdup_printf("%s|%s|%s|%s", serial, pages, kinds, name), NULL, VALUE_VALID);
    if (*name) {
        add_listed(gather, columns, cell, serial, text);
        add_day(gather, columns, cell, kinds, name);
    }
}

/* A list in lines, each with its number, as its table would be; one that does not begin so is none. */
static void read_lines(Gather *gather)
{
    enum { LINES_MIN = 2 };
    const NamedPattern *row = extractrules_named(gather->reading->rules, "numbered-paper");
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (uint32_t i = gather->part->first; row && i < gather->part->end; i++) {
        const MatchText *line = &gather->reading->folded[i];
        if (gather->reading->docx->paragraphs[i].cell < 0 && found->len < ROWS_MAX &&
            matcher_find(gather->reading->matcher, row->pattern, line->text, line->length, 0))
            g_array_append_val(found, i);
    }
    for (guint k = 0; row && found->len >= LINES_MIN && k < found->len; k++) {
        const uint32_t i = g_array_index(found, uint32_t, k);
        const MatchText *line = &gather->reading->folded[i];
        size_t start, end;
        if (!matcher_find(gather->reading->matcher, row->pattern, line->text, line->length, 0) ||
            !matcher_span(gather->reading->matcher, pattern_group(row->pattern, "value"), &start, &end))
            continue;
        g_autofree char *raw = g_strndup(line->text + start, end - start), *name = g_strdelimit(matchtext_squeeze(raw), "|", '/');
        g_autofree char *kinds = kinds_of(gather, name);
        gather_add_value(gather, "catalogued", 1, "lines-of-papers", i, line->text,
                         g_strdup_printf("%u||%s|%s", k + 1, kinds, name), NULL, VALUE_VALID);
    }
}

static bool is_catalogue(const Document *document)
{
    g_autofree char *title = matchtext_squeeze(document->title ? document->title : "");
    return strcmp(document->type, "other") == 0 && strstr(title, "目录");
}

void gather_catalogued(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    const bool handed = strcmp(gather->document->type, "transfer-list") == 0;
    bool table = false;
    if (!handed && !is_catalogue(gather->document))
        return;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        if (docx->cells[walk.cell].row > HEADER_ROWS || !is_column(gather, walk.cell, "paper-name"))
            continue;
        const ListColumns columns = {walk.cell, column_beside(gather, walk.cell, "row-number", cell_left),
                                     column_beside(gather, walk.cell, "page-numbers", cell_right),
                                     column_beside(gather, walk.cell, "quantity", cell_right),
                                     handed ? -1 : dates_beside(gather, walk.cell)};
        if (!handed && columns.serial < 0 && columns.pages < 0)
            continue;
        table = true;
        int64_t below = cell_below(docx, walk.cell);
        for (int rows = 0; below >= 0 && rows < ROWS_MAX; rows++, below = cell_below(docx, (uint32_t)below))
            add_row(gather, &columns, (uint32_t)below);
    }
    if (handed && !table)
        read_lines(gather);
}
