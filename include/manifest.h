/*
 * manifest: making and comparing the manifest of a run (rec_manifest.h).
 */
#ifndef ANJUAN_MANIFEST_H
#define ANJUAN_MANIFEST_H

#include "rec_manifest.h"
#include "seasonrun.h"

/* The manifest of the run in FOLDER (results/RUN), or NULL with a fault. */
Manifest *manifest_read(const char *folder, GError **error);
void manifest_free(Manifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Manifest, manifest_free)

/* A manifest of the rules, programs and libraries alone. */
Manifest *manifest_of_program(GError **error);
/* A manifest of the inputs of RUN, of the rules, programs and libraries.  Outputs and chain come later; the caller sets the rest. */
Manifest *manifest_make(const SeasonRun *run, GError **error);
/* Every file in FOLDER, a run about to be published. */
gboolean manifest_add_outputs(Manifest *manifest, const char *folder, GError **error);
/* Chains MANIFEST to the latest run: its name and the digest of its manifest. */
gboolean manifest_chain(Manifest *manifest, const SeasonDir *dir, GError **error);

/* The inputs of RUN that the store must keep so that it can be rebuilt, as paths below the season: season file, tables, intake, and
 * the records of units that an older record stands for.  Free with g_ptr_array_unref. */
GPtrArray *manifest_kept(const SeasonRun *run, GError **error);

#endif
