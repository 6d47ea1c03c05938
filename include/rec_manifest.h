/*
 * rec_manifest: what a published run was made of and what it consists of (manifest.xml), so that anybody can prove that
 * nothing was changed afterwards.  The one record with the time of day in it.
 */
#ifndef ANJUAN_REC_MANIFEST_H
#define ANJUAN_REC_MANIFEST_H

#include "rec_common.h"

typedef struct { char *name, *sha256; int64_t size_bytes; } ManifestFile; /* path relative to SEASON (inputs) or to the run (outputs) */
extern const RecordType manifest_file_type;
typedef struct { char *name, *version, *sha256; } ManifestProgram; /* a library has no digest */
extern const RecordType manifest_program_type;

/* A sealed run: which run was found to be the official one, the digest of its manifest, when, and in whose words. */
typedef struct { char *run, *sha256; int64_t time_s; char *note; } ManifestSeal;
extern const RecordType manifest_seal_type;

typedef struct {
    char *run;               /* "20161128T020000Z" */
    int64_t time_s;
    char *made_from;         /* digest of all that the results are a function of (SPEC 5.5) */
    int64_t exit_status;     /* of the run that published it */
    char *previous;          /* the run before, and the digest of its manifest; NULL at the first */
    char *previous_sha256;
    char *compared;          /* the run that changes.csv is told against; NULL at the first */
    char *language;          /* of the pages: "zh" or "en" */
    ManifestSeal *seal;      /* NULL: not sealed */
    GPtrArray *inputs;       /* ManifestFile: season file, tables, intake, receipts */
    GPtrArray *rules;        /* ManifestFile: pipeline/rules */
    GPtrArray *programs, *libraries; /* ManifestProgram */
    GPtrArray *outputs;      /* ManifestFile: everything else in the run's folder */
} Manifest;
extern const RecordType manifest_type;

#endif
