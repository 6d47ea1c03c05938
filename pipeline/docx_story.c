/* Reads one story part: which element means what. */
#include "docx_story.h"

#include <string.h>

#include "fault.h"
#include "lang.h"

/* An alternative is read when those before it gave no character; so a picture's text is found wherever it stands. */
static void open_alternative(DocxReading *s, int depth)
{
    if (s->alternates->len == 0 || s->alternate_at)
        return;
    const DocxAlternate *alternate = &g_array_index(s->alternates, DocxAlternate, s->alternates->len - 1);
    if (s->sink->put > alternate->put_before)
        s->alternate_at = depth;
}

static void mark_deleted(DocxReading *s, DocxElement element, int depth, DocxElement parent)
{
    s->sink->revisions = s->sink->revisions || !s->comment;
    int from = depth;
    if (parent == EL_RPR) { /* of a paragraph mark, or of a run that is wrapped as deleted anyway */
        if (depth >= 2 && s->path[depth - 2] == EL_PPR && docx_top_open(s))
            docx_top_open(s)->mark_deleted = true;
        return;
    }
    if (parent == EL_TRPR || element == EL_CELL_DELETED) /* the whole row or cell */
        from = depth - 2;
    if (!s->deleted_at && from > 0)
        s->deleted_at = from;
}

/* A hidden paragraph mark joins two paragraphs on the page, as a style separator does. */
static void hide(DocxReading *s, DocxElement parent, DocxElement above)
{
    DocxOpen *open = docx_top_open(s);
    if (parent != EL_RPR || !docx_on(docx_val(s->reader)))
        return;
    if (above == EL_PPR && open)
        open->mark_deleted = open->numbered = true;
}

static void start_run_property(DocxReading *s, DocxElement element, DocxOpen *open)
{
    switch (element) {
    case EL_VANISH: case EL_SPEC_VANISH: s->run.direct = docx_on(docx_val(s->reader)); break;
    case EL_RSTYLE: s->run.style = docx_style_hides_run(&s->sink->look, docx_val(s->reader)); break;
    case EL_SIZE:
        if (open && open->text->len == 0)
            open->own.half_points = docx_int_val(s->reader, 0, 4000);
        break;
    default: break;
    }
}

/* Properties of the paragraph in hand and of its runs. */
static void start_property(DocxReading *s, DocxElement element, DocxElement parent, DocxElement above)
{
    DocxOpen *open = docx_top_open(s);
    if (parent == EL_RPR && above == EL_R)
        start_run_property(s, element, open);
    if (!open)
        return;
    switch (element) {
    case EL_PSTYLE: docx_apply_style(s, open); break;
    case EL_JC:
        if (parent == EL_PPR)
            open->own.centred = g_strcmp0(docx_val(s->reader), "center") == 0;
        break;
    case EL_NUM_ID: open->own.num_id = docx_int_val(s->reader, 0, G_MAXINT32); break;
    case EL_ILVL: open->own.level = docx_int_val(s->reader, 0, NUMBER_LEVELS - 1); break;
    case EL_PAGE_BREAK: open->page_start = open->page_start || docx_on(docx_val(s->reader)); break;
    case EL_VANISH: case EL_SPEC_VANISH: hide(s, parent, above); break;
    default: break;
    }
}

static void start_inline(DocxReading *s, DocxElement element, DocxElement parent)
{
    switch (element) {
    case EL_TAB:
        if (parent != EL_TABS) /* there it is a tab stop */
            docx_take_sign(s, "\t", true);
        break;
    case EL_PTAB: docx_take_sign(s, "\t", false); break;
    case EL_BR: docx_take_break(s); break;
    case EL_CR: case EL_FREE_BREAK: docx_take_sign(s, "\n", false); break;
    case EL_NO_BREAK_HYPHEN: docx_take_sign(s, "-", false); break;
    case EL_SYM: docx_take_symbol(s); break;
    case EL_FIELD_CHAR: docx_take_field_char(s); break;
    case EL_CHECK_BOX: case EL_CHECKED: case EL_FORM_DEFAULT: case EL_FORM_RESULT: case EL_LIST_ENTRY:
        docx_take_form_field(s, element, parent);
        break;
    default: break;
    }
}

