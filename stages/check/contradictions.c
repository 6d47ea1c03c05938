/* EXT-002: what a case file's documents say in two ways. */
#include <string.h>

#include "filingday.h"
#include "lawdates.h"
#include "oddpaper.h"
#include "text.h"

enum { RANK_DECISION = 1, RANK_REPORT, RANK_OTHER };

/* The document that speaks for the case comes before all, but a letter or an application only repeats what the
 * decision fined, and when, and so does whoever tells of the penalty on which it rests. */
int saying_rank(const CaseGroup *group, const Saying *saying)
{
    static const char *const of_decisions[] = {"fine-yuan", "demanded-yuan", "decision-date", "decision-number",
                                               NULL};
    bool decision = g_str_has_suffix(saying->document->type, "-decision");
    if (g_str_has_prefix(saying->field->id, "original-"))
        return RANK_OTHER;
    if (saying->document == group->speaking &&
        (decision || !g_strv_contains(of_decisions, saying->field->id)))
        return 0;
    if (decision)
        return RANK_DECISION;
    return strcmp(saying->document->type, "investigation-report") == 0 ? RANK_REPORT : RANK_OTHER;
}

/* The case goes by what SAYING says: a report tells of what others have decided, and is not gone by. */
static bool is_settled(const CaseGroup *group, const Saying *saying)
{
    return saying_rank(group, saying) <= RANK_DECISION;
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
        else if (type_is_served(rules, types[i]))
            add_word(served, types[i]);
    }
    finding_param(finding, "served", served->len > 0 ? served->str : NULL);
    finding_param(finding, "signed", with_party->len > 0 ? with_party->str : NULL);
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
    if (is_settled(group, winner) && saying_rank(group, winner) < saying_rank(group, other))
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

/* ---- values that must be the same ---- */

/* True when the winner's document says OTHER's value as well: then it contradicts itself, and that is told
 * there. */
