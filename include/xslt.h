/*
 * xslt: the wall around libxslt.  A template is read once and dresses any number of pages.
 *
 * Templates are ours and pages are written by us, but neither may reach outside: no network, no file is read
 * beside the template and what it includes from its own folder, nothing is written but the result.
 */
#ifndef ANJUAN_XSLT_H
#define ANJUAN_XSLT_H

#include <stddef.h>

#include <glib.h>

typedef struct XsltSheet XsltSheet;

/* Reads the template at PATH.  NULL and an input fault that names file, line and reason when it cannot be
 * used. */
XsltSheet *xslt_sheet_new(const char *path, GError **error);
void xslt_sheet_free(XsltSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XsltSheet, xslt_sheet_free)

/* Dresses the XML of SIZE bytes at DATA and returns what the template makes of it as HTML with its DOCTYPE,
 * which the caller frees with g_free; *LENGTH without the NUL that follows.  NAME stands in messages.  NULL
 * and an input fault when it fails. */
char *xslt_apply(XsltSheet *sheet, const void *data, size_t size, const char *name, size_t *length,
                 GError **error);

/* The same for a template that makes XML: a whole document without DOCTYPE. */
char *xslt_apply_xml(XsltSheet *sheet, const void *data, size_t size, const char *name, size_t *length,
                     GError **error);

#endif
