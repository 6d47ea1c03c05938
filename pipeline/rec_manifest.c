#include "rec_manifest.h"

static const RecordField file_fields[] = {FIELD_STRING_REQ(ManifestFile, name, "name"), FIELD_STRING_REQ(ManifestFile, sha256, "sha256"),
                                          FIELD_INT(ManifestFile, size_bytes, "size"), FIELD_END};
const RecordType manifest_file_type = {"file", NULL, sizeof(ManifestFile), file_fields};

static const RecordField program_fields[] = {FIELD_STRING_REQ(ManifestProgram, name, "name"), FIELD_STRING(ManifestProgram, version, "version"),
                                             FIELD_STRING(ManifestProgram, sha256, "sha256"), FIELD_END};
const RecordType manifest_program_type = {"program", NULL, sizeof(ManifestProgram), program_fields};

static const RecordField seal_fields[] = {FIELD_STRING_REQ(ManifestSeal, run, "run"), FIELD_STRING_REQ(ManifestSeal, sha256, "sha256"),
                                          FIELD_INSTANT(ManifestSeal, time_s, "time"), FIELD_STRING_REQ(ManifestSeal, note, "note"), FIELD_END};
const RecordType manifest_seal_type = {"seal", NULL, sizeof(ManifestSeal), seal_fields};

static const RecordField manifest_fields[] = {
    FIELD_STRING_REQ(Manifest, run, "run"), FIELD_INSTANT(Manifest, time_s, "time"), FIELD_STRING(Manifest, made_from, "made-from"),
    FIELD_INT(Manifest, exit_status, "exit-status"), FIELD_STRING(Manifest, previous, "previous"),
    FIELD_STRING(Manifest, previous_sha256, "previous-sha256"), FIELD_STRING(Manifest, compared, "compared"),
    FIELD_STRING(Manifest, language, "lang"), FIELD_CHILD(Manifest, seal, "seal", &manifest_seal_type),
    FIELD_LIST(Manifest, inputs, "input", &manifest_file_type),
    FIELD_LIST(Manifest, rules, "rules", &manifest_file_type), FIELD_LIST(Manifest, programs, "program", &manifest_program_type),
    FIELD_LIST(Manifest, libraries, "library", &manifest_program_type), FIELD_LIST(Manifest, outputs, "output", &manifest_file_type), FIELD_END};
const RecordType manifest_type = {"manifest", "urn:anjuan:manifest", sizeof(Manifest), manifest_fields};
