/* What happened on which day.  Each date of a sentence belongs to what the sentence says happened then (送达,
 * 批准, 缴纳) and to the paper that it happened to (处罚决定, 催告): the words and what they mean for a field
 * are data (45-events.xml).  Patterns say it more narrowly and come first; an event is what is read where
 * none of them fits. */
#include <string.h>

#include "cndate.h"
#include "docnumber.h"
#include "events.h"

enum { TOKENS_MAX = 400, REACH_BYTES = 240, LABEL_BYTES_MAX = 60 };

typedef enum { TOKEN_DATE, TOKEN_LATER, TOKEN_HAPPENING, TOKEN_PAPER, TOKEN_COMMA, TOKEN_STOP } TokenKind;

typedef struct {
    TokenKind kind;
    int what; /* happening; doctype of a paper; days later, or minus a day of the same month */
    size_t start, end;
} Token;

/* One paragraph, or the cell beside its label. */
typedef struct {
    const ExtractRules *rules;
    Matcher *matcher;
    const MatchText *folded;
    const char *original;
    GArray *tokens;
    int label_happening, label_paper; /* what the label before it says; -1: nothing */
} Sentence;

static int compare_tokens(gconstpointer a, gconstpointer b)
{
    const Token *left = a, *right = b;
    return left->start < right->start ? -1 : left->start > right->start;
}

/* The paper that each number in the text is of, by the word in it; from its bracket on, because what stands
 * before may be words. */
static void add_numbers(Sentence *sentence)
{
    const MatchText *folded = sentence->folded;
    if (!strstr(folded->text, "号"))
        return;
    g_autoptr(GPtrArray) found = docnumber_find(sentence->original, DOCNUMBER_TEXT);
    size_t at = 0;
    for (guint i = 0; i < found->len; i++) {
        const DocNumberSpan *span = g_ptr_array_index(found, i);
        Token token = {.kind = TOKEN_PAPER,
                       .what = extractrules_number_doctype(sentence->rules, span->number.type)};
        while (at < folded->length && folded->origin[at] < span->start)
            at++;
        token.start = at;
        while (at < folded->length && folded->origin[at] < span->end) {
            bool open = folded->text[at] == '(' || g_str_has_prefix(folded->text + at, "〔");
            token.start = open && g_ascii_isdigit(*g_utf8_next_char(folded->text + at)) ? at : token.start;
            at++;
        }
        token.end = at;
        if (token.what >= 0)
            g_array_append_val(sentence->tokens, token);
    }
}

static void add_dates(Sentence *sentence)
{
    const MatchText *folded = sentence->folded;
    Token token = {.kind = TOKEN_DATE};
    for (size_t from = 0; sentence->tokens->len < TOKENS_MAX; from = token.end) {
        if (!matcher_find(sentence->matcher, sentence->rules->event_date, folded->text, folded->length,
                          from) ||
            !matcher_span(sentence->matcher, 0, &token.start, &token.end) || token.end <= from)
            break;
        g_array_append_val(sentence->tokens, token);
    }
}

/* The word that stands at P, NULL for none; of several the longest. */
static const EventWord *word_at(const ExtractRules *rules, const char *p)
{
    const GPtrArray *words = g_hash_table_lookup(rules->event_words, GUINT_TO_POINTER(g_utf8_get_char(p)));
    for (guint i = 0; words && i < words->len; i++) {
        const EventWord *word = g_ptr_array_index(words, i);
        if (g_str_has_prefix(p, word->text))
            return word;
    }
    return NULL;
}

/* A day of the month of the date before it, 9月14日作出，18日送达: behind a comma or 于, and before no 内 or
 * 起; 0 for none. */
static int day_alone(const char *text, size_t at, size_t *length)
{
    static const char *const leads[] = {",", "于", "、", "("}, *const others[] = {"内", "起", "前",
                                                                                  "以", "后", "期",
                                                                                  "的", "止", "至"};
    const char *end;
    bool lead = false;
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++) {
        size_t n = strlen(leads[i]);
        lead = lead || (at >= n && memcmp(text + at - n, leads[i], n) == 0);
    }
    int day = lead ? cndate_number(text + at, &end) : -1;
    if (day < 1 || day > 31 || !g_str_has_prefix(end, "日"))
        return 0;
    end += strlen("日");
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (g_str_has_prefix(end, others[i]))
            return 0;
    *length = (size_t)(end - text) - at;
    return day;
}

