/*
 * rebuild: a published run once more, from what the store keeps of its inputs (SPEC 2.4).
 *
 * The season file, the tables and the record of what was received when lie in the store under the digests that the run's manifest names, and
 * so does every byte that was handed in; nothing is taken from submissions/, reference/ or work/.  All work is done in a
 * folder of its own below work/, which is gone afterwards.
 */
#ifndef ANJUAN_REBUILD_H
#define ANJUAN_REBUILD_H

#include <stdio.h>

#include "results.h"
#include "manifest.h"

typedef struct Rebuild Rebuild;

/* Restores the inputs of the run that MANIFEST (borrowed) describes and takes all units through their stages.  Input fault when an input is gone or
 * not as it was; FAULT_INTERRUPTED after a signal. */
Rebuild *rebuild_new(const SeasonDir *dir, const Manifest *manifest, GError **error);
/* Removes the folder; NULL is allowed. */
void rebuild_free(Rebuild *rebuild);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Rebuild, rebuild_free)

/* The scratch season, in which nothing is called "results"; it belongs to REBUILD. */
const char *rebuild_folder(const Rebuild *rebuild);

/* Writes the results into FOLDER, which is there, as they were published: same time, language and run compared with. */
gboolean rebuild_results(Rebuild *rebuild, const char *folder, GError **error);
/* The same as a sealed run, whose pages bear TIME and NOTE. */
gboolean rebuild_sealed(Rebuild *rebuild, const char *folder, const char *time, const char *note, GError **error);

/* How many files in FOLDER are not those that MANIFEST names, each said on STREAM. */
guint rebuild_compare(const Manifest *manifest, const char *folder, FILE *stream);
/* Names on STREAM what of this program is not what MANIFEST names: programs and rules.  Returns how many. */
guint rebuild_programs(const Manifest *manifest, FILE *stream, GError **error);

#endif
