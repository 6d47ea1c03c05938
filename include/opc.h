/*
 * opc: the parts of an Office Open XML package (DOCX, XLSX) and how they hang together.
 *
 * A package is a ZIP of parts; what a part is for is said by relationships, not by names: the package's own lead to the main
 * part, a part's own to its styles, headers, sheets.  Opening, finding and reading are the same for all documents and live
 * here; what the parts say is the readers' (docx.h, xlsx.h).
 *
 * Bytes are a stranger's: a part and all parts together are bounded as they come out, and so is the number of
 * relationships.  Two parts of one name and different bytes are refused: which of them another reader takes is chance.  After
 * a fault, `reason` says in one word why: "not-zip", "no-document", "xml", "doctype", "encrypted", "damaged", "duplicate" or "limit".  An OpcPackage is opened and closed by one thread.
 */
#ifndef ANJUAN_OPC_H
#define ANJUAN_OPC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "archive.h"

typedef struct {
    Archive *archive;
    size_t part_max, left; /* bytes of one part, and that all parts may still take */
    const char *reason;    /* a static string */
} OpcPackage;

typedef struct {
    char *id;     /* "rId1"; "" for none */
    char *kind;   /* last component of the relationship's type: "header", "worksheet" */
    char *target; /* name of a part of the package */
} OpcRelation;

/* Opens the package of SIZE bytes at DATA, which must outlive it.  PART_MAX and TOTAL_MAX bound the bytes of one part and
 * of all that are read.  False and an input fault when it is no readable ZIP; opc_close is allowed then, too. */
gboolean opc_open(OpcPackage *package, const void *data, size_t size, size_t part_max, size_t total_max, GError **error);
void opc_close(OpcPackage *package);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OpcPackage, opc_close)

bool opc_has(const OpcPackage *package, const char *name);

/* The bytes of a part, NUL-terminated; free with g_free.  NULL without a fault when there is no such part, with one when it
 * cannot be read. */
uint8_t *opc_part(OpcPackage *package, const char *name, size_t *size, GError **error);

/* The relationships (OpcRelation) of the part BASE, of the package itself for "", in the order of the file; those that lead out of
 * the package are left out.  An empty list when there are none, NULL on a fault.  Free with g_ptr_array_unref. */
GPtrArray *opc_relations(OpcPackage *package, const char *base, GError **error);

/* The target of the first relationship of that kind, or NULL. */
const char *opc_find(const GPtrArray *relations, const char *kind);

/* Passes on what an XmlReader said of a part, and notes the reason.  Always FALSE. */
gboolean opc_xml_fault(OpcPackage *package, GError *fault, GError **error);

#endif
