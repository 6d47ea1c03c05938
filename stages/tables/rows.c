#include "tablerows.h"

#include <string.h>

#include "beside.h"
#include "fault.h"
#include "lang.h"
#include "text.h"

enum {
    VALUE_CHARS = 80,   /* of a value in a finding; what is longer says nothing more */
    THREAD_ROWS = 4000, /* fewer are filled before another thread is at work */
    THREADS_MAX = 8
};

TableReader *table_reader_new(const TableRules *rules, const Season *season, const Catalogue *catalogue, Tables *tables)
{
    TableReader *reader = g_new0(TableReader, 1);
    reader->rules = rules;
    reader->catalogue = catalogue;
    reader->season = season;
    reader->tables = tables;
    reader->units = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    reader->lost = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_rc_box_release);
    reader->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return reader;
}

void table_reader_free(TableReader *reader)
{
    g_hash_table_unref(reader->units);
    g_hash_table_unref(reader->lost);
    g_hash_table_unref(reader->seen);
    g_free(reader);
}

void table_reader_begin(TableReader *reader, const TableKind *kind)
{
    reader->kind = kind;
    reader->table = table_rule(reader->rules, kind->id);
    g_assert(reader->table);
    g_hash_table_remove_all(reader->seen);
}

static char *value_cut(const char *text)
{
    g_autofree char *value = text_trim(text);
    if (g_utf8_strlen(value, -1) <= VALUE_CHARS)
        return g_steal_pointer(&value);
    g_autofree char *start = g_utf8_substring(value, 0, VALUE_CHARS);
    return g_strconcat(start, "…", NULL);
}

static const char *column_name(const TableReader *reader, guint column)
{
    return ((const ColumnRule *)reader->table->columns->pdata[column])->name;
}

/* DAT-002 for an unknown unit, else DAT-001.  COLUMN is its printed name, which stands for PROBLEM.column. */
static Finding *problem_add(TableReader *reader, const Sheet *sheet, const char *place, const char *column, const char *value,
                            const RowProblem *problem)
{
    bool unknown = strcmp(problem->reason, "unknown-unit") == 0;
    g_autofree char *cut = value_cut(value);
    Finding *finding =
        catalogue_add(reader->catalogue, reader->tables->findings, unknown ? "DAT-002" : "DAT-001", NULL, NULL, sheet->file, place);
    finding_param(finding, "table", reader->kind->id);
    finding_param(finding, "column", column);
    finding_param(finding, "value", cut);
    if (!unknown)
        finding_param(finding, "reason", problem->reason);
    if (problem->other)
        finding_param(finding, "other", problem->other);
    return finding;
}

/* The unit of a row, to show the finding there; NULL when the row has none. */
static const char *row_unit(const TableReader *reader, gconstpointer row)
{
    for (const RowField *field = reader->kind->fields; field->column; field++)
        if (field->form == FORM_UNIT)
            return *(char *const *)(gconstpointer)((const char *)row + field->offset);
    return NULL;
}

static SheetCell field_cell(const Sheet *sheet, const SheetRow *row, int column)
{
    return column >= 0 ? sheet_cell(sheet, row, (guint)column) : (SheetCell){ "", row->line, SHEET_VALUE };
}

/* Fills ROW from its cells; the problem is that of an unknown unit, else of the first bad value. */
static RowProblem row_fill(const TableReader *reader, const Sheet *sheet, const TableHeader *header, const SheetRow *from, gpointer row)
{
    RowProblem problem = { 0 };
    for (const RowField *field = reader->kind->fields; field->column; field++) {
        guint column = table_column(reader->table, field->column);
        SheetCell cell = field_cell(sheet, from, header->at[column]);
        const char *reason = table_cell_read(reader, field, cell, header->exponent[column], row);
        bool unknown = reason && strcmp(reason, "unknown-unit") == 0;
        if (reason && (!problem.reason || unknown))
            problem = (RowProblem){ .column = field->column, .reason = reason };
    }
    return problem;
}

/* A unit whose row is not used, by the finding about it, and how many rows name it. */
typedef struct { Finding *finding; int64_t rows; } LostUnit;

static void lost_name_add(TableReader *reader, const char *name, LostUnit *lost, GString *names)
{
    g_autofree char *folded = name ? text_fold(name) : NULL;
    if (!folded || folded[0] == '\0' || g_hash_table_contains(reader->units, folded))
        return;
    text_add_line(names, folded);
    g_hash_table_replace(reader->lost, g_steal_pointer(&folded), g_rc_box_acquire(lost));
}

