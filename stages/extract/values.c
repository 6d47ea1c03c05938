/* Turns a quotation into a field's value, by the type of the field. */
#include <stdlib.h>
#include <string.h>

#include "cndate.h"
#include "creditcode.h"
#include "docnumber.h"
#include "money.h"
#include "reading.h"
#include "text.h"

enum { NAME_CHARS_MAX = 60, TEXT_CHARS_MAX = 4000 };

static void strip_ends(char *text, const char *const *signs)
{
    for (bool again = true; again;) {
        again = false;
        for (const char *const *sign = signs; *sign; sign++) {
            size_t length = strlen(text), n = strlen(*sign);
            if (n && n <= length && strcmp(text + length - n, *sign) == 0)
                text[length - n] = '\0', again = true;
            length = strlen(text);
            if (n && n <= length && strncmp(text, *sign, n) == 0)
                memmove(text, text + n, length - n + 1), again = true;
        }
    }
}

/* Trimmed, without punctuation at its ends. */
static char *clean_text(const char *quote)
{
    static const char *const signs[] = {"。", "；", ";", "，", ",", "：", ":", "、", " ", "\n", "\t", "　", "_", "/", NULL};
    char *text = text_trim(quote);
    strip_ends(text, signs);
    return text;
}

static bool is_filled(const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalnum(c) || c == '*' || c == 0xD7)
            return true;
    }
    return false;
}

static bool is_masked(const char *text)
{
    g_autofree char *folded = matchtext_squeeze(text);
    return strchr(folded, '*') || strstr(folded, "XX") || strstr(folded, "xx") || strstr(folded, "某");
}

static void cut_at(char *text, const char *const *marks)
{
    for (; *marks; marks++) {
        char *at = strstr(text, *marks);
        if (at && at > text)
            *at = '\0';
    }
}

/* The same, but marks inside brackets that are closed do not count: 某公司（原名某厂，2014年变更），…. */
static void cut_outside(char *text, const char *const *marks)
{
    int depth = 0;
    for (char *p = text; *p; p = g_utf8_next_char(p)) {
        for (const char *const *mark = marks; depth == 0 && p > text && *mark; mark++)
            if (g_str_has_prefix(p, *mark)) {
                *p = '\0';
                return;
            }
        gunichar c = text_fold_width(g_utf8_get_char(p));
        depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
    }
    if (depth > 0)
        cut_at(text, marks);
}

/* Ends TEXT at a closing bracket that was never opened: （当事人：某公司）. */
static void cut_unbalanced(char *text)
{
    int depth = 0;
    for (char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = text_fold_width(g_utf8_get_char(p));
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth < 0) {
            *p = '\0';
            return;
        }
    }
}

static bool read_text(const char *quote, bool clause, Field *field)
{
    static const char *const marks[] = {"，", ",", "；", ";", "。", NULL};
    static const char *const post_code[] = {"（邮编", "(邮编", "（邮政编码", "(邮政编码", "邮编", "邮政编码", NULL};
    char *text = clean_text(quote);
    if (clause) {
        cut_at(text, marks);
        cut_at(text, post_code);
        cut_unbalanced(text);
        g_strchomp(text);
    }
    static const char *const empty[] = {"无", "", "—", "-", "——"};
    bool is_empty = !is_filled(text) || g_utf8_strlen(text, -1) > TEXT_CHARS_MAX;
    for (size_t i = 0; i < G_N_ELEMENTS(empty); i++)
        is_empty = is_empty || strcmp(text, empty[i]) == 0;
    if (is_empty) {
        g_free(text);
        return false;
    }
    field->value = text;
    return true;
}

/* Cuts off a bracket that a label inside it ends (某厂（经营者：…). */
static void cut_open_bracket(char *text)
{
    static const char *const signs[] = {"（", "("};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (g_str_has_suffix(text, signs[i]))
            text[strlen(text) - strlen(signs[i])] = '\0';
    g_strchomp(text);
}

/* Cuts off a bracket at the end that tells of the named: （个体工商户）, （食堂承包人）.  Some brackets are
 * of the name: （普通合伙）, （怀化分公司）. */