static bool winner_says_it_too(const Saying *winner, const Saying *other)
{
    for (guint i = 0; i < winner->document->fields->len; i++) {
        Saying each = {winner->file, winner->document, winner->document->fields->pdata[i]};
        if (strcmp(each.field->id, winner->field->id) == 0 && each.field->status == VALUE_VALID &&
            saying_is_same(&each, other))
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

/* Another version of the winner says of FIELD what TOLD says, which is FOLDED: which of the two is valid must be found out before
 * anything else is changed. */
static bool version_says_it(const CaseGroup *group, GHashTable *of_versions, const char *field, const Saying *told, const char *folded)
{
    return g_hash_table_contains(of_versions, folded) || casegroup_replaced_says(group, field, field_key(told->field));
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

/* Whether what OTHER says is compared with what WINNER says by another field, too (demanded-yuan): it is told once, there. */
static bool refers_compares(const Check *check, const Saying *winner, const Saying *other)
{
    const GPtrArray *rules = check->in->rules->cases->refers;
    for (guint i = 0; i < rules->len; i++) {
        const RefersRule *rule = rules->pdata[i];
        const Field *field = g_strcmp0(rule->as, winner->field->id) == 0 && word_in_list(rule->in, ' ', other->document->type) &&
                                     word_in_list(rule->to, ' ', winner->document->type)
                                 ? document_value(other->document, rule->field)
                                 : NULL;
        if (field && field->status == VALUE_VALID && strcmp(field_key(field), field_key(other->field)) == 0)
            return true;
    }
    return false;
}

static void check_same(Check *check, CaseGroup *group, const SameRule *rule)
{
    g_autoptr(GArray) sayings = g_array_new(FALSE, FALSE, sizeof(Saying));
    sayings_gather(group, rule, sayings);
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
             told = !first || version_says_it(group, of_versions, rule->field, other, keys->pdata[i]);
        if (winner_says_it_too(winner, other) || refers_compares(check, winner, other) || (told && !version) ||
            (!version && notes_registered(check, group, winner->field, other->field)))
            continue;
        Finding *finding = contradiction_add(check, group, rule->field, winner, other);
        if (version)
            continue;
        const Saying *untimely = filing_untimely(check, group, winner, other);
        if (untimely != other && !odd_is_untimely(check, group, winner, other))
            odd_tell_best(check->in->rules->cases, group, finding, sayings, best, i);
        if (untimely != winner && !finding_value(finding, "alone"))
            odd_tell(check->in->rules->cases, group, finding, sayings, winner, other);
        if (untimely && !finding_value(finding, "alone")) {
            filing_tell_untimely(check, group, finding, untimely, untimely == winner ? other : winner);
            continue;
        }
        if (!finding_value(finding, "alone") && strcmp(rule->field, "fine-yuan") == 0)
            odd_tell_amount(check->in->rules->cases, group, finding, winner, other);
        if (!finding_value(finding, "alone")) /* it has named them all, with their places */
            list_agreeing(finding, sayings, keys, i);
        if (sayings->len == 2 && !finding_value(finding, "alone"))
            odd_tell_by_table(check, group, finding, winner, other);
        if (sayings->len == 2 && !is_settled(group, winner))
            finding_param(finding, "even", rule->field);
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

/* The decision's own two fines, ONE and OTHER: which of them is in the table ("row", "row-value"). */
static void tell_row_fine(const Walk *walk, Finding *finding, const Saying *one, const Saying *other)
{
    const CaseGroup *group = walk->group;
    if (one->document != group->fine_document || !group->fine || strcmp(one->field->id, group->fine->id) != 0)
        return;
    const CaseRow *ones = row_with_fine(walk->check, group, one->field), *others = row_with_fine(walk->check, group, other->field);
    const CaseRow *row = ones ? ones : others;
    if (!row)
        return;
    finding_param(finding, "row", row->place);
    finding_param(finding, "row-value", (ones ? one : other)->field->value);
}

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
        if (!saying_is_same(&a, &b))
            tell_row_fine(walk, contradiction_add(walk->check, walk->group, field->id, &a, &b), &a, &b);
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
    const char *id = walk->rule->as ? walk->rule->as : "doc-number";
    for (guint i = 0; number_named(walk->rule, document) && i < document->fields->len; i++) { /* two, of which either may be right */
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) == 0 && field->status == VALUE_VALID)
            g_hash_table_add(walk->known, text_fold(field_key(field)));
    }
}

static bool is_known(const ReferenceWalk *walk, const Field *field)
{
    g_autofree char *folded = text_fold(field_key(field));
    return g_hash_table_contains(walk->known, folded);
}

/* Of several values of DOCUMENT one may be that: the last of some payments. */
static bool tells_known(const ReferenceWalk *walk, const Document *document)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, walk->rule->field) == 0 && field->status == VALUE_VALID && is_known(walk, field))
            return true;
    }
    return false;
}

/* The record of a first inspection may name an order of years ago, never the one that followed from it. */
static bool is_older(const ReferenceWalk *walk, const Document *document)
{
    Day last = document_last_day(document);
    return walk->first != DAY_NONE && last != DAY_NONE && last < walk->first;
}

/* ---- a number of another case file ---- */

/* The case file that speaks with the number KEY, else the last one of which a document has it; NULL for none but WALK's. */
static const CaseGroup *group_elsewhere(const ReferenceWalk *walk, const char *key)
{
    const GPtrArray *groups = walk->check->submission->groups;
    const CaseGroup *found = NULL;
    for (guint i = 0; i < groups->len; i++) {
        const CaseGroup *group = groups->pdata[i];
        bool speaks = g_strcmp0(group->key, key) == 0,
             own = g_ptr_array_find_with_equal_func(group->own_keys, key, g_str_equal, NULL);
        if (group != walk->group && (speaks || (own && !found)))
            found = group;
    }
    return found;
}

