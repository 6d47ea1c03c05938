/* CND: candidates for 先进个人, their claims, and the people proposed for legal work. */
#include <string.h>

#include "checks.h"
#include "cndate.h"
#include "text.h"

/* ---- what lies with a candidate ---- */

/* The first document of TYPE among the person's files that are no part of a case file. */
static const Document *person_document(const Person *person, const char *type, const SubFile **file)
{
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *each = person->files->pdata[i];
        const Document *document = each->group ? NULL : subfile_document(each, type);
        if (!document)
            continue;
        if (file)
            *file = each;
        return document;
    }
    return NULL;
}

/* The first of the person's files that stands for a document of TYPE, if only by its name; NULL for none. */
static const SubFile *person_file(const Person *person, const char *type)
{
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        if (!file->group && subfile_stands_for(file, type))
            return file;
    }
    return NULL;
}

/* The same, of what a jury can read. */
static bool person_has(const Person *person, const char *type)
{
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        if (!file->group && subfile_shows(file, type))
            return true;
    }
    return false;
}

bool is_certificate_elsewhere(const SubFile *file, const Person *person)
{
    if (file->person || !subfile_shows(file, "integrity-certificate"))
        return false;
    const Document *document = subfile_document(file, "integrity-certificate");
    for (guint i = 0; document && i < document->fields->len; i++) { /* one may be for all candidates */
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "name") == 0 && text_same(field->value, person->name))
            return true;
    }
    return strstr(file->base, person->name) != NULL;
}

static bool certificate_elsewhere(const Check *check, const Person *person)
{
    for (guint i = 0; i < check->submission->files->len; i++)
        if (is_certificate_elsewhere(check->submission->files->pdata[i], person))
            return true;
    return false;
}

/* "unread": a scan or a document that by its name is the paper of TYPE which PERSON lacks and cannot be read; with the person, or
 * elsewhere under the person's name. */
static void param_unread_paper(const Check *check, Finding *finding, const Person *person, const char *type)
{
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        bool persons = file->person ? file->person == person && !file->group : strstr(file->base, person->name) != NULL;
        if (!persons || !subfile_is_unread(file, type) || subfile_is_readable_scan(file))
            continue;
        finding_param(finding, "unread", file->facts->path);
        return;
    }
}

static char *certificate_number(const Person *person)
{
    const Document *form = person_document(person, "candidate-form", NULL);
    const Field *field = document_value(form, "certificate-number");
    if (field && field->value[0] != '\0')
        return g_strdup(field->value);
    for (guint i = 0; form && i < form->investigators->len; i++) {
        const Investigator *officer = form->investigators->pdata[i];
        if (officer->certificate && text_same(officer->name, person->name))
            return g_strdup(officer->certificate);
    }
    return NULL;
}

/* A file of another kind that holds all that a penalty file must (the penalty on which a detention rests) is one too. */
static bool has_penalty_file(Check *check, const Person *person)
{
    for (guint i = 0; i < person->groups->len; i++) {
        const CaseGroup *group = person->groups->pdata[i];
        if (group->kind == KIND_PENALTY)
            return true;
        g_autofree char *missing = group->kind != KIND_NONE ? required_missing(check, group, KIND_PENALTY) : NULL;
        if (missing && missing[0] == '\0')
            return true;
    }
    return false;
}

static Finding *add(Check *check, const char *code, const char *variant, const Person *person, const SubFile *file, const char *place)
{
    Finding *finding = catalogue_add(check->in->catalogue, check->findings, code, variant, NULL, file ? file->facts->path : person->path, place);
    finding_param(finding, "name", person->name);
    return finding;
}

/* ---- claims ---- */

/* The row that a claim means: number and kind, in the window before outside; *OTHER is a row of the number with another kind. */
static const CaseRow *claim_row(const Check *check, const Claim *claim, const CaseRow **other)
{
    const CaseRow *found = NULL;
    for (guint i = 0; i < check->in->slice->cases->len; i++) {
        const CaseRow *row = check->in->slice->cases->pdata[i];
        if (strcmp(row->key, claim->key) != 0)
            continue;
        if (row->kind != claim->kind)
            *other = *other ? *other : row;
        else if (!found || (!season_in_window(check->in->season, found->date) && season_in_window(check->in->season, row->date)))
            found = row;
    }
    return found;
}

