/* The concentrations in the tables of a monitoring report: pollutant, value and unit in cells of their own, a row each under
 * their titles, a column each beside them, or as a form of labels.  Figures of which nobody knows what they are leave open
 * what was measured. */
#include <string.h>

#include "reading.h"
#include "tablefigures.h"

enum { MEASURED_ROWS_MAX = 200, CELLS_AROUND_MAX = 4 * TABLE_CELLS_MAX };

/* The cells with the titles over, or beside, pollutants, values and units; -1 for none, -2 for several. */
typedef struct { int64_t item, value, unit; } Titles;

/* One report, while its tables are read: cells whose figures are known for what they are, and whether others leave it open. */
typedef struct { Gather *gather; GHashTable *known; bool several; uint32_t doubtful; } Reports;

static void note_known(Reports *reports, uint32_t cell)
{
    g_hash_table_add(reports->known, GUINT_TO_POINTER(cell));
}

static void note_several(Reports *reports, uint32_t cell)
{
    reports->doubtful = reports->several ? reports->doubtful : cell_paragraph(reports->gather->reading->docx, cell);
    reports->several = true;
}

static void note_title(int64_t *title, uint32_t cell)
{
    *title = *title == -1 ? (int64_t)cell : -2;
}

static bool is_value_title(const Gather *gather, uint32_t cell)
{
    g_autofree char *text = table_cell_text(gather->reading->docx, cell);
    return gather_fits(gather, "result-title", text) || g_strcmp0(gather_column(gather, cell), "measured-value") == 0;
}

/* The titles in the row of VALUE, or with BESIDE in its column. */
static Titles find_titles(const Gather *gather, uint32_t value, bool beside)
{
    const DocxText *docx = gather->reading->docx;
    const DocxCell *at = &docx->cells[value];
    const uint32_t from = value > TABLE_CELLS_MAX ? value - TABLE_CELLS_MAX : 0;
    Titles titles = {-1, -1, -1};
    for (uint32_t i = from; i < docx->n_cells && i < value + TABLE_CELLS_MAX; i++) {
        const DocxCell *cell = &docx->cells[i];
        if (cell->table != at->table || (beside ? cell->grid != at->grid : cell->row != at->row) || cell->count == 0)
            continue;
        g_autofree char *text = table_cell_text(docx, i);
        if (is_value_title(gather, i))
            note_title(&titles.value, i);
        else if (gather_fits(gather, "pollutant-title", text))
            note_title(&titles.item, i);
        else if (gather_fits(gather, "unit-title", text))
            note_title(&titles.unit, i);
    }
    return titles;
}

/* The cell of TITLE's column, or with BESIDE of its row, that belongs to AT; -1 for none. */
static int64_t cell_of(const DocxText *docx, uint32_t at, int64_t title, bool beside)
{
    if (title < 0)
        return -1;
    return beside ? cell_at(docx, at, docx->cells[title].row, docx->cells[at].grid)
                  : cell_at(docx, at, docx->cells[at].row, docx->cells[title].grid);
}

/* Behind the figure, in a cell of its own, or in the brackets of the pollutant or the title; "" for none.  Caller frees. */
static char *unit_of(const Gather *gather, const Titles *titles, const TableFigure *value, int64_t item, int64_t unit_cell)
{
    const DocxText *docx = gather->reading->docx;
    g_autofree char *own = unit_cell >= 0 ? table_cell_text(docx, (uint32_t)unit_cell) : g_strdup("");
    g_autofree char *of_item = table_unit_of_title(docx, item), *of_title = table_unit_of_title(docx, titles->value);
    const char *const units[] = {value->unit, own, of_item, of_title};
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (gather_fits(gather, "unit-alone", units[i]))
            return g_strdup(units[i]);
    return g_strdup("");
}

