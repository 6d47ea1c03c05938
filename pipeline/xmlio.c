/* The reading half of xmlio.h.  libxml2's push parser is fed a piece of the bytes at a time and tells what it meets; the
 * events wait here until they are asked for.  No tree is built: it would cost as much again as the parsing. */
#include "xmlio.h"

#include <string.h>

#include <libxml/parser.h>

#include "fault.h"
#include "lang.h"
#include "xmlguard.h"

enum {
    HEAD_BYTES = 4,            /* enough for libxml2 to tell the encoding */
    FEED_BYTES = 16 * 1024,    /* at a time: what comes of them stays in the cache */
    DEPTH_MAX = 256,           /* libxml2's own limits, which it keeps only for trees */
    TEXT_BYTES_MAX = 10000000,
    ATTRIBUTES_MAX = 300, /* Word declares 40 namespaces on a root and gives a shape 20 attributes */
    NAMESPACES_MAX = 1000 /* in scope: every prefix is looked up among all of them */
};

/* Texts and values are kept as places in XmlReader.texts, which may move as it grows. */
typedef struct {
    const char *ns, *name;
    size_t value;
} Attribute;

typedef struct {
    XmlEvent type;
    int depth, line;
    const char *ns, *name; /* belong to the parser's dictionary */
    size_t text;
    guint attributes, attribute_count;
} Event;

typedef struct {
    int line, namespaces;
} OpenTag;

struct XmlReader {
    xmlParserCtxtPtr parser;
    const char *data;
    size_t size, fed;
    GArray *events; /* met and not yet given, but for the one given last */
    guint next;
    GArray *attributes;
    GString *texts;
    GArray *open; /* OpenTag */
    int namespaces; /* declared on the open elements */
    bool growing; /* the last event is text, and more may follow */
    char *name;
    char *reason; /* the first complaint */
    int reason_line;
    FaultCode code;
    bool met; /* an element */
    bool ended, stopped, failed;
};

/* ---- what the parser tells ---- */

static void xml_complaint(void *data, xmlErrorPtr problem)
{
    XmlReader *self = data;
    if (self->reason || problem->level < XML_ERR_ERROR)
        return;
    bool nothing =
        !self->met && (problem->code == XML_ERR_DOCUMENT_END || problem->code == XML_ERR_DOCUMENT_EMPTY);
    g_autofree char *words = nothing ? g_strdup(tr("其中没有 XML 元素", "there is no XML element in it"))
                                     : g_utf8_make_valid(problem->message ? problem->message : "?", -1);
    self->reason = g_strstrip(g_strdelimit(g_steal_pointer(&words), "\n",
                                           ' ')); /* bytes that are no UTF-8 stand on a line of their own */
    self->reason_line = problem->line;
    if (problem->code == XML_ERR_INTERNAL_ERROR || problem->code == XML_ERR_NO_MEMORY) /* how it words its own limits */
        self->code = FAULT_LIMIT;
}

static void xml_murmur(void *data G_GNUC_UNUSED, const char *format G_GNUC_UNUSED, ...)
{
}

static int parser_line(const XmlReader *self)
{
    return self->parser && self->parser->input ? self->parser->input->line : 0;
}

static void xml_stop(XmlReader *self, FaultCode code, const char *reason)
{
    if (!self->reason) {
        self->reason = g_strdup(reason);
        self->reason_line = parser_line(self);
    }
    self->code = code;
    self->stopped = true;
    xmlStopParser(self->parser);
}

/* An undeclared prefix stays in the name, as in a tree. */
static const char *local_name(const XmlReader *self, const xmlChar *local, const xmlChar *prefix, const xmlChar *ns)
{
    bool undeclared = prefix && !ns;
    return (const char *)(undeclared ? xmlDictQLookup(self->parser->dict, prefix, local) : local);
}

/* Adds an event of an element; the text before it is whole now. */
static Event *add_event(XmlReader *self, XmlEvent type, int line)
{
    if (self->growing)
        g_string_append_c(self->texts, '\0');
    self->growing = false;
    g_array_set_size(self->events, self->events->len + 1);
    Event *event = &g_array_index(self->events, Event, self->events->len - 1);
    *event = (Event){.type = type, .depth = (int)self->open->len, .line = line};
    return event;
}

