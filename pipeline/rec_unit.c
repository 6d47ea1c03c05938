#include "rec_unit.h"

#include "rec_casefiles.h"

const char *const unit_states[] = {"handed-in", "nothing", "unreadable", NULL};

static const RecordField case_fields[] = {
    FIELD_STRING_REQ(UnitCase, name, "name"), FIELD_ENUM(UnitCase, kind, "kind", kind_ids), FIELD_STRING(UnitCase, file, "file"),
    FIELD_STRING(UnitCase, number, "number"), FIELD_STRING(UnitCase, key, "key"), FIELD_STRING(UnitCase, party, "party"),
    FIELD_STRING(UnitCase, party_key, "party-key"), FIELD_STRING(UnitCase, credit_code, "credit-code"),
    FIELD_STRING(UnitCase, legal_rep, "legal-rep"), FIELD_DECIMAL(UnitCase, fine_yuan, "fine-yuan"), FIELD_DAY(UnitCase, date, "date"),
    FIELD_BOOL(UnitCase, in_window, "in-window"), FIELD_STRINGS(UnitCase, own_keys, "own-key"), FIELD_END};
const RecordType unit_case_type = {"casefile", NULL, sizeof(UnitCase), case_fields};

static const RecordField evidence_fields[] = {FIELD_STRING_REQ(Evidence, key, "key"), FIELD_STRING_REQ(Evidence, path, "path"),
                                              FIELD_STRING(Evidence, casefile, "casefile"), FIELD_END};
const RecordType evidence_type = {"evidence", NULL, sizeof(Evidence), evidence_fields};

static const RecordField scan_use_fields[] = {FIELD_DIGEST_REQ(ScanUse, sha256, "sha256"), FIELD_STRING_REQ(ScanUse, path, "path"),
                                              FIELD_STRING(ScanUse, casefile, "casefile"), FIELD_END};
const RecordType scan_use_type = {"scan", NULL, sizeof(ScanUse), scan_use_fields};

static const RecordField claim_fields[] = {
    FIELD_STRING_REQ(UnitClaim, number, "number"), FIELD_STRING_REQ(UnitClaim, key, "key"), FIELD_ENUM(UnitClaim, kind, "kind", kind_ids),
    FIELD_ENUM(UnitClaim, role, "role", role_ids), FIELD_STRING(UnitClaim, row, "row"), FIELD_DAY(UnitClaim, date, "date"),
    FIELD_BOOL(UnitClaim, in_window, "in-window"), FIELD_BOOL(UnitClaim, evidence, "evidence"),
    FIELD_STRINGS(UnitClaim, casefiles, "scan-casefile"), FIELD_STRING(UnitClaim, place, "place"), FIELD_END};
const RecordType unit_claim_type = {"claim", NULL, sizeof(UnitClaim), claim_fields};

static const RecordField candidate_fields[] = {
    FIELD_STRING_REQ(UnitCandidate, name, "name"), FIELD_STRING_REQ(UnitCandidate, path, "path"),
    FIELD_STRING(UnitCandidate, certificate, "certificate"), FIELD_BOOL(UnitCandidate, integrity, "integrity"),
    FIELD_INT(UnitCandidate, story_chars, "story-chars"), FIELD_BOOL(UnitCandidate, statement, "statement"),
    FIELD_LIST(UnitCandidate, casefiles, "casefile", &unit_case_type), FIELD_LIST(UnitCandidate, claims, "claim", &unit_claim_type), FIELD_END};
const RecordType unit_candidate_type = {"candidate", NULL, sizeof(UnitCandidate), candidate_fields};

static const RecordField legal_fields[] = {FIELD_STRING_REQ(UnitLegal, name, "name"), FIELD_STRING_REQ(UnitLegal, path, "path"), FIELD_END};
const RecordType unit_legal_type = {"legal", NULL, sizeof(UnitLegal), legal_fields};

static const RecordField bulletin_fields[] = {FIELD_STRING_REQ(UnitBulletin, path, "path"), FIELD_DAY(UnitBulletin, date, "date"),
                                              FIELD_STRING(UnitBulletin, title, "title"), FIELD_END};
const RecordType unit_bulletin_type = {"bulletin", NULL, sizeof(UnitBulletin), bulletin_fields};

static const RecordField paper_fields[] = {FIELD_STRING_REQ(UnitPaper, kind, "kind"), FIELD_STRING(UnitPaper, path, "path"),
                                           FIELD_INSTANT(UnitPaper, received_s, "received"), FIELD_END};
const RecordType unit_paper_type = {"paper", NULL, sizeof(UnitPaper), paper_fields};

static const RecordField unit_fields[] = {
    FIELD_STRING_REQ(UnitRecord, program, "program"), FIELD_STRING(UnitRecord, id, "id"), FIELD_ENUM_REQ(UnitRecord, state, "state", unit_states),
    FIELD_LIST(UnitRecord, made_from, "made-from", &made_from_type), FIELD_LIST(UnitRecord, casefiles, "casefile", &unit_case_type),
    FIELD_LIST(UnitRecord, evidence, "evidence", &evidence_type), FIELD_LIST(UnitRecord, scans, "scan", &scan_use_type),
    FIELD_LIST(UnitRecord, candidates, "candidate", &unit_candidate_type), FIELD_LIST(UnitRecord, legals, "legal", &unit_legal_type),
    FIELD_LIST(UnitRecord, bulletins, "bulletin", &unit_bulletin_type), FIELD_LIST(UnitRecord, papers, "paper", &unit_paper_type), FIELD_END};
const RecordType unit_type = {"unit", "urn:anjuan:unit", sizeof(UnitRecord), unit_fields,
    UNIT_RESULT_BYTES_MAX};
