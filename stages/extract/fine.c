/* Fines: what the decision sets, apart from ranges of the law, surcharges, fees and plans. */
#include <string.h>

#include "cndate.h"
#include "money.h"
#include "fine.h"
#include "text.h"

/* Each try may look at the whole paragraph, so of one there are no more than a few hundred. */
enum { FINES_MAX = 200, TRIES_MAX = 400 };

bool is_numbered_item(const char *text)
{
    const char *after;
    int number = cndate_number(text + (*text == '('), &after);
    return number > 0 && number < 20 && (g_str_has_prefix(after, "、") || *after == '.' || *after == ')' || *after == ' ');
}

/* Whether TEXT begins by naming one of several acts: 对第一项…, 第二个违法行为…, 一是…, 其二…. */
static bool names_act(const char *text)
{
    static const char *const leads[] = {"我局", "本局", "本机关", "现", "决定", "依法", "针对",
                                        "对于", "对",   "就",     "因", "其中", "上述", "前述"};
    static const char *const kinds[] = {"项", "个", "种", "类", "起", "宗", "条"};
    const char *after;
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++)
        text += g_str_has_prefix(text, leads[i]) ? strlen(leads[i]) : 0;
    if (g_str_has_prefix(text, "其") && cndate_number(text + strlen("其"), &after) > 0)
        return true;
    if (!g_str_has_prefix(text, "第"))
        return cndate_number(text, &after) > 0 && g_str_has_prefix(after, "是");
    bool act = false;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds) && cndate_number(text + strlen("第"), &after) > 0; i++)
        act = act || g_str_has_prefix(after, kinds[i]);
    return act;
}

/* Whether the clause that holds AT, or the part of the sentence around it, is an item of its own. */
static bool begins_item(const char *text, size_t at)
{
    static const char *const clauses[] = {"。", ";", ",", "\n", NULL}, *const parts[] = {"。", ";", "\n", NULL};
    const char *clause = matchtext_part_before(text, at, clauses), *part = matchtext_part_before(text, at, parts);
    return is_numbered_item(clause) || names_act(clause) ||
           ((is_numbered_item(part) || names_act(part)) && !g_strstr_len(part, clause - part, "罚款"));
}

/* Whether the clause before AT speaks of what was planned or announced (拟合并…, 告知你单位…) and of no decision after that. */
static bool is_announced(const char *text, size_t at)
{
    static const char *const stops[] = {"。", ";", ",", ":", "\n", NULL}, *const words[] = {"拟", "告知"};
    const char *clause = matchtext_part_before(text, at, stops), *word = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *last = g_strrstr_len(clause, text + at - clause, words[i]);
        word = last ? MAX(word ? word : last, last) : word;
    }
    return word && !g_strstr_len(word, text + at - word, "决定");
}

/* The amounts of one match: the value, and the second form in brackets. */
static bool read_fine(const Gather *gather, const NamedPattern *rule, uint32_t paragraph, Fine *fine)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    Matcher *matcher = gather->reading->matcher;
    size_t start, end, second_start, second_end;
    if (!matcher_span(matcher, pattern_group(rule->pattern, "value"), &start, &end))
        return false;
    bool has_second = matcher_span(matcher, pattern_group(rule->pattern, "second"), &second_start, &second_end);
    size_t from, to;
    static const char *const totals[] = {"total", "whole", "sum"};
    for (size_t i = 0; i < G_N_ELEMENTS(totals); i++)
        fine->total = fine->total || matcher_span(matcher, pattern_group(rule->pattern, totals[i]), &from, &to);
    fine->planned = matcher_span(matcher, pattern_group(rule->pattern, "plan"), &from, &to);
    g_autofree char *text = g_strndup(folded->text + start, end - start);
    Money money, second;
    if ((!money_find(text, 0, &money) && !money_parse_cell(text, 100, &money)) || money.fen == 0)
        return false;
    fine->fen = money.fen;
    fine->paragraph = paragraph;
    if (has_second) {
        g_autofree char *other = g_strndup(folded->text + second_start, second_end - second_start);
        if ((money_find(other, 0, &second) || money_parse_cell(other, 100, &second)) && second.fen != money.fen && second.fen > 0) {
            fine->differs = true;
            fine->fen = second.words && !money.words ? second.fen : money.fen;
            fine->other_fen = second.words && !money.words ? money.fen : second.fen;
        }
    }
    matcher_span(matcher, 0, &start, &end);
    fine->planned = fine->planned || is_announced(folded->text, start);
    fine->itemised = begins_item(folded->text, start);
    fine->quote = gather_clause(gather, paragraph, start, end).quote;
    return true;
}