static void look_numbered(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    const Document **found = data;
    *found = *found ? *found : document;
}

static bool is_alike(const Field *a, const Field *b)
{
    bool known = a && b && a->status == VALUE_VALID && b->status == VALUE_VALID;
    if (!known)
        return false;
    return strcmp(a->id, "party") == 0 ? body_is_same(a, b) : strcmp(field_key(a), field_key(b)) == 0;
}

/* What NAMER tells of OWNER's case and not of that of OTHER, whose number it names, as ids parted by blanks: it belongs here, and
 * its number is the slip.  Empty where it tells nothing of the kind, NULL where something of the other's.  Caller frees. */
static char *told_of_own_case(const ReferenceWalk *walk, const CaseGroup *other, const Saying *owner, const Saying *namer)
{
    static const char *const ids[] = {"party", "decision-date", "fine-yuan"};
    const Document *theirs = NULL;
    casegroup_each_numbered(other, field_key(namer->field), look_numbered, &theirs);
    g_autoptr(GString) told = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        const Field *field = document_value(namer->document, ids[i]), *ours = document_value(owner->document, ids[i]),
                    *their = document_value(theirs, ids[i]);
        if (i == 0) {
            ours = ours ? ours : walk->group->party;
            their = their ? their : other->party;
        }
        bool own = is_alike(field, ours), others = is_alike(field, their);
        if (others && !own)
            return NULL;
        if (own && !others)
            g_string_append_printf(told, "%s%s", told->len > 0 ? " " : "", ids[i]);
    }
    return g_string_free(g_steal_pointer(&told), FALSE);
}

/* The row of the table that has the number of OWNER, which speaks for the case, with its party, while OTHER speaks with the number that
 * NAMER and others have; NULL for none. */
static const CaseRow *row_of_owner(const ReferenceWalk *walk, const CaseGroup *other, const Saying *owner, const Saying *namer)
{
    const CaseGroup *group = walk->group;
    if (owner->document != group->speaking || g_strcmp0(other->key, field_key(namer->field)) != 0)
        return NULL;
    return row_bearing_out(walk->check, group, "party");
}

/* NAMER names OWNER by the number of OTHER's paper: it was put here by mistake, or, where TOLD shows that it belongs here, that
 * number is to be corrected in it. */
static Finding *add_number_of_other(const ReferenceWalk *walk, const char *field, const CaseGroup *other, const Saying *owner,
                                    const Saying *namer, const char *told)
{
    Finding *finding = contradiction_add_as(walk->check, walk->group, told ? "other-number" : NULL, field, owner, namer);
    finding_param(finding, "elsewhere", other->name);
    if (told) {
        const char *type = namer->document->type;
        finding_param(finding, "told", told);
        finding_param(finding, "owner-file", owner->file->facts->path);
        finding_param(finding, "owner-place", owner->field->place);
        finding_drop(finding, "served"); /* by the owner's type: that is right */
        finding_drop(finding, "signed");
        finding_drop(finding, "winner");
        param_out_of_hand(walk->check->in->rules->cases, finding, type, type);
        finding_param(finding, "sent", g_str_has_suffix(type, "-transfer") ? type : NULL);
    }
    finding_turn_to(finding, namer);
    return finding;
}

/* All others that repeat what OWNER says, of which NAMER says something else, repeat it right. */
static void tell_odd_namer(const ReferenceWalk *walk, Finding *finding, const Saying *owner, const Saying *namer)
{
    if (!walk->rule || finding_value(finding, "alone") || finding_value(finding, "elsewhere"))
        return;
    const SameRule repeating = {.field = walk->rule->field, .in = walk->rule->in};
    g_autoptr(GArray) sayings = g_array_new(FALSE, FALSE, sizeof(Saying));
    g_array_append_val(sayings, *owner);
    sayings_gather(walk->group, &repeating, sayings);
    odd_tell(walk->check->in->rules->cases, walk->group, finding, sayings, owner, namer);
}

