#include "xslt.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "fault.h"
#include "lang.h"

struct XsltSheet {
    xsltStylesheetPtr sheet;
    xsltSecurityPrefsPtr security;
    char *path;
    GString *complaints; /* what libxslt said during the operation at hand */
};

static void xslt_complaint(void *data, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void xslt_complaint(void *data, const char *format, ...)
{
    XsltSheet *self = data;
    va_list arguments;
    va_start(arguments, format);
    g_string_append_vprintf(self->complaints, format, arguments);
    va_end(arguments);
}

static gboolean xslt_fail(XsltSheet *self, const char *name, GError **error)
{
    g_autofree char *said = g_strstrip(g_utf8_make_valid(self->complaints->str, -1));
    return fault_input(error, FAULT_BAD,
                       tr("模板 %s 不能用于 %s：%s", "template %s cannot be used for %s: %s"), self->path,
                       name, said);
}

static xmlDocPtr parse(XsltSheet *self, const void *data, size_t size, const char *name)
{
    xmlSetGenericErrorFunc(self, xslt_complaint);
    xmlDocPtr doc = size <= G_MAXINT
                        ? xmlReadMemory(data, (int)size, name, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT)
                        : NULL;
    xmlSetGenericErrorFunc(NULL, NULL);
    return doc;
}

static void forbid(xsltSecurityPrefsPtr security)
{
    static const xsltSecurityOption options[] = {XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
                                                 XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK};
    for (gsize i = 0; i < G_N_ELEMENTS(options); i++)
        xsltSetSecurityPrefs(security, options[i], xsltSecurityForbid);
}

XsltSheet *xslt_sheet_new(const char *path, GError **error)
{
    g_autoptr(XsltSheet) self = g_new0(XsltSheet, 1);
    self->path = g_strdup(path);
    self->complaints = g_string_new(NULL);
    self->security = xsltNewSecurityPrefs();
    g_assert(self->security);
    forbid(self->security);
    xmlSetGenericErrorFunc(self, xslt_complaint);
    xsltSetGenericErrorFunc(self, xslt_complaint);
    xmlDocPtr doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
    self->sheet = doc ? xsltParseStylesheetDoc(doc) : NULL;
    xsltSetGenericErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
    if (doc && !self->sheet)
        xmlFreeDoc(doc);
    if (!self->sheet || self->sheet->errors > 0) {
        xslt_fail(self, path, error);
        return NULL;
    }
    return g_steal_pointer(&self);
}

void xslt_sheet_free(XsltSheet *self)
{
    if (!self)
        return;
    if (self->sheet)
        xsltFreeStylesheet(self->sheet);
    xsltFreeSecurityPrefs(self->security);
    g_string_free(self->complaints, TRUE);
    g_free(self->path);
    g_free(self);
}

/* The result document of DOC, or NULL. */
static xmlDocPtr transform(XsltSheet *self, xmlDocPtr doc)
{
    xsltTransformContextPtr context = xsltNewTransformContext(self->sheet, doc);
    if (!context)
        return NULL;
    xsltSetCtxtSecurityPrefs(self->security, context);
    xsltSetTransformErrorFunc(context, self, xslt_complaint);
    xsltSetGenericErrorFunc(self, xslt_complaint);
    xmlDocPtr result = xsltApplyStylesheetUser(self->sheet, doc, NULL, NULL, NULL, context);
    xsltSetGenericErrorFunc(NULL, NULL);
    if (context->state != XSLT_STATE_OK && result) {
        xmlFreeDoc(result);
        result = NULL;
    }
    xsltFreeTransformContext(context);
    return result;
}

/* What the template makes of the bytes, after PROLOGUE. */
static char *apply(XsltSheet *self, const char *prologue, const void *data, size_t size, const char *name,
                   size_t *length, GError **error)
{
    g_string_truncate(self->complaints, 0);
    xmlDocPtr doc = parse(self, data, size, name);
    xmlDocPtr result = doc ? transform(self, doc) : NULL;
    xmlChar *text = NULL;
    int text_length = 0;
    char *made = NULL;
    if (result && xsltSaveResultToString(&text, &text_length, result, self->sheet) == 0 && text) {
        made = g_strconcat(prologue, (const char *)text, NULL);
        *length = strlen(prologue) + (size_t)text_length;
    } else {
        xslt_fail(self, name, error);
    }
    xmlFree(text);
    xmlFreeDoc(result);
    xmlFreeDoc(doc);
    return made;
}

char *xslt_apply(XsltSheet *self, const void *data, size_t size, const char *name, size_t *length,
                 GError **error)
{
    return apply(self, "<!DOCTYPE html>\n", data, size, name, length, error);
}

char *xslt_apply_xml(XsltSheet *self, const void *data, size_t size, const char *name, size_t *length,
                     GError **error)
{
    return apply(self, "", data, size, name, length, error);
}
