/* EXT-002, told: the head of the firm in a record of the place, where the form has a line for the 法定代表人 itself, or in one of
 * an interview, where whoever was questioned is told as that; and in an application to the court, where the demand before it has
 * the head that the decision has.  Whoever was there as 负责人 may be somebody else, and says nothing. */
#include <string.h>

#include "checks.h"
#include "text.h"

typedef struct { Check *check; const CaseGroup *group; Saying decided; } Heads;

static bool names_the_head(const Field *field)
{
    static const char *const labels[] = {"label:法定代表人", "label:法人", NULL};
    bool named = false;
    for (int i = 0; labels[i]; i++)
        named = named || g_str_has_prefix(field->rule, labels[i]);
    return named && field->status == VALUE_VALID;
}

/* True when the words around a value have 法定代表人 for a post that is held, and not one that was (原法定代表人), is next to
 * it (副), or is somebody's whom the value stands by (法定代表人的妻子, 受法定代表人委托). */
static bool tells_the_post(const char *quote)
{
    static const char post[] = "法定代表人";
    static const char *const before[] = {"副", "原", "前", "前任", "受", "由", "经", "代", "非", "不是", "被"};
    static const char *const behind[] = {"的", "之", "委托", "授权", "指派", "助理", "代理", "代表", "妻", "丈夫", "父", "母", "儿", "女", "弟", "兄", "："};
    const char *at = quote ? strstr(quote, post) : NULL;
    bool held = at != NULL;
    for (size_t i = 0; held && i < G_N_ELEMENTS(before); i++) {
        const size_t length = strlen(before[i]);
        held = (size_t)(at - quote) < length || memcmp(at - length, before[i], length) != 0;
    }
    for (size_t i = 0; held && i < G_N_ELEMENTS(behind); i++)
        held = !g_str_has_prefix(at + strlen(post), behind[i]);
    return held;
}

/* The head whom an interview tells as such; NULL for none, or where it is of another firm's. */
static const Field *head_questioned(const Heads *heads, const Document *document)
{
    const Field *head = document_value(document, "legal-rep"), *party = document_value(document, "party"),
                *own = document_value(heads->decided.document, "party");
    return head && head->status == VALUE_VALID && party && own && body_is_same(party, own) && tells_the_post(head->quote) ? head : NULL;
}

/* Whether it is told already that the decision differs from papers that say what HEAD says: one cause, one finding. */
static bool is_told(const Heads *heads, const Field *head)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(heads->check, "EXT-002", heads->group, &at));) {
        const char *other = finding_value(told, "other-value");
        bool of_decision = g_strcmp0(finding_value(told, "field"), head->id) == 0 &&
                           g_strcmp0(finding_value(told, "doctype"), heads->decided.document->type) == 0;
        if (of_decision && other && text_same(other, head->value))
            return true;
    }
    return false;
}

/* The head of the respondent in an application; NULL where the demand before it has not that of the decision: a firm may change
 * its head before the court is asked. */
static const Field *head_enforced(const Heads *heads, const Document *document)
{
    const Document *demand = casegroup_document(heads->group, "demand", NULL);
    const Field *head = document_value(document, "legal-rep"), *demanded = demand ? document_value(demand, "legal-rep") : NULL;
    bool kept = demanded && text_same(demanded->value, heads->decided.field->value);
    return kept && head && head->status == VALUE_VALID ? head : NULL;
}

static void look_record(const SubFile *file, const Document *document, gpointer data)
{
    const Heads *heads = data;
    const Field *head = NULL;
    if (strcmp(document->type, "inspection-record") == 0)
        head = document_value(document, "legal-rep");
    else if (strcmp(document->type, "interview-record") == 0)
        head = head_questioned(heads, document);
    else if (strcmp(document->type, "enforcement-application") == 0)
        head = head_enforced(heads, document);
    if (!head || (strcmp(document->type, "inspection-record") == 0 && !names_the_head(head)) ||
        text_same(head->value, heads->decided.field->value) || is_told(heads, head) ||
        notes_registered(heads->check, heads->group, head, heads->decided.field))
        return;
    const Saying said = {file, document, head};
    Finding *finding = contradiction_add_as(heads->check, heads->group, "told", "legal-rep", &said, &heads->decided);
    finding_param(finding, "head", "legal-rep");
}

/* A record of another party is told of as such (misfiled.c). */
void recordhead_check(Check *check, CaseGroup *group)
{
    Heads heads = {.check = check, .group = group};
    heads.decided.document = casegroup_document(group, "penalty-decision", &heads.decided.file);
    heads.decided.field = heads.decided.document ? document_value(heads.decided.document, "legal-rep") : NULL;
    if (!heads.decided.field || heads.decided.field->status != VALUE_VALID)
        return;
    casegroup_each_document(group, look_record, &heads);
}