static void cut_remark(char *text)
{
    enum { OF_NAME_CHARS = 14 };
    static const char *const of_name[] = {"合伙", "公司", "集团", "厂", "店", "场", "局", "队", "所", "站"};
    char *open = NULL;
    for (char *p = text; *p; p = g_utf8_next_char(p))
        open = text_fold_width(g_utf8_get_char(p)) == '(' ? p : open;
    g_autofree char *inside = open ? matchtext_squeeze(open) : NULL;
    size_t length = inside ? strlen(inside) : 0;
    if (open == text || length < 3 || inside[length - 1] != ')')
        return;
    inside[length - 1] = '\0';
    bool remark = strchr(inside, ',') || g_utf8_strlen(inside, -1) > OF_NAME_CHARS;
    for (size_t i = 0; i < G_N_ELEMENTS(of_name); i++)
        if (!remark && g_str_has_suffix(inside, of_name[i]))
            return;
    *open = '\0';
    g_strchomp(text);
}

/* Cuts off what only leads to the name: 当事人为某厂. */
static void cut_lead(char *text)
{
    static const char *const leads[] = {"本案当事人", "案件当事人", "当事人", "被处罚人", "被处罚单位", "行政相对人", "违法单位"};
    static const char *const verbs[] = {"名称为", "名称是", "为", "系", "是", "："};
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++) {
        const char *after = text + strlen(leads[i]);
        for (size_t k = 0; k < G_N_ELEMENTS(verbs) && g_str_has_prefix(text, leads[i]); k++)
            if (g_str_has_prefix(after, verbs[k])) {
                memmove(text, after + strlen(verbs[k]), strlen(after + strlen(verbs[k])) + 1);
                return;
            }
    }
}

/* Whether TEXT is a name and a date behind blanks: who signed, and when (当事人：向某　2016年9月14日). */
static bool is_signed_line(const char *text)
{
    CnDate date;
    if (!cndate_find(text, 0, &date) || date.start == 0 || date.end != strlen(text) || date.state == CNDATE_NO_DAY)
        return false;
    return text_is_blank(g_utf8_get_char(g_utf8_find_prev_char(text, text + date.start)));
}

/* A name may be broken over lines; what follows with a colon is another label. */
static void join_lines(char *text)
{
    char *line = strchr(text, '\n');
    if (line && (strchr(line, ':') || strstr(line, "：")))
        *line = '\0';
    for (char *p = strchr(text, '\n'); p; p = strchr(p, '\n'))
        memmove(p, p + 1, strlen(p));
}

/* A person's name that is spaced out, 杨 正 军, without the blanks; other names keep theirs. */
static void close_up(char *name)
{
    g_autofree char *closed = matchtext_squeeze(name);
    bool spaced = strcmp(closed, name) != 0 && g_utf8_strlen(closed, -1) <= 4;
    int run = 0;
    for (const char *p = name; spaced && *p; p = g_utf8_next_char(p)) {
        run = text_is_blank(g_utf8_get_char(p)) ? 0 : run + 1;
        spaced = run <= 1;
    }
    if (spaced)
        memmove(name, closed, strlen(closed) + 1); /* never longer than NAME */
}

/* Whether TEXT is a post and nothing else: 副大队长, 科员. */
static bool is_post(const char *text)
{
    static const char *const before[] = {" ", "　", "、", "，", "党组", "副", "大队", "支队", "中队", "局", "站", "所", "科", "股", "室"};
    static const char *const posts[] = {"长", "主任", "科员", "干部", "队员", "工作人员", "执法人员", "教导员", "监察员", "工程师", "成员", "书记", NULL};
    for (bool again = true; again && !g_strv_contains(posts, text);) {
        again = false;
        for (size_t i = 0; i < G_N_ELEMENTS(before) && !again; i++)
            if (g_str_has_prefix(text, before[i])) {
                text += strlen(before[i]);
                again = true;
            }
    }
    return g_strv_contains(posts, text);
}

