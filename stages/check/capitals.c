/* EXT-002, capitals: a payment slip whose amount in capitals (大写) is not the one in figures; in-words: any other paper in which
 * figures stand beside the words of one amount and say another. */
#include <string.h>

#include "checks.h"
#include "money.h"
#include "text.h"

static bool is_in_capitals(const char *quote)
{
    static const char *const capitals[] = {"壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", NULL};
    return text_has_any(quote, capitals);
}

/* What stands behind ￥ in the same quotation, in fen; 0 for nothing. */
static int64_t figures_behind(const char *quote)
{
    const char *sign = strstr(quote, "￥") ? strstr(quote, "￥") : strstr(quote, "¥");
    Money money;
    return sign && money_find(sign, 0, &money) ? money.fen : 0;
}

/* The amounts of one slip: the one in capitals, and those in figures, maybe items that add up to it. */
typedef struct {
    const Field *words, *figures; /* the first of each; NULL */
    int64_t words_fen, sum_fen, behind_fen; /* behind: in figures beside the words */
    bool several; /* in capitals: which is meant cannot be told */
} Amounts;

/* The figures that stand with words which say another amount are a value of their own; they are read with the words. */
static bool is_with_words(const Field *field)
{
    return g_strcmp0(field->rule, "words-and-figures") == 0;
}

static void take_amount(Amounts *amounts, const Field *field)
{
    const char *quote = field_quote(field);
    Money money;
    if (!money_parse_cell(field->value, 100, &money))
        return;
    if (!is_in_capitals(quote)) {
        amounts->figures = amounts->figures ? amounts->figures : field;
        amounts->sum_fen += money.fen;
        return;
    }
    int64_t behind = figures_behind(quote);
    amounts->several |= amounts->words != NULL;
    amounts->words = field;
    amounts->words_fen = money.fen;
    if (behind > 0 && !amounts->figures)
        amounts->figures = field;
    amounts->sum_fen += behind;
    amounts->behind_fen = behind;
}

static bool has_figure(const Document *document, const Amounts *amounts)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (field != amounts->words && strcmp(field->id, "fine-yuan") == 0 &&
            strcmp(field->value, amounts->words->value) == 0)
            return true;
    }
    return false;
}

static void look_slip(const SubFile *file, const Document *document, gpointer data)
{
    Check *check = data;
    Amounts amounts = {0};
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "fine-yuan") == 0 && field->status == VALUE_VALID && !is_with_words(field))
            take_amount(&amounts, field);
    }
    bool both = amounts.words && amounts.figures;
    if (!both || amounts.several || amounts.sum_fen == amounts.words_fen ||
        amounts.behind_fen == amounts.words_fen || has_figure(document, &amounts))
        return;
    Finding *finding = check_add(check, "EXT-002", "capitals", file->group, file, amounts.words->place);
    finding_param(finding, "doctype", document->type);
    param_quote(finding, "quote", field_quote(amounts.words));
    if (amounts.figures == amounts.words)
        return;
    param_quote(finding, "other-quote", field_quote(amounts.figures));
    finding_param(finding, "other-place", amounts.figures->place);
}

/* Where a paper has one value of a field, its two are told as such (same-document); the same amount may be read as another field too. */
static bool is_told_as_two(const Check *check, const Document *document, const Field *field)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *each = document->fields->pdata[i];
        if (is_with_words(each) && g_strcmp0(each->place, field->place) == 0 && text_same(each->value, field->value) &&
            field_is_single(check, each->id, document->type))
            return true;
    }
    return false;
}

static void look_words(const SubFile *file, const Document *document, gpointer data)
{
    Check *check = data;
    for (guint i = 0; strcmp(document->type, "payment-receipt") != 0 && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (!is_with_words(field) || field->status != VALUE_VALID || is_told_as_two(check, document, field))
            continue;
        Finding *finding = check_add(check, "EXT-002", "in-words", file->group, file, field->place);
        finding_param(finding, "field", field->id);
        finding_param(finding, "doctype", document->type);
        param_quote(finding, "quote", field_quote(field));
    }
}

void capitals_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_words, check);
    casegroup_each_of(group, "payment-receipt", look_slip, check);
}
