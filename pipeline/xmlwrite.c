/* The writing half of xmlio.h.
 * By hand, into one growing string: a season's tables are a million attributes, and libxml2's writer takes several calls and
 * copies for each. */
#include "xmlio.h"

#include <stdint.h>
#include <string.h>

#define PIECE_BYTES ((size_t)1 << 16)

struct XmlWriter {
    GString *out;
    XmlSink sink; /* NULL: everything stays in out */
    void *sink_data;
    GPtrArray *open;   /* names of the open elements, not owned */
    GByteArray *mixed; /* for each of them, and the document: text stands in it, so nothing is indented there */
    bool tag_open;     /* the start tag opened last still takes attributes */
};

XmlWriter *xml_writer_new(void)
{
    XmlWriter *self = g_new0(XmlWriter, 1);
    self->out = g_string_sized_new(2 * PIECE_BYTES);
    self->open = g_ptr_array_new();
    self->mixed = g_byte_array_new();
    g_byte_array_append(self->mixed, (const guint8 *)"", 1);
    g_string_append(self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return self;
}

XmlWriter *xml_writer_new_to(XmlSink sink, void *data)
{
    XmlWriter *self = xml_writer_new();
    self->sink = sink;
    self->sink_data = data;
    return self;
}

XmlWriter *xml_writer_new_ahead(const XmlWriter *writer)
{
    XmlWriter *self = g_new0(XmlWriter, 1);
    self->out = g_string_sized_new(2 * PIECE_BYTES);
    self->open = g_ptr_array_copy(writer->open, NULL, NULL);
    self->mixed = g_byte_array_new();
    g_byte_array_append(self->mixed, writer->mixed->data, writer->mixed->len);
    return self;
}

void xml_writer_flush(XmlWriter *self)
{
    self->sink(self->out->str, self->out->len, self->sink_data);
    g_string_truncate(self->out, 0);
}

void xml_writer_free(XmlWriter *self)
{
    if (!self)
        return;
    if (self->out)
        g_string_free(self->out, TRUE);
    g_ptr_array_unref(self->open);
    g_byte_array_unref(self->mixed);
    g_free(self);
}

/* g_string_append_len where there is room, which is nearly always, without the calls; the NUL is set at the end. */
static inline void put(GString *out, const char *bytes, size_t size)
{
    if (out->len + size >= out->allocated_len) {
        g_string_append_len(out, bytes, (gssize)size);
        return;
    }
    memcpy(out->str + out->len, bytes, size);
    out->len += size;
}

static inline void put_char(GString *out, char c)
{
    put(out, &c, 1);
}

void xml_writer_join(XmlWriter *self, const XmlWriter *ahead)
{
    g_assert(!self->tag_open);
    put(self->out, ahead->out->str, ahead->out->len);
}

static guint8 *innermost_mixed(XmlWriter *self)
{
    return &self->mixed->data[self->mixed->len - 1];
}

static void close_tag(XmlWriter *self)
{
    if (self->tag_open)
        put_char(self->out, '>');
    self->tag_open = false;
}

static void indent(XmlWriter *self)
{
    for (guint i = 0; i < self->open->len; i++)
        put_char(self->out, ' ');
}

void xml_writer_start(XmlWriter *self, const char *ns, const char *name)
{
    bool first = self->tag_open;
    close_tag(self);
    if (!*innermost_mixed(self)) {
        if (first)
            put_char(self->out, '\n');
        indent(self);
    }
    put_char(self->out, '<');
    put(self->out, name, strlen(name));
    g_ptr_array_add(self->open, (gpointer)name);
    g_byte_array_append(self->mixed, innermost_mixed(self), 1); /* what stands in running text is not indented either */
    self->tag_open = true;
    if (ns)
        xml_writer_attribute(self, "xmlns", ns);
}

static bool xml_holds(gunichar c)
{
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

char *xml_clean_text(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *clean = g_string_sized_new(strlen(valid));
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        g_string_append_unichar(clean, xml_holds(c) ? c : 0xFFFD);
    }
    return g_string_free(clean, FALSE);
}

/* What a byte means for the writer; nothing for most. */
enum { BYTE_ESCAPED = 1, BYTE_CONTROL = 2, BYTE_HIGH = 4, BYTE_EF = 8 /* begins U+FFFE and U+FFFF, among others */ };
static const uint8_t byte_kinds[256] = {
    [1 ... 8] = BYTE_CONTROL, [0xB] = BYTE_CONTROL, [0xC] = BYTE_CONTROL, [0xE ... 0x1F] = BYTE_CONTROL,
    ['\t'] = BYTE_ESCAPED, ['\n'] = BYTE_ESCAPED, ['\r'] = BYTE_ESCAPED, ['&'] = BYTE_ESCAPED,
    ['<'] = BYTE_ESCAPED, ['>'] = BYTE_ESCAPED, ['"'] = BYTE_ESCAPED, [0x80 ... 0xEE] = BYTE_HIGH,
    [0xEF] = BYTE_HIGH | BYTE_EF, [0xF0 ... 0xFF] = BYTE_HIGH};

/* True when TEXT is valid UTF-8 that XML can hold; U+FFFE and U+FFFF are the only such characters that it cannot.  *SIZE and *PLAIN:
 * its length, and whether no character of it needs escaping. */
static bool is_clean(const char *text, size_t *size, bool *plain)
{
    unsigned seen = 0;
    const char *p = text;
    for (; *p; p++)
        seen |= byte_kinds[(unsigned char)*p];
    *size = (size_t)(p - text);
    *plain = !(seen & BYTE_ESCAPED);
    if ((seen & BYTE_CONTROL) || ((seen & BYTE_HIGH) && !g_utf8_validate(text, (gssize)*size, NULL)))
        return false;
    return !(seen & BYTE_EF) || (!strstr(text, "\xEF\xBF\xBE") && !strstr(text, "\xEF\xBF\xBF"));
}

static const char *entity_of(char c, bool attribute)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\r': return "&#13;";
    case '\n': return attribute ? "&#10;" : NULL;
    case '\t': return attribute ? "&#9;" : NULL;
    default: return NULL;
    }
}

