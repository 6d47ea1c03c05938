/* Paragraphs, tables, text boxes and notes of a story part. */
#include <string.h>

#include "docx_story.h"

/* ---- paragraphs ---- */

static int either(int own, int style)
{
    return own >= 0 ? own : style;
}

void docx_open_paragraph(DocxReading *s, bool ruby)
{
    const DocxFrame *frame = docx_top_frame(s);
    DocxOpen open = {.story = frame->story, .index = frame->story_index, .cell = frame->cell, .ruby = ruby,
                     .style = docx_style_resolve(&s->sink->look, NULL), .own = DOCX_NO_STYLE, .drop_empty = frame->separator};
    if (ruby) {
        open.story = DOCX_BOX;
        open.index = docx_left_out(s) ? s->sink->boxes : ++s->sink->boxes;
        open.cell = -1;
        open.own.num_id = 0;
    } else if (!docx_left_out(s)) {
        open.page_start = s->break_pending;
        s->break_pending = false;
    }
    bool goes_on = s->carry && !ruby && !docx_left_out(s);
    open.generated = goes_on ? s->carry_generated : 0;
    open.text = goes_on ? g_steal_pointer(&s->carry) : g_string_new(NULL);
    g_array_append_val(s->open, open);
}

/* Its number, from 1, in the cell, the body or the box or note that holds it. */
static uint32_t next_number(DocxReading *s)
{
    DocxFrame *frame = docx_top_frame(s);
    if (frame->cell >= 0)
        return ++frame->in_cell;
    if (frame->story == DOCX_BODY)
        return ++s->sink->body;
    for (guint i = s->frames->len; i-- > 0;) {
        DocxFrame *holder = &g_array_index(s->frames, DocxFrame, i);
        if (holder->box || i == 0)
            return ++holder->in_story;
    }
    return 1;
}

/* Counts the paragraph in its list and puts the number in front; one that text was carried into shows that text's. */
static void put_numbering(DocxReading *s, DocxOpen *open)
{
    bool unseen = open->style.hidden == 1 && open->text->len == 0;
    int num_id = either(open->own.num_id, open->style.num_id), level = either(open->own.level, open->style.level);
    if (num_id <= 0 || open->generated > 0 || unseen)
        return;
    g_autoptr(GString) number = g_string_new(NULL);
    int64_t characters = docx_number_render(&s->sink->look, num_id, MAX(level, 0), number);
    s->sink->count.numbering += characters;
    s->sink->put += characters;
    open->generated = (uint32_t)number->len;
    g_string_prepend(open->text, number->str);
}

static void add_paragraph(DocxReading *s, DocxOpen *open)
{
    put_numbering(s, open);
    DocxParagraph paragraph = {.story = open->story, .story_index = open->index, .number = open->ruby ? 1 : next_number(s),
                               .cell = open->cell, .centred = either(open->own.centred, open->style.centred) == 1, .page_start = open->page_start,
                               .half_points = (uint16_t)MAX(either(open->own.half_points, open->style.half_points), 0), .generated = open->generated, .picture = open->picture};
    if (open->page_start && strspn(open->text->str, "\n") == open->text->len && !open->ruby)
        s->break_pending = true; /* Ctrl+Enter leaves a paragraph that holds the break alone: what comes after it begins the page */
    paragraph.length = (uint32_t)open->text->len;
    paragraph.text = g_string_free(open->text, FALSE);
    if (s->open->len > 1) {
        g_array_append_val(s->later, paragraph);
        return;
    }
    g_array_append_val(s->sink->paragraphs, paragraph);
    g_array_append_vals(s->sink->paragraphs, s->later->data, s->later->len);
    g_array_set_size(s->later, 0);
}

void docx_close_paragraph(DocxReading *s)
{
    DocxOpen *open = docx_top_open(s);
    bool dropped = docx_left_out(s) || (open->drop_empty && open->text->len == 0);
    if (dropped) {
        g_string_free(open->text, TRUE);
    } else if (open->mark_deleted && !open->ruby && !s->carry) {
        if (open->numbered && open->text->len > 0)
            put_numbering(s, open);
        s->carry_generated = open->generated;
        s->carry = open->text;
    } else {
        add_paragraph(s, open);
    }
    g_array_set_size(s->open, s->open->len - 1);
}

void docx_flush_carry(DocxReading *s)
{
    if (!s->carry || docx_left_out(s))
        return;
    docx_open_paragraph(s, false);
    docx_close_paragraph(s);
}

void docx_apply_style(DocxReading *s, DocxOpen *open)
{
    open->style = docx_style_resolve(&s->sink->look, docx_val(s->reader));
}

/* ---- tables ---- */

void docx_open_table(DocxReading *s)
{
    docx_flush_carry(s);
    DocxFrame frame = *docx_top_frame(s);
    frame.table = docx_left_out(s) ? s->sink->tables : ++s->sink->tables;
    frame.row = 0;
    frame.cell = -1;
    frame.box = frame.hidden = false;
    g_array_append_val(s->frames, frame);
}

void docx_open_row(DocxReading *s)
{
    DocxFrame *frame = docx_top_frame(s);
    frame->row++;
    frame->column = 0;
    frame->grid = 0;
}

void docx_open_cell(DocxReading *s)
{
    DocxFrame *frame = docx_top_frame(s);
    if (docx_left_out(s) || frame->table == 0) /* outside a table it is nothing */
        return;
    frame->row = MAX(frame->row, 1);
    DocxCell cell = {.table = frame->table, .row = frame->row, .column = ++frame->column, .grid = frame->grid, .span = 1};
    frame->cell = (int32_t)s->sink->cells->len;
    frame->in_cell = 0;
    frame->grid++;
    g_array_append_val(s->sink->cells, cell);
}

void docx_widen_cell(DocxReading *s)
{
    DocxFrame *frame = docx_top_frame(s);
    if (frame->cell < 0)
        return;
    DocxCell *cell = &g_array_index(s->sink->cells, DocxCell, frame->cell);
    int span = docx_int_val(s->reader, 1, 1000);
    frame->grid = cell->grid + (uint32_t)span;
    cell->span = (uint32_t)span;
}

void docx_merge_cell(DocxReading *s, bool across)
{
    DocxFrame *frame = docx_top_frame(s);
    if (frame->cell < 0 || g_strcmp0(docx_val(s->reader), "restart") == 0)
        return;
    DocxCell *cell = &g_array_index(s->sink->cells, DocxCell, frame->cell);
    cell->continues = true;
    DocxCell *before = cell - 1;
    if (across && cell->column > 1 && frame->cell > 0 && before->table == cell->table && before->row == cell->row)
        before->span = cell->grid + cell->span - before->grid;
}

/* ---- boxes and notes ---- */

void docx_open_box(DocxReading *s)
{
    DocxFrame frame = {.cell = -1, .story = DOCX_BOX, .box = true};
    frame.story_index = docx_left_out(s) ? s->sink->boxes : ++s->sink->boxes;
    g_array_append_val(s->frames, frame);
}

/* Notes are numbered as Word shows them: in their order, separators left out. */
void docx_open_note(DocxReading *s)
{
    const char *type = xml_reader_attribute(s->reader, NULL, "type");
    DocxFrame *frame = docx_top_frame(s);
    frame->separator = type && strcmp(type, "normal") != 0;
    s->notes += !frame->separator;
    frame->story_index = MAX(s->notes, 1);
    frame->in_story = 0;
}
