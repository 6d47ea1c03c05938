/* EXT-002: one paper alone against all the others is most likely the one to be corrected, and the finding is placed there. */
#include "oddpaper.h"

#include <string.h>

#include "oddday.h"
#include "text.h"
#include "toldsource.h"

/* The form of a business that its register adds to its name, 某某厂（普通合伙）, is often left out.  Caller frees. */
static char *without_form(const Field *field)
{
    static const char *const forms[] = {"〔普通合伙〕", "〔特殊普通合伙〕", "〔有限合伙〕", "〔个人独资〕", "〔个体工商户〕"};
    char *name = text_fold(field_key(field));
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (g_str_has_suffix(name, forms[i]))
            name[strlen(name) - strlen(forms[i])] = '\0';
    return name;
}

bool saying_is_same(const Saying *a, const Saying *b)
{
    if (strcmp(a->field->id, "party") != 0)
        return text_same(field_key(a->field), field_key(b->field));
    g_autofree char *one = without_form(a->field), *other = without_form(b->field);
    return strcmp(one, other) == 0;
}

void param_near_value(Finding *finding, const Field *field)
{
    if (field->place && field->quote && field->value[0] != '\0' && strstr(field->quote, field->value))
        finding_set(finding, "near", field->value);
}

void finding_turn_to(Finding *finding, const Saying *saying)
{
    g_free(finding->file);
    g_free(finding->place);
    finding->file = g_strdup(saying->file->facts->path);
    finding->place = g_strdup(saying->field->place);
    finding_set(finding, "near", NULL);
    param_near_value(finding, saying->field);
    finding_set(finding, "other-place", NULL);
}

bool type_is_served(const CaseRules *rules, const char *type)
{
    for (guint i = 0; i < rules->served->len; i++)
        if (strcmp(((const ServedRule *)rules->served->pdata[i])->doctype, type) == 0)
            return true;
    return false;
}

void saying_add_place(GString *places, const SubFile *file, const char *place)
{
    text_add_line(places, file->base);
    if (place)
        g_string_append_printf(places, "|%s", place);
}

void finding_drop(Finding *finding, const char *name)
{
    for (guint i = finding->params->len; i-- > 0;) {
        Param *param = finding->params->pdata[i];
        if (strcmp(param->name, name) == 0)
            record_free(&param_type, g_ptr_array_steal_index(finding->params, i));
    }
}

/* SUSPECT is most likely the paper to be corrected: COUNT papers, of which PLACES shows those that the finding
 * does not name itself, agree against it.  The party gets the correction of what it was served ("corrected"),
 * not of an internal paper ("rewritten").  The one that counts does so until it is corrected (SPEC 6.2), which of
 * an internal paper is not told: nobody is to go by what is taken for wrong. */
static void tell_alone(const CaseRules *rules, const CaseGroup *group, Finding *finding,
                       const Document *suspect, guint count, const char *places)
{
    if (count < AGAINST_MIN)
        return;
    finding_param(finding, "suspect", suspect->type);
    bool served = type_is_served(rules, suspect->type);
    finding_param(finding, served ? "corrected" : "rewritten", suspect->type);
    param_int(finding, "alone", count);
    finding_param(finding, "others", places);
    if (!served && suspect != group->speaking && g_strcmp0(finding_value(finding, "winner"), suspect->type) == 0)
        finding_drop(finding, "winner");
}

/* The papers that are on one side of a number. */
typedef struct {
    const Document *owner, *named;
    const char *owner_key, *other_key;
    guint with, against;
    GString *places, *agreeing; /* of those against the owner but NAMED, of those with it */
} Sides;

static void take_side(const SubFile *file, const Document *document, gpointer data)
{
    Sides *sides = data;
    if (document == sides->owner)
        return;
    const Field *own = document_value(document, "doc-number");
    const char *place = own && g_strcmp0(own->key, sides->other_key) == 0 ? own->place : NULL;
    bool with = own && g_strcmp0(own->key, sides->owner_key) == 0, against = place != NULL;
    const char *with_place = with ? own->place : NULL;
    for (guint i = 0; i < document->mentions->len; i++) {
        const DocNumber *mention = document->mentions->pdata[i];
        bool names_it = strcmp(mention->key, sides->owner_key) == 0;
        with |= names_it;
        with_place = names_it && !with_place ? mention->place : with_place;
        if (strcmp(mention->key, sides->other_key) != 0)
            continue;
        against = true;
        place = place ? place : mention->place;
    }
    sides->with += with;
    if (with)
        saying_add_place(sides->agreeing, file, with_place);
    sides->against += against;
    if (against && document != sides->named)
        saying_add_place(sides->places, file, place);
}