/* "&" comes as a character reference, for a second reading that only trees need; no other reference is left. */
static void append_value(GString *texts, const char *from, const char *end)
{
    static const char ampersand[] = "&#38;";
    const char *at;
    while ((at = memchr(from, '&', (size_t)(end - from))) != NULL) {
        bool reference = g_str_has_prefix(at, ampersand);
        g_string_append_len(texts, from, at + 1 - from);
        from = reference ? at + strlen(ampersand) : at + 1;
    }
    g_string_append_len(texts, from, end - from);
    g_string_append_c(texts, '\0');
}

static void on_start(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *ns, int ns_count,
                     const xmlChar **declared G_GNUC_UNUSED, int count, int defaulted G_GNUC_UNUSED, const xmlChar **given)
{
    XmlReader *self = data;
    self->met = true;
    self->namespaces += ns_count;
    if (self->open->len > DEPTH_MAX || self->namespaces > NAMESPACES_MAX) {
        xml_stop(self, FAULT_LIMIT, tr("XML 嵌套过深", "the XML is nested too deeply"));
        return;
    }
    OpenTag open = {parser_line(self), ns_count};
    Event *event = add_event(self, XML_START, open.line);
    event->name = local_name(self, local, prefix, ns);
    event->ns = (const char *)ns;
    event->attributes = self->attributes->len;
    event->attribute_count = (guint)count;
    for (int i = 0; i < count; i++, given += 5) { /* local name, prefix, namespace, value, its end */
        Attribute attribute = {(const char *)given[2], local_name(self, given[0], given[1], given[2]), self->texts->len};
        g_array_append_val(self->attributes, attribute);
        append_value(self->texts, (const char *)given[3], (const char *)given[4]);
    }
    g_array_append_val(self->open, open);
}

static void on_end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *ns)
{
    XmlReader *self = data;
    const OpenTag open = g_array_index(self->open, OpenTag, self->open->len - 1);
    g_array_set_size(self->open, self->open->len - 1);
    self->namespaces -= open.namespaces;
    Event *event = add_event(self, XML_END, open.line);
    event->name = local_name(self, local, prefix, ns);
    event->ns = (const char *)ns;
}

static void on_text(void *data, const xmlChar *text, int size)
{
    XmlReader *self = data;
    if (!self->growing)
        add_event(self, XML_TEXT, parser_line(self))->text = self->texts->len;
    self->growing = true;
    g_string_append_len(self->texts, (const char *)text, size);
    if (self->texts->len - g_array_index(self->events, Event, self->events->len - 1).text > TEXT_BYTES_MAX)
        xml_stop(self, FAULT_LIMIT, tr("XML 中一段文字过长", "the XML holds a text that is too long"));
}

static void refuse_declarations(XmlReader *self)
{
    xml_stop(self, FAULT_UNSAFE, tr("含有 DOCTYPE 或实体声明，为安全起见不予读取", "contains a DOCTYPE or entity; refused for safety"));
}

static void on_doctype(void *data, const xmlChar *name G_GNUC_UNUSED, const xmlChar *external G_GNUC_UNUSED,
                       const xmlChar *system G_GNUC_UNUSED)
{
    refuse_declarations(data);
}

static void on_reference(void *data, const xmlChar *name G_GNUC_UNUSED)
{
    refuse_declarations(data);
}

/* ---- the reader ---- */

void xml_make_ready(void)
{
    xmlInitParser();
}

XmlReader *xml_reader_new(const void *data, size_t size, const char *name)
{
    static xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .startElementNs = on_start, .endElementNs = on_end,
                                    .characters = on_text, .ignorableWhitespace = on_text, .cdataBlock = on_text,
                                    .internalSubset = on_doctype, .reference = on_reference, .serror = xml_complaint};
    XmlReader *self = g_new0(XmlReader, 1);
    self->name = g_strdup(name);
    self->code = FAULT_DAMAGED;
    self->data = data;
    self->size = size;
    self->events = g_array_new(FALSE, FALSE, sizeof(Event));
    self->attributes = g_array_new(FALSE, FALSE, sizeof(Attribute));
    self->texts = g_string_new(NULL);
    self->open = g_array_new(FALSE, FALSE, sizeof(OpenTag));
    self->fed = MIN(size, HEAD_BYTES);
    if (!xmlguard_passes(data, size, ATTRIBUTES_MAX)) {
        self->code = FAULT_LIMIT;
        self->reason = g_strdup(tr("标签的属性过多，或编码不支持", "a tag has too many attributes, or the encoding is not supported"));
        return self;
    }
    self->parser = xmlCreatePushParserCtxt(&handler, self, data, (int)self->fed, NULL);
    if (self->parser)
        xmlCtxtUseOptions(self->parser, XML_PARSE_NONET);
    return self;
}

