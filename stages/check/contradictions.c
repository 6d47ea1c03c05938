/* EXT-002: what a case file's documents say in two ways. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

/* The document that speaks for the case comes before all, but a letter or an application only repeats what the
 * decision fined, and when. */
int saying_rank(const CaseGroup *group, const Saying *saying)
{
    static const char *const of_decisions[] = {"fine-yuan", "demanded-yuan", "decision-date", "decision-number",
                                               NULL};
    bool decision = g_str_has_suffix(saying->document->type, "-decision");
    if (saying->document == group->speaking &&
        (decision || !g_strv_contains(of_decisions, saying->field->id)))
        return 0;
    if (decision)
        return 1;
    if (strcmp(saying->document->type, "investigation-report") == 0)
        return 2;
    return 3;
}

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

static bool says_same(const Saying *a, const Saying *b)
{
    if (strcmp(a->field->id, "party") != 0)
        return text_same(field_key(a->field), field_key(b->field));
    g_autofree char *one = without_form(a->field), *other = without_form(b->field);
    return strcmp(one, other) == 0;
}

/* What is shown of the two: their quotations, or the values where both stand in one sentence (capital and
 * Arabic numerals). */
static void quote_both(Finding *finding, const Saying *winner, const Saying *other)
{
    bool same = strcmp(field_quote(winner->field), field_quote(other->field)) == 0;
    if (same)
        param_quote(finding, "within", field_quote(winner->field));
    const Field *ours = winner->field, *theirs = other->field;
    param_quote_around(finding, "quote", same ? ours->value : field_quote(ours), ours->value);
    param_quote_around(finding, "other-quote", same ? theirs->value : field_quote(theirs), theirs->value);
}

static bool is_served(const CaseRules *rules, const char *type)
{
    for (guint i = 0; i < rules->served->len; i++)
        if (strcmp(((const ServedRule *)rules->served->pdata[i])->doctype, type) == 0)
            return true;
    return false;
}

static void add_word(GString *list, const char *word)
{
    g_string_append_printf(list, "%s%s", list->len > 0 ? " " : "", word);
}

void param_out_of_hand(const CaseRules *rules, Finding *finding, const char *type, const char *other)
{
    const char *const types[] = {type, strcmp(type, other) != 0 ? other : ""};
    g_autoptr(GString) served = g_string_new(NULL), with_party = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
        if (g_ptr_array_find_with_equal_func(rules->signed_types, types[i], g_str_equal, NULL))
            add_word(with_party, types[i]);
        else if (is_served(rules, types[i]))
            add_word(served, types[i]);
    }
    finding_param(finding, "served", served->len > 0 ? served->str : NULL);
    finding_param(finding, "signed", with_party->len > 0 ? with_party->str : NULL);
}

/* "near": the value itself where it stands as it is, so that one of several in a paragraph is found. */
static void param_near_value(Finding *finding, const Field *field)
{
    if (field->place && field->quote && field->value[0] != '\0' && strstr(field->quote, field->value))
        finding_set(finding, "near", field->value);
}

/* FINDING is about SAYING, which it names besides: that is the paper to look at. */
static void turn_to(Finding *finding, const Saying *saying)
{
    g_free(finding->file);
    g_free(finding->place);
    finding->file = g_strdup(saying->file->facts->path);
    finding->place = g_strdup(saying->field->place);
    finding_set(finding, "near", NULL);
    param_near_value(finding, saying->field);
    finding_set(finding, "other-place", NULL);
}

/* "nth", "other-nth": which is which of two files of one path, in the order of the archive. */
static void param_order(const Check *check, Finding *finding, const SubFile *file, const SubFile *other)
{
    guint first = 0, second = 0;
    if (file == other || strcmp(file->facts->path, other->facts->path) != 0)
        return;
    g_ptr_array_find(check->submission->files, file, &first);
    g_ptr_array_find(check->submission->files, other, &second);
    param_int(finding, "nth", first < second ? 1 : 2);
    param_int(finding, "other-nth", first < second ? 2 : 1);
}

