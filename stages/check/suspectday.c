/* Where the day of a decision, a letter or an application is apparently a slip, all that follows from it says so: the papers that repeat the day, or the table,
 * agree on another.  Where the order of the steps speaks against that other day, those are apparently wrong. */
#include <string.h>

#include "checks.h"
#include "oddday.h"
#include "oddpaper.h"
#include "text.h"

static const char decided[] = "decision-date";

typedef struct {
    const Check *check;
    const CaseGroup *group;
    const char *day, *right, *type, *file; /* of the decision; RIGHT: on which the others agree */
    Finding *main;                         /* that tells of it */
    const char *row;                       /* of the table that has it; NULL */
    GString *places;                       /* of the papers that have it, besides the one that MAIN names */
    guint papers;
    Saying other;                          /* that MAIN names beside the decision; document NULL for none */
    bool open; /* a paper has the decision's own day, or a third one */
} Suspect;

static bool is_about(const Suspect *suspect, const Finding *finding)
{
    return g_strcmp0(finding->casefile, group_name(suspect->group)) == 0;
}

static bool is_decision(const char *type)
{
    return g_strcmp0(type, "penalty-decision") == 0 || g_strcmp0(type, "daily-decision") == 0;
}

/* A letter of transfer or an application to the court, of which the table alone tells another day. */
static bool is_letter(const char *type)
{
    static const char *const letters[] = {"detention-transfer", "crime-transfer", "enforcement-application", NULL};
    return g_strv_contains(letters, type);
}

/* FINDING tells that the day of a decision is another elsewhere. */
static void look_main(Suspect *suspect, Finding *finding)
{
    const bool contradicted = strcmp(finding->code, "EXT-002") == 0 && !finding->variant &&
                              g_strcmp0(finding_value(finding, "field"), decided) == 0 && is_decision(finding_value(finding, "doctype")),
               of_table = strcmp(finding->code, "REF-002") == 0 && g_strcmp0(finding->variant, "date") == 0 &&
                          suspect->group->speaking && suspect->group->date_field &&
                          (is_decision(suspect->group->speaking->type) || is_letter(suspect->group->speaking->type));
    if (!contradicted && !of_table)
        return;
    const char *day = finding_value(finding, "value"), *right = finding_value(finding, contradicted ? "other-value" : "table-value");
    if (suspect->main && (!text_same(day, suspect->day) || !text_same(right, suspect->right) ||
                          g_strcmp0(finding->file, suspect->file) != 0)) {
        suspect->open = true;
        return;
    }
    if (of_table)
        suspect->row = finding_value(finding, "row");
    if (suspect->main)
        return;
    suspect->main = finding;
    suspect->day = day;
    suspect->right = right;
    suspect->file = finding->file;
    suspect->type = contradicted ? finding_value(finding, "doctype") : suspect->group->speaking->type;
}

static void hear(Suspect *suspect, const Saying *saying)
{
    if (strcmp(saying->file->facts->path, suspect->file) == 0 && strcmp(saying->document->type, suspect->type) == 0)
        return;
    if (!text_same(saying->field->value, suspect->right)) {
        suspect->open = true;
        return;
    }
    suspect->papers++;
    if (g_strcmp0(finding_value(suspect->main, "other-file"), saying->file->facts->path) == 0)
        suspect->other = *saying;
    else
        saying_add_place(suspect->places, saying->file, saying->field->place);
}

/* What the police took over is dated like the letter: a paper without either day is of another step. */
static void hear_handover(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const days[] = {"transfer-date", "received-on", "document-date", NULL};
    Suspect *suspect = data;
    const Field *right = NULL;
    bool same = false;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (field->status != VALUE_VALID || !g_strv_contains(days, field->id))
            continue;
        same |= text_same(field->value, suspect->day);
        right = !right && text_same(field->value, suspect->right) ? field : right;
    }
    suspect->open |= same;
    suspect->papers += right && !same;
    if (right && !same)
        saying_add_place(suspect->places, file, right->place);
}

static void hear_papers(Suspect *suspect)
{
    if (is_letter(suspect->type))
        casegroup_each_of(suspect->group, "transfer-list police-receipt", hear_handover, suspect);
    const GPtrArray *rules = suspect->check->in->rules->cases->same;
    for (guint i = 0; i < rules->len; i++) {
        const SameRule *rule = rules->pdata[i];
        if (strcmp(rule->field, decided) != 0 || !word_in_list(rule->in, ' ', suspect->type))
            continue;
        g_autoptr(GArray) sayings = g_array_new(FALSE, FALSE, sizeof(Saying));
        sayings_gather(suspect->group, rule, sayings);
        for (guint k = 0; k < sayings->len; k++)
            hear(suspect, &g_array_index(sayings, Saying, k));
    }
}

static Day day_of(const Finding *finding, const char *param)
{
    const char *value = finding_value(finding, param);
    return value ? day_parse_iso(value) : DAY_NONE;
}

/* How a day in the param of a finding of a code must lie to another one (beside; NULL: to none) for the finding to be gone:
 * DAYS_BEFORE and MONTHS_AFTER by no more than the "limit" of the finding, TRANSFERRED and APPLIED as the law has it. */