/* What stands in the cell ITEM for a pollutant, without its symbol and its unit; NULL where it is none.  Caller frees. */
static char *pollutant_in(const Gather *gather, int64_t item)
{
    g_autofree char *text = item >= 0 ? table_cell_text(gather->reading->docx, (uint32_t)item) : g_strdup("");
    const NamedPattern *rule = extractrules_named(gather->reading->rules, "pollutant-alone");
    size_t start, end;
    bool is_one = rule && matcher_find(gather->reading->matcher, rule->pattern, text, strlen(text), 0) &&
                  matcher_span(gather->reading->matcher, pattern_group(rule->pattern, "name"), &start, &end);
    return is_one ? g_strndup(text + start, end - start) : NULL;
}

static bool is_nothing(const char *text)
{
    static const char *const nothing[] = {"未检出", "ND", "nd", "/", "—", "-", "–", "无", "", NULL};
    return g_strv_contains(nothing, text) || text[0] == '<' ||
           (g_str_has_suffix(text, "L") && g_ascii_isdigit(text[0]) && !strchr(text, '/'));
}

/* The value in VALUE_CELL of what stands in ITEM, with the unit in UNIT_CELL; AROUND is quoted. */
static void read_figure(Reports *reports, const Titles *titles, uint32_t value_cell, int64_t item, int64_t unit_cell,
                        const char *around)
{
    Gather *gather = reports->gather;
    const DocxText *docx = gather->reading->docx;
    g_autofree char *pollutant = pollutant_in(gather, item);
    g_auto(TableFigure) value;
    const bool read = table_figure_read(docx, value_cell, &value);
    note_known(reports, value_cell);
    if (read)
        gather_add_value(gather, "measured-figure", 1, "measured-table", cell_paragraph(docx, value_cell), value.text,
                         g_strdup(value.number), NULL, VALUE_VALID);
    if (!pollutant || is_nothing(value.text) || gather_fits(gather, "names-pollutant", value.text)) /* sentences have patterns */
        return;
    g_autofree char *unit = unit_of(gather, titles, &value, item, unit_cell);
    if (!read || !*unit || !g_ascii_isdigit(value.text[0]) || (*value.unit && strcmp(value.unit, unit) != 0)) {
        note_several(reports, value_cell);
        return;
    }
    gather_add_value(gather, "measured", 1, "measured-table", cell_paragraph(docx, value_cell), around,
                     g_strdup_printf("%s%s%s", pollutant, value.number, unit), NULL, VALUE_VALID);
}

/* The value in VALUE_CELL of a row or column. */
static void read_value(Reports *reports, const Titles *titles, uint32_t value_cell, bool beside)
{
    const DocxText *docx = reports->gather->reading->docx;
    g_autofree char *around = table_text_around(docx, value_cell, beside);
    read_figure(reports, titles, value_cell, cell_of(docx, value_cell, titles->item, beside),
                cell_of(docx, value_cell, titles->unit, beside), around);
}

/* Figures under titles that say what else they are: limits, times, numbers of samples, flows. */
static void note_other_titles(Reports *reports, const Titles *titles, bool beside)
{
    const DocxText *docx = reports->gather->reading->docx;
    const DocxCell *at = &docx->cells[titles->value];
    for (uint32_t i = (uint32_t)titles->value; i < docx->n_cells && i < titles->value + CELLS_AROUND_MAX; i++) {
        const DocxCell *cell = &docx->cells[i];
        const bool below = cell->table == at->table && (beside ? cell->grid > at->grid : cell->row > at->row);
        const int64_t title = !below ? -1 : beside ? cell_at(docx, i, cell->row, at->grid) : cell_at(docx, i, at->row, cell->grid);
        g_autofree char *text = title >= 0 ? table_cell_text(docx, (uint32_t)title) : NULL;
        if (text && gather_fits(reports->gather, "no-result-title", text))
            note_known(reports, i);
    }
}

/* One pollutant and its value with the unit, each in a cell: 化学需氧量|892mg/L. */
static void read_pair(Reports *reports, int64_t item, int64_t value_cell)
{
    Gather *gather = reports->gather;
    const DocxText *docx = gather->reading->docx;
    g_autofree char *pollutant = value_cell >= 0 ? pollutant_in(gather, item) : NULL;
    g_auto(TableFigure) value;
    const bool read = table_figure_read(docx, pollutant ? value_cell : -1, &value);
    if (!read || !g_ascii_isdigit(value.text[0]) || !gather_fits(gather, "unit-alone", value.unit))
        return;
    note_known(reports, (uint32_t)value_cell);
    g_autofree char *around = table_text_around(docx, (uint32_t)value_cell, false);
    gather_add_value(gather, "measured", 1, "measured-pair", cell_paragraph(docx, (uint32_t)value_cell), around,
                     g_strdup_printf("%s%s%s", pollutant, value.number, value.unit), NULL, VALUE_VALID);
}