/* Cuts the post off an office: 麻阳苗族自治县环境监察大队 中队长, 辰溪县环境监察大队副大队长. */
static void cut_post(char *name)
{
    static const char *const ends[] = {"局", "队", "站", "所", "科", "股", "室"};
    for (char *p = name; *p; p = g_utf8_next_char(p))
        for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
            size_t n = strlen(ends[i]);
            if (p > name && strncmp(p, ends[i], n) == 0 && is_post(p + n)) {
                p[n] = '\0';
                return;
            }
        }
}

/* Whether what stands behind figures says that they count something: 12年. */
static bool is_counted(const char *behind)
{
    static const char *const units[] = {"年", "个", "岁", "件", "人", "月", "日", "次"};
    bool counted = false;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        counted = counted || g_str_has_prefix(behind, units[i]);
    return counted;
}

/* Certificates are numbered in figures, a few in Chinese ones; 待补, 正在办理, 有 and XXXX are words in the place of a number, and
 * 12年 is none. */
bool value_is_certificate(const char *text)
{
    static const char chinese[] = "〇○零一二三四五六七八九";
    enum { CHINESE_MIN = 2 }; /* 一 stands in other words too */
    int written = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        const char *behind = g_utf8_next_char(p);
        if (g_unichar_isdigit(c) && !g_unichar_isdigit(g_utf8_get_char(behind)) && !is_counted(behind))
            return true;
        written += g_utf8_strchr(chinese, -1, c) != NULL;
    }
    return written >= CHINESE_MIN;
}

/* The number behind the name of the certificate: 中国环境监察执法证 N120403. */
static bool read_certificate(const char *quote, Field *field)
{
    g_autofree char *text = clean_text(quote);
    const char *word = g_strrstr(text, "证"), *number = word ? word + strlen("证") : text;
    static const char *const between[] = {"件", "编", "号", "码", "：", ":", " ", "　", "为"};
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < G_N_ELEMENTS(between); i++)
            if (g_str_has_prefix(number, between[i])) {
                number += strlen(between[i]);
                again = true;
            }
    }
    return value_is_certificate(number) && read_text(number, false, field);
}

/* The name of a paper without its number, brackets and marks: 《行政处罚决定书》（沅环罚字〔2016〕3号）. */
static bool read_paper(const char *quote, Field *field)
{
    static const char *const signs[] = {
        "《", "》", "（", "）", "(",  ")",      "［",     "］",    "[",    "]",    "〔",  "〕",   "【", "】",
        " ",  "　", "，", "、", "\n", "各一份", "各壹份", "各1份", "一份", "壹份", "1份", "两份", NULL};
    g_autoptr(GPtrArray) numbers = docnumber_find(quote, DOCNUMBER_TEXT);
    g_autoptr(GString) rest = g_string_new(NULL);
    size_t from = 0;
    for (guint i = 0; i < numbers->len; i++) {
        const DocNumberSpan *span = g_ptr_array_index(numbers, i);
        g_string_append_len(rest, quote + from, (gssize)(span->start - from));
        from = span->end;
    }
    g_string_append(rest, quote + from);
    char *text = text_trim(rest->str);
    strip_ends(text, signs);
    g_auto(GStrv) halves = g_strsplit(text, "（）", 2);
    g_free(text);
    text = g_strjoinv("", halves);
    if (!is_filled(text)) {
        g_free(text);
        return false;
    }
    field->value = text;
    return true;
}

static bool read_name(const char *quote, Field *field)
{
    static const char *const marks[] = {"（以下", "(以下", "（下称", "(下称", "（简称", "（个体工商户，", "(个体工商户,", "（个体工商户,", "（投资人", "（经营者", "（负责人", "（业主", "（法定代表人",
                                        "(投资人", "(经营者", "(负责人", "(业主", "(法定代表人", "（印", "（盖章", "（公章", "（章）", "（检验检测", "(检验检测", "（检测", "（监测", "（专用", "（业务", "(盖章", "(公章", "(印", "，", ",", "；", ";", "。", "：", "\t", NULL};
    static const char *const signs[] = {"《", "》", "\"", "“", "”", NULL};
    g_autofree char *trimmed = text_trim(quote);
    if (is_signed_line(trimmed))
        return false;
    join_lines(trimmed);
    cut_outside(trimmed, marks);
    cut_unbalanced(trimmed);
    cut_open_bracket(trimmed);
    cut_remark(trimmed);
    cut_lead(trimmed);
    cut_post(trimmed);
    char *name = clean_text(trimmed);
    strip_ends(name, signs);
    close_up(name);
    long chars = g_utf8_strlen(name, -1);
    static const char *const pronouns[] = {"该", "你", "本", "我", "其"};
    static const char *const words[] = {"姓名", "名称", "全称", "个人", "单位", "公民", "自然人", "法人", "数量", "规格", "型号", "备注", "价格", NULL};
    bool pronoun = false;
    for (size_t i = 0; i < G_N_ELEMENTS(pronouns); i++)
        pronoun = pronoun || g_str_has_prefix(name, pronouns[i]);
    if (pronoun || !is_filled(name) || chars < 2 || chars > NAME_CHARS_MAX || g_strv_contains(words, name)) {
        g_free(name);
        return false;
    }
    field->value = name;
    field->key = text_fold(name);
    field->status = is_masked(name) ? VALUE_MASKED : VALUE_VALID;
    return true;
}