/* Whether the clause before AT decides, and tells of nothing before: …曾被处罚款三万元，从重处罚，决定对你公司罚款十万元. */
static bool decides_now(const Gather *gather, const NamedPattern *past, const char *text, size_t at)
{
    const char *clause = matchtext_part_before(text, at, (const char *const[]){"。", ";", ",", NULL}),
               *decided = g_strstr_len(clause, text + at - clause, "决定");
    size_t length = (size_t)(text + at - clause);
    return decided && !g_strstr_len(clause, (gssize)length, "号") &&
           !matcher_find(gather->reading->matcher, past->pattern, clause, length, 0);
}

/* The pattern of what tells of an earlier fine (fine-of-the-past), where the folded paragraph may hold one; else NULL.
 * Asked once a paragraph, not once a fine: a paragraph may be a megabyte. */
static const NamedPattern *past_in(const Gather *gather, const MatchText *folded)
{
    static const char *const of_the_decision[] = {"closing-form", "demand",
                                                  NULL}; /* which tell of nothing else */
    const NamedPattern *past = extractrules_named(gather->reading->rules, "fine-of-the-past");
    if (g_strv_contains(of_the_decision, gather->document->type) || !past)
        return NULL;
    return extractrules_when(past->when, folded->text) ? past : NULL;
}

/* Whether the sentence around START to END of the folded paragraph tells of an earlier fine. */
static bool is_of_the_past(const Gather *gather, const NamedPattern *past, const MatchText *folded, size_t start,
                           size_t end)
{
    if (!past || decides_now(gather, past, folded->text, start))
        return false;
    size_t from, to;
    matchtext_sentence(folded->text, start, &from, &to);
    to = MAX(to, end);
    return matcher_find(gather->reading->matcher, past->pattern, folded->text + from, to - from, 0);
}

/* Whether the amount at AT is only told to be paid, 第一期缴纳罚款10万元, which sets none. */
static bool is_of_payment(const Gather *gather, const char *text, size_t at)
{
    static const char *const words[] = {"缴纳", "交纳", "缴清", "缴付", "缴"};
    bool payment = false;
    g_autofree char *before = g_strndup(text, at);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        payment = payment || g_str_has_suffix(before, words[i]);
    return payment && g_str_has_suffix(gather->document->type, "-decision");
}

/* Whether the amount at AT of a demand is a part: what was paid of the fine, or is left of it. */
static bool is_of_part(const Gather *gather, const char *text, size_t at)
{
    static const char *const words[] = {"已缴纳", "已交纳", "仅缴纳", "仅交纳", "只缴纳", "缴纳了", "已缴", "尚欠",
                                        "剩余",   "余下",   "尚有",   "下欠",   "欠缴"};
    bool part = false;
    g_autofree char *before = g_strndup(text, at);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        part = part || g_str_has_suffix(before, words[i]);
    return part && strcmp(gather->document->type, "demand") == 0;
}

/* Whether WORD stands before AT in the text, in the same sentence when SENTENCE. */
static bool stands_before(const char *text, size_t at, const char *word, bool sentence)
{
    g_autofree char *before = g_strndup(text, at);
    const char *stop = sentence ? g_strrstr(before, "。") : NULL;
    return strstr(stop ? stop : before, word) != NULL;
}

