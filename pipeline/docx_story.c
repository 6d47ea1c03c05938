/* Reads one story part: elements open and close contexts, characters go into the paragraph in hand or are counted out. */
#include <stdlib.h>
#include <string.h>

#include "docx_names.h"
#include "docx_parts.h"
#include "fault.h"
#include "lang.h"

enum { DEPTH_MAX = 300, OPEN_MAX = 120, FIELDS_MAX = 200 };

/* A paragraph that is being read; text boxes and ruby nest them. */
typedef struct {
    GString *text;
    DocxStory story;
    uint32_t index, number;
    int32_t cell;
    int hidden, centred, half_points; /* as its style says; -1: nothing */
    int num_id, level;
    bool page_start, mark_deleted, ruby;
} Open;

/* A table that is being read, or a text box inside which tables are its own. */
typedef struct {
    uint32_t table, row, column, grid;
    int32_t cell; /* -1 outside cells */
    uint32_t in_cell; /* paragraphs of the cell so far */
    DocxStory story;
    uint32_t story_index, in_story;
    bool box;
} Frame;

typedef struct {
    int depth;
    int64_t read_before;
    bool chosen;
} Alternate;

typedef struct {
    DocxSink *sink;
    XmlReader *reader;
    DocxElement path[DEPTH_MAX];
    GArray *open;       /* Open */
    GArray *frames;     /* Frame; the first is the story itself */
    GArray *alternates; /* Alternate */
    bool in_code[FIELDS_MAX];
    int fields;
    int deleted_at, alternate_at, ignored_at; /* depth of the outermost element that does so; 0: none */
    bool run_hidden, comment, break_pending;
    GString *carry; /* text of a paragraph whose mark is deleted: goes on in the next */
    GArray *later;  /* DocxParagraph: of boxes, until the paragraph that holds them ends */
} Story;

static Open *top_open(Story *s)
{
    return s->open->len ? &g_array_index(s->open, Open, s->open->len - 1) : NULL;
}

static Frame *top_frame(Story *s)
{
    return &g_array_index(s->frames, Frame, s->frames->len - 1);
}

static const char *val(Story *s)
{
    return xml_reader_attribute(s->reader, NULL, "val");
}

static int int_val(Story *s, int low, int high)
{
    const char *text = val(s);
    long number = text ? strtol(text, NULL, 10) : low;
    return (int)CLAMP(number, low, high);
}

/* ---- paragraphs ---- */

static void open_paragraph(Story *s, bool ruby)
{
    const Frame *frame = top_frame(s);
    DocxStyle style = docx_style_resolve(&s->sink->look, NULL);
    Open open = {.text = s->carry && !ruby ? g_steal_pointer(&s->carry) : g_string_new(NULL), .story = frame->story,
                 .index = frame->story_index, .cell = frame->cell, .hidden = style.hidden, .centred = style.centred,
                 .half_points = style.half_points, .num_id = style.num_id, .level = style.level, .ruby = ruby};
    if (ruby) {
        open.story = DOCX_BOX;
        open.index = ++s->sink->boxes;
        open.cell = -1;
        open.num_id = -1;
    } else if (!s->alternate_at) {
        open.page_start = s->break_pending;
        s->break_pending = false;
    }
    g_array_append_val(s->open, open);
}

/* Its number, from 1, in the cell, the body or the box or note that holds it. */
static uint32_t next_number(Story *s)
{
    Frame *frame = top_frame(s);
    if (frame->cell >= 0)
        return ++frame->in_cell;
    if (frame->story == DOCX_BODY)
        return ++s->sink->body;
    for (guint i = s->frames->len; i-- > 0;) {
        Frame *holder = &g_array_index(s->frames, Frame, i);
        if (holder->box || i == 0)
            return ++holder->in_story;
    }
    return 1;
}

static void put_numbering(Story *s, Open *open, DocxParagraph *paragraph)
{
    if (open->num_id <= 0 || open->text->len == 0)
        return;
    g_autoptr(GString) number = g_string_new(NULL);
    s->sink->count.numbering += docx_number_render(&s->sink->look, open->num_id, MAX(open->level, 0), number);
    paragraph->generated = (uint32_t)number->len;
    g_string_prepend(open->text, number->str);
}

