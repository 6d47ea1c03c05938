/* The opinions in a form on which the heads approve: who has which rows of its table, however these are laid out.
 *
 * A label (负责人审批意见) opens a block: what stands right of it up to the next label, below it where nothing
 * does, in the rows over which it is merged, and in rows that only ask for a name and a day.  In a table whose first
 * row has titles (环节, 意见, 签名, 日期) each row is a block.  What the head of the bureau wrote is his block's; a
 * signature in the block of anybody else is no approval, by whatever label it stands (负责人签名：…). */
#include <string.h>

#include "cells.h"
#include "cndate.h"
#include "labels.h"
#include "text.h"

enum { BLOCKS_MAX = 40 };

typedef struct {
    uint32_t label;     /* the cell */
    char *title;        /* of whom it is the opinion, squeezed */
    bool head;
    uint32_t from, to;  /* columns of the grid that belong to it */
    bool below;         /* nothing stands right of the label: the next row has it */
    GArray *cells;      /* uint32_t: what is written */
    char *text;         /* that, a line a cell */
    bool picture;
    bool no_day;        /* its place for a day is empty */
} Block;

typedef struct {
    Gather *gather;
    const GPtrArray *heads; /* what labels of the head's opinion mean in this document */
    GPtrArray *blocks;
    GPtrArray *open;        /* of these, those to which the next row may belong; borrowed */
    uint32_t titled;        /* cells of the row of titles above, 0: none */
    uint32_t day;           /* which of them asks for a day, 0: none */
} Table;

static void block_free(gpointer data)
{
    Block *block = data;
    g_array_unref(block->cells);
    g_free(block->title);
    g_free(block->text);
    g_free(block);
}

/* ---- labels ---- */

static bool fits(const Gather *gather, const char *id, const char *text)
{
    const NamedPattern *named = text ? extractrules_named(gather->reading->rules, id) : NULL;
    return named && matcher_find(gather->reading->matcher, named->pattern, text, strlen(text), 0);
}

/* Whether TITLE is that of somebody's opinion; *HEAD tells whether the head's. */
static bool is_title(const Table *table, const char *title, bool *head)
{
    const ExtractRules *rules = table->gather->reading->rules;
    size_t start, end;
    if (!fits(table->gather, "approval-title", title))
        return false;
    int group = pattern_group(extractrules_named(rules, "approval-title")->pattern, "name");
    bool named = matcher_span(table->gather->reading->matcher, group, &start, &end);
    g_autofree char *name = named ? g_strndup(title + start, end - start) : g_strdup(title);
    *head = labels_mean(table->gather, label_named(table->gather, name), "opinion");
    return true;
}

/* The same for whoever has a row of a table with titles, or of several under one label: 承办人, 局领导. */
static bool is_role(const Table *table, const char *title, bool *head)
{
    if (is_title(table, title, head))
        return true;
    if (!fits(table->gather, "approval-role", title))
        return false;
    g_autofree char *opinion = g_strconcat(title, "意见", NULL);
    *head = labels_mean(table->gather, label_named(table->gather, opinion), "opinion");
    return true;
}

/* The label that CELL begins with where it holds an opinion, too: 负责人审批意见：⏎同意。…; NULL for none.  Caller frees. */
static char *title_within(const Table *table, uint32_t cell)
{
    const DocxText *docx = table->gather->reading->docx;
    g_autofree char *text = docx_cell_text(docx, cell);
    MatchText folded;
    matchtext_init(&folded, text, strlen(text));
    size_t line = strcspn(folded.text, ":\n");
    g_autofree char *first = folded.text[line] ? g_strndup(folded.text, line) : NULL;
    char *title = first ? matchtext_squeeze(first) : NULL;
    bool head;
    if (title && !is_title(table, title, &head))
        g_clear_pointer(&title, g_free);
    matchtext_clear(&folded);
    return title;
}

/* ---- blocks ---- */

static Block *open_block(Table *table, uint32_t cell, const char *title, bool head, uint32_t from, uint32_t to)
{
    Block *block = g_new0(Block, 1);
    *block = (Block){.label = cell, .title = g_strdup(title), .head = head, .from = from, .to = to,
                     .cells = g_array_new(FALSE, FALSE, sizeof(uint32_t))};
    g_ptr_array_add(table->blocks, block);
    g_ptr_array_add(table->open, block);
    return block;
}

