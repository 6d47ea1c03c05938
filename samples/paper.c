#include "paper.h"

#include <stdlib.h>
#include <string.h>

static char *template_folder;

typedef struct {
    const char *name;
    Fields *fields;
    Paper *paper;
    PaperBlock *table; /* the table whose rows may follow */
    gboolean skipping;
} Reader;

void paper_set_folder(const char *folder) {
    g_free(template_folder);
    template_folder = g_strdup(folder);
}

static void cell_free(gpointer data) {
    PaperCell *cell = data;
    g_free(cell->text);
    g_free(cell);
}

static void block_free(gpointer data) {
    PaperBlock *block = data;
    g_free(block->text);
    if (block->widths) g_array_unref(block->widths);
    if (block->rows) g_ptr_array_unref(block->rows);
    g_free(block);
}

static PaperBlock *block_new(Paper *paper, BlockKind kind, const char *text) {
    PaperBlock *block = g_new0(PaperBlock, 1);
    block->kind = kind;
    block->text = g_strdup(text);
    g_ptr_array_add(paper->blocks, block);
    return block;
}

Paper *paper_empty(void) {
    Paper *paper = g_new0(Paper, 1);
    paper->blocks = g_ptr_array_new_with_free_func(block_free);
    return paper;
}

void paper_free(Paper *paper) {
    g_free(paper->header);
    g_free(paper->footer);
    g_ptr_array_unref(paper->blocks);
    g_free(paper);
}

void paper_add(Paper *paper, BlockKind kind, const char *text) {
    block_new(paper, kind, text);
}

void paper_take(Paper *paper, Paper *other) {
    if (paper->blocks->len) block_new(paper, BLOCK_BREAK, NULL);
    if (!paper->header) paper->header = g_steal_pointer(&other->header);
    if (!paper->footer) paper->footer = g_steal_pointer(&other->footer);
    g_ptr_array_extend_and_steal(paper->blocks, g_steal_pointer(&other->blocks));
    g_free(other->header);
    g_free(other->footer);
    g_free(other);
}

/* \n in a template is a line end. */
static char *fill_lines(Reader *reader, const char *text) {
    GString *plain = g_string_new(text);
    g_string_replace(plain, "\\n", "\n", 0);
    char *filled = fields_fill(reader->fields, plain->str, reader->name);
    g_string_free(plain, TRUE);
    return filled;
}

static void start_table(Reader *reader, const char *widths) {
    reader->table = block_new(reader->paper, BLOCK_TABLE, NULL);
    reader->table->widths = g_array_new(FALSE, FALSE, sizeof(guint));
    reader->table->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_auto(GStrv) parts = g_strsplit(widths, " ", -1);
    for (guint i = 0; parts[i]; i++) {
        guint width = (guint)strtoul(parts[i], NULL, 10);
        if (width) g_array_append_val(reader->table->widths, width);
    }
}

static void read_row(Reader *reader, const char *line) {
    if (!reader->table)
        maker_fail("%s.txt：表格行之前没有 @table / row without @table: %s\n", reader->name, line);
    GPtrArray *row = g_ptr_array_new_with_free_func(cell_free);
    g_auto(GStrv) parts = g_strsplit(line + 1, "|", -1);
    guint n_columns = reader->table->widths->len;
    PaperCell *owner = NULL;
    for (guint i = 0; parts[i] && row->len < n_columns; i++) {
        PaperCell *cell = g_new0(PaperCell, 1);
        g_strstrip(parts[i]);
        if (g_str_equal(parts[i], "<") && owner) {
            owner->span++;
        } else {
            owner = cell;
            cell->span = 1;
            cell->joined = g_str_equal(parts[i], "^");
        }
        cell->text = cell->span && !cell->joined ? fill_lines(reader, parts[i]) : g_strdup("");
        g_ptr_array_add(row, cell);
    }
    if (row->len != n_columns)
        maker_fail("%s.txt：列数不对 / wrong number of cells: %s\n", reader->name, line);
    g_ptr_array_add(reader->table->rows, row);
}

