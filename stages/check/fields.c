/* EXT-001 and EXT-002: what a case file's documents should say and do not, or say in two ways. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* ---- EXT-001 ---- */

/* The field id of what a kind needs. */
static const char *need_field(const CaseGroup *group, const KindRule *rule, const char *need, char **owned)
{
    if (strcmp(need, "date") == 0) {
        size_t length = strcspn(rule->date, " ");
        return *owned = g_strndup(rule->date, length);
    }
    if (strcmp(need, "fine") == 0)
        return group->kind == KIND_DAILY ? "total-yuan" : "fine-yuan";
    return need;
}

static bool need_is_met(const CaseGroup *group, const char *need)
{
    if (strcmp(need, "doc-number") == 0)
        return group->number != NULL;
    if (strcmp(need, "party") == 0)
        return group->party != NULL;
    if (strcmp(need, "date") == 0)
        return group->date != DAY_NONE;
    return group->fine != NULL;
}

/* True when the speaking document has a value that cannot be: EXT-003 tells that. */
static bool need_is_invalid(const CaseGroup *group, const KindRule *rule, const char *need, const char *field)
{
    for (guint i = 0; group->speaking && i < group->speaking->fields->len; i++) {
        const Field *each = group->speaking->fields->pdata[i];
        bool asked = strcmp(each->id, field) == 0 || (strcmp(need, "date") == 0 && word_in_list(rule->date, ' ', each->id));
        if (asked && each->status == VALUE_INVALID)
            return true;
    }
    return false;
}

static void check_needs(Check *check, CaseGroup *group, const KindRule *rule)
{
    g_auto(GStrv) needs = g_strsplit(rule->needs, " ", -1);
    g_autoptr(GString) missing = g_string_new(NULL);
    const char *type = casegroup_speaking_type(check->in->rules, group);
    for (char **need = needs; *need; need++) {
        if (need_is_met(group, *need))
            continue;
        g_autofree char *owned = NULL;
        const char *field = need_field(group, rule, *need, &owned);
        g_string_append_printf(missing, "%s%s", missing->len > 0 ? " " : "", field);
        if (!group->speaking || need_is_invalid(group, rule, *need, field))
            continue;
        Finding *finding = check_add(check, "EXT-001", NULL, group, group->speaking_file, group->speaking->first);
        finding_param(finding, "field", field);
        finding_param(finding, "doctype", type);
    }
    if (group->speaking || missing->len == 0)
        return;
    Finding *finding = check_add(check, "EXT-001", "no-document", group, group->speaking_file, NULL);
    finding_param(finding, "field", missing->str);
    finding_param(finding, "doctype", type);
}

/* ---- EXT-002 ---- */

/* The decision wins over the report, the report over forms (SPEC 6.2); the document that speaks for the case comes before all, but a letter
 * or an application only repeats what the decision fined, and when. */
static int saying_rank(const CaseGroup *group, const Saying *saying)
{
    static const char *const of_decisions[] = {"fine-yuan", "decision-date", "decision-number", NULL};
    bool decision = g_str_has_suffix(saying->document->type, "-decision");
    if (saying->document == group->speaking && (decision || !g_strv_contains(of_decisions, saying->field->id)))
        return 0;
    if (decision)
        return 1;
    if (strcmp(saying->document->type, "investigation-report") == 0)
        return 2;
    return 3;
}

static bool says_same(const Saying *a, const Saying *b)
{
    return text_same(field_key(a->field), field_key(b->field));
}

static const char *quote_of(const Field *field)
{
    return field->quote && field->quote[0] != '\0' ? field->quote : field->value;
}

/* What is shown of the two: their quotations, or the values where both stand in one sentence (capital and Arabic numerals). */
static void quote_both(Finding *finding, const Saying *winner, const Saying *other)
{
    bool same = strcmp(quote_of(winner->field), quote_of(other->field)) == 0;
    if (same)
        param_quote(finding, "within", quote_of(winner->field));
    param_quote(finding, "quote", same ? winner->field->value : quote_of(winner->field));
    param_quote(finding, "other-quote", same ? other->field->value : quote_of(other->field));
}

Finding *contradiction_add(Check *check, const CaseGroup *group, const char *field, const Saying *winner,
                           const Saying *other)
{
    bool same = winner->document == other->document;
    Finding *finding = check_add(check, "EXT-002", same ? "same-document" : NULL, group, winner->file, winner->field->place);
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
    return finding;
}

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

static bool told_already(const GArray *sayings, guint index, guint winner)
{
    for (guint i = 0; i < index; i++)
        if (i != winner && says_same(&g_array_index(sayings, Saying, i), &g_array_index(sayings, Saying, index)))
            return true;
    return false;
}

/* True when the winner's document says OTHER's value as well: then it contradicts itself, and that is told there. */
static bool winner_says_it_too(const Saying *winner, const Saying *other)
{
    for (guint i = 0; i < winner->document->fields->len; i++) {
        Saying each = {winner->file, winner->document, winner->document->fields->pdata[i]};
        if (strcmp(each.field->id, winner->field->id) == 0 && each.field->status == VALUE_VALID && says_same(&each, other))
            return true;
    }
    return false;
}

