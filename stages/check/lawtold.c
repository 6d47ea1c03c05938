/* EXT-002, notice and discussion: a decision that says something else than its notice told (provisions, and the
 * figures of a daily penalty), and a fine other than the one that was agreed on. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

typedef struct { const SubFile *file; const Document *document; } Paper;

static bool is_provision(const ToldRule *rule)
{
    return g_str_has_prefix(rule->field, "laws-");
}

/* What counts of VALUE, "law|article|paragraph|item": law and article. */
static char *provision_key(const char *value)
{
    g_auto(GStrv) parts = g_strsplit(value, "|", 3);
    return g_strv_length(parts) < 2 ? g_strdup(value) : g_strconcat(parts[0], "|", parts[1], NULL);
}

static bool is_procedural(const Check *check, const char *value)
{
    const GPtrArray *laws = check->in->rules->cases->procedural;
    for (guint i = 0; i < laws->len; i++)
        if (g_str_has_prefix(value, laws->pdata[i]) && value[strlen(laws->pdata[i])] == '|')
            return true;
    return false;
}

/* The values of the field ID of DOCUMENT that are compared; free with g_ptr_array_unref. */
static GPtrArray *values_of(const Check *check, const ToldRule *rule, const Document *document, const char *id)
{
    GPtrArray *values = g_ptr_array_new();
    for (guint i = 0; document && i < document->fields->len; i++) {
        Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) == 0 && field->status == VALUE_VALID && !(is_provision(rule) && is_procedural(check, field->value)))
            g_ptr_array_add(values, field);
    }
    return values;
}

static bool is_same(const ToldRule *rule, const Field *a, const Field *b)
{
    if (!is_provision(rule))
        return text_same(field_key(a), field_key(b));
    g_autofree char *first = provision_key(a->value), *second = provision_key(b->value);
    return text_same(first, second);
}

static bool have_one_in_common(const ToldRule *rule, const GPtrArray *a, const GPtrArray *b)
{
    for (guint i = 0; i < a->len; i++)
        for (guint j = 0; j < b->len; j++)
            if (is_same(rule, a->pdata[i], b->pdata[j]))
                return true;
    return false;
}

static void param_value(Finding *finding, const char *name, const Field *field)
{
    param_quote(finding, name, field_quote(field));
}

static void compare(Check *check, const CaseGroup *group, const ToldRule *rule, Paper decision, const Dated *notice)
{
    g_autoptr(GPtrArray) decided = values_of(check, rule, decision.document, rule->field),
                         told = values_of(check, rule, notice->document, rule->as);
    if (decided->len == 0 || told->len == 0 || have_one_in_common(rule, decided, told))
        return;
    const Field *says = decided->pdata[0], *other = told->pdata[0];
    Finding *finding = check_add(check, "EXT-002", "notice", group, decision.file, says->place);
    finding_param(finding, "field", rule->field);
    finding_param(finding, "doctype", decision.document->type);
    param_value(finding, "quote", says);
    finding_param(finding, "other-doctype", notice->document->type);
    param_value(finding, "other-quote", other);
    finding_param(finding, "other-file", notice->file->facts->path);
    finding_param(finding, "other-place", other->place);
}

typedef struct { Check *check; const CaseGroup *group; } Decisions;

static void look_decision(const SubFile *file, const Document *document, gpointer data)
{
    const Decisions *decisions = data;
    const GPtrArray *rules = decisions->check->in->rules->cases->told;
    Dated notice = {0};
    for (guint i = 0; i < rules->len; i++) {
        const ToldRule *rule = rules->pdata[i];
        if (!word_in_list(rule->in, ' ', document->type))
            continue;
        if (!notice.document)
            notice = dated_notice(decisions->group, document, dated_decision(file, document).day);
        compare(decisions->check, decisions->group, rule, (Paper){file, document}, &notice);
    }
}

/* ---- the fine that was agreed on ---- */

typedef struct {
    const Field *fine;
    Day notice; /* of the decision */
    Saying other;
    bool agreed;
} Discussions;

/* A discussion before the notice may have been on what to tell: the party's answer may have changed it. */
static void look_discussion(const SubFile *file, const Document *document, gpointer data)
{
    Discussions *search = data;
    Day day = document_day(document, "document-date");
    bool before = day != DAY_NONE && search->notice != DAY_NONE && day < search->notice;
    if (before)
        return;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Decimal fine = {0}, sum = {0};
        if (strcmp(field->id, "proposed-fine-yuan") != 0 || field->status != VALUE_VALID ||
            !decimal_parse(field->value, &sum) || !decimal_parse(search->fine->value, &fine))
            continue;
        search->agreed |= decimal_compare(sum, fine) == 0;
        search->other = (Saying){file, document, field};
    }
}

static void check_discussed(Check *check, const CaseGroup *group)
{
    if (group->kind != KIND_PENALTY || !group->speaking || !group->fine ||
        group->fine_file != group->speaking_file)
        return;
    Dated decision = dated_decision(group->speaking_file, group->speaking),
          notice = dated_notice(group, group->speaking, decision.day);
    Discussions search = {.fine = group->fine, .notice = notice.day};
    casegroup_each_of(group, "discussion-record", look_discussion, &search);
    if (search.agreed || !search.other.field ||
        casegroup_replaced_says(group, "fine-yuan", field_key(search.other.field)))
        return;
    const Saying decided = {group->speaking_file, group->speaking, group->fine};
    contradiction_add_as(check, group, "discussion", "fine-yuan", &decided, &search.other);
}

void told_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_decision, &(Decisions){check, group});
    check_discussed(check, group);
}