static void lost_unit_add(TableReader *reader, const UnitRow *unit, Finding *finding)
{
    LostUnit *lost = g_rc_box_new0(LostUnit);
    g_autoptr(GString) names = g_string_new(NULL);
    lost->finding = finding;
    lost_name_add(reader, unit->id, lost, names);
    lost_name_add(reader, unit->name, lost, names);
    for (guint i = 0; i < unit->aliases->len; i++)
        lost_name_add(reader, unit->aliases->pdata[i], lost, names);
    if (names->len > 0)
        finding_param(finding, "names", names->str);
    g_rc_box_release(lost);
}

/* Whether a row of the unit called NAME is not used only because that unit's own row is not: then it is counted there. */
static bool is_told_with_its_unit(const TableReader *reader, const char *name, const RowProblem *problem)
{
    if (strcmp(problem->reason, "unknown-unit") != 0)
        return false;
    g_autofree char *folded = text_fold(name);
    LostUnit *lost = g_hash_table_lookup(reader->lost, folded);
    if (!lost)
        return false;
    g_autofree char *rows = g_strdup_printf("%" G_GINT64_FORMAT, ++lost->rows);
    finding_set(lost->finding, "lost", rows);
    return true;
}

static void row_problem_add(TableReader *reader, const Sheet *sheet, const TableHeader *header, const SheetRow *from, gconstpointer row,
                            const RowProblem *problem)
{
    guint column = table_column(reader->table, problem->column);
    SheetCell cell = field_cell(sheet, from, header->at[column]);
    if (is_told_with_its_unit(reader, cell.text, problem))
        return;
    g_autofree char *place = sheet_place(sheet, cell.line, (guint)MAX(header->at[column], 0));
    Finding *finding = problem_add(reader, sheet, place, column_name(reader, column), cell.text, problem);
    finding->unit = g_strdup(row_unit(reader, row));
    if (reader->kind == table_kinds) /* the units themselves */
        lost_unit_add(reader, row, finding);
}

/* What stands in the row itself, not what is merged down into it. */
static const char *own_text(const Sheet *sheet, const SheetRow *row, int column)
{
    SheetCell cell = field_cell(sheet, row, column);
    return cell.form == SHEET_MERGED ? "" : cell.text;
}

static bool row_is_blank(const TableReader *reader, const Sheet *sheet, const TableHeader *header, const SheetRow *row)
{
    for (guint i = 0; i < reader->table->columns->len; i++) {
        const char *text = own_text(sheet, row, header->at[i]);
        while (*text != '\0' && text_is_blank(g_utf8_get_char(text)))
            text = g_utf8_next_char(text);
        if (*text != '\0')
            return false;
    }
    return true;
}

/* True for the row at INDEX of the sheet once more. */
static bool row_repeats(const TableReader *reader, const Sheet *sheet, const TableHeader *header, const SheetRow *row, guint index)
{
    for (guint i = 0; i < reader->table->columns->len; i++)
        if (strcmp(own_text(sheet, row, header->at[i]), own_text(sheet, sheet_row(sheet, index), header->at[i])) != 0)
            return false;
    return true;
}

/* True for a row without content in any known column (a prepared 序号 does not make one), and for the header once more. */
static bool row_is_idle(const TableReader *reader, const Sheet *sheet, const TableHeader *header, const SheetRow *row)
{
    return row_is_blank(reader, sheet, header, row) || row_repeats(reader, sheet, header, row, header->row) ||
           row_repeats(reader, sheet, header, row, header->last);
}

static void troubles_add(TableReader *reader, const Sheet *sheet, const TableHeader *header)
{
    for (guint i = 0; i < sheet->troubles->len; i++) {
        const SheetTrouble *trouble = &g_array_index(sheet->troubles, SheetTrouble, i);
        const char *column = "";
        for (guint c = 0; c < reader->table->columns->len; c++)
            if (header->at[c] == (int)trouble->column)
                column = column_name(reader, c);
        g_autofree char *place = sheet_place(sheet, trouble->line, trouble->column);
        RowProblem problem = { .reason = trouble->reason };
        problem_add(reader, sheet, place, column, trouble->text, &problem);
    }
}

void table_note_add(TableReader *reader, const Sheet *sheet, const char *what, const char *value)
{
    TableNote *note = record_add(reader->tables->notes, &table_note_type);
    note->file = g_strdup(sheet->file);
    note->what = g_strdup(what);
    note->value = value_cut(value);
}

/* ---- many rows ---- */

/* What became of a row of the sheet before any other was looked at. */
typedef struct {
    gpointer row; /* NULL: it is skipped */
    RowProblem problem;
} Filled;