Finding *contradiction_add_as(Check *check, const CaseGroup *group, const char *variant, const char *field,
                              const Saying *winner, const Saying *other)
{
    Finding *finding = check_add(check, "EXT-002", variant, group, winner->file, winner->field->place);
    finding_param(finding, "field", field);
    finding_param(finding, "value", winner->field->value);
    quote_both(finding, winner, other);
    finding_param(finding, "doctype", winner->document->type);
    finding_param(finding, "other-value", other->field->value);
    finding_param(finding, "other-doctype", other->document->type);
    finding_param(finding, "other-file", other->file->facts->path);
    finding_param(finding, "other-place", other->field->place);
    if (saying_rank(group, winner) < saying_rank(group, other))
        finding_param(finding, "winner", winner->document->type);
    param_near_value(finding, winner->field);
    param_order(check, finding, winner->file, other->file);
    param_out_of_hand(check->in->rules->cases, finding, winner->document->type, other->document->type);
    return finding;
}

Finding *contradiction_add(Check *check, const CaseGroup *group, const char *field, const Saying *winner,
                           const Saying *other)
{
    bool same = winner->document == other->document,
         versions = documents_are_versions(winner->document, other->document);
    return contradiction_add_as(check, group, same ? "same-document" : versions ? "versions" : NULL, field, winner,
                                other);
}

/* ---- one paper alone against all the others ---- */

enum { AGAINST_MIN = 2 }; /* one other paper may be the wrong one as well */
enum { BESIDE_WINNER_MIN = AGAINST_MIN + 1 }; /* the winner counts by its rank, not because it is right */

void saying_add_place(GString *places, const SubFile *file, const char *place)
{
    text_add_line(places, file->base);
    if (place)
        g_string_append_printf(places, "|%s", place);
}

static void drop_param(Finding *finding, const char *name)
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
    bool served = is_served(rules, suspect->type);
    finding_param(finding, served ? "corrected" : "rewritten", suspect->type);
    param_int(finding, "alone", count);
    finding_param(finding, "others", places);
    if (!served && suspect != group->speaking && g_strcmp0(finding_value(finding, "winner"), suspect->type) == 0)
        drop_param(finding, "winner");
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
    drop_param(finding, "served");
    drop_param(finding, "rewritten");
    turn_to(finding, receipt);
}

/* The same for a number: nobody else names the OWNER's. */
static void tell_alone_in_number(const CaseRules *rules, const CaseGroup *group, Finding *finding,
                                 const Saying *owner, const Saying *namer)
{
    g_autoptr(GString) places = g_string_new(NULL), agreeing = g_string_new(NULL);
    Sides sides = {.owner = owner->document,
                   .named = namer->document,
                   .owner_key = field_key(owner->field), .other_key = field_key(namer->field),
                   .places = places, .agreeing = agreeing};
    casegroup_each_document(group, take_side, &sides);
    bool receipt = strcmp(namer->document->type, "service-receipt") == 0 && !finding_value(finding, "elsewhere");
    if (sides.with == 0)
        tell_alone(rules, group, finding, owner->document, sides.against, places->str);
    else if (receipt && places->len == 0)
        tell_odd_receipt(rules, group, finding, namer, sides.with, agreeing->str);
}

/* ---- values that must be the same ---- */

typedef struct { const SameRule *rule; GArray *sayings; } Gathering;

static void gather(const SubFile *file, const Document *document, gpointer data)
{
    Gathering *gathering = data;
    if (!word_in_list(gathering->rule->in, ' ', document->type))
        return;
    const Field *field = document_value(document, gathering->rule->field);
    if (!field || field->status != VALUE_VALID)
        return;
    Saying saying = {file, document, field};
    g_array_append_val(gathering->sayings, saying);
}

/* True when the winner's document says OTHER's value as well: then it contradicts itself, and that is told
 * there. */
static bool winner_says_it_too(const Saying *winner, const Saying *other)
{
    for (guint i = 0; i < winner->document->fields->len; i++) {
        Saying each = {winner->file, winner->document, winner->document->fields->pdata[i]};
        if (strcmp(each.field->id, winner->field->id) == 0 && each.field->status == VALUE_VALID &&
            says_same(&each, other))
            return true;
    }
    return false;
}

/* What each of SAYINGS is compared by, folded.  Caller unrefs. */
static GPtrArray *folded_keys(const GArray *sayings)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < sayings->len; i++)
        g_ptr_array_add(keys, text_fold(field_key(g_array_index(sayings, Saying, i).field)));
    return keys;
}

