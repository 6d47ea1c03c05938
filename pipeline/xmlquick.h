/*
 * xmlquick: reads the plain part of XML without libxml2; private to xmlio.
 *
 * Records, rules and the parts of documents are nearly all plain: UTF-8, ASCII names, no DOCTYPE, no CDATA, no
 * processing instructions.  For such bytes this gives the events that libxml2 gives, in a fraction of the time, as it
 * looks at each byte once and asks for nothing that is not used.  It judges nothing: at whatever is unusual, too large
 * or wrong it gives up before it has told of it, and xmlio begins anew with libxml2, passes over the events that were
 * given already and goes on from there.  So what is accepted, what is refused, and every complaint are libxml2's.
 */
#ifndef ANJUAN_XMLQUICK_H
#define ANJUAN_XMLQUICK_H

#include "xmlio.h"

typedef struct XmlQuick XmlQuick;

typedef struct {
    const char *ns, *name, *value; /* "" for no namespace */
} XmlQuickAttribute;

/* The event given last; strings live as long as those of XmlReader. */
typedef struct {
    XmlEvent type;
    int depth;
    const char *ns, *name, *text;
    const XmlQuickAttribute *attributes;
    guint attribute_count;
} XmlQuickEvent;

/* A reader over bytes that outlive it; NULL when they do not begin in a plain way. */
XmlQuick *xmlquick_new(const void *data, size_t size);
void xmlquick_free(XmlQuick *self);

/* The next event, also in xmlquick_event(); XML_DONE at the end; XML_FAULT when it gives up and must not be asked again. */
XmlEvent xmlquick_next(XmlQuick *self);
const XmlQuickEvent *xmlquick_event(const XmlQuick *self);
/* The line of the event given last, from 1, as libxml2 counts.  Quick for one start after the other, not for ends. */
int xmlquick_line(XmlQuick *self);

#endif