/* A person's name: blanks inside go, what follows in brackets or after punctuation is not the name. */
static bool read_person(const char *quote, Field *field)
{
    g_autofree char *trimmed = text_trim(quote);
    GString *name = g_string_new(NULL);
    for (const char *p = trimmed; *p; p = g_utf8_next_char(p)) {
        gunichar c = text_fold_width(g_utf8_get_char(p));
        if (text_is_blank(c) && c != '\n' && c != '\t')
            continue;
        bool part = g_unichar_isalpha(c) || c == 0xB7 || c == 0x2022 || c == '*' || c == 0xD7;
        if (!part)
            break;
        g_string_append_unichar(name, c);
    }
    long chars = g_utf8_strlen(name->str, -1);
    bool masked = is_masked(name->str);
    static const char *const words[] = {"意见", "签名", "签字", "盖章", "审批", "证明", "身份", "姓名", "职务", "电话", "年月", "局长", "经理"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        chars = strstr(name->str, words[i]) ? 0 : chars;
    if (chars < 2 || chars > (strstr(name->str, "·") ? 16 : 5) || (!masked && g_ascii_isalpha(name->str[0]))) {
        g_string_free(name, TRUE);
        return false;
    }
    field->value = g_string_free(name, FALSE);
    field->status = masked ? VALUE_MASKED : VALUE_VALID;
    return true;
}

static bool read_number(const char *quote, Field *field)
{
    g_autoptr(GPtrArray) found = docnumber_find(quote, DOCNUMBER_TEXT);
    if (found->len == 0)
        return false;
    const DocNumberSpan *span = g_ptr_array_index(found, 0);
    field->value = g_strndup(quote + span->start, span->end - span->start);
    field->key = docnumber_key_of(&span->number);
    field->status = span->number.kind == DOCNUMBER_MASKED ? VALUE_MASKED : VALUE_VALID;
    return true;
}

/* The second half of a range that leaves out what it has in common with the first: 2016年9月2日至9月14日, 至14日. */
static bool complete_from(const CnDate *first, CnDate *second)
{
    if (first->state != CNDATE_FULL || second->state != CNDATE_NO_YEAR)
        return false;
    second->year = first->year + (second->month < first->month);
    second->day = day_from_ymd(second->year, second->month, second->day_of_month);
    second->state = second->day == DAY_NONE ? CNDATE_INVALID : CNDATE_FULL;
    return true;
}

/* 至14日 behind the first date of a range, 、14日 behind that of a list. */
static bool read_day_alone(const char *quote, CnDate *date)
{
    static const char *const signs[] = {"起至", "至", "到", "—", "-", "～", "~", "、", "和", "及", "与"};
    const char *p = quote + date->end, *end;
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        size_t n = strlen(signs[i]);
        int day = strncmp(p, signs[i], n) == 0 ? cndate_number(p + n, &end) : -1;
        if (day < 1 || !g_str_has_prefix(end, "日"))
            continue;
        date->day_of_month = day;
        date->day = day_from_ymd(date->year, date->month, day);
        date->state = date->day == DAY_NONE ? CNDATE_INVALID : CNDATE_FULL;
        date->end = (size_t)(end - quote) + strlen("日");
        return true;
    }
    return false;
}