/* The types of the other documents that say what the one at INDEX says, so that all are put right at once; KEYS
 * are those of SAYINGS. */
static void list_agreeing(Finding *finding, const GArray *sayings, const GPtrArray *keys, guint index)
{
    g_autoptr(GString) types = g_string_new(NULL);
    for (guint i = index + 1; i < sayings->len; i++) {
        const Saying *each = &g_array_index(sayings, Saying, i);
        bool same = strcmp(keys->pdata[i], keys->pdata[index]) == 0;
        if (same && !word_in_list(types->str, ' ', each->document->type))
            g_string_append_printf(types, "%s%s", types->len > 0 ? " " : "", each->document->type);
    }
    if (types->len > 0)
        finding_param(finding, "also", types->str);
}

/* All but the one at BEST say what the one at INDEX says. */
static void tell_alone_in_value(const CaseRules *rules, const CaseGroup *group, Finding *finding,
                                const GArray *sayings, guint best, guint index)
{
    const Saying *told = &g_array_index(sayings, Saying, index);
    g_autoptr(GString) places = g_string_new(NULL);
    for (guint i = 0; i < sayings->len; i++) {
        const Saying *each = &g_array_index(sayings, Saying, i);
        if (i == best || i == index)
            continue;
        if (!says_same(each, told))
            return;
        saying_add_place(places, each->file, each->field->place);
    }
    if (finding_value(finding, "winner"))
        tell_alone(rules, group, finding, g_array_index(sayings, Saying, best).document, sayings->len - 1,
                   places->str);
}

/* Of SAYINGS all but those of ODD's document, LEAST or more, say what WINNER says: ODD is the paper to look at. */
static void tell_odd(const CaseRules *rules, const CaseGroup *group, Finding *finding, const GArray *sayings,
                     const Saying *winner, const Saying *odd, guint least)
{
    g_autoptr(GString) places = g_string_new(NULL);
    guint count = 0;
    for (guint i = 0; i < sayings->len; i++) {
        const Saying *each = &g_array_index(sayings, Saying, i);
        if (each->document == odd->document)
            continue;
        if (!says_same(each, winner))
            return;
        saying_add_place(places, each->file, each->field->place);
        count++;
    }
    if (count < least)
        return;
    tell_alone(rules, group, finding, odd->document, count, places->str);
    turn_to(finding, odd);
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
        casegroup_each_document(group, gather, &(Gathering){rule, sayings});
    tell_odd(rules, group, finding, sayings, winner, odd, BESIDE_WINNER_MIN);
}

/* Another version of the winner says what TOLD says, which is FOLDED: which of the two is valid must be found out before
 * anything else is changed. */
static bool version_says_it(const CaseGroup *group, GHashTable *of_versions, const Saying *told, const char *folded)
{
    return g_hash_table_contains(of_versions, folded) ||
           casegroup_replaced_says(group, told->field->id, field_key(told->field));
}

/* The set of what other versions of WINNER say, folded; KEYS, which are borrowed, are those of SAYINGS. */
static GHashTable *said_by_versions(const GArray *sayings, const GPtrArray *keys, const Document *winner)
{
    GHashTable *said = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < sayings->len; i++)
        if (documents_are_versions(winner, g_array_index(sayings, Saying, i).document))
            g_hash_table_add(said, keys->pdata[i]);
    return said;
}

static void check_same(Check *check, CaseGroup *group, const SameRule *rule)
{
    g_autoptr(GArray) sayings = g_array_new(FALSE, FALSE, sizeof(Saying));
    casegroup_each_document(group, gather, &(Gathering){rule, sayings});
    guint best = 0;
    for (guint i = 1; i < sayings->len; i++)
        if (saying_rank(group, &g_array_index(sayings, Saying, i)) <
            saying_rank(group, &g_array_index(sayings, Saying, best)))
            best = i;
    g_autoptr(GPtrArray) keys = folded_keys(sayings);
    if (sayings->len == 0)
        return;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal),
                          of_versions =
                              said_by_versions(sayings, keys, g_array_index(sayings, Saying, best).document);
    for (guint i = 0; i < sayings->len; i++) {
        const Saying *winner = &g_array_index(sayings, Saying, best),
                     *other = &g_array_index(sayings, Saying, i);
        bool version = documents_are_versions(winner->document, other->document),
             first = i == best || g_hash_table_add(seen, keys->pdata[i]),
             told = !first || version_says_it(group, of_versions, other, keys->pdata[i]);
        if (winner_says_it_too(winner, other) || (told && !version) ||
            (!version && notes_registered(check, group, winner->field, other->field)))
            continue;
        Finding *finding = contradiction_add(check, group, rule->field, winner, other);
        if (version)
            continue;
        tell_alone_in_value(check->in->rules->cases, group, finding, sayings, best, i);
        if (!finding_value(finding, "alone"))
            tell_odd(check->in->rules->cases, group, finding, sayings, winner, other, BESIDE_WINNER_MIN);
        if (!finding_value(finding, "alone")) /* it has named them all, with their places */
            list_agreeing(finding, sayings, keys, i);
    }
}