/* A receipt that alone names its paper otherwise: the paper, which COUNT others name right, is not to be served again. */
static void tell_odd_receipt(const CaseRules *rules, const CaseGroup *group, Finding *finding, const Saying *receipt, guint count,
                             const char *places)
{
    tell_alone(rules, group, finding, receipt->document, count + 1, places);
    finding_drop(finding, "served");
    finding_drop(finding, "rewritten");
    finding_turn_to(finding, receipt);
}

/* The papers that are on either side of the number of OWNER, as NAMER names it otherwise; PLACES and AGREEING become their places. */
static Sides sides_of(const CaseGroup *group, const Saying *owner, const Saying *namer, GString *places, GString *agreeing)
{
    Sides sides = {.owner = owner->document,
                   .named = namer->document,
                   .owner_key = field_key(owner->field), .other_key = field_key(namer->field),
                   .places = places, .agreeing = agreeing};
    casegroup_each_document(group, take_side, &sides);
    return sides;
}

bool odd_is_owner(const CaseGroup *group, const Saying *owner, const Saying *namer, GString *places)
{
    g_autoptr(GString) agreeing = g_string_new(NULL);
    const Sides sides = sides_of(group, owner, namer, places, agreeing);
    return sides.with == 0 && sides.against >= AGAINST_MIN;
}

void odd_tell_named(const CaseGroup *group, Finding *finding, const Saying *owner, const Saying *namer)
{
    g_autoptr(GString) places = g_string_new(NULL), agreeing = g_string_new(NULL);
    sides_of(group, owner, namer, places, agreeing);
    if (places->len > 0)
        finding_param(finding, "others", places->str);
}

char *odd_places_of_number(const CaseGroup *group)
{
    g_autoptr(GString) against = g_string_new(NULL), places = g_string_new(NULL);
    const Field *number = document_value(group->speaking, "doc-number");
    if (!number || number->status != VALUE_VALID)
        return NULL;
    const Saying own = {group->speaking_file, group->speaking, number};
    sides_of(group, &own, &own, against, places);
    return places->len > 0 ? g_string_free(g_steal_pointer(&places), FALSE) : NULL;
}

void odd_tell_number(const CaseRules *rules, const CaseGroup *group, Finding *finding, const Saying *owner, const Saying *namer)
{
    g_autoptr(GString) places = g_string_new(NULL), agreeing = g_string_new(NULL);
    const Sides sides = sides_of(group, owner, namer, places, agreeing);
    bool receipt = strcmp(namer->document->type, "service-receipt") == 0 && !finding_value(finding, "elsewhere");
    if (sides.with == 0)
        tell_alone(rules, group, finding, owner->document, sides.against, places->str);
    else if (receipt && places->len == 0)
        tell_odd_receipt(rules, group, finding, namer, sides.with, agreeing->str);
}

/* The row of the table with the number of SAYING, of the party of GROUP, that OWNER would have as a decision; NULL for none. */
static const CaseRow *row_with_number(const Check *check, const CaseGroup *group, const Document *owner, const Saying *saying)
{
    const bool daily = strcmp(owner->type, "daily-decision") == 0, penalty = strcmp(owner->type, "penalty-decision") == 0;
    const CaseRow *row = daily || penalty ? case_row_of(check, field_key(saying->field), daily ? KIND_DAILY : KIND_PENALTY) : NULL;
    const Field *party = group->party;
    const bool its = row && row->party && party && (text_same(field_key(party), row->party) || text_same(party->value, row->party));
    return its ? row : NULL;
}

/* What tells the number of one side of a contradiction. */
typedef struct { const Saying *saying; const GString *places; const CaseRow *row; guint weight; } NumberSide;

/* SLIP is the side to be corrected, against which the papers, or they and the table, speak. */
static void tell_slip(const CaseRules *rules, Finding *finding, const NumberSide *slip, const NumberSide *right)
{
    finding_param(finding, right->row ? "slip-number" : "slip-most", slip->saying->field->value);
    if (right->row)
        finding_param(finding, "slip-row", right->row->place);
    const bool stands_there = strcmp(finding->file, slip->saying->file->facts->path) == 0 &&
                              g_strcmp0(finding->place, slip->saying->field->place) == 0;
    if (stands_there)
        return;
    finding_drop(finding, "served"); /* by the other's type: that is right */
    finding_drop(finding, "signed");
    param_out_of_hand(rules, finding, slip->saying->document->type, slip->saying->document->type);
    finding_turn_to(finding, slip->saying);
    finding_param(finding, "agreed-file", right->saying->file->facts->path);
    finding_param(finding, "agreed-place", right->saying->field->place);
}

