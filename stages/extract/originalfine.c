/* What a paper does not set although an amount or its place is there: the fine of the decision before it, which one that is counted
 * by the day (令第28号, art. 17 and 19) names beside its total, and the fine whose place was left blank. */
#include <string.h>

#include "fine.h"
#include "money.h"
#include "text.h"

bool is_counted_by_day(const Gather *gather)
{
    const Document *document = gather->document;
    bool notice = strcmp(document->type, "penalty-notice") == 0 && document->title && strstr(document->title, "按日");
    return notice || strcmp(document->type, "daily-decision") == 0 || gather_has(gather, "per-day-yuan", NULL);
}

/* Whether the sentence names the decision before this one and then, until AT, neither decides nor counts nor gives another amount:
 * …作出《行政处罚决定书》（沅环罚字〔2016〕22号），罚款10万元. */
static bool is_told_of_decision(const char *text, size_t sentence, size_t at)
{
    static const char *const names[] = {"处罚决定", "罚字", "罚决", "罚〔"};
    static const char *const own[] = {"按日连续", "按日", "连续"};
    static const char *const new_words[] = {"元", "按日", "连续处罚", "共计", "合计", "总", "决定对", "决定处", "决定给予", "决定自", NULL};
    g_autofree char *before = g_strndup(text + sentence, at - sentence);
    const char *last = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *name = g_strrstr(before, names[i]);
        last = name && (!last || name > last) ? name : last;
    }
    if (!last)
        return false;
    g_autofree char *lead = g_strndup(before, (gsize)(last - before));
    bool of_this = text_has_any(last, new_words);
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
        of_this = of_this || g_str_has_suffix(lead, own[i]);
    return !of_this;
}

/* Whether its own clause calls the amount what is multiplied: 以原罚款10万元为基数. */
static bool is_multiplied(const char *text, size_t at)
{
    static const char *const stops[] = {"。", ";", ",", ":", "\n", NULL};
    static const char *const words[] = {"原处罚", "原行政处罚", "原罚款", "原决定", "每日", "每天", "基数", NULL};
    const char *clause = matchtext_part_before(text, at, stops);
    g_autofree char *before = g_strndup(clause, (gsize)(text + at - clause));
    return text_has_any(before, words) || g_str_has_suffix(before, "原"); /* 原 before 罚款 */
}

/* FROM and TO are where the paper decides; there an amount that is the one of a day may still be a wrong total. */
static bool is_original(const Gather *gather, uint32_t from, uint32_t to, const Fine *fine)
{
    const char *text = folded_at(gather->reading, fine->paragraph)->text;
    g_autofree char *value = money_format(fine->fen);
    if (fine->total)
        return false;
    if (is_multiplied(text, fine->at) || is_told_of_decision(text, fine->sentence, fine->at))
        return true;
    bool decides = fine->paragraph >= from && fine->paragraph < to;
    return !decides && gather_has(gather, "per-day-yuan", value) && !gather_has(gather, "days", "1");
}

void drop_original_fines(const Gather *gather, uint32_t from, uint32_t to, GArray *fines)
{
    for (guint i = fines->len; is_counted_by_day(gather) && i-- > 0;)
        if (is_original(gather, from, to, &g_array_index(fines, Fine, i)))
            g_array_remove_index(fines, i);
}

/* Whether the blank is that of the fine: 罚款人民币　　元; of what is counted by the day the one of the total. */
static bool is_of_fine(const Gather *gather, const Candidate *blank, uint32_t from, uint32_t to)
{
    static const char *const totals[] = {"共计", "合计", "总计", "总额", "总金额", "总共", "总数", NULL};
    static const char *const of_day[] = {"每日", "每天", "原处罚", "原罚款", NULL};
    bool decides = blank->order >= from && blank->order < to;
    if (strcmp(blank->field->rule, "unfilled-amount") != 0)
        return false;
    if (is_counted_by_day(gather))
        return text_has_any(blank->field->quote, totals) || (decides && !text_has_any(blank->field->quote, of_day));
    return decides && (g_str_has_prefix(blank->field->value, "罚款") || g_str_has_prefix(blank->field->value, "处"));
}

static const Candidate *blank_fine(const Gather *gather, uint32_t from, uint32_t to)
{
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        if (strcmp(one->field->id, "unfilled") == 0 && is_of_fine(gather, one, from, to))
            return one;
    }
    return NULL;
}

bool fine_is_blank(Gather *gather, uint32_t from, uint32_t to)
{
    const Candidate *blank = blank_fine(gather, from, to);
    if (blank && !gather_has(gather, "fine-blank", NULL))
        gather_add_value(gather, "fine-blank", 1, "unfilled-amount", blank->order, blank->field->quote,
                         g_strdup(blank->field->value), NULL, VALUE_VALID);
    return blank;
}

void drop_before_blank(const Gather *gather, uint32_t from, uint32_t to, GArray *fines)
{
    const Candidate *blank = blank_fine(gather, from, to);
    if (!blank || !strstr(blank->field->quote, "决定"))
        return;
    for (guint i = fines->len; i-- > 0;) {
        const Fine *fine = &g_array_index(fines, Fine, i);
        if (!fine->decided && fine->paragraph < blank->order)
            g_array_remove_index(fines, i);
    }
}