static Finding *add_claim(Check *check, const char *code, const char *variant, const Person *person, const SubFile *file, const Claim *claim)
{
    Finding *finding = add(check, code, variant, person, file, claim->place);
    finding_param(finding, "number", claim->number);
    finding_param(finding, "kind-text", claim->kind_text ? claim->kind_text : kind_printed(claim->kind));
    return finding;
}

/* A claim that may have to come off the list; "proofs": what in 证明材料/ goes with it. */
static Finding *add_doubted(Check *check, const char *variant, const Person *person, const SubFile *file, const Claim *claim)
{
    Finding *finding = add_claim(check, "CND-005", variant, person, file, claim);
    const char *proofs = claim->key ? g_hash_table_lookup(check->proofs, claim->key) : NULL;
    if (proofs && proofs[0] != '\0')
        finding_param(finding, "proofs", proofs);
    return finding;
}

/* The list gives another day than the row, and the case file does not bear it out: else the row is what is wrong (REF-002). */
static void check_claim_day(Check *check, const Person *person, const SubFile *file, const Claim *claim, const CaseRow *row)
{
    const CaseGroup *casefile = g_hash_table_lookup(check->spoken, claim->key);
    if (claim->date == DAY_NONE || claim->date == row->date || (casefile && casefile->date == claim->date))
        return;
    Finding *finding = add_claim(check, "CND-005", "other-day", person, file, claim);
    param_day(finding, "date", claim->date);
    param_day(finding, "table-date", row->date);
    finding_param(finding, "row", row->place);
}

/* Whether CODE, VARIANT was told of the case file that speaks with CLAIM's number and is of its kind. */
static bool is_told_of_case_file(const Check *check, const Claim *claim, const char *code, const char *variant)
{
    const CaseGroup *casefile = g_hash_table_lookup(check->spoken, claim->key);
    const Finding *told;
    for (guint at = 0; casefile && (int)casefile->kind == claim->kind && (told = told_next(check, code, casefile, &at));)
        if (g_strcmp0(told->variant, variant) == 0)
            return true;
    return false;
}

/* The case of ROW is out of the window; "see": where its case file tells of that day, which may be a slip, the case may stay claimed. */
static void add_outside(Check *check, const Person *person, const SubFile *file, const Claim *claim, const CaseRow *row)
{
    Finding *finding = add_doubted(check, "window", person, file, claim);
    param_day(finding, "date", row->date);
    finding_param(finding, "row", row->place);
    param_window(finding, check->in->season);
    if (is_told_of_case_file(check, claim, "SET-006", NULL))
        finding_param(finding, "see", "SET-006");
    else if (is_told_of_case_file(check, claim, "REF-002", "date"))
        finding_param(finding, "see", "REF-002");
}

static void check_claim_row(Check *check, const Person *person, const SubFile *file, const Claim *claim, UnitClaim *record)
{
    const CaseRow *other = NULL, *row = claim_row(check, claim, &other);
    if (row) {
        record->row = g_strdup(row->place);
        record->date = row->date;
        record->in_window = season_in_window(check->in->season, row->date);
        if (record->in_window) {
            check_claim_day(check, person, file, claim, row);
            return;
        }
        add_outside(check, person, file, claim, row);
        return;
    }
    OutOfWindow out;
    if (!other && claim_is_out_of_window(check, claim, &out)) {
        param_out_of_window(check, add_doubted(check, out.variant, person, file, claim), &out);
        return;
    }
    const CaseGroup *casefile = claim->key ? g_hash_table_lookup(check->spoken, claim->key) : NULL;
    const bool known = !other && casefile && (int)casefile->kind == claim->kind && case_must_stand_in_table(casefile->kind);
    const Finding *entered = known ? misentered_told(check, "number", casefile->number) : NULL;
    Finding *finding = add_doubted(check, other ? "kind" : entered ? "entered" : NULL, person, file, claim);
    if (known)
        finding_param(finding, "see", "REF-001"); /* one case that was not entered, or under a wrong number */
    if (entered) {
        finding_param(finding, "likely", finding_value(entered, "likely"));
        finding_param(finding, "likely-row", finding_value(entered, "likely-row"));
    }
    if (other) {
        finding_param(finding, "table-kind", kind_ids[other->kind]);
        finding_param(finding, "row", other->place);
        if (is_told_of_case_file(check, claim, "REF-002", "kind")) { /* list and case file agree against the table */
            finding_param(finding, "see", "REF-002");
            finding_param(finding, "file-kind", kind_ids[claim->kind]);
        }
    }
}