/* Whether a title over CELL says that what stands below is no result. */
static bool is_below_other_title(const Gather *gather, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    const int64_t top = cell_at(docx, cell, 1, docx->cells[cell].grid);
    g_autofree char *text = top >= 0 && top != (int64_t)cell ? table_cell_text(docx, (uint32_t)top) : g_strdup("");
    return gather_fits(gather, "no-result-title", text);
}

/* The table whose title over the values is VALUE; false when it has none over pollutants, or several. */
static bool read_table(Reports *reports, uint32_t value, bool beside)
{
    const DocxText *docx = reports->gather->reading->docx;
    const Titles titles = find_titles(reports->gather, value, beside);
    if (titles.value < 0 || titles.item < 0 || titles.unit == -2)
        return false;
    int rows = 0;
    int64_t at = beside ? cell_right(docx, value) : cell_below(docx, value);
    for (; at >= 0 && rows < MEASURED_ROWS_MAX; rows++) {
        read_value(reports, &titles, (uint32_t)at, beside);
        at = beside ? cell_right(docx, (uint32_t)at) : cell_below(docx, (uint32_t)at);
    }
    if (rows == 0 && !beside) /* 监测项目|总铅|监测结果|2.1mg/L */
        read_pair(reports, cell_right(docx, (uint32_t)titles.item), cell_right(docx, value));
    note_other_titles(reports, &titles, beside);
    return true;
}

/* ---- a form of labels with what they say beside them ---- */

/* A form's labels of pollutant, value and unit, as Titles, and whether it names other pollutants. */
typedef struct { Titles labels; char *pollutant; bool others; } Form;

static void read_form_cell(const Gather *gather, uint32_t cell, Form *form)
{
    const DocxText *docx = gather->reading->docx;
    const int64_t right = cell_right(docx, cell);
    g_autofree char *label = cell_label(docx, cell);
    g_autofree char *own = pollutant_in(gather, cell), *named = right >= 0 ? pollutant_in(gather, right) : NULL;
    g_auto(TableFigure) figure;
    const bool has_figure = table_figure_read(docx, right, &figure);
    form->others |= own && form->pollutant && strcmp(own, form->pollutant) != 0;
    if (has_figure && is_value_title(gather, cell))
        note_title(&form->labels.value, cell);
    else if (named && label && gather_fits(gather, "pollutant-title", label))
        note_title(&form->labels.item, cell);
    else if (label && gather_fits(gather, "unit-title", label))
        note_title(&form->labels.unit, cell);
    if (!form->pollutant && own)
        form->pollutant = g_steal_pointer(&own);
}

/* Figures beside labels that say what else they are are known. */
static void note_other_labels(Reports *reports, uint32_t value)
{
    const DocxText *docx = reports->gather->reading->docx;
    const uint32_t table = docx->cells[value].table, from = value > CELLS_AROUND_MAX ? value - CELLS_AROUND_MAX : 0;
    for (uint32_t i = from; i < docx->n_cells && i < value + CELLS_AROUND_MAX; i++) {
        const int64_t right = docx->cells[i].table == table ? cell_right(docx, i) : -1;
        g_autofree char *text = right >= 0 ? table_cell_text(docx, i) : NULL;
        if (text && gather_fits(reports->gather, "no-result-title", text))
            note_known(reports, (uint32_t)right);
    }
}

/* The table of VALUE, if it tells of one pollutant, 监测项目|颗粒物, and of one value, 监测结果|321mg/m³, wherever these labels
 * stand; false if not. */