static void start_revision(DocxReading *s, DocxElement element, int depth, DocxElement parent)
{
    switch (element) {
    case EL_INS: case EL_MOVE_TO: s->sink->revisions = s->sink->revisions || !s->comment; break;
    case EL_DEL: case EL_MOVE_FROM: case EL_CELL_DELETED: mark_deleted(s, element, depth, parent); break;
    case EL_CHANGE:
        s->sink->revisions = s->sink->revisions || !s->comment;
        s->ignored_at = depth;
        break;
    default: break;
    }
}

/* A picture stands in its paragraph, or lies wherever it was anchored. */
static void note_picture(DocxReading *s, int depth)
{
    if (s->deleted_at || docx_left_out(s) || g_array_index(s->frames, DocxFrame, 0).story != DOCX_BODY)
        return;
    bool inlined = false;
    for (int i = 0; i < depth && !inlined; i++)
        inlined = s->path[i] == EL_INLINE;
    DocxOpen *open = docx_top_open(s);
    s->sink->pictures = true;
    if (inlined && open)
        open->picture = true;
    else
        s->sink->floating = true;
}

static void start_structure(DocxReading *s, DocxElement element, int depth, DocxElement parent)
{
    switch (element) {
    case EL_P: docx_open_paragraph(s, false); break;
    case EL_DRAWN_P:
        docx_open_paragraph(s, false);
        docx_top_open(s)->drop_empty = true;
        break;
    case EL_R: s->run = (DocxRun){-1, docx_style_hides_run(&s->sink->look, NULL)}; break;
    case EL_RT: docx_open_paragraph(s, true); break;
    case EL_TABLE: docx_open_table(s); break;
    case EL_TBL_STYLE:
        docx_top_frame(s)->hidden = docx_style_hides_run(&s->sink->look, docx_val(s->reader)) == 1;
        break;
    case EL_TR: docx_open_row(s); break;
    case EL_TC: docx_open_cell(s); break;
    case EL_GRID_BEFORE: docx_top_frame(s)->grid = (uint32_t)docx_int_val(s->reader, 0, 1000); break;
    case EL_GRID_SPAN: docx_widen_cell(s); break;
    case EL_VMERGE: case EL_HMERGE: docx_merge_cell(s, element == EL_HMERGE); break;
    case EL_BOX: docx_open_box(s); break;
    case EL_PICTURE: note_picture(s, depth); break;
    case EL_DRAWN: s->sink->drawn = true; break;
    case EL_NOTE: docx_open_note(s); break;
    case EL_SECT: s->break_pending = s->break_pending || parent == EL_PPR; break;
    case EL_ALT_CHUNK: s->sink->alt_chunks += !docx_left_out(s); break;
    case EL_ALTERNATE: {
        DocxAlternate alternate = {.put_before = s->sink->put};
        g_array_append_val(s->alternates, alternate);
        break;
    }
    case EL_ALTERNATIVE: open_alternative(s, depth); break;
    default: break;
    }
}

static void start_element(DocxReading *s, DocxElement element, int depth)
{
    DocxElement parent = depth > 0 ? s->path[depth - 1] : EL_OTHER, above = depth > 1 ? s->path[depth - 2] : EL_OTHER;
    if (element == EL_OTHER)
        return;
    start_inline(s, element, parent); /* counted wherever it stands */
    if (s->ignored_at)
        return;
    start_structure(s, element, depth, parent);
    start_revision(s, element, depth, parent);
    start_property(s, element, parent, above);
}

