#include "tabledef.h"

#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "text.h"

enum { HEADER_CELL_BYTES = 300 /* what is longer is a title or a remark, not the name of a column */ };

/* ---- rules --------------------------------------------------------------------------------------------------- */

static const RecordField column_fields[] = {FIELD_STRING_REQ(ColumnRule, id, "id"), FIELD_STRING_REQ(ColumnRule, name, "name"),
                                            FIELD_BOOL(ColumnRule, required, "required"), FIELD_STRING(ColumnRule, measure, "measure"),
                                            FIELD_STRINGS(ColumnRule, aliases, "alias"), FIELD_END};
static const RecordType column_type = {"column", NULL, sizeof(ColumnRule), column_fields};

static const RecordField table_fields[] = {FIELD_STRING_REQ(TableRule, id, "id"), FIELD_BOOL(TableRule, required, "required"),
                                           FIELD_LIST(TableRule, columns, "column", &column_type), FIELD_END};
static const RecordType table_type = {"table", NULL, sizeof(TableRule), table_fields};

static const RecordField measure_fields[] = {
    FIELD_STRING_REQ(MeasureRule, measure, "measure"), FIELD_STRING_REQ(MeasureRule, name, "name"),
    FIELD_INT_REQ(MeasureRule, exponent, "exponent", 0, DECIMAL_SCALE_MAX), FIELD_END};
static const RecordType measure_type = {"measure", NULL, sizeof(MeasureRule), measure_fields};

static const RecordField rules_fields[] = {FIELD_LIST(TableRules, measures, "measure", &measure_type), FIELD_STRINGS(TableRules, totals, "total"),
                                           FIELD_LIST(TableRules, tables, "table", &table_type), FIELD_END};
const RecordType table_rules_type = {"table-rules", "urn:anjuan:table-rules", sizeof(TableRules), rules_fields};

TableRules *table_rules_read(const char *path, GError **error)
{
    g_autofree char *installed = path ? NULL : file_data_path("rules/tables.xml");
    g_autoptr(TableRules) rules = record_read(&table_rules_type, path ? path : installed, error);
    for (guint i = 0; rules && i < rules->tables->len; i++) {
        const TableRule *table = rules->tables->pdata[i];
        if (table->columns->len > TABLE_COLUMNS_MAX) {
            fault_input(error, FAULT_BAD, tr("%s：表 %s 的列多于 %d 个", "%s: table %s has more than %d columns"), path ? path : installed,
                        table->id, TABLE_COLUMNS_MAX);
            return NULL;
        }
    }
    return g_steal_pointer(&rules);
}

void table_rules_free(TableRules *rules)
{
    record_free(&table_rules_type, rules);
}

const TableRule *table_rule(const TableRules *rules, const char *id)
{
    for (guint i = 0; i < rules->tables->len; i++) {
        const TableRule *table = rules->tables->pdata[i];
        if (strcmp(table->id, id) == 0)
            return table;
    }
    return NULL;
}

guint table_column(const TableRule *table, const char *id)
{
    for (guint i = 0; i < table->columns->len; i++)
        if (strcmp(((const ColumnRule *)table->columns->pdata[i])->id, id) == 0)
            return i;
    g_assert_not_reached();
}

/* ---- header -------------------------------------------------------------------------------------------------- */

/* A way of writing a column. */
typedef struct {
    char *folded;
    guint column;
    bool alias;
} Spelling;

typedef struct {
    const TableRules *rules;
    const TableRule *table;
    GArray *spellings; /* Spelling */
} Matcher;

static void spelling_clear(gpointer spelling)
{
    g_free(((Spelling *)spelling)->folded);
}

static void spelling_add(Matcher *matcher, const char *name, guint column, bool alias)
{
    Spelling spelling = { text_fold(name), column, alias };
    g_array_append_val(matcher->spellings, spelling);
}

static void matcher_init(Matcher *matcher, const TableRules *rules, const TableRule *table)
{
    matcher->rules = rules;
    matcher->table = table;
    matcher->spellings = g_array_new(FALSE, FALSE, sizeof(Spelling));
    g_array_set_clear_func(matcher->spellings, spelling_clear);
    for (guint i = 0; i < table->columns->len; i++) {
        const ColumnRule *column = table->columns->pdata[i];
        spelling_add(matcher, column->name, i, false);
        for (guint j = 0; j < column->aliases->len; j++)
            spelling_add(matcher, column->aliases->pdata[j], i, true);
    }
}