/* A scan in a case file of CLAIM's, which its name calls another paper where none may show the decision; NULL for none. */
static const SubFile *other_scan(const Check *check, const Claim *claim)
{
    const GPtrArray *scans = g_hash_table_lookup(check->evidence, claim->key);
    for (guint i = 0; scans && i < scans->len; i++)
        if (((const SubFile *)scans->pdata[i])->group)
            return scans->pdata[i];
    return NULL;
}

static void check_claim_evidence(Check *check, const Person *person, const SubFile *file, const Claim *claim,
                                 UnitClaim *record)
{
    bool scan = proofs_decision(check, claim->key, record->casefiles),
         proof = g_hash_table_contains(check->proofs, claim->key);
    record->evidence = scan && proof;
    if (record->evidence)
        return;
    bool advisory = check->in->season->individual->quantity->evidence == EVIDENCE_ADVISORY;
    Finding *finding = add_claim(check, "CND-006", advisory ? "advisory" : NULL, person, file, claim);
    finding_param(finding, "missing", scan ? "participation" : proof ? "decision-scan" : "decision-scan participation");
    const SubFile *other = scan ? NULL : other_scan(check, claim);
    if (other)
        finding_param(finding, "scan", other->base);
    const Finding *unread = proof ? NULL : g_hash_table_lookup(check->unread_proofs, claim->key);
    if (unread) {
        finding_param(finding, "unread", unread->file);
        finding_param(finding, "unread-code", unread->code);
    }
    if (check->in->slice && !record->in_window) /* a claim that counts nothing may come off the list (check_claim_row) */
        finding_param(finding, "first", "CND-005");
    const char *others = proof ? NULL : claim_others(check, person, claim);
    if (others) /* nobody is to write a proof for a case that others handled */
        finding_param(finding, "others", others);
}

/* Words of the list that mean nothing known.  Scoring takes a role that is not known for 参与; a kind that is not known matches no row. */
static void check_claim_words(Check *check, const Person *person, const SubFile *file, const Claim *claim)
{
    if (claim->role == ROLE_NONE && claim->role_text && claim->role_text[0] != '\0')
        finding_param(add_claim(check, "CND-010", NULL, person, file, claim), "role", claim->role_text);
    if (claim->kind == KIND_NONE)
        add_claim(check, "CND-010", "kind", person, file, claim);
    else if (claim->kind_by_number && claim->kind_text && claim->kind_text[0] != '\0')
        finding_param(add_claim(check, "CND-010", "kind-by-number", person, file, claim), "taken-for", kind_ids[claim->kind]);
}

/* Rows without any role are told once a list: where others have one they are named, else the whole column may be missing. */
static void check_roles_left_out(Check *check, const Person *person, const SubFile *file, const Document *list)
{
    enum { ROWS_NAMED_MAX = 20 };
    const Claim *first = NULL;
    int64_t count = 0;
    bool has_roles = false;
    g_autoptr(GString) rows = g_string_new(NULL);
    for (guint i = 0; i < list->claims->len; i++) {
        const Claim *claim = list->claims->pdata[i];
        bool written = claim->role_text && claim->role_text[0] != '\0';
        has_roles |= !claim->unread && (claim->role != ROLE_NONE || written);
        if (claim->unread || claim->role != ROLE_NONE || written)
            continue;
        first = first ? first : claim;
        if (count++ < ROWS_NAMED_MAX)
            text_add_line(rows, claim->place);
    }
    if (!first)
        return;
    Finding *finding = add(check, "CND-010", has_roles ? "role-blank" : "no-role", person, file, first->place);
    param_int(finding, "count", count);
    finding_param(finding, "rows", has_roles ? rows->str : NULL);
    if (has_roles && count > ROWS_NAMED_MAX)
        param_int(finding, "more", count - ROWS_NAMED_MAX);
}

