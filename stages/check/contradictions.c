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

void contradictions_check(Check *check, CaseGroup *group)
{
    const CaseRules *rules = check->in->rules->cases;
    casegroup_each_document(group, check_within, &(Walk){check, group});
    for (guint i = 0; i < rules->same->len; i++)
        check_same(check, group, rules->same->pdata[i]);
}