static bool listed(const GPtrArray *rules, const char *field, const char *type)
{
    for (guint i = 0; i < rules->len; i++) {
        const SameRule *rule = rules->pdata[i];
        if (strcmp(rule->field, field) == 0 && word_in_list(rule->in, ' ', type))
            return true;
    }
    return false;
}

bool field_is_single(const Check *check, const char *field, const char *type)
{
    const CaseRules *rules = check->in->rules->cases;
    return listed(rules->single, field, type) || listed(rules->same, field, type);
}

typedef struct { Check *check; CaseGroup *group; } Walk;

static void check_within(const SubFile *file, const Document *document, gpointer data)
{
    Walk *walk = data;
    const Field *first = NULL;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (field->status != VALUE_VALID || !field_is_single(walk->check, field->id, document->type))
            continue;
        if (!first || strcmp(first->id, field->id) != 0) {
            first = field;
            continue;
        }
        Saying a = {file, document, first}, b = {file, document, field};
        if (!says_same(&a, &b))
            contradiction_add(walk->check, walk->group, field->id, &a, &b);
    }
}

/* ---- numbers that name another document of the file, and what is said of it ---- */

typedef struct {
    const CaseGroup *group;
    const Document *from; /* the document that names KEY */
    const RefersRule *rule;
    Saying target;
} Reference;

/* The number by which papers name DOCUMENT; NULL when it is not known. */
static const Field *number_named(const RefersRule *rule, const Document *document)
{
    const Field *number = document_value(document, rule->as ? rule->as : "doc-number");
    return number && number->status == VALUE_VALID ? number : NULL;
}

static void look_target(const SubFile *file, const Document *document, gpointer data)
{
    Reference *reference = data;
    const Field *number = reference->target.field ? NULL : number_named(reference->rule, document);
    if (number && !casegroup_is_aside(reference->group, reference->from, document))
        reference->target = (Saying){file, document, number};
}

/* KNOWN are the folded numbers of the documents that RULE speaks of, FIRST the day of the first of them. */
typedef struct {
    Check *check;
    CaseGroup *group;
    const RefersRule *rule;
    GHashTable *told, *known;
    Day first;
} ReferenceWalk;

static void note_known(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    const ReferenceWalk *walk = data;
    const Field *number = number_named(walk->rule, document);
    if (number)
        g_hash_table_add(walk->known, text_fold(field_key(number)));
}

static bool is_known(const ReferenceWalk *walk, const Field *field)
{
    g_autofree char *folded = text_fold(field_key(field));
    return g_hash_table_contains(walk->known, folded);
}

/* The record of a first inspection may name an order of years ago, never the one that followed from it. */
static bool is_older(const ReferenceWalk *walk, const Document *document)
{
    Day last = document_last_day(document);
    return walk->first != DAY_NONE && last != DAY_NONE && last < walk->first;
}

/* "elsewhere": the case file that speaks with the number that SAYING names, else one of whose documents has it. */
static void param_elsewhere(const ReferenceWalk *walk, Finding *finding, const Saying *saying)
{
    const GPtrArray *groups = walk->check->submission->groups;
    const char *key = field_key(saying->field), *found = NULL;
    for (guint i = 0; i < groups->len; i++) {
        const CaseGroup *group = groups->pdata[i];
        bool speaks = g_strcmp0(group->key, key) == 0,
             own = g_ptr_array_find_with_equal_func(group->own_keys, key, g_str_equal, NULL);
        if (group != walk->group && (speaks || (own && !found)))
            found = group->name;
    }
    if (!found)
        return;
    finding_param(finding, "elsewhere", found);
    turn_to(finding, saying);
}

