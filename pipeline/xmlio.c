#include "xmlio.h"

#include <string.h>

#include <libxml/xmlreader.h>

#include "fault.h"
#include "lang.h"

struct XmlReader {
    xmlTextReaderPtr reader;
    char *name;
    char *reason; /* the parser's first complaint */
    int reason_line;
    bool pending_end; /* an empty element's end is still to be reported */
    bool failed;
};

static void xml_complaint(void *data, xmlErrorPtr problem)
{
    XmlReader *self = data;
    if (self->reason || problem->level < XML_ERR_ERROR)
        return;
    self->reason = g_strstrip(g_utf8_make_valid(problem->message ? problem->message : "?", -1));
    self->reason_line = problem->line;
}

XmlReader *xml_reader_new(const void *data, size_t size, const char *name)
{
    XmlReader *self = g_new0(XmlReader, 1);
    self->name = g_strdup(name);
    if (size <= G_MAXINT)
        self->reader = xmlReaderForMemory(data, (int)size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
    if (self->reader)
        xmlTextReaderSetStructuredErrorHandler(self->reader, (xmlStructuredErrorFunc)xml_complaint, self);
    return self;
}

void xml_reader_free(XmlReader *self)
{
    if (!self)
        return;
    if (self->reader)
        xmlFreeTextReader(self->reader);
    g_free(self->name);
    g_free(self->reason);
    g_free(self);
}

static XmlEvent xml_fail(XmlReader *self, GError **error, FaultCode code, const char *reason)
{
    self->failed = true;
    int line = self->reason_line > 0 ? self->reason_line : xml_reader_line(self);
    fault_input(error, code, "%s:%d: %s", self->name, line, self->reason ? self->reason : reason);
    return XML_FAULT;
}

static XmlEvent xml_event(XmlReader *self, int type, GError **error)
{
    switch (type) {
    case XML_READER_TYPE_ELEMENT:
        self->pending_end = xmlTextReaderIsEmptyElement(self->reader) == 1;
        return XML_START;
    case XML_READER_TYPE_END_ELEMENT:
        return XML_END;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return XML_TEXT;
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
        return xml_fail(self, error, FAULT_UNSAFE,
                        tr("含有 DOCTYPE 或实体声明，为安全起见不予读取", "contains a DOCTYPE or entity; refused for safety"));
    default:
        return XML_DONE; /* comments and processing instructions: the caller's loop goes on */
    }
}

XmlEvent xml_reader_next(XmlReader *self, GError **error)
{
    if (self->failed || !self->reader)
        return xml_fail(self, error, FAULT_DAMAGED, tr("无法作为 XML 读取", "cannot be read as XML"));
    if (self->pending_end) {
        self->pending_end = false;
        return XML_END;
    }
    for (;;) {
        int got = xmlTextReaderRead(self->reader);
        if (got == 0)
            return XML_DONE;
        if (got < 0)
            return xml_fail(self, error, FAULT_DAMAGED, tr("XML 已损坏", "the XML is broken"));
        XmlEvent event = xml_event(self, xmlTextReaderNodeType(self->reader), error);
        if (event != XML_DONE)
            return event;
    }
}

const char *xml_reader_name(const XmlReader *self)
{
    const xmlChar *name = xmlTextReaderConstLocalName(self->reader);
    return name ? (const char *)name : "";
}

const char *xml_reader_namespace(const XmlReader *self)
{
    const xmlChar *ns = xmlTextReaderConstNamespaceUri(self->reader);
    return ns ? (const char *)ns : "";
}

int xml_reader_depth(const XmlReader *self)
{
    return xmlTextReaderDepth(self->reader);
}

int xml_reader_line(const XmlReader *self)
{
    xmlNodePtr node = self->reader ? xmlTextReaderCurrentNode(self->reader) : NULL;
    long line = node ? xmlGetLineNo(node) : 0; /* the parser itself reads some hundred bytes ahead */
    return line > 0 ? (int)line : self->reader ? xmlTextReaderGetParserLineNumber(self->reader) : 0;
}

const char *xml_reader_text(const XmlReader *self)
{
    const xmlChar *text = xmlTextReaderConstValue(self->reader);
    return text ? (const char *)text : "";
}

/* Without a DTD an attribute's value is one text node, or none when it is empty. */
static const char *xml_attribute_value(const xmlAttr *attribute)
{
    const xmlNode *child = attribute->children;
    return child && child->content ? (const char *)child->content : "";
}

const char *xml_reader_attribute(const XmlReader *self, const char *ns, const char *local)
{
    const xmlNode *node = xmlTextReaderCurrentNode(self->reader);
    if (!node || node->type != XML_ELEMENT_NODE)
        return NULL;
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        if (strcmp((const char *)a->name, local) != 0)
            continue;
        if (!ns || strcmp(a->ns ? (const char *)a->ns->href : "", ns) == 0)
            return xml_attribute_value(a);
    }
    return NULL;
}