static bool covers(const Block *block, const DocxCell *cell)
{
    return cell->grid >= block->from && cell->grid < block->to;
}

/* Whether CELL is a lower part of the label of BLOCK. */
static bool is_merged_down(const DocxText *docx, const Block *block, uint32_t cell)
{
    return docx->cells[cell].continues && docx->cells[cell].grid == docx->cells[block->label].grid;
}

/* ROW: the COUNT cells of a row. */
typedef struct { const uint32_t *cells; guint count; } Row;

/* Whether ROW has the titles of columns, 环节, 意见, 签名, 日期; notes them. */
static bool take_titles(Table *table, Row row)
{
    const DocxText *docx = table->gather->reading->docx;
    bool opinion = false, signature = false, head;
    guint day = 0;
    for (guint i = 1; row.count >= 3 && i < row.count; i++) {
        g_autofree char *title = cell_label(docx, row.cells[i]);
        opinion |= fits(table->gather, "approval-column", title);
        signature |= title && strstr(title, "签") != NULL;
        day = title && (strstr(title, "日期") || strstr(title, "时间")) ? i : day;
    }
    g_autofree char *first = cell_label(docx, row.cells[0]);
    if (!opinion || !signature || is_title(table, first, &head))
        return false;
    table->titled = row.count;
    table->day = day;
    g_ptr_array_set_size(table->open, 0);
    return true;
}

static bool take_titled(Table *table, Row row)
{
    bool head = false;
    g_autofree char *title = cell_label(table->gather->reading->docx, row.cells[0]);
    if (row.count != table->titled || !title)
        return false;
    bool known = is_role(table, title, &head);
    Block *block = open_block(table, row.cells[0], title, known && head, 0, 0);
    for (guint i = 1; i < row.count; i++)
        g_array_append_val(block->cells, row.cells[i]);
    block->no_day = table->day > 0 && cell_is_empty(table->gather->reading->docx, row.cells[table->day]);
    return true;
}

/* Whether ROW only goes on with the blocks above: under a label that is merged down, below a label with nothing beside
 * it, or with places for a name and a day. */
static bool goes_on(const Table *table, Row row)
{
    const DocxText *docx = table->gather->reading->docx;
    g_autofree char *first = docx_cell_text(docx, row.cells[0]), *squeezed = matchtext_squeeze(first);
    bool on = fits(table->gather, "approval-signing", squeezed);
    for (guint i = 0; i < table->open->len && !on; i++) {
        const Block *block = table->open->pdata[i];
        on = block->below;
        for (guint k = 0; k < row.count && !on; k++)
            on = is_merged_down(docx, block, row.cells[k]);
    }
    return on;
}

static void take_further(Table *table, Row row)
{
    const DocxText *docx = table->gather->reading->docx;
    for (guint i = 0; i < row.count; i++)
        for (guint k = 0; k < table->open->len; k++) {
            Block *block = table->open->pdata[k];
            if (covers(block, &docx->cells[row.cells[i]]) && !is_merged_down(docx, block, row.cells[i]))
                g_array_append_val(block->cells, row.cells[i]);
        }
    for (guint k = 0; k < table->open->len; k++)
        ((Block *)table->open->pdata[k])->below = false;
}

/* The title in CELL, alone or *WITHIN what it is about; GROUPED under a label that stands left of it a role is one,
 * too.  Caller frees; NULL for none. */
static char *title_in(const Table *table, uint32_t cell, bool grouped, bool *head, bool *within)
{
    char *title = cell_label(table->gather->reading->docx, cell);
    *within = false;
    if (title && (grouped ? is_role(table, title, head) : is_title(table, title, head)))
        return title;
    g_free(title);
    title = title_within(table, cell);
    *within = title && is_title(table, title, head);
    return title;
}

