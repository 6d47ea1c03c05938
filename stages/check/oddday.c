/* LAW-009: which of two days in the wrong order other papers of the case file speak against. */
#include "oddday.h"

#include <string.h>

#include "oddpaper.h"
#include "text.h"

/* ---- what papers tell of a day ---- */

typedef struct { const RetoldRule *rule; const Document *of; GArray *sayings; } Retelling;

static bool names_document(const Document *document, const char *number, const Document *named)
{
    const Field *own = document_value(named, "doc-number"), *naming = document_value(document, number);
    return own && naming && text_same(field_key(own), field_key(naming));
}

static void look_retelling(const SubFile *file, const Document *document, gpointer data)
{
    const Retelling *retelling = data;
    const RetoldRule *rule = retelling->rule;
    const Field *field = document_value(document, rule->field);
    if (!field || field->status != VALUE_VALID || (rule->number && !names_document(document, rule->number, retelling->of)))
        return;
    const Saying saying = {file, document, field};
    g_array_append_val(retelling->sayings, saying);
}

/* What the papers of GROUP tell of the day of DATED, that one too; an array of Saying. */
static GArray *days_told(const Check *check, const CaseGroup *group, const Dated *dated)
{
    const CaseRules *rules = check->in->rules->cases;
    GArray *sayings = g_array_new(FALSE, FALSE, sizeof(Saying));
    for (guint i = 0; i < rules->same->len; i++) {
        const SameRule *rule = rules->same->pdata[i];
        if (strcmp(rule->field, dated->field->id) == 0 && word_in_list(rule->in, ' ', dated->document->type))
            sayings_gather(group, rule, sayings);
    }
    for (guint i = 0; i < rules->retold->len; i++) {
        Retelling retelling = {rules->retold->pdata[i], dated->document, sayings};
        if (strcmp(retelling.rule->field, dated->field->id) == 0)
            casegroup_each_document(group, look_retelling, &retelling);
    }
    if (strcmp(dated->field->id, "service-date") == 0)
        service_sayings(check, group, dated->document, sayings);
    return sayings;
}

/* What is told may be the day of its service as well as its own. */
static bool is_told_roughly(const Check *check, const Dated *dated)
{
    const GPtrArray *rules = check->in->rules->cases->retold;
    for (guint i = 0; i < rules->len; i++) {
        const RetoldRule *rule = rules->pdata[i];
        if (rule->roughly && strcmp(rule->field, dated->field->id) == 0)
            return true;
    }
    return false;
}

/* ---- for and against ---- */

enum { FIRST, SECOND, SIDES };

typedef struct { const Document *document; bool against[SIDES]; } Witness;

typedef struct {
    const CaseGroup *group;
    const Dated *dated[SIDES];
    GArray *witnesses;       /* papers besides the two */
    bool spoken[SIDES];      /* any paper, the two as well, speaks against the day */
    Saying otherwise[SIDES]; /* what tells another day of the same: of several the one that counts most */
    bool several[SIDES];     /* more than one such day is told */
    GString *places;         /* of the witnesses */
} Trial;

static void speak_against(Trial *trial, int side, const Saying *saying)
{
    Witness *witness = NULL;
    trial->spoken[side] = true;
    if (saying->document == trial->dated[FIRST]->document || saying->document == trial->dated[SECOND]->document)
        return;
    for (guint i = 0; i < trial->witnesses->len && !witness; i++) {
        Witness *each = &g_array_index(trial->witnesses, Witness, i);
        witness = each->document == saying->document ? each : NULL;
    }
    if (!witness) {
        const Witness one = {.document = saying->document};
        g_array_append_val(trial->witnesses, one);
        witness = &g_array_index(trial->witnesses, Witness, trial->witnesses->len - 1);
        saying_add_place(trial->places, saying->file, saying->field->place);
    }
    witness->against[side] = true;
}

/* Whether the first, or the second, on DAY would be in order with the other. */
static bool fits(const Trial *trial, int side, Day day)
{
    const Day first = side == FIRST ? day : trial->dated[FIRST]->day, second = side == SECOND ? day : trial->dated[SECOND]->day;
    return first <= second;
}

