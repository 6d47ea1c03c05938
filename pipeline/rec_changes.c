#include "rec_changes.h"

const char *const input_states[] = {"changed", "added", "gone", NULL};

static const RecordField input_fields[] = {FIELD_STRING_REQ(ChangedInput, name, "name"), FIELD_ENUM_REQ(ChangedInput, state, "state", input_states),
                                           FIELD_END};
const RecordType changed_input_type = {"input", NULL, sizeof(ChangedInput), input_fields};

static const RecordField changes_fields[] = {FIELD_STRING_REQ(Changes, from, "from"), FIELD_STRING_REQ(Changes, to, "to"),
                                             FIELD_BOOL(Changes, against_seal, "against-seal"),
                                             FIELD_LIST(Changes, inputs, "input", &changed_input_type),
                                             FIELD_LIST(Changes, changes, "change", &score_change_type), FIELD_END};
const RecordType changes_type = {"changes", "urn:anjuan:changes", sizeof(Changes), changes_fields};