/* OWNER has another number than the one by which NAMER names it.  One paper alone against many is told once,
 * with all of them; TOLD holds the pairs of numbers. */
static void add_reference(const ReferenceWalk *walk, const char *field, const Saying *owner, const Saying *namer,
                          bool namer_wins)
{
    g_autofree char *pair = g_strdup_printf("%s|%s", field_key(owner->field), field_key(namer->field));
    if (g_hash_table_contains(walk->told, pair))
        return;
    const CaseGroup *other = namer_wins ? NULL : group_elsewhere(walk, field_key(namer->field));
    g_autoptr(GString) places = g_string_new(NULL);
    const bool odd = other && odd_is_owner(walk->group, owner, namer, places);
    const CaseRow *row = odd ? row_of_owner(walk, other, owner, namer) : NULL;
    g_autofree char *told = other && (!odd || row) ? told_of_own_case(walk, other, owner, namer) : NULL;
    const char *of_own = told && (row || told[0] != '\0') ? told : NULL;
    Finding *finding = other        ? add_number_of_other(walk, field, other, owner, namer, of_own)
                       : namer_wins ? contradiction_add(walk->check, walk->group, field, namer, owner)
                                    : contradiction_add(walk->check, walk->group, field, owner, namer);
    if (of_own && row) { /* all of them are to be corrected, and are told once */
        finding_param(finding, "told-row", row->place);
        finding_param(finding, "same-number", places->str);
        g_hash_table_add(walk->told, g_steal_pointer(&pair));
    }
    if (of_own || row)
        return;
    odd_tell_number(walk->check->in->rules->cases, walk->group, finding, owner, namer);
    const bool alone = finding_value(finding, "alone"),
               sides = !alone && !other && odd_tell_sides(walk->check, walk->group, finding, owner, namer, namer_wins);
    if (alone || sides)
        g_hash_table_add(walk->told, g_steal_pointer(&pair));
    if (!namer_wins && !sides)
        tell_odd_namer(walk, finding, owner, namer);
}

/* What tells of a daily decision is not compared with the original one (check_followers). */
static bool is_of_daily(const ReferenceWalk *walk, const Document *document)
{
    return word_in_list(walk->rule->to, ' ', "penalty-decision") && casegroup_follows_daily(walk->group, document);
}

/* SLIP shows a payment; another may be on a scan, and a later one follows where it is not of the whole fine. */
static bool may_be_of_another_slip(const CaseGroup *group, const Saying *slip, bool is_later)
{
    const char *type = slip->document->type;
    return strcmp(type, "payment-receipt") == 0 &&
           (law_has_unread(group, type) ||
            (is_later && !(casegroup_count(group, type) == 1 && document_says(slip->document, "fine-yuan", group->fine))));
}

