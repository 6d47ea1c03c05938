#include "submitted.h"

#include <stdarg.h>
#include <string.h>

#include "digest.h"
#include "docnumber.h"
#include "text.h"

/* ---- files and documents ---- */

Member *put_member(Submitted *s, const char *path, MemberState state, const char *reason)
{
    Member *member = record_add(((Package *)s->inventory->packages->pdata[0])->members, &member_type);
    member->path = g_strdup(path);
    member->state = state;
    member->reason = g_strdup(reason);
    return member;
}

static void add_number(GPtrArray *numbers, const char *raw)
{
    DocNumber *number = record_add(numbers, &docnumber_type);
    number->raw = g_strdup(raw);
    number->key = docnumber_key(raw);
    g_assert(number->key);
}

FileFacts *put_file(Submitted *s, const char *path, const char *type, const char *named, const char *number)
{
    char hex[65];
    digest_bytes(path, strlen(path), hex);
    Member *member = put_member(s, path, MEMBER_READ, NULL);
    member->type = g_strdup(type);
    member->sha256 = g_strdup(hex);
    FileFacts *facts = record_add(s->casefiles->files, &file_facts_type);
    facts->path = g_strdup(path);
    facts->sha256 = g_strdup(hex);
    facts->type = g_strdup(type);
    facts->named_type = g_strdup(named);
    if (number)
        add_number(facts->named_numbers, number);
    return facts;
}

static int compare_scans(gconstpointer a, gconstpointer b)
{
    return strcmp((*(Scan *const *)a)->sha256, (*(Scan *const *)b)->sha256);
}

Scan *put_scan(Submitted *s, const char *path, const char *bytes, const char *named, const char *number)
{
    FileFacts *facts = put_file(s, path, g_str_has_suffix(path, ".pdf") ? "pdf" : "jpeg", named, number);
    digest_bytes(bytes, strlen(bytes), facts->sha256);
    const Scan *known = scans_find(s->scans, facts->sha256);
    if (known)
        return (Scan *)known;
    Scan *scan = record_add(s->scans->scans, &scan_type);
    scan->sha256 = g_strdup(facts->sha256);
    scan->type = g_strdup(facts->type);
    scan->pages = 1;
    if (strcmp(facts->type, "pdf") != 0) {
        ScanPage *page = record_add(scan->page, &scan_page_type);
        *page = (ScanPage){.width_px = 2480, .height_px = 3508, .dpi_x = 300, .dpi_y = 300, .cells = 100000, .dark = 9000};
    }
    g_ptr_array_sort(s->scans->scans, compare_scans);
    return scan;
}

static void set_value(Field *field, const char *value)
{
    static const char *const names[] = {"party", "agency", "legal-rep", "recipient", "court", NULL};
    g_free(field->value);
    g_free(field->key);
    g_free(field->quote);
    field->value = g_strdup(value);
    field->key = g_str_has_suffix(field->id, "-number") ? docnumber_key(value) : g_strv_contains(names, field->id) ? text_fold(value) : NULL;
    field->quote = g_strdup(value);
}

void quote_field(Field *field, const char *quote)
{
    g_free(field->quote);
    field->quote = g_strdup(quote);
}

Field *add_field(Document *document, const char *id, const char *value)
{
    Field *field = record_new(&field_type);
    guint at = 0;
    while (at < document->fields->len && strcmp(((Field *)document->fields->pdata[at])->id, id) <= 0)
        at++;
    g_ptr_array_insert(document->fields, (int)at, field);
    field->id = g_strdup(id);
    field->place = g_strdup("P3");
    set_value(field, value);
    return field;
}

static Document *add_document(FileFacts *facts, const char *type)
{
    Document *document = record_add(facts->documents, &document_type);
    document->type = g_strdup(type);
    document->first = g_strdup("P1");
    facts->content = CONTENT_READ;
    return document;
}

Document *put_document(Submitted *s, const char *path, const char *type, ...)
{
    Document *document = add_document(put_file(s, path, "docx", type, NULL), type);
    va_list pairs;
    va_start(pairs, type);
    for (const char *id = va_arg(pairs, const char *); id; id = va_arg(pairs, const char *))
        add_field(document, id, va_arg(pairs, const char *));
    va_end(pairs);
    return document;
}

void put_officer(Document *document, const char *name, const char *certificate)
{
    Investigator *officer = record_add(document->investigators, &investigator_type);
    officer->name = g_strdup(name);
    officer->certificate = g_strdup(certificate);
}

Claim *put_claim(Document *document, const char *number, Kind kind, int role)
{
    Claim *claim = record_add(document->claims, &claim_type);
    claim->number = g_strdup(number);
    claim->key = docnumber_key(number);
    claim->kind = kind;
    claim->kind_text = g_strdup(kind_printed(kind));
    claim->role = role;
    claim->place = g_strdup("L2");
    return claim;
}

CaseRow *put_row(Submitted *s, Kind kind, const char *number, const char *party, const char *date, int fine_yuan)
{
    CaseRow *row = record_add(s->slice->cases, &case_row_type);
    row->place = g_strdup_printf("cases.csv:%u", s->slice->cases->len + 1);
    row->id = g_strdup_printf("AJ%u", s->slice->cases->len);
    row->unit = g_strdup("YL");
    row->kind = kind;
    row->number = g_strdup(number);
    row->key = docnumber_key(number);
    row->party = g_strdup(party);
    row->date = day_parse_iso(date);
    if (fine_yuan > 0)
        row->fine_yuan = decimal_from_int(fine_yuan);
    return row;
}