void xml_reader_free(XmlReader *self)
{
    if (!self)
        return;
    if (self->parser)
        xmlFreeParserCtxt(self->parser);
    g_array_unref(self->events);
    g_array_unref(self->attributes);
    g_array_unref(self->open);
    g_string_free(self->texts, TRUE);
    g_free(self->name);
    g_free(self->reason);
    g_free(self);
}

/* Lets go of what was given; a text that may still grow stays. */
static void forget_given(XmlReader *self)
{
    guint kept = self->events->len - self->next;
    g_array_remove_range(self->events, 0, self->next);
    g_array_set_size(self->attributes, 0);
    self->next = 0;
    size_t begin = kept > 0 ? g_array_index(self->events, Event, 0).text : self->texts->len;
    g_string_erase(self->texts, 0, (gssize)begin);
    if (kept > 0)
        g_array_index(self->events, Event, 0).text = 0;
}

/* Gives the parser more until an event is whole; FALSE at the end of the data. */
static bool xml_feed(XmlReader *self)
{
    while (self->next + (self->growing ? 1 : 0) >= self->events->len) {
        if (self->ended || self->stopped)
            return self->next < self->events->len;
        forget_given(self);
        size_t size = MIN(FEED_BYTES, self->size - self->fed);
        self->fed += size;
        self->ended = self->fed == self->size;
        xmlSetGenericErrorFunc(NULL, xml_murmur); /* what its converters say goes nowhere else */
        xmlParseChunk(self->parser, self->data + self->fed - size, (int)size, self->ended);
        xmlSetGenericErrorFunc(NULL, NULL);
        if (!self->parser->wellFormed)
            self->stopped = true;
    }
    return true;
}

/* The event given last; NULL before the first. */
static const Event *current_event(const XmlReader *self)
{
    return self->next > 0 ? &g_array_index(self->events, Event, self->next - 1) : NULL;
}

static XmlEvent xml_fail(XmlReader *self, GError **error, const char *reason)
{
    self->failed = true;
    int line = self->reason_line > 0 ? self->reason_line : xml_reader_line(self);
    fault_input(error, self->code, "%s:%d: %s", self->name, line, self->reason ? self->reason : reason);
    return XML_FAULT;
}

XmlEvent xml_reader_next(XmlReader *self, GError **error)
{
    if (self->failed || !self->parser)
        return xml_fail(self, error, tr("无法作为 XML 读取", "cannot be read as XML"));
    if (xml_feed(self)) {
        self->next++;
        return current_event(self)->type;
    }
    return self->stopped ? xml_fail(self, error, tr("XML 已损坏", "the XML is broken")) : XML_DONE;
}

const char *xml_reader_name(const XmlReader *self)
{
    const Event *event = current_event(self);
    return event && event->name ? event->name : "";
}

const char *xml_reader_namespace(const XmlReader *self)
{
    const Event *event = current_event(self);
    return event && event->ns ? event->ns : "";
}

int xml_reader_depth(const XmlReader *self)
{
    const Event *event = current_event(self);
    return event ? event->depth : 0;
}

int xml_reader_line(const XmlReader *self)
{
    const Event *event = current_event(self);
    return event ? event->line : parser_line(self);
}

const char *xml_reader_text(const XmlReader *self)
{
    const Event *event = current_event(self);
    return event && event->type == XML_TEXT ? self->texts->str + event->text : "";
}

static const Attribute *event_attribute(const XmlReader *self, const Event *event, guint i)
{
    return &g_array_index(self->attributes, Attribute, event->attributes + i);
}

const char *xml_reader_attribute(const XmlReader *self, const char *ns, const char *local)
{
    const Event *event = current_event(self);
    for (guint i = 0; event && i < event->attribute_count; i++) {
        const Attribute *a = event_attribute(self, event, i);
        if (strcmp(a->name, local) == 0 && (!ns || strcmp(a->ns ? a->ns : "", ns) == 0))
            return self->texts->str + a->value;
    }
    return NULL;
}

void xml_reader_each_attribute(const XmlReader *self, XmlAttributeFunc func, void *data)
{
    const Event *event = current_event(self);
    for (guint i = 0; event && i < event->attribute_count; i++) {
        const Attribute *a = event_attribute(self, event, i);
        func(a->ns ? a->ns : "", a->name, self->texts->str + a->value, data);
    }
}