static void check_claim(Check *check, const Person *person, const SubFile *file, const Claim *claim, UnitCandidate *candidate)
{
    UnitClaim *record = record_add(candidate->claims, &unit_claim_type);
    record->number = g_strdup(claim->number);
    record->key = g_strdup(claim->key);
    record->kind = claim->kind;
    record->role = claim->role;
    record->place = g_strdup(claim->place);
    if (check->in->slice)
        check_claim_row(check, person, file, claim, record);
    check_claim_evidence(check, person, file, claim, record);
    check_claim_words(check, person, file, claim);
}

static const char *unread_variant(int unread)
{
    return unread == CLAIM_BAD_ROW ? "row" : unread == CLAIM_NO_NUMBER ? "no-number" : "limit";
}

/* Rows of the list of which nothing is known are told, and claim nothing. */
static void check_list(Check *check, const Person *person, const SubFile *file, const Document *list,
                       UnitCandidate *candidate)
{
    for (guint i = 0; i < list->claims->len; i++) {
        const Claim *claim = list->claims->pdata[i];
        if (claim->unread)
            add(check, "CND-010", unread_variant(claim->unread), person, file, claim->place);
        else
            check_claim(check, person, file, claim, candidate);
    }
    check_roles_left_out(check, person, file, list);
}

static void check_claims(Check *check, const Person *person, UnitCandidate *candidate)
{
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        for (guint j = 0; !file->group && j < file->facts->documents->len; j++) {
            const Document *document = file->facts->documents->pdata[j];
            if (strcmp(document->type, "case-list") == 0)
                check_list(check, person, file, document, candidate);
        }
    }
    if (candidate->claims->len > 0)
        return;
    const SubFile *list = person_file(person, "case-list");
    add(check, "CND-008", list ? "empty" : NULL, person, list, NULL);
}

/* ---- candidates ---- */

static void check_story(Check *check, const Person *person, UnitCandidate *candidate)
{
    const SubFile *file = NULL;
    const Document *story = person_document(person, "story", &file);
    int64_t limit = check->in->season->individual->story_limit;
    if (!person_has(person, "story"))
        param_unread_paper(check, add(check, "CND-009", NULL, person, NULL, NULL), person, "story");
    candidate->story_chars = story ? story->story_chars : 0;
    if (limit == 0 || candidate->story_chars <= limit)
        return;
    Finding *finding = add(check, "CND-002", NULL, person, file, NULL);
    param_int(finding, "chars", candidate->story_chars);
    param_int(finding, "limit", limit);
}

/* The form has a row for it, which is as good as a paper of its own. */
static bool form_tells_role(const Person *person)
{
    const Field *role = document_value(person_document(person, "candidate-form", NULL), "role-played");
    return role && role->value[0] != '\0';
}

/* Whether FILE tells of the role played, wherever it lies: in the case file a 情况说明 may be on anything, which leaves its name
 * open, and its title must say so. */
static bool tells_role(const SubFile *file)
{
    const Document *statement = subfile_document(file, "role-statement");
    bool sure = !file->group || !file->facts->named_or || (statement && statement->title);
    return sure && subfile_shows(file, "role-statement");
}

static bool has_statement(const Person *person)
{
    for (guint i = 0; i < person->files->len; i++)
        if (tells_role(person->files->pdata[i]))
            return true;
    return form_tells_role(person);
}

static void check_file_and_role(Check *check, const Person *person, UnitCandidate *candidate)
{
    candidate->statement = has_statement(person);
    bool file = has_penalty_file(check, person);
    if (file && candidate->statement)
        return;
    Finding *finding = add(check, "CND-007", NULL, person, NULL, NULL);
    finding_param(finding, "missing", file ? "statement" : candidate->statement ? "penalty-file" : "penalty-file statement");
    if (!candidate->statement)
        param_unread_paper(check, finding, person, "role-statement");
}