static void check_reference(const SubFile *file, const Document *document, gpointer data)
{
    ReferenceWalk *walk = data;
    const Field *field = document_value(document, walk->rule->field);
    bool comparable = field && field->status == VALUE_VALID && (field->key || walk->rule->as);
    if (!comparable || is_older(walk, document) || is_known(walk, field) || is_of_daily(walk, document) ||
        (walk->rule->as && tells_known(walk, document)))
        return;
    Reference reference = {.group = walk->group, .from = document, .rule = walk->rule};
    casegroup_each_of(walk->group, walk->rule->to, look_target, &reference);
    if (!reference.target.field)
        return;
    if (!walk->rule->as && casegroup_may_mean_unread(walk->check->in->rules, walk->group, reference.target.document->type, field_key(field)))
        return;
    const Saying saying = {file, document, field}, *target = &reference.target;
    const bool is_later = day_parse_iso(field->value) > day_parse_iso(target->field->value);
    if ((walk->rule->before && is_later) || may_be_of_another_slip(walk->group, target, is_later))
        return;
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

/* ---- papers that follow a daily decision ---- */

/* What DOCUMENT of FILE tells in its field ID, against that of the daily decision, OWN; it may tell of the original one besides. */
static void compare_follower(const Walk *walk, const SubFile *file, const Document *document, const char *id, const char *own)
{
    CaseGroup *group = walk->group;
    const Field *told = document_value(document, id), *decided = document_value(group->speaking, own);
    const Document *original = law_original_penalty(group).decision;
    if (!told || told->status != VALUE_VALID || !decided || decided->status != VALUE_VALID ||
        document_says(document, id, decided) || document_says(group->speaking, own, told) ||
        (original && (document_says(original, "fine-yuan", told) || document_says(original, "decision-date", told))))
        return;
    const Saying decision = {group->speaking_file, group->speaking, decided}, other = {file, document, told};
    if (!enforced_is_rest(group, &other, &decision) && !notes_registered(walk->check, group, decided, told))
        contradiction_add(walk->check, group, id, &decision, &other);
}

/* The daily decision, which OURS is of, has the number of the ORIGINAL one: told once, with all that name it as THEIRS does. */
static void add_original_number(const ReferenceWalk *walk, const Saying *ours, const Saying *theirs, const Saying *original)
{
    if (!g_hash_table_add(walk->told, g_strdup(field_key(ours->field))))
        return;
    Finding *finding = contradiction_add_as(walk->check, walk->group, "original-number", "decision-number", ours, theirs);
    finding_param(finding, "original-file", original->file->facts->path);
    finding_param(finding, "original-place", original->field->place);
    const CaseRow *row = case_row_of(walk->check, field_key(theirs->field), KIND_DAILY);
    if (row)
        finding_param(finding, "row", row->place);
    odd_tell_named(walk->group, finding, ours, theirs);
}

/* By another number than the daily decision, OURS, has: one of the two is a slip. */
static void compare_number(const ReferenceWalk *walk, const Saying *ours, const SubFile *file, const Document *document)
{
    const CaseGroup *group = walk->group;
    const Field *told = document_value(document, "decision-number");
    if (!told || told->status != VALUE_VALID || !told->key || document_says(ours->document, "doc-number", told) ||
        notes_registered(walk->check, group, ours->field, told))
        return;
    const Saying theirs = {file, document, told};
    const Penalty penalty = law_original_penalty(group);
    const Field *number = penalty.decision ? document_value(penalty.decision, "doc-number") : NULL;
    if (number && document_says(ours->document, "doc-number", number))
        add_original_number(walk, ours, &theirs, &(Saying){penalty.file, penalty.decision, number});
    else if (!document_mentions(document, group->key))
        add_reference(walk, "decision-number", ours, &theirs, false);
}

static void look_follower(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const compared[][2] = {{"fine-yuan", "total-yuan"}, {"demanded-yuan", "total-yuan"}, {"decision-date", "decision-date"}};
    const ReferenceWalk *walk = data;
    const bool paid = strcmp(document->type, "payment-receipt") == 0;
    if (!casegroup_follows_daily(walk->group, document))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(compared) && !paid; i++) /* a payment may be one of several */
        compare_follower(&(Walk){walk->check, walk->group}, file, document, compared[i][0], compared[i][1]);
    const Saying ours = {walk->group->speaking_file, walk->group->speaking, document_value(walk->group->speaking, "doc-number")};
    if (ours.field && ours.field->status == VALUE_VALID)
        compare_number(walk, &ours, file, document);
}

static void check_followers(Check *check, CaseGroup *group, GHashTable *told)
{
    if (group->kind == KIND_DAILY && group->speaking)
        casegroup_each_of(group, "closing-form demand payment-receipt", look_follower,
                          &(ReferenceWalk){.check = check, .group = group, .told = told});
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
    check_followers(check, group, told);
}