/* Whether the sentence that begins at SENTENCE and holds AT tells what was agreed on. */
static bool is_concluded(const char *sentence, const char *at)
{
    static const char *const words[] = {"结论", "决定", "一致", "综上", "同意", "议定", "商定", "最后", "总结"};
    bool concluded = false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        concluded = concluded || g_strstr_len(sentence, at - sentence, words[i]);
    return concluded;
}

static void collect_fines(const Gather *gather, const NamedPattern *rule, uint32_t from, uint32_t to, GArray *fines)
{
    for (uint32_t i = from; rule && i < to; i++) {
        const MatchText *folded = folded_at(gather->reading, i);
        size_t at = 0, start, end;
        if (folded->length == 0 || !extractrules_when(rule->when, folded->text))
            continue;
        const NamedPattern *past = past_in(gather, folded);
        for (int tries = 0; tries < TRIES_MAX && fines->len < FINES_MAX; tries++) {
            if (!matcher_find(gather->reading->matcher, rule->pattern, folded->text, folded->length, at))
                break;
            Fine fine = {0};
            matcher_span(gather->reading->matcher, 0, &start, &end);
            bool read = read_fine(gather, rule, i, &fine); /* the next search makes the matcher forget this one */
            fine.included = stands_before(folded->text, start, "其中", true);
            const char *sentence = matchtext_part_before(folded->text, start, (const char *const[]){"。", "\n", NULL});
            fine.at = start;
            fine.sentence = (size_t)(sentence - folded->text);
            fine.concluded = is_concluded(sentence, folded->text + start);
            fine.decided = stands_before(folded->text, start, "决定", false);
            if (read && !fine.planned &&
                (is_of_payment(gather, folded->text, start) || is_of_part(gather, folded->text, start) ||
                 is_of_the_past(gather, past, folded, start, end)))
                g_free(fine.quote);
            else if (read)
                g_array_append_val(fines, fine);
            if (end <= at)
                break;
            at = end;
        }
    }
}

static void add_fine(Gather *gather, const char *field, int rank, const char *rule, const Fine *fine, int64_t fen)
{
    gather_add_value(gather, field, rank, rule, fine->paragraph, fine->quote, money_format(fen), NULL, VALUE_VALID);
}

/* In a paragraph that decides, what stands before 决定 is how the fine was arrived at, unless both are items.
 */
static void drop_undecided(GArray *fines)
{
    for (guint i = fines->len; i-- > 0;) {
        const Fine *fine = &g_array_index(fines, Fine, i), *decided = NULL;
        for (guint k = 0; k < fines->len && !decided; k++) {
            const Fine *other = &g_array_index(fines, Fine, k);
            decided = other->paragraph == fine->paragraph && other->decided && !other->planned ? other : NULL;
        }
        if (!decided || fine->decided || fine->planned || (fine->itemised && decided->itemised))
            continue;
        g_array_remove_index(fines, i);
    }
}

/* Whether the first fine is the sum of the items after it: 罚款八万元：1.…五万元；2.…三万元. */
static bool leads_its_parts(const GArray *fines)
{
    int64_t rest = 0;
    bool items = fines->len > 2 && !g_array_index(fines, Fine, 0).itemised;
    for (guint i = 1; i < fines->len; i++) {
        rest += g_array_index(fines, Fine, i).fen;
        items = items && g_array_index(fines, Fine, i).itemised;
    }
    return items && g_array_index(fines, Fine, 0).fen == rest;
}

/* A decision that says its one fine twice sets it once; equal fines in items of their own are two. */
static bool repeats(const GArray *fines, guint index)
{
    const Fine *fine = &g_array_index(fines, Fine, index);
    for (guint i = 0; i < index; i++)
        if (g_array_index(fines, Fine, i).fen == fine->fen && !fine->itemised)
            return true;
    return false;
}

/* Several fines that the decision sets one by one add up, unless it states the total; a total that differs from the sum
 * of the parts is left to stand, the parts may overlap. */