static bool read_form(Reports *reports, uint32_t value)
{
    const Gather *gather = reports->gather;
    const DocxText *docx = gather->reading->docx;
    const uint32_t table = docx->cells[value].table, from = value > CELLS_AROUND_MAX ? value - CELLS_AROUND_MAX : 0;
    Form form = {.labels = {-1, -1, -1}};
    for (uint32_t i = from; i < docx->n_cells && i < value + CELLS_AROUND_MAX; i++)
        if (docx->cells[i].table == table)
            read_form_cell(gather, i, &form);
    g_free(form.pollutant);
    const Titles *labels = &form.labels;
    if (form.others || labels->item < 0 || labels->value < 0 || labels->unit == -2)
        return false;
    const int64_t item = cell_right(docx, (uint32_t)labels->item), figure = cell_right(docx, (uint32_t)labels->value);
    g_autofree char *named = table_cell_text(docx, (uint32_t)item), *told = table_cell_text(docx, (uint32_t)figure);
    g_autofree char *around = g_strdup_printf("%s %s", named, told);
    const int64_t unit = labels->unit >= 0 ? cell_right(docx, (uint32_t)labels->unit) : -1;
    read_figure(reports, labels, (uint32_t)figure, item, unit, around);
    note_other_labels(reports, value);
    return true;
}

/* ---- figures that may be anything ---- */

/* Whether the table of CELL tells of pollutants, or of results; TABLES holds those that do not. */
static bool is_of_pollutants(const Gather *gather, uint32_t cell, GHashTable *tables)
{
    const DocxText *docx = gather->reading->docx;
    const uint32_t table = docx->cells[cell].table, from = cell > CELLS_AROUND_MAX ? cell - CELLS_AROUND_MAX : 0;
    bool found = false;
    if (g_hash_table_contains(tables, GUINT_TO_POINTER(table)))
        return false;
    for (uint32_t i = from; i < docx->n_cells && i < cell + CELLS_AROUND_MAX && !found; i++) {
        g_autofree char *text = docx->cells[i].table == table ? table_cell_text(docx, i) : NULL;
        found = text && (gather_fits(gather, "names-pollutant", text) || is_value_title(gather, i));
    }
    if (!found)
        g_hash_table_add(tables, GUINT_TO_POINTER(table));
    return found;
}

/* The first paragraph that is a figure and nothing else, of which no table says what it is. */
static void find_loose_figure(Reports *reports)
{
    const Gather *gather = reports->gather;
    const DocxText *docx = gather->reading->docx;
    g_autoptr(GHashTable) tables = g_hash_table_new(NULL, NULL);
    for (uint32_t i = gather->part->first; i < gather->part->end && !reports->several; i++) {
        const int32_t cell = docx->paragraphs[i].cell;
        if (!gather_fits(gather, "figure-alone", folded_at(gather->reading, i)->text))
            continue;
        const bool known = cell >= 0 && (g_hash_table_contains(reports->known, GUINT_TO_POINTER(cell)) ||
                                         !is_of_pollutants(gather, (uint32_t)cell, tables));
        if (known)
            continue;
        reports->several = true;
        reports->doubtful = i;
    }
}

void gather_measured(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    if (strcmp(gather->document->type, "monitoring-report") != 0)
        return;
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    Reports reports = {.gather = gather, .known = known};
    uint32_t done = 0; /* the last table that was read: one that repeats its titles is not read again */
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);)
        if (docx->cells[walk.cell].table != done && is_value_title(gather, walk.cell) &&
            (read_form(&reports, walk.cell) || read_table(&reports, walk.cell, false) || read_table(&reports, walk.cell, true)))
            done = docx->cells[walk.cell].table;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        const int64_t value = cell_right(docx, walk.cell);
        const bool free = value >= 0 && !g_hash_table_contains(known, GUINT_TO_POINTER((guint)value));
        if (free && !is_below_other_title(gather, (uint32_t)value))
            read_pair(&reports, walk.cell, value);
    }
    find_loose_figure(&reports);
    if (!reports.several)
        return;
    const char *text = folded_at(gather->reading, reports.doubtful)->text;
    gather_add_value(gather, "measured-several", 1, "loose-figure", reports.doubtful, docx->paragraphs[reports.doubtful].text,
                     g_strdup(text), NULL, VALUE_VALID);
}