/* The last day that TEXT, a term, names: of a month without a day its last.  One date may be that of issue, unless it stands alone or
 * TEXT says that the term ends with it.  DAY_NONE where that is not known. */
static Day term_end(const char *text)
{
    static const char *const ends[] = {"至", "到", "止", "前", NULL}, *const open[] = {"长期", "换", "延", "续", NULL};
    enum { MONTHS = 12 };
    CnDate date, last = {.state = CNDATE_INVALID};
    int dates = 0;
    for (size_t from = 0; cndate_find(text, from, &date); from = date.end, dates++)
        last = date;
    if (text_has_any(text, open) || (dates < 2 && !cndate_parse(text, &date) && !text_has_any(text, ends)))
        return DAY_NONE;
    if (last.state != CNDATE_NO_DAY)
        return last.state == CNDATE_FULL ? last.day : DAY_NONE;
    const Day next = day_from_ymd(last.year + last.month / MONTHS, last.month % MONTHS + 1, 1);
    return next == DAY_NONE ? DAY_NONE : next - 1;
}

static void check_term(Check *check, const Person *person)
{
    const SubFile *form = NULL;
    const Field *term = document_value(person_document(person, "candidate-form", &form), "certificate-valid");
    const Day end = term ? term_end(term->value) : DAY_NONE;
    if (end == DAY_NONE || end >= check->in->season->window->to)
        return;
    Finding *finding = add(check, "CND-003", "expired", person, form, term->place);
    param_quote(finding, "quote", term->value);
    param_day(finding, "to", check->in->season->window->to);
}

/* NUMBER as certificate_number() found it. */
static void check_certificate(Check *check, const Person *person, const char *number)
{
    const SubFile *form = NULL;
    person_document(person, "candidate-form", &form);
    if (number) {
        blank_numbers_check(check, person, form, number);
        return;
    }
    Finding *finding = add(check, "CND-003", form ? NULL : "no-form", person, form, NULL);
    if (!form)
        param_unread_paper(check, finding, person, "candidate-form");
    param_numbers_blank(check, finding, person, form);
}

static void check_candidate(Check *check, const Person *person)
{
    UnitCandidate *candidate = record_add(check->unit->candidates, &unit_candidate_type);
    candidate->name = g_strdup(person->name);
    candidate->path = g_strdup(person->path);
    candidate->certificate = certificate_number(person);
    candidate->integrity = person_has(person, "integrity-certificate") || certificate_elsewhere(check, person);
    if (!candidate->integrity)
        param_unread_paper(check, add(check, "CND-001", NULL, person, NULL, NULL), person, "integrity-certificate");
    check_certificate(check, person, candidate->certificate);
    check_term(check, person);
    check_story(check, person, candidate);
    check_file_and_role(check, person, candidate);
    for (guint i = 0; i < person->groups->len; i++)
        unit_case_fill(check, person->groups->pdata[i], record_add(candidate->casefiles, &unit_case_type));
    proofs_of_person(check, person);
    check_claims(check, person, candidate);
    certificates_check(check, person);
}

/* The candidates of PERSON's list who are within the QUOTA, a name a line. */
static char *names_kept(const Check *check, const Person *person, int64_t quota)
{
    g_autoptr(GString) names = g_string_new(NULL);
    const GPtrArray *persons = check->submission->persons;
    for (guint i = 0; i < persons->len && quota > 0; i++) {
        const Person *other = persons->pdata[i];
        if (other->legal != person->legal)
            continue;
        text_add_line(names, other->name);
        quota--;
    }
    return g_string_free(g_steal_pointer(&names), FALSE);
}

