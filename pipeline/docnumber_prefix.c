/* The left end of a document number: place, 环, branch, type. */
#include "docnumber_cells.h"

#include <string.h>

#define HUAN 0x73AF /* 环 */

/* Words are written as characters, U"…", which cells compare with directly. */
G_STATIC_ASSERT(sizeof(gunichar) == sizeof U'\0');

enum { REACH_MAX = 28, BRANCH_MAX = 5, PLACE_MAX = 8, PLACE_LIKELY = 4, TYPE_MAX = 6, STOP_MAX = 4 };

/* Words after which a number begins in running text.  Soft ones may be part of a place's name: they are cut only
 * where something of the place is left behind them. */
static const gunichar *const hard_stops[] = {
    U"作出", U"下达", U"发出", U"送出", U"开具", U"出具", U"核发", U"填发", U"根据", U"依据", U"按照",
    U"依照", U"送达", U"收到", U"印发", U"发布", U"制作", U"编号", U"文号", U"案号", U"文书", U"决定",
    U"处罚", U"通知", U"告知", U"移送", U"申请", U"履行", U"执行", U"不服", U"违反", U"撤销", U"变更",
    U"关于", U"文件", U"公告", U"以及", U"其中", U"上述", U"同时", U"分别", U"缴纳", U"对应", U"对照",
    U"参照", U"详见", U"签发", U"作为", U"公司", U"案件", U"全称", U"原件", U"扫描", U"照片", U"局", U"厅",
    U"监测站", U"监测中心", U"检测中心", U"单位", U"院", U"书", U"号", U"的", U"了", U"件", U"单", U"证"};
static const gunichar *const soft_stops[] = {
    U"与", U"和", U"及", U"由", U"经", U"以", U"为", U"按", U"据", U"照", U"对", U"将", U"见", U"即", U"称",
    U"附", U"到", U"在", U"从", U"向", U"该", U"此", U"述", U"因", U"持", U"有", U"就", U"凭", U"是", U"发", U"随"};
/* Places whose first character would be one. */
static const gunichar *const no_stops[] = {U"随州", U"随县"};
/* Bracketed parts of the type, 查(扣), which are no branch. */
static const char *const type_brackets[] = {"扣", "分", "延", "封", "查", "停", "限", "告", "听", "缓", "测", "拘", "刑"};

static bool matches_at(const Cells *c, size_t i, size_t end, const gunichar *word, size_t *length)
{
    size_t n = 0;
    for (; word[n] != 0; n++)
        if (i + n >= end || c->cell[i + n].ch != word[n])
            return false;
    *length = n;
    return true;
}

/* A letter as the numbers of monitoring reports have them in brackets, 监(C)字; X masks something. */
static bool is_letter(gunichar ch)
{
    return ch < 128 && g_ascii_isalpha((char)ch) && g_ascii_toupper((char)ch) != 'X';
}

/* A matching ( for the ) at I with at most BRANCH_MAX characters of Han or letters between, not below FLOOR; SIZE_MAX for
 * none.  An enumerator like (一) is no branch. */
static size_t group_open(const Cells *c, size_t floor, size_t i)
{
    static const char numerals[] = "一二三四五六七八九十";
    bool numeral = true;
    for (size_t j = i; j-- > floor && i - j <= BRANCH_MAX + 1;) {
        gunichar ch = c->cell[j].ch;
        if (ch == '(')
            return j + 1 < i && !numeral ? j : SIZE_MAX;
        if (!char_is_han(ch) && !is_letter(ch))
            return SIZE_MAX;
        char utf8[6];
        numeral = numeral && g_strstr_len(numerals, -1, (utf8[g_unichar_to_utf8(ch, utf8)] = '\0', utf8));
    }
    return SIZE_MAX;
}

/* The digits that end at I as a region code (豫0185环): four or six after one Han and before 环; else 0. */
static size_t region_digits(const Cells *c, size_t floor, size_t i)
{
    size_t n = 0;
    while (i + 1 > floor + n && cell_is_digit(c, i - n))
        n++;
    if ((n != 4 && n != 6) || cell_at(c, i + 1) != HUAN || i + 1 == floor + n)
        return 0;
    return char_is_han(c->cell[i - n].ch) ? n : 0;
}

/* How far left of END a prefix may reach. */
static size_t region_start(const Cells *c, size_t floor, size_t end)
{
    size_t i = end;
    while (i > floor && end - i < REACH_MAX) {
        gunichar ch = c->cell[i - 1].ch;
        if (char_is_han(ch) && ch != 0x53F7) {
            i--;
        } else if (ch == ')') {
            size_t open = group_open(c, floor, i - 1);
            if (open == SIZE_MAX)
                break;
            i = open;
        } else {
            size_t digits = region_digits(c, floor, i - 1);
            return digits ? i - digits - 1 : i;
        }
    }
    return i;
}