/* The token that stands at byte AT, be it only a word that means nothing here; false for none. */
static bool read_token(const Sentence *sentence, size_t at, int depth, Token *token, bool *counts)
{
    static const TokenKind kinds[] = {
        [EVENT_HAPPENING] = TOKEN_HAPPENING, [EVENT_PAPER] = TOKEN_PAPER, [EVENT_LATER] = TOKEN_LATER};
    const char *p = sentence->folded->text + at;
    bool comma = *p == ',' || (*p == ';' && depth > 0); /* （张三，0001；李四，0002） ends no sentence */
    bool stop = (*p == ';' && !comma) || *p == '\n' || g_str_has_prefix(p, "。");
    const EventWord *word = comma || stop ? NULL : word_at(sentence->rules, p);
    size_t length;
    int day = comma || stop || word ? 0 : day_alone(sentence->folded->text, at, &length);
    if (day) {
        *token = (Token){TOKEN_LATER, -day, at, at + length};
        return *counts = true;
    }
    if (!comma && !stop && !word)
        return false;
    *counts = !word || word->kind != EVENT_NOTHING;
    *token = (Token){.start = at, .end = at + (word ? strlen(word->text) : 1)};
    token->kind = comma ? TOKEN_COMMA : stop ? TOKEN_STOP : *counts ? kinds[word->kind] : TOKEN_COMMA;
    token->what = word ? word->what : 0;
    return true;
}

/* The words and stops between the numbers and dates that are tokens already, which are in order. */
static void add_words(Sentence *sentence)
{
    const char *text = sentence->folded->text;
    guint taken = sentence->tokens->len, next = 0;
    int depth = 0;
    for (size_t at = 0; at < sentence->folded->length && sentence->tokens->len < TOKENS_MAX;) {
        while (next < taken && g_array_index(sentence->tokens, Token, next).end <= at)
            next++;
        bool inside = next < taken && g_array_index(sentence->tokens, Token, next).start <= at,
             counts = false;
        Token token;
        depth = MAX(depth + (text[at] == '(') - (text[at] == ')'), 0);
        if (inside) {
            at = g_array_index(sentence->tokens, Token, next).end;
        } else if (read_token(sentence, at, depth, &token, &counts)) {
            if (counts)
                g_array_append_val(sentence->tokens, token);
            at = token.end;
        } else {
            at = (size_t)(g_utf8_next_char(text + at) - text);
        }
    }
}

/* Words that run together are one, told by the last: 责令停产整治|事先告知书, 审批同意|结案. */
static void join_words(GArray *tokens)
{
    for (guint i = tokens->len; i-- > 1;) {
        Token *token = &g_array_index(tokens, Token, i), *before = token - 1;
        bool same =
            token->kind == before->kind && (token->kind == TOKEN_PAPER || token->kind == TOKEN_HAPPENING);
        if (!same || before->end != token->start)
            continue;
        before->what = token->what;
        before->end = token->end;
        g_array_remove_index(tokens, i);
    }
}

static void read_tokens(Sentence *sentence)
{
    add_numbers(sentence);
    add_dates(sentence);
    g_array_sort(sentence->tokens, compare_tokens);
    add_words(sentence);
    g_array_sort(sentence->tokens, compare_tokens);
    join_words(sentence->tokens);
}

static const Token *token_at(const Sentence *sentence, gint64 index)
{
    return index >= 0 && index < sentence->tokens->len ? &g_array_index(sentence->tokens, Token, index)
                                                       : NULL;
}

static bool is_day(const Token *token)
{
    return token && (token->kind == TOKEN_DATE || token->kind == TOKEN_LATER);
}

static bool follows(const Sentence *sentence, size_t at, const char *const *words)
{
    for (; *words; words++)
        if (g_str_has_prefix(sentence->folded->text + at, *words))
            return true;
    return false;
}

/* Whether the date is an end of a stretch of days or a day to come by, on which nothing happened: 自…起,
 * 至…止, …前. */
static bool is_of_stretch(const Sentence *sentence, const Token *date)
{
    static const char *const after[] = {"起",   "始", ")起",  "至",  "到",   "—",    "-",
                                        "~",    "止", ")止",  "前",  "之前", "以前", "以来",
                                        "以后", "后", "期间", ")至", NULL};
    static const char *const before[] = {"自", "从", "至", "到", "由", "截止", "—", "-", "~"};
    bool stretch = follows(sentence, date->end, after);
    for (size_t i = 0; i < G_N_ELEMENTS(before); i++) {
        size_t n = strlen(before[i]);
        stretch = stretch ||
                  (date->start >= n && memcmp(sentence->folded->text + date->start - n, before[i], n) == 0);
    }
    return stretch;
}

/* Whether only words that join a happening to its day stand between START and END: 送达时间为…, 批准（…. */
static bool only_joins(const Sentence *sentence, size_t start, size_t end)
{
    static const char *const joins[] = {"时间", "日期", "之日", "日为", "为", "是", ":", "(", "即", " "};
    const char *p = sentence->folded->text + start, *stop = sentence->folded->text + end;
    while (p < stop) {
        size_t n = 0;
        for (size_t i = 0; i < G_N_ELEMENTS(joins) && n == 0; i++)
            n = g_str_has_prefix(p, joins[i]) ? strlen(joins[i]) : 0;
        if (n == 0)
            return false;
        p += n;
    }
    return end > start;
}

