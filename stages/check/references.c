/* REF-001 and 002, CAS-001: the package against the unit's rows of the case table. */
#include <string.h>

#include "docnumber.h"
#include "lawdates.h"
#include "oddpaper.h"
#include "text.h"

/* ---- REF-001, 002: the speaking document in the table ---- */

/* An application for enforcement need not stand in the table, but where it does the row says the same. */
bool case_must_stand_in_table(Kind kind)
{
    return kind != KIND_ENFORCEMENT;
}

/* The row of that number, of that kind when there is one. */
static const CaseRow *row_find(const Slice *slice, const char *key, Kind kind)
{
    const CaseRow *any = NULL;
    for (guint i = 0; i < slice->cases->len; i++) {
        const CaseRow *row = slice->cases->pdata[i];
        if (strcmp(row->key, key) != 0)
            continue;
        if (row->kind == (int)kind)
            return row;
        any = any ? any : row;
    }
    return any;
}

const CaseRow *case_row_of(const Check *check, const char *key, Kind kind)
{
    const CaseRow *row = check->in->slice ? row_find(check->in->slice, key, kind) : NULL;
    return row && row->kind == (int)kind ? row : NULL;
}

static bool party_differs(const CaseGroup *group, const CaseRow *row)
{
    return group->party && group->party->status == VALUE_VALID && row->party &&
           !text_same(field_key(group->party), row->party) && !text_same(group->party->value, row->party);
}

/* The only row with which no case file speaks and that has the kind, date and party of GROUP: its number is
 * probably the right one. NULL for none or several. */
static const CaseRow *likely_row(const Check *check, const CaseGroup *group)
{
    const CaseRow *found = NULL;
    for (guint i = 0; group->date != DAY_NONE && group->party && i < check->in->slice->cases->len; i++) {
        const CaseRow *row = check->in->slice->cases->pdata[i];
        if (row->kind != (int)group->kind || row->date != group->date || !row->party ||
            g_hash_table_contains(check->spoken, row->key) || party_differs(group, row))
            continue;
        if (found)
            return NULL;
        found = row;
    }
    return found;
}

static void param_row_meant(Finding *finding, const CaseRow *likely)
{
    finding_param(finding, "likely", likely->number);
    finding_param(finding, "likely-row", likely->place);
}

static void param_likely(const Check *check, Finding *finding, const CaseGroup *group)
{
    const CaseRow *likely = likely_row(check, group);
    if (likely)
        param_row_meant(finding, likely);
}

/* Papers of a case file that say the same as the one that speaks. */
typedef struct { const Document *speaking; const Field *value; const char *const *ids, *table; int count, against; } Agreeing;

static void look_agreeing(const SubFile *file G_GNUC_UNUSED, const Document *document, gpointer data)
{
    Agreeing *agreeing = data;
    bool same = false, of_table = false;
    for (guint i = 0; document != agreeing->speaking && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (field->status != VALUE_VALID || !g_strv_contains(agreeing->ids, field->id))
            continue;
        same |= text_same(field_key(field), field_key(agreeing->value));
        of_table |= agreeing->table && (text_same(field_key(field), agreeing->table) || text_same(field->value, agreeing->table));
    }
    agreeing->count += same;
    agreeing->against += of_table;
}

/* "same-in": in how many other papers of GROUP, in a field of IDS, VALUE stands as well: then the table is the more likely slip; not where
 * as many say what stands in the TABLE. */
static void param_agreeing(Finding *finding, const CaseGroup *group, const Field *value, const char *const *ids, const char *table)
{
    Agreeing agreeing = {group->speaking, value, ids, table, 0, 0};
    if (value && value->status == VALUE_VALID)
        casegroup_each_document(group, look_agreeing, &agreeing);
    if (agreeing.count > agreeing.against)
        param_int(finding, "same-in", agreeing.count);
}

static Finding *add_difference(Check *check, const CaseGroup *group, const char *variant, const Field *at, const CaseRow *row)
{
    Finding *finding = check_add(check, "REF-002", variant, group, group->speaking_file, at ? at->place : NULL);
    finding_param(finding, "row", row->place);
    param_likely(check, finding, group);
    return finding;
}

/* The fine of ROW where GROUP's is another, as text; NULL else.  Caller frees. */
static char *other_fine(const CaseGroup *group, const CaseRow *row)
{
    enum { FEN = 2 };
    if ((group->kind != KIND_PENALTY && group->kind != KIND_DAILY) || row->kind != (int)group->kind || !group->fine)
        return NULL;
    const Decimal other = row->fine_yuan.set ? row->fine_yuan : decimal_from_int(0); /* empty is 0 (SPEC 3) */
    Decimal fen = other;
    const bool whole = decimal_scale_up(&fen, FEN) && fen.scale == 0;
    return whole && law_says_fen(group->fine_document, group->fine->id, fen.mantissa) ? NULL : decimal_format(other);
}