static void settle(Gather *gather, const char *field, int rank, const char *rule, const GArray *fines)
{
    int64_t sum = 0;
    int parts = 0;
    const Fine *total = NULL, *largest = NULL;
    for (guint i = 0; i < fines->len; i++) {
        const Fine *fine = &g_array_index(fines, Fine, i);
        bool sums_up = parts >= 2 && fine->fen == sum && !fine->itemised; /* …，其中罚款十一万元 */
        if ((fine->total || sums_up) && !total)
            total = fine;
        if (!fine->total && !sums_up && !repeats(fines, i) && !(fine->included && parts > 0)) {
            sum += fine->fen;
            parts++;
        }
        if (!largest || fine->fen > largest->fen)
            largest = fine;
    }
    if (!total && leads_its_parts(fines))
        total = &g_array_index(fines, Fine, 0);
    if (total)
        add_fine(gather, field, rank, rule, total, total->fen);
    else if (largest)
        add_fine(gather, field, rank, rule, largest, sum);
}

/* In a paragraph of a discussion, what was weighed before the sentence that ends it: 建议罚款二万元。…。结论：罚款一万元. */
static void drop_weighed(GArray *fines)
{
    const Fine *last = fines->len > 0 ? &g_array_index(fines, Fine, fines->len - 1) : NULL;
    for (guint i = fines->len > 0 ? fines->len - 1 : 0; i-- > 0;) {
        Fine *fine = &g_array_index(fines, Fine, i);
        bool before = last->concluded && !fine->itemised && fine->sentence != last->sentence;
        if (fine->paragraph != last->paragraph || (!before && !(fine->planned && !last->planned)))
            continue;
        g_array_remove_index(fines, i);
        last = &g_array_index(fines, Fine, fines->len - 1);
    }
}

/* A discussion weighs several fines; what it ends in stands: the last one, with the others of its paragraph or list. */
static void keep_conclusion(GArray *fines)
{
    guint first = fines->len ? fines->len - 1 : 0;
    for (; first > 0; first--) {
        const Fine *fine = &g_array_index(fines, Fine, first), *before = fine - 1;
        bool listed = fine->itemised && before->itemised && before->paragraph + 1 == fine->paragraph && before->fen != fine->fen;
        if (before->paragraph != fine->paragraph && !listed)
            break;
    }
    for (guint i = first; i-- > 0;)
        g_array_remove_index(fines, i);
}

static int compare_paragraphs(gconstpointer a, gconstpointer b)
{
    const Fine *left = a, *right = b;
    return left->paragraph < right->paragraph ? -1 : left->paragraph > right->paragraph;
}

static void keep_first(GArray *fines)
{
    g_array_sort(fines, compare_paragraphs); /* stable */
    for (guint i = fines->len; i-- > 1;)
        g_array_remove_index(fines, i);
}

/* A paper that is counted by the day names the fine that it multiplies beside the product: the largest stands. */
static void keep_largest(GArray *fines)
{
    int64_t largest = 0;
    for (guint i = 0; i < fines->len; i++)
        largest = MAX(largest, g_array_index(fines, Fine, i).fen);
    for (guint i = fines->len; i-- > 0;)
        if (g_array_index(fines, Fine, i).fen < largest)
            g_array_remove_index(fines, i);
}

/* The other form of an amount whose words and figures differ; after what stands: of two values at one place the first counts. */
static void add_other_forms(Gather *gather, const char *field, int rank, const GArray *fines)
{
    for (guint i = 0; i < fines->len; i++) {
        const Fine *fine = &g_array_index(fines, Fine, i);
        if (fine->differs)
            add_fine(gather, field, rank, "words-and-figures", fine, fine->other_fen);
    }
}

static bool states_total(const GArray *fines)
{
    bool total = false;
    for (guint i = 0; i < fines->len; i++)
        total = total || g_array_index(fines, Fine, i).total;
    return total;
}

/* Whether the paper speaks of a fine for each day anywhere. */
static bool speaks_of_days(const Gather *gather)
{
    static const char *const words[] = {"按日连续", "按日计罚", "按日处罚", NULL};
    bool days = false;
    for (uint32_t i = gather->part->first; i < gather->part->end && !days; i++)
        days = text_has_any(folded_at(gather->reading, i)->text, words);
    return days;
}

