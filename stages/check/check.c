#include "check.h"

#include <string.h>

#include "checks.h"
#include "digest.h"
#include "lawdates.h"
#include "text.h"

#define QUOTE_CHARS 80
#define SHORT_QUOTE_CHARS 40
#define AROUND_CHARS 12

/* ---- what the checks share ---- */

const char *group_name(const CaseGroup *group)
{
    return group ? group->name : NULL;
}

/* TEXT without the marks and blanks at its end that lead on to what is no longer quoted.  Caller frees. */
static char *quote_trimmed(const char *text)
{
    static const char *const marks = "，：、；,:;\n\t \xe3\x80\x80"; /* the last one is the ideographic space */
    const char *end = text + strlen(text);
    while (end > text && g_utf8_strchr(marks, -1, g_utf8_get_char(g_utf8_prev_char(end))))
        end = g_utf8_prev_char(end);
    return g_strndup(text, end > text ? (gsize)(end - text) : strlen(text));
}

enum { NEAR_CHARS = 14 }; /* enough to be looked for in Word */

/* "near": the words of FIELD, where it stands in a paragraph: nobody counts paragraphs. */
void param_near(Finding *finding, const Field *field)
{
    if (!field->place || field->place[0] != 'P' || !field->quote || field->quote[0] == '\0')
        return;
    g_auto(GStrv) lines = g_strsplit(field->quote, "\n", 2);
    g_autofree char *words = g_utf8_substring(lines[0], 0, MIN(g_utf8_strlen(lines[0], -1), NEAR_CHARS));
    g_autofree char *shown = quote_trimmed(words);
    finding_set(finding, "near", shown);
}

/* The same of what was first read at PLACE in FILE. */
static void param_near_place(Finding *finding, const SubFile *file, const char *place)
{
    for (guint i = 0; place[0] == 'P' && i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        for (guint j = 0; j < document->fields->len; j++) {
            const Field *field = document->fields->pdata[j];
            if (g_strcmp0(field->place, place) != 0 || !field->quote || field->quote[0] == '\0')
                continue;
            param_near(finding, field);
            return;
        }
    }
}

Finding *check_add(Check *check, const char *code, const char *variant, const CaseGroup *group, const SubFile *file, const char *place)
{
    Finding *finding = catalogue_add(check->in->catalogue, check->findings, code, variant, group_name(group),
                                     file ? file->facts->path : NULL, place);
    if (file && place)
        param_near_place(finding, file, place);
    return finding;
}

Finding *person_add(Check *check, const char *code, const char *variant, const Person *person, const SubFile *file, const char *place)
{
    Finding *finding = check_add(check, code, variant, NULL, file, place);
    if (!file)
        finding->file = g_strdup(person->path);
    finding_param(finding, "name", person->name);
    return finding;
}

const Finding *told_next(const Check *check, const char *code, const CaseGroup *group, guint *at)
{
    while (*at < check->findings->len) {
        const Finding *finding = check->findings->pdata[(*at)++];
        if (strcmp(finding->code, code) == 0 && (!group || g_strcmp0(finding->casefile, group->name) == 0))
            return finding;
    }
    return NULL;
}

bool told_field(const Check *check, const char *code, const CaseGroup *group, const char *field)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(check, code, group, &at));)
        if (g_strcmp0(finding_value(told, "field"), field) == 0)
            return true;
    return false;
}

void check_fold(Check *check, FollowsFunc follows, gconstpointer data)
{
    GPtrArray *findings = check->findings;
    guint kept = 0;
    for (guint i = 0; i < findings->len; i++) {
        Finding *finding = findings->pdata[i];
        if (follows(finding, data))
            record_free(&finding_type, finding);
        else
            findings->pdata[kept++] = finding;
    }
    g_ptr_array_set_size(findings, (int)kept);
}

void param_int(Finding *finding, const char *name, int64_t value)
{
    g_autofree char *text = g_strdup_printf("%" G_GINT64_FORMAT, (gint64)value);
    finding_param(finding, name, text);
}

void param_day(Finding *finding, const char *name, Day day)
{
    g_autofree char *text = day_format(day);
    finding_param(finding, name, text);
}

void param_window(Finding *finding, const Season *season)
{
    param_day(finding, "from", season->window->from);
    param_day(finding, "to", season->window->to);
}

