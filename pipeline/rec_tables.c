#include "rec_tables.h"

#include <string.h>

const char *const ruling_ids[] = {"overturned", "forged",      "integrity",  "pending",      "ineligible", "veto-upheld",
                                  "veto-denied", "file-valid", "file-refused", "priority",   NULL};
const char *const receipt_modes[] = {"supplement", "replace", NULL};

const char *ruling_printed(RulingType type)
{
    static const char *const words[RULING_COUNT] = {"复议纠正", "案卷造假", "廉洁问题", "核查中",   "不符合条件",
                                                    "否决成立", "否决不成立", "案卷有效", "不予接收", "并列优先"};
    return words[type];
}

#define PLACE(S) FIELD_STRING_REQ(S, place, "place")

static const RecordField unit_fields[] = {
    PLACE(UnitRow), FIELD_STRING_REQ(UnitRow, id, "id"), FIELD_STRING_REQ(UnitRow, name, "name"), FIELD_STRING(UnitRow, group, "group"),
    FIELD_INT_REQ(UnitRow, individuals, "individuals", -1, 1000000), FIELD_INT_REQ(UnitRow, legals, "legals", -1, 1000000),
    FIELD_DECIMAL(UnitRow, share_percent, "share-percent"), FIELD_STRINGS(UnitRow, aliases, "alias"), FIELD_END};
const RecordType unit_row_type = {"unit", NULL, sizeof(UnitRow), unit_fields};

static const RecordField enterprise_fields[] = {PLACE(EnterpriseRow), FIELD_STRING_REQ(EnterpriseRow, name, "name"),
                                                FIELD_STRING_REQ(EnterpriseRow, unit, "unit"),
                                                FIELD_STRING(EnterpriseRow, categories, "categories"),
                                                FIELD_BOOL(EnterpriseRow, counts, "counts"), FIELD_END};
const RecordType enterprise_row_type = {"enterprise", NULL, sizeof(EnterpriseRow), enterprise_fields};

static const RecordField case_fields[] = {
    PLACE(CaseRow), FIELD_STRING_REQ(CaseRow, id, "id"), FIELD_STRING_REQ(CaseRow, unit, "unit"),
    FIELD_ENUM_REQ(CaseRow, kind, "kind", kind_ids), FIELD_STRING_REQ(CaseRow, number, "number"), FIELD_STRING_REQ(CaseRow, key, "key"),
    FIELD_STRING(CaseRow, party, "party"), FIELD_DAY_REQ(CaseRow, date, "date"), FIELD_DECIMAL(CaseRow, fine_yuan, "fine-yuan"), FIELD_END};
const RecordType case_row_type = {"case", NULL, sizeof(CaseRow), case_fields};

static const RecordField review_fields[] = {
    PLACE(ReviewRow), FIELD_STRING_REQ(ReviewRow, unit, "unit"), FIELD_STRING_REQ(ReviewRow, object, "object"),
    FIELD_STRING_REQ(ReviewRow, key, "key"), FIELD_STRING_REQ(ReviewRow, expert, "expert"), FIELD_DECIMAL_REQ(ReviewRow, mark, "mark", 0, 100),
    FIELD_STRING(ReviewRow, reason, "reason"), FIELD_END};
const RecordType review_row_type = {"review", NULL, sizeof(ReviewRow), review_fields};

static const RecordField candidate_review_fields[] = {
    PLACE(CandidateReviewRow), FIELD_STRING_REQ(CandidateReviewRow, unit, "unit"), FIELD_STRING_REQ(CandidateReviewRow, name, "name"),
    FIELD_STRING_REQ(CandidateReviewRow, expert, "expert"), FIELD_DECIMAL(CandidateReviewRow, file, "file"),
    FIELD_DECIMAL(CandidateReviewRow, investigation, "investigation"), FIELD_DECIMAL(CandidateReviewRow, story, "story"), FIELD_END};
const RecordType candidate_review_row_type = {"candidate-review", NULL, sizeof(CandidateReviewRow), candidate_review_fields};

static const RecordField legal_review_fields[] = {PLACE(LegalReviewRow), FIELD_STRING_REQ(LegalReviewRow, unit, "unit"),
                                                  FIELD_STRING_REQ(LegalReviewRow, name, "name"),
                                                  FIELD_STRING_REQ(LegalReviewRow, expert, "expert"),
                                                  FIELD_DECIMAL_REQ(LegalReviewRow, mark, "mark", 0, 100), FIELD_END};
const RecordType legal_review_row_type = {"legal-review", NULL, sizeof(LegalReviewRow), legal_review_fields};

static const RecordField air_fields[] = {
    PLACE(AirRow), FIELD_STRING_REQ(AirRow, unit, "unit"), FIELD_DECIMAL(AirRow, pm10_2015, "pm10-2015"),
    FIELD_DECIMAL(AirRow, pm10_2016, "pm10-2016"), FIELD_DECIMAL(AirRow, pm25_2015, "pm25-2015"), FIELD_DECIMAL(AirRow, pm25_2016, "pm25-2016"),
    FIELD_END};
const RecordType air_row_type = {"air", NULL, sizeof(AirRow), air_fields};

static const RecordField water_fields[] = {
    PLACE(WaterRow), FIELD_STRING(WaterRow, section, "section"), FIELD_STRING_REQ(WaterRow, unit, "unit"),
    FIELD_INT(WaterRow, class_2015, "class-2015"), FIELD_INT(WaterRow, class_2016, "class-2016"), FIELD_BOOL(WaterRow, external, "external"),
    FIELD_BOOL(WaterRow, none, "none"), FIELD_END};
