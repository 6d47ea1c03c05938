#include "rec_intake.h"

#include <string.h>

const char *const intake_states[] = {"counts", "changing", "held", NULL};

static const RecordField package_fields[] = {FIELD_STRING_REQ(IntakePackage, name, "name"),
                                             FIELD_INT(IntakePackage, receipt, "receipt"),
                                             FIELD_INSTANT(IntakePackage, received_s, "received"),
                                             FIELD_STRING(IntakePackage, sha256, "sha256"),
                                             FIELD_ENUM(IntakePackage, state, "state", intake_states),
                                             FIELD_BOOL(IntakePackage, late, "late"),
                                             FIELD_END};
const RecordType intake_package_type = {"package", NULL, sizeof(IntakePackage), package_fields};

static const RecordField first_fields[] = {FIELD_STRING_REQ(IntakeFirst, path, "path"), FIELD_INSTANT(IntakeFirst, received_s, "received"), FIELD_END};
const RecordType intake_first_type = {"first", NULL, sizeof(IntakeFirst), first_fields};

static const RecordField unit_fields[] = {FIELD_STRING_REQ(IntakeUnit, id, "id"),
                                          FIELD_STRING(IntakeUnit, failed, "failed"),
                                          FIELD_BOOL(IntakeUnit, stale, "stale"),
                                          FIELD_LIST(IntakeUnit, packages, "package", &intake_package_type),
                                          FIELD_LIST(IntakeUnit, first, "first", &intake_first_type),
                                          FIELD_END};
const RecordType intake_unit_type = {"unit", NULL, sizeof(IntakeUnit), unit_fields};

static const RecordField intake_fields[] = {FIELD_STRING_REQ(Intake, program, "program"), FIELD_LIST(Intake, units, "unit", &intake_unit_type),
                                            FIELD_LIST(Intake, findings, "finding", &finding_type), FIELD_END};
const RecordType intake_type = {"intake", "urn:anjuan:intake", sizeof(Intake), intake_fields};

const IntakeUnit *intake_unit(const Intake *intake, const char *id)
{
    for (guint i = 0; i < intake->units->len; i++) {
        const IntakeUnit *unit = intake->units->pdata[i];
        if (strcmp(unit->id, id) == 0)
            return unit;
    }
    return NULL;
}
