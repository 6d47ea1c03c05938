/* Characters of a story part: into the paragraph in hand, or counted out by reason. */
#include <stdlib.h>
#include <string.h>

#include "docx_story.h"

enum { DOCX_ENTRIES_MAX = 1000 };

static bool is_run_hidden(DocxReading *s)
{
    if (s->run.direct >= 0)
        return s->run.direct == 1;
    const DocxOpen *open = docx_top_open(s);
    bool by_paragraph = open && open->style.hidden == 1;
    bool by_table = docx_top_frame(s)->hidden && docx_top_frame(s)->cell >= 0;
    /* w:vanish is a toggle: of table, paragraph and character style, one hides, two together show. */
    return s->sink->look.hidden || by_table ^ by_paragraph ^ (s->run.style == 1);
}

/* Where the characters of an element go: a counter of those left out, or the counter of those read. */
static int64_t *counter_for(DocxReading *s, DocxElement element)
{
    DocxCount *count = &s->sink->count;
    if (s->comment)
        return &count->comment;
    if (s->alternate_at)
        return &count->alternate;
    if (s->deleted_at || s->ignored_at || element == EL_DEL_TEXT)
        return &count->deleted;
    if (element == EL_INSTR || s->code_depth > 0)
        return &count->field_code;
    if (is_run_hidden(s))
        return &count->hidden;
    return &count->read;
}

static GString *text_in_hand(DocxReading *s)
{
    if (!docx_top_open(s))
        docx_open_paragraph(s, false);
    return docx_top_open(s)->text;
}

void docx_take_characters(DocxReading *s, DocxElement element, const char *text)
{
    bool counted = element != EL_FREE_TEXT;
    int64_t *counter = counter_for(s, element);
    int64_t n = g_utf8_strlen(text, -1);
    if (counted) {
        s->sink->count.present += n;
        *counter += n;
    }
    if (counter != &s->sink->count.read)
        return;
    s->sink->put += n;
    GString *to = text_in_hand(s);
    size_t before = to->len;
    g_string_append(to, text);
    for (char *p = strpbrk(to->str + before, "\n\r\t"); p; p = strpbrk(p, "\n\r\t"))
        *p = ' '; /* as Word shows them */
}

void docx_take_sign(DocxReading *s, const char *sign, bool counted)
{
    int64_t *counter = counter_for(s, EL_T);
    if (counted) {
        s->sink->count.present++;
        (*counter)++;
    }
    if (counter != &s->sink->count.read)
        return;
    s->sink->put++;
    g_string_append(text_in_hand(s), sign);
}

void docx_take_symbol(DocxReading *s)
{
    const char *code_text = xml_reader_attribute(s->reader, NULL, "char");
    unsigned long code = code_text ? strtoul(code_text, NULL, 16) : 0xFFFD;
    gunichar c = docx_symbol(xml_reader_attribute(s->reader, NULL, "font"), (gunichar)MIN(code, 0x110000ul));
    if (!c)
        c = code >= 0x20 && g_unichar_validate((gunichar)MIN(code, 0x110000ul)) ? (gunichar)code : 0xFFFD;
    char sign[8] = "";
    sign[g_unichar_to_utf8(c, sign)] = '\0';
    docx_take_sign(s, sign, true);
}

void docx_take_break(DocxReading *s)
{
    const char *type = xml_reader_attribute(s->reader, NULL, "type");
    DocxOpen *open = docx_top_open(s);
    if (g_strcmp0(type, "page") == 0 && open && !s->deleted_at && !docx_left_out(s)) {
        if (open->text->len == 0)
            open->page_start = true;
        else
            s->break_pending = true;
    }
    docx_take_sign(s, "\n", true);
}

/* ---- fields ---- */

static void set_code(DocxReading *s, int at, bool in_code)
{
    if (at >= DOCX_FIELDS_MAX || s->field[at].in_code == in_code)
        return;
    s->field[at].in_code = in_code;
    s->code_depth += in_code ? 1 : -1;
}

static DocxField *field_in_hand(DocxReading *s)
{
    return s->fields > 0 && s->fields <= DOCX_FIELDS_MAX ? &s->field[s->fields - 1] : NULL;
}

/* A check box or a list that ends without characters of its own shows its state; like generated numbers that
 * is no counted character. */
static void show_form_field(DocxReading *s)
{
    DocxField *field = field_in_hand(s);
    if (!field || !field->shown)
        return;
    if (s->sink->put == field->put_before && *field->shown)
        docx_take_sign(s, field->shown, false);
    g_clear_pointer(&field->shown, g_free);
}

void docx_take_field_char(DocxReading *s)
{
    const char *type = xml_reader_attribute(s->reader, NULL, "fldCharType");
    if (g_strcmp0(type, "begin") == 0) {
        uint32_t serial = ++s->sink->fields;
        if (s->fields < DOCX_FIELDS_MAX) {
            s->field[s->fields] = (DocxField){.serial = serial, .put_before = s->sink->put};
            set_code(s, s->fields, !g_hash_table_contains(s->sink->broken, GUINT_TO_POINTER(serial)));
        }
        s->fields++;
    } else if (s->fields > 0 && g_strcmp0(type, "separate") == 0) {
        set_code(s, s->fields - 1, false);
    } else if (s->fields > 0 && g_strcmp0(type, "end") == 0) {
        set_code(s, s->fields - 1, false);
        show_form_field(s);
        s->fields--;
    }
}

static void show(DocxField *field, const char *shown)
{
    g_free(field->shown);
    field->shown = g_strdup(shown);
}

void docx_take_form_field(DocxReading *s, DocxElement element, DocxElement parent)
{
    DocxField *field = field_in_hand(s);
    const char *value = docx_val(s->reader);
    if (!field || !field->in_code)
        return;
    if (element == EL_CHECK_BOX) {
        show(field, "☐");
    } else if (parent == EL_CHECK_BOX) {
        show(field, docx_on(value) ? "☑" : "☐"); /* w:checked comes after w:default */
    } else if (element == EL_LIST_ENTRY) {
        if (field->entries++ == field->chosen)
            show(field, value ? value : "");
    } else if (parent == EL_DROP_DOWN && !field->answered) {
        field->answered = element == EL_FORM_RESULT;
        field->chosen = docx_int_val(s->reader, 0, DOCX_ENTRIES_MAX);
    }
}

void docx_end_fields(DocxReading *s)
{
    for (int i = 0; i < MIN(s->fields, DOCX_FIELDS_MAX); i++) {
        if (s->field[i].in_code)
            g_array_append_val(s->sink->unclosed, s->field[i].serial);
        g_clear_pointer(&s->field[i].shown, g_free);
    }
}