void param_quote(Finding *finding, const char *name, const char *quote)
{
    if (!quote) {
        finding_param(finding, name, NULL);
        return;
    }
    bool whole = g_utf8_strlen(quote, -1) <= QUOTE_CHARS;
    g_autofree char *start = whole ? g_strdup(quote) : g_utf8_substring(quote, 0, QUOTE_CHARS);
    g_autofree char *trimmed = quote_trimmed(start), *shown = g_strconcat(trimmed, whole ? "" : "…", NULL);
    finding_param(finding, name, shown);
}

/* How many characters from FROM belong to the clause, going by STEP (1 or -1) and at most AROUND_CHARS. */
static glong clause_chars(const char *from, const char *limit, int step)
{
    static const char *const marks = "，。；：、,;:\n";
    glong chars = 0;
    for (const char *p = from; p != limit && chars < AROUND_CHARS; chars++) {
        const char *next = step > 0 ? g_utf8_next_char(p) : g_utf8_prev_char(p);
        if (g_utf8_strchr(marks, -1, g_utf8_get_char(step > 0 ? p : next)))
            break;
        p = next;
    }
    return chars;
}

void param_form(Finding *finding, const Document *form)
{
    bool titled = strcmp(form->type, "investigation-report") == 0 && form->title;
    finding_param(finding, titled ? "title" : "doctype", titled ? form->title : form->type);
}

void param_quote_around(Finding *finding, const char *name, const char *quote, const char *value)
{
    const char *at = quote && value ? strstr(quote, value) : NULL;
    glong chars = quote ? g_utf8_strlen(quote, -1) : 0;
    if (!at || chars <= SHORT_QUOTE_CHARS) {
        param_quote(finding, name, quote);
        return;
    }
    const char *end = at + strlen(value);
    glong from = g_utf8_strlen(quote, at - quote) - clause_chars(at, quote, -1);
    glong to = g_utf8_strlen(quote, end - quote) + clause_chars(end, quote + strlen(quote), 1);
    g_autofree char *part = g_utf8_substring(quote, from, to);
    g_autofree char *shown = g_strconcat(from > 0 ? "…" : "", part, to < chars ? "…" : "", NULL);
    finding_param(finding, name, shown);
}

bool check_competes(const Check *check)
{
    return !check->in->slice || (check->in->slice->unit->group && check->in->slice->unit->group[0] != '\0');
}

void check_each_group(Check *check, GroupFunc func)
{
    for (guint i = 0; i < check->submission->groups->len; i++)
        func(check, check->submission->groups->pdata[i]);
    for (guint i = 0; i < check->submission->others->len; i++)
        func(check, check->submission->others->pdata[i]);
}

/* ---- the unit record ---- */

void unit_case_fill(const Check *check, const CaseGroup *group, UnitCase *casefile)
{
    const Field *code = document_value(group->speaking, "credit-code"), *person = document_value(group->speaking, "legal-rep");
    casefile->name = g_strdup(group->name);
    casefile->kind = group->kind;
    casefile->file = group->speaking_file ? g_strdup(group->speaking_file->facts->path) : NULL;
    casefile->number = g_strdup(group->number);
    casefile->key = g_strdup(group->key);
    casefile->party = group->party ? g_strdup(group->party->value) : NULL;
    casefile->party_key = group->party ? text_fold(field_key(group->party)) : NULL;
    casefile->credit_code = code ? g_strdup(code->value) : NULL;
    casefile->legal_rep = person ? g_strdup(person->value) : NULL;
    if (group->fine)
        decimal_parse(group->fine->value, &casefile->fine_yuan);
    casefile->date = group->date;
    casefile->in_window = group->date != DAY_NONE && season_in_window(check->in->season, group->date);
    for (guint i = 0; i < group->own_keys->len; i++)
        g_ptr_array_add(casefile->own_keys, g_strdup(group->own_keys->pdata[i]));
}

static void fill_casefiles(Check *check)
{
    for (guint i = 0; i < check->submission->groups->len; i++)
        unit_case_fill(check, check->submission->groups->pdata[i], record_add(check->unit->casefiles, &unit_case_type));
}

static bool any_member_counts(const Inventory *inventory)
{
    for (guint i = 0; i < inventory->packages->len; i++) {
        const Package *package = inventory->packages->pdata[i];
        for (guint j = 0; j < package->members->len; j++)
            if (member_counts(package->members->pdata[j]))
                return true;
    }
    return false;
}