/* Both ways of putting it: 罚款五万元, and 处五万元的罚款; what a product comes to, 罚款11万元×15日=165万元; else 罚五万元. */
static void collect_all(const Gather *gather, uint32_t from, uint32_t to, GArray *fines)
{
    collect_fines(gather, extractrules_named(gather->reading->rules, "fine"), from, to, fines);
    collect_fines(gather, extractrules_named(gather->reading->rules, "fine-before"), from, to, fines);
    collect_fines(gather, extractrules_named(gather->reading->rules, "fine-product"), from, to, fines);
    if (!states_total(fines) && speaks_of_days(gather))
        collect_fines(gather, extractrules_named(gather->reading->rules, "daily-product"), from, to, fines);
    if (!states_total(fines) && speaks_of_days(gather))
        collect_fines(gather, extractrules_named(gather->reading->rules, "daily-sum"), from, to, fines);
    if (fines->len == 0)
        collect_fines(gather, extractrules_named(gather->reading->rules, "fine-bare"), from, to, fines);
}

static void fine_clear(gpointer fine)
{
    g_free(((Fine *)fine)->quote);
}

static GArray *fines_new(void)
{
    GArray *fines = g_array_new(FALSE, TRUE, sizeof(Fine));
    g_array_set_clear_func(fines, fine_clear);
    return fines;
}

/* Whether the paragraph of the fine tells what was announced to the party, or planned, before: there 拟 is no draft wording.  Where
 * the decision has no other fine (ONLY), the sentence must. */
static bool tells_of_notice(const Gather *gather, const Fine *fine, bool only)
{
    static const char *const words[] = {"告知", "陈述", "申辩", NULL}, *const before[] = {"原拟", "曾拟", "本拟", "初拟", "原先拟", NULL};
    const char *text = folded_at(gather->reading, fine->paragraph)->text;
    size_t from, to;
    matchtext_sentence(text, fine->at, &from, &to);
    g_autofree char *sentence = g_strndup(text + from, to - from);
    return text_has_any(only ? sentence : text, words) || text_has_any(sentence, before);
}

static void drop_planned(GArray *fines)
{
    for (guint i = fines->len; i-- > 0;)
        if (g_array_index(fines, Fine, i).planned)
            g_array_remove_index(fines, i);
}

/* What a decision says was planned: the fine of its notice, else draft wording (EXT-005); either way no fine of it.  ONLY: it sets none
 * besides. */
static void add_planned(Gather *gather, bool only)
{
    g_autoptr(GArray) fines = fines_new();
    collect_all(gather, gather->part->first, gather->part->end, fines);
    for (int draft = 1; draft >= 0; draft--) /* first: the same amount is told once, and the wording must not be lost */
        for (guint i = 0; i < fines->len; i++) {
            const Fine *fine = &g_array_index(fines, Fine, i);
            g_autofree char *value = money_format(fine->fen);
            if (fine->planned && tells_of_notice(gather, fine, only) == !draft && !gather_has(gather, "proposed-fine-yuan", value))
                gather_add_value(gather, "proposed-fine-yuan", 1, "planned-fine", fine->paragraph, fine->quote, g_steal_pointer(&value),
                                 NULL, draft ? VALUE_DRAFT : VALUE_VALID);
        }
}

/* Whether they are the items of one list, which sets them one by one. */
static bool are_items(const GArray *fines)
{
    bool items = fines->len > 1;
    for (guint i = 0; i < fines->len; i++)
        items = items && g_array_index(fines, Fine, i).itemised;
    return items;
}

/* The field that the fines of such a document are, NULL for none. */
static const char *field_of_fines(const char *type)
{
    static const char *const notices[] = {"penalty-notice", "investigation-report", "discussion-record",
                                          "hearing-record", "hearing-notice",       NULL};
    static const char *const decisions[] = {"penalty-decision", "closing-form", "demand", NULL};
    return g_strv_contains(decisions, type) ? "fine-yuan"
           : strcmp(type, "daily-decision") == 0 ? "total-yuan"
           : g_strv_contains(notices, type) ? "proposed-fine-yuan" : NULL;
}

