#include "claims.h"

#include <string.h>

#include "cndate.h"
#include "csv.h"
#include "docnumber.h"
#include "matchtext.h"
#include "sheet.h"
#include "text.h"
#include "xlsx.h"

enum { CLAIMS_MAX = 20000, COLUMNS_MAX = 200, WORKBOOK_BYTES_MAX = 64 << 20 };

void claimreader_restart(ClaimReader *reader)
{
    reader->has_header = false;
    reader->number = reader->kind = reader->role = reader->decided = -1;
}

void claimreader_init(ClaimReader *reader, const ExtractRules *rules, GPtrArray *claims)
{
    reader->rules = rules;
    reader->claims = claims;
    claimreader_restart(reader);
}

static bool read_header(ClaimReader *reader, const char *const *cells, guint count)
{
    int number = -1, kind = -1, role = -1, decided = -1, case_number = -1;
    for (guint i = 0; i < count; i++) {
        const char *column = extractrules_column(reader->rules, cells[i]);
        int *to = g_strcmp0(column, "number") == 0        ? &number
                  : g_strcmp0(column, "case-number") == 0 ? &case_number
                  : g_strcmp0(column, "kind") == 0        ? &kind
                  : g_strcmp0(column, "role") == 0        ? &role
                  : g_strcmp0(column, "decided") == 0     ? &decided
                                                          : NULL;
        if (to && *to < 0)
            *to = (int)i;
    }
    number = number < 0 ? case_number : number; /* 案件编号 is the number only where no paper's is given */
    if (number < 0 || (kind < 0 && role < 0))
        return false;
    reader->number = number;
    reader->kind = kind;
    reader->role = role;
    reader->decided = decided;
    return reader->has_header = true;
}

static const char *cell_at(const char *const *cells, guint count, int column)
{
    return column >= 0 && (guint)column < count ? cells[column] : "";
}

/* The value of the longest known word that TEXT is, or holds; of two as long the first. */
static int word_value(GHashTable *words, const char *text)
{
    g_autofree char *squeezed = matchtext_squeeze(text);
    int value = GPOINTER_TO_INT(g_hash_table_lookup(words, squeezed));
    if (value)
        return value;
    size_t best = 0;
    const char *best_at = NULL;
    GHashTableIter iter;
    gpointer key, data;
    g_hash_table_iter_init(&iter, words);
    while (g_hash_table_iter_next(&iter, &key, &data)) {
        const char *at = strstr(squeezed, key);
        size_t length = strlen(key);
        if (at && (length > best || (length == best && at < best_at))) {
            best = length;
            best_at = at;
            value = GPOINTER_TO_INT(data);
        }
    }
    return value;
}

/* The kind of case that the type word of NUMBER says (拘移), for a list whose words leave it open; KIND_NONE
 * for none. */
static Kind kind_of_number(const ExtractRules *rules, const char *number)
{
    DocNumberParts parts = {0};
    g_autofree char *trimmed = text_trim(number);
    if (!docnumber_parse(trimmed, &parts))
        return KIND_NONE;
    const char *doctype = extractrules_doctype_id(rules, extractrules_number_doctype(rules, parts.type));
    bool speaks = doctype && !g_str_has_suffix(doctype, "-notice"); /* a notice is no case yet */
    /* detention-transfer → detention */
    g_autofree char *word = speaks ? g_strdelimit(g_strdup(doctype), "-", '\0') : NULL;
    docnumber_clear(&parts);
    return word ? kind_from_id(word) : KIND_NONE;
}

static void add_unread(ClaimReader *reader, int unread, const char *place)
{
    Claim *claim = record_add(reader->claims, &claim_type);
    claim->unread = unread;
    claim->number = g_strdup("");
    claim->key = g_strdup("");
    claim->place = g_strdup(place);
}

/* Whether the list has room for a row more; the first for which it has none says so. */
static bool has_room(ClaimReader *reader, const char *place)
{
    if (reader->claims->len == CLAIMS_MAX)
        add_unread(reader, CLAIM_TOO_MANY, place);
    return reader->claims->len < CLAIMS_MAX;
}

static void add_claim(ClaimReader *reader, const char *const *cells, guint count, const char *number, const char *key, const char *place)
{
    if (!has_room(reader, place))
        return;
    const char *kind = cell_at(cells, count, reader->kind), *role = cell_at(cells, count, reader->role);
    Claim *claim = record_add(reader->claims, &claim_type);
    claim->number = text_trim(number);
    claim->key = key ? g_strdup(key) : text_fold(number);
    claim->kind = word_value(reader->rules->kinds, kind);
    if (claim->kind == KIND_NONE) {
        claim->kind = (int)kind_of_number(reader->rules, number);
        claim->kind_by_number = claim->kind != KIND_NONE;
    }
    claim->kind_text = text_trim(kind);
    claim->role = word_value(reader->rules->roles, role);
    claim->role_text = text_trim(role);
    CnDate decided;
    if (cndate_find(cell_at(cells, count, reader->decided), 0, &decided))
        claim->date = decided.day;
    claim->place = g_strdup(place);
}

