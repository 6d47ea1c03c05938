#include "rec_findings.h"

static const RecordField findings_fields[] = {FIELD_STRING_REQ(Findings, program, "program"), FIELD_STRING(Findings, unit, "unit"),
                                              FIELD_LIST(Findings, made_from, "made-from", &made_from_type),
                                              FIELD_LIST(Findings, findings, "finding", &finding_type), FIELD_END};
const RecordType findings_type = {"findings", "urn:anjuan:findings", sizeof(Findings), findings_fields,
    UNIT_RESULT_BYTES_MAX};