/* Opens the blocks whose labels stand in ROW; whether there are any. */
static bool take_opened(Table *table, Row row)
{
    const DocxText *docx = table->gather->reading->docx;
    bool grouped = table->open->len > 0 && docx->cells[row.cells[0]].continues;
    Block *last = NULL;
    for (guint i = 0; i < row.count && table->blocks->len < BLOCKS_MAX; i++) {
        const DocxCell *cell = &docx->cells[row.cells[i]];
        bool head = false, within;
        g_autofree char *title = title_in(table, row.cells[i], grouped || last, &head, &within);
        if (!title) {
            if (last)
                g_array_append_val(last->cells, row.cells[i]);
            continue;
        }
        if (last)
            last->to = cell->grid;
        else
            g_ptr_array_set_size(table->open, 0);
        last = open_block(table, row.cells[i], title, head, cell->grid, UINT32_MAX);
        if (within)
            g_array_append_val(last->cells, row.cells[i]);
    }
    for (guint i = 0; last && i < table->open->len; i++) {
        Block *block = table->open->pdata[i];
        block->below = block->cells->len == 0;
        const DocxCell *cell = &docx->cells[block->label];
        block->to = block->below ? cell->grid + MAX(cell->span, 1) : block->to;
    }
    return last != NULL;
}

static void take_row(Table *table, Row row)
{
    if (take_titles(table, row) || (table->titled && take_titled(table, row)) || take_opened(table, row))
        return;
    table->titled = 0;
    if (table->open->len > 0 && goes_on(table, row))
        take_further(table, row);
    else
        g_ptr_array_set_size(table->open, 0);
}

/* ---- what a block says ---- */

/* TEXT behind the label that it begins with. */
static const char *behind_label(const char *text)
{
    const char *end = text + strcspn(text, ":\n"), *wide = strstr(text, "：");
    if (wide && wide < end)
        return wide + strlen("：");
    return *end ? end + 1 : end;
}

static void read_block(const Table *table, Block *block)
{
    const DocxText *docx = table->gather->reading->docx;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < block->cells->len; i++) {
        uint32_t cell = g_array_index(block->cells, uint32_t, i);
        g_autofree char *one = docx_cell_text(docx, cell);
        g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", cell == block->label ? behind_label(one) : one);
        for (uint32_t k = 0; k < docx->cells[cell].count; k++)
            block->picture |= docx->paragraphs[docx->in_cells[docx->cells[cell].first + k]].picture;
    }
    block->text = g_string_free(g_steal_pointer(&text), FALSE);
    g_autofree char *squeezed = matchtext_squeeze(block->text);
    block->no_day |= fits(table->gather, "approval-day-blank", squeezed);
}

static bool is_dated(const Block *block)
{
    g_autofree char *closed = matchtext_squeeze(block->text);
    CnDate date;
    for (size_t from = 0; cndate_find(closed, from, &date); from = date.end)
        if (date.state == CNDATE_FULL)
            return true;
    return false;
}

static bool is_said(const Block *block)
{
    return block->picture || opinion_is_said(block->text);
}

/* ---- who signed ---- */

/* The name at the beginning of TEXT, behind a word that asks for it (签名：张 三): two to four Han characters that nothing but
 * blanks parts; NULL for none.  Caller frees. */
static char *name_at(const char *text)
{
    enum { NAME_CHARS_MIN = 2, NAME_CHARS_MAX = 4 };
    g_autoptr(GString) name = g_string_new(NULL);
    int chars = 0;
    text += strspn(text, " :)\n");
    for (; *text && (*text != ' ' || chars < NAME_CHARS_MIN); text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (c == ' ')
            continue;
        if (g_unichar_get_script(c) != G_UNICODE_SCRIPT_HAN)
            break;
        g_string_append_unichar(name, c);
        chars++;
    }
    bool fits_name = chars >= NAME_CHARS_MIN && chars <= NAME_CHARS_MAX && opinion_is_said(name->str);
    return fits_name ? g_string_free(g_steal_pointer(&name), FALSE) : NULL;
}

/* Behind the last word in TEXT, folded, that asks for a name: 签名, or whatever stands before a colon; NULL for none. */
static const char *behind_asking(const char *text)
{
    static const char *const words[] = {"签名", "签字", "签章", ":"};
    const char *last = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *at = g_strrstr(text, words[i]);
        last = at && at + strlen(words[i]) > last ? at + strlen(words[i]) : last;
    }
    return last;
}