static bool unit_lookup(const TableRules *rules, const char *measure, const char *folded, unsigned *exponent)
{
    for (guint i = 0; i < rules->measures->len; i++) {
        const MeasureRule *unit = rules->measures->pdata[i];
        if (g_strcmp0(unit->measure, measure) == 0 && text_same(unit->name, folded)) {
            *exponent = (unsigned)unit->exponent;
            return true;
        }
    }
    return false;
}

/* What stands behind a column's name, without the signs that part it: 〔单位:万元〕, :万元, /万元 become 万元. */
static char *unit_bare(const char *rest)
{
    while (g_str_has_prefix(rest, "〔") || (rest[0] && strchr(":/,_-", rest[0])))
        rest = g_utf8_next_char(rest);
    if (g_str_has_prefix(rest, "单位"))
        rest += strlen("单位");
    if (rest[0] == ':')
        rest++;
    char *bare = g_strdup(rest);
    if (g_str_has_suffix(bare, "〕"))
        bare[strlen(bare) - strlen("〕")] = '\0';
    return bare;
}

/* Whether REST may stand behind the name of COLUMN; a unit gives *EXPONENT and sets *UNIT. */
static bool rest_allowed(const TableRules *rules, const ColumnRule *column, const char *rest, unsigned *exponent, bool *unit)
{
    if (rest[0] == '\0')
        return true;
    if (!column->measure)
        return g_str_has_prefix(rest, "〔") && g_str_has_suffix(rest, "〕");
    g_autofree char *bare = unit_bare(rest);
    return *unit = unit_lookup(rules, column->measure, bare, exponent);
}

typedef struct {
    guint column;
    int rank; /* how well it fits: 0 not at all, then an alias with something behind, an alias, the name likewise */
    unsigned exponent;
    bool unit;
} Match;

static Match header_cell_match(const Matcher *matcher, const char *text)
{
    Match best = { 0 };
    if (strlen(text) > HEADER_CELL_BYTES)
        return best;
    g_autofree char *folded = text_fold(text);
    for (guint i = 0; i < matcher->spellings->len; i++) {
        const Spelling *spelling = &g_array_index(matcher->spellings, Spelling, i);
        if (!g_str_has_prefix(folded, spelling->folded))
            continue;
        const char *rest = folded + strlen(spelling->folded);
        Match match = { .column = spelling->column, .rank = (spelling->alias ? 1 : 3) + (rest[0] == '\0') };
        if (match.rank > best.rank &&
            rest_allowed(matcher->rules, matcher->table->columns->pdata[match.column], rest, &match.exponent, &match.unit))
            best = match;
    }
    return best;
}

/* What one row would be as a header. */
typedef struct {
    TableHeader header;
    int rank[TABLE_COLUMNS_MAX];
    bool unit[TABLE_COLUMNS_MAX];
    guint missing; /* required columns that are not there */
} Candidate;

static void candidate_init(Candidate *candidate, const Matcher *matcher, const Sheet *sheet, guint index)
{
    memset(candidate, 0, sizeof *candidate);
    candidate->header.row = index;
    for (guint i = 0; i < TABLE_COLUMNS_MAX; i++)
        candidate->header.at[i] = -1;
    const SheetRow *row = sheet_row(sheet, index);
    for (guint at = 0; at < row->count; at++) {
        Match match = header_cell_match(matcher, sheet_cell(sheet, row, at).text);
        if (match.rank <= candidate->rank[match.column])
            continue;
        candidate->rank[match.column] = match.rank;
        candidate->unit[match.column] = match.unit;
        candidate->header.at[match.column] = (int)at;
        candidate->header.exponent[match.column] = match.exponent;
    }
    for (guint i = 0; i < matcher->table->columns->len; i++) {
        const ColumnRule *column = matcher->table->columns->pdata[i];
        candidate->header.found += candidate->header.at[i] >= 0;
        candidate->missing += column->required && candidate->header.at[i] < 0;
    }
}

/* The unit that FOLDED text names by 单位:, for the columns that have none of their own. */
static void title_unit_apply(const Matcher *matcher, const char *folded, Candidate *candidate)
{
    for (const char *at = strstr(folded, "单位:"); at; at = strstr(at + 1, "单位:")) {
        g_autofree char *bare = unit_bare(at);
        for (guint c = 0; c < matcher->table->columns->len; c++) {
            const ColumnRule *column = matcher->table->columns->pdata[c];
            if (column->measure && !candidate->unit[c])
                unit_lookup(matcher->rules, column->measure, bare, &candidate->header.exponent[c]);
        }
    }
}