bool odd_tell_sides(const Check *check, const CaseGroup *group, Finding *finding, const Saying *owner, const Saying *namer, bool namer_wins)
{
    enum { ROW_WEIGHT = 2 }; /* the table was filled in by itself, while a receipt has its number from the paper it serves */
    g_autoptr(GString) against = g_string_new(NULL), with = g_string_new(NULL);
    const Sides sides = sides_of(group, owner, namer, against, with);
    const CaseRow *owners = row_with_number(check, group, owner->document, owner), *namers = row_with_number(check, group, owner->document, namer);
    const NumberSide own = {owner, with, owners, sides.with + 1 + (owners ? ROW_WEIGHT : 0)},
                     other = {namer, against, namers, sides.against + (namers ? ROW_WEIGHT : 0)},
                     *first = namer_wins ? &other : &own, *second = namer_wins ? &own : &other;
    if (with->len + against->len == 0 || (against->len == 0 && own.weight > other.weight)) /* NAMER alone */
        return false;
    if (first->places->len > 0)
        finding_param(finding, "same", first->places->str);
    if (second->places->len > 0)
        finding_param(finding, "same-other", second->places->str);
    if (own.weight != other.weight)
        tell_slip(check->in->rules->cases, finding, own.weight < other.weight ? &own : &other, own.weight < other.weight ? &other : &own);
    return true;
}

/* ---- values ---- */

typedef struct {
    const CaseGroup *group;
    const SameRule *rule;
    GArray *sayings;
    const ToldSource *source; /* of what papers of other types tell; NULL */
} Gathering;

static void gather(const SubFile *file, const Document *document, gpointer data)
{
    Gathering *gathering = data;
    const Field *field = NULL;
    if (gathering->rule->of && casegroup_follows_daily(gathering->group, document))
        return; /* it tells what the daily decision said */
    if (word_in_list(gathering->rule->in, ' ', document->type))
        field = document_value(document, gathering->rule->field);
    else if (gathering->source)
        field = toldsource_value(gathering->source, document);
    if (!field || field->status != VALUE_VALID)
        return;
    Saying saying = {file, document, field};
    g_array_append_val(gathering->sayings, saying);
}

void sayings_gather(const CaseGroup *group, const SameRule *rule, GArray *sayings)
{
    g_autoptr(ToldSource) source = rule->told ? toldsource_new(group, rule) : NULL;
    casegroup_each_document(group, gather, &(Gathering){group, rule, sayings, source});
}

void odd_tell_best(const CaseRules *rules, const CaseGroup *group, Finding *finding, const GArray *sayings, guint best,
                   guint index)
{
    const Saying *told = &g_array_index(sayings, Saying, index);
    g_autoptr(GString) places = g_string_new(NULL);
    for (guint i = 0; i < sayings->len; i++) {
        const Saying *each = &g_array_index(sayings, Saying, i);
        if (i == best || i == index)
            continue;
        if (!saying_is_same(each, told))
            return;
        saying_add_place(places, each->file, each->field->place);
    }
    tell_alone(rules, group, finding, g_array_index(sayings, Saying, best).document, sayings->len - 1, places->str);
}

/* ODD is the paper to look at; COUNT papers agree with WINNER, that one with them. */
static void tell_odd(const CaseRules *rules, const CaseGroup *group, Finding *finding, const Saying *winner, const Saying *odd,
                     guint count, const char *places)
{
    tell_alone(rules, group, finding, odd->document, count, places);
    finding_turn_to(finding, odd);
    finding_param(finding, "agreed-file", winner->file->facts->path);
    finding_param(finding, "agreed-place", winner->field->place);
}

/* The papers that are not compared in this, a receipt, and say what ODD says: they are to be mended with it. */
typedef struct { const Saying *odd; GString *places; } AlikeSearch;

static void look_alike(const SubFile *file, const Document *document, gpointer data)
{
    const AlikeSearch *search = data;
    for (guint i = 0; document != search->odd->document && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        const Saying saying = {file, document, field};
        if (strcmp(field->id, search->odd->field->id) != 0 || field->status != VALUE_VALID || !saying_is_same(&saying, search->odd))
            continue;
        saying_add_place(search->places, file, field->place);
        return;
    }
}

