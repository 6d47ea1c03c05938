#include "tablerows.h"

#include <string.h>

#include "text.h"

/* ---- judges -------------------------------------------------------------------------------------------------- */

static RowProblem no_problem(void)
{
    return (RowProblem){ 0 };
}

/* The first row of a key stands, a later one is a problem at COLUMN (SPEC 8.4).  KEY is taken. */
static RowProblem first_counts(TableReader *reader, char *key, gpointer row, const char *column)
{
    gpointer first = g_hash_table_lookup(reader->seen, key);
    if (!first) {
        g_hash_table_insert(reader->seen, key, row);
        return no_problem();
    }
    g_free(key);
    return (RowProblem){ .column = column, .reason = "duplicate", .other = *(char **)first };
}

static const UnitRow *unit_with(const TableReader *reader, const char *name)
{
    g_autofree char *folded = text_fold(name);
    return g_hash_table_lookup(reader->units, folded);
}

static void unit_name_add(TableReader *reader, const char *name, UnitRow *unit)
{
    g_hash_table_insert(reader->units, text_fold(name), unit);
}

static RowProblem unit_judge(TableReader *reader, gpointer row)
{
    UnitRow *unit = row;
    const UnitRow *other = unit_with(reader, unit->id);
    if (other)
        return (RowProblem){ .column = "id", .reason = "duplicate", .other = other->place };
    if ((other = unit_with(reader, unit->name)))
        return (RowProblem){ .column = "name", .reason = "duplicate", .other = other->place };
    for (guint i = 0; i < unit->aliases->len; i++)
        if ((other = unit_with(reader, unit->aliases->pdata[i])))
            return (RowProblem){ .column = "aliases", .reason = "duplicate", .other = other->place };
    unit_name_add(reader, unit->id, unit);
    unit_name_add(reader, unit->name, unit);
    for (guint i = 0; i < unit->aliases->len; i++)
        unit_name_add(reader, unit->aliases->pdata[i], unit);
    return no_problem();
}

/* A name that comes again is the same enterprise: no problem, but it counts once in its unit. */
static RowProblem enterprise_judge(TableReader *reader, gpointer row)
{
    EnterpriseRow *enterprise = row;
    if (!enterprise->categories || (!strstr(enterprise->categories, "废水") && !strstr(enterprise->categories, "废气")))
        return no_problem();
    g_autofree char *folded = text_fold(enterprise->name);
    enterprise->counts = g_hash_table_insert(reader->seen, g_strconcat(enterprise->unit, "\n", folded, NULL), row);
    return no_problem();
}

/* One document number may stand in several rows of a unit, but with one amount. */
static RowProblem case_judge(TableReader *reader, gpointer row)
{
    const CaseRow *entry = row;
    if (!entry->fine_yuan.set)
        return no_problem();
    g_autofree char *key = g_strconcat(entry->unit, "\n", entry->key, NULL);
    const CaseRow *first = g_hash_table_lookup(reader->seen, key);
    if (!first)
        g_hash_table_insert(reader->seen, g_steal_pointer(&key), row);
    else if (decimal_compare(first->fine_yuan, entry->fine_yuan) != 0)
        return (RowProblem){ .column = "fine", .reason = "second-amount", .other = first->place };
    return no_problem();
}

static RowProblem review_judge(TableReader *reader, gpointer row)
{
    const ReviewRow *review = row;
    g_autofree char *expert = text_fold(review->expert);
    return first_counts(reader, g_strconcat(review->unit, "\n", review->key, "\n", expert, NULL), row, "expert");
}

static RowProblem person_judge(TableReader *reader, gpointer row, const char *unit, const char *name, const char *expert)
{
    g_autofree char *folded_name = text_fold(name), *folded_expert = text_fold(expert);
    return first_counts(reader, g_strconcat(unit, "\n", folded_name, "\n", folded_expert, NULL), row, "expert");
}

static RowProblem candidate_review_judge(TableReader *reader, gpointer row)
{
    const CandidateReviewRow *review = row;
    return person_judge(reader, row, review->unit, review->name, review->expert);
}

