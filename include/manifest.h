/*
 * manifest: making and comparing the manifest of a run (rec_manifest.h).
 */
#ifndef ANJUAN_MANIFEST_H
#define ANJUAN_MANIFEST_H

#include "rec_manifest.h"
#include "seasondir.h"

/* The manifest of the run in FOLDER (results/RUN), or NULL with a fault. */
Manifest *manifest_read(const char *folder, GError **error);
void manifest_free(Manifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Manifest, manifest_free)

/* A manifest of what lies in FOLDER (a run about to be published) and of the season's inputs, rules, programs and libraries, chained to the
 * latest run.  The caller sets run, time, made_from and exit status. */
Manifest *manifest_make(const SeasonDir *dir, const char *folder, GError **error);

#endif