static UnitState unit_state(const Inventory *inventory)
{
    if (any_member_counts(inventory))
        return UNIT_HANDED_IN;
    return inventory->packages->len > 0 ? UNIT_UNREADABLE : UNIT_NOTHING;
}

/* ---- the run ---- */

static void read_group(Check *check, CaseGroup *group)
{
    group->refused = group_lost_papers(check, group);
    casegroup_read(check->in->rules, group);
}

static void note_spoken(Check *check, CaseGroup *group)
{
    if (group->key && !group->person && !g_hash_table_contains(check->spoken, group->key))
        g_hash_table_insert(check->spoken, (gpointer)group->key, group);
}

static PartyIndex *parties_of(const GPtrArray *groups)
{
    g_autoptr(GPtrArray) parties = g_ptr_array_new();
    for (guint i = 0; i < groups->len; i++)
        g_ptr_array_add(parties, (gpointer)((const CaseGroup *)groups->pdata[i])->party);
    return partyindex_new(parties);
}

static void run_checks(Check *check)
{
    check_each_group(check, read_group);
    foreigndecision_find(check);
    check_each_group(check, note_spoken);
    check->parties = parties_of(check->submission->groups);
    check_each_group(check, misfiled_find);
    ResavedPages *resaved = resaved_begin(check);
    fill_casefiles(check);
    levels_check(check);
    documents_check(check);
    scans_check(check);
    reuse_check(check);
    check_each_group(check, fields_check);
    check_each_group(check, leftblank_check);
    values_check(check);
    check_each_group(check, required_check);
    check_each_group(check, law_check);
    order_fold(check);
    places_check(check);
    sets_check(check);
    evidence_find(check);
    references_check(check);
    resaved_check(check, resaved);
    reuse_refer(check);
    suspectdays_find(check);
    transfers_refer(check);
    casefolders_check(check);
    foldernames_check(check);
    roles_check(check); /* before the claims, whose remedy depends on who handled the case */
    candidates_check(check);
    onescan_link(check);
    certificate_numbers_check(check);
    people_check(check);
    papers_check(check);
    across_check(check);
    copiedfacts_check(check);
    selfreport_check(check);
    sameact_check(check);
    bulletins_check(check);
    oldcopies_check(check);
    notes_find(check);
    misfiled_fold(check);
    levels_fold(check);
}

GHashTable *lists_by_key(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
}

void check_run(const CheckInput *input, Findings **findings, UnitRecord **unit)
{
    *findings = record_new(&findings_type);
    *unit = record_new(&unit_type);
    g_autoptr(Submission) submission = submission_new(input->scans, input->casefiles);
    g_autoptr(GHashTable) evidence = lists_by_key(), decisions = lists_by_key(),
                          proofs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GHashTable) refused = refused_by_casefile(input->inventory),
                          spoken = g_hash_table_new(g_str_hash, g_str_equal),
                          absent = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    Check check = {.in = input,
                   .submission = submission,
                   .findings = (*findings)->findings,
                   .unit = *unit,
                   .evidence = evidence,
                   .decisions = decisions,
                   .proofs = proofs,
                   .refused = refused,
                   .absent = absent,
                   .spoken = spoken};
    (*findings)->unit = g_strdup(input->unit);
    (*unit)->id = g_strdup(input->unit);
    (*unit)->state = unit_state(input->inventory);
    packages_check(&check);
    if ((*unit)->state == UNIT_HANDED_IN)
        run_checks(&check);
    partyindex_free(check.parties);
    findings_sort((*findings)->findings);
}

void check_intake_digest(const IntakeUnit *intake, char hex[65])
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < intake->packages->len; i++) {
        const IntakePackage *package = intake->packages->pdata[i];
        g_string_append_printf(text, "p%s\n%s\n%" G_GINT64_FORMAT "\n", package->name, package->sha256 ? package->sha256 : "", (gint64)package->received_s);
    }
    for (guint i = 0; i < intake->first->len; i++) {
        const IntakeFirst *first = intake->first->pdata[i];
        g_string_append_printf(text, "f%s\n%" G_GINT64_FORMAT "\n", first->path, (gint64)first->received_s);
    }
    digest_bytes(text->str, text->len, hex);
}
