/*
 * xmlio: the wall around libxml2's parser, and our writer.  No other file but xslt.c includes libxml2.
 *
 * Reading is by pull over a buffer in memory: xml_reader_next() gives one event after the other, an element without
 * content gives XML_START and XML_END like any other, and adjacent text comes in one piece.  Strings that the
 * accessors return belong to the reader and live until the next xml_reader_next().
 *
 * Hardening lives here once: a DOCTYPE is refused before anything in it can have an effect, nothing is fetched, entities
 * are never substituted, and libxml2's limits for trees (depth 256, text of 10 MB) hold; so that time stays linear in the
 * bytes, a tag has at most 300 attributes and at most 1000 namespaces are in scope.  Encodings are UTF-8, UTF-16 and the
 * usual ones by byte-order mark or declaration (GB18030, GBK, …); callers always see UTF-8.
 *
 * Writing goes to memory, or piece by piece to a sink; what XML 1.0 cannot hold (control characters, lone surrogates) is written as U+FFFD, and
 * invalid UTF-8 likewise, so that no input can make us write a document that we cannot read.
 */
#ifndef ANJUAN_XMLIO_H
#define ANJUAN_XMLIO_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

typedef struct XmlReader XmlReader;

typedef enum {
    XML_FAULT = -1, /* error is set; the reader gives XML_FAULT from then on */
    XML_DONE = 0,
    XML_START,
    XML_END,
    XML_TEXT /* character data, CDATA and white space */
} XmlEvent;

/* Sets up what all readers share; to be called before several threads begin to read. */
void xml_make_ready(void);

/* A reader over SIZE bytes at DATA, which must outlive it.  NAME stands in messages ("word/document.xml").  Never
 * NULL; what is wrong with the bytes shows in xml_reader_next(). */
XmlReader *xml_reader_new(const void *data, size_t size, const char *name);
void xml_reader_free(XmlReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XmlReader, xml_reader_free)

/* The next event; on XML_FAULT, *ERROR is a FAULT_INPUT that names file, line and reason (code FAULT_UNSAFE for a
 * DOCTYPE, FAULT_LIMIT for the limits above, else FAULT_DAMAGED). */
XmlEvent xml_reader_next(XmlReader *reader, GError **error);

/* After XML_START or XML_END: local name and namespace ("" for none). */
const char *xml_reader_name(const XmlReader *reader);
const char *xml_reader_namespace(const XmlReader *reader);
/* After XML_START or XML_END, number of open elements above this one: 0 for the root. */
int xml_reader_depth(const XmlReader *reader);
/* Line of the event, from 1: of an element, where its start tag ends. */
int xml_reader_line(const XmlReader *reader);
/* After XML_TEXT: the text, NUL-terminated. */
const char *xml_reader_text(const XmlReader *reader);

/* After XML_START: the value of the attribute LOCAL in NAMESPACE (NULL: in any namespace or none), or NULL. */
const char *xml_reader_attribute(const XmlReader *reader, const char *ns, const char *local);

typedef void (*XmlAttributeFunc)(const char *ns, const char *local, const char *value, void *data);
/* After XML_START: calls FUNC for every attribute (namespace declarations left out), in document order. */
void xml_reader_each_attribute(const XmlReader *reader, XmlAttributeFunc func, void *data);

typedef struct XmlWriter XmlWriter;

/* A writer of an indented UTF-8 document. */
XmlWriter *xml_writer_new(void);
/* The same, giving its bytes to SINK in pieces of about 64 KiB, so that a large record never stands in memory twice. */
typedef void (*XmlSink)(const char *bytes, size_t size, void *data);
XmlWriter *xml_writer_new_to(XmlSink sink, void *data);
void xml_writer_free(XmlWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XmlWriter, xml_writer_free)

/* Opens an element; NS, when not NULL, is declared as the default namespace on it. */
void xml_writer_start(XmlWriter *writer, const char *ns, const char *name);
/* An attribute of the element opened last; VALUE NULL writes nothing. */
void xml_writer_attribute(XmlWriter *writer, const char *name, const char *value);
void xml_writer_text(XmlWriter *writer, const char *text);
void xml_writer_end(XmlWriter *writer);
/* A writer of what comes later in the element that is open in WRITER, for another thread; and puts there what it
 * wrote, once something stands before it. */
XmlWriter *xml_writer_new_ahead(const XmlWriter *writer);
void xml_writer_join(XmlWriter *writer, const XmlWriter *ahead);
/* Ends the document and returns its bytes, which the caller frees with g_free; *SIZE is their number without the NUL that follows. */
char *xml_writer_finish(XmlWriter *writer, size_t *size);
/* Ends a document that goes to a sink. */
void xml_writer_flush(XmlWriter *writer);

/* TEXT as valid UTF-8 that XML 1.0 can hold; other bytes and characters become U+FFFD.  Caller frees. */
char *xml_clean_text(const char *text);

#endif