CaseRow *first_row(Submitted *s)
{
    return s->slice->cases->pdata[0];
}

void row_renumber(CaseRow *row, const char *number)
{
    g_free(row->number);
    g_free(row->key);
    row->number = g_strdup(number);
    row->key = docnumber_key(number);
}

/* ---- finding and changing ---- */

FileFacts *the_file(const Submitted *s, const char *path)
{
    for (guint i = 0; i < s->casefiles->files->len; i++) {
        FileFacts *facts = s->casefiles->files->pdata[i];
        if (strcmp(facts->path, path) == 0)
            return facts;
    }
    g_error("no file %s", path);
}

Document *the_document(const Submitted *s, const char *path)
{
    return the_file(s, path)->documents->pdata[0];
}

Field *the_field(const Submitted *s, const char *path, const char *id)
{
    const Field *field = document_field(the_document(s, path), id);
    g_assert(field);
    return (Field *)field;
}

void set_field(Submitted *s, const char *path, const char *id, const char *value)
{
    const Field *field = document_field(the_document(s, path), id);
    if (field)
        set_value((Field *)field, value);
    else
        add_field(the_document(s, path), id, value);
}

void drop_field(Submitted *s, const char *path, const char *id)
{
    Document *document = the_document(s, path);
    for (guint i = document->fields->len; i > 0; i--) {
        Field *field = document->fields->pdata[i - 1];
        if (strcmp(field->id, id) != 0)
            continue;
        g_ptr_array_remove_index(document->fields, i - 1);
        record_free(&field_type, field);
    }
}

void drop_files(Submitted *s, const char *path)
{
    GPtrArray *members = ((Package *)s->inventory->packages->pdata[0])->members;
    for (guint i = s->casefiles->files->len; i > 0; i--) {
        FileFacts *facts = s->casefiles->files->pdata[i - 1];
        if (!g_str_has_prefix(facts->path, path))
            continue;
        g_ptr_array_remove_index(s->casefiles->files, i - 1);
        record_free(&file_facts_type, facts);
    }
    for (guint i = members->len; i > 0; i--) {
        Member *member = members->pdata[i - 1];
        if (!g_str_has_prefix(member->path, path))
            continue;
        g_ptr_array_remove_index(members, i - 1);
        record_free(&member_type, member);
    }
}

/* ---- the run ---- */

Submitted *submitted_empty(void)
{
    Submitted *s = g_new0(Submitted, 1);
    g_autoptr(GError) error = NULL;
    s->season = season_read("pipeline/rules/season-template.xml", &error);
    s->rules = error ? NULL : check_rules_read("pipeline/rules", s->season->law, &error);
    s->catalogue = error ? NULL : catalogue_read("pipeline/rules/findings.xml", &error);
    if (error)
        g_error("%s", error->message);
    s->inventory = record_new(&inventory_type);
    s->scans = record_new(&scans_type);
    s->casefiles = record_new(&casefiles_type);
    s->slice = record_new(&slice_type);
    s->slice->unit = record_new(&unit_row_type);
    *s->slice->unit = (UnitRow){.place = g_strdup("units.csv:2"), .id = g_strdup("YL"), .name = g_strdup("沅陵县环境保护局"), .group = g_strdup("county"),
                                .individuals = 1, .legals = 1, .aliases = s->slice->unit->aliases};
    Package *package = record_add(s->inventory->packages, &package_type);
    package->name = g_strdup("沅陵县");
    return s;
}

static void clear_outcome(Submitted *s)
{
    record_free(&findings_type, s->findings);
    record_free(&unit_type, s->unit);
}

void submitted_free(Submitted *s)
{
    clear_outcome(s);
    record_free(&inventory_type, s->inventory);
    record_free(&scans_type, s->scans);
    record_free(&casefiles_type, s->casefiles);
    record_free(&slice_type, s->slice);
    record_free(&intake_unit_type, s->intake);
    season_free(s->season);
    check_rules_free(s->rules);
    catalogue_free(s->catalogue);
    g_free(s);
}

void submitted_without_tables(Submitted *s)
{
    record_free(&slice_type, s->slice);
    s->slice = NULL;
}

void submitted_received(Submitted *s, const char *time)
{
    s->intake = record_new(&intake_unit_type);
    s->intake->id = g_strdup("YL");
    IntakePackage *package = record_add(s->intake->packages, &intake_package_type);
    package->name = g_strdup("沅陵县");
    gboolean ok = instant_parse(time, &package->received_s);
    g_assert(ok);
}

void submitted_check(Submitted *s)
{
    clear_outcome(s);
    CheckInput input = {.season = s->season, .rules = s->rules, .catalogue = s->catalogue, .unit = s->slice ? "YL" : NULL, .slice = s->slice,
                        .intake = s->intake, .inventory = s->inventory, .scans = s->scans, .casefiles = s->casefiles};
    check_run(&input, &s->findings, &s->unit);
}

int submitted_count(const Submitted *s, const char *code, const char *variant)
{
    int count = 0;
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        bool fits = g_strcmp0(variant, "*") == 0 || g_strcmp0(variant, finding->variant) == 0;
        count += fits && strcmp(finding->code, code) == 0;
    }
    return count;
}

const Finding *submitted_finding(const Submitted *s, const char *code)
{
    for (guint i = 0; i < s->findings->findings->len; i++)
        if (strcmp(((Finding *)s->findings->findings->pdata[i])->code, code) == 0)
            return s->findings->findings->pdata[i];
    return NULL;
}