static RowProblem legal_review_judge(TableReader *reader, gpointer row)
{
    const LegalReviewRow *review = row;
    return person_judge(reader, row, review->unit, review->name, review->expert);
}

static RowProblem air_judge(TableReader *reader, gpointer row)
{
    return first_counts(reader, g_strdup(((const AirRow *)row)->unit), row, "unit");
}

static RowProblem water_judge(TableReader *reader, gpointer row)
{
    const WaterRow *water = row;
    g_autofree char *section = text_fold(water->section);
    return first_counts(reader, g_strconcat(water->unit, "\n", section, NULL), row, "section");
}

static RowProblem ruling_judge(TableReader *reader, gpointer row)
{
    (void)reader;
    const RulingRow *ruling = row;
    bool needed = ruling->type == RULING_INTEGRITY || ruling->type == RULING_FILE_VALID || ruling->type == RULING_FILE_REFUSED;
    return needed && !ruling->object ? (RowProblem){ .column = "object", .reason = "no-object" } : no_problem();
}

/* ---- tables -------------------------------------------------------------------------------------------------- */

#define NEEDED(S, m, column_id, f) \
    {.column = (column_id), .form = (f), .offset = offsetof(S, m), .needed = true}
#define OPTIONAL(S, m, column_id, f) {.column = (column_id), .form = (f), .offset = offsetof(S, m)}
#define KEYED(S, m, column_id, need) \
    {.column = (column_id), \
     .form = FORM_KEYED, \
     .offset = offsetof(S, m), \
     .key_offset = offsetof(S, key), \
     .needed = (need)}
#define END {.column = NULL}

static const RowField unit_fields[] = {
    NEEDED(UnitRow, id, "id", FORM_UNIT_ID), NEEDED(UnitRow, name, "name", FORM_TEXT),
    OPTIONAL(UnitRow, aliases, "aliases", FORM_ALIASES), OPTIONAL(UnitRow, group, "group", FORM_GROUP),
    OPTIONAL(UnitRow, individuals, "individuals", FORM_QUOTA), OPTIONAL(UnitRow, legals, "legals", FORM_QUOTA),
    OPTIONAL(UnitRow, share_percent, "share", FORM_PERCENT), END};

static const RowField enterprise_fields[] = {
    NEEDED(EnterpriseRow, name, "name", FORM_TEXT), NEEDED(EnterpriseRow, unit, "unit", FORM_UNIT),
    OPTIONAL(EnterpriseRow, categories, "categories", FORM_TEXT), END};

static const RowField case_fields[] = {
    NEEDED(CaseRow, id, "id", FORM_TEXT), NEEDED(CaseRow, unit, "unit", FORM_UNIT), NEEDED(CaseRow, kind, "kind", FORM_KIND),
    KEYED(CaseRow, number, "number", true), OPTIONAL(CaseRow, party, "party", FORM_TEXT), NEEDED(CaseRow, date, "date", FORM_DAY),
    OPTIONAL(CaseRow, fine_yuan, "fine", FORM_AMOUNT), END};

static const RowField review_fields[] = {
    NEEDED(ReviewRow, unit, "unit", FORM_UNIT), KEYED(ReviewRow, object, "object", true), NEEDED(ReviewRow, expert, "expert", FORM_TEXT),
    NEEDED(ReviewRow, mark, "mark", FORM_MARK), OPTIONAL(ReviewRow, reason, "reason", FORM_TEXT), END};

static const RowField candidate_review_fields[] = {
    NEEDED(CandidateReviewRow, unit, "unit", FORM_UNIT), NEEDED(CandidateReviewRow, name, "name", FORM_TEXT),
    NEEDED(CandidateReviewRow, expert, "expert", FORM_TEXT), OPTIONAL(CandidateReviewRow, file, "file", FORM_MARK),
    OPTIONAL(CandidateReviewRow, investigation, "investigation", FORM_MARK), OPTIONAL(CandidateReviewRow, story, "story", FORM_MARK), END};