bool date_is_same_month(const char *quote)
{
    return g_str_has_prefix(quote, "同月") || g_str_has_prefix(quote, "当月") || g_str_has_prefix(quote, "本月");
}

static bool read_date(const FieldRule *rule, const char *quote, Field *field)
{
    CnDate date, kept = {0};
    bool any = false;
    for (size_t from = 0; cndate_find(quote, from, &date); from = date.end) {
        if (any && rule->last_date)
            complete_from(&kept, &date);
        bool last = rule->last_date && (date.state == CNDATE_FULL || kept.state != CNDATE_FULL);
        bool better = !any || last || (kept.state != CNDATE_FULL && date.state == CNDATE_FULL);
        if (better)
            kept = date;
        any = true;
    }
    if (!any && date_is_same_month(quote)) { /* gather_years finds the month */
        field->status = VALUE_PARTIAL;
        field->value = g_strdup(quote);
        return true;
    }
    if (!any || kept.state == CNDATE_NO_DAY) {
        g_autofree char *closed = matchtext_squeeze(quote); /* 2 0 1 6 年 1 0 月 8 日, 2016年9月2 1日 */
        if (strcmp(closed, quote) != 0)
            return read_date(rule, closed, field);
        if (!any)
            return false;
    }
    if (rule->last_date && kept.state == CNDATE_FULL)
        read_day_alone(quote, &kept);
    if (rule->next_day && kept.state == CNDATE_FULL)
        kept.day++;
    field->status = kept.state == CNDATE_FULL ? VALUE_VALID : kept.state == CNDATE_INVALID ? VALUE_INVALID : VALUE_PARTIAL;
    field->value = kept.state == CNDATE_FULL ? day_format(kept.day) : g_strndup(quote + kept.start, kept.end - kept.start);
    return true;
}

/* Where the last amount that is called a total may begin, 0 for nowhere: 罚款五万元；罚款四万元。两项合计罚款九万元. */
static size_t total_begins(const char *quote)
{
    static const char *const words[] = {"合计", "共计", "总计"};
    size_t begins = 0;
    Money money;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *last = g_strrstr(quote, words[i]);
        size_t at = last ? (size_t)(last - quote) + strlen(words[i]) : 0;
        begins = at > begins && money_find(quote, at, &money) ? at : begins;
    }
    return begins;
}

/* Where the product begins, 0 for nowhere: 110000元×15日=1650000元. */
static size_t product_begins(const char *quote)
{
    static const char *const signs[] = {"=", "＝", "﹦"}, *const times[] = {"×", "*", "x", "X", "乘", NULL};
    Money money;
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        const char *sign = strstr(quote, signs[i]);
        g_autofree char *before = sign ? g_strndup(quote, (gsize)(sign - quote)) : NULL;
        if (sign && text_has_any(before, times) && money_find(quote, (size_t)(sign - quote) + strlen(signs[i]), &money))
            return (size_t)(sign - quote) + strlen(signs[i]);
    }
    return 0;
}

static bool read_money(const FieldRule *rule, const char *quote, Field *field)
{
    Money money, words = {0};
    size_t product = strcmp(rule->id, "per-day-yuan") == 0 ? 0 : product_begins(quote), begins = MAX(total_begins(quote), product);
    bool found = money_find(quote, begins, &money) || money_parse_cell(quote, 100, &money);
    if (!found || money.fen == 0)
        return false;
    for (size_t from = begins; money_find(quote, from, &words); from = words.end)
        if (words.words) { /* words stand where the two forms differ */
            money = words;
            break;
        }
    field->value = money_format(money.fen);
    return true;
}

