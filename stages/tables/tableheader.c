#include "tabledef.h"

#include <string.h>

#include "fault.h"
#include "lang.h"
#include "text.h"

enum { HEADER_CELL_BYTES = 300 /* what is longer is a title or a remark, not the name of a column */ };

/* ---- one cell ------------------------------------------------------------------------------------------------ */

/* A way of writing a column; of two, the one of higher rank is meant. */
typedef struct {
    char *folded;
    guint column;
    int rank;
} Spelling;

enum { RANK_NAME = 1000, RANK_ALIAS = 500 /* of the first; those behind it follow in the order of the rules */ };

typedef struct {
    const TableRules *rules;
    const TableRule *table;
    GArray *spellings; /* Spelling */
} Matcher;

static void spelling_clear(gpointer spelling)
{
    g_free(((Spelling *)spelling)->folded);
}

static void spelling_add(Matcher *matcher, const char *name, guint column, int rank)
{
    Spelling spelling = { text_fold(name), column, rank };
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
        spelling_add(matcher, column->name, i, RANK_NAME);
        for (guint j = 0; j < column->aliases->len; j++)
            spelling_add(matcher, column->aliases->pdata[j], i, RANK_ALIAS - 2 * (int)j);
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
static bool rest_allowed(const TableRules *rules, const ColumnRule *column, const char *rest, unsigned *exponent,
                         bool *unit)
{
    if (rest[0] == '\0')
        return true;
    if (!column->measure)
        return g_str_has_prefix(rest, "〔") && g_str_has_suffix(rest, "〕");
    g_autofree char *bare = unit_bare(rest);
    return *unit = unit_lookup(rules, column->measure, bare, exponent);
}

/* The text of a header cell without what marks a column that must be filled in (*案件编号); NULL for what is no name of a column. */
static char *header_fold(const char *text)
{
    if (strlen(text) > HEADER_CELL_BYTES)
        return NULL;
    char *folded = text_fold(text);
    while (g_str_has_suffix(folded, "*") || g_str_has_suffix(folded, ":"))
        folded[strlen(folded) - 1] = '\0';
    size_t marks = strspn(folded, "*");
    memmove(folded, folded + marks, strlen(folded + marks) + 1);
    return folded;
}

typedef struct {
    guint column;
    int rank; /* how well it fits; 0 not at all */
    unsigned exponent;
    bool unit;
} Match;

/* Puts into *BEST what TEXT names, when that fits better. */
static void header_cell_match(const Matcher *matcher, const char *text, Match *best)
{
    g_autofree char *folded = header_fold(text);
    for (guint i = 0; folded && i < matcher->spellings->len; i++) {
        const Spelling *spelling = &g_array_index(matcher->spellings, Spelling, i);
        if (!g_str_has_prefix(folded, spelling->folded))
            continue;
        const char *rest = folded + strlen(spelling->folded);
        Match match = { .column = spelling->column, .rank = spelling->rank + (rest[0] == '\0') };
        if (match.rank > best->rank && rest_allowed(matcher->rules, matcher->table->columns->pdata[match.column], rest,
                                                    &match.exponent, &match.unit))
            *best = match;
    }
}

/* ---- one row, or two ----------------------------------------------------------------------------------------- */

/* What a row, or a row with the one below it, would be as a header. */
typedef struct {
    TableHeader header;
    int rank[TABLE_COLUMNS_MAX];
    int again[TABLE_COLUMNS_MAX]; /* place of a second cell that fits as well; -1 for none */
    bool unit[TABLE_COLUMNS_MAX];
    guint missing; /* required columns that are not there */
} Candidate;

static const char *own_text(const Sheet *sheet, guint row, guint at)
{
    SheetCell cell = sheet_cell(sheet, sheet_row(sheet, row), at);
    return cell.form == SHEET_MERGED ? "" : cell.text;
}

/* The text over AT in the upper row of a header of two: its own, else that of the next to the left, which is then a heading of
 * several columns. */
static const char *heading_over(const Sheet *sheet, guint row, guint at)
{
    for (;; at--) {
        const char *text = own_text(sheet, row, at);
        if (text[0] != '\0' || at == 0)
            return text;
    }
}

/* What the cells of the header at AT name: alone, and below their heading. */
static Match place_match(const Matcher *matcher, const Sheet *sheet, const TableHeader *header, guint at)
{
    Match best = { 0 };
    const char *lower = own_text(sheet, header->last, at);
    if (header->last == header->row || lower[0] == '\0') {
        header_cell_match(matcher, own_text(sheet, header->row, at), &best);
        return best;
    }
    g_autofree char *whole = g_strconcat(heading_over(sheet, header->row, at), lower, NULL);
    header_cell_match(matcher, lower, &best);
    header_cell_match(matcher, whole, &best);
    return best;
}

static void candidate_take(Candidate *candidate, const Match *match, guint at)
{
    if (match->rank == 0 || match->rank < candidate->rank[match->column])
        return;
    if (match->rank == candidate->rank[match->column]) {
        candidate->again[match->column] = (int)at;
        return;
    }
    candidate->rank[match->column] = match->rank;
    candidate->again[match->column] = -1;
    candidate->unit[match->column] = match->unit;
    candidate->header.at[match->column] = (int)at;
    candidate->header.exponent[match->column] = match->exponent;
}

static void candidate_init(Candidate *candidate, const Matcher *matcher, const Sheet *sheet, guint row, guint last)
{
    memset(candidate, 0, sizeof *candidate);
    candidate->header.row = row;
    candidate->header.last = last;
    for (guint i = 0; i < TABLE_COLUMNS_MAX; i++)
        candidate->header.at[i] = candidate->again[i] = -1;
    guint width = MAX(sheet_row(sheet, row)->count, sheet_row(sheet, last)->count);
    for (guint at = 0; at < width; at++) {
        Match match = place_match(matcher, sheet, &candidate->header, at);
        candidate_take(candidate, &match, at);
    }
    for (guint i = 0; i < matcher->table->columns->len; i++) {
        const ColumnRule *column = matcher->table->columns->pdata[i];
        candidate->header.found += candidate->header.at[i] >= 0;
        candidate->missing += column->required && candidate->header.at[i] < 0;
    }
}

/* Within the first ten rows; a workbook's blank rows are none of the sheet's, but count. */
static bool row_in_reach(const Sheet *sheet, guint index)
{
    return index < sheet->rows->len &&
           (sheet->encoding ? index + 1 : sheet_row(sheet, index)->line) <= TABLE_HEADER_ROWS;
}

/* The best header of LINES rows (1 or 2) takes the place of *BEST where it is better. */
static void candidates_try(const Matcher *matcher, const Sheet *sheet, guint lines, Candidate *best)
{
    for (guint i = 0; row_in_reach(sheet, i) && row_in_reach(sheet, i + lines - 1); i++) {
        Candidate candidate;
        candidate_init(&candidate, matcher, sheet, i, i + lines - 1);
        bool whole = candidate.missing == 0, best_whole = best->missing == 0;
        if (whole > best_whole || (whole == best_whole && candidate.header.found > best->header.found))
            *best = candidate;
    }
}

static guint units_named(const Candidate *candidate)
{
    guint count = 0;
    for (guint i = 0; i < TABLE_COLUMNS_MAX; i++)
        count += candidate->unit[i];
    return count;
}

/* A row of units below a header that is whole without it: （万元） below 罚款金额. */
static void unit_row_try(const Matcher *matcher, const Sheet *sheet, Candidate *best)
{
    if (best->header.row + 1 >= sheet->rows->len)
        return;
    Candidate with_units;
    candidate_init(&with_units, matcher, sheet, best->header.row, best->header.row + 1);
    if (with_units.missing == 0 && units_named(&with_units) > units_named(best))
        *best = with_units;
}

/* ---- what stands above, and what is left over ---------------------------------------------------------------- */

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

static bool is_used(const Matcher *matcher, const TableHeader *header, guint at)
{
    for (guint c = 0; c < matcher->table->columns->len; c++)
        if (header->at[c] == (int)at)
            return true;
    return false;
}

static void ignored_note(const Matcher *matcher, const Sheet *sheet, const TableHeader *header, GPtrArray *ignored)
{
    guint width = MAX(sheet_row(sheet, header->row)->count, sheet_row(sheet, header->last)->count);
    for (guint at = 0; at < width; at++) {
        const char *lower = own_text(sheet, header->last, at);
        bool two = header->last > header->row && lower[0] != '\0';
        g_autofree char *whole = g_strconcat(
            two ? heading_over(sheet, header->row, at) : own_text(sheet, header->row, at), two ? lower : "", NULL);
        g_autofree char *text = text_trim(whole);
        if (!is_used(matcher, header, at) && text[0] != '\0')
            g_ptr_array_add(ignored, g_steal_pointer(&text));
    }
}

/* ---- refusals ------------------------------------------------------------------------------------------------ */

static char *sheet_named(const Sheet *sheet)
{
    return sheet->name ? g_strdup_printf(tr("%s（工作表“%s”）", "%s (sheet \"%s\")"), sheet->file, sheet->name)
                       : g_strdup(sheet->file);
}

static gboolean refuse_missing(const Matcher *matcher, const Sheet *sheet, const Candidate *best, GError **error)
{
    g_autoptr(GString) missing = g_string_new(NULL);
    g_autofree char *named = sheet_named(sheet);
    for (guint i = 0; i < matcher->table->columns->len; i++) {
        const ColumnRule *column = matcher->table->columns->pdata[i];
        if (column->required && (best->header.found == 0 || best->header.at[i] < 0))
            g_string_append_printf(missing, "%s%s", missing->len ? tr("、", ", ") : "", column->name);
    }
    if (best->header.found == 0)
        return fault_input(
            error, FAULT_BAD,
            tr("%s：前%d行中没有找到表头；表头应有 %s 各列（名称见 anjuan init 生成的空表）",
               "%s: no header in the first %d rows; it needs the columns %s (see the empty tables that anjuan init writes)"),
            named, TABLE_HEADER_ROWS, missing->str);
    return fault_input(
        error, FAULT_BAD,
        tr("%s：第%u行的表头缺少 %s；请补上这些列，或改成规定的列名（带单位的列，单位须是认得的，如（元）、（万元））",
           "%s: the header on line %u lacks %s; add these columns or give them these names (a unit must be a known one, such as 元 or 万元)"),
        named, sheet_row(sheet, best->header.row)->line, missing->str);
}

/* Two columns that are called alike: which one holds decides about figures, so a person must say.  A remark may come twice. */
static gboolean refuse_again(const Matcher *matcher, const Sheet *sheet, const Candidate *best, GError **error)
{
    for (guint i = 0; i < matcher->table->columns->len; i++) {
        const ColumnRule *column = matcher->table->columns->pdata[i];
        if (best->again[i] < 0 || (!column->required && !column->measure))
            continue;
        g_autofree char *named = sheet_named(sheet), *first = sheet_column((guint)best->header.at[i] + 1),
                        *second = sheet_column((guint)best->again[i] + 1);
        return fault_input(
            error, FAULT_BAD,
            tr("%s：第%u行的表头有两列都是“%s”（%s列和%s列），无法判断以哪列为准；请删去一列或改名",
               "%s: in the header on line %u two columns are %s (columns %s and %s); delete one of them or give it another name"),
            named, sheet_row(sheet, best->header.row)->line, column->name, first, second);
    }
    return TRUE;
}

gboolean table_header_find(const TableRules *rules, const TableRule *table, const Sheet *sheet, TableHeader *header,
                           GPtrArray *ignored, GError **error)
{
    Matcher matcher;
    Candidate best = { .missing = G_MAXUINT };
    matcher_init(&matcher, rules, table);
    candidates_try(&matcher, sheet, 1, &best);
    if (best.missing > 0)
        candidates_try(&matcher, sheet, 2, &best);
    else
        unit_row_try(&matcher, sheet, &best);
    gboolean found =
        best.missing == 0 ? refuse_again(&matcher, sheet, &best, error) : refuse_missing(&matcher, sheet, &best, error);
    if (found) {
        title_units_apply(&matcher, sheet, &best);
        if (ignored)
            ignored_note(&matcher, sheet, &best.header, ignored);
    }
    *header = best.header;
    g_array_unref(matcher.spellings);
    return found;
}

/* True for 合计, 合计（元）:, 沅陵县小计. */
static bool is_total(const TableRules *rules, char *folded)
{
    char *remark = g_str_has_suffix(folded, "〕") ? g_strrstr(folded, "〔") : NULL;
    if (remark)
        *remark = '\0';
    if (g_str_has_suffix(folded, ":"))
        folded[strlen(folded) - 1] = '\0';
    for (guint i = 0; i < rules->totals->len; i++)
        if (g_str_has_suffix(folded, rules->totals->pdata[i]))
            return true;
    return false;
}

bool table_row_is_total(const TableRules *rules, const Sheet *sheet, const SheetRow *row)
{
    for (guint at = 0; at < row->count; at++) {
        SheetCell cell = sheet_cell(sheet, row, at);
        if (cell.form == SHEET_MERGED)
            continue;
        if (strlen(cell.text) > HEADER_CELL_BYTES)
            return false;
        g_autofree char *folded = text_fold(cell.text);
        if (folded[0] != '\0')
            return is_total(rules, folded);
    }
    return false;
}