/* The row of the decision that speaks for GROUP; NULL where none does, or there is no row. */
static const CaseRow *row_of_decision(const Check *check, const CaseGroup *group)
{
    const bool decision = group->speaking && g_str_has_suffix(group->speaking->type, "-decision");
    return decision && group->key ? case_row_of(check, group->key, group->kind) : NULL;
}

const CaseRow *row_bearing_out(const Check *check, const CaseGroup *group, const char *id)
{
    const CaseRow *row = row_of_decision(check, group);
    if (!row)
        return NULL;
    g_autofree char *other = other_fine(group, row);
    const bool agrees = strcmp(id, "decision-date") == 0 ? row->date == group->date
                        : strcmp(id, "fine-yuan") == 0   ? row->fine_yuan.set && group->fine && !other
                        : strcmp(id, "party") == 0       ? row->party && group->party && !party_differs(group, row)
                                                         : false;
    return agrees ? row : NULL;
}

const CaseRow *row_with_fine(const Check *check, const CaseGroup *group, const Field *amount)
{
    const CaseRow *row = row_of_decision(check, group);
    Decimal told = {0};
    return row && row->fine_yuan.set && decimal_parse(amount->value, &told) && decimal_compare(row->fine_yuan, told) == 0 ? row : NULL;
}

/* The code by which it is told that a daily decision should have the total that is in the TABLE; NULL for none. */
static const char *told_as_due(const Check *check, const CaseGroup *group, const char *table)
{
    static const char *const codes[] = {"LAW-006", "LAW-007"};
    Decimal in_table = {0}, due = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(codes) && decimal_parse(table, &in_table); i++) {
        guint at = 0;
        for (const Finding *told; (told = told_next(check, codes[i], group, &at));) {
            const char *total = counted_due(told, "total-yuan");
            if (total && decimal_parse(total, &due) && decimal_compare(in_table, due) == 0)
                return codes[i];
        }
    }
    return NULL;
}

/* The only amount that the decision of GROUP, in which no fine was read, says is planned, as a draft does (EXT-005); NULL for none. */
static const Field *draft_fine(const CaseGroup *group)
{
    const Field *draft = NULL;
    for (guint i = 0; !group->fine && group->speaking && i < group->speaking->fields->len; i++) {
        const Field *field = group->speaking->fields->pdata[i];
        if (field->status != VALUE_DRAFT || strcmp(field->id, "proposed-fine-yuan") != 0)
            continue;
        if (draft)
            return NULL;
        draft = field;
    }
    return draft;
}

static const char *const fines[] = {"fine-yuan", "demanded-yuan", "original-fine-yuan", "total-yuan", "proposed-fine-yuan", NULL};

/* The fine of a draft is compared all the same: what differs would be told only once the draft was replaced. */
static void compare_draft_fine(Check *check, const CaseGroup *group, const CaseRow *row)
{
    const Field *draft = group->kind == KIND_PENALTY && row->kind == KIND_PENALTY && row->fine_yuan.set ? draft_fine(group) : NULL;
    Decimal planned = {0};
    if (!draft || !decimal_parse(draft->value, &planned) || decimal_compare(planned, row->fine_yuan) == 0)
        return;
    g_autofree char *table = decimal_format(row->fine_yuan);
    Finding *finding = add_difference(check, group, NULL, draft, row);
    finding_param(finding, "value", draft->value);
    finding_param(finding, "draft", "EXT-005");
    finding_param(finding, "table-value", table);
    const Field as_told = {.value = draft->value, .key = draft->key, .status = VALUE_VALID};
    param_agreeing(finding, group, &as_told, fines, table);
}

static void compare_fine(Check *check, const CaseGroup *group, const CaseRow *row)
{
    g_autofree char *table = other_fine(group, row);
    if (!table) {
        compare_draft_fine(check, group, row);
        return;
    }
    Finding *finding = add_difference(check, group, NULL, group->fine, row);
    finding_param(finding, "value", group->fine->value);
    finding_param(finding, "table-value", table);
    const char *due = told_as_due(check, group, table);
    if (due)
        finding_param(finding, "due", due);
    else
        param_agreeing(finding, group, group->fine, fines, finding_value(finding, "table-value"));
}

/* Where two of kind, date and party differ, the number is most likely another case's: told once. */
static bool is_another_case(const CaseGroup *group, const CaseRow *row)
{
    int kind = row->kind != (int)group->kind, date = group->date != DAY_NONE && group->date != row->date,
        party = party_differs(group, row);
    return kind + date + party > 1;
}

/* Whether EXT-002 tells that the daily decision of GROUP has the number of the original one, and in what row its own is. */
static bool told_as_original_number(const Check *check, const CaseGroup *group)
{
    const CaseRow *likely = likely_row(check, group);
    guint at = 0;
    for (const Finding *told; likely && (told = told_next(check, "EXT-002", group, &at));)
        if (g_strcmp0(told->variant, "original-number") == 0 && g_strcmp0(finding_value(told, "row"), likely->place) == 0)
            return true;
    return false;
}