typedef enum { NOT_BEFORE, NOT_AFTER, DAYS_BEFORE, MONTHS_AFTER, TRANSFERRED, APPLIED } Wanted;
typedef struct { const char *code, *param, *beside; Wanted wanted; } Follower;

/* Whether RIGHT keeps the term of FINDING on a transfer or an application, which runs from FROM. */
static bool is_in_term(const Check *check, const Finding *finding, Wanted wanted, Day from, Day right)
{
    const CheckRules *rules = check->in->rules;
    if (wanted == TRANSFERRED && g_strcmp0(finding->variant, "day") == 0)
        return right <= from + law_limit(check, "crime")->amount;
    if (wanted == TRANSFERRED)
        return !limit_exceeded(rules, law_limit(check, "detention"), from, right);
    if (g_strcmp0(finding->variant, "suit") == 0)
        return limit_exceeded(rules, law_limit(check, "suit"), from, right);
    return !finding->variant && workdays_between(rules->workdays, from, right) >= law_limit(check, "demand")->amount;
}

static bool is_mended(const Suspect *suspect, const Finding *finding, const Follower *follower)
{
    const Day right = day_parse_iso(suspect->right), beside = follower->beside ? day_of(finding, follower->beside) : DAY_NONE;
    int64_t limit = 0;
    if (beside == DAY_NONE)
        return true;
    if (follower->wanted == TRANSFERRED || follower->wanted == APPLIED)
        return right >= beside && is_in_term(suspect->check, finding, follower->wanted, beside, right);
    if (follower->wanted == NOT_BEFORE)
        return right >= beside;
    if (follower->wanted == NOT_AFTER)
        return right <= beside;
    if (!text_integer(finding_value(finding, "limit"), &limit))
        return false;
    return follower->wanted == DAYS_BEFORE ? right <= beside && right + limit >= beside : right <= day_add_months(beside, (int)limit);
}

/* FINDING rests on the decision's day, and would not be told of the other: a term that it begins or ends, its place in the order, the
 * window, the year of the number, the table. */
static bool follows(const Suspect *suspect, const Finding *finding)
{
    static const Follower followers[] = {{"LAW-002", "to", "from", MONTHS_AFTER},   {"LAW-003", "to", "from", NOT_BEFORE},
                                         {"LAW-004", "from", "to", DAYS_BEFORE},    {"LAW-009", "first", "second", NOT_AFTER},
                                         {"LAW-009", "second", "first", NOT_BEFORE}, {"LAW-008", "to", "from", TRANSFERRED},
                                         {"LAW-010", "to", "from", APPLIED},        {"SET-006", "date", NULL, NOT_BEFORE},
                                         {"EXT-003", "date", NULL, NOT_BEFORE},         {"REF-002", "value", NULL, NOT_BEFORE}};
    const bool elsewhere = strcmp(finding->code, "LAW-004") != 0 && strcmp(finding->code, "LAW-009") != 0 &&
                           g_strcmp0(finding->file, suspect->file) != 0;
    if (finding == suspect->main || elsewhere || !is_about(suspect, finding))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(followers); i++)
        if (strcmp(finding->code, followers[i].code) == 0 &&
            g_strcmp0(finding_value(finding, followers[i].param), suspect->day) == 0 && is_mended(suspect, finding, &followers[i]))
            return true;
    return false;
}

/* LAW-009 that names the slip itself. */
static bool tells_slip(const Suspect *suspect, const Finding *finding)
{
    return strcmp(finding->code, "LAW-009") == 0 && g_strcmp0(finding_value(finding, "slip"), suspect->type) == 0 &&
           g_strcmp0(finding_value(finding, "right"), suspect->right) == 0;
}

static void param_suspect(Finding *finding, const Suspect *suspect)
{
    finding_drop(finding, "same-row"); /* SET-006: for the table, as for the papers, the suspicion speaks */
    finding_param(finding, "suspect-of", suspect->type);
    finding_param(finding, "suspect-field", is_letter(suspect->type) ? suspect->group->date_field->id : decided);
    finding_param(finding, "suspect-right", suspect->right);
}

/* Of the findings that name the slip themselves the first of the worst level: one is enough. */
static const Finding *slip_kept(const Check *check, const Suspect *suspect)
{
    const Finding *kept = NULL;
    for (guint i = 0; i < check->findings->len; i++) {
        const Finding *finding = check->findings->pdata[i];
        if (follows(suspect, finding) && tells_slip(suspect, finding) && (!kept || finding->level > kept->level))
            kept = finding;
    }
    return kept;
}

typedef struct { const Suspect *suspect; const Finding *kept; } Again;

static bool tells_it_again(const Finding *finding, gconstpointer data)
{
    const Again *again = data;
    return finding != again->kept && follows(again->suspect, finding) && tells_slip(again->suspect, finding);
}