static void hear(Trial *trial, int side, const Saying *saying)
{
    const Dated *dated = trial->dated[side];
    const Day day = day_parse_iso(saying->field->value);
    if (strcmp(saying->document->type, dated->document->type) == 0 || day == DAY_NONE) /* itself, or another such paper */
        return;
    if (day == dated->day) {
        speak_against(trial, SECOND - side, saying);
    } else if (fits(trial, side, day)) {
        speak_against(trial, side, saying);
        Saying *otherwise = &trial->otherwise[side];
        trial->several[side] |= otherwise->field && !text_same(otherwise->field->value, saying->field->value);
        if (!otherwise->field || saying_rank(trial->group, saying) < saying_rank(trial->group, otherwise))
            *otherwise = *saying;
    }
}

static guint count_against(const Trial *trial, int side)
{
    guint count = 0;
    for (guint i = 0; i < trial->witnesses->len; i++)
        count += g_array_index(trial->witnesses, Witness, i).against[side];
    return count;
}

/* The paper with the other day is against it as well. */
static bool is_slip(const Trial *trial, int side)
{
    return trial->otherwise[side].field && count_against(trial, side) + 1 >= AGAINST_MIN && !trial->spoken[SECOND - side];
}

Dated step_against(const Check *check, const CaseGroup *group, const SubFile *file, const Document *decision, Day day)
{
    const Dated none = {.day = DAY_NONE}, notice = dated_notice(group, decision, dated_decision(file, decision).day);
    const Document *told = notice.document;
    const Dated before[] = {dated_filing(group), notice, told ? dated_service(check, group, told->type, told, DAY_NONE) : none},
                served = dated_service(check, group, decision->type, decision, DAY_NONE);
    for (size_t i = 0; i < G_N_ELEMENTS(before); i++)
        if (before[i].field && before[i].day != DAY_NONE && day < before[i].day)
            return before[i];
    return served.field && served.day != DAY_NONE && day > served.day ? served : none;
}

/* OTHERWISE, told of the day of a decision, DATED, would be in the wrong order with another step than the one looked at. */
static bool is_out_of_order(const Check *check, const CaseGroup *group, const Dated *dated, const Saying *otherwise)
{
    return g_str_has_suffix(dated->document->type, "-decision") && strcmp(dated->field->id, "decision-date") == 0 &&
           step_against(check, group, dated->file, dated->document, day_parse_iso(otherwise->field->value)).day != DAY_NONE;
}

OddDay odd_day(const Check *check, const CaseGroup *group, const Dated *first, const Dated *second)
{
    g_autoptr(GArray) witnesses = g_array_new(FALSE, FALSE, sizeof(Witness));
    Trial trial = {.group = group, .dated = {first, second}, .witnesses = witnesses, .places = g_string_new(NULL)};
    for (int side = FIRST; side < SIDES; side++) {
        g_autoptr(GArray) told = days_told(check, group, trial.dated[side]);
        for (guint i = 0; i < told->len; i++)
            hear(&trial, side, &g_array_index(told, Saying, i));
    }
    OddDay odd = {.places = trial.places};
    for (int side = FIRST; side < SIDES; side++)
        if (is_slip(&trial, side) && !is_out_of_order(check, group, trial.dated[side], &trial.otherwise[side])) {
            const bool sure = !trial.several[side] && !is_told_roughly(check, trial.dated[side]);
            odd = (OddDay){trial.dated[side], trial.dated[SECOND - side], count_against(&trial, side),
                           sure ? trial.otherwise[side] : (Saying){0}, trial.places};
        }
    return odd;
}

void odd_day_clear(OddDay *odd)
{
    g_string_free(odd->places, TRUE);
}

/* Whether FIELD is of the day on which AT's day rests, or that day itself. */
static bool is_alike(const Field *field, const Field *at)
{
    static const char *const opinions[] = {"proposed-on", "opinion-on", "head-signed-on", NULL};
    bool named = strcmp(field->id, at->id) == 0 || (strcmp(at->id, "closing-date") == 0 && g_strv_contains(opinions, field->id));
    return named && field->status == VALUE_VALID && field->place && text_same(field->value, at->value);
}

void oddday_param_alike(Finding *finding, const Dated *at)
{
    g_autoptr(GString) places = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_add(seen, at->field->place);
    for (guint i = 0; i < at->document->fields->len; i++) {
        const Field *field = at->document->fields->pdata[i];
        if (is_alike(field, at->field) && g_hash_table_add(seen, field->place))
            saying_add_place(places, at->file, field->place);
    }
    if (places->len == 0)
        return;
    finding_param(finding, "alike", places->str);
    param_day(finding, "alike-day", at->day);
}