/* POSITION counts from 1 in path order over all handed in (SPEC 8.8). */
static void check_quota(Check *check, const Person *person, int64_t position)
{
    if (!check->in->slice)
        return;
    int64_t quota = person->legal ? check->in->slice->unit->legals : check->in->slice->unit->individuals;
    if (quota < 0 || position <= quota)
        return;
    Finding *finding = add(check, "CND-004", person->legal ? "legal" : NULL, person, NULL, NULL);
    const SubFile *list = NULL;
    g_autofree char *kept = names_kept(check, person, quota), *unlisted = people_unlisted(check, person->legal, &list);
    param_int(finding, "position", position);
    param_int(finding, "quota", quota);
    finding_param(finding, "kept", kept);
    finding_param(finding, "folder", person->path);
    if (unlisted[0] == '\0')
        return;
    finding_param(finding, "unlisted", unlisted); /* who is proposed; by the folders' names somebody else may be over the quota */
    finding_param(finding, "list", list->facts->path);
}

/* True when somebody may be a candidate who is none yet: a form or a story lies with nobody, or the list names one who has no
 * folder, which CND-017 tells. */
static bool may_have_more(const Check *check)
{
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (!file->person && (subfile_stands_for(file, "candidate-form") || subfile_stands_for(file, "story")))
            return true;
    }
    const SubFile *list = NULL;
    g_autoptr(GPtrArray) names = people_listed(check, &list);
    g_autoptr(GHashTable) meant = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < check->submission->persons->len; i++)
        g_hash_table_add(meant, text_fold(person_meant(check->submission->persons->pdata[i])));
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *name = text_fold(names->pdata[i]);
        if (!g_hash_table_contains(meant, name))
            return true;
    }
    return false;
}

/* Fewer than the notice asks for, of a list that a package with candidates has; a unit may leave places empty. */
static void check_fewer(Check *check, int64_t count, int64_t quota, bool legal)
{
    if (count >= quota)
        return;
    Finding *finding = check_add(check, "CND-004", legal ? "fewer-legal" : "fewer", NULL, NULL, NULL);
    param_int(finding, "quota", quota);
    param_int(finding, "count", count);
}

static void check_places(Check *check, int64_t candidates, int64_t legals)
{
    if (!check->in->slice || candidates + legals == 0 || may_have_more(check))
        return;
    check_fewer(check, candidates, check->in->slice->unit->individuals, false);
    check_fewer(check, legals, check->in->slice->unit->legals, true);
}

/* Marks and rulings are matched by name, so that two folders of one name would share them; mostly they are
 * one person's. NAMES: folded name → path of the first of that name on the same list. */
static void check_namesake(Check *check, const Person *person, GHashTable *names)
{
    g_autofree char *folded = text_fold(person->name),
                    *key = g_strconcat(person->legal ? "legal " : "", folded, NULL);
    const char *other = g_hash_table_lookup(names, key);
    if (other)
        finding_param(add(check, "CND-012", NULL, person, NULL, NULL), "other", other);
    else
        g_hash_table_insert(names, g_steal_pointer(&key), person->path);
}

void candidates_check(Check *check)
{
    int64_t candidates = 0, legals = 0;
    proofs_of_decisions(check);
    g_autoptr(GHashTable) days = claimwindow_days(check);
    check->days = days;
    g_autoptr(GHashTable) unread = scans_told_unread(check),
                          unread_proofs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    check->unread = unread;
    check->unread_proofs = unread_proofs;
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < check->submission->persons->len; i++) {
        const Person *person = check->submission->persons->pdata[i];
        check_namesake(check, person, names);
        check_quota(check, person, person->legal ? ++legals : ++candidates);
        forms_check(check, person);
        if (!person->legal) {
            check_candidate(check, person);
            continue;
        }
        UnitLegal *legal = record_add(check->unit->legals, &unit_legal_type);
        legal->name = g_strdup(person->name);
        legal->path = g_strdup(person->path);
        if (!person_has(person, "story"))
            param_unread_paper(check, add(check, "CND-009", "legal", person, NULL, NULL), person, "story");
        if (!person_has(person, "candidate-form"))
            param_unread_paper(check, add(check, "CND-011", NULL, person, NULL, NULL), person, "candidate-form");
    }
    check->days = NULL;
    check->unread = check->unread_proofs = NULL;
    check_places(check, candidates, legals);
}
