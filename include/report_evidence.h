/*
 * report_evidence: scans that pages show, put beside them as evidence/HASH.ext (hard-linked from the store,
 * else copied).
 *
 * Only JPEG, PNG and PDF that the scan stage could decode are shown (SPEC 9): nothing else of what strangers
 * sent gets into a published folder.  A blob is put there once, however often it is shown.
 */
#ifndef ANJUAN_REPORT_EVIDENCE_H
#define ANJUAN_REPORT_EVIDENCE_H

#include <stdbool.h>

#include "report_input.h"

typedef struct Evidences Evidences;

/* STORE NULL: nothing is shown. */
Evidences *evidences_new(const char *store, const char *folder);
void evidences_free(Evidences *evidences);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Evidences, evidences_free)

/* The file's name below the site's root ("evidence/….jpg") for the member at PATH of UNIT, or NULL when it is
 * not to be shown; noted for evidences_write().  Caller frees. */
char *evidences_show(Evidences *evidences, const ReportUnit *unit, const char *path);
/* The member at PATH of UNIT is a sound scan of a type that browsers do not show. */
bool evidences_is_tiff(const ReportUnit *unit, const char *path);
/* Puts everything noted into the folder.  System fault; a blob that the store lacks is an input fault that
 * names it. */
gboolean evidences_write(const Evidences *evidences, GError **error);

#endif