/* Whether the date ends a bracket that the happening opened: 立案调查（沅环立〔2016〕11号，2016年10月18日）.
 */
static bool is_bracketed(const Sentence *sentence, const Token *happening, const Token *date)
{
    const char *text = sentence->folded->text, *open = text + happening->end, *close = text + date->end;
    return *open == '(' && *close == ')' && !memchr(open, ')', (size_t)(text + date->start - open));
}

/* The happening before the day at INDEX that it is told with: 送达时间：…, 批准（…）; -1 for none. */
static gint64 happening_before(const Sentence *sentence, gint64 index)
{
    const Token *date = token_at(sentence, index), *before;
    for (gint64 i = index - 1; date->kind == TOKEN_DATE && (before = token_at(sentence, i)) &&
                               !is_day(before) && before->kind != TOKEN_STOP;
         i--)
        if (before->kind == TOKEN_HAPPENING)
            return only_joins(sentence, before->end, date->start) || is_bracketed(sentence, before, date)
                       ? i
                       : -1;
    return -1;
}

/* The happening of the day at INDEX: one that it is told with, else the first after it in its sentence before
 * another day; -1 for none. */
static gint64 happening_of(const Sentence *sentence, gint64 index)
{
    const Token *date = token_at(sentence, index);
    gint64 before = happening_before(sentence, index);
    if (before >= 0)
        return before;
    for (gint64 i = index + 1; i < sentence->tokens->len; i++) {
        const Token *token = token_at(sentence, i);
        if (token->kind == TOKEN_STOP || is_day(token) || token->start > date->end + REACH_BYTES)
            return -1;
        if (token->kind == TOKEN_HAPPENING)
            return i;
    }
    return -1;
}

/* The happening that is joined to the one at INDEX, so that both are of one day: 下达并送达, 下达《…》并送达;
 * -1 for none. */
static gint64 joined_to(const Sentence *sentence, gint64 index)
{
    static const char *const joins[] = {"并", "并依法", "并直接", "并已", "并向其", "后即", "、", "和", "及"};
    gint64 next = index + 1;
    while (token_at(sentence, next) &&
           (token_at(sentence, next)->kind == TOKEN_PAPER || token_at(sentence, next)->kind == TOKEN_COMMA))
        next++;
    const Token *token = token_at(sentence, next);
    if (!token || token->kind != TOKEN_HAPPENING)
        return -1;
    for (size_t i = 0; i < G_N_ELEMENTS(joins); i++) {
        size_t n = strlen(joins[i]);
        if (token->start >= token_at(sentence, index)->end + n &&
            memcmp(sentence->folded->text + token->start - n, joins[i], n) == 0)
            return next;
    }
    return -1;
}

/* The paper that the happening at INDEX happened to on the day at DAY: between the two, or right behind the
 * happening, else the one that was named last; -1 for none. */
static int paper_of(const Sentence *sentence, gint64 day, gint64 index)
{
    for (gint64 i = index - 1; i > day; i--)
        if (token_at(sentence, i)->kind == TOKEN_PAPER)
            return token_at(sentence, i)->what;
    for (gint64 i = MAX(index, day) + 1; i < sentence->tokens->len; i++) {
        const Token *token = token_at(sentence, i);
        if (token->kind == TOKEN_PAPER)
            return token->what;
        if (token->kind != TOKEN_HAPPENING || joined_to(sentence, i - 1) != i)
            break;
    }
    for (gint64 i = MIN(day, index) - 1; i >= 0; i--)
        if (token_at(sentence, i)->kind == TOKEN_PAPER)
            return token_at(sentence, i)->what;
    return sentence->label_paper;
}

/* The date that the day at INDEX is told by: its own, or for 当日 and 次日 the one before; -1 for none. */
static gint64 date_behind(const Sentence *sentence, gint64 index)
{
    while (index >= 0 && token_at(sentence, index)->kind != TOKEN_DATE)
        index--;
    return index;
}

static bool rule_fits(const EventRule *rule, int happening, int paper)
{
    bool named = paper >= 0 ? (rule->papers >> paper & 1) != 0 : rule->unnamed;
    return rule->happening == happening && (rule->papers == 0 || named);
}