/* A stretch of a sheet's rows, which a thread fills while others fill theirs. */
typedef struct {
    const TableReader *reader;
    const Sheet *sheet;
    const TableHeader *header;
    guint from, to; /* rows FROM to TO-1 of the sheet */
    Filled *filled; /* a place for each of them */
} Stretch;

static gpointer stretch_fill(gpointer data)
{
    const Stretch *s = data;
    for (guint i = s->from; i < s->to; i++) {
        const SheetRow *from = sheet_row(s->sheet, i);
        Filled *to = &s->filled[i - s->from];
        if (row_is_idle(s->reader, s->sheet, s->header, from) ||
            table_row_is_total(s->reader->rules, s->sheet, from))
            continue;
        to->row = record_new(s->reader->kind->type);
        to->problem = row_fill(s->reader, s->sheet, s->header, from, to->row);
        *(char **)to->row = sheet_row_place(s->sheet, from);
    }
    return NULL;
}

/* PART of COUNT parts of SIZE. */
static guint share(guint size, guint part, guint count)
{
    return (guint)((guint64)size * part / count);
}

/* Fills the rows FROM to TO-1, in as many stretches as there are processors when they are many.  Caller
 * frees. */
static Filled *rows_fill(const TableReader *reader, const Sheet *sheet, const TableHeader *header, guint from,
                         guint to)
{
    Filled *filled = g_new0(Filled, to - from + 1);
    Stretch stretches[THREADS_MAX];
    Beside others[THREADS_MAX];
    guint count = CLAMP((to - from) / THREAD_ROWS, 1, MIN(g_get_num_processors(), THREADS_MAX));
    for (guint i = 1; i < count; i++) {
        guint begin = share(to - from, i, count), end = share(to - from, i + 1, count);
        stretches[i] = (Stretch){ reader, sheet, header, from + begin, from + end, filled + begin };
        others[i] = beside_start("rows", stretch_fill, &stretches[i]);
    }
    stretches[0] = (Stretch){ reader, sheet, header, from, from + share(to - from, 1, count), filled };
    stretch_fill(&stretches[0]);
    for (guint i = 1; i < count; i++)
        beside_end(&others[i]);
    return filled;
}

/* A filled row as its neighbours let it stand: into its list, or into a finding.  True when it is used. */
static bool row_take(TableReader *reader, const Sheet *sheet, const TableHeader *header, const SheetRow *from,
                     Filled *filled)
{
    GPtrArray *list = *(GPtrArray **)(gpointer)((char *)reader->tables + reader->kind->list);
    if (!filled->problem.reason && reader->kind->judge)
        filled->problem = reader->kind->judge(reader, filled->row);
    if (!filled->problem.reason) {
        g_ptr_array_add(list, filled->row);
        return true;
    }
    row_problem_add(reader, sheet, header, from, filled->row, &filled->problem);
    record_free(reader->kind->type, filled->row);
    return false;
}

/* Rather a clear word than a stage that dies of findings. */
static gboolean rows_few_enough(const TableReader *reader, const Sheet *sheet, Filled *filled, guint count,
                                GError **error)
{
    guint used = 0;
    for (guint i = 0; i < count; i++)
        used += filled[i].row != NULL;
    if (used <= SHEET_ROWS_MAX)
        return TRUE;
    for (guint i = 0; i < count; i++)
        record_free(reader->kind->type, filled[i].row);
    return fault_input(error, FAULT_LIMIT,
                       tr("%s：有%u行，超过%u行的上限；请核对是不是放错了文件，或有整片重复的行",
                          "%s: %u rows are more than the limit of %u; see whether it is the right file and "
                          "no rows were copied over and over"),
                       sheet->file, used, SHEET_ROWS_MAX);
}

gboolean table_rows_read(TableReader *reader, const Sheet *sheet, int64_t *rows, GError **error)
{
    TableHeader header;
    g_autoptr(GPtrArray) ignored = g_ptr_array_new_with_free_func(g_free);
    *rows = 0;
    if (!table_header_find(reader->rules, reader->table, sheet, &header, ignored, error))
        return FALSE;
    for (guint i = 0; i < ignored->len; i++)
        table_note_add(reader, sheet, "ignored-column", ignored->pdata[i]);
    troubles_add(reader, sheet, &header);
    guint first = header.last + 1;
    g_autofree Filled *filled = rows_fill(reader, sheet, &header, first, sheet->rows->len);
    if (!rows_few_enough(reader, sheet, filled, sheet->rows->len - first, error))
        return FALSE;
    for (guint i = first; i < sheet->rows->len; i++)
        if (filled[i - first].row)
            *rows += row_take(reader, sheet, &header, sheet_row(sheet, i), &filled[i - first]);
    return TRUE;
}