static void add_another_case(Check *check, const CaseGroup *group, const CaseRow *row)
{
    const Field *number = document_value(group->speaking, "doc-number");
    Finding *finding = add_difference(check, group, "number", number, row);
    finding_param(finding, "number", group->number);
    if (row->kind != (int)group->kind) {
        finding_param(finding, "value-kind", kind_ids[group->kind]);
        finding_param(finding, "table-kind", kind_ids[row->kind]);
    }
    if (group->date != DAY_NONE && group->date != row->date) {
        param_day(finding, "value-date", group->date);
        param_day(finding, "table-date", row->date);
    }
    if (party_differs(group, row)) {
        finding_param(finding, "value-party", group->party->value);
        finding_param(finding, "table-party", row->party);
    }
    g_autofree char *fine = other_fine(group, row), *with = finding_value(finding, "likely") ? odd_places_of_number(group) : NULL;
    if (with)
        finding_param(finding, "with", with);
    if (fine) {
        finding_param(finding, "value-fine", group->fine->value);
        finding_param(finding, "table-fine", fine);
    }
}

static void compare_row(Check *check, const CaseGroup *group, const CaseRow *row)
{
    if (is_another_case(group, row)) {
        add_another_case(check, group, row);
        return;
    }
    if (row->kind != (int)group->kind) {
        Finding *finding = add_difference(check, group, "kind", NULL, row);
        finding_param(finding, "value", kind_ids[group->kind]);
        finding_param(finding, "table-value", kind_ids[row->kind]);
    }
    if (group->date != DAY_NONE && group->date != row->date) {
        Finding *finding = add_difference(check, group, "date", group->date_field, row);
        static const char *const ids[] = {"decision-date", "original-decision-date", "transfer-date", "application-date", NULL};
        param_day(finding, "value", group->date);
        param_day(finding, "table-value", row->date);
        param_agreeing(finding, group, group->date_field, ids, finding_value(finding, "table-value"));
    }
    if (party_differs(group, row)) {
        Finding *finding = add_difference(check, group, "party", group->party, row);
        static const char *const ids[] = {"party", NULL};
        finding_param(finding, "value", group->party->value);
        finding_param(finding, "table-value", row->party);
        param_agreeing(finding, group, group->party, ids, row->party);
    }
    compare_fine(check, group, row);
}

/* Most likely the paper is another unit's when another place's bureau made it. */
static void add_missing_row(Check *check, const CaseGroup *group)
{
    const Field *number = document_value(group->speaking, "doc-number"), *agency = document_value(group->speaking, "agency");
    const bool elsewhere = agency && agency->status == VALUE_VALID && agency_is_elsewhere(check, agency->value);
    const CaseRow *likely = elsewhere ? NULL : likely_row(check, group);
    g_autofree char *sources = likely ? misentered_sources(check, group, likely) : NULL;
    Finding *finding = check_add(check, "REF-001", elsewhere ? "agency" : sources ? "entered" : NULL, group, group->speaking_file,
                                 number ? number->place : NULL);
    finding_param(finding, "number", group->number);
    finding_param(finding, "kind", kind_ids[group->kind]);
    if (elsewhere)
        finding_param(finding, "agency", agency->value);
    if (sources)
        finding_param(finding, "told-by", sources);
    if (likely)
        param_row_meant(finding, likely);
}

static void check_group(Check *check, CaseGroup *group)
{
    if (group->kind == KIND_NONE || group->kind == KIND_AUDIT || !group->key)
        return;
    const CaseRow *row = row_find(check->in->slice, group->key, group->kind);
    if ((!row || is_another_case(group, row)) && told_as_original_number(check, group))
        return;
    if (row) {
        compare_row(check, group, row);
        return;
    }
    if (!case_must_stand_in_table(group->kind))
        return;
    add_missing_row(check, group);
}

/* ---- CAS-001 ---- */

static void check_handled(Check *check)
{
    const SeasonHandled *handled = check->in->season->handled;
    if (!handled || !check_competes(check))
        return;
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < check->in->slice->cases->len; i++) {
        const CaseRow *row = check->in->slice->cases->pdata[i];
        if (row->kind == handled->kind && season_in_window(check->in->season, row->date))
            g_hash_table_add(ids, row->id);
    }
    if (g_hash_table_size(ids) >= handled->minimum)
        return;
    Finding *finding = check_add(check, "CAS-001", NULL, NULL, NULL, NULL);
    finding_param(finding, "kind", kind_ids[handled->kind]);
    param_int(finding, "count", g_hash_table_size(ids));
    param_int(finding, "minimum", handled->minimum);
}

void references_check(Check *check)
{
    check_each_group(check, basisdate_check);
    if (!check->in->slice)
        return;
    agencies_check(check);
    recipients_check(check);
    check_each_group(check, check_group);
    rowevidence_check(check);
    check_handled(check);
}