/* Whether a row without a number is of a case all the same: a known kind or role stands in it, and no word of a sum. */
static bool is_case_without_number(const ClaimReader *reader, const char *const *cells, guint count)
{
    static const char *const sums[] = {"合计", "小计", "总计", "共", NULL};
    for (guint i = 0; i < count; i++) {
        g_autofree char *squeezed = matchtext_squeeze(cells[i]);
        if (text_has_any(squeezed, sums))
            return false;
    }
    return word_value(reader->rules->kinds, cell_at(cells, count, reader->kind)) != KIND_NONE ||
           word_value(reader->rules->roles, cell_at(cells, count, reader->role)) != ROLE_NONE;
}

void claimreader_row(ClaimReader *reader, const char *const *cells, guint count, const char *place)
{
    if (!reader->has_header) {
        read_header(reader, cells, count);
        return;
    }
    const char *number = cell_at(cells, count, reader->number);
    g_autofree char *squeezed = matchtext_squeeze(number);
    if (!*squeezed && is_case_without_number(reader, cells, count) && has_room(reader, place))
        add_unread(reader, CLAIM_NO_NUMBER, place);
    if (!*squeezed || strcmp(squeezed, "合计") == 0)
        return;
    g_autoptr(GPtrArray) keys = docnumber_keys(number, DOCNUMBER_TEXT);
    for (guint i = 0; i < keys->len; i++)
        add_claim(reader, cells, count, number, g_ptr_array_index(keys, i), place);
    if (keys->len == 0)
        add_claim(reader, cells, count, number, NULL, place);
}

/* ---- CSV ---- */

static void take_row(const CsvRow *row, gpointer data)
{
    g_autofree const char **cells = g_new(const char *, row->n_cells + 1);
    for (guint i = 0; i < row->n_cells; i++)
        cells[i] = row->cells[i].text;
    g_autofree char *place = g_strdup_printf("L%u", row->line);
    claimreader_row(data, cells, row->n_cells, place);
}

/* A row that is no row (an open quote, a NUL, a cell without end) may have been a case. */
static void take_trouble(CsvTrouble trouble G_GNUC_UNUSED, guint line, guint column G_GNUC_UNUSED,
                         const char *text G_GNUC_UNUSED, size_t size G_GNUC_UNUSED, gpointer data)
{
    ClaimReader *reader = data;
    g_autofree char *place = g_strdup_printf("L%u", line);
    if (reader->has_header && has_room(reader, place))
        add_unread(reader, CLAIM_BAD_ROW, place);
}

gboolean claims_read_csv(const ExtractRules *rules, const void *bytes, size_t size, GPtrArray *claims, GError **error)
{
    size_t text_size;
    const char *encoding;
    g_autofree char *text = csv_decode(bytes, size, &text_size, &encoding, error);
    if (!text)
        return FALSE;
    ClaimReader reader;
    claimreader_init(&reader, rules, claims);
    CsvHandler handler = {.row = take_row, .trouble = take_trouble, .data = &reader};
    csv_parse(text, text_size, csv_separator(text, text_size), &handler);
    return TRUE;
}

/* ---- workbooks ---- */

static void read_sheet(ClaimReader *reader, const Sheet *sheet)
{
    claimreader_restart(reader);
    for (guint r = 0; r < sheet->rows->len; r++) {
        const SheetRow *row = sheet_row(sheet, r);
        guint count = MIN(row->count, COLUMNS_MAX);
        g_autofree const char **cells = g_new(const char *, count + 1);
        for (guint c = 0; c < count; c++)
            cells[c] = sheet_cell(sheet, row, c).text;
        g_autofree char *place = sheet_place(sheet, row->line, 0);
        claimreader_row(reader, cells, count, place);
    }
}

gboolean claims_read_xlsx(const ExtractRules *rules, const char *file, const void *bytes, size_t size, GPtrArray *claims, GError **error)
{
    g_autoptr(Xlsx) xlsx = xlsx_read(file, bytes, size, WORKBOOK_BYTES_MAX, error);
    if (!xlsx)
        return FALSE;
    ClaimReader reader;
    claimreader_init(&reader, rules, claims);
    for (guint i = 0; i < xlsx->sheets->len; i++)
        read_sheet(&reader, xlsx->sheets->pdata[i]);
    return TRUE;
}
