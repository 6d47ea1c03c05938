/* LAW-016 and 017: terms that a paper tells the party, and a fine outside the range that the decision itself quotes. */
#include <string.h>

#include "lawdates.h"
#include "money.h"
#include "text.h"

static void check_term(const CaseWalk *papers, const TermRule *rule, const SubFile *file, const Document *document)
{
    const Field *told = document_value(document, rule->field);
    int64_t value;
    if (!told || told->status != VALUE_VALID || !text_integer(told->value, &value))
        return;
    if (value >= rule->least && (rule->most == 0 || value <= rule->most))
        return;
    Finding *finding = check_add(papers->check, "LAW-016", rule->variant, papers->group, file, told->place);
    finding_param(finding, "doctype", document->type);
    param_int(finding, "value", value);
    param_int(finding, "expected", rule->least);
    param_quote(finding, "quote", told->quote);
}

static void add_review_body(const CaseWalk *papers, const char *variant, const SubFile *file, const Document *document)
{
    const Field *told = document_value(document, "review-body");
    Finding *finding = check_add(papers->check, "LAW-016", variant, papers->group, file, told->place);
    finding_param(finding, "doctype", document->type);
    param_quote(finding, "quote", told->value);
}

/* All that are named for the review of what a county's bureau decided are of the province or the state. */
static bool is_too_high(const Check *check, const char *body, const char *agency)
{
    static const char *const near[] = {"县", "市", "区", "州", "级", "本机关", NULL};
    return agency && agency_is_countys(check, agency) && text_has_any_of(body, check->in->rules->cases->too_high) &&
           !text_has_any(body, near);
}

/* A review is asked of the people's government or of the bureau above, not of the bureau that decided, nor of one
 * further up (Administrative Review Law, art. 12): all that are named are that one. */
static void check_review_body(const CaseWalk *papers, const SubFile *file, const Document *document)
{
    static const char *const own[] = {"我局", "本局", "本机关", "我机关", "本行政机关"};
    const Field *told = document_value(document, "review-body"), *agency = document_value(document, "agency");
    if (!told)
        return;
    g_autofree char *body = text_fold(told->value), *decided = agency ? text_fold(field_key(agency)) : NULL;
    bool self = decided && text_same(body, decided);
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
        self |= text_same(body, own[i]);
    if (self)
        add_review_body(papers, "review-body", file, document);
    else if (is_too_high(papers->check, body, decided))
        add_review_body(papers, "review-too-high", file, document);
}

static void look_paper(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *papers = data;
    const GPtrArray *terms = papers->check->in->rules->cases->terms;
    for (guint i = 0; i < terms->len; i++)
        check_term(papers, terms->pdata[i], file, document);
    check_review_body(papers, file, document);
}

/* ---- the range of fines ---- */

/* The ends of the ranges that a decision quotes: the lowest of the lower ones, the last of the upper ones and how many of these there are. */
typedef struct { Decimal least, most; int count; } Range;

static bool amount_of(const Field *field, Decimal *amount)
{
    return field->status == VALUE_VALID && decimal_parse(field->value, amount);
}

static bool is_quoted_before(const Document *document, guint index)
{
    const Field *field = document->fields->pdata[index];
    for (guint i = 0; i < index; i++) {
        const Field *other = document->fields->pdata[i];
        if (strcmp(other->id, field->id) == 0 && strcmp(other->value, field->value) == 0)
            return true;
    }
    return false;
}

static Range range_of(const Document *decision)
{
    Range range = {0};
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        Decimal amount = {0};
        bool least = strcmp(field->id, "fine-least-yuan") == 0, most = strcmp(field->id, "fine-most-yuan") == 0;
        if ((!least && !most) || !amount_of(field, &amount) || is_quoted_before(decision, i))
            continue;
        if (least && (range.least.mantissa == 0 || decimal_compare(amount, range.least) < 0))
            range.least = amount;
        if (most) {
            range.most = amount;
            range.count++;
        }
    }
    return range;
}

/* A fine that adds up from several is in no quotation as it is, or is called their total. */
static bool is_sum(const Field *fine)
{
    static const char *const totals[] = {"合计", "共计", "总计", "合并", NULL};
    Money part;
    if (text_has_any(fine->quote, totals))
        return true;
    for (size_t from = 0; fine->quote && money_find(fine->quote, from, &part); from = part.end) {
        g_autofree char *amount = money_format(part.fen);
        if (strcmp(amount, fine->value) == 0)
            return false;
    }
    return true;
}

/* Of several ranges only the lowest end is known to bind: which upper end is that of which act cannot be told. */
static void check_range(Check *check, const CaseGroup *group)
{
    const Penalty penalty = law_penalty(group);
    const Range range = penalty.fine ? range_of(penalty.decision) : (Range){0};
    Decimal fine = {0};
    if (range.count == 0 || !amount_of(penalty.fine, &fine))
        return;
    bool mitigated = document_value(penalty.decision, "mitigated") != NULL; /* 减轻处罚 goes below the range */
    bool below = decimal_compare(fine, range.least) < 0 && !mitigated,
         above = range.count == 1 && decimal_compare(fine, range.most) > 0 && !is_sum(penalty.fine);
    if (!below && !above)
        return;
    const Field *end = document_value(penalty.decision, below ? "fine-least-yuan" : "fine-most-yuan");
    Finding *finding =
        check_add(check, "LAW-017", below ? "below" : NULL, group, penalty.fine_file, penalty.fine->place);
    finding_param(finding, "fine", penalty.fine->value);
    param_quote(finding, "quote", end->quote);
    finding_param(finding, "other-place", end->place);
}

/* The share that FIELD tells, in hundredths of the whole; false for more than the whole. */
static bool share_of(const Field *field, int64_t *share)
{
    enum { WHOLE = 100 };
    return field && text_integer(field->value, share) && *share >= 0 && *share <= WHOLE;
}

/* A fine that the decision itself says is a share of the investment, which it gives: 百分之一以上百分之五以下. */
static void check_share(Check *check, const CaseGroup *group)
{
    const Penalty penalty = law_penalty(group);
    const Field *investment = document_value(penalty.decision, "investment-yuan");
    int64_t whole, fine, from, to;
    if (!law_amount_fen(investment, &whole) || !law_amount_fen(penalty.fine, &fine) ||
        !share_of(document_value(penalty.decision, "share-least"), &from) ||
        !share_of(document_value(penalty.decision, "share-most"), &to) || is_sum(penalty.fine))
        return;
    bool mitigated = document_value(penalty.decision, "mitigated") != NULL;
    bool below = fine < whole / 100 * from && !mitigated, above = fine > whole / 100 * to;
    if (!below && !above)
        return;
    Finding *finding = check_add(check, "LAW-017", below ? "share-below" : "share-above", group,
                                 penalty.fine_file, penalty.fine->place);
    finding_param(finding, "fine", penalty.fine->value);
    finding_param(finding, "investment", investment->value);
    param_int(finding, "share", below ? from : to);
    finding_param(finding, "other-place", investment->place);
}

void terms_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_paper, &(CaseWalk){check, group});
    check_range(check, group);
    check_share(check, group);
}