/* The first byte of TEXT at or behind START that is no bracket, and not of 大写, 小写, 即 and the like. */
static size_t past_between(const char *text, size_t start)
{
    static const char between[] = "（(〔【[大小写人民币即计为：:￥¥，, 整正";
    const char *p = text + start;
    while (*p && g_utf8_strchr(between, -1, g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return (size_t)(p - text);
}

/* Figures without 元 that fill the rest of a bracket at START: …（2100000）.  A note's number is shorter. */
static bool bare_figures(const char *text, size_t start, Money *second)
{
    enum { FIGURES_MIN = 4 };
    size_t length = strspn(text + start, "0123456789,.");
    const char *after = text + start + length, *closing = g_str_has_prefix(after, "）") ? "）" : ")";
    g_autofree char *figures = g_strndup(text + start, length);
    if (length < FIGURES_MIN || !g_str_has_prefix(after, closing) || !money_parse_cell(figures, 100, second))
        return false;
    second->start = start;
    second->end = start + length + strlen(closing);
    return true;
}

/* The other form of the amount that ends at END of TEXT, right behind it: 伍万元（￥500,000.00）. */
static bool other_form(const char *text, size_t end, Money *second)
{
    size_t start = past_between(text, end);
    return (money_find(text, end, second) && second->start <= start) || bare_figures(text, start, second);
}

char *value_money_in_figures(const char *quote)
{
    Money first, second;
    if (!money_find(quote, 0, &first) || !other_form(quote, first.end, &second) || first.words == second.words ||
        first.fen == second.fen)
        return NULL;
    return money_format(first.words ? second.fen : first.fen);
}

size_t value_money_end(const char *text, size_t end)
{
    static const char *const marks[] = {"(", "〔", "大写", "小写", "即", NULL};
    Money second;
    if (!other_form(text, end, &second))
        return end;
    g_autofree char *between = g_strndup(text + end, second.start - end);
    return text_has_any(between, marks) ? second.end : end;
}

static bool read_code(const char *field_id, const char *quote, Field *field)
{
    static const char *const marks[] = {"\n", "\t", "（", "(", "，", ",", "；", ";", NULL};
    CodeStatus status = CODE_INVALID;
    g_autofree char *text = clean_text(quote);
    cut_at(text, marks);
    CodeKind kind = creditcode_judge(text, &status);
    if (kind == CODE_NONE)
        return false;
    (void)field_id;
    field->value = creditcode_plain(text);
    field->status = status == CODE_VALID ? VALUE_VALID : status == CODE_MASKED ? VALUE_MASKED : VALUE_INVALID;
    return true;
}

bool value_is_absent(const FieldRule *rule, const char *quote, Field *field)
{
    static const char *const words[] = {"无", "未办", "未提供", "未取得", "未登记", "没有", "暂无", "不详", "—", "/"};
    g_autofree char *squeezed = matchtext_squeeze(quote);
    const char *text = *squeezed == '(' ? squeezed + 1 : squeezed;
    bool absent = false;
    for (size_t i = 0; rule->type == VALUE_CODE && i < G_N_ELEMENTS(words); i++)
        absent = absent || g_str_has_prefix(text, words[i]);
    if (!absent)
        return false;
    field->value = g_strdup("");
    field->status = VALUE_ABSENT;
    return true;
}

static bool read_count(const char *quote, Field *field)
{
    const char *p = quote, *end;
    while (*p && cndate_number(p, &end) < 0)
        p = g_utf8_next_char(p);
    int number = *p ? cndate_number(p, &end) : -1;
    if (number < 0)
        return false;
    field->value = g_strdup_printf("%d", number);
    return true;
}

bool value_read(const FieldRule *rule, const char *quote, bool from_cell, Field *field)
{
    field->status = VALUE_VALID;
    switch (rule->type) {
    case VALUE_TEXT: case VALUE_LAW: return read_text(quote, rule->clause && !from_cell, field);
    case VALUE_NAME: return read_name(quote, field);
    case VALUE_PERSON: return read_person(quote, field);
    case VALUE_NUMBER: return read_number(quote, field);
    case VALUE_DATE: return read_date(rule, quote, field);
    case VALUE_MONEY: return read_money(rule, quote, field);
    case VALUE_CODE: return read_code(rule->id, quote, field);
    case VALUE_COUNT: return read_count(quote, field);
    case VALUE_PAPER: return read_paper(quote, field);
    case VALUE_CERTIFICATE: return read_certificate(quote, field);
    case VALUE_YES: field->value = g_strdup("yes"); return true;
    case VALUE_WORDING: field->status = VALUE_DRAFT; field->value = clean_text(quote); return true;
    }
    return false;
}