static void end_element(DocxReading *s, DocxElement element, int depth)
{
    if (s->ignored_at) {
        if (depth == s->ignored_at)
            s->ignored_at = 0;
        return;
    }
    switch (element) {
    case EL_P: case EL_DRAWN_P: case EL_RT:
        if (docx_top_open(s))
            docx_close_paragraph(s);
        break;
    case EL_TC:
        docx_flush_carry(s);
        docx_top_frame(s)->cell = -1;
        break;
    case EL_TABLE: case EL_BOX:
        docx_flush_carry(s);
        if (s->frames->len > 1)
            g_array_set_size(s->frames, s->frames->len - 1);
        break;
    case EL_NOTE: docx_flush_carry(s); break;
    case EL_ALTERNATE:
        if (s->alternates->len)
            g_array_set_size(s->alternates, s->alternates->len - 1);
        break;
    case EL_R: s->run = (DocxRun){-1, -1}; break;
    default: break;
    }
    if (depth == s->deleted_at)
        s->deleted_at = 0;
    if (depth == s->alternate_at)
        s->alternate_at = 0;
}

static bool holds_characters(DocxElement element)
{
    return element == EL_T || element == EL_DEL_TEXT || element == EL_INSTR || element == EL_FREE_TEXT;
}

static gboolean within_limits(const DocxReading *s, int depth, GError **error)
{
    const DocxSink *sink = s->sink;
    if (sink->paragraphs->len + s->later->len > DOCX_ITEMS_MAX || sink->cells->len > DOCX_ITEMS_MAX || sink->put > DOCX_TEXT_MAX)
        return fault_input(error, FAULT_LIMIT, tr("文档过长", "the document is too long"));
    if (depth >= DOCX_DEPTH_MAX || s->open->len > DOCX_OPEN_MAX || s->frames->len > DOCX_OPEN_MAX)
        return fault_input(error, FAULT_LIMIT, tr("文档嵌套过深", "the document is nested too deeply"));
    return TRUE;
}

static gboolean read_events(DocxReading *s, GError **error)
{
    int depth = 0;
    XmlEvent event;
    while ((event = xml_reader_next(s->reader, error)) > XML_DONE) {
        if (event == XML_TEXT) {
            if (holds_characters(s->path[depth]))
                docx_take_characters(s, s->path[depth], xml_reader_text(s->reader));
            continue;
        }
        int at = xml_reader_depth(s->reader);
        if (!within_limits(s, at, error))
            return FALSE;
        if (event == XML_START) {
            s->path[at] = docx_element(xml_reader_namespace(s->reader), xml_reader_name(s->reader));
            if (s->path[at] == EL_CHART_VALUE)
                s->path[at] = at > 1 && s->path[at - 2] == EL_BOX ? EL_FREE_TEXT : EL_OTHER;
            start_element(s, s->path[at], at);
            depth = at;
        } else {
            end_element(s, s->path[at], at);
            depth = MAX(at - 1, 0);
        }
    }
    return event == XML_DONE;
}

gboolean docx_read_story(DocxSink *sink, XmlReader *reader, DocxStory story, uint32_t index, bool comment, GError **error)
{
    DocxReading s = {.sink = sink, .reader = reader, .comment = comment, .run = {-1, -1}};
    s.open = g_array_new(FALSE, TRUE, sizeof(DocxOpen));
    s.frames = g_array_new(FALSE, TRUE, sizeof(DocxFrame));
    s.alternates = g_array_new(FALSE, TRUE, sizeof(DocxAlternate));
    s.later = g_array_new(FALSE, TRUE, sizeof(DocxParagraph));
    DocxFrame first = {.cell = -1, .story = story, .story_index = index};
    g_array_append_val(s.frames, first);
    gboolean done = read_events(&s, error);
    s.alternate_at = 0;
    g_array_set_size(s.frames, 1);
    while (s.open->len > 0) /* of a part that broke off: the caller throws it all away */
        docx_close_paragraph(&s);
    docx_flush_carry(&s);
    docx_end_fields(&s);
    if (s.carry)
        g_string_free(s.carry, TRUE);
    g_array_unref(s.later);
    g_array_unref(s.open);
    g_array_unref(s.frames);
    g_array_unref(s.alternates);
    return done;
}