/* All others that repeat what OWNER says, of which NAMER says something else, repeat it right. */
static void tell_odd_namer(const ReferenceWalk *walk, Finding *finding, const Saying *owner, const Saying *namer)
{
    if (!walk->rule || finding_value(finding, "alone") || finding_value(finding, "elsewhere"))
        return;
    const SameRule repeating = {.field = walk->rule->field, .in = walk->rule->in};
    g_autoptr(GArray) sayings = g_array_new(FALSE, FALSE, sizeof(Saying));
    g_array_append_val(sayings, *owner);
    casegroup_each_document(walk->group, gather, &(Gathering){&repeating, sayings});
    tell_odd(walk->check->in->rules->cases, walk->group, finding, sayings, owner, namer, AGAINST_MIN);
}

/* OWNER has another number than the one by which NAMER names it.  One paper alone against many is told once,
 * with all of them; TOLD holds the pairs of numbers. */
static void add_reference(const ReferenceWalk *walk, const char *field, const Saying *owner, const Saying *namer,
                          bool namer_wins)
{
    g_autofree char *pair = g_strdup_printf("%s|%s", field_key(owner->field), field_key(namer->field));
    if (g_hash_table_contains(walk->told, pair))
        return;
    const Saying *winner = namer_wins ? namer : owner, *other = namer_wins ? owner : namer;
    Finding *finding = contradiction_add(walk->check, walk->group, field, winner, other);
    if (!namer_wins)
        param_elsewhere(walk, finding, namer);
    tell_alone_in_number(walk->check->in->rules->cases, walk->group, finding, owner, namer);
    if (finding_value(finding, "alone"))
        g_hash_table_add(walk->told, g_steal_pointer(&pair));
    if (!namer_wins)
        tell_odd_namer(walk, finding, owner, namer);
}

static void check_reference(const SubFile *file, const Document *document, gpointer data)
{
    ReferenceWalk *walk = data;
    const Field *field = document_value(document, walk->rule->field);
    bool comparable = field && field->status == VALUE_VALID && (field->key || walk->rule->as);
    if (!comparable || is_older(walk, document) || is_known(walk, field))
        return;
    Reference reference = {.group = walk->group, .from = document, .rule = walk->rule};
    casegroup_each_of(walk->group, walk->rule->to, look_target, &reference);
    if (!reference.target.field)
        return;
    const Saying saying = {file, document, field}, *target = &reference.target;
    if (walk->rule->rest && enforced_is_rest(walk->group, &saying, target))
        return;
    bool wins = saying_rank(walk->group, &saying) <= saying_rank(walk->group, target);
    add_reference(walk, walk->rule->field, target, &saying, wins);
}

static void check_served(const SubFile *file, const Document *document, gpointer data)
{
    const ReferenceWalk *walk = data;
    const CheckRules *rules = walk->check->in->rules;
    Saying meant = {0};
    meant.document = casegroup_receipt_meant(rules, walk->group, file, document, &meant.file);
    if (!meant.document)
        return;
    meant.field = document_value(meant.document, "doc-number");
    const Saying served = {file, document, document_value(document, "served-number")};
    add_reference(walk, "served-number", &meant, &served, false);
}

static void check_refers(Check *check, CaseGroup *group, const RefersRule *rule, GHashTable *told)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Day first = rule->later ? casegroup_first_day(group, rule->to) : DAY_NONE;
    ReferenceWalk walk = {check, group, rule, told, known, first};
    casegroup_each_of(group, rule->to, note_known, &walk);
    casegroup_each_of(group, rule->in, check_reference, &walk);
}

void contradictions_check(Check *check, CaseGroup *group)
{
    const CaseRules *rules = check->in->rules->cases;
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    casegroup_each_document(group, check_within, &(Walk){check, group});
    casegroup_each_document(group, check_served,
                            &(ReferenceWalk){.check = check, .group = group, .told = told});
    for (guint i = 0; i < rules->same->len; i++)
        check_same(check, group, rules->same->pdata[i]);
    for (guint i = 0; i < rules->refers->len; i++)
        check_refers(check, group, rules->refers->pdata[i], told);
}