/* "suspect-see" for all that follow but what names the slip itself; returns their codes, as a list.  Caller frees. */
static GString *tell_followers(Check *check, const Suspect *suspect, const Finding *kept)
{
    GString *codes = g_string_new(NULL);
    for (guint i = 0; i < check->findings->len; i++) {
        Finding *finding = check->findings->pdata[i];
        if (!follows(suspect, finding))
            continue;
        if (finding != kept) {
            param_suspect(finding, suspect);
            finding_param(finding, "suspect-see", suspect->main->code);
        }
        if (!word_in_list(codes->str, '\n', finding->code))
            text_add_line(codes, finding->code);
    }
    return codes;
}

static void tell(Check *check, const Suspect *suspect)
{
    const Again again = {suspect, slip_kept(check, suspect)};
    check_fold(check, tells_it_again, &again);
    GString *codes = tell_followers(check, suspect, again.kept);
    param_suspect(suspect->main, suspect);
    if (suspect->places->len > 0)
        finding_param(suspect->main, "suspect-places", suspect->places->str);
    if (suspect->row && strcmp(suspect->main->code, "REF-002") != 0)
        finding_param(suspect->main, "suspect-row", suspect->row);
    if (codes->len > 0)
        finding_param(suspect->main, "suspect-codes", codes->str);
    g_string_free(codes, TRUE);
}

static bool any_follows(const Check *check, const Suspect *suspect)
{
    for (guint i = 0; i < check->findings->len; i++) {
        const Finding *finding = check->findings->pdata[i];
        if (strcmp(finding->code, "REF-002") != 0 && follows(suspect, finding))
            return true;
    }
    return false;
}

/* ---- the others are wrong ---- */

static void param_step(Finding *finding, const Dated *step)
{
    finding_param(finding, "step-of", step->document->type);
    finding_param(finding, "step-field", step->field->id);
    param_day(finding, "step-day", step->day);
}

/* The paper that MAIN names beside the decision is the one to look at, and what says the same with it. */
static void tell_untimely_paper(const Suspect *suspect, const Dated *step)
{
    Finding *main = suspect->main;
    const Document *wrong = suspect->other.document;
    if (!wrong || finding_value(main, "alone") || finding_value(main, "bears-out"))
        return;
    g_autofree char *file = g_strdup(main->file), *place = g_strdup(main->place);
    param_step(main, step);
    finding_param(main, "untimely", suspect->right);
    finding_param(main, "untimely-in", wrong->type);
    finding_param(main, "untimely-row", suspect->row);
    if (suspect->places->len > 0) /* else it is the only paper to be corrected */
        finding_param(main, "untimely-places", suspect->places->str);
    else
        finding_param(main, type_is_served(suspect->check->in->rules->cases, wrong->type) ? "corrected" : "rewritten", wrong->type);
    finding_turn_to(main, &suspect->other);
    finding_param(main, "agreed-file", file);
    finding_param(main, "agreed-place", place);
}

/* The order of the steps speaks against the day on which the others agree, and not against the decision's: those are wrong. */
static void tell_untimely(const Suspect *suspect, const Dated *step)
{
    for (guint i = 0; i < suspect->check->findings->len; i++) {
        Finding *finding = suspect->check->findings->pdata[i];
        if (is_about(suspect, finding) && strcmp(finding->code, "REF-002") == 0 && g_strcmp0(finding->variant, "date") == 0 &&
            g_strcmp0(finding_value(finding, "table-value"), suspect->right) == 0 && !finding_value(finding, "same-in"))
            param_step(finding, step);
    }
    if (strcmp(suspect->main->code, "EXT-002") == 0)
        tell_untimely_paper(suspect, step);
}

/* The step that speaks against the DAY told of the decision of SUSPECT; day DAY_NONE for none. */
static Dated against(const Suspect *suspect, const char *day)
{
    const SubFile *file = NULL;
    const Document *decision = is_decision(suspect->type) ? law_document(suspect->group, suspect->type, &file) : NULL;
    return decision ? step_against(suspect->check, suspect->group, file, decision, day_parse_iso(day)) : (Dated){.day = DAY_NONE};
}

static void settle(Check *check, const Suspect *suspect)
{
    const guint sources = suspect->papers + (suspect->row ? 1 : 0);
    enum { SOURCES_SURE = 2 }; /* one may be wrong itself, unless the order of things speaks for it */
    const Dated step = against(suspect, suspect->right);
    if (step.day == DAY_NONE && (sources >= SOURCES_SURE || (sources > 0 && any_follows(check, suspect))))
        tell(check, suspect);
    else if (step.day != DAY_NONE && against(suspect, suspect->day).day == DAY_NONE)
        tell_untimely(suspect, &step);
}

static void look_group(Check *check, CaseGroup *group)
{
    Suspect suspect = {.check = check, .group = group, .places = g_string_new(NULL)};
    for (guint i = 0; i < check->findings->len; i++)
        if (is_about(&suspect, check->findings->pdata[i]))
            look_main(&suspect, check->findings->pdata[i]);
    if (suspect.main && !suspect.open)
        hear_papers(&suspect);
    if (suspect.main && !suspect.open)
        settle(check, &suspect);
    g_string_free(suspect.places, TRUE);
}

void suspectdays_find(Check *check)
{
    check_each_group(check, look_group);
}