/* A field whose value is rows. */
static void read_made_rows(Reader *reader, const char *line) {
    g_autofree char *rows = fields_fill(reader->fields, line, reader->name);
    g_auto(GStrv) parts = g_strsplit(rows, "\n", -1);
    for (guint i = 0; parts[i]; i++) {
        if (*parts[i]) read_row(reader, parts[i]);
    }
}

gboolean paper_cell_has_below(const PaperBlock *table, guint row, guint column) {
    if (row + 1 >= table->rows->len) return FALSE;
    const PaperCell *below = g_ptr_array_index((GPtrArray *)g_ptr_array_index(table->rows, row + 1), column);
    return below->joined;
}

static const struct {
    const char *word;
    BlockKind kind;
} block_words[] = {
    {"title", BLOCK_TITLE}, {"subtitle", BLOCK_SUBTITLE}, {"number", BLOCK_NUMBER},
    {"left", BLOCK_LEFT},   {"right", BLOCK_RIGHT},       {"sign", BLOCK_SIGN},
    {"date", BLOCK_DATE},   {"list", BLOCK_LIST},         {"photo", BLOCK_PHOTO},
};

static void add_paragraphs(Reader *reader, BlockKind kind, const char *text) {
    g_autofree char *filled = fill_lines(reader, text);
    g_auto(GStrv) lines = g_strsplit(filled, "\n", -1);
    for (guint i = 0; lines[i]; i++) block_new(reader->paper, kind, lines[i]);
}

/* @word rest */
static void read_command(Reader *reader, const char *line) {
    const char *space = strchr(line, ' ');
    g_autofree char *word = space ? g_strndup(line + 1, (gsize)(space - line - 1)) : g_strdup(line + 1);
    const char *rest = space ? space + 1 : "";
    reader->table = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(block_words); i++) {
        if (!g_str_equal(word, block_words[i].word)) continue;
        add_paragraphs(reader, block_words[i].kind, rest);
        return;
    }
    if (g_str_equal(word, "table")) start_table(reader, rest);
    else if (g_str_equal(word, "header"))
        reader->paper->header = fields_fill(reader->fields, rest, reader->name);
    else if (g_str_equal(word, "footer"))
        reader->paper->footer = fields_fill(reader->fields, rest, reader->name);
    else if (g_str_equal(word, "break")) block_new(reader->paper, BLOCK_BREAK, NULL);
    else maker_fail("%s.txt：不认识 / unknown command: %s\n", reader->name, line);
}

/* @if, @unless and @endif; true when LINE was one of them. */
static gboolean read_condition(Reader *reader, const char *line) {
    if (g_str_equal(line, "@endif")) {
        reader->skipping = FALSE;
        return TRUE;
    }
    gboolean unless = g_str_has_prefix(line, "@unless ");
    if (!unless && !g_str_has_prefix(line, "@if ")) return FALSE;
    gboolean has = *fields_get(reader->fields, strchr(line, ' ') + 1) != 0;
    reader->skipping = has == unless;
    return TRUE;
}

Paper *paper_new(const char *name, Fields *fields) {
    g_autofree char *path = g_strdup_printf("%s/%s.txt", template_folder, name);
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    maker_check(error);
    Paper *paper = paper_empty();
    Reader reader = {.name = name, .fields = fields, .paper = paper};
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        const char *line = g_strchomp(lines[i]);
        if (read_condition(&reader, line) || reader.skipping || !*line || *line == '#') continue;
        if (*line == '|') {
            read_row(&reader, line);
        } else if (*line == '{' && reader.table) {
            read_made_rows(&reader, line);
        } else if (*line == '@') {
            read_command(&reader, line);
        } else {
            reader.table = NULL;
            add_paragraphs(&reader, BLOCK_BODY, line);
        }
    }
    return paper;
}