static void append_escaped(GString *out, const char *text, bool attribute)
{
    size_t size;
    bool plain;
    g_autofree char *clean = is_clean(text, &size, &plain) ? NULL : xml_clean_text(text);
    if (plain && !clean) {
        put(out, text, size);
        return;
    }
    const char *from = clean ? clean : text;
    for (const char *p = from + strcspn(from, "&<>\"\r\n\t"); *p; p += 1 + strcspn(p + 1, "&<>\"\r\n\t")) {
        const char *entity = entity_of(*p, attribute);
        if (!entity)
            continue;
        put(out, from, (size_t)(p - from));
        put(out, entity, strlen(entity));
        from = p + 1;
    }
    put(out, from, strlen(from));
}

void xml_writer_attribute(XmlWriter *self, const char *name, const char *value)
{
    if (!value)
        return;
    put_char(self->out, ' ');
    put(self->out, name, strlen(name));
    put(self->out, "=\"", strlen("=\""));
    append_escaped(self->out, value, true);
    put_char(self->out, '"');
}

void xml_writer_text(XmlWriter *self, const char *text)
{
    close_tag(self);
    append_escaped(self->out, text, false);
    *innermost_mixed(self) = 1;
}

void xml_writer_end(XmlWriter *self)
{
    const char *name = g_ptr_array_steal_index(self->open, self->open->len - 1);
    bool mixed = *innermost_mixed(self) != 0;
    g_byte_array_set_size(self->mixed, self->mixed->len - 1);
    if (self->tag_open) {
        put(self->out, "/>", strlen("/>"));
    } else {
        if (!mixed)
            indent(self);
        put(self->out, "</", strlen("</"));
        put(self->out, name, strlen(name));
        put_char(self->out, '>');
    }
    self->tag_open = false;
    if (!*innermost_mixed(self))
        put_char(self->out, '\n');
    if (self->sink && self->out->len >= PIECE_BYTES)
        xml_writer_flush(self);
}

char *xml_writer_finish(XmlWriter *self, size_t *size)
{
    if (size)
        *size = self->out->len;
    self->out->str[self->out->len] = '\0';
    return g_string_free(g_steal_pointer(&self->out), FALSE);
}