/* The penalty of a decision that, between FROM and TO, where it decides, speaks of no fine at all. */
static void add_other_penalty(Gather *gather, uint32_t from, uint32_t to)
{
    static const char *const words[] = {"警告", "责令停止", "停产停业", "停止生产", "没收", "吊销", "暂扣"};
    uint32_t at = to;
    size_t start = 0, end = 0;
    for (uint32_t i = from; i < to; i++) {
        const char *text = folded_at(gather->reading, i)->text;
        if (strstr(text, "罚款"))
            return;
        for (size_t w = 0; at == to && w < G_N_ELEMENTS(words); w++) {
            const char *word = strstr(text, words[w]);
            at = word ? i : at;
            start = word ? (size_t)(word - text) : start;
            end = word ? start + strlen(words[w]) : end;
        }
    }
    if (at == to)
        return;
    g_autofree char *clause = gather_clause(gather, at, start, end).quote;
    char *value = matchtext_quote(folded_at(gather->reading, at), gather->reading->docx->paragraphs[at].text, start, end);
    gather_add_value(gather, "other-penalty", 1, "no-fine", at, clause, value, NULL, VALUE_VALID);
}

/* What is set between FROM and TO, where the paper decides, into FINES; else, unless the place of the fine is blank there, what it
 * says anywhere, each amount once: then false. */
static bool collect_decided(Gather *gather, uint32_t from, uint32_t to, GArray *fines)
{
    collect_all(gather, from, to, fines);
    if (fines->len == 0)
        fines_in_tables(gather, from, to, fines);
    drop_original_fines(gather, from, to, fines);
    if (fines->len > 0 || fine_is_blank(gather, from, to))
        return fines->len > 0;
    collect_all(gather, gather->part->first, gather->part->end, fines);
    drop_original_fines(gather, from, to, fines);
    return false;
}

void gather_fines(Gather *gather)
{
    const char *type = gather->document->type, *field = field_of_fines(type);
    if (!field)
        return;
    bool decision = g_str_has_suffix(type, "-decision");
    int rank = strcmp(type, "penalty-decision") == 0 || !decision ? 1 : 2; /* a daily decision's total has patterns of its own */
    rank = strcmp(type, "closing-form") == 0 ? 3 : rank;                    /* and a form its cells */
    g_autoptr(GArray) fines = fines_new();
    uint32_t from, to;
    decision_range(gather, &from, &to);
    bool in_clause = collect_decided(gather, from, to, fines);
    if (decision) {
        drop_undecided(fines);
        drop_planned(fines);
        drop_before_blank(gather, from, to, fines);
        add_planned(gather, fines->len == 0 && !gather_has(gather, field, NULL)); /* the label of a cell may give it */
        if (fines->len == 0)
            fine_is_blank(gather, from, to);
    }
    if (strcmp(type, "demand") == 0) /* after the fine come what is left of it and surcharges */
        keep_first(fines);
    if (strcmp(type, "discussion-record") == 0) {
        g_array_sort(fines, compare_paragraphs); /* stable: two ways of putting it were looked for one after the other */
        keep_conclusion(fines);
        drop_weighed(fines);
    }
    else if (is_counted_by_day(gather) && !states_total(fines))
        keep_largest(fines);
    if (in_clause || states_total(fines) || (decision && are_items(fines)))
        settle(gather, field, rank, "fine", fines);
    else
        for (guint i = 0; i < fines->len; i++)
            add_fine(gather, field, rank, "fine", &g_array_index(fines, Fine, i), g_array_index(fines, Fine, i).fen);
    add_other_forms(gather, field, rank, fines);
    if (strcmp(type, "penalty-decision") == 0 && fines->len == 0)
        add_other_penalty(gather, from, to);
}