/* Passes on what happened on the day at INDEX; true when it meant something. */
static void tell(const Sentence *sentence, gint64 index, int happening, int paper, size_t end,
                 EventFound found, void *data)
{
    const GPtrArray *events = sentence->rules->events;
    gint64 date = date_behind(sentence, index);
    if (date < 0)
        return;
    const Token *at = token_at(sentence, date);
    EventQuote quote = {at->start, at->end, MIN(at->start, token_at(sentence, index)->start), end,
                        index == date ? 0 : token_at(sentence, index)->what};
    for (guint i = 0; i < events->len; i++) {
        const EventRule *rule = g_ptr_array_index(events, i);
        if (rule_fits(rule, happening, paper))
            found(rule, &quote, data);
    }
}

/* Whether the days at INDEX and NEXT are listed: 9月8日、10日 or 9月26日和10月8日. */
static gint64 end_of_list(const Sentence *sentence, gint64 index)
{
    static const char *const signs[] = {"、", "和", "及", "与"};
    for (const Token *date = token_at(sentence, index), *next;
         (next = token_at(sentence, index + 1)) && next->kind == TOKEN_DATE; date = next) {
        bool listed = false;
        for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
            listed = listed || (g_str_has_prefix(sentence->folded->text + date->end, signs[i]) &&
                                next->start == date->end + strlen(signs[i]));
        if (!listed)
            break;
        index++;
    }
    return index;
}

/* The opinion that the date at INDEX signs at the end of the text: 准予结案。2016年11月2日; -1 for none. */
static gint64 opinion_signed(const Sentence *sentence, gint64 index)
{
    enum { SIGNATURE_BYTES = 60 };
    const Token *date = token_at(sentence, index), *before;
    if (date->kind != TOKEN_DATE || date->end != sentence->folded->length)
        return -1;
    for (gint64 i = index - 1;
         (before = token_at(sentence, i)) && before->end + SIGNATURE_BYTES >= date->start && !is_day(before);
         i--)
        if (before->kind == TOKEN_HAPPENING)
            return before->what < HAPPENINGS_SIGNED_MAX &&
                           sentence->rules->signed_happenings >> before->what & 1
                       ? i
                       : -1;
    return -1;
}

static void read_day(const Sentence *sentence, gint64 index, EventFound found, void *data)
{
    const Token *date = token_at(sentence, index);
    gint64 last = end_of_list(sentence, index), happening = happening_of(sentence, last);
    if (date->kind == TOKEN_DATE && is_of_stretch(sentence, date))
        return;
    happening = happening < 0 ? opinion_signed(sentence, index) : happening;
    if (happening < 0) {
        if (sentence->label_happening >= 0 && date_behind(sentence, index - 1) < 0)
            tell(sentence, index, sentence->label_happening, paper_of(sentence, index, index), date->end,
                 found, data);
        return;
    }
    for (; happening >= 0; happening = joined_to(sentence, happening)) {
        const Token *what = token_at(sentence, happening);
        tell(sentence, index, what->what, paper_of(sentence, index, happening), MAX(what->end, date->end),
             found, data);
    }
}

/* What LABEL, a cell or what stands before a colon, says. */
static void read_label(Sentence *sentence, const char *label)
{
    MatchText folded;
    matchtext_init(&folded, label, strlen(label));
    Sentence of_label = *sentence;
    of_label.folded = &folded;
    of_label.original = label;
    of_label.tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    read_tokens(&of_label);
    for (guint i = 0; i < of_label.tokens->len; i++) {
        const Token *token = token_at(&of_label, i);
        sentence->label_happening = token->kind == TOKEN_HAPPENING ? token->what : sentence->label_happening;
        sentence->label_paper = token->kind == TOKEN_PAPER ? token->what : sentence->label_paper;
    }
    g_array_unref(of_label.tokens);
    matchtext_clear(&folded);
}

void events_read(const ExtractRules *rules, Matcher *matcher, const char *label, const MatchText *folded,
                 const char *original, EventFound found, void *data)
{
    const char *colon = strchr(folded->text, ':');
    Sentence sentence = {rules, matcher, folded, original, NULL, -1, -1};
    if (!rules->event_date || (!strpbrk(folded->text, "0123456789") && !strstr(folded->text, "月")))
        return; /* no date */
    sentence.tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    if (label)
        read_label(&sentence, label);
    if (colon && colon - folded->text <= LABEL_BYTES_MAX) {
        g_autofree char *before = g_strndup(folded->text, (gsize)(colon - folded->text));
        read_label(&sentence, before);
    }
    read_tokens(&sentence);
    for (gint64 i = 0; i < sentence.tokens->len; i++)
        if (is_day(token_at(&sentence, i)))
            read_day(&sentence, i, found, data);
    g_array_unref(sentence.tokens);
}

char *event_date(const EventQuote *at, const MatchText *folded, const char *original)
{
    return at->days_later < 0 ? g_strdup_printf("同月%d日", -at->days_later)
                              : matchtext_quote(folded, original, at->date_start, at->date_end);
}
