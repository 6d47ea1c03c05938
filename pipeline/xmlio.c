#include "xmlio.h"

#include <string.h>

#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

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
    return self->reader ? xmlTextReaderGetParserLineNumber(self->reader) : 0;
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

struct XmlWriter {
    xmlBufferPtr buffer;
    xmlTextWriterPtr writer;
};

XmlWriter *xml_writer_new(void)
{
    XmlWriter *self = g_new0(XmlWriter, 1);
    self->buffer = xmlBufferCreateSize(4096);
    g_assert(self->buffer);
    xmlBufferSetAllocationScheme(self->buffer, XML_BUFFER_ALLOC_DOUBLEIT);
    self->writer = xmlNewTextWriterMemory(self->buffer, 0);
    g_assert(self->writer);
    xmlTextWriterSetIndent(self->writer, 1);
    xmlTextWriterSetIndentString(self->writer, BAD_CAST " ");
    xmlTextWriterStartDocument(self->writer, NULL, "UTF-8", NULL);
    return self;
}

void xml_writer_free(XmlWriter *self)
{
    if (!self)
        return;
    if (self->writer)
        xmlFreeTextWriter(self->writer);
    if (self->buffer)
        xmlBufferFree(self->buffer);
    g_free(self);
}

void xml_writer_start(XmlWriter *self, const char *ns, const char *name)
{
    xmlTextWriterStartElement(self->writer, BAD_CAST name);
    if (ns)
        xmlTextWriterWriteAttribute(self->writer, BAD_CAST "xmlns", BAD_CAST ns);
}

/* True for the bytes of well-formed text without control characters, the common case, found without decoding. */
static bool xml_text_is_plain(const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        if ((*p < 0x20 && *p != '\n' && *p != '\t' && *p != '\r') || *p >= 0x80)
            return false;
    return true;
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

void xml_writer_attribute(XmlWriter *self, const char *name, const char *value)
{
    if (!value)
        return;
    g_autofree char *clean = xml_text_is_plain(value) ? NULL : xml_clean_text(value);
    xmlTextWriterWriteAttribute(self->writer, BAD_CAST name, BAD_CAST(clean ? clean : value));
}

void xml_writer_text(XmlWriter *self, const char *text)
{
    g_autofree char *clean = xml_text_is_plain(text) ? NULL : xml_clean_text(text);
    xmlTextWriterWriteString(self->writer, BAD_CAST(clean ? clean : text));
}

void xml_writer_end(XmlWriter *self)
{
    xmlTextWriterEndElement(self->writer);
}

char *xml_writer_finish(XmlWriter *self, size_t *size)
{
    xmlTextWriterEndDocument(self->writer);
    xmlFreeTextWriter(self->writer);
    self->writer = NULL;
    size_t length = (size_t)xmlBufferLength(self->buffer);
    if (size)
        *size = length;
    return g_memdup2(xmlBufferContent(self->buffer), length + 1);
}