/* Who signed CELL of the head's block; NULL for nobody, or whoever cannot be told.  Caller frees. */
static char *signer_in(const Gather *gather, uint32_t cell)
{
    const NamedPattern *bare = extractrules_named(gather->reading->rules, "approval-signer");
    g_autofree char *text = docx_cell_text(gather->reading->docx, cell);
    MatchText folded;
    matchtext_init(&folded, text, strlen(text));
    const char *asked = behind_asking(folded.text);
    char *name = asked ? name_at(asked) : NULL;
    size_t start, end;
    if (!asked && bare && matcher_find(gather->reading->matcher, bare->pattern, folded.text, folded.length, 0) &&
        matcher_span(gather->reading->matcher, pattern_group(bare->pattern, "name"), &start, &end))
        name = g_strndup(folded.text + start, end - start);
    matchtext_clear(&folded);
    return name;
}

/* The last of the cells of the head's block BLOCK that is signed tells who did. */
static void add_signer(Gather *gather, const Block *block)
{
    const DocxText *docx = gather->reading->docx;
    for (guint i = block->cells->len; i-- > 0;) {
        uint32_t cell = g_array_index(block->cells, uint32_t, i);
        g_autofree char *name = signer_in(gather, cell), *text = docx_cell_text(docx, cell);
        if (!name)
            continue;
        gather_add_value(gather, "approved-by", 1, "approval", cell_paragraph(docx, cell), text, g_steal_pointer(&name), NULL, VALUE_VALID);
        return;
    }
}

/* ---- the head's ---- */

static const Block *last_of_head(const GPtrArray *blocks, bool said)
{
    for (guint i = blocks->len; i-- > 0;) {
        const Block *block = blocks->pdata[i];
        if (block->head && block->cells->len > 0 && (!said || is_said(block)))
            return block;
    }
    return NULL;
}

/* Whether somebody else in the form of the head's opinion HEAD wrote and dated one. */
static bool others_signed(const GPtrArray *blocks, const Block *head)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        if (block == head)
            return false;
        if (!block->head && is_said(block) && is_dated(block))
            return true;
    }
    return false;
}

/* Whether ONE is no value of its field, standing in a cell of BLOCK (NULL: of none): who heads the bureau is not who
 * heads the party (负责人|同意结案), and what is the head's stands in no block of another. */
static bool is_misread(const Table *table, const Candidate *one, const Block *block)
{
    bool of_head = one->rule->last_date && labels_mean(table->gather, table->heads, one->rule->id);
    if (block && strcmp(one->rule->id, "legal-rep") == 0)
        return g_str_has_prefix(one->field->rule, "label:");
    return of_head && (strcmp(one->rule->id, "opinion") == 0 || (block && !block->head));
}

/* Takes out what labels gave for the head's fields: any opinion, and what stands in blocks of others. */
static void drop_misread(const Table *table)
{
    Gather *gather = table->gather;
    g_autoptr(GHashTable) by_cell = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = 0; i < table->blocks->len; i++) {
        Block *block = table->blocks->pdata[i];
        for (guint k = 0; k < block->cells->len; k++)
            g_hash_table_insert(by_cell, GUINT_TO_POINTER(g_array_index(block->cells, uint32_t, k)), block);
    }
    for (guint i = gather->found->len; i-- > 0;) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        int32_t cell = gather->reading->docx->paragraphs[one->order].cell;
        if (cell >= 0 && is_misread(table, one, g_hash_table_lookup(by_cell, GUINT_TO_POINTER((guint)cell))))
            g_ptr_array_remove_index(gather->found, i);
    }
}