const RecordType water_row_type = {"water", NULL, sizeof(WaterRow), water_fields};

static const RecordField ruling_fields[] = {
    PLACE(RulingRow), FIELD_STRING(RulingRow, id, "id"), FIELD_STRING_REQ(RulingRow, unit, "unit"),
    FIELD_ENUM_REQ(RulingRow, type, "type", ruling_ids), FIELD_STRING(RulingRow, object, "object"), FIELD_STRING(RulingRow, key, "key"),
    FIELD_DAY(RulingRow, fact, "fact"), FIELD_DAY(RulingRow, ruled, "ruled"), FIELD_STRING(RulingRow, note, "note"), FIELD_END};
const RecordType ruling_row_type = {"ruling", NULL, sizeof(RulingRow), ruling_fields};

static const RecordField receipt_fields[] = {
    PLACE(ReceiptRow), FIELD_STRING(ReceiptRow, id, "id"), FIELD_STRING_REQ(ReceiptRow, unit, "unit"),
    FIELD_INSTANT(ReceiptRow, received_s, "received"), FIELD_ENUM(ReceiptRow, mode, "mode", receipt_modes),
    FIELD_STRING(ReceiptRow, file, "file"), FIELD_STRING(ReceiptRow, note, "note"), FIELD_END};
const RecordType receipt_row_type = {"receipt", NULL, sizeof(ReceiptRow), receipt_fields};

static const RecordField bulletin_fields[] = {PLACE(BulletinRow), FIELD_STRING_REQ(BulletinRow, unit, "unit"), FIELD_DAY_REQ(BulletinRow, date, "date"),
                                              FIELD_STRING(BulletinRow, title, "title"), FIELD_STRING(BulletinRow, adopted, "adopted"), FIELD_END};
const RecordType bulletin_row_type = {"bulletin", NULL, sizeof(BulletinRow), bulletin_fields};

static const RecordField note_fields[] = {FIELD_STRING_REQ(TableNote, file, "file"), FIELD_STRING_REQ(TableNote, what, "what"),
                                          FIELD_STRING(TableNote, value, "value"), FIELD_END};
const RecordType table_note_type = {"note", NULL, sizeof(TableNote), note_fields};

static const RecordField source_fields[] = {FIELD_STRING_REQ(TableSource, name, "name"), FIELD_STRING_REQ(TableSource, file, "file"),
                                            FIELD_STRING_REQ(TableSource, sha256, "sha256"), FIELD_STRING(TableSource, encoding, "encoding"),
                                            FIELD_INT_REQ(TableSource, rows, "rows", 0, INT64_MAX), FIELD_END};
const RecordType table_source_type = {"source", NULL, sizeof(TableSource), source_fields};

static const RecordField tables_fields[] = {
    FIELD_STRING_REQ(Tables, program, "program"),
    FIELD_LIST(Tables, made_from, "made-from", &made_from_type),
    FIELD_LIST(Tables, sources, "source", &table_source_type),
    FIELD_LIST(Tables, notes, "note", &table_note_type),
    FIELD_LIST(Tables, units, "unit", &unit_row_type),
    FIELD_LIST(Tables, enterprises, "enterprise", &enterprise_row_type),
    FIELD_LIST(Tables, cases, "case", &case_row_type),
    FIELD_LIST(Tables, reviews, "review", &review_row_type),
    FIELD_LIST(Tables, candidate_reviews, "candidate-review", &candidate_review_row_type),
    FIELD_LIST(Tables, legal_reviews, "legal-review", &legal_review_row_type),
    FIELD_LIST(Tables, air, "air", &air_row_type),
    FIELD_LIST(Tables, water, "water", &water_row_type),
    FIELD_LIST(Tables, rulings, "ruling", &ruling_row_type),
    FIELD_LIST(Tables, receipts, "receipt", &receipt_row_type),
    FIELD_LIST(Tables, bulletins, "bulletin", &bulletin_row_type),
    FIELD_LIST(Tables, findings, "finding", &finding_type),
    FIELD_END};
const RecordType tables_type = {"tables", "urn:anjuan:tables", sizeof(Tables), tables_fields};

static const RecordField slice_fields[] = {FIELD_BOOL(Slice, bulletins_given, "bulletins-given"), FIELD_CHILD_REQ(Slice, unit, "unit", &unit_row_type),
                                           FIELD_LIST(Slice, cases, "case", &case_row_type),
                                           FIELD_LIST(Slice, bulletins, "bulletin", &bulletin_row_type), FIELD_END};
const RecordType slice_type = {"slice", "urn:anjuan:slice", sizeof(Slice), slice_fields};

const UnitRow *tables_unit(const Tables *tables, const char *id)
{
    for (guint i = 0; i < tables->units->len; i++) {
        const UnitRow *unit = tables->units->pdata[i];
        if (strcmp(unit->id, id) == 0)
            return unit;
    }
    return NULL;
}

int tables_rows_unusable(const Tables *tables)
{
    int rows = 0;
    for (guint i = 0; i < tables->findings->len; i++) {
        const Finding *finding = tables->findings->pdata[i];
        const char *lost = finding_value(finding, "lost");
        if (finding->level >= LEVEL_ERROR)
            rows += 1 + (lost ? (int)g_ascii_strtoll(lost, NULL, 10) : 0);
    }
    return rows;
}

bool tables_has_bulletins(const Tables *tables)
{
    return tables->bulletins->len > 0;
}