/* Han characters of [FROM, TO) outside brackets. */
static size_t count_outside(const Cells *c, size_t from, size_t to)
{
    size_t count = 0;
    int depth = 0;
    for (size_t i = from; i < to; i++) {
        gunichar ch = c->cell[i].ch;
        if (ch == '(' || ch == ')')
            depth += ch == '(' ? 1 : -1;
        else if (depth == 0 && char_is_han(ch))
            count++;
    }
    return count;
}

/* The 环 that ends the issuer: the last one that is not of 环境, 环保局 and the like and leaves a type of fair
 * length; of two neighbours (怀环环评) the first.  END when there is none. */
static size_t find_anchor(const Cells *c, size_t start, size_t end)
{
    static const gunichar *const not_these[] = {U"环境", U"环保局", U"环保部", U"环保厅", U"环保法", U"环评法"};
    for (size_t i = end; i-- > start;) {
        if (c->cell[i].ch != HUAN || (i > start && c->cell[i - 1].ch == '('))
            continue;
        size_t length;
        bool other = false;
        for (size_t k = 0; k < G_N_ELEMENTS(not_these); k++)
            other = other || matches_at(c, i, end, not_these[k], &length);
        if (other)
            continue;
        if (count_outside(c, i + 1, end) > TYPE_MAX + 2)
            return end;
        return i > start && c->cell[i - 1].ch == HUAN ? i - 1 : i;
    }
    return end;
}

/* Whether the stop at I may be the first character of a place that is known, or the second of one, 怀经开环: only one character
 * stands before it, and none that goes with such a word in running text (并以, 现将). */
static bool may_be_in_place(const Cells *c, size_t cut, size_t i, size_t end)
{
    static const gunichar before_stops[] = {
        0x5E76 /* 并 */, 0x73B0 /* 现 */, 0x4E14 /* 且 */, 0x53C8 /* 又 */, 0x5DF2 /* 已 */, 0x518D /* 再 */,
        0x540E /* 后 */, 0x672A /* 未 */, 0x7279 /* 特 */, 0x4EC5 /* 仅 */, 0x90FD /* 都 */, 0x5747 /* 均 */,
        0x66FE /* 曾 */, 0x6848 /* 案 */, 0x65E5 /* 日 */, 0x6708 /* 月 */, 0x65F6 /* 时 */, 0x4E00 /* 一 */,
        0x4E8C /* 二 */, 0x4E09 /* 三 */, 0x56DB /* 四 */, 0x4E94 /* 五 */, 0x516D /* 六 */, 0x4E03 /* 七 */,
        0x4EBA /* 人 */, 0x5382 /* 厂 */, 0x5E97 /* 店 */, 0x6237 /* 户 */, 0x4F60 /* 你 */, 0x5176 /* 其 */};
    size_t length;
    for (size_t k = 0; k < G_N_ELEMENTS(no_stops); k++)
        if (matches_at(c, i, end, no_stops[k], &length))
            return true;
    bool may = i == cut + 1 && char_is_han(c->cell[cut].ch);
    for (size_t k = 0; k < G_N_ELEMENTS(before_stops); k++)
        may = may && c->cell[cut].ch != before_stops[k];
    return may;
}

/* The end of the last stop word in [START, END) that leaves at least LEAVE characters, START for none. */
static size_t cut_stops(const Cells *c, size_t start, size_t end, size_t leave)
{
    size_t cut = start, length;
    for (size_t i = start; i < end; i++)
        for (size_t k = 0; k < G_N_ELEMENTS(hard_stops); k++)
            if (matches_at(c, i, end, hard_stops[k], &length) && i + length + leave <= end)
                cut = MAX(cut, i + length);
    for (size_t i = cut; !c->whole && i + 1 < end; i++)
        for (size_t k = 0; k < G_N_ELEMENTS(soft_stops); k++)
            if (matches_at(c, i, end, soft_stops[k], &length) && i + length < end && !may_be_in_place(c, cut, i, end))
                cut = MAX(cut, i + length);
    for (size_t i = cut; i < end && c->cell[i].ch != '('; i++)
        if (c->cell[i].ch == ')') /* the word stood in brackets */
            return i + 1;
    return cut;
}

/* Drops a bracket that stands before the place, (复印件)沅环罚, but not the place itself, (贺)环罚. */
static size_t skip_leading_group(const Cells *c, size_t start, size_t anchor)
{
    while (cell_at(c, start) == '(') {
        size_t close = start;
        while (close < anchor && c->cell[close].ch != ')')
            close++;
        if (close + 1 >= anchor)
            return close + 1 == anchor ? start : anchor;
        start = close + 1;
    }
    return start;
}

/* The bracket of a province that stands right before START, （湘）沅环罚, which is written with the number;
 * START when there is none. */