static const RowField legal_review_fields[] = {
    NEEDED(LegalReviewRow, unit, "unit", FORM_UNIT), NEEDED(LegalReviewRow, name, "name", FORM_TEXT),
    NEEDED(LegalReviewRow, expert, "expert", FORM_TEXT), NEEDED(LegalReviewRow, mark, "mark", FORM_MARK), END};

static const RowField air_fields[] = {
    NEEDED(AirRow, unit, "unit", FORM_UNIT), NEEDED(AirRow, pm10_2015, "pm10-2015", FORM_AMOUNT),
    NEEDED(AirRow, pm10_2016, "pm10-2016", FORM_AMOUNT), NEEDED(AirRow, pm25_2015, "pm25-2015", FORM_AMOUNT),
    NEEDED(AirRow, pm25_2016, "pm25-2016", FORM_AMOUNT), END};

/* The section first: 无 makes the cells behind it idle. */
static const RowField water_fields[] = {
    NEEDED(WaterRow, section, "section", FORM_SECTION), NEEDED(WaterRow, unit, "unit", FORM_UNIT),
    NEEDED(WaterRow, class_2015, "class-2015", FORM_WATER_CLASS), NEEDED(WaterRow, class_2016, "class-2016", FORM_WATER_CLASS),
    OPTIONAL(WaterRow, external, "external", FORM_EXTERNAL), END};

static const RowField ruling_fields[] = {
    OPTIONAL(RulingRow, id, "id", FORM_TEXT), NEEDED(RulingRow, unit, "unit", FORM_UNIT), NEEDED(RulingRow, type, "type", FORM_RULING),
    KEYED(RulingRow, object, "object", false), OPTIONAL(RulingRow, fact, "fact", FORM_DAY), OPTIONAL(RulingRow, ruled, "ruled", FORM_DAY),
    OPTIONAL(RulingRow, note, "note", FORM_TEXT), END};

static const RowField receipt_fields[] = {
    OPTIONAL(ReceiptRow, id, "id", FORM_TEXT), NEEDED(ReceiptRow, unit, "unit", FORM_UNIT),
    NEEDED(ReceiptRow, received_s, "received", FORM_INSTANT), OPTIONAL(ReceiptRow, mode, "mode", FORM_MODE),
    OPTIONAL(ReceiptRow, file, "file", FORM_TEXT), OPTIONAL(ReceiptRow, note, "note", FORM_TEXT), END};

static const RowField bulletin_fields[] = {
    NEEDED(BulletinRow, unit, "unit", FORM_UNIT), NEEDED(BulletinRow, date, "date", FORM_DAY),
    OPTIONAL(BulletinRow, title, "title", FORM_TEXT), OPTIONAL(BulletinRow, adopted, "adopted", FORM_TEXT), END};

const TableKind table_kinds[] = {
    {"units", &unit_row_type, offsetof(Tables, units), unit_fields, unit_judge},
    {"enterprises", &enterprise_row_type, offsetof(Tables, enterprises), enterprise_fields, enterprise_judge},
    {"cases", &case_row_type, offsetof(Tables, cases), case_fields, case_judge},
    {"reviews", &review_row_type, offsetof(Tables, reviews), review_fields, review_judge},
    {"candidate_reviews", &candidate_review_row_type, offsetof(Tables, candidate_reviews), candidate_review_fields, candidate_review_judge},
    {"legal_reviews", &legal_review_row_type, offsetof(Tables, legal_reviews), legal_review_fields, legal_review_judge},
    {"air", &air_row_type, offsetof(Tables, air), air_fields, air_judge},
    {"water", &water_row_type, offsetof(Tables, water), water_fields, water_judge},
    {"rulings", &ruling_row_type, offsetof(Tables, rulings), ruling_fields, ruling_judge},
    {"receipts", &receipt_row_type, offsetof(Tables, receipts), receipt_fields, NULL},
    {"bulletins", &bulletin_row_type, offsetof(Tables, bulletins), bulletin_fields, NULL},
    {NULL, NULL, 0, NULL, NULL}};