/* The types of the other documents that say what the one at INDEX says, so that all are put right at once. */
static void list_agreeing(Finding *finding, const GArray *sayings, guint index)
{
    const Saying *told = &g_array_index(sayings, Saying, index);
    g_autoptr(GString) types = g_string_new(NULL);
    for (guint i = index + 1; i < sayings->len; i++) {
        const Saying *each = &g_array_index(sayings, Saying, i);
        if (says_same(each, told) && !word_in_list(types->str, ' ', each->document->type))
            g_string_append_printf(types, "%s%s", types->len > 0 ? " " : "", each->document->type);
    }
    if (types->len > 0)
        finding_param(finding, "also", types->str);
}

static void check_same(Check *check, CaseGroup *group, const SameRule *rule)
{
    g_autoptr(GArray) sayings = g_array_new(FALSE, FALSE, sizeof(Saying));
    casegroup_each_document(group, gather, &(Gathering){rule, sayings});
    guint best = 0;
    for (guint i = 1; i < sayings->len; i++)
        if (saying_rank(group, &g_array_index(sayings, Saying, i)) < saying_rank(group, &g_array_index(sayings, Saying, best)))
            best = i;
    for (guint i = 0; i < sayings->len; i++) {
        const Saying *winner = &g_array_index(sayings, Saying, best), *other = &g_array_index(sayings, Saying, i);
        if (!winner_says_it_too(winner, other) && !told_already(sayings, i, best))
            list_agreeing(contradiction_add(check, group, rule->field, winner, other), sayings, i);
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

/* Whether a document of TYPE has one value of FIELD: two different ones contradict. */
static bool is_single(const Check *check, const char *field, const char *type)
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
        if (field->status != VALUE_VALID || !is_single(walk->check, field->id, document->type))
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

/* ---- numbers that name another document of the file ---- */

typedef struct { const RefersRule *rule; Saying target; const char *key; bool found; } Reference;

static void look_target(const SubFile *file, const Document *document, gpointer data)
{
    Reference *reference = data;
    const Field *number = strcmp(document->type, reference->rule->to) == 0 ? document_value(document, "doc-number") : NULL;
    if (!number || number->status != VALUE_VALID)
        return;
    reference->found |= says_same(&(Saying){file, document, number}, &(Saying){.field = &(Field){.key = (char *)reference->key}});
    if (!reference->target.field)
        reference->target = (Saying){file, document, number};
}

typedef struct { Check *check; CaseGroup *group; const RefersRule *rule; } ReferenceWalk;

/* The record of a first inspection may name an order of years ago, never the one that followed from it. */
static bool is_older(const ReferenceWalk *walk, const Document *document)
{
    Day first = walk->rule->later ? casegroup_first_day(walk->group, walk->rule->to) : DAY_NONE, last = document_last_day(document);
    return first != DAY_NONE && last != DAY_NONE && last < first;
}

static void check_reference(const SubFile *file, const Document *document, gpointer data)
{
    ReferenceWalk *walk = data;
    const Field *field = word_in_list(walk->rule->in, ' ', document->type) ? document_value(document, walk->rule->field) : NULL;
    if (!field || field->status != VALUE_VALID || !field->key || is_older(walk, document))
        return;
    Reference reference = {.rule = walk->rule, .key = field->key};
    casegroup_each_document(walk->group, look_target, &reference);
    if (!reference.target.field || reference.found)
        return;
    const Saying saying = {file, document, field}, *target = &reference.target;
    bool wins = saying_rank(walk->group, &saying) <= saying_rank(walk->group, target);
    contradiction_add(walk->check, walk->group, walk->rule->field, wins ? &saying : target,
                      wins ? target : &saying);
}

static void check_served(const SubFile *file, const Document *document, gpointer data)
{
    const Walk *walk = data;
    const CheckRules *rules = walk->check->in->rules;
    Saying meant = {0};
    meant.document = casegroup_receipt_meant(rules, walk->group, file, document, &meant.file);
    if (!meant.document)
        return;
    meant.field = document_value(meant.document, "doc-number");
    const Saying served = {file, document, document_value(document, "served-number")};
    contradiction_add(walk->check, walk->group, "served-number", &meant, &served);
}

void fields_check(Check *check, CaseGroup *group)
{
    const KindRule *rule = kind_rule(check->in->rules, group->kind);
    if (rule)
        check_needs(check, group, rule);
    casegroup_each_document(group, check_within, &(Walk){check, group});
    casegroup_each_document(group, check_served, &(Walk){check, group});
    const CaseRules *rules = check->in->rules->cases;
    for (guint i = 0; i < rules->same->len; i++)
        check_same(check, group, rules->same->pdata[i]);
    for (guint i = 0; i < rules->refers->len; i++)
        casegroup_each_document(group, check_reference, &(ReferenceWalk){check, group, rules->refers->pdata[i]});
}