/* 单位：万元 above the header. */
static void title_units_apply(const Matcher *matcher, const Sheet *sheet, Candidate *candidate)
{
    for (guint i = 0; i < candidate->header.row; i++) {
        const SheetRow *row = sheet_row(sheet, i);
        for (guint at = 0; at < row->count; at++) {
            const char *text = sheet_cell(sheet, row, at).text;
            if (strlen(text) > HEADER_CELL_BYTES)
                continue;
            g_autofree char *folded = text_fold(text);
            title_unit_apply(matcher, folded, candidate);
        }
    }
}

static void ignored_note(const Matcher *matcher, const Sheet *sheet, const TableHeader *header, GPtrArray *ignored)
{
    const SheetRow *row = sheet_row(sheet, header->row);
    for (guint at = 0; at < row->count; at++) {
        bool used = false;
        for (guint c = 0; c < matcher->table->columns->len; c++)
            used |= header->at[c] == (int)at;
        g_autofree char *text = text_trim(sheet_cell(sheet, row, at).text);
        if (!used && text[0] != '\0')
            g_ptr_array_add(ignored, g_steal_pointer(&text));
    }
}

/* Within the first ten rows; a workbook's blank rows are none of the sheet's, but count. */
static bool row_in_reach(const Sheet *sheet, guint index)
{
    return (sheet->encoding ? index + 1 : sheet_row(sheet, index)->line) <= TABLE_HEADER_ROWS;
}

static gboolean header_missing(const Matcher *matcher, const Sheet *sheet, const Candidate *best, GError **error)
{
    g_autoptr(GString) missing = g_string_new(NULL);
    for (guint i = 0; i < matcher->table->columns->len; i++) {
        const ColumnRule *column = matcher->table->columns->pdata[i];
        if (column->required && (best->header.found == 0 || best->header.at[i] < 0))
            g_string_append_printf(missing, "%s%s", missing->len ? tr("、", ", ") : "", column->name);
    }
    const SheetRow *row = best->header.found > 0 ? sheet_row(sheet, best->header.row) : NULL;
    g_autofree char *file = sheet->name ? g_strdup_printf(tr("%s（工作表“%s”）", "%s (sheet \"%s\")"), sheet->file, sheet->name) : g_strdup(sheet->file);
    if (!row)
        return fault_input(error, FAULT_BAD,
                           tr("%s：前%d行中没有找到表头；表头应有 %s 各列（名称见 anjuan init 生成的空表）",
                              "%s: no header in the first %d rows; it needs the columns %s (see the empty tables that anjuan init writes)"),
                           file, TABLE_HEADER_ROWS, missing->str);
    return fault_input(error, FAULT_BAD,
                       tr("%s：第%u行的表头缺少 %s；请补上这些列，或改成规定的列名（带单位的列，单位须是认得的，如（元）、（万元））",
                          "%s: the header on line %u lacks %s; add these columns or give them these names (a unit must be a known one, such as 元 or 万元)"),
                       file, row->line, missing->str);
}

gboolean table_header_find(const TableRules *rules, const TableRule *table, const Sheet *sheet, TableHeader *header, GPtrArray *ignored,
                           GError **error)
{
    Matcher matcher;
    Candidate best = { .missing = G_MAXUINT };
    matcher_init(&matcher, rules, table);
    for (guint i = 0; i < sheet->rows->len && row_in_reach(sheet, i); i++) {
        Candidate candidate;
        candidate_init(&candidate, &matcher, sheet, i);
        bool whole = candidate.missing == 0, best_whole = best.missing == 0;
        if (whole > best_whole || (whole == best_whole && candidate.header.found > best.header.found))
            best = candidate;
    }
    gboolean found = best.missing == 0;
    if (found) {
        title_units_apply(&matcher, sheet, &best);
        if (ignored)
            ignored_note(&matcher, sheet, &best.header, ignored);
    } else {
        header_missing(&matcher, sheet, &best, error);
    }
    *header = best.header;
    g_array_unref(matcher.spellings);
    return found;
}

bool table_row_is_total(const TableRules *rules, const Sheet *sheet, const SheetRow *row)
{
    for (guint at = 0; at < row->count; at++) {
        const char *text = sheet_cell(sheet, row, at).text;
        if (strlen(text) > HEADER_CELL_BYTES)
            return false;
        g_autofree char *folded = text_fold(text);
        if (folded[0] == '\0')
            continue;
        for (guint i = 0; i < rules->totals->len; i++)
            if (strcmp(folded, rules->totals->pdata[i]) == 0)
                return true;
        return false;
    }
    return false;
}