static size_t with_province(const Cells *c, size_t floor, size_t start)
{
    static const char provinces[] = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    char utf8[7] = {0};
    if (start < floor + 3 || c->cell[start - 1].ch != ')' || c->cell[start - 3].ch != '(')
        return start;
    utf8[g_unichar_to_utf8(c->cell[start - 2].ch, utf8)] = '\0';
    return strstr(provinces, utf8) ? start - 3 : start;
}

/* A longer run of Han without a stop is running text: a county or city as a whole, else its last character. */
static size_t trim_place(const Cells *c, size_t start, size_t anchor)
{
    if (c->whole && anchor - start <= PLACE_MAX + 2 + BRANCH_MAX)
        return start;
    if (anchor - start <= PLACE_LIKELY || count_outside(c, start, anchor) < anchor - start)
        return start;
    gunichar last = c->cell[anchor - 1].ch;
    bool named = last == 0x53BF /* 县 */ || last == 0x5E02 /* 市 */ || last == 0x533A /* 区 */;
    return named && anchor - start <= PLACE_MAX ? start : anchor - 1;
}

static void append_cell(GString *to, const Cells *c, size_t i)
{
    const gunichar ch = c->cell[i].ch;
    g_string_append_unichar(to, ch < 128 ? (gunichar)g_ascii_toupper((char)ch) : ch);
}

static bool is_type_bracket(const char *content)
{
    for (size_t k = 0; k < G_N_ELEMENTS(type_brackets); k++)
        if (strcmp(content, type_brackets[k]) == 0)
            return true;
    return false;
}

/* Appends the Han of [FROM, TO) to INTO, bracketed parts to BRANCH or, parts of a type, to INTO. */
static void collect(const Cells *c, size_t from, size_t to, GString *into, GString *branch)
{
    for (size_t i = from; i < to; i++) {
        if (c->cell[i].ch != '(') {
            append_cell(into, c, i);
            continue;
        }
        g_autoptr(GString) content = g_string_new(NULL);
        for (i++; i < to && c->cell[i].ch != ')'; i++)
            append_cell(content, c, i);
        g_string_append_len(is_type_bracket(content->str) ? into : branch, content->str, (gssize)content->len);
    }
}

/* Takes 字, 决, 第 and 年 out of TYPE, which people write or leave out; frees it and returns its text. */
static char *plain_type(GString *type)
{
    size_t kept = 0;
    for (const char *p = type->str, *next; *p; p = next) {
        gunichar ch = g_utf8_get_char(p);
        next = g_utf8_next_char(p);
        if (ch == 0x5B57 || ch == 0x51B3 || ch == 0x7B2C || ch == 0x5E74)
            continue;
        memmove(type->str + kept, p, (size_t)(next - p));
        kept += (size_t)(next - p);
    }
    g_string_truncate(type, kept);
    return g_string_free(type, FALSE);
}

static bool fill(const Cells *c, size_t start, size_t anchor, size_t end, DocNumberParts *number)
{
    bool has_anchor = anchor < end;
    g_autoptr(GString) issuer = g_string_new(NULL), type = g_string_new(NULL), branch = g_string_new(NULL);
    collect(c, start, has_anchor ? anchor : end, issuer, branch);
    if (has_anchor && issuer->len == 0 && branch->len > 0)
        g_string_assign(issuer, branch->str), g_string_truncate(branch, 0);
    if (has_anchor) {
        size_t last = cell_at(c, anchor + 1) == 0x4FDD /* 保 */ ? anchor + 1 : anchor;
        for (size_t i = anchor; i <= last; i++)
            append_cell(issuer, c, i);
        collect(c, last + 1, end, type, branch);
    }
    if (g_utf8_strlen(issuer->str, -1) < (has_anchor ? 1 : 2))
        return false;
    number->issuer = has_anchor ? g_string_free(g_steal_pointer(&issuer), FALSE)
                                : plain_type(g_steal_pointer(&issuer));
    number->branch = g_string_free(g_steal_pointer(&branch), FALSE);
    number->type = plain_type(g_steal_pointer(&type));
    return true;
}

bool prefix_read(const Cells *c, size_t floor, size_t end, DocNumberParts *number, size_t *start)
{
    size_t from = region_start(c, floor, end);
    if (from == end)
        return false;
    size_t anchor = find_anchor(c, from, end);
    size_t limit = anchor < end ? anchor : end;
    if (from > 0 && cell_at(c, from) == 0x65E5 /* 日 */ && cell_is_digit(c, from - 1))
        from++; /* the end of a date before the number */
    from = cut_stops(c, from, limit, anchor < end ? 0 : 2);
    from = skip_leading_group(c, from, limit);
    if (anchor < end)
        from = trim_place(c, from, anchor);
    else if (count_outside(c, from, end) > PLACE_MAX || cell_at(c, from) == '(')
        return false;
    if (anchor == end && from >= end)
        return false;
    *start = with_province(c, floor, from);
    return fill(c, from, anchor, end, number);
}