/* Whether all of TEXT is of words at a seal: （公章）. */
static bool is_of_seal(const char *text)
{
    while (*text && g_utf8_strchr("()（）盖公章印。. ", -1, g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return *text == '\0';
}

/* The day on which BLOCK was signed: the last one in it, with nothing behind it but words at a seal; DAY_NONE for none. */
static Day signed_on(const Block *block)
{
    g_autofree char *closed = matchtext_squeeze(block->text);
    CnDate date, last = {.day = DAY_NONE};
    for (size_t from = 0; cndate_find(closed, from, &date); from = date.end)
        last = date;
    return last.state == CNDATE_FULL && last.day != DAY_NONE && is_of_seal(closed + last.end) ? last.day : DAY_NONE;
}

static void add_day(Gather *gather, const char *field, const Block *block, Day day)
{
    uint32_t at = cell_paragraph(gather->reading->docx, g_array_index(block->cells, uint32_t, 0));
    gather_add_value(gather, field, 1, "approval", at, block->text, day_format(day), NULL, VALUE_VALID);
}

/* When the head signed his opinion SAID, when the last of those whose opinions stand above it did, and when the others. */
static void add_days(const Table *table, const Block *said)
{
    const Day approved = signed_on(said);
    Day proposed = DAY_NONE;
    const Block *last = NULL;
    for (guint i = 0; i < table->blocks->len && table->blocks->pdata[i] != said; i++) {
        const Block *block = table->blocks->pdata[i];
        const Day day = !block->head && is_said(block) ? signed_on(block) : DAY_NONE;
        if (day != DAY_NONE && (proposed == DAY_NONE || day > proposed)) {
            proposed = day;
            last = block;
        }
    }
    if (!last || approved == DAY_NONE || gather_has(table->gather, "proposed-on", NULL))
        return;
    add_day(table->gather, "proposed-on", last, proposed);
    add_day(table->gather, "head-signed-on", said, approved);
    for (guint i = 0; i < table->blocks->len && table->blocks->pdata[i] != said; i++) {
        const Block *block = table->blocks->pdata[i];
        const Day day = !block->head && block != last && is_said(block) ? signed_on(block) : DAY_NONE;
        if (day != DAY_NONE)
            add_day(table->gather, "opinion-on", block, day);
    }
}

static void add_of_head(const Table *table)
{
    Gather *gather = table->gather;
    const Block *said = last_of_head(table->blocks, true), *block = said ? said : last_of_head(table->blocks, false);
    if (!block)
        return;
    drop_misread(table);
    const DocxText *docx = gather->reading->docx;
    uint32_t at = cell_paragraph(docx, g_array_index(block->cells, uint32_t, 0));
    if (said) {
        add_signer(gather, said);
        add_days(table, said);
    }
    if (said && said->no_day && !said->picture && !docx->floating && !is_dated(said) && others_signed(table->blocks, said))
        gather_add_value(gather, "approval-undated", 1, "approval", at, said->text, g_strdup(said->title), NULL, VALUE_VALID);
    if (said || strpbrk(block->text, "0123456789"))
        labels_add(gather, table->heads, true, at, block->text, true);
    else if (!docx->floating && others_signed(table->blocks, block))
        gather_add_blank(gather, "opinion", cell_paragraph(docx, block->label), block->title);
}

static uint32_t row_of(const DocxText *docx, const GArray *cells, guint i)
{
    return docx->cells[g_array_index(cells, uint32_t, i)].row;
}

/* Reads the table of CELLS, and empties these. */
static void read_table(Gather *gather, GArray *cells)
{
    const DocxText *docx = gather->reading->docx;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func(block_free), open = g_ptr_array_new();
    Table table = {.gather = gather, .heads = label_named(gather, "审批意见"), .blocks = blocks, .open = open};
    for (guint i = 0; i < cells->len && blocks->len < BLOCKS_MAX;) {
        guint end = i;
        while (end < cells->len && row_of(docx, cells, end) == row_of(docx, cells, i))
            end++;
        take_row(&table, (Row){&g_array_index(cells, uint32_t, i), end - i});
        i = end;
    }
    for (guint i = 0; i < blocks->len; i++)
        read_block(&table, blocks->pdata[i]);
    add_of_head(&table);
    g_array_set_size(cells, 0);
}

void gather_approvals(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    if (!labels_mean(gather, label_named(gather, "审批意见"), "opinion"))
        return;
    g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    uint32_t table = 0;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        if (docx->cells[walk.cell].table != table)
            read_table(gather, cells);
        table = docx->cells[walk.cell].table;
        g_array_append_val(cells, walk.cell);
    }
    read_table(gather, cells);
}