static void add_paragraph(Story *s, Open *open)
{
    DocxParagraph paragraph = {.story = open->story, .story_index = open->index, .number = open->ruby ? 1 : next_number(s),
                               .cell = open->cell, .centred = open->centred == 1, .page_start = open->page_start,
                               .half_points = (uint16_t)MAX(open->half_points, 0)};
    put_numbering(s, open, &paragraph);
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

static void close_paragraph(Story *s)
{
    Open *open = top_open(s);
    if (s->comment || s->alternate_at)
        g_string_free(open->text, TRUE);
    else if (open->mark_deleted && !open->ruby && !s->carry)
        s->carry = open->text;
    else
        add_paragraph(s, open);
    g_array_set_size(s->open, s->open->len - 1);
}

/* What a deleted paragraph mark left over when its container ends. */
static void flush_carry(Story *s)
{
    if (!s->carry)
        return;
    open_paragraph(s, false);
    close_paragraph(s);
}

static void apply_style(Story *s, Open *open)
{
    DocxStyle style = docx_style_resolve(&s->sink->look, val(s));
    open->hidden = style.hidden;
    open->centred = style.centred;
    open->half_points = style.half_points;
    open->num_id = style.num_id;
    open->level = style.level;
}

/* ---- characters ---- */

static bool in_field_code(const Story *s)
{
    for (int i = 0; i < MIN(s->fields, FIELDS_MAX); i++)
        if (s->in_code[i])
            return true;
    return false;
}

/* Where COUNT characters of an element go: a counter of those left out, or the counter of those read. */
static int64_t *counter_for(Story *s, DocxElement element)
{
    DocxCount *count = &s->sink->count;
    if (s->comment)
        return &count->comment;
    if (s->alternate_at)
        return &count->alternate;
    if (s->deleted_at || element == EL_DEL_TEXT)
        return &count->deleted;
    if (element == EL_INSTR || in_field_code(s))
        return &count->field_code;
    if (s->run_hidden)
        return &count->hidden;
    return &count->read;
}

static void put_text(Story *s, const char *text)
{
    if (!top_open(s))
        open_paragraph(s, false);
    GString *to = top_open(s)->text;
    size_t before = to->len;
    g_string_append(to, text);
    for (char *p = strpbrk(to->str + before, "\n\r\t"); p; p = strpbrk(p, "\n\r\t"))
        *p = ' '; /* as Word shows them */
}

static void take_characters(Story *s, DocxElement element, const char *text)
{
    bool counted = element != EL_MATH_TEXT;
    int64_t *counter = counter_for(s, element);
    if (counted) {
        int64_t n = g_utf8_strlen(text, -1);
        s->sink->count.present += n;
        *counter += n;
    }
    if (counter == &s->sink->count.read)
        put_text(s, text);
}

/* A tab, break or symbol: one character of the count when COUNTED. */
static void take_sign(Story *s, const char *sign, bool counted)
{
    int64_t *counter = counter_for(s, EL_T);
    if (counted) {
        s->sink->count.present++;
        (*counter)++;
    }
    if (counter != &s->sink->count.read)
        return;
    if (!top_open(s))
        open_paragraph(s, false);
    g_string_append(top_open(s)->text, sign);
}

static void take_symbol(Story *s)
{
    static const struct { unsigned code; const char *sign; } known[] = {
        {0xA3, "□"}, {0xA8, "□"}, {0x6F, "□"}, {0x71, "□"}, {0xFE, "☑"}, {0x52, "☑"}, {0xFC, "✓"}, {0x50, "✓"},
        {0xFD, "☒"}, {0x54, "☒"}, {0x53, "☒"}, {0x6C, "●"}, {0x6E, "■"}};
    const char *code_text = xml_reader_attribute(s->reader, NULL, "char");
    unsigned long code = code_text ? strtoul(code_text, NULL, 16) : 0xFFFD;
    char sign[8] = "";
    for (size_t i = 0; code >= 0xF000 && code <= 0xF0FF && i < G_N_ELEMENTS(known); i++)
        if (known[i].code == (code & 0xFF))
            g_strlcpy(sign, known[i].sign, sizeof sign);
    if (!sign[0]) {
        bool fine = code >= 0x20 && g_unichar_validate((gunichar)MIN(code, 0x110000ul));
        sign[g_unichar_to_utf8(fine ? (gunichar)code : 0xFFFD, sign)] = '\0';
    }
    take_sign(s, sign, true);
}

static void take_break(Story *s)
{
    const char *type = xml_reader_attribute(s->reader, NULL, "type");
    bool page = g_strcmp0(type, "page") == 0;
    Open *open = top_open(s);
    if (page && open && !s->deleted_at && !s->alternate_at) {
        if (open->text->len == 0)
            open->page_start = true;
        else
            s->break_pending = true;
    }
    take_sign(s, "\n", true);
}

/* ---- fields ---- */

static void take_field_char(Story *s)
{
    const char *type = xml_reader_attribute(s->reader, NULL, "fldCharType");
    if (g_strcmp0(type, "begin") == 0) {
        if (s->fields < FIELDS_MAX)
            s->in_code[s->fields] = true;
        s->fields++;
    } else if (s->fields > 0 && g_strcmp0(type, "separate") == 0) {
        if (s->fields <= FIELDS_MAX)
            s->in_code[s->fields - 1] = false;
    } else if (s->fields > 0 && g_strcmp0(type, "end") == 0) {
        s->fields--;
    }
}

/* ---- tables and boxes ---- */

static void open_table(Story *s)
{
    Frame frame = *top_frame(s);
    frame.table = s->alternate_at ? s->sink->tables : ++s->sink->tables;
    frame.row = 0;
    frame.cell = -1;
    frame.box = false;
    g_array_append_val(s->frames, frame);
}

static void open_cell(Story *s)
{
    Frame *frame = top_frame(s);
    if (s->alternate_at || s->comment)
        return;
    DocxCell cell = {.table = frame->table, .row = frame->row, .column = ++frame->column, .grid = frame->grid, .span = 1};
    frame->cell = (int32_t)s->sink->cells->len;
    frame->in_cell = 0;
    frame->grid++;
    g_array_append_val(s->sink->cells, cell);
}

static void widen_cell(Story *s)
{
    Frame *frame = top_frame(s);
    if (frame->cell < 0)
        return;
    DocxCell *cell = &g_array_index(s->sink->cells, DocxCell, frame->cell);
    int span = int_val(s, 1, 1000);
    frame->grid = cell->grid + (uint32_t)span;
    cell->span = (uint32_t)span;
}

static void merge_cell(Story *s)
{
    Frame *frame = top_frame(s);
    if (frame->cell >= 0)
        g_array_index(s->sink->cells, DocxCell, frame->cell).continues = g_strcmp0(val(s), "restart") != 0;
}

static void open_box(Story *s)
{
    Frame frame = {.cell = -1, .story = DOCX_BOX, .box = true};
    frame.story_index = s->alternate_at ? s->sink->boxes : ++s->sink->boxes;
    g_array_append_val(s->frames, frame);
}

static void open_note(Story *s)
{
    const char *id = xml_reader_attribute(s->reader, NULL, "id");
    Frame *frame = top_frame(s);
    frame->story_index = id ? (uint32_t)CLAMP(strtol(id, NULL, 10), 1, 1000000) : 1;
    frame->in_story = 0;
}

/* ---- alternate content ---- */

static bool is_known_extension(const char *requires)
{
    static const char *const known[] = {"wps", "wpg", "wpc", "wpi", "w14", "w15", "w16", "w16se", "wp14", "a14", "c14", "cx", "cx1", NULL};
    g_auto(GStrv) words = g_strsplit(requires ? requires : "", " ", 20);
    for (char **word = words; *word; word++)
        if (**word && !g_strv_contains(known, *word))
            return false;
    return requires && *requires;
}

static void open_choice(Story *s, int depth, bool fallback)
{
    if (s->alternates->len == 0)
        return;
    Alternate *alternate = &g_array_index(s->alternates, Alternate, s->alternates->len - 1);
    bool take;
    if (fallback) /* where the choice held a picture only, the text may be here */
        take = !alternate->chosen || s->sink->count.read == alternate->read_before;
    else
        take = !alternate->chosen && is_known_extension(xml_reader_attribute(s->reader, NULL, "Requires"));
    alternate->chosen = alternate->chosen || take;
    if (!take && !s->alternate_at)
        s->alternate_at = depth;
}

/* ---- elements ---- */

static void mark_deleted(Story *s, int depth, DocxElement parent)
{
    s->sink->revisions = s->sink->revisions || !s->comment;
    int from = depth;
    if (parent == EL_RPR) { /* of a paragraph mark, or of a run that is wrapped as deleted anyway */
        if (depth >= 2 && s->path[depth - 2] == EL_PPR && top_open(s))
            top_open(s)->mark_deleted = true;
        return;
    }
    if (parent == EL_TRPR)
        from = depth - 2;
    if (!s->deleted_at && from > 0)
        s->deleted_at = from;
}

/* Properties of the paragraph in hand and of its runs. */
static void start_property(Story *s, DocxElement element, DocxElement parent, DocxElement above)
{
    Open *open = top_open(s);
    if (!open)
        return;
    bool of_run = parent == EL_RPR && above == EL_R;
    switch (element) {
    case EL_PSTYLE: apply_style(s, open); break;
    case EL_JC:
        if (parent == EL_PPR)
            open->centred = g_strcmp0(val(s), "center") == 0;
        break;
    case EL_NUM_ID: open->num_id = int_val(s, 0, G_MAXINT32); break;
    case EL_ILVL: open->level = int_val(s, 0, NUMBER_LEVELS - 1); break;
    case EL_PAGE_BREAK: open->page_start = open->page_start || docx_on(val(s)); break;
    case EL_VANISH:
        if (of_run)
            s->run_hidden = docx_on(val(s));
        break;
    case EL_RSTYLE: {
        DocxStyle style = docx_style_resolve(&s->sink->look, val(s));
        if (of_run && style.hidden >= 0)
            s->run_hidden = style.hidden == 1;
        break;
    }
    case EL_SIZE:
        if (of_run && open->text->len == 0)
            open->half_points = int_val(s, 0, 4000);
        break;
    default: break;
    }
}

static void start_run_content(Story *s, DocxElement element)
{
    switch (element) {
    case EL_TAB: take_sign(s, "\t", true); break;
    case EL_PTAB: take_sign(s, "\t", false); break;
    case EL_BR: take_break(s); break;
    case EL_CR: take_sign(s, "\n", false); break;
    case EL_NO_BREAK_HYPHEN: take_sign(s, "-", false); break;
    case EL_SYM: take_symbol(s); break;
    case EL_FIELD_CHAR: take_field_char(s); break;
    default: break;
    }
}

static void start_structure(Story *s, DocxElement element, int depth, DocxElement parent)
{
    switch (element) {
    case EL_P: open_paragraph(s, false); break;
    case EL_R: s->run_hidden = top_open(s) && top_open(s)->hidden == 1; break;
    case EL_RT: open_paragraph(s, true); break;
    case EL_TABLE: open_table(s); break;
    case EL_TR: top_frame(s)->row++, top_frame(s)->column = 0, top_frame(s)->grid = 0; break;
    case EL_TC: open_cell(s); break;
    case EL_GRID_BEFORE: top_frame(s)->grid = (uint32_t)int_val(s, 0, 1000); break;
    case EL_GRID_SPAN: widen_cell(s); break;
    case EL_VMERGE: merge_cell(s); break;
    case EL_TXBX: open_box(s); break;
    case EL_FOOTNOTE: case EL_ENDNOTE: open_note(s); break;
    case EL_SECT: s->break_pending = s->break_pending || parent == EL_PPR; break;
    case EL_INS: case EL_MOVE_TO: s->sink->revisions = s->sink->revisions || !s->comment; break;
    case EL_DEL: case EL_MOVE_FROM: case EL_CELL_DELETED: mark_deleted(s, depth, parent); break;
    case EL_ALTERNATE: {
        Alternate alternate = {.depth = depth, .read_before = s->sink->count.read};
        g_array_append_val(s->alternates, alternate);
        break;
    }
    case EL_CHOICE: open_choice(s, depth, false); break;
    case EL_FALLBACK: open_choice(s, depth, true); break;
    case EL_CHANGE:
        s->sink->revisions = s->sink->revisions || !s->comment;
        if (!s->ignored_at)
            s->ignored_at = depth;
        break;
    default: break;
    }
}

static void start_element(Story *s, DocxElement element, int depth)
{
    DocxElement parent = depth > 0 ? s->path[depth - 1] : EL_OTHER, above = depth > 1 ? s->path[depth - 2] : EL_OTHER;
    if (s->ignored_at)
        return;
    start_structure(s, element, depth, parent);
    if (parent == EL_R)
        start_run_content(s, element);
    else if (element != EL_OTHER)
        start_property(s, element, parent, above);
}

static void end_element(Story *s, DocxElement element, int depth)
{
    if (s->ignored_at) {
        if (depth == s->ignored_at)
            s->ignored_at = 0;
        return;
    }
    switch (element) {
    case EL_P: case EL_RT:
        if (top_open(s))
            close_paragraph(s);
        break;
    case EL_TC: flush_carry(s); top_frame(s)->cell = -1; break;
    case EL_TABLE: case EL_TXBX:
        flush_carry(s);
        if (s->frames->len > 1)
            g_array_set_size(s->frames, s->frames->len - 1);
        break;
    case EL_ALTERNATE:
        if (s->alternates->len)
            g_array_set_size(s->alternates, s->alternates->len - 1);
        break;
    case EL_R: s->run_hidden = false; break;
    default: break;
    }
    if (depth == s->deleted_at)
        s->deleted_at = 0;
    if (depth == s->alternate_at)
        s->alternate_at = 0;
}

static bool holds_characters(DocxElement element)
{
    return element == EL_T || element == EL_DEL_TEXT || element == EL_INSTR || element == EL_MATH_TEXT;
}

static gboolean read_events(Story *s, GError **error)
{
    int depth = 0;
    XmlEvent event;
    while ((event = xml_reader_next(s->reader, error)) > XML_DONE) {
        if (event == XML_TEXT) {
            if (holds_characters(s->path[depth]) && !s->ignored_at)
                take_characters(s, s->path[depth], xml_reader_text(s->reader));
            continue;
        }
        const DocxSink *sink = s->sink;
        if (sink->paragraphs->len > DOCX_ITEMS_MAX || sink->cells->len > DOCX_ITEMS_MAX || sink->count.read > DOCX_TEXT_MAX)
            return fault_input(error, FAULT_LIMIT, tr("文档过长", "the document is too long"));
        int at = xml_reader_depth(s->reader);
        if (at >= DEPTH_MAX || s->open->len > OPEN_MAX || s->frames->len > OPEN_MAX)
            return fault_input(error, FAULT_LIMIT, tr("文档嵌套过深", "the document is nested too deeply"));
        if (event == XML_START) {
            s->path[at] = docx_element(xml_reader_namespace(s->reader), xml_reader_name(s->reader));
            start_element(s, s->path[at], at);
            depth = at;
        } else {
            end_element(s, s->path[at], at);
            depth = at - 1;
        }
        if (depth < 0)
            depth = 0;
    }
    return event == XML_DONE;
}

gboolean docx_read_story(DocxSink *sink, XmlReader *reader, DocxStory story, uint32_t index, bool comment, GError **error)
{
    Story s = {.sink = sink, .reader = reader, .comment = comment};
    s.open = g_array_new(FALSE, TRUE, sizeof(Open));
    s.frames = g_array_new(FALSE, TRUE, sizeof(Frame));
    s.alternates = g_array_new(FALSE, TRUE, sizeof(Alternate));
    s.later = g_array_new(FALSE, TRUE, sizeof(DocxParagraph));
    Frame first = {.cell = -1, .story = story, .story_index = index};
    g_array_append_val(s.frames, first);
    gboolean done = read_events(&s, error);
    s.alternate_at = 0;
    g_array_set_size(s.frames, 1);
    while (s.open->len > 0) /* of a part that broke off; the caller throws it all away */
        close_paragraph(&s);
    flush_carry(&s);
    if (s.carry)
        g_string_free(s.carry, TRUE);
    g_array_unref(s.later);
    g_array_unref(s.open);
    g_array_unref(s.frames);
    g_array_unref(s.alternates);
    return done;
}