static void tell_alike(const CaseGroup *group, Finding *finding, const Saying *odd)
{
    g_autoptr(GString) places = g_string_new(NULL);
    casegroup_each_document(group, look_alike, &(AlikeSearch){odd, places});
    if (places->len > 0)
        finding_param(finding, "alike", places->str);
}

void odd_tell(const CaseRules *rules, const CaseGroup *group, Finding *finding, const GArray *sayings, const Saying *winner,
              const Saying *odd)
{
    g_autoptr(GString) places = g_string_new(NULL);
    guint count = 0;
    for (guint i = 0; i < sayings->len; i++) {
        const Saying *each = &g_array_index(sayings, Saying, i);
        if (each->document == odd->document)
            continue;
        if (!saying_is_same(each, winner))
            return;
        if (each->document != winner->document) /* which the finding names first */
            saying_add_place(places, each->file, each->field->place);
        count++;
    }
    if (count < AGAINST_MIN)
        return;
    tell_odd(rules, group, finding, winner, odd, count, places->str);
    tell_alike(group, finding, odd);
}

/* The steps speak against TOLD as the day of DECISION, and not against KEPT. */
static bool steps_keep(const Check *check, const CaseGroup *group, const Saying *decision, const Field *kept, const Field *told)
{
    const Day day = day_parse_iso(told->value), other = day_parse_iso(kept->value);
    return strcmp(decision->field->id, "decision-date") == 0 && g_str_has_suffix(decision->document->type, "-decision") &&
           day != DAY_NONE && other != DAY_NONE &&
           step_against(check, group, decision->file, decision->document, day).day != DAY_NONE &&
           step_against(check, group, decision->file, decision->document, other).day == DAY_NONE;
}

bool odd_is_untimely(const Check *check, const CaseGroup *group, const Saying *winner, const Saying *other)
{
    return steps_keep(check, group, winner, winner->field, other->field);
}

void odd_tell_by_table(const Check *check, const CaseGroup *group, Finding *finding, const Saying *decision, const Saying *other)
{
    const bool speaks = decision->document == group->speaking, fine = speaks && strcmp(decision->field->id, "fine-yuan") == 0;
    const CaseRow *row = speaks ? row_bearing_out(check, group, decision->field->id) : NULL,
                  *others = fine && !row && group->kind == KIND_PENALTY ? row_with_fine(check, group, other->field) : NULL;
    if (others)
        finding_param(finding, "row-other", others->place);
    if (!row || steps_keep(check, group, decision, other->field, decision->field))
        return;
    finding_param(finding, "bears-out", row->place);
    finding_param(finding, type_is_served(check->in->rules->cases, other->document->type) ? "corrected" : "rewritten", other->document->type);
    finding_turn_to(finding, other);
    finding_param(finding, "agreed-file", decision->file->facts->path);
    finding_param(finding, "agreed-place", decision->field->place);
}

void odd_tell_amount(const CaseRules *rules, const CaseGroup *group, Finding *finding, const Saying *decision,
                     const Saying *other)
{
    const bool alone = casegroup_prefers(group, other->document, decision->document);
    if (!alone && !casegroup_prefers(group, decision->document, other->document))
        return;
    const Document *agreed = alone ? other->document : decision->document;
    int count = 0;
    g_autofree char *places = casegroup_agreeing(group, agreed, alone ? decision->document : other->document, &count);
    if (alone)
        tell_alone(rules, group, finding, decision->document, (guint)count + 1, places);
    else
        tell_odd(rules, group, finding, decision, other, (guint)count + 1, places);
}

static const SameRule *same_rule(const CaseRules *rules, const char *field)
{
    for (guint i = 0; i < rules->same->len; i++)
        if (strcmp(((const SameRule *)rules->same->pdata[i])->field, field) == 0)
            return rules->same->pdata[i];
    return NULL;
}

void contradiction_tell_odd(const Check *check, const CaseGroup *group, Finding *finding, const Saying *winner,
                            const Saying *odd)
{
    const CaseRules *rules = check->in->rules->cases;
    const SameRule *rule = same_rule(rules, winner->field->id);
    g_autoptr(GArray) sayings = g_array_new(FALSE, FALSE, sizeof(Saying));
    if (rule)
        sayings_gather(group, rule, sayings);
    odd_tell(rules, group, finding, sayings, winner, odd);
}
