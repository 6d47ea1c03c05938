/* SET-004 and 005: documents that the kind requires or should have. */
#include <string.h>

#include "checks.h"

/* Scans without a name that tells anything are taken for evidence: nobody names every photo. */
static bool has_untold_scan(const CaseGroup *group)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (subfile_is_readable_scan(file) && !file->facts->named_type)
            return true;
    }
    return false;
}

/* ---- documents that must come after another: the record of a recheck, not that of the inspection before the order ---- */

typedef struct { const DocumentRule *rule; Day since; int count; } AfterSearch;

static void look_too_early(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    AfterSearch *search = data;
    Day last = document_last_day(document);
    search->count += word_in_list(search->rule->any, '|', document->type) && last != DAY_NONE && last <= search->since;
}

/* How many documents of RULE's types are dated too early; one without a date may be the one asked for. */
static int count_too_early(const CaseGroup *group, const DocumentRule *rule)
{
    AfterSearch search = {.rule = rule,
                          .since = rule->after ? casegroup_first_day(group, rule->after) : DAY_NONE};
    if (search.since != DAY_NONE)
        casegroup_each_document(group, look_too_early, &search);
    return search.count;
}

/* ---- */

typedef struct { const char *id; bool found; } FieldSearch;

static void look_field(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    FieldSearch *search = data;
    const Field *field = document_value(document, search->id);
    search->found |= field && field->status == VALUE_VALID;
}

static bool has_field(const CaseGroup *group, const char *id)
{
    FieldSearch search = {.id = id};
    casegroup_each_document(group, look_field, &search);
    return search.found;
}

static int count_any(const CaseGroup *group, const char *any)
{
    int count = 0;
    g_auto(GStrv) types = g_strsplit(any, "|", -1);
    for (char **type = types; *type; type++)
        count += casegroup_count(group, *type);
    return count == 0 && word_in_list(any, '|', "evidence") && has_untold_scan(group) ? 1 : count;
}

/* Whether the fine is known to be as high as the rule asks; an unknown fine asks for nothing. */
static bool applies(const CaseGroup *group, const DocumentRule *rule)
{
    Decimal fine = {0};
    if (rule->above_yuan == 0)
        return true;
    return group->fine && decimal_parse(group->fine->value, &fine) && decimal_compare(fine, decimal_from_int(rule->above_yuan)) >= 0;
}

/* Where several are asked for, one of another step shows that the later one is there: the second order. */
static bool has_document(const CaseGroup *group, const DocumentRule *rule)
{
    int count = count_any(group, rule->any) - count_too_early(group, rule), aside = casegroup_aside(group, rule->any);
    if (rule->count > 1)
        return count >= rule->count || aside > 0;
    return count > aside || (rule->field && has_field(group, rule->field));
}

static bool is_met(Check *check, const CaseGroup *group, const DocumentRule *rule, int *untold)
{
    if (!rule->of)
        return has_document(group, rule);
    if (casegroup_receipts(check->in->rules, group, rule->of) > casegroup_receipts_aside(group, rule->of))
        return true;
    return (*untold)-- > 0;
}

bool required_is_met(Check *check, const CaseGroup *group, const DocumentRule *rule)
{
    int untold = casegroup_receipts_untold(check->in->rules, group);
    return is_met(check, group, rule, &untold);
}

char *required_missing(Check *check, const CaseGroup *group, Kind kind)
{
    g_autoptr(GString) papers = g_string_new(NULL);
    int untold = casegroup_receipts_untold(check->in->rules, group);
    const GPtrArray *must = kind_rule(check->in->rules, kind)->must;
    for (guint i = 0; i < must->len; i++) {
        const DocumentRule *rule = must->pdata[i];
        if (is_met(check, group, rule, &untold))
            continue;
        g_string_append_printf(papers, "%s%s%s%s", papers->len > 0 ? "\n" : "",
                               rule->named ? rule->named : rule->any, rule->of ? ":" : "",
                               rule->of ? rule->of : "");
    }
    return g_string_free(g_steal_pointer(&papers), FALSE);
}

static void check_rules(Check *check, const CaseGroup *group, const GPtrArray *rules, const char *code, int *untold)
{
    for (guint i = 0; i < rules->len; i++) {
        const DocumentRule *rule = rules->pdata[i];
        if (!applies(group, rule) || is_met(check, group, rule, untold))
            continue;
        bool speaks = word_in_list(kind_rule(check->in->rules, group->kind)->speaks, ' ', rule->any);
        Finding *finding = check_add(check, code, speaks && strcmp(code, "SET-004") == 0 ? "speaking" : NULL,
                                     group, NULL, NULL);
        finding_param(finding, "kind", kind_ids[group->kind]);
        finding_param(finding, "of", rule->of);
        finding_param(finding, "missing", rule->named ? rule->named : rule->any);
        param_unread(check, finding, group, rule->any);
    }
}

void required_check(Check *check, CaseGroup *group)
{
    const KindRule *rule = kind_rule(check->in->rules, group->kind);
    if (!rule)
        return;
    int untold = casegroup_receipts_untold(check->in->rules, group);
    check_rules(check, group, rule->must, "SET-004", &untold);
    check_rules(check, group, rule->should, "SET-005", &untold);
}