void xml_reader_each_attribute(const XmlReader *self, XmlAttributeFunc func, void *data)
{
    const xmlNode *node = xmlTextReaderCurrentNode(self->reader);
    if (!node || node->type != XML_ELEMENT_NODE)
        return;
    for (const xmlAttr *a = node->properties; a; a = a->next)
        func(a->ns ? (const char *)a->ns->href : "", (const char *)a->name, xml_attribute_value(a), data);
}

/* ---- writing ----
 * By hand, into one growing string: a season's tables are a million attributes, and libxml2's writer takes several calls and
 * copies for each. */

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

static guint8 *innermost_mixed(XmlWriter *self)
{
    return &self->mixed->data[self->mixed->len - 1];
}

static void close_tag(XmlWriter *self)
{
    if (self->tag_open)
        g_string_append_c(self->out, '>');
    self->tag_open = false;
}

static void indent(XmlWriter *self)
{
    for (guint i = 0; i < self->open->len; i++)
        g_string_append_c(self->out, ' ');
}

void xml_writer_start(XmlWriter *self, const char *ns, const char *name)
{
    bool first = self->tag_open;
    close_tag(self);
    if (!*innermost_mixed(self)) {
        if (first)
            g_string_append_c(self->out, '\n');
        indent(self);
    }
    g_string_append_c(self->out, '<');
    g_string_append(self->out, name);
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

/* True when TEXT is valid UTF-8 that XML can hold; U+FFFE and U+FFFF are the only such characters that it cannot. */
static bool is_clean(const char *text)
{
    if (!g_utf8_validate(text, -1, NULL) || strstr(text, "\xEF\xBF\xBE") || strstr(text, "\xEF\xBF\xBF"))
        return false;
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        if (*p < 0x20 && *p != '\n' && *p != '\t' && *p != '\r')
            return false;
    return true;
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
    g_autofree char *clean = is_clean(text) ? NULL : xml_clean_text(text);
    const char *from = clean ? clean : text;
    for (const char *p = from + strcspn(from, "&<>\"\r\n\t"); *p; p += 1 + strcspn(p + 1, "&<>\"\r\n\t")) {
        const char *entity = entity_of(*p, attribute);
        if (!entity)
            continue;
        g_string_append_len(out, from, p - from);
        g_string_append(out, entity);
        from = p + 1;
    }
    g_string_append(out, from);
}

void xml_writer_attribute(XmlWriter *self, const char *name, const char *value)
{
    if (!value)
        return;
    g_string_append_c(self->out, ' ');
    g_string_append(self->out, name);
    g_string_append(self->out, "=\"");
    append_escaped(self->out, value, true);
    g_string_append_c(self->out, '"');
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
        g_string_append(self->out, "/>");
    } else {
        if (!mixed)
            indent(self);
        g_string_append(self->out, "</");
        g_string_append(self->out, name);
        g_string_append_c(self->out, '>');
    }
    self->tag_open = false;
    if (!*innermost_mixed(self))
        g_string_append_c(self->out, '\n');
    if (self->sink && self->out->len >= PIECE_BYTES)
        xml_writer_flush(self);
}

char *xml_writer_finish(XmlWriter *self, size_t *size)
{
    if (size)
        *size = self->out->len;
    return g_string_free(g_steal_pointer(&self->out), FALSE);
}
